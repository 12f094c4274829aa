"""The booth as a browser without script meets it: one case a page, review, casting; the opening, the urn, the count."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from recognition.accounts import secrets, store
from recognition.council import actions
from recognition.council.actions import sealed
from recognition.council.sealing import wrapping
from recognition.council.terms import AttendanceInput, Substitute
from recognition.hall.transaction import transaction
from tests.support import people
from tests.support import sealed as support
from tests.support.sealed import PHRASES
from tests.web.conftest import BASE, PASSWORD, new_client
from vietnamese import dates

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def enter(client: TestClient, account, minutes_ago: int = 0) -> TestClient:
    """A browser that signed in some minutes ago."""
    token, at = secrets.token(), dates.now_utc() - timedelta(minutes=minutes_ago)
    with transaction(None) as t:
        store.add_sign_in(t, secrets.token_hash(token), account, at, at, "Điện thoại", "127.0.0.1")
    client.cookies.set("guong-sang", token, domain="guongsang.test")
    return client


def press(client: TestClient, page, **fields: str):
    """Send the page's form with what was chosen, as a browser does: hidden fields and the button."""
    action = re.search(r'action="([^"]+)"', page.text)[1]
    return client.post(action, data={**dict(HIDDEN.findall(page.text)), **fields}, headers={"origin": BASE})


@pytest.fixture
def hall(house, monkeypatch):
    monkeypatch.setattr(wrapping, "FULL", support.CHEAP)
    made = support.hall()
    hashed = secrets.password_hash(PASSWORD)
    with transaction(None) as t:
        t.run("update account set password_hash = $1", hashed)
    return made


@pytest.fixture
def visitor(house):
    opened = []

    def new(account, minutes_ago: int = 0) -> TestClient:
        client = new_client(house)
        opened.append(client)
        return enter(client, account, minutes_ago)

    yield new
    for client in opened:
        client.close()


def urls(hall):
    return f"/bo-phieu/{hall.id}", f"/bo-phieu/{hall.id}/thung"


@pytest.mark.proves("F07.03", "F07.04")
def test_a_member_votes_case_by_case_and_nothing_is_chosen_beforehand(hall, visitor):
    hall.opened()
    client, (booth, _) = visitor(hall.voters[0].account_id), urls(hall)
    page = client.get(booth)
    assert "Vào phòng phiếu" in page.text
    page = press(client, page, go="enter")
    for number, choice in ((1, "a"), (2, "r"), (3, "a")):
        assert f"Phiếu kín · {number}/3" in page.text
        assert " checked" not in page.text
        page = press(client, page, choice=choice, go="next")
    assert "Xem lại trước khi bỏ phiếu" in page.text
    assert sealed.box(hall.secretary, hall.id).ballots == 0
    done = press(client, page, go="cast")
    receipt = "".join(re.search(r'class="receipt">([0-9a-f ]+)<', done.text)[1].split())
    assert len(receipt) == 16
    again = press(client, page, go="cast")
    assert ("đã được ghi nhận" in again.text, receipt in again.text) == (True, False)
    for voter in hall.voters[1:]:
        sealed.cast(voter, hall.id, hall.ballot(voter, "approve"))
    hall.counted()
    assert receipt in sealed.box(hall.secretary, hall.id).receipts
    assert [(r.approve, r.reject) for r in hall.finished().results] == [(9, 0), (8, 1), (9, 0)]


def test_going_back_changing_and_reloading_keep_the_choice_in_the_form_only(hall, visitor, house):
    hall.opened()
    client, (booth, _) = visitor(hall.voters[0].account_id), urls(hall)
    page = press(client, client.get(booth), go="enter")
    assert "chọn một ý kiến" in press(client, page, go="next").text
    page = press(client, page, choice="r", go="next")
    page = press(client, page, go="back")
    assert 'value="r" checked' in page.text
    page = press(client, page, choice="a", go="next")
    page = press(client, page, choice="a", go="next")
    page = press(client, page, choice="a", go="next")
    page = press(client, page, go="to:1")
    assert ("Phiếu kín · 2/3" in page.text, 'value="a" checked' in page.text) == (True, True)
    page = press(client, page, choice="r", go="next")
    assert 'name="ballot" value="ara"' in page.text
    assert "Vào phòng phiếu" in client.get(booth).text  # a new visit begins anew: nothing was kept
    assert sealed.box(hall.secretary, hall.id).ballots == 0


