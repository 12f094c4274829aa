"""The book of grassroots democracy: who writes, who reads, what is promised, papers and lists, on both engines."""

import io
from dataclasses import replace
from datetime import date
from uuid import uuid4

import openpyxl
import pytest

from recognition.campaigns.themes import Democracy, Papi
from recognition.dan_van_kheo import actions as models
from recognition.grassroots import actions
from recognition.grassroots.terms import Filters, Kind, Span, Standing
from recognition.hall import audit
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading
from recognition.hall.words import Role
from recognition.nominations.terms import Tags
from tests.dan_van_kheo.test_model_actions import House as Models
from tests.documents.reading import lines, tables
from tests.grassroots.test_meeting_rules import ASKED, GOOD
from tests.support import awards, people, world
from vietnamese import dates

TODAY = date(2026, 11, 24)


class House:
    """A committee, two units below it, an organ that follows them; who works there."""

    def __init__(self) -> None:
        self.issuer, self.top = world.issuer(), world.unit("Đảng bộ Sở Y tế", kind="party_base")
        self.unit, self.other = world.unit("Chi bộ Trạm Y tế Phú Lộc", parent=self.top), world.unit("Chi bộ Trạm Y tế Thạch Bình", parent=self.top)
        self.nominator = people.actor(Role.NOMINATOR, unit=self.unit, name="Đỗ Thị Thanh")
        self.head = people.actor(Role.UNIT_LEADER, unit=self.unit, name="Hoàng Đức Ân")
        self.above = people.actor(Role.UNIT_LEADER, unit=self.top, name="Vũ Đình Khải")
        self.neighbour = people.actor(Role.NOMINATOR, unit=self.other)
        self.secretary = people.actor(Role.SECRETARY, issuer=self.issuer, name="Phạm Thu Hà")
        self.stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn ngành Y tế"))

    def typed(self, **changes):
        return replace(GOOD, unit_id=self.unit, issuer_id=self.issuer, **changes)

    def recorded(self, **changes):
        return actions.record(self.nominator, self.typed(**changes))

    def promised(self, **changes):
        made = self.recorded()
        return actions.note_point(self.nominator, made.id, made.version, replace(ASKED, **changes))


@pytest.fixture
def house(database):
    with dates.fixed(TODAY):
        yield House()


@pytest.mark.proves("S2")
def test_a_record_comes_back_whole_and_stands_in_the_history(house):
    tags = Tags(None, (Papi.ACCOUNTABILITY,), (Democracy.DIALOGUE,))
    made = house.recorded(tags=tags, result="Làm đúng hạn.")
    assert actions.get(house.secretary, made.id) == made
    assert actions.as_input(made) == house.typed(tags=tags, result="Làm đúng hạn.")
    assert (made.code, made.unit_name, made.version) == ("DC-2026-0001", "Chi bộ Trạm Y tế Phú Lộc", 1)
    assert [each.sentence for each in actions.history(house.nominator, made.id)] == ["Đỗ Thị Thanh ghi sổ dân chủ ở cơ sở: Đối thoại quý III với người lao động"]


@pytest.mark.proves("S2")
def test_a_unit_writes_its_own_book_and_who_is_above_only_reads(house):
    made = house.recorded()
    assert actions.record(house.head, house.typed()).code == "DC-2026-0002"
    for who in (house.above, house.neighbour):
        with pytest.raises(Invalid) as wrong:
            actions.record(who, house.typed())
        assert wrong.value.fields == {"unit_id": "Anh/chị chỉ ghi sổ cho đơn vị của mình. Anh/chị chọn lại đơn vị."}
    for who in (house.secretary, people.actor(Role.LEADER, unit=house.unit), people.actor(Role.ADMINISTRATOR), people.nobody()):
        with pytest.raises(NotAllowed):
            actions.record(who, house.typed())
    for who in (house.above, house.secretary):
        assert actions.find(who).total == 2
        with pytest.raises(NotAllowed):
            actions.note_point(who, made.id, made.version, ASKED)
        with pytest.raises(NotAllowed):
            actions.change(who, made.id, made.version, house.typed())
        with pytest.raises(NotAllowed):
            actions.remove(who, made.id, made.version)


