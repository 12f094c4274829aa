"""How a model spreads: which links may be written down, and what the links tell in numbers."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from recognition.dan_van_kheo.rules import REASON_LENGTH
from recognition.dan_van_kheo.spread_terms import LearnInput, Link, Source, Spread
from recognition.hall.lengths import too_long
from vietnamese import dates


def check_link(data: LearnInput, source: Source, links: Iterable[Link], today: date) -> dict[str, str]:
    """What is wrong with a link, field by field: no unit learns from itself, twice, in a circle, before the source was there, or tomorrow."""
    known = list(links)
    wrong: dict[str, str] = {}
    if data.on_date is None:
        wrong["on_date"] = "Anh/chị chọn ngày đơn vị bắt đầu làm theo."
    elif data.on_date > today:
        wrong["on_date"] = f"Ngày này chưa tới. Hôm nay là {dates.short(today)}."
    elif data.on_date < source.registered_on:
        wrong["on_date"] = f"Mô hình nguồn đăng ký ngày {dates.short(source.registered_on)}. Ngày bắt đầu làm theo không thể trước ngày đó."
    if data.unit_id == source.unit_id:
        wrong["unit_id"] = "Đây là mô hình của chính đơn vị này. Anh/chị chọn mô hình của đơn vị khác để ghi học tập."
    elif any(link.model_id == source.model_id and link.unit_id == data.unit_id for link in known):
        wrong["unit_id"] = "Đơn vị này đã được ghi là học từ mô hình này rồi. Anh/chị xem ở mục «Lan toả»."
    if data.copied_model_id is not None and data.copied_model_id in {source.model_id, *ancestors(source.model_id, known)}:
        wrong["copied_model_id"] = "Mô hình nguồn đã học từ mô hình này, ghi ngược lại sẽ thành vòng tròn. Anh/chị chọn mô hình khác."
    for field, value, what in (("adapted", data.adapted, "Điểm làm khác"), ("result", data.result, "Kết quả")):
        sentence = too_long(value, REASON_LENGTH, what)
        if sentence:
            wrong[field] = sentence
    return wrong


def ancestors(model_id: UUID, links: Iterable[Link]) -> frozenset[UUID]:
    """The models from which a model learned, and those from which they did."""
    above: dict[UUID, list[UUID]] = {}
    for link in links:
        if link.copied_model_id is not None:
            above.setdefault(link.copied_model_id, []).append(link.model_id)
    found: set[UUID] = set()
    waiting = [model_id]
    while waiting:
        for each in above.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return frozenset(found)


def spread(source: Source, links: Iterable[Link], known_from: date | None) -> Spread:
    """Reach, depth and time of a model, from every link that is written down.

    `known_from` is the day of recognition or publication, whichever came first; the time is the median of the days from then to each
    unit's first use, half a day counting as a day; units that had begun before are left out of it. The source's own unit is never counted.
    """
    below: dict[UUID, list[Link]] = {}
    for link in links:
        below.setdefault(link.model_id, []).append(link)
    direct = {link.unit_id for link in below.get(source.model_id, ())} - {source.unit_id}
    first, depth = _walked(source, below)
    days = sorted((day - known_from).days for day in first.values() if known_from is not None and day >= known_from)
    return Spread(len(direct), len(first), depth, _median(days))


def _walked(source: Source, below: Mapping[UUID, list[Link]]) -> tuple[dict[UUID, date], int]:
    """Every unit that was reached with its first day, and the longest chain, link after link; a circle, which the rule above forbids, ends."""
    first: dict[UUID, date] = {}
    depth, here = 0, {source.model_id}
    while depth <= len(below):
        links = [link for model_id in here for link in below.get(model_id, ())]
        if not links:
            break
        depth += 1
        for link in links:
            if link.unit_id != source.unit_id:
                first[link.unit_id] = min(link.on_date, first.get(link.unit_id, link.on_date))
        here = {link.copied_model_id for link in links if link.copied_model_id is not None}
    return first, depth


def _median(days: list[int]) -> int | None:
    if not days:
        return None
    middle = len(days) // 2
    return days[middle] if len(days) % 2 else (days[middle - 1] + days[middle] + 1) // 2
