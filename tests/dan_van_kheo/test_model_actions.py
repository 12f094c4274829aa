"""A model from registration to recognition and into the next year, on both engines."""

import csv
import io
from dataclasses import replace
from datetime import date
from uuid import uuid4

import openpyxl
import pytest

from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.catalogue.terms import RecipientKind
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.spread_terms import LearnInput
from recognition.dan_van_kheo.terms import Figure, Measure, ModelFilters, Owner, ReportInput
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.words import ModelState, Role, State
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nominee, Subject, Tags
from tests.dan_van_kheo.test_model_rules import GOOD
from tests.support import people, world
from vietnamese import dates

REPORT = ReportInput("Trực 40 sáng thứ bảy, giải quyết 1.250 hồ sơ.", (Figure(Measure.PEOPLE, 1_250_00, "người"),), 90_00)


class House:
    """A unit, its issuer, this year's campaign, and who works there."""

    def __init__(self) -> None:
        self.issuer, self.unit = world.issuer(), world.unit("Chi bộ Sở Xây dựng")
        self.campaign = world.campaign(self.issuer, units=(self.unit,))
        self.recipient = world.recipient("Chi bộ Sở Xây dựng", unit_id=self.unit)
        self.nominator = people.actor(Role.NOMINATOR, unit=self.unit, name="Đỗ Thị Thanh")
        self.leader = people.actor(Role.UNIT_LEADER, unit=self.unit)
        self.secretary = people.actor(Role.SECRETARY, issuer=self.issuer, name="Phạm Thu Hà")

    def typed(self, **changes):
        tags = Tags(None, (Papi.PROCEDURES, Papi.ELECTRONIC), (Democracy.BENEFIT,))
        return replace(GOOD, unit_id=self.unit, nominee=Nominee(RecipientKind.COLLECTIVE, self.recipient), contact="Anh Phúc", tags=tags, **changes)

    def registered(self, **changes):
        return actions.register(self.nominator, self.typed(**changes), self.campaign)

    def reported(self, **changes):
        made = self.registered(**changes)
        approved = actions.approve(self.secretary, made.year.id, made.year.version)
        started = actions.start(self.nominator, made.year.id, approved.year.version)
        return actions.report(self.nominator, made.year.id, started.year.version, REPORT)

    def checked(self, score=90_00, reason=""):
        done = self.reported()
        return actions.check(self.secretary, done.year.id, done.year.version, score, reason)


@pytest.fixture
def house(database):
    with dates.fixed(date(2026, 11, 24)):
        yield House()


@pytest.mark.proves("F03.01")
def test_a_registration_comes_back_whole(house):
    made = actions.register(house.nominator, house.typed(), house.campaign, uuid4())
    found = actions.get(house.nominator, made.year.id)
    assert found == made
    assert (found.code, found.year.state, found.year.year, found.recipient_name) == ("DVK-2026-0001", ModelState.REGISTERED, 2026, "Chi bộ Sở Xây dựng")
    assert replace(actions.as_input(found), nominee=None) == replace(house.typed(), nominee=None)


def test_nobody_registers_for_another_unit_or_outside_a_campaign(house):
    other = people.actor(Role.NOMINATOR, unit=world.unit())
    with pytest.raises(Invalid):
        actions.register(other, house.typed(), house.campaign)
    for who in (house.leader, people.nobody()):
        with pytest.raises((NotAllowed, Invalid)):
            actions.register(who, house.typed(), house.campaign)
    with pytest.raises(Invalid) as wrong:
        actions.register(house.nominator, house.typed(), uuid4())
    assert wrong.value.fields == {"campaign_id": "Không tìm thấy phong trào này. Anh/chị chọn lại."}
    assert actions.find(house.secretary).total == 0


def test_a_unit_registers_a_name_once_and_a_click_counts_once(house):
    key = uuid4()
    actions.register(house.nominator, house.typed(), house.campaign, key)
    with pytest.raises(AlreadyDone):
        actions.register(house.nominator, house.typed(), house.campaign, key)
    with pytest.raises(Invalid) as wrong:
        actions.register(house.nominator, house.typed(name="NGÀY CUỐI TUẦN CÙNG DÂN"), house.campaign)
    assert wrong.value.fields == {
        "name": "Đơn vị đã có mô hình cùng tên, mã DVK-2026-0001. Anh/chị mở mô hình đó để tiếp tục, hoặc đặt tên khác."
    }


