"""Every change to Streamlit's inside, made for Streamlit 1.67.0. tests/web/test_patches.py fails when one is needless or broken.

No patch, but a rule of the house: the main script is `pages/shared/shell.py`, and no folder `pages` lies beside it. So the old
"pages directory" mode never begins, in which a page's script runs without the frame and a cold deep link finds nothing.
"""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse, DeferredFileResponsePayload
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.watcher.local_sources_watcher import LocalSourcesWatcher

from web import trouble

MADE_FOR = "1.67.0"
ORIGINAL_WATCH = LocalSourcesWatcher.update_watched_modules
ORIGINAL_MAKING = DeferredFileHandler.handle


def silence_watcher() -> None:
    """No walk through all loaded modules at every new session: about 200 ms on the event loop.

    Streamlit 1.67.0 walks even with fileWatcherType = "none".
    """
    LocalSourcesWatcher.update_watched_modules = _nothing  # type: ignore[method-assign, assignment]  # replacing it is the patch


def _nothing(_self: LocalSourcesWatcher) -> None:
    """Watch no module."""


def tell_why_no_file() -> None:
    """A file made on a click that is refused says why under its button, whichever button it is, and no file is given.

    Streamlit 1.67.0 says one English sentence for all of them.
    """
    DeferredFileHandler.handle = _make  # type: ignore[method-assign]  # replacing it is the patch


async def _make(self: DeferredFileHandler, request: BackendOperationRequest, session_id: str) -> BackendOperationResponse:  # noqa: ARG001 - as Streamlit calls it
    try:
        url = await asyncio.to_thread(self._get_media_file_mgr().execute_deferred, request.deferred_file.file_id)
    except Exception as error:  # whatever a maker may raise is told, or the person waits for a file that never comes
        cause = error.__cause__ if isinstance(error, MediaFileStorageError) else error
        return BackendOperationResponse(request_id=request.request_id, error_msg=trouble.no_file(cause))
    return BackendOperationResponse(request_id=request.request_id, deferred_file=DeferredFileResponsePayload(url=url))


def anchor_config(main: Path) -> None:
    """Read `.streamlit/config.toml` beside `app.py`, wherever the command was given.

    Streamlit 1.67.0 looks beside the page script when another server than its own starts the app.
    """
    if config._main_script_path is None:
        config._main_script_path = str(main)


def listening() -> tuple[str, int] | None:
    """Where `streamlit run` listens, so that our settings judge and print that address; None under our own server.

    Streamlit 1.67.0 keeps how it was started in a private word.
    """
    if config._server_mode != "starlette-app":
        return None
    return str(config.get_option("server.address") or "0.0.0.0"), int(config.get_option("server.port"))  # noqa: S104 - what none means


def freeze() -> None:
    """After warming: what is loaded now stays, and is no longer walked by the collector."""
    gc.collect()
    gc.freeze()


def apply(main: Path) -> None:
    """All of them, before the app is made."""
    anchor_config(main)
    silence_watcher()
    tell_why_no_file()
