"""Looking at covenants: one as a person may read it, many, the comparison, what waits for whom."""

from collections.abc import Sequence
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignState
from recognition.catalogue import actions as catalogue
from recognition.covenants import rules, store
from recognition.covenants.actions import ground
from recognition.covenants.actions.ground import KIND
from recognition.covenants.rules import reading as figures
from recognition.covenants.rules import reporting
from recognition.covenants.store import lists
from recognition.covenants.terms import (
    Covenant,
    Direction,
    Edition,
    Line,
    Own,
    Party,
    Place,
    Result,
    Standing,
    State,
    Target,
)
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import reading
from recognition.hall.words import Role, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import HistoryLine
from recognition.units import actions as units
from vietnamese import dates, numbers

_CAMPAIGNS = 200


def get(who: Actor, covenant_id: UUID) -> Covenant:
    """One covenant with the reports that `who` may read; of the others only their state. Raises NotFound."""
    with reading(who) as t:
        found = ground.seen(t, who, covenant_id)
    return reporting.masked(found, ground.own_units(who, found), whole=ground.reads_all(who, found))


def find(who: Actor, search: str = "", state: State | None = None, page: Page | None = None) -> Found[Line]:
    """One page of the covenants that `who` may see, the newest first. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_COVENANTS)
    page = page or Page()
    with reading(who) as t:
        found = lists.count(t, who, search)
        rows = lists.page(t, who, search, state, None, page.limit, page.offset)
    return Found(tuple(rows), found.get(state, 0) if state else sum(found.values()))


def counts(who: Actor, search: str = "") -> dict[State, int]:
    """How many covenants that `who` may see stand in each state. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_COVENANTS)
    with reading(who) as t:
        return lists.count(t, who, search)


def of_campaign(who: Actor, campaign_id: UUID) -> list[Line]:
    """The covenants of a campaign that `who` may see; none for whoever sees no covenant at all."""
    if not permissions.allowed(who, Verb.SEE_COVENANTS):
        return []
    with reading(who) as t:
        return lists.page(t, who, "", None, campaign_id, _CAMPAIGNS, 0)


def editions(who: Actor, covenant_id: UUID) -> list[Edition]:
    """Every text that was offered, the newest first. Raises NotFound."""
    with reading(who) as t:
        ground.seen(t, who, covenant_id)
        return store.editions(t, covenant_id)


def history(who: Actor, covenant_id: UUID) -> list[HistoryLine]:
    """What happened to a covenant, the newest first. Raises NotFound, also for whoever does not read all of it: it quotes reports."""
    with reading(who) as t:
        found = ground.seen(t, who, covenant_id)
        return nominations.told(t, KIND, covenant_id) if ground.reads_all(who, found) else []


# -- the comparison ----------------------------------------------------------------------------------------------------


def standings(covenant: Covenant) -> list[Standing]:
    """The parties by points, the highest first; rank among the confirmed."""
    return reporting.standings(covenant.targets, covenant.parties)


def places(covenant: Covenant, target: Target) -> list[Place]:
    """The parties that reported beside one target, the best first."""
    return reporting.places(target, covenant.parties)


def total(covenant: Covenant, party: Party) -> int | None:
    """A party's points in hundredths: as confirmed, else its own."""
    return reporting.total(covenant.targets, party.report.results) if party.report else None


def full_points(covenant: Covenant) -> int:
    """The most that can be reached, whole points."""
    return sum(target.points or 0 for target in covenant.targets)


def wanted(target: Target) -> str:
    """`Ít nhất 95 %`, `Không quá 2 vụ`, or the words."""
    said = figures.written(target.wanted, target.measure, target.wanted_words)
    return said if target.direction is Direction.WORDS else f"{target.direction.label} {said}"


def reached(target: Target, result: Result) -> str:
    """`97,5 %`, or the words; remarks beside a number."""
    number = figures.written(result.reached, target.measure)
    return ". ".join(part for part in (number, result.words) if part)


def points(hundredths: int | None) -> str:
    """`8,5`; nothing for none."""
    return "" if hundredths is None else numbers.decimal(hundredths)


