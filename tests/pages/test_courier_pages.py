"""The screens of parcels: what is said before the first one, what a parcel would bring, and that it is taken in from there."""

from datetime import date
from uuid import UUID

import pytest

import parcel
from pages.courier import waiting
from pages.shared import navigation
from recognition.courier import actions, keys
from recognition.hall.transaction import transaction
from recognition.hall.words import State
from recognition.nominations import actions as nominations
from tests.decisions.conftest import DAY, open_office
from tests.pages.test_council_pages import button
from tests.pages.test_shared_frame import everything
from tests.support import cases, people, world
from vietnamese import dates

LIST, SEND, OPEN, PARCEL, PARTNERS = (f"pages/courier/{name}.py" for name in ("list", "send", "open", "parcel", "partners"))
OTHER = parcel.new_keys()
CARD = parcel.card_of(OTHER, "Đảng uỷ xã Phú Lộc")
REF = "6f0c3f7e-3c69-4c37-9b0c-0d1f6b1d4a01"
CASE = {
    "ref": REF, "code": "VT-2026-0007", "subject": "deed", "commendation": "spot", "campaign_name": "", "unit_name": "Chi bộ Trạm Y tế",
    "recipient_ref": "6f0c3f7e-3c69-4c37-9b0c-0d1f6b1d4b01", "recipient_kind": "individual", "recipient_name": "Ngô Đình Phúc",
    "recipient_salutation": "Đồng chí", "recipient_post": "Y sĩ", "recipient_unit": "Chi bộ Trạm Y tế", "recipient_birth_year": 1985,
    "recipient_address": "", "recipient_commune": "", "award_code": "party.giay_khen", "award_name": "Giấy khen", "title": "Cứu hai em nhỏ",
    "achievement": "Đưa từng em vào bờ.", "wording": "", "period_from": None, "period_to": None, "told": True, "publish": False, "publish_basis": "",
    "posthumous": False, "evidence": [],
    "deed": {
        "story": "Đưa từng em vào bờ.", "reason": "Dũng cảm", "place": "Bến sông", "deed_date": "2026-10-20", "known_date": None, "beneficiaries": "",
        "witness": "", "field": None, "papi": [], "democracy": [],
    },
}  # fmt: skip


@pytest.fixture
def office(duck):
    with dates.fixed(DAY):
        yield open_office()


def came(office, number: int, kind: str, content: dict, count: int) -> UUID:
    """A parcel of the other installation, opened here."""
    own = actions.own_card(office.secretary)
    contents = parcel.Contents(f"7f0c3f7e-3c69-4c37-9b0c-0d1f6b1d4c{number:02d}", kind, number, date(2026, 11, 26), content, count)
    return actions.receive(office.secretary, parcel.pack(contents, OTHER, CARD, own)).id


def trusted(office, unit: UUID | None):
    return actions.confirm(office.secretary, CARD, "đồng chí Hà", unit, compared=True)


@pytest.mark.proves("N24")
def test_before_the_first_parcel_the_screen_says_how_two_offices_come_to_trust_each_other(screen, office):
    app = screen(office.secretary, LIST)
    assert not app.exception
    assert "so 24 chữ số của dấu khoá" in everything(app)
    assert "Chưa xác nhận nơi nhận nào" in everything(screen(office.secretary, SEND))
    own = actions.own_card(office.secretary)
    assert own.fingerprint in everything(screen(office.secretary, PARTNERS))


def test_only_a_secretary_has_these_screens(office):
    def mine(who):
        return [entry.file for entry in navigation.for_actor(who) if entry.file.startswith("pages/courier/")]

    assert set(mine(office.secretary)) == {LIST, SEND, OPEN, PARCEL, PARTNERS}
    assert (mine(office.clerk), mine(people.administrator()), mine(people.nobody())) == ([], [], [])


@pytest.mark.proves("N24")
def test_a_strangers_file_is_opened_only_after_the_digits_were_compared(screen, office):
    own = actions.own_card(office.secretary)
    contents = parcel.Contents("7f0c3f7e-3c69-4c37-9b0c-0d1f6b1d4c01", "cases", 1, date(2026, 11, 26), {"cases": [CASE], "withdrawn": []}, 1)
    app = screen(office.secretary, OPEN)
    app.file_uploader(key="courier:parcel").upload("goi.zip", parcel.pack(contents, OTHER, CARD, own)).run()
    assert CARD.fingerprint in everything(app)
    assert "Mở gói" not in [each.label for each in app.button]
    button(app, "Xác nhận nơi này").click().run()
    assert "nghe đọc đủ 24 chữ số" in "".join(each.value for each in app.markdown)
    assert actions.partners(office.secretary) == ()
    app.text_input(key="open:trust:spoken").set_value("đồng chí Hà").run()
    app.selectbox(key="open:trust:unit").set_value(office.unit).run()
    app.checkbox(key="open:trust:compared").check().run()
    button(app, "Xác nhận nơi này").click().run()
    assert not app.exception
    button(app, "Mở gói").click().run()
    assert not app.exception
    assert [row.title for row in waiting.items(office.secretary)] == ["Gói số 1 của Đảng uỷ xã Phú Lộc"]


