"""The least of a world that a test needs: organs, units, people, awards, campaigns, councils, by plain SQL.

Everything is invented. Each builder stores one thing through the hall's transaction and returns its id.
"""

from __future__ import annotations

import itertools
from datetime import date
from uuid import UUID, uuid4

from recognition.hall.transaction import transaction
from vietnamese import names, text

START = date(2025, 1, 1)
_numbers = itertools.count(1)


def issuer(
    name: str = "Đảng uỷ các cơ quan Đảng tỉnh",
    *,
    superior: str = "Đảng bộ tỉnh Sông Lam",
    short_sign: str = "ĐUCCQ",
    place: str = "Sông Lam",
    track: str = "party",
    numbering: str = "year",
    pattern: str = "{number}-QĐ/{sign}",
    address_style: str = "dong_chi",
    unit_id: UUID | None = None,
    term_start: date | None = None,
    signer_name: str | None = "Lê Quang Vinh",
) -> UUID:
    """An organ that decides and prints, with one signer."""
    made = uuid4()
    with transaction(None) as t:
        t.run(
            """
            insert into issuer (id, superior, name, awarding_line, short_sign, place, track, numbering, term_start, number_pattern,
                address_style, unit_id, from_date, to_date, search, name_sort, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, null, $14, $15, 1)
            """,
            made, superior, name, f"Ban Thường vụ {name}", short_sign, place, track, numbering, term_start, pattern,
            address_style, unit_id, START, text.search_key(name), text.sort_key(name),
        )
        if signer_name is not None:
            t.run(
                "insert into issuer_signer (id, issuer_id, name, capacity, post, from_date, to_date, version) values ($1, $2, $3, $4, $5, $6, null, 1)",
                uuid4(), made, signer_name, "T/M BAN THƯỜNG VỤ", "BÍ THƯ", START,
            )
    return made


def unit(
    name: str | None = None,
    *,
    parent: UUID | None = None,
    code: str | None = None,
    kind: str = "party_cell",
    endorsement: bool = True,
    since: date = START,
    until: date | None = None,
) -> UUID:
    """A unit with its present name; `until` is the day of its dissolution."""
    made, number = uuid4(), next(_numbers)
    name = name or f"Chi bộ Trạm Y tế số {number}"
    with transaction(None) as t:
        t.run(
            "insert into unit (id, code, endorsement, from_date, to_date, version) values ($1, $2, $3, $4, $5, 1)",
            made, code or f"DV{number:04d}", int(endorsement), since, until,
        )
        t.run(
            """
            insert into unit_name (id, unit_id, name, short_name, kind, parent_id, from_date, to_date, search, name_sort)
            values ($1, $2, $3, $3, $4, $5, $6, null, $7, $8)
            """,
            uuid4(), made, name, kind, parent, since, text.search_key(name), text.sort_key(name),
        )
    return made


def person(
    name: str = "Lê Văn Tòng",
    *,
    unit_id: UUID | None = None,
    title: str = "Y sĩ",
    recipient_class: str = "direct_worker",
    birth_date: date | None = None,
    birth_year: int | None = None,
    gender: str | None = None,
    salutation: str = "Đồng chí",
    since: date = START,
) -> UUID:
    """A person, with a post where a unit is named."""
    made = uuid4()
    with transaction(None) as t:
        t.run(
            """
            insert into person (id, name, birth_date, birth_year, gender, salutation, merged_into, search, name_sort, version)
            values ($1, $2, $3, $4, $5, $6, null, $7, $8, 1)
            """,
            made, name, birth_date, birth_year, gender, salutation, text.search_key(name), names.name_sort(name),
        )
        if unit_id is not None:
            t.run(
                "insert into post (id, person_id, unit_id, title, recipient_class, from_date, to_date) values ($1, $2, $3, $4, $5, $6, null)",
                uuid4(), made, unit_id, title, recipient_class, since,
            )
    return made


def recipient(
    name: str = "Lê Văn Tòng",
    *,
    person_id: UUID | None = None,
    unit_id: UUID | None = None,
    group_name: str | None = None,
    household: bool = False,
    salutation: str = "Đồng chí",
) -> UUID:
    """A recipient: an individual with `person_id`, a collective with `unit_id`, or a household."""
    made = uuid4()
    kind = "household" if household else "individual" if person_id else "collective"
    head, address, commune = (name, "Số 12, thôn Đông", "xã Phú Lộc") if household else (None, None, None)
    with transaction(None) as t:
        t.run(
            """
            insert into recipient (id, kind, person_id, unit_id, group_name, head_name, address, commune, salutation, name, search, name_sort, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)
            """,
            made, kind, person_id, unit_id, group_name, head, address, commune, salutation if kind == "individual" else "", name,
            text.search_key(name), names.name_sort(name) if kind == "individual" else text.sort_key(name),
        )
    return made


