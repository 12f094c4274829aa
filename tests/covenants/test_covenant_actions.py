"""Covenants between units: who draws up, joins, reports, confirms and reads what, on both engines."""

import io
from dataclasses import replace
from datetime import date
from uuid import uuid4

import openpyxl
import pytest

from db import checking
from recognition.accounts import actions as accounts
from recognition.covenants import actions
from recognition.covenants.terms import FileInput, Post, ReportState, ResultInput, SignedInput, State, TargetInput, Way
from recognition.hall import audit
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading
from recognition.hall.words import Role
from tests.covenants.conftest import TARGETS
from tests.documents.reading import lines, tables
from tests.journeys.office import scan
from tests.support import people, world
from vietnamese import dates

WELL, FAIR = (("99", "", "40"), ("1", "", "30"), ("", "Đã sửa", "30")), (("97", "Thiếu người", "35"), ("3", "", "20"), ("", "Đã sửa", "30"))


def verbs(covenant):
    with reading(None) as t:
        return [row["verb"] for row in audit.history(t, actions.KIND, covenant.id)]


def told(who):
    return [one.sentence for one in accounts.inbox(who)]


@pytest.mark.proves("F03.07")
def test_a_covenant_comes_back_whole_with_its_head_first(house):
    made = house.drawn(campaign_id=world.campaign(house.issuer, units=house.units))
    assert actions.get(house.secretary, made.id) == made
    assert [(party.name, party.post) for party in made.parties] == [
        ("Chi bộ Trạm Y tế Thạch Bình", Post.HEAD), ("Chi bộ Trạm Y tế Phú Lộc", Post.MEMBER), ("Chi bộ Trạm Y tế Yên Sơn", Post.MEMBER),
    ]  # fmt: skip
    assert [actions.wanted(target) for target in made.targets] == ["Ít nhất 98 %", "Không quá 2 vụ", "Sửa xong trong quý II"]
    assert (made.code, made.state, made.edition, made.campaign_name) == ("GU-2026-01", State.DRAFT, 0, "Dân vận khéo năm 2026")
    again = actions.as_input(made)
    assert replace(again, targets=tuple(replace(each, id=None) for each in again.targets), units=house.units, campaign_id=None) == house.typed()
    assert verbs(made) == ["draw_covenant"]


@pytest.mark.proves("F03.07")
def test_only_the_organ_s_secretary_draws_it_up_and_nobody_sees_it_before_it_is_offered(house):
    for who in (house.other_secretary, house.leaders[house.first], house.nominator, people.administrator(), people.actor(Role.LEADER, issuer=house.issuer)):
        with pytest.raises(NotAllowed):
            actions.draw_up(who, house.typed())
    made = house.drawn()
    watching = people.actor(Role.LEADER, issuer=house.issuer)
    for who in (house.leaders[house.first], house.above, house.other_secretary, watching):
        assert actions.find(who).total == 0
        with pytest.raises(NotFound):
            actions.get(who, made.id)
    offered = actions.offer(house.secretary, made.id, made.version)
    for who in (house.leaders[house.first], house.nominator, house.above, watching, house.secretary):
        assert [line.id for line in actions.find(who).rows] == [made.id]
        assert actions.get(who, made.id).edition == 1
    for who in (house.stranger, house.other_secretary, people.actor(Role.NOMINATOR, unit=house.top)):
        assert actions.find(who).total == 0
        for call in (actions.get, actions.paper, actions.editions, actions.files, actions.history):
            with pytest.raises(NotFound):
                call(who, made.id)
    for who in (people.nobody(), people.administrator(), people.actor(Role.CLERK, issuer=house.issuer)):
        with pytest.raises(NotAllowed):
            actions.find(who)
    assert told(house.nominator) == [f"Phạm Thu Hà đưa giao ước thi đua «{offered.name}» ra ký, chờ lãnh đạo đơn vị tán thành."]


