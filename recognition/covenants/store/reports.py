"""SQL of reports, their results and the files of a covenant."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.covenants.terms import KeptFile, Report, ReportState, Result
from recognition.hall.errors import fresh
from recognition.hall.transaction import Transaction


def reports_of(t: Transaction, covenant_id: UUID) -> dict[UUID, Report]:
    """The reports of a covenant, by the party's unit."""
    told: dict[UUID, dict[UUID, Result]] = {}
    for row in t.all("select unit_id, target_id, reached, words, points, checked from covenant_result where covenant_id = $1", covenant_id):
        told.setdefault(row["unit_id"], {})[row["target_id"]] = Result(row["reached"], row["words"], row["points"], row["checked"])
    rows = t.all(
        """
        select r.unit_id, r.state, r.note, r.reason, coalesce(a.name, '') as sent_by, r.sent_at, r.version
        from covenant_report r left join account a on a.id = r.sent_by where r.covenant_id = $1
        """,
        covenant_id,
    )
    return {row["unit_id"]: _report(row, told.get(row["unit_id"], {})) for row in rows}


def _report(row: Mapping[str, Any], results: dict[UUID, Result]) -> Report:
    return Report(ReportState(row["state"]), row["note"], row["reason"], row["sent_by"], row["sent_at"], row["version"], results)


def send(t: Transaction, covenant_id: UUID, unit_id: UUID, version: int, results: Mapping[UUID, Result], note: str, by: UUID, at: datetime) -> None:
    """Keep a report; `version` of the one that came back, 0 for the first. Raises Stale."""
    if version:
        changed = t.run(
            """
            update covenant_report set state = 'sent', note = $4, reason = '', sent_by = $5, sent_at = $6, decided_by = null, decided_at = null, version = version + 1
            where covenant_id = $1 and unit_id = $2 and version = $3
            """,
            covenant_id, unit_id, version, note, by, at,
        )  # fmt: skip
        fresh(changed)
        t.run("delete from covenant_result where covenant_id = $1 and unit_id = $2", covenant_id, unit_id)
    else:
        t.run(
            """
            insert into covenant_report (covenant_id, unit_id, state, note, reason, sent_by, sent_at, decided_by, decided_at, version)
            values ($1, $2, 'sent', $3, '', $4, $5, null, null, 1)
            """,
            covenant_id, unit_id, note, by, at,
        )  # fmt: skip
    t.many(
        "insert into covenant_result (covenant_id, unit_id, target_id, reached, words, points, checked) values ($1, $2, $3, $4, $5, $6, null)",
        [(covenant_id, unit_id, target_id, each.reached, each.words, each.points) for target_id, each in results.items()],
    )


def decide(t: Transaction, covenant_id: UUID, unit_id: UUID, version: int, state: ReportState, reason: str, by: UUID, at: datetime) -> None:
    """Confirm a report or send it back. Raises Stale."""
    changed = t.run(
        """
        update covenant_report set state = $4, reason = $5, decided_by = $6, decided_at = $7, version = version + 1
        where covenant_id = $1 and unit_id = $2 and version = $3
        """,
        covenant_id, unit_id, version, state.value, reason, by, at,
    )  # fmt: skip
    fresh(changed)


def check(t: Transaction, covenant_id: UUID, unit_id: UUID, points: Mapping[UUID, int | None]) -> None:
    """Points as confirmed; None takes them away."""
    for target_id, checked in points.items():
        t.run(
            "update covenant_result set checked = $4 where covenant_id = $1 and unit_id = $2 and target_id = $3", covenant_id, unit_id, target_id, checked,
        )  # fmt: skip


# -- files -------------------------------------------------------------------------------------------------------------

_FILES = "select id, covenant_id, unit_id, blob, file_name, media_type, bytes from covenant_file"


def files(t: Transaction, covenant_id: UUID) -> list[KeptFile]:
    """All files of a covenant in the order in which they were added."""
    return [KeptFile(**row) for row in t.all(f"{_FILES} where covenant_id = $1 order by added_at, id", covenant_id)]


def file(t: Transaction, file_id: UUID) -> KeptFile | None:
    """One file."""
    row = t.one(f"{_FILES} where id = $1", file_id)
    return KeptFile(**row) if row else None


def add_file(t: Transaction, kept: KeptFile, by: UUID, at: datetime) -> None:
    """Hang a file on a covenant or on a party's report."""
    t.run(
        "insert into covenant_file (id, covenant_id, unit_id, blob, file_name, media_type, bytes, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        kept.id, kept.covenant_id, kept.unit_id, kept.blob, kept.file_name, kept.media_type, kept.bytes, by, at,
    )  # fmt: skip


def remove_file(t: Transaction, file_id: UUID) -> None:
    """Take a file off."""
    t.run("delete from covenant_file where id = $1", file_id)