def test_agreeing_to_all_that_is_left_is_asked_twice_and_still_reviewed(hall, visitor):
    hall.opened()
    client, (booth, _) = visitor(hall.voters[0].account_id), urls(hall)
    page = press(client, press(client, client.get(booth), go="enter"), choice="r", go="next")
    page = press(client, page, go="rest")
    assert "Đồng ý với cả 2 trường hợp?" in page.text
    refused = press(client, page, go="rest-sure")
    assert (refused.status_code, "Tích vào ô xác nhận" in refused.text) == (422, True)
    page = press(client, page, go="rest-sure", sure="1")
    assert 'name="ballot" value="raa"' in page.text
    press(client, page, go="cast")
    assert sealed.box(hall.secretary, hall.id).ballots == 1


@pytest.mark.proves("F06.03")
def test_a_member_with_a_conflict_sees_no_button_for_that_case(hall, visitor):
    hall.called()
    item = hall.session.items[1]
    actions.declare(hall.voters[2], hall.id, item.id, "Cùng đơn vị")
    hall.opened()
    client, (booth, _) = visitor(hall.voters[2].account_id), urls(hall)
    start = client.get(booth)
    assert "Có 2 trường hợp" in start.text
    page = press(client, start, go="enter")
    seen = start.text + page.text
    page = press(client, page, choice="a", go="next")
    assert "Phiếu kín · 2/2" in page.text
    forced = press(client, page, ballot="aaa", at="1", choice="a", go="next")
    page = press(client, page, choice="r", go="next")
    for text in (seen, page.text, forced.text):
        assert item.name not in text
    assert 'value="to:1"' not in page.text
    assert 'name="ballot" value="a-r"' in page.text
    assert "Đã bỏ phiếu" in press(client, page, go="cast").text


def test_an_old_sign_in_gives_the_password_again_before_voting(hall, visitor):
    hall.opened()
    client, (booth, _) = visitor(hall.voters[0].account_id, minutes_ago=6), urls(hall)
    start = client.get(booth)
    assert 'name="password"' in start.text
    wrong = press(client, start, go="enter", password="sai hoàn toàn rồi")
    assert (wrong.status_code, "Mật khẩu chưa đúng" in wrong.text) == (422, True)
    direct = press(client, start, go="cast", ballot="aaa")
    assert (direct.status_code, sealed.box(hall.secretary, hall.id).ballots) == (422, 0)
    page = press(client, start, go="enter", password=PASSWORD)
    assert "Phiếu kín · 1/3" in page.text


@pytest.mark.parametrize("ballot", ("", "a", "aa-", "zzz", "aaaaaa" * 200, "annn", "é✓x"))
def test_whatever_a_form_says_only_a_whole_ballot_is_cast(hall, visitor, ballot):
    hall.opened()
    client, (booth, _) = visitor(hall.voters[0].account_id), urls(hall)
    start = client.get(booth)
    answer = press(client, start, go="cast", ballot=ballot, at="99999999999", choice="n")
    assert (answer.status_code < 500, sealed.box(hall.secretary, hall.id).ballots) == (True, int(len(ballot) > 100))


def test_who_is_not_on_the_roll_is_told_so_and_strangers_find_nothing(hall, visitor):
    hall.opened([hall.voters[8]])
    booth, thung = urls(hall)
    assert "không có tên trong danh sách bỏ phiếu" in visitor(hall.voters[8].account_id).get(booth).text
    stranger = visitor(people.account("Người lạ"))
    assert [
        stranger.get(path).status_code
        for path in (booth, thung, f"/phong-hop/{hall.id}", f"{booth}/mo", f"{booth}/kiem")
    ] == [404, 404, 403, 403, 403]
    assert visitor(hall.voters[0].account_id).get(f"{booth}/mo").status_code == 403