def test_what_does_not_exist_is_refused_at_its_field(house):
    gone, strange = world.unit("Chi bộ cũ", until=date(2026, 3, 1)), world.campaign(world.issuer("Đảng uỷ khác"))
    for changes, field, says in (
        ({"units": (*house.units, gone)}, "units", "đã giải thể"), ({"units": (*house.units, uuid4())}, "units", "không tìm thấy"),
        ({"campaign_id": strange}, "campaign_id", "không phải của cơ quan"), ({"campaign_id": uuid4()}, "campaign_id", "không phải của cơ quan"),
    ):  # fmt: skip
        with pytest.raises(Invalid) as wrong:
            house.drawn(**changes)
        assert list(wrong.value.fields) == [field]
        assert says in wrong.value.fields[field]


def test_a_click_counts_once_and_an_old_version_is_refused(house):
    key = uuid4()
    made = actions.draw_up(house.secretary, house.typed(), key)
    with pytest.raises(AlreadyDone) as again:
        actions.draw_up(house.secretary, house.typed(), key)
    assert again.value.result == str(made.id)
    changed = actions.change(house.secretary, made.id, made.version, house.typed(name="Giao ước mới"))
    for act in (
        lambda: actions.change(house.secretary, made.id, made.version, house.typed()),
        lambda: actions.offer(house.secretary, made.id, made.version),
        lambda: actions.discard(house.secretary, made.id, made.version),
    ):
        with pytest.raises(Stale):
            act()
    actions.discard(house.secretary, made.id, changed.version)
    assert actions.find(house.secretary).total == 0


@pytest.mark.proves("F03.07")
def test_each_leader_joins_for_their_own_unit_only(house):
    made = house.offered()
    assert [party.unit_id for party in actions.joins(house.leaders[house.first], made)] == [house.first]
    joined = actions.join(house.leaders[house.first], made.id, house.first, 1, "Bí thư chi bộ")
    party = joined.party(house.first)
    assert (party.joined.way, party.joined.signer, party.joined.post, party.joined.on) == (Way.ACCOUNT, "Hoàng Đức Ân", "Bí thư chi bộ", date(2026, 11, 24))
    for who in (house.above, house.nominator, house.secretary, house.leaders[house.first]):
        with pytest.raises(NotAllowed):
            actions.join(who, made.id, house.second, 1)
    with pytest.raises(NotAllowed, match="đã ký bản 1"):
        actions.join(house.leaders[house.first], made.id, house.first, 1)
    with pytest.raises(NotFound):
        actions.join(house.stranger, made.id, house.first, 1)
    assert [(own.unit_id, own.joining) for own in actions.to_join(house.leaders[house.second])] == [(house.second, True)]
    assert actions.to_join(house.leaders[house.first]) == []
    assert told(house.secretary) == [f"Chi bộ Trạm Y tế Phú Lộc tán thành, ký giao ước thi đua «{made.name}»."]


