"""The rules of sending: one table per rule, each with its article."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import State
from recognition.nominations import rules
from recognition.nominations.rules import Award, Earlier, Facts
from recognition.nominations.terms import (
    Commendation,
    DeedInput,
    EvidenceKind,
    NominationInput,
    Nominee,
    Reason,
    Subject,
)
from vietnamese import numbers

TODAY = date(2026, 11, 24)
ONE, TWO = UUID(int=1), UUID(int=2)
STORY = "Anh Tòng bơi ra đưa từng em vào bờ, hô hấp nhân tạo tại chỗ, rồi gọi xe của trạm chuyển hai em lên bệnh viện. Hai em đã ra viện."
DEED = DeedInput(STORY, "Quên mình cứu người.", "Bến đò Cái", date(2026, 11, 21), date(2026, 11, 22))
GOOD = NominationInput(
    subject=Subject.DEED, commendation=Commendation.SPOT, unit_id=ONE, issuer_id=TWO, award_type_id=TWO, told=True,
    nominee=Nominee(RecipientKind.INDIVIDUAL, person_id=ONE), title="Cứu hai học sinh đuối nước", deed=DEED,
)  # fmt: skip
WORK = replace(
    GOOD, subject=Subject.ACHIEVEMENT, commendation=Commendation.CAMPAIGN, campaign_id=ONE, deed=None, achievement=STORY,
    period_from=date(2026, 1, 1), period_to=date(2026, 12, 31),
)  # fmt: skip
GIAY_KHEN = Award("Giấy khen", frozenset(RecipientKind), date(2025, 1, 1), None, ())
FACTS = Facts(TODAY, award=GIAY_KHEN, evidence=frozenset({EvidenceKind.PICTURE}), evidence_count=1)


def wrong(data: NominationInput, facts: Facts = FACTS) -> dict[str, str]:
    return rules.blocking(rules.findings(data, facts))


def deed(**changes) -> NominationInput:
    return replace(GOOD, deed=replace(DEED, **changes))


def test_a_whole_deed_and_a_whole_achievement_may_be_sent():
    assert rules.findings(GOOD, FACTS) == ()
    assert rules.findings(WORK, FACTS) == ()


@pytest.mark.proves("F05.01")
@pytest.mark.parametrize(
    ("data", "sentences"),
    (
        (replace(GOOD, nominee=None), {"nominee": "Anh/chị nhập tên người, tập thể hoặc hộ gia đình được nêu gương."}),
        (replace(GOOD, nominee=Nominee(RecipientKind.COLLECTIVE)), {"nominee": "Anh/chị chọn đơn vị của tập thể được nêu gương."}),
        (
            replace(GOOD, nominee=Nominee(RecipientKind.HOUSEHOLD, head_name="Trần Văn Khởi", commune="xã Phú Lộc")),
            {"address": "Anh/chị nhập địa chỉ của hộ."},
        ),
        (replace(GOOD, title=""), {"title": "Anh/chị nêu việc trong một câu."}),
        (replace(WORK, title=""), {"title": "Anh/chị nêu thành tích trong một câu."}),
        (replace(WORK, nominee=None), {"nominee": "Anh/chị nhập tên người, tập thể hoặc hộ gia đình được đề nghị."}),
        (replace(GOOD, issuer_id=None), {"issuer_id": "Anh/chị chọn cơ quan xét khen thưởng."}),
        (replace(GOOD, award_type_id=None), {"award_type_id": "Anh/chị chọn hình thức đề nghị khen."}),
        (replace(WORK, achievement=""), {"achievement": "Anh/chị tóm tắt thành tích."}),
        (replace(WORK, campaign_id=None), {"campaign_id": "Anh/chị chọn phong trào. (Luật Thi đua, khen thưởng, Điều 8.)"}),
        (
            deed(deed_date=None, place="", story=""),
            {"deed_date": "Anh/chị chọn ngày làm việc tốt.", "place": "Anh/chị nhập nơi làm việc tốt.", "story": "Anh/chị kể lại việc làm."},
        ),
        (
            replace(GOOD, told=False),
            {"told": "Anh/chị cho người được đề nghị biết, rồi đánh dấu vào ô «Người được đề nghị đã biết và đồng ý». (Luật Thi đua, khen thưởng, Điều 5 (công khai).)"},
        ),
        (
            replace(GOOD, publish=True),
            {"publish_basis": "Anh/chị ghi căn cứ công bố, ví dụ «đồng ý bằng văn bản ngày 20/11/2026»."},
        ),
    ),
)
def test_each_missing_part_is_named_on_its_field(data, sentences):
    assert wrong(data) == sentences


@pytest.mark.proves("F04.06")
@pytest.mark.parametrize(
    ("done", "known", "sentences"),
    (
        (date(2026, 11, 24), date(2026, 11, 24), {}),
        (date(2026, 11, 21), None, {}),
        (date(2026, 12, 21), None, {"deed_date": "Ngày này chưa tới. Hôm nay là 24/11/2026."}),
        (date(2026, 11, 21), date(2026, 11, 25), {"known_date": "Ngày này chưa tới. Hôm nay là 24/11/2026."}),
        (
            date(2026, 11, 21), date(2026, 11, 20),
            {"known_date": "Ngày biết việc (20/11/2026) trước ngày làm việc (21/11/2026). Anh/chị xem lại hai ngày."},
        ),
        (date(1026, 11, 21), None, {"deed_date": "Ngày 21/11/1026 quá xa. Anh/chị xem lại năm."}),
    ),
)  # fmt: skip
def test_the_day_of_the_deed_is_past_and_it_became_known_afterwards(done, known, sentences):
    assert wrong(deed(deed_date=done, known_date=known)) == sentences


@pytest.mark.parametrize(
    ("start", "end", "sentences"),
    (
        (date(2026, 1, 1), date(2026, 12, 31), {}),
        (None, None, {"period_from": "Anh/chị chọn ngày bắt đầu."}),
        (date(2026, 5, 1), date(2026, 4, 1), {"period_to": "Ngày kết thúc 01/04/2026 trước ngày bắt đầu 01/05/2026. Anh/chị xem lại hai ngày."}),
        (date(2027, 1, 1), date(2027, 4, 1), {"period_from": "Thời gian lập thành tích chưa bắt đầu. Hôm nay là 24/11/2026."}),
    ),
)
def test_the_period_of_an_achievement_has_begun_and_is_in_order(start, end, sentences):
    assert wrong(replace(WORK, period_from=start, period_to=end)) == sentences


@pytest.mark.parametrize("name", tuple(rules.LENGTHS))
def test_twenty_thousand_characters_get_one_sentence_on_their_field_in_a_draft_too(name):
    long, (limit, what) = "a" * 20_000, rules.LENGTHS[name]
    if name in rules.texts(GOOD) and hasattr(DEED, name):
        data = deed(**{name: long})
    elif hasattr(GOOD, name):
        data = replace(GOOD, **{name: long})
    else:
        data = replace(GOOD, nominee=Nominee(RecipientKind.HOUSEHOLD, **{name: long}))
    assert rules.check_draft(data) == {name: f"{what} dài 20.000 ký tự, quá {numbers.integer(limit)} ký tự. Anh/chị rút gọn lại."}


def test_a_spot_commendation_has_no_campaign():
    """Luật Thi đua, khen thưởng, Điều 8: đột xuất and phong trào are two kinds."""
    assert rules.check_draft(replace(GOOD, campaign_id=ONE)) == {
        "campaign_id": "Khen đột xuất không thuộc phong trào nào (Luật Thi đua, khen thưởng, Điều 8). Anh/chị bỏ chọn phong trào hoặc đổi loại hình."
    }


@pytest.mark.parametrize(
    ("data", "facts", "sentences"),
    (
        (
            GOOD, replace(FACTS, unit_end=date(2026, 6, 30)),
            {"unit_id": "Đơn vị đề nghị đã giải thể ngày 30/06/2026. Đơn vị tiếp nhận đứng ra đề nghị. (Nghị định 152/2025/NĐ-CP, Điều 33.)"},
        ),
        (
            replace(GOOD, nominee=Nominee(RecipientKind.COLLECTIVE, unit_id=TWO)), replace(FACTS, nominee_unit_end=TODAY),
            {"nominee": "Tập thể này đã giải thể ngày 24/11/2026 nên không xét khen thưởng. (Thông tư 15/2025/TT-BNV.)"},
        ),
        (GOOD, replace(FACTS, nominee_unit_end=TODAY), {}),
        (GOOD, replace(FACTS, unit_end=date(2026, 12, 1)), {}),
    ),
)  # fmt: skip
def test_a_dissolved_unit_neither_proposes_nor_is_rewarded(data, facts, sentences):
    """Thông tư 15/2025/TT-BNV."""
    assert wrong(data, facts) == sentences


@pytest.mark.proves("F05.06")
def test_one_achievement_is_proposed_once_and_the_earlier_case_is_named():
    """Luật Thi đua, khen thưởng, Điều 5."""
    facts = replace(FACTS, earlier=Earlier("VT-2026-0198", "Công đoàn Bệnh viện", State.ACCEPTED))
    assert wrong(GOOD, facts) == {
        "": "Việc này đã được đề nghị cho đúng đối tượng này ở hồ sơ VT-2026-0198 của Công đoàn Bệnh viện (Đang thẩm định). "
        "Một thành tích chỉ khen một lần. (Luật Thi đua, khen thưởng, Điều 5.)"
    }


@pytest.mark.parametrize(
    ("data", "other", "same"),
    (
        (GOOD, replace(GOOD, title="CỨU HAI HỌC SINH  ĐUỐI NƯỚC"), True),
        (GOOD, replace(GOOD, wording="Câu khác", award_type_id=ONE), True),
        (GOOD, replace(GOOD, title="Hiến máu lần thứ 40"), False),
        (GOOD, deed(deed_date=date(2026, 11, 20)), False),
        (WORK, replace(WORK, period_from=date(2025, 1, 1)), False),
        (replace(GOOD, subject=Subject.MODEL_YEAR, model_year_id=ONE), replace(WORK, subject=Subject.MODEL_YEAR, model_year_id=ONE), True),
    ),
)
def test_the_same_deed_told_otherwise_is_still_the_same(data, other, same):
    assert (rules.subject_key(data, "A") == rules.subject_key(other, "A")) is same


def test_another_persons_equal_deed_is_another_deed():
    assert rules.subject_key(GOOD, "A") != rules.subject_key(GOOD, "B")


@pytest.mark.parametrize(
    ("subject", "sentences"),
    (
        (GOOD, {"posthumous": "Danh hiệu gương người tốt, việc tốt không xét truy tặng. Anh/chị lập hồ sơ thành tích để đề nghị hình thức khác. "
                "(Quy chế người tốt, việc tốt (mẫu: QĐ 33/2024/QĐ-UBND Hà Nội).)"}),
        (WORK, {}),
    ),
)  # fmt: skip
def test_a_good_deed_is_not_rewarded_posthumously(subject, sentences):
    assert wrong(replace(subject, posthumous=True)) == sentences


def test_whoever_is_under_discipline_or_on_hold_waits():
    """Nghị định 152/2025, Điều 4; the register itself is not told."""
    assert wrong(GOOD, replace(FACTS, hold=True)) == {
        "nominee": "Đối tượng này đang trong thời gian chưa xét khen thưởng. Anh/chị hỏi thư ký để biết khi nào gửi được; bản nháp vẫn giữ nguyên. "
        "(Nghị định 152/2025/NĐ-CP, Điều 4.)"
    }


@pytest.mark.proves("F02.04")
@pytest.mark.parametrize(
    ("award", "sentence"),
    (
        (replace(GIAY_KHEN, kinds=frozenset({RecipientKind.COLLECTIVE})), "Giấy khen không dành cho đối tượng «Cá nhân». Anh/chị chọn hình thức khác. (Luật Thi đua, khen thưởng, Điều 5.)"),
        (replace(GIAY_KHEN, to_date=date(2026, 11, 23)), "Giấy khen không áp dụng vào ngày 24/11/2026. Anh/chị chọn hình thức khác."),
        (replace(GIAY_KHEN, from_date=date(2026, 11, 25)), "Giấy khen không áp dụng vào ngày 24/11/2026. Anh/chị chọn hình thức khác."),
    ),
)
def test_the_award_fits_the_recipient_and_the_day(award, sentence):
    assert wrong(GOOD, replace(FACTS, award=award)) == {"award_type_id": sentence}


@pytest.mark.parametrize(
    ("dossier", "attached", "missing"),
    (
        ((), (), ()),
        (("submission", "review_minutes", "achievement_report"), (), (EvidenceKind.SIGNED_SUBMISSION, EvidenceKind.SIGNED_MINUTES, EvidenceKind.SIGNED_REPORT)),
        (("submission", "achievement_summary"), (EvidenceKind.SIGNED_SUBMISSION,), ()),
        (("submission", "achievement_summary"), (), (EvidenceKind.SIGNED_SUBMISSION,)),
        (("submission", "achievement_report"), (EvidenceKind.SIGNED_SUBMISSION, EvidenceKind.PICTURE), (EvidenceKind.SIGNED_REPORT,)),
        (("evidence",), (EvidenceKind.PAPER,), ()),
        (("evidence", "initiative_proof"), (EvidenceKind.PICTURE,), (EvidenceKind.PAPER,)),
    ),
)
def test_the_dossier_of_the_award_is_complete_before_sending(dossier, attached, missing):
    """Luật Thi đua, khen thưởng, Điều 84; the parts are the catalogue's."""
    assert rules.missing_parts(dossier, frozenset(attached)) == missing
    facts = replace(FACTS, award=replace(GIAY_KHEN, dossier=dossier), evidence=frozenset(attached), evidence_count=len(attached))
    assert ("evidence" in wrong(WORK, facts)) is bool(missing)


