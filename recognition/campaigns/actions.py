"""What people do with campaigns: prepare, change, launch down to units, close, look at, take over from last year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from recognition.campaigns import rules, store
from recognition.campaigns.terms import (
    Campaign,
    CampaignInput,
    CampaignLine,
    CampaignPage,
    CampaignState,
    Criterion,
    Stage,
    UnitLine,
)
from recognition.hall import audit, binning, numbers, permissions
from recognition.hall.actor import Actor
from recognition.hall.binning import BinKind, Binned
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale, there
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates

KIND = "campaign"
PAGE = 25


def _issuers(who: Actor) -> list[UUID]:
    return list(who.issuers(Role.SECRETARY, Role.CLERK, Role.LEADER))


def _units(who: Actor) -> list[UUID]:
    return list(who.units(Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER))


def in_transaction(t: Transaction, campaign_id: UUID) -> Campaign:
    """The campaign for a later room, which has already asked who may do what. Raises NotFound."""
    return there(store.get(t, campaign_id))


def reaches(t: Transaction, campaign_id: UUID, unit_id: UUID) -> bool:
    """Whether the campaign was launched to the unit."""
    return store.reaches(t, campaign_id, unit_id)


def _seen(t: Transaction, who: Actor, campaign_id: UUID) -> Campaign:
    if not store.visible(t, campaign_id, _issuers(who), _units(who)):
        raise NotFound()
    return in_transaction(t, campaign_id)


def _mine(t: Transaction, who: Actor, campaign_id: UUID, version: int, verb: Verb) -> Campaign:
    found = _seen(t, who, campaign_id)
    permissions.require(who, verb, found)
    if found.version != version:
        raise Stale()
    return found


def get(who: Actor, campaign_id: UUID) -> Campaign:
    """One campaign. Raises NotFound also for what `who` may not see."""
    permissions.require(who, Verb.SEE_CAMPAIGNS)
    with reading(who) as t:
        return _seen(t, who, campaign_id)


def criteria_of(who: Actor, campaign_id: UUID | None) -> tuple[Criterion, ...]:
    """The lines of a campaign's score sheet; none for a case without a campaign, or for whoever reads the case without seeing its campaign."""
    try:
        return get(who, campaign_id).criteria if campaign_id else ()
    except (NotAllowed, NotFound):
        return ()


def find(
    who: Actor, *, search: str = "", state: CampaignState | None = None, limit: int = PAGE, offset: int = 0
) -> CampaignPage:
    """One page of the campaigns that `who` may see, the newest first."""
    permissions.require(who, Verb.SEE_CAMPAIGNS)
    with reading(who) as t:
        issuers, units = _issuers(who), _units(who)
        rows = store.lines(t, issuers, units, search, state, None, dates.today(), limit, offset)
        counts = store.counts(t, issuers, units, search)
    total = counts.get(state, 0) if state else sum(counts.values())
    return CampaignPage(tuple(rows), total, counts)


def open_now(who: Actor, *, on: date | None = None, most: int = 200) -> list[CampaignLine]:
    """Campaigns under way on a day (today when None) that `who` may see, at most so many: what a form offers."""
    permissions.require(who, Verb.SEE_CAMPAIGNS)
    day = on or dates.today()
    with reading(who) as t:
        return store.lines(t, _issuers(who), _units(who), "", CampaignState.LAUNCHED, day, day, most, 0)


def units_of(who: Actor, campaign_id: UUID) -> list[UnitLine]:
    """The units that a campaign was launched to, with what each has sent in."""
    permissions.require(who, Verb.SEE_CAMPAIGNS)
    with reading(who) as t:
        _seen(t, who, campaign_id)
        return store.units_of(t, campaign_id)


