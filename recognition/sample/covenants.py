"""The sample's covenants between units: one of the year with its reports, one of the next year that is being signed.

Nothing here draws from the sample's chance, so that nothing else of its year changes with it.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from recognition.covenants import actions as covenants
from recognition.covenants.terms import CovenantInput, ReportInput, ResultInput, SignedInput, TargetInput
from recognition.sample.words import moment
from recognition.sample.year import Year

_CONTENT = (
    "Thi đua hoàn thành nhiệm vụ sản xuất, kinh doanh, giữ việc làm và thu nhập cho người lao động.\n"
    "Thi đua thực hiện tốt dân chủ ở cơ sở: đối thoại đúng kỳ, trả lời đủ ý kiến.\nThi đua «Dân vận khéo», giúp nhau nhân rộng cách làm hay."
)
_TARGETS = (
    TargetInput("Hoàn thành kế hoạch năm", "%", "100", points=30),
    TargetInput("Ý kiến của người lao động được trả lời đúng hạn", "%", "95", points=25),
    TargetInput("Mô hình «Dân vận khéo» được công nhận", "mô hình", "2", points=20),
    TargetInput("Tai nạn lao động", "vụ", "0", at_most=True, points=15),
    TargetInput("Hội nghị người lao động", "", "Tổ chức xong trong quý I, đúng quy chế", points=10),
)
#: What each unit reached of the five targets, in their order, with its own points; the best of them were not the largest.
_REPORTS = (
    (("104,5", "30"), ("98", "25"), ("3", "20"), ("0", "15"), ("Tổ chức ngày 18/3", "10")),
    (("101", "30"), ("96", "25"), ("2", "20"), ("0", "15"), ("Tổ chức ngày 25/3", "10")),
    (("97", "26"), ("100", "25"), ("2", "20"), ("0", "15"), ("Tổ chức ngày 30/3", "10")),
    (("100", "30"), ("91,5", "20"), ("1", "10"), ("1", "8"), ("Tổ chức ngày 10/4, chậm một tuần", "6")),
    (("102", "30"), ("95", "25"), ("1", "12"), ("0", "15"), ("Tổ chức ngày 20/3", "10")),
)
_NEXT = ("BTC", "UBKT", "TGDV", "BNC", "VPTU-HC")


def plan(year: Year) -> None:
    """The enterprises' covenant of the year, and that of the cells of the offices for the next."""
    made: list[UUID] = []
    codes = [code for code in year.ground.units if code.startswith("DN-")]
    year.plan(moment(date(2026, 1, 14), 9), partial(_offer, year, made, _of_this_year(year, codes)))
    for number, code in enumerate(codes[:-2]):
        year.plan(moment(date(2026, 1, 22), 9, number), partial(_join, year, made, code))
    year.plan(moment(date(2026, 1, 23), 15), partial(_signed, year, made, [year.ground.units[code] for code in codes[-2:]]))
    for number, code in enumerate(codes[: len(_REPORTS)]):
        year.plan(moment(date(2026, 11, 12 + number), 10), partial(_report, year, made, code, number))
        if number < 4:
            year.plan(moment(date(2026, 11, 20), 14, number), partial(_decide, year, made, code, number))
    later: list[UUID] = []
    year.plan(moment(date(2026, 11, 23), 9), partial(_offer, year, later, _of_next_year(year)))
    for number, code in enumerate(_NEXT[1:3]):
        year.plan(moment(date(2026, 11, 24), 10, number), partial(_join, year, later, code))


def _of_this_year(year: Year, codes: Sequence[str]) -> CovenantInput:
    units = tuple(year.ground.units[code] for code in codes)
    return CovenantInput(
        year.ground.issuers["committee"], "Giao ước thi đua Khối doanh nghiệp nhà nước, năm 2026", date(2026, 1, 1), date(2026, 12, 31), units, _TARGETS, year.campaign,
        "Khối thi đua các doanh nghiệp nhà nước", _CONTENT, date(2026, 11, 30), "Hội trường Công ty Điện lực Sông Lam", date(2026, 1, 23), units[0], units[1:2],
    )  # fmt: skip


def _of_next_year(year: Year) -> CovenantInput:
    units = tuple(year.ground.units[code] for code in _NEXT)
    targets = (
        TargetInput("Hồ sơ, văn bản giải quyết đúng hạn", "%", "98", points=40), TargetInput("Mô hình «Dân vận khéo» đăng ký", "mô hình", "2", points=30),
        TargetInput("Sáng kiến được công nhận", "sáng kiến", "3", points=30),
    )  # fmt: skip
    return CovenantInput(
        year.ground.issuers["committee"], "Giao ước thi đua Cụm chi bộ tham mưu, năm 2027", date(2027, 1, 1), date(2027, 12, 31), units, targets,
        cluster="Cụm thi đua các chi bộ tham mưu", content="Thi đua tham mưu kịp thời, gần dân, sát cơ sở.", report_by=date(2027, 11, 30), place="Hội trường Tỉnh uỷ",
        signed_on=date(2026, 12, 10), head=units[0],
    )  # fmt: skip


def _offer(year: Year, made: list[UUID], data: CovenantInput) -> None:
    who = year.ground.actors["secretary"]
    drawn = covenants.draw_up(who, data)
    made.append(covenants.offer(who, drawn.id, drawn.version).id)


def _join(year: Year, made: list[UUID], code: str) -> None:
    covenants.join(year.ground.actors[f"leader:{code}"], made[0], year.ground.units[code], 1, "Bí thư")


def _signed(year: Year, made: list[UUID], units: list[UUID]) -> None:
    who = year.ground.actors["secretary"]
    covenants.record_signed(who, made[0], covenants.get(who, made[0]).version, SignedInput(tuple(units), date(2026, 1, 23)))


def _report(year: Year, made: list[UUID], code: str, number: int) -> None:
    who = year.ground.actors[f"leader:{code}"]
    targets = covenants.get(who, made[0]).targets
    results = {
        target.id: ResultInput("" if target.wanted is None else said, said if target.wanted is None else "", points)
        for target, (said, points) in zip(targets, _REPORTS[number], strict=True)
    }
    covenants.report(who, made[0], year.ground.units[code], 0, ReportInput(results, "Đơn vị thực hiện đúng lời giao ước."))


def _decide(year: Year, made: list[UUID], code: str, number: int) -> None:
    """Three are confirmed, one of them with other points; the fourth goes back."""
    who, unit = year.ground.actors["secretary"], year.ground.units[code]
    if number == 3:
        covenants.send_back(who, made[0], unit, 1, "Số ý kiến được trả lời chưa khớp với biên bản đối thoại; đề nghị kèm biên bản.")
        return
    found = covenants.get(who, made[0])
    points = [own for _, own in _REPORTS[number]]
    points[0] = "29" if number == 1 else points[0]
    covenants.confirm(
        who, made[0], unit, 1, dict(zip([target.id for target in found.targets], points, strict=True)), "Một chỉ tiêu tháng 9 chưa đạt." if number == 1 else ""
    )
