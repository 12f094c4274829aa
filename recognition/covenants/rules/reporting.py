"""What a party reports, what is confirmed of it, and how parties stand beside one another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from recognition.covenants.rules import ASKED_DAYS, CONTENT_LENGTH, REASON_LENGTH
from recognition.covenants.rules.reading import read_number, read_reached
from recognition.covenants.terms import (
    Covenant,
    Direction,
    Party,
    Place,
    ReportInput,
    ReportState,
    Result,
    ResultInput,
    Standing,
    State,
    Target,
)
from recognition.hall.lengths import too_long
from vietnamese import dates, numbers, text


def refusal(covenant: Covenant, party: Party, today: date) -> str | None:
    """Why a party reports nothing now, or None."""
    if covenant.state is not State.OPEN:
        return f"Giao ước đang ở trạng thái «{covenant.state.label}» nên không nhận báo cáo."
    if party.joined is None:
        return f"{party.name} chưa ký bản {covenant.edition} của giao ước nên chưa báo cáo được. Lãnh đạo đơn vị ký trước."
    if today < covenant.from_date:
        return f"Giao ước bắt đầu từ {dates.short(covenant.from_date)} nên chưa báo cáo được."
    if party.report is not None and party.report.state is not ReportState.RETURNED:
        return f"Báo cáo của đơn vị ở trạng thái «{party.report.state.label}» nên không sửa được. Anh/chị hỏi thư ký nếu cần trả lại."
    return None


def asked_from(covenant_report_by: date) -> date:
    """From which day on a report is asked for."""
    return covenant_report_by - timedelta(days=ASKED_DAYS)


def check_report(targets: Sequence[Target], data: ReportInput) -> dict[str, str]:
    """Every target has its number or its words, and, where it is scored, points from 0 to its highest: `reached.<id>`, `points.<id>`."""
    wrong: dict[str, str] = {}
    for target in targets:
        wrong |= _check_result(target, data.results.get(target.id, ResultInput()))
    if sentence := too_long(data.note, CONTENT_LENGTH, "Phần tự đánh giá"):
        wrong["note"] = sentence
    return wrong


def _check_result(target: Target, typed: ResultInput) -> dict[str, str]:
    wrong: dict[str, str] = {}
    reached, words, points = f"reached.{target.id}", f"words.{target.id}", f"points.{target.id}"
    if target.wanted is None and not text.clean(typed.words):
        wrong[words] = "Anh/chị ghi kết quả đã đạt."
    if target.wanted is not None and not text.clean(typed.reached):
        wrong[reached] = "Anh/chị ghi số đã đạt. Chưa làm được thì ghi 0."
    elif target.wanted is not None and read_reached(typed.reached, target.measure) is None:
        wrong[reached] = f"{text.quoted(typed.reached)} chưa đọc được. Anh/chị viết số như 87,5 hoặc 1.234; lời giải thích ghi ở ô ghi chú."
    if sentence := too_long(typed.words, REASON_LENGTH, "Phần này"):
        wrong[words] = sentence
    if target.points is not None and (sentence := check_points(typed.points, target.points, "Anh/chị tự chấm điểm. Không được điểm thì ghi 0.")):
        wrong[points] = sentence
    return wrong


def check_points(typed: str, most: int, missing: str) -> str | None:
    """Points from 0 to the highest, at most two figures after the comma; nothing is not zero."""
    if not text.clean(typed):
        return missing
    found = read_number(typed)
    if found is None or found > most * 100:
        return f"Điểm từ 0 đến {numbers.integer(most)}, như 8 hoặc 8,5."
    return None


def results(targets: Sequence[Target], data: ReportInput) -> dict[UUID, Result]:
    """What was typed, as it is kept. The report was checked."""
    made: dict[UUID, Result] = {}
    for target in targets:
        typed = data.results.get(target.id, ResultInput())
        reached = read_reached(typed.reached, target.measure) if target.wanted is not None else None
        points = read_number(typed.points) if target.points is not None else None
        made[target.id] = Result(reached, text.clean_multiline(typed.words), points)
    return made


def check_confirmed(targets: Sequence[Target], own: Mapping[UUID, Result], checked: Mapping[UUID, str], reason: str) -> dict[str, str]:
    """Points as confirmed: each scored target has some; where one differs from the party's own, it is said why. `checked.<id>`, `reason`."""
    wrong: dict[str, str] = {}
    changed = False
    for target in targets:
        if target.points is None:
            continue
        typed = checked.get(target.id, "")
        if sentence := check_points(typed, target.points, "Anh/chị ghi điểm xác nhận. Không được điểm thì ghi 0."):
            wrong[f"checked.{target.id}"] = sentence
        elif target.id in own and read_number(typed) != own[target.id].points:
            changed = True
    if changed and not text.clean(reason):
        wrong["reason"] = "Điểm xác nhận khác điểm đơn vị tự chấm. Anh/chị ghi lý do chênh lệch."
    if sentence := too_long(reason, REASON_LENGTH, "Lý do"):
        wrong["reason"] = sentence
    return wrong


