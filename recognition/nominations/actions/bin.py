"""The bin of cases and files: looked into, taken back under today's rules, emptied for good."""

from datetime import timedelta
from uuid import UUID

from db import blobs
from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignState
from recognition.catalogue import actions as catalogue
from recognition.hall import audit, binning, permissions, place, road
from recognition.hall.actor import Actor
from recognition.hall.binning import BinKind, Binned
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.nominations.actions import ground
from recognition.nominations.actions.files import fits, open_for
from recognition.nominations.actions.ground import KIND
from recognition.nominations.store import cases, parts, thrown
from recognition.nominations.terms import Evidence, EvidenceKind, Nomination
from vietnamese import dates

#: How many things of a kind the bin shows.
MOST = 500


def days() -> int:
    """For how many days a thing can be taken back."""
    found = catalogue.regulations_on(dates.today()).get(binning.KEY)
    return int(found.value) if found else binning.DAYS


def thrown_away(who: Actor) -> list[Binned]:
    """The person's own drafts in the bin, then the files of their unit's cases. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_BIN)
    units = list(who.units(Role.NOMINATOR, subtree=False))
    with reading(who) as t:
        return [*thrown.cases(t, who.account_id, units, MOST), *thrown.files(t, who, units, MOST)] if units else []


def restore(who: Actor, nomination_id: UUID, key: UUID | None = None) -> Nomination:
    """A draft from the bin is a draft again. Raises NotFound, NotAllowed (its days are over), Invalid (its campaign is over)."""
    with transaction(who, key) as t:
        before = cases.get(t, nomination_id)
        if before is None or before.created_by != who.account_id:
            raise NotFound()
        permissions.require(who, Verb.RESTORE, before)
        binning.require_in_time(t, BinKind.NOMINATION, nomination_id, days())
        _campaign_open(t, before)
        binning.take(t, BinKind.NOMINATION, nomination_id)
        after = ground.change_state(t, before, road.after(before.state, Verb.RESTORE), reasons=())
        audit.note(t, Verb.RESTORE, KIND, nomination_id, before=before, after=after)
        t.result = str(nomination_id)
    return after


def _campaign_open(t: Transaction, nomination: Nomination) -> None:
    campaign = campaigns.in_transaction(t, nomination.campaign_id) if nomination.campaign_id else None
    if campaign is not None and campaign.state is CampaignState.CLOSED:
        raise Invalid({"": f"Phong trào «{campaign.name}» đã kết thúc nên không khôi phục hồ sơ này được. Anh/chị lập hồ sơ mới ở phong trào đang mở."})


def restore_evidence(who: Actor, evidence_id: UUID, key: UUID | None = None) -> Evidence:
    """A file from the bin hangs on its case again, without the criteria that it proved.

    Raises NotFound, NotAllowed (its days are over, the case has gone on), Invalid (`file`: no room, there already).
    """
    with transaction(who, key) as t:
        found = thrown.removed_file(t, evidence_id)
        if found is None:
            raise NotFound("Tệp này không còn trong Thùng rác. Anh/chị tải lại trang.")
        nomination = open_for(t, who, found["nomination_id"], Verb.ADD_EVIDENCE)
        binning.require_in_time(t, BinKind.EVIDENCE, evidence_id, days())
        fits(parts.evidence(t, nomination.id), found["blob"], EvidenceKind(found["kind"]), found["file_name"])
        binning.take(t, BinKind.EVIDENCE, evidence_id)
        thrown.hang_again(t, evidence_id)
        after = parts.one_evidence(t, evidence_id)
        assert after is not None
        audit.note(t, Verb.RESTORE, KIND, nomination.id, after=after, case=nomination, detail=after.caption or after.file_name)
        t.result = str(evidence_id)
    return after


def overdue(who: Actor) -> tuple[int, int]:
    """How many drafts and how many files nobody can take back any more: numbers only. Raises NotAllowed."""
    permissions.require(who, Verb.ERASE)
    with reading(who) as t:
        files, drafts = thrown.old(t, dates.now_utc() - timedelta(days=days()))
    return len(drafts), len(files)


def erase_overdue(who: Actor, key: UUID | None = None) -> tuple[int, int]:
    """Erase drafts and files whose days are over, for good; how many of each. What a sent content names stays. Raises NotAllowed."""
    permissions.require(who, Verb.ERASE)
    with transaction(who, key) as t:
        files, drafts = thrown.old(t, dates.now_utc() - timedelta(days=days()))
        thrown.erase(t, [row["id"] for row in files], drafts)
        audit.note(t, Verb.ERASE, "bin", None, after={"drafts": len(drafts), "files": len(files)}, detail=f"{len(drafts)} bản nháp, {len(files)} tệp quá hạn giữ ở Thùng rác.")
        t.result = f"{len(drafts)} {len(files)}"
    _unlink(who, sorted({row["blob"] for row in files}))
    return len(drafts), len(files)


def _unlink(who: Actor, names: list[str]) -> None:
    """Take files off the disk that no row names; no writer hangs one on a case meanwhile."""
    if not names:
        return
    with transaction(who) as t:
        named = thrown.still_named(t, names)
        for name in names:
            if name not in named:
                blobs.remove(place.folder() / "files", name)
