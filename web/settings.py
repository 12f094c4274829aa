"""Settings by environment. `read` refuses what would be unsafe, in one Vietnamese sentence."""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
VERSION = "0.1.0"


class Refused(Exception):
    """The program does not start with these settings; the text is one Vietnamese sentence."""


@dataclass(frozen=True)
class Settings:
    """How this installation runs."""

    data: Path
    """Database, files, anchors, backups, logs."""
    host: str = "127.0.0.1"
    port: int = 8501
    public_url: str = ""
    """Printed in QR codes; empty when nobody set it."""
    tls_cert: Path | None = None
    tls_key: Path | None = None
    proxy: str = ""
    """Address of the proxy whose forwarded headers are believed."""
    insecure: bool = False
    database_url: str = ""
    """`postgresql://…`; empty for the DuckDB file in the data folder."""

    @property
    def tls(self) -> bool:
        """Whether this process itself speaks TLS."""
        return self.tls_cert is not None

    @property
    def open_network(self) -> bool:
        """Whether others than this machine can reach it without TLS, on purpose: a banner says so."""
        return self.insecure and not _loopback(self.host) and not self.tls

    @property
    def hosts(self) -> frozenset[str]:
        """Names under which people may reach us: this machine's, and the public address's; empty (any) where nobody named one."""
        public = urlsplit(self.public_url).hostname
        if public is None and not _loopback(self.host):
            return frozenset()
        return frozenset(filter(None, ("localhost", "127.0.0.1", "::1", self.host.lower(), public)))

    @property
    def address(self) -> str:
        """What the console prints."""
        host = "localhost" if _loopback(self.host) else self.host
        return self.public_url or f"{'https' if self.tls else 'http'}://{host}:{self.port}"


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _port(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise Refused(f"GUONG_SANG_PORT phải là một số từ 1 đến 65535, không phải «{text}».")
    return int(text)


def _file(name: str, text: str) -> Path | None:
    if not text:
        return None
    path = Path(text).expanduser()
    if not path.is_file():
        raise Refused(f"{name} chỉ đến tệp không có: {path}. Anh/chị kiểm tra đường dẫn.")
    return path


def _public_url(text: str) -> str:
    url = text.rstrip("/")
    if url and not url.lower().startswith(("http://", "https://")):
        raise Refused(f"GUONG_SANG_PUBLIC_URL phải bắt đầu bằng http:// hoặc https://, không phải «{text}».")
    return url


def read(environment: Mapping[str, str] | None = None, *, listening: tuple[str, int] | None = None) -> Settings:
    """The settings of this process; `listening` is where another server than ours listens. Raises Refused."""
    env = os.environ if environment is None else environment

    def get(name: str) -> str:
        return env.get(name, "").strip()

    cert, key = _file("GUONG_SANG_TLS_CERT", get("GUONG_SANG_TLS_CERT")), _file("GUONG_SANG_TLS_KEY", get("GUONG_SANG_TLS_KEY"))
    if (cert is None) != (key is None):
        raise Refused("Cần cả GUONG_SANG_TLS_CERT và GUONG_SANG_TLS_KEY, hoặc bỏ cả hai.")
    settings = Settings(
        data=Path(get("GUONG_SANG_DATA") or "data").expanduser().resolve(),
        host=listening[0] if listening else get("GUONG_SANG_HOST") or "127.0.0.1",
        port=listening[1] if listening else _port(get("GUONG_SANG_PORT") or "8501"),
        public_url=_public_url(get("GUONG_SANG_PUBLIC_URL")),
        tls_cert=cert,
        tls_key=key,
        proxy=get("GUONG_SANG_PROXY"),
        insecure=get("GUONG_SANG_INSECURE") == "1",
        database_url=get("DATABASE_URL"),
    )
    if settings.database_url and not settings.database_url.startswith(("postgresql://", "postgres://")):
        raise Refused("DATABASE_URL phải bắt đầu bằng postgresql://. Để trống thì phần mềm dùng tệp DuckDB trong thư mục dữ liệu.")
    if not (_loopback(settings.host) or settings.tls or settings.proxy or settings.insecure):
        raise Refused(
            f"Chưa khởi động: địa chỉ {settings.host} mở cho máy khác mà không có mã hoá. Anh/chị đặt GUONG_SANG_TLS_CERT và GUONG_SANG_TLS_KEY, "
            "hoặc GUONG_SANG_PROXY là địa chỉ máy chủ trung gian có TLS, hoặc GUONG_SANG_INSECURE=1 nếu chấp nhận không mã hoá."
        )
    return settings


def read_or_exit(listening: tuple[str, int] | None = None) -> Settings:
    """As `read`; a refusal ends the program with its sentence and code 2."""
    try:
        found = read(listening=listening)
        os.environ["GUONG_SANG_OPEN_NETWORK"] = str(int(found.open_network))
        return found
    except Refused as refused:
        print(refused, file=sys.stderr)  # noqa: T201 - the console is where it is read
        raise SystemExit(2) from None
