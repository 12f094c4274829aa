"""Printers with their corrections, and which batch was printed on what."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from certificates import Calibration
from recognition.hall.transaction import Transaction
from recognition.issuing.shop_terms import Orientation, Printer

_SELECT = "select id, printer, tray, paper, orientation, width, height, readings, correction, fitted_at, version from printer_setting"


def _printer(row: dict[str, Any]) -> Printer:
    correction = Calibration.from_json(row["correction"]) if row["correction"] else None
    readings = tuple(float(value) for value in json.loads(row["readings"])) if row["readings"] else ()
    return Printer(
        row["id"], row["printer"], row["tray"], row["paper"], Orientation(row["orientation"]), row["width"] / 100, row["height"] / 100,
        readings, correction, row["fitted_at"], row["version"],
    )  # fmt: skip


def every(t: Transaction) -> list[Printer]:
    """All printers in use, by name."""
    return [_printer(row) for row in t.all(f"{_SELECT} where removed_at is null order by printer, tray, paper, orientation, id")]


def get(t: Transaction, printer_id: UUID) -> Printer | None:
    """One printer in use."""
    row = t.one(f"{_SELECT} where id = $1 and removed_at is null", printer_id)
    return None if row is None else _printer(row)


def insert(t: Transaction, made: Printer) -> None:
    """A new printer × tray × paper × direction, not corrected yet."""
    t.run(
        """
        insert into printer_setting (id, printer, tray, paper, orientation, width, height, readings, correction, error, fitted_by, fitted_at,
            removed_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, null, null, null, null, null, null, 1)
        """,
        made.id, made.printer, made.tray, made.paper, made.orientation.value, round(made.width * 100), round(made.height * 100),
    )  # fmt: skip


def fitted(t: Transaction, printer_id: UUID, version: int, readings: tuple[float, ...], found: Calibration, by: UUID, at: datetime) -> int:
    """Keep readings and correction; rows changed."""
    return t.run(
        """
        update printer_setting set readings = $3, correction = $4, error = $5, fitted_by = $6, fitted_at = $7, version = version + 1
        where id = $1 and version = $2 and removed_at is null
        """,
        printer_id, version, json.dumps(readings), found.to_json(), round(found.error * 100), by, at,
    )  # fmt: skip


def remove(t: Transaction, printer_id: UUID, version: int, at: datetime) -> int:
    """Take a printer off the list; rows changed."""
    return t.run("update printer_setting set removed_at = $3, version = version + 1 where id = $1 and version = $2 and removed_at is null", printer_id, version, at)


def log_run(t: Transaction, decision_id: UUID, blank_id: UUID | None, printer_id: UUID | None, sheets: int, by: UUID, at: datetime) -> None:
    """A batch went to paper."""
    t.run(
        "insert into print_run (id, decision_id, blank_id, printer_id, sheets, printed_by, printed_at) values ($1, $2, $3::uuid, $4::uuid, $5, $6, $7)",
        uuid4(), decision_id, blank_id, printer_id, sheets, by, at,
    )  # fmt: skip
