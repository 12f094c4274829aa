"""When claims may be one, what an answer needs, what is counted after it: tables of cases."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognition.campaigns.themes import Field
from recognition.dan_van_kheo.terms import Figure, Measure
from recognition.ledger import rules
from recognition.ledger.rules import alike, counting
from recognition.ledger.terms import Answer, Asked, By, Claim, Doubt, Grade, Part, Settled, Settlement, Standing

pytestmark = pytest.mark.proves("N21")
A, B, C, UPPER = (UUID(int=number) for number in range(1, 5))
NAMES = {A: "Chi bộ A", B: "Chi bộ B", C: "Chi bộ C", UPPER: "Đảng bộ D"}
ABOVE = {A: UPPER, B: None, C: UPPER, UPPER: None}
ROAD, SAME_ROAD = "Mở rộng đường thôn Đông, xã Phú Lộc", "Hiến đất mở rộng đường thôn Đông, xã Phú Lộc"


def claim(unit=A, amount=300, about=ROAD, measure=Measure.LAND, **changes):
    figure = Figure(measure, amount * 100, changes.pop("of", measure.unit), changes.pop("name", ""), about)
    made = Claim(
        UUID(int=100 + unit.int), rules.key_of(figure), rules.sort_of(figure), figure, unit, NAMES[unit], UUID(int=9), UUID(int=8), "Dân vận khéo", Field.ECONOMY,
        "DVK-1", f"Mô hình của {NAMES[unit]}", "", 2026, date(2026, 1, 1), date(2026, 12, 31), 0, False,
    )  # fmt: skip
    return replace(made, **changes)


CASES = (
    ("the same work in other words", claim(), claim(B, about=SAME_ROAD), Grade.LIKELY),
    ("a near amount", claim(), claim(B, 310, SAME_ROAD), Grade.LIKELY),
    ("amounts far apart", claim(), claim(B, 400, SAME_ROAD), None),
    ("another measure", claim(), claim(B, measure=Measure.LABOUR), None),
    ("the same measure in another unit of measure", claim(), claim(B, of="ha"), None),
    ("one unit of measure written in two ways", claim(), claim(B, of="m2"), Grade.LIKELY),
    ("one unit", claim(), claim(A, year_id=UUID(int=77)), None),
    ("nothing", claim(amount=0), claim(B, 0), None),
    ("days that do not meet", claim(to_date=date(2026, 5, 31)), claim(B, from_date=date(2026, 6, 1)), None),
    ("days that meet", claim(to_date=date(2026, 6, 1)), claim(B, from_date=date(2026, 6, 1)), Grade.LIKELY),
    ("another hamlet in the same words", claim(), claim(B, about="Mở rộng đường thôn Tây, xã Phú Lộc"), None),
    ("another commune", claim(), claim(B, about="Mở rộng đường thôn Đông, xã Bàu Sen"), None),
    ("another work in the same hamlet", claim(), claim(B, about="Sân chơi thôn Đông"), Grade.MAYBE),
    ("only the commune, an equal amount", claim(about="Kênh mương xã Phú Lộc"), claim(B, about="Nhà văn hoá xã Phú Lộc"), Grade.MAYBE),
    ("only the commune, a near amount", claim(about="Kênh mương xã Phú Lộc"), claim(B, 305, "Nhà văn hoá xã Phú Lộc"), None),
    ("only the commune, a small number", claim(about="Ở xã Phú Lộc", amount=12), claim(B, 12, "Tại xã Phú Lộc"), None),
    ("another work in the same hamlet with a long name", claim(about="Nhà kho thôn Đông, xã Phú Lộc"), claim(B, about="Sân chơi thôn Đông, xã Phú Lộc"), Grade.MAYBE),
    ("the commune of the model's area", claim(about="", area="xã Phú Lộc"), claim(B, about="", area="Các hộ ở xã Phú Lộc"), Grade.MAYBE),
    ("models of one name", claim(about="", model_name="Ngày thứ Bảy vì dân"), claim(B, about="", model_name="Ngày thứ Bảy vì dân"), Grade.MAYBE),
    ("models of which one is named more narrowly", claim(about="", model_name="Ngày thứ Bảy"), claim(B, about="", model_name="Ngày thứ Bảy vì dân"), None),
    ("models of one name, works that differ", claim(model_name="Vì dân"), claim(B, about="Sửa cầu Bến Lội", model_name="Vì dân"), None),
    ("nothing in common", claim(about="", model_name="Ngày thứ Bảy vì dân"), claim(B, about="", model_name="Tổ hoà giải"), None),
    ("a unit and the one above it", claim(about="", area="xã A"), claim(UPPER, about="", area="xã B"), Grade.LIKELY),
    ("a near amount of the one above", claim(about=""), claim(UPPER, 310, about=""), Grade.MAYBE),
    ("a near amount of the one above, elsewhere", claim(about="", area="xã A"), claim(UPPER, 310, about="", area="phường B"), None),
    ("a ward is not a commune", claim(about="Sửa kênh, xã Phú Lộc"), claim(B, about="Sửa kênh, phường Phú Lộc"), None),
    ("a small number of a unit and the one above it", claim(amount=3, about="", model_name="Một"), claim(UPPER, 3, "", model_name="Hai"), None),
    ("one word is no likeness", claim(about="đường"), claim(B, about="đường từ chợ ra bến"), None),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other", "grade"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_two_claims_are_asked_about_or_not(one, other, grade):
    for first, second in ((one, other), (other, one)):
        found = alike.compare(first, second, ABOVE)
        assert (found.grade if found else None) == grade
    expected = [grade] if grade else []
    assert [doubt.grade for doubt in alike.doubts([one, other], ABOVE)] == expected


WORKS = st.sampled_from(
    (ROAD, SAME_ROAD, "Nhà kho thôn Đông, xã Phú Lộc", "Sân chơi thôn Tây, xã Phú Lộc", "Kênh mương xã Phú Lộc", "Sửa cầu Bến Lội", "đường", "đường từ chợ ra bến", "")
)  # fmt: skip
CLAIMS = st.lists(
    st.builds(
        lambda unit, amount, about, name, area: claim(unit, amount, about, model_name=name, area=area),
        st.sampled_from((A, B, C, UPPER)), st.sampled_from((12, 300, 305, 310, 400)), WORKS, st.sampled_from(("Vì dân", "Ngày thứ Bảy vì dân")), st.sampled_from(("", "xã Phú Lộc")),
    ),
    max_size=12,
)  # fmt: skip


@given(CLAIMS)
def test_no_pair_that_may_be_one_is_passed_over(claims):
    claims = [replace(each, year_id=UUID(int=1_000 + number)) for number, each in enumerate(claims)]
    pairs = {frozenset((one.id, other.id)) for one in claims for other in claims if one.id < other.id and alike.compare(one, other, ABOVE)}
    assert pairs <= {doubt.ids for doubt in alike.doubts(claims, ABOVE)}


def test_every_reason_is_a_sentence():
    (doubt,) = alike.doubts([claim(), claim(B, about=SAME_ROAD)], ABOVE)
    assert doubt.reasons == (
        "Cùng kê đất hiến 300 m².",
        f"Việc được ghi gần giống nhau (100%): «{ROAD}» và «{SAME_ROAD}».",
        "Cùng ở một nơi: thôn Đông, xã Phú Lộc.",
    )
    (upper,) = alike.doubts([claim(about=""), claim(UPPER, 310, about="")], ABOVE)
    assert upper.reasons == ("Hai số gần bằng nhau: đất hiến 300 m² và 310 m².", "«Đảng bộ D» là cấp trên của «Chi bộ A», có thể đã tính cả số của đơn vị dưới.")


def test_a_unit_that_repeats_the_sum_of_those_below_it():
    claims = [claim(UPPER, 500, "toàn Đảng bộ"), claim(A, 200, ROAD), claim(C, 300, "Kênh mương xã Bàu Sen")]
    (doubt,) = alike.doubts(claims, ABOVE)
    assert (doubt.ids, doubt.grade) == (frozenset(each.id for each in claims), Grade.LIKELY)
    assert doubt.reasons == ("Đất hiến 500 m² của «Đảng bộ D» đúng bằng tổng 2 số của các đơn vị trực thuộc.",)
    assert alike.doubts([*claims[:2], claim(C, 310, "Kênh mương xã Bàu Sen")], ABOVE) == ()


@pytest.mark.parametrize(
    ("words", "found"),
    (
        ("đường thôn Đông, xã Phú Lộc", {("thon", "dong"), ("xa", "phu loc")}),
        ("Đường Nguyễn Huệ", {("duong", "nguyen hue")}),
        ("cầu Bến Lội (ấp 3)", {("cau", "ben loi"), ("ap", "3")}),
        ("đường làng, cầu mới", set()),
        ("", set()),
    ),
)
def test_places_are_names_and_not_words(words, found):
    assert alike.places(words) == found


def shared(*shares, whole=300, claims=None):
    claims = claims or [claim(), claim(B), claim(C)][: len(shares)]
    return Settled(UUID(int=50), Answer.SHARED, "", whole * 100, "", None, tuple(Part(each.id, each.amount, share) for each, share in zip(claims, shares, strict=True)))


@pytest.mark.parametrize(
    ("whole", "shares", "step", "parts"),
    (
        (300_00, (60_00, 40_00), 1, [180_00, 120_00]),
        (25_00, (60_00, 40_00), 100, [15_00, 10_00]),
        (10_00, (33_33, 33_33, 33_34), 100, [3_00, 3_00, 4_00]),
        (1_00, (50_00, 50_00), 100, [1_00, 0]),
        (1_00, (50_00, 50_00), 1, [50, 50]),
        (32_80, (50_00, 50_00), 100, [16_40, 16_40]),
        (500_00, (0, 100_00), 1, [0, 500_00]),
    ),
)
def test_a_whole_is_shared_without_rest(whole, shares, step, parts):
    assert rules.split(whole, shares, step) == parts


@given(st.integers(0, 10**15), st.lists(st.integers(0, 10_000), min_size=1, max_size=5), st.sampled_from((1, 100)))
def test_the_parts_always_add_up_to_the_whole(whole, weights, step):
    total = sum(weights) or 1
    shares = [weight * 10_000 // total for weight in weights]
    shares[0] += 10_000 - sum(shares)
    found = rules.split(whole, shares, step)
    assert (sum(found), min(found) >= 0) == (whole, True)


@pytest.mark.parametrize(("typed", "share"), (("60", 60_00), (" 33,33 % ", 33_33), ("0", 0), ("100", 100_00)))
def test_a_percent_is_read_as_people_write_it(typed, share):
    assert rules.parse_share(typed) == share


@pytest.mark.parametrize(
    ("typed", "sentence"),
    (
        ("", "Anh/chị ghi phần trăm của mỗi đơn vị. Không có phần thì ghi 0."),
        ("nửa", "«nửa» chưa đọc được. Anh/chị viết số như 87,5 hoặc 1.234,5, nhiều nhất hai chữ số sau dấu phẩy."),
        ("-5", "Số lượng không âm. Anh/chị xem lại."),
        ("101", "Mỗi phần từ 0 đến 100 %. Anh/chị xem lại."),
        ("9" * 12, "Mỗi phần từ 0 đến 100 %. Anh/chị xem lại."),
    ),
)
def test_a_wrong_percent_says_what_is_wrong(typed, sentence):
    with pytest.raises(ValueError, match=r".") as wrong:
        rules.parse_share(typed)
    assert str(wrong.value) == sentence


PAIR = Doubt((claim(), claim(B, 310)), Grade.LIKELY, ())
BOTH = PAIR.ids
GOOD = Settlement(Answer.SHARED, shares=("60", "40"), whole=310_00)


@pytest.mark.parametrize(
    ("data", "wrong"),
    (
        (GOOD, {}),
        (Settlement(None), {"answer": "Anh/chị chọn một câu trả lời."}),
        (replace(GOOD, shares=("60", "30")), {"shares": "Các phần cộng lại là 90 %, phải đủ 100 %. Anh/chị sửa lại."}),
        (replace(GOOD, shares=("60", "40,01")), {"shares": "Các phần cộng lại là 100,01 %, phải đủ 100 %. Anh/chị sửa lại."}),
        (replace(GOOD, shares=("100",)), {"share_1": "Anh/chị ghi phần trăm của mỗi đơn vị. Không có phần thì ghi 0."}),
        (replace(GOOD, whole=311_00), {"whole": "Số của cả công trình là một trong các số đã kê. Anh/chị chọn lại."}),
        (Settlement(Answer.SEPARATE, " "), {"reason": "Anh/chị ghi lý do, để người xem sau hiểu và phần mềm không hỏi lại."}),
        (Settlement(Answer.SEPARATE, "x" * 501), {"reason": "Lý do dài 501 ký tự, quá 500 ký tự. Anh/chị rút gọn lại."}),
        (Settlement(Answer.WITHDRAWN, "Kê nhầm"), {"withdrawn": "Anh/chị chọn đơn vị rút số."}),
        (Settlement(Answer.WITHDRAWN, "Kê nhầm", withdrawn=PAIR.claims[0].id), {}),
    ),
)
def test_an_answer_is_whole_or_says_what_is_missing(data, wrong):
    assert rules.check_settlement(PAIR, data, BOTH) == wrong


def test_a_claim_before_another_organ_is_not_withdrawn_here():
    data = Settlement(Answer.WITHDRAWN, "Kê nhầm", withdrawn=PAIR.claims[1].id)
    assert rules.check_settlement(PAIR, data, frozenset({PAIR.claims[0].id})) == {
        "withdrawn": "Số này kê với cơ quan khác. Anh/chị trao đổi để thư ký của cơ quan đó ghi việc rút."
    }


def by_id(*claims):
    return {each.id: each for each in claims}


def test_an_answer_holds_only_while_the_claims_are_as_they_were():
    now = by_id(claim(), claim(B))
    assert rules.counted(now, [shared(60_00, 40_00)]) == {claim().id: (180_00, Standing.SHARED, 60_00), claim(B).id: (120_00, Standing.SHARED, 40_00)}
    changed = by_id(claim(), claim(B, 301))
    assert [amount for amount, _, _ in rules.counted(changed, [shared(60_00, 40_00)]).values()] == [300_00, 301_00]
    assert counting.open_doubts(alike.doubts(now.values(), ABOVE), now, [shared(60_00, 40_00)]) == ()
    assert len(counting.open_doubts(alike.doubts(changed.values(), ABOVE), changed, [shared(60_00, 40_00)])) == 1


def test_a_third_unit_on_a_shared_road_asks_about_all_three_at_once():
    now = by_id(claim(), claim(B), claim(C))
    found = alike.doubts(now.values(), {})
    assert len(found) == 3
    (asked,) = counting.open_doubts(found, now, [shared(60_00, 40_00)])
    assert asked.ids == frozenset(now)
    assert counting.open_doubts(found, now, [shared(50_00, 30_00, 20_00)]) == ()


def ledger_of(claims, answers=(), asked=None):
    now = by_id(*claims)
    open_now = counting.open_doubts(alike.doubts(now.values(), {}), now, answers)
    lines = counting.lines(now, answers, open_now)
    return counting.ledger(Asked(), counting.wanted(lines.values(), asked or Asked(), None), open_now, {}, NAMES)


def told(totals):
    return [(total.label, total.unit, total.lines, total.claimed, total.counted, total.doubtful) for total in totals]


def test_totals_never_add_unlike_measures_and_say_how_much_is_still_a_question():
    found = ledger_of([claim(), claim(B, about=SAME_ROAD), claim(C, 2, of="ha"), claim(A, 40, measure=Measure.LABOUR)])
    assert told(found.totals) == [
        ("Ngày công đóng góp", "ngày công", 1, 40_00, 40_00, 0),
        ("Đất hiến", "ha", 1, 2_00, 2_00, 0),
        ("Đất hiến", "m²", 2, 600_00, 600_00, 300_00),
    ]
    assert (found.open, found.title) == (1, "4 số đã kê, 1 chỗ có thể kê trùng còn chờ trả lời")
    assert [(name, told(totals)[-1][-1]) for name, totals in found.groups[By.UNIT]] == [("Chi bộ A", 300_00), ("Chi bộ B", 300_00), ("Chi bộ C", 0)]


def test_a_shared_road_counts_once_and_a_withdrawn_claim_not_at_all():
    claims = [claim(), claim(B)]
    assert told(ledger_of(claims, [shared(60_00, 40_00)]).totals) == [("Đất hiến", "m²", 2, 600_00, 300_00, 0)]
    gone = Settled(UUID(int=51), Answer.WITHDRAWN, "Kê nhầm", None, "", None, (Part(claims[0].id, 300_00), Part(claims[1].id, 300_00, 0)))
    found = ledger_of(claims, [gone])
    assert told(found.totals) == [("Đất hiến", "m²", 2, 600_00, 300_00, 0)]
    assert [line.standing for line in found.lines] == [Standing.PLAIN, Standing.WITHDRAWN]
    apart = Settled(UUID(int=52), Answer.SEPARATE, "Hai đầu thôn", None, "", None, (Part(claims[0].id, 300_00), Part(claims[1].id, 300_00)))
    assert told(ledger_of(claims, [apart]).totals) == [("Đất hiến", "m²", 2, 600_00, 600_00, 0)]


def test_an_empty_ledger_says_so():
    found = ledger_of([])
    assert (found.totals, found.title) == ((), "Chưa có số liệu kết quả nào")
