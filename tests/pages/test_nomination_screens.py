"""The screens of nominations, models and campaigns as their people see them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from recognition.campaigns import actions as campaigns
from recognition.catalogue.terms import RecipientKind
from recognition.dan_van_kheo import actions as models
from recognition.hall.words import Role, State
from recognition.nominations import actions
from recognition.nominations.terms import Filters, Nominee, Reason
from recognition.people import actions as people_actions
from tests.campaigns.test_campaign_actions import typed as campaign_typed
from tests.dan_van_kheo.test_model_rules import GOOD as MODEL
from tests.nominations.conftest import TODAY, Place
from tests.support import people, world
from vietnamese import dates

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def place(duck):
    with dates.fixed(TODAY):
        issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế Phú Lộc")
        yield Place(
            issuer, unit, world.person("Lê Văn Tòng", unit_id=unit), world.award_type(), people.actor(Role.NOMINATOR, unit=unit, name="Đỗ Thị Thanh"),
            people.actor(Role.UNIT_LEADER, unit=unit, name="Hoàng Đức Ân"), people.actor(Role.SECRETARY, issuer=issuer, name="Phạm Thu Hà"),
        )  # fmt: skip


def said(app) -> str:
    """Everything that stands on the screen as text."""
    kinds = (app.title, app.markdown, app.error, app.info, app.subheader, app.caption, app.get("html"))
    return "\n".join(str(getattr(element, "value", None) or element.proto.body) for kind in kinds for element in kind)


def button(app, label):
    return next(one for one in app.button if one.label == label)


def field(app, label):
    return next(one for one in (*app.text_input, *app.text_area, *app.date_input, *app.checkbox, *app.selectbox, *app.radio) if one.label == label)


def whole(app) -> None:
    assert [error.value for error in app.exception] == []


def test_the_list_shows_ones_own_cases_and_counts_states(place, screen):
    place.submitted()
    actions.save_draft(place.nominator, place.deed(title="Hiến máu"))
    app = screen(place.nominator, "pages/nominations/list.py")
    whole(app)
    assert list(app.dataframe[0].value["Mã"]) == ["VT-2026-0002", "VT-2026-0001"]
    stranger = screen(people.actor(Role.NOMINATOR, unit=world.unit()), "pages/nominations/list.py")
    assert "Chưa có đề nghị nào" in said(stranger)


@pytest.mark.proves("F04.02", "F04.04", "F05.01")
def test_a_deed_is_typed_asked_about_kept_and_sent(place, screen):
    namesake = world.person("Lê Văn Tòng", unit_id=world.unit("Chi bộ Sở Tài chính"), title="Chuyên viên", birth_year=1991)
    app = screen(place.nominator, "pages/nominations/deed.py")
    whole(app)
    field(app, "Họ và tên").set_value("Lê Văn Tòng").run()
    assert "Có 2 người cùng tên trong danh sách" in said(app)
    choice = field(app, "Người cùng tên")
    assert choice.value is None
    choice.set_value(str(place.person)).run()
    field(app, "Việc tốt trong một câu").set_value("Trả lại tiền nhặt được").run()
    field(app, "Ngày làm việc tốt").set_value(date(2026, 12, 21)).run()
    assert "Ngày này chưa tới" in said(app)
    again = screen(place.nominator, "pages/nominations/deed.py")
    assert (field(again, "Việc tốt trong một câu").value, field(again, "Người cùng tên").value) == ("Trả lại tiền nhặt được", str(place.person))
    field(again, "Ngày làm việc tốt").set_value(date(2026, 11, 20))
    field(again, "Nơi làm").set_value("Bến xe")
    field(again, "Kể lại việc làm").set_value("Anh giữ nguyên túi và trao lại. " * 5)
    button(again, "Gửi cấp uỷ xác nhận").click().run()
    whole(again)
    assert "Anh/chị cho người được đề nghị biết" in said(again)
    assert actions.find(place.nominator).total == 0
    field(again, "Người được đề nghị đã biết và đồng ý").set_value(True)
    button(again, "Gửi cấp uỷ xác nhận").click().run()
    whole(again)
    (sent,) = actions.find(place.nominator).rows
    assert (sent.state, sent.title) == (State.SUBMITTED, "Trả lại tiền nhặt được")
    assert actions.get(place.nominator, sent.id).person_id == place.person != namesake


@pytest.mark.parametrize(("kind", "file"), (("deed", "pages/nominations/deed.py"), ("achievement", "pages/nominations/achievement.py"), ("model", "pages/models/register.py")))
def test_a_form_in_which_nobody_typed_keeps_no_draft(place, screen, kind, file):
    app = screen(place.nominator, file)
    whole(app)
    app.run()
    assert actions.kept_draft(place.nominator, kind, None) is None
    assert "Đã lưu nháp" not in said(app)


@pytest.mark.proves("F04.04")
def test_what_a_case_cannot_hold_yet_stays_typed_after_saving(place, screen):
    app = screen(place.nominator, "pages/nominations/deed.py")
    next(one for one in app.segmented_control if one.label == "Người được nêu gương là").set_value("household").run()
    field(app, "Chủ hộ").set_value("Trần Văn Khởi").run()
    button(app, "Lưu nháp").click().run()
    whole(app)
    (draft,) = actions.find(place.nominator).rows
    assert draft.recipient_name == ""
    again = screen(place.nominator, "pages/nominations/deed.py", id=draft.id)
    whole(again)
    assert field(again, "Chủ hộ").value == "Trần Văn Khởi"


def test_what_was_typed_over_an_older_version_undoes_nobodys_change(place, screen):
    sent = place.submitted()
    back = actions.send_back(place.leader, sent.id, sent.version, [Reason("", "Sửa nơi làm.")])
    app = screen(place.nominator, "pages/nominations/deed.py", id=back.id)
    field(app, "Nơi làm").set_value("Bến xe cũ").run()
    colleague = people.actor(Role.NOMINATOR, unit=place.unit)
    data = actions.as_input(back)
    actions.change(colleague, back.id, back.version, replace(data, deed=replace(data.deed, place="Bến xe Phú Lộc")))
    again = screen(place.nominator, "pages/nominations/deed.py", id=back.id)
    assert field(again, "Nơi làm").value == "Bến xe Phú Lộc"


def test_a_newcomer_is_added_once_however_often_the_draft_is_saved(place, screen):
    app = screen(place.nominator, "pages/nominations/deed.py")
    field(app, "Họ và tên").set_value("Phan Văn Đạt").run()
    field(app, "Chức vụ, công việc").set_value("Bảo vệ")
    field(app, "Đơn vị công tác").set_value(str(place.unit)).run()
    button(app, "Lưu nháp").click().run()
    whole(app)
    (draft,) = actions.find(place.nominator).rows
    again = screen(place.nominator, "pages/nominations/deed.py", id=draft.id)
    button(again, "Lưu nháp").click().run()
    whole(again)
    assert people_actions.find(place.nominator, "Phan Văn Đạt").total == 1


def test_a_case_shows_only_the_verbs_of_its_reader(place, screen):
    sent = place.submitted()
    buttons = {
        who: {one.label for one in screen(reader, "pages/nominations/case.py", id=sent.id).button}
        for who, reader in (("nominator", place.nominator), ("leader", place.leader), ("watcher", people.actor(Role.LEADER, unit=place.unit)))
    }
    assert buttons["nominator"] == {"Thu hồi về sửa…", "Rút hồ sơ…", "Gửi trao đổi"}
    assert buttons["leader"] == {"Xác nhận", "Trả lại người lập…", "Gửi trao đổi"}
    assert buttons["watcher"] == set()
    hidden = screen(place.secretary, "pages/nominations/case.py", id=sent.id)
    assert "Không tìm thấy nội dung này" in said(hidden)
    assert "Trả lại 85" not in said(hidden)


def test_the_leader_endorses_and_sends_back_from_the_page(place, screen):
    sent = place.submitted()
    app = screen(place.leader, "pages/nominations/case.py", id=sent.id)
    button(app, "Trả lại người lập…").click().run()
    field(app, "Cần sửa gì").set_value("Nêu rõ kết quả.")
    button(app, "Trả lại").click().run()
    whole(app)
    back = actions.get(place.nominator, sent.id)
    assert (back.state, back.reasons[0].sentence) == (State.RETURNED, "Nêu rõ kết quả.")
    assert "Nêu rõ kết quả." in said(screen(place.nominator, "pages/nominations/case.py", id=sent.id))
    again = actions.submit(place.nominator, back.id, back.version)
    app = screen(place.leader, "pages/nominations/case.py", id=again.id)
    button(app, "Xác nhận").click().run()
    assert actions.get(place.leader, sent.id).state is State.ENDORSED


def test_peoples_words_are_never_markup(place, screen):
    sent = place.submitted(title="<script>alert(1)</script> **đậm** [x](javascript:1)")
    app = screen(place.leader, "pages/nominations/case.py", id=sent.id)
    whole(app)
    assert "<script>" not in "\n".join(element.proto.body for element in app.get("html"))
    assert app.title[0].value == "Lê Văn Tòng\\: \\<script\\>alert\\(1\\)\\</script\\> \\*\\*đậm\\*\\* \\[x\\]\\(javascript\\:1\\)"


def test_an_account_without_a_unit_has_no_such_screen(place, screen):
    place.endorsed()
    app = screen(people.nobody())
    whole(app)
    assert "chưa có vai trò nào" in said(app)
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        app.switch_page(str(ROOT / "pages/nominations/list.py"))


@pytest.mark.proves("F03.01")
def test_a_model_is_registered_and_approved_on_screen(place, screen):
    campaign = world.campaign(place.issuer, units=(place.unit,))
    app = screen(place.nominator, "pages/models/register.py")
    whole(app)
    button(app, "Gửi đăng ký").click().run()
    assert "Anh/chị điền mục" in said(app)
    made = models.register(
        place.nominator, MODEL.__class__(**{**MODEL.__dict__, "unit_id": place.unit, "nominee": Nominee(RecipientKind.COLLECTIVE, unit_id=place.unit)}), campaign
    )
    app = screen(place.secretary, "pages/models/model.py", id=made.year.id)
    whole(app)
    button(app, "Duyệt đăng ký").click().run()
    assert models.get(place.secretary, made.year.id).year.state == "approved"
    whole(screen(place.leader, "pages/models/list.py"))


@pytest.mark.proves("F02.01", "F02.02")
def test_a_campaign_is_prepared_and_launched_on_screen(place, screen):
    app = screen(place.secretary, "pages/campaigns/edit.py")
    whole(app)
    button(app, "Lưu").click().run()
    assert "Anh/chị nhập tên phong trào" in said(app)
    field(app, "Tên phong trào").set_value("Việc tốt quanh ta")
    button(app, "Lưu").click().run()
    whole(app)
    (row,) = campaigns.find(place.secretary).rows
    app = screen(place.secretary, "pages/campaigns/campaign.py", id=row.id)
    button(app, "Phát động…").click().run()
    button(app, "Phát động").click().run()
    whole(app)
    assert [line.unit_id for line in campaigns.units_of(place.secretary, row.id)] == [place.unit]
    whole(screen(place.nominator, "pages/campaigns/list.py"))
    made = campaigns.save(place.secretary, campaign_typed(place.issuer))
    whole(screen(place.secretary, "pages/campaigns/edit.py", id=made.id))


def test_work_waits_on_the_first_screen(place, screen):
    place.submitted()
    assert "chờ anh/chị xác nhận" in said(screen(place.leader))
    assert "chờ lãnh đạo đơn vị xác nhận" in said(screen(place.nominator))
    assert actions.find(place.leader, Filters()).total == 1
