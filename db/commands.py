"""What the command line does, once for a database opened here and for one that the running program holds.

Every command gets the open database, its data folder, its options as plain JSON values, and `say` for progress;
it answers the exit code: 0 well, 1 a problem was found, 2 refused.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db import anchors, archive, chain, checking, errors, open_urns, restoring, schema, tables
from db.core import Database
from db.folder import DataFolder

OK, PROBLEM, REFUSED = 0, 1, 2
Say = Callable[[str], None]
Command = Callable[[Database, DataFolder, Mapping[str, Any], Say], int]


def migrate(database: Database, _folder: DataFolder, _options: Mapping[str, Any], say: Say) -> int:
    """Bring the database to this program's schema."""
    done = schema.migrate(database)
    for number in done:
        say(f"Đã chạy bước nâng cấp số {number:04d}.")
    say(
        f"Cơ sở dữ liệu đang ở phiên bản {schema.number(database)}"
        + (", vừa nâng cấp xong." if done else ", không cần nâng cấp.")
    )
    return OK


def verify(database: Database, folder: DataFolder, options: Mapping[str, Any], say: Say) -> int:
    """Check the log, the marks, the invariants and the evidence; name what is wrong."""
    if options.get("accept"):
        return _accept(database, say)
    newest = max(step.number for step in schema.steps(database.engine))
    number = schema.number(database)
    if number < newest:
        say(
            f"Cơ sở dữ liệu ở phiên bản {number}, chương trình cần {newest}: anh/chị chạy «python -m db migrate» trước."
        )
        return PROBLEM
    problems = checking.check(database, files=folder.files, marks=database.anchors, say=say)
    for problem in problems:
        say(f"SAI: {problem}")
    with database.read() as tx:
        head = chain.read_head(tx)
    say(f"Nhật ký có {head.seq} mục, dấu cuối {head.hash[:20]}.")
    say(f"Tìm thấy {len(problems)} chỗ sai." if problems else "Mọi kiểm tra đều đạt.")
    return PROBLEM if problems else OK


def _accept(database: Database, say: Say) -> int:
    """The administrator says that the database as it stands is the right one; the log itself must be whole."""
    with database.read() as tx:
        report = chain.verify(tx)
        if not report.ok:
            say(f"Chưa chấp nhận: nhật ký sai từ mục số {report.first_bad}. {report.why}")
            return PROBLEM
    if database.anchors is None:
        say("Cơ sở dữ liệu này không có tệp mốc.")
        return REFUSED
    anchors.append(database.anchors, report.head, accepted=True)
    say(f"Đã ghi dấu mốc mới ở mục nhật ký số {report.head.seq}. Các dấu mốc sau số này không còn giá trị.")
    return OK


def backup(database: Database, folder: DataFolder, options: Mapping[str, Any], say: Say) -> int:
    """Make an archive, then open it to be sure. Options: `to` (a file; default a dated one in `backups/`), `without_open_urns`.

    While a sealed ballot is open nothing is made unless `without_open_urns` was chosen: then the urn stays out.
    """
    without = bool(options.get("without_open_urns"))
    if not _may_copy(database, say, without=without):
        return REFUSED
    target = Path(options.get("to") or folder.backups / f"guong-sang-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.zip")
    if target.exists():
        say(f"Tệp «{target}» đã có. Anh/chị chọn tên khác.")
        return REFUSED
    manifest = archive.write(
        database, target, files=folder.files, layouts=folder.layouts, say=say, open_urns=not without
    )
    say("Đang mở thử bản sao lưu.")
    archive.prove(target, say=say)
    rows = sum(part.rows for part in manifest.tables.values())
    say(f"Bản sao lưu: {target}")
    say(
        f"{rows} dòng, {len(manifest.files)} tệp, nhật ký đến mục số {manifest.head.seq}, dấu cuối {manifest.head.hash[:20]}."
    )
    return OK


OPEN_URNS = (
    "Đang bỏ phiếu kín: {}. Nhiều bản sao chép trong lúc bỏ phiếu, cùng hai cụm mật khẩu của tổ kiểm phiếu, nối được phiếu với người. "
    "Anh/chị đợi đóng thùng phiếu rồi sao lưu"
)