def test_a_file_that_is_no_parcel_is_refused_in_one_sentence(screen, office):
    app = screen(office.secretary, OPEN)
    app.file_uploader(key="courier:parcel").upload("goi.zip", b"PK khong phai").run()
    assert [each.value for each in app.error] == ["Tệp đã hỏng hoặc chép chưa xong. Anh/chị chép lại từ USB; vẫn không được thì xin nơi gửi làm lại gói."]


@pytest.mark.proves("N24")
def test_a_case_that_came_is_shown_and_taken_in_from_its_screen(screen, office):
    trusted(office, office.unit)
    made = came(office, 1, "cases", {"cases": [CASE], "withdrawn": []}, 1)
    assert [item.title for item in waiting.items(office.secretary)] == ["Gói số 1 của Đảng uỷ xã Phú Lộc"]
    app = screen(office.secretary, PARCEL, id=made)
    assert not app.exception
    assert [list(each.value["Người, tập thể"]) for each in app.dataframe] == [["Ngô Đình Phúc"]]
    button(app, "Nhận 1 hồ sơ").click().run()
    assert not app.exception
    assert "Đã nhận 1 trong 1." in [each.value for each in app.success]
    with transaction(None) as t:
        (row,) = t.all("select id, state, title from nomination")
    assert (row["state"], row["title"]) == (State.ENDORSED, "Cứu hai em nhỏ")
    assert waiting.items(office.secretary) == []
    assert "VT-2026-0007" in nominations.history(office.secretary, row["id"])[0].sentence


@pytest.mark.proves("N24")
def test_what_keeps_a_case_out_is_said_and_the_rest_stays(screen, office):
    trusted(office, office.unit)
    world.person("Ngô Đình Phúc", unit_id=office.unit)
    app = screen(office.secretary, PARCEL, id=came(office, 1, "cases", {"cases": [CASE], "withdrawn": []}, 1))
    button(app, "Nhận 1 hồ sơ").click().run()
    assert "Ở đây đã có người tên Ngô Đình Phúc." in everything(app).replace("\\", "")
    next(each for each in app.selectbox if each.label.startswith("Ngô Đình Phúc")).select_index(1).run()
    button(app, "Nhận 1 hồ sơ").click().run()
    assert "Đã nhận 1 trong 1." in [each.value for each in app.success]


@pytest.mark.proves("N24")
def test_a_result_that_came_is_shown_with_what_keeping_it_does(screen, office):
    sent = office.case("Ngô Đình Phúc", state="accepted")
    partner = trusted(office, None)
    made = actions.send(office.secretary, partner.id, [sent])
    app = screen(office.secretary, PARCEL, id=made.id)
    assert "Gói đã làm xong" in everything(app) + "".join(each.value for each in app.success)
    told = {"ref": str(sent), "code": "x", "stage": "returned", "reasons": ["Ghi rõ bến nào."], "award": None}
    app = screen(office.secretary, PARCEL, id=came(office, 1, "results", {"results": [told]}, 1))
    assert [list(each.value["Khi ghi"]) for each in app.dataframe] == [["Trả hồ sơ về đơn vị để sửa, kèm lý do"]]
    button(app, "Ghi 1 kết quả").click().run()
    assert not app.exception
    assert cases.state_of(sent) == "returned"


def test_a_partner_gets_another_unit_or_is_trusted_no_longer(screen, office):
    trusted(office, office.unit)
    app = screen(office.secretary, PARTNERS)
    assert CARD.fingerprint in everything(app)
    button(app, "Thôi tin thẻ này…").click().run()
    next(each for each in app.text_input if each.label == "Lý do").set_value("Máy bị mất").run()
    button(app, "Thôi tin").click().run()
    assert not app.exception
    assert actions.partners(office.secretary)[0].ended_at is not None


def test_another_key_folder_is_another_fingerprint(office, monkeypatch, tmp_path):
    before = actions.own_card(office.secretary).fingerprint
    assert keys.ensure() == keys.ensure()
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path / "khac"))
    assert actions.own_card(office.secretary).fingerprint != before
