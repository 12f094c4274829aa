"""SQL of mid-term notes, and of the days from which the life of a model is told."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.dan_van_kheo.life_terms import Days, Note, NoteInput
from recognition.dan_van_kheo.store import figures_json, read_figures, seen_by
from recognition.hall.actor import Actor
from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction
from recognition.hall.words import ModelState
from vietnamese import dates, text


def insert(t: Transaction, model_id: UUID, year_id: UUID, data: NoteInput, by: UUID, at: datetime) -> UUID:
    """Store a note."""
    made = uuid4()
    t.run(
        """
        insert into model_note (id, model_id, model_year_id, on_date, done, figures, going, reason, by_account, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        made, model_id, year_id, data.on_date, text.clean_multiline(data.done), figures_json(data.figures), int(bool(data.going)),
        "" if data.going else text.clean(data.reason), by, at,
    )
    return made


def update(t: Transaction, note_id: UUID, data: NoteInput) -> None:
    """Put a note right; who wrote it and when stay."""
    t.run(
        "update model_note set on_date = $2, done = $3, figures = $4, going = $5, reason = $6 where id = $1",
        note_id, data.on_date, text.clean_multiline(data.done), figures_json(data.figures), int(bool(data.going)), "" if data.going else text.clean(data.reason),
    )  # fmt: skip


def delete(t: Transaction, note_id: UUID) -> None:
    """Take a note away."""
    t.run("delete from model_note where id = $1", note_id)


def notes(t: Transaction, model_id: UUID) -> list[Note]:
    """The notes of a model in all its years, the newest first."""
    rows = t.all(
        """
        select n.id, n.on_date, n.done, n.figures, n.going, n.reason, n.by_account, n.made_at, a.name as by_name
        from model_note n left join account a on a.id = n.by_account
        where n.model_id = $1 order by n.on_date desc, n.made_at desc, n.id
        """,
        model_id,
    )
    return [
        Note(
            row["id"], row["on_date"], row["done"], read_figures(row["figures"]), bool(row["going"]), row["reason"], row["by_name"] or "",
            row["by_account"], dates.to_local(row["made_at"]).date(),
        )
        for row in rows
    ]


def note_days(t: Transaction, year_id: UUID) -> list[date]:
    """The days of the notes that were written on one year."""
    return [row["on_date"] for row in t.all("select on_date from model_note where model_year_id = $1", year_id)]


def days(t: Transaction, model_ids: Collection[UUID]) -> dict[UUID, Days]:
    """What the life of each year of some models is told from, by the year's id."""
    years: dict[UUID, list[dict[str, Any]]] = {}
    for row in t.all(
        "select id, model_id, year, state, created_at, started_at, reported_at, recognised_at from model_year where model_id = any($1)", list(model_ids)
    ):
        years.setdefault(row["model_id"], []).append(row)
    told: dict[UUID, list[dict[str, Any]]] = {}
    for row in t.all("select model_id, on_date, going from model_note where model_id = any($1) order by on_date, made_at, id", list(model_ids)):
        told.setdefault(row["model_id"], []).append(row)
    return {row["id"]: _days(row, rows, told.get(model_id, [])) for model_id, rows in years.items() for row in rows}


def _days(year: dict[str, Any], years: Iterable[dict[str, Any]], told: list[dict[str, Any]]) -> Days:
    """One year's days. The start or report of another year of the same model shows it at work too."""
    others = [row for row in years if row["id"] != year["id"]]
    signs = [row["on_date"] for row in told if row["going"]]
    signs += [day for row in others for day in (_day(row["created_at"]), _day(row["started_at"]), _day(row["reported_at"])) if day is not None]
    stopped = told[-1]["on_date"] if told and not told[-1]["going"] else None
    if stopped is not None and any(day > stopped for day in signs):
        stopped = None
    registered = _day(year["created_at"])
    assert registered is not None
    return Days(
        ModelState(year["state"]), registered, _day(year["started_at"]), _day(year["reported_at"]), _day(year["recognised_at"]), tuple(sorted(signs)),
        stopped, year["state"] == ModelState.ENDED, all(row["year"] <= year["year"] for row in others),
    )  # fmt: skip


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else dates.to_local(moment).date()


def watched(t: Transaction, who: Actor, *, units: Collection[UUID] | None = None, quiet_since: date | None = None) -> dict[UUID, UUID]:
    """The newest years of living models that `who` may see → their models; of `units` only, or only those of which no note came since a day."""
    where: Conditions = seen_by(who)
    where.add("y.state in ('approved', 'working', 'recognised', 'outstanding', 'continued')")
    where.add("not exists (select 1 from model_year z where z.model_id = y.model_id and z.year > y.year)")
    if units is not None:
        where.add("m.unit_id = any({})", list(units))
    if quiet_since is not None:
        where.add("not exists (select 1 from model_note n where n.model_id = y.model_id and n.going = 1 and n.on_date >= {})", quiet_since)
    rows = t.all(f"select y.id, y.model_id from model_year y join exemplary_model m on m.id = y.model_id where {where.sql}", *where.values)
    return {row["id"]: row["model_id"] for row in rows}