@pytest.mark.proves("F04.02")
@pytest.mark.parametrize(
    ("dossier", "commendation", "asked"),
    (
        (("submission", "achievement_report", "review_minutes"), Commendation.CAMPAIGN, ("submission", "achievement_report", "review_minutes")),
        (("submission", "achievement_report", "review_minutes"), Commendation.SPOT, ("submission", "achievement_summary")),
        (("submission", "achievement_summary", "evidence"), Commendation.SPOT, ("submission", "achievement_summary", "evidence")),
        ((), Commendation.SPOT, ()),
    ),
)
def test_a_spot_commendation_asks_for_fewer_papers(dossier, commendation, asked):
    """Luật Thi đua, khen thưởng, Điều 84, 85."""
    assert rules.dossier_of(dossier, commendation) == asked


def test_advice_does_not_keep_a_case_back():
    found = rules.findings(deed(story="Cứu người.", reason=""), replace(FACTS, evidence=frozenset(), evidence_count=0))
    assert [(each.field, each.blocks) for each in found] == [("story", False), ("reason", False), ("evidence", False)]
    assert rules.blocking(found) == {}


@pytest.mark.parametrize(
    ("data", "taken", "asked"),
    (
        (GOOD, date(2026, 11, 21), False),
        (GOOD, date(2026, 11, 24), False),
        (GOOD, date(2026, 11, 20), True),
        (WORK, date(2026, 6, 1), False),
        (WORK, date(2025, 12, 31), True),
        (WORK, date(2027, 1, 1), True),
    ),
)
def test_a_picture_of_another_time_is_asked_about_and_keeps_nothing_back(data, taken, asked):
    found = rules.findings(data, replace(FACTS, taken=(taken,)))
    assert [(each.field, each.blocks) for each in found] == ([("evidence", False)] if asked else [])


