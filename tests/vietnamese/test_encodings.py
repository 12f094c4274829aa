import unicodedata

import pytest

from tests.support import lists
from vietnamese import encodings

MOTTO = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc"
MOTTO_TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc"
MOTTO_VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc"


def test_old_texts_become_unicode():
    assert encodings.from_tcvn3(MOTTO_TCVN3) == MOTTO
    assert encodings.from_vni(MOTTO_VNI) == MOTTO
    assert encodings.from_vni("TRAÀN VAÊN ÑÖÙC, Ôû Aân") == "TRẦN VĂN ĐỨC, Ở Ân"


LETTERS = [base + mark for base in "aăâeêioôơuưy" for mark in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")]
LOWER = "đ" + unicodedata.normalize("NFC", "".join(LETTERS))


@pytest.mark.parametrize("letter", LOWER)
def test_every_letter_comes_back_from_an_old_font(letter):
    word = f"n{letter}"
    assert encodings.from_font(lists.to_tcvn3(word), "tcvn3") == word
    assert encodings.from_font(lists.to_tcvn3(word), "tcvn3-capitals") == word.upper()
    assert encodings.from_font(lists.to_vni(word), "vni") == word
    assert encodings.from_font(lists.to_vni(word.upper()), "vni") == word.upper()


@pytest.mark.parametrize("letter", "ĂÂÊÔƠƯĐ")
def test_the_capitals_of_a_tcvn3_font_come_back(letter):
    assert encodings.from_font(lists.to_tcvn3(letter + "n"), "tcvn3") == letter + "n"


@pytest.mark.parametrize(
    ("text", "kind"),
    (
        (MOTTO_TCVN3, "tcvn3"),
        (MOTTO_VNI, "vni"),
        ("NguyÔn ThÞ ¸nh", "tcvn3"),
        ("Traàn Vaên Huøng", "vni"),
        (MOTTO, None),
        ("Võ Thị Hoàng Oanh", None),
        ("Y Bliă Êban", None),
        ("H’Hen Niê", None),
        ("José García", None),
        ("Đảng bộ Khối · Chi bộ Liên đoàn Lao động", None),
        ("Tran Van An", None),
        ("Êa H'leo, Krông Păk, Kon Plông", None),
        ("", None),
        (unicodedata.normalize("NFD", MOTTO), None),
    ),
)
def test_old_encodings_are_told_from_proper_text(text, kind):
    assert encodings.looks_legacy(text) == kind


@pytest.mark.parametrize(
    ("data", "name"),
    (
        (MOTTO.encode(), "utf-8"),
        (MOTTO.encode("utf-8-sig"), "utf-8-sig"),
        (MOTTO.encode("utf-16"), "utf-16"),
        (MOTTO_TCVN3.encode("windows-1252"), "tcvn3"),
        (MOTTO_VNI.encode("windows-1252"), "vni"),
    ),
)
def test_decode_finds_the_encoding(data, name):
    assert encodings.decode(data) == (MOTTO, name)


def loose_tones(text: str) -> str:
    """Letters whole, each tone after its letter: what Windows-1258 can hold."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    spread = [unicodedata.normalize("NFD", letter) for letter in text]
    bare = [unicodedata.normalize("NFC", "".join(c for c in letter if c not in tones)) for letter in spread]
    return "".join(b + "".join(c for c in s if c in tones) for b, s in zip(bare, spread, strict=True))


def test_decode_reads_windows_1258_with_its_loose_tones():
    assert encodings.decode(loose_tones(MOTTO).encode("windows-1258")) == (MOTTO, "windows-1258")


def test_decode_never_fails():
    assert encodings.decode(bytes(range(256)))[0] != ""
    assert encodings.decode(b"") == ("", "utf-8")
