"""Lists in, on both engines: nothing stored unseen, every row accounted for, questions asked, rows imported, undone, sent back."""

import io
from datetime import date
from uuid import uuid4

import openpyxl
import pytest

from db import blobs
from recognition.hall import place
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale, Unavailable
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, State
from recognition.lists import actions
from recognition.lists.terms import CONVERT, FONTS, KEEP, Column, Figures, Imported, Kind, Returned, RowState, Standing
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Filters, Subject
from recognition.people import actions as people_actions
from recognition.people.terms import KeyKind
from tests.lists.conftest import DONE, line
from tests.support import lists, people, world


def figures(desk, batch):
    return actions.get(desk.nominator, batch.id)[1]


def questions(row):
    return [(finding.question, [option.label for option in finding.options]) for finding in row.findings if finding.kind is Kind.ASK]


def wrongs(row):
    return [finding.field for finding in row.findings if finding.kind is Kind.WRONG]


@pytest.mark.proves("F12.02")
def test_a_good_list_is_kept_to_be_seen_and_no_case_or_person_is_made_before_the_import(desk):
    batch = desk.start(line(1, "Nguyễn Thị Lan"), line(2, "Bà Trần Thị Mai", birth="1985"), ("Tổng cộng: 2 người",))
    assert figures(desk, batch) == Figures(good=2, not_data=2)
    assert (nominations.find(desk.nominator).total, people_actions.find(desk.nominator).total) == (0, 0)
    assert [(row.what, row.fields["unit"], row.sources["name"].shown) for row in desk.rows(batch)] == [
        ("Nguyễn Thị Lan", "Chi bộ Trạm Y tế Phú Lộc", "Danh sách, ô B2"),
        ("Trần Thị Mai", "Chi bộ Trạm Y tế Phú Lộc", "Danh sách, ô B3"),
    ]
    assert actions.import_some(desk.nominator, batch.id) == Imported(2, 0, 0)
    made = nominations.find(desk.nominator, Filters(states=(State.DRAFT,))).rows
    assert sorted((row.recipient_name, row.award_name, row.subject) for row in made) == [
        ("Nguyễn Thị Lan", "Giấy khen", Subject.ACHIEVEMENT),
        ("Trần Thị Mai", "Giấy khen", Subject.ACHIEVEMENT),
    ]
    case = nominations.get(desk.nominator, made[0].id)
    assert (case.title, case.achievement, case.period_from) == ("Vận động nhân dân hiến 1.250 m² đất làm đường liên ấp", DONE, date(2026, 1, 1))


@pytest.mark.proves("F12.02")
def test_wrong_rows_wait_with_their_reasons_while_the_good_ones_go_in(desk):
    batch = desk.start(
        line(1, "Nguyễn Thị Lan", cccd="001084012345"),
        line(2, "Lê Văn Hai", post=None, cccd="001084012347"),
        line(3, "Lê Văn Ba", done=None, cccd="001084012346"),
        line(4, "Lê Văn Tư", unit="Chi bộ Trạm Y tế Phú Lộc", cccd="12345"),
    )
    assert [wrongs(row) for row in desk.rows(batch)] == [[], ["post"], ["title", "achievement"], ["id_number"]]
    assert actions.import_some(desk.nominator, batch.id).cases == 1
    assert figures(desk, batch) == Figures(wrong=3, imported=1, not_data=1)
    second = desk.rows(batch)[1]
    mended = actions.change(desk.nominator, second.id, second.version, {"post": "Kế toán"})
    assert (mended.standing, mended.fields["post"], mended.sources["post"].shown) == (Standing.GOOD, "Kế toán", "sửa trên màn hình")
    with pytest.raises(Stale):
        actions.change(desk.nominator, second.id, second.version, {"post": "Thủ quỹ"})
    assert actions.import_some(desk.nominator, batch.id).cases == 1


