"""Which unit and which award a row means: known words are taken, unknown ones are asked about once for all rows."""

from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.lists import rules
from recognition.lists.known import Known
from recognition.lists.terms import Batch, Finding, Kind, Option, Row
from vietnamese import text

OWN_UNIT = "own_unit"


def unit(batch: Batch, row: Row, known: Known, kind: RecipientKind, found: list[Finding]) -> UUID | None:
    """The unit of the recipient: for a collective that has none of its own, the unit that it is."""
    if kind is RecipientKind.HOUSEHOLD:
        return None
    if kind is RecipientKind.COLLECTIVE and not row.fields.get("unit"):
        meant = known.unit_words.get(text.search_key(row.what))
        if meant is not None:
            return UUID(meant)
    said = row.fields.get("unit") or row.fields.get("department") or ""
    if not said:
        found.append(Finding("unit", f"Không ghi đơn vị; hiểu là thuộc «{known.unit_labels.get(str(batch.unit_id), '')}», đơn vị gửi danh sách.", Kind.NOTE))
        return batch.unit_id
    question = f"unit:{text.search_key(said)}"
    answer = rules.asked_once(batch, row, question)
    if answer == OWN_UNIT:
        return batch.unit_id
    meant_unit = rules.meaning(said, known.unit_words, known.unit_labels, answer)
    if meant_unit.value is not None:
        return UUID(meant_unit.value)
    own = Option(OWN_UNIT, f"Một bộ phận của {known.unit_labels.get(str(batch.unit_id), 'đơn vị gửi danh sách')}")
    options = tuple(dict.fromkeys((*known.former.get(text.search_key(said), ()), *meant_unit.near, own)))
    found.append(
        Finding(
            "unit",
            f"«{said}» chưa có trong danh mục đơn vị. Anh/chị chọn đơn vị đúng; câu trả lời dùng cho mọi dòng ghi như vậy.",
            Kind.ASK,
            question=question,
            options=options,
        )
    )
    return None


def award(batch: Batch, row: Row, known: Known, kind: RecipientKind, found: list[Finding]) -> UUID | None:
    """The award that the row's words mean, else the whole list's; what is unclear is asked, what does not fit is told."""
    said = row.fields.get("award_form", "")
    if not said:
        if batch.award_type_id is not None:
            found.append(
                Finding(
                    "award_form", f"Không ghi hình thức; dùng «{known.award_labels.get(str(batch.award_type_id), '')}» đã chọn cho cả danh sách.", Kind.NOTE
                )
            )
        return batch.award_type_id
    question = f"award:{kind.value}:{text.search_key(said)}"
    words = known.award_words.get(kind, {})
    labels = {each: known.award_labels[each] for each in words.values()}
    meant = rules.meaning(said, words, labels, rules.asked_once(batch, row, question))
    if meant.value is not None:
        return UUID(meant.value)
    options = meant.near or tuple(Option(each, label) for each, label in labels.items())
    sentence = f"Hình thức «{said}» chưa khớp danh mục dành cho {kind.label.lower()}. Anh/chị chọn hình thức đúng; câu trả lời dùng cho mọi dòng ghi như vậy."
    found.append(Finding("award_form", sentence, Kind.ASK, question=question, options=options))
    return None
