"""What may not be missing, each on its own field."""

from collections.abc import Iterable

from recognition.catalogue.terms import RecipientKind
from recognition.nominations.rules.facts import Facts, Finding, lacks
from recognition.nominations.terms import Commendation, DeedInput, NominationInput, Nominee

ENOUGH_STORY = 100


def required(data: NominationInput, _facts: Facts) -> Iterable[Finding]:
    """The parts that every case, and every deed, must have."""
    yield from _required_nominee(data)
    if not data.title:
        yield lacks("title", f"Anh/chị nêu {'việc' if data.deed else 'thành tích'} trong một câu.")
    if data.award_type_id is None:
        yield lacks("award_type_id", "Anh/chị chọn hình thức đề nghị khen.")
    if data.commendation is Commendation.SPOT and data.issuer_id is None:
        yield lacks("issuer_id", "Anh/chị chọn cơ quan xét khen thưởng.")
    if data.commendation is Commendation.CAMPAIGN and data.campaign_id is None:
        yield lacks("campaign_id", "Anh/chị chọn phong trào.", "Luật Thi đua, khen thưởng, Điều 8")
    if data.deed is None and not data.achievement:
        yield lacks("achievement", "Anh/chị tóm tắt thành tích.")
    if data.deed is not None:
        yield from _required_deed(data.deed)


def _required_nominee(data: NominationInput) -> Iterable[Finding]:
    nominee, praised = data.nominee, "được nêu gương" if data.deed else "được đề nghị"
    if nominee is None:
        yield lacks("nominee", f"Anh/chị nhập tên người, tập thể hoặc hộ gia đình {praised}.")
    elif nominee.recipient_id is not None:
        return
    elif nominee.kind is RecipientKind.INDIVIDUAL:
        yield from _required_person(nominee, praised)
    elif nominee.kind is RecipientKind.COLLECTIVE and nominee.unit_id is None:
        yield lacks("nominee", f"Anh/chị chọn đơn vị của tập thể {praised}.")
    elif nominee.kind is RecipientKind.HOUSEHOLD:
        for name, what in (("head_name", "tên chủ hộ"), ("address", "địa chỉ của hộ"), ("commune", "xã, phường nơi hộ ở")):
            if not getattr(nominee, name):
                yield lacks(name, f"Anh/chị nhập {what}.")


def _required_person(nominee: Nominee, praised: str) -> Iterable[Finding]:
    new = nominee.newcomer
    if nominee.person_id is None and new is None:
        yield lacks("nominee", f"Anh/chị nhập tên và chọn người {praised}.")
    elif nominee.person_id is None and new is not None:
        for name, value, what in (("person_title", new.title, "chức vụ hoặc công việc"), ("person_unit", new.unit_id, "đơn vị công tác")):
            if not value:
                yield lacks(name, f"Anh/chị nhập {what} của người này.")


def _required_deed(deed: DeedInput) -> Iterable[Finding]:
    if deed.deed_date is None:
        yield lacks("deed_date", "Anh/chị chọn ngày làm việc tốt.")
    if not deed.place:
        yield lacks("place", "Anh/chị nhập nơi làm việc tốt.")
    if not deed.story:
        yield lacks("story", "Anh/chị kể lại việc làm.")
    elif len(deed.story) < ENOUGH_STORY:
        yield Finding("story", "Phần kể còn ngắn. Người xét thường cần biết ai được giúp, giúp thế nào, kết quả ra sao.", blocks=False)
    if not deed.reason:
        yield Finding("reason", "Chưa nói vì sao việc này đáng khen. Một câu là đủ.", blocks=False)
