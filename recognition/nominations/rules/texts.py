"""The texts of a nomination: clean, within their lengths, and what is made from them."""

from dataclasses import replace

from recognition.campaigns.rules import in_sentence
from recognition.hall.lengths import too_long
from recognition.nominations.terms import Commendation, NominationInput, Subject
from vietnamese import text

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
    """The sentence for the certificate, from what was typed; empty while nothing is known. The usual form: «Đã có thành tích xuất sắc trong …»."""
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
