"""Settings, headers, files with a hash, downloads, verify, health, the log, unforeseen trouble."""

import json
import re
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest

from recognition.hall import rate
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Unavailable
from tests.web.conftest import post
from web import assets, downloads, log, origin, settings, shell, verify

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what the settings must not let pass in silence


@pytest.mark.parametrize(
    ("environment", "expected"),
    (
        ({}, ("127.0.0.1", 8501, False)),
        ({"GUONG_SANG_HOST": "localhost", "GUONG_SANG_PORT": "9000"}, ("localhost", 9000, False)),
        ({"GUONG_SANG_HOST": "::1"}, ("::1", 8501, False)),
        ({"GUONG_SANG_HOST": EVERYWHERE, "GUONG_SANG_INSECURE": "1"}, (EVERYWHERE, 8501, True)),
        ({"GUONG_SANG_HOST": EVERYWHERE, "GUONG_SANG_PROXY": "10.0.0.2"}, (EVERYWHERE, 8501, False)),
    ),
)
def test_settings_that_may_start(environment, expected):
    found = settings.read(environment)
    assert (found.host, found.port, found.open_network) == expected


@pytest.mark.parametrize(
    ("environment", "words"),
    (
        ({"GUONG_SANG_HOST": EVERYWHERE}, "mở cho máy khác mà không có mã hoá"),
        ({"GUONG_SANG_HOST": "192.168.1.5", "GUONG_SANG_INSECURE": "yes"}, "mở cho máy khác mà không có mã hoá"),
        ({"GUONG_SANG_PORT": "cổng"}, "số từ 1 đến 65535"),
        ({"GUONG_SANG_PORT": "70000"}, "số từ 1 đến 65535"),
        ({"GUONG_SANG_TLS_CERT": "/khong/co.pem"}, "tệp không có"),
        ({"GUONG_SANG_PUBLIC_URL": "guongsang.vn"}, "http:// hoặc https://"),
        ({"DATABASE_URL": "mysql://x"}, "postgresql://"),
    ),
)
def test_settings_that_may_not_start_say_why_in_one_sentence(environment, words):
    with pytest.raises(settings.Refused, match=re.escape(words)) as refused:
        settings.read(environment)
    assert "\n" not in str(refused.value)


def test_a_certificate_needs_its_key(tmp_path):
    (tmp_path / "c.pem").write_text("x")
    with pytest.raises(settings.Refused, match="Cần cả"):
        settings.read({"GUONG_SANG_TLS_CERT": str(tmp_path / "c.pem")})
    (tmp_path / "k.pem").write_text("x")
    assert settings.read({"GUONG_SANG_HOST": EVERYWHERE, "GUONG_SANG_TLS_CERT": str(tmp_path / "c.pem"), "GUONG_SANG_TLS_KEY": str(tmp_path / "k.pem")}).tls


@pytest.mark.parametrize("path", ("/dang-nhap", "/ho-so", "/health", "/khong-co", "/hong", "/tai-nguyen/khong.co", "/"))
def test_every_answer_carries_the_security_headers(inside, path):
    headers = inside.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    assert not re.search(r"script-src[^;]*('unsafe-inline'|'unsafe-eval'|https?:)", policy)
    assert "server" not in headers
    if not path.startswith("/tai-nguyen/"):
        assert "no-store" in headers["cache-control"]


def test_files_are_served_under_their_hash_for_ever_and_under_no_other_name(client, ha):
    address = assets.url("be-vietnam-pro-vietnamese-400-normal.woff2")
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"], answer.headers["cache-control"]) == (200, "font/woff2", "public, max-age=31536000, immutable")
    for wrong in ("/tai-nguyen/app.css", "/tai-nguyen/be-vietnam-pro-vietnamese-400-normal.000000000000.woff2", "/tai-nguyen/..%2f..%2fapp.py", "/tai-nguyen/build.py"):
        assert client.get(wrong).status_code == 404


def test_styles_mention_only_files_that_are_served():
    for name in ("fonts.css", "plain.css", "screens.css"):
        text = assets.all_assets()[name].body.decode()
        assert set(re.findall(r"url\(([^)]+)\)", text)) <= {asset.url for asset in assets.all_assets().values()}


def test_every_file_comes_from_our_own_server():
    for asset in assets.all_assets().values():
        if asset.media_type.startswith("text/"):
            assert re.findall(r"https?://|//[a-z]+\.", asset.body.decode().replace("http://www.w3.org", "")) == []


