"""Summaries of inboxes: chosen by each person, composed and approved by the secretary, by e-mail alone, numbers and no words."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from recognition.accounts import actions as accounts
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import transaction
from recognition.reminding import actions
from recognition.reminding.rules import digests
from recognition.reminding.terms import Composed, Every, Inbox, LetterKind, LetterState, Outcome, Way
from tests.reminding.conftest import TODAY
from tests.reminding.test_mail import address, approve, mailed, plain, post  # noqa: F401 - the same house with mail
from tests.reminding.test_outbox import BUILD
from tests.support import people
from vietnamese import dates

UNREAD = Inbox(UUID(int=1), "Đỗ Thị Thanh", Every.WEEK, (("comment", 1), ("return", 2), ("gone_verb", 1)), date(2026, 11, 20), None)
THANH = "Đỗ Thị Thanh"


@pytest.mark.proves("F13.03")
@pytest.mark.parametrize(("change", "due"), (
    ({}, True),
    ({"unread": ()}, False),
    ({"every": Every.NEVER}, False),
    ({"last": TODAY - timedelta(days=6)}, False),
    ({"last": TODAY - timedelta(days=7)}, True),
    ({"every": Every.DAY, "last": TODAY}, False),
    ({"every": Every.DAY, "last": TODAY - timedelta(days=1)}, True),
))  # fmt: skip
def test_a_summary_is_due_as_often_as_it_was_asked_for_and_only_with_something_unread(change, due):
    assert digests.due(replace(UNREAD, **change), TODAY) is due


@pytest.mark.proves("F13.03")
def test_a_summary_counts_messages_by_kind():
    assert digests.words(UNREAD, TODAY, "đồng chí").body.split("\n") == [
        "Đến ngày 24 tháng 11 năm 2026, đồng chí có 4 tin chưa đọc trong «Việc cần làm», tin đầu từ 20/11/2026:",
        "- Trả lại để sửa: 2 tin",
        "- Tin khác: 1 tin",
        "- Trao đổi: 1 tin",
        "Muốn thôi nhận hoặc đổi nhịp, mở «Tài khoản của tôi».",
    ]


@pytest.fixture
def reader(mailed):  # noqa: F811 - the fixture of that name
    """Somebody with an unread message who wants a summary every week, and somebody who wants none."""
    mailed.send(mailed.composed()[BUILD])
    actions.choose_digest(mailed.nominator, Every.WEEK)
    return mailed


def summaries(house):
    return {letter.addressee: letter for letter in house.letters(LetterState.DRAFT) if letter.kind is LetterKind.DIGEST}


@pytest.mark.proves("F13.03")
def test_who_asked_gets_a_draft_that_tells_numbers_and_nothing_of_the_words(reader, post):  # noqa: F811 - the fixture of that name
    assert actions.my_digest(reader.nominator) == (Every.WEEK, "thanh@coquan.vn")
    assert actions.compose_digests(reader.secretary, reader.issuer) == Composed(1, 0)
    assert actions.compose_digests(reader.secretary, reader.issuer) == Composed(0, 0)
    (letter,) = summaries(reader).values()
    assert (letter.addressee, letter.to_account, letter.things) == (THANH, reader.nominator.account_id, ())
    assert "- Duyệt và gửi thư: 1 tin" in letter.body
    assert "Dân vận khéo" not in letter.body
    assert actions.reaches(reader.secretary, letter.id) == "Thư điện tử tới thanh@coquan.vn."
    assert post.mails == []
    assert approve(reader, letter) == Outcome(1, ())
    assert [(way.way, way.to) for way in actions.get(reader.secretary, letter.id).ways] == [(Way.MAIL, "thanh@coquan.vn")]
    ((_, came),) = post.mails
    assert came["Subject"] == "Tóm tắt tin chưa đọc"
    assert letter.body in plain(came)
    assert len(reader.told(reader.nominator)) == 1
    assert actions.compose_digests(reader.secretary, reader.issuer) == Composed(0, 0)
    with dates.fixed(TODAY + timedelta(days=7)):
        assert actions.compose_digests(reader.secretary, reader.issuer).made == 1


@pytest.mark.proves("F13.03")
def test_a_summary_goes_by_mail_or_not_at_all_and_not_once_everything_is_read(reader, post):  # noqa: F811 - the fixture of that name
    actions.compose_digests(reader.secretary, reader.issuer)
    letter = summaries(reader)[THANH]
    only = "Bản tóm tắt chỉ đi bằng thư điện tử: anh/chị chọn gửi cả thư điện tử, và tài khoản phải có địa chỉ đúng."
    assert approve(reader, letter, by_mail=False).refused == ((THANH, only),)
    accounts.mark_read(reader.nominator, [one.id for one in accounts.inbox(reader.nominator)])
    assert approve(reader, letter).refused == ((THANH, "Người này đã đọc hết tin nên không cần bản tóm tắt nữa. Anh/chị bỏ thư này."),)
    assert actions.compose_digests(reader.secretary, reader.issuer) == Composed(0, 1)
    assert (summaries(reader), post.mails) == ({}, [])


@pytest.mark.proves("F13.03")
def test_nobody_is_written_to_who_did_not_ask_has_no_address_or_belongs_elsewhere(reader):
    actions.choose_digest(reader.nominator, Every.NEVER)
    address(reader.neighbour, "")
    with pytest.raises(Invalid) as wrong:
        actions.choose_digest(reader.neighbour, Every.DAY)
    assert wrong.value.fields == {"every": "Tài khoản chưa có địa chỉ thư điện tử. Anh/chị nhờ quản trị ghi địa chỉ rồi chọn lại."}
    assert actions.compose_digests(reader.secretary, reader.issuer) == Composed(0, 0)
    actions.choose_digest(reader.nominator, Every.DAY)
    assert actions.compose_digests(reader.stranger, next(iter(reader.stranger.issuers(*reader.stranger.roles)))) == Composed(0, 0)
    with transaction(None) as t:
        t.run("update account set disabled_at = $2 where id = $1", reader.nominator.account_id, dates.now_utc())
    assert actions.compose_digests(reader.secretary, reader.issuer) == Composed(0, 0)
    for who in (reader.nominator, people.administrator()):
        with pytest.raises(NotAllowed):
            actions.compose_digests(who, reader.issuer)
    with pytest.raises(NotAllowed):
        actions.choose_digest(people.nobody(), Every.DAY)


@pytest.mark.proves("F13.03")
def test_without_mail_no_summary_is_composed(reader, monkeypatch):
    monkeypatch.delenv("GUONG_SANG_SMTP_HOST")
    with pytest.raises(Invalid) as wrong:
        actions.compose_digests(reader.secretary, reader.issuer)
    assert wrong.value.fields == {"": "Bản tóm tắt đi bằng thư điện tử, mà phần mềm chưa được đặt máy chủ thư."}
