"""Printers: the sheet to measure, readings in, correction out, a proof to look at; one for each printer × tray × paper × direction."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID, uuid4

from certificates import Refused
from certificates.calibration import fit, marks
from certificates.calibration_sheet import CORNERS, write_sheet
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, NotFound, Stale
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.issuing.shop_terms import Orientation, Printer
from recognition.issuing.store import printers as store
from vietnamese import dates

KIND = "printer"
PAPERS = {"A4": (297.0, 210.0), "A3": (420.0, 297.0), "A5": (210.0, 148.0)}
_MEASURES = "Khổ riêng"


def every(who: Actor) -> list[Printer]:
    """Every printer that was named. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_CERTIFICATES)
    with reading(who) as t:
        return store.every(t)


def add(
    who: Actor, printer: str, tray: str, paper: str, orientation: str, measures: tuple[float, float] | None = None, key: UUID | None = None
) -> Printer:
    """Name a printer × tray × paper × direction; `measures` in mm for a paper that is not A3, A4, A5. Raises NotAllowed, Invalid."""
    permissions.require(who, Verb.CALIBRATE)
    check = Entry()
    name, slot = check.line("printer", printer, "Tên máy in", most=80), check.line("tray", tray, "Khay giấy", most=60)
    lies = check.choice("orientation", orientation, Orientation, "chiều giấy")
    longer, shorter = PAPERS.get(paper) or _own_size(check, measures)
    check.done()
    width, height = (longer, shorter) if lies is Orientation.LANDSCAPE else (shorter, longer)
    said = paper if paper in PAPERS else f"{longer:g} × {shorter:g} mm".replace(".", ",")
    with transaction(who, key) as t:
        if any((each.printer, each.tray, each.paper, each.orientation) == (name, slot, said, lies) for each in store.every(t)):
            raise Invalid({"printer": "Máy in, khay, khổ và chiều giấy này đã có. Anh/chị chọn trong danh sách để hiệu chỉnh lại."})
        made = Printer(uuid4(), name, slot, said, lies, width, height, (), None, None, 1)
        store.insert(t, made)
        audit.note(t, Verb.CALIBRATE, KIND, made.id, after=made.title)
        t.result = str(made.id)
    return made


def _own_size(check: Entry, measures: tuple[float, float] | None) -> tuple[float, float]:
    if measures is None or not all(100 <= value <= 1200 for value in measures):
        check.refuse("paper", "Anh/chị nhập khổ giấy từ 100 đến 1.200 mm mỗi chiều.")
        return PAPERS["A4"]
    return max(measures), min(measures)


def _get(t: Transaction, printer_id: UUID) -> Printer:
    found = store.get(t, printer_id)
    if found is None:
        raise NotFound()
    return found


def sheet(who: Actor, printer_id: UUID, *, proof: bool = False) -> bytes:
    """The sheet of crosses and rulers as PDF; with `proof` printed through the correction, to be measured once more.

    Raises NotAllowed, NotFound, Invalid (a proof without a correction).
    """
    permissions.require(who, Verb.CALIBRATE)
    with reading(who) as t:
        found = _get(t, printer_id)
    if proof and found.calibration is None:
        raise Invalid({"": "Máy in này chưa có hiệu chỉnh. Anh/chị in tờ đo, nhập tám số đo trước."})
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "to-do.pdf"
        write_sheet(out, found.width, found.height, found.calibration if proof else None)
        return out.read_bytes()


def nominal(printer: Printer) -> list[tuple[str, float, float]]:
    """Where the crosses are on a perfect print: (corner, mm from the left, mm from the top)."""
    return [(corner, x, y) for corner, (x, y) in zip(CORNERS, marks(printer.width, printer.height), strict=True)]


def correct(who: Actor, printer_id: UUID, version: int, readings: Sequence[float | None], key: UUID | None = None) -> Printer:
    """Fit and keep the correction from eight readings in mm: left and top of crosses 1 to 4.

    Raises NotAllowed, NotFound, Stale, Invalid (field `reading:N`, or the whole when no printer gives such readings).
    """
    permissions.require(who, Verb.CALIBRATE)
    missing = {f"reading:{number}": "Anh/chị chưa nhập số đo này." for number, value in enumerate(readings) if value is None}
    if missing or len(readings) != 8:
        raise Invalid(missing or {"": "Cần đúng tám số đo."})
    measured = tuple(float(value) for value in readings if value is not None)
    with transaction(who, key) as t:
        before = _get(t, printer_id)
        if before.version != version:
            raise Stale()
        try:
            found = fit(marks(before.width, before.height), list(zip(measured[::2], measured[1::2], strict=True)))
        except Refused as wrong:
            raise Invalid({"": wrong.sentence}) from wrong
        store.fitted(t, printer_id, version, measured, found, who.account_id, dates.now_utc())
        after = _get(t, printer_id)
        audit.note(t, Verb.CALIBRATE, KIND, printer_id, before=_told(before), after=_told(after))
        t.result = str(printer_id)
    return after


def _told(printer: Printer) -> str:
    """For the log, which holds no fractions."""
    return f"{printer.title}: {printer.calibration.to_json() if printer.calibration else 'chưa hiệu chỉnh'}"


def remove(who: Actor, printer_id: UUID, version: int, key: UUID | None = None) -> None:
    """Take a printer off the list. Raises NotAllowed, NotFound, Stale."""
    permissions.require(who, Verb.CALIBRATE)
    with transaction(who, key) as t:
        before = _get(t, printer_id)
        if not store.remove(t, printer_id, version, dates.now_utc()):
            raise Stale()
        audit.note(t, Verb.CALIBRATE, KIND, printer_id, before=before.title, detail="Bỏ khỏi danh sách")
        t.result = str(printer_id)
