"""Signs the facts of a certificate and checks a signature without any network or database.

A payload packs: version, key id, 80-bit code, serial, decision number and date, award code, recipient's
name (cut at 60 bytes), 128 bits of the hash of all printed facts, and an Ed25519 signature over these;
in base32, so that a QR holds it in its alphanumeric mode.
"""

import base64
import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from certificates.errors import Refused
from certificates.facts import Facts

VERSION = 1
CODE_BYTES, HASH_BYTES, SIGNATURE_BYTES, KID_BYTES = 10, 16, 64, 4
NAME_BYTES = 60
CONTEXT = b"guong-sang certificate v1\0"
EPOCH = date(2000, 1, 1)
PATH = "/XM/"
PEM = re.compile(rb"-----BEGIN [A-Z ]+-----.*?-----END [A-Z ]+-----\n?", re.DOTALL)


class NotGenuine(Refused):
    """The payload is not one that any of the given keys has signed."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a genuine payload proves."""

    kid: str
    code: str
    serial: str
    decision_number: str
    decision_date: date | None
    award_code: str
    name: str
    """The recipient's name, cut at 60 bytes."""
    facts_hash: str
    """First 128 bits of the SHA-256 of all printed facts, in hexadecimal."""

    def completed(self, typed: Facts) -> Facts:
        """Return typed facts with what the payload itself says where nothing was typed: code, number, decision, award."""
        extra = {"award_code": self.award_code, **typed.extra} if self.award_code else typed.extra
        return replace(
            typed, code=typed.code or self.code, serial=typed.serial or self.serial, decision_number=typed.decision_number or self.decision_number,
            decision_date=typed.decision_date or self.decision_date, extra=extra,
        )  # fmt: skip

    def matches(self, facts: Facts) -> bool:
        """Tell whether these are the very facts that were printed and signed."""
        return facts.sha256()[: 2 * HASH_BYTES] == self.facts_hash


def keygen() -> tuple[bytes, bytes, str]:
    """Make a signing key; returns the private PEM, the public PEM and the key id."""
    private = Ed25519PrivateKey.generate()
    hidden = private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    shown = private.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hidden, shown, _kid(private.public_key()).hex().upper()


def new_code() -> str:
    """Return a fresh 80-bit code as printed under the QR: sixteen letters in fours."""
    return code_text(secrets.token_bytes(CODE_BYTES))


def code_text(raw: bytes) -> str:
    """Return 80 bits as sixteen base32 letters in fours."""
    letters = base64.b32encode(raw).decode()
    return "-".join(letters[i : i + 4] for i in range(0, 16, 4))


def code_bytes(code: str) -> bytes:
    """Return the 80 bits of a printed code; spaces, hyphens and case do not matter. Raises Refused."""
    try:
        raw = base64.b32decode("".join(code.split()).replace("-", "").upper())
    except ValueError as wrong:
        raise Refused("Mã tra cứu gồm 16 chữ và số (A–Z, 2–7); hãy nhập lại mã in dưới ô vuông.") from wrong
    if len(raw) != CODE_BYTES:
        raise Refused("Mã tra cứu gồm 16 chữ và số (A–Z, 2–7); hãy nhập lại mã in dưới ô vuông.")
    return raw


@lru_cache(maxsize=8)
def _private(pem: bytes) -> tuple[Ed25519PrivateKey, bytes]:
    if b"PUBLIC KEY" in pem:
        raise Refused("Khóa ký phải là khóa riêng, đây là khóa công khai; hãy dùng tệp khóa riêng do lệnh keygen tạo ra.")
    try:
        key = serialization.load_pem_private_key(pem, password=None)
    except (ValueError, TypeError) as wrong:
        raise Refused("Khóa ký không đọc được; hãy dùng tệp khóa do lệnh keygen tạo ra.") from wrong
    if not isinstance(key, Ed25519PrivateKey):
        raise Refused("Khóa ký không đúng loại (cần Ed25519); hãy dùng tệp khóa do lệnh keygen tạo ra.")
    return key, _kid(key.public_key())


def pems(content: bytes) -> list[bytes]:
    """Return each key of a file that may hold several; the file itself when it holds none, to be refused as such."""
    return PEM.findall(content) or [content]


@lru_cache(maxsize=64)
def _public(pem: bytes) -> tuple[Ed25519PublicKey, bytes]:
    if b"PRIVATE KEY" in pem:
        raise Refused("Đây là khóa riêng, chỉ để ký và phải giữ kín; hãy dùng tệp .public.pem cùng tên.")
    try:
        key = serialization.load_pem_public_key(pem)
    except (ValueError, TypeError) as wrong:
        raise Refused("Khóa công khai không đọc được; hãy dùng tệp khóa công khai do lệnh keygen tạo ra.") from wrong
    if not isinstance(key, Ed25519PublicKey):
        raise Refused("Khóa công khai không đúng loại (cần Ed25519); hãy dùng tệp do lệnh keygen tạo ra.")
    return key, _kid(key)