@pytest.mark.proves("S2")
def test_nobody_else_sees_anything_of_it(house):
    made = house.recorded()
    for who in (house.neighbour, house.stranger):
        assert actions.find(who).total == 0
        with pytest.raises(NotFound):
            actions.get(who, made.id)
        with pytest.raises(NotFound):
            actions.minutes(who, made.id)
        with pytest.raises(NotFound):
            actions.history(who, made.id)
    with pytest.raises(NotFound):
        actions.note_point(house.neighbour, made.id, made.version, ASKED)
    with pytest.raises(NotFound):
        actions.summary(house.neighbour, house.unit, Span.YEAR, 2026)
    for who in (people.actor(Role.LEADER, unit=house.unit), people.nobody()):
        with pytest.raises(NotAllowed):
            actions.find(who)


def test_a_click_counts_once_and_an_old_version_is_refused(house):
    key = uuid4()
    made = actions.record(house.nominator, house.typed(), key)
    with pytest.raises(AlreadyDone) as again:
        actions.record(house.nominator, house.typed(), key)
    assert (again.value.result, actions.find(house.nominator).total) == (str(made.id), 1)
    changed = actions.change(house.nominator, made.id, made.version, house.typed(title="Đối thoại giữa năm"))
    assert (changed.title, changed.version) == ("Đối thoại giữa năm", 2)
    for act in (
        lambda: actions.change(house.head, made.id, made.version, house.typed()),
        lambda: actions.note_point(house.head, made.id, made.version, ASKED),
        lambda: actions.remove(house.head, made.id, made.version),
    ):
        with pytest.raises(Stale):
            act()


def test_unit_kind_and_organ_are_the_record_s_own(house):
    made = house.recorded()
    for change in ({"kind": Kind.REVIEW}, {"unit_id": house.other}):
        with pytest.raises(Invalid):
            actions.change(house.nominator, made.id, made.version, replace(house.typed(), **change))
    with pytest.raises(Invalid) as wrong:
        actions.record(house.nominator, replace(house.typed(), issuer_id=uuid4()))
    assert wrong.value.fields == {"issuer_id": "Không tìm thấy cơ quan này. Anh/chị chọn lại."}


@pytest.mark.proves("S2")
def test_a_promise_waits_for_its_unit_and_is_kept(house):
    held = house.promised()
    (point,) = held.points
    assert (point.said, point.promise, point.due, actions.standing(point)) == (ASKED.said, ASKED.promise, ASKED.due, Standing.LATE)
    (waiting,) = actions.wanted(house.head)
    assert (waiting.record_id, waiting.promise, waiting.due) == (held.id, "Sửa xong nhà xe.", date(2026, 9, 30))
    assert (actions.wanted(house.neighbour), len(actions.late(house.secretary)), actions.late(house.stranger)) == ([], 1, [])
    assert [line.late for line in actions.find(house.secretary, Filters(late=True)).rows] == [1]
    kept = actions.keep(house.head, held.id, held.version, point.id, date(2026, 9, 20), "Lợp lại mái tôn.")
    assert (kept.points[0].done_on, kept.points[0].done_how, actions.standing(kept.points[0])) == (date(2026, 9, 20), "Lợp lại mái tôn.", Standing.KEPT)
    assert (actions.wanted(house.head), actions.late(house.secretary), actions.find(house.secretary, Filters(late=True)).total) == ([], [], 0)
    assert actions.history(house.secretary, held.id)[0].sentence == "Hoàng Đức Ân ghi đã thực hiện: Sửa xong nhà xe: Lợp lại mái tôn."
    with pytest.raises(Stale):
        actions.keep(house.head, held.id, held.version, point.id, date(2026, 9, 20), "Lần hai")


def test_questions_are_changed_and_taken_out_by_their_unit(house):
    held = house.promised()
    more = actions.note_point(house.nominator, held.id, held.version, replace(ASKED, said="Giờ trực", promise="", responsible="", due=None))
    assert [(point.position, point.said) for point in more.points] == [(1, ASKED.said), (2, "Giờ trực")]
    changed = actions.note_point(house.nominator, held.id, more.version, replace(ASKED, answer="Đồng ý."), more.points[0].id)
    assert [point.answer for point in changed.points] == ["Đồng ý.", "Tiếp thu."]
    left = actions.remove_point(house.nominator, held.id, changed.version, changed.points[0].id)
    assert [point.said for point in left.points] == ["Giờ trực"]
    with pytest.raises(Stale):
        actions.note_point(house.nominator, held.id, left.version, ASKED, changed.points[0].id)
    actions.remove(house.nominator, held.id, left.version)
    assert actions.find(house.nominator).total == 0
    with reading(None) as t:
        assert t.value("select count(*) from grassroots_point") == 0
        assert audit.history(t, actions.KIND, held.id)[-1]["verb"] == "remove_meeting"


