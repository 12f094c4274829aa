"""A file that appears whole under its name, or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from certificates.errors import Refused


@contextmanager
def safely(out: Path) -> Iterator[BinaryIO]:
    """Give a temporary file beside `out`, renamed onto it at the end; on any failure `out` stays as it was.

    Raises Refused, with one sentence, for a full disk, a missing folder or a forbidden place.
    """
    out = Path(out)
    temporary: Path | None = None
    try:
        if out.exists() and not out.is_file():
            raise IsADirectoryError(errno.EISDIR, "not a file")
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(out)
    except OSError as wrong:
        raise Refused(f"Không ghi được tệp «{out.name}»: {_why(wrong, out)}.") from wrong
    finally:
        if temporary:
            temporary.unlink(missing_ok=True)


def _why(wrong: OSError, out: Path) -> str:
    """Say what kept a file from being written, and how to mend it."""
    if wrong.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "đĩa đã đầy; hãy dọn bớt hoặc ghi sang đĩa khác"
    if wrong.errno in (errno.ENOENT, errno.ENOTDIR):
        return f"không có thư mục «{out.parent}»; hãy tạo thư mục hoặc sửa đường dẫn"
    if wrong.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"không được phép ghi vào thư mục «{out.parent}»; hãy chọn thư mục khác"
    if wrong.errno == errno.EISDIR:
        return "đó là thư mục hoặc thiết bị; hãy ghi tên một tệp"
    if wrong.errno == errno.ENAMETOOLONG:
        return "tên tệp dài quá; hãy đặt tên ngắn hơn"
    return "hãy kiểm tra chỗ trống trên đĩa và quyền ghi thư mục"
