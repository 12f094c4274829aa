"""What makes a nomination right: each rule with its article, over plain values. No clock: `Facts.today` is given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from recognition.campaigns.rules import check_period, in_sentence, too_long
from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import State
from recognition.nominations.terms import (
    SIGNED,
    Answer,
    Commendation,
    DeedInput,
    EvidenceKind,
    NominationInput,
    Nominee,
    Reason,
    Subject,
)
from vietnamese import dates, text

#: Field → (longest text in characters, what it is called).
LENGTHS = {
    "title": (200, "Câu nêu việc"),
    "story": (5_000, "Phần kể lại việc làm"),
    "reason": (2_000, "Phần vì sao đáng khen"),
    "achievement": (5_000, "Phần thành tích"),
    "wording": (300, "Câu trên giấy khen"),
    "place": (200, "Nơi làm"),
    "beneficiaries": (500, "Người được giúp"),
    "witness": (500, "Người chứng kiến"),
    "publish_basis": (300, "Căn cứ công bố"),
    "contact": (200, "Người liên hệ"),
    "group_name": (200, "Tên nhóm, tổ"),
    "head_name": (100, "Tên chủ hộ"),
    "address": (200, "Địa chỉ"),
    "commune": (100, "Xã, phường"),
}
EARLIEST = date(1930, 1, 1)
ENOUGH_STORY = 100


@dataclass(frozen=True)
class Award:
    """What the rules need of an award type."""

    name: str
    kinds: frozenset[RecipientKind]
    from_date: date
    to_date: date | None
    dossier: tuple[str, ...]


@dataclass(frozen=True)
class Earlier:
    """A case that already proposes the same for the same."""

    code: str
    unit_name: str
    state: State


@dataclass(frozen=True)
class Facts:
    """What stands around a case on the day."""

    today: date
    award: Award | None = None
    campaign_refusal: str | None = None
    campaign_from: date | None = None
    campaign_to: date | None = None
    unit_end: date | None = None
    nominee_unit_end: date | None = None
    evidence: frozenset[EvidenceKind] = frozenset()
    evidence_count: int = 0
    taken: tuple[date, ...] = ()
    earlier: Earlier | None = None
    hold: bool = False


@dataclass(frozen=True)
class Finding:
    """One thing to mend (`blocks`) or to think of; `clause` is where it comes from.

    `missing`: nothing is wrong yet, it is only not there.
    """

    field: str
    sentence: str
    clause: str = ""
    blocks: bool = True
    missing: bool = False


def _lacks(field: str, sentence: str, clause: str = "") -> Finding:
    return Finding(field, sentence, clause, missing=True)


def tidy(data: NominationInput) -> NominationInput:
    """The same with clean texts: NFC, no stray spaces."""
    line, many = text.clean, text.clean_multiline
    nominee, deed = data.nominee, data.deed
    if nominee is not None:
        nominee = replace(
            nominee, group_name=line(nominee.group_name), head_name=line(nominee.head_name),
            address=line(nominee.address), commune=line(nominee.commune),
        )
    if deed is not None:
        deed = replace(
            deed, story=many(deed.story), reason=many(deed.reason), place=line(deed.place),
            beneficiaries=line(deed.beneficiaries), witness=line(deed.witness),
        )
    return replace(
        data, nominee=nominee, deed=deed, title=line(data.title), achievement=many(data.achievement), wording=line(data.wording),
        publish_basis=line(data.publish_basis), contact=line(data.contact),
    )


def texts(data: NominationInput) -> dict[str, str]:
    """Every typed text by the name of its field."""
    found = {name: getattr(data, name) for name in ("title", "achievement", "wording", "publish_basis", "contact")}
    for part, names in ((data.deed, ("story", "reason", "place", "beneficiaries", "witness")), (data.nominee, ("group_name", "head_name", "address", "commune"))):
        if part is not None:
            found |= {name: getattr(part, name) for name in names}
    return found


def check_draft(data: NominationInput) -> dict[str, str]:
    """What even a draft may not be: texts over their length, a spot commendation inside a campaign."""
    wrong: dict[str, str] = {}
    for name, value in texts(data).items():
        limit, what = LENGTHS[name]
        sentence = too_long(value, limit, what)
        if sentence:
            wrong[name] = sentence
    if data.commendation is Commendation.SPOT and data.campaign_id is not None:
        wrong["campaign_id"] = "Khen đột xuất không thuộc phong trào nào (Luật Thi đua, khen thưởng, Điều 8). Anh/chị bỏ chọn phong trào hoặc đổi loại hình."
    if (data.subject is Subject.DEED) != (data.deed is not None):
        wrong["deed"] = "Hồ sơ việc tốt cần phần kể việc, hồ sơ khác thì không."
    return wrong


def achievement_text(data: NominationInput) -> str:
    """The summary that screening and the council read: for a deed the story, then why it deserves praise."""
    if data.deed is None:
        return data.achievement
    return "\n\n".join(part for part in (data.deed.story, data.deed.reason) if part)


def suggested_wording(data: NominationInput, campaign_name: str = "") -> str:
    """The sentence for the certificate, from what was typed; empty while nothing is known (domain 3.5)."""
    if data.subject is Subject.DEED:
        title = data.title.rstrip(".")
        return f"Đã có việc làm tốt: {title[:1].lower()}{title[1:]}"[: LENGTHS["wording"][0]] if title else ""
    if campaign_name:
        return f"Đã có thành tích xuất sắc trong {in_sentence(campaign_name)}"[: LENGTHS["wording"][0]]
    title = data.title.rstrip(".")
    return f"Đã có thành tích xuất sắc trong {title[:1].lower()}{title[1:]}"[: LENGTHS["wording"][0]] if title else ""


def subject_key(data: NominationInput, recipient: str) -> str:
    """One text for one achievement of one recipient: the same twice is proposed twice (Luật, Điều 5)."""
    if data.subject is Subject.MODEL_YEAR:
        return f"model|{data.model_year_id}"
    title = text.search_key(data.title)
    if data.deed is not None:
        return f"deed|{recipient}|{data.deed.deed_date}|{title}"
    return f"achievement|{recipient}|{data.campaign_id}|{data.period_from}|{data.period_to}|{title}"


# -- the rules of sending ---------------------------------------------------------------------------------------------


def _required(data: NominationInput, _facts: Facts) -> Iterable[Finding]:
    yield from _required_nominee(data)
    if not data.title:
        yield _lacks("title", "Anh/chị nêu việc trong một câu.")
    if data.award_type_id is None:
        yield _lacks("award_type_id", "Anh/chị chọn hình thức đề nghị khen.")
    if data.commendation is Commendation.CAMPAIGN and data.campaign_id is None:
        yield _lacks("campaign_id", "Anh/chị chọn phong trào.", "Luật Thi đua, khen thưởng, Điều 8")
    if data.deed is None and not data.achievement:
        yield _lacks("achievement", "Anh/chị tóm tắt thành tích.")
    if data.deed is not None:
        yield from _required_deed(data.deed)


def _required_nominee(data: NominationInput) -> Iterable[Finding]:
    nominee = data.nominee
    if nominee is None:
        yield _lacks("nominee", "Anh/chị chọn người được nêu gương.")
    elif nominee.recipient_id is not None:
        return
    elif nominee.kind is RecipientKind.INDIVIDUAL:
        yield from _required_person(nominee)
    elif nominee.kind is RecipientKind.COLLECTIVE and nominee.unit_id is None:
        yield _lacks("nominee", "Anh/chị chọn đơn vị của tập thể được nêu gương.")
    elif nominee.kind is RecipientKind.HOUSEHOLD:
        for name, what in (("head_name", "tên chủ hộ"), ("address", "địa chỉ của hộ"), ("commune", "xã, phường nơi hộ ở")):
            if not getattr(nominee, name):
                yield _lacks(name, f"Anh/chị nhập {what}.")


def _required_person(nominee: Nominee) -> Iterable[Finding]:
    new = nominee.newcomer
    if nominee.person_id is None and new is None:
        yield _lacks("nominee", "Anh/chị nhập tên và chọn người được nêu gương.")
    elif nominee.person_id is None and new is not None:
        for name, value, what in (("person_title", new.title, "chức vụ hoặc công việc"), ("person_unit", new.unit_id, "đơn vị công tác")):
            if not value:
                yield _lacks(name, f"Anh/chị nhập {what} của người này.")


def _required_deed(deed: DeedInput) -> Iterable[Finding]:
    if deed.deed_date is None:
        yield _lacks("deed_date", "Anh/chị chọn ngày làm việc tốt.")
    if not deed.place:
        yield _lacks("place", "Anh/chị nhập nơi làm việc tốt.")
    if not deed.story:
        yield _lacks("story", "Anh/chị kể lại việc làm.")
    elif len(deed.story) < ENOUGH_STORY:
        yield Finding("story", "Phần kể còn ngắn. Người xét thường cần biết ai được giúp, giúp thế nào, kết quả ra sao.", blocks=False)
    if not deed.reason:
        yield Finding("reason", "Chưa nói vì sao việc này đáng khen. Một câu là đủ.", blocks=False)


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
        yield _lacks("told", "Anh/chị cho người được đề nghị biết, rồi đánh dấu vào ô này.", "Luật Thi đua, khen thưởng, Điều 5 (công khai)")
    if data.publish and not data.publish_basis:
        yield _lacks("publish_basis", "Anh/chị ghi căn cứ công bố, ví dụ «đồng ý bằng văn bản ngày 20/11/2026».")


#: Part of an award's dossier (codes of the catalogue) → the kinds of file of which one must be attached.
PARTS: dict[str, tuple[EvidenceKind, ...]] = {
    "submission": (EvidenceKind.SIGNED_SUBMISSION,),
    "achievement_report": (EvidenceKind.SIGNED_REPORT,),
    "achievement_summary": (EvidenceKind.SIGNED_REPORT, EvidenceKind.SIGNED_SUBMISSION),
    "review_minutes": (EvidenceKind.SIGNED_MINUTES,),
    "model_file": (EvidenceKind.SIGNED_REPORT,),
    "initiative_proof": (EvidenceKind.PAPER,),
    "evidence": (EvidenceKind.PICTURE, EvidenceKind.PAPER),
}


def dossier_of(dossier: Iterable[str], commendation: Commendation) -> tuple[str, ...]:
    """What an award asks for by the kind of commendation: a spot one goes without the unit's minutes, with a summary.

    Source: Luật, Điều 84 and Điều 85 (simplified procedure); Nghị định 152/2025, Điều 33(8); what a province adds is the
    catalogue's.
    """
    if commendation is not Commendation.SPOT:
        return tuple(dossier)
    shorter = {"achievement_report": "achievement_summary", "review_minutes": ""}
    return tuple(dict.fromkeys(part for part in (shorter.get(each, each) for each in dossier) if part))


def missing_parts(dossier: Iterable[str], attached: frozenset[EvidenceKind]) -> tuple[EvidenceKind, ...]:
    """The kinds of file that an award's dossier still lacks, each once, in the dossier's order (Luật, Điều 84)."""
    missing: list[EvidenceKind] = []
    for kinds in (PARTS[part] for part in dossier if part in PARTS):
        if not (attached | set(missing)).intersection(kinds):
            missing.append(kinds[0])
    return tuple(missing)


def _dossier(data: NominationInput, facts: Facts) -> Iterable[Finding]:
    dossier = dossier_of(facts.award.dossier, data.commendation) if facts.award else ()
    missing = missing_parts(dossier, facts.evidence)
    for kind in missing:
        mend = "Anh/chị in giấy tờ của đơn vị, ký, rồi tải bản chụp lên." if kind in SIGNED else "Anh/chị tải tệp lên ở phần minh chứng."
        yield _lacks("evidence", f"Hồ sơ này cần «{kind.label}». {mend}", "Luật Thi đua, khen thưởng, Điều 84")
    if facts.evidence_count == 0 and not missing:
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
    _required, _days, _period, _campaign, _award, _dissolved, _posthumous, _double, _hold, _told, _dossier, _taken,
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


def check_reasons(reasons: Iterable[Reason]) -> dict[str, str]:
    """A return says why: at least one sentence, none longer than 1,000 characters."""
    given = [reason for reason in reasons if text.clean(reason.sentence)]
    if not given:
        return {"reasons": "Anh/chị ghi ít nhất một lý do để người lập hồ sơ biết cần sửa gì."}
    for reason in given:
        sentence = too_long(reason.sentence, 1_000, "Lý do")
        if sentence:
            return {"reasons": sentence}
    return {}


def check_opinion(answer: Answer | None, reason: str) -> dict[str, str]:
    """Yes or no; a no says why."""
    if answer is None:
        return {"answer": "Anh/chị chọn đồng ý hoặc không đồng ý."}
    if answer is Answer.OBJECT and not text.clean(reason):
        return {"reason": "Anh/chị ghi lý do không đồng ý."}
    sentence = too_long(reason, 1_000, "Lý do")
    return {"reason": sentence} if sentence else {}


def may_recall(state: State, endorsed_by_somebody: bool) -> bool:
    """Nobody has acted yet: only sent, or passed on by itself where the unit asks no leader (house, states)."""
    return state is State.SUBMITTED or (state is State.ENDORSED and not endorsed_by_somebody)