def test_the_shell_is_vietnamese_has_no_inline_script_and_our_script_before_theirs():
    page = shell.page()
    assert '<html lang="vi">' in page
    assert re.findall(r"<script>|<script(?![^>]*src=)", page) == []
    assert page.index(assets.url("screens.js")) < page.index("./static/js/index.")
    assert "service-desc" not in page
    assert "<title>Gương Sáng</title>" in page
    assert "enable JavaScript" not in page


def test_an_unknown_address_is_answered_in_vietnamese_and_the_first_screens_own_leads_home(inside):
    unknown, first = inside.get("/khong-co"), inside.get("/viec", follow_redirects=False)
    assert (unknown.status_code, "Không có trang này. Có thể đường dẫn bị chép thiếu" in unknown.text) == (404, True)
    assert (first.status_code, first.headers["location"]) == (307, "/")
    assert inside.get("/tai-khoan").text == shell.page()


def test_health_is_open_and_short(client, ha):
    assert client.get("/health").json() == {"status": "ok", "version": settings.VERSION, "schema": 9}


def test_health_says_when_the_database_does_not_answer(client, ha, monkeypatch):
    from recognition.accounts import actions as accounts

    def down():
        raise Unavailable()

    monkeypatch.setattr(accounts, "is_sample", down)
    assert client.get("/health").status_code == 503


def test_an_unforeseen_error_shows_a_number_that_the_log_explains(inside, house):
    log.start(house.settings.data)
    answer = inside.get("/hong")
    number = re.search(r"Mã lỗi: <span class=\"code\">([A-Z0-9-]+)<", answer.text)[1]
    assert (answer.status_code, "bí mật" in answer.text, "Traceback" in answer.text) == (500, False, False)
    lines = [json.loads(line) for line in (house.settings.data / "logs" / "guong-sang.jsonl").read_text(encoding="utf-8").splitlines()]
    entry = next(line for line in lines if line.get("reference") == number)
    assert (entry["path"], entry["kind"], "bí mật" in entry["exception"]) == ("/hong", "RuntimeError", True)


def test_the_log_keeps_one_line_per_entry_and_no_secret(tmp_path):
    log.start(tmp_path)
    log.log().info("thử\nhai dòng\x1b[31m", password="mật", token="x", who="Phạm\nHà")
    lines = (tmp_path / "logs" / "guong-sang.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert "\x1b" not in lines[0]
    assert (json.loads(lines[0])["password"], json.loads(lines[0])["token"]) == ("…", "…")


@pytest.fixture
def kinds(monkeypatch):
    monkeypatch.setattr(downloads, "_makers", {})

    def refuse(_who, _id):
        raise NotAllowed()

    def missing(_who, _id):
        raise NotFound()

    downloads.register("bang-chung", lambda who, _id: (f"của {who.name}".encode(), "Giấy khen «Lê Văn Tòng».pdf", "application/pdf"))
    downloads.register("cua-nguoi-khac", refuse)
    downloads.register("khong-co", missing)


def test_a_file_comes_with_its_vietnamese_name_and_is_stored_nowhere(inside, kinds):
    answer = inside.get(f"/tai-ve/bang-chung/{uuid4()}")
    assert answer.text == "của Phạm Thu Hà"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"Giy khen L Vn Tng.pdf\"; filename*=UTF-8''Gi%E1%BA%A5y%20khen%20%C2%ABL%C3%AA%20V%C4%83n%20T%C3%B2ng%C2%BB.pdf"
    )
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-security-policy"] == "sandbox"


@pytest.mark.parametrize(
    ("path", "status"),
    (("cua-nguoi-khac/{}", 403), ("khong-co/{}", 404), ("la/{}", 404), ("bang-chung/khong-phai-ma", 404), ("bang-chung/..%2f..%2fetc", 404)),
)
def test_what_may_not_be_had_is_refused_kindly(inside, kinds, path, status):
    answer = inside.get("/tai-ve/" + path.format(uuid4()))
    assert answer.status_code == status
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("name", "plain"),
    (("a\r\nset-cookie: x.pdf", "a  set-cookie: x.pdf"), ('"; rm -rf', "; rm -rf"), ("../../etc/passwd", ".. .. etc passwd"), ("", "tep"), ("Ảnh", "nh"), ("ửứ", "tep")),
)
def test_a_file_s_name_cannot_break_the_header(name, plain):
    header = downloads.disposition(name)
    assert header.startswith(f'attachment; filename="{plain}"; filename*=UTF-8\'\'')
    assert "\r" not in header
    assert "\n" not in header


FOUND = SimpleNamespace(
    state="in_force", reason="", contact="Văn phòng Đảng uỷ, 0999 123 456",
    facts=(("Tặng", "Lê Văn Tòng <script>"), ("Quyết định", "216-QĐ/ĐU, ngày 24/11/2026"), ("Mã tra cứu", "K7QM-4T2X-9HDP")),
)


