"""The unit's own papers as Word: tờ trình with its list, báo cáo or tóm tắt thành tích, biên bản bình xét."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import Issuer, RecipientKind, Track
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, refuse
from recognition.hall.lengths import too_long
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Verb, Word
from recognition.nominations.actions import ground
from recognition.nominations.terms import Commendation, Nomination, Subject
from recognition.people import actions as people
from recognition.units import actions as units
from recognition.units.terms import Unit, UnitKind
from vietnamese import dates, text

if TYPE_CHECKING:
    from documents import facts as papers

MOST = 500


class UnitPaper(Word):
    """A paper that the unit makes, signs and attaches."""

    SUBMISSION = "submission", "Tờ trình"
    SUMMARY = "summary", "Tóm tắt thành tích"
    REPORT = "report", "Báo cáo thành tích"


@dataclass(frozen=True)
class Meeting:
    """The unit's meeting, as typed for its minutes: local times, names one a line, how many agreed."""

    starts: datetime
    ends: datetime
    place: str
    chair: str
    secretary: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    approve: int


def unit_papers(case: Nomination) -> tuple[UnitPaper, ...]:
    """The papers of a case: a deed or a spot commendation needs a summary, anything else a whole report (Luật, Điều 84)."""
    short = case.subject is Subject.DEED or case.commendation is Commendation.SPOT
    return (UnitPaper.SUBMISSION, UnitPaper.SUMMARY if short else UnitPaper.REPORT)


def unit_paper(who: Actor, nomination_id: UUID, paper: UnitPaper) -> bytes:
    """One paper of a case as .docx. Raises NotAllowed, NotFound, Invalid when the recipient is not chosen yet."""
    from documents import reports

    with reading(who) as t:
        case = _printable(t, who, nomination_id)
        if paper is UnitPaper.SUBMISSION:
            return _submission((case,))
        return reports.achievement_report(_report(who, case)) if paper is UnitPaper.REPORT else reports.achievement_summary(_summary(case))


def submission_of(who: Actor, ids: Sequence[UUID]) -> bytes:
    """One tờ trình for several cases of one unit before one issuer, as .docx. Raises NotAllowed, NotFound, Invalid."""
    with reading(who) as t:
        found = tuple(_printable(t, who, each) for each in ids[:MOST])
        if not found or len({(case.unit_id, case.issuer_id) for case in found}) != 1:
            raise Invalid({"": "Anh/chị chọn các hồ sơ của cùng một đơn vị, gửi cùng một cơ quan xét khen."})
        return _submission(found)


def unit_minutes(who: Actor, ids: Sequence[UUID], meeting: Meeting) -> bytes:
    """Biên bản bình xét of the unit for its cases, as .docx. Raises NotAllowed, NotFound, Invalid."""
    from documents import facts as papers
    from documents import minutes

    with reading(who) as t:
        found = tuple(_printable(t, who, each) for each in ids[:MOST])
    _check_meeting(meeting)
    unit, total = units.get(None, found[0].unit_id), len(meeting.present) + len(meeting.absent)
    results = tuple(
        papers.Result(case.recipient_name, meeting.approve, total, meeting.approve * 2 > total, award_form=case.award_name) for case in found
    )
    return minutes.unit_minutes(
        papers.Minutes(
            head=_head(found[0]), about="Họp bình xét đề nghị khen thưởng", body=unit.name, starts=meeting.starts, ends=meeting.ends, place=meeting.place,
            founded_by="", members_total=total, present=_people(meeting.present), absent=_people(meeting.absent), chair=papers.Attendee(meeting.chair),
            secretary=papers.Attendee(meeting.secretary), method="biểu quyết",
            rule="Đề nghị khi hơn một nửa tổng số thành viên đồng ý",
            sections=(papers.Section("Nội dung", tuple(f"{case.recipient_name}: {case.title}." for case in found)),),
            results=results, conclusions=(f"Cuộc họp thống nhất đề nghị {_spoken(found[0])} xem xét, khen thưởng các trường hợp đạt ở trên.",),
        )
    )  # fmt: skip


