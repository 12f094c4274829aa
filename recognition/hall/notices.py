"""Telling people: verb → who is told → sentence, rows in the same transaction. The inbox reads them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from recognition.hall.transaction import Transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates, text


@dataclass(frozen=True)
class Telling:
    """Who is told of a verb, and in which words. `{who}`, `{title}` and `{detail}` are filled in.

    A `gathered` one is told once until it is read: what comes meanwhile changes its words instead of adding another.
    """

    sentence: str
    maker: bool = False
    unit_roles: tuple[Role, ...] = ()
    issuer_roles: tuple[Role, ...] = ()
    gathered: bool = False


_PRAISED = Telling("Gương «{title}»: {detail}.", maker=True, unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER), gathered=True)


TABLE: dict[Verb, Telling] = {
    Verb.SUBMIT: Telling("{who} gửi hồ sơ «{title}», chờ lãnh đạo đơn vị xác nhận.", unit_roles=(Role.UNIT_LEADER,)),
    Verb.ENDORSE: Telling("{who} đã xác nhận hồ sơ «{title}».", maker=True, issuer_roles=(Role.SECRETARY,)),
    Verb.SEND_BACK: Telling("{who} trả lại hồ sơ «{title}» trong đơn vị: {detail}", maker=True),
    Verb.ASK_OPINION: Telling("{who} đề nghị khen người của đơn vị anh/chị: «{title}». Anh/chị cho ý kiến.", unit_roles=(Role.UNIT_LEADER,)),
    Verb.GIVE_OPINION: Telling("{who} cho ý kiến về hồ sơ «{title}»: {detail}", maker=True, issuer_roles=(Role.SECRETARY,)),
    Verb.ACCEPT: Telling("{who} đã tiếp nhận hồ sơ «{title}».", maker=True),
    Verb.RETURN: Telling("{who} trả lại hồ sơ «{title}» để sửa: {detail}", maker=True, unit_roles=(Role.UNIT_LEADER,)),
    Verb.REFUSE: Telling("{who} từ chối hồ sơ «{title}»: {detail}", maker=True, unit_roles=(Role.UNIT_LEADER,)),
    Verb.SHORTLIST: Telling("Hồ sơ «{title}» đã vào danh sách trình Hội đồng.", maker=True),
    Verb.ASK_TO_AMEND: Telling("{who} xin trả lại hồ sơ «{title}» để sửa: {detail}", issuer_roles=(Role.SECRETARY,)),
    Verb.COMMENT: Telling("{who} trao đổi về hồ sơ «{title}»: {detail}", maker=True, issuer_roles=(Role.SECRETARY,)),
    Verb.ASSIGN_REVIEWERS: Telling("{who} giao anh/chị chấm điểm «{title}». {detail}", maker=True),
    Verb.REMIND: Telling("{who} nhắc anh/chị chấm điểm: {title}. {detail}", maker=True),
    Verb.SEND_LETTER: Telling("{who} nhắc: {detail}", maker=True, unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER)),
    Verb.FAIL: Telling("Hồ sơ «{title}» chưa đạt ở Hội đồng.", maker=True),
    Verb.REWORD: Telling("{who} sửa câu trên giấy khen của «{title}»: {detail}", maker=True),
    Verb.AWARD: Telling("Đã khen thưởng: «{title}». {detail}", maker=True, unit_roles=(Role.UNIT_LEADER,)),
    Verb.AWARD_SIMPLIFIED: Telling("Đã khen thưởng: «{title}». {detail}", maker=True, unit_roles=(Role.UNIT_LEADER,)),
    Verb.AWARD_WRITTEN: Telling("Đã khen thưởng: «{title}». {detail}", maker=True, unit_roles=(Role.UNIT_LEADER,)),
    Verb.NOT_APPROVE: Telling("Hồ sơ «{title}» không được duyệt: {detail}", maker=True),
    Verb.FORWARD: Telling("Hồ sơ «{title}» được chuyển lên cấp trên.", maker=True),
    Verb.LAUNCH: Telling("Phong trào «{title}» đã phát động.", unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER)),
    Verb.APPROVE_MODEL: Telling("Mô hình «{title}» đã được duyệt đăng ký.", maker=True),
    Verb.CHECK_MODEL: Telling("Mô hình «{title}» đã được thẩm định. {detail}", maker=True),
    Verb.RECOGNISE_MODEL: Telling("Mô hình «{title}» được công nhận.", maker=True),
    Verb.REPLICATE: Telling("Mô hình «{title}» được học tập, làm theo: {detail}", maker=True),
    Verb.SETTLE_CLAIMS: Telling("{who} trả lời chỗ nhiều đơn vị cùng kê «{title}»: {detail}", unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER), issuer_roles=(Role.SECRETARY,)),
    Verb.REOPEN_CLAIMS: Telling("{who} hỏi lại chỗ nhiều đơn vị cùng kê «{title}»: {detail}", unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER), issuer_roles=(Role.SECRETARY,)),
    Verb.OFFER_COVENANT: Telling("{who} đưa giao ước thi đua «{title}» ra ký, chờ lãnh đạo đơn vị tán thành.", unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER)),
    Verb.AMEND_COVENANT: Telling("{who} sửa giao ước thi đua «{title}» thành bản mới, các đơn vị ký lại: {detail}", unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER)),
    Verb.JOIN_COVENANT: Telling("{detail} tán thành, ký giao ước thi đua «{title}».", issuer_roles=(Role.SECRETARY,)),
    Verb.RECORD_SIGNED: Telling("{who} ghi đơn vị đã ký giao ước thi đua «{title}» trên giấy.", unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER)),
    Verb.UNRECORD_SIGNED: Telling("{who} bỏ ghi đơn vị đã ký giao ước thi đua «{title}»: {detail}", unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER)),
    Verb.REPORT_COVENANT: Telling("{who} gửi báo cáo thực hiện giao ước thi đua «{title}»: {detail}", issuer_roles=(Role.SECRETARY,)),
    Verb.RETURN_COVENANT: Telling("{who} trả lại báo cáo thực hiện giao ước thi đua «{title}»: {detail}", unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER)),
    Verb.CONFIRM_COVENANT: Telling("{who} xác nhận kết quả của đơn vị trong giao ước thi đua «{title}». {detail}", unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER)),
    Verb.CLOSE_COVENANT: Telling("Giao ước thi đua «{title}» đã tổng kết. {detail}", unit_roles=(Role.NOMINATOR, Role.UNIT_LEADER)),
    Verb.THANK: _PRAISED,
    Verb.APPRECIATE: _PRAISED,
    Verb.APPROVE_WORDS: Telling("Lời anh/chị gửi gương «{title}» đã lên trang công khai.", maker=True),
    Verb.HIDE_WORDS: Telling("{who} ẩn lời anh/chị gửi gương «{title}»: {detail}", maker=True),
    Verb.RECORD_DECISION: Telling("Quyết định «{title}» đã vào số, chờ cấp giấy khen.", issuer_roles=(Role.CLERK,)),
}


_GATHERED = [verb.value for verb, telling in TABLE.items() if telling.gathered]


def _title(case: Any) -> str:
    for name in ("title", "name"):
        found = getattr(case, name, None)
        if found:
            return str(found)
    return "hồ sơ"


def _with_role(t: Transaction, column: str, scope: UUID | None, roles: tuple[Role, ...]) -> list[UUID]:
    if scope is None or not roles:
        return []
    today = dates.today()
    rows = t.all(
        f"""
        select distinct r.account_id from account_role r
        where r.{column} = $1 and r.role = any($2) and r.from_date <= $3 and (r.to_date is null or r.to_date >= $3)
        order by r.account_id
        """,  # noqa: S608 - the column is one of two fixed words below
        scope, [role.value for role in roles], today,
    )
    return [row["account_id"] for row in rows]


def _told(t: Transaction, telling: Telling, case: Any) -> list[UUID]:
    found: list[UUID] = []
    if telling.maker and getattr(case, "created_by", None) is not None:
        found.append(case.created_by)
    found += getattr(case, "told_accounts", ())
    units: tuple[UUID | None, ...] = tuple(getattr(case, "told_units", ())) or (getattr(case, "unit_id", None),)
    for unit_id in units:
        found += _with_role(t, "unit_id", unit_id, telling.unit_roles)
    found += _with_role(t, "issuer_id", getattr(case, "issuer_id", None), telling.issuer_roles)
    me = t.who.account_id if t.who else None
    return [account for account in dict.fromkeys(found) if account != me]


def tell(t: Transaction, verb: Verb, kind: str, object_id: UUID | None, case: Any, detail: str) -> None:
    """Write one notice per person whom `verb` on `case` concerns; nobody is told of their own act."""
    telling = TABLE.get(verb)
    if telling is None or case is None:
        return
    who = t.who.name if t.who else "Hệ thống"
    sentence = telling.sentence.format(who=who, title=text.inner_quotes(_title(case)), detail=detail).strip()
    told = _told(t, telling, case)
    if telling.gathered and told:
        known = _said_anew(t, object_id, told, sentence)
        told = [account for account in told if account not in known]
    rows = [(uuid4(), account, verb.value, kind, object_id, sentence, dates.now_utc()) for account in told]
    if rows:
        t.many("insert into notice (id, account_id, verb, kind, object_id, sentence, made_at) values ($1, $2, $3, $4, $5, $6, $7)", rows)


def _said_anew(t: Transaction, object_id: UUID | None, accounts: list[UUID], sentence: str) -> set[UUID]:
    """Unread gathered notices of a thing say this instead; with nothing left to say they are gone. Whose they are."""
    rows = t.all(
        "select id, account_id from notice where account_id = any($1) and object_id = $2 and verb = any($3) and read_at is null",
        accounts, object_id, _GATHERED,
    )
    ids = [row["id"] for row in rows]
    if ids and sentence:
        t.run("update notice set sentence = $2, made_at = $3 where id = any($1)", ids, sentence, dates.now_utc())
    elif ids:
        t.run("delete from notice where id = any($1)", ids)
    return {row["account_id"] for row in rows}


def tell_less(t: Transaction, verb: Verb, object_id: UUID, case: Any, detail: str) -> None:
    """Something that a gathered verb told of was taken back: who has not read of it yet reads what is left; nobody is told anew."""
    told = _told(t, TABLE[verb], case)
    _said_anew(t, object_id, told, TABLE[verb].sentence.format(who="", title=_title(case), detail=detail) if detail else "")


def unread(t: Transaction, account_id: UUID, limit: int = 50) -> list[dict[str, Any]]:
    """The newest unread notices of an account."""
    return t.all(
        "select id, verb, kind, object_id, sentence, made_at from notice where account_id = $1 and read_at is null order by made_at desc, id limit $2",
        account_id, limit,
    )


def mark_read(t: Transaction, account_id: UUID, ids: list[UUID]) -> int:
    """Mark notices as read; only one's own."""
    return t.run("update notice set read_at = $3 where account_id = $1 and id = any($2) and read_at is null", account_id, ids, dates.now_utc())


