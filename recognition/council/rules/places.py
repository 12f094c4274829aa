"""How many places there are: cases over an award's quota, equal votes at its last place, and the chair's deciding voice.

Source: TT 25/2025/TT-BKHCN Đ23 (results from high to low; equal votes at the last place by the chair's vote); the chair's
voice on a show of hands that stands at exactly half is a custom of majority votes. Both are settings of the rule.
"""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from recognition.council.terms import (
    Item,
    MemberRole,
    Method,
    Result,
    Rule,
    Session,
    Tie,
    Tied,
    place_in_words,
)


def _awards(items: Sequence[Item]) -> dict[str, str]:
    return {item.award_code: item.award_name for item in items}


def _hands(session: Session, results: Sequence[Result]) -> tuple[UUID, ...]:
    """Cases whose hands stand at exactly a threshold that must be passed."""
    if session.method is not Method.OPEN or not session.rule.chair_voice:
        return ()
    codes = {item.id: item.award_code for item in session.items}
    found = []
    for each in results:
        threshold = session.rule.of(codes[each.item_id])
        if threshold is not None and threshold.strict and each.base > 0 and each.approve * threshold.share.under == threshold.share.over * each.base:
            found.append(each.item_id)
    return tuple(found)


def _ranked(results: Sequence[Result], codes: dict[UUID, str], code: str) -> list[Result]:
    return sorted((each for each in results if each.passed and codes[each.item_id] == code), key=lambda each: -each.approve)


def _edge(ranked: Sequence[Result], most: int) -> tuple[tuple[UUID, ...], int]:
    """Those with equal votes on both sides of the last place, and how many places are left for them."""
    if len(ranked) <= most or ranked[most - 1].approve != ranked[most].approve:
        return (), 0
    votes = ranked[most].approve
    return tuple(each.item_id for each in ranked if each.approve == votes), most - sum(each.approve > votes for each in ranked)


def ties(session: Session, results: Sequence[Result]) -> tuple[Tied, ...]:
    """Where the chair has to choose before the session can end."""
    awards, codes = _awards(session.items), {item.id: item.award_code for item in session.items}
    hands = _hands(session, results)
    found = [Tied(codes[one], awards[codes[one]], (one,), 1, quota=False) for one in hands]
    if session.rule.tie is Tie.CHAIR:
        for code, name in awards.items():
            most = session.rule.most(code)
            tied, places = _edge(_ranked(results, codes, code), most) if most is not None else ((), 0)
            if tied:
                found.append(Tied(code, name, tied, places, quota=True))
    return tuple(found)


def check(tied: Sequence[Tied], chosen: frozenset[UUID]) -> str:
    """One sentence while the chair's choice does not fit; empty when it does. A hands' tie may be left unchosen."""
    for each in tied:
        number = len(chosen & set(each.items))
        if each.quota and number != each.places:
            return (
                f"«{each.award_name}»: {len(each.items)} trường hợp bằng phiếu ở {each.places} chỗ cuối của hạn mức. "
                f"Chủ toạ chọn đúng {each.places} trường hợp; đang chọn {number}."
            )
    if chosen - {one for each in tied for one in each.items}:
        return "Có trường hợp được chọn nhưng không bằng phiếu với trường hợp nào. Anh/chị tải lại trang."
    return ""


def settle(session: Session, results: Sequence[Result], chosen: frozenset[UUID] = frozenset()) -> tuple[Result, ...]:
    """The results with quotas and ties applied; `reason` says why a case that has the votes does not pass."""
    hands = set(_hands(session, results))
    chair = place_in_words(session.council_kind, MemberRole.CHAIR)
    voiced = [_voiced(each, chosen, chair) if each.item_id in hands else each for each in results]
    codes = {item.id: item.award_code for item in session.items}
    out: dict[UUID, Result] = {}
    for code, name in _awards(session.items).items():
        most = session.rule.most(code)
        if most is not None:
            out |= _over(_ranked(voiced, codes, code), (most, name, chair), session.rule, chosen)
    return tuple(out.get(each.item_id, each) for each in voiced)


def _voiced(result: Result, chosen: frozenset[UUID], chair: str) -> Result:
    if result.item_id in chosen:
        return replace(result, passed=True, reason=f"Số phiếu đúng bằng mức phải vượt; {chair} đồng ý")
    return replace(result, reason=f"Số phiếu đúng bằng mức phải vượt; {chair} không đồng ý")


def _over(ranked: Sequence[Result], award: tuple[int, str, str], rule: Rule, chosen: frozenset[UUID]) -> dict[UUID, Result]:
    """Of one award (how many at most, its name, the chair's place): those over the quota, and those tied at its last place."""
    most, name, chair = award
    tied, _ = _edge(ranked, most)
    found: dict[UUID, Result] = {}
    for place, each in enumerate(ranked, 1):
        if each.item_id in tied:
            picked = rule.tie is Tie.CHAIR and each.item_id in chosen
            said = f"{chair} chọn" if picked else f"{chair} không chọn" if rule.tie is Tie.CHAIR else "không lấy ai trong số bằng phiếu"
            found[each.item_id] = replace(each, passed=picked, reason=f"Bằng phiếu ở hạn mức {most} «{name}»; {said}")
        elif place > most:
            found[each.item_id] = replace(each, passed=False, reason=f"Đủ phiếu nhưng vượt hạn mức {most} «{name}»")
    return found


def before_the_end(session: Session, results: Sequence[Result]) -> tuple[Result, ...]:
    """As `settle`, while the chair has not chosen yet: whoever is among equals waits."""
    waiting = {one for each in ties(session, results) for one in each.items}
    chair = place_in_words(session.council_kind, MemberRole.CHAIR)
    return tuple(
        replace(each, passed=False, reason=f"Bằng phiếu, chờ {chair} chọn") if each.item_id in waiting else each for each in settle(session, results)
    )
