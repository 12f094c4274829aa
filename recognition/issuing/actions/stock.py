"""Pre-printed blanks (phôi): their size and picture, the ledger of sheets, and whether it agrees with the register."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from certificates import Refused, render_image, resized
from certificates.pictures import MOST_BYTES, open_picture
from db import blobs
from documents import sheets
from documents.sheets import SheetColumn
from recognition.hall import audit, kept_files, permissions, place
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, NotFound, Stale, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.issuing import rules, shop_rules
from recognition.issuing.actions import ground
from recognition.issuing.actions.drawing import frozen
from recognition.issuing.shop_terms import Blank, Standing, StockEntry, StockKind
from recognition.issuing.store import certificates as certificate_store
from recognition.issuing.store import stock as store
from vietnamese import dates

KIND = "blank"
LEAST, MOST_MM, MOST_SHEETS = 100.0, 1200.0, 1_000_000
PICTURE_MB = MOST_BYTES // 1024 // 1024
"""Largest picture of a blank."""
_COLUMNS = (
    SheetColumn("Ngày", "date"), SheetColumn("Việc", width=12), SheetColumn("Nhập", "number", 10, total=True), SheetColumn("Đã dùng", "number", 10, total=True),
    SheetColumn("Hỏng", "number", 10, total=True), SheetColumn("Trả lại", "number", 10, total=True), SheetColumn("Còn", "number", 10), SheetColumn("Quyết định", width=18),
    SheetColumn("Diễn giải", width=45),
)  # fmt: skip


def standings(who: Actor) -> list[Standing]:
    """Every blank of the issuers of `who`: what came, what went, what the register says. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_CERTIFICATES)
    with reading(who) as t:
        return [store.standing(t, blank) for blank in store.every(t, list(who.issuers(Role.CLERK, Role.SECRETARY)))]


def disagreements(standing: Standing) -> tuple[str, ...]:
    """Where ledger and register differ, one sentence each."""
    return shop_rules.agreement(standing.used + standing.spoiled, standing.printed, standing.spoiled, standing.register_spoiled)


def low(who: Actor) -> list[Standing]:
    """Blanks of which too few sheets are left, for the clerk."""
    return [each for each in standings(who) if each.is_low and each.blank.issuer_id in who.issuers(Role.CLERK)]


def get(t: Transaction, who: Actor, blank_id: UUID, verb: Verb) -> Blank:
    """A blank of an issuer of `who`. Raises NotFound, NotAllowed."""
    found = store.get(t, blank_id)
    if found is None or found.issuer_id not in who.issuers(Role.CLERK, Role.SECRETARY):
        raise NotFound()
    permissions.require(who, verb, found)
    return found


def save(
    who: Actor, issuer_id: UUID, name: str, width: float | None, height: float | None, low: int | None, picture: bytes | None = None,
    *, blank_id: UUID | None = None, version: int = 0, key: UUID | None = None,
) -> Blank:
    """A new kind of blank, or a changed one; without a new picture the old one stays. Raises NotFound, Stale, Invalid."""
    check = Entry()
    said = check.line("name", name, "Tên phôi", most=100)
    wide, high = _mm(check, "width", width, "Chiều ngang"), _mm(check, "height", height, "Chiều dọc")
    least = check.whole("low", low, "Số tờ báo sắp hết", most=MOST_SHEETS)
    check.done()
    with transaction(who, key) as t:
        old = get(t, who, blank_id, Verb.KEEP_STOCK) if blank_id else None
        made = Blank(old.id if old else uuid4(), old.issuer_id if old else issuer_id, said, wide, high, old.picture if old else None, least, version or 1)
        permissions.require(who, Verb.KEEP_STOCK, made)
        if any(each.name == said and each.id != made.id for each in store.every(t, [made.issuer_id])):
            raise Invalid({"name": "Đã có phôi tên này. Anh/chị đặt tên khác."})
        if picture is not None:
            made = replace(made, picture=_kept(picture))
        if old is None:
            store.insert(t, made)
        elif not store.update(t, made):
            raise Stale()
        audit.note(t, Verb.KEEP_STOCK, KIND, made.id, before=_told(old) if old else None, after=_told(made))
        t.result = str(made.id)
    return made


