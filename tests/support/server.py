"""The real server as a process of its own, and Chromium to look at it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
HOW_TO_GET_CHROMIUM = (
    "Browser tests need Chromium and Playwright: `pip install -r requirements-dev.txt`, then Debian's chromium package or "
    "`playwright install chromium`."
)
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage"]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass
class Server:
    """A running server: where it answers, where its data lies."""

    url: str
    data: Path
    port: int
    process: subprocess.Popen[bytes]
    output: Path

    @property
    def set_up_code(self) -> str:
        """The code of first start."""
        return (self.data / "ma-thiet-lap.txt").read_text(encoding="utf-8").strip()

    def stop(self) -> None:
        """Let it end in order."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(5)


def start(data: Path, *, port: int | None = None, command: tuple[str, ...] = ("-m", "web"), **environment: str) -> Server:
    """Start the server on `data` and wait until it answers. Raises AssertionError with its output."""
    port = port or free_port()
    data.mkdir(parents=True, exist_ok=True)
    output = data.parent / f"{data.name}-{port}.out"
    env = {
        **os.environ, "GUONG_SANG_DATA": str(data), "GUONG_SANG_PORT": str(port), "STREAMLIT_SERVER_PORT": str(port),
        "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8", **environment,
    }
    with output.open("wb") as out:
        process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT)
    server = Server(f"http://127.0.0.1:{port}", data, port, process, output)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(f"{server.url}/health", timeout=2).status_code in (200, 503):
                return server
        time.sleep(0.05)
    server.stop()
    raise AssertionError(f"the server did not answer:\n{output.read_text(encoding='utf-8', errors='replace')}")


@contextlib.contextmanager
def running(data: Path, **named: Any) -> Iterator[Server]:
    """The server while the block lasts."""
    server = start(data, **named)
    try:
        yield server
    finally:
        server.stop()


@contextlib.contextmanager
def chromium() -> Iterator[Any]:
    """A browser. Skips with the sentence that says how to get one; in CI that is a failure."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        _missing()
    program = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        except Error:
            _missing()
        try:
            yield browser
        finally:
            browser.close()


def _missing() -> None:
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(HOW_TO_GET_CHROMIUM)


def set_up(server: Server, page: Any, *, user_name: str = "ha.phamthu", password: str = "con trâu đi trước cái cày") -> None:  # noqa: S107 - invented
    """Fill in the first form in the browser: the organ and the administrator, who is then signed in."""
    page.goto(server.url)
    fields = {
        "code": server.set_up_code, "superior": "Đảng bộ tỉnh Sông Lam", "organ": "Đảng uỷ các cơ quan Đảng tỉnh",
        "awarding_line": "Ban Thường vụ Đảng uỷ các cơ quan Đảng tỉnh", "short_sign": "ĐUCCQ", "place": "Sông Lam", "signer": "Lê Quang Vinh",
        "signer_post": "BÍ THƯ", "signer_capacity": "T/M BAN THƯỜNG VỤ", "name": "Phạm Thu Hà", "user_name": user_name, "password": password, "again": password,
    }
    for name, value in fields.items():
        page.fill(f"#{name}", value)
    page.get_by_role("button", name="Thiết lập", exact=True).click()
    page.get_by_role("heading", name="Việc cần làm").wait_for()


def sign_in(server: Server, page: Any, user_name: str, password: str = "con trâu đi trước cái cày", path: str = "/") -> None:  # noqa: S107 - invented
    """Sign in by the plain form; afterwards the wanted screen is open."""
    page.goto(server.url + path)
    page.fill("#user_name", user_name)
    page.fill("#password", password)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.get_by_test_id("stMain").wait_for()
