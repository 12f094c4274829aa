"""What a file handed in really is, before it is kept: looked at by a limited child process, pictures drawn anew."""

import hashlib
import tempfile
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import intake
from recognition.hall.errors import Invalid


@dataclass(frozen=True)
class Examined:
    """The bytes to keep, what they are, and what the file told before its hidden data were dropped."""

    data: bytes
    media_type: str
    picture_hash: str | None = None
    taken_on: date | None = None


#: The last few small files that were looked at: one scan is hung on many cases, and need not be looked at each time.
_REMEMBERED: OrderedDict[tuple[str, str], Examined] = OrderedDict()
_REMEMBER_FILES, _REMEMBER_BYTES = 16, 2 * 1024 * 1024


def examined(data: bytes, file_name: str) -> Examined:
    """The file as it is kept: pictures reduced without their hidden data, PDF as they came. Raises Invalid on `file`."""
    known = (hashlib.sha256(data).hexdigest(), Path(file_name).suffix.lower())
    found = _REMEMBERED.get(known)
    if found is None:
        found = _looked_at(data, file_name)
        if len(data) <= _REMEMBER_BYTES:
            _REMEMBERED[known] = found
            while len(_REMEMBERED) > _REMEMBER_FILES:
                _REMEMBERED.popitem(last=False)
    return found


def _looked_at(data: bytes, file_name: str) -> Examined:
    if len(data) > intake.LIMITS.evidence_bytes:
        raise Invalid({"file": f"Tệp «{file_name}» lớn hơn {intake.LIMITS.evidence_bytes // (1024 * 1024)} MB. Anh/chị chụp hoặc quét lại với cỡ nhỏ hơn."})
    with tempfile.TemporaryDirectory(prefix="guong-sang-") as folder:
        path = Path(folder) / f"tep{Path(file_name).suffix.lower()[:10]}"
        path.write_bytes(data)
        try:
            found = intake.check_evidence(path)
        except intake.Refused as refused:
            raise Invalid({"file": f"«{file_name}»: {refused.sentence}"}) from refused
    return Examined(found.data, found.mime, found.fingerprint, _day(found.taken))


def _day(taken: str | None) -> date | None:
    """The day of a camera's moment, if it is one."""
    try:
        return date.fromisoformat((taken or "")[:10])
    except ValueError:
        return None
