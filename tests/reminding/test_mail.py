"""Mail by the office's own server: settings, what goes over the wire, every way in which it can fail; a real server in the test."""

import socket
from datetime import timedelta
from uuid import uuid4

import pytest

from recognition.accounts import actions as accounts
from recognition.hall.errors import Invalid, NotAllowed, Stale
from recognition.hall.transaction import reading, transaction
from recognition.reminding import actions, mail
from recognition.reminding.mail_terms import Mail, MailServer, MailSetting, Security
from recognition.reminding.terms import LetterState, Way, WayState
from tests.reminding.conftest import TODAY
from tests.reminding.test_outbox import BUILD
from tests.support import people, smtp
from tests.support.server import free_port
from vietnamese import dates

HERE = {"GUONG_SANG_SMTP_HOST": "127.0.0.1", "GUONG_SANG_SMTP_TLS": "none", "GUONG_SANG_SMTP_FROM": "Thường trực Hội đồng <khen@coquan.vn>"}


def server(post, **given):
    return MailServer("127.0.0.1", post.port, **({"security": Security.NONE, "sender_name": "Thường trực Hội đồng", "sender": "khen@coquan.vn"} | given))


def plain(came):
    """What a mail says, its lines ended as people end them."""
    return came.get_content().replace("\r\n", "\n")


def a_mail(to="hoa@coquan.vn", subject="Đôn đốc đăng ký mô hình", body="Đề nghị chi bộ đăng ký.\nTrước thứ Sáu."):
    return Mail(uuid4(), to, subject, body)


@pytest.fixture
def post():
    with smtp.running(smtp.Post()) as running:
        yield running


@pytest.mark.proves("F13.02")
@pytest.mark.parametrize(("given", "fault"), (
    ({"HOST": ""}, "Chưa đặt GUONG_SANG_SMTP_HOST nên chưa gửi thư điện tử được."),
    ({"TLS": "ssl3"}, "GUONG_SANG_SMTP_TLS phải là starttls, tls hoặc none."),
    ({"PORT": "70000"}, "GUONG_SANG_SMTP_PORT phải là một số từ 1 đến 65535."),
    ({"PORT": "hai lăm"}, "GUONG_SANG_SMTP_PORT phải là một số từ 1 đến 65535."),
    ({"FROM": "khen"}, "GUONG_SANG_SMTP_FROM phải là một địa chỉ thư, ví dụ «Thường trực Hội đồng <khen@coquan.vn>»."),
    ({"FROM": "a@b.vn\r\nBcc: c@d.vn"}, "GUONG_SANG_SMTP_FROM phải là một địa chỉ thư, ví dụ «Thường trực Hội đồng <khen@coquan.vn>»."),
    ({"HOST": "thu.coquan.vn", "USER": "khen", "TLS": "none"}, "Không gửi mật khẩu qua đường không mã hoá: anh/chị đặt GUONG_SANG_SMTP_TLS là starttls hoặc tls."),
    ({"USER": "khen"}, "Có GUONG_SANG_SMTP_USER thì cần GUONG_SANG_SMTP_PASSWORD_FILE: đường dẫn tới tệp chỉ chứa mật khẩu."),
    ({"USER": "khen", "PASSWORD_FILE": "khong-co"}, "Không đọc được tệp ở GUONG_SANG_SMTP_PASSWORD_FILE. Anh/chị kiểm tra đường dẫn và quyền đọc."),
))  # fmt: skip
def test_wrong_settings_say_what_is_wrong(given, fault):
    assert mail.setting(HERE | {f"GUONG_SANG_SMTP_{name}": value for name, value in given.items()}) == MailSetting(None, fault)


