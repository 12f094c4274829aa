"""Scoring on both engines: dealt, masked, hidden until locked, abstaining is no zero, changed with a reason, typed from paper."""

import io
from datetime import date

import docx
import pytest

from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from recognition.nominations import actions as nominations
from recognition.reviewing.actions import assigning, printing, results, sheets
from recognition.reviewing.terms import AssignmentState, Dealt
from tests.support import people, world


def dealt(table, *, each=2):
    who = [table.one.account_id, table.two.account_id]
    done = assigning.deal(table.secretary, table.campaign, who, each, date(2026, 12, 1))
    return done, table.again(table.one), table.again(table.two)


def sheet_of(who, nomination_id):
    return next(line.assignment_id for line in sheets.mine(who) if line.nomination_id == nomination_id)


def lock(who, nomination_id, points):
    own = sheets.sheet(who, sheet_of(who, nomination_id)).assignment
    return sheets.save(who, own.id, own.version, points, lock=True)


@pytest.mark.proves("F06.02")
def test_reviewers_see_only_what_they_were_given_and_are_told(table):
    with pytest.raises(NotFound):
        nominations.get(table.one, table.cases[0])
    done, one, _ = dealt(table, each=1)
    assert done == Dealt(3, ())
    seen = {line.nomination_id for line in sheets.mine(one)}
    assert len(seen) == 2
    assert {row.id for row in nominations.find(one).rows} == seen
    assert one.roles == frozenset({Role.REVIEWER})
    with reading(None) as t:
        told = t.value("select sentence from notice where account_id = $1", one.account_id)
    assert told == "Phạm Thu Hà giao anh/chị chấm điểm «Dân vận khéo năm 2026». 2 hồ sơ. Hạn 01/12/2026."


@pytest.mark.proves("F06.03")
def test_somebody_of_the_cases_unit_is_masked_with_the_reason_said(table):
    inside = people.actor(Role.NOMINATOR, unit=table.unit, name="Đỗ Thị Thanh")
    done = assigning.deal(table.secretary, table.campaign, [inside.account_id], 1, None)
    assert (done.given, {why for _, why in done.left}) == (0, {"Đỗ Thị Thanh công tác ở đơn vị của hồ sơ"})


@pytest.mark.proves("F06.05")
def test_the_others_are_hidden_until_ones_own_sheet_is_locked(table):
    _, one, two = dealt(table)
    case = table.cases[0]
    lock(two, case, table.points(10, 20, 30))
    assert sheets.others(one, case) is None
    own = sheets.sheet(one, sheet_of(one, case)).assignment
    half = sheets.save(one, own.id, own.version, table.points(0, 5))
    assert (half.state, half.points, sheets.others(one, case)) == (AssignmentState.OPEN, {table.criteria[0]: 0, table.criteria[1]: 5}, None)
    with pytest.raises(Invalid) as refused:
        sheets.save(one, half.id, half.version, {}, lock=True)
    assert "Còn 1 tiêu chí chưa có điểm: «Kết quả»" in refused.value.fields["points"]
    sheets.save(one, half.id, half.version, {table.criteria[2]: 0}, lock=True)
    assert sheets.others(one, case) == (("Nguyễn Thị Vân", 60),)
    assert sorted(sheets.others(table.secretary, case)) == [("Hoàng Đức Ân", 5), ("Nguyễn Thị Vân", 60)]
    with pytest.raises(NotFound):
        sheets.others(people.actor(), case)
    with pytest.raises(NotAllowed):
        sheets.sheet(one, sheet_of(two, case))


@pytest.mark.proves("F06.06")
def test_abstaining_is_no_zero_and_says_why(table):
    _, one, two = dealt(table)
    case = table.cases[0]
    own = sheets.sheet(one, sheet_of(one, case)).assignment
    with pytest.raises(Invalid) as refused:
        sheets.abstain(one, own.id, own.version, "bận")
    assert list(refused.value.fields) == ["reason"]
    sheets.abstain(one, own.id, own.version, "Có quan hệ họ hàng với người được đề nghị")
    lock(two, case, table.points(20, 20, 20))
    row = next(row for row in results.overview(table.secretary, table.campaign).cases if row.nomination_id == case)
    assert (row.assigned, row.locked, row.abstained, row.mean) == (2, 1, 1, 6000)


@pytest.mark.proves("F06.08")
def test_a_locked_sheet_changes_only_with_a_reason_that_the_log_keeps(table):
    _, one, _ = dealt(table)
    locked = lock(one, table.cases[0], table.points(10, 10, 10))
    with pytest.raises(Invalid):
        sheets.save(one, locked.id, locked.version, table.points(20))
    with pytest.raises(Invalid) as refused:
        sheets.change_locked(one, locked.id, locked.version, table.points(20), "nhầm")
    assert list(refused.value.fields) == ["reason"]
    changed = sheets.change_locked(one, locked.id, locked.version, table.points(20), "Đơn vị vừa bổ sung số liệu")
    assert changed.points == {table.criteria[0]: 20, table.criteria[1]: 10, table.criteria[2]: 10}
    with reading(None) as t:
        content = t.value("select c.content from audit a join audit_content c on c.seq = a.seq where a.object_id = $1 order by a.seq desc limit 1", locked.id)
    assert "Sửa phiếu đã chốt: Đơn vị vừa bổ sung số liệu" in content
    with pytest.raises(Stale):
        sheets.change_locked(one, locked.id, locked.version, table.points(30), "Đơn vị vừa bổ sung số liệu")


