"""The outbox as its secretary sees it: composed, read, changed, left out, sent; nobody else opens it."""

from datetime import timedelta

import pytest

from pages.shared import navigation
from recognition.hall.words import Role
from recognition.reminding import actions
from recognition.reminding.terms import Every, LetterState, Pace
from tests.pages.test_nomination_screens import button, field, said, whole
from tests.reminding.conftest import TODAY, House
from tests.reminding.test_mail import HERE, address
from tests.reminding.test_outbox import BUILD, HEALTH, VET
from tests.support import people, smtp
from vietnamese import dates

OUTBOX, LETTER, WORK, MAIL = "pages/reminding/outbox.py", "pages/reminding/letter.py", "pages/home/work.py", "pages/admin/mail.py"
OWN = "pages/accounts/own.py"


@pytest.fixture
def house(duck):
    with dates.fixed(TODAY):
        made = House()
        made.deadline()
        yield made


def words(app):
    return said(app).replace("\\", "") + "\n".join(one.value for kind in (app.success, app.warning) for one in kind).replace("\\", "")


@pytest.mark.proves("F13.04")
def test_letters_are_composed_read_chosen_and_sent_after_a_question(house, screen):
    app = screen(house.secretary, OUTBOX)
    whole(app)
    assert "Không có thư nào chờ duyệt." in words(app)
    button(app, "Soạn thư nhắc").click().run()
    whole(app)
    assert "Soạn 3 thư mới." in words(app)
    assert "hạn 27/11/2026, còn 3 ngày." in words(app)
    assert button(app, "Duyệt và gửi…").disabled
    next(one for one in app.checkbox if one.label == f"**{BUILD}**").set_value(True).run()
    button(app, "Duyệt và gửi 1 thư…").click().run()
    assert house.told(house.nominator) == []
    button(app, "Gửi 1 thư").click().run()
    whole(app)
    assert [sentence.startswith("Phạm Thu Hà nhắc: Đến ngày 24 tháng 11 năm 2026") for sentence in house.told(house.nominator)] == [True]
    assert set(house.drafts()) == {HEALTH, VET}


@pytest.mark.proves("F13.04")
def test_drafts_of_an_earlier_day_say_that_their_days_are_counted_to_that_day(house, screen):
    with dates.fixed(TODAY + timedelta(days=-1)):
        house.composed()
    app = screen(house.secretary, OUTBOX)
    assert [f"soạn từ ngày {dates.short(TODAY + timedelta(days=-1))}" in one.value for one in app.info] == [True]
    button(app, "Soạn thư nhắc").click().run()
    assert ([one.value for one in app.success], list(app.info)) == (["Soạn lại 3 thư chờ duyệt cho đúng hôm nay."], [])


@pytest.mark.proves("F13.04")
def test_a_whole_page_is_chosen_at_once_and_what_may_not_go_says_why(house, screen):
    house.composed()
    house.register(house.other)
    app = screen(house.secretary, OUTBOX)
    field(app, "Chọn cả 3 thư ở trang này").set_value(True).run()
    button(app, "Duyệt và gửi 3 thư…").click().run()
    button(app, "Gửi 3 thư").click().run()
    whole(app)
    assert f"{HEALTH}: Việc này đã xong hoặc không còn đúng" in words(app)
    assert set(house.drafts()) == {HEALTH}


@pytest.mark.proves("F13.04")
def test_a_tick_for_a_whole_page_does_not_choose_the_letters_that_come_after(house, screen):
    house.composed()
    app = screen(house.secretary, OUTBOX)
    field(app, "Chọn cả 3 thư ở trang này").set_value(True).run()
    next(one for one in app.checkbox if one.label == f"**{HEALTH}**").set_value(False).run()
    next(one for one in app.checkbox if one.label == f"**{VET}**").set_value(False).run()
    button(app, "Duyệt và gửi 1 thư…").click().run()
    button(app, "Gửi 1 thư").click().run()
    whole(app)
    assert field(app, "Chọn cả 2 thư ở trang này").value is False
    assert button(app, "Duyệt và gửi…").disabled


