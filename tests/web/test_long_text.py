"""A long text that is being typed survives a closed tab and a restart, without a button; under the strict policy."""

from __future__ import annotations

from pathlib import Path

import pytest

import db
from recognition.accounts import secrets
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.nominations import actions
from tests.support import databases, people, world
from tests.support import server as servers
from tests.web.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.prove]
USER = "thanh.dothi"
STORY = "Chiều muộn, anh Tòng thấy một túi vải kẹt dưới ghế sau."
#: What an input method writes letter by letter before the word stands.
HALF, WORD = "nghi", "nghĩa"


def seeded(folder: Path) -> Actor:
    """A nominator who can sign in, and a campaign that takes models."""
    with databases.fresh(folder) as database:
        db.use(database)
        issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế Phú Lộc")
        world.campaign(issuer, units=(unit,))
        who = people.actor(Role.NOMINATOR, unit=unit, name="Đỗ Thị Thanh")
        with transaction(None) as t:
            t.run("update account set user_name = $1, password_hash = $2", USER, secrets.password_hash(PASSWORD))
        db.use(None)
    return who


def kept(folder: Path, who: Actor, kind: str) -> dict[str, object]:
    """What the stopped server's database keeps of a form."""
    with db.open(folder / "guong-sang.duckdb") as database:
        db.use(database)
        found = actions.kept_draft(who, kind)
        db.use(None)
    return found[0] if found else {}


def opened(context, faults: list[str]):
    """A tab; its refusals of the policy and its errors go to `faults`."""
    page = context.new_page()
    page.on("console", lambda m: faults.append(m.text) if "Content Security Policy" in m.text or "Refused to" in m.text else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return page


@pytest.mark.proves("F04.04", "F16.05")
def test_what_is_typed_survives_a_closed_tab_and_a_restart(tmp_path):
    folder, faults = tmp_path / "data", []
    folder.mkdir()
    who = seeded(folder)
    with servers.chromium() as browser:
        context = browser.new_context(viewport={"width": 1440, "height": 1250}, locale="vi-VN")
        with servers.running(folder) as server:
            page = opened(context, faults)
            servers.sign_in(server, page, USER, PASSWORD, "/neu-guong")
            story = page.get_by_label("Kể lại việc làm")
            story.press_sequentially(STORY)
            page.get_by_text("Đã lưu nháp").wait_for()  # nothing was pressed and the field was not left
            assert page.get_by_text(f"{len(STORY)} ký tự. Thường 300 đến 1.500 ký tự là đủ.").is_visible()
            story.evaluate("area => { area.setSelectionRange(6, 6); window.area = area }")
            page.keyboard.type("rất ")
            sent = page.get_by_text(f"{len(STORY) + 4} ký tự")
            sent.wait_for()
            page.get_by_label("Nơi làm").fill("Bến xe")
            page.get_by_label("Nơi làm").press("Enter")
            page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
            assert story.evaluate("area => [area === window.area, area.selectionStart, area.value]") == [True, 10, f"{STORY[:6]}rất {STORY[6:]}"]
            page.close()
        with servers.running(folder, port=server.port) as server:
            page = opened(context, faults)
            page.goto(f"{server.url}/neu-guong")
            again = page.get_by_label("Kể lại việc làm")
            again.wait_for()
            assert again.input_value() == f"{STORY[:6]}rất {STORY[6:]}"
            page.get_by_label("Một, hai câu là đủ").fill("Trung thực.")
            page.close(run_before_unload=True)  # at once
    assert kept(folder, who, "deed")["reason"] == "Trung thực."
    assert faults == []


@pytest.mark.proves("F04.04")
def test_nothing_goes_in_the_middle_of_a_letter_and_all_goes_when_the_tab_hides(tmp_path):
    folder, faults, frames = tmp_path / "data", [], []
    folder.mkdir()
    who = seeded(folder)
    with servers.running(folder) as server, servers.chromium() as browser:
        context = browser.new_context(viewport={"width": 1440, "height": 1250}, locale="vi-VN")
        page = opened(context, faults)
        page.on("websocket", lambda socket: socket.on("framesent", lambda frame: frames.append(frame if isinstance(frame, bytes) else frame.encode())))
        servers.sign_in(server, page, USER, PASSWORD, "/dang-ky-mo-hinh")
        box = page.get_by_label("2. Thực trạng, lý do")
        box.wait_for()
        page.evaluate("Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })")
        hide = "document.dispatchEvent(new Event('visibilitychange'))"
        box.focus()
        keyboard = context.new_cdp_session(page)
        keyboard.send("Input.imeSetComposition", {"text": HALF, "selectionStart": len(HALF), "selectionEnd": len(HALF)})
        page.evaluate(hide)
        assert box.input_value() == HALF
        keyboard.send("Input.insertText", {"text": WORD})
        page.get_by_text("Đã lưu nháp").wait_for()
        assert ([HALF.encode() in frame for frame in frames].count(True), box.input_value()) == (0, WORD)
        page.get_by_label("3. Mục tiêu, tiêu chí").press_sequentially("Mỗi tháng một buổi.")
        before = len(frames)
        page.evaluate(hide)
        page.get_by_text("2 trong 10 ô").wait_for()
        assert "Mỗi tháng một buổi.".encode() in b"".join(frames[before:])
        page.close()
    assert kept(folder, who, "model")["situation"] == WORD
    assert faults == []
