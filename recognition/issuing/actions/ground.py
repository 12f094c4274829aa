"""What every action on certificates stands on."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from certificates import Layout, LayoutInfo, Refused, draw_art, has_art, lay_art, layouts, load_layout, parse_layout
from db import blobs
from recognition.accounts import actions as accounts
from recognition.decisions import actions as decisions
from recognition.decisions.terms import Decision, DecisionState
from recognition.hall import kept_files, permissions, place
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role, Verb
from recognition.issuing.store import awards as award_store
from recognition.issuing.store import certificates as store
from recognition.issuing.terms import AwardFacts, Certificate

KIND = "certificate"


def recorded(t: Transaction, who: Actor, decision_id: UUID, verb: Verb) -> Decision:
    """A recorded decision of an issuer where `who` may do `verb`. Raises NotFound, NotAllowed."""
    found = decisions.in_transaction(t, decision_id)
    if found.issuer_id not in who.issuers(Role.CLERK, Role.SECRETARY) or found.state is not DecisionState.RECORDED:
        raise NotFound()
    permissions.require(who, verb, found)
    return found


def award(t: Transaction, who: Actor, award_id: UUID, verb: Verb) -> AwardFacts:
    """An award whose certificate `who` may handle. Raises NotFound, NotAllowed."""
    found = award_store.get(t, award_id)
    if found is None or found.issuer_id not in who.issuers(Role.CLERK, Role.SECRETARY):
        raise NotFound()
    permissions.require(who, verb, found)
    return found


def certificate(t: Transaction, who: Actor, certificate_id: UUID, verb: Verb) -> Certificate:
    """A certificate that `who` may handle. Raises NotFound, NotAllowed."""
    found = store.get(t, certificate_id)
    if found is None or found.issuer_id not in who.issuers(Role.CLERK, Role.SECRETARY):
        raise NotFound()
    permissions.require(who, verb, found)
    return found


def own_layouts() -> Path:
    """Where the office's own layouts lie."""
    return place.folder() / "layouts"


def known_layouts(track: str = "") -> list[LayoutInfo]:
    """The layouts that suit a track, bundled ones first; all for an empty track."""
    return [info for info in layouts(own_layouts()) if not track or info.track in (track, "any")]


def layout(name: str) -> Layout:
    """A layout by its name, the office's own before a bundled one. Raises Invalid."""
    own = own_layouts() / f"{name}.toml"
    if "/" in name or "\\" in name or name.startswith("."):
        raise NotAllowed("Tên mẫu giấy khen không hợp lệ. Anh/chị chọn mẫu trong danh sách.")
    try:
        return load_layout(own if own.is_file() else name)
    except Refused as wrong:
        raise Invalid({"layout": wrong.sentence}) from wrong


def with_art(layout: Layout) -> Layout:
    """The layout with today's ornament kept as a file: what is issued with it looks the same after the program draws differently.

    The sample keeps none: nobody reprints it years later. Raises Invalid when it cannot be drawn, DiskFull, Unavailable.
    """
    if layout.kept_art or accounts.is_sample():
        return layout
    try:
        return replace(layout, kept_art=blobs.put(_files(), draw_art(layout)))
    except Refused as wrong:
        raise Invalid({"layout": wrong.sentence}) from wrong


def kept_layout(t: Transaction, version: str) -> Layout:
    """The layout that papers were issued with; its ornament lies where drawing finds it. Raises NotFound, Unavailable when that was lost or damaged."""
    content, art = store.layout(t, version)
    layout = replace(parse_layout(content), kept_art=art)
    if art and not has_art(art):
        lay_art(kept_files.content(art, "Hình nền đã giữ khi cấp giấy"))
    return layout


def _files() -> Path:
    return place.folder() / "files"
