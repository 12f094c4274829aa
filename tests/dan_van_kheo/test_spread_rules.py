"""Who may be written down as having learned from whom, and what the links tell: tables of cases."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from recognition.dan_van_kheo.rules import spread as rules
from recognition.dan_van_kheo.spread_terms import LearnInput, Link, Source, Spread

#: Units a to f, each with a model of its own: model 101 is unit 1's.
A, B, C, D, E, F = (UUID(int=number) for number in range(1, 7))
MA, MB, MC, MD = (UUID(int=100 + number) for number in range(1, 5))
TODAY, REGISTERED, RECOGNISED = date(2026, 11, 24), date(2026, 2, 10), date(2026, 9, 30)
SOURCE = Source(MA, A, REGISTERED)
GOOD = LearnInput(B, date(2026, 10, 5), "Thêm buổi tối", "Đã làm 4 buổi", MB)


def learned(source: UUID, unit: UUID, own: UUID | None = None, on: date = date(2026, 10, 10)) -> Link:
    return Link(source, unit, own, on)


@pytest.mark.proves("F14.04")
@pytest.mark.parametrize(
    ("changes", "links", "wrong"),
    (
        ({}, (), {}),
        ({"copied_model_id": None}, (), {}),
        ({"on_date": REGISTERED}, (), {}),
        ({"on_date": None}, (), {"on_date": "Anh/chị chọn ngày đơn vị bắt đầu làm theo."}),
        ({"on_date": date(2026, 11, 25)}, (), {"on_date": "Ngày này chưa tới. Hôm nay là 24/11/2026."}),
        ({"on_date": date(2026, 2, 9)}, (), {"on_date": "Mô hình nguồn đăng ký ngày 10/02/2026. Ngày bắt đầu làm theo không thể trước ngày đó."}),
        (
            {"unit_id": A, "copied_model_id": None}, (),
            {"unit_id": "Đây là mô hình của chính đơn vị này. Anh/chị chọn mô hình của đơn vị khác để ghi học tập."},
        ),
        ({}, (learned(MA, B),), {"unit_id": "Đơn vị này đã được ghi là học từ mô hình này rồi. Anh/chị xem ở mục «Lan toả»."}),
        ({}, (learned(MC, B),), {}),  # the same unit from another model
        (
            {}, (learned(MB, A, MA),),
            {"copied_model_id": "Mô hình nguồn đã học từ mô hình này, ghi ngược lại sẽ thành vòng tròn. Anh/chị chọn mô hình khác."},
        ),
        (
            {}, (learned(MB, C, MC), learned(MC, A, MA)),
            {"copied_model_id": "Mô hình nguồn đã học từ mô hình này, ghi ngược lại sẽ thành vòng tròn. Anh/chị chọn mô hình khác."},
        ),
        ({}, (learned(MC, A, MA), learned(MD, C, MC)), {}),  # the source learned from others, not from this one
        (
            {"copied_model_id": MA}, (),
            {"copied_model_id": "Mô hình nguồn đã học từ mô hình này, ghi ngược lại sẽ thành vòng tròn. Anh/chị chọn mô hình khác."},
        ),
        ({"adapted": "a" * 1_001}, (), {"adapted": "Điểm làm khác dài 1.001 ký tự, quá 1.000 ký tự. Anh/chị rút gọn lại."}),
        ({"result": "a" * 1_001}, (), {"result": "Kết quả dài 1.001 ký tự, quá 1.000 ký tự. Anh/chị rút gọn lại."}),
    ),
)  # fmt: skip
def test_a_link_is_refused_on_its_field(changes, links, wrong):
    assert rules.check_link(replace(GOOD, **changes), SOURCE, links, TODAY) == wrong


@pytest.mark.proves("N20")
@pytest.mark.parametrize(
    ("links", "known_from", "found"),
    (
        ((), RECOGNISED, Spread(0, 0, 0, None)),
        ((learned(MB, C),), RECOGNISED, Spread(0, 0, 0, None)),  # somebody else's
        ((learned(MA, B),), RECOGNISED, Spread(1, 1, 1, 10)),
        ((learned(MA, B),), None, Spread(1, 1, 1, None)),  # never recognised: reach without time
        ((learned(MA, B, on=date(2026, 9, 29)),), RECOGNISED, Spread(1, 1, 1, None)),  # began before
        ((learned(MA, B), learned(MA, C, on=date(2026, 10, 21))), RECOGNISED, Spread(2, 2, 1, 16)),  # 10 and 21: 15 and a half
        ((learned(MA, B, MB), learned(MB, C, MC), learned(MC, D)), RECOGNISED, Spread(1, 3, 3, 10)),
        # two ways to one unit: counted once, the longer chain, the earlier day
        ((learned(MA, B, MB), learned(MB, C, MC, date(2026, 10, 30)), learned(MA, C, on=date(2026, 10, 2))), RECOGNISED, Spread(2, 2, 2, 6)),
        # the way back to the source's own unit is a link of the chain, no unit reached
        ((learned(MA, B, MB), learned(MB, A, MD)), RECOGNISED, Spread(1, 1, 2, 10)),
        # a circle in old data ends the walk
        ((learned(MA, B, MB), learned(MB, A, MA)), RECOGNISED, Spread(1, 1, 3, 10)),
    ),
)
def test_reach_depth_and_time_come_from_the_links(links, known_from, found):
    assert rules.spread(SOURCE, links, known_from) == found


@pytest.mark.parametrize(
    ("spread", "sentence"),
    (
        (Spread(0, 0, 0, None), ""),
        (Spread(3, 3, 1, 10), "Mô hình đã được 3 đơn vị học tập, làm theo."),
        (Spread(2, 5, 3, 10), "Mô hình đã được 5 đơn vị học tập, làm theo (2 trực tiếp, 3 qua đơn vị khác)."),
    ),
)
def test_everybody_reads_how_many(spread, sentence):
    assert spread.sentence == sentence


def test_those_above_a_model_are_all_it_learned_from():
    assert rules.ancestors(MD, (learned(MA, B, MB), learned(MB, D, MD), learned(MC, D, MD), learned(MD, E))) == {MA, MB, MC}
