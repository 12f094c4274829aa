"""`/api/v1`: what programs read with a key, what they are told when they ask wrongly, and what never leaks."""

from datetime import date

import pytest

from recognition.accounts import actions as accounts
from recognition.accounts import secrets
from recognition.hall.rate import Rate
from recognition.hall.transaction import transaction
from recognition.hall.words import Role, State
from tests.support import awards, people, world
from tests.web.conftest import PASSWORD
from web import api
from web.api.lists import LISTS

pytestmark = pytest.mark.proves("F12.08")


def key_of(who) -> dict[str, str]:
    """The header with a fresh key of somebody."""
    with transaction(None) as t:
        t.run("update account set password_hash = $2 where id = $1", who.account_id, secrets.password_hash(PASSWORD))
    return {"authorization": f"Bearer {accounts.make_access_key(who, 'Kho dữ liệu của tỉnh', 30, PASSWORD).words}"}


@pytest.fixture
def secretary(client, ha, monkeypatch):
    """A secretary of an issuer, where other programs may read."""
    monkeypatch.setattr(api, "_by_key", Rate(120))
    monkeypatch.setattr(api, "_wrong", Rate(20))
    accounts.set_interface(accounts.actor_for(ha), True)
    return people.actor(Role.SECRETARY, Role.CLERK, issuer=world.issuer("Đảng uỷ phường Đông Hà"))


def test_without_a_key_only_the_way_in_is_told(client, secretary):
    told = client.get("/api/v1").json()
    assert sorted(told["lists"]) == sorted(each.name for each in LISTS) == ["certificates", "decisions", "examples", "models", "nominations"]
    for each in LISTS:
        answer = client.get(f"/api/v1/{each.name}")
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert "Authorization: Bearer" in answer.json()["error"]


@pytest.mark.parametrize("header", ("Bearer", "Bearer gs_sai", "Basic Z3M6c2Fp", "gs_abc", "Bearer " + "x" * 9_000))
def test_a_wrong_key_is_401(client, secretary, header):
    assert client.get("/api/v1/decisions", headers={"authorization": header}).status_code == 401


def test_a_cookie_opens_nothing_here(inside, secretary):
    assert inside.get("/api/v1/decisions").status_code == 401


def test_each_list_has_just_the_values_that_its_description_promises(client, secretary):
    key = key_of(secretary)
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    for each in LISTS:
        answer = client.get(f"/api/v1/{each.name}", headers=key)
        assert answer.status_code == 200
        assert answer.json() == {"sample": False, "total": 0, "page": 1, "size": 50, "rows": []}
        row = paths[f"/api/v1/{each.name}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["rows"]["items"]
        assert list(row["properties"]) == [value.name for value in each.values]


def test_a_program_sees_what_its_owner_sees_and_no_draft_of_a_unit(client, secretary):
    issuer = next(iter(secretary.issuers(Role.SECRETARY)))
    unit = world.unit("Chi bộ Trạm Y tế Phú Lộc")
    seen = awards.nomination(unit, issuer, "accepted", title="Cứu người đuối nước")
    awards.nomination(unit, issuer, "draft", title="Bản nháp kín")
    awards.nomination(unit, world.issuer("Cơ quan khác"), "accepted", title="Của cơ quan khác")
    answer = client.get("/api/v1/nominations", headers=key_of(secretary))
    assert [(row["id"], row["title"], row["state"], row["state_label"]) for row in answer.json()["rows"]] == [(str(seen), "Cứu người đuối nước", "accepted", State.ACCEPTED.label)]
    assert client.get("/api/v1/nominations?state=draft", headers=key_of(secretary)).json()["total"] == 0
    assert client.get("/api/v1/nominations?q=duoi+nuoc&size=1", headers=key_of(secretary)).json()["total"] == 1


def test_what_the_owner_may_not_see_is_403(client, secretary):
    leader = people.actor(Role.UNIT_LEADER, unit=world.unit())
    answer = client.get("/api/v1/certificates", headers=key_of(leader))
    assert (answer.status_code, set(answer.json())) == (403, {"error"})


@pytest.mark.parametrize(
    ("query", "field"),
    (
        ("page=0", "page"), ("page=mot", "page"), ("page=-1", "page"), ("page=٣", "page"), ("size=201", "size"), ("size=", "size"), ("state=xong", "state"),
        ("password=1", "password"), ("q=a&q=b", "q"), (f"q={'x' * 101}", "q"),
    ),
)  # fmt: skip
def test_a_wrong_question_says_which_word_is_wrong(client, secretary, query, field):
    answer = client.get(f"/api/v1/nominations?{query}", headers=key_of(secretary))
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [field])


def test_too_many_questions_wait_a_minute(client, secretary, monkeypatch):
    key = key_of(secretary)
    monkeypatch.setattr(api, "_by_key", Rate(2))
    assert [client.get("/api/v1/decisions", headers=key).status_code for _ in range(3)] == [200, 200, 429]
    monkeypatch.setattr(api, "_wrong", Rate(1))
    assert [client.get("/api/v1/decisions").status_code for _ in range(2)] == [401, 429]


@pytest.mark.parametrize("method", ("post", "put", "delete", "patch"))
def test_nothing_is_written_here(client, secretary, method):
    origin = {"origin": str(client.base_url).rstrip("/")}
    assert client.request(method, "/api/v1/decisions", headers={**key_of(secretary), **origin}).status_code == 405


@pytest.mark.parametrize("path", ("/api/", "/api/v1/khong-co", "/api/v2/decisions", "/api/v1/decisions/1/2"))
def test_any_other_address_says_where_the_lists_are(client, secretary, path):
    answer = client.get(path, headers=key_of(secretary))
    assert (answer.status_code, answer.json()) == (404, {"error": "Không có danh sách này. Các danh sách có ở /api/v1."})


def test_days_are_written_as_programs_write_them():
    from web.api.terms import plain

    assert [plain(date(2026, 11, 27)), plain(State.ACCEPTED), plain(None), plain(3)] == ["2026-11-27", "accepted", None, 3]
