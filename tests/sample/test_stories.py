"""The words of the sample's public stories fit the deeds and models that they are told of."""

import string
from datetime import date

import pytest

from recognition.sample import cases, ground
from recognition.sample.words import Chance, book, speaking_of

WORDS = set(speaking_of("Lê Văn Tòng", she=False))


def story_of(title: str) -> dict[str, str]:
    return next(each for each in book("stories")["deeds"] if each["title"].lower() in title.lower())


@pytest.mark.parametrize("deed", book("deeds"), ids=lambda deed: deed["title"])
def test_every_deed_has_a_story_of_its_own(deed):
    title = Chance().fill(deed["title"], date(2026, 3, 1), "Lê Văn Tòng", "male", "xã Phú Lộc")
    found = story_of(f"Đã có việc làm tốt: {title}")
    assert deed["title"].startswith(found["title"].rstrip())
    fields = {name for part in ("before", "after") for _, name, _, _ in string.Formatter().parse(found[part]) if name is not None}
    assert fields <= WORDS


def test_every_story_of_a_model_is_of_a_model_that_the_sample_registers():
    names = {each["name"] for each in book("models")}
    assert {each["name"] for each in book("stories")["models"]} <= names
    assert all(each["story"].count("\n\n") == 2 for each in book("stories")["models"])


def test_a_story_calls_its_person_as_people_do():
    assert speaking_of("Nguyễn Thị Ước", she=True) == {"given": "Ước", "pronoun": "chị", "Pronoun": "Chị"}


def test_nobody_has_a_post_or_a_deed_that_there_is_not_in_their_unit():
    trades = {"DN-DL": "Thợ sửa chữa đường dây", "TAND": "Thư ký toà án", "YT-BV": "Bác sĩ", "DN-BD": "Bưu tá"}
    posts = {code: {ground.post_of(code, manager, number) for manager in (False, True) for number in range(20)} for code in (*trades, "VPTU-HC")}
    assert {(code, unit) for code, post in trades.items() for unit, there in posts.items() if post in there} == {(code, code) for code in trades}
    deeds = {code: {cases.template(code, number)["title"] for number in range(len(book("deeds")))} for code in ("DN-DL", "YT-BV", "TAND")}
    repaired, delivered = (next(each["title"] for each in book("deeds") if each["title"].startswith(words)) for words in ("Sửa đường dây", "Đỡ đẻ"))
    assert {code: (repaired in found, delivered in found) for code, found in deeds.items()} == {
        "DN-DL": (True, False), "YT-BV": (False, True), "TAND": (False, False),
    }  # fmt: skip
