"""The signed list of a ceremony goes back into the register, row by row, on both engines."""

import io
from datetime import date
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from recognition.decisions import actions as decisions
from recognition.decisions.rules import handing as rules
from recognition.decisions.terms import AwardState, Handing, MoneyWay
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.issuing import actions
from recognition.issuing.actions import ceremony, handing
from tests.decisions.conftest import DAY, head
from tests.issuing.conftest import LAYOUT
from tests.support import people
from vietnamese import dates

MONEY = 760_000


def by_name(sheet):
    return {row.name.removeprefix("Đồng chí "): row for row in sheet.rows}


def later(office, decision, kind: str, chosen, number: int = 215):
    """A recorded decision that changes an earlier one."""
    draft = decisions.change_earlier(office.secretary, decision.id, kind, chosen, "Ghi sai tên")
    draft = decisions.change(office.secretary, draft.id, draft.version, head(draft))
    return decisions.record(office.secretary, draft.id, draft.version, number, DAY)


@pytest.mark.proves("F08.07")
@pytest.mark.parametrize(
    ("state", "refused"), ((AwardState.IN_FORCE, ""), (AwardState.REVOKED, "đã bị thu hồi"), (AwardState.CORRECTED, "quyết định sau"))
)
def test_only_what_is_in_force_is_handed_over(state, refused):
    assert refused in rules.standing(state)
    assert bool(rules.standing(state)) == bool(refused)


@pytest.mark.proves("F08.07")
@pytest.mark.parametrize(
    ("taken_by", "money", "said"),
    (
        ("", MoneyWay.IN_HAND, "Lê Văn Tòng"),
        ("Vũ Thị Ước", MoneyWay.IN_HAND, "Vũ Thị Ước (nhận thay)"),
        ("", MoneyWay.TRANSFER, "Lê Văn Tòng; tiền chuyển khoản"),
        ("Văn phòng", MoneyWay.TRANSFER, "Văn phòng (nhận thay); tiền chuyển khoản"),
    ),
)
def test_the_register_says_who_received_and_how_the_money_went(taken_by, money, said):
    assert rules.receiver("Lê Văn Tòng", taken_by, money) == said


@pytest.mark.proves("F08.07")
def test_every_row_of_the_signed_list_has_its_own_outcome(office):
    decision = office.recorded(*(office.case(name) for name in ("Trần Thị Ánh", "Lê Văn Tòng", "Vũ Thị Ước", "Đỗ Văn Ích")))
    rows = by_name(handing.sheet(office.clerk, decision.id))
    listed = [
        Handing(rows["Trần Thị Ánh"].award_id, date(2026, 11, 28)),
        Handing(rows["Lê Văn Tòng"].award_id, "27/11/2026", "Ngô Thị Ý", MoneyWay.TRANSFER),
        Handing(rows["Vũ Thị Ước"].award_id, "25/11/2026"),
        Handing(rows["Đỗ Văn Ích"].award_id, "29/11/2026"),
    ]
    with dates.fixed(date(2026, 11, 28)):
        done = handing.hand_over_many(office.clerk, decision.id, listed)
    assert [(one.ok, one.sentence) for one in done] == [
        (True, "28/11/2026, Đồng chí Trần Thị Ánh"),
        (True, "27/11/2026, Ngô Thị Ý (nhận thay); tiền chuyển khoản"),
        (False, "Ngày trao 25/11/2026 trước ngày quyết định 26/11/2026. Anh/chị xem lại hai ngày này."),
        (False, "Ngày trao 29/11/2026 chưa tới. Hôm nay là 28/11/2026."),
    ]
    sheet = handing.sheet(office.clerk, decision.id)
    assert [(row.name, row.handed_on) for row in sheet.received] == [
        ("Đồng chí Trần Thị Ánh", date(2026, 11, 28)), ("Đồng chí Lê Văn Tòng", date(2026, 11, 27)),
    ]  # fmt: skip
    assert [row.name for row in sheet.waiting] == ["Đồng chí Đỗ Văn Ích", "Đồng chí Vũ Thị Ước"]
    assert (sheet.money_given, sheet.money_left) == (2 * MONEY, 2 * MONEY)