@pytest.mark.proves("F03.01", "F03.05")
def test_the_year_walks_from_registration_to_outstanding(house):
    done = house.checked(88_00, "Một minh chứng chưa rõ.")
    recognised = actions.recognise(house.secretary, done.year.id, done.year.version)
    best = actions.mark_outstanding(house.secretary, done.year.id, recognised.year.version)
    assert (best.year.state, best.year.self_score, best.year.checked_score) == (ModelState.OUTSTANDING, 90_00, 88_00)
    assert [line.sentence for line in actions.history(house.nominator, done.year.id)] == [
        "Phạm Thu Hà chọn tiêu biểu.",
        "Phạm Thu Hà công nhận.",
        "Phạm Thu Hà thẩm định mô hình: Tự chấm 90, thẩm định 88 điểm. Một minh chứng chưa rõ.",
        "Đỗ Thị Thanh báo cáo kết quả năm: Tự chấm 90 điểm.",
        "Đỗ Thị Thanh triển khai.",
        "Phạm Thu Hà duyệt đăng ký.",
        "Đỗ Thị Thanh đăng ký mô hình.",
    ]


def test_the_list_as_excel_has_points_as_numbers(house):
    house.checked(88_50, "Một minh chứng chưa rõ.")
    sheet = openpyxl.load_workbook(io.BytesIO(actions.workbook(house.secretary, ModelFilters()))).active
    assert [cell.value for cell in sheet[5]][-4:] == [90, 88.5, "5. Thủ tục hành chính công; 8. Quản trị điện tử", "Dân thụ hưởng"]


def test_below_the_pass_mark_a_year_is_not_recognised(house):
    done = house.checked(49_99, "Chưa đạt.")
    with pytest.raises(Invalid) as wrong:
        actions.recognise(house.secretary, done.year.id, done.year.version)
    assert wrong.value.fields == {"checked_score": "Điểm thẩm định 49,99 chưa đạt mức 50 điểm của phong trào nên chưa công nhận được."}
    assert actions.get(house.secretary, done.year.id).year == done.year


def test_steps_belong_to_their_people_and_their_order(house):
    made = house.registered()
    with pytest.raises(NotAllowed):
        actions.approve(house.nominator, made.year.id, made.year.version)
    with pytest.raises(NotAllowed) as refused:
        actions.recognise(house.secretary, made.year.id, made.year.version)
    assert refused.value.sentence
    stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn ngành Y tế"))
    with pytest.raises(NotFound):
        actions.approve(stranger, made.year.id, made.year.version)
    actions.approve(house.secretary, made.year.id, made.year.version)
    with pytest.raises(Stale):
        actions.approve(house.secretary, made.year.id, made.year.version)


def test_a_reported_registration_is_no_longer_changed(house):
    done = house.reported()
    with pytest.raises(NotAllowed):
        actions.change(house.nominator, done.year.id, done.version, house.typed(name="Tên khác"))


def test_a_recognised_model_goes_on_into_next_year(house):
    done = house.checked()
    recognised = actions.recognise(house.secretary, done.year.id, done.year.version)
    following = world.campaign(house.issuer, "Dân vận khéo năm 2027", units=(house.unit,), since=date(2027, 1, 1), until=date(2027, 12, 31))
    with pytest.raises(Invalid):
        actions.continue_in(house.nominator, done.year.id, recognised.year.version, house.campaign)
    onward = actions.continue_in(house.nominator, done.year.id, recognised.year.version, following)
    assert [(year.year, year.state) for year in onward.years] == [(2027, ModelState.REGISTERED), (2026, ModelState.CONTINUED)]
    assert onward.year.year == 2027
    ended = actions.end(house.nominator, onward.year.id, onward.year.version, "Không còn nhu cầu.")
    assert ended.year.state is ModelState.ENDED
    with pytest.raises(Invalid):
        actions.end(house.nominator, onward.year.id, ended.year.version, " ")
    with pytest.raises(Invalid) as wrong:
        actions.end(house.nominator, onward.year.id, ended.year.version, "a" * 1_001)
    assert wrong.value.fields == {"reason": "Lý do dài 1.001 ký tự, quá 1.000 ký tự. Anh/chị rút gọn lại."}


