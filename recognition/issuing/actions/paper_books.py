"""A book that the office began on paper goes on here: the last number used there, said once, before the first paper."""

from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import Family
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import refuse
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, Verb
from recognition.issuing import rules
from recognition.issuing.store import paper_books as store
from recognition.issuing.terms import Book
from vietnamese import dates

KIND = "certificate_book"
_ANOTHERS = "Sổ này của cơ quan khác. Việc này do văn thư của cơ quan ấy làm; anh/chị chọn cơ quan của mình."


def begin(who: Actor, issuer_id: UUID, series: str, year: int | str | None, last: str, reason: str, key: UUID | None = None, *, known: int = 0) -> Book:
    """Say up to which number the paper book of an issuer, series and year was used; the first paper takes the number after it.

    Only by a clerk of its issuer and only while it has no paper of ours; until then it may be put right, `known` being the number that stood
    there before. Raises NotAllowed; Invalid on `issuer` (another office's book), `series`, `year`, `last` (not a number of a book, the book
    has begun, somebody else said it meanwhile) or `reason`.
    """
    permissions.require(who, Verb.BEGIN_BOOK)
    with transaction(who, key) as t:
        refuse({} if permissions.allowed(who, Verb.BEGIN_BOOK, Book(issuer_id, series, 0)) else {"issuer": _ANOTHERS})
        check = Entry()
        family = check.choice("series", series, Family, "loại giấy")
        of = _year(check, year)
        said = check.line("reason", reason, "Lý do", most=120)
        number = 0
        try:
            number = rules.paper_last(last, of)
        except ValueError as wrong:
            check.refuse("last", str(wrong))
        check.done()
        before = store.get(t, issuer_id, family.value, of)
        wrong_now = rules.may_begin_book(before, known)
        refuse({"last": wrong_now} if wrong_now else {})
        made = Book(issuer_id, family.value, of, 0, number, said)
        store.begin(t, made)
        audit.note(t, Verb.BEGIN_BOOK, KIND, issuer_id, before=before if before.paper_last else None, after=made, detail=f"{family.label} năm {of}: {made.said}")
        t.result = made.first
    return made


def _year(check: Entry, year: int | str | None) -> int:
    """A year of which a book may be begun; anything else is refused on `year`."""
    known = years()
    found = next((one for one in known if str(one) == str(year).strip()), None)
    if found is None:
        check.refuse("year", f"Sổ được ghi cho năm từ {known[-1]} đến {known[0]}. Anh/chị chọn lại năm của sổ.")
    return found or known[0]


def may_begin(who: Actor, issuer_id: UUID, series: str, year: int) -> bool:
    """Whether `who` may still say it of this book: for a screen that offers it."""
    if series not in set(Family) or not permissions.allowed(who, Verb.BEGIN_BOOK, Book(issuer_id, series, year)):
        return False
    return not book(who, issuer_id, series, year).papers


def book(who: Actor, issuer_id: UUID, series: str, year: int) -> Book:
    """A book as it stands, for whoever may begin it. Raises NotAllowed."""
    permissions.require(who, Verb.BEGIN_BOOK, Book(issuer_id, series, year))
    with reading(who) as t:
        return store.get(t, issuer_id, series, year)


def years() -> list[int]:
    """The years of which a book may be begun, this one first."""
    return list(range(dates.today().year, rules.OLDEST_BOOK - 1, -1))


def first_number(last: str, year: int) -> str:
    """The number that the first paper would take after what is typed so far, as printed; empty while that is no number of a book."""
    try:
        return Book(UUID(int=0), "", year, 0, rules.paper_last(last, year)).first
    except ValueError:
        return ""


def on_paper(who: Actor, *, series: str = "", year: int = 0) -> list[str]:
    """One sentence for each book of the issuers of `who` that goes on from a paper book, with its name where several are asked for.

    Raises NotAllowed.
    """
    permissions.require(who, Verb.SEE_CERTIFICATES)
    issuers = list(who.issuers(Role.CLERK, Role.SECRETARY))
    with reading(who) as t:
        found = store.on_paper(t, issuers, series, year)
        return [
            ": ".join(part for part in (
                catalogue.issuer(who, book.issuer_id).name if len(issuers) > 1 else "",
                "" if series and year else f"{Family(book.series).label} {book.year}",
                book.said,
            ) if part)
            for book in found
        ]  # fmt: skip
