"""Two installations, each with its own server and no network between them: a case goes up on a stick, its return comes down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import shots
from tests.journeys.screen import Screen
from tests.support import server as servers
from web.installation import SAMPLE_MARK

pytestmark = [pytest.mark.browser, pytest.mark.prove]



@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with servers.chromium() as found:
        yield found


def secretary(browser: Any, server: servers.Server, faults: list[str]) -> Screen:
    """The sample's secretary at one of the two."""
    screen = Screen(browser, server, faults)
    screen.open("/dang-nhap")
    screen.page.locator("form.people").get_by_role("button", name="Thư ký").first.click()
    screen.title("Việc cần làm")
    return screen


def card(screen: Screen, file: Path) -> str:
    """Fetch the card of this installation; its digits, as somebody reads them out."""
    screen.menu("Gói chuyển cấp")
    screen.click("Nơi gửi, nhận gói")
    screen.title("Nơi gửi, nhận gói")
    file.write_bytes(screen.download("Tải thẻ"))
    found = re.search(r"(?:\d{4} ){5}\d{4}", screen.text())
    assert found
    return found[0]


def confirm(screen: Screen, file: Path, digits: str, *, unit: str = "") -> None:
    """Compare the digits of the other card with what was read out, and say so."""
    screen.upload(file)
    screen.see(digits)
    screen.fill("Người bên kia đã đọc số", "Đồng chí Nguyễn Thị Hà")
    if unit:
        screen.choose("Hồ sơ họ gửi đứng tên đơn vị", unit)
    screen.check("Tôi đã nghe đọc đủ 24 chữ số và số nào cũng khớp")
    screen.click("Xác nhận nơi này")
    screen.see(re.compile("so với Đồng chí Nguyễn Thị Hà"))


@pytest.mark.proves("N24")
def test_a_case_goes_up_on_a_stick_and_its_result_comes_down(tmp_path: Path, browser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path))
    faults: list[str] = []
    for name in ("lower", "upper"):
        shots.prepare(tmp_path / name / "sample")
        (tmp_path / name / "sample" / SAMPLE_MARK).touch()
    with servers.running(tmp_path / "lower") as one, servers.running(tmp_path / "upper") as two:
        below, above = secretary(browser, one, faults), secretary(browser, two, faults)
        theirs, ours = card(below, tmp_path / "below.json"), card(above, tmp_path / "above.json")
        assert theirs != ours
        confirm(below, tmp_path / "above.json", ours)
        confirm(above, tmp_path / "below.json", theirs, unit="Đảng bộ Trường Chính trị tỉnh")

        below.menu("Gói chuyển cấp")
        below.click("Làm gói gửi đi")
        below.title("Làm gói gửi đi")
        below.page.get_by_test_id("stDataFrame").first.click(position={"x": 18, "y": 60})
        below.click("Làm gói 1 hồ sơ")
        below.see("Gói đã làm xong. Anh/chị tải tệp, chép vào USB và trao cho nơi nhận.")
        stick = tmp_path / "goi.zip"
        stick.write_bytes(below.download("Tải gói"))

        above.menu("Gói chuyển cấp")
        above.click("Mở gói nhận về")
        above.title("Mở gói nhận về")
        above.upload(stick)
        above.see(re.compile("Chữ ký khớp với thẻ đã xác nhận"))
        above.click("Mở gói", exact=True)
        above.see("Nhận vào")
        above.page.get_by_test_id("stSelectbox").filter(has_text="là ai?").get_by_role("combobox").click()
        above.page.get_by_role("option", name="Người mới, chỉ trùng tên").click()
        above.click("Nhận 1 hồ sơ")
        above.see("Đã nhận 1 trong 1.")
        above.open("/lam-goi?gi=ket-qua")
        above.title("Làm gói gửi đi")
        above.see("1 kết quả mới")
        above.click("Làm gói kết quả")
        above.see(re.compile("Gói đã làm xong"))
        stick.write_bytes(above.download("Tải gói"))

        below.menu("Gói chuyển cấp")
        below.click("Mở gói nhận về")
        below.title("Mở gói nhận về")
        below.upload(stick)
        below.click("Mở gói", exact=True)
        below.click("Ghi 1 kết quả")
        below.see("Đã ghi 1 trong 1.")
        assert [screen.errors() for screen in (below, above)] == [[], []]
        assert [screen.english() for screen in (below, above)] == [[], []]
    assert faults == []
