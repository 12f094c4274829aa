"""Backups from within the app: made, proved, listed, fetched by an administrator."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import db
from db import commands, open_urns
from db.errors import StoreError
from db.folder import DataFolder
from recognition.hall import audit, permissions, place
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed, NotFound, Unavailable
from recognition.hall.transaction import transaction
from recognition.hall.words import Verb


@dataclass(frozen=True)
class Backup:
    """One archive in the data folder. `size` in bytes, `made_at` naive UTC."""

    name: str
    size: int
    made_at: datetime


def _folder() -> Path:
    return place.folder() / "backups"


def backups(who: Actor) -> list[Backup]:
    """The archives that lie in the data folder, the newest first. Raises NotAllowed."""
    permissions.require(who, Verb.BACK_UP)
    found = [(path, path.stat()) for path in _folder().glob("guong-sang-*.zip")] if _folder().is_dir() else []
    made = [Backup(path.name, stat.st_size, datetime.fromtimestamp(stat.st_mtime, UTC).replace(tzinfo=None)) for path, stat in found]
    return sorted(made, key=lambda one: one.made_at, reverse=True)


def open_ballots(who: Actor) -> list[str]:
    """Names of sessions whose sealed ballot is open now: a backup leaves it out. Raises NotAllowed."""
    permissions.require(who, Verb.BACK_UP)
    with db.current().read() as tx:
        return open_urns.names(tx)


def back_up(who: Actor, say: Callable[[str], None], *, without_open_urns: bool = False) -> Backup:
    """Make an archive and open it to be sure; `say` hears each step.

    While a sealed ballot is open nothing is made unless its urn is to be left out (`without_open_urns`).
    Raises NotAllowed (also for the open ballot), Unavailable (no room, no answer).
    """
    permissions.require(who, Verb.BACK_UP)
    running = open_ballots(who)
    if running and not without_open_urns:
        raise NotAllowed(f"{commands.OPEN_URNS.format('; '.join(running))}, hoặc tích chọn để thùng phiếu ra ngoài bản sao lưu.")
    before = {one.name for one in backups(who)}
    try:
        commands.backup(db.current(), DataFolder(place.folder()), {"without_open_urns": without_open_urns}, say)
    except StoreError as trouble:
        raise Unavailable(trouble.sentence) from trouble
    made = next((one for one in backups(who) if one.name not in before), None)
    if made is None:
        raise Unavailable("Chưa lập được bản sao lưu. Anh/chị thử lại sau ít phút.")
    with transaction(who) as t:
        audit.note(t, Verb.BACK_UP, "backup", None, after={"name": made.name, "size": made.size}, detail=made.name)
    return made


def backup_file(who: Actor, name: str) -> Path:
    """One archive, to be copied to another medium. Raises NotAllowed, NotFound for anything that is not in the list."""
    if name not in {one.name for one in backups(who)}:
        raise NotFound()
    return _folder() / name
