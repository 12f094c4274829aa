"""The ledger as Excel and CSV: a row for each claim; what is counted stands beside what was reported."""

from decimal import Decimal

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.words import Verb
from recognition.ledger.actions import reading
from recognition.ledger.terms import Asked, Ledger, Line
from vietnamese import dates, numbers

_COLUMNS = ("Năm", "Phong trào", "Lĩnh vực", "Đơn vị kê", "Mô hình", "Chỉ số", "Việc, nơi", "Số kê", "Sổ tính", "Đơn vị tính", "Cách tính", "Thẩm định", "Tệp minh chứng")
_NUMBERS = frozenset({"Số kê", "Sổ tính", "Tệp minh chứng"})
Cell = str | int | Decimal


def workbook(who: Actor, asked: Asked) -> bytes:
    """The ledger as .xlsx; its subtitle says the totals and what is still a question. Raises NotAllowed, NotFound."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    permissions.require(who, Verb.EXPORT)
    found = reading.ledger(who, asked)
    columns = [sheets.SheetColumn(title, "number" if title in _NUMBERS else "text") for title in _COLUMNS]
    return sheets.table("Sổ kết quả", columns, [_cells(line) for line in found.lines], subtitle=_subtitle(found), paper="A3")


def csv_file(who: Actor, asked: Asked) -> bytes:
    """The same rows as CSV for other programs. Raises NotAllowed, NotFound."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    permissions.require(who, Verb.EXPORT)
    return sheets.csv_table(_COLUMNS, [_cells(line) for line in reading.ledger(who, asked).lines])


def _subtitle(found: Ledger) -> str:
    said = [f"{total.label}: {numbers.decimal(total.counted)} {total.unit}" + (f" (còn hỏi {numbers.decimal(total.doubtful)})" if total.doubtful else "") for total in found.totals]
    return "; ".join([*said, f"lập ngày {dates.short(dates.today())}"]) + "."


def _cells(line: Line) -> list[Cell]:
    claim = line.claim
    return [
        str(claim.year), claim.campaign_name, claim.field.label, claim.unit_name, f"{claim.model_code} {claim.model_name}", claim.figure.label, claim.figure.about,
        _number(claim.amount), _number(line.counted), claim.figure.unit, reading.standing_words(line), "Đã thẩm định" if claim.checked else "Chưa thẩm định", claim.files,
    ]  # fmt: skip


def _number(hundredths: int) -> int | Decimal:
    return hundredths // 100 if hundredths % 100 == 0 else Decimal(hundredths) / 100
