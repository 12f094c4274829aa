"""Each invariant names the rows that break it, and none where nothing is broken."""

from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

import db
from recognition.hall.transaction import reading, transaction
from tests.support import awards, world

FOLDER = Path(db.__file__).parent / "invariants"
NAMES = sorted(path.stem for path in FOLDER.glob("*.sql"))


def broken(name: str) -> int:
    """How many rows one invariant returns."""
    sql = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    with reading(None) as t:
        return len(t.all(sql))


def _two_names() -> None:
    unit = world.unit()
    with transaction(None) as t:
        t.run(
            """
            insert into unit_name (id, unit_id, name, short_name, kind, parent_id, from_date, to_date, search, name_sort)
            values ($1, $2, 'Tên hai', 'Tên hai', 'party_cell', null, $3, null, '', '')
            """,
            uuid4(), unit, date(2026, 1, 1),
        )  # fmt: skip


def _run(sql: str, *params: object) -> None:
    with transaction(None) as t:
        t.run(sql, *params)


def _awarded_without_award() -> None:
    case = awards.nomination(world.unit(), world.issuer(), "awarded")
    _run("update nomination set submitted_at = null where id = $1", case)


def _under_itself() -> None:
    unit = world.unit()
    _run("update unit_name set parent_id = $1 where unit_id = $1", unit)


def _two_values() -> None:
    for start in (date(2026, 1, 1), date(2026, 2, 1)):
        _run(
            "insert into regulation (id, key, value, clause, from_date, to_date, verified, version) values ($1, 'model.pass_mark', '75', 'x', $2, null, 0, 1)",
            uuid4(), start,
        )  # fmt: skip


def _unfindable_picture() -> None:
    _run(
        """
        insert into evidence (id, nomination_id, blob, kind, file_name, media_type, bytes, caption, picture_hash, taken_on, added_by, added_at, removed_at)
        values ($1, $1, 'x', 'picture', 'a.jpg', 'image/jpeg', 1, '', 'ffb8ef3bfe3b44fa', null, $1, $2, null)
        """,
        uuid4(), datetime(2026, 11, 1),
    )  # fmt: skip


def _learned(*learners: str) -> None:
    """A model of a unit, and who is written down as having learned from it."""
    model, units = uuid4(), {"own": world.unit(), "other": world.unit()}
    _run(
        """
        insert into exemplary_model (id, code, unit_id, created_by, created_at, version, name, field, owner, recipient_id, situation, aims, content, area,
            forces, resources, schedule, results, spread, contact, level, novelty, tags, search, name_sort)
        values ($1, $2, $3, $1, $4, 1, '', 'economy', 'collective', null, '', '', '', '', '', '', '', '', '', '', '', 'new', '{}', '', '')
        """,
        model, str(model), units["own"], datetime(2026, 11, 26),
    )
    for learner in learners:
        _run("insert into replication (id, model_id, unit_id, copied_model_id, on_date, note) values ($1, $2, $3, null, $4, '')", uuid4(), model, units[learner], date(2026, 11, 26))


@pytest.mark.parametrize(("learners", "rows"), (((), 0), (("other",), 0), (("other", "other"), 1), (("own",), 1), (("own", "other", "other"), 2)))
def test_a_unit_learns_from_a_model_once_and_never_from_its_own(database, learners, rows):
    _learned(*learners)
    assert broken("unit_learns_from_a_model_once") == rows


def _promise_of_nobody() -> None:
    _run(
        "insert into grassroots_point (id, record_id, position, said_by, said, answer, promise, responsible, due, done_on, done_how)"
        " values ($1, $1, 1, '', 'Nhà xe dột', '', 'Sửa nhà xe', '', $2, null, '')",
        uuid4(), date(2026, 12, 1),
    )  # fmt: skip


