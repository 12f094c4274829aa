"""What somebody is typing, kept apart from the case: it survives a closed tab and a restart, and only they see it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb
from recognition.nominations.store import parts
from vietnamese import dates

LONGEST = 200_000
#: Beside the fields: which stored version of the case they were typed over.
VERSION = "_version"
#: Whose form it is; every other one is a proposal's or a model's, written by nominators.
_WRITERS = {"meeting": Verb.RECORD_MEETING, "covenant": Verb.DRAW_COVENANT, "covenant_report": Verb.REPORT_COVENANT}


def keep_draft(who: Actor, kind: str, content: Mapping[str, Any], object_id: UUID | None = None) -> datetime:
    """Keep what is typed in form `kind` (texts, whole numbers, dates as text); when. Raises NotAllowed, Invalid."""
    permissions.require(who, _WRITERS.get(kind, Verb.NOMINATE))
    if sum(len(str(value)) for value in content.values()) > LONGEST:
        raise Invalid({"": "Nội dung đang nhập quá dài nên chưa lưu được bản nháp. Anh/chị rút gọn lại."})
    now = dates.now_utc()
    with transaction(who) as t:
        parts.keep_draft(t, who.account_id, kind, object_id, content, now)
    return now


def keep_words(who: Actor, kind: str, object_id: UUID | None, field: str, words: str, version: int) -> bool:
    """Keep the last words of one long text as its tab closes; False when a newer version is being typed elsewhere.

    Raises NotAllowed, Invalid.
    """
    permissions.require(who, _WRITERS.get(kind, Verb.NOMINATE))
    with transaction(who) as t:
        kept = parts.kept_draft(t, who.account_id, kind, object_id)
        content = kept[0] if kept else {}
        if content.get(VERSION, 0) > version:
            return False
        same = content if content.get(VERSION, 0) == version else {}
        content = {**same, field: words, VERSION: version}
        if sum(len(str(value)) for value in content.values()) > LONGEST:
            raise Invalid({"": "Nội dung đang nhập quá dài nên chưa lưu được bản nháp. Anh/chị rút gọn lại."})
        parts.keep_draft(t, who.account_id, kind, object_id, content, dates.now_utc())
    return True


def kept_draft(who: Actor, kind: str, object_id: UUID | None = None) -> tuple[dict[str, Any], datetime] | None:
    """What was kept of form `kind`, and when; None when nothing was."""
    with reading(who) as t:
        return parts.kept_draft(t, who.account_id, kind, object_id)


def drop_draft(who: Actor, kind: str, object_id: UUID | None = None) -> None:
    """Forget what was kept."""
    with transaction(who) as t:
        parts.drop_draft(t, who.account_id, kind, object_id)
