"""A way for the command line to ask the running program, which holds the database file.

A Unix socket in the data folder, or a loopback port with a token file where there are no such sockets; either
only for this user (mode 0600). One request is one JSON line; the answer is JSON lines `{"say": …}` and `{"exit": n}`.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import os
import secrets
import socket
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from db import commands
from db.commands import Command
from db.core import Database
from db.folder import DataFolder

SOCKET, TOKEN = "control.sock", "control.json"
_LONGEST = 100  # bytes of a socket's path that every system takes
_LINE = 64 * 1024
Say = Callable[[str], None]


class Server:
    """Listens until `close`. Made by `serve`."""

    def __init__(self, database: Database, folder: DataFolder, more: Mapping[str, Command]) -> None:
        self._database, self._folder = database, folder
        self._commands = {**commands.WHILE_RUNNING, **more}
        self._token = secrets.token_hex(32)
        self._listener = _listen(folder.root, self._token)
        self._thread = threading.Thread(target=self._listen, name="control", daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                asked, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(asked,), daemon=True).start()

    def _answer(self, asked: socket.socket) -> None:
        with asked, contextlib.suppress(OSError, ValueError):
            asked.settimeout(10)
            request = json.loads(_line(asked))
            asked.settimeout(None)
            _send(asked, {"exit": self._perform(request, lambda text: _send(asked, {"say": text}))})

    def _perform(self, request: Any, say: Say) -> int:
        if not isinstance(request, dict) or not self._known(request):
            say("Yêu cầu không hợp lệ.")
            return commands.REFUSED
        command = self._commands.get(str(request.get("command")))
        if command is None:
            say("Việc này chỉ làm được khi chương trình đã dừng. Anh/chị dừng chương trình rồi chạy lại lệnh.")
            return commands.REFUSED
        options = request.get("options") or {}
        try:
            return commands.perform(command, self._database, self._folder, options, say)
        except (OSError, ValueError, KeyError, TypeError) as error:
            say(f"Không làm được: {error}")
            return commands.PROBLEM

    def _known(self, request: Mapping[str, Any]) -> bool:
        return not _by_port(self._folder.root) or hmac.compare_digest(str(request.get("token")), self._token)

    def close(self) -> None:
        """Stop listening and remove what the folder showed."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for name in (SOCKET, TOKEN):
            (self._folder.root / name).unlink(missing_ok=True)


def serve(database: Database, folder: DataFolder, more: Mapping[str, Command] | None = None) -> Server:
    """Start listening in a thread of its own; `more` adds commands. Raises OSError."""
    return Server(database, folder, more or {})


def ask(folder: DataFolder, command: str, options: Mapping[str, Any], say: Say) -> int | None:
    """Have the running program do it, telling its progress; its exit code, None when no program answers."""
    asked = _connect(folder.root)
    if asked is None:
        return None
    with asked:
        token = _token(folder.root).get("token")
        _send(asked, {"command": command, "options": dict(options), "token": token})
        with asked.makefile("r", encoding="utf-8") as answers:
            for text in answers:
                answer = json.loads(text)
                if "exit" in answer:
                    return int(answer["exit"])
                say(str(answer.get("say", "")))
    say("Chương trình dừng giữa chừng, chưa rõ kết quả. Anh/chị chạy lại lệnh.")
    return commands.PROBLEM


def _by_port(root: Path) -> bool:
    return not hasattr(socket, "AF_UNIX") or len(os.fsencode(root / SOCKET)) > _LONGEST


def _listen(root: Path, token: str) -> socket.socket:
    if _by_port(root):
        listener = socket.create_server(("127.0.0.1", 0))
        _write(root / TOKEN, {"port": listener.getsockname()[1], "token": token})
        return listener
    (root / SOCKET).unlink(missing_ok=True)  # this process holds the database: nobody else listens there
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        listener.bind(str(root / SOCKET))
    finally:
        os.umask(before)
    listener.listen(8)
    return listener


def _write(path: Path, facts: Mapping[str, Any]) -> None:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(facts, out)


def _token(root: Path) -> dict[str, Any]:
    try:
        facts = json.loads((root / TOKEN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _connect(root: Path) -> socket.socket | None:
    try:
        if _by_port(root):
            return socket.create_connection(("127.0.0.1", int(_token(root)["port"])), timeout=None)
        asked = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            asked.connect(str(root / SOCKET))
        except OSError:
            asked.close()
            raise
        return asked
    except (OSError, KeyError, ValueError, TypeError):
        return None


def _send(asked: socket.socket, facts: Mapping[str, Any]) -> None:
    asked.sendall(json.dumps(facts, ensure_ascii=False).encode() + b"\n")


def _line(asked: socket.socket) -> bytes:
    """The first line, at most 64 KB. Raises ValueError for more."""
    read = b""
    while not read.endswith(b"\n"):
        piece = asked.recv(4096)
        if not piece or len(read) > _LINE:
            raise ValueError("no request")
        read += piece
    return read
