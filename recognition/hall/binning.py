"""The bin: what was thrown away, by whom and when, until it is taken back or erased for good. Never anything of a vote."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from recognition.hall.errors import NotAllowed, NotFound
from recognition.hall.transaction import Transaction
from recognition.hall.words import Word
from vietnamese import dates

#: For how many days a thing can be taken back when no regulation says it; the regulation's key.
DAYS, KEY = 30, "bin.days"


class BinKind(Word):
    """What can lie in the bin."""

    NOMINATION = "nomination", "Bản nháp hồ sơ"
    EVIDENCE = "evidence", "Minh chứng"
    CAMPAIGN = "campaign", "Phong trào đang soạn"


@dataclass(frozen=True)
class Binned:
    """One thing in the bin as its own people see it. `removed_by` is a name, empty when it was not kept."""

    kind: BinKind
    id: UUID
    name: str
    detail: str
    removed_by: str
    removed_at: datetime

    def last_day(self, days: int) -> datetime:
        """Until when it can be taken back (UTC)."""
        return self.removed_at + timedelta(days=days)

    def expired(self, days: int, now: datetime) -> bool:
        """Whether its days are over."""
        return now > self.last_day(days)


#: Not in the bin: a condition on a row's id.
NOMINATION_KEPT = "n.id not in (select b.object_id from bin_item b where b.kind = 'nomination')"
CAMPAIGN_KEPT = "c.id not in (select b.object_id from bin_item b where b.kind = 'campaign')"


def put(t: Transaction, kind: BinKind, object_id: UUID) -> None:
    """Throw a thing away in this transaction; its own room has hidden it."""
    t.run("insert into bin_item (kind, object_id, removed_by, removed_at) values ($1, $2, $3, $4)", kind.value, object_id, t.who.account_id if t.who else None, dates.now_utc())


def take(t: Transaction, kind: BinKind, object_id: UUID) -> None:
    """It lies in the bin no more. Raises NotFound when it did not."""
    if not t.run("delete from bin_item where kind = $1 and object_id = $2", kind.value, object_id):
        raise NotFound("Mục này không còn trong Thùng rác. Anh/chị tải lại trang.")


def require_in_time(t: Transaction, kind: BinKind, object_id: UUID, days: int) -> None:
    """Raise NotFound when a thing is not in the bin, NotAllowed when its days are over."""
    removed_at = t.value("select removed_at from bin_item where kind = $1 and object_id = $2", kind.value, object_id)
    if removed_at is None:
        raise NotFound("Mục này không còn trong Thùng rác. Anh/chị tải lại trang.")
    if dates.now_utc() > removed_at + timedelta(days=days):
        raise NotAllowed(f"Mục này đã ở Thùng rác quá {days} ngày nên không khôi phục được nữa. Anh/chị lập lại, hoặc hỏi người quản trị.")
