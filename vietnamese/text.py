"""Cleaning, folding and ordering of Vietnamese text.

Ordering lives in `ordering`, doubtful characters in `doubts`; both are offered here so that
callers need one import only.
"""

import re
import unicodedata
from collections.abc import Sequence

from vietnamese.doubts import Finding, LookAlike, look_alikes, suspicious
from vietnamese.ordering import sort_key

__all__ = [
    "Finding",
    "LookAlike",
    "clean",
    "clean_multiline",
    "first_few",
    "initial_capital",
    "like_pattern",
    "look_alikes",
    "nfc",
    "search_key",
    "sort_key",
    "suspicious",
]

# Eth and African D look like Đ and break searching; they come from old keyboards and fonts.
_D_WITH_STROKE = {0xD0: "Đ", 0x189: "Đ", 0xF0: "đ"}
# Joiners, direction marks, byte order mark: nothing is seen, nothing is meant.
_INVISIBLE = {*range(0x200C, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0x180E, 0x61C, 0x34F}
# Halves of characters that no file and no database can hold.
_BROKEN = {*range(0xD800, 0xE000), 0xFFFE, 0xFFFF}
# Vietnamese words are single syllables, so a "possible break" in a pasted text stands between two words.
_BREAKS = {0x200B: " ", 0xAD: " "}
_CONTROL = {c: " " if c in (9, 10, 11, 12, 13) or c == 0x85 else None for c in (*range(32), *range(0x7F, 0xA0))}
_CLEAN = {**dict.fromkeys(_INVISIBLE | _BROKEN), **_BREAKS, **_CONTROL, **_D_WITH_STROKE, 0x2028: " ", 0x2029: " "}
# More marks on one letter than any script has; sorting a long run of them takes time that grows with its square.
_PILED = re.compile("([\u0300-\u036f]{30})[\u0300-\u036f]+")
_SHORT = 60
_SPACES = re.compile(r"\s+")
_MARKS = re.compile("[\u0300-\u036f]+")
_LINE_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FOLD = {ord("đ"): "d", ord("’"): "'", ord("‘"): "'", ord("ʼ"): "'", ord("–"): "-", ord("—"): "-"}


def nfc(s: str) -> str:
    """The composed form (NFC): one code point for each Vietnamese letter with its tone; at most 30 marks on one letter."""
    return unicodedata.normalize("NFC", s if len(s) < _SHORT else _PILED.sub(r"\1", s))


def clean(s: str) -> str:
    """One tidy line: NFC, no invisible characters, single spaces, none at the ends, true Đ."""
    return _SPACES.sub(" ", nfc(s).translate(_CLEAN)).strip()


def quoted(s: str, most: int = 40) -> str:
    """What somebody typed, quoted inside a sentence: «05/13»; tidied, and cut at `most` letters, so that the sentence stays readable."""
    words = clean(s)
    return f"«{words}»" if len(words) <= most else f"«{words[:most].rstrip()}…»"


def clean_multiline(s: str) -> str:
    """Like `clean` for each line; keeps line breaks, at most one empty line running, none at the ends."""
    lines = [clean(line) for line in _LINE_BREAKS.split(s)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def search_key(s: str) -> str:
    """The text as people type it in haste: lower case, no marks, đ = d, single spaces.

    `search_key("Trần  Đức Hoà") == search_key("tran duc hòa") == "tran duc hoa"`.
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFD", clean(s)))
    return _MARKS.sub("", unicodedata.normalize("NFD", bare.casefold())).translate(_FOLD)


def like_pattern(s: str) -> str:
    r"""The search key as a pattern for `like $1 escape '\'`, matching anywhere; `%`, `_`, `\` mean themselves."""
    return "%" + re.sub(r"([\\%_])", r"\\\1", search_key(s)) + "%"


def file_name(s: str, most: int = 80) -> str:
    """`s` as a file may be called on every disk, at most `most` letters long: without `\\ / : * ? " < > |` (Windows)."""
    return "".join("-" if letter in '\\/:*?"<>|' else letter for letter in s)[:most]


def first_few(names: Sequence[str], most: int, thing: str) -> str:
    """ "A, B và 4 đơn vị nữa": the first `most` by name, the rest counted as `thing`."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" và {rest} {thing} nữa" if rest > 0 else "")


def inner_quotes(s: str) -> str:
    """A text that will stand between « and »: its own quotation marks become the inner ones, `Phong trào “Dân vận khéo”`."""
    return s.replace("«", "“").replace("»", "”")


def initial_capital(s: str) -> str:
    """The text with its first letter in upper case; the rest stays as it is."""
    return s[:1].upper() + s[1:]
