"""Everything of a case in one ZIP: what was sent, what happened, every file."""

import io
import json
import zipfile
from collections.abc import Sequence
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Criterion
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.nominations.actions import files
from recognition.nominations.actions import reading as looking
from recognition.nominations.terms import Nomination
from vietnamese import dates


def archive(who: Actor, nomination_id: UUID) -> tuple[bytes, str]:
    """The ZIP and the case's code: contents as they were sent (JSON), the history, the files in their order.

    Contacts are in none of them. Raises NotFound, NotAllowed for whoever may not take files out.
    """
    permissions.require(who, Verb.EXPORT)
    case = looking.get(who, nomination_id)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as kept:
        for revision in looking.revisions(who, nomination_id):
            pretty = json.dumps(json.loads(revision.content), ensure_ascii=False, indent=2)
            kept.writestr(f"lan gui {revision.number}.json", pretty)
        lines = [f"{dates.moment(line.at)}  {line.sentence}" for line in reversed(looking.history(who, nomination_id))]
        kept.writestr("lich su.txt", "\n".join(lines))
        told = []
        for number, evidence in enumerate(files.evidence(who, nomination_id), start=1):
            data, found = files.evidence_file(who, evidence.id)
            ending = "pdf" if found.media_type == "application/pdf" else "jpg"
            name = f"{number:02d} {_plain(found.caption or found.file_name)}.{ending}"
            kept.writestr(f"minh chung/{name}", data)
            told.append((name, evidence.criteria))
        criteria = _criteria(case)
        if criteria:
            kept.writestr("minh chung theo tieu chi.txt", _by_criterion(criteria, told))
    return made.getvalue(), case.code


def _criteria(case: Nomination) -> tuple[Criterion, ...]:
    with reading(None) as t:
        return campaigns.in_transaction(t, case.campaign_id).criteria if case.campaign_id else ()


def _by_criterion(criteria: Sequence[Criterion], told: Sequence[tuple[str, Sequence[UUID]]]) -> str:
    """Each line of the score sheet with the files that prove it; what proves the whole case last."""
    lines = []
    for criterion in criteria:
        found = [name for name, proves in told if criterion.id in proves]
        lines += [criterion.name, *(f"  {name}" for name in found or ["(chưa có tệp riêng)"])]
    rest = [name for name, proves in told if not proves]
    return "\n".join([*lines, *(["Cả hồ sơ", *(f"  {name}" for name in rest)] if rest else [])])


def _plain(name: str) -> str:
    """A name that every system takes inside a ZIP."""
    return "".join(letter if letter.isalnum() or letter in " -_" else "_" for letter in name)[:80].strip() or "tep"
