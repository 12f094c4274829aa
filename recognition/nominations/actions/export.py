"""The list as a workbook or as CSV."""

from datetime import date

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.nominations.store import lists
from recognition.nominations.terms import Filters, NominationLine
from vietnamese import dates

MOST = 20_000
_COLUMNS = ("Mã", "Loại", "Loại hình", "Người / tập thể", "Việc", "Đơn vị", "Hình thức đề nghị", "Phong trào", "Ngày việc", "Bước", "Ngày gửi")
_DATES = ("Ngày việc", "Ngày gửi")


def workbook(who: Actor, filters: Filters) -> bytes:
    """The cases that `who` may see as .xlsx, at most 20,000 rows, the newest first. Raises NotAllowed."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    columns = [sheets.SheetColumn(title, "date" if title in _DATES else "text") for title in _COLUMNS]
    return sheets.table("Đề nghị khen thưởng", columns, _rows(who, filters), subtitle=f"Lập {dates.long(dates.today())}")


def csv_file(who: Actor, filters: Filters) -> bytes:
    """The same rows as CSV for other programs; Excel opens it rightly too. Raises NotAllowed."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    return sheets.csv_table(_COLUMNS, _rows(who, filters))


def _rows(who: Actor, filters: Filters) -> list[list[str | date | None]]:
    permissions.require(who, Verb.EXPORT)
    permissions.require(who, Verb.SEE_NOMINATIONS)
    with reading(who) as t:
        return [_cells(row) for row in lists.page(t, who, filters, MOST, 0)]


def _cells(row: NominationLine) -> list[str | date | None]:
    sent = dates.to_local(row.sent_at).date() if row.sent_at else None
    return [
        row.code, row.subject.label, row.commendation.label, row.recipient_name, row.title, row.unit_name, row.award_name, row.campaign_name,
        row.deed_date, row.state.label, sent,
    ]  # fmt: skip
