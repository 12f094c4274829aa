"""The forms of papers as data: which heading, sizes, number and signature an issuer uses on a day.

Sources: HD 36-HD/VPTW (2018) and, from 09/01/2026, Quy định 399-QĐ/TW with HD 05-HD/VPTW for Party organs;
NĐ 30/2020/NĐ-CP, annex I, for state organs, whose form unions and enterprises follow.
"""

from dataclasses import dataclass, replace
from datetime import date

from documents.facts import Head, Track
from vietnamese import dates

PARTY_NAME = "ĐẢNG CỘNG SẢN VIỆT NAM"
STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
STATE_MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY_05_FROM = date(2026, 1, 9)
OPEN = "\u00a0" * 6
"""Room for the pen where a number or a day is left open."""
LETTER = "CV"
"""A công văn: the Party writes its kind into the number, the state does not (NĐ 30/2020/NĐ-CP, annex I)."""


@dataclass(frozen=True)
class Profile:
    """One form. Margins and indents in mm, sizes in points, `line` exact points (0: single)."""

    key: str
    is_party: bool
    margins: tuple[float, float, float, float]  # top, bottom, left, right
    columns: tuple[float, float]  # of the heading
    superior: float
    issuer: float
    national: float
    motto: float
    number: float
    title: float
    about: float
    body: float
    line: float
    after: float
    indent: float
    signature: float
    post_bold: bool
    copies: float
    submission_address: str
    end_mark: str


_PARTY_05 = Profile(
    key="party-05",
    is_party=True,
    margins=(20, 20, 30, 15),
    columns=(88, 82),
    superior=14,
    issuer=14,
    national=15,
    motto=0,
    number=14,
    title=16,
    about=15,
    body=14,
    line=18,
    after=6,
    indent=10,
    signature=14,
    post_bold=False,
    copies=12,
    submission_address="Kính trình",
    end_mark=".",
)
_STATE_30 = Profile(
    key="state-30",
    is_party=False,
    margins=(20, 20, 30, 15),
    columns=(68, 102),
    superior=13,
    issuer=13,
    national=13,
    motto=14,
    number=13,
    title=14,
    about=14,
    body=14,
    line=18,
    after=6,
    indent=10,
    signature=14,
    post_bold=True,
    copies=11,
    submission_address="Kính gửi",
    end_mark="./.",
)
PROFILES = {
    profile.key: profile
    for profile in (
        replace(_PARTY_05, key="party-36", submission_address="Kính gửi"),
        _PARTY_05,
        _STATE_30,
        replace(_STATE_30, key="union"),
        replace(_STATE_30, key="enterprise"),
    )
}
_CAPACITIES = {"T/M": "TM.", "K/T": "KT.", "T/L": "TL.", "T/UQ": "TUQ."}


def choose(track: Track, on: date) -> Profile:
    """The form for an issuer's track on a day."""
    if track is Track.PARTY:
        return PROFILES["party-05" if on >= PARTY_05_FROM else "party-36"]
    return PROFILES["state-30" if track is Track.STATE else track.value]


def of(head: Head) -> Profile:
    """The form of a paper: the named one, else the one in force on its day. Raises ValueError for a foreign name."""
    if head.profile and head.profile not in PROFILES:
        raise ValueError(f"Không có mẫu thể thức «{head.profile}». Anh/chị chọn một trong: {', '.join(PROFILES)}.")
    return PROFILES[head.profile] if head.profile else choose(head.issuer.track, head.day)


def bare_number(head: Head, kind: str) -> str:
    """ "05-QĐ/ĐUK" with the Party, "05/QĐ-UBND" with the state; room for the pen while there is no number."""
    figure, sign = head.number or OPEN, head.issuer.short_sign
    if of(head).is_party:
        return f"{figure}-{kind}" + (f"/{sign}" if sign else "")
    if kind == LETTER:
        return f"{figure}/{sign}" if sign else figure
    return f"{figure}/{kind}" + (f"-{sign}" if sign else "")


def number(head: Head, kind: str) -> str:
    """The number line: Party "Số 05-QĐ/ĐUK", state "Số: 05/QĐ-UBND"."""
    return ("Số " if of(head).is_party else "Số: ") + bare_number(head, kind)


def day(head: Head) -> str:
    """ "ngày 05 tháng 11 năm 2026", the day and month left open when the paper is not dated yet."""
    return dates.long(head.day) if head.dated else f"ngày{OPEN} tháng{OPEN} năm {head.day.year}"


def place_and_day(head: Head) -> str:
    """ "Tân Phong, ngày 05 tháng 11 năm 2026"."""
    return f"{head.issuer.place}, {day(head)}"


def capacity(line: str, profile: Profile) -> str:
    """The line above a post in the writing of the form: "T/M" with the Party, "TM." with the state."""
    for party, state in _CAPACITIES.items():
        for said in (party, state):
            if line.startswith(said + " "):
                return (party if profile.is_party else state) + line[len(said) :]
    return line