@pytest.fixture
def register(monkeypatch):
    def ask(code):
        if code.upper().replace("-", "") == "K7QM4T2X9HDP":
            return FOUND
        if code == "XAU":
            raise Invalid({"": "Mã giấy có 12 chữ; anh/chị mới nhập 3."})
        raise NotFound()

    monkeypatch.setattr(verify, "_ask", ask)
    monkeypatch.setattr(verify, "_rate", rate.Rate(30))


@pytest.mark.proves("F10.02")
@pytest.mark.parametrize("path", ("/V/K7QM-4T2X-9HDP", "/v/k7qm4t2x9hdp", "/XM/K7QM4T2X9HDP", "/xac-thuc/K7QM-4T2X-9HDP"))
def test_a_genuine_paper_is_answered_first_then_what_to_compare(client, ha, register, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert "Giấy khen này là thật" in answer.text
    assert "Lê Văn Tòng &lt;script&gt;" in answer.text
    assert "gọi Văn phòng Đảng uỷ, 0999 123 456" in answer.text


@pytest.mark.proves("F10.03")
def test_other_answers_of_the_register(client, ha, register, monkeypatch):
    unknown = client.get("/V/ZZZZ")
    assert (unknown.status_code, "Không có giấy khen nào mang mã này" in unknown.text) == (404, True)
    assert "mới nhập 3" in post(client, "/xac-thuc", certificate="XAU").text
    monkeypatch.setattr(FOUND, "state", "revoked")
    monkeypatch.setattr(FOUND, "reason", "Thu hồi theo Quyết định 220-QĐ/ĐU.")
    revoked = client.get("/V/K7QM-4T2X-9HDP").text
    assert "không còn hiệu lực" in revoked
    assert "220-QĐ/ĐU" in revoked
    assert "là thật" not in revoked


PROGRAM = {"accept": "application/json"}


@pytest.mark.proves("F10.05")
def test_a_program_gets_the_same_answer_as_people(client, ha, register, monkeypatch, house):
    genuine = client.get("/V/K7QM-4T2X-9HDP", headers=PROGRAM)
    assert genuine.json() == {"state": "in_force", "reason": "", "facts": [{"label": label, "value": value} for label, value in FOUND.facts]}
    assert client.get("/V/ZZZZ", headers=PROGRAM).json() == {"state": "unknown", "reason": "", "facts": []}
    monkeypatch.setattr(FOUND, "state", "revoked")
    monkeypatch.setattr(FOUND, "reason", "Thu hồi theo Quyết định 220-QĐ/ĐU.")
    assert client.get("/XM/K7QM4T2X9HDP", headers=PROGRAM).json()["state"] == "revoked"
    house.sample = True
    assert client.get("/XM/K7QM4T2X9HDP", headers=PROGRAM).json()["state"] == "sample"


@pytest.mark.parametrize(("path", "status", "words"), (("/V/XAU", 422, "mới nhập 3"), ("/xac-thuc", 422, "cuối địa chỉ")))
def test_a_program_hears_what_is_wrong_with_its_question(client, ha, register, path, status, words):
    answer = client.get(path, headers=PROGRAM)
    assert (answer.status_code, words in answer.json()["error"]) == (status, True)


def test_a_program_that_asks_too_often_is_held_back_too(client, ha, register, monkeypatch):
    monkeypatch.setattr(verify, "_rate", rate.Rate(1))
    assert [client.get("/V/ZZZZ", headers=PROGRAM).status_code for _ in range(2)] == [404, 429]


def test_a_paper_of_the_sample_is_never_called_genuine(client, ha, register, house):
    house.sample = True
    answer = client.get("/V/K7QM-4T2X-9HDP").text
    assert ("Giấy mẫu, không có giá trị" in answer, "là thật" in answer) == (True, False)


def test_asking_too_often_is_held_back(client, ha, register, monkeypatch):
    monkeypatch.setattr(verify, "_rate", rate.Rate(3))
    assert [client.get("/V/ZZZZ").status_code for _ in range(5)] == [404, 404, 404, 429, 429]


def test_no_code_enters_the_log(client, ha, register, house):
    log.start(house.settings.data)
    client.get("/V/BI-MAT-123")
    post(client, "/xac-thuc", certificate="BI-MAT-456")
    assert "BI-MAT" not in "".join(path.read_text(encoding="utf-8") for path in Path(house.settings.data / "logs").iterdir())


def test_so_many_a_minute_and_then_again():
    asked = rate.Rate(2)
    assert [asked.admits("a", moment) for moment in (0, 1, 2, 59, 60, 61, 62)] == [True, True, False, False, True, True, False]
    assert asked.admits("b", 2) is True


@pytest.mark.parametrize(
    ("client", "address"), ((("::ffff:10.0.0.7", 1), "10.0.0.7"), (("10.0.0.7", 1), "10.0.0.7"), (("::1", 1), "::1"), (("testclient", 1), "testclient"), (None, ""))
)
def test_addresses_are_written_in_one_way(client, address):
    assert origin.address({"client": client}) == address


@pytest.mark.proves("F14.01")
def test_published_rows_are_listed_searched_and_counted(client, ha, monkeypatch):
    from web import public

    rows = [SimpleNamespace(id=uuid4(), name="Lê Văn Tòng <b>", subject="Cứu hai học sinh đuối nước", detail="QĐ 216-QĐ/ĐU, 24/11/2026", story="", spread="", photo=None)]
    asked = []
    monkeypatch.setattr(public, "_published", lambda words, offset: (asked.append((words, offset)), (rows, 41))[1])
    answer = client.get("/guong-sang", params={"tim": "tòng", "trang": "2"})
    assert asked == [("tòng", 20)]
    assert "Lê Văn Tòng &lt;b&gt;" in answer.text
    assert "41 gương, trang 2 trong 3" in answer.text
    assert client.get("/guong-sang", params={"trang": "x'--"}).status_code == 200


@pytest.mark.proves("F14.02")
def test_an_example_has_a_page_of_its_own_and_none_once_it_is_gone(client, ha, monkeypatch):
    from web import public

    assert client.get("/guong-sang/khong-phai-ma").status_code == 404
    row = SimpleNamespace(
        id=uuid4(), name="Lê Văn Tòng <b>", subject="Cứu hai học sinh", detail="QĐ 216-QĐ/ĐU", story="Đoạn một.\n\n<i>Đoạn hai.",
        spread="Mô hình đã được 2 đơn vị học tập, làm theo.", photo='Trao "quà"',
    )  # fmt: skip
    monkeypatch.setattr(public, "_one", lambda _: row)
    answer = client.get(f"/guong-sang/{uuid4()}")
    assert answer.status_code == 200
    assert "<p>Đoạn một.</p>" in answer.text
    assert "Mô hình đã được 2 đơn vị học tập, làm theo." in answer.text
    assert "<p>&lt;i&gt;Đoạn hai.</p>" in answer.text
    assert "Lê Văn Tòng &lt;b&gt;" in answer.text
    assert f'<img src="/guong-sang/{row.id}/anh-lon" alt="Trao &#34;quà&#34;">' in answer.text


@pytest.mark.proves("F14.02")
def test_a_picture_is_sent_only_while_its_example_is_shown(client, ha, monkeypatch):
    from web import public

    asked = []
    monkeypatch.setattr(public, "_photo", lambda wanted, small: (asked.append((wanted, small)), b"jpeg")[1])
    shown = uuid4()
    for size in ("nho", "lon"):
        answer = client.get(f"/guong-sang/{shown}/anh-{size}")
        assert (answer.status_code, answer.content, answer.headers["content-type"], answer.headers["cache-control"]) == (200, b"jpeg", "image/jpeg", "private, no-store")
    assert asked == [(shown, True), (shown, False)]
    monkeypatch.undo()
    assert [client.get(f"/guong-sang/{each}/anh-lon").status_code for each in (uuid4(), "khong-phai-ma")] == [404, 404]


@pytest.mark.parametrize(
    ("environment", "hosts"),
    (
        ({}, {"localhost", "127.0.0.1", "::1"}),
        ({"GUONG_SANG_PUBLIC_URL": "https://GuongSang.songlam.vn/"}, {"localhost", "127.0.0.1", "::1", "guongsang.songlam.vn"}),
        ({"GUONG_SANG_HOST": EVERYWHERE, "GUONG_SANG_INSECURE": "1"}, set()),
        ({"GUONG_SANG_HOST": "10.0.0.5", "GUONG_SANG_INSECURE": "1", "GUONG_SANG_PUBLIC_URL": "http://may1"}, {"localhost", "127.0.0.1", "::1", "10.0.0.5", "may1"}),
    ),
)
def test_names_under_which_we_answer(environment, hosts):
    assert settings.read(environment).hosts == hosts


def test_another_server_s_address_is_judged_like_ours():
    with pytest.raises(settings.Refused):
        settings.read({"GUONG_SANG_HOST": "127.0.0.1"}, listening=(EVERYWHERE, 8600))
    assert settings.read({}, listening=("127.0.0.1", 8600)).address == "http://localhost:8600"
