"""The rule of a session as data, in whole numbers."""

from dataclasses import dataclass

from recognition.council.terms.words import Absent, Base, Conflict, Tie


@dataclass(frozen=True)
class Share:
    """A fraction in whole numbers: 2/3, 4/5."""

    over: int
    under: int

    def __str__(self) -> str:
        return f"{self.over}/{self.under}"


@dataclass(frozen=True)
class Threshold:
    """What one award asks for. `strict` means "more than"; `basis` is the căn cứ, typed where no national text says it."""

    award_code: str
    share: Share
    strict: bool
    base: Base
    basis: str
    national: bool = False


#: Conflicts that a rule may switch on and off; a nominee always stands aside.
OPTIONAL = (Conflict.HEAD, Conflict.RELATION, Conflict.AUTHOR, Conflict.UNIT)
#: No text was found on recusal beyond the nominee: these two are our proposal, the others are off until somebody wants them.
USUAL = (Conflict.HEAD, Conflict.RELATION)


@dataclass(frozen=True)
class Quota:
    """At most so many of an award in this session."""

    award_code: str
    most: int


@dataclass(frozen=True)
class Rule:
    """The rule of one session, locked and hashed when the vote opens.

    `attendance` is asked besides the quorum of a session that considers awards; `chair_voice` gives the chair the
    deciding voice where a show of hands stands at exactly the threshold that must be passed.
    """

    quorum: Share
    quorum_basis: str
    thresholds: tuple[Threshold, ...]
    abstain_offered: bool = False
    absent: Absent = Absent.NOT_ASKED
    recused_in_base: bool = True
    conflicts: tuple[Conflict, ...] = USUAL
    quotas: tuple[Quota, ...] = ()
    tie: Tie = Tie.CHAIR
    chair_voice: bool = False
    attendance: Share | None = None
    substitutes: bool = False

    def of(self, award_code: str) -> Threshold | None:
        """The threshold of an award, or None when the rule forgets it."""
        return next((each for each in self.thresholds if each.award_code == award_code), None)

    def most(self, award_code: str) -> int | None:
        """The quota of an award, or None when there is none."""
        return next((each.most for each in self.quotas if each.award_code == award_code), None)

    @property
    def least(self) -> Share:
        """The share of members who must take part: the quorum or the attendance, whichever asks more."""
        other = self.attendance
        return self.quorum if other is None or other.over * self.quorum.under <= self.quorum.over * other.under else other
