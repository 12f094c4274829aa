"""Turns facts into the words that stand on the paper: dates, numbers, headings. Nothing is guessed."""

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache

from certificates.facts import Facts

HEADINGS = {
    "party": ("ĐẢNG CỘNG SẢN VIỆT NAM", ""),
    "state": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    "none": ("", ""),
}
DERIVED = frozenset({"heading_party", "heading_state", "motto", "position", "decision_line", "register", "place_date"})
PLACEHOLDERS = (frozenset(f.name for f in fields(Facts)) | DERIVED) - {"kind", "heading", "verify_url", "stamp", "extra"}
HOLE = re.compile(r"\{([\w.]+)\}")


def placeholders(text: str) -> set[str]:
    """Return the names that a field's text takes from the facts."""
    return set(HOLE.findall(text))


def long_date(facts: Facts) -> str:
    """Return «ngày 05 tháng 11 năm 2026», or nothing when the date is not known."""
    day = facts.decision_date
    return f"ngày {day.day:02} tháng {day.month:02} năm {day.year}" if day else ""


def words(facts: Facts) -> Mapping[str, str]:
    """Return every placeholder's text for one certificate; what is not known is an empty string."""
    heading, motto = HEADINGS[facts.heading]
    day = facts.decision_date
    known = {name: getattr(facts, name) for name in _PLAIN}
    known |= {
        "heading_party": heading if facts.heading == "party" else "",
        "heading_state": heading if facts.heading == "state" else "",
        "motto": motto,
        "position": ", ".join(filter(None, (facts.title, facts.unit))),
        "decision_date": f"{day.day:02}/{day.month:02}/{day.year}" if day else "",
        "decision_line": f"Quyết định số {facts.decision_number} {long_date(facts)}".rstrip() if facts.decision_number else "",
        "register": f"{facts.register_line}: {facts.serial}" if facts.serial and facts.register_line else facts.serial,
        "place_date": ", ".join(filter(None, (facts.place, long_date(facts)))),
    }
    known |= {f"extra.{name}": value for name, value in facts.extra.items()}
    return known


_PLAIN = tuple(sorted(PLACEHOLDERS - DERIVED - {"decision_date"}))


@lru_cache(maxsize=512)
def _template(text: str) -> tuple[str, ...]:
    return tuple(HOLE.split(text))


def fill(text: str, known: Mapping[str, str]) -> str:
    """Fill a field's text; a text with holes becomes empty when all its holes are."""
    parts = _template(text)
    values = [known.get(name, "") for name in parts[1::2]]
    if values and not any(values):
        return ""
    return "".join(part if number % 2 == 0 else known.get(part, "") for number, part in enumerate(parts)).strip()
