"""Award types, and the money that goes with them."""

from datetime import date
from uuid import UUID, uuid4

from recognition.catalogue import entries, rules
from recognition.catalogue.actions.regulations import regulation_on
from recognition.catalogue.store import awards as store
from recognition.catalogue.terms import Amount, AwardKind, AwardType, AwardTypeForm, Money, RecipientKind, Track
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb
from vietnamese import dates


def award_types(
    who: Actor | None,
    track: Track | str | None = None,
    kind: AwardKind | str | None = None,
    *,
    recipient: RecipientKind | str | None = None,
    day: date | None = None,
) -> tuple[AwardType, ...]:
    """Award types in the order of ceremonies.

    With `track`: what an organ of that track gives on `day` (today when None); without it: all, for administration.
    """
    with reading(who) as t:
        found = store.everything(t)
    day = day or dates.today()
    return tuple(
        award
        for award in found
        if (track is None or rules.gives(award, track, day))
        and (kind is None or award.kind == kind)
        and (recipient is None or recipient in award.recipients)
    )


def award_type(award_type_id: UUID) -> AwardType:
    """One award type. Raises NotFound."""
    with reading(None) as t:
        return store.get(t, award_type_id)


def create_award_type(who: Actor, form: AwardTypeForm, key: UUID | None = None) -> AwardType:
    """Add a title or form. Not verified until confirmed. Raises NotAllowed, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_CATALOGUE)
        made = entries.award(form, uuid4(), 1)
        if store.with_code(t, made.code) is not None:
            raise Invalid({"code": f"Mã {made.code} đã có. Anh/chị chọn mã khác."})
        store.insert(t, made)
        audit.note(t, Verb.MANAGE_CATALOGUE, "award_type", made.id, after=made, detail=f"Thêm {made.name}.")
        t.result = str(made.id)
    return made


def change_award_type(who: Actor, award_type_id: UUID, version: int, form: AwardTypeForm, key: UUID | None = None) -> AwardType:
    """Change an award type; its code stays. Awards made before keep their money. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_CATALOGUE)
        before = store.get(t, award_type_id)
        changed = entries.award(form, award_type_id, version + 1)
        if changed.code != before.code:
            raise Invalid({"code": f"Mã {before.code} đã dùng trong hồ sơ nên không đổi được."})
        store.update(t, changed, version)
        audit.note(t, Verb.MANAGE_CATALOGUE, "award_type", award_type_id, before=before, after=changed)
        t.result = str(award_type_id)
    return changed


def confirm_award_type(who: Actor, award_type_id: UUID, version: int, paper: str, key: UUID | None = None) -> AwardType:
    """Confirm the money of an award with the number of the paper that was compared. Raises NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_CATALOGUE)
        number = entries.paper(paper)
        before = store.get(t, award_type_id)
        store.confirm(t, award_type_id, version, number, who.account_id, dates.now_utc())
        after = store.get(t, award_type_id)
        audit.note(t, Verb.MANAGE_CATALOGUE, "award_type", award_type_id, before=before, after=after, detail=f"Đã đối chiếu với {number}.")
        t.result = str(award_type_id)
    return after


def money(award: AwardType, kind: RecipientKind | str, day: date) -> Amount:
    """What goes with an award decided on `day`, with the formula and a warning where a number is not verified.

    The base salary, factors and rounding are those in force on that day (NĐ 152/2025 Đ49(1)). Raises Invalid when the
    award is not for this kind of recipient, NotFound when a rule has no value for that day.
    """
    kind = RecipientKind(kind)
    if kind not in award.recipients:
        raise Invalid({"award_type_id": f"«{award.name}» không dành cho {kind.label.lower()}. Anh/chị chọn hình thức khác."})
    warnings = [] if award.verified or award.money is Money.NONE else [f"Mức thưởng chưa kiểm chứng: {award.clause}"]
    if award.money is not Money.COEFFICIENT:
        made = rules.award_money(award, kind)
        return Amount(made.amount, made.formula, made.gift, _sentences(warnings))
    salary, rounding = regulation_on("base_salary", day), regulation_on("bonus.rounding", day)
    used, factors = [salary, rounding], dict(rules.FACTORS)
    if award.multiplied and kind is not RecipientKind.INDIVIDUAL:
        factor = regulation_on(f"bonus.factor.{kind.value}", day)
        used.append(factor)
        factors[kind] = factor.value
    made = rules.award_money(award, kind, salary.value, factors=factors, rounding=rounding.value)
    warnings += [rule.warning for rule in used if rule.warning]
    return Amount(made.amount, made.formula, made.gift, _sentences(warnings))


def _sentences(warnings: list[str]) -> str:
    return " ".join(f"{warning}." for warning in warnings)