@pytest.mark.proves("F03.07")
def test_a_text_that_was_offered_changes_only_as_a_new_edition_that_all_join_again(house):
    made = house.offered()
    actions.join(house.leaders[house.first], made.id, house.first, 1)
    with pytest.raises(NotAllowed, match="bản mới"):
        actions.change(house.secretary, made.id, made.version, house.typed(name="Khác"))
    with pytest.raises(NotAllowed):
        actions.discard(house.secretary, made.id, made.version)
    with pytest.raises(Invalid) as wrong:
        actions.amend(house.secretary, made.id, made.version, actions.as_input(made), " ")
    assert list(wrong.value.fields) == ["reason"]
    with pytest.raises(Invalid, match="không khác bản 1"):
        actions.amend(house.secretary, made.id, made.version, actions.as_input(made), "Sửa lỗi")
    with pytest.raises(NotAllowed):
        actions.amend(house.leaders[house.first], made.id, made.version, house.typed(), "Sửa lỗi")
    again = actions.as_input(made)
    softer = replace(again, targets=(replace(again.targets[0], wanted="95"), *again.targets[1:]))
    after = actions.amend(house.secretary, made.id, made.version, softer, "Cả cụm thấy 98 % là quá cao")
    assert (after.edition, len(after.waiting), actions.wanted(after.targets[0])) == (2, 3, "Ít nhất 95 %")
    assert [target.id for target in after.targets] == [target.id for target in made.targets]
    assert [(each.number, each.joined, each.reason) for each in actions.editions(house.nominator, made.id)] == [(2, 0, "Cả cụm thấy 98 % là quá cao"), (1, 1, "")]
    with pytest.raises(NotAllowed, match="vừa được sửa thành bản 2"):
        actions.join(house.leaders[house.first], made.id, house.first, 1)
    actions.join(house.leaders[house.first], made.id, house.first, 2)
    assert "Cả cụm thấy 98 % là quá cao" in told(house.nominator)[0]


@pytest.mark.proves("F03.07")
def test_what_was_signed_on_paper_is_recorded_with_its_scan_and_can_be_taken_back(house, tmp_path):
    made = house.offered()
    given = FileInput(scan(tmp_path / "giao-uoc.pdf").read_bytes(), "giao-uoc.pdf")
    with pytest.raises(NotAllowed):
        actions.record_signed(house.leaders[house.first], made.id, made.version, SignedInput((house.first,), date(2026, 2, 6), given))
    with pytest.raises(Invalid) as wrong:
        actions.record_signed(house.secretary, made.id, made.version, SignedInput((house.first,), date(2026, 2, 6), FileInput(b"khong phai", "a.pdf")))
    assert list(wrong.value.fields) == ["file"]
    signed = actions.record_signed(house.secretary, made.id, made.version, SignedInput((house.first, house.second), date(2026, 2, 6), given))
    (kept,) = actions.files(house.nominator, made.id)
    assert (kept.unit_id, kept.file_name, kept.media_type) == (None, "giao-uoc.pdf", "application/pdf")
    assert actions.file(house.leaders[house.third], kept.id)[0].startswith(b"%PDF-")
    with pytest.raises(NotFound):
        actions.file(house.stranger, kept.id)
    assert [(party.unit_id, party.joined.way, party.joined.file_id) for party in signed.parties if party.joined] == [(house.second, Way.PAPER, kept.id), (house.first, Way.PAPER, kept.id)]
    for who, scanned, error in ((house.leaders[house.first], given, NotAllowed), (house.secretary, given, Invalid), (house.secretary, None, Invalid)):
        with pytest.raises(error):
            actions.add_scan(who, made.id, scanned)
    later = actions.add_scan(house.secretary, made.id, FileInput(scan(tmp_path / "trang-2.pdf").read_bytes(), "trang-2.pdf"))
    assert actions.files(house.nominator, made.id) == [kept, later]
    back = actions.unrecord_signed(house.secretary, made.id, signed.version, house.first, "Đơn vị chưa ký trang này")
    assert {party.unit_id for party in back.waiting} == {house.first, house.third}
    actions.join(house.leaders[house.third], made.id, house.third, 1)
    with pytest.raises(NotAllowed, match="ký bằng tài khoản"):
        actions.unrecord_signed(house.secretary, made.id, back.version, house.third, "Nhầm")


