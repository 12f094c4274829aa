"""Fill an empty database with the sample campaign: from the archive that ships with the program, or step by step."""

from collections.abc import Callable
from pathlib import Path

import db
from db import archive, restoring, schema
from recognition.accounts import actions as accounts
from recognition.hall import place
from recognition.issuing import actions as issuing
from recognition.sample import campaign, ending, ground
from recognition.sample.words import FOLDER, TODAY
from recognition.sample.year import Year

Told = Callable[[float, str], None]
#: The sample as `compose` made it, packed as a backup; made anew by `just sample`.
ARCHIVE = FOLDER / "campaign.zip"


def build(told: Told) -> None:
    """The whole sample into the process's empty database; `told(share, sentence)` hears how far it is.

    Raises what the actions raise: then the database is to be thrown away.
    """
    told(0.02, "Đang mở dữ liệu mẫu")
    if ARCHIVE.exists() and archive.read_manifest(ARCHIVE).schema == schema.number(db.current()):
        unpack(told)
    else:
        accounts.mark_sample()
        compose(told)
    told(1.0, "Xong")


def unpack(told: Told) -> None:
    """From the archive, in seconds; certificates are signed with this installation's own throw-away key."""
    tables = len(archive.read_manifest(ARCHIVE).tables)
    heard: list[str] = []

    def say(sentence: str) -> None:
        heard.append(sentence)
        told(min(0.85, 0.05 + 0.8 * len(heard) / tables), sentence.rstrip("."))

    restoring.restore(ARCHIVE, db.current(), files=place.folder() / "files", layouts=place.folder() / "layouts", say=say)
    told(0.9, "Ký giấy khen mẫu")
    issuing.sign_anew()


def pack(target: Path) -> None:
    """Pack the process's database, which holds the composed sample, as the archive."""
    archive.write(db.current(), target, files=place.folder() / "files", layouts=place.folder() / "layouts")


def compose(told: Told) -> None:
    """Live through the year by the product's own actions; the database is empty and marked as the sample. Minutes."""
    laid = ground.lay(told, (0.0, 0.4))
    year = Year(laid)
    told(0.4, "Phong trào thi đua")
    campaign.begin(year)
    year.live(ending.JUNE - ending.NOTICE, lambda done: told(0.4 + 0.15 * min(1.0, done / 600), f"Nửa đầu năm: {done} việc"))
    told(0.55, "Phiên họp tháng 6")
    ending.decide_in_june(year)
    year.live(ending.SESSION_DAY - ending.NOTICE, lambda done: told(0.6 + 0.2 * min(1.0, done / 700), f"Nửa cuối năm: {done} việc"))
    told(0.8, "Phiên họp tháng 10, quyết định, giấy khen")
    ending.decide(year)
    told(0.9, "Những việc gần đây")
    year.live(TODAY, lambda _done: None)
    ending.latest(year)
    accounts.free_of_codes()
    told(1.0, "Xong")
