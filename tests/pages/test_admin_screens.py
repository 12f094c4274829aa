"""The administrator's screens: each opens for the administrator and for nobody else, and does what its buttons say."""

import io
from datetime import date

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from recognition.accounts import importing
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import IssuerForm, RecipientKind
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.people import actions as people
from recognition.units import actions as units
from tests.pages.conftest import ROOT, Screens, session_of
from tests.support import people as builders
from tests.support import world

LISTS = ("units", "people", "issuers", "awards", "regulations", "holidays", "address", "interface", "log", "rights", "workbook", "issuer", "award")


@pytest.fixture
def admin(duck: object) -> Actor:
    with transaction(None) as t:
        catalogue.seed_catalogue(t)
    return builders.administrator()


def _said(app: AppTest) -> str:
    """Everything that is written on the screen."""
    return "\n".join(str(element.value) for kind in (app.title, app.subheader, app.markdown, app.info, app.error, app.success, app.warning) for element in kind)


def _html(app: AppTest) -> str:
    return "\n".join(str(getattr(element.proto, "body", "")) for element in app.get("html"))


@pytest.mark.parametrize("name", LISTS)
def test_every_screen_opens_for_the_administrator(screen: Screens, admin: Actor, name: str) -> None:
    world.person(unit_id=world.unit())
    app = screen(admin, f"pages/admin/{name}.py")
    assert not app.exception
    assert app.title[0].value != "Không mở được trang"


@pytest.mark.proves("F15.01")
@pytest.mark.parametrize("name", (*LISTS, "unit", "person"))
def test_no_screen_opens_for_anybody_else(screen: Screens, admin: Actor, name: str) -> None:
    unit_id = world.unit()
    who = builders.actor(Role.SECRETARY, Role.CLERK, Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER, unit=unit_id, issuer=world.issuer())
    with pytest.raises(ValueError, match="Could not find a navigation page"):  # the menu does not even hold it
        screen(who, f"pages/admin/{name}.py", id=unit_id)
    alone = AppTest.from_file(str(ROOT / f"pages/admin/{name}.py"))  # nor does its script draw anything by itself
    alone.user = {"account": str(who.account_id), "session": session_of(who)}
    alone.query_params["id"] = str(unit_id)
    alone.run()
    assert [title.value for title in alone.title] == ["Không mở được trang"]
    assert not alone.text_input


def test_issuer_with_wrong_fields_says_so_under_each_and_is_stored_when_mended(screen: Screens, admin: Actor) -> None:
    app = screen(admin, "pages/admin/issuer.py")
    app.text_input(key="issuer:new:name").input("Đảng uỷ phường Đông Hà")
    app.text_input(key="issuer:new:term_start").input("31/02/2025")
    app.button(key="FormSubmitter:issuer:new-Lưu cơ quan").click().run()
    said = _said(app)
    assert "Tháng 02/2025 chỉ có 28 ngày" in said
    assert "Anh/chị chưa nhập ký hiệu" in said
    assert catalogue.issuers(admin) == ()
    for field, value in (("awarding_line", "Ban Thường vụ"), ("short_sign", "ĐU"), ("place", "Đông Hà"), ("term_start", "")):
        app.text_input(key=f"issuer:new:{field}").input(value)
    app.button(key="FormSubmitter:issuer:new-Lưu cơ quan").click().run()
    assert not app.exception
    assert [issuer.name for issuer in catalogue.issuers(admin)] == ["Đảng uỷ phường Đông Hà"]
    assert "05-QĐ/ĐU, 214-QĐ/ĐU" in _html(app)