@pytest.mark.proves("F03.07")
def test_a_report_is_sent_returned_sent_again_and_confirmed(house):
    made = house.joined()
    sent = actions.report(house.nominator, made.id, house.first, 0, house.said(made, *WELL, note="Cả đơn vị cố gắng."))
    assert (sent.party(house.first).report.state, actions.total(sent, sent.party(house.first))) == (ReportState.SENT, 10_000)
    for who, act in (
        (house.nominator, lambda: actions.report(house.nominator, made.id, house.first, 1, house.said(made, *FAIR))),
        (house.nominator, lambda: actions.report(house.nominator, made.id, house.second, 0, house.said(made, *FAIR))),
        (house.above, lambda: actions.report(house.above, made.id, house.second, 0, house.said(made, *FAIR))),
        (house.nominator, lambda: actions.confirm(house.nominator, made.id, house.first, 1, {})),
        (house.nominator, lambda: actions.send_back(house.nominator, made.id, house.first, 1, "Sai")),
    ):
        assert who
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(Invalid):
        actions.send_back(house.secretary, made.id, house.first, 1, " ")
    back = actions.send_back(house.secretary, made.id, house.first, 1, "Số đơn thư chưa khớp với thanh tra")
    assert [(own.returned, own.reason) for own in actions.to_report(house.nominator)] == [(True, "Số đơn thư chưa khớp với thanh tra")]
    with pytest.raises(Stale):
        actions.confirm(house.secretary, made.id, house.first, 1, {})
    assert back.party(house.first).report.version == 2
    again = house.reported(made, house.first, *FAIR, version=2)
    assert (again.party(house.first).report.version, again.party(house.first).report.reason) == (3, "")
    points = dict(zip([target.id for target in made.targets], ("35", "15", "30"), strict=True))
    with pytest.raises(Invalid) as wrong:
        actions.confirm(house.secretary, made.id, house.first, 3, points)
    assert list(wrong.value.fields) == ["reason"]
    done = actions.confirm(house.secretary, made.id, house.first, 3, points, "Có 3 đơn vượt cấp")
    told_of = done.party(house.first).report
    assert (told_of.state, told_of.reason, [result.checked for result in told_of.results.values()].count(1500)) == (ReportState.CONFIRMED, "Có 3 đơn vượt cấp", 1)
    assert actions.total(done, done.party(house.first)) == 8_000
    assert verbs(made)[-4:] == ["report_covenant", "return_covenant", "report_covenant", "confirm_covenant"]
    with pytest.raises(NotAllowed, match="đã báo cáo theo lời giao ước"):
        actions.amend(house.secretary, made.id, made.version, house.typed(name="Khác"), "Sửa")


def test_who_has_not_joined_reports_nothing(house):
    made = house.offered()
    with pytest.raises(NotAllowed, match="chưa ký bản 1"):
        house.reported(made, house.first, *WELL)


@pytest.mark.proves("F03.07")
def test_a_file_hangs_on_a_report_and_others_read_it_when_they_may_read_the_report(house, tmp_path):
    made = house.joined()
    given = FileInput(scan(tmp_path / "so-don-thu.pdf").read_bytes(), "so-don-thu.pdf")
    kept = actions.add_file(house.nominator, made.id, house.first, given)
    with pytest.raises(Invalid, match="đã có trong báo cáo"):
        actions.add_file(house.nominator, made.id, house.first, given)
    with pytest.raises(NotAllowed):
        actions.add_file(house.leaders[house.second], made.id, house.first, given)
    house.confirmed(made, house.first, *WELL)
    with pytest.raises(NotAllowed):
        actions.remove_file(house.nominator, kept.id)
    second = house.leaders[house.second]
    assert actions.files(second, made.id) == []
    with pytest.raises(NotFound):
        actions.file(second, kept.id)
    house.reported(made, house.second, *FAIR)
    assert actions.files(second, made.id) == [kept]
    assert actions.file(second, kept.id)[1] == kept


