import random
import re

import duckdb
import pytest

from vietnamese.text import sort_key

# Every vowel of the alphabet with its tones in order, and the consonants.
VOWELS = "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ"
LETTERS = [*VOWELS.replace(" ", ""), *"bcdđfghjklmnpqrstvwxz"]
ALPHABET = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
SYLLABLES = [
    "An",
    "Ân",
    "Ăn",
    "Ánh",
    "Bà",
    "Ba",
    "Bả",
    "Bá",
    "Bạ",
    "Đa",
    "Da",
    "Dạ",
    "Đạ",
    "hoà",
    "hòa",
    "hoạ",
    "Hóa",
    "Ê",
    "Êban",
    "Niê",
    "Y",
    "Bliă",
    "Ước",
    "Ứng",
    "Ư",
    "Nguyễn",
    "nguyên",
]


def in_icu_order(words: list[str]) -> list[str]:
    with duckdb.connect() as db:
        rows = db.execute("select w from unnest($1) t(w) order by w collate vi, w", [words]).fetchall()
    return [w for (w,) in rows]


def test_letters_and_tones_follow_the_alphabet():
    shuffled = random.Random(1).sample(LETTERS, len(LETTERS))
    assert "".join(sorted(shuffled, key=sort_key)) == ALPHABET


def test_single_letters_in_both_cases_are_ordered_as_icu_does():
    both = [c for letter in LETTERS for c in (letter, letter.upper())]
    assert sorted(both, key=sort_key) == in_icu_order(both)


def test_phrases_are_ordered_as_icu_does():
    dice = random.Random(7)
    phrases = sorted({" ".join(dice.choices(SYLLABLES, k=dice.randint(1, 3))) for _ in range(800)})
    assert sorted(phrases, key=sort_key) == in_icu_order(phrases)


@pytest.mark.parametrize(
    "ordered",
    (
        ["An", "Anh", "Ánh", "Ăn", "Ân"],
        ["Bà An", "Ba Cường"],
        ["Chi bộ 2", "Chi bộ A"],
        ["dân", "Dân", "đan", "Đan"],
        ["hoà", "hòa", "hóa"],
        ["", " a", "ab"],
    ),
)
def test_whole_texts(ordered):
    assert sorted(random.Random(3).sample(ordered, len(ordered)), key=sort_key) == ordered


def test_keys_hold_only_characters_that_every_collation_orders_alike():
    keys = "".join(sort_key(s) for s in ("Trần Đức Hòa, 12-QĐ/ĐU «x»", "Bliă ĭ ñ", "Привет", "😀", "H’Hen\u0301\u0301"))
    assert re.fullmatch("[0-9a-z]+", keys)


def test_database_sorts_the_keys_as_python_does():
    keys = [sort_key(s) for s in (*LETTERS, *SYLLABLES)]
    assert in_icu_order(keys) == sorted(keys)
