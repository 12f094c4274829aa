"""A covenant from the first word to the comparison, in the browser: drawn up, offered, joined, reported, confirmed, compared."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import db
from recognition.accounts import actions as accounts
from recognition.hall.words import Role
from recognition.nominations import actions as nominations
from tests import shots
from tests.journeys.office import scan, text_of
from tests.journeys.screen import PHONE, Screen
from tests.support import server as servers
from web.installation import SAMPLE_MARK

pytestmark = [pytest.mark.browser, pytest.mark.prove]
NAME, OTHER = "Giao ước thi đua Cụm số 7", "Chi bộ Ban Tổ chức Tỉnh uỷ"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with servers.chromium() as found:
        yield found


def begin(folder: Path) -> None:
    """The secretary left a table of targets half-written before."""
    kept = json.dumps([{"Chỉ tiêu": "Hồ sơ đúng hạn", "Đơn vị tính": "%", "Mức phấn đấu": "98", "Không quá": False, "Điểm tối đa": None, "known": None}])
    with db.open(str(folder / "guong-sang.duckdb")) as database:
        db.use(database)
        person = next(person for person in accounts.sample_people() if person.role == Role.SECRETARY.label)
        nominations.keep_draft(accounts.actor_for(person.account_id), "covenant", {"targets": kept, "_version": 0})
        db.use(None)


def enter(screen: Screen, role: str) -> str:
    """In as the sample's person of this role; where they are."""
    screen.open("/dang-nhap")
    button = screen.page.locator("form.people").get_by_role("button", name=re.compile(f"^{role}")).first
    button.click()
    screen.title("Việc cần làm")
    return str(screen.page.locator(".gs-who span").first.text_content())


@pytest.mark.proves("F03.07")
def test_units_promise_sign_report_and_are_compared(tmp_path: Path, browser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path))
    faults: list[str] = []
    shots.prepare(tmp_path / "data" / "sample")
    (tmp_path / "data" / "sample" / SAMPLE_MARK).touch()
    begin(tmp_path / "data" / "sample")
    with servers.running(tmp_path / "data") as server:
        leader = Screen(browser, server, faults, PHONE, user_agent=shots.PHONE)
        unit = enter(leader, "Lãnh đạo đơn vị").rsplit("· ", 1)[-1]
        secretary = Screen(browser, server, faults)
        enter(secretary, "Thư ký")
        draw_up(secretary, unit)
        sign(secretary, leader, tmp_path)
        report(leader)
        compare(secretary, unit)
        assert [screen.errors() for screen in (secretary, leader)] == [[], []]
        assert [screen.english() for screen in (secretary, leader)] == [[], []]
        assert leader.sideways() <= 0
    assert faults == []


def draw_up(screen: Screen, unit: str) -> None:
    """The secretary goes on with the table of targets begun before, names two units and offers the covenant."""
    screen.menu("Phong trào thi đua")
    screen.page.get_by_role("link", name="Giao ước thi đua giữa các đơn vị").click()
    screen.title("Giao ước thi đua")
    screen.click("Giao ước mới")
    screen.title("Giao ước mới")
    assert screen.row_of("Hồ sơ đúng hạn") == 0
    screen.fill("Tên giao ước", NAME)
    screen.still()
    screen.choose("Đơn vị", unit, OTHER)
    screen.see("Đã chọn 2 đơn vị.")
    screen.still()
    screen.choose("Đơn vị trưởng", OTHER)
    screen.still()
    screen.click("Lưu", exact=True, hold=80)
    screen.title(NAME)
    assert screen.row_of("Ít nhất 98 %") == 0
    screen.click("Đưa ra ký…")
    screen.agree("Đưa ra ký")
    screen.see("0 trong 2 đơn vị")
    assert "(Trưởng cụm)" in text_of(screen.download("Giao ước (Word)"))


def sign(secretary: Screen, leader: Screen, folder: Path) -> None:
    """One leader joins on the phone, the other unit signed on paper."""
    leader.open("/")  # on a phone the menu is folded away
    leader.title("Việc cần làm")
    leader.block(NAME, button="Đọc, ký").get_by_role("button", name="Đọc, ký").click()
    leader.title(NAME)
    leader.click("Tán thành, ký giao ước…")
    leader.fill("Chức vụ ký", "Bí thư chi bộ")
    leader.agree("Ký giao ước")
    leader.see("1 trong 2 đơn vị")
    secretary.page.reload()
    secretary.title(NAME)
    secretary.see("1 trong 2 đơn vị")
    secretary.click("Ghi đã ký trên giấy…")
    secretary.date("Ngày ký", "05/02/2026")
    secretary.upload(scan(folder / "giao-uoc.pdf"))
    secretary.see("Đã nhận giao-uoc.pdf.")
    secretary.agree("Ghi đã ký")
    secretary.see("Bản quét đã ký: giao-uoc.pdf", "2 trong 2 đơn vị")


def report(screen: Screen) -> None:
    """The unit says what it reached; a slip is said at its field."""
    screen.click("Báo cáo kết quả")
    screen.title("Báo cáo thực hiện giao ước")
    screen.fill("Đã đạt (%)", "nhiều")
    screen.still()
    screen.click("Gửi báo cáo")
    screen.see(re.compile("chưa đọc được"))
    screen.fill("Đã đạt (%)", "99,5")
    screen.still()
    screen.click("Gửi báo cáo")
    screen.title(NAME)
    screen.see("1 trong 2, hạn", "Chờ xác nhận")


def compare(screen: Screen, unit: str) -> None:
    """The secretary confirms from the first screen and compares."""
    screen.work("Xem, xác nhận", NAME)
    screen.title(NAME)
    screen.rows(screen.row_of(unit, table=1), table=1)
    screen.title("Báo cáo thực hiện giao ước")
    screen.click("Xác nhận kết quả…")
    screen.agree("Xác nhận")
    screen.see("Đã xác nhận")
    screen.page.get_by_role("link", name=re.compile("^GU-")).click()
    screen.title(NAME)
    screen.choose("So theo", "1. Hồ sơ đúng hạn")
    screen.see("Mức phấn đấu: Ít nhất 98 %.")
    assert screen.row_of("99,5 %", table=2) == 0
    assert screen.download("Xuất Excel").startswith(b"PK")