@pytest.mark.proves("F13.04")
def test_one_letter_is_changed_and_wrong_words_say_so_without_being_lost(house, screen):
    draft = house.composed()[BUILD]
    app = screen(house.secretary, LETTER, id=draft.id)
    whole(app)
    assert "Hiện trong «Việc cần làm» của Hoàng Đức Ân, Đỗ Thị Thanh." in words(app)
    field(app, "Nội dung thư").set_value("Số 038099001234")
    button(app, "Lưu lời thư").click().run()
    assert "Nội dung thư có dãy 12 chữ số giống số định danh cá nhân." in words(app)
    assert field(app, "Nội dung thư").value == "Số 038099001234"
    field(app, "Nội dung thư").set_value("Đề nghị chi bộ đăng ký.")
    button(app, "Lưu lời thư").click().run()
    whole(app)
    assert house.drafts()[BUILD].body == "Đề nghị chi bộ đăng ký."


@pytest.mark.proves("F13.04")
def test_a_letter_is_left_out_with_a_reason(house, screen):
    draft = house.composed()[BUILD]
    app = screen(house.secretary, LETTER, id=draft.id)
    button(app, "Bỏ thư này…").click().run()
    field(app, "Lý do (không bắt buộc)").set_value("Đã gọi điện")
    button(app, "Bỏ thư").click().run()
    whole(app)
    assert [(letter.addressee, letter.reason) for letter in house.letters(LetterState.LEFT_OUT)] == [(BUILD, "Đã gọi điện")]
    assert "Đã gọi điện" in words(screen(house.secretary, LETTER, id=draft.id)) + "".join(one.value for one in screen(house.secretary, LETTER, id=draft.id).info)


@pytest.mark.proves("F13.04")
def test_a_letter_on_paper_waits_until_its_number_is_written(house, screen):
    draft = house.composed()[VET]
    house.send(draft)
    app = screen(house.secretary, LETTER, id=draft.id)
    whole(app)
    button(app, "Ghi đã gửi công văn…").click().run()
    field(app, "Ngày gửi").set_value(TODAY + timedelta(days=1))
    button(app, "Ghi đã gửi").click().run()
    assert {"Anh/chị ghi số, ký hiệu của công văn đã gửi.", "Ngày gửi 25/11/2026 chưa tới. Hôm nay là 24/11/2026."} <= {
        sentence.partition("error: ")[2].rstrip("]") for sentence in words(app).split("\n") if "error:" in sentence
    }
    field(app, "Ngày gửi").set_value(TODAY)
    field(app, "Số, ký hiệu").set_value("15-CV/ĐU")
    button(app, "Ghi đã gửi").click().run()
    whole(app)
    assert actions.get(house.secretary, draft.id).state is LetterState.SENT


@pytest.mark.proves("F13.03")
def test_the_pace_is_changed_on_the_same_page(house, screen):
    app = screen(house.secretary, OUTBOX)
    pace = next(each for each in app.text_input if each.label == "Nhắc trước hạn (ngày)")
    pace.set_value("0")
    button(app, "Lưu nhịp nhắc").click().run()
    assert "Số ngày nhắc trước hạn phải từ 1 đến 60." in words(app)
    next(each for each in app.text_input if each.label == "Nhắc trước hạn (ngày)").set_value("5")
    button(app, "Lưu nhịp nhắc").click().run()
    whole(app)
    assert actions.pace(house.secretary, house.issuer) == Pace(5, 7, 10, 1)


@pytest.mark.proves("F13.04")
def test_work_counts_drafts_and_only_the_secretary_opens_the_outbox(house, screen):
    house.send(house.composed()[VET])
    shown = words(screen(house.secretary, WORK))
    assert "2 thư nhắc chờ anh/chị duyệt" in shown
    assert "1 thư đã duyệt, chưa gửi xong" in shown
    for who in (house.nominator, people.actor(Role.ADMINISTRATOR)):
        assert not {OUTBOX, LETTER} & {entry.file for entry in navigation.for_actor(who)}


