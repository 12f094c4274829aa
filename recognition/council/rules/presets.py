"""What the national texts ask of a vote, by award and by the day of the decision; below them: proposals.

Only the highest titles have a national threshold. For all else the number is a proposal and needs a typed căn cứ.
"""

from dataclasses import dataclass
from datetime import date

from recognition.council.terms import Absent, Base, Rule, Share, Threshold

_NINETY, _EIGHTY, _HALF, _TWO_THIRDS = Share(9, 10), Share(4, 5), Share(1, 2), Share(2, 3)
_ND91, _ND98, _ND152 = date(1900, 1, 1), date(2024, 1, 1), date(2025, 7, 1)
_ND152_END = date(2027, 2, 28)

#: What the catalogue calls the awards that the decrees name, without the track before the dot.
HIGHEST = frozenset({"anh_hung_lao_dong", "cstd_toan_quoc"})
GOVERNMENT_FLAG = frozenset({"co_chinh_phu"})
MINISTRY_FIGHTER = frozenset({"cstd_tinh"})
GRASSROOTS = frozenset({"cstd_co_so", "co_tinh"})
CERTIFICATE_OF_HONOUR = "bang_khen"


@dataclass(frozen=True)
class Preset:
    """A threshold that a national text sets for a group of awards, with its dates and clause."""

    codes: frozenset[str]
    share: Share
    from_date: date
    to_date: date
    clause: str


NATIONAL = (
    Preset(HIGHEST | MINISTRY_FIGHTER, _NINETY, _ND91, date(2023, 12, 31), "Nghị định 91/2017/NĐ-CP, Điều 45 khoản 8"),
    Preset(HIGHEST | MINISTRY_FIGHTER, _NINETY, _ND98, date(2025, 6, 30), "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7"),
    Preset(GOVERNMENT_FLAG | GRASSROOTS, _EIGHTY, _ND98, date(2025, 6, 30), "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7"),
    Preset(HIGHEST, _NINETY, _ND152, _ND152_END, "Nghị định 152/2025/NĐ-CP, Điều 33 khoản 5"),
    Preset(GOVERNMENT_FLAG, _EIGHTY, _ND152, _ND152_END, "Nghị định 152/2025/NĐ-CP, Điều 33 khoản 5"),
)

def national(award_code: str, day: date) -> Threshold | None:
    """The threshold that a national text sets for an award on a day, or None: then the place decides."""
    plain = award_code.rpartition(".")[2]
    for preset in NATIONAL:
        if plain in preset.codes and preset.from_date <= day <= preset.to_date:
            return Threshold(award_code, preset.share, False, Base.ALL_MEMBERS, preset.clause, national=True)
    return None


def proposal(award_code: str, day: date) -> Threshold:
    """What a session starts from: the national text, or our proposal without a căn cứ, which the secretary types."""
    found = national(award_code, day)
    if found is not None:
        return found
    plain = award_code.rpartition(".")[2]
    if plain.startswith(CERTIFICATE_OF_HONOUR) or plain in GRASSROOTS | MINISTRY_FIGHTER:
        return Threshold(award_code, _EIGHTY, False, Base.ALL_MEMBERS, "")
    return Threshold(award_code, _HALF, True, Base.ALL_MEMBERS, "")


def starting_rule(award_codes: tuple[str, ...], day: date) -> Rule:
    """The rule of a new session: quorum 2/3 as councils keep it (proposal), thresholds as proposed, no abstention."""
    return Rule(_TWO_THIRDS, "", tuple(proposal(code, day) for code in award_codes), False, Absent.NOT_ASKED, True)
