"""Nine members on nine phones vote at the same moment through the real server; the result is what they chose."""

from __future__ import annotations

from pathlib import Path

import pytest

import db
from recognition.accounts import secrets
from recognition.council import actions
from recognition.hall.transaction import transaction
from tests.support import databases
from tests.support import sealed as support
from tests.support import server as servers
from tests.support.sealed import PHRASES
from tests.web.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.prove]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WORD = {"a": "Đồng ý", "r": "Không đồng ý"}


def seeded(folder: Path) -> support.Hall:
    """An open sealed ballot of nine members and three cases, one member aside in the second case."""
    with databases.fresh(folder) as database:
        db.use(database)
        hall = support.hall()
        hall.called()
        actions.declare(hall.voters[8], hall.id, hall.session.items[1].id, "Cùng đơn vị")
        hall.opened()
        with transaction(None) as t:
            t.run("update account set password_hash = $1", secrets.password_hash(PASSWORD))
            hall.names = {row["id"]: row["user_name"] for row in t.all("select id, user_name from account")}
        db.use(None)
    return hall


def sign_in(page, url: str, name: str, path: str) -> None:
    page.goto(url + path)
    page.fill("#user_name", name)
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def narrow(page) -> None:
    """Nothing scrolls sideways, and every target is large enough for a thumb."""
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    small = page.evaluate(
        "[...document.querySelectorAll('button:not(.skip), .choice')].filter(e => e.offsetHeight && e.offsetHeight < 44).map(e => e.outerHTML)"
    )
    assert small == []


@pytest.mark.proves("F06.03", "F07.03", "F07.04", "N11")
def test_nine_phones_at_once(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    hall = seeded(folder)
    aside = hall.session.items[1].name
    with servers.running(folder) as server, servers.chromium() as chromium:
        pages = []
        for voter in hall.voters:
            page = chromium.new_context(**PHONE).new_page()
            sign_in(page, server.url, hall.names[voter.account_id], f"/bo-phieu/{hall.id}")
            page.get_by_role("button", name="Vào phòng phiếu").click()
            pages.append(page)
        for at, page in enumerate(pages):
            choices = ("a", "a" if at < 5 else "r", "r") if at != 8 else ("a", "r")
            for number, choice in enumerate(choices, 1):
                page.get_by_text(f"Phiếu kín · {number}/{len(choices)}").wait_for()
                assert page.locator("input:checked").count() == 0
                assert at != 8 or aside not in page.locator("body").inner_text()
                narrow(page)
                page.get_by_text(WORD[choice], exact=True).tap()
                page.locator(".thumb button.primary").tap()
            page.get_by_role("heading", name="Xem lại trước khi bỏ phiếu").wait_for()
            narrow(page)
        for page in pages:
            page.get_by_role("button", name="Bỏ phiếu vào thùng").tap(no_wait_after=True)
        receipts = {page.locator(".receipt").inner_text().replace(" ", "") for page in pages}
        assert len(receipts) == 9
        secretary = chromium.new_context(**PHONE).new_page()
        sign_in(secretary, server.url, hall.names[hall.secretary.account_id], f"/bo-phieu/{hall.id}/thung")
        secretary.get_by_text("Đóng với 9 phiếu trong thùng").tap()
        secretary.get_by_role("button", name="Đóng thùng phiếu").tap()
        secretary.get_by_text("thùng chưa kiểm").wait_for()
        teller = chromium.new_context(**PHONE).new_page()
        sign_in(teller, server.url, hall.names[hall.tellers[2].account_id], f"/bo-phieu/{hall.id}/kiem")
        teller.fill("#passphrase2", PHRASES[2])
        teller.fill("#passphrase3", PHRASES[3])
        teller.get_by_role("button", name="Mở thùng và kiểm phiếu").tap()
        teller.get_by_role("heading", name="Kết quả").wait_for()
        shown = teller.locator("ol.said small").all_inner_texts()
        assert shown[:3] == [
            "Đồng ý 9, không đồng ý 0; cần 5 trong 9", "Đồng ý 5, không đồng ý 3; cần 5 trong 9", "Đồng ý 0, không đồng ý 9; cần 5 trong 9",
        ]  # fmt: skip
        teller.locator("summary", has_text="Mã biên nhận").tap()
        assert set(teller.locator(".receipts li").all_inner_texts()) == receipts
        narrow(teller)


def test_thirty_cases_take_one_thumb_and_two_taps_each(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    with databases.fresh(folder) as database:
        db.use(database)
        hall = support.hall(items=30)
        hall.opened()
        with transaction(None) as t:
            t.run("update account set password_hash = $1", secrets.password_hash(PASSWORD))
            name = t.value("select user_name from account where id = $1", hall.voters[0].account_id)
        db.use(None)
    with servers.running(folder) as server, servers.chromium() as chromium:
        page = chromium.new_context(**PHONE).new_page()
        sign_in(page, server.url, name, f"/bo-phieu/{hall.id}")
        page.get_by_role("button", name="Vào phòng phiếu").tap()
        for number in range(1, 31):
            page.get_by_text(f"Phiếu kín · {number}/30").wait_for()
            page.get_by_text("Không đồng ý", exact=True).tap()
            page.locator(".thumb button.primary").tap()
        page.get_by_role("button", name="Bỏ phiếu vào thùng").tap()
        page.get_by_role("heading", name="Đã bỏ phiếu").wait_for()