def test_a_reported_year_is_nominated_with_its_report_and_only_then(house):
    award = world.award_type()
    made = house.registered(name="Bếp ăn tình thương")
    with pytest.raises(NotAllowed):
        actions.nominate(house.nominator, made.year.id, award)
    done = house.reported()
    case = actions.nominate(house.nominator, done.year.id, award)
    assert (case.code, case.subject, case.state, case.title) == ("MH-2026-0001", Subject.MODEL_YEAR, State.DRAFT, "Mô hình Ngày cuối tuần cùng dân")
    assert case.achievement == "Trực 40 sáng thứ bảy, giải quyết 1.250 hồ sơ.\n\nSố liệu chính:\n- Số người được hưởng lợi: 1.250 người"
    sent = nominations.submit(house.nominator, case.id, case.version)
    again = actions.nominate(house.nominator, done.year.id, award)
    with pytest.raises(Invalid) as wrong:
        nominations.submit(house.nominator, again.id, again.version)
    assert sent.code in wrong.value.fields[""]


def test_the_list_filters_by_tags_and_counts_states(house):
    house.registered()
    plain = replace(house.typed(name="Bếp ăn tình thương", field=Field.ECONOMY), tags=Tags())
    actions.register(house.nominator, plain, house.campaign)
    everything = actions.find(house.secretary)
    assert (everything.total, everything.counts) == (2, {ModelState.REGISTERED: 2})
    for filters, names in (
        (ModelFilters(papi=Papi.PROCEDURES), ["Ngày cuối tuần cùng dân"]),
        (ModelFilters(papi=Papi.ENVIRONMENT), []),
        (ModelFilters(democracy=Democracy.BENEFIT), ["Ngày cuối tuần cùng dân"]),
        (ModelFilters(field=Field.ECONOMY), ["Bếp ăn tình thương"]),
        (ModelFilters(search="bep an"), ["Bếp ăn tình thương"]),
        (ModelFilters(owner=Owner.INDIVIDUAL), []),
        (ModelFilters(year=2025), []),
        (ModelFilters(states=(ModelState.ENDED,)), []),
    ):
        assert [row.name for row in actions.find(house.leader, filters).rows] == names
    assert actions.find(people.actor(Role.NOMINATOR, unit=world.unit())).total == 0
    assert actions.find(house.secretary, limit=1).total == 2


def test_replication_is_noted_once_per_unit(house):
    made, other = house.registered(), world.unit("Chi bộ Sở Tài chính")
    actions.replicate(house.secretary, made.year.id, LearnInput(other, date(2026, 11, 24), "Trực cả chiều thứ bảy"))
    noted = actions.get(house.secretary, made.year.id)
    assert [(each.unit_name, each.note) for each in noted.replications] == [("Chi bộ Sở Tài chính", "Trực cả chiều thứ bảy")]
    for unit, day in ((other, date(2026, 11, 24)), (house.unit, date(2026, 11, 24)), (world.unit(), date(2026, 12, 1))):
        with pytest.raises(Invalid):
            actions.replicate(house.secretary, made.year.id, LearnInput(unit, day))


def test_the_contact_is_for_the_unit_and_the_secretary(house):
    made = house.registered()
    watcher = people.actor(Role.LEADER, unit=house.unit)
    assert actions.get(house.secretary, made.year.id).contact == "Anh Phúc"
    assert actions.get(watcher, made.year.id).contact == ""


def test_the_list_as_csv_has_the_same_rows(house):
    house.checked(88_50, "Một minh chứng chưa rõ.")
    head, row = csv.reader(io.StringIO(actions.csv_file(house.secretary, ModelFilters()).decode("utf-8-sig")))
    assert (head[-4:-2], row[-4:-2]) == (["Điểm tự chấm", "Điểm thẩm định"], ["90", "88.5"])
    assert (head[-2:], row[-1]) == (["Chỉ số PAPI", "Dân chủ ở cơ sở"], "Dân thụ hưởng")
