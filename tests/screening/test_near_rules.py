"""When two cases may be one (Luật Thi đua, khen thưởng, Điều 5): a table of pairs with the answer and its words."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from recognition.hall.words import State
from recognition.screening import near
from recognition.screening.near import Asked, Candidate, Grade

UNIT, OTHER, ISSUER, UP = (UUID(int=number) for number in range(1, 5))
DAY = date(2026, 11, 20)
TITLE = "Trả lại 85 triệu đồng nhặt được"
ASKED = Asked("Lê Văn Tòng", birth_year=1980, unit_id=UNIT, title=TITLE, deed_date=DAY, issuer_id=ISSUER)
THERE = Candidate(
    UUID(int=9), "VT-2026-0001", State.ENDORSED, "Lê Văn Tòng", "individual", None, 1980, UNIT, "Chi bộ A", None, TITLE, DAY, ISSUER, "Đảng uỷ", None, "k", 2026
)  # fmt: skip


@pytest.mark.proves("F05.07", "N02")
@pytest.mark.parametrize(
    ("asked", "there", "grade"),
    (
        pytest.param({"subject_key": "k"}, {}, Grade.SAME, id="the very same achievement of the same recipient"),
        pytest.param({"name": "le van tong"}, {}, Grade.LIKELY, id="without marks, same year of birth"),
        pytest.param({"name": "Lê Văn Tồng"}, {"birth_year": None}, Grade.LIKELY, id="other marks, year unknown, same unit"),
        pytest.param({"name": "Lê Văn Tòng"}, {"birth_year": None, "unit_id": OTHER}, Grade.MAYBE, id="a name alone is only to be looked at"),
        pytest.param({}, {"birth_year": 1990}, Grade.MAYBE, id="another year of birth is another person: perhaps one deed of two"),
        pytest.param({}, {"birth_year": 1990, "deed_date": date(2026, 1, 5)}, None, id="another person, another day"),
        pytest.param({"title": "Trả lại 85.000.000 đồng nhặt được ở bến xe"}, {}, Grade.LIKELY, id="near-equal titles, same day"),
        pytest.param({"title": "Cứu hai học sinh đuối nước", "deed_date": date(2026, 3, 3)}, {}, None, id="another deed of the same person is allowed"),
        pytest.param({"name": "Lê Văn Tòn"}, {}, Grade.MAYBE, id="one letter apart"),
        pytest.param({"issuer_id": UP}, {}, Grade.LIKELY, id="the same deed at two levels"),
        pytest.param({}, {"state": State.REFUSED}, None, id="a refused case repeats nothing"),
        pytest.param({"kind": "collective", "name": "Chi bộ Văn phòng", "birth_year": None}, {}, Grade.MAYBE, id="a collective beside a person of the same deed"),
    ),
)
def test_pairs(asked, there, grade):
    found = near.alike(replace(ASKED, **asked), [replace(THERE, **there)])
    assert [each.grade for each in found] == ([] if grade is None else [grade])
    assert all(each.reasons and each.clause for each in found)


@pytest.mark.proves("F05.07", "N02")
def test_a_renamed_collective_is_found_by_the_name_it_had():
    asked = Asked("Chi bộ Công ty TNHH MTV Xổ số", kind="collective", unit_id=OTHER, title=TITLE)
    there = replace(THERE, kind="collective", name="Chi bộ Công ty Cổ phần Kiến thiết", recipient_unit_id=UNIT, former=("Chi bộ Công ty Xổ số",))
    assert [each.reasons[0] for each in near.alike(asked, [there])] == ["Tập thể này trước đây tên là «Chi bộ Công ty Xổ số»."]


def test_the_level_is_said():
    found = near.alike(replace(ASKED, issuer_id=UP), [THERE])
    assert found[0].reasons[-1] == "Đề nghị ở cấp khác: Đảng uỷ."


@pytest.mark.parametrize(
    ("name", "fits"),
    (("Lê Văn Tòng", "le van tong"), ("Lê Tòng", "le van tong"), ("Lê Văn Tòn", "le van tong"), ("Bà Lê Vân Tong", "le van tong")),
)
def test_patterns_find_a_name_with_one_word_wrong(name, fits):
    from fnmatch import fnmatch

    assert any(fnmatch(fits, pattern.replace("%", "*")) for pattern in near.patterns(name))
