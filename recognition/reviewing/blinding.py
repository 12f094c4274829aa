"""Hiding whose case it is, as a pure rule: known names and names of units in free text become «…».

Marks are forgiven, because texts are typed in haste: «Le Van Tong», «LÊ VĂN TÒNG», «Lê-Văn-Tòng» and «levantong» are one name. A single
word is taken for a name only where it stands as one (a capital, or after «anh», «chị», «đồng chí»), written with its own marks or with none:
«Tòng» and «Tong» are hidden, «Tổng» is not. Rather too much is hidden than too little; the secretary looks at a preview.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vietnamese import text

MASK = "«…»"
#: Words of a unit's or a place's name that name no one by themselves.
_GENERIC = frozenset(re.findall(
    r"\w+",
    "chi đảng bộ uỷ ủy công đoàn cơ sở bộ phận trực thuộc trường tiểu học mầm non trung phổ thông thcs thpt mn th thị trấn xã phường huyện quận tỉnh "
    "thành phố trạm y tế khoa bệnh viện phòng ban tổ đội nhóm khối cụm nhà máy ty cổ phần tnhh mtv một viên trách nhiệm hữu hạn tập tổng tâm văn hành "
    "chính liên hợp tác htx thôn bản làng ấp khu dân cư số đường ngõ hẻm hội nông phụ nữ cựu chiến binh hiệp mặt trận tổ quốc ngân hàng bưu điện lực "
    "cảng phân xưởng hộ gia đình ông bà",
))  # fmt: skip
_TITLES = frozenset(("anh", "chi", "ong", "ba", "co", "chu", "bac", "em", "thay", "di", "cau", "chau", "ban", "c", "dc", "bs", "ths", "ts"))
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\s.,\-–—_/·'’\"()]{0,3}")
_CONTACT = re.compile(r"https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w])(?:\+?84|0)(?:[\s.\-]?\d){8,10}(?!\d)")
_SPLIT_BY = {0x200B: None, 0xAD: None}
_JOINED_LEAST = 6


@dataclass(frozen=True)
class Known:
    """What would tell whose case it is: people, units and places (names of today and before), and words that the secretary adds."""

    people: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    word: str
    key: str


@dataclass(frozen=True)
class _Pattern:
    keys: tuple[str, ...]
    word: str = ""  # of a single word: as it is written
    always: bool = False  # a single word that is hidden however it stands


def mask(said: str, known: Known) -> str:
    """`said` with everything that `known` names, and every telephone number and address on the net, hidden."""
    whole = text.nfc(text.clean_multiline(said.translate(_SPLIT_BY)))
    tokens = [_Token(found.start(), found.end(), found.group(), text.search_key(found.group())) for found in _WORD.finditer(whole)]
    spans = [found.span() for found in _CONTACT.finditer(whole)]
    patterns: dict[str, list[_Pattern]] = {}
    for one in _patterns(known):
        patterns.setdefault(one.keys[0][0], []).append(one)
    for at, token in enumerate(tokens):
        for one in patterns.get(token.key[:1], ()):
            last = _last(one, tokens, at, whole)
            if last is not None:
                spans.append((token.start, tokens[last].end))
    return _covered(whole, spans)


def _covered(whole: str, spans: Sequence[tuple[int, int]]) -> str:
    """Each run of spans, and what is blank between two of them, as one mask."""
    runs: list[list[int]] = []
    for start, end in sorted(spans):
        if runs and (start <= runs[-1][1] or not whole[runs[-1][1] : start].strip(" ")):
            runs[-1][1] = max(end, runs[-1][1])
        else:
            runs.append([start, end])
    made, last = [], 0
    for start, end in runs:
        made += [whole[last:start], MASK]
        last = end
    return "".join([*made, whole[last:]])


def _last(one: _Pattern, tokens: Sequence[_Token], at: int, whole: str) -> int | None:
    """The place of the last word of the name that begins at `at`, None where it does not; long names may be joined or split anyhow."""
    if len(one.keys) > 1:
        joined, found = "".join(one.keys), ""
        for last in range(at, len(tokens)):
            if last > at and not _BETWEEN.fullmatch(whole[tokens[last - 1].end : tokens[last].start]):
                return None
            found += tokens[last].key
            if found == joined:
                return last if len(joined) >= _JOINED_LEAST or last - at == len(one.keys) - 1 else None
            if not joined.startswith(found):
                return None
        return None
    if tokens[at].key != one.keys[0]:
        return None
    named = tokens[at].word[:1].isupper() or tokens[at].word[:1].isdigit() or (at > 0 and tokens[at - 1].key in _TITLES)
    return at if one.always or (named and _same_marks(tokens[at].word, one.word)) else None


def _same_marks(word: str, name: str) -> bool:
    """Written with the marks of the name, wherever the tone sits (hoà, hòa), or with none at all."""
    folded = word.casefold()
    same = sorted(unicodedata.normalize("NFD", folded)) == sorted(unicodedata.normalize("NFD", name.casefold()))
    return same or folded == text.search_key(word)


def _patterns(known: Known) -> Iterable[_Pattern]:
    found: set[_Pattern] = set()
    for name in known.people:
        found |= _of_person(_words(name))
    for name in known.units:
        for piece in re.split(r"[,;\n()]", name):
            found |= _of_unit(_words(piece))
    for name in known.words:
        words = _words(name)
        found |= {_Pattern(tuple(key for _, key in words), words[0][0], always=True)} if words else set()
    return found


def _words(name: str) -> list[tuple[str, str]]:
    return [(found.group(), key) for found in _WORD.finditer(text.clean(name)) if (key := text.search_key(found.group()))]


def _of_person(words: list[tuple[str, str]]) -> set[_Pattern]:
    """The whole name, its last two words, the first with the last, the given name alone."""
    if not words:
        return set()
    keys = tuple(key for _, key in words)
    found = {_Pattern((keys[-1],), words[-1][0])}
    if len(keys) >= 2:
        found.add(_Pattern(keys))
    if len(keys) >= 3:
        found |= {_Pattern(keys[-2:]), _Pattern((keys[0], keys[-1]))}
    return found


def _of_unit(words: list[tuple[str, str]]) -> set[_Pattern]:
    """The whole name, the name without the words of its kind before it, and what is left when all of those are gone."""
    if not words:
        return set()
    keys = tuple(key for _, key in words)
    generic = next((at for at in range(len(keys)) if words[at][0].casefold() not in _GENERIC), len(keys))
    found = {_Pattern(keys)} if len(keys) > 1 else set()
    for start in range(1, generic + 1 if generic < len(keys) else 1):
        if len(keys) - start >= 2:
            found.add(_Pattern(keys[start:]))
    tail = words[generic:]
    if len(tail) == 1 and any(letter.isalpha() for letter in tail[0][0]):
        found.add(_Pattern((tail[0][1],), tail[0][0]))
    return found