def _check_meeting(meeting: Meeting) -> None:
    wrong: dict[str, str] = {}
    for name, value, what in (("place", meeting.place, "nơi họp"), ("chair", meeting.chair, "người chủ trì"), ("secretary", meeting.secretary, "thư ký")):
        if not text.clean(value):
            wrong[name] = f"Anh/chị nhập {what}."
        if sentence := too_long(value, 200, f"{what[:1].upper()}{what[1:]}"):
            wrong[name] = sentence
    if not meeting.present:
        wrong["present"] = "Anh/chị nhập tên người có mặt, mỗi người một dòng."
    if meeting.ends < meeting.starts:
        wrong["ends"] = "Giờ kết thúc trước giờ bắt đầu. Anh/chị xem lại."
    if not 0 <= meeting.approve <= len(meeting.present):
        wrong["approve"] = f"Số người đồng ý từ 0 đến {len(meeting.present)} (số người có mặt)."
    refuse(wrong)


def _people(names: Sequence[str]) -> "tuple[papers.Attendee, ...]":
    from documents.facts import Attendee

    return tuple(Attendee(name) for name in names)


def _printable(t: Transaction, who: Actor, nomination_id: UUID) -> Nomination:
    case = ground.seen(t, who, nomination_id)
    permissions.require(who, Verb.PRINT_UNIT_PAPERS, case)
    if case.recipient_id is None or not case.title:
        raise Invalid({"": f"Hồ sơ {case.code} chưa chọn đối tượng hoặc chưa nêu việc nên chưa lập được giấy tờ."})
    return case


def _head(case: Nomination) -> "papers.Head":
    return unit_head(case.unit_id, case.issuer_id)


def unit_head(unit_id: UUID, issuer_id: UUID) -> "papers.Head":
    """The unit's head: its own name under the unit above it, in the form of its own kind of organ; the day is left open."""
    from documents import facts as papers

    unit, issuer = units.get(None, unit_id), catalogue.issuer(None, issuer_id)
    above = units.get(None, unit.parent_id).name if unit.parent_id else issuer.name
    track = papers.Track(_track(unit, issuer).value)
    return papers.Head(papers.Issuer(unit.name.upper(), issuer.place, track, above.upper(), in_text=unit.name), dates.today(), dated=False)


def _spoken(case: Nomination) -> str:
    """The deciding organ inside a sentence: the first of its names that is not all capitals."""
    issuer = catalogue.issuer(None, case.issuer_id)
    return next((name for name in (issuer.awarding_line, issuer.name) if name and not name.isupper()), issuer.name)


def _track(unit: Unit, issuer: Issuer) -> Track:
    if unit.kind.value.startswith("party") or unit.kind is UnitKind.COMMITTEE:
        return Track.PARTY
    if unit.kind.value.startswith("union"):
        return Track.UNION
    if unit.kind is UnitKind.ENTERPRISE:
        return Track.ENTERPRISE
    return Track.STATE if issuer.track is Track.PARTY else issuer.track


#: Kind of unit → on whose behalf its head signs, as what. The name is written by hand.
_SIGNS: dict[UnitKind, tuple[tuple[str, ...], str]] = {
    UnitKind.COMMITTEE: (("T/M ĐẢNG ỦY",), "BÍ THƯ"),
    UnitKind.PARTY_BASE: (("T/M ĐẢNG ỦY",), "BÍ THƯ"),
    UnitKind.PARTY_PART: (("T/M ĐẢNG ỦY",), "BÍ THƯ"),
    UnitKind.PARTY_CELL: (("T/M CHI BỘ",), "BÍ THƯ"),
    UnitKind.PARTY_SUBCELL: (("T/M CHI BỘ",), "BÍ THƯ"),
    UnitKind.UNION_UPPER: (("TM. BAN CHẤP HÀNH",), "CHỦ TỊCH"),
    UnitKind.UNION_BASE: (("TM. BAN CHẤP HÀNH",), "CHỦ TỊCH"),
}