def save(who: Actor, data: CampaignInput, key: UUID | None = None) -> Campaign:
    """Prepare a new campaign; it is told to nobody before the launch. Raises NotAllowed, Invalid (also for the same name in the same days)."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_CAMPAIGNS, _empty(data))
        _refuse(rules.check(data))
        _refuse(_twice(t, data, None))
        assert data.from_date is not None
        code = f"PT-{data.from_date.year}-{numbers.next_number(t, f'PT-{data.from_date.year}'):02d}"
        made = in_transaction(t, store.insert(t, data, code))
        audit.note(t, Verb.MANAGE_CAMPAIGNS, KIND, made.id, after=made)
        t.result = str(made.id)
    return made


def change(who: Actor, campaign_id: UUID, version: int, data: CampaignInput, key: UUID | None = None) -> Campaign:
    """Change a campaign; one under way keeps its issuer, its score sheet must still make 100. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = _mine(t, who, campaign_id, version, Verb.MANAGE_CAMPAIGNS)
        if before.state is CampaignState.CLOSED:
            raise NotAllowed("Phong trào đã kết thúc nên không sửa được nữa.")
        data = replace(data, issuer_id=before.issuer_id)
        wrong = rules.check(data)
        if before.state is CampaignState.LAUNCHED:
            wrong = rules.check_launch(data.criteria, before.units) | wrong
        _refuse(wrong or rules.check_used(before.criteria, data.criteria, store.used_criteria(t, campaign_id)))
        _refuse(_twice(t, data, campaign_id))
        if not store.update(t, campaign_id, version, data):
            raise Stale()
        after = in_transaction(t, campaign_id)
        audit.note(t, Verb.MANAGE_CAMPAIGNS, KIND, campaign_id, before=before, after=after)
        t.result = str(campaign_id)
    return after


def launch(who: Actor, campaign_id: UUID, version: int, units: Sequence[UUID], key: UUID | None = None) -> Campaign:
    """Launch a campaign to units, or send one under way to more of them; their people are told. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = _mine(t, who, campaign_id, version, Verb.LAUNCH)
        if before.state is CampaignState.CLOSED:
            raise NotAllowed("Phong trào đã kết thúc nên không phát động được nữa.")
        living = store.living_units(t, units, dates.today())
        _refuse(rules.check_launch(before.criteria, len(living)))
        if len(living) < len(set(units)):
            raise Invalid({"units": "Có đơn vị đã giải thể hoặc không còn trong danh sách. Anh/chị chọn lại đơn vị."})
        if not store.set_state(t, campaign_id, version, CampaignState.LAUNCHED, before.launched_at or dates.now_utc()):
            raise Stale()
        store.add_units(t, campaign_id, units)
        after = replace(in_transaction(t, campaign_id), told_units=tuple(dict.fromkeys(units)))
        audit.note(t, Verb.LAUNCH, KIND, campaign_id, before=before, after=after)
        t.result = str(campaign_id)
    return after


def close(who: Actor, campaign_id: UUID, version: int, key: UUID | None = None) -> Campaign:
    """End a campaign: nothing new enters it, what is under way goes on. Raises Stale, NotAllowed."""
    with transaction(who, key) as t:
        before = _mine(t, who, campaign_id, version, Verb.CLOSE_CAMPAIGN)
        if before.state is not CampaignState.LAUNCHED:
            raise NotAllowed(f"Phong trào đang ở trạng thái «{before.state.label}» nên không thể kết thúc.")
        if not store.set_state(t, campaign_id, version, CampaignState.CLOSED):
            raise Stale()
        after = in_transaction(t, campaign_id)
        audit.note(t, Verb.CLOSE_CAMPAIGN, KIND, campaign_id, before=before, after=after)
        t.result = str(campaign_id)
    return after


def discard(who: Actor, campaign_id: UUID, version: int, key: UUID | None = None) -> Campaign:
    """Put a campaign that was never launched into the bin. Raises Stale, NotAllowed (it was launched)."""
    with transaction(who, key) as t:
        before = _mine(t, who, campaign_id, version, Verb.DISCARD_CAMPAIGN)
        if before.state is not CampaignState.DRAFT:
            raise NotAllowed("Phong trào đã phát động tới các đơn vị nên không bỏ được. Anh/chị bấm «Kết thúc» nếu không làm tiếp.")
        binning.put(t, BinKind.CAMPAIGN, campaign_id)
        audit.note(t, Verb.DISCARD_CAMPAIGN, KIND, campaign_id, before=before)
        t.result = str(campaign_id)
    return before


def thrown_away(who: Actor) -> list[Binned]:
    """The campaigns of the person's issuers that lie in the bin. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_BIN)
    with reading(who) as t:
        return store.thrown_away(t, list(who.issuers(Role.SECRETARY)))


