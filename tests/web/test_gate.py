"""The gate: cookie in, identity out, everything else stays outside."""

import threading

import pytest
from starlette.websockets import WebSocketDisconnect

from recognition.accounts import actions as accounts
from recognition.hall.errors import Unavailable
from tests.web.conftest import BASE, new_client, post
from web import gate, warming


@pytest.mark.parametrize(
    ("path", "status", "place"),
    (
        ("/", 303, "/dang-nhap"),
        ("/ho-so", 303, "/dang-nhap?next=/ho-so"),
        ("/ho-so?id=1&x=a%2Fb", 303, "/dang-nhap?next=/ho-so%3Fid%3D1%26x%3Da%252Fb"),
        ("/tai-khoan", 303, "/dang-nhap?next=/tai-khoan"),
        ("/tai-ve/giay-khen/1", 303, "/dang-nhap?next=/tai-ve/giay-khen/1"),
        ("/media/tep.pdf", 401, None),
        ("/_stcore/upload_file/a/b", 401, None),
        ("/_stcore/metrics", 404, None),
        ("/_stcore/agent/openapi.json", 404, None),
        ("/_stcore/script-health-check", 404, None),
        ("/auth/login", 404, None),
        ("/oauth2callback", 404, None),
        ("/app/static/x", 404, None),
        ("/ho-so/_stcore/health", 404, None),
        ("/khong/co/trang", 404, None),
        ("//evil.test/x", 404, None),
        ("/_stcore/health", 200, None),
        ("/_stcore/host-config", 200, None),
        ("/dang-nhap", 200, None),
        ("/ma-mot-lan", 200, None),
        ("/xac-thuc", 200, None),
        ("/guong-sang", 200, None),
        ("/health", 200, None),
        ("/robots.txt", 200, None),
    ),
)
def test_what_a_stranger_reaches(client, ha, path, status, place):
    answer = client.get(BASE + path)
    assert (answer.status_code, answer.headers.get("location")) == (status, place)


def test_a_program_gets_401_where_a_person_is_led_to_sign_in(client, ha):
    assert client.get("/ho-so", headers={"accept": "application/json"}).status_code == 401


def test_the_cookie_becomes_identity_for_the_inside(inside, ha):
    seen = inside.get("/ho-so").json()
    live = accounts.live(inside.cookies["guong-sang"])
    assert seen == {"x-gs-account": str(ha), "x-gs-session": live.session}


@pytest.mark.parametrize("name", ("x-gs-account", "X-GS-Session", "x-streamlit-user", "X-Forwarded-User"))
def test_identity_that_a_client_sends_is_thrown_away(inside, ha, house, name):
    assert "gia" not in inside.get("/ho-so", headers={name: "gia"}).json().values()
    with new_client(house) as stranger:
        assert stranger.get("/ho-so", headers={name: str(ha)}).status_code == 303


@pytest.mark.parametrize("token", ("", "x", "A" * 43, "A" * 5_000, "%00", "\"'; drop table sign_in; --"))
def test_a_made_up_cookie_is_a_stranger_s(client, ha, token):
    assert client.get("/ho-so", headers={"cookie": f"guong-sang={token}"}).headers["location"].startswith("/dang-nhap")


def test_a_sign_in_that_was_ended_elsewhere_is_over_at_once(inside, ha):
    accounts.sign_out(accounts.live(inside.cookies["guong-sang"]).session)
    assert inside.get("/ho-so").status_code == 303


@pytest.mark.parametrize(
    ("origin", "status"),
    (
        (BASE, 200),
        ("http://GUONGSANG.test:8501", 200),
        ("http://guongsang.test", 403),
        ("http://guongsang.test:8502", 403),
        ("https://guongsang.test:8501", 200),
        ("http://evil.test:8501", 403),
        ("http://localhost:8501", 403),
        ("http://guongsang.test.evil.test:8501", 403),
        ("http://guongsang.test:8501@evil.test", 403),
        ("null", 403),
        ("", 403),
        (None, 403),
    ),
)
def test_only_our_own_pages_may_send(inside, origin, status):
    headers = {} if origin is None else {"origin": origin}
    assert inside.post("/ho-so", headers=headers).status_code == status


def test_a_socket_of_another_origin_is_refused(inside):
    for origin in ("http://evil.test:8501", "http://guongsang.test:9999", "http://localhost:8501"):
        with pytest.raises(WebSocketDisconnect), inside.websocket_connect("/_stcore/stream", headers={"origin": origin, "host": "guongsang.test:8501"}):
            pass


