"""Quorum and threshold, compared in whole numbers, never as rounded percentages."""

from recognition.council.terms import Base, Rule, Share, Threshold


def passes(approve: int, base: int, threshold: Share, strict: bool) -> bool:
    """Whether `approve` of `base` reach `threshold`, compared in whole numbers.

    `strict` means "more than" (giấy khen, > 1/2 by custom); otherwise "at least" (NĐ 152/2025 Đ33(5): from 90 %).
    Of nobody nothing passes.
    """
    if base <= 0:
        return False
    got, asked = approve * threshold.under, threshold.over * base
    return got > asked if strict else got >= asked


def needed(base: int, threshold: Share, strict: bool) -> int:
    """The least number of votes that passes; `base + 1` when no number does (more than all, or of nobody)."""
    if base <= 0:
        return 1
    asked = threshold.over * base
    least = asked // threshold.under + 1 if strict else -(-asked // threshold.under)
    return min(least, base + 1)


def check_supposed(members: int, present: int, valid: int) -> dict[str, str]:
    """Field → sentence where a supposed attendance cannot be: 0 ≤ valid papers ≤ present ≤ members."""
    if not 0 <= present <= members:
        return {"present": f"Số người dự họp từ 0 đến {members} (số thành viên)."}
    if not 0 <= valid <= present:
        return {"valid": f"Số phiếu hợp lệ từ 0 đến {present} (số người dự họp)."}
    return {}


def quorum_met(present: int, members: int, quorum: Share) -> bool:
    """Whether enough members take part: at least the share of all members, and at least one."""
    return present > 0 and present * quorum.under >= quorum.over * members


def quorum_needed(members: int, quorum: Share) -> int:
    """The least number of members that makes the quorum."""
    return max(1, -(-quorum.over * members // quorum.under))


def base_of(base: Base, *, members: int, present: int, valid: int, recused: int, recused_present: int, rule: Rule) -> int:
    """Of how many the share is taken for one case.

    `members` with a vote by the founding decision, `present` of them, `valid` papers (or hands and written opinions);
    recused members count or not as the rule says: no general text was found for it, so the rule has to say.
    """
    whole = {Base.ALL_MEMBERS: members, Base.PRESENT: present, Base.VALID: valid}[base]
    if rule.recused_in_base:
        return whole
    return max(0, whole - (recused if base is Base.ALL_MEMBERS else recused_present))


def in_words(threshold: Threshold) -> str:
    """The threshold as the minutes print it."""
    sign = "quá" if threshold.strict else "từ"
    tail = "" if threshold.strict else " trở lên"
    return f"{sign} {threshold.share}{tail}, tính trên {threshold.base.label}"