@pytest.mark.parametrize(
    ("data", "campaign", "wording"),
    (
        (GOOD, "", "Đã có việc làm tốt: cứu hai học sinh đuối nước"),
        (replace(GOOD, title=""), "", ""),
        (WORK, "Dân vận khéo năm 2026", "Đã có thành tích xuất sắc trong phong trào thi đua «Dân vận khéo năm 2026»"),
        (replace(WORK, title="Thực hiện quy chế dân chủ."), "", "Đã có thành tích xuất sắc trong thực hiện quy chế dân chủ"),
    ),
)
def test_a_sentence_for_the_certificate_is_proposed(data, campaign, wording):
    assert rules.suggested_wording(data, campaign) == wording


@pytest.mark.proves("F03.02")
@pytest.mark.parametrize(
    ("state", "by_somebody", "may"),
    (
        (State.SUBMITTED, False, True),
        (State.ENDORSED, False, True),
        (State.ENDORSED, True, False),
        (State.ACCEPTED, False, False),
        (State.DRAFT, False, False),
    ),
)
def test_a_case_is_recalled_while_nobody_has_acted(state, by_somebody, may):
    assert rules.may_recall(state, by_somebody) is may


@pytest.mark.parametrize(
    ("reasons", "sentences"),
    (
        ((Reason("story", "Thiếu kết quả."),), {}),
        ((), {"reasons": "Anh/chị ghi ít nhất một lý do để người lập hồ sơ biết cần sửa gì."}),
        ((Reason("", "  "),), {"reasons": "Anh/chị ghi ít nhất một lý do để người lập hồ sơ biết cần sửa gì."}),
        ((Reason("", "a" * 1001),), {"reasons": "Lý do dài 1.001 ký tự, quá 1.000 ký tự. Anh/chị rút gọn lại."}),
    ),
)
def test_a_return_says_why(reasons, sentences):
    assert rules.check_reasons(reasons) == sentences
