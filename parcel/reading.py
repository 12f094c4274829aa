"""Opening a parcel that somebody handed in: nothing in it is believed before its signature and every hash were checked.

Parts are stored, never packed, so a small file cannot unfold into a large one; their names are the places that the manifest counts.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from parcel import canonical, sealing
from parcel.cards import Card, Keys, card_from, card_of
from parcel.errors import Refused
from parcel.packing import CASES, CONTEXT, FORMAT, MANIFEST, RESULTS, SIGNATURE, VERSION, path_of

MB = 1024 * 1024
BROKEN = "Tệp đã hỏng hoặc chép chưa xong. Anh/chị chép lại từ USB; vẫn không được thì xin nơi gửi làm lại gói."
FOREIGN = "Tệp này không phải gói chuyển của Gương Sáng. Anh/chị chọn tệp mà nơi gửi tải từ trang «Gói chuyển cấp»."
NEWER = "Gói do bản phần mềm mới hơn lập ra (dạng {}). Anh/chị nâng cấp phần mềm ở đây rồi mở lại."
BOMB = "Tệp có phần bị nén hoặc nhiều phần quá mức của một gói chuyển nên không được mở. Anh/chị xin nơi gửi tải lại gói."
NAMES = "Tệp có phần trùng tên hoặc không có trong bảng kê của gói nên không được mở. Anh/chị xin nơi gửi tải lại gói."
SIGNED = "Bảng kê của gói đã bị sửa sau khi ký: chữ ký không khớp. Anh/chị đừng dùng tệp này, xin nơi gửi gói khác."
HASHES = "Có phần trong gói không khớp với bảng kê đã ký. Anh/chị đừng dùng tệp này, xin nơi gửi gói khác."
ELSEWHERE = "Gói này gửi cho {} (dấu khoá {}), không phải cho nơi đây. Anh/chị xin nơi gửi làm gói theo đúng thẻ của nơi đây."


@dataclass(frozen=True)
class Limits:
    """How large a parcel may be, in bytes and counts."""

    bytes: int = 200 * MB
    parts: int = 3_000
    manifest_bytes: int = 1 * MB
    content_bytes: int = 20 * MB


LIMITS = Limits()


@dataclass(frozen=True)
class Label:
    """What the signed manifest says. The signature is sound; whether the sender is who they say, the caller must know."""

    id: UUID
    kind: str
    number: int
    made_on: date
    sender: Card
    to_name: str
    to_fingerprint: str
    cases: int
    files: int
    fresh: bytes
    parts: tuple[tuple[str, int, str], ...]
    """Path, bytes, SHA-256 of each part as it lies in the file."""


@dataclass(frozen=True)
class Opened:
    """A parcel that was opened: its label, what it says, its files by the SHA-256 of their bytes."""

    label: Label
    content: Mapping[str, Any]
    files: Mapping[str, bytes]


def inspect(data: bytes, limits: Limits = LIMITS) -> Label:
    """The label of a parcel, after signature, names, sizes and hashes were checked; nothing is opened. Raises Refused."""
    with _archive(data, limits) as archive:
        return _checked(archive, limits, whole=True)


def opened(data: bytes, keys: Keys, limits: Limits = LIMITS, *, files: bool = True) -> Opened:
    """A parcel for us, opened; without `files` only its first part, what it says. Raises Refused, also when it is for somebody else."""
    with _archive(data, limits) as archive:
        label = _checked(archive, limits, whole=files)
        own = card_of(keys, "x").fingerprint
        if label.to_fingerprint != own:
            raise Refused(ELSEWHERE.format(label.to_name, label.to_fingerprint))
        try:
            box = sealing.for_opening(keys.opening, label.fresh, str(label.id))
            plain = [
                box.open(place, path, archive.read(path))
                for place, (path, _, _) in enumerate(label.parts) if files or place == 0
            ]  # fmt: skip
            if len(plain[0]) > limits.content_bytes:
                raise Refused(BOMB)
            content = canonical.read(plain[0])
        except ValueError as wrong:
            raise Refused(HASHES) from wrong
    return Opened(label, content, {hashlib.sha256(each).hexdigest(): each for each in plain[1:]})


def _archive(data: bytes, limits: Limits) -> zipfile.ZipFile:
    if len(data) > limits.bytes:
        raise Refused(f"Gói lớn hơn {limits.bytes // MB} MB. Anh/chị xin nơi gửi chia thành nhiều gói.")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as wrong:  # all that zipfile says of bytes that are no archive
        raise Refused(BROKEN if data.startswith(b"PK") else FOREIGN) from wrong


def _checked(archive: zipfile.ZipFile, limits: Limits, *, whole: bool) -> Label:
    members = archive.infolist()
    names = [member.filename for member in members]
    if MANIFEST not in names or SIGNATURE not in names:
        raise Refused(FOREIGN)
    if len(members) > limits.parts + 2 or any(_odd(member) for member in members):
        raise Refused(BOMB)
    if len(set(names)) != len(names):
        raise Refused(NAMES)
    sizes = {member.filename: member.file_size for member in members}
    if sizes[MANIFEST] > limits.manifest_bytes or sum(sizes.values()) > limits.bytes:
        raise Refused(BOMB)
    label = _label(_bytes(archive, MANIFEST), _bytes(archive, SIGNATURE))
    if set(names) != {MANIFEST, SIGNATURE, *(path for path, _, _ in label.parts)}:
        raise Refused(NAMES)
    for path, size, sha256 in label.parts if whole else label.parts[:1]:
        if sizes[path] != size or hashlib.sha256(_bytes(archive, path)).hexdigest() != sha256:
            raise Refused(HASHES)
    return label


def _odd(member: zipfile.ZipInfo) -> bool:
    """Packed, closed with a password, a link, or lying about its size: nothing that `packing` writes."""
    link = (member.external_attr >> 16) & 0o170000 == 0o120000
    return member.compress_type != zipfile.ZIP_STORED or member.compress_size != member.file_size or bool(member.flag_bits & 0x1) or link


def _bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as wrong:  # … and of a damaged member
        raise Refused(BROKEN) from wrong


def _label(manifest: bytes, signature: bytes) -> Label:
    try:
        told = canonical.read(manifest)
    except ValueError as wrong:
        raise Refused(FOREIGN) from wrong
    if told.get("format") != FORMAT:
        raise Refused(FOREIGN)
    if told.get("version") != VERSION:
        raise Refused(NEWER.format(told.get("version")) if isinstance(told.get("version"), int) else FOREIGN)
    try:
        sender = card_from(told.get("from"))
        Ed25519PublicKey.from_public_bytes(sender.signing).verify(base64.b64decode(signature, validate=True), CONTEXT + manifest)
    except (Refused, InvalidSignature, ValueError) as wrong:
        raise Refused(SIGNED) from wrong
    try:
        return _read(told, sender)
    except (KeyError, TypeError, ValueError) as wrong:
        raise Refused(FOREIGN) from wrong


def _read(told: dict[str, Any], sender: Card) -> Label:
    """The label from a manifest whose signature is sound. Raises KeyError, TypeError, ValueError when it is not one of ours."""
    parts = tuple((_of(each["path"], str), _of(each["bytes"], int), _of(each["sha256"], str)) for each in told["parts"])
    if not parts or [path for path, _, _ in parts] != [path_of(place) for place in range(len(parts))]:
        raise ValueError("parts")
    kind, fresh = told["kind"], base64.b64decode(told["fresh"], validate=True)
    if kind not in (CASES, RESULTS) or len(fresh) != 32:
        raise ValueError("kind")
    return Label(
        UUID(told["id"]), kind, _count(told["number"]), date.fromisoformat(told["made_on"]), sender, _of(told["to"]["name"], str),
        _of(told["to"]["fingerprint"], str), _count(told["cases"]), _count(told["files"]), fresh, parts,
    )  # fmt: skip


def _of(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 10**6:
        raise ValueError("count")
    return value
