"""The register: looked at, exported; papers spoiled, replaced, handed over. A number is never used again."""

from datetime import date
from uuid import UUID

from certificates import Facts
from documents import printed, sheets
from recognition.decisions import actions as decisions
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Stale, refuse
from recognition.hall.lengths import needed
from recognition.hall.paging import MOST, Found, Page
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.issuing import jobs, keys, press, rules
from recognition.issuing.actions.ground import KIND, certificate, kept_layout
from recognition.issuing.actions.issuing import write
from recognition.issuing.actions.paper_books import on_paper
from recognition.issuing.store import awards as award_store
from recognition.issuing.store import certificates as store
from recognition.issuing.store import register as register_store
from recognition.issuing.terms import Certificate, CertificateState, RegisterRow
from vietnamese import text

_FIRST = Page()
_TITLE = "SỔ CẤP GIẤY KHEN"


def _issuers(who: Actor) -> list[UUID]:
    return list(who.issuers(Role.CLERK, Role.SECRETARY))


def register(
    who: Actor, *, series: str = "", year: int = 0, search: str = "", state: CertificateState | None = None, page: Page = _FIRST
) -> Found[RegisterRow]:
    """A page of the register of the issuers that `who` works for, number after number."""
    permissions.require(who, Verb.SEE_CERTIFICATES)
    with reading(who) as t:
        asked = (_issuers(who), series, year, search, state.value if state else "")
        rows, total = register_store.rows(t, *asked, page.limit, page.offset)
        return Found(tuple(rows), total)


def books(who: Actor) -> list[tuple[str, int, int]]:
    """(series, year, how many papers have a number) of each book; 0 for one that only goes on from a paper book so far."""
    permissions.require(who, Verb.SEE_CERTIFICATES)
    with reading(who) as t:
        return register_store.series(t, _issuers(who))


def register_excel(who: Actor, *, series: str = "", year: int = 0) -> bytes:
    """Sổ cấp giấy khen as a workbook, with the columns of the paper book; no number is missing."""
    rows, subtitle = _book(who, series, year)
    return sheets.register(_TITLE, rows, subtitle=subtitle)


def register_pdf(who: Actor, *, series: str = "", year: int = 0) -> bytes:
    """The same book as PDF on A3, ready for the printer and for binding."""
    rows, subtitle = _book(who, series, year)
    return printed.table_pdf(_TITLE, sheets.REGISTER_COLUMNS, rows, subtitle=subtitle, paper="A3")


def long_register(who: Actor, *, series: str = "", year: int = 0) -> jobs.Wanted:
    """The same PDF as the work of a child, for a book of many rows."""
    rows, subtitle = _book(who, series, year)
    table = {"title": _TITLE, "subtitle": subtitle, "rows": [press.table_row(row) for row in rows]}
    return jobs.Wanted(len(rows), "dòng", f"Sổ cấp giấy khen {year or ''}".strip() + ".pdf", "application/pdf", lambda _: {"table": table})


def register_facts(who: Actor, *, series: str = "", year: int = 0) -> bytes:
    """The frozen facts of every paper in force as JSON, for `python -m certificates verify --facts` without any network."""
    _may_export(who)
    with reading(who) as t:
        known = register_store.facts(t, _issuers(who), series, year)
    return ("[" + ",\n".join(known) + "]\n").encode()


def public_keys(who: Actor) -> bytes:
    """Every public key of this installation in one file, to hand to whoever checks papers. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_CERTIFICATES)
    return b"".join(keys.public_keys())


def _may_export(who: Actor) -> None:
    permissions.require(who, Verb.SEE_CERTIFICATES)
    permissions.require(who, Verb.EXPORT)


def _book(who: Actor, series: str, year: int) -> tuple[list[tuple[str | int | date | None, ...]], str]:
    """Every row of a book, number after number, and what stands under its title."""
    _may_export(who)
    rows: list[RegisterRow] = []
    with reading(who) as t:
        total = register_store.total(t, _issuers(who), series, year, "", "")
        for offset in range(0, total, MOST):
            rows += register_store.rows(t, _issuers(who), series, year, "", "", MOST, offset)[0]
    return [_cells(row) for row in rows], " · ".join((f"Năm {year}" if year else "Tất cả các năm", *on_paper(who, series=series, year=year)))


def _cells(row: RegisterRow) -> tuple[str | int | date | None, ...]:
    return (
        row.serial, row.decision_number, row.decided_on, row.name, row.unit, row.award_name, row.wording, row.amount, row.handed_to, row.note,
    )  # fmt: skip


def spoil(who: Actor, certificate_id: UUID, version: int, reason: str, key: UUID | None = None) -> Certificate:
    """A paper was spoiled: its number stays, the award waits for another paper. Raises NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before = _fresh(certificate(t, who, certificate_id, Verb.SPOIL), version)
        said = text.clean(reason)
        refuse(needed("reason", said, "Anh/chị ghi lý do hỏng, ví dụ kẹt giấy, lem mực."))
        sentence = rules.may_spoil(before.state)
        refuse({"": sentence} if sentence else {})
        after = _marked(t, before, CertificateState.SPOILED, said)
        audit.note(t, Verb.SPOIL, KIND, certificate_id, before=before.state, after=after.state, detail=said)
        t.result = str(certificate_id)
    return after


def replace(who: Actor, certificate_id: UUID, version: int, reason: str, key: UUID | None = None) -> Certificate:
    """A new paper for a lost or damaged one: the same frozen facts and layout, a new number in the same book, a new code. The new certificate.

    Nothing is re-dated or renamed. Raises NotFound, Stale, Invalid.
    """
    signing = keys.ensure()
    with transaction(who, key) as t:
        before = _fresh(certificate(t, who, certificate_id, Verb.REPLACE), version)
        said = text.clean(reason)
        refuse(needed("reason", said, "Anh/chị ghi lý do cấp lại, ví dụ mất, rách."))
        sentence = rules.may_replace(before.state, before.award_state)
        refuse({"": sentence} if sentence else {})
        award = award_store.get(t, before.award_id)
        assert award is not None
        number = store.take_numbers(t, before.issuer_id, before.series, before.year, 1)
        layout = kept_layout(t, before.layout_version)
        (made,) = write(t, who, [(award, Facts.from_json(before.facts))], number, before.year, layout, signing)
        _marked(t, before, CertificateState.REPLACED, said, made.id)
        audit.note(t, Verb.REPLACE, KIND, certificate_id, before=before.code, after=made.code, detail=said)
        t.result = str(made.id)
    return made


def _fresh(found: Certificate, version: int) -> Certificate:
    if found.version != version:
        raise Stale()
    return found


def _marked(t: Transaction, before: Certificate, state: CertificateState, reason: str, replaced_by: UUID | None = None) -> Certificate:
    if not store.set_state(t, before.id, before.version, state, reason, replaced_by):
        raise Stale()
    after = store.get(t, before.id)
    assert after is not None
    return after


def hand_over(who: Actor, award_id: UUID, day: date | str | None, to: str, key: UUID | None = None) -> None:
    """Write when and to whom an award was handed. Raises NotFound, NotAllowed, Invalid."""
    decisions.hand_over(who, award_id, day, to, key)