def test_signer_is_added_and_ended(screen: Screens, admin: Actor) -> None:
    made = catalogue.create_issuer(admin, IssuerForm("Đảng uỷ", "Ban Thường vụ", "ĐU", "Đông Hà"))
    app = screen(admin, "pages/admin/issuer.py", id=made.id)
    next(button for button in app.button if button.label == "Thêm người ký").click().run()
    for field, value in (("name", "Lê Quang Vinh"), ("post", "BÍ THƯ"), ("from_date", "01/01/2025")):
        app.text_input(key=f"signer:{field}").input(value)
    app.button(key="_yes:signer").click().run()
    (signer,) = catalogue.all_signers(admin, made.id)
    assert (signer.name, signer.post) == ("Lê Quang Vinh", "BÍ THƯ")
    app.button(key=f"end:{signer.id}").click().run()
    app.text_input(key=f"end:{signer.id}:1:to_date").input("31/12/2024")
    app.button(key=f"_yes:end:{signer.id}:1").click().run()
    assert "trước ngày bắt đầu ký 01/01/2025" in _said(app)
    app.text_input(key=f"end:{signer.id}:1:to_date").input("30/06/2026")
    app.button(key=f"_yes:end:{signer.id}:1").click().run()
    assert catalogue.all_signers(admin, made.id)[0].to_date == date(2026, 6, 30)


@pytest.mark.proves("F01.05")
def test_unit_is_added_renamed_by_a_paper_and_its_old_name_stays_in_sight(screen: Screens, admin: Actor) -> None:
    app = screen(admin, "pages/admin/units.py")
    next(button for button in app.button if button.label == "Thêm đơn vị").click().run()
    for field, value in (("name", "Chi bộ Trạm Y tế"), ("code", "cb-yt"), ("from_date", "01/01/2025")):
        app.text_input(key=f"unit:new:{field}").input(value)
    app.button(key="_yes:unit:new").click().run()
    (unit,) = units.find(admin, "cb-yt").rows
    app = screen(admin, "pages/admin/unit.py", id=unit.id)
    app.button(key=f"rename:{unit.id}").click().run()
    name = f"rename:{unit.id}:1"
    for field, value in (("name", "Chi bộ Trung tâm Y tế"), ("paper", "12-QĐ/ĐU"), ("on_date", "01/02/2026")):
        app.text_input(key=f"{name}:{field}").input(value)
    app.button(key=f"_yes:{name}").click().run()
    assert units.get(admin, unit.id).name == "Chi bộ Trung tâm Y tế"
    assert "**Chi bộ Trạm Y tế**" in _said(app)
    assert "Đổi tên theo 12-QĐ/ĐU" in _html(app)


def test_a_unit_under_itself_is_refused_on_the_screen_too(screen: Screens, admin: Actor) -> None:
    top = world.unit("Đảng bộ")
    world.unit("Chi bộ", parent=top)
    app = screen(admin, "pages/admin/unit.py", id=top)
    app.button(key=f"merge:{top}").click().run()
    app.button(key=f"_yes:merge:{top}:1").click().run()
    assert "Anh/chị chưa chọn đơn vị nhận" in _said(app)
    app.button(key=f"_no:merge:{top}:1").click().run()
    app.button(key=f"dissolve:{top}").click().run()
    name = f"dissolve:{top}:1"
    app.text_input(key=f"{name}:paper").input("12-QĐ")
    app.text_input(key=f"{name}:on_date").input("01/02/2026")
    app.button(key=f"_yes:{name}").click().run()
    assert "Còn 1 đơn vị trực thuộc" in _said(app)
    assert units.get(admin, top).to_date is None


@pytest.mark.proves("F01.06")
def test_a_possible_double_is_asked_and_then_added(screen: Screens, admin: Actor) -> None:
    world.person("Lê Văn Tòng", birth_date=date(1980, 5, 1))
    app = screen(admin, "pages/admin/people.py")
    next(button for button in app.button if button.label == "Thêm người").click().run()
    app.text_input(key="person:new:name").input("Lê Văn Tòng")
    app.text_input(key="person:new:birth").input("01/05/1980")
    app.button(key="_yes:person:new").click().run()
    assert "Có thể đã có người này" in _said(app)
    assert people.find(admin, "tong").total == 1
    app.run()
    app.checkbox(key="person:new:distinct").check()
    app.button(key="_yes:person:new").click().run()
    assert people.find(admin, "tong").total == 2


