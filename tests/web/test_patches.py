"""Each change to Streamlit's inside: still needed, and still working. After an upgrade these tests say what to do."""

import asyncio
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import streamlit
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.pages_manager import PagesManager
from streamlit.watcher import local_sources_watcher
from streamlit.watcher.local_sources_watcher import LocalSourcesWatcher

from recognition.hall.errors import Invalid
from web import patches

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_patches_were_made_for_this_version():
    assert streamlit.__version__ == patches.MADE_FOR
    assert f"streamlit=={patches.MADE_FOR} " in (ROOT / "requirements.txt").read_text(encoding="utf-8")


def test_the_watcher_still_walks_all_modules_unless_it_is_silenced(monkeypatch):
    walked = []
    monkeypatch.setattr(local_sources_watcher, "get_module_paths", lambda module: walked.append(module) or set())
    monkeypatch.setattr(LocalSourcesWatcher, "update_watched_modules", patches.ORIGINAL_WATCH)
    watcher = LocalSourcesWatcher(PagesManager(str(ROOT / "pages" / "shared" / "shell.py")))
    watcher._cached_sys_modules = set()
    watcher.update_watched_modules()
    assert len(walked) > 100, "Streamlit no longer walks: remove silence_watcher"
    walked.clear()
    patches.silence_watcher()
    watcher._cached_sys_modules = set()
    watcher.update_watched_modules()
    assert walked == []


def why_not(maker) -> str:
    """What the screen is told when the file of `maker` is asked for; every button gives its maker to this manager."""
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    asked = manager.add_deferred(maker, "text/plain", "0.0", "tep.docx") if maker else "gone"
    handler = DeferredFileHandler(lambda: manager)
    answer = asyncio.run(DeferredFileHandler.handle(handler, BackendOperationRequest(request_id="1", deferred_file={"file_id": asked}), "session"))
    assert bool(answer.error_msg) is not bool(answer.deferred_file.url)
    return answer.error_msg


def raising(error):
    def make() -> bytes:
        raise error

    return make


def test_a_file_that_cannot_be_made_says_why(monkeypatch):
    refused = raising(Invalid({"": "Phiên này chưa có biên bản."}))
    monkeypatch.setattr(DeferredFileHandler, "handle", patches.ORIGINAL_MAKING)
    assert "Phiên" not in why_not(refused), "Streamlit says by itself why: remove tell_why_no_file"
    patches.tell_why_no_file()
    assert why_not(refused) == "Phiên này chưa có biên bản."
    assert why_not(None) == "Nút này đã cũ. Anh/chị tải lại trang rồi bấm lại."
    assert re.fullmatch(r"Chưa làm được tệp .* mã lỗi \w{3}-\w{3} cho người quản trị\.", why_not(raising(KeyError("secret"))))
    assert why_not(lambda: b"x") == ""


def elsewhere(code: str, folder: Path) -> str:
    """What a fresh process prints that was started in another folder."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "GUONG_SANG_DATA": str(folder / "data")}
    return subprocess.run([sys.executable, "-c", code], cwd=folder, env=env, capture_output=True, text=True, check=True).stdout.strip()


ASK = "from streamlit import config; print(config.get_option('runner.postScriptGC'), config.get_option('theme.light.primaryColor'), config.get_option('client.showErrorDetails'))"


def test_the_settings_beside_the_app_are_read_wherever_the_command_was_given(tmp_path):
    without = f"import streamlit as st; st.App(r'{ROOT / 'pages' / 'shared' / 'shell.py'}'); {ASK}"
    assert elsewhere(without, tmp_path).split()[0] == "True", "Streamlit finds the settings by itself now: remove anchor_config"
    assert elsewhere(f"import app; {ASK}", tmp_path) == "False #8A1C1C none"


def test_what_was_warmed_is_frozen(tmp_path):
    assert int(elsewhere("from web import warming; warming.warm(); import gc; print(gc.get_freeze_count())", tmp_path)) > 100_000


def test_the_old_pages_mode_never_begins(monkeypatch):
    shell = ROOT / "pages" / "shared" / "shell.py"
    assert not (shell.parent / "pages").exists()
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    PagesManager(str(shell))
    assert PagesManager.uses_pages_directory is False


@pytest.mark.parametrize(("bound_before", "delay_off"), ((False, True), (True, False)))
def test_the_tuned_server_s_sockets_wait_for_no_acknowledgement(bound_before, delay_off):
    """A socket bound before without its protocol, as `streamlit run` makes it, never gets TCP_NODELAY: 40 ms at each click."""
    assert asyncio.run(_delay_off(bound_before)) is delay_off


async def _delay_off(bound_before: bool) -> bool:
    seen: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    class Protocol(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            seen.set_result(transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

    loop = asyncio.get_running_loop()
    if bound_before:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.bind(("127.0.0.1", 0))
        server = await loop.create_server(Protocol, sock=listener)
    else:
        server = await loop.create_server(Protocol, "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
    found = await asyncio.wait_for(seen, 5)
    writer.close()
    server.close()
    return found != 0