def _may_copy(database: Database, say: Say, *, without: bool) -> bool:
    """Whether a copy may be made now; what it means for sealed ballots is said."""
    with database.read() as tx:
        running, kept = open_urns.names(tx), open_urns.kept(tx)
    if running and not without:
        say(f"{OPEN_URNS.format('; '.join(running))}, hoặc chọn sao lưu mà để thùng phiếu ra ngoài (--without-open-urns).")
        return False
    if running:
        say(f"Để ra ngoài thùng phiếu đang mở của: {'; '.join(running)}. Phục hồi từ bản này thì phải bỏ phiếu lại.")
    if kept:
        say(f"Bản này có phiếu kín đã niêm phong, chưa huỷ, của: {'; '.join(kept)}. Huỷ phiếu xong thì xoá bản này khi đến hạn.")
    return True


def restore(database: Database, folder: DataFolder, options: Mapping[str, Any], say: Say) -> int:
    """Fill the empty database from an archive, then check it. Options: `archive`."""
    source = Path(options["archive"])
    manifest = restoring.restore(source, database, files=folder.files, layouts=folder.layouts, say=say)
    say(f"Đã phục hồi dữ liệu của ngày {manifest.made_at}, nhật ký đến mục số {manifest.head.seq}.")
    return verify(database, folder, {}, say)


def move(database: Database, folder: DataFolder, options: Mapping[str, Any], say: Say) -> int:
    """Carry everything into an empty database elsewhere and compare. Options: `to` (URL or file).

    A server keeps its evidence in this data folder; another file gets its own copies beside itself.
    """
    import db

    with database.read() as tx:
        running = open_urns.names(tx)
    if running:
        say(f"{OPEN_URNS.format('; '.join(running)).removesuffix('sao lưu')}chuyển.")
        return REFUSED
    to = str(options["to"])
    there = folder if to.startswith("postgres") else DataFolder(Path(to).resolve().parent)
    apart = there.root != folder.root
    passing = folder.backups / f"moving-{os.getpid()}-{datetime.now(UTC):%Y%m%dT%H%M%S}.zip"
    try:
        manifest = archive.write(
            database, passing, files=folder.files if apart else None, layouts=folder.layouts if apart else None, say=say
        )
        say("Đang ghi vào nơi mới.")
        with db.open(to, folder=there.root, trusting=True) as new:
            restoring.restore(passing, new, files=there.files, layouts=there.layouts)
            return _compare(new, manifest, say)
    finally:
        passing.unlink(missing_ok=True)


def _compare(new: Database, manifest: archive.Manifest, say: Say) -> int:
    with new.read() as tx:
        there = tables.fingerprints(tx)
        whole = chain.verify(tx)
    different = [name for name, part in manifest.tables.items() if there.get(name) != (part.rows, part.hash)]
    if different or not whole.ok:
        say(f"Nơi mới không khớp ở: {', '.join(different) or whole.why}")
        return PROBLEM
    say(f"Đã chuyển {len(there)} bảng, nơi mới khớp hoàn toàn. Nhật ký đến mục số {whole.head.seq}.")
    say("Việc làm sau thời điểm này ở nơi cũ sẽ không có ở nơi mới: anh/chị dừng chương trình rồi đổi DATABASE_URL.")
    return OK


def compact(database: Database, _folder: DataFolder, _options: Mapping[str, Any], say: Say) -> int:
    """Write the data anew after an erasure, then check the log."""
    database.compact()
    with database.read() as tx:
        report = chain.verify(tx, marks=database.anchors)
    if not report.ok:
        say(report.why)
        return PROBLEM
    say("Đã ghi lại dữ liệu gọn hơn; nội dung đã xóa không còn trên ổ đĩa.")
    say("Các bản sao lưu làm trước đó vẫn còn nội dung ấy: anh/chị xóa khi đến hạn.")
    return OK


#: What the running program does when asked from the command line.
WHILE_RUNNING: dict[str, Command] = {"migrate": migrate, "verify": verify, "backup": backup, "move": move}


def perform(command: Command, database: Database, folder: DataFolder, options: Mapping[str, Any], say: Say) -> int:
    """Do it; an error becomes its sentence and an exit code."""
    try:
        return command(database, folder, options, say)
    except errors.ChainBroken as error:
        say(error.sentence)
        return PROBLEM
    except errors.StoreError as error:
        say(error.sentence)
        return REFUSED
