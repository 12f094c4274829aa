"""What waits for the administrator: what a new installation still lacks, numbers to compare with their papers, a fresh backup."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pages.home.providers import WorkItem
from recognition.accounts import actions as accounts
from recognition.catalogue import actions as catalogue
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.units import actions as units
from vietnamese import dates, numbers

#: A backup older than this is asked for again.
STALE = timedelta(days=7)


def items(who: Actor) -> list[WorkItem]:
    """Nothing for whoever does not administer."""
    if not allowed(who, Verb.MANAGE_ACCOUNTS):
        return []
    return [*_first_steps(who), *_unverified(who), *_backup(who, dates.today())]


def _first_steps(who: Actor) -> Iterator[WorkItem]:
    """What must be there before anybody else can work."""
    if not units.find(who).total:
        yield WorkItem(
            "account_tree", "Khai báo các đơn vị", "Chưa có đơn vị nào. Tệp mẫu nhận cả đơn vị, nhân sự và tài khoản trong một lần.", "Nhập từ Excel",
            "pages/admin/workbook.py",
        )  # fmt: skip
    if accounts.find(who).total < 2:
        yield WorkItem("group", "Lập tài khoản cho mọi người", "Mới có tài khoản của anh/chị. Thư ký và người đề nghị cần tài khoản riêng.", "Lập tài khoản", "pages/accounts/list.py")
    if not accounts.address() and not accounts.is_sample():
        yield WorkItem(
            "qr_code_2", "Đặt địa chỉ tra cứu giấy khen", "Mã QR trên giấy khen chưa dẫn tới đâu. Đặt trước khi in tờ đầu tiên.", "Đặt địa chỉ", "pages/admin/address.py",
        )  # fmt: skip


def _unverified(who: Actor) -> Iterator[WorkItem]:
    today = dates.today()
    open_ones = [rule for rule in catalogue.regulations(who) if not rule.verified and rule.from_date <= today and (rule.to_date is None or rule.to_date >= today)]
    if open_ones:
        yield WorkItem(
            "fact_check", f"{numbers.integer(len(open_ones))} con số của quy định chưa đối chiếu với văn bản",
            "Mỗi kết quả tính từ số chưa đối chiếu đều ghi «chưa kiểm chứng».", "Đối chiếu", "pages/admin/regulations.py", parameters={"chua": "1"},
        )  # fmt: skip


def _backup(who: Actor, today: date) -> Iterator[WorkItem]:
    """None for the sample: nothing in it is worth keeping."""
    if not allowed(who, Verb.BACK_UP) or accounts.is_sample():
        return
    made = accounts.backups(who)
    last = dates.to_local(made[0].made_at).date() if made else None
    if last is None or today - last > STALE:
        why = f"Bản gần nhất ngày {dates.short(last)}." if last else "Chưa có bản sao lưu nào."
        yield WorkItem("backup", "Sao lưu dữ liệu", f"{why} Ổ đĩa hỏng thì chỉ bản sao lưu cứu được hồ sơ.", "Sao lưu", "pages/admin/backups.py")