@pytest.mark.proves("F06.07", "F06.12")
def test_the_secretary_sees_progress_spread_and_leaning_ranked(table):
    _, one, two = dealt(table)
    first, second, third = table.cases
    for case, own, other in ((first, (20, 20, 20), (30, 30, 30)), (second, (10, 10, 10), (20, 20, 20))):
        lock(one, case, table.points(*own))
        lock(two, case, table.points(*other))
    found = results.overview(table.secretary, table.campaign)
    assert [(row.nomination_id, row.mean, row.spread) for row in found.cases] == [(first, 7500, 30), (second, 4500, 30), (third, None, None)]
    assert sorted((one.name, one.done, one.assigned, one.leaning) for one in found.reviewers) == [("Hoàng Đức Ân", 2, 3, -3000), ("Nguyễn Thị Vân", 2, 3, 3000)]
    assert assigning.remind(table.secretary, table.campaign, one.account_id) == 1
    for who in (one, people.actor(Role.SECRETARY, issuer=world.issuer("Khác", short_sign="K"))):
        with pytest.raises(NotAllowed):
            results.overview(who, table.campaign)


@pytest.mark.proves("F06.13")
def test_a_sheet_is_printed_and_what_was_written_by_hand_is_typed_in(table):
    dealt(table)
    given = assigning.assignments(table.secretary, table.cases[0])[0]
    data, name = printing.paper(table.secretary, given.id)
    text = "\n".join(cell.text for row in docx.Document(io.BytesIO(data)).tables[-2].rows for cell in row.cells)
    assert name.startswith("Phiếu chấm VT-2026-")
    assert "Cách làm mới" in text
    entered = sheets.enter_paper(table.secretary, given.id, given.version, table.points(30, 30, 40, 5), "Chữ ký đủ")
    assert (entered.state, entered.entered_by, sum(entered.points.values())) == (AssignmentState.LOCKED, table.secretary.account_id, 105)


def test_a_sheet_that_was_taken_back_is_gone_and_may_be_given_again(table):
    _, one, _ = dealt(table)
    given = next(sheet for sheet in assigning.assignments(table.secretary, table.cases[0]) if sheet.account_id == one.account_id)
    assigning.unassign(table.secretary, given.id, given.version)
    with pytest.raises(NotFound):
        sheets.sheet(one, given.id)
    with pytest.raises(NotFound):
        nominations.get(one, table.cases[0])
    assert assigning.deal(table.secretary, table.campaign, [one.account_id], 2, None, only=[table.cases[0]]).given == 1
    assert len(sheets.mine(one)) == 3


@pytest.mark.parametrize(
    ("people_count", "each", "due", "field"),
    ((0, 1, None, "accounts"), (1, 0, None, "each"), (1, 1, date(2026, 1, 1), "due")),
)
def test_what_is_wrong_is_said_on_its_field(table, people_count, each, due, field):
    with pytest.raises(Invalid) as refused:
        assigning.deal(table.secretary, table.campaign, [table.one.account_id][:people_count], each, due)
    assert list(refused.value.fields) == [field]


@pytest.mark.proves("F06.01")
def test_points_that_differ_from_the_units_own_are_locked_with_the_reason(table):
    own = {table.criteria[0]: 25, table.criteria[1]: 20}
    with transaction(None) as t:
        for criterion, points in own.items():
            t.run("insert into self_score (nomination_id, criterion_id, points) values ($1, $2, $3)", table.cases[0], criterion, points)
    _, one, _ = dealt(table)
    shown = sheets.sheet(one, sheet_of(one, table.cases[0]))
    assert shown.own == own
    with pytest.raises(Invalid) as refused:
        sheets.save(one, shown.assignment.id, 1, table.points(20, 20, 30), {}, lock=True)
    assert refused.value.fields == {str(table.criteria[0]): "Đơn vị tự chấm 25, anh/chị chấm 20. Anh/chị ghi lý do chênh lệch."}
    locked = sheets.save(one, shown.assignment.id, 1, table.points(20, 20, 30), {table.criteria[0]: "Chưa có số liệu quý 4"}, lock=True)
    assert (locked.state, locked.reasons) == (AssignmentState.LOCKED, {table.criteria[0]: "Chưa có số liệu quý 4"})
    words = "\n".join(cell.text for line in docx.Document(io.BytesIO(printing.paper(one, locked.id)[0])).tables for row in line.rows for cell in row.cells)
    assert "Chưa có số liệu quý 4" in words


@pytest.mark.proves("F06.09")
def test_a_whole_table_is_kept_at_once_and_what_is_whole_is_closed(table):
    _, one, _ = dealt(table)
    ids = {line.nomination_id: line.assignment_id for line in sheets.mine(one)}
    typed = {ids[table.cases[0]]: table.points(10, 20, 30), ids[table.cases[1]]: table.points(0, None, 40), ids[table.cases[2]]: table.points(31, None, None)}
    done = {each.nomination_id: (each.ok, each.sentence) for each in sheets.save_many(one, typed, lock=True)}
    assert done[table.cases[0]] == (True, "Đã chốt")
    assert done[table.cases[1]] == (True, "Đang chấm")
    assert done[table.cases[2]][0] is False
    assert "từ 0 đến 30" in done[table.cases[2]][1]
    assert {sheet.assignment.nomination_id: dict(sheet.assignment.points) for sheet in sheets.opened(one)} == {
        table.cases[1]: {table.criteria[0]: 0, table.criteria[2]: 40}, table.cases[2]: {},
    }
    assert sheets.save_many(one, {ids[table.cases[1]]: table.points(0, None, 40)}, lock=False) == []
