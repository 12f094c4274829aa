"""The files of a case: added, removed, shown, fetched."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from db import blobs
from intake.fingerprint import SAME, apart, as_number, near_quarters, quarters, same_picture
from recognition.campaigns import actions as campaigns
from recognition.hall import audit, binning, kept_files, permissions, place, road
from recognition.hall.actor import Actor
from recognition.hall.binning import BinKind
from recognition.hall.errors import Invalid, NotAllowed, NotFound, refuse
from recognition.hall.lengths import bounded
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.nominations import rules
from recognition.nominations.actions import ground
from recognition.nominations.actions.examining import Examined, examined
from recognition.nominations.actions.ground import KIND
from recognition.nominations.store import parts, pictures
from recognition.nominations.terms import Evidence, EvidenceInput, EvidenceKind, Nomination
from vietnamese import dates, text

MOST = 30
FILE_NAME, CAPTION = 150, 200


def evidence(who: Actor, nomination_id: UUID) -> list[Evidence]:
    """The files of a case, in the order in which they were added. Raises NotFound."""
    with reading(who) as t:
        ground.require_seen(t, who, nomination_id)
        return parts.evidence(t, nomination_id)


def proofs(who: Actor, nomination_id: UUID) -> dict[UUID, tuple[str, ...]]:
    """File → the names of the criteria that it proves, for whoever sees the case. Raises NotFound."""
    with reading(who) as t:
        case = ground.seen(t, who, nomination_id)
        lines = campaigns.in_transaction(t, case.campaign_id).criteria if case.campaign_id else ()
        return {file.id: tuple(line.name for line in lines if line.id in file.criteria) for file in parts.evidence(t, nomination_id)}


def evidence_file(who: Actor, evidence_id: UUID) -> tuple[bytes, Evidence]:
    """The bytes of one file for whoever may see its case. Raises NotFound, Unavailable when it is broken on the disk."""
    with reading(who) as t:
        found = parts.one_evidence(t, evidence_id)
        if found is None:
            raise NotFound()
        ground.require_seen(t, who, found.nomination_id)
    return content(found), found


def behind(t: Transaction, nomination_id: UUID) -> list[Evidence]:
    """The files of a case for the room that shows it with names hidden; the caller has asked whether they may be shown."""
    return parts.evidence(t, nomination_id)


def content(found: Evidence) -> bytes:
    """The bytes of a file that was looked up with the right to see it. Raises NotFound, Unavailable when it is broken on the disk."""
    return kept_files.content(found.blob, "Tệp minh chứng")


def add_evidence(who: Actor, nomination_id: UUID, given: EvidenceInput, key: UUID | None = None) -> Evidence:
    """Hang a file on a draft or a returned case. Raises NotAllowed, NotFound, Invalid (on `file`, `caption`)."""
    given = tidy(given)
    kept = examined(given.data, given.file_name)
    with transaction(who, key) as t:
        nomination = open_for(t, who, nomination_id, Verb.ADD_EVIDENCE)
        added = hang(t, who, nomination, given, kept)
        told = dict.fromkeys((given.kind.label, given.caption or given.file_name))  # a caption that repeats the kind is said once
        audit.note(t, Verb.ADD_EVIDENCE, KIND, nomination_id, after=added, case=nomination, detail=": ".join(told))
        t.result = str(added.id)
    return added


def tidy(given: EvidenceInput) -> EvidenceInput:
    """A file with a clean name and caption. Raises Invalid on `caption`."""
    given = replace(given, file_name=text.clean(given.file_name)[-FILE_NAME:] or "tep", caption=text.clean(given.caption))
    refuse(bounded(("caption", given.caption, CAPTION, "Chú thích")))
    return given


def hang(t: Transaction, who: Actor, nomination: Nomination, given: EvidenceInput, kept: Examined) -> Evidence:
    """Keep a file that was looked at with its case. The caller has asked the right and writes the entry. Raises Invalid."""
    _check_criteria(t, nomination, given.criteria)
    there = parts.evidence(t, nomination.id)
    fits(there, "", given.kind, given.file_name)  # a full case takes no file onto the disk
    blob = blobs.put(place.folder() / "files", kept.data)
    fits(there, blob, given.kind, given.file_name)
    facts = {"media_type": kept.media_type, "bytes": len(kept.data), "picture_hash": kept.picture_hash, "taken_on": kept.taken_on}
    made = parts.add_evidence(t, nomination.id, given, blob, facts, who.account_id, dates.now_utc())
    if kept.picture_hash is not None:
        pictures.keep_quarters(t, made, as_number(kept.picture_hash), quarters(kept.picture_hash))
    added = parts.one_evidence(t, made)
    assert added is not None
    return added


def remove_evidence(who: Actor, evidence_id: UUID, key: UUID | None = None) -> Evidence:
    """Put a file of a draft or a returned case into the bin; what was sent before still names it. Raises NotAllowed, NotFound."""
    with transaction(who, key) as t:
        found = parts.one_evidence(t, evidence_id)
        if found is None:
            raise NotFound()
        nomination = open_for(t, who, found.nomination_id, Verb.REMOVE_EVIDENCE)
        parts.remove_evidence(t, evidence_id, dates.now_utc())
        binning.put(t, BinKind.EVIDENCE, evidence_id)
        audit.note(t, Verb.REMOVE_EVIDENCE, KIND, found.nomination_id, before=found, case=nomination, detail=found.caption or found.file_name)
        t.result = str(evidence_id)
    return found


def prove(who: Actor, evidence_id: UUID, criteria: Sequence[UUID], key: UUID | None = None) -> Evidence:
    """Say anew which lines of the score sheet a file proves. Raises NotAllowed, NotFound, Invalid (on `criteria`)."""
    with transaction(who, key) as t:
        before = parts.one_evidence(t, evidence_id)
        if before is None:
            raise NotFound()
        nomination = open_for(t, who, before.nomination_id, Verb.ADD_EVIDENCE)
        names = _check_criteria(t, nomination, criteria)
        parts.prove(t, evidence_id, criteria)
        after = parts.one_evidence(t, evidence_id)
        assert after is not None
        detail = f"{before.caption or before.file_name} chứng minh cho {', '.join(f'«{name}»' for name in names) or 'cả hồ sơ'}"
        audit.note(t, Verb.ADD_EVIDENCE, KIND, nomination.id, before=before, after=after, case=nomination, detail=detail)
        t.result = str(evidence_id)
    return after


def _check_criteria(t: Transaction, nomination: Nomination, criteria: Sequence[UUID]) -> tuple[str, ...]:
    """A file proves lines of the case's own campaign; their names."""
    lines = campaigns.in_transaction(t, nomination.campaign_id).criteria if nomination.campaign_id and criteria else ()
    if not set(criteria) <= {line.id for line in lines}:
        raise Invalid({"criteria": "Có tiêu chí không thuộc phong trào của hồ sơ. Anh/chị chọn lại."})
    return tuple(line.name for line in lines if line.id in set(criteria))