def _kid(key: Ed25519PublicKey) -> bytes:
    raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return hashlib.sha256(raw).digest()[:KID_BYTES]


def key_id(public_pem: bytes) -> str:
    """Return the key id of a public key, in hexadecimal capitals."""
    return _public(public_pem)[1].hex().upper()


def sign(facts: Facts | bytes, private_key_pem: bytes) -> str:
    """Return the signed payload for facts (or for their canonical bytes), in base32 capitals.

    The facts carry `code`, `serial`, the decision, the recipient and, in `extra["award_code"]`, the award.
    Raises Refused when the key cannot be used or the facts have no code.
    """
    known = Facts.from_json(facts) if isinstance(facts, bytes) else facts
    key, kid = _private(private_key_pem)
    body = _pack(known, kid)
    return base64.b32encode(body + key.sign(CONTEXT + body)).decode().rstrip("=")


def _pack(facts: Facts, kid: bytes) -> bytes:
    days = (facts.decision_date - EPOCH).days if facts.decision_date else 0
    if not 0 <= days < 65536:
        raise Refused("Ngày quyết định nằm ngoài khoảng ký được (từ năm 2000); hãy kiểm tra lại ngày.")
    texts = (facts.serial, facts.decision_number, facts.extra.get("award_code", ""), cut(facts.recipient))
    return b"".join((
        bytes([VERSION]), kid, code_bytes(facts.code), days.to_bytes(2, "big"),
        *(_short(t) for t in texts), bytes.fromhex(facts.sha256())[:HASH_BYTES],
    ))


def _short(text: str) -> bytes:
    raw = text.encode()
    if len(raw) > NAME_BYTES:
        raise Refused(f"«{text}» dài quá 60 byte nên không ký được; hãy rút gọn.")
    return bytes([len(raw)]) + raw


def cut(name: str) -> str:
    """Return as much of a name as 60 bytes of UTF-8 hold, never half a letter."""
    return name.encode()[:NAME_BYTES].decode(errors="ignore")


def payload_of(text: str) -> str:
    """Return the payload from what a QR says: an address ending in `/XM/<payload>`, or the payload alone."""
    return "".join(text.split()).rsplit("/", 1)[-1].upper()


def address(base: str, payload: str) -> str:
    """Return what the QR holds: `<base>/XM/<payload>` in capitals, or the bare payload when there is no address."""
    return f"{base.rstrip('/').upper()}{PATH}{payload}" if base else payload


def verify(text: str, public_keys_pem: Iterable[bytes]) -> Verified:
    """Check a payload (or an address holding one) against public keys; raises NotGenuine with a sentence."""
    try:
        letters = payload_of(text)
        raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
        if base64.b32encode(raw).decode().rstrip("=") != letters:
            raise ValueError("spare bits")
        body, signature = raw[:-SIGNATURE_BYTES], raw[-SIGNATURE_BYTES:]
        found = _unpack(body)
    except (ValueError, IndexError) as wrong:
        raise NotGenuine("Mã này không phải mã xác thực giấy khen hoặc đã đọc thiếu; hãy quét lại.") from wrong
    for pem in public_keys_pem:
        key, kid = _public(pem)
        if kid.hex().upper() == found.kid:
            try:
                key.verify(signature, CONTEXT + body)
            except InvalidSignature as wrong:
                raise NotGenuine("Chữ ký điện tử không đúng: giấy này không phải bản thật hoặc đã bị sửa.") from wrong
            return found
    raise NotGenuine("Giấy này không được ký bằng khóa nào của cơ quan; hãy kiểm tra đã chọn đúng khóa công khai chưa.")


def _unpack(body: bytes) -> Verified:
    if not body or body[0] != VERSION:
        raise ValueError("version")
    at = 1
    kid, at = body[at : at + KID_BYTES], at + KID_BYTES
    code, at = body[at : at + CODE_BYTES], at + CODE_BYTES
    days, at = int.from_bytes(body[at : at + 2], "big"), at + 2
    texts = []
    for _ in range(4):
        size = body[at]
        texts.append(body[at + 1 : at + 1 + size].decode())
        at += 1 + size
    digest = body[at:]
    if len(digest) != HASH_BYTES:
        raise ValueError("length")
    serial, number, award, name = texts
    day = EPOCH + timedelta(days=days) if days else None
    return Verified(kid.hex().upper(), code_text(code), serial, number, day, award, name, digest.hex())


def signed(facts: Facts, private_key_pem: bytes, base: str = "") -> Facts:
    """Return the facts with the address of their signed payload, ready to print."""
    return facts.with_url(address(base, sign(facts, private_key_pem)))