@pytest.mark.proves("F01.02", "F01.06")
def test_somebody_of_the_same_name_is_asked_about_and_a_known_number_is_sure(desk):
    known = world.person("Nguyễn Thị Lan", unit_id=desk.unit, birth_date=date(1984, 3, 5))
    batch = desk.start(line(1, "Nguyen Thi Lan"))
    row = desk.rows(batch)[0]
    assert questions(row) == [("person", ["Là Nguyễn Thị Lan, sinh 05/03/1984, Y sĩ, Chi bộ Trạm Y tế Phú Lộc", "Là người khác, chưa có trong danh sách"])]
    with pytest.raises(Invalid):
        actions.answer(desk.nominator, row.id, row.version, "person", str(uuid4()))
    row = actions.answer(desk.nominator, row.id, row.version, "person", str(known))
    assert row.standing is Standing.GOOD
    actions.import_some(desk.nominator, batch.id)
    assert people_actions.find(desk.nominator).total == 1
    first = desk.start(line(1, "Hồ Văn Sáu", cccd="001084012345"), name="a.xlsx")
    actions.import_some(desk.nominator, first.id)
    again = desk.start(line(1, "HỒ VĂN SÁU", cccd="1084012345", birth=None), name="b.xlsx", title="Hiến đất làm đường")
    assert questions(desk.rows(again)[0]) == []
    other = desk.start(line(1, "Hồ Thị Bảy", cccd="001084012345"), name="c.xlsx")
    assert [name for name, _ in questions(desk.rows(other)[0])] == ["number"]


def test_a_number_of_identity_is_nowhere_in_clear(desk):
    batch = desk.start(line(1, "Hồ Văn Sáu", cccd="001084012345"))
    row = desk.rows(batch)[0]
    assert row.fields["id_number"] == "…345"
    with reading(None) as t:
        kept = t.one("select * from list_row where batch_id = $1", batch.id)
    assert not any("084012345" in str(value) for value in kept.values())
    actions.import_some(desk.nominator, batch.id)
    assert people_actions.person_with_number(desk.nominator, KeyKind.CITIZEN_ID, "001084012345").name == "Hồ Văn Sáu"


@pytest.mark.proves("F01.06")
def test_a_name_twice_in_one_list_is_asked_about_once(desk):
    batch = desk.start(line(1, "Nguyễn Thị Lan"), line(2, "Nguyễn Thị Lan", birth="1984"), line(3, "Nguyễn Thị Lan", birth="1990"))
    first, second, third = desk.rows(batch)
    assert [questions(row) for row in (first, third)] == [[], []]
    assert questions(second) == [("twin", ["Là hai người khác nhau"])]
    left = actions.leave_out(desk.nominator, second.id, second.version)
    assert (left.state, figures(desk, batch)) == (RowState.LEFT_OUT, Figures(good=2, left_out=1, not_data=1))


@pytest.mark.proves("F12.02")
def test_a_unit_and_an_award_that_nobody_knows_are_asked_about_once_for_all_rows(desk):
    ward = world.unit("Chi bộ Phòng Kế toán", parent=desk.unit)
    batch = desk.start(
        line(1, "Nguyễn Thị Lan", unit="Chi bộ P. Kế toán", award="giấy khenn"), line(2, "Lê Văn Hai", unit="Chi bộ P. Kế toán", award="giấy khenn")
    )
    first = desk.rows(batch)[0]
    assert [name for name, _ in questions(first)] == ["unit:chi bo p. ke toan", "award:individual:giay khenn"]
    assert questions(first)[0][1] == ["Chi bộ Phòng Kế toán", "Một bộ phận của Chi bộ Trạm Y tế Phú Lộc"]
    assert questions(first)[1][1] == ["Giấy khen"]
    first = actions.answer(desk.nominator, first.id, first.version, "unit:chi bo p. ke toan", str(ward))
    first = actions.answer(desk.nominator, first.id, first.version, "award:individual:giay khenn", str(desk.award))
    assert [row.standing for row in desk.rows(batch)] == [Standing.GOOD, Standing.GOOD]
    actions.import_some(desk.nominator, batch.id)
    assert {person.unit_id for person in people_actions.find(desk.nominator).rows} == {ward}


