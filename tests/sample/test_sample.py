"""The sample campaign: what it holds, that it is whole, that it never lies beside real data."""

import re
from collections import Counter

import pytest

import db
from certificates import Facts
from db import archive, checking, schema
from recognition.accounts import actions as accounts
from recognition.hall.errors import NotAllowed
from recognition.hall.transaction import reading
from recognition.hall.words import Role
from recognition.issuing import actions as issuing
from recognition.sample import actions
from tests.support import databases, people


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The unpacked sample, the process's database while the tests of this file look at it."""
    folder = tmp_path_factory.mktemp("sample")
    patch = pytest.MonkeyPatch()
    patch.setenv("GUONG_SANG_DATA", str(folder))
    heard: list[tuple[float, str]] = []
    with databases.fresh(folder) as opened:
        db.use(opened)
        actions.build(lambda share, sentence: heard.append((share, sentence)))
        yield folder, heard
        db.use(None)
    patch.undo()


def count(sql: str) -> int:
    with reading(None) as t:
        return int(t.value(sql))


def test_the_archive_is_of_the_newest_schema():
    newest = max(step.number for step in schema.steps("duckdb"))
    assert archive.read_manifest(actions.ARCHIVE).schema == newest, "make the archive anew: just sample"


@pytest.mark.proves("F15.07")
def test_it_holds_a_whole_year_of_a_province(sample):
    assert {
        "units": count("select count(*) from unit"),
        "people": count("select count(*) from person"),
        "models": count("select count(*) from exemplary_model"),
        "deeds": count("select count(*) from good_deed"),
        "members": count("select count(*) from council_member"),
        "closed sessions": count("select count(*) from council_session where state = 'closed'"),
        "awards of the largest decision": count("select max(n) from (select count(*) as n from award group by decision_id) counted"),
    } == {"units": 40, "people": 600, "models": 120, "deeds": 200, "members": 9, "closed sessions": 2, "awards of the largest decision": 60}
    assert count("select count(*) from decision where decided_on < date '2025-01-01'") == 1


def test_it_breaks_no_invariant_and_its_log_is_whole(sample):
    folder, _ = sample
    assert checking.check(db.current(), files=folder / "files", say=lambda _: None) == []


@pytest.mark.proves("F15.07", "F10.01")
def test_its_certificates_are_stamped_and_signed_by_its_own_key(sample):
    with reading(None) as t:
        rows = t.all("select facts, key_id, code from certificate order by number")
    assert Counter(Facts.from_json(row["facts"]).stamp for row in rows) == Counter({"MẪU": len(rows)})
    assert len({row["key_id"] for row in rows}) == 1
    assert re.fullmatch(r"[0-9A-Z-]+", rows[0]["code"])
    assert issuing.verify_code(rows[0]["code"]) is not None


def test_somebody_of_each_role_can_be_looked_through(sample):
    labels = {person.role for person in accounts.sample_people()}
    assert labels >= {Role.NOMINATOR.label, Role.UNIT_LEADER.label, Role.SECRETARY.label, Role.CLERK.label, Role.LEADER.label, Role.ADMINISTRATOR.label}


def test_unpacking_is_said_step_by_step(sample):
    _, heard = sample
    shares = [share for share, _ in heard]
    assert (shares == sorted(shares), shares[-1], len(heard) > 10) == (True, 1.0, True)


def test_signing_anew_and_the_way_in_without_password_are_refused_beside_real_data(database):
    who = people.administrator()
    with pytest.raises(NotAllowed):
        issuing.sign_anew()
    with pytest.raises(NotAllowed):
        accounts.enter_sample(who.account_id, "127.0.0.1", "test")
    with pytest.raises(NotAllowed):
        accounts.mark_sample()