def used_twice(t: Transaction, nomination_id: UUID) -> tuple[str, ...]:
    """Pictures of a case that other sent cases show too, a sentence each; signed papers may serve many cases and do not count."""
    kinds = [EvidenceKind.PICTURE.value, EvidenceKind.PAPER.value]
    own = pictures.own(t, nomination_id, kinds)
    if not own:
        return ()
    hashes, mine = {row["picture_hash"] for row in own}, {str(row["id"]) for row in own}
    near = pictures.near(t, near_quarters(hashes))
    numbers = [as_number(each) for each in hashes]
    alike = [other for other, bits in near.items() if other not in mine and any(apart(each, bits) <= SAME for each in numbers)]
    others = pictures.shown(t, alike, kinds, nomination_id) if alike else []
    found = [(one, other) for one in own for other in others if same_picture(one["picture_hash"], other["picture_hash"])]
    return tuple(dict.fromkeys(f"«{one['name']}» giống ảnh ở hồ sơ {other['code']} của {other['unit_name']}" for one, other in found))


def fits(there: Sequence[Evidence], blob: str, kind: EvidenceKind, name: str) -> None:
    """Raise Invalid (`file`) when a case has no room for one more file, or has this one already."""
    if len(there) >= MOST:
        raise Invalid({"file": f"Hồ sơ đã có {MOST} tệp, nhiều nhất là {MOST}. Anh/chị bỏ bớt tệp ít cần."})
    if any(each.blob == blob and each.kind == kind for each in there):
        raise Invalid({"file": f"Tệp «{name}» đã có trong hồ sơ này."})


def open_for(t: Transaction, who: Actor, nomination_id: UUID, verb: Verb) -> Nomination:
    """The case, locked, when its files may change. Raises NotFound, NotAllowed."""
    found = ground.lock(t, nomination_id)
    permissions.require(who, verb, found)
    if found.state not in road.EDITABLE:
        raise NotAllowed(f"Hồ sơ đang ở bước «{found.state.label}» nên không đổi minh chứng được. Anh/chị thu hồi về sửa nếu chưa ai xử lý.")
    return found


def missing_papers(who: Actor, nomination_id: UUID) -> tuple[rules.Finding, ...]:
    """What the dossier of the case's award still lacks."""
    with reading(who) as t:
        nomination = ground.seen(t, who, nomination_id)
        data = ground.as_input(nomination)
        found = rules.findings(data, ground.facts(t, data, nomination, dates.today()))
    return tuple(each for each in found if each.field == "evidence")
