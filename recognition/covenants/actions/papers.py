"""A covenant on paper: the text to sign as Word, the comparison as Excel and CSV."""

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.covenants.actions import ground
from recognition.covenants.actions import reading as looking
from recognition.covenants.rules import reporting
from recognition.covenants.terms import Covenant, Party, Standing, State, Target, Way
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.units import actions as units
from vietnamese import dates, numbers

if TYPE_CHECKING:
    from documents import facts as papers

Cell = str | int | Decimal | None


def paper(who: Actor, covenant_id: UUID) -> bytes:
    """Giao ước thi đua as .docx in the organ's letterhead, with a place to sign for each party. Raises NotFound."""
    from documents import covenants as composer  # heavy: loaded when somebody asks for a file
    from documents import facts as papers

    found = looking.get(who, covenant_id)
    head, _ = catalogue.letterhead(None, found.issuer_id, dates.today())
    if found.signed_on is not None:
        head = replace(head, day=found.signed_on, dated=True)
    draft = found.state is State.DRAFT
    return composer.covenant_paper(
        papers.CovenantPaper(
            head, found.name, found.cluster, found.place, found.signed_on, found.from_date, found.to_date, found.report_by, tuple(filter(None, found.content.split("\n"))),
            tuple(_party(found, party) for party in found.parties),
            tuple(papers.CovenantTarget(each.name, looking.wanted(each), "" if each.points is None else numbers.integer(each.points)) for each in found.targets),
            "" if draft else f"{found.code}, bản {found.edition}, dấu vết nội dung {ground.mark_of(found)[:12]}", draft,
        )
    )  # fmt: skip


def _party(found: Covenant, party: Party) -> "papers.CovenantParty":
    """A party with who signs for it: named where its leader joined by account, else for the pen."""
    from documents.facts import CovenantParty, Signer

    unit = units.get(None, party.unit_id)
    usual = nominations.unit_signer(unit)
    joined = party.joined if party.joined and party.joined.way is Way.ACCOUNT else None
    post = joined.post.upper() if joined and joined.post else usual.post
    return CovenantParty(party.name, Signer(joined.signer if joined else "", post, (party.name.upper(),)), looking.post_words(found, party))


# -- the comparison ----------------------------------------------------------------------------------------------------


def workbook(who: Actor, covenant_id: UUID) -> bytes:
    """The comparison as .xlsx: a row for each party as they stand, result and points of every target. Raises NotAllowed, NotFound."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    permissions.require(who, Verb.EXPORT)
    found = looking.get(who, covenant_id)
    columns = [sheets.SheetColumn(title, "number" if number else "text") for title, number in _columns(found)]
    waiting = sum(one.rank is None for one in looking.standings(found))
    note = f" Còn {waiting} đơn vị chưa có kết quả xác nhận." if waiting else ""
    return sheets.table(f"So sánh kết quả: {found.name}", columns, _rows(found), subtitle=f"{found.code}, bản {found.edition}. Lập {dates.long(dates.today())}.{note}", paper="A3")


def csv_file(who: Actor, covenant_id: UUID) -> bytes:
    """The same rows as CSV for other programs. Raises NotAllowed, NotFound."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    permissions.require(who, Verb.EXPORT)
    found = looking.get(who, covenant_id)
    return sheets.csv_table([title for title, _ in _columns(found)], _rows(found))


def _columns(found: Covenant) -> list[tuple[str, bool]]:
    """Titles, and whether a column holds numbers."""
    made = [("Xếp thứ", True), ("Đơn vị", False), ("Tình trạng", False), ("Tổng điểm", True), ("Chỉ tiêu đạt", False)]
    for target in found.targets:
        made.append((f"{target.position}. {target.name} ({looking.wanted(target)})", target.wanted is not None))
        if remarked(found, target):
            made.append((f"{target.position}. Ghi chú", False))
        if target.points is not None:
            made.append((f"{target.position}. Điểm (tối đa {target.points})", True))
    return [*made, ("Tự đánh giá", False)]


def _rows(found: Covenant) -> list[list[Cell]]:
    return [_row(found, one) for one in looking.standings(found)]


def _row(found: Covenant, one: Standing) -> list[Cell]:
    state = standing_words(one.party)
    cells: list[Cell] = [one.rank, one.party.name, state, _number(one.points), f"{one.met} trong {one.told}" if one.told else ""]
    for target in found.targets:
        cells += _result(target, one.party, remarks=remarked(found, target))
    return [*cells, one.party.report.note if one.party.report and reporting.sent(one.party) else ""]


def remarked(found: Covenant, target: Target) -> bool:
    """Whether any party says something beside the number of a target."""
    return target.wanted is not None and any(party.report.results[target.id].words for party in found.parties if party.report and target.id in party.report.results)


def _result(target: Target, party: Party, *, remarks: bool) -> list[Cell]:
    result = party.report.results.get(target.id) if party.report and reporting.sent(party) else None
    cells: list[Cell] = [None if result is None else result.words if target.wanted is None else _number(result.reached)]
    if remarks:
        cells.append(result.words if result else None)
    if target.points is not None:
        cells.append(_number(reporting.counted(result)) if result else None)
    return cells


def standing_words(party: Party) -> str:
    """Where a party stands in the covenant, in words."""
    if party.report is not None:
        return party.report.state.label
    return "Chưa báo cáo" if party.joined else "Chưa ký"


def _number(hundredths: int | None) -> int | Decimal | None:
    if hundredths is None:
        return None
    return hundredths // 100 if hundredths % 100 == 0 else Decimal(hundredths) / 100
