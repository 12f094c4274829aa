"""The rules of sending, each with its article; no clock: `Facts.today` is given."""

from collections.abc import Callable, Iterable
from datetime import date

from recognition.campaigns.rules import check_period
from recognition.catalogue.terms import RecipientKind
from recognition.nominations.rules.dossier import dossier_of, missing_parts
from recognition.nominations.rules.facts import Facts, Finding, lacks
from recognition.nominations.rules.required import required
from recognition.nominations.rules.texts import check_draft
from recognition.nominations.terms import SIGNED, NominationInput, Subject
from vietnamese import dates

EARLIEST = date(1930, 1, 1)


def _days(data: NominationInput, facts: Facts) -> Iterable[Finding]:
    if data.deed is None:
        return
    done, known, today = data.deed.deed_date, data.deed.known_date, facts.today
    if done is not None and done > today:
        yield Finding("deed_date", f"Ngày này chưa tới. Hôm nay là {dates.short(today)}.")
    if done is not None and done < EARLIEST:
        yield Finding("deed_date", f"Ngày {dates.short(done)} quá xa. Anh/chị xem lại năm.")
    if known is not None and known > today:
        yield Finding("known_date", f"Ngày này chưa tới. Hôm nay là {dates.short(today)}.")
    if done is not None and known is not None and known < done:
        yield Finding("known_date", f"Ngày biết việc ({dates.short(known)}) trước ngày làm việc ({dates.short(done)}). Anh/chị xem lại hai ngày.")


def _period(data: NominationInput, facts: Facts) -> Iterable[Finding]:
    if data.subject is not Subject.ACHIEVEMENT:
        return
    for name, sentence in check_period(data.period_from, data.period_to).items():
        field = {"from_date": "period_from", "to_date": "period_to"}[name]
        yield Finding(field, sentence, missing=getattr(data, field) is None)
    if data.period_from is not None and data.period_from > facts.today:
        yield Finding("period_from", f"Thời gian lập thành tích chưa bắt đầu. Hôm nay là {dates.short(facts.today)}.")


def _campaign(data: NominationInput, facts: Facts) -> Iterable[Finding]:
    if data.campaign_id is None:
        return
    if facts.campaign_refusal:
        yield Finding("campaign_id", facts.campaign_refusal)
    done = data.deed.deed_date if data.deed else None
    if done and facts.campaign_from and facts.campaign_to and not facts.campaign_from <= done <= facts.campaign_to:
        yield Finding(
            "deed_date", f"Việc làm ngày {dates.short(done)} nằm ngoài thời gian của phong trào ({dates.short(facts.campaign_from)} - {dates.short(facts.campaign_to)}).",
            blocks=False,
        )  # fmt: skip


def _award(data: NominationInput, facts: Facts) -> Iterable[Finding]:
    award = facts.award
    if award is None:
        return
    if award.from_date > facts.today or (award.to_date is not None and award.to_date < facts.today):
        yield Finding("award_type_id", f"{award.name} không áp dụng vào ngày {dates.short(facts.today)}. Anh/chị chọn hình thức khác.")
    if data.nominee is not None and data.nominee.kind not in award.kinds:
        yield Finding("award_type_id", f"{award.name} không dành cho đối tượng «{data.nominee.kind.label}». Anh/chị chọn hình thức khác.", "Luật Thi đua, khen thưởng, Điều 5")


def _dissolved(data: NominationInput, facts: Facts) -> Iterable[Finding]:
    clause = "Thông tư 15/2025/TT-BNV"
    if facts.unit_end is not None and facts.unit_end <= facts.today:
        yield Finding("unit_id", f"Đơn vị đề nghị đã giải thể ngày {dates.short(facts.unit_end)}. Đơn vị tiếp nhận đứng ra đề nghị.", "Nghị định 152/2025/NĐ-CP, Điều 33")
    collective = data.nominee is not None and data.nominee.kind is RecipientKind.COLLECTIVE
    if collective and facts.nominee_unit_end is not None and facts.nominee_unit_end <= facts.today:
        yield Finding("nominee", f"Tập thể này đã giải thể ngày {dates.short(facts.nominee_unit_end)} nên không xét khen thưởng.", clause)


def _posthumous(data: NominationInput, _facts: Facts) -> Iterable[Finding]:
    if data.posthumous and data.subject is Subject.DEED:
        yield Finding(
            "posthumous", "Danh hiệu gương người tốt, việc tốt không xét truy tặng. Anh/chị lập hồ sơ thành tích để đề nghị hình thức khác.",
            "Quy chế người tốt, việc tốt (mẫu: QĐ 33/2024/QĐ-UBND Hà Nội)",
        )  # fmt: skip