def post_words(covenant: Covenant, party: Party) -> str:
    """`Trưởng cụm`, `Phó trưởng khối`, or nothing."""
    return rules.post_words(party.post, covenant.cluster)


# -- rights and what waits ---------------------------------------------------------------------------------------------


def may(who: Actor, verb: Verb, case: Covenant | Party) -> bool:
    """Whether `who` may do `verb` on a covenant or for a party, whatever state it is in."""
    return permissions.allowed(who, verb, case)


def joins(who: Actor, covenant: Covenant) -> tuple[Party, ...]:
    """The parties for which `who` joins now."""
    return tuple(
        party for party in covenant.parties if may(who, Verb.JOIN_COVENANT, party) and rules.check_join(covenant, party, covenant.edition) is None
    )


def reports(who: Actor, covenant: Covenant) -> tuple[Party, ...]:
    """The parties for which `who` writes a report now."""
    today = dates.today()
    return tuple(party for party in covenant.parties if may(who, Verb.REPORT_COVENANT, party) and reporting.refusal(covenant, party, today) is None)


def report_refusal(covenant: Covenant, party: Party) -> str | None:
    """Why a party reports nothing now, or None."""
    return reporting.refusal(covenant, party, dates.today())


def to_join(who: Actor) -> list[Own]:
    """Covenants that the leader's own units have not joined. Raises NotAllowed."""
    permissions.require(who, Verb.JOIN_COVENANT)
    with reading(who) as t:
        return lists.to_join(t, who.units(Role.UNIT_LEADER, subtree=False))


def to_report(who: Actor) -> list[Own]:
    """Covenants that the person's own units must report on now: near the last day, past it, or sent back. Raises NotAllowed."""
    permissions.require(who, Verb.REPORT_COVENANT)
    today = dates.today()
    with reading(who) as t:
        found = lists.to_report(t, who.units(Role.NOMINATOR, Role.UNIT_LEADER, subtree=False), today)
    return [own for own in found if own.returned or (own.day is not None and today >= reporting.asked_from(own.day))]


def unfinished(who: Actor) -> list[Line]:
    """Covenants of the secretary's organs that have not ended, the earliest first. Raises NotAllowed."""
    permissions.require(who, Verb.DRAW_COVENANT)
    with reading(who) as t:
        return lists.unfinished(t, who.issuers(Role.SECRETARY))


def asked(line: Line) -> bool:
    """Whether reports are asked for by now."""
    return dates.today() >= reporting.asked_from(line.report_by)


# -- choices of the form -----------------------------------------------------------------------------------------------


def issuer_choices(who: Actor) -> dict[UUID, str]:
    """Organs at work whose secretary `who` is."""
    today, mine = dates.today(), who.issuers(Role.SECRETARY)
    return {each.id: " ".join(each.name.split()) for each in catalogue.issuers(who) if each.id in mine and (each.to_date is None or each.to_date >= today)}


def campaign_choices(who: Actor) -> dict[UUID, str]:
    """Campaigns that were launched and are not over, that `who` keeps."""
    found = campaigns.find(who, state=CampaignState.LAUNCHED, limit=_CAMPAIGNS)
    return {row.id: row.name for row in found.rows}


def unit_choices(who: Actor) -> dict[UUID, str]:
    """Living units by name as the tree stands; clusters are groups and sign nothing."""
    return {node.unit.id: node.unit.name for node in units.tree(who) if node.unit.kind.value != "cluster"}


def cluster_choices(who: Actor) -> dict[UUID, str]:
    """Registered emulation clusters and blocks."""
    return {unit.id: unit.name for unit in units.clusters(who)}


def units_from(who: Actor, source: UUID) -> Sequence[UUID]:
    """The units of a campaign, or of a registered cluster, that a covenant may begin with."""
    known = unit_choices(who)
    with reading(who) as t:
        found = store.units_of_cluster(t, source, dates.today())
    if not found and source in campaign_choices(who):
        found = [line.unit_id for line in campaigns.units_of(who, source)]
    return [unit_id for unit_id in found if unit_id in known]
