"""Mid-term notes, silence, reminders and the notes that recognition may ask for, on both engines."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RegulationForm
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.life_terms import NoteInput, Stage
from recognition.dan_van_kheo.terms import Figure, Measure, ModelFilters
from recognition.hall import log
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound
from recognition.hall.permissions import TABLE
from recognition.hall.words import ModelState, Role, Verb
from tests.dan_van_kheo.test_model_actions import REPORT, House
from tests.support import people, world
from vietnamese import dates

NOTE = NoteInput(date(2026, 6, 20), "Trực 12 sáng thứ bảy.\nĐông người.", (Figure(Measure.PEOPLE, 300_00, "người"),), True)


@pytest.fixture
def house(database):
    with dates.fixed(date(2026, 3, 2)):
        yield House()


def at(day):
    return dates.fixed(day)


def working(house, name="Ngày cuối tuần cùng dân"):
    """Registered and approved on 02/3, begun on 01/4."""
    with at(date(2026, 3, 2)):
        made = house.registered(name=name)
        approved = actions.approve(house.secretary, made.year.id, made.year.version)
    with at(date(2026, 4, 1)):
        return actions.start(house.nominator, made.year.id, approved.year.version)


def recognised(house, on=date(2026, 9, 30)):
    model = working(house)
    with at(date(2026, 9, 5)):
        model = actions.report(house.nominator, model.year.id, model.year.version, REPORT)
    with at(on):
        model = actions.check(house.secretary, model.year.id, model.year.version, 90_00)
        return actions.recognise(house.secretary, model.year.id, model.year.version)


@pytest.mark.proves("F03.04")
def test_a_note_comes_back_whole_and_stands_in_the_history(house):
    model = working(house)
    with at(date(2026, 6, 22)):
        made = actions.note(house.nominator, model.year.id, NOTE)
        life, notes = actions.life_of(house.secretary, model.year.id)
    assert notes == [made]
    assert (made.on_date, made.done, made.figures, made.going, made.reason, made.by_name) == (
        NOTE.on_date, NOTE.done, NOTE.figures, True, "", "Đỗ Thị Thanh",
    )  # fmt: skip
    assert (life.stage, life.last_sign, life.due) == (Stage.WORKING, date(2026, 6, 20), date(2026, 9, 18))
    assert actions.history(house.secretary, model.year.id)[0].sentence == "Đỗ Thị Thanh ghi giữa kỳ: 20/06/2026. Trực 12 sáng thứ bảy."


def test_a_click_counts_once_and_a_note_does_not_disturb_the_year(house):
    model, key = working(house), uuid4()
    with at(date(2026, 6, 22)):
        actions.note(house.nominator, model.year.id, NOTE, key)
        with pytest.raises(AlreadyDone):
            actions.note(house.nominator, model.year.id, NOTE, key)
        assert len(actions.life_of(house.secretary, model.year.id)[1]) == 1
        assert actions.get(house.nominator, model.year.id).year == model.year


@pytest.mark.proves("F03.04")
def test_only_who_reports_the_year_writes_notes_and_who_sees_the_model_reads_them(house):
    model = working(house)
    assert TABLE[Verb.NOTE_MODEL] == TABLE[Verb.REPORT_MODEL]
    stranger = people.actor(Role.NOMINATOR, unit=world.unit())
    with at(date(2026, 6, 22)):
        for who in (house.leader, house.secretary):
            with pytest.raises(NotAllowed):
                actions.note(who, model.year.id, NOTE)
        for who in (stranger, people.nobody(), people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn ngành Y tế"))):
            with pytest.raises(NotFound):
                actions.note(who, model.year.id, NOTE)
            with pytest.raises(NotFound):
                actions.life_of(who, model.year.id)
        actions.note(house.nominator, model.year.id, NOTE)
        assert len(actions.life_of(house.leader, model.year.id)[1]) == 1


def test_who_wrote_a_note_puts_it_right_or_takes_it_back_within_a_week(house):
    model, other = working(house), people.actor(Role.NOMINATOR, unit=house.unit, name="Lý Thị Hoa")
    with at(date(2026, 6, 22)):
        made = actions.note(house.nominator, model.year.id, NOTE)
        assert (actions.mendable(house.nominator, model.year.id), actions.mendable(other, model.year.id), actions.mendable(house.secretary, model.year.id)) == (
            {made.id}, frozenset(), frozenset(),
        )  # fmt: skip
        for act in (lambda: actions.remove_note(other, model.year.id, made.id), lambda: actions.change_note(other, model.year.id, made.id, NOTE)):
            with pytest.raises(NotAllowed, match="Chỉ người đã ghi"):
                act()
        with pytest.raises(Invalid):
            actions.change_note(house.nominator, model.year.id, made.id, replace(NOTE, done=" "))
        with pytest.raises(NotFound):
            actions.remove_note(house.nominator, model.year.id, uuid4())
    with at(date(2026, 6, 29)):
        mended = actions.change_note(house.nominator, model.year.id, made.id, replace(NOTE, done="Trực 13 sáng thứ bảy.", figures=()))
        assert actions.life_of(house.secretary, model.year.id)[1] == [mended] == [replace(made, done="Trực 13 sáng thứ bảy.", figures=())]
    with at(date(2026, 6, 30)):
        assert actions.mendable(house.nominator, model.year.id) == frozenset()
        with pytest.raises(NotAllowed, match="trong 7 ngày kể từ ngày ghi 22/06/2026"):
            actions.remove_note(house.nominator, model.year.id, made.id)
        again = actions.note(house.nominator, model.year.id, replace(NOTE, on_date=date(2026, 6, 29)))
        actions.remove_note(house.nominator, model.year.id, again.id)
        assert actions.life_of(house.secretary, model.year.id)[1] == [mended]
        assert [line.sentence for line in actions.history(house.secretary, model.year.id)[:2]] == [
            "Đỗ Thị Thanh bỏ ghi giữa kỳ: 29/06/2026. Trực 12 sáng thứ bảy.", "Đỗ Thị Thanh ghi giữa kỳ: 29/06/2026. Trực 12 sáng thứ bảy.",
        ]  # fmt: skip


def test_a_note_stays_as_recognition_found_it(house):
    model = working(house)
    with at(date(2026, 9, 4)):
        made = actions.note(house.nominator, model.year.id, NOTE)
        model = actions.report(house.nominator, model.year.id, model.year.version, REPORT)
        model = actions.check(house.secretary, model.year.id, model.year.version, 90_00)
        model = actions.recognise(house.secretary, model.year.id, model.year.version)
        assert actions.mendable(house.nominator, model.year.id) == frozenset()
        with pytest.raises(NotAllowed, match="đã được công nhận"):
            actions.remove_note(house.nominator, model.year.id, made.id)


def test_a_wrong_note_is_refused_on_its_fields_and_nothing_is_stored(house):
    model = working(house)
    with at(date(2026, 6, 22)):
        with pytest.raises(Invalid) as wrong:
            actions.note(house.nominator, model.year.id, replace(NOTE, on_date=date(2026, 3, 1), done=" "))
        assert set(wrong.value.fields) == {"on_date", "done"}
        assert actions.life_of(house.nominator, model.year.id)[1] == []


def test_a_model_that_stopped_is_neither_due_nor_silent_until_it_works_again(house):
    model = working(house)
    with at(date(2026, 7, 1)):
        actions.note(house.nominator, model.year.id, NoteInput(date(2026, 7, 1), "Hết nguồn.", (), False, "Nhà tài trợ ngừng."))
    with at(date(2026, 12, 1)):
        life, notes = actions.life_of(house.secretary, model.year.id)
        assert (life.stage, life.due, life.silent, notes[0].reason) == (Stage.STOPPED, None, False, "Nhà tài trợ ngừng.")
        assert (actions.silent(house.secretary), actions.wanted(house.nominator)) == ((), [])
        actions.note(house.nominator, model.year.id, replace(NOTE, on_date=date(2026, 11, 30)))
        assert actions.life_of(house.secretary, model.year.id)[0].stage is Stage.WORKING


def test_an_ended_model_takes_no_note(house):
    model = working(house)
    with at(date(2026, 7, 1)):
        actions.end(house.nominator, model.year.id, model.year.version, "Không còn nhu cầu.")
        with pytest.raises(NotAllowed) as refused:
            actions.note(house.nominator, model.year.id, NOTE)
        assert refused.value.sentence.startswith("Mô hình đã kết thúc")
        assert actions.life_of(house.secretary, model.year.id)[0].stage is Stage.ENDED


@pytest.mark.proves("N19")
def test_silent_models_are_listed_for_those_who_see_them(house):
    quiet, lively = working(house), working(house, "Bếp ăn tình thương")
    with at(date(2026, 6, 22)):
        actions.note(house.nominator, lively.year.id, NOTE)
    with at(date(2026, 7, 1)):  # 91 days after the start
        found = actions.silent(house.secretary)
        rows = actions.find(house.secretary, ModelFilters(year_ids=found)).rows
        assert [row.name for row in rows] == ["Ngày cuối tuần cùng dân"]
        assert actions.lives(house.secretary, rows)[quiet.year.id].silent_days == 91
        assert actions.silent(house.leader) == (quiet.year.id,)
        assert actions.silent(people.actor(Role.NOMINATOR, unit=world.unit())) == ()
        assert actions.find(house.secretary, ModelFilters(year_ids=())).total == 0
    with at(date(2026, 6, 30)):
        assert actions.silent(house.secretary) == ()


@pytest.mark.proves("N19")
def test_how_long_silence_is_stands_among_the_regulations(house):
    working(house)
    admin = people.administrator()
    with at(date(2026, 7, 1)):
        assert (actions.silent_after(), len(actions.silent(house.secretary))) == (90, 1)
        catalogue.add_regulation(admin, RegulationForm("model.silent_days", "120", "Quy chế của cơ quan", date(2026, 1, 1)))
        assert (actions.silent_after(), actions.silent(house.secretary)) == (120, ())


@pytest.mark.proves("F03.04", "N19")
def test_the_unit_is_reminded_two_weeks_ahead_and_not_after_it_spoke(house):
    model = working(house)
    for day, number in ((date(2026, 6, 15), 0), (date(2026, 6, 16), 1), (date(2026, 8, 1), 1)):
        with at(day):
            assert [row.year_id for row, _ in actions.wanted(house.nominator)] == [model.year.id] * number
    with at(date(2026, 8, 1)):
        assert [life.due for _, life in actions.wanted(house.nominator)] == [date(2026, 6, 30)]
        assert actions.wanted(people.actor(Role.NOMINATOR, unit=world.unit())) == []
        with pytest.raises(NotAllowed):
            actions.wanted(house.secretary)
        actions.note(house.nominator, model.year.id, replace(NOTE, on_date=date(2026, 8, 1)))
        assert actions.wanted(house.nominator) == []


def test_what_is_approved_and_has_not_begun_is_silent_but_its_unit_is_asked_to_begin(house):
    made = house.registered()
    actions.approve(house.secretary, made.year.id, made.year.version)
    with at(date(2026, 8, 1)):
        assert actions.silent(house.secretary) == (made.year.id,)
        assert actions.wanted(house.nominator) == []


@pytest.mark.proves("N19")
def test_a_recognised_model_is_asked_after_six_and_after_twelve_months(house):
    model = recognised(house)
    with at(date(2027, 3, 31)):
        life = actions.life_of(house.secretary, model.year.id)[0]
        assert (life.stage, life.due, life.silent) == (Stage.RECOGNISED, date(2027, 3, 30), True)
        actions.note(house.nominator, model.year.id, replace(NOTE, on_date=date(2027, 3, 31)))
        life = actions.life_of(house.secretary, model.year.id)[0]
        assert (life.stage, life.due, life.silent) == (Stage.ALIVE_6, date(2027, 9, 30), False)


@pytest.mark.proves("N19")
def test_work_in_the_next_year_is_a_sign_of_life_of_the_last_one(house):
    model = recognised(house)
    following = world.campaign(house.issuer, "Dân vận khéo năm 2027", units=(house.unit,), since=date(2027, 1, 1), until=date(2027, 12, 31))
    with at(date(2027, 1, 10)):
        onward = actions.continue_in(house.nominator, model.year.id, model.year.version, following)
        approved = actions.approve(house.secretary, onward.year.id, onward.year.version)
    with at(date(2027, 4, 5)):
        actions.start(house.nominator, onward.year.id, approved.year.version)
        before, after = (actions.life_of(house.secretary, year_id)[0] for year_id in (model.year.id, onward.year.id))
    assert (before.stage, before.due) == (Stage.ALIVE_6, None)
    assert (after.stage, after.due) == (Stage.WORKING, date(2027, 7, 4))


def test_the_day_of_recognition_stays_when_the_year_ends(house):
    model = recognised(house)
    with at(date(2026, 12, 20)):
        actions.end(house.secretary, model.year.id, model.year.version, "Không còn nhu cầu.")
        life = actions.life_of(house.secretary, model.year.id)[0]
    assert [step.on for step in life.steps if step.reached] == [date(2026, 3, 2), date(2026, 4, 1), date(2026, 9, 5), date(2026, 9, 30)]


@pytest.mark.proves("N19")
def test_recognition_can_require_two_notes(house):
    catalogue.add_regulation(people.administrator(), RegulationForm("model.notes_required", "2", "Quy chế của cơ quan", date(2026, 1, 1)))
    model = working(house)
    with at(date(2026, 6, 22)):
        actions.note(house.nominator, model.year.id, NOTE)
        actions.note(house.nominator, model.year.id, replace(NOTE, done="Thêm một dòng cho cùng ngày."))
    with at(date(2026, 9, 5)):
        model = actions.report(house.nominator, model.year.id, model.year.version, REPORT)
        model = actions.check(house.secretary, model.year.id, model.year.version, 90_00)
        with pytest.raises(Invalid) as wrong:
            actions.recognise(house.secretary, model.year.id, model.year.version)
        assert wrong.value.fields == {
            "": "Mô hình mới có 1 lần ghi giữa kỳ, quy định cần 2 lần. Anh/chị nhờ đơn vị ghi thêm trước khi công nhận."
        }
        actions.note(house.nominator, model.year.id, replace(NOTE, on_date=date(2026, 9, 5)))
        assert actions.recognise(house.secretary, model.year.id, model.year.version).year.state is ModelState.RECOGNISED


def test_the_administrator_s_log_tells_that_a_note_was_written_and_not_what(house):
    model = working(house)
    with at(date(2026, 6, 22)):
        actions.note(house.nominator, model.year.id, NOTE)
    line = log.entries(people.administrator(), log.Query(verbs=(Verb.NOTE_MODEL,))).rows[0]
    assert (line.what, line.about, line.detail) == ("Ghi giữa kỳ", "Mô hình trong năm", "")
