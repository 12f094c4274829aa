"""The plain half of the server over a fresh database, without Streamlit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

import db
from recognition.accounts import secrets
from recognition.hall.words import Role
from tests.support import databases, people, world
from web import gate, headers, installation, routes, trouble
from web.installation import House
from web.settings import Settings

BASE = "http://guongsang.test:8501"
PASSWORD = "con trâu đi trước cái cày"


async def echo(request: Request) -> JSONResponse:
    """What the gate lets through: which identity the inside sees."""
    return JSONResponse({name: value for name, value in request.headers.items() if name.startswith(("x-gs", "x-streamlit"))})


async def echo_socket(socket: WebSocket) -> None:
    """The same for a socket."""
    await socket.accept()
    await socket.send_json({name: value for name, value in socket.headers.items() if name.startswith("x-gs")})
    await socket.close()


async def break_down(_request: Request) -> JSONResponse:
    """Something unforeseen."""
    raise RuntimeError("bí mật: /etc/passwd")


INSIDE = (
    Route("/ho-so", echo, methods=["GET", "POST"]),
    Route("/media/tep.pdf", echo),
    Route("/_stcore/upload_file/a/b", echo, methods=["GET", "PUT"]),
    Route("/_stcore/metrics", echo),
    Route("/_stcore/health", echo),
    Route("/_stcore/host-config", echo),
    Route("/hong", break_down),
    WebSocketRoute("/_stcore/stream", echo_socket),
)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """An installation that nobody has set up."""
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path))
    opened = databases.fresh(tmp_path)
    db.use(opened)
    made = House(Settings(data=tmp_path, port=8501, public_url=BASE), _opener, schema=9)
    made._close = lambda: (db.use(None), opened.close())[1]
    installation.use(made)
    yield made
    made.close()


def _opener(folder: Path, _url: str):
    opened = databases.fresh(folder)
    db.use(opened)
    return (lambda: (db.use(None), opened.close())[1]), 9


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    """A browser without cookies; it follows no redirect by itself."""
    with new_client(house) as made:
        yield made


def new_client(house: House, base: str = BASE) -> TestClient:
    """One more browser."""
    app = Starlette(
        routes=[*INSIDE, *routes.all_routes(("viec", "tai-khoan"))],
        middleware=[Middleware(headers.SecurityHeaders), Middleware(gate.Gate, house=house, on_trouble=trouble.on_trouble)],
        exception_handlers=dict(trouble.HANDLERS),
    )
    return TestClient(app, base_url=base, follow_redirects=False, raise_server_exceptions=False)


def post(client: TestClient, path: str, page: str | None = None, **fields: str):
    """Fill in the form of a page as a browser does: its token, its origin."""
    client.get(page or path)
    token = next((value for name, value in client.cookies.items() if name.endswith("bieu-mau")), "")
    return client.post(path, data={"form_token": token, **fields}, headers={"origin": str(client.base_url).rstrip("/")})


@pytest.fixture
def ha(house: House):
    """An administrator who can sign in; the installation counts as set up."""
    account = people.account("Phạm Thu Hà", user_name="ha.phamthu", password_hash=secrets.password_hash(PASSWORD))
    people.grant(account, Role.ADMINISTRATOR)
    world.issuer()
    return account


@pytest.fixture
def inside(client: TestClient, ha) -> TestClient:
    """A browser that is signed in."""
    answer = post(client, "/dang-nhap", user_name="ha.phamthu", password=PASSWORD)
    assert answer.status_code == 303
    return client
