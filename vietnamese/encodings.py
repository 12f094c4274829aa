"""Old Vietnamese encodings: TCVN3 (ABC, .VnTime), VNI, Windows-1258; and which of them a text is in."""

import codecs
import re
import unicodedata
from typing import Literal

from vietnamese.syllables import is_syllable
from vietnamese.text import nfc

Legacy = Literal["tcvn3", "vni"]
#: What a font says: the two encodings, and TCVN3 in a font that draws every letter as a capital (.VnTimeH).
Font = Literal["tcvn3", "tcvn3-capitals", "vni"]

# Each TCVN3 character stands at the place of its letter. Capitals with tones are lower letters in a capital font.
_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)
_TCVN3_TABLE = str.maketrans(_TCVN3)


def _vni_pairs() -> dict[str, str]:
    """VNI writes a letter and, after it, a character for its marks."""
    tones = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
    hats = dict(zip("áàåãä", "\u0301\u0300\u0309\u0303\u0323", strict=True))
    breves = dict(zip("éèúüë", "\u0301\u0300\u0309\u0303\u0323", strict=True))
    pairs = {base + sign: letter + tone for base, letter in _toned_bases() for sign, tone in tones.items()}
    pairs |= {base + sign: base + "\u0302" + tone for base in "aeo" for sign, tone in {**hats, "â": ""}.items()}
    pairs |= {"a" + sign: "ă" + tone for sign, tone in {**breves, "ê": ""}.items()}
    pairs |= {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    lower = {unicodedata.normalize("NFC", k): unicodedata.normalize("NFC", v) for k, v in pairs.items()}
    upper = {k.upper(): v.upper() for k, v in lower.items()}
    mixed = {k[0].upper() + k[1:]: v.upper() for k, v in lower.items() if len(k) == 2}
    return lower | upper | mixed


def _toned_bases() -> list[tuple[str, str]]:
    return [("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"), ("ô", "ơ"), ("ö", "ư")]


_VNI = _vni_pairs()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_WORD = re.compile(r"[^\s\d.,;:!?()\[\]\"'/\\–—-]+")


def from_tcvn3(text: str) -> str:
    """TCVN3 text (read as Windows-1252) in Unicode."""
    return text.translate(_TCVN3_TABLE)


def from_vni(text: str) -> str:
    """VNI text (read as Windows-1252) in Unicode."""
    return _VNI_PATTERN.sub(lambda m: _VNI[m.group()], nfc(text))


def from_font(text: str, font: Font) -> str:
    """Text typed in an old font in Unicode; a font of capitals gives capitals. Proper Unicode must not be given.

    A no-break space may stand for a letter there, so nothing is to be cleaned before.
    """
    if font == "vni":
        return from_vni(text)
    modern = from_tcvn3(text)
    return modern.upper() if font == "tcvn3-capitals" else modern


def _doubtful(text: str) -> list[str]:
    """Words with marks that cannot be Vietnamese syllables as they stand; a sign without any letter (`·` between two names) is no word."""
    return [word for word in _WORD.findall(text) if not word.isascii() and any(map(str.isalpha, word)) and not is_syllable(word)]


def _mended(words: list[str], convert: Legacy) -> int:
    turn = from_tcvn3 if convert == "tcvn3" else from_vni
    return sum(is_syllable(turn(word)) for word in words)


def looks_legacy(text: str) -> Legacy | None:
    """Which old encoding a text was typed in, or None for proper Unicode.

    Judged by syllables: at least three in four of the impossible words must become possible ones.
    """
    words = _doubtful(nfc(text))
    if not words:
        return None
    scores: dict[Legacy, int] = {"tcvn3": _mended(words, "tcvn3"), "vni": _mended(words, "vni")}
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] * 4 >= len(words) * 3 else None


def decode(data: bytes) -> tuple[str, str]:
    """Read the bytes of a text file; gives NFC text and the name of the encoding it was in.

    Names: utf-8, utf-8-sig, utf-16, windows-1258, tcvn3, vni, windows-1252.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return nfc(data.decode("utf-16", errors="replace")), "utf-16"
    try:
        name = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
        return nfc(data.decode(name)), name
    except UnicodeDecodeError:
        return _decode_old(data)


def as_western(data: bytes) -> str:
    """The bytes as Windows-1252 shows them: what an old font's text looks like without its font."""
    return "".join(bytes([b]).decode("windows-1252", errors="ignore") or chr(b) for b in data)


def _decode_old(data: bytes) -> tuple[str, str]:
    western = as_western(data)
    readings = {
        "windows-1258": nfc(data.decode("windows-1258", errors="replace")),
        "tcvn3": nfc(from_tcvn3(western)),
        "vni": nfc(from_vni(western)),
        "windows-1252": nfc(western),
    }
    name = min(readings, key=lambda n: len(_doubtful(readings[n])))
    return readings[name], name