def award_type(
    code: str = "giay_khen",
    name: str = "Giấy khen",
    *,
    kind: str = "form",
    track: str = "any",
    level: int = 10,
    money: str = "coefficient",
    amount: int | None = None,
    coefficient: int | None = 30,
    clause: str = "Nghị định 152/2025, Điều 55",
) -> UUID:
    """A title or form of award; by default a giấy khen with 0,3 of the base salary."""
    made = uuid4()
    with transaction(None) as t:
        t.run(
            """
            insert into award_type (id, code, name, kind, track, level, authority, for_individual, for_collective, for_household,
                money, amount, coefficient, gift, clause, dossier, from_date, to_date, active, version)
            values ($1, $2, $3, $4, $5, $6, 'Thủ trưởng cơ quan', 1, 1, 1, $7, $8, $9, null, $10, '[]', $11, null, 1, 1)
            """,
            made, code, name, kind, track, level, money, amount, coefficient if money == "coefficient" else None, clause, START,
        )
    return made


def campaign(
    issuer_id: UUID,
    name: str = "Dân vận khéo năm 2026",
    *,
    code: str | None = None,
    kind: str = "regular",
    state: str = "launched",
    units: tuple[UUID, ...] = (),
    since: date = date(2026, 1, 1),
    until: date = date(2026, 12, 31),
) -> UUID:
    """A campaign of an issuer, launched to `units`."""
    made = uuid4()
    with transaction(None) as t:
        t.run(
            """
            insert into campaign (id, code, issuer_id, name, kind, level, aim, papers, from_date, to_date, fields, pass_mark, state,
                launched_at, search, name_sort, version)
            values ($1, $2, $3, $4, $5, 'cơ sở', '', '[]', $6, $7, '[]', 50, $8, null, $9, $10, 1)
            """,
            made, code or f"PT{next(_numbers):04d}", issuer_id, name, kind, since, until, state, text.search_key(name), text.sort_key(name),
        )
        for unit_id in units:
            t.run("insert into campaign_unit (campaign_id, unit_id, seen_at) values ($1, $2, null)", made, unit_id)
    return made


def council(issuer_id: UUID, name: str = "Hội đồng thi đua - khen thưởng", *, kind: str = "council", since: date = START) -> UUID:
    """A council of an issuer, without members."""
    made = uuid4()
    with transaction(None) as t:
        t.run(
            """
            insert into council (id, issuer_id, name, kind, paper, paper_date, from_date, to_date, version)
            values ($1, $2, $3, $4, '12-QĐ/ĐUCCQ', $5, $5, null, 1)
            """,
            made, issuer_id, name, kind, since,
        )
    return made


def council_member(
    council_id: UUID,
    account_id: UUID | None = None,
    name: str = "Trần Thị Mai",
    *,
    person_id: UUID | None = None,
    title: str = "Uỷ viên Ban Thường vụ",
    role: str = "member",
    votes: bool = True,
    since: date = START,
    until: date | None = None,
) -> UUID:
    """A dated member of a council."""
    made = uuid4()
    with transaction(None) as t:
        t.run(
            """
            insert into council_member (id, council_id, person_id, account_id, name, title, role, votes, from_date, to_date)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            made, council_id, person_id, account_id, name, title, role, int(votes), since, until,
        )
    return made


def council_session(council_id: UUID, *, number: int = 1, state: str = "planned", method: str = "paper", on: date = date(2026, 11, 26)) -> UUID:
    """A session of a council with an empty rule."""
    made = uuid4()
    with transaction(None) as t:
        t.run(
            """
            insert into council_session (id, council_id, number, name, body, method, on_date, starts_at, ended_at, place, rule, rule_hash,
                state, issued, returned, invalid, opinions, replaces_id, version)
            values ($1, $2, $3, $4, 'advisory', $5, $6, '08:00', null, 'Phòng họp số 1', '{}', null, $7, null, null, null, '', null, 1)
            """,
            made, council_id, number, f"Phiên {number}", method, on, state,
        )
    return made


def teller(session_id: UUID, account_id: UUID, name: str = "Nguyễn Thị Vân", *, number: int = 1, head: bool = False) -> UUID:
    """A teller of a session."""
    made = uuid4()
    with transaction(None) as t:
        t.run(
            "insert into teller (id, session_id, number, account_id, name, head) values ($1, $2, $3, $4, $5, $6)",
            made, session_id, number, account_id, name, int(head),
        )
    return made
