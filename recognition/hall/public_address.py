"""The address under which everybody reaches this installation; the QR code of every certificate leads to it."""

import ipaddress
import os
import re
from urllib.parse import SplitResult, urlsplit

from recognition.hall import settings
from recognition.hall.transaction import Transaction, reading
from vietnamese import text

KEY = "installation.public_url"
VARIABLE = "GUONG_SANG_PUBLIC_URL"
#: Letters that stay beside a signed payload of 300 and «/XM/» in a QR symbol of version 11 (366 capitals at level M).
MOST = 62
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)


def fault(typed: str) -> str:
    """One sentence when an address cannot be printed in QR codes; empty when it can, and for no address at all.

    A symbol holds many letters only as long as they are those of ISO 18004's alphanumeric mode: A–Z, digits, «-», «.», «:», «/».
    """
    given = clean(typed)
    if not given:
        return ""
    try:
        parts = urlsplit(given)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "Địa chỉ có cổng hoặc dấu ngoặc không hợp lệ. Anh/chị nhập như trên trình duyệt, ví dụ https://khen.songlam.vn."
    if parts.scheme not in ("http", "https") or not host:
        return "Địa chỉ bắt đầu bằng https:// rồi đến tên máy chủ, ví dụ https://khen.songlam.vn."
    return _unfit(parts, host) or ("" if len(given) <= MOST else f"Địa chỉ dài {len(given)} ký tự, quá {MOST} ký tự nên mã QR quá dày, khó đọc. Anh/chị dùng tên ngắn hơn.")


def _unfit(parts: SplitResult, host: str) -> str:
    if parts.username is not None or parts.path.strip("/") or parts.query or parts.fragment:
        return "Địa chỉ chỉ gồm tên máy chủ (và cổng nếu có), không có phần sau dấu gạch chéo. Anh/chị bỏ phần đó."
    if not _HOST.fullmatch(host):
        return "Tên máy chủ chỉ gồm chữ không dấu, chữ số, dấu chấm và gạch nối. Anh/chị nhập lại tên như trên trình duyệt."
    if parts.scheme == "http" and not _inside(host):
        return "Địa chỉ trên mạng ngoài phải bắt đầu bằng https:// để người tra cứu tin được câu trả lời."
    return ""


def _inside(host: str) -> bool:
    """Whether only the office's own network knows the name."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host


def clean(typed: str) -> str:
    """As it is kept: without spaces around, without the last slash."""
    return text.clean(typed).rstrip("/")


def of_environment() -> str:
    """What the environment says; it goes before what was typed."""
    return os.environ.get(VARIABLE, "").strip().rstrip("/")


def typed(t: Transaction) -> str:
    """What was typed at set-up or later."""
    return settings.value(t, KEY) or ""


def current() -> str:
    """The address that QR codes lead to; empty when nobody has named one."""
    named = of_environment()
    if named:
        return named
    with reading(None) as t:
        return typed(t)


def keep(t: Transaction, address: str) -> None:
    """Keep an address without fault."""
    settings.keep(t, KEY, address)