def _told(blank: Blank) -> str:
    """For the log, which holds no fractions."""
    return f"{blank.name}, {blank.width:g} × {blank.height:g} mm, báo khi dưới {blank.low} tờ, ảnh {blank.picture or 'không có'}"


def _mm(check: Entry, field: str, value: float | None, label: str) -> float:
    if value is None or not LEAST <= value <= MOST_MM:
        check.refuse(field, f"{label} của phôi từ 100 đến 1.200 mm. Anh/chị đo lại tờ phôi.")
        return LEAST
    return float(value)


def _kept(picture: bytes) -> str:
    try:
        open_picture(picture)
    except Refused as wrong:
        raise Invalid({"picture": wrong.sentence}) from wrong
    return blobs.put(place.folder() / "files", picture)


def enter(
    who: Actor, blank_id: UUID, kind: str, sheets_: int | None, day: date | str | None, detail: str, decision_id: UUID | None = None, key: UUID | None = None
) -> StockEntry:
    """A line of the ledger. More than what is left cannot go. Raises NotFound, NotAllowed, Invalid."""
    with transaction(who, key) as t:
        blank = get(t, who, blank_id, Verb.KEEP_STOCK)
        check = Entry()
        what = check.choice("kind", kind, StockKind, "việc")
        count = check.whole("sheets", sheets_, "Số tờ", least=1, most=MOST_SHEETS)
        on = check.day("day", day, "Ngày", latest=dates.today())
        said = check.line("detail", detail, "Diễn giải", required=what in (StockKind.SPOILED, StockKind.RETURNED))
        check.done()
        left = shop_rules.balance(store.amounts(t, blank_id))
        wrong = shop_rules.may_book(what, count, left)
        refuse({"sheets": wrong} if wrong else {})
        after = left + count if what is StockKind.RECEIVED else left - count
        made = StockEntry(uuid4(), what, count, on, said, "", after)
        store.enter(t, made, blank_id, decision_id, who.account_id, dates.now_utc())
        audit.note(t, Verb.KEEP_STOCK, KIND, blank_id, after=made, case=blank, detail=f"{what.label} {count} tờ")
        t.result = str(made.id)
    return made


def ledger(who: Actor, blank_id: UUID) -> list[StockEntry]:
    """The ledger of one blank, each line with what was left. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        get(t, who, blank_id, Verb.SEE_CERTIFICATES)
        return store.entries(t, blank_id)


def ledger_excel(who: Actor, blank_id: UUID) -> bytes:
    """The ledger as a workbook. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        blank = get(t, who, blank_id, Verb.SEE_CERTIFICATES)
        rows = store.entries(t, blank_id)
    cells = [
        (row.day, row.kind.label, *(row.sheets if row.kind is kind else None for kind in StockKind), row.left, row.decision, row.detail) for row in rows
    ]
    return sheets.table("SỔ THEO DÕI PHÔI", _COLUMNS, cells, subtitle=blank.name, sheet="Sổ phôi")


def picture(who: Actor, award_id: UUID, layout: str, blank_id: UUID, *, dpi: int = 96) -> bytes:
    """A paper as it will stand on the blank: the words, over the blank's picture shown pale. Never for printing.

    An issued paper is shown with its frozen facts and layout, another with `layout`. Raises NotFound, NotAllowed, Invalid, Unavailable.
    """
    with reading(who) as t:
        award = ground.award(t, who, award_id, Verb.SEE_CERTIFICATES)
        blank = get(t, who, blank_id, Verb.SEE_CERTIFICATES)
        issued = certificate_store.of_award_in_use(t, award_id)
        kept = ground.kept_layout(t, issued[-1].layout_version) if issued else None
    facts = frozen(issued[-1]) if issued else rules.facts_of(award)
    try:
        ghost = kept_files.content(blank.picture, "Ảnh phôi", "Anh/chị tải ảnh lên lại.") if blank.picture else None
        fitted = resized(kept or ground.layout(layout), blank.width, blank.height, words_only=True)
        return render_image(fitted, facts, dpi=dpi, overprint=True, ghost=ghost)
    except Refused as wrong:
        raise Invalid({"": wrong.sentence}) from wrong