# -- comparison --------------------------------------------------------------------------------------------------------


def met(target: Target, result: Result) -> bool | None:
    """Whether a number reaches its target; None where words say it."""
    if target.wanted is None or result.reached is None:
        return None
    return result.reached >= target.wanted if target.direction is Direction.LEAST else result.reached <= target.wanted


def counted(result: Result) -> int | None:
    """Points that count: as confirmed, else the party's own."""
    return result.points if result.checked is None else result.checked


def total(targets: Sequence[Target], results: Mapping[UUID, Result]) -> int | None:
    """The sum of points of all scored targets, in hundredths; None where nothing is scored."""
    found = [counted(results[target.id]) for target in targets if target.points is not None and target.id in results]
    return sum(points or 0 for points in found) if found else None


def standings(targets: Sequence[Target], parties: Sequence[Party]) -> list[Standing]:
    """Parties by points, the highest first. Only confirmed reports have a rank; equal points share it, the next one is left out (1, 2, 2, 4)."""
    made = [_standing(targets, party) for party in parties]
    scores = sorted((one.points for one in made if one.points is not None and _confirmed(one.party)), reverse=True)
    ranked = [
        Standing(one.party, one.points, scores.index(one.points) + 1 if one.points is not None and _confirmed(one.party) else None, one.met, one.told) for one in made
    ]
    return sorted(ranked, key=lambda one: (one.rank is None, one.rank or 0, one.points is None, -(one.points or 0), -one.met, one.told == 0))


def _standing(targets: Sequence[Target], party: Party) -> Standing:
    if party.report is None or not sent(party):
        return Standing(party, None, None, 0, 0)
    found = [met(target, party.report.results[target.id]) for target in targets if target.id in party.report.results]
    return Standing(party, total(targets, party.report.results), None, found.count(True), len([each for each in found if each is not None]))


def _confirmed(party: Party) -> bool:
    return party.report is not None and party.report.state is ReportState.CONFIRMED


def places(target: Target, parties: Sequence[Party]) -> list[Place]:
    """Parties that reported, beside one target, the best first; equal numbers share a place, words have none."""
    told = [(party, party.report.results[target.id]) for party in parties if party.report is not None and sent(party) and target.id in party.report.results]
    sign = -1 if target.direction is Direction.MOST else 1
    reached = sorted((sign * result.reached for _, result in told if result.reached is not None), reverse=True)
    made = [Place(party, result, reached.index(sign * result.reached) + 1 if result.reached is not None else None, met(target, result)) for party, result in told]
    return sorted(made, key=lambda one: (one.place is None, one.place or 0, -(counted(one.result) or 0)))


def readable(covenant: Covenant, own: frozenset[UUID], *, whole: bool) -> tuple[Party, ...]:
    """The parties whose reports somebody reads: all for the organ. A party reads its own, and what is confirmed of the others once its own
    was sent or the covenant has ended, so that nobody scores themselves by what the others wrote."""
    if whole:
        return covenant.parties
    told = covenant.state is State.CLOSED or any(sent(party) for party in covenant.parties if party.unit_id in own)
    return tuple(party for party in covenant.parties if party.unit_id in own or (told and _confirmed(party)))


def masked(covenant: Covenant, own: frozenset[UUID], *, whole: bool) -> Covenant:
    """The covenant as somebody reads it; of a report that they do not read only the state is told."""
    read = readable(covenant, own, whole=whole)
    return replace(covenant, parties=tuple(party if party in read else _bare(party) for party in covenant.parties))


def sent(party: Party) -> bool:
    """Whether a party's report stands: sent, or confirmed."""
    return party.report is not None and party.report.state is not ReportState.RETURNED


def _bare(party: Party) -> Party:
    return party if party.report is None else replace(party, report=replace(party.report, note="", reason="", sent_by="", results={}))