def test_who_comes_to_check_the_numbers_sees_those_not_checked_of_every_group(screen, admin):
    app = screen(admin, "pages/admin/regulations.py", chua="1")
    assert (app.checkbox(key="regulations:only").value, app.pills(key="regulations:group").disabled) == (True, True)
    labels = [one.label for one in app.button]
    assert labels.count("Sửa…") == labels.count("Xác nhận…") > 5


@pytest.mark.proves("F02.06", "F02.07")
def test_a_rule_says_that_it_is_not_verified_until_a_paper_is_named(screen: Screens, admin: Actor) -> None:
    rule = catalogue.regulation_on("model.pass_mark", date(2026, 11, 26))
    app = screen(admin, "pages/admin/regulations.py")
    app.pills(key="regulations:group").select("Mô hình").run()
    app.button(key=f"v:{rule.id}:1").click().run()
    app.button(key=f"_yes:verify:{rule.id}:1").click().run()
    assert "Anh/chị chưa nhập số văn bản" in _said(app)
    app.text_input(key=f"verify:{rule.id}:1:paper").input("29-HD/ĐUK")
    app.button(key=f"_yes:verify:{rule.id}:1").click().run()
    assert catalogue.regulation_on("model.pass_mark", date(2026, 11, 26)).verified


def test_a_new_value_is_typed_with_its_days(screen: Screens, admin: Actor) -> None:
    app = screen(admin, "pages/admin/regulations.py")
    next(button for button in app.button if button.label == "Thêm giá trị").click().run()
    for field, value in (("value", "2.700.000"), ("clause", "Nghị định mới"), ("from_date", "01/07/2027")):
        app.text_input(key=f"regulation:new:{field}").input(value)
    app.button(key="_yes:regulation:new").click().run()
    assert catalogue.base_salary(date(2027, 7, 1)).value == 2_700_000


@pytest.mark.proves("F02.08")
def test_money_can_be_tried_with_its_formula(screen: Screens, admin: Actor) -> None:
    app = screen(admin, "pages/admin/awards.py")
    award = next(one for one in catalogue.award_types(admin) if one.code == "state.giay_khen")
    app.selectbox(key="trial:award").select(award).run()
    app.selectbox(key="trial:kind").select(RecipientKind.COLLECTIVE)
    app.text_input(key="trial:day").input("01/07/2026").run()
    assert app.metric[0].value == "1.520.000 đ"
    assert "0,3 × 2 × 2.530.000 đ = 1.518.000 đ, làm tròn lên 1.520.000 đ" in _html(app)
    app.text_input(key="trial:day").input("31/02/2026").run()
    assert "chỉ có 28 ngày" in _said(app)


def test_award_type_is_changed_and_confirmed(screen: Screens, admin: Actor) -> None:
    award = next(one for one in catalogue.award_types(admin) if one.code == "party.giay_khen")
    app = screen(admin, "pages/admin/award.py", id=award.id)
    name = f"award:{award.id}:1"
    app.text_input(key=f"{name}:coefficient").input("0,4")
    next(button for button in app.button if button.label == "Lưu hình thức").click().run()
    changed = catalogue.award_type(award.id)
    assert (changed.coefficient, changed.verified, changed.version) == (40, False, 2)
    next(button for button in app.button if button.label.startswith("Xác nhận")).click().run()
    app.text_input(key="verify:paper").input("56-HD/VPTW")
    app.button(key="_yes:verify").click().run()
    assert catalogue.award_type(award.id).confirmed_paper == "56-HD/VPTW"


def test_holiday_is_added_and_31_02_is_answered(screen: Screens, admin: Actor) -> None:
    app = screen(admin, "pages/admin/holidays.py")
    app.text_input(key="holiday:day").input("31/02/2026")
    app.text_input(key="holiday:name").input("Nghỉ")
    app.button(key="FormSubmitter:holiday-Thêm ngày").click().run()
    assert "Tháng 02/2026 chỉ có 28 ngày" in _said(app)
    app.text_input(key="holiday:day").input("16/02/2026")
    app.button(key="FormSubmitter:holiday-Thêm ngày").click().run()
    assert date(2026, 2, 16) in catalogue.holidays()


