from dataclasses import replace

import pytest

from certificates import Finding, Refused, preflight, render
from certificates.errors import Blocked


def test_an_ordinary_row_has_nothing_to_mend(layout, facts, signed_facts):
    assert preflight(layout, [facts]) == []
    assert preflight(layout, [signed_facts]) == []


@pytest.mark.proves("N09", "F09.06")
@pytest.mark.parametrize(("field", "value", "blocking"), (
    ("recipient", "NguyÔn ThÞ Ngäc ¸nh", True),
    ("recipient", "Nguyễn Văn 🙂 An", True),
    ("recipient", "Nguyễn\u202eVăn An", True),
    ("recipient", "Nguyễn\u200bVăn An", True),
    ("recipient", "Nguyễn\x07 An", True),
    ("recipient", "Ðặng Văn An", True),
    ("recipient", "Nguyễn Văn \ue000", True),
    ("recipient", "Nguyễn  Văn An", False),
    ("recipient", "NguyỄn Văn An", False),
    ("unit", "Sở Y tế 中", True),
    ("recipient", "", True),
    ("achievement", "", True),
    ("awarding_line", "", True),
    ("achievement", "Đã có thành tích " * 40, True),
    ("recipient", "Nguyễn " * 60, True),
))
def test_each_fault_is_found_on_its_row_and_judged(layout, facts, field, value, blocking):
    found = [f for f in preflight(layout, [facts, replace(facts, serial="2", code="", **{field: value})]) if f.row == 2]
    assert found
    assert any(f.blocking for f in found) == blocking
    assert all(f.row == 2 and f.what and f.how_to_mend for f in found)


def test_a_finding_names_the_letter_and_its_code(layout, facts):
    found = preflight(layout, [replace(facts, unit="Sở Y tế 中")])
    assert Finding(1, "Chức vụ, đơn vị", "phông EBGaramond-Medium không có «中» (U+4E2D).", "Anh/chị gõ lại chữ này hoặc chọn phông khác cho ô.") in found


@pytest.mark.parametrize("name", ("Y Bliă Êban", "H’Hen Niê", "Đinh Thị Ňă", "Lò Văn Ưn"))
def test_names_of_every_people_of_the_country_pass_unless_a_face_lacks_a_letter(layout, facts, name):
    found = preflight(layout, [replace(facts, recipient=name)])
    assert [f for f in found if "không có" not in f.what] == []


def test_text_over_the_qr_or_the_seal_is_found(layout, signed_facts):
    on_code = replace(layout, groups=tuple(replace(g, x=32.0) if g.name == "foot" else g for g in layout.groups))
    assert any("mã QR" in f.what and f.blocking for f in preflight(on_code, [signed_facts]))
    on_seal = replace(layout, groups=tuple(replace(g, x=168.0, width=90.0, y=156.0, height=20.0) if g.name == "foot" else g for g in layout.groups))
    assert any("chỗ ký" in f.what and f.blocking for f in preflight(on_seal, [replace(signed_facts, verify_url=None)]))


def test_an_address_too_long_for_a_readable_code_is_found(layout, facts):
    found = preflight(layout, [facts.with_url("HTTPS://A.VN/XM/" + "A" * 900)])
    assert [(f.field, f.blocking) for f in found] == [("Mã QR", True)]


@pytest.mark.proves("N09")
def test_a_batch_with_one_blocking_row_prints_nothing_and_lists_every_finding(layout, facts, out):
    rows = [replace(facts, recipient=name, serial="", code="") for name in ("Lê An", "Ðặng An", "Lê Bình", "")]
    with pytest.raises(Blocked) as blocked:
        render(layout, rows, out)
    assert {f.row for f in blocked.value.findings} == {2, 4}
    assert not out.exists()
    assert list(out.parent.iterdir()) == []


def test_an_empty_batch_is_refused(layout, out):
    with pytest.raises(Refused):
        render(layout, [], out)
    assert list(out.parent.iterdir()) == []


def test_a_number_a_signed_code_or_a_whole_paper_given_twice_is_found(layout, facts, signed_facts):
    again = replace(signed_facts, recipient="Lê An")
    assert kinds_of(preflight(layout, [signed_facts, again])) == [(2, "Số vào sổ", False), (2, "Mã tra cứu", True)]
    assert kinds_of(preflight(layout, [facts, replace(facts, recipient="Lê An", serial="2")])) == []
    assert kinds_of(preflight(layout, [signed_facts, signed_facts])) == [(2, "Họ tên / tên tập thể", False)]


def kinds_of(found):
    return [(f.row, f.field, f.blocking) for f in found]
