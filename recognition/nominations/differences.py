"""What changed between two revisions of a case, in the words of the form."""

from collections.abc import Mapping
from typing import Any

from recognition.catalogue.terms import RecipientKind
from recognition.nominations.terms import Change, Commendation, EvidenceKind

#: Key of a revision's content → its name on the form, in the form's order. Ids are told by their names.
LABELS: Mapping[str, str] = {
    "recipient_name": "Người được nêu gương",
    "recipient_kind": "Đối tượng",
    "title": "Việc trong một câu",
    "deed.deed_date": "Ngày làm việc tốt",
    "deed.known_date": "Ngày biết việc",
    "deed.place": "Nơi làm",
    "deed.story": "Kể lại việc làm",
    "deed.reason": "Vì sao đáng khen",
    "deed.beneficiaries": "Người được giúp",
    "deed.witness": "Người chứng kiến",
    "achievement": "Thành tích",
    "period_from": "Từ ngày",
    "period_to": "Đến ngày",
    "wording": "Câu trên giấy khen",
    "award_name": "Hình thức đề nghị",
    "commendation": "Loại hình",
    "campaign_name": "Phong trào",
    "told": "Đã báo người được đề nghị",
    "publish": "Đồng ý công bố",
    "publish_basis": "Căn cứ công bố",
}
_WORDS = {"commendation": Commendation, "recipient_kind": RecipientKind}


def between(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The differences of two contents, in the form's order, the files last."""
    found = []
    for key, label in LABELS.items():
        if key == "achievement" and after.get("deed"):
            continue  # a deed's achievement is its story and reason, told above
        old, new = _said(key, _value(before, key)), _said(key, _value(after, key))
        if old != new:
            found.append(Change(label, old, new))
    scores = [_scores(content.get("self_score") or {}) for content in (before, after)]
    if scores[0] != scores[1]:
        found.append(Change("Điểm tự chấm", *scores))
    return (*found, *_files(before.get("evidence", ()), after.get("evidence", ())))


def _value(content: Mapping[str, Any], key: str) -> Any:
    first, _, rest = key.partition(".")
    value = content.get(first)
    return (value or {}).get(rest) if rest else value


def _said(key: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if key in _WORDS:
        return _WORDS[key](value).label
    if key.endswith(("_date", "_from", "_to")):
        year, month, day = str(value).split("-")
        return f"{day}/{month}/{year}"
    return str(value)


def _scores(points: Mapping[str, int]) -> str:
    """The unit's own points, line by line; contents sent before there were any have none."""
    return "; ".join(f"{name}: {given}" for name, given in points.items())


def _files(before: Any, after: Any) -> list[Change]:
    old = {each["sha256"]: each for each in before}
    new = {each["sha256"]: each for each in after}
    gone = [Change("Minh chứng", _file(old[key]), "") for key in old if key not in new]
    moved = [Change("Minh chứng", _file(old[key]), _file(new[key])) for key in old if key in new and _proves(old[key]) != _proves(new[key])]
    return gone + moved + [Change("Minh chứng", "", _file(new[key])) for key in new if key not in old]


def _file(each: Mapping[str, Any]) -> str:
    proves = f" (chứng minh cho {_proves(each)})" if _proves(each) else ""
    return f"{EvidenceKind(each['kind']).label}: {each['caption'] or each['file_name']}{proves}"


def _proves(each: Mapping[str, Any]) -> str:
    """The lines of the score sheet that a file proves; contents sent before they could be several name none."""
    return ", ".join(f"«{name}»" for name in each.get("proves", ()))
