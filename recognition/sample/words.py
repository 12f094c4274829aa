"""The sample's words, and chance with a seed: two runs say the same."""

import json
import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from recognition.catalogue.terms import RecipientKind

FOLDER = Path(__file__).parent.parent.parent / "assets" / "sample"
SEED = 1772
#: The day on which somebody looks at the sample.
TODAY = date(2026, 11, 24)


@cache
def book(name: str) -> Any:
    """One file of `assets/sample`."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def moment(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A local time of the day (hour 0–23) as naive UTC."""
    return datetime.combine(day, time(hour, minute)) - timedelta(hours=7)


def speaking_of(name: str, *, she: bool, kind: RecipientKind = RecipientKind.INDIVIDUAL) -> dict[str, str]:
    """How a story calls the one whom it praises."""
    if kind is RecipientKind.COLLECTIVE:
        return {"given": "", "pronoun": "đơn vị", "Pronoun": "Đơn vị"}
    if kind is RecipientKind.HOUSEHOLD:
        return {"given": name, "pronoun": "gia đình", "Pronoun": "Gia đình"}
    return {"given": name.split()[-1], "pronoun": "chị" if she else "anh", "Pronoun": "Chị" if she else "Anh"}


@dataclass
class Chance:
    """Names, days and choices, seeded."""

    seed: int = SEED
    dice: random.Random = field(init=False)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)

    def name(self) -> tuple[str, str]:
        """A full name that nobody has yet, and its gender."""
        words = book("names")
        while True:
            gender = self.dice.choice(("female", "male"))
            family = self.dice.choices([f for f, _ in words["family"]], [w for _, w in words["family"]])[0]
            name = f"{family} {self.dice.choice(words[f'middle_{gender}'])} {self.dice.choice(words[f'given_{gender}'])}"
            if name not in self.used:
                self.used.add(name)
                return name, gender

    def day(self, start: date, end: date) -> date:
        """A day between two, both included."""
        return start + timedelta(days=self.dice.randint(0, (end - start).days))

    def fill(self, text: str, day: date, name: str, gender: str, place: str, kind: RecipientKind = RecipientKind.INDIVIDUAL) -> str:
        """A story with its figures, place and recipient put in."""
        she = gender == "female"
        values = {
            "money": f"{self.dice.choice((3, 5, 12, 20, 35, 48, 85, 120))}.{self.dice.choice(('000', '500', '800'))}.000", "place": place,
            "day": f"{day:%d/%m/%Y}", **speaking_of(name, she=she, kind=kind),
            "n5": str(self.dice.randint(2, 6)), "n8": str(self.dice.randint(4, 9)), "n20": str(self.dice.randint(12, 45)),
            "n40": str(self.dice.randint(18, 64)), "n100": str(self.dice.randint(60, 180)), "n300": str(self.dice.randint(180, 640)),
        }  # fmt: skip
        return text.format(**values).replace("  ", " ")
