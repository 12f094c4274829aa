import base64
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certificates import Facts, NotGenuine, Refused, address, keygen, qr, sign, signing, verify

KEY = keygen()
FACTS = Facts(
    recipient="Nguyễn Thị Ngọc Ánh", unit="Sở Y tế", achievement="Đã có thành tích xuất sắc", decision_number="125-QĐ/ĐU", decision_date=date(2026, 11, 5),
    serial="0037/2026", code="ABCD-EFGH-IJKL-MNOP", extra={"award_code": "GK"},
)


@pytest.mark.proves("F10.04", "N28")
def test_a_genuine_paper_proves_its_name_number_and_decision():
    found = verify(sign(FACTS, KEY[0]), [KEY[1]])
    assert found == signing.Verified(KEY[2], "ABCD-EFGH-IJKL-MNOP", "0037/2026", "125-QĐ/ĐU", date(2026, 11, 5), "GK", "Nguyễn Thị Ngọc Ánh", FACTS.sha256()[:32])
    assert found.matches(FACTS)


@pytest.mark.proves("F10.04", "N28")
@pytest.mark.parametrize("name", [f.name for f in fields(Facts) if f.name not in ("kind", "heading", "decision_date", "verify_url", "stamp", "extra")])
def test_one_changed_fact_no_longer_matches_the_signature(name):
    found = verify(sign(FACTS, KEY[0]), [KEY[1]])
    assert not found.matches(replace(FACTS, **{name: getattr(FACTS, name) + "a"}))


@pytest.mark.proves("F10.04")
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_one_flipped_bit_anywhere_fails(data):
    payload = sign(FACTS, KEY[0])
    raw = bytearray(base64.b32decode(payload + "=" * (-len(payload) % 8)))
    bit = data.draw(st.integers(0, len(raw) * 8 - 1))
    raw[bit // 8] ^= 1 << bit % 8
    with pytest.raises(NotGenuine):
        verify(base64.b32encode(bytes(raw)).decode().rstrip("="), [KEY[1]])


@given(st.text(max_size=400))
def test_any_other_text_is_not_genuine(text):
    with pytest.raises(NotGenuine):
        verify(text, [KEY[1]])


def test_an_address_verifies_like_its_bare_payload_and_in_small_letters():
    payload = sign(FACTS, KEY[0])
    wanted = verify(payload, [KEY[1]])
    assert verify(address("https://guongsang.longgiang.vn/", payload), [KEY[1]]) == wanted
    assert verify(address("https://guongsang.longgiang.vn", payload).lower(), [KEY[1]]) == wanted
    assert address("", payload) == payload


def test_keys_rotate_and_a_strange_key_proves_nothing():
    other = keygen()
    payload = sign(FACTS, KEY[0])
    assert verify(payload, [other[1], KEY[1]]).kid == KEY[2]
    with pytest.raises(NotGenuine):
        verify(payload, [other[1]])


@pytest.mark.proves("F10.01")
def test_the_longest_names_and_numbers_stay_within_61_modules_in_30_mm():
    longest = replace(FACTS, recipient="Ừ" * 70, serial="00001234/2026-ĐUK", decision_number="1234-QĐ/ĐUCCQ")
    url = address("https://thidua.dangboccq.longgiang.gov.vn", sign(longest, KEY[0]))
    size = qr.modules(url).width
    assert size <= 61
    assert qr.module_mm(size, 30.0) >= 0.43


def test_a_name_is_cut_between_letters_never_inside_one():
    assert signing.cut("Ừ" * 70) == "Ừ" * 20


@pytest.mark.parametrize("pem", (b"", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", KEY[1]))
def test_a_wrong_key_is_refused_with_a_sentence(pem):
    with pytest.raises(Refused) as refused:
        sign(FACTS, pem)
    assert "Khóa ký" in refused.value.sentence


@pytest.mark.parametrize("code", ("", "ABCD", "0189-0189-0189-0189", "ABCD-EFGH-IJKL-MNOP-QRST"))
def test_facts_without_a_proper_code_cannot_be_signed(code):
    with pytest.raises(Refused):
        sign(replace(FACTS, code=code), KEY[0])


def test_canonical_bytes_sign_to_the_same_payload():
    assert sign(FACTS.canonical(), KEY[0]) == sign(FACTS, KEY[0])