@pytest.mark.proves("F13.02")
def test_settings_have_their_usual_ports_and_mail_that_was_never_set_up_is_no_fault(tmp_path):
    assert mail.setting({}) == MailSetting()
    for security, port in (("starttls", 587), ("tls", 465), ("none", 25), ("", 587)):
        found = mail.setting(HERE | {"GUONG_SANG_SMTP_TLS": security}).server
        assert found is not None
        assert (found.port, found.sender_name, found.sender) == (port, "Thường trực Hội đồng", "khen@coquan.vn")
    empty = tmp_path / "mat-khau"
    empty.write_text("\n", encoding="utf-8")
    known = HERE | {"GUONG_SANG_SMTP_USER": "khen", "GUONG_SANG_SMTP_PASSWORD_FILE": str(empty)}
    assert mail.setting(known).fault == "Tệp ở GUONG_SANG_SMTP_PASSWORD_FILE trống."
    empty.write_text("con trâu", encoding="utf-8")
    assert mail.setting(known).fault == "Tên và mật khẩu ở máy chủ thư chỉ gồm chữ không dấu, chữ số và ký hiệu."
    assert mail.why(MailServer("thu", 25, Security.NONE, "", "a@b.vn"), UnicodeEncodeError("ascii", "â", 0, 1, "x")) == mail.setting(known).fault


@pytest.mark.proves("F13.02")
def test_a_mail_arrives_in_vietnamese_as_plain_text(post):
    one = a_mail()
    assert mail.send(server(post), [one]) == {one.id: ""}
    ((to, came),) = post.mails
    assert (to, came["To"], came["From"], came["Subject"]) == ("hoa@coquan.vn", "hoa@coquan.vn", "Thường trực Hội đồng <khen@coquan.vn>", "Đôn đốc đăng ký mô hình")
    assert (came.get_content_type(), came.get_content_charset(), came["Auto-Submitted"]) == ("text/plain", "utf-8", "auto-generated")
    assert plain(came) == "Đề nghị chi bộ đăng ký.\nTrước thứ Sáu.\n"
    assert {"Date", "Message-ID"} <= set(came.keys())
    assert post.raw[0].isascii()


@pytest.mark.proves("F13.02")
def test_nothing_typed_becomes_a_header_or_a_second_mail(post):
    one = a_mail(subject="Đôn đốc\r\nBcc: la@ngoai.vn\nX-A: b", body="Dòng một\r\n.\r\nMAIL FROM:<x@y.vn>\n..\nhết")
    wrong = a_mail(to="a@b.vn\r\nRCPT TO:<c@d.vn>")
    assert mail.send(server(post, sender_name="A\r\nBcc: la@ngoai.vn".replace("\r\n", " ")), [one, wrong]) == {
        one.id: "", wrong.id: "Địa chỉ «a@b.vn RCPT TO:<c@d.vn>» không đúng dạng. Anh/chị nhờ quản trị sửa ở tài khoản.",
    }  # fmt: skip
    ((to, came),) = post.mails
    assert (to, came["Subject"], came["Bcc"], came["X-A"]) == ("hoa@coquan.vn", "Đôn đốc Bcc: la@ngoai.vn X-A: b", None, None)
    assert plain(came).split("\n")[:4] == ["Dòng một", ".", "MAIL FROM:<x@y.vn>", ".."]


@pytest.mark.proves("F13.02")
def test_many_mails_go_in_one_connection_and_each_has_its_answer(post):
    post.refused = frozenset({"sai@coquan.vn"})
    mails = [a_mail(f"n{number}@coquan.vn") for number in range(5)]
    bad = a_mail("sai@coquan.vn")
    answers = mail.send(server(post), [*mails[:2], bad, *mails[2:]])
    assert answers == {each.id: "" for each in mails} | {bad.id: "Máy chủ thư không nhận địa chỉ sai@coquan.vn (mã 550). Anh/chị kiểm tra địa chỉ."}
    assert (post.to, post.connections) == ([each.to for each in mails], 1)


@pytest.mark.proves("F13.02")
def test_a_broken_connection_is_opened_once_more_and_the_rest_is_told(post):
    post.breaks_after = 2
    mails = [a_mail(f"n{number}@coquan.vn") for number in range(8)]
    answers = list(mail.send(server(post), mails).values())
    broken = "Mất kết nối với máy chủ thư. Anh/chị kiểm tra máy chủ rồi gửi lại."
    assert answers == ["", "", broken, "", "", broken, broken, broken]
    assert (len(post.mails), post.connections) == (4, 2)


