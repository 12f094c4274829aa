"""Books that an office began on paper: their last number there, after which the program goes on."""

from collections.abc import Sequence
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.issuing.terms import Book


def get(t: Transaction, issuer_id: UUID, series: str, year: int) -> Book:
    """A book as it stands; one that nobody has begun is empty."""
    row = t.one(
        """
        select (select count(*) from certificate c where c.issuer_id = $1 and c.series = $2 and c.year = $3) as papers,
               (select s.paper_last from certificate_series s where s.issuer_id = $1 and s.series = $2 and s.year = $3) as paper_last,
               (select s.paper_reason from certificate_series s where s.issuer_id = $1 and s.series = $2 and s.year = $3) as paper_reason
        """,
        issuer_id, series, year,
    )  # fmt: skip
    assert row is not None
    return Book(issuer_id, series, year, int(row["papers"]), row["paper_last"] or 0, row["paper_reason"] or "")


def on_paper(t: Transaction, issuers: Sequence[UUID], series: str, year: int) -> list[Book]:
    """The books of some issuers that go on from a paper book; of one series or year where they are named. The newest first."""
    rows = t.all(
        """
        select s.issuer_id, s.series, s.year, s.paper_last, s.paper_reason, s.last - s.paper_last as papers from certificate_series s
        where s.issuer_id = any($1) and s.paper_last is not null and ($2 = '' or s.series = $2) and ($3 = 0 or s.year = $3)
        order by s.year desc, s.series, s.issuer_id
        """,
        list(issuers), series, year,
    )  # fmt: skip
    return [Book(**row) for row in rows]


def begin(t: Transaction, book: Book) -> None:
    """Open a book without papers after the numbers of its paper book: the next number taken is the one after `paper_last`."""
    values = (book.issuer_id, book.series, book.year, book.paper_last, book.paper_reason)
    put_right = "update certificate_series set last = $4, paper_last = $4, paper_reason = $5 where issuer_id = $1 and series = $2 and year = $3"
    if not t.run(put_right, *values):
        t.run("insert into certificate_series (issuer_id, series, year, last, paper_last, paper_reason) values ($1, $2, $3, $4, $4, $5)", *values)