def test_after_the_close_nothing_is_taken_and_the_page_says_so(hall, visitor):
    hall.opened()
    client, (booth, _) = visitor(hall.voters[0].account_id), urls(hall)
    start = client.get(booth)
    sealed.close_ballot(hall.secretary, hall.id)
    assert "Cuộc bỏ phiếu đã đóng." in press(client, start, go="cast", ballot="aaa").text
    assert sealed.box(hall.secretary, hall.id).ballots == 0


@pytest.mark.proves("F07.04", "N11")
def test_secretary_and_tellers_open_close_count_and_destroy_by_plain_forms(hall, visitor, house):
    hall.called()
    hall.attended()
    secretary, (booth, thung) = visitor(hall.secretary.account_id), urls(hall)
    page = secretary.get(f"{booth}/mo")
    typed = {f"{name}{n}": PHRASES[n] for n in PHRASES for name in ("passphrase", "again")}
    weak = press(secretary, page, **(typed | {"passphrase2": "ngắn"}))
    assert (weak.status_code, "bốn" in weak.text or "4 tiếng" in weak.text, PHRASES[1] in weak.text) == (
        422,
        True,
        False,
    )
    assert press(secretary, page, **typed).headers["location"] == thung
    for voter in hall.voters:
        sealed.cast(voter, hall.id, hall.ballot(voter, "approve"))
    page = secretary.get(thung)
    assert "9 phiếu" in page.text
    assert "Đạt" not in page.text
    assert press(secretary, page, go="close").status_code == 422
    assert press(secretary, page, go="close", sure="1").status_code == 303
    teller = visitor(hall.tellers[1].account_id)
    count = teller.get(f"{booth}/kiem")
    bad = press(teller, count, passphrase1=PHRASES[1], passphrase2="một hai ba bốn năm sáu")
    assert (bad.status_code, "không mở được phần khoá" in bad.text) == (422, True)
    assert press(teller, count, passphrase1=PHRASES[1], passphrase3=PHRASES[3]).headers["location"] == thung
    assert "Đồng ý 9, không đồng ý 0" in visitor(hall.voters[4].account_id).get(thung).text
    assert teller.get(f"/tai-ve/thung-phieu/{hall.id}").json()["format"] == "guong-sang-urn-1"
    assert secretary.get(f"/tai-ve/thung-phieu/{hall.id}").status_code == 403
    hall.finished()
    assert press(secretary, secretary.get(thung), go="destroy", sure="1").status_code == 303
    assert ("đã huỷ" in secretary.get(thung).text, house.trouble) == (True, None)


def test_the_limits_and_few_voters_are_said_in_the_booth(house, visitor, monkeypatch):
    monkeypatch.setattr(wrapping, "FULL", support.CHEAP)
    hall = support.hall(voters=4)
    hall.opened()
    text = visitor(hall.voters[0].account_id).get(f"/bo-phieu/{hall.id}").text
    assert "Chỉ có 4 người bỏ phiếu." in text
    for limit in (
        "Máy chủ đang chạy nhìn thấy",
        "chọn giống nhau",
        "ép chọn",
        "chép cơ sở dữ liệu liên tục",
        "dấu đã in",
    ):
        assert limit in text


@pytest.mark.proves("F07.08")
def test_the_room_screen_is_moved_by_the_secretary_and_followed_by_members(hall, visitor):
    hall.called()
    secretary, member = visitor(hall.secretary.account_id), visitor(hall.voters[0].account_id)
    path = f"/phong-hop/{hall.id}"
    first, second = hall.session.items[:2]
    steering = secretary.get(f"{path}?dieu-khien=1")
    assert press(secretary, steering, item=str(first.id)).headers["location"] == f"{path}?dieu-khien=1"
    assert first.name in member.get(path).text
    press(secretary, steering, item=str(second.id))
    shown = member.get(path)
    assert (second.name in shown.text, shown.headers["refresh"], "dieu-khien" in shown.text) == (True, "5", False)
    assert press(member, steering, item=str(first.id)).status_code == 403
    assert second.name in member.get(path).text


