"""Councils and their members. Changing a membership never rewrites a session that was called."""

from dataclasses import replace
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.council.rules import founding
from recognition.council.store import councils as store
from recognition.council.terms import Council, CouncilInput, CouncilKind, Member, MemberInput, MemberRole
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import NotFound, Stale, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates

KIND = "council"


def find(who: Actor) -> list[Council]:
    """The councils of the issuers that `who` is secretary of, with their members, past ones too."""
    permissions.require(who, Verb.MANAGE_COUNCILS)
    with reading(who) as t:
        return store.of_issuers(t, list(who.issuers(Role.SECRETARY)))


def get(who: Actor, council_id: UUID) -> Council:
    """One council. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        return _mine(t, who, council_id)


def _mine(t: Transaction, who: Actor, council_id: UUID) -> Council:
    found = store.get(t, council_id)
    if found is None or found.issuer_id not in who.issuers(Role.SECRETARY):
        raise NotFound()
    permissions.require(who, Verb.MANAGE_COUNCILS, found)
    return found


def _checked(council_id: UUID, data: CouncilInput) -> Council:
    check = Entry()
    start = check.day("from_date", data.from_date, "Ngày bắt đầu hoạt động")
    end = check.maybe_day("to_date", data.to_date, "Ngày kết thúc")
    check.order("to_date", start, end, ("Ngày bắt đầu", "Ngày kết thúc"))
    made = Council(
        council_id, data.issuer_id, check.line("name", data.name, "Tên Hội đồng"), check.choice("kind", data.kind, CouncilKind, "Loại"),
        check.line("paper", data.paper, "Số quyết định thành lập"),
        check.day("paper_date", data.paper_date, "Ngày quyết định thành lập", latest=dates.today()), start, end, 1,
    )  # fmt: skip
    check.done()
    return made


def _founded_once(t: Transaction, who: Actor, made: Council) -> None:
    issuer = catalogue.issuer(who, made.issuer_id)
    sentence = founding.founded_before(made, issuer, store.of_issuers(t, [made.issuer_id]))
    refuse({"paper": sentence} if sentence else {})


def save(who: Actor, data: CouncilInput, key: UUID | None = None) -> Council:
    """Found a council by its decision, which founds one council only. Raises NotAllowed, Invalid."""
    with transaction(who, key) as t:
        made = _checked(store.new_id(), data)
        permissions.require(who, Verb.MANAGE_COUNCILS, made)
        _founded_once(t, who, made)
        store.insert(t, made)
        audit.note(t, Verb.MANAGE_COUNCILS, KIND, made.id, after=made)
        t.result = str(made.id)
    return made


def change(who: Actor, council_id: UUID, version: int, data: CouncilInput, key: UUID | None = None) -> Council:
    """Change a council's names, paper and dates. Raises NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before = _mine(t, who, council_id)
        after = _checked(council_id, replace(data, issuer_id=before.issuer_id))
        _founded_once(t, who, after)
        if not store.update(t, after, version):
            raise Stale()
        audit.note(t, Verb.MANAGE_COUNCILS, KIND, council_id, before=before, after=after)
        t.result = str(council_id)
    return replace(after, version=version + 1, members=before.members)


def put_member(who: Actor, council_id: UUID, data: MemberInput, key: UUID | None = None) -> Member:
    """Add a member, or change or end one. At most one chair at a time. Raises NotFound, Invalid."""
    with transaction(who, key) as t:
        council = _mine(t, who, council_id)
        made = _member(council, data)
        _one_chair(council, made)
        store.put_member(t, made)
        audit.note(t, Verb.MANAGE_COUNCILS, KIND, council_id, after=made)
        t.result = str(made.id)
    return made


def _member(council: Council, data: MemberInput) -> Member:
    check = Entry()
    start = check.day("from_date", data.from_date or council.from_date, "Ngày tham gia")
    end = check.maybe_day("to_date", data.to_date, "Ngày thôi tham gia")
    check.order("to_date", start, end, ("Ngày tham gia", "Ngày thôi tham gia"))
    if data.id is not None and data.id not in {member.id for member in council.members}:
        check.refuse("", "Thành viên này không còn trong Hội đồng. Anh/chị tải lại trang.")
    made = Member(
        data.id or store.new_id(), council.id, data.person_id, data.account_id, check.line("name", data.name, "Họ và tên"),
        check.line("title", data.title, "Chức vụ, đơn vị"), check.choice("role", data.role, MemberRole, "Vai trò trong Hội đồng"),
        data.votes, start, end,
    )  # fmt: skip
    check.done()
    return made


def _one_chair(council: Council, made: Member) -> None:
    if made.role is not MemberRole.CHAIR:
        return
    for other in council.members:
        apart = (other.to_date is not None and other.to_date < made.from_date) or (made.to_date is not None and made.to_date < other.from_date)
        if other.id != made.id and other.role is MemberRole.CHAIR and not apart:
            refuse({"role": f"Hội đồng đã có Chủ tịch là {other.name}. Anh/chị ghi ngày thôi giữ chức trước khi thêm Chủ tịch mới."})
