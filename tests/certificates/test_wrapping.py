import pytest
from hypothesis import given
from hypothesis import strategies as st

from certificates.faces import face
from certificates.wrapping import wrap

GARAMOND = face("EBGaramond-Medium")


def broken(text: str, em: float, most: int = 3, *, person: bool = False) -> list[str] | None:
    return wrap(text, em, most, GARAMOND.width, person=person)


@pytest.mark.proves("N10", "F09.05")
@pytest.mark.parametrize(("text", "em", "lines"), (
    ("Đảng viên Chi bộ Phòng Kế hoạch – Tổng hợp, Đảng bộ Trung tâm Kiểm soát bệnh tật tỉnh Tây Ninh", 32,
     ["Đảng viên Chi bộ Phòng Kế hoạch – Tổng hợp,", "Đảng bộ Trung tâm Kiểm soát bệnh tật tỉnh Tây Ninh"]),
    ("Đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh, hoàn thành xuất sắc nhiệm vụ năm 2026", 40,
     ["Đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức,", "phong cách Hồ Chí Minh, hoàn thành xuất sắc nhiệm vụ năm 2026"]),
    ("Chi bộ Trường Trung học phổ thông Hoàng Lê Kha", 16, ["Chi bộ Trường Trung học", "phổ thông Hoàng Lê Kha"]),
    ("Quyết định số 125-QĐ/ĐU ngày 05 tháng 11 năm 2026", 16, ["Quyết định số 125-QĐ/ĐU", "ngày 05 tháng 11 năm 2026"]),
))
def test_lines_break_where_a_reader_would(text, em, lines):
    assert broken(text, em) == lines


@pytest.mark.proves("N10")
@pytest.mark.parametrize("kept", ("Công ty", "Chi bộ", "số 12", "ngày 05", "năm 2026", "Hồ Chí", "Chí Minh"))
@pytest.mark.parametrize("em", (18, 20, 22, 24, 26, 28, 30))
def test_what_belongs_together_stays_on_one_line(kept, em):
    text = "Tập thể Chi bộ Công ty Cổ phần Cấp nước số 12 được khen ngày 05 tháng 11 năm 2026 vì học tập và làm theo Hồ Chí Minh"
    lines = broken(text, em, 4)
    assert lines is not None
    assert any(kept in line for line in lines)


@pytest.mark.proves("N10")
def test_a_short_personal_name_is_never_broken():
    assert broken("Nguyễn Thị Ngọc Ánh", 6, person=True) is None


def test_text_that_cannot_fit_is_not_forced():
    assert broken("một hai ba bốn năm sáu bảy tám chín mười", 5, 2) is None


@given(st.lists(st.sampled_from(["Chi", "bộ", "Công", "ty,", "số", "12", "năm", "2026", "và", "của", "nhân", "dân", "Nguyễn", "Văn", "An", "phường"]), min_size=1, max_size=24), st.integers(5, 40))
def test_wrapping_loses_no_word_and_overruns_no_line(words, em):
    text = " ".join(words)
    lines = broken(text, em)
    if lines is not None:
        assert " ".join(lines) == text
        assert len(lines) <= 3
        assert all(GARAMOND.width(line) <= em + 1e-6 for line in lines)
