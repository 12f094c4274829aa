"""The yearly plan of inspections, results and mending: rules as tables, actions on both engines."""

import io
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import openpyxl
import pytest

from recognition.dan_van_kheo import actions as models
from recognition.grassroots import actions
from recognition.grassroots.rules import inspection
from recognition.grassroots.terms import Filters, Kind, PlanInput, PointInput, ResultInput, Span, Stage, Standing
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.words import Role
from tests.dan_van_kheo.test_model_actions import House as Models
from tests.grassroots.test_meeting_actions import TODAY, House
from tests.support import people, world
from vietnamese import dates

ONE = UUID(int=1)
GOOD = PlanInput(ONE, None, (ONE,), 2026, 3, "Việc công khai khen thưởng, kỷ luật", "Xem niêm yết ít nhất 20 ngày.")
RESULT = ResultInput(date(2026, 9, 10), "Đ/c Phạm Thu Hà", "Cơ bản thực hiện tốt.", "Trụ sở đơn vị")
FOUND = PointInput("Niêm yết mới được 12 ngày.", promise="Niêm yết đủ 20 ngày liên tục.", responsible="Ban Chỉ đạo QCDC", due=date(2026, 10, 15))


@pytest.mark.proves("S3")
@pytest.mark.parametrize(("change", "wrong"), (
    ({}, {}),
    ({"year": 2027}, {}),
    ({"content": ""}, {}),
    ({"issuer_id": None}, {"issuer_id": "Anh/chị chọn cơ quan theo dõi."}),
    ({"unit_ids": ()}, {"unit_ids": "Anh/chị chọn ít nhất một đơn vị được kiểm tra."}),
    ({"unit_ids": (ONE,) * 501}, {"unit_ids": "Một lần lập được nhiều nhất 500 đơn vị. Anh/chị chia làm nhiều lần."}),
    ({"year": 2028}, {"year": "Kế hoạch lập cho năm 2021 đến 2027."}),
    ({"year": 2020}, {"year": "Kế hoạch lập cho năm 2021 đến 2027."}),
    ({"quarter": 5}, {"quarter": "Anh/chị chọn quý I, II, III hoặc IV."}),
    ({"title": " "}, {"title": "Anh/chị ghi nội dung kiểm tra."}),
    ({"content": "x" * 20_000}, {"content": "Yêu cầu chi tiết dài 20.000 ký tự, quá 10.000 ký tự. Anh/chị rút gọn lại."}),
))  # fmt: skip
def test_a_plan_says_which_units_when_and_what(change, wrong):
    assert inspection.check_plan(replace(GOOD, **change), TODAY) == wrong


@pytest.mark.proves("S3")
@pytest.mark.parametrize(("change", "wrong"), (
    ({}, {}),
    ({"on_date": date(2027, 1, 1)}, {"on_date": "Ngày 01/01/2027 chưa tới. Hôm nay là 24/11/2026; sổ chỉ ghi việc đã làm."}),
    ({"on_date": date(2025, 12, 31)}, {"on_date": "Cuộc kiểm tra thuộc kế hoạch năm 2026; ngày 31/12/2025 trước năm đó. Anh/chị xem lại."}),
    ({"on_date": None}, {"on_date": "Anh/chị chọn ngày."}),
    ({"chair": ""}, {"chair": "Anh/chị ghi ai đã kiểm tra."}),
    ({"result": "\n"}, {"result": "Anh/chị ghi kết luận kiểm tra."}),
    ({"result": "x" * 20_000}, {"result": "Kết luận dài 20.000 ký tự, quá 10.000 ký tự. Anh/chị rút gọn lại."}),
))  # fmt: skip
def test_a_result_says_when_who_and_what(change, wrong):
    assert inspection.check_result(replace(RESULT, **change), 2026, TODAY) == wrong


@pytest.mark.proves("S3")
@pytest.mark.parametrize(("quarter", "done", "today", "stage"), (
    (1, None, date(2026, 3, 31), Stage.PLANNED), (1, None, date(2026, 4, 1), Stage.OVERDUE), (2, None, date(2026, 6, 30), Stage.PLANNED),
    (3, None, date(2026, 10, 1), Stage.OVERDUE), (4, None, date(2026, 12, 31), Stage.PLANNED), (1, date(2026, 8, 1), date(2026, 8, 2), Stage.DONE),
))  # fmt: skip
def test_an_inspection_is_overdue_from_the_day_after_its_quarter(quarter, done, today, stage):
    assert inspection.stage(2026, quarter, done, today) is stage


@pytest.fixture
def house(database):
    with dates.fixed(TODAY):
        yield House()


def planned(house, **changes):
    (made,) = actions.plan(house.secretary, replace(GOOD, issuer_id=house.issuer, unit_ids=(house.unit,), **changes))
    return actions.get(house.secretary, made)


