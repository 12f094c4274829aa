"""Files of evidence: photos and PDF, checked by what they hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intake.errors import Refused
from intake.limits import LIMITS, Limits

PICTURES = (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif")
UNKNOWN = "Minh chứng phải là ảnh (JPEG, PNG, WEBP, HEIC) hoặc PDF; anh/chị chọn tệp khác."
EMPTY = "Tệp trống, không có nội dung nào; anh/chị chọn lại tệp rồi tải lên."
UNREADABLE = "Không mở được tệp; anh/chị kiểm tra lại đường dẫn rồi thử lại."


@dataclass
class Evidence:
    """A checked file. `data` is what to keep: the re-encoded picture, or the PDF as it came.

    `taken`: ISO moment by the camera's clock, or the PDF's own date. `width`, `height` in pixels.
    """

    kind: str  # "picture" or "pdf"
    found: str  # JPEG, PNG, WEBP, HEIC, PDF
    mime: str
    width: int | None = None
    height: int | None = None
    pages: int | None = None
    taken: str | None = None
    fingerprint: str | None = None
    notes: list[str] = field(default_factory=list)
    data: bytes = field(default=b"", repr=False)

    def to_json(self) -> dict[str, Any]:
        """Everything but the bytes, with their number."""
        told = {name: value for name, value in vars(self).items() if name != "data"}
        return told | {"bytes": len(self.data)}

    @classmethod
    def from_json(cls, told: dict[str, Any], data: bytes) -> Evidence:
        """The inverse of `to_json`."""
        return cls(**{name: value for name, value in told.items() if name != "bytes"}, data=data)


def real_kind(data: bytes) -> str | None:
    """JPEG, PNG, WEBP, HEIC or PDF by the first bytes; None for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis", b"hevc"):
        return "HEIC"
    return "PDF" if data.startswith(b"%PDF-") else None


def read_evidence(name: str, data: bytes, limits: Limits = LIMITS) -> Evidence:
    """Check a file given by its name and bytes, inside this process. Raises Refused."""
    suffix = Path(name).suffix.lower()
    if suffix not in PICTURES and suffix != ".pdf":
        raise Refused(UNKNOWN)
    if not data:
        raise Refused(EMPTY)
    if len(data) > limits.evidence_bytes:
        raise Refused(
            f"Minh chứng lớn hơn {limits.evidence_bytes // (1024 * 1024)} MB; anh/chị giảm dung lượng rồi tải lên."
        )
    kind = real_kind(data)
    if kind is None or (kind == "PDF") != (suffix == ".pdf"):
        raise Refused(f"Tệp mang đuôi {suffix} nhưng nội dung không phải loại đó; anh/chị chọn lại tệp gốc.")
    if kind == "PDF":
        from intake.pdfs import read_pdf

        return read_pdf(data, limits)
    from intake.pictures import read_picture

    made = read_picture(data, limits)
    if suffix[1:].replace("jpg", "jpeg").replace("heif", "heic") != kind.lower() and suffix not in (".jpe", ".jfif"):
        made.notes.append(f"Tệp mang đuôi {suffix} nhưng thật ra là ảnh {kind}.")
    return made


def read_evidence_file(path: Path, limits: Limits = LIMITS) -> Evidence:
    """Check the file at `path`, inside this process. Raises Refused."""
    try:
        with path.open("rb") as stream:
            data = stream.read(limits.evidence_bytes + 1)
    except OSError as error:
        raise Refused(UNREADABLE) from error
    return read_evidence(path.name, data, limits)
