import pytest

from documents import lists
from documents.facts import Kind, Line

GROUP, HOME, ONE = (Line(kind, kind.value, award_form="Giấy khen") for kind in Kind)


@pytest.mark.parametrize(
    ("lines", "said"),
    (
        ((GROUP,) * 2 + (ONE,) * 14, "02 tập thể, 14 cá nhân"),
        ((ONE,), "01 cá nhân"),
        ((HOME, GROUP, ONE), "01 tập thể, 01 hộ gia đình, 01 cá nhân"),
        ((ONE,) * 1_800, "1.800 cá nhân"),
    ),
)
def test_counts_come_from_the_list_in_two_digits(lines, said):
    assert lists.counts(lines) == said


def test_order_of_the_law():
    """NĐ 152/2025 Đ29(5): collectives and households first; high to low; titles before forms; the living first."""
    title = Line(Kind.PERSON, "title", rank=2, is_title=True)
    form, high = Line(Kind.PERSON, "form", rank=2), Line(Kind.PERSON, "high", rank=1)
    late = Line(Kind.PERSON, "late", rank=2, posthumous=True)
    assert lists.in_order([late, form, title, high, HOME, GROUP]) == [GROUP, HOME, high, title, form, late]


def test_equal_lines_keep_the_order_of_the_caller():
    people = [Line(Kind.PERSON, name) for name in ("Vũ Ánh", "Lê An", "Trần Bảo")]
    assert lists.in_order(people) == people


def test_several_forms_become_points():
    lines = (
        Line(Kind.PERSON, "a", award_form="Giấy khen", rank=2),
        Line(Kind.PERSON, "b", award_form="Lao động tiên tiến", is_title=True, rank=2),
        Line(Kind.COLLECTIVE, "c", award_form="Giấy khen", rank=2),
    )
    assert lists.awarding(lines, "năm 2026") == (
        "khen thưởng 01 tập thể, 02 cá nhân năm 2026 (có danh sách kèm theo), cụ thể:\n"
        "a) Tặng danh hiệu “Lao động tiên tiến” cho 01 cá nhân;\n"
        "b) Tặng Giấy khen cho 01 tập thể, 01 cá nhân."
    )
