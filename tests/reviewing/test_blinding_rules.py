"""Names hidden in free text: marks forgiven, former names, given names alone, telephone numbers; ordinary words stay."""

import unicodedata

import pytest

from recognition.reviewing.blinding import Known, mask

KNOWN = Known(
    ("Lê Văn Tòng", "Phạm Thu Hoà"),
    ("Chi bộ Trạm Y tế Phú Lộc", "Chi bộ Trạm xá Hạ Long", "TYT-PL", "Thôn Đông, xã Phú Lộc", "Công đoàn cơ sở"),
    ("chiếc đò số 9", "Zalo"),
)


@pytest.mark.proves("F06.04")
@pytest.mark.parametrize(
    ("said", "shown"),
    (
        ("Việc tốt của Lê Văn Tòng.", "Việc tốt của «…»."),
        ("LE VAN TONG và lê văn tòng", "«…» và «…»"),
        ("Lê-Văn-Tòng, levantong, Lê  Văn\nTòng", "«…», «…», «…»"),
        ("Văn Tòng; Lê Tòng; Tòng; anh tòng; đồng chí Tong", "«…»; «…»; «…»; anh «…»; đồng chí «…»"),
        ("L.V. Tòng cứu người", "L.V. «…» cứu người"),
        ("Bà Hòa và Hoà", "Bà «…» và «…»"),
        ("Tổng kết, Tông đơ, hoạ sĩ, hoa nở", "Tổng kết, Tông đơ, hoạ sĩ, hoa nở"),
        ("ở Trạm Y tế Phú Lộc, tức Y tế PHU LOC", "ở «…», tức «…»"),
        ("trước là trạm xá hạ long; Phú-Lộc; PhuLoc", "trước là «…»; «…»; «…»"),
        ("TYT PL, tyt-pl", "«…», «…»"),
        ("Thôn Đông ở Phú Lộc; mùa đông; người đông", "«…» ở «…»; mùa đông; người đông"),
        ("Công đoàn cơ sở làm tốt công đoàn phí", "«…» làm tốt công đoàn phí"),
        ("Gọi 0912 345 678, +84 912.345.678, a.tong@que.vn, https://que.vn/tong", "Gọi «…», «…», «…», «…»"),
        ("lái CHIẾC ĐÒ SỐ 9, nhóm zalo", "lái «…», nhóm «…»"),
        ("Năm 2026 giúp 12 hộ, 3.500.000 đồng", "Năm 2026 giúp 12 hộ, 3.500.000 đồng"),
        ("", ""),
    ),
)
def test_what_tells_whose_case_it_is_is_hidden(said, shown):
    assert mask(said, KNOWN) == shown
    assert mask(unicodedata.normalize("NFD", said), KNOWN) == shown


@pytest.mark.proves("F06.04")
def test_a_name_with_invisible_characters_inside_is_still_hidden():
    assert mask("Lê Văn Tò\u200bng, Lê\u00adVăn\u00a0Tòng", KNOWN) == "«…», «…»"


def test_nothing_known_hides_nothing_but_ways_to_reach_somebody():
    assert mask("Lê Văn Tòng, 0912345678", Known()) == "Lê Văn Tòng, «…»"
    assert mask("abc", Known(("",), (" , ",), ("",))) == "abc"


def test_a_long_text_with_many_names_is_masked_whole():
    known = Known(tuple(f"Nguyễn Văn Số{number}" for number in range(50)))
    said = " ".join(f"Nguyễn Văn Số{number} làm việc." for number in range(50)) * 20
    assert "Số" not in mask(said, known)
