"""The facts of one certificate: what is printed, frozen, hashed and signed. No layout, no clock."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from typing import Any, Literal, get_args

from certificates.errors import Refused

Kind = Literal["individual", "collective", "household"]
Heading = Literal["party", "state", "none"]
Stamp = Literal["BẢN NHÁP", "MẪU"]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one certificate says; texts are in NFC. Without `verify_url` no QR is printed."""

    kind: Kind = "individual"
    recipient: str = ""
    salutation: str = ""
    title: str = ""
    unit: str = ""
    achievement: str = ""
    subject: str = ""
    """What is recognised, when it is a thing: the name of the model."""
    heading: Heading = "party"
    superior: str = ""
    awarding_line: str = ""
    form: str = "GIẤY KHEN"
    verb: str = "TẶNG"
    decision_number: str = ""
    decision_date: date | None = None
    place: str = ""
    signer_capacity: str = ""
    signer_post: str = ""
    signer_name: str = ""
    register_line: str = "Số vào sổ"
    serial: str = ""
    verify_url: str | None = None
    code: str = ""
    stamp: Stamp | None = None
    extra: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse words outside the few choices; put every text in NFC."""
        for name, allowed in (("kind", get_args(Kind)), ("heading", get_args(Heading)), ("stamp", (None, *get_args(Stamp)))):
            if getattr(self, name) not in allowed:
                raise Refused(f"Giá trị «{getattr(self, name)}» của «{name}» không dùng được; hãy chọn một trong: {', '.join(map(str, allowed))}.")
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, str):
                object.__setattr__(self, each.name, unicodedata.normalize("NFC", value))

    def canonical(self) -> bytes:
        """Return the bytes that are hashed and signed: every printed fact, keys in order; not the QR, not the stamp."""
        known = self._plain()
        del known["verify_url"], known["stamp"]
        return json.dumps(known, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def sha256(self) -> str:
        """Return the SHA-256 of the canonical bytes, in hexadecimal."""
        return hashlib.sha256(self.canonical()).hexdigest()

    def to_json(self) -> str:
        """Return all facts as JSON that `from_json` reads back to an equal value."""
        return json.dumps(self._plain(), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Facts":
        """Read facts from JSON; raises Refused for broken JSON, a foreign key or a wrong type."""
        try:
            known: Any = json.loads(text)
        except ValueError as wrong:
            raise Refused("Tệp dữ kiện không phải JSON hợp lệ; hãy lấy lại bản đã lưu.") from wrong
        if not isinstance(known, dict):
            raise Refused("Tệp dữ kiện phải là một nhóm mục có tên; hãy lấy lại bản đã lưu.")
        foreign = set(known) - {f.name for f in fields(cls)}
        if foreign:
            raise Refused(f"Tệp dữ kiện có mục lạ: {', '.join(sorted(foreign))}; hãy bỏ các mục này.")
        try:
            if known.get("decision_date"):
                known["decision_date"] = date.fromisoformat(known["decision_date"])
        except (TypeError, ValueError) as wrong:
            raise Refused("Ngày quyết định trong tệp dữ kiện không đọc được; hãy ghi theo dạng 2026-11-05.") from wrong
        for name, value in known.items():
            if name not in ("decision_date", "verify_url", "stamp", "extra") and not isinstance(value, str):
                raise Refused(f"Mục «{name}» của tệp dữ kiện phải là chữ; hãy sửa lại mục này.")
        extra = known.get("extra", {})
        if not isinstance(extra, dict) or not all(isinstance(v, str) for v in extra.values()):
            raise Refused("Mục «extra» của tệp dữ kiện phải gồm các cặp chữ; hãy sửa lại mục này.")
        if not isinstance(known.get("verify_url", ""), str | None):
            raise Refused("Địa chỉ tra cứu trong tệp dữ kiện phải là chữ; hãy sửa lại mục này.")
        return cls(**known)

    def with_url(self, url: str | None) -> "Facts":
        """Return the same facts carrying the address that the QR leads to."""
        return replace(self, verify_url=url)

    def _plain(self) -> dict[str, Any]:
        known = asdict(replace(self, extra=dict(self.extra)))
        known["decision_date"] = self.decision_date.isoformat() if self.decision_date else None
        return known