def inspected(house):
    made = planned(house)
    done = actions.inspect(house.secretary, made.id, made.version, RESULT)
    return actions.note_point(house.secretary, done.id, done.version, FOUND)


@pytest.mark.proves("S3")
def test_one_plan_makes_an_inspection_of_each_unit_once(house):
    key, data = uuid4(), replace(GOOD, issuer_id=house.issuer, unit_ids=(house.unit, house.other, house.unit))
    made = actions.plan(house.secretary, data, key)
    with pytest.raises(AlreadyDone):
        actions.plan(house.secretary, data, key)
    rows = actions.find(house.secretary, actions.ALL).rows
    assert ({row.id for row in rows}, [row.code for row in rows]) == (set(made), ["KT-2026-0001", "KT-2026-0002"])
    assert {(actions.stage(row), actions.quarter_words(row), row.by_name) for row in rows} == {(Stage.OVERDUE, "Quý III/2026", "Đảng uỷ các cơ quan Đảng tỉnh")}
    assert actions.find(house.secretary).total == 0


@pytest.mark.proves("S3")
def test_the_organ_plans_for_everybody_a_unit_for_those_below_it_and_nobody_else(house):
    own = replace(GOOD, issuer_id=house.issuer, by_unit_id=house.top, unit_ids=(house.unit, house.other))
    assert len(actions.plan(house.above, own)) == 2
    with pytest.raises(Invalid) as wrong:
        actions.plan(house.above, replace(own, unit_ids=(house.unit, world.unit())))
    assert wrong.value.fields == {"unit_ids": "Kế hoạch của đơn vị chỉ gồm đơn vị mình và các đơn vị bên dưới. Anh/chị chọn lại."}
    for who in (house.above, house.head, house.stranger):
        with pytest.raises(Invalid) as wrong:
            actions.plan(who, replace(own, by_unit_id=None))
        assert wrong.value.fields == {"by_unit_id": "Anh/chị chỉ lập kế hoạch của cơ quan hoặc đơn vị mình. Anh/chị chọn lại."}
    for who in (house.nominator, people.actor(Role.LEADER, unit=house.top), people.nobody()):
        with pytest.raises(NotAllowed):
            actions.plan(who, own)
    with pytest.raises(Invalid) as wrong:
        actions.plan(house.secretary, replace(own, by_unit_id=None, unit_ids=(uuid4(),)))
    assert wrong.value.fields == {"unit_ids": "Có đơn vị không tìm thấy. Anh/chị chọn lại."}


@pytest.mark.proves("S3")
def test_the_inspected_unit_reads_and_mends_but_changes_nothing(house):
    done = inspected(house)
    (point,) = done.points
    assert actions.get(house.nominator, done.id) == done
    for who in (house.nominator, house.head, house.above):
        for act in (
            lambda who=who: actions.inspect(who, done.id, done.version, RESULT),
            lambda who=who: actions.note_point(who, done.id, done.version, FOUND, point.id),
            lambda who=who: actions.remove_point(who, done.id, done.version, point.id),
            lambda who=who: actions.change_plan(who, done.id, done.version, 2026, 4, "Khác", ""),
            lambda who=who: actions.drop(who, done.id, done.version),
            lambda who=who: actions.remove(who, done.id, done.version),
        ):
            with pytest.raises(NotAllowed):
                act()
    assert [each.promise for each in actions.wanted(house.head)] == ["Niêm yết đủ 20 ngày liên tục."]
    assert len(actions.late(house.secretary, (Kind.INSPECTION,))) == 1
    mended = actions.keep(house.nominator, done.id, done.version, point.id, date(2026, 10, 10), "Đã niêm yết lại từ 12/9 đến 5/10.")
    assert actions.standing(mended.points[0]) is Standing.KEPT
    assert actions.wanted(house.head) == []
    for who in (house.neighbour, house.stranger):
        with pytest.raises(NotFound):
            actions.keep(who, done.id, mended.version, point.id, TODAY, "x")


