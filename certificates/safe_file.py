"""A file that appears whole under its name, or not at all."""

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
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(out)
    except OSError as wrong:
        raise Refused(f"Không ghi được tệp «{out.name}» ({wrong.strerror or wrong}); hãy kiểm tra chỗ trống trên đĩa và quyền ghi thư mục.") from wrong
    finally:
        if temporary:
            temporary.unlink(missing_ok=True)
