"""The register of disciplines and holds: kept by secretaries, seen by them and by those whom it concerns."""

from datetime import date
from uuid import UUID, uuid4

from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import NotFound, Stale
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, Verb
from recognition.nominations import actions as nominations
from recognition.people import actions as people
from recognition.screening.holding import MeasureInput, MeasureKind, MeasureLine, check
from recognition.screening.store import holding as store
from recognition.units import actions as units
from vietnamese import dates

KIND = "measure"


def record(who: Actor, data: MeasureInput, key: UUID | None = None) -> MeasureLine:
    """Write a discipline or a hold. From its first day on nothing of that recipient is sent, voted on or signed.

    Raises NotAllowed, NotFound (the person, unit or case), Invalid.
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_DISCIPLINE)
        tidy = check(data, dates.today())
        if tidy.person_id is not None:
            people.get(who, tidy.person_id)
        elif tidy.unit_id is not None:
            units.get(who, tidy.unit_id)
        elif tidy.nomination_id is not None:
            nominations.get(who, tidy.nomination_id)
        made = uuid4()
        store.insert(t, made, tidy, who.account_id)
        found = store.get(t, made)
        assert found is not None
        audit.note(t, Verb.MANAGE_DISCIPLINE, KIND, made, after=found, detail=f"{found.kind.label}: {found.whom}, {found.paper}.")
        t.result = str(made)
    return found


def end(who: Actor, measure_id: UUID, version: int, last_day: date | None, paper: str, key: UUID | None = None) -> MeasureLine:
    """Let a measure end: a discipline that was served, a hold that was cleared by a paper. The cases go on.

    Raises NotAllowed, NotFound, Stale, Invalid.
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_DISCIPLINE)
        before = store.get(t, measure_id)
        if before is None:
            raise NotFound()
        entry = Entry()
        last = entry.day("to_date", last_day, "Ngày cuối", latest=dates.today())
        entry.order("to_date", before.from_date, last, ("Từ ngày", "Ngày cuối"))
        said = entry.line("cleared_paper", paper, "Số, ngày văn bản kết luận", most=200)
        entry.done()
        if before.version != version or not store.end(t, before, last, said):
            raise Stale()
        after = store.get(t, measure_id)
        assert after is not None
        what = "Chấp hành xong" if before.kind is MeasureKind.DISCIPLINE else "Hết tạm dừng xét"
        audit.note(t, Verb.MANAGE_DISCIPLINE, KIND, measure_id, before=before, after=after, detail=f"{what}: {after.whom}, {said}.")
        t.result = str(measure_id)
    return after


def register(who: Actor, search: str = "", page: Page | None = None, *, running: bool | None = None) -> Found[MeasureLine]:
    """The register, what runs first. Raises NotAllowed to everybody but secretaries."""
    permissions.require(who, Verb.MANAGE_DISCIPLINE)
    page = page or Page()
    with reading(who) as t:
        rows, total = store.find(t, search, running, dates.today(), page.limit, page.offset)
    return Found(rows, total)


def concerning(who: Actor) -> tuple[MeasureLine, ...]:
    """What the register says of the person themself, and of the units that they lead; nothing else."""
    led = sorted(who.units(Role.UNIT_LEADER, subtree=False), key=str)
    if who.person_id is None and not led:
        return ()
    with reading(who) as t:
        return store.concerning(t, who.person_id, led)
