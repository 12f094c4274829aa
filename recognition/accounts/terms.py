"""Accounts, their dated roles, sign-ins and one-time codes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from recognition.hall.words import Role

#: A sign-in without a click for this long has ended; stored moments are rounded by `SEEN_STEP`.
IDLE = timedelta(minutes=30)
#: However busy, a sign-in ends after this long.
ABSOLUTE = timedelta(hours=8)
#: `seen_at` is written at most once in this time, so that it tells no single click.
SEEN_STEP = timedelta(minutes=5)
#: Life of a one-time code: the setting may shorten it, never pass it.
CODE_DAYS_MOST = 7
CODE_DAYS_SETTING = "accounts.code_days"

#: How long a key for another program may live, in days.
KEY_DAYS = (30, 90, 180, 365)

#: Roles that are granted to an account; the others come from a council or an assignment.
GRANTED = (Role.ADMINISTRATOR, Role.SECRETARY, Role.CLERK, Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER)
#: Where a role holds: in a unit, for an issuer, either, or everywhere.
PER_UNIT = frozenset({Role.NOMINATOR, Role.UNIT_LEADER})
PER_ISSUER = frozenset({Role.SECRETARY, Role.CLERK})
PER_EITHER = frozenset({Role.LEADER})


@dataclass(frozen=True)
class RoleGrant:
    """One dated role of an account."""

    id: UUID
    account_id: UUID
    role: Role
    unit_id: UUID | None
    issuer_id: UUID | None
    from_date: date
    to_date: date | None
    where: str = ""
    """The unit's or issuer's name as it is now."""


@dataclass(frozen=True)
class Account:
    """Who may sign in. `has_password` is false until the first code is used."""

    id: UUID
    user_name: str
    name: str
    email: str
    person_id: UUID | None
    has_password: bool
    must_change: bool
    disabled_at: datetime | None
    reset_at: datetime | None
    version: int
    roles: tuple[RoleGrant, ...] = ()

    @property
    def unit_id(self) -> UUID | None:
        """An account is no case of a unit."""
        return None

    @property
    def issuer_id(self) -> UUID | None:
        """Nor of an issuer."""
        return None

    @property
    def created_by(self) -> UUID | None:
        """Nobody's own."""
        return None

    @property
    def recipients(self) -> frozenset[UUID]:
        """Nobody is rewarded by it."""
        return frozenset()

    @property
    def council_id(self) -> UUID | None:
        """No council decides on it."""
        return None

    @property
    def session_id(self) -> UUID | None:
        """No session either."""
        return None


@dataclass(frozen=True)
class Slip:
    """What is printed for somebody without e-mail: how to sign in for the first time."""

    account_id: UUID
    name: str
    user_name: str
    code: str
    expires_at: datetime
    """Naive UTC."""
    unit: str = ""
    roles: str = ""


@dataclass(frozen=True)
class SignedIn:
    """A fresh sign-in: the token goes into the cookie and nowhere else."""

    token: str
    account_id: UUID
    name: str
    must_change: bool


@dataclass(frozen=True)
class SignIn:
    """A sign-in as its owner sees it in the list. `id` is the stored hash."""

    id: str
    account_id: UUID
    created_at: datetime
    seen_at: datetime
    renewed_at: datetime
    agent: str
    address: str


@dataclass(frozen=True)
class SamplePerson:
    """Somebody of the sample, through whose eyes one may look."""

    account_id: UUID
    name: str
    role: str
    place: str


@dataclass(frozen=True)
class Told:
    """One notice: what happened to what, in a sentence."""

    id: UUID
    verb: str
    kind: str
    object_id: UUID | None
    sentence: str
    made_at: datetime
    """Naive UTC."""


@dataclass(frozen=True)
class AccessKey:
    """A key with which another program reads what its owner may see; the key itself is stored nowhere."""

    id: UUID
    account_id: UUID
    owner: str
    """The name of the account."""
    name: str
    """For which program it is."""
    created_at: datetime
    """Naive UTC."""
    ends_on: date
    """The last day on which it opens anything."""
    ended_at: datetime | None
    used_on: date | None

    def alive(self, today: date) -> bool:
        """Whether it opens anything on a day."""
        return self.ended_at is None and today <= self.ends_on


@dataclass(frozen=True)
class MadeKey:
    """A fresh key: its words are shown once and stored nowhere."""

    words: str
    key: AccessKey
