"""Everything of a case in one ZIP: what was sent, what happened, every file."""

import io
import json
import zipfile
from uuid import UUID

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.words import Verb
from recognition.nominations.actions import files, reading
from vietnamese import dates


def archive(who: Actor, nomination_id: UUID) -> tuple[bytes, str]:
    """The ZIP and the case's code: contents as they were sent (JSON), the history, the files in their order.

    Contacts are in none of them. Raises NotFound, NotAllowed for whoever may not take files out.
    """
    permissions.require(who, Verb.EXPORT)
    case = reading.get(who, nomination_id)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as kept:
        for revision in reading.revisions(who, nomination_id):
            pretty = json.dumps(json.loads(revision.content), ensure_ascii=False, indent=2)
            kept.writestr(f"lan gui {revision.number}.json", pretty)
        lines = [f"{dates.moment(line.at)}  {line.sentence}" for line in reversed(reading.history(who, nomination_id))]
        kept.writestr("lich su.txt", "\n".join(lines))
        for number, evidence in enumerate(files.evidence(who, nomination_id), start=1):
            data, found = files.evidence_file(who, evidence.id)
            ending = "pdf" if found.media_type == "application/pdf" else "jpg"
            kept.writestr(f"minh chung/{number:02d} {_plain(found.caption or found.file_name)}.{ending}", data)
    return made.getvalue(), case.code


def _plain(name: str) -> str:
    """A name that every system takes inside a ZIP."""
    return "".join(letter if letter.isalnum() or letter in " -_" else "_" for letter in name)[:80].strip() or "tep"
