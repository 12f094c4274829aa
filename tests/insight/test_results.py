"""What a unit is told of its cases: from the record, with a hint, without a count of votes; on both engines."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID, uuid4

import pytest
from docx import Document

from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role, State
from recognition.insight.actions import results
from recognition.insight.rules import results as rules
from recognition.insight.terms.results import Given, Lack, Outcome, Share, Told, UnitCases
from recognition.units import actions as units
from recognition.units.terms import EndForm
from tests.decisions.conftest import DAY, open_office
from tests.reviewing.conftest import criteria_of
from tests.support import people, world
from vietnamese import dates

CASE = Outcome(UUID(int=1), UUID(int=2), "Chi bộ Trạm Y tế", "Đồng chí Lê Văn Tòng", "Cứu hai em nhỏ", State.AWARDED)
GIVEN = Given("Giấy khen", "214-QĐ/ĐU", date(2026, 11, 26), True)
MET = date(2026, 11, 20)


def words(docx: bytes) -> str:
    document = Document(io.BytesIO(docx))
    return "\n".join([p.text for p in document.paragraphs] + [c.text for t in document.tables for r in t.rows for c in r.cells])


@pytest.mark.proves("N26")
@pytest.mark.parametrize(
    ("changes", "said"),
    (
        ({"met_on": MET, "given": GIVEN}, "Hội đồng đã xét ngày 20/11/2026. Được tặng Giấy khen, Quyết định số 214-QĐ/ĐU ngày 26/11/2026."),
        ({"given": replace(GIVEN, in_force=False)}, "Khen thưởng theo Quyết định số 214-QĐ/ĐU ngày 26/11/2026 đã bị thu hồi."),
        ({"state": State.PASSED, "met_on": MET}, "Hội đồng đã xét ngày 20/11/2026. Đạt. Chưa có quyết định."),
        ({"state": State.FAILED, "met_on": MET}, "Hội đồng đã xét ngày 20/11/2026. Không đạt."),
        ({"state": State.NOT_APPROVED, "reasons": ("Đã khen ở nơi khác.",)}, "Cấp có thẩm quyền không duyệt. Đã khen ở nơi khác."),
        ({"state": State.REFUSED, "reasons": ("Ngoài thời gian.",)}, "Đã thẩm định. Không nhận xét khen. Ngoài thời gian."),
        ({"state": State.RETURNED, "reasons": ("Thiếu tờ trình.", "Thiếu ảnh.")}, "Trả lại để sửa, chưa gửi lại. Thiếu tờ trình. Thiếu ảnh."),
        ({"state": State.WITHDRAWN}, "Đơn vị đã rút hồ sơ."),
        ({"state": State.ACCEPTED}, "Đang thẩm định. Chưa có quyết định."),
        ({"state": State.SHORTLISTED}, "Đã thẩm định, vào danh sách trình Hội đồng. Chưa có quyết định."),
        ({"state": State.FORWARDED}, "Đã chuyển cấp trên xét. Chưa có quyết định."),
    ),
)
def test_each_case_is_told_how_far_it_came_and_what_became_of_it(changes, said):
    assert rules.result(replace(CASE, **changes)) == said


@pytest.mark.proves("N26")
def test_what_was_missing_has_its_clause_and_what_helps_next_year():
    told = rules.told(replace(
        CASE, state=State.REFUSED, lacks=(Lack("deadline", "kế hoạch của phong trào"),),
        shares=(Share("Mục tiêu", Fraction(9, 10)), Share("Kết quả", Fraction(1, 2)), Share("Cách làm", Fraction(3, 4))),
    ))  # fmt: skip
    assert told == Told(
        "Đồng chí Lê Văn Tòng: Cứu hai em nhỏ", "Đã thẩm định. Không nhận xét khen.", "Tiêu chí «Mục tiêu».",
        "Gửi sau thời hạn nhận hồ sơ (kế hoạch của phong trào).",
        "Ghi thời hạn vào lịch của đơn vị và gửi sớm hơn. Làm rõ hơn tiêu chí «Kết quả».",
    )  # fmt: skip


@pytest.mark.proves("N26")
@pytest.mark.parametrize("rule", ("discipline", "hold", "elsewhere", "opinion", "enterprise", "picture"))
def test_a_persons_own_affairs_and_other_units_cases_are_not_named(rule):
    told = rules.told(replace(CASE, state=State.RETURNED, lacks=(Lack(rule, "Nghị định 152/2025/NĐ-CP, kỷ luật"),)))
    assert (told.missing, told.hint) == ("Có điều kiện cần trao đổi riêng.", "Liên hệ thư ký để được trao đổi trực tiếp.")


@pytest.mark.proves("N26")
def test_what_was_let_pass_is_no_lack_of_a_rewarded_case_and_no_secret_of_a_judged_one():
    lacks = (Lack("deadline", "kế hoạch"), Lack("opinion", "Nghị định 152/2025/NĐ-CP"))
    told = [rules.told(replace(CASE, state=state, lacks=lacks)) for state in (State.AWARDED, State.FAILED)]
    assert [(one.missing, one.hint) for one in told] == [
        ("", ""), ("Gửi sau thời hạn nhận hồ sơ (kế hoạch).", "Ghi thời hạn vào lịch của đơn vị và gửi sớm hơn."),
    ]  # fmt: skip


@pytest.mark.proves("N26")
@pytest.mark.parametrize("state", (State.ENDORSED, State.ACCEPTED, State.SHORTLISTED, State.ON_AGENDA, State.PASSED, State.FORWARDED))
def test_nothing_is_said_of_a_case_that_is_still_judged(state):
    case = replace(CASE, state=state, lacks=(Lack("deadline", "x"),), shares=(Share("Kết quả", Fraction(1, 10)),))
    told = rules.told(case)
    assert (told.counted, told.missing, told.hint) == ("", "", "")


@pytest.mark.parametrize(("ended", "decided", "said"), ((None, True, ()), (None, False, ("chưa có quyết định khen thưởng",)), (MET, True, ("đã kết thúc hoạt động",))))
def test_a_letter_says_when_there_is_no_decision_yet_or_the_unit_is_no_more(ended, decided, said):
    found = rules.letter(UnitCases(uuid4(), "Chi bộ A", 1, ended), "Dân vận khéo", uuid4(), [CASE], decided, DAY).paragraphs
    assert len(found) == len(said)
    assert all(part in sentence for part, sentence in zip(said, found, strict=True))


@pytest.fixture
def office(database):
    with dates.fixed(DAY):
        made = open_office()
        made.campaign = world.campaign(made.issuer, "Dân vận khéo năm 2026")
        yield made


def unit_person(role, unit):
    return people.actor(role, unit=unit)


@pytest.mark.proves("N26")
def test_the_letter_tells_award_failure_and_refusal_without_a_count_of_votes(office):
    good, bad = office.case("Trần Thị Ánh", campaign_id=office.campaign), office.case("Vũ Thị Ước", campaign_id=office.campaign, state="failed")
    refused = office.case("Lê Văn Tòng", campaign_id=office.campaign, state="refused")
    session = office.session(bad)
    with transaction(None) as t:
        t.run("update item_result set approve = 47, reject = 53, abstain = 0, base = 100, needed = 51, passed = 0, reason = 'chỉ 47 phiếu' where session_id = $1", session)
        t.run("update nomination set reasons = '[{\"field\":\"\",\"sentence\":\"Thành tích của năm trước.\"}]' where id = $1", refused)
    office.recorded(good)
    for who in (office.secretary, unit_person(Role.NOMINATOR, office.unit), unit_person(Role.UNIT_LEADER, office.unit)):
        said = words(results.word(who, office.campaign, office.unit))
        assert "Được tặng Giấy khen" in said
        assert "Quyết định số 214-QĐ/ĐUCCQ ngày 26/11/2026" in said
        assert "Hội đồng đã xét ngày 26/11/2026. Không đạt." in said
        assert "Thành tích của năm trước." in said
        assert "Kính gửi: Chi bộ Trạm Y tế Phú Lộc" in said
        assert not [part for part in ("47", "53", "phiếu", "chưa có quyết định khen thưởng") if part in said]


@pytest.mark.proves("N26")
def test_criteria_speak_only_when_every_sheet_is_locked(office):
    case = office.case("Trần Thị Ánh", campaign_id=office.campaign, state="failed")
    lines, sheets = criteria_of(office.campaign), (uuid4(), uuid4())
    with transaction(None) as t:
        for sheet, state, points in zip(sheets, ("locked", "open"), ((30, 10, 30), (30, 10, 30)), strict=True):
            t.run(
                "insert into review_assignment (id, nomination_id, account_id, assigned_by, assigned_at, due, state, remark, version) values ($1, $2, $3, $3, $4, null, $5, '', 1)",
                sheet, case, uuid4(), dates.now_utc(), state,
            )
            for line, given in zip(lines, points, strict=False):
                t.run("insert into review_score (id, assignment_id, criterion_id, points, reason) values ($1, $2, $3, $4, '')", uuid4(), sheet, line, given)
    assert "Cách làm" not in words(results.word(office.secretary, office.campaign, office.unit))
    with transaction(None) as t:
        t.run("update review_assignment set state = 'locked' where id = $1", sheets[1])
    said = words(results.word(office.secretary, office.campaign, office.unit))
    assert "Làm rõ hơn tiêu chí «Cách làm»." in said
    assert "Tiêu chí «Mục tiêu»." in said
    assert "30" not in said


@pytest.mark.proves("N26")
def test_only_the_issuers_secretary_and_the_unit_itself_may_take_a_letter(office):
    other = world.unit("Chi bộ Kho bạc")
    office.case("Trần Thị Ánh", campaign_id=office.campaign)
    strangers = (unit_person(Role.NOMINATOR, other), people.actor(Role.SECRETARY, issuer=uuid4()), office.clerk, people.nobody())
    for who in strangers:
        assert results.units(who, office.campaign) == []
        with pytest.raises(NotAllowed):
            results.word(who, office.campaign, office.unit)
        with pytest.raises(Invalid):
            results.every(who, office.campaign)
    with pytest.raises(NotFound):
        results.word(office.secretary, uuid4(), office.unit)
    with pytest.raises(Invalid, match="không có hồ sơ nào"):
        results.word(office.secretary, office.campaign, other)


@pytest.mark.proves("N26")
def test_a_case_that_has_not_left_its_unit_is_in_no_letter(office):
    office.case("Trần Thị Ánh", campaign_id=office.campaign, state="draft")
    office.case("Vũ Thị Ước", campaign_id=office.campaign, state="submitted")
    assert results.units(office.secretary, office.campaign) == []
    office.case("Lê Văn Tòng", campaign_id=office.campaign, state="accepted")
    said = words(results.word(office.secretary, office.campaign, office.unit))
    assert ("Lê Văn Tòng" in said, "Trần Thị Ánh" in said, "Vũ Thị Ước" in said, "chưa có quyết định khen thưởng" in said) == (True, False, False, True)


@pytest.mark.proves("N26")
def test_all_letters_in_one_file_each_under_its_units_last_name(office):
    other = world.unit("Chi bộ Kho bạc/Thuế")
    office.case("Trần Thị Ánh", campaign_id=office.campaign)
    office.unit, kept = other, office.unit
    office.case("Lê Văn Tòng", campaign_id=office.campaign)
    admin = people.actor(Role.ADMINISTRATOR)
    ended = units.get(admin, other)
    units.dissolve(admin, other, ended.version, EndForm("12-QĐ/ĐU", DAY))
    with zipfile.ZipFile(io.BytesIO(results.every(office.secretary, office.campaign))) as bundle:
        assert bundle.namelist() == ["01 Thông báo kết quả Chi bộ Kho bạc-Thuế.docx", "02 Thông báo kết quả Chi bộ Trạm Y tế Phú Lộc.docx"]
        first, second = (words(bundle.read(name)) for name in bundle.namelist())
    assert "Chi bộ Kho bạc/Thuế đã kết thúc hoạt động từ ngày 26 tháng 11 năm 2026" in first
    assert ("Lê Văn Tòng" in first, "Trần Thị Ánh" in first, "Trần Thị Ánh" in second) == (True, False, True)
    assert [one.id for one in results.units(office.secretary, office.campaign)] == [other, kept]
