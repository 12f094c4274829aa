"""The decision itself as Word, with its annexed list, in the form of the issuer's track and day."""

from uuid import UUID

from documents import facts as papers
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind
from recognition.decisions.actions.ground import in_transaction, seen
from recognition.decisions.store import awards
from recognition.decisions.terms import Decision, Kind, Line
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import Transaction, reading
from vietnamese import dates

_KINDS = {
    RecipientKind.COLLECTIVE: papers.Kind.COLLECTIVE, RecipientKind.HOUSEHOLD: papers.Kind.HOUSEHOLD,
    RecipientKind.INDIVIDUAL: papers.Kind.PERSON,
}  # fmt: skip
#: NĐ 152/2025 Đ58(2).
RETURN_DAYS = 15


def word(who: Actor, decision_id: UUID) -> bytes:
    """The decision as .docx: a draft leaves number and day open, a recorded one quotes what it froze. Raises Invalid."""
    from documents import decision as composer

    with reading(who) as t:
        found = seen(t, who, decision_id)
        earlier = in_transaction(t, found.corrects_id) if found.corrects_id else None
        corrections = _corrections(t, found)
    facts = papers.Decision(
        head=_head(who, found), kind=papers.DecisionKind(found.kind.value), about=found.title, bases=found.bases,
        signer=papers.Signer(found.signer_name, found.signer_post, tuple(part for part in (found.signer_capacity,) if part)),
        executors=f"Văn phòng {_spoken(who, found)}, các cơ quan, đơn vị liên quan", lines=_lines(found), merit=_merit(found),
        earlier=_earlier(earlier), corrections=corrections, reason=found.reason, return_days=_return_days(found),
        copies_to=("Như Điều 3", "Lưu Văn phòng"),
    )  # fmt: skip
    try:
        return composer.decision(facts)
    except ValueError as wrong:
        raise Invalid({"": str(wrong)}) from wrong


def _names(who: Actor, decision: Decision) -> dict[str, str]:
    """The issuer's names: those frozen at recording, or today's for a draft."""
    if decision.issuer_frozen:
        return dict(decision.issuer_frozen)
    issuer = catalogue.issuer(who, decision.issuer_id)
    return {
        "superior": issuer.superior, "name": issuer.name, "awarding_line": issuer.awarding_line, "short_sign": issuer.short_sign,
        "place": decision.place or issuer.place, "track": issuer.track.value,
    }  # fmt: skip


def _spoken(who: Actor, decision: Decision) -> str:
    return _names(who, decision)["name"]


def _head(who: Actor, decision: Decision) -> papers.Head:
    names = _names(who, decision)
    issuer = papers.Issuer(
        names["name"].upper(), names["place"], papers.Track(names["track"]), superior=names["superior"].upper(),
        short_sign=names["short_sign"], awarding_line=names["awarding_line"].upper(), in_text=names["awarding_line"] or names["name"],
    )  # fmt: skip
    number = f"{decision.number:02d}" if decision.number is not None else ""
    return papers.Head(issuer, decision.decided_on or dates.today(), number=number, dated=decision.decided_on is not None)


def _merit(decision: Decision) -> str:
    if decision.kind is Kind.RECOGNISE:
        return "mô hình “Dân vận khéo”"
    said = {line.wording for line in decision.kept}
    if len(said) != 1:
        return "có thành tích xuất sắc"
    (only,) = said
    return only[:1].lower() + only[1:]


def _lines(decision: Decision) -> tuple[papers.Line, ...]:
    if decision.kind is Kind.CORRECT:
        return ()
    with_amount = any(line.amount for line in decision.kept)
    return tuple(_line(line, with_amount) for line in decision.kept)


def _line(line: Line, with_amount: bool) -> papers.Line:
    return papers.Line(
        _KINDS[line.kind], line.name, line.salutation, line.post, line.unit, line.wording, line.award_name,
        is_title=line.award_kind == "title", rank=-line.level, subject=line.subject, amount=line.amount if with_amount else None,
        note=line.gift,
    )  # fmt: skip


def _earlier(earlier: Decision | None) -> papers.EarlierDecision | None:
    if earlier is None or earlier.decided_on is None:
        return None
    organ = earlier.organ or earlier.issuer_frozen.get("awarding_line") or earlier.issuer_name
    return papers.EarlierDecision(earlier.number_text, earlier.decided_on, organ, earlier.title)


def _corrections(t: Transaction, decision: Decision) -> tuple[papers.Correction, ...]:
    """What was printed for somebody and what it becomes, word by word where they differ."""
    if decision.kind is not Kind.CORRECT:
        return ()
    found = []
    for line in decision.kept:
        old = awards.raw(t, line.award_id) if line.award_id is not None else None
        if old is None:
            continue
        for label, name in (("Danh xưng", "salutation"), ("Họ và tên", "name"), ("Chức vụ", "post"), ("Đơn vị", "unit"), ("Thành tích", "wording"), ("Mô hình", "subject")):
            if old[name] != getattr(line, name):
                found.append(papers.Correction(f"{label} của {old['salutation']} {old['name']}".replace("  ", " "), old[name], getattr(line, name)))
    return tuple(found)


def _return_days(decision: Decision) -> int:
    try:
        return int(catalogue.regulation_on("revocation.return", decision.decided_on or dates.today()).value)
    except NotFound:
        return RETURN_DAYS
