"""`python -m web`: the tuned server. Settings come from the environment; `--help` names them."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys

import uvicorn

from web import settings

_HELP = """\
Gương Sáng, máy chủ. Cài đặt lấy từ biến môi trường:
  GUONG_SANG_DATA        thư mục dữ liệu (mặc định: data cạnh app.py)
  GUONG_SANG_HOST        địa chỉ lắng nghe (mặc định 127.0.0.1)
  GUONG_SANG_PORT        cổng (mặc định 8501)
  GUONG_SANG_PUBLIC_URL  địa chỉ in trong mã QR
  GUONG_SANG_TLS_CERT, GUONG_SANG_TLS_KEY   tệp chứng chỉ và khoá TLS
  GUONG_SANG_PROXY       địa chỉ máy chủ trung gian có TLS
  GUONG_SANG_INSECURE=1  chấp nhận mở cho mạng mà không mã hoá
  GUONG_SANG_SMTP_HOST, _PORT, _TLS, _USER, _PASSWORD_FILE, _FROM   máy chủ thư của cơ quan (để trống: không gửi thư điện tử)
  DATABASE_URL           postgresql://… (để trống: DuckDB trong thư mục dữ liệu)
"""


def main() -> int:
    """Start and serve until stopped; 2 when the settings are refused."""
    parser = argparse.ArgumentParser(prog="python -m web", description=_HELP, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    found = settings.read_or_exit()
    _without_core_dumps()
    os.environ.setdefault("STREAMLIT_SERVER_PORT", str(found.port))
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(settings.ROOT), os.environ.get("PYTHONPATH"))))
    sys.path.insert(0, str(settings.ROOT))
    print(f"\n  Gương Sáng: {found.address}\n", flush=True)
    uvicorn.run(
        "app:app",
        host=found.host,
        port=found.port,
        ws="websockets-sansio",
        ws_max_size=60 * 1024 * 1024,
        ws_ping_interval=20,
        ws_ping_timeout=60,
        access_log=False,
        log_level="warning",
        server_header=False,
        date_header=True,
        proxy_headers=bool(found.proxy),
        forwarded_allow_ips=found.proxy or None,
        ssl_certfile=found.tls_cert,
        ssl_keyfile=found.tls_key,
        timeout_graceful_shutdown=3,
    )
    return 0


def _without_core_dumps() -> None:
    """A crash must not write to the disk what only memory may hold (passwords, a choice on its way into the urn)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