def restore(who: Actor, campaign_id: UUID, days: int, key: UUID | None = None) -> Campaign:
    """A campaign from the bin is being prepared again. `days`: for how many it could lie there.

    Raises NotFound, NotAllowed (its days are over), Invalid (one of the same name has the same days now).
    """
    with transaction(who, key) as t:
        found = in_transaction(t, campaign_id)
        permissions.require(who, Verb.RESTORE_CAMPAIGN, found)
        binning.require_in_time(t, BinKind.CAMPAIGN, campaign_id, days)
        _refuse(rules.check_not_twice(found.name, store.in_days(t, found.issuer_id, found.from_date, found.to_date, campaign_id)))
        binning.take(t, BinKind.CAMPAIGN, campaign_id)
        audit.note(t, Verb.RESTORE_CAMPAIGN, KIND, campaign_id, after=found)
        t.result = str(campaign_id)
    return found


def erase(who: Actor, campaign_id: UUID, key: UUID | None = None) -> Campaign:
    """Erase a campaign of the bin for good. Raises NotFound, NotAllowed."""
    with transaction(who, key) as t:
        found = in_transaction(t, campaign_id)
        permissions.require(who, Verb.DISCARD_CAMPAIGN, found)
        if store.has_quotas(t, campaign_id):
            raise NotAllowed("Phong trào này đã đặt hạn mức nên chưa xoá hẳn được. Anh/chị khôi phục, bỏ hạn mức ở «Danh sách và hạn mức» rồi bỏ lại.")
        binning.take(t, BinKind.CAMPAIGN, campaign_id)
        store.erase(t, campaign_id)
        audit.note(t, Verb.ERASE, KIND, campaign_id, before=found, detail="Xoá hẳn khỏi Thùng rác.")
        t.result = str(campaign_id)
    return found


def as_new_year(who: Actor, campaign_id: UUID, year: int, key: UUID | None = None) -> Campaign:
    """Take a campaign over into another year: papers, fields and criteria stay, dates move, the name's year too."""
    with transaction(who, key) as t:
        old = _seen(t, who, campaign_id)
        step = year - old.from_date.year
        data = CampaignInput(
            issuer_id=old.issuer_id,
            name=old.name.replace(str(old.from_date.year), str(year)),
            kind=old.kind,
            from_date=_moved(old.from_date, step),
            to_date=_moved(old.to_date, step),
            level=old.level,
            aim=old.aim,
            pass_mark=old.pass_mark,
            papers=old.papers,
            deadlines={stage: _moved(day, step) for stage, day in old.deadlines.items()},
            fields=old.fields,
            criteria=tuple(Criterion(c.name, c.max_points, c.guidance, c.bonus, proof=c.proof) for c in old.criteria),
        )
        made = save(who, data)
        t.result = str(made.id)
    return made


def _moved(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def stage_refusal(campaign: Campaign, stage: Stage, today: date) -> str | None:
    """The sentence why a stage takes no entries today, or None: for the forms and the actions of later rooms."""
    return rules.check_open(
        campaign.state.label,
        launched=campaign.state is CampaignState.LAUNCHED,
        deadline=campaign.deadline(stage),
        today=today,
        stage=stage,
    )


def _twice(t: Transaction, data: CampaignInput, but: UUID | None) -> dict[str, str]:
    assert data.from_date is not None
    assert data.to_date is not None
    return rules.check_not_twice(data.name, store.in_days(t, data.issuer_id, data.from_date, data.to_date, but))


def _refuse(wrong: dict[str, str]) -> None:
    if wrong:
        raise Invalid(wrong)


def _empty(data: CampaignInput) -> Campaign:
    """The campaign to be, only to ask for the right."""
    day = data.from_date or dates.today()
    return Campaign(
        id=UUID(int=0), code="", issuer_id=data.issuer_id, issuer_name="", name=data.name, kind=data.kind, level="", aim="", papers=(),
        from_date=day, to_date=day, deadlines={}, fields=(), criteria=(), pass_mark=0, state=CampaignState.DRAFT, launched_at=None, version=0,
    )
