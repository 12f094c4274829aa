"""The files of a covenant: scans of the signed paper, what a party shows with its report."""

from uuid import UUID, uuid4

from db import blobs
from recognition.covenants.actions import ground
from recognition.covenants.actions.ground import KIND
from recognition.covenants.rules import reporting
from recognition.covenants.store import reports as store
from recognition.covenants.terms import FileInput, KeptFile, Party
from recognition.hall import audit, kept_files, permissions, place
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, there
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.nominations.actions.examining import Examined
from vietnamese import dates, text

MOST, MOST_SCANS, FILE_NAME = 10, 30, 150


def examined(given: FileInput) -> Examined:
    """What the file really is, as it is kept. Raises Invalid on `file`."""
    return nominations.examined(given.data, given.name)


def keep(t: Transaction, who: Actor, covenant_id: UUID, unit_id: UUID | None, name: str, found: Examined) -> KeptFile:
    """Keep a file that was looked at. The caller has asked the right and writes the entry."""
    blob = blobs.put(place.folder() / "files", found.data)
    made = KeptFile(uuid4(), covenant_id, unit_id, blob, text.clean(name)[-FILE_NAME:] or "tep", found.media_type, len(found.data))
    store.add_file(t, made, who.account_id, dates.now_utc())
    return made


def keep_scan(t: Transaction, who: Actor, covenant_id: UUID, name: str, found: Examined) -> KeptFile:
    """Keep a scan of the signed paper as `keep` does. Raises Invalid on `file` when there are enough, or this one is there."""
    scans = [each for each in store.files(t, covenant_id) if each.unit_id is None]
    if len(scans) >= MOST_SCANS:
        raise Invalid({"file": f"Giao ước đã có {MOST_SCANS} bản quét, nhiều nhất là {MOST_SCANS}."})
    made = keep(t, who, covenant_id, None, name, found)
    if made.blob in {each.blob for each in scans}:
        raise Invalid({"file": f"Bản quét «{made.file_name}» đã có ở giao ước này."})
    return made


def add(who: Actor, covenant_id: UUID, unit_id: UUID, given: FileInput, key: UUID | None = None) -> KeptFile:
    """Hang a file on a report that is being written. Raises NotFound, NotAllowed, Invalid on `file`."""
    found = examined(given)
    with transaction(who, key) as t:
        _reporting(t, who, covenant_id, unit_id)
        there_are = [each for each in store.files(t, covenant_id) if each.unit_id == unit_id]
        if len(there_are) >= MOST:
            raise Invalid({"file": f"Báo cáo đã có {MOST} tệp, nhiều nhất là {MOST}. Anh/chị bỏ bớt tệp ít cần."})
        made = keep(t, who, covenant_id, unit_id, given.name, found)
        if made.blob in {each.blob for each in there_are}:
            raise Invalid({"file": f"Tệp «{made.file_name}» đã có trong báo cáo này."})
        audit.note(t, Verb.REPORT_COVENANT, KIND, covenant_id, after=made, detail=f"Thêm tệp {made.file_name}")
        t.result = str(made.id)
    return made


def remove(who: Actor, file_id: UUID, key: UUID | None = None) -> None:
    """Take a file off a report that is being written. Raises NotFound, NotAllowed."""
    with transaction(who, key) as t:
        found = there(store.file(t, file_id))
        if found.unit_id is None:
            raise NotAllowed("Bản quét giao ước đã ký không bỏ được.")
        _reporting(t, who, found.covenant_id, found.unit_id)
        store.remove_file(t, file_id)
        audit.note(t, Verb.REPORT_COVENANT, KIND, found.covenant_id, before=found, detail=f"Bỏ tệp {found.file_name}")


def _reporting(t: Transaction, who: Actor, covenant_id: UUID, unit_id: UUID) -> Party:
    """The party whose report is being written. Raises NotFound, NotAllowed."""
    covenant = ground.seen(t, who, covenant_id)
    party = ground.party_of(covenant, unit_id)
    permissions.require(who, Verb.REPORT_COVENANT, party)
    if sentence := reporting.refusal(covenant, party, dates.today()):
        raise NotAllowed(sentence)
    return party


def files(who: Actor, covenant_id: UUID) -> list[KeptFile]:
    """Scans of the signed paper, and the files of reports that `who` may read. Raises NotFound."""
    with reading(who) as t:
        return _readable(t, who, covenant_id)


def file(who: Actor, file_id: UUID) -> tuple[bytes, KeptFile]:
    """The bytes of a file for whoever may read it. Raises NotFound, Unavailable when it is broken on the disk."""
    with reading(who) as t:
        found = there(store.file(t, file_id))
        if found not in _readable(t, who, found.covenant_id):
            raise NotFound()
    return kept_files.content(found.blob, "Tệp"), found


def _readable(t: Transaction, who: Actor, covenant_id: UUID) -> list[KeptFile]:
    covenant = ground.seen(t, who, covenant_id)
    read = {party.unit_id for party in reporting.readable(covenant, ground.own_units(who, covenant), whole=ground.reads_all(who, covenant))}
    return [each for each in store.files(t, covenant_id) if each.unit_id is None or each.unit_id in read]
