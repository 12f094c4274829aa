"""The post of a closing tab: one field of one's own draft, and nothing else. And where the field's own files lie."""

import json
from dataclasses import replace

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager

from pages.shared import long_text
from recognition.hall.words import Role
from recognition.nominations import actions
from tests.support import people, world
from tests.web.conftest import BASE

WORDS = {"kind": "deed", "object": "", "field": "story", "version": 0, "text": "Anh Tòng trả lại túi tiền."}


def last_words(client, body, origin: str = BASE) -> int:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post("/nhap", content=content, headers={"origin": origin}).status_code


@pytest.fixture
def nominator(ha):
    unit = world.unit()
    people.grant(ha, Role.NOMINATOR, unit=unit)
    return replace(people.actor(Role.NOMINATOR, unit=unit), account_id=ha)


def kept(who):
    found = actions.kept_draft(who, "deed")
    return found[0] if found else None


@pytest.mark.proves("F04.04")
def test_the_last_words_join_what_is_kept_of_the_form(inside, nominator):
    assert last_words(inside, WORDS) == 204
    assert last_words(inside, {**WORDS, "field": "reason", "text": "Trung thực."}) == 204
    assert kept(nominator) == {"story": WORDS["text"], "reason": "Trung thực.", "_version": 0}


def test_words_over_an_older_version_are_left_aside_and_a_newer_one_begins_anew(inside, nominator):
    for version, text in ((3, "Mới"), (2, "Cũ")):
        assert last_words(inside, {**WORDS, "version": version, "text": text}) == 204
    assert kept(nominator) == {"story": "Mới", "_version": 3}
    assert last_words(inside, {**WORDS, "field": "reason", "version": 4}) == 204
    assert kept(nominator) == {"reason": WORDS["text"], "_version": 4}


@pytest.mark.parametrize(
    ("body", "status"),
    (
        (b"", 400), (b"[]", 400), (b"\xff", 400), ({**WORDS, "kind": "ballot"}, 400), ({**WORDS, "field": "_version"}, 400), ({**WORDS, "field": "a b"}, 400),
        ({**WORDS, "object": "1"}, 400), ({**WORDS, "object": 5}, 400), ({**WORDS, "version": True}, 400), ({**WORDS, "text": None}, 400),
        (b'{"kind":"deed","object":"","field":"story","version":0,"text":"\\ud800"}', 400), (b"[" * 60_000, 400), (b" " * 70_000, 413),
    ),
)  # fmt: skip
def test_what_our_own_field_never_sends_is_refused(inside, nominator, body, status):
    assert last_words(inside, body) == status
    assert kept(nominator) is None


def test_only_from_our_own_page_and_from_who_may_nominate(client, inside, ha):
    assert last_words(inside, WORDS, origin="http://elsewhere.test") == 403
    assert last_words(inside, WORDS) == 403
    inside.cookies.clear()
    assert last_words(inside, WORDS) == 401


def test_the_fields_files_are_files_so_that_the_policy_stays_strict():
    manager = BidiComponentManager()
    long_text.declare(manager)
    made = manager.build_definition_with_validation(component_key=long_text.NAME, html=None, css="long_text.css", js="long_text.js")
    assert (made.js_url, made.css_url, made.js_content, made.css_content) == ("long_text.js", "long_text.css", None, None)