@pytest.mark.proves("S3")
def test_findings_wait_for_the_result_and_a_done_inspection_stays_in_the_plan(house):
    made = planned(house, quarter=4)
    with pytest.raises(NotAllowed):
        actions.note_point(house.secretary, made.id, made.version, FOUND)
    moved = actions.change_plan(house.secretary, made.id, made.version, 2026, 3, "Công khai tài chính", "")
    with pytest.raises(Stale):
        actions.inspect(house.secretary, made.id, made.version, RESULT)
    done = actions.inspect(house.secretary, made.id, moved.version, RESULT)
    assert (done.on_date, done.chair, done.result, done.place, actions.stage(done)) == (date(2026, 9, 10), RESULT.chair, RESULT.result, RESULT.place, Stage.DONE)
    with pytest.raises(NotAllowed, match="đã làm nên không bỏ"):
        actions.drop(house.secretary, made.id, done.version)
    with pytest.raises(Invalid) as wrong:
        actions.change_plan(house.secretary, made.id, done.version, 2027, 1, "Công khai tài chính", "")
    assert wrong.value.fields == {"year": "Đã kiểm tra ngày 10/09/2026 nên không chuyển sang năm 2027 được."}
    with pytest.raises(NotFound):
        actions.minutes(house.secretary, made.id)
    other = planned(house)
    actions.drop(house.secretary, other.id, other.version)
    assert actions.find(house.secretary, actions.ALL).total == 1


def test_a_result_is_not_dated_after_what_was_mended(house):
    done = inspected(house)
    mended = actions.keep(house.secretary, done.id, done.version, done.points[0].id, date(2026, 9, 12), "Xong")
    with pytest.raises(Invalid) as wrong:
        actions.inspect(house.secretary, done.id, mended.version, replace(RESULT, on_date=date(2026, 9, 20)))
    assert wrong.value.fields == {"on_date": "Có hạn chế đã khắc phục ngày 12/09/2026, trước ngày kiểm tra này. Anh/chị xem lại."}


@pytest.mark.proves("S3")
def test_the_plan_is_narrowed_by_year_and_stage_and_counted_for_its_maker(house):
    inspected(house)
    planned(house)
    planned(house, quarter=4)
    planned(house, year=2027, quarter=1)
    asked = (replace(actions.ALL, plan_year=2027), *(replace(actions.ALL, stage=stage) for stage in Stage), replace(actions.ALL, search="cong khai khen thuong"))
    assert [actions.find(house.secretary, filters).total for filters in asked] == [1, 2, 1, 1, 4]
    assert actions.due_now(house.secretary) == (1, 1, date(2026, 9, 30))
    assert (actions.due_now(house.above), actions.due_now(house.stranger)) == ((0, 0, None), (0, 0, None))


@pytest.mark.proves("S3")
def test_plan_and_results_as_excel_have_a_row_for_each_finding(house):
    inspected(house)
    planned(house, quarter=4)
    sheet = openpyxl.load_workbook(io.BytesIO(actions.plan_workbook(house.secretary, actions.ALL))).active
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert [(row[1], row[2], row[5], row[9], row[13]) for row in rows] == [
        ("Quý III/2026", "Chi bộ Trạm Y tế Phú Lộc", "Đã kiểm tra", "Niêm yết mới được 12 ngày.", "Quá hạn"),
        ("Quý IV/2026", "Chi bộ Trạm Y tế Phú Lộc", "Theo kế hoạch", None, None),
    ]
    assert actions.plan_csv(house.stranger, actions.ALL).count(b"KT-") == 0


@pytest.mark.proves("S3")
def test_the_report_counts_inspections_that_were_done(house):
    inspected(house)
    planned(house, quarter=4)
    figures = dict(actions.figures(actions.summary(house.nominator, house.unit, Span.SECOND_HALF, 2026)))
    assert (figures["Cuộc kiểm tra, giám sát đã thực hiện"], figures["Hạn chế phát hiện qua kiểm tra"], figures["Hạn chế đã khắc phục"]) == (1, 1, 0)


@pytest.mark.proves("S3")
def test_a_model_of_the_unit_is_looked_at_on_the_spot(database):
    with dates.fixed(TODAY):
        place = Models()
        model = place.registered()
        (made,) = actions.plan(place.secretary, replace(GOOD, issuer_id=place.issuer, unit_ids=(place.unit,)))
        found = actions.get(place.secretary, made)
        assert [each.model_id for each in actions.models_of(place.secretary, found)] == [model.id]
        with pytest.raises(Invalid) as wrong:
            actions.inspect(place.secretary, made, 1, replace(RESULT, model_id=uuid4()))
        assert wrong.value.fields == {"model_id": "Mô hình này không phải của đơn vị được kiểm tra. Anh/chị chọn lại."}
        assert actions.inspect(place.secretary, made, 1, replace(RESULT, model_id=model.id)).model_id == model.id
        assert models.get(place.secretary, model.year.id).year.version == model.year.version
        on_the_spot = Filters(kinds=(Kind.INSPECTION,), model_id=model.id)
        assert [line.id for line in actions.find(place.secretary, on_the_spot).rows] == [made]
        assert actions.find(people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn ngành Y tế")), on_the_spot).rows == ()
        assert actions.find(place.secretary, replace(on_the_spot, model_id=uuid4())).rows == ()
    assert Filters().kinds != actions.ALL.kinds
