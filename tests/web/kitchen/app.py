"""The kitchen screen behind our own headers, shell and script; no gate and no database."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from web import assets, headers, health, patches, shell

patches.apply(Path(__file__).resolve().parent.parent.parent.parent / "app.py")


def _health(_request):
    return health.JSONResponse({"status": "ok"})


app = st.App(
    Path(__file__).resolve().parent / "screen.py",
    routes=[Route("/", shell.shell), Route("/health", _health), Route("/tai-nguyen/{name}", assets.serve)],
    middleware=[Middleware(headers.SecurityHeaders)],
)