@pytest.mark.proves("F13.02")
def test_a_text_that_the_server_does_not_take_stops_nothing_else(post):
    post.code = 552
    first, second = a_mail(), a_mail("an@coquan.vn")
    assert mail.send(server(post), [first, second]) == dict.fromkeys((first.id, second.id), "Máy chủ thư từ chối thư này (mã 552).")
    assert post.connections == 1


@pytest.mark.proves("F13.02")
def test_no_server_is_said_so_for_each_mail_without_waiting_for_each():
    port = free_port()
    mails = [a_mail() for _ in range(4)]
    answers = mail.send(MailServer("127.0.0.1", port, Security.NONE, "", "khen@coquan.vn"), mails)
    assert answers == dict.fromkeys((each.id for each in mails), f"Máy chủ thư 127.0.0.1:{port} không nhận kết nối. Anh/chị kiểm tra máy chủ có chạy không, cổng có đúng không.")
    unknown = mail.why(MailServer("thu.khong-co", 25, Security.NONE, "", "khen@coquan.vn"), socket.gaierror(-2, "x"))
    assert unknown == "Không tìm thấy máy chủ thư «thu.khong-co». Anh/chị kiểm tra GUONG_SANG_SMTP_HOST."


@pytest.mark.proves("F13.02")
def test_a_server_that_says_nothing_is_left(monkeypatch):
    monkeypatch.setattr(mail, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        one = a_mail()
        answer = mail.send(MailServer("127.0.0.1", silent.getsockname()[1], Security.NONE, "", "khen@coquan.vn"), [one])[one.id]
    assert answer in ("Mất kết nối với máy chủ thư. Anh/chị kiểm tra máy chủ rồi gửi lại.", f"Máy chủ thư 127.0.0.1:{silent} không trả lời trong 0.2 giây.")


@pytest.mark.proves("F13.02")
@pytest.mark.parametrize("security", (Security.STARTTLS, Security.TLS))
def test_the_way_is_encrypted_and_the_certificate_is_looked_at(tmp_path, monkeypatch, security):
    file, context = smtp.certificate(tmp_path)
    secret = tmp_path / "mat-khau"
    secret.write_text("con trau\n", encoding="utf-8")
    wanted = smtp.Post(login=("khen", "con trau"), tls=context if security is Security.TLS else None, starttls=context if security is Security.STARTTLS else None)
    with smtp.running(wanted) as post:
        one, known = a_mail(), server(wanted, security=security, user="khen", password_file=secret)
        place = f"127.0.0.1:{post.port}"
        foreign = f"Không lập được đường mã hoá tới {place}: chứng chỉ chưa được tin hoặc sai chế độ TLS. Anh/chị kiểm tra GUONG_SANG_SMTP_TLS, GUONG_SANG_SMTP_PORT."
        assert mail.send(known, [one]) == {one.id: foreign}
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
        assert mail.send(known, [one]) == {one.id: ""}
        secret.write_text("sai", encoding="utf-8")
        assert mail.send(known, [one]) == {one.id: "Máy chủ thư không nhận tên và mật khẩu. Anh/chị kiểm tra GUONG_SANG_SMTP_USER và tệp mật khẩu."}
        assert len(post.mails) == 1


@pytest.mark.proves("F13.02")
def test_a_server_without_starttls_gets_no_password(post, tmp_path):
    secret = tmp_path / "mat-khau"
    secret.write_text("con trau", encoding="utf-8")
    one = a_mail()
    answer = mail.send(server(post, security=Security.STARTTLS, user="khen", password_file=secret), [one])[one.id]
    assert answer == f"Máy chủ thư 127.0.0.1:{post.port} không có STARTTLS hoặc không cho đăng nhập. Anh/chị kiểm tra GUONG_SANG_SMTP_TLS, GUONG_SANG_SMTP_PORT."
    assert post.mails == []


# -- letters of the outbox by mail -------------------------------------------------------------------------------------


@pytest.fixture
def mailed(house, post, monkeypatch):
    """The outbox of a house whose people have addresses, with mail set up."""
    for name, value in (HERE | {"GUONG_SANG_SMTP_PORT": str(post.port), "GUONG_SANG_PUBLIC_URL": "https://khen.songlam.example"}).items():
        monkeypatch.setenv(name, value)
    address(house.nominator, "thanh@coquan.vn")
    address(house.leader, "an@coquan.vn")
    house.deadline()
    return house


def address(who, email):
    with transaction(None) as t:
        t.run("update account set email = $2 where id = $1", who.account_id, email)


def approve(house, letter, by_mail=True):
    return actions.approve(house.secretary, [(letter.id, letter.version)], by_mail=by_mail)


def states(letter):
    return [(way.way, way.to, way.state) for way in letter.ways]


@pytest.mark.proves("F13.02", "F13.04")
def test_an_approved_letter_goes_by_mail_besides_and_nothing_before(mailed, post):
    draft = mailed.composed()[BUILD]
    assert actions.reaches(mailed.secretary, draft.id).endswith("Thư điện tử tới an@coquan.vn, thanh@coquan.vn.")
    assert post.mails == []
    assert approve(mailed, draft).refused == ()
    sent = actions.get(mailed.secretary, draft.id)
    assert (sent.state, [(way, to) for way, to, state in states(sent) if state is WayState.SENT]) == (
        LetterState.SENT, [(Way.INBOX, "Hoàng Đức Ân"), (Way.INBOX, "Đỗ Thị Thanh"), (Way.MAIL, "an@coquan.vn"), (Way.MAIL, "thanh@coquan.vn")],
    )  # fmt: skip
    assert sorted(post.to) == ["an@coquan.vn", "thanh@coquan.vn"]
    came = post.mails[0][1]
    assert came["Subject"] == "Đôn đốc đăng ký mô hình"
    said = plain(came)
    assert draft.body in said
    assert {"Kính gửi: Chi bộ Sở Xây dựng", "Mở phần mềm: https://khen.songlam.example", "Đảng uỷ các cơ quan Đảng tỉnh"} <= set(said.split("\n"))
    assert approve(mailed, draft).done == 0
    assert len(post.mails) == 2


@pytest.mark.proves("F13.02")
def test_without_being_asked_for_no_mail_goes(mailed, post):
    draft = mailed.composed()[BUILD]
    approve(mailed, draft, by_mail=False)
    assert actions.get(mailed.secretary, draft.id).state is LetterState.SENT
    assert post.mails == []


@pytest.mark.proves("F13.02")
def test_a_refused_address_is_told_and_tried_again_by_hand_once_it_is_put_right(mailed, post):
    post.refused = frozenset({"an@coquan.vn"})
    draft = mailed.composed()[BUILD]
    sentence = "Máy chủ thư không nhận địa chỉ an@coquan.vn (mã 550). Anh/chị kiểm tra địa chỉ."
    assert approve(mailed, draft).refused == ((BUILD, f"Thư điện tử chưa gửi được. {sentence}"),)
    failed = actions.get(mailed.secretary, draft.id)
    assert (failed.state, [way.reason for way in failed.ways if way.state is WayState.FAILED]) == (LetterState.FAILED, [sentence])
    assert actions.counts(mailed.secretary).of(LetterState.FAILED) == 1
    with pytest.raises(Stale):
        actions.again(mailed.secretary, draft.id, 1)
    address(mailed.leader, "duc.an@coquan.vn")
    assert actions.again(mailed.secretary, draft.id, failed.version).refused == ()
    sent = actions.get(mailed.secretary, draft.id)
    assert (sent.state, post.to) == (LetterState.SENT, ["thanh@coquan.vn", "duc.an@coquan.vn"])
    with pytest.raises(Invalid):
        actions.again(mailed.secretary, draft.id, sent.version)


@pytest.mark.proves("F13.02")
def test_a_mail_that_was_interrupted_may_be_tried_again_after_a_while(mailed, post):
    draft = mailed.composed()[BUILD]
    approve(mailed, draft)
    with transaction(None) as t:
        t.run("update outbox_way set state = 'sending', tried_at = $1 where way = 'mail'", dates.now_utc())
        t.run("update outbox_letter set state = 'approved' where id = $1", draft.id)
    now = actions.get(mailed.secretary, draft.id)
    assert actions.retriable(now) == []
    with dates.fixed(TODAY + timedelta(days=1)):
        assert len(actions.retriable(now)) == 2
        actions.again(mailed.secretary, draft.id, now.version)
    assert (actions.get(mailed.secretary, draft.id).state, len(post.mails)) == (LetterState.SENT, 4)


@pytest.mark.proves("F13.02")
def test_neither_the_password_nor_an_address_stands_in_the_log(mailed, post, monkeypatch, tmp_path):
    secret = tmp_path / "mat-khau"
    secret.write_text("con-trau-di-truoc", encoding="utf-8")
    post.login = ("khen", "con-trau-di-truoc")
    monkeypatch.setenv("GUONG_SANG_SMTP_USER", "khen")
    monkeypatch.setenv("GUONG_SANG_SMTP_PASSWORD_FILE", str(secret))
    approve(mailed, mailed.composed()[BUILD])
    actions.send_test(people.administrator(), "toi@coquan.vn")
    assert len(post.mails) == 3
    with reading(None) as t:
        written = "\n".join(row["content"] for row in t.all("select content from audit_content"))
    assert "Gửi thư điện tử thử: máy chủ đã nhận." in written
    assert [word for word in ("con-trau-di-truoc", "an@coquan.vn", "toi@coquan.vn") if word in written] == []
    assert "con-trau-di-truoc" not in repr(mail.setting())


@pytest.mark.proves("F13.02")
def test_only_an_administrator_tries_mail_and_wrong_addresses_are_refused(mailed, post, monkeypatch):
    with pytest.raises(NotAllowed):
        actions.send_test(mailed.secretary, "toi@coquan.vn")
    with pytest.raises(NotAllowed):
        actions.mail_setting(mailed.secretary)
    admin = people.administrator()
    for typed in ("", "toi", "a@b.vn, c@d.vn"):
        with pytest.raises(Invalid) as wrong:
            actions.send_test(admin, typed)
        assert set(wrong.value.fields) == {"to"}
    post.refused = frozenset({"toi@coquan.vn"})
    with pytest.raises(Invalid) as wrong:
        actions.send_test(admin, "toi@coquan.vn")
    assert wrong.value.fields == {"": "Máy chủ thư không nhận địa chỉ toi@coquan.vn (mã 550). Anh/chị kiểm tra địa chỉ."}
    monkeypatch.delenv("GUONG_SANG_SMTP_HOST")
    with pytest.raises(Invalid) as wrong:
        actions.send_test(admin, "toi@coquan.vn")
    assert wrong.value.fields == {"": "Chưa đặt GUONG_SANG_SMTP_HOST nên chưa gửi thư điện tử được."}
    draft = mailed.composed()[BUILD]
    assert approve(mailed, draft).refused == ()
    assert actions.get(mailed.secretary, draft.id).state is LetterState.SENT


@pytest.mark.proves("F13.02")
def test_invented_people_get_no_mail(mailed, post, monkeypatch):
    monkeypatch.setattr(accounts, "is_sample", lambda: True)
    assert actions.ready() is False
    approve(mailed, mailed.composed()[BUILD])
    with pytest.raises(Invalid) as wrong:
        actions.send_test(people.administrator(), "toi@coquan.vn")
    assert wrong.value.fields == {"": "Đang dùng thử dữ liệu mẫu nên phần mềm không gửi thư điện tử cho ai."}
    assert post.mails == []
