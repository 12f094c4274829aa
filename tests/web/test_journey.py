"""One long way in a real browser: set-up, sign-in, F5, a second tab, a cold deep link, expiry, signing out, the phone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import server as servers

pytestmark = pytest.mark.browser

ENGLISH = re.compile(r"\b(Choose|Browse|Upload|Running|Loading|Connection|Deploy|Settings|Search\b|Download|Page not found|required)\b")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("journey") / "data"


def watch(page, seen: list[str]) -> None:
    """Note every foreign request and every refusal of the security policy."""
    page.on("console", lambda message: seen.append(message.text) if "Content Security Policy" in message.text or "Refused to" in message.text else None)
    page.on("request", lambda request: None if request.url.startswith(("http://127.0.0.1", "data:", "blob:", "ws://127.0.0.1")) else seen.append(request.url))
    page.on("pageerror", lambda error: seen.append(str(error)))


@pytest.mark.proves("F15.04", "F16.01", "F16.05")
def test_from_first_start_to_sign_out(folder):
    faults: list[str] = []
    with servers.chromium() as browser:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US", color_scheme="light")
        page = context.new_page()
        watch(page, faults)
        with servers.running(folder) as server:
            port = server.port
            servers.set_up(server, page)
            page.get_by_text("Phạm Thu Hà").wait_for()
            page.reload()
            page.get_by_role("heading", name="Việc cần làm").wait_for()
            page.get_by_role("link", name="Tài khoản", exact=True).first.click()
            page.get_by_role("heading", name="Tài khoản", exact=True).wait_for()
            assert ENGLISH.findall(page.locator("body").inner_text()) == []
        with servers.running(folder, port=port) as server:
            cold = context.new_page()
            watch(cold, faults)
            cold.goto(f"{server.url}/tai-khoan")  # the very first page that this process draws
            cold.get_by_role("heading", name="Tài khoản", exact=True).wait_for()
            assert cold.get_by_role("dialog").count() == 0
            page.get_by_role("link", name="Việc cần làm").click()  # the old tab has found the new process by itself
            page.get_by_role("heading", name="Việc cần làm").wait_for()
            cold.get_by_role("button", name="Đăng xuất").click()
            cold.get_by_text("Anh/chị đã đăng xuất.").wait_for()
            page.get_by_role("link", name="Tra cứu").or_(page.get_by_role("link", name="Tài khoản", exact=True)).first.click()
            page.get_by_text("Phiên làm việc đã hết.").first.wait_for()
            page.wait_for_url(re.compile("/dang-nhap"))
            servers.sign_in(server, page, "ha.phamthu", path="/tai-khoan")
            page.get_by_role("heading", name="Tài khoản", exact=True).wait_for()
            stranger = browser.new_context().new_page()
            stranger.goto(f"{server.url}/tai-khoan?id=1")
            assert stranger.url == f"{server.url}/dang-nhap?next=/tai-khoan%3Fid%3D1"
        context.close()
    assert faults == []


@pytest.mark.proves("F16.03")
def test_nothing_scrolls_sideways_on_a_phone_and_targets_are_large_enough(folder):
    with servers.running(folder) as server, servers.chromium() as browser:
        context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, color_scheme="dark")
        page = context.new_page()
        for path in ("/dang-nhap", "/ma-mot-lan", "/xac-thuc", "/guong-sang"):
            page.goto(server.url + path)
            assert page.evaluate("document.documentElement.scrollWidth") == 390, path
            low = page.evaluate("[...document.querySelectorAll('button, .field input')].filter(e => e.offsetHeight && e.offsetHeight < 44).map(e => e.outerHTML)")
            assert low == [], path
        servers.sign_in(server, page, "ha.phamthu")
        page.get_by_role("heading", name="Việc cần làm").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") == 390