def _shares_that_do_not_add_up() -> None:
    answer = uuid4()
    _run("insert into impact_answer (id, answer, reason, whole, answered_by, answered_at) values ($1, 'shared', '', 30000, $1, $2)", answer, datetime(2026, 11, 26))
    for share in (6000, 3000):
        _run("insert into impact_part (answer_id, year_id, claim, amount, share) values ($1, $2, 'dat hien|', 30000, $3)", answer, uuid4(), share)


def _covenant_without_its_text() -> None:
    _run(
        "insert into covenant (id, code, issuer_id, campaign_id, name, cluster, content, from_date, to_date, report_by, place, signed_on, state, edition, conclusion, search,"
        " created_by, created_at, version) values ($1, 'GU-2026-01', $1, null, '', '', '', $2, $2, $2, '', null, 'open', 1, '', '', $1, $3, 1)",
        uuid4(), date(2026, 1, 1), datetime(2026, 1, 1),
    )  # fmt: skip


BREAKS = {
    "covenant_stands_on_its_edition": _covenant_without_its_text,
    "impact_shares_add_up": _shares_that_do_not_add_up,
    "promise_has_its_day_and_its_keeper": _promise_of_nobody,
    "picture_is_found_by_its_quarters": _unfindable_picture,
    "unit_is_not_above_itself": _under_itself,
    "regulation_has_one_value_a_day": _two_values,
    "recipient_has_its_subject": lambda: world.recipient(person_id=uuid4()),
    "unit_has_one_present_name": _two_names,
    "unit_parent_exists": lambda: world.unit(parent=uuid4()),
    "post_has_person_and_unit": lambda: world.person(unit_id=uuid4()),
    "nomination_has_its_subject": lambda: awards.nomination(world.unit(), world.issuer(), "draft"),
    "sent_nomination_has_a_revision": lambda: awards.nomination(world.unit(), world.issuer(), "endorsed"),
    "award_comes_from_a_recorded_decision": lambda: awards.award(
        uuid4(), world.award_type(), world.unit(), date(2026, 3, 1)
    ),
    "awarded_nomination_has_an_award": _awarded_without_award,
    "certificate_numbers_have_no_gap": lambda: _run(
        "insert into certificate_series (issuer_id, series, year, last) values ($1, 'giay_khen', 2026, 3)", uuid4()
    ),
}


def _book(last: int, paper_last: int | None, *numbers: int) -> None:
    """A book of this last number, begun on paper or here, with papers of these numbers."""
    issuer = uuid4()
    _run(
        "insert into certificate_series (issuer_id, series, year, last, paper_last, paper_reason) values ($1, 'giay_khen', 2026, $2, $3, 'Sổ giấy')",
        issuer, last, paper_last,
    )
    for number in numbers:
        _run(
            """
            insert into certificate (id, award_id, issuer_id, series, year, number, code, layout, layout_version, facts, facts_sha256, state, reason,
                issued_by, issued_at, version)
            values ($1, $1, $2, 'giay_khen', 2026, $3, $4, '', '', '{}', '', 'issued', '', $1, $5, 1)
            """,
            uuid4(), issuer, number, str(uuid4()), datetime(2026, 11, 26),
        )


@pytest.mark.parametrize(
    ("last", "paper_last", "numbers", "rows"),
    (
        (2, None, (1, 2), 0), (150, 148, (149, 150), 0), (148, 148, (), 0),
        (2, None, (1,), 1), (150, 148, (150,), 1), (151, 148, (149, 151), 1), (150, 148, (149, 151), 1), (150, 148, (1, 150), 1), (150, None, (149, 150), 1),
        (149, 148, (), 1), (150, 148, (1, 2), 1),
    ),
)
def test_numbers_are_gapless_from_the_one_after_the_paper_book_s_last(database, last, paper_last, numbers, rows):
    _book(last, paper_last, *numbers)
    assert broken("certificate_numbers_have_no_gap") == rows


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_database_breaks_no_invariant(database, name):
    assert broken(name) == 0


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_an_invariant_names_the_row_that_breaks_it(database, name):
    BREAKS[name]()
    assert broken(name) == 1