def test_what_is_assumed_is_said_in_the_row(desk):
    batch = desk.start(line(1, "Nguyễn Thị Lan", unit=None, award=None), award_type_id=desk.award)
    row = desk.rows(batch)[0]
    assert (row.standing, [finding.sentence for finding in row.findings if finding.kind is Kind.NOTE]) == (
        Standing.GOOD,
        [
            "Không ghi đơn vị; hiểu là thuộc «Chi bộ Trạm Y tế Phú Lộc», đơn vị gửi danh sách.",
            "Không ghi hình thức; dùng «Giấy khen» đã chọn cho cả danh sách.",
        ],
    )
    none = desk.start(line(1, "Lê Văn Hai", award=None), name="hai.xlsx")
    assert wrongs(desk.rows(none)[0]) == ["award_form"]


@pytest.mark.proves("F05.06")
def test_the_same_achievement_proposed_again_is_blocked_and_names_who_did_it_luat_dieu_5(desk):
    first = desk.start(line(1, "Nguyễn Thị Lan", cccd="001084012345"))
    actions.import_some(desk.nominator, first.id)
    assert actions.send_all(desk.nominator, first.id) == []
    second = desk.start(line(1, "Nguyễn Thị Lan", cccd="001084012345", post="Bác sĩ"), name="lần hai.xlsx")
    row = desk.rows(second)[0]
    assert row.standing is Standing.WRONG
    assert any("đã được đề nghị cho đúng đối tượng này ở hồ sơ TT-2026-0001 của Chi bộ Trạm Y tế Phú Lộc" in finding.sentence for finding in row.findings)


def test_a_deadline_of_the_campaign_and_a_hold_keep_rows_back(desk):
    held = world.person("Lê Văn Hai", unit_id=desk.unit, birth_date=date(1984, 3, 5))
    with transaction(None) as t:
        t.run(
            "insert into hold (id, nomination_id, person_id, unit_id, reason, paper, from_date, to_date, cleared_paper, recorded_by, version)"
            " values ($1, null, $2, null, 'Đang xác minh', '12-CV', $3, null, null, $4, 1)",
            uuid4(), held, date(2026, 11, 1), uuid4(),
        )  # fmt: skip
    batch = desk.start(line(1, "Lê Văn Hai"), line(2, "Nguyễn Thị Lan"))
    row = desk.rows(batch)[0]
    row = actions.answer(desk.nominator, row.id, row.version, "person", str(held))
    assert [wrongs(each) for each in desk.rows(batch)] == [["name"], []]
    with transaction(None) as t:
        t.run("insert into campaign_deadline (id, campaign_id, stage, day) values ($1, $2, 'nominate', $3)", uuid4(), desk.campaign, date(2026, 11, 20))
    assert actions.check_again(desk.nominator, batch.id) == 2
    assert [wrongs(each) for each in desk.rows(batch)] == [["campaign_id", "name"], ["campaign_id"]]


@pytest.mark.proves("F12.02")
def test_a_whole_import_is_undone_unless_a_case_went_on(desk):
    batch = desk.start(line(1, "Nguyễn Thị Lan"), line(2, "Lê Văn Hai"))
    actions.import_some(desk.nominator, batch.id)
    actions.send_all(desk.nominator, batch.id)
    key = uuid4()
    assert actions.undo(desk.nominator, batch.id, batch.version, key) == 2
    with pytest.raises(AlreadyDone):
        actions.undo(desk.nominator, batch.id, batch.version, key)
    assert {row.state for row in nominations.find(desk.nominator).rows} == {State.WITHDRAWN}
    assert figures(desk, batch) == Figures(undone=2, not_data=1)
    again = desk.start(line(1, "Phạm Văn Ba"), name="ba.xlsx")
    actions.import_some(desk.nominator, again.id)
    with transaction(None) as t:
        t.run("update nomination set state = 'accepted' where state = 'draft'")
    with pytest.raises(Invalid) as refused:
        actions.undo(desk.nominator, again.id, again.version)
    assert refused.value.sentence.startswith("1 hồ sơ đã được tiếp nhận")


