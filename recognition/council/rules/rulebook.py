"""A session's rule as text that is stored and hashed, and what is wrong with a rule before it may be locked."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from recognition.council.terms import (
    USUAL,
    Absent,
    Base,
    Conflict,
    Quota,
    Rule,
    Share,
    Threshold,
    Tie,
)
from recognition.hall.lengths import REASON, bounded

_EMPTY = Rule(Share(2, 3), "", ())
#: More of one award in one session is a slip of the finger.
MOST = 1_000


def to_json(rule: Rule) -> str:
    """Canonical JSON of a rule: keys in order, no spaces, so that equal rules have equal hashes.

    Settings that stand as they usually do are left out: rules locked before there were such settings keep their hash.
    """
    plain: dict[str, Any] = {
        "quorum": [rule.quorum.over, rule.quorum.under],
        "quorum_basis": rule.quorum_basis,
        "abstain_offered": rule.abstain_offered,
        "absent": rule.absent.value,
        "recused_in_base": rule.recused_in_base,
        "thresholds": [_plain(each) for each in sorted(rule.thresholds, key=lambda each: each.award_code)],
    }
    plain |= {name: value for name, value, usual in _settings(rule) if value != usual}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _settings(rule: Rule) -> tuple[tuple[str, Any, Any], ...]:
    """(key, value, the value that is left out)."""
    least = rule.attendance
    return (
        ("conflicts", sorted(rule.conflicts), sorted(USUAL)),
        ("quotas", [[each.award_code, each.most] for each in sorted(rule.quotas, key=lambda each: each.award_code)], []),
        ("tie", rule.tie.value, Tie.CHAIR.value),
        ("chair_voice", rule.chair_voice, False),
        ("attendance", None if least is None else [least.over, least.under], None),
        ("substitutes", rule.substitutes, False),
    )


def _plain(threshold: Threshold) -> dict[str, Any]:
    return {
        "award_code": threshold.award_code,
        "share": [threshold.share.over, threshold.share.under],
        "strict": threshold.strict,
        "base": threshold.base.value,
        "basis": threshold.basis,
        "national": threshold.national,
    }


def from_json(text: str) -> Rule:
    """The rule that `to_json` wrote; an empty object gives the starting rule without thresholds."""
    known = json.loads(text)
    if not known:
        return _EMPTY
    thresholds = tuple(
        Threshold(each["award_code"], Share(*each["share"]), each["strict"], Base(each["base"]), each["basis"], each["national"])
        for each in known["thresholds"]
    )
    return Rule(
        Share(*known["quorum"]), known["quorum_basis"], thresholds, known["abstain_offered"], Absent(known["absent"]), known["recused_in_base"],
        tuple(Conflict(each) for each in known.get("conflicts", sorted(USUAL))),
        tuple(Quota(code, most) for code, most in known.get("quotas", [])), Tie(known.get("tie", Tie.CHAIR.value)),
        bool(known.get("chair_voice", False)), Share(*known["attendance"]) if known.get("attendance") else None,
        bool(known.get("substitutes", False)),
    )  # fmt: skip


def fingerprint(rule: Rule, items: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over the rule and the agenda (case id, revision hash): what the vote is about, fixed when it opens."""
    agenda = sorted([list(each) for each in items])
    body = json.dumps([json.loads(to_json(rule)), agenda], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(body.encode()).hexdigest()


def _wrong_share(share: Share, what: str) -> str:
    if not 1 <= share.under <= 1_000 or not 0 < share.over <= share.under:
        return f"{what} phải là một phân số từ trên 0 đến 1, ví dụ 2/3 hoặc 4/5."
    return ""


def check_words(rule: Rule, awards: Mapping[str, str]) -> dict[str, str]:
    """Field → sentence of the căn cứ that are too long, already while the rule is written. `awards`: code → name."""
    return bounded(
        ("quorum", rule.quorum_basis, REASON, "Căn cứ của tỷ lệ dự họp"),
        *((f"threshold.{each.award_code}", each.basis, REASON, f"Căn cứ của «{awards.get(each.award_code, each.award_code)}»") for each in rule.thresholds),
    )


def check(rule: Rule, awards: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Field → sentence: what keeps a rule from being locked. `awards` are (code, name) of all cases on the agenda.

    A threshold that no national text sets needs a căn cứ (NĐ 152/2025 Đ6(2) leaves it to bộ, tỉnh and the body itself).
    """
    wrong: dict[str, str] = {}
    if sentence := _wrong_share(rule.quorum, "Tỷ lệ dự họp tối thiểu"):
        wrong["quorum"] = sentence
    if rule.attendance is not None and (sentence := _wrong_share(rule.attendance, "Tỷ lệ dự họp khi xét khen thưởng")):
        wrong["attendance"] = sentence
    names = {code: name for code, name in awards}  # noqa: C416 - awards may be a mapping whose keys are the pairs
    for quota in rule.quotas:
        if not 1 <= quota.most <= MOST and quota.award_code in names:
            wrong[f"quota.{quota.award_code}"] = f"Hạn mức của «{names[quota.award_code]}» là số nguyên từ 1 đến {MOST}, hoặc để trống."
    if not rule.quorum_basis.strip():
        wrong["quorum_basis"] = "Anh/chị ghi căn cứ của tỷ lệ dự họp, ví dụ quy chế của Hội đồng."
    for code, name in names.items():
        threshold = rule.of(code)
        if threshold is None:
            wrong[f"threshold.{code}"] = f"Chưa có tỷ lệ đồng ý cho «{name}»."
            continue
        if sentence := _wrong_share(threshold.share, f"Tỷ lệ đồng ý cho «{name}»"):
            wrong[f"threshold.{code}"] = sentence
        elif threshold.strict and threshold.share.over == threshold.share.under:
            wrong[f"threshold.{code}"] = f"«{name}» đòi quá toàn bộ số phiếu, không ai đạt được. Anh/chị chọn «từ … trở lên»."
        if not threshold.basis.strip():
            wrong[f"basis.{code}"] = f"Anh/chị ghi căn cứ của tỷ lệ cho «{name}»: văn bản của tỉnh, quy chế của Hội đồng hoặc điều lệ."
    return wrong