@pytest.mark.proves("F08.07")
def test_what_was_handed_over_is_shown_and_not_touched(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    (row,) = handing.sheet(office.clerk, decision.id).rows
    handing.hand_over_many(office.clerk, decision.id, [Handing(row.award_id, DAY)])
    (again,) = handing.hand_over_many(office.clerk, decision.id, [Handing(row.award_id, DAY, "Người khác")])
    assert (again.ok, again.sentence) == (False, "Đã ghi trao ngày 26/11/2026 cho Đồng chí Trần Thị Ánh, giữ nguyên như đã ghi.")
    assert handing.sheet(office.clerk, decision.id).rows[0].handed_to == "Đồng chí Trần Thị Ánh"


@pytest.mark.proves("F08.07")
def test_the_same_click_twice_writes_once(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    (row,), key = handing.sheet(office.clerk, decision.id).rows, uuid4()
    handing.hand_over_many(office.clerk, decision.id, [Handing(row.award_id, DAY)], key)
    with pytest.raises(AlreadyDone):
        handing.hand_over_many(office.clerk, decision.id, [Handing(row.award_id, DAY)], key)
    with transaction(None) as t:
        assert t.value("select count(*) from audit where verb = 'hand_over_award'") == 1


@pytest.mark.proves("F08.07")
def test_a_revoked_award_is_not_handed_over_by_any_door(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    first = by_name(handing.sheet(office.clerk, decision.id))["Trần Thị Ánh"]
    later(office, decision, "revoke", [first.award_id])
    sheet = handing.sheet(office.clerk, decision.id)
    assert ([row.name for row in sheet.void], [row.name for row in sheet.waiting], sheet.money_left) == (
        ["Đồng chí Trần Thị Ánh"], ["Đồng chí Lê Văn Tòng"], MONEY,
    )  # fmt: skip
    (refused,) = handing.hand_over_many(office.clerk, decision.id, [Handing(first.award_id, DAY)])
    assert (refused.ok, refused.sentence) == (False, rules.standing(AwardState.REVOKED))
    with pytest.raises(Invalid, match="đã bị thu hồi"):
        actions.hand_over(office.clerk, first.award_id, DAY, first.name)


@pytest.mark.proves("F08.07")
def test_money_given_under_the_corrected_decision_is_not_given_again(office):
    decision = office.recorded(office.case("Trân Thị Ánh"), office.case("Lê Văn Tòng"))
    rows = by_name(handing.sheet(office.clerk, decision.id))
    handing.hand_over_many(office.clerk, decision.id, [Handing(rows["Trân Thị Ánh"].award_id, DAY)])
    corrected = later(office, decision, "correct", [row.award_id for row in rows.values()])
    sheet = handing.sheet(office.clerk, corrected.id)
    assert [(row.amount, row.given_before, row.money) for row in sheet.waiting] == [(MONEY, MONEY, 0), (MONEY, 0, MONEY)]
    assert (sheet.money_given, sheet.money_left) == (0, MONEY)
    assert handing.sheet(office.clerk, decision.id).waiting == ()


@pytest.mark.proves("F08.07")
def test_a_gift_stands_on_the_list_beside_the_money(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    with transaction(None) as t:
        t.run("update award set gift = 'Bộ ấm chén Bát Tràng' where decision_id = $1", decision.id)
    assert [row.gift for row in handing.sheet(office.clerk, decision.id).rows] == ["Bộ ấm chén Bát Tràng"]
    signed = load_workbook(io.BytesIO(ceremony.paper(office.clerk, decision.id, "hand_over_excel"))).active
    assert "Bộ ấm chén Bát Tràng" in [cell.value for row in signed.iter_rows() for cell in row]


@pytest.mark.proves("F08.07")
def test_who_has_not_received_is_counted_and_listed_with_the_money(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    assert handing.standings(office.clerk) == []
    actions.issue(office.clerk, decision.id, LAYOUT)
    rows = by_name(handing.sheet(office.clerk, decision.id))
    handing.hand_over_many(office.clerk, decision.id, [Handing(rows["Trần Thị Ánh"].award_id, DAY)])
    assert [(one.decision_id, one.awards, one.waiting) for one in handing.standings(office.clerk)] == [(decision.id, 2, 1)]
    for chosen in (decision.id, None):
        cells = [cell.value for row in load_workbook(io.BytesIO(handing.left_excel(office.clerk, chosen))).active.iter_rows() for cell in row]
        assert ("Đồng chí Lê Văn Tòng" in cells, "Đồng chí Trần Thị Ánh" in cells, MONEY in cells) == (True, False, True)
    handing.hand_over_many(office.clerk, decision.id, [Handing(rows["Lê Văn Tòng"].award_id, DAY)])
    assert handing.standings(office.clerk) == []


@pytest.mark.proves("F08.07")
def test_only_clerk_and_secretary_of_the_issuer_hand_over(office):
    decision, other = office.recorded(office.case("Trần Thị Ánh")), office.draft(office.case("Lê Văn Tòng"))
    (row,) = handing.sheet(office.secretary, decision.id).rows
    stranger = people.actor(Role.CLERK, issuer=uuid4())
    for call in (lambda: handing.sheet(stranger, decision.id), lambda: handing.hand_over_many(stranger, decision.id, [Handing(row.award_id, DAY)])):
        with pytest.raises(NotFound):
            call()
    with pytest.raises(NotAllowed):
        handing.standings(people.nobody())
    with pytest.raises(NotFound):
        handing.hand_over_many(office.clerk, other.id, [Handing(row.award_id, DAY)])
    with pytest.raises(Invalid):
        handing.hand_over_many(office.clerk, decision.id, [])
    second = office.recorded(office.case("Vũ Thị Ước"), number=216)
    (refused,) = handing.hand_over_many(office.clerk, second.id, [Handing(row.award_id, DAY)])
    assert (refused.ok, refused.sentence) == (False, "Không thấy khen thưởng này trong quyết định. Anh/chị tải lại danh sách.")