@pytest.mark.proves("F12.04", "N23")
def test_the_units_own_workbook_comes_back_marked_and_only_changed_rows_are_read_again(desk):
    batch = desk.start(
        line(1, "Nguyễn Thị Lan", cccd="001084012345"), line(2, "Lê Văn Hai", post=None, cccd="001084012346"), line(3, "Phạm Văn Ba", cccd="12345")
    )
    actions.import_some(desk.nominator, batch.id)
    data, name = actions.marked(desk.nominator, batch.id)
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Danh sách"]
    assert (name, {cell.coordinate for cells in sheet.iter_rows() for cell in cells if cell.comment}) == ("Cần sửa - danh sách.xlsx", {"B3", "H4"})
    sheet["D3"] = "Kế toán"
    sheet["D2"] = "Bác sĩ"  # was imported before
    sheet.append(line(4, "Hồ Thị Bốn"))
    out = io.BytesIO()
    book.save(out)
    version = actions.get(desk.nominator, batch.id)[0].version
    back = actions.take_back(desk.nominator, batch.id, version, "đã sửa.xlsx", out.getvalue())
    assert back == Returned(1, 1, 0, 1, ("Dòng 2: Nguyễn Thị Lan",))
    assert [(row.what, row.standing, row.state) for row in desk.rows(batch)] == [
        ("Nguyễn Thị Lan", Standing.GOOD, RowState.IMPORTED),
        ("Lê Văn Hai", Standing.GOOD, RowState.WAITING),
        ("Phạm Văn Ba", Standing.WRONG, RowState.WAITING),
        ("Hồ Thị Bốn", Standing.GOOD, RowState.WAITING),
    ]


@pytest.mark.proves("F12.01", "N23")
def test_columns_are_given_another_meaning_and_the_unit_keeps_it(desk):
    head = ("STT", "Ông/Bà nào", "Làm gì", "Ở đâu", "Khen gì", "Kể ra")
    data = lists.workbook(
        {
            "Sheet1": [
                ("STT", "Họ và tên", "Làm gì", "Đơn vị", "Hình thức đề nghị", "Kể ra"),
                (1, "Nguyễn Thị Lan", "Y sĩ", "Chi bộ Trạm Y tế Phú Lộc", "Giấy khen", DONE),
            ]
        }
    )
    batch = actions.start(desk.nominator, desk.asked(), "lạ.xlsx", data)
    assert len(head) == len(batch.columns)
    meant = {"Làm gì": "post", "Kể ra": "achievement"}
    columns = [Column(each.sheet, each.heading, meant.get(each.heading, each.field), 1.0) for each in batch.columns]
    batch = actions.remap(desk.nominator, batch.id, batch.version, columns)
    assert (desk.rows(batch)[0].fields["post"], desk.rows(batch)[0].standing) == ("Y sĩ", Standing.GOOD)
    later = actions.start(desk.nominator, desk.asked(), "lạ lần hai.xlsx", data + b" ")
    assert desk.rows(later)[0].fields["achievement"] == DONE


@pytest.mark.proves("F01.03")
def test_collectives_and_households_in_one_list(desk):
    world.unit("Chi bộ Ấp 3", parent=desk.unit)
    head = ("STT", "Tên tập thể, cá nhân, hộ gia đình", "Địa chỉ", "Hình thức đề nghị", "Tóm tắt thành tích")
    data = lists.workbook(
        {
            "DS": [
                head,
                ("I", "Tập thể"),
                (1, "Chi bộ Ấp 3", None, "Giấy khen", DONE),
                ("II", "Hộ gia đình"),
                (1, "Ông Lê Văn Chín", "Số 5, thôn Đông, xã Phú Lộc", "Giấy khen", DONE),
            ]
        }
    )
    batch = actions.start(desk.nominator, desk.asked(), "tập thể.xlsx", data)
    assert [(row.what, row.fields["kind"], row.standing) for row in desk.rows(batch)] == [
        ("Chi bộ Ấp 3", "collective", Standing.GOOD),
        ("Lê Văn Chín", "household", Standing.GOOD),
    ]
    actions.import_some(desk.nominator, batch.id)
    assert sorted(row.recipient_name for row in nominations.find(desk.nominator).rows) == ["Chi bộ Ấp 3", "Hộ gia đình Lê Văn Chín"]


