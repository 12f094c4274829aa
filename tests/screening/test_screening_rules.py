"""Screening, rule by rule, each with its article."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from recognition.hall.errors import Invalid
from recognition.screening import rules
from recognition.screening.terms import Facts, Inquiry, Measure, Outcome, PastAward, Said

ISSUER = uuid4()
FORM = uuid4()
PASS, FAIL, ASK = Outcome.PASS, Outcome.FAIL, Outcome.ASK
GOOD = Facts(
    today=date(2026, 11, 24), commendation="campaign", recipient_kind="individual", issuer_id=ISSUER, issuer_track="party", award_track="any",
    award_for=frozenset({"individual", "collective"}), submitted_on=date(2026, 11, 22), deadline=date(2026, 11, 30),
    achieved_from=date(2026, 11, 21), achieved_to=None, campaign_from=date(2026, 1, 1), campaign_to=date(2026, 12, 31),
    missing=(), endorsed=True, endorsement_required=True, told=True,
    unit_dissolved_on=None,
)  # fmt: skip


def award(**changes):
    values = {
        "award_id": uuid4(), "name": "Giấy khen", "number_text": "214-QĐ/ĐU", "decided_on": date(2026, 3, 2), "issuer_id": ISSUER,
        "commendation": "merit", "same_subject": False,
    }  # fmt: skip
    return PastAward(**values | changes)


def outcome(rule: str, **changes) -> Outcome:
    return next(check.outcome for check in rules.checks(replace(GOOD, **changes)) if check.rule == rule)


@pytest.mark.proves("F05.02", "F05.04")
def test_a_good_case_passes_every_rule():
    assert {check.rule: check.outcome for check in rules.checks(GOOD)} == dict.fromkeys(rules.CLAUSES, PASS)


@pytest.mark.proves("F05.01", "F05.02", "F05.04", "S4")
@pytest.mark.parametrize(
    ("rule", "changes", "expected"),
    (
        # Luật 06/2022 Đ84
        ("dossier", {"missing": ("Tờ trình đã ký",)}, FAIL),
        ("endorsed", {"endorsed": False}, FAIL),
        ("endorsed", {"endorsed": False, "endorsement_required": False}, PASS),
        # campaign plan: the last day counts
        ("deadline", {"submitted_on": date(2026, 11, 30)}, PASS),
        ("deadline", {"submitted_on": date(2026, 12, 1)}, ASK),
        ("deadline", {"deadline": None}, PASS),
        ("period", {"achieved_from": date(2025, 12, 31)}, ASK),
        ("period", {"achieved_to": date(2027, 1, 1)}, ASK),
        ("period", {"campaign_from": None}, PASS),
        # Luật 06/2022 Đ5: one achievement, one reward; another deed is another matter
        ("once", {"past": (award(same_subject=True),)}, FAIL),
        ("once", {"past": (award(),)}, PASS),
        ("elsewhere", {"elsewhere": ("VT-2026-0198",)}, ASK),
        # union custom: all-round and thematic by one authority in one year
        ("same_year", {"past": (award(),)}, ASK),
        ("same_year", {"past": (award(issuer_id=uuid4()),)}, PASS),
        ("same_year", {"past": (award(decided_on=date(2025, 3, 2)),)}, PASS),
        ("same_year", {"past": (award(commendation="spot"),)}, PASS),
        ("same_year", {"commendation": "spot", "past": (award(),)}, PASS),
        # NĐ 152/2025 Đ4(4)
        ("discipline", {"disciplines": (Measure("Khiển trách", "QĐ 05", date(2026, 5, 1), date(2027, 4, 30)),)}, FAIL),
        ("discipline", {"disciplines": (Measure("Khiển trách", "QĐ 05", date(2026, 5, 1), date(2026, 11, 24)),)}, FAIL),
        ("discipline", {"disciplines": (Measure("Khiển trách", "QĐ 05", date(2025, 5, 1), date(2026, 4, 30)),)}, PASS),
        ("discipline", {"achieved_from": date(2026, 4, 30), "disciplines": (Measure("Khiển trách", "QĐ 05", date(2025, 5, 1), date(2026, 4, 30)),)}, FAIL),
        ("hold", {"holds": (Measure("Đang xác minh đơn", "CV 12", date(2026, 11, 1), None),)}, FAIL),
        ("hold", {"holds": (Measure("Đang xác minh đơn", "CV 12", date(2026, 10, 1), date(2026, 11, 23)),)}, PASS),
        # TT 15/2025
        ("dissolved", {"recipient_kind": "collective", "unit_dissolved_on": date(2026, 11, 24)}, FAIL),
        ("dissolved", {"recipient_kind": "collective", "unit_dissolved_on": date(2026, 11, 25)}, PASS),
        ("dissolved", {"recipient_kind": "individual", "unit_dissolved_on": date(2026, 1, 1)}, PASS),
        ("told", {"told": False}, ASK),
        # the campaign's plan: a file for a criterion; the mark that the reviewers' mean must reach
        ("dossier", {"unproved": ("Kết quả",)}, FAIL),
        ("score", {"pass_mark": 75, "mean": 7499}, FAIL),
        ("score", {"pass_mark": 75, "mean": 7500}, PASS),
        ("score", {"pass_mark": 75, "mean": 7500, "sheets_waiting": 1}, ASK),
        ("score", {"pass_mark": 75, "mean": 7000, "sheets_waiting": 1}, FAIL),
        ("score", {"pass_mark": 75, "sheets_waiting": 2}, ASK),
        ("score", {"pass_mark": 75}, PASS),
        ("score", {"pass_mark": None, "mean": 0}, PASS),
        # «Người tốt, việc tốt»: no award after death, the enterprise obeys the law, the own unit is asked (NĐ 152/2025 Đ34(6))
        ("posthumous", {"deed": True, "posthumous": True}, FAIL),
        ("posthumous", {"deed": False, "posthumous": True}, PASS),
        ("enterprise", {"deed": True, "leads_enterprise": "Giám đốc, Công ty A"}, ASK),
        ("enterprise", {"deed": False, "leads_enterprise": "Giám đốc, Công ty A"}, PASS),
        ("opinion", {"opinion": Inquiry("Chi bộ B", Said.OBJECTS, date(2026, 11, 20), "Đang xem xét")}, ASK),
        ("opinion", {"opinion": Inquiry("Chi bộ B", Said.WAITING, date(2026, 11, 30))}, ASK),
        ("opinion", {"opinion": Inquiry("Chi bộ B", Said.SILENT, date(2026, 11, 20))}, PASS),
        ("opinion", {"opinion": Inquiry("Chi bộ B", Said.AGREES, date(2026, 11, 30))}, PASS),
        # the organ's own rules, counted from the earlier achievement (NĐ 152/2025 Đ33(7))
        ("interval", {"months_between": 12, "award_type_id": FORM, "past": (award(award_type_id=FORM, decided_on=date(2025, 11, 25)),)}, ASK),
        ("interval", {"months_between": 12, "award_type_id": FORM, "past": (award(award_type_id=FORM, decided_on=date(2025, 11, 24)),)}, PASS),
        ("interval", {"months_between": 12, "award_type_id": FORM, "past": (award(award_type_id=FORM, decided_on=date(2026, 3, 2), achieved_on=date(2025, 11, 2)),)}, PASS),
        ("interval", {"months_between": 12, "award_type_id": uuid4(), "past": (award(award_type_id=FORM),)}, PASS),
        ("interval", {"months_between": 0, "award_type_id": FORM, "past": (award(award_type_id=FORM),)}, PASS),
        # NĐ 152/2025 Đ4(3)
        ("counting", {"commendation": "merit", "past": (award(commendation="spot"),)}, ASK),
        ("counting", {"commendation": "merit", "past": (award(commendation="merit"),)}, PASS),
        ("counting", {"commendation": "campaign", "past": (award(commendation="spot"),)}, PASS),
        # Luật 06/2022 Đ5
        ("picture", {"pictures": ("«Bến đò» giống ảnh ở hồ sơ VT-2026-0007 của Chi bộ B",)}, ASK),
        # a condition that the regulations of the day do not set
        ("dissolved", {"recipient_kind": "collective", "unit_dissolved_on": date(2026, 1, 1), "not_asked": frozenset({"dissolved"})}, PASS),
        ("authority", {"recipient_kind": "household"}, FAIL),
        ("authority", {"award_track": "state"}, FAIL),
        ("authority", {"award_track": "party"}, PASS),
    ),
)  # fmt: skip
def test_each_rule_answers_by_its_article(rule, changes, expected):
    assert outcome(rule, **changes) is expected


def test_failed_checks_come_first_then_open_ones():
    found = rules.checks(replace(GOOD, told=False, missing=("Tờ trình đã ký", "Biên bản bình xét đã ký")))
    assert [check.rule for check in found[:2]] == ["dossier", "told"]


def test_a_failure_blocks_the_shortlist_until_mended_or_settled():
    found = rules.checks(replace(GOOD, missing=("Tờ trình đã ký", "Biên bản bình xét đã ký")))
    with pytest.raises(Invalid) as refused:
        rules.check_acceptance(found)
    assert refused.value.fields == {
        "dossier": "Còn thiếu: tờ trình đã ký, biên bản bình xét đã ký. Đơn vị in từ hồ sơ, ký, đóng dấu rồi tải bản quét lên mục Minh chứng."
    }
    rules.check_acceptance([replace(check, override_reason="Bản giấy đã nộp trực tiếp") for check in found])


@pytest.mark.parametrize(
    ("rule", "reason", "field"),
    (("once", "Được người đứng đầu đồng ý", "once"), ("hold", "Đã hỏi cơ quan kiểm tra", "hold"), ("dossier", "ok", "dossier"), ("dossier", "x" * 1001, "dossier")),
)
def test_what_the_law_forbids_is_not_settled_by_a_reason_and_a_reason_is_a_real_one(rule, reason, field):
    with pytest.raises(Invalid) as refused:
        rules.check_override(rule, reason)
    assert list(refused.value.fields) == [field]