@pytest.mark.proves("F01.01", "F12.02")
def test_a_workbook_is_seen_before_it_is_stored(screen: Screens, admin: Actor) -> None:
    book = openpyxl.load_workbook(io.BytesIO(importing.template(admin)))
    for column, value in enumerate(("DB-A", "Đảng bộ A", "Đảng bộ cơ sở", "", "01/01/2025"), 1):
        if value:
            book["Đơn vị"].cell(2, column, value)
    stream = io.BytesIO()
    book.save(stream)
    app = screen(admin, "pages/admin/workbook.py")
    app.file_uploader(key="workbook:upload").upload("nhap.xlsx", stream.getvalue()).run()
    assert not app.exception
    assert units.tree(admin) == ()
    next(button for button in app.button if button.label == "Lưu 1 dòng đúng").click().run()
    app.button(key="_yes:workbook").click().run()
    assert [node.unit.name for node in units.tree(admin)] == ["Đảng bộ A"]
    assert "Đã lưu 1 đơn vị, 0 người, 0 tài khoản" in _said(app).replace("\\", "")


@pytest.mark.proves("F15.02")
def test_log_is_whole_and_filtered_and_hides_dossiers(screen: Screens, admin: Actor) -> None:
    app = screen(admin, "pages/admin/log.py")
    next(button for button in app.button if button.label == "Kiểm tra toàn vẹn").click().run()
    assert "Nhật ký nguyên vẹn" in _said(app)
    app.text_input(key="log:from").input("32/13/2026").run()
    assert "Không có tháng 13" in _said(app)


@pytest.mark.proves("F15.01")
def test_permission_table_is_printed_from_the_table_itself(screen: Screens, admin: Actor) -> None:
    from recognition.hall import permissions, road

    app = screen(admin, "pages/admin/rights.py")
    page = _html(app)
    assert all(verb.label in page for verb in permissions.TABLE)
    app.segmented_control(key="rights:tab").select("Bước của hồ sơ").run()
    assert _html(app).count("<tr>") == len(road.NOMINATION) + 1


@pytest.mark.proves("F01.06")
def test_two_rows_of_one_person_are_merged_and_parted(screen: Screens, admin: Actor) -> None:
    first, double = world.person("Lê Văn Tòng", birth_year=1980), world.person("Lê Văn Tòng", birth_date=date(1980, 5, 1))
    app = screen(admin, "pages/admin/person.py", id=first)
    app.button(key=f"ask:merge:{double}:1").click().run()
    app.button(key=f"_yes:merge:{double}:1").click().run()
    assert [person.id for person in people.find(admin, "tong").rows] == [first]
    assert "Đã gộp: Lê Văn Tòng, sinh 01/05/1980" in _html(app)
    assert "đã gộp vào một hồ sơ khác" in _said(screen(admin, "pages/admin/person.py", id=double))
    app.button(key=f"part:{double}:2").click().run()
    assert people.find(admin, "tong").total == 2


def test_people_of_a_dissolved_unit_are_moved_to_another(screen: Screens, admin: Actor) -> None:
    old, new = world.unit("Chi bộ cũ", until=date(2026, 2, 10)), world.unit("Chi bộ mới")
    who_moves = world.person(unit_id=old)
    app = screen(admin, "pages/admin/unit.py", id=old)
    next(button for button in app.button if button.label.startswith("Chuyển 1 người")).click().run()
    app.button(key=f"_yes:carry:{old}").click().run()
    assert "Anh/chị chưa chọn đơn vị nhận" in _said(app)
    app.selectbox(key=f"carry:{old}:to_unit").select(new)
    app.button(key=f"_yes:carry:{old}").click().run()
    assert people.posts(admin, who_moves)[0].unit_name == "Chi bộ mới"