def _double(_data: NominationInput, facts: Facts) -> Iterable[Finding]:
    if facts.earlier is not None:
        yield Finding(
            "", f"Việc này đã được đề nghị cho đúng đối tượng này ở hồ sơ {facts.earlier.code} của {facts.earlier.unit_name} ({facts.earlier.state.label}). "
            "Một thành tích chỉ khen một lần.", "Luật Thi đua, khen thưởng, Điều 5",
        )  # fmt: skip


def _hold(_data: NominationInput, facts: Facts) -> Iterable[Finding]:
    if facts.hold:
        yield Finding(
            "nominee", "Đối tượng này đang trong thời gian chưa xét khen thưởng. Anh/chị hỏi thư ký để biết khi nào gửi được; bản nháp vẫn giữ nguyên.",
            "Nghị định 152/2025/NĐ-CP, Điều 4",
        )  # fmt: skip


def _told(data: NominationInput, _facts: Facts) -> Iterable[Finding]:
    if not data.told:
        yield lacks("told", "Anh/chị cho người được đề nghị biết, rồi đánh dấu vào ô «Người được đề nghị đã biết và đồng ý».", "Luật Thi đua, khen thưởng, Điều 5 (công khai)")
    if data.publish and not data.publish_basis:
        yield lacks("publish_basis", "Anh/chị ghi căn cứ công bố, ví dụ «đồng ý bằng văn bản ngày 20/11/2026».")


def _dossier(data: NominationInput, facts: Facts) -> Iterable[Finding]:
    dossier = dossier_of(facts.award.dossier, data.commendation) if facts.award else ()
    missing = missing_parts(dossier, facts.evidence)
    for kind in missing:
        mend = "Anh/chị in giấy tờ của đơn vị, ký, rồi tải bản chụp lên." if kind in SIGNED else "Anh/chị tải tệp lên ở phần minh chứng."
        yield lacks("evidence", f"Hồ sơ này cần «{kind.label}». {mend}", "Luật Thi đua, khen thưởng, Điều 84")
    for name in facts.unproved:
        yield lacks("evidence", f"Phong trào cần minh chứng cho tiêu chí «{name}». Anh/chị tải tệp lên rồi đánh dấu tiêu chí này.", "Kế hoạch của phong trào")
    if facts.evidence_count == 0 and not missing and not facts.unproved:
        yield Finding("evidence", "Chưa có minh chứng. Vẫn gửi được, nhưng hồ sơ có một xác nhận thường được xét nhanh hơn.", blocks=False)


def _taken(data: NominationInput, facts: Facts) -> Iterable[Finding]:
    """A picture taken before the deed, or outside the period, is asked about: the camera's clock may be wrong."""
    first = data.deed.deed_date if data.deed else data.period_from
    last = None if data.deed else data.period_to
    odd = sorted(day for day in facts.taken if (first is not None and day < first) or (last is not None and day > last))
    if odd:
        what = "trước ngày làm việc tốt" if data.deed else "ngoài thời gian lập thành tích"
        yield Finding("evidence", f"Có ảnh chụp ngày {dates.short(odd[0])}, {what}. Anh/chị xem lại ảnh hoặc ngày; máy ảnh cũng có thể sai giờ.", blocks=False)


#: Every rule of sending, in the order in which a person reads the form.
RULES: tuple[Callable[[NominationInput, Facts], Iterable[Finding]], ...] = (
    required, _days, _period, _campaign, _award, _dissolved, _posthumous, _double, _hold, _told, _dossier, _taken,
)  # fmt: skip


def findings(data: NominationInput, facts: Facts) -> tuple[Finding, ...]:
    """Everything to mend or to think of before sending, in reading order; too long texts among them."""
    long = [Finding(name, sentence) for name, sentence in check_draft(data).items()]
    return (*long, *(found for rule in RULES for found in rule(data, facts)))


def blocking(found: Iterable[Finding]) -> dict[str, str]:
    """What keeps a case from being sent, the first sentence of each field, clause behind it."""
    wrong: dict[str, str] = {}
    for each in found:
        if each.blocks and each.field not in wrong:
            wrong[each.field] = f"{each.sentence} ({each.clause}.)" if each.clause else each.sentence
    return wrong