@pytest.mark.proves("F03.07")
def test_parties_are_ranked_and_read_each_other_after_their_own_report(house):
    made = house.joined()
    house.confirmed(made, house.first, *WELL)
    house.confirmed(made, house.second, *FAIR)
    seen = actions.standings(actions.get(house.secretary, made.id))
    assert [(one.party.unit_id, one.points, one.rank, one.met, one.told) for one in seen] == [
        (house.first, 10_000, 1, 2, 2), (house.second, 8_500, 2, 0, 2), (house.third, None, None, 0, 0),
    ]  # fmt: skip
    third = house.leaders[house.third]
    assert [one.points for one in actions.standings(actions.get(third, made.id))] == [None, None, None]
    house.reported(made, house.third, *FAIR)
    assert [one.rank for one in actions.standings(actions.get(third, made.id))] == [1, 2, None]
    (line,) = actions.find(house.secretary).rows
    assert (line.parties, line.joined, line.sent, line.confirmed) == (3, 3, 3, 2)


@pytest.mark.proves("F03.07")
def test_it_is_closed_with_a_conclusion_and_nothing_changes_afterwards(house):
    made = house.joined()
    house.reported(made, house.first, *WELL)
    with pytest.raises(Invalid, match="đang chờ xác nhận"):
        actions.close(house.secretary, made.id, made.version, "Tốt.")
    actions.confirm(house.secretary, made.id, house.first, 1, dict(zip([target.id for target in made.targets], ("40", "30", "30"), strict=True)))
    with pytest.raises(NotAllowed):
        actions.close(house.leaders[house.first], made.id, made.version, "Tốt.")
    after = actions.close(house.secretary, made.id, made.version, "Xếp thứ nhất và được suy tôn: Chi bộ Trạm Y tế Phú Lộc.")
    assert (after.state, after.conclusion) == (State.CLOSED, "Xếp thứ nhất và được suy tôn: Chi bộ Trạm Y tế Phú Lộc.")
    assert next(one.points for one in actions.standings(actions.get(house.leaders[house.third], made.id))) == 10_000
    for act in (
        lambda: house.reported(made, house.second, *FAIR),
        lambda: actions.send_back(house.secretary, made.id, house.first, 2, "Sai"),
        lambda: actions.amend(house.secretary, made.id, after.version, house.typed(), "Sửa"),
        lambda: actions.close(house.secretary, made.id, after.version, "Lần nữa"),
        lambda: actions.record_signed(house.secretary, made.id, after.version, SignedInput((house.second,), date(2026, 2, 6))),
    ):
        with pytest.raises(NotAllowed):
            act()


@pytest.mark.proves("F03.07")
@pytest.mark.parametrize(("today", "asked"), ((date(2026, 11, 9), 0), (date(2026, 11, 10), 1), (date(2027, 2, 1), 1)))
def test_a_report_is_asked_for_from_a_month_before_its_last_day(house, today, asked):
    made = house.joined()
    with dates.fixed(today):
        assert len(actions.to_report(house.nominator)) == asked
        house.reported(made, house.first, *WELL)
        assert actions.to_report(house.nominator) == []


def test_a_party_that_was_taken_out_sees_it_no_more_and_its_returned_report_is_gone(house):
    made = house.joined()
    house.reported(made, house.third, *WELL)
    actions.send_back(house.secretary, made.id, house.third, 1, "Xem lại")
    after = actions.amend(house.secretary, made.id, made.version, replace(actions.as_input(made), units=(house.first, house.second), head=None), "Đơn vị chuyển cụm")
    assert len(after.parties) == 2
    with pytest.raises(NotFound):
        actions.get(house.leaders[house.third], made.id)
    with reading(None) as t:
        assert checking.orphans(t.tx) == []
        assert checking.invariants(t.tx) == []
        assert t.value("select count(*) from covenant_report") == 0


def test_the_form_begins_with_the_units_of_a_campaign_or_of_a_registered_cluster(house):
    campaign, cluster = world.campaign(house.issuer, units=(house.first, house.second)), world.unit("Khối thi đua số 2", kind="cluster")
    inside = world.unit("Chi bộ Bưu điện", parent=cluster)
    assert set(actions.units_from(house.secretary, campaign)) == {house.first, house.second}
    assert actions.units_from(house.secretary, cluster) == [inside]
    assert actions.units_from(house.secretary, uuid4()) == []
    assert (list(actions.campaign_choices(house.secretary)), list(actions.cluster_choices(house.secretary))) == ([campaign], [cluster])
    assert cluster not in actions.unit_choices(house.secretary)


