"""Issuers and those who sign for them."""

from typing import Any
from uuid import UUID

from recognition.catalogue.terms import AddressStyle, Issuer, Numbering, Signer, Track
from recognition.hall.errors import NotFound, Stale
from recognition.hall.transaction import Transaction
from vietnamese import text

_COLUMNS = """id, superior, name, awarding_line, short_sign, place, track, numbering, term_start, number_pattern,
    address_style, unit_id, from_date, to_date, version"""


def _issuer(row: dict[str, Any]) -> Issuer:
    return Issuer(
        **{**row, "track": Track(row["track"]), "numbering": Numbering(row["numbering"]), "address_style": AddressStyle(row["address_style"])}
    )


def all_issuers(t: Transaction) -> tuple[Issuer, ...]:
    """Every issuer: those at work first, then by name."""
    rows = t.all(f"select {_COLUMNS} from issuer order by case when to_date is null then 0 else 1 end, name_sort, id")
    return tuple(_issuer(row) for row in rows)


def get(t: Transaction, issuer_id: UUID) -> Issuer:
    """One issuer. Raises NotFound."""
    row = t.one(f"select {_COLUMNS} from issuer where id = $1", issuer_id)
    if row is None:
        raise NotFound("Không tìm thấy cơ quan ban hành này.")
    return _issuer(row)


def with_sign(t: Transaction, short_sign: str, *, but: UUID | None = None) -> Issuer | None:
    """The issuer at work that already uses a short sign."""
    rows = t.all(f"select {_COLUMNS} from issuer where short_sign = $1 and to_date is null order by name_sort, id", short_sign)
    return next((_issuer(row) for row in rows if row["id"] != but), None)


def insert(t: Transaction, issuer: Issuer) -> None:
    """A new issuer."""
    t.run(
        """
        insert into issuer (id, superior, name, awarding_line, short_sign, place, track, numbering, term_start, number_pattern,
            address_style, unit_id, from_date, to_date, search, name_sort, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """,
        issuer.id, issuer.superior, issuer.name, issuer.awarding_line, issuer.short_sign, issuer.place, issuer.track, issuer.numbering,
        issuer.term_start, issuer.number_pattern, issuer.address_style, issuer.unit_id, issuer.from_date, issuer.to_date,
        text.search_key(f"{issuer.name} {issuer.short_sign}"), text.sort_key(issuer.name), issuer.version,
    )


def update(t: Transaction, issuer: Issuer, version: int) -> None:
    """Change an issuer of `version`. Raises Stale."""
    changed = t.run(
        """
        update issuer set superior = $3, name = $4, awarding_line = $5, short_sign = $6, place = $7, track = $8, numbering = $9,
            term_start = $10, number_pattern = $11, address_style = $12, unit_id = $13, from_date = $14, to_date = $15, search = $16,
            name_sort = $17, version = $18
        where id = $1 and version = $2
        """,
        issuer.id, version, issuer.superior, issuer.name, issuer.awarding_line, issuer.short_sign, issuer.place, issuer.track,
        issuer.numbering, issuer.term_start, issuer.number_pattern, issuer.address_style, issuer.unit_id, issuer.from_date, issuer.to_date,
        text.search_key(f"{issuer.name} {issuer.short_sign}"), text.sort_key(issuer.name), issuer.version,
    )
    if changed == 0:
        raise Stale()


def signers(t: Transaction, issuer_id: UUID) -> tuple[Signer, ...]:
    """Everybody who signs or has signed for an issuer, newest first."""
    rows = t.all(
        """
        select id, issuer_id, name, capacity, post, from_date, to_date, version from issuer_signer
        where issuer_id = $1 order by from_date desc, name, id
        """,
        issuer_id,
    )
    return tuple(Signer(**row) for row in rows)


def signer(t: Transaction, signer_id: UUID) -> Signer:
    """One signer. Raises NotFound."""
    row = t.one("select id, issuer_id, name, capacity, post, from_date, to_date, version from issuer_signer where id = $1", signer_id)
    if row is None:
        raise NotFound("Không tìm thấy người ký này.")
    return Signer(**row)


def insert_signer(t: Transaction, made: Signer) -> None:
    """A new signer."""
    t.run(
        "insert into issuer_signer (id, issuer_id, name, capacity, post, from_date, to_date, version) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        made.id, made.issuer_id, made.name, made.capacity, made.post, made.from_date, made.to_date, made.version,
    )


def update_signer(t: Transaction, changed: Signer, version: int) -> None:
    """Change a signer of `version`. Raises Stale."""
    rows = t.run(
        "update issuer_signer set name = $3, capacity = $4, post = $5, from_date = $6, to_date = $7, version = $8 where id = $1 and version = $2",
        changed.id, version, changed.name, changed.capacity, changed.post, changed.from_date, changed.to_date, changed.version,
    )
    if rows == 0:
        raise Stale()
