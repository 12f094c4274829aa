"""What the national texts ask of a vote, by award and by the day of the decision; below them: proposals.

Only the highest titles have a national threshold. For all else the number is a proposal and needs a typed căn cứ.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from recognition.council.terms import Absent, Base, Rule, Share, Threshold, Tie

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

#: Where bộ, tỉnh had not yet written their own rule, NĐ 98 went on to the end of 2025 (NĐ 152/2025 Đ60(2)).
OLD_RULE_UNTIL = date(2025, 12, 31)


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


@dataclass(frozen=True)
class Local:
    """A rule that some place really wrote: an example to begin with, named with its own source."""

    code: str
    name: str
    source: str
    change: Callable[[Rule, str], Rule]


def _everywhere(rule: Rule, share: Share, source: str, *, strict: bool) -> Rule:
    """The same threshold of all members for every award that no national text settles."""
    thresholds = tuple(
        each if each.national else Threshold(each.award_code, share, strict, Base.ALL_MEMBERS, source) for each in rule.thresholds
    )
    return replace(rule, quorum=_TWO_THIRDS, quorum_basis=source, thresholds=thresholds)


def _bac_ninh(rule: Rule, source: str) -> Rule:
    return replace(_everywhere(rule, _HALF, source, strict=True), attendance=_EIGHTY, absent=Absent.WRITTEN)


def _science(rule: Rule, source: str) -> Rule:
    return replace(_everywhere(rule, _HALF, source, strict=True), substitutes=True, tie=Tie.CHAIR)


def _health(rule: Rule, source: str) -> Rule:
    return _everywhere(rule, _EIGHTY, source, strict=False)


def _old_decree(rule: Rule, source: str) -> Rule:
    """NĐ 98 went on to the end of 2025 where bộ, tỉnh had no rule of their own (NĐ 152/2025 Đ60(2))."""
    old = {GRASSROOTS: _EIGHTY, MINISTRY_FIGHTER: _NINETY}

    def of(each: Threshold) -> Threshold:
        plain = each.award_code.rpartition(".")[2]
        share = next((share for codes, share in old.items() if plain in codes), None)
        return each if share is None or each.national else Threshold(each.award_code, share, False, Base.ALL_MEMBERS, source)

    return replace(rule, thresholds=tuple(of(each) for each in rule.thresholds), absent=Absent.WRITTEN)


LOCAL = (
    Local("bac_ninh", "Bắc Ninh 2025: dự họp 80 %, quá nửa", "Quyết định 86/2025/QĐ-UBND tỉnh Bắc Ninh, Điều 8 khoản 4", _bac_ninh),
    Local("bkhcn", "Bộ Khoa học và Công nghệ 2025: dự thay, quá nửa", "Thông tư 25/2025/TT-BKHCN, Điều 22 và Điều 23", _science),
    Local("byt", "Bộ Y tế 2025: từ 80 % tổng số thành viên", "Quyết định 3621/QĐ-BYT ngày 24/11/2025", _health),
    Local("nd98", "Nghị định 98/2023, nơi chưa có quy định riêng (đến 31/12/2025)", "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7", _old_decree),
)


def locals_on(day: date) -> tuple[Local, ...]:
    """The examples that may be taken on a day: the old decree only as long as it went on."""
    return tuple(each for each in LOCAL if each.code != "nd98" or _ND152 <= day <= OLD_RULE_UNTIL)


def taken(rule: Rule, code: str, day: date) -> Rule | None:
    """The rule after a local example, or None for an unknown one. National thresholds stay."""
    found = next((each for each in locals_on(day) if each.code == code), None)
    return None if found is None else found.change(rule, found.source)