def test_one_value_for_all_empty_cells_is_said_to_be_so(desk):
    batch = desk.start(line(1, "Nguyễn Thị Lan", post=None), line(2, "Lê Văn Hai"))
    assert actions.fill(desk.nominator, batch.id, batch.version, "post", "Chuyên viên") == 1
    assert [(row.fields["post"], row.sources["post"].shown) for row in desk.rows(batch)] == [("Chuyên viên", "điền chung"), ("Y sĩ", "Danh sách, ô D3")]


@pytest.mark.parametrize(
    ("changes", "content", "field"),
    (
        ({"told": False}, None, "told"),
        ({"period_to": None}, None, "period_from"),
        ({"campaign_id": None}, None, "issuer_id"),
        ({}, b"", "file"),
        ({}, b"PK\x03\x04 broken", "file"),
    ),
)
def test_what_cannot_begin_is_refused_on_its_field_and_stores_nothing(desk, changes, content, field):
    with pytest.raises(Invalid) as refused:
        actions.start(desk.nominator, desk.asked(**changes), "x.xlsx", desk.file(line(1, "Nguyễn Thị Lan")) if content is None else content)
    assert list(refused.value.fields) == [field]
    assert actions.find(desk.nominator).total == 0


def test_the_same_file_twice_is_noticed(desk):
    data = desk.file(line(1, "Nguyễn Thị Lan"))
    first = actions.start(desk.nominator, desk.asked(), "một.xlsx", data)
    with pytest.raises(Invalid) as refused:
        actions.start(desk.nominator, desk.asked(), "hai.xlsx", data)
    assert "«một.xlsx»" in refused.value.fields["file"]
    actions.drop(desk.nominator, first.id, first.version)
    assert actions.start(desk.nominator, desk.asked(), "hai.xlsx", data).round == 1


@pytest.mark.proves("F15.01")
def test_only_those_who_nominate_in_the_unit_see_and_touch_a_list(desk):
    batch = desk.start(line(1, "Nguyễn Thị Lan"))
    stranger = people.actor(Role.NOMINATOR, unit=world.unit())
    for who in (stranger, desk.secretary, desk.leader):
        with pytest.raises(NotFound):
            actions.get(who, batch.id)
        with pytest.raises(NotFound):
            actions.import_some(who, batch.id)
    with pytest.raises(NotAllowed):
        actions.start(desk.secretary, desk.asked(), "x.xlsx", desk.file(line(1, "A B")))
    assert actions.find(stranger).total == 0


def test_the_template_comes_with_our_words_and_reads_back(desk):
    data, name = actions.template(desk.nominator, desk.campaign)
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Danh sách"]
    for column, value in enumerate(("Cá nhân", "Nguyễn Thị Lan", "Bà", "1985", "Y sĩ", "Chi bộ Trạm Y tế Phú Lộc", None, "Giấy khen", DONE), 1):
        sheet.cell(2, column, value)
    out = io.BytesIO()
    book.save(out)
    batch = actions.start(desk.nominator, desk.asked(), name, out.getvalue())
    assert [(row.what, row.standing) for row in desk.rows(batch)] == [("Nguyễn Thị Lan", Standing.GOOD)]


def old(*rows):
    """A list typed in a TCVN3 font."""
    return [tuple(lists.to_tcvn3(cell) if isinstance(cell, str) else cell for cell in row) for row in rows]