def test_a_socket_with_the_cookie_has_identity_one_without_has_none(inside, ha, house):
    headers = {"origin": BASE, "host": "guongsang.test:8501", "cookie": f"guong-sang={inside.cookies['guong-sang']}"}
    with inside.websocket_connect("/_stcore/stream", headers=headers) as socket:
        assert socket.receive_json()["x-gs-account"] == str(ha)
    with new_client(house) as stranger, stranger.websocket_connect("/_stcore/stream", headers={**headers, "cookie": "", "x-gs-account": str(ha)}) as socket:
        assert socket.receive_json() == {}


def test_a_screen_waits_for_what_it_draws_with_and_nothing_else_does(inside, monkeypatch):
    loaded, opened = threading.Event(), []
    monkeypatch.setattr(warming, "_threads", [])
    monkeypatch.setattr(warming, "warm", loaded.wait)
    warming.begin()
    headers = {"origin": BASE, "host": "guongsang.test:8501", "cookie": f"guong-sang={inside.cookies['guong-sang']}"}

    def screen() -> None:
        with inside.websocket_connect("/_stcore/stream", headers=headers) as socket:
            opened.append(socket.receive_json())

    waiting = threading.Thread(target=screen)
    waiting.start()
    try:
        assert (inside.get("/health").status_code, inside.get("/xac-thuc").status_code) == (200, 200)
        waiting.join(0.3)
        assert (opened, waiting.is_alive()) == ([], True)
    finally:
        loaded.set()
        waiting.join()
    assert len(opened) == 1


def test_before_set_up_everything_leads_there(client):
    assert client.get("/").headers["location"] == "/thiet-lap"
    assert client.get("/dang-nhap").headers["location"] == "/thiet-lap"
    assert client.get("/xac-thuc").headers["location"] == "/thiet-lap"
    assert client.get("/health").status_code == 200
    assert client.get("/thiet-lap").status_code == 200
    assert client.post("/dang-nhap", headers={"origin": BASE}).status_code == 401


def test_a_person_with_a_code_reaches_nothing_but_choosing_a_password(client, ha):
    slip = accounts.create_account(accounts.actor_for(ha), "thanh.dothi", "Đỗ Thị Thanh")
    entered = post(client, "/ma-mot-lan", user_name="thanh.dothi", one_time=slip.code)
    assert entered.headers["location"] == "/doi-mat-khau"
    assert client.get("/").headers["location"] == "/doi-mat-khau"
    assert client.get("/ho-so").headers["location"] == "/doi-mat-khau"
    assert client.get("/media/tep.pdf").status_code == 401
    assert client.get("/doi-mat-khau").status_code == 200


def test_a_database_that_does_not_open_is_said_everywhere_without_traceback(client, house, ha):
    house.trouble = "Tệp cơ sở dữ liệu đang được một chương trình khác giữ (tiến trình số 7)."
    for path in ("/", "/ho-so", "/dang-nhap", "/xac-thuc"):
        answer = client.get(path)
        assert (answer.status_code, house.trouble in answer.text) == (503, True)
    assert client.get("/health").json() == {"status": "unavailable", "sentence": house.trouble}


def test_a_database_that_stops_answering_is_said_too(inside, house, monkeypatch):
    def down(_token):
        raise Unavailable()

    monkeypatch.setattr(house, "live", down)
    answer = inside.get("/ho-so")
    assert answer.status_code == 503
    assert "Chưa kết nối được với cơ sở dữ liệu" in answer.text


@pytest.mark.parametrize(
    ("path", "places", "under"),
    (("/v/ABC", ("/v/",), True), ("/v", ("/v/",), False), ("/vv", ("/v/",), False), ("/dang-nhap", ("/dang-nhap",), True), ("/dang-nhap/x", ("/dang-nhap",), False)),
)
def test_places_end_where_they_say(path, places, under):
    assert gate.is_under(path, places) is under


@pytest.mark.parametrize(
    ("host", "status"),
    (("guongsang.test:8501", 200), ("GUONGSANG.test", 200), ("localhost:8501", 200), ("127.0.0.1:1", 200), ("evil.test:8501", 421), ("guongsang.test.evil.test", 421), ("", 421), ("a@b:c", 421)),
)
def test_a_foreign_name_that_points_at_us_finds_nothing(client, ha, host, status):
    assert client.get("/health", headers={"host": host}).status_code == status
