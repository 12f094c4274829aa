"""Whether a word can be a Vietnamese syllable: the judge of which old encoding a text was written in."""

import re
import unicodedata

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ONSET = "ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x"
_NUCLEUS = "oa|oă|oe|oo|ôô|uê|uy|uyê|uya|uơ|uâ|iê|yê|ia|ưa|ươ|uô|ua|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
_CODA = "ch|nh|ng|c|m|n|p|t|i|y|o|u"
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_NUCLEUS})(?:{_CODA})?")


def is_syllable(word: str) -> bool:
    """Whether `word` has the build of a Vietnamese syllable: onset, vowels, end, at most one tone."""
    spread = unicodedata.normalize("NFD", word.lower())
    if len(_TONES.findall(spread)) > 1:
        return False
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONES.sub("", spread))))
