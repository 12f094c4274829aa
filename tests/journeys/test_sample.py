"""Trying the program with the sample: from set-up, into every role, and out again with nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys import composed
from tests.journeys.screen import Screen
from tests.support import server as servers

pytestmark = [pytest.mark.browser, pytest.mark.prove]

ROLES = ("Quản trị", "Thư ký", "Người đề nghị", "Lãnh đạo đơn vị", "Văn thư", "Lãnh đạo theo dõi")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with servers.chromium() as found:
        yield found


@pytest.mark.proves("S6", "F16.06")
def test_the_sample_is_tried_in_every_role_and_leaves_nothing_behind(tmp_path: Path, browser: Any) -> None:
    composed.or_skip()
    faults: list[str] = []
    with servers.running(tmp_path / "data") as server:
        screen = Screen(browser, server, faults)
        screen.open("/thiet-lap")
        screen.page.fill("#code", server.set_up_code)
        screen.page.get_by_role("button", name="Dùng thử với dữ liệu mẫu").click()
        screen.page.get_by_role("heading", name="Đăng nhập").or_(screen.page.locator("form.people")).first.wait_for(timeout=120_000)
        assert sorted(path.name for path in server.data.iterdir() if "duckdb" in path.name or path.name == "sample") == ["guong-sang.duckdb", "sample"]
        for role in ROLES:
            screen.open("/dang-nhap")
            screen.page.locator("form.people").get_by_role("button", name=role).first.click()
            screen.title("Việc cần làm")
            screen.see("Dữ liệu dùng thử, không có giá trị.")
            assert (screen.english(), screen.errors()) == ([], [])
            if role != ROLES[-1]:
                screen.click("Đăng xuất")
                screen.see("Anh/chị đã đăng xuất.")
        screen.click("Đăng xuất")
        screen.open("/dang-nhap")
        screen.page.locator("form.people").get_by_role("button", name="Quản trị").first.click()
        screen.title("Việc cần làm")
        screen.page.get_by_role("link", name="Thôi dùng thử").click()
        screen.page.get_by_role("button", name="Xoá dữ liệu mẫu").click()
        screen.page.get_by_role("heading", name="Chào anh/chị").wait_for()
        assert not (server.data / "sample").exists()
    assert faults == []
