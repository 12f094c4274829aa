"""One person's browser: finds things by what stands on the screen, waits for words, notes what should never happen."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.support.server import Server

try:
    from playwright.sync_api import Error as PlaywrightError
except ImportError:  # the fixtures skip, and say how to get it
    PlaywrightError = AssertionError

PASSWORD = "con trâu đi trước cái cày"
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
#: English that a program brings along when nobody translates it.
ENGLISH = re.compile(
    r"\b(Choose|Browse|Upload|Uploaded|Running|Loading|Connection|Deploy|Settings|Search|Download|Submit|Clear|Select|Options?|No results|Page not found|"
    r"required|Press|Enter to|per file|Drag|Error|Traceback|Missing|Close|Show|None|True|False|nan|NaT)\b"
)
_HEAD = 38
#: Whether a closed list of one value shows this one.
_SHOWS = """(box, option) => !document.querySelector("[role=option]")
    && box.querySelector("[role=combobox]").value.replace(/\\s+/g, " ").includes(option)"""


class Screen:
    """A signed-in person in a context of their own; `faults` gathers foreign requests, refusals of the policy, script errors."""

    def __init__(self, browser: Any, server: Server, faults: list[str], viewport: dict[str, int] | None = None, **context: Any) -> None:
        self.server, self.faults = server, faults
        self.context = browser.new_context(viewport=viewport or DESKTOP, locale="vi-VN", color_scheme="light", accept_downloads=True, **context)
        self.context.set_default_timeout(60_000)  # another run may have the machine
        self.page = self.context.new_page()
        self._watch()

    def _watch(self) -> None:
        page, faults = self.page, self.faults
        page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text or "Refused to" in said.text else None)
        page.on("request", lambda asked: None if asked.url.startswith((self.server.url, "data:", "blob:", "ws://127.0.0.1")) else faults.append(asked.url))
        page.on("pageerror", lambda error: faults.append(str(error)))

    # --- coming in

    def first_time(self, user_name: str, code: str) -> None:
        """With the code of the slip: choose a password, see the first screen."""
        self.page.goto(f"{self.server.url}/ma-mot-lan")
        self.page.fill("#user_name", user_name)
        self.page.fill("#one_time", code)
        self.page.get_by_role("button", name="Dùng mã", exact=True).click()
        self.page.fill("#new", PASSWORD)
        self.page.fill("#again", PASSWORD)
        self.page.get_by_role("button", name="Lưu mật khẩu", exact=True).click()
        self.title("Việc cần làm")

    # --- looking

    def title(self, words: str) -> None:
        """Wait for the screen with this title."""
        self.page.get_by_role("heading", level=1, name=words, exact=True).first.wait_for()
        self.still()

    def see(self, *sentences: str | re.Pattern[str]) -> None:
        """Each of these stands somewhere on the screen; one that does not is told together with what stands there instead."""
        for words in sentences:
            try:
                self.page.get_by_text(words).filter(visible=True).first.wait_for()
            except PlaywrightError as missing:
                raise AssertionError(f"«{words}» does not stand on the screen. What does:\n{self.page.locator('body').inner_text()}") from missing

    def still(self) -> None:
        """The script has run to its end."""
        self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()

    def text(self) -> str:
        """Everything that is written in the middle of the screen."""
        return str(self.page.get_by_test_id("stMain").inner_text())

    def english(self) -> list[str]:
        """Words that nobody translated; the names of icons are letters of a font and do not count."""
        icons = set(self.page.locator('[data-testid="stIconMaterial"]').all_inner_texts())
        return [word for line in self.page.locator("body").inner_text().splitlines() if line.strip() not in icons for word in ENGLISH.findall(line)]

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    # --- going and doing

    def menu(self, entry: str) -> None:
        """Through the menu at the left to the screen of that name."""
        self.page.get_by_test_id("stSidebarNav").get_by_role("link", name=entry, exact=True).click()
        self.title(entry)

    def work(self, verb: str, *words: str) -> None:
        """In the list of what waits, the verb of the row with these words, however many wait before it."""
        self.menu("Việc cần làm")
        button = self.block(*words, button=verb).get_by_role("button", name=verb)
        more = self.page.get_by_test_id("stMain").get_by_role("button", name="Xem thêm")
        button.or_(more).first.wait_for()
        while not button.count() and more.count():
            with contextlib.suppress(PlaywrightError):  # the list was drawn anew just then
                more.first.click(timeout=4_000)
            self.still()
        button.first.click()

    def block(self, *words: str, button: str) -> Any:
        """The smallest row of the screen in which all these words stand beside a button."""
        found = self.page.get_by_test_id("stHorizontalBlock").filter(has=self.page.get_by_role("button", name=button))
        for each in words:
            found = found.filter(has=self.page.get_by_text(each))
        return found.last

    def search(self, words: str) -> None:
        """Look for something with the search field of the screen."""
        box = self.page.get_by_test_id("stMain").get_by_role("searchbox")
        box.fill(words)
        box.press("Enter")
        self.still()

    def open(self, path: str) -> None:
        """By address."""
        self.page.goto(self.server.url + path)

    def click(self, name: str | re.Pattern[str], *, inside: Any = None, exact: bool = False, hold: int = 0) -> None:
        """Press the button whose words are these, when the screen has come to rest, as people do; `hold` milliseconds, as a hand does, for an edited table."""
        if self.page.get_by_test_id("stApp").count():  # a plain page has no script
            self.still()
        (inside or self.page).get_by_role("button", name=name, exact=exact).filter(visible=True).first.click(delay=hold)

    def agree(self, name: str) -> None:
        """Press the verb in the open dialog and wait until it is gone."""
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("button", name=name, exact=True).click()
        dialog.wait_for(state="hidden")
        self.still()

    def fill(self, label: str, text: str) -> None:
        """Type into a field and leave it."""
        field = self.page.get_by_label(label, exact=True).and_(self.page.locator("input, textarea")).filter(visible=True).first
        field.fill(text)
        field.press("Tab")

    def date(self, label: str, text: str) -> None:
        """Type a day (05/11/2026) into a date field and leave it."""
        self._widget("stDateInput", label).get_by_role("spinbutton").first.click()
        self.page.keyboard.type(text.replace("/", ""))
        self.page.keyboard.press("Tab")

    def choose(self, label: str, *options: str) -> None:
        """Pick options of a list."""
        lists = self.page.locator('[data-testid="stSelectbox"], [data-testid="stMultiSelect"]')
        box = lists.filter(has=self.page.get_by_text(label, exact=True)).filter(visible=True).first
        for option in options:
            self._pick(box, option)
        if box.get_attribute("data-testid") == "stMultiSelect":
            self.page.keyboard.press("Tab")

    def only(self, label: re.Pattern[str], option: str) -> None:
        """Pick nothing but this in a list of several, whatever stood in it; the label ends with how many there are."""
        box = self.page.get_by_test_id("stMultiSelect").filter(has=self.page.get_by_text(label))
        for _ in range(int("".join(filter(str.isdigit, box.get_by_text(label).first.inner_text())))):
            box.get_by_role("combobox").press("Backspace")
        self._pick(box, option)
        self.page.keyboard.press("Tab")

    def _pick(self, box: Any, option: str) -> None:
        """Type the option's words, for a long list draws only what is near, and take it, as people do: look whether it stands there, once more if not.

        The screen may just be drawn anew; and while it is filtered the list moves under the pointer, so that a press can miss it.
        """
        field = box.get_by_role("combobox")
        for last in (False, False, True):
            field.click()
            field.fill(option)
            try:
                self.page.get_by_role("option", name=option).first.click(timeout=30_000 if last else 4_000)
                if box.get_attribute("data-testid") == "stSelectbox":
                    self._stands(box, option)
                return
            except (PlaywrightError, AssertionError):
                if last:
                    raise
                self.page.keyboard.press("Tab")

    def _stands(self, box: Any, option: str) -> None:
        """Wait until the option is the value of the list, which is closed then."""
        for _ in range(40):
            with contextlib.suppress(PlaywrightError):  # the list was drawn anew just then
                if box.evaluate(_SHOWS, option):
                    return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"the list does not show «{option}»: {box.inner_text()}")

    def check(self, label: str) -> None:
        """Tick a box, take a radio or a pill."""
        self.page.get_by_test_id("stMain").or_(self.page.get_by_role("dialog")).get_by_text(label, exact=True).filter(visible=True).first.click()

    def upload(self, *files: Path, number: int = 0) -> None:
        """Give files to the uploader."""
        self.page.get_by_test_id("stFileUploaderDropzoneInput").nth(number).set_input_files([str(file) for file in files])

    def rows(self, *numbers: int, table: int = 0) -> None:
        """Tick rows of a table, counted from 0."""
        canvas = self.page.get_by_test_id("stDataFrame").nth(table)
        canvas.scroll_into_view_if_needed()
        shown = int(canvas.locator("table[role=grid]").first.get_attribute("aria-rowcount") or 2) - 1
        tall = (canvas.evaluate("place => place.clientHeight") - _HEAD) / shown
        for number in numbers:
            canvas.click(position={"x": 18, "y": _HEAD + (number + 0.5) * tall})
        self.still()

    def row_of(self, words: str, table: int = 0) -> int:
        """In which row of a table, counted from 0, these words stand."""
        row = self.page.get_by_test_id("stDataFrame").nth(table).locator("table tbody tr").filter(has_text=words)
        row.first.wait_for(state="attached")
        return int(row.first.get_attribute("aria-rowindex") or 0) - 2

    def line(self, words: Sequence[str]) -> None:
        """Type the first line of an editable table from its second column on; an empty word leaves the cell as it is."""
        self.page.get_by_test_id("stDataFrame").first.click(position={"x": 80, "y": 35 + 17})
        self.page.locator("canvas:focus, [data-testid=data-grid-canvas]:focus").first.wait_for(state="attached")
        for text in words:
            self.page.keyboard.press("ArrowRight")
            if text:
                self.page.keyboard.press("Enter")
                field = self.page.locator("#portal textarea, #portal input").first
                field.fill(text)
                field.press("Enter")
                field.wait_for(state="detached")
                self.page.keyboard.press("ArrowUp")
        self.still()

    def download(self, name: str) -> bytes:
        """Press what gives a file; the file."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name)).filter(visible=True).first.click()
        return Path(coming.value.path()).read_bytes()

    def _widget(self, test_id: str, label: str) -> Any:
        return self.page.get_by_test_id(test_id).filter(has=self.page.get_by_text(label, exact=True)).filter(visible=True).first

    def errors(self) -> Sequence[str]:
        """What the program itself says has gone wrong, unasked."""
        return self.page.get_by_text("Mã lỗi").all_inner_texts()