@pytest.mark.proves("S2")
def test_the_list_is_searched_without_marks_and_narrowed(house):
    house.recorded(tags=Tags(None, (Papi.ENVIRONMENT,), ()))
    house.recorded(kind=Kind.OUTREACH, title="Tuyên truyền Luật Thực hiện dân chủ ở cơ sở", on_date=date(2026, 2, 1))
    asked = (Filters("doi thoai"), Filters("DC-2026-0002"), Filters("%"), Filters(kinds=(Kind.OUTREACH,)), Filters(papi=Papi.ENVIRONMENT), Filters(papi=Papi.SERVICES),
             Filters(from_date=date(2026, 3, 1)), Filters(to_date=date(2026, 3, 1)), actions.of_unit(house.above, Filters(), house.top),
             actions.of_unit(house.above, Filters(), house.other))  # fmt: skip
    assert [actions.find(house.above, filters).total for filters in asked] == [1, 1, 0, 1, 1, 0, 1, 1, 2, 0]
    assert [line.on_date for line in actions.find(house.above).rows] == [date(2026, 8, 14), date(2026, 2, 1)]


def test_the_book_as_excel_has_a_row_for_each_question(house):
    house.promised(said="=1+1")
    house.recorded(title="Sơ kết", kind=Kind.REVIEW)
    sheet = openpyxl.load_workbook(io.BytesIO(actions.workbook(house.secretary, Filters()))).active
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert [(row[0], row[9], row[14]) for row in rows] == [("DC-2026-0002", None, None), ("DC-2026-0001", "=1+1 (Tổ công đoàn 2)", "Quá hạn")]
    assert b"DC-2026-0002" in actions.csv_file(house.secretary, Filters())
    assert actions.csv_file(house.stranger, Filters()).count(b"DC-") == 0


@pytest.mark.proves("S2")
def test_minutes_say_who_met_whom_and_what_was_promised(house):
    held = house.promised()
    said = lines(actions.minutes(house.nominator, held.id))
    assert "Các tổ chức dự: Công đoàn cơ sở; Chi đoàn." in said
    assert "Số người dự: 46 người." in said
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in said
    assert ["1", "Nhà xe dột, mùa mưa không có chỗ để xe.\n(Tổ công đoàn 2)", "Tiếp thu.", "Sửa xong nhà xe.\nVăn phòng. Hạn 30/09/2026."] in tables(
        actions.minutes(house.nominator, held.id)
    )[1]


@pytest.mark.proves("S2")
def test_the_report_is_composed_from_the_records_of_the_unit_and_below(house):
    held = house.promised(due=date(2026, 12, 15))
    actions.record(house.neighbour, replace(house.typed(), unit_id=house.other, kind=Kind.OUTREACH, people=120))
    day = date(2026, 9, 3)
    awards.award(awards.decision(house.issuer, day), world.award_type(), house.unit, day)
    found = actions.summary(house.above, house.top, Span.SECOND_HALF, 2026)
    assert ([each.id for each in found.dialogues], len(found.sessions), [each.promise for each in found.promises]) == ([held.id], 1, ["Sửa xong nhà xe."])
    assert (found.acts.awards, found.acts.deed_awards) == (1, 0)
    assert actions.summary(house.above, house.top, Span.FIRST_HALF, 2026).records == ()
    assert [len(actions.summary(house.nominator, house.unit, Span.YEAR, 2026).records), len(actions.summary(house.secretary, house.top, Span.YEAR, 2026).records)] == [1, 2]
    said = lines(actions.report(house.above, house.top, Span.SECOND_HALF, 2026))
    assert "Đơn vị tổ chức 01 buổi tuyên truyền, 120 lượt người dự." in said
    assert "ĐẢNG BỘ SỞ Y TẾ" in said


@pytest.mark.proves("S2")
def test_the_report_counts_models_of_the_unit(database):
    with dates.fixed(TODAY):
        place = Models()
        done = place.checked()
        models.recognise(place.secretary, done.year.id, done.year.version)
        acts = actions.summary(place.leader, place.unit, Span.SECOND_HALF, 2026).acts
        assert (acts.models, acts.recognised, acts.awards) == (1, 1, 0)
        assert actions.summary(place.leader, place.unit, Span.FIRST_HALF, 2026).acts.models == 0


def test_the_organ_whose_campaigns_reach_the_unit_is_offered_first(house):
    bloc = world.issuer("Công đoàn các khu công nghiệp")
    world.campaign(bloc, units=(house.unit,))
    assert next(iter(actions.issuer_choices(house.nominator))) == bloc
    assert next(iter(actions.issuer_choices(house.secretary))) == house.issuer
