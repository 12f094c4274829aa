"""Who is reminded of what on a day, what a letter says, which way it goes: rules as tables."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from recognition.reminding.rules import letters, reminders
from recognition.reminding.terms import (
    Fact,
    Grade,
    Kind,
    LetterKind,
    LetterState,
    Pace,
    Reached,
    Way,
    WayState,
)

TODAY = date(2026, 11, 24)
ONE, UNIT, WHO = UUID(int=1), UUID(int=2), UUID(int=3)
PACE = Pace(ahead_days=7, again_days=7, answer_days=10)


def fact(kind=Kind.REGISTER, **given):
    whom = {"account_id": WHO} if kind in (Kind.SCORE, Kind.READ, Kind.VOTE, Kind.WRITTEN) else {"unit_id": UNIT}
    return Fact(kind, ONE, "Dân vận khéo năm 2026", **(whom | given))


def november(day):
    return date(2026, 11, day)


@pytest.mark.proves("F13.03")
@pytest.mark.parametrize(("given", "grade", "sentence"), (
    ({"due": date(2026, 12, 2)}, None, ""),
    ({"due": date(2026, 12, 1)}, Grade.COMING, "hạn 01/12/2026, còn 7 ngày."),
    ({"due": november(27)}, Grade.COMING, "hạn 27/11/2026, còn 3 ngày."),
    ({"due": november(26)}, Grade.CLOSE, "hạn 26/11/2026, còn 2 ngày."),
    ({"due": TODAY}, Grade.CLOSE, "hạn hôm nay, 24/11/2026."),
    ({"due": november(23)}, Grade.LATE, "đã quá hạn 1 ngày (hạn 23/11/2026). Nếu cần thêm thời gian, đơn vị liên hệ thư ký để xin gia hạn."),
    ({"due": date(2026, 9, 25)}, Grade.LATE, "đã quá hạn 60 ngày (hạn 25/09/2026). Nếu cần thêm thời gian, đơn vị liên hệ thư ký để xin gia hạn."),
    ({"due": date(2026, 9, 24)}, None, ""),
    ({}, None, ""),
))  # fmt: skip
def test_a_deadline_is_told_from_some_days_before_until_long_after(given, grade, sentence):
    found = reminders.reminder(fact(**given), TODAY, PACE)
    assert (found and found.grade, found.sentence if found else "") == (
        grade, f"Đăng ký mô hình «Dân vận khéo» của phong trào «Dân vận khéo năm 2026»: {sentence}" if sentence else "",
    )  # fmt: skip


@pytest.mark.proves("F13.03")
@pytest.mark.parametrize(("kind", "given", "grade", "end"), (
    (Kind.RETURNED, {"since": november(15)}, None, ""),
    (Kind.RETURNED, {"since": november(14)}, Grade.LATE, "được trả lại để sửa, đơn vị chưa gửi lại: từ 14/11/2026, đã 10 ngày."),
    (Kind.PROOF, {"since": november(15)}, None, ""),
    (Kind.PROOF, {"since": november(1)}, Grade.LATE, "từ 01/11/2026, đã 23 ngày."),
    (Kind.STILL, {"since": TODAY}, Grade.CLOSE, "chưa gửi đề nghị nào: từ 24/11/2026, đã 0 ngày."),
    (Kind.OPINION, {"due": november(24)}, Grade.CLOSE, "hạn hôm nay, 24/11/2026."),
    (Kind.OPINION, {"due": november(23)}, None, ""),
    (Kind.READ, {"due": november(26), "number": 9, "done": 4}, Grade.CLOSE, "đã mở 4 trong 9 hồ sơ: hạn 26/11/2026, còn 2 ngày."),
    (Kind.READ, {"due": november(23), "number": 9, "done": 4}, None, ""),
    (Kind.SCORE, {"due": november(20), "number": 3}, Grade.LATE, "Chấm điểm 3 hồ sơ của phong trào «Dân vận khéo năm 2026»: đã quá hạn 4 ngày (hạn 20/11/2026)."),
    (Kind.SCORE, {"since": november(15), "number": 3}, None, ""),
    (Kind.SCORE, {"since": november(10), "number": 3}, Grade.CLOSE, "từ 10/11/2026, đã 14 ngày."),
    (Kind.VOTE, {"since": TODAY}, Grade.CLOSE, "đang mở; nếu đã bỏ phiếu thì bỏ qua lời nhắc này."),
    (Kind.WRITTEN, {"since": november(23)}, Grade.CLOSE, "từ 23/11/2026, đã 1 ngày."),
    (Kind.MIDTERM, {"due": november(1)}, Grade.LATE, "đã quá hạn 23 ngày (hạn 01/11/2026)."),
))  # fmt: skip
def test_each_kind_is_told_in_its_own_manner(kind, given, grade, end):
    found = reminders.reminder(fact(kind, **given), TODAY, PACE)
    assert (found and found.grade) == grade
    assert (found.sentence if found else "").endswith(end)


@pytest.mark.proves("F13.03")
@pytest.mark.parametrize(("told", "again"), ((None, True), (november(24), False), (november(18), False), (november(17), True)))
def test_the_same_thing_is_not_told_twice_within_the_pace(told, again):
    due = fact(due=november(26), told_on=told)
    assert (reminders.reminder(due, TODAY, PACE) is not None) is again
    assert reminders.standing(due, TODAY, PACE) is not None
    assert reminders.due_today([due], TODAY, PACE)[1] == int(not again)


@pytest.mark.proves("F13.03")
def test_the_most_pressing_comes_first_and_nobody_is_told_the_same_in_other_words():
    late, near = fact(Kind.NOMINATE, due=november(20)), fact(due=november(30))
    still, other = fact(Kind.STILL, since=november(1)), replace(fact(Kind.STILL, since=november(2)), unit_id=UUID(int=9))
    sign, asked = fact(Kind.MIDTERM, due=november(1)), fact(Kind.REPORT, due=november(28))
    found, later = reminders.due_today([still, near, other, late, sign, asked], TODAY, PACE)
    assert ([each.fact for each in found], later) == ([late, other, asked, near], 0)


@pytest.mark.proves("F13.03")
@pytest.mark.parametrize(("change", "wrong"), (
    ({}, {}),
    ({"ahead_days": 0}, {"ahead_days": "Số ngày nhắc trước hạn phải từ 1 đến 60."}),
    ({"again_days": 61}, {"again_days": "Số ngày giữa hai lần nhắc phải từ 1 đến 60."}),
    ({"answer_days": -1}, {"answer_days": "Số ngày chờ đơn vị trả lời phải từ 1 đến 60."}),
))  # fmt: skip
def test_a_pace_has_its_limits(change, wrong):
    assert reminders.check_pace(replace(PACE, **change)) == wrong


def told(*facts):
    return reminders.due_today(facts, TODAY, PACE)[0]


@pytest.mark.proves("F13.04")
def test_a_letter_tells_a_unit_what_is_open_and_calls_a_person_as_the_organ_does():
    both = told(fact(due=november(26)), fact(Kind.RETURNED, since=november(10)))
    said = letters.words(both, "Chi bộ Sở Y tế", TODAY, of_unit=True)
    assert said.subject == "đôn đốc thực hiện công tác thi đua, khen thưởng"
    assert said.grade is Grade.LATE
    assert said.body.split("\n") == [
        "Đến ngày 24 tháng 11 năm 2026, Chi bộ Sở Y tế còn 2 việc cần làm trong công tác thi đua, khen thưởng:",
        "1. Hồ sơ Dân vận khéo năm 2026 được trả lại để sửa, đơn vị chưa gửi lại: từ 10/11/2026, đã 14 ngày.",
        "2. Đăng ký mô hình «Dân vận khéo» của phong trào «Dân vận khéo năm 2026»: hạn 26/11/2026, còn 2 ngày.",
        "Đề nghị Chi bộ Sở Y tế hoàn thành trong hạn; việc đã quá hạn thì làm ngay, chưa làm được thì báo lý do cho thư ký. Nếu đã làm xong, xin bỏ qua thư này.",
    ]
    one = letters.words(told(fact(Kind.SCORE, due=november(26), number=2)), "Lê Văn Tòng", TODAY, of_unit=False, spoken="đồng chí")
    assert one.subject == "nhắc chấm điểm"
    assert one.body.startswith("Đến ngày 24 tháng 11 năm 2026, đồng chí còn 1 việc cần làm")


@pytest.mark.proves("F13.04")
def test_a_long_letter_counts_the_rest():
    many = told(*(replace(fact(Kind.RETURNED, since=november(1)), object_id=UUID(int=n)) for n in range(30)))
    assert "Ngoài ra còn 10 việc nữa, xem trong phần mềm." in letters.words(many, "Chi bộ", TODAY, of_unit=True).body


@pytest.mark.proves("F13.04")
@pytest.mark.parametrize(("subject", "body", "wrong"), (
    ("đôn đốc", "Đề nghị đơn vị gửi báo cáo. Gọi 0912345678 nếu vướng.", {}),
    (" ", "\n", {"subject": "Anh/chị chưa nhập trích yếu.", "body": "Anh/chị chưa nhập nội dung thư."}),
    ("x" * 201, "y" * 5_001, {
        "subject": "Trích yếu dài 201 ký tự, quá 200 ký tự. Anh/chị rút gọn lại.", "body": "Nội dung thư dài 5.001 ký tự, quá 5.000 ký tự. Anh/chị rút gọn lại.",
    }),
    ("đôn đốc", "Số 038099001234.", {"body": "Nội dung thư có dãy 12 chữ số giống số định danh cá nhân. Thư nhắc không ghi số này; anh/chị bỏ đi."}),
    ("số 123456789", "Nội dung", {"subject": "Trích yếu có dãy 9 chữ số giống số định danh cá nhân. Thư nhắc không ghi số này; anh/chị bỏ đi."}),
))  # fmt: skip
def test_changed_words_are_there_short_enough_and_without_identity_numbers(subject, body, wrong):
    assert letters.check_words(subject, body) == wrong


@pytest.mark.proves("F13.04")
@pytest.mark.parametrize(("number", "day", "wrong"), (
    ("15-CV/ĐUCCQ", TODAY, {}),
    ("", None, {"number": "Anh/chị ghi số, ký hiệu của công văn đã gửi.", "day": "Anh/chị chọn ngày gửi."}),
    ("x" * 61, november(25), {"number": "Số, ký hiệu dài 61 ký tự, quá 60 ký tự. Anh/chị rút gọn lại.", "day": "Ngày gửi 25/11/2026 chưa tới. Hôm nay là 24/11/2026."}),
))  # fmt: skip
def test_a_letter_on_paper_has_its_number_and_day(number, day, wrong):
    assert letters.check_paper(number, day, TODAY) == wrong


def person(number, email=""):
    return Reached(UUID(int=number), f"Người {number}", email)


@pytest.mark.proves("F13.04", "F13.02")
@pytest.mark.parametrize(("kind", "people", "by_mail", "expected"), (
    (LetterKind.REMINDER, [], True, [(Way.PAPER, None)]),
    (LetterKind.REMINDER, [person(1)], True, [(Way.INBOX, person(1))]),
    (LetterKind.REMINDER, [person(1, "a@coquan.vn")], False, [(Way.INBOX, person(1, "a@coquan.vn"))]),
    (LetterKind.REMINDER, [person(1, "a@coquan.vn"), person(2, "A@coquan.vn"), person(3, "xấu")], True, [
        (Way.INBOX, person(1, "a@coquan.vn")), (Way.INBOX, person(2, "A@coquan.vn")), (Way.INBOX, person(3, "xấu")), (Way.MAIL, person(1, "a@coquan.vn")),
    ]),
    (LetterKind.DIGEST, [person(1, "a@coquan.vn")], True, [(Way.MAIL, person(1, "a@coquan.vn"))]),
    (LetterKind.DIGEST, [person(1, "a@coquan.vn")], False, []),
))  # fmt: skip
def test_a_letter_goes_into_inboxes_by_mail_where_there_is_an_address_else_on_paper(kind, people, by_mail, expected):
    assert letters.ways(kind, people, by_mail=by_mail) == expected


@pytest.mark.proves("F13.02")
@pytest.mark.parametrize(("typed", "may"), (
    ("hoa.tt@coquan.vn", True), ("a+b@mail.coquan.gov.vn", True), ("", False), ("hoa", False), ("hoa@coquan", False), ("a@b.vn, c@d.vn", False),
    ("a@b.vn\nBcc: c@d.vn", False), ("Hoa <a@b.vn>", False), ("hoà@coquan.vn", False), (f"{'x' * 200}@coquan.vn", False), ("a@b.vn\n", False),
))  # fmt: skip
def test_an_address_is_one_plain_address(typed, may):
    assert letters.mail_address(typed) == (typed if may else "")


@pytest.mark.proves("F13.04")
@pytest.mark.parametrize(("states", "expected"), (
    ((WayState.SENT,), LetterState.SENT),
    ((WayState.SENT, WayState.WAITING), LetterState.APPROVED),
    ((WayState.FAILED, WayState.SENDING), LetterState.APPROVED),
    ((WayState.SENT, WayState.FAILED), LetterState.FAILED),
))  # fmt: skip
def test_a_letter_has_come_as_far_as_its_slowest_way(states, expected):
    assert letters.state_after(states) is expected
