"""Reading a kept file: what is lost or damaged on the disk is said in one sentence, wherever it is asked for."""

from db import blobs
from db.errors import Corrupt
from recognition.hall import place
from recognition.hall.errors import NotFound, Unavailable

_RESTORE = "Anh/chị báo người quản trị phục hồi từ bản sao lưu."


def content(blob: str, what: str, mend: str = _RESTORE) -> bytes:
    """The bytes of a file named by its sha256; `what` it is stands in the sentence, `mend` says what to do when it is gone.

    Raises NotFound when it is not on the server, Unavailable when it is no longer what was stored.
    """
    try:
        return blobs.get(place.folder() / "files", blob)
    except KeyError:
        raise NotFound(f"{what} không còn trên máy chủ. {mend}") from None
    except Corrupt as broken:
        raise Unavailable(f"{what} bị hỏng trên máy chủ. {_RESTORE}") from broken
