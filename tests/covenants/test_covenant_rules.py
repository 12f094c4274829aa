"""The rules of covenants as tables of cases: what is typed, what is wanted, how parties stand beside one another."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from recognition.covenants import rules
from recognition.covenants.rules import reading, reporting
from recognition.covenants.rules.reading import Wanted
from recognition.covenants.terms import (
    Covenant,
    CovenantInput,
    Direction,
    Joined,
    Party,
    Post,
    Report,
    ReportInput,
    ReportState,
    Result,
    ResultInput,
    SignedInput,
    State,
    Target,
    TargetInput,
    Way,
)

ONE, TWO, THREE, ORGAN = (UUID(int=number) for number in range(1, 5))
MANY, FEW, SAID = (UUID(int=number) for number in range(11, 14))
TODAY = date(2026, 11, 24)
TARGETS = (
    Target(MANY, 1, "Hồ sơ đúng hạn", "%", Direction.LEAST, 9800, "", 40),
    Target(FEW, 2, "Đơn thư vượt cấp", "vụ", Direction.MOST, 200, "", 30),
    Target(SAID, 3, "Quy chế dân chủ", "", Direction.WORDS, None, "Sửa xong trong quý II", None),
)
GOOD = CovenantInput(
    ORGAN, "Giao ước thi đua Cụm số 1", date(2026, 1, 1), date(2026, 12, 31), (ONE, TWO),
    (TargetInput("Hồ sơ đúng hạn", "%", "98", points=40), TargetInput("Quy chế dân chủ", "", "Sửa xong trong quý II")),
)  # fmt: skip
JOINED = Joined(Way.ACCOUNT, "Hoàng Đức Ân", "Bí thư", date(2026, 2, 6), None)


def report(state=ReportState.CONFIRMED, many=9800, few=200, points=(4000, 3000), checked=(4000, 3000)):
    results = {MANY: Result(many, "", points[0], checked[0]), FEW: Result(few, "", points[1], checked[1]), SAID: Result(None, "Đã sửa", None)}
    return Report(state, "", "", "Hoàng Đức Ân", datetime(2026, 11, 20), 1, results)


def party(unit=ONE, told=None, joined=JOINED):
    return Party(unit, f"Chi bộ {unit.int}", Post.MEMBER, joined, told)


def covenant(*parties, state=State.OPEN, edition=2):
    return Covenant(
        UUID(int=9), "GU-2026-01", ORGAN, "Đảng uỷ", None, "", "Giao ước", "Cụm số 1", "", date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 10), "", None,
        state, edition, "", 1, parties or (party(ONE), party(TWO)), TARGETS,
    )  # fmt: skip


@pytest.mark.proves("F03.07")
@pytest.mark.parametrize(
    ("typed", "measure", "wanted"),
    (
        ("98", "%", Wanted(9800, "%", "")), ("98 %", "", Wanted(9800, "%", "")), ("98%", "%", Wanted(9800, "%", "")), ("1.234,5", "ngày công", Wanted(123450, "ngày công", "")),
        ("0", "vụ", Wanted(0, "vụ", "")), ("98 % hộ", "", Wanted(None, "", "98 % hộ")), ("98%", "hồ sơ", Wanted(None, "hồ sơ", "98%")),
        ("Hoàn thành trước 30/6", "", Wanted(None, "", "Hoàn thành trước 30/6")), ("-5", "", Wanted(None, "", "-5")),
    ),
)  # fmt: skip
def test_what_is_wanted_is_a_number_with_its_measure_or_words(typed, measure, wanted):
    assert reading.read_wanted(typed, measure) == wanted


@pytest.mark.parametrize(("typed", "slip"), (("1.23", True), ("12,345", True), ("5-10", True), ("-5", True), ("98%", False), ("1.234", False), ("Quý II", False), ("30/6", False)))
def test_figures_that_are_no_number_are_a_slip_and_not_words(typed, slip):
    assert reading.unreadable(typed) is slip


@pytest.mark.proves("F03.07")
@pytest.mark.parametrize(
    ("changes", "field", "says"),
    (
        ({"issuer_id": None}, "issuer_id", "chọn cơ quan"),
        ({"name": "  "}, "name", "nhập tên giao ước"),
        ({"name": "x" * 201}, "name", "quá 200 ký tự"),
        ({"to_date": date(2025, 12, 31)}, "to_date", "trước ngày bắt đầu 01/01/2026"),
        ({"report_by": date(2025, 12, 31)}, "report_by", "Hạn báo cáo 31/12/2025 trước ngày bắt đầu 01/01/2026"),
        ({"signed_on": date(2027, 1, 1)}, "signed_on", "Ngày ký 01/01/2027 sau ngày kết thúc 31/12/2026"),
        ({"units": (ONE,)}, "units", "cần ít nhất hai đơn vị"),
        ({"units": (ONE, ONE)}, "units", "cần ít nhất hai đơn vị"),
        ({"units": tuple(UUID(int=n) for n in range(101))}, "units", "Giao ước có 101 đơn vị, nhiều nhất là 100"),
        ({"head": THREE}, "head", "Đơn vị trưởng không có trong các đơn vị ký"),
        ({"deputies": (THREE,)}, "deputies", "không nằm trong các đơn vị ký"),
        ({"head": ONE, "deputies": (ONE,)}, "deputies", "không vừa là trưởng vừa là phó trưởng"),
        ({"targets": ()}, "targets", "ít nhất một chỉ tiêu"),
        ({"targets": (TargetInput("", wanted="1"),)}, "targets", "Chỉ tiêu thứ 1 chưa có tên"),
        ({"targets": (TargetInput("Hồ sơ", wanted="1"), TargetInput("HO SO", wanted="2"))}, "targets", "có hai lần"),
        ({"targets": (TargetInput("Hồ sơ"),)}, "targets", "chưa có mức phấn đấu"),
        ({"targets": (TargetInput("Hồ sơ", wanted="1.23"),)}, "targets", "chưa đọc được"),
        ({"targets": (TargetInput("Đơn thư", wanted="ít hơn năm trước", at_most=True),)}, "targets", "mức phấn đấu phải là một số"),
        ({"targets": (TargetInput("Hồ sơ", wanted="1", points=0),)}, "targets", "từ 1 đến 1.000"),
        ({"targets": tuple(TargetInput(f"Chỉ tiêu {n}", wanted="1") for n in range(61))}, "targets", "Giao ước có 61 chỉ tiêu, nhiều nhất là 60"),
    ),
)
def test_a_wrong_covenant_says_what_is_wrong_at_its_field(changes, field, says):
    assert rules.check(GOOD) == {}
    wrong = rules.check(replace(GOOD, **changes))
    assert list(wrong) == [field]
    assert says in wrong[field]


@pytest.mark.parametrize(
    ("post", "cluster", "words"),
    ((Post.HEAD, "Khối thi đua các doanh nghiệp", "Trưởng khối"), (Post.DEPUTY, "Cụm thi đua số 1", "Phó trưởng cụm"), (Post.HEAD, "", "Trưởng cụm"), (Post.MEMBER, "Khối", "")),
)
def test_a_head_is_called_as_the_parties_call_their_group(post, cluster, words):
    assert rules.post_words(post, cluster) == words


@pytest.mark.proves("F03.07")
@pytest.mark.parametrize(
    ("found", "edition", "says"),
    (
        (covenant(party(joined=None)), 2, None),
        (covenant(party(joined=None)), 1, "vừa được sửa thành bản 2"),
        (covenant(party()), 2, "đã ký bản 2"),
        (covenant(party(joined=None), state=State.DRAFT), 2, "«Đang soạn»"),
        (covenant(party(joined=None), state=State.CLOSED), 2, "«Đã tổng kết»"),
    ),
)
def test_a_party_joins_the_edition_in_force_once(found, edition, says):
    said = rules.check_join(found, found.parties[0], edition)
    assert said is None if says is None else says in said


@pytest.mark.parametrize(
    ("found", "says"),
    (
        (covenant(), None),
        (covenant(party(told=report(ReportState.RETURNED))), None),
        (covenant(party(told=report(ReportState.SENT))), "Chi bộ 1 đã báo cáo"),
        (covenant(*(party(UUID(int=n), report()) for n in range(1, 6))), "Chi bộ 1, Chi bộ 2 và 3 đơn vị nữa đã báo cáo"),
        (covenant(state=State.CLOSED), "đã tổng kết"),
    ),
)
def test_a_text_against_which_somebody_reported_stays(found, says):
    said = rules.check_changeable(found)
    assert said is None if says is None else says in said


@pytest.mark.parametrize(
    ("data", "wrong"),
    (
        (SignedInput((ONE,), TODAY), {}),
        (SignedInput((), None), {"units": "Anh/chị chọn đơn vị đã ký trên giấy.", "on": "Anh/chị chọn ngày ký."}),
        (SignedInput((TWO,), date(2026, 11, 25)), {"units": "Có đơn vị không thuộc giao ước này hoặc đã ký rồi. Anh/chị chọn lại.", "on": "Ngày 25/11/2026 chưa tới. Hôm nay là 24/11/2026."}),
    ),
)
def test_only_who_waits_is_recorded_as_signed_on_a_day_that_has_come(data, wrong):
    assert rules.check_signed(covenant(party(ONE, joined=None), party(TWO)), data, TODAY) == wrong


@pytest.mark.proves("F03.07")
@pytest.mark.parametrize(
    ("one", "found", "today", "says"),
    (
        (party(), covenant(), TODAY, None),
        (party(told=report(ReportState.RETURNED)), covenant(), TODAY, None),
        (party(told=report(ReportState.SENT)), covenant(), TODAY, "«Chờ xác nhận»"),
        (party(joined=None), covenant(), TODAY, "chưa ký bản 2"),
        (party(), covenant(), date(2025, 12, 31), "bắt đầu từ 01/01/2026"),
        (party(), covenant(), date(2027, 3, 1), None),
        (party(), covenant(state=State.CLOSED), TODAY, "«Đã tổng kết»"),
    ),
)
def test_who_joined_reports_in_the_period_and_after_it(one, found, today, says):
    said = reporting.refusal(found, one, today)
    assert said is None if says is None else says in said


@pytest.mark.proves("F03.07")
@pytest.mark.parametrize(
    ("many", "few", "said", "wrong"),
    (
        (ResultInput("97,5 %", "", "38,5"), ResultInput("0 Vụ", "", "30"), ResultInput(words="Đã sửa"), {}),
        (
            ResultInput(), ResultInput("hai", "", "31"), ResultInput(),
            {
                f"reached.{MANY}": "Anh/chị ghi số đã đạt. Chưa làm được thì ghi 0.", f"points.{MANY}": "Anh/chị tự chấm điểm. Không được điểm thì ghi 0.",
                f"reached.{FEW}": "«hai» chưa đọc được. Anh/chị viết số như 87,5 hoặc 1.234; lời giải thích ghi ở ô ghi chú.", f"points.{FEW}": "Điểm từ 0 đến 30, như 8 hoặc 8,5.",
                f"words.{SAID}": "Anh/chị ghi kết quả đã đạt.",
            },
        ),
    ),
)  # fmt: skip
def test_a_report_says_every_number_and_every_point_zero_included(many, few, said, wrong):
    assert reporting.check_report(TARGETS, ReportInput({MANY: many, FEW: few, SAID: said})) == wrong


def test_points_that_differ_from_the_party_s_own_need_a_reason():
    own = report(ReportState.SENT).results
    assert reporting.check_confirmed(TARGETS, own, {MANY: "40", FEW: "30"}, "") == {}
    assert reporting.check_confirmed(TARGETS, own, {MANY: "40", FEW: "25"}, "") == {"reason": "Điểm xác nhận khác điểm đơn vị tự chấm. Anh/chị ghi lý do chênh lệch."}
    assert reporting.check_confirmed(TARGETS, own, {MANY: "40", FEW: "25"}, "Thiếu minh chứng") == {}
    assert list(reporting.check_confirmed(TARGETS, own, {MANY: "41"}, "")) == [f"checked.{MANY}", f"checked.{FEW}"]


@pytest.mark.proves("F03.07")
def test_equal_points_share_a_rank_and_the_next_one_is_left_out():
    scores = ((ONE, 3500), (TWO, 4000), (THREE, 3500), (UUID(int=5), 3000))
    parties = [party(unit, report(checked=(score, 3000))) for unit, score in scores]
    unsure = party(UUID(int=6), report(ReportState.SENT, points=(4000, 3000), checked=(None, None)))
    silent, back = party(UUID(int=7)), party(UUID(int=8), report(ReportState.RETURNED))
    found = reporting.standings(TARGETS, [*parties, unsure, silent, back])
    assert [(one.party.unit_id.int, one.points, one.rank) for one in found] == [
        (2, 7000, 1), (1, 6500, 2), (3, 6500, 2), (5, 6000, 4), (6, 7000, None), (7, None, None), (8, None, None),
    ]  # fmt: skip


@pytest.mark.proves("F03.07")
def test_parties_are_compared_target_by_target_the_best_first():
    parties = [party(ONE, report(many=9900, few=300)), party(TWO, report(many=9700, few=100)), party(THREE, report(many=9900, few=0)), party(UUID(int=4))]
    seen = {target.id: [(one.party.unit_id.int, one.place, one.met) for one in reporting.places(target, parties)] for target in TARGETS}
    assert seen == {
        MANY: [(1, 1, True), (3, 1, True), (2, 3, False)],
        FEW: [(3, 1, True), (2, 2, True), (1, 3, False)],
        SAID: [(1, None, None), (2, None, None), (3, None, None)],
    }  # fmt: skip


@pytest.mark.proves("F03.07")
@pytest.mark.parametrize(
    ("own_state", "state", "whole", "reads"),
    (
        (None, State.OPEN, False, [1]), (ReportState.RETURNED, State.OPEN, False, [1]), (ReportState.SENT, State.OPEN, False, [1, 2]),
        (None, State.CLOSED, False, [1, 2]), (None, State.OPEN, True, [1, 2, 3]),
    ),
)  # fmt: skip
def test_what_others_reached_is_read_after_ones_own_report(own_state, state, whole, reads):
    mine = party(ONE, report(own_state) if own_state else None)
    found = covenant(mine, party(TWO, report()), party(THREE, report(ReportState.SENT)), state=state)
    assert [one.unit_id.int for one in reporting.readable(found, frozenset({ONE}), whole=whole)] == reads
    hidden = [one for one in reporting.masked(found, frozenset({ONE}), whole=whole).parties if one.unit_id.int not in reads]
    assert all(one.report is None or (one.report.results, one.report.note, one.report.sent_by) == ({}, "", "") for one in hidden)


@pytest.mark.parametrize(
    ("parties", "said", "wrong"),
    (
        ((party(told=report()), party(TWO)), "Xếp thứ nhất: Chi bộ 1.", {}),
        ((party(told=report()),), " ", {"conclusion": "Anh/chị ghi kết luận: đánh giá chung, xếp thứ, đơn vị được suy tôn (nếu có)."}),
        ((party(told=report(ReportState.SENT)),), "Xong.", {"": "Báo cáo của Chi bộ 1 đang chờ xác nhận. Anh/chị xác nhận hoặc trả lại trước khi tổng kết."}),
    ),
)
def test_it_ends_with_words_when_no_report_waits(parties, said, wrong):
    assert rules.check_closing(covenant(*parties), said) == wrong