def unit_signer(unit: Unit) -> "papers.Signer":
    """On whose behalf the head of a unit signs, as what; the name is written by hand."""
    from documents.facts import Signer

    capacity, post = _SIGNS.get(unit.kind, ((), "THỦ TRƯỞNG ĐƠN VỊ"))
    return Signer("", post, capacity)


def _line(case: Nomination) -> "papers.Line":
    from documents import facts as papers

    kind = {RecipientKind.INDIVIDUAL: papers.Kind.PERSON, RecipientKind.COLLECTIVE: papers.Kind.COLLECTIVE, RecipientKind.HOUSEHOLD: papers.Kind.HOUSEHOLD}
    post = people.post_on(case.person_id, dates.today()) if case.person_id else None
    assert case.recipient_kind is not None
    salutation = case.recipient_salutation if case.recipient_kind is RecipientKind.INDIVIDUAL else ""
    return papers.Line(
        kind[case.recipient_kind], case.recipient_name, salutation, post.title if post else "", post.unit_name if post else "",
        achievement=case.title, award_form=case.award_name or "Giấy khen", posthumous=case.posthumous,
    )  # fmt: skip


def _submission(found: tuple[Nomination, ...]) -> bytes:
    from documents import facts as papers
    from documents import requests

    first = found[0]
    campaign = f"trong phong trào thi đua «{first.campaign_name}»" if first.campaign_name else "có việc làm tốt, thành tích tiêu biểu"
    merit = f"đã có thành tích xuất sắc {campaign}" if first.campaign_name else f"đã {campaign}"
    unit = units.get(None, first.unit_id)
    return requests.submission(
        papers.Submission(
            head=_head(first), to=(_spoken(first),), about="về việc đề nghị khen thưởng", lines=tuple(_line(case) for case in found), merit=merit,
            signer=unit_signer(unit),
            reasons=(f"Căn cứ kết quả bình xét của {unit.name};",) if len(found) > 1 or first.commendation is not Commendation.SPOT else (),
            attachments=("Tóm tắt hoặc báo cáo thành tích của từng trường hợp", "Minh chứng kèm theo"),
        )
    )  # fmt: skip


def _summary(case: Nomination) -> "papers.AchievementSummary":
    from documents import facts as papers

    deed = case.deed
    when = dates.long(deed.deed_date) if deed and deed.deed_date else _period(case)
    return papers.AchievementSummary(
        head=_head(case), recipient=_line(case), asked_for=case.award_name or "Giấy khen", what=f"{case.title}. {deed.story if deed else case.achievement}",
        when=text.initial_capital(when), where=deed.place if deed else "", result=deed.beneficiaries if deed else "", why=deed.reason if deed else "",
        signer=unit_signer(units.get(None, case.unit_id)), known_by=deed.witness if deed else "",
    )  # fmt: skip


def _period(case: Nomination) -> str:
    return f"từ {dates.short(case.period_from)} đến {dates.short(case.period_to)}" if case.period_from and case.period_to else ""


def _report(who: Actor, case: Nomination) -> "papers.AchievementReport":
    from documents import facts as papers

    unit, line = units.get(None, case.unit_id), _line(case)
    pairs = [("Họ và tên" if case.person_id else "Tên", line.name), ("Chức vụ", line.post), ("Đơn vị", line.unit or case.unit_name), ("Thời gian lập thành tích", _period(case))]
    past = people.history_of_person(who, case.person_id) if case.person_id and permissions.allowed(who, Verb.SEE_HISTORY) else ()
    earlier = tuple(papers.PastAward(a.decided_on.year, a.award_name, f"{a.number_text or 'Quyết định'} ngày {dates.short(a.decided_on)}") for a in past)
    return papers.AchievementReport(
        head=_head(case), recipient=line, asked_for=case.award_name or "Giấy khen", particulars=tuple(pair for pair in pairs if pair[1]), duties=(),
        achievements=(papers.Section(case.title, tuple(part for part in case.achievement.split("\n") if part.strip())),), past=earlier,
        reporter=papers.Signer("", "NGƯỜI BÁO CÁO"), confirmer=unit_signer(unit),
    )  # fmt: skip
