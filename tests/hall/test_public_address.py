"""Which address can stand in the QR codes of certificates, as a table; who names it."""

import pytest

from certificates import address, qr
from recognition.accounts import actions as accounts
from recognition.hall import public_address
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.words import Role
from recognition.issuing.actions import issuing
from tests.support import people

LONGEST = "https://" + "a" * (public_address.MOST - len("https://"))


@pytest.mark.proves("F16.01")
@pytest.mark.parametrize(
    ("typed", "words"),
    (
        ("", ""),
        ("https://khen.songlam.vn", ""),
        (" https://khen.songlam.vn/ ", ""),
        ("HTTPS://KHEN.SONGLAM.VN:8443", ""),
        ("http://10.0.0.5:8501", ""),
        ("http://may1", ""),
        (LONGEST, ""),
        (f"{LONGEST}a", "quá 62 ký tự"),
        ("khen.songlam.vn", "bắt đầu bằng https://"),
        ("ftp://khen.songlam.vn", "bắt đầu bằng https://"),
        ("https://", "bắt đầu bằng https://"),
        ("http://khen.songlam.vn", "phải bắt đầu bằng https://"),
        ("http://8.8.8.8", "phải bắt đầu bằng https://"),
        ("https://khen.songlam.vn/gs", "không có phần sau dấu gạch chéo"),
        ("https://khen.songlam.vn?a=1", "không có phần sau dấu gạch chéo"),
        ("https://ha:mk@khen.songlam.vn", "không có phần sau dấu gạch chéo"),
        ("https://khen sông.vn", "chữ không dấu"),
        ("https://khen_1.vn", "chữ không dấu"),
        ("https://khen.vn:99999", "cổng"),
        ("https://[khen", "cổng"),
    ),
)
def test_an_address_is_what_a_dense_qr_code_can_hold(typed, words):
    sentence = public_address.fault(typed)
    assert (words in sentence, bool(sentence)) == (True, bool(words))


def test_the_longest_address_leaves_a_signed_code_within_version_eleven():
    assert qr.modules(address(LONGEST, "A" * 300)).width == 61
    assert qr.modules(address(f"{LONGEST}aa", "A" * 300)).width > 61


@pytest.mark.proves("F16.01")
def test_an_administrator_names_the_address_and_the_environment_goes_before_it(database, monkeypatch):
    monkeypatch.delenv(public_address.VARIABLE, raising=False)
    who = people.administrator()
    assert (accounts.address(), issuing.base_address(), accounts.public_url(who)) == ("", "", ("", ""))
    with pytest.raises(Invalid) as refused:
        accounts.set_public_url(who, "khen.songlam.vn")
    assert set(refused.value.fields) == {"public_url"}
    accounts.set_public_url(who, "https://cu.songlam.vn")
    accounts.set_public_url(who, "https://khen.songlam.vn/")
    assert (accounts.address(), issuing.base_address()) == ("https://khen.songlam.vn", "https://khen.songlam.vn")
    monkeypatch.setenv(public_address.VARIABLE, "https://may-chu.songlam.vn/")
    assert (issuing.base_address(), accounts.public_url(who)) == ("https://may-chu.songlam.vn", ("https://may-chu.songlam.vn", "https://khen.songlam.vn"))
    with pytest.raises(NotAllowed):
        accounts.set_public_url(people.actor(Role.SECRETARY), "https://khac.vn")