def test_a_target_without_points_is_compared_but_not_summed(house):
    made = house.joined(targets=(replace(TARGETS[0], points=None), TargetInput("Ngày công", "công", "100", points=10)))
    house.reported(made, house.first, ("99", "", ""), ("120", "", "10"))
    found = actions.get(house.secretary, made.id)
    assert next((one.points, one.met) for one in actions.standings(found)) == (1_000, 2)
    assert actions.full_points(found) == 10
    plain = house.joined(targets=(replace(TARGETS[0], points=None),))
    actions.report(house.nominator, plain.id, house.first, 0, house.said(plain, ResultInput("99").__dict__.values()))
    assert actions.standings(actions.get(house.secretary, plain.id))[0].points is None


@pytest.mark.proves("F03.07", "F11.08")
def test_the_comparison_goes_out_whole_as_excel_and_csv(house):
    made = house.joined()
    house.confirmed(made, house.first, *WELL)
    house.reported(made, house.second, *FAIR)
    rows = list(openpyxl.load_workbook(io.BytesIO(actions.workbook(house.secretary, made.id))).active.iter_rows(min_row=4, values_only=True))
    assert rows[0] == (
        "Xếp thứ", "Đơn vị", "Tình trạng", "Tổng điểm", "Chỉ tiêu đạt", "1. Hồ sơ giải quyết đúng hạn (Ít nhất 98 %)", "1. Ghi chú", "1. Điểm (tối đa 40)",
        "2. Đơn thư vượt cấp (Không quá 2 vụ)", "2. Điểm (tối đa 30)", "3. Quy chế dân chủ ở cơ sở (Sửa xong trong quý II)", "3. Điểm (tối đa 30)", "Tự đánh giá",
    )  # fmt: skip
    assert rows[1] == (1, "Chi bộ Trạm Y tế Phú Lộc", "Đã xác nhận", 100, "2 trong 2", 99, None, 40, 1, 30, "Đã sửa", 30, None)
    assert rows[2] == (None, "Chi bộ Trạm Y tế Thạch Bình", "Chờ xác nhận", 85, "0 trong 2", 97, "Thiếu người", 35, 3, 20, "Đã sửa", 30, None)
    assert rows[3][:5] == (None, "Chi bộ Trạm Y tế Yên Sơn", "Chưa báo cáo", None, None)
    assert actions.csv_file(house.secretary, made.id).decode("utf-8-sig").splitlines()[1].startswith("1,Chi bộ Trạm Y tế Phú Lộc,Đã xác nhận,100,")
    third = [row[:4] for row in openpyxl.load_workbook(io.BytesIO(actions.workbook(house.leaders[house.third], made.id))).active.iter_rows(min_row=5, values_only=True)]
    assert {row[3] for row in third} == {None}


@pytest.mark.proves("F03.07")
def test_the_paper_names_who_joined_by_account_and_leaves_the_rest_to_the_pen(house):
    made = house.offered()
    actions.join(house.leaders[house.second], made.id, house.second, 1, "Phó Bí thư")
    found = actions.paper(house.nominator, made.id)
    said = "\n".join(lines(found)) + "\n".join(cell for table in tables(found) for row in table for cell in row)
    assert [words in said for words in ("Vũ Đình Khải", "PHÓ BÍ THƯ", "(Trưởng cụm)", "ngày 06 tháng 02 năm 2026", "GU-2026-01, bản 1", "NHÁP")] == [True] * 5 + [False]
    draft = house.drawn()
    assert "BẢN NHÁP, CHƯA ĐƯA RA KÝ" in lines(actions.paper(house.secretary, draft.id))