def test_no_page_of_the_booth_is_stored_or_needs_a_script(hall, visitor):
    hall.opened()
    client = visitor(hall.voters[0].account_id)
    page = press(client, client.get(f"/bo-phieu/{hall.id}"), go="enter")
    assert (page.headers["cache-control"], "script" in page.text) == ("private, no-store", False)
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


def test_voting_leaves_no_log_line_and_no_moment(hall, visitor, house):
    hall.opened()
    client = visitor(hall.voters[0].account_id)
    page = client.get(f"/bo-phieu/{hall.id}")
    with transaction(None) as t:
        before = (
            t.value("select count(*) from audit"),
            t.value("select count(*) from notice"),
            t.value("select count(*) from idempotency"),
        )
    press(client, page, go="cast", ballot="ara")
    with transaction(None) as t:
        after = (
            t.value("select count(*) from audit"),
            t.value("select count(*) from notice"),
            t.value("select count(*) from idempotency"),
        )
    assert (after, sealed.box(hall.secretary, hall.id).ballots) == (before, 1)


def opened_with_a_substitute(hall):
    """The fourth member has sent somebody; (member, the other's account)."""
    session = hall.called()
    session = actions.set_rule(hall.secretary, session.id, session.version, replace(session.rule, substitutes=True))
    absent, account = hall.voters[3], people.account("Cao Thị Thơm", password_hash=secrets.password_hash(PASSWORD))
    sent = {absent.members[hall.council]: Substitute("", "", "Giấy uỷ quyền số 12", account)}
    rows = [AttendanceInput(seat.member_id, "present", substitute=sent.get(seat.member_id)) for seat in session.seats]
    session = actions.attend(hall.secretary, session.id, session.version, rows)
    sealed.open_ballot(hall.secretary, session.id, session.version, PHRASES, PHRASES, cost=support.CHEAP)
    return absent, account


@pytest.mark.proves("F07.04")
def test_who_was_sent_votes_in_the_booth_after_the_password_and_the_member_is_told_who_does(hall, visitor):
    absent, account = opened_with_a_substitute(hall)
    booth, box = urls(hall)
    page = visitor(absent.account_id).get(booth)
    assert "Phiên này Cao Thị Thơm dự thay đồng chí theo văn bản cử" in page.text
    assert "Vào phòng phiếu" not in page.text
    client = visitor(account, minutes_ago=10)
    page = client.get(booth)
    assert f"dự thay <strong>{absent.name}</strong>" in page.text
    assert press(client, page, go="enter", password="sai mật khẩu").status_code == 422
    page = press(client, page, go="enter", password=PASSWORD)
    for choice in "ara":
        page = press(client, page, choice=choice, go="next")
    assert "Đã bỏ phiếu" in press(client, page, go="cast").text
    assert f"Cao Thị Thơm, dự thay {absent.name}" in client.get(box).text
    assert sealed.box(hall.secretary, hall.id).ballots == 1


def test_before_it_opens_the_booth_does_not_count_its_voters(hall, visitor):
    hall.called()
    page = visitor(hall.voters[0].account_id).get(urls(hall)[0])
    assert "Cuộc bỏ phiếu chưa mở" in page.text
    assert "người bỏ phiếu.</strong>" not in page.text


def test_the_member_who_posts_a_ballot_all_the_same_is_refused_in_words(hall, visitor):
    absent, _ = opened_with_a_substitute(hall)
    client, (booth, _) = visitor(absent.account_id), urls(hall)
    client.get(booth)  # leaves the cookie that a form's token must equal
    form = {"form_token": client.cookies["bieu-mau"], "ballot": "aaa", "go": "cast"}
    page = client.post(booth, data=form, headers={"origin": BASE})
    assert "Cao Thị Thơm dự thay" in page.text
    assert sealed.box(hall.secretary, hall.id).ballots == 0
