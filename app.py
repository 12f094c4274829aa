"""Gương Sáng: everything put together. `python -m web` starts the tuned server; `streamlit run app.py` works too."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import db
from db import control
from db.folder import DataFolder
from pages.shared import navigation
from pages.shared.errors import on_script_error
from web import gate, headers, installation, log, patches, routes, settings, trouble, warming

ROOT = Path(__file__).resolve().parent

patches.apply(ROOT / "app.py")


def open_place(folder: Path, url: str) -> tuple[Callable[[], None], int]:
    """Open and migrate a folder's database and make it the current one; what closes it, and the schema's number."""
    place = DataFolder(folder, url or None)
    database = place.open()
    try:
        db.migrate(database)
        served = control.serve(database, place)
    except BaseException:
        database.close()
        raise
    db.use(database)

    def close() -> None:
        served.close()
        db.use(None)
        database.close()

    with database.read() as tx:
        return close, int(tx.value("select max(number) from schema_migration"))


house = installation.House(settings.read_or_exit(patches.listening()), open_place)
installation.use(house)


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Open the database, and warm beside the first answers what the first screen would wait for."""
    log.start(house.settings.data)
    house.open()
    warming.begin()
    yield
    warming.finish()
    house.close()


app = st.App(
    ROOT / "pages" / "shared" / "shell.py",
    routes=routes.all_routes(navigation.url_paths()),
    middleware=[Middleware(headers.SecurityHeaders), Middleware(gate.Gate, house=house, on_trouble=trouble.on_trouble)],
    lifespan=lifespan,
    on_script_error=on_script_error,
    exception_handlers=trouble.HANDLERS,
)
