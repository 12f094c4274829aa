"""Who acts in tests: stored accounts with roles, and the Actor that stands for them.

    secretary = people.actor(Role.SECRETARY, issuer=world.issuer())
    nominator = people.actor(Role.NOMINATOR, unit=cell)
"""

from __future__ import annotations

import itertools
from datetime import date, datetime
from uuid import UUID, uuid4

from recognition.hall.actor import Actor, Grant
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.support import world
from vietnamese import names, text

NAMES = ("Phạm Thu Hà", "Đỗ Thị Thanh", "Lê Văn Tòng", "Trần Thị Mai", "Nguyễn Văn Bình", "Hoàng Đức Ân", "Vũ Thị Ước", "Đặng Quang Khải")
_numbers = itertools.count(1)


def account(
    name: str | None = None,
    *,
    user_name: str | None = None,
    person_id: UUID | None = None,
    password_hash: str | None = None,
    must_change: bool = False,
    disabled_at: datetime | None = None,
) -> UUID:
    """An account without any role; it can sign in only when a password's hash is given."""
    made, number = uuid4(), next(_numbers)
    name = name or NAMES[number % len(NAMES)]
    user_name = user_name or f"nguoi.{number}"
    with transaction(None) as t:
        t.run(
            """
            insert into account (id, user_name, name, email, person_id, password_hash, must_change, disabled_at, created_at, password_at,
                reset_by, reset_at, search, name_sort, version)
            values ($1, $2, $3, null, $4, $5, $6, $7, $8, null, null, null, $9, $10, 1)
            """,
            made, user_name, name, person_id, password_hash, int(must_change), disabled_at, datetime(2026, 1, 5, 2, 0),
            text.search_key(f"{name} {user_name}"), names.name_sort(name),
        )
    return made


def grant(
    account_id: UUID,
    role: Role,
    *,
    unit: UUID | None = None,
    issuer: UUID | None = None,
    since: date = world.START,
    until: date | None = None,
) -> UUID:
    """A dated role of an account."""
    made = uuid4()
    with transaction(None) as t:
        t.run(
            "insert into account_role (id, account_id, role, unit_id, issuer_id, from_date, to_date) values ($1, $2, $3, $4, $5, $6, $7)",
            made, account_id, role.value, unit, issuer, since, until,
        )
    return made


def subtree(unit_id: UUID) -> frozenset[UUID]:
    """The units below `unit_id`, by their present parents."""
    with transaction(None) as t:
        rows = t.all("select unit_id, parent_id from unit_name where to_date is null")
    found: set[UUID] = {unit_id}
    while True:
        more = {row["unit_id"] for row in rows if row["parent_id"] in found} - found
        if not more:
            return frozenset(found - {unit_id})
        found |= more


def actor(
    *roles: Role,
    unit: UUID | None = None,
    issuer: UUID | None = None,
    person_id: UUID | None = None,
    name: str | None = None,
    council: UUID | None = None,
    session: UUID | None = None,
    assigned: frozenset[UUID] = frozenset(),
) -> Actor:
    """A stored account with `roles` in `unit` (and below it) or for `issuer`, as the pages would see it.

    Role.COUNCIL_MEMBER needs `council`, Role.TELLER needs `session`: rows for them are stored too.
    """
    number = next(_numbers)
    name = name or NAMES[number % len(NAMES)]
    account_id = account(name, user_name=f"nguoi.{number}.{'.'.join(roles) or 'khong'}", person_id=person_id)
    grants = []
    for role in roles:
        if role in (Role.COUNCIL_MEMBER, Role.TELLER, Role.REVIEWER):
            continue
        scope_unit = unit if role in (Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER) else None
        scope_issuer = issuer if role in (Role.SECRETARY, Role.CLERK, Role.LEADER) else None
        grant(account_id, role, unit=scope_unit, issuer=scope_issuer)
        below = subtree(scope_unit) if scope_unit is not None else frozenset()
        grants.append(Grant(role, scope_unit, scope_issuer, below))
    members: dict[UUID, UUID] = {}
    if Role.COUNCIL_MEMBER in roles and council is not None:
        members[council] = world.council_member(council, account_id, name, person_id=person_id)
    tells: frozenset[UUID] = frozenset()
    if Role.TELLER in roles and session is not None:
        with transaction(None) as t:
            taken = t.value("select count(*) from teller where session_id = $1", session)
        world.teller(session, account_id, name, number=taken + 1)
        tells = frozenset({session})
    return Actor(account_id, name, f"nguoi.{number}", person_id, frozenset(grants), members, tells, assigned)


def administrator() -> Actor:
    """Somebody who keeps accounts, units and settings."""
    return actor(Role.ADMINISTRATOR)


def nobody() -> Actor:
    """An account without any role: it sees nothing."""
    return actor()
