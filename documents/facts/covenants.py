"""Facts of a covenant between units, as it is signed."""

from dataclasses import dataclass
from datetime import date

from documents.facts.shared import Head, Signer


@dataclass(frozen=True)
class CovenantParty:
    """A unit that signs; `post` says what it is among them ("Trưởng cụm"), `signer` who signs for it."""

    name: str
    signer: Signer
    post: str = ""


@dataclass(frozen=True)
class CovenantTarget:
    """A target in words as printed: "Ít nhất 95 %", its highest points or nothing."""

    name: str
    wanted: str
    points: str = ""


@dataclass(frozen=True)
class CovenantPaper:
    """Giao ước thi đua. `signed_on` None leaves the day to the pen; `mark` names the edition in small letters; `draft` says that it is not offered yet."""

    head: Head
    name: str
    cluster: str
    place: str
    signed_on: date | None
    from_date: date
    to_date: date
    report_by: date
    content: tuple[str, ...]
    parties: tuple[CovenantParty, ...]
    targets: tuple[CovenantTarget, ...]
    mark: str = ""
    draft: bool = False