@pytest.fixture
def post(monkeypatch):
    with smtp.running(smtp.Post()) as running:
        for name, value in (HERE | {"GUONG_SANG_SMTP_PORT": str(running.port)}).items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.mark.proves("F13.02")
def test_mail_goes_along_where_it_is_wanted_and_a_failed_one_is_sent_again(house, screen, post):
    address(house.nominator, "thanh@coquan.vn")
    draft = house.composed()[BUILD]
    post.refused = frozenset({"thanh@coquan.vn"})
    app = screen(house.secretary, LETTER, id=draft.id)
    assert "Thư điện tử tới thanh@coquan.vn." in words(app)
    button(app, "Duyệt và gửi…").click().run()
    assert field(app, "Gửi cả thư điện tử tới người có địa chỉ").value is True
    button(app, "Gửi thư").click().run()
    whole(app)
    assert "Máy chủ thư không nhận địa chỉ thanh@coquan.vn (mã 550)." in words(app)
    post.refused = frozenset()
    button(app, "Gửi lại 1 thư điện tử").click().run()
    whole(app)
    assert (post.to, actions.get(house.secretary, draft.id).state) == (["thanh@coquan.vn"], LetterState.SENT)


@pytest.mark.proves("F13.02")
def test_an_administrator_tries_mail_and_reads_what_is_wrong(house, screen, post, monkeypatch):
    admin = people.administrator()
    app = screen(admin, MAIL)
    whole(app)
    assert "127.0.0.1, cổng" in words(app)
    field(app, "Gửi thư thử tới").set_value("toi")
    button(app, "Gửi thư thử").click().run()
    assert "Địa chỉ thư chưa đúng dạng, ví dụ ten@coquan.vn." in words(app)
    field(app, "Gửi thư thử tới").set_value("toi@coquan.vn")
    button(app, "Gửi thư thử").click().run()
    assert "Máy chủ đã nhận thư gửi tới toi@coquan.vn." in words(app)
    assert post.to == ["toi@coquan.vn"]
    monkeypatch.setenv("GUONG_SANG_SMTP_TLS", "sai")
    assert "GUONG_SANG_SMTP_TLS phải là starttls, tls hoặc none." in words(screen(admin, MAIL))
    for name in (*HERE, "GUONG_SANG_SMTP_PORT"):
        monkeypatch.delenv(name)
    assert "Chưa đặt máy chủ thư" in "".join(one.value for one in screen(admin, MAIL).info)


@pytest.mark.proves("F13.03")
def test_each_person_chooses_a_summary_and_the_secretary_composes_it(house, screen, post):
    house.send(house.composed()[BUILD])
    app = screen(house.nominator, OWN)
    whole(app)
    field(app, "Nhận bằng thư điện tử").set_value(Every.WEEK)
    button(app, "Lưu lựa chọn").click().run()
    assert "Tài khoản chưa có địa chỉ thư điện tử. Anh/chị nhờ quản trị ghi địa chỉ rồi chọn lại." in words(app)
    address(house.nominator, "thanh@coquan.vn")
    button(app, "Lưu lựa chọn").click().run()
    whole(app)
    assert actions.my_digest(house.nominator) == (Every.WEEK, "thanh@coquan.vn")
    app = screen(house.secretary, OUTBOX)
    button(app, "Soạn bản tóm tắt").click().run()
    whole(app)
    assert "Soạn 1 bản tóm tắt mới." in words(app)
    assert "- Duyệt và gửi thư: 1 tin" in words(app)


@pytest.mark.proves("F13.03")
def test_where_mail_is_not_set_up_nothing_offers_summaries(house, screen):
    assert "Bản tóm tắt" not in words(screen(house.nominator, OWN))
    assert "Soạn bản tóm tắt" not in {one.label for one in screen(house.secretary, OUTBOX).button}