def test_old_fonts_are_asked_about_once_with_a_preview_before_anything_goes_in(desk):
    batch = desk.start(*old(line(1, "Nguyễn Thị Hậu"), line(2, "Trần Văn Bưởi")))
    seen = actions.get(desk.nominator, batch.id)[0]
    assert seen.fonts_open
    named = next(column for column in seen.columns if column.field == "name")
    assert (named.font, named.cells, named.before, named.after) == ("TCVN3 (ABC)", 2, lists.to_tcvn3("Nguyễn Thị Hậu"), "Nguyễn Thị Hậu")
    with pytest.raises(Invalid, match="phông cũ"):
        actions.import_some(desk.nominator, batch.id)

    row = desk.rows(batch)[0]
    actions.change(desk.nominator, row.id, row.version, {"post": "Dược sĩ"})
    answered = actions.answer_fonts(desk.nominator, batch.id, seen.version, convert=True)

    assert (answered.answers[FONTS], actions.get(desk.nominator, batch.id)[0].fonts_open) == (CONVERT, False)
    assert [(row.what, row.fields["post"]) for row in desk.rows(batch)] == [("Nguyễn Thị Hậu", "Dược sĩ"), ("Trần Văn Bưởi", "Y sĩ")]
    assert actions.import_some(desk.nominator, batch.id).cases == 2


def test_the_answer_about_old_fonts_is_remembered_with_the_layout_of_the_unit(desk):
    first = desk.start(*old(line(1, "Nguyễn Thị Hậu")))
    actions.answer_fonts(desk.nominator, first.id, first.version, convert=True)
    seen = actions.get(desk.nominator, first.id)[0]
    actions.remap(desk.nominator, first.id, seen.version, seen.columns)

    second = desk.start(*old(line(1, "Trần Văn Bưởi")))

    assert (second.answers, actions.get(desk.nominator, second.id)[0].fonts_open) == ({FONTS: CONVERT}, False)


def test_old_text_may_stay_as_it_is_and_become_unicode_later(desk):
    batch = desk.start(*old(line(1, "Nguyễn Thị Hậu")))
    kept = actions.answer_fonts(desk.nominator, batch.id, batch.version, convert=False)
    assert (kept.answers[FONTS], desk.rows(batch)[0].what) == (KEEP, lists.to_tcvn3("Nguyễn Thị Hậu"))

    actions.answer_fonts(desk.nominator, batch.id, kept.version, convert=True)
    assert desk.rows(batch)[0].what == "Nguyễn Thị Hậu"


def test_a_list_in_unicode_asks_nothing_about_fonts(desk):
    assert not desk.start(line(1, "Nguyễn Thị Hậu")).fonts_open


@pytest.mark.parametrize(("harm", "raised", "said"), ((None, NotFound, "không còn trên máy chủ"), (b"khac", Unavailable, "bị hỏng trên máy chủ")))
def test_an_original_file_that_was_lost_or_damaged_is_said_in_one_sentence(desk, harm, raised, said):
    batch = desk.start(line(1, "Nguyễn Thị Lan"))
    file = blobs.path(place.folder() / "files", batch.blob)
    file.unlink()
    if harm is not None:
        file.write_bytes(harm)
    with pytest.raises(raised, match=f"Tệp gốc {said}"):
        actions.remap(desk.nominator, batch.id, batch.version, batch.columns)


def test_a_contact_or_a_title_too_long_for_a_case_is_said_at_its_row_and_nothing_is_cut(desk):
    row = desk.rows(desk.start(line(1, "Nguyễn Thị Lan")))[0]
    row = actions.change(desk.nominator, row.id, row.version, {"contact": "a" * 150, "phone": "0912 345 678", "email": f"{'b' * 60}@vidu.vn", "title": "c" * 201})
    said = {finding.field: finding.sentence for finding in row.findings if finding.kind is Kind.WRONG}
    assert said == {
        "contact": "Người liên hệ dài 236 ký tự, quá 200 ký tự. Anh/chị rút gọn lại.",
        "title": "Câu nêu việc dài 201 ký tự, quá 200 ký tự. Anh/chị rút gọn lại.",
    }
    row = actions.change(desk.nominator, row.id, row.version, {"contact": "a" * 100, "title": "Hiến đất làm đường"})
    assert row.standing is Standing.GOOD
    actions.import_some(desk.nominator, row.batch_id)
    (made,) = nominations.find(desk.nominator).rows
    assert nominations.get(desk.nominator, made.id).contact == f"{'a' * 100} · 0912 345 678 · {'b' * 60}@vidu.vn"
