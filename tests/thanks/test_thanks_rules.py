"""What may be said and what becomes of it, as tables of cases. The customs are the house's own."""

from uuid import uuid4

import pytest

from recognition.hall.words import Verb
from recognition.thanks import rules
from recognition.thanks.terms import Count, Standing

ME = uuid4()
APPROVE, KEEP, HIDE = Verb.APPROVE_WORDS, Verb.KEEP_WORDS, Verb.HIDE_WORDS


@pytest.mark.proves("F14.03")
@pytest.mark.parametrize(("body", "wrong"), (
    ("Trân trọng cảm ơn anh Tòng.", {}),
    ("ắ" * 500, {}),
    ("a\u0306\u0301" * 500, {}),  # the same letters, each typed as three signs
    ("ắ" * 501, {"body": "Lời này dài 501 ký tự, quá mức 500. Anh/chị rút gọn còn vài câu."}),
    (" \n ", {"body": "Anh/chị chưa viết lời nào. Một, hai câu là đủ."}),
))  # fmt: skip
def test_a_word_is_short_and_not_empty(body, wrong):
    assert rules.check_body(body) == wrong


@pytest.mark.parametrize(("reason", "fields"), (("Viết nhầm tên", []), ("  ", ["reason"]), ("a" * 301, ["reason"])))
def test_whoever_hides_a_word_says_why(reason, fields):
    assert list(rules.check_reason(reason)) == fields


@pytest.mark.proves("F14.03")
@pytest.mark.parametrize(("praised", "person", "refused"), ((ME, ME, True), (ME, uuid4(), False), (ME, None, False), (None, None, False), (None, ME, False)))
def test_nobody_thanks_themselves(praised, person, refused):
    assert bool(rules.check_person(praised, person)) is refused


@pytest.mark.proves("F14.03")
def test_a_word_goes_anywhere_but_where_it_is_and_never_back_to_unseen():
    assert {(state, verb): rules.ROAD.get((state, verb)) for state in Standing for verb in (APPROVE, KEEP, HIDE)} == {
        (Standing.NEW, APPROVE): Standing.APPROVED, (Standing.NEW, KEEP): Standing.KEPT, (Standing.NEW, HIDE): Standing.HIDDEN,
        (Standing.KEPT, APPROVE): Standing.APPROVED, (Standing.KEPT, KEEP): None, (Standing.KEPT, HIDE): Standing.HIDDEN,
        (Standing.APPROVED, APPROVE): None, (Standing.APPROVED, KEEP): Standing.KEPT, (Standing.APPROVED, HIDE): Standing.HIDDEN,
        (Standing.HIDDEN, APPROVE): Standing.APPROVED, (Standing.HIDDEN, KEEP): Standing.KEPT, (Standing.HIDDEN, HIDE): None,
    }  # fmt: skip
    assert "«Chỉ trong chương trình» rồi" in rules.check_decision(Standing.KEPT, KEEP)[""]


@pytest.mark.parametrize(("count", "sentence"), (
    (Count(), ""), (Count(1), "1 người trân trọng cảm ơn"), (Count(0, 2), "2 lời chúc mừng"), (Count(12, 3), "12 người trân trọng cảm ơn, 3 lời chúc mừng"),
))  # fmt: skip
def test_nothing_is_counted_aloud_before_there_is_one(count, sentence):
    assert count.sentence == sentence
