"""Every element that the screens use: drawn under the strict policy, from our own server only, in Vietnamese."""

import contextlib
import re

import pytest

from tests.support import server as servers

#: As the kitchen's screen refuses it; not imported, for that would draw the screen.
REFUSED = "Phiên họp chưa kiểm phiếu xong nên chưa có biên bản kiểm phiếu. Anh/chị kiểm phiếu rồi tải lại."

pytestmark = pytest.mark.browser

#: Drawn on a canvas, or a browser's own: no script reaches them.
LEFT_ALONE = {"DD/MM/YYYY", "PDF, PNG"}
#: Words of English that no Vietnamese text has.
ENGLISH = re.compile(r"\b(choose|select|browse|upload|file|drag|drop|press|apply|running|loading|search|download|page|required|submit|open|close|show|hide|clear|option|options|no results|next|previous|limit)\b", re.IGNORECASE)


def texts(page) -> set[str]:
    """All visible texts, placeholders and labels."""
    found = page.evaluate(
        """() => {
            const out = [];
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const parent = walk.currentNode.parentElement;
                if (parent && !parent.closest('script,style,noscript,[data-testid="stIconMaterial"]') && parent.getClientRects().length) out.push(walk.currentNode.nodeValue.trim());
            }
            for (const element of document.body.querySelectorAll('[aria-label],[placeholder],[title]'))
                for (const name of ['aria-label', 'placeholder', 'title']) if (element.getAttribute(name)) out.push(element.getAttribute(name).trim());
            return out;
        }"""
    )
    return {text for text in found if text} - LEFT_ALONE


@contextlib.contextmanager
def kitchen(tmp_path):
    """The elements' own server, and Chromium."""
    command = ("-m", "uvicorn", "tests.web.kitchen.app:app", "--log-level", "warning")
    port = servers.free_port()
    with servers.running(tmp_path / "data", port=port, command=(*command, "--port", str(port))) as server, servers.chromium() as browser:
        yield server, browser


@pytest.mark.proves("F16.05")
def test_nothing_to_press_on_a_phone_is_lower_than_44_pixels(tmp_path):
    with kitchen(tmp_path) as (server, browser):
        page = browser.new_page(viewport={"width": 390, "height": 2600}, has_touch=True, is_mobile=True)
        page.goto(server.url)
        low = {}
        for words in ("Màn hình phòng họp", "Thử quy tắc khác", "Gửi", "Tải xuống tệp", "Nháp"):
            target = page.locator("button, a").filter(has=page.get_by_text(words, exact=True)).first
            target.wait_for()
            low[words] = target.evaluate("target => target.offsetHeight") < 44
        assert [words for words, is_low in low.items() if is_low] == []


def test_a_click_anywhere_on_a_row_opens_it_and_one_on_the_head_does_not(tmp_path):
    with kitchen(tmp_path) as (server, browser):
        page = browser.new_page(viewport={"width": 1200, "height": 2600}, locale="en-US")
        page.goto(server.url)
        page.get_by_text("Dòng đã mở: chưa").wait_for()
        list_of_rows = page.get_by_test_id("stDataFrame")
        list_of_rows.locator("canvas").first.wait_for()
        list_of_rows.click(position={"x": 300, "y": 15})
        list_of_rows.click(position={"x": 300, "y": 38 + 35 + 17})
        page.get_by_text("Dòng đã mở: 2").wait_for()


def test_a_file_that_is_refused_says_why_under_its_button_and_stays_said(tmp_path):
    with kitchen(tmp_path) as (server, browser):
        page = browser.new_page(viewport={"width": 1200, "height": 2600}, locale="en-US")
        given = []
        page.on("download", lambda file: given.append(file.suggested_filename))
        page.goto(server.url)
        button = page.get_by_test_id("stDownloadButton").filter(has_text="Biên bản chưa lập được")
        why = button.get_by_text(REFUSED)
        button.get_by_role("button").click()
        why.wait_for()
        button.locator("[data-gs-kept]").wait_for()  # the library's own is gone after five seconds
        assert why.count() == 1
        button.get_by_role("button").click()
        button.get_by_test_id("stDownloadButtonError").wait_for()
        assert why.count() == 1
        with page.expect_download():
            page.get_by_test_id("stDownloadButton").filter(has_text="Tải xuống tệp").get_by_role("button").click()
        assert given == ["tep.txt"]


@pytest.mark.proves("F16.01", "F16.05")
def test_every_element_is_drawn_in_vietnamese_under_the_policy(tmp_path):
    faults: list[str] = []
    with kitchen(tmp_path) as (server, browser):
        page = browser.new_page(viewport={"width": 1200, "height": 2600}, locale="en-US")
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" or "Refused" in m.text or "violates" in m.text else None)
        page.on("request", lambda r: None if r.url.startswith((server.url, "data:", "blob:")) else faults.append(r.url))
        page.goto(server.url)
        page.get_by_role("heading", name="Mọi thứ một lần").wait_for()
        page.get_by_test_id("stVegaLiteChart").nth(1).locator("canvas, svg").first.wait_for()
        page.get_by_test_id("stDataFrame").wait_for()
        seen = texts(page)
        page.get_by_label("Chọn nhiều").click()
        page.get_by_role("option").first.wait_for()
        seen |= texts(page)
        page.keyboard.press("Escape")
        page.get_by_label("Tên").fill("a")
        seen |= texts(page)
        page.get_by_test_id("stDateInput").get_by_role("spinbutton").first.click()
        page.get_by_text("Tháng 11").or_(page.get_by_text("Tháng")).first.wait_for()
        seen |= texts(page)
        page.keyboard.type("01012090")
        page.keyboard.press("Tab")
        page.get_by_test_id("stDateInput").get_by_role("alert").wait_for()
        seen |= texts(page)
        assert any("Tháng" in text or "tháng" in text for text in seen)
        assert sorted(text for text in seen if ENGLISH.search(text)) == []
        assert page.locator("html").get_attribute("lang") == "vi"
    assert faults == []
