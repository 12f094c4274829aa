"""Who acts: an account with its dated rights, read anew at every run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from recognition.hall.words import Role


@dataclass(frozen=True)
class Grant:
    """One role of an account. `unit_id` and its subtree for roles per unit; `issuer_id` for roles per issuer."""

    role: Role
    unit_id: UUID | None = None
    issuer_id: UUID | None = None
    subtree: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Actor:
    """The person behind a click.

    `members` maps a council's id to this person's member id there; `stands_in` maps a session to the member in whose
    place this person was sent; `teller_of` and `assigned` hold session and nomination ids. An account without a unit or
    an issuer sees nothing.
    """

    account_id: UUID
    name: str
    user_name: str = ""
    person_id: UUID | None = None
    grants: frozenset[Grant] = frozenset()
    members: Mapping[UUID, UUID] = field(default_factory=dict)
    teller_of: frozenset[UUID] = frozenset()
    assigned: frozenset[UUID] = frozenset()
    must_change_password: bool = False
    stands_in: Mapping[UUID, UUID] = field(default_factory=dict)

    def has(self, role: Role) -> bool:
        """Whether the account holds the role anywhere."""
        if role is Role.COUNCIL_MEMBER:
            return bool(self.members or self.stands_in)
        if role is Role.TELLER:
            return bool(self.teller_of)
        if role is Role.REVIEWER:
            return bool(self.assigned)
        return any(grant.role is role for grant in self.grants)

    @property
    def roles(self) -> frozenset[Role]:
        """All roles held anywhere."""
        return frozenset(role for role in Role if self.has(role))

    def seat(self, session_id: UUID, council_id: UUID) -> UUID | None:
        """The member in whose place this person sits in a session: one they stand in for, else themselves."""
        return self.stands_in.get(session_id, self.members.get(council_id))

    def seats(self, session_id: UUID) -> list[UUID]:
        """As `seat`, where the session's council is not known yet: at most one of them sits there."""
        return [self.stands_in[session_id]] if session_id in self.stands_in else list(self.members.values())

    def units(self, *roles: Role, subtree: bool = True) -> frozenset[UUID]:
        """Units where the account holds one of the roles, with everything below them unless `subtree` is false."""
        found: set[UUID] = set()
        for grant in self.grants:
            if grant.role in roles and grant.unit_id is not None:
                found.add(grant.unit_id)
                if subtree:
                    found |= grant.subtree
        return frozenset(found)

    def issuers(self, *roles: Role) -> frozenset[UUID]:
        """Issuers where the account holds one of the roles."""
        return frozenset(g.issuer_id for g in self.grants if g.role in roles and g.issuer_id is not None)
