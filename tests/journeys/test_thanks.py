"""A colleague reads an example, thanks and writes; the secretary lets the public read it; a stranger reads, and writes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import db
from recognition.accounts import secrets
from recognition.hall import place
from recognition.hall.transaction import transaction
from tests.journeys.screen import PASSWORD, PHONE, Screen
from tests.support import server as servers
from tests.thanks.conftest import House, opened

pytestmark = [pytest.mark.browser, pytest.mark.prove, pytest.mark.proves("F14.03")]
WORDS = "Cảm ơn đồng chí, cả xóm nhớ mãi."


@pytest.fixture
def at(tmp_path) -> Iterator[tuple[object, servers.Server, House]]:
    """A server over one published example, whose people sign in by password."""
    data = tmp_path / "data"
    data.mkdir()
    place.use(data)
    with db.open(str(data / "guong-sang.duckdb")) as database:
        db.migrate(database)
        db.use(database)
        house = opened()
        hashed = secrets.password_hash(PASSWORD)
        with transaction(None) as t:
            for user_name, who in (("thanh.do", house.thanh), ("ha.pham", house.secretary)):
                t.run("update account set user_name = $2, password_hash = $3, password_at = created_at where id = $1", who.account_id, user_name, hashed)
        db.use(None)
    with servers.running(data) as server, servers.chromium() as browser:
        yield browser, server, house


def test_a_word_of_thanks_goes_from_a_colleague_to_the_public(at) -> None:
    browser, server, house = at
    faults: list[str] = []
    public, inside = f"/guong-sang/{house.example.id}", f"/mot-guong-sang?id={house.example.id}"
    colleague = Screen(browser, server, faults, PHONE)
    colleague.open(public)
    colleague.page.get_by_role("link", name="Gửi lời cảm ơn (cần đăng nhập)").click()
    colleague.page.fill("#user_name", "thanh.do")
    colleague.page.fill("#password", PASSWORD)
    colleague.page.get_by_role("button", name="Đăng nhập", exact=True).click()
    colleague.title("Đồng chí Lê Văn Tòng")
    colleague.click("Trân trọng cảm ơn", exact=True)
    colleague.see("1 người trân trọng cảm ơn.")
    colleague.still()
    colleague.fill("Lời chúc mừng, cảm ơn của anh/chị", WORDS)
    colleague.still()
    colleague.click("Gửi lời", exact=True)
    colleague.see("Chờ thư ký xem", WORDS)
    colleague.still()
    assert (colleague.sideways(), colleague.english(), list(colleague.errors())) == (0, [], [])

    secretary = Screen(browser, server, faults)
    servers.sign_in(server, secretary.page, "ha.pham", PASSWORD, inside)
    secretary.title("Đồng chí Lê Văn Tòng")
    secretary.click("Đưa lên trang công khai")
    secretary.see("Trên trang công khai")
    secretary.still()

    stranger = Screen(browser, server, faults, PHONE)
    stranger.open(public)
    stranger.see(WORDS, "Đỗ Thị Thanh · Chi bộ Sở Tài chính", "1 người trân trọng cảm ơn.")
    assert (stranger.sideways(), stranger.page.locator("script, form").count(), faults) == (0, 0, [])
