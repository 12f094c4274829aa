import unicodedata
from dataclasses import fields, replace
from datetime import date

import pytest

from certificates import Facts, Refused

WHOLE = Facts(
    kind="household", recipient="Y Bliă Êban", salutation="Hộ gia đình ông", title="", unit="Buôn Tơng Jú", achievement="Đã hiến 850 m² đất",
    subject="Camera an ninh", decision_number="125-QĐ/ĐU", decision_date=date(2026, 11, 5), verify_url="HTTPS://A/XM/B", stamp="MẪU", extra={"award_code": "GK"},
)


@pytest.mark.proves("F09.08")
def test_facts_come_back_equal_from_json():
    assert Facts.from_json(WHOLE.to_json()) == WHOLE


@pytest.mark.proves("F09.08")
def test_every_printed_fact_changes_the_hash_and_the_qr_and_stamp_do_not():
    other = {"kind": "individual", "heading": "state", "decision_date": date(2026, 11, 6), "extra": {"award_code": "BK"}}
    changed = {}
    for each in fields(Facts):
        value = None if each.name in ("verify_url", "stamp") else other.get(each.name, f"{getattr(WHOLE, each.name)}x")
        changed[each.name] = replace(WHOLE, **{each.name: value}).sha256() != WHOLE.sha256()
    assert changed == {f.name: f.name not in ("verify_url", "stamp") for f in fields(Facts)}


def test_decomposed_letters_are_the_same_facts():
    assert Facts(recipient=unicodedata.normalize("NFD", "Nguyễn")).sha256() == Facts(recipient="Nguyễn").sha256()


@pytest.mark.parametrize("text", ("", "[]", "{", '{"la": 1}', '{"recipient": 3}', '{"decision_date": "31/02"}', '{"kind": "robot"}', '{"stamp": "GIẢ"}', '{"extra": 3}', '{"extra": {"a": 1}}', '{"verify_url": 3}', '{"kind": [1]}', '{"decision_date": 5}'))
def test_broken_json_is_refused_with_a_sentence(text):
    with pytest.raises(Refused) as refused:
        Facts.from_json(text)
    assert "; hãy " in refused.value.sentence
    assert refused.value.sentence.endswith(".")
    assert "?" not in refused.value.sentence
