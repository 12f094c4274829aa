"""Rules of the print shop as tables: doubtful spellings, the ledger of blanks, hints for the reader, order and files."""

from uuid import uuid4

import pytest

from certificates import Facts
from recognition.issuing import shop_rules
from recognition.issuing.shop_terms import CallOrder, StockKind
from recognition.issuing.terms import Published


@pytest.mark.proves("N08")
@pytest.mark.parametrize(
    ("name", "said"),
    (
        ("Nguyễn Thị Ánh", ""), ("Nguyên Thị Ánh", "Nguyễn"), ("Nguyen Thi Anh", "Nguyễn"), ("Trân Văn Bình", "Trần"), ("Đô Văn Bình", ""), ("Đặng Quang Khải", ""),
        ("Y Bliă Êban", ""), ("Lê Văn Tòng", ""), ("Le Văn Tòng", "Lê"),
    ),
)  # fmt: skip
def test_a_family_name_that_lost_a_mark_is_asked_about(name, said):
    sentence = shop_rules.family_name(name)
    assert (said in sentence, bool(sentence)) == (True, bool(said))


@pytest.mark.proves("N08")
@pytest.mark.parametrize(
    ("facts", "fields"),
    (
        (Facts(recipient="Trần Thị Ánh", unit="Chi bộ Trạm Y tế", achievement="Đã cứu người"), []),
        (Facts(recipient="TRẦN THỊ ÁNH"), ["Họ tên"]),
        (Facts(recipient="Trần  Thị Ánh"), ["Họ tên"]),
        (Facts(recipient="Trần Thị Ánh", achievement="Góp phần xây dựng khu phố hòa thuận, an toàn, hoà giải nhiều việc"), ["Thành tích"]),
        (Facts(recipient="Trần Thị Ánh", unit="Đảng uỷ xã Ðông Hà"), ["Đơn vị"]),
        (Facts(recipient="Trân Thị Ánh", achievement="Có nhiều quý 😀"), ["Thành tích", "Họ tên"]),
    ),
)
def test_doubtful_places_of_a_slip(facts, fields):
    assert [doubt.field for doubt in shop_rules.doubts(facts)] == fields


def test_a_slip_has_another_hash_when_one_letter_differs():
    one, other = Facts(recipient="Trần Thị Ánh"), Facts(recipient="Trần Thị Anh")
    assert len({shop_rules.content_hash([one]), shop_rules.content_hash([other]), shop_rules.content_hash([one, other])}) == 3


@pytest.mark.proves("N06")
@pytest.mark.parametrize(
    ("kind", "sheets", "left", "allowed"),
    ((StockKind.RECEIVED, 500, 0, True), (StockKind.USED, 10, 10, True), (StockKind.USED, 11, 10, False), (StockKind.SPOILED, 1, 0, False), (StockKind.RETURNED, 3, 2, False)),
)
def test_no_more_sheets_go_than_are_there(kind, sheets, left, allowed):
    assert (shop_rules.may_book(kind, sheets, left) == "") is allowed


@pytest.mark.proves("N06")
@pytest.mark.parametrize(
    ("booked", "printed", "spoiled", "register", "sentences"),
    ((149, 149, 3, 3, 0), (100, 149, 3, 3, 1), (150, 149, 3, 3, 1), (149, 149, 1, 3, 1), (100, 149, 0, 3, 2), (0, 0, 0, 0, 0)),
)
def test_ledger_and_register_agree_or_it_is_said(booked, printed, spoiled, register, sentences):
    assert len(shop_rules.agreement(booked, printed, spoiled, register)) == sentences


@pytest.mark.proves("N27")
@pytest.mark.parametrize(
    ("name", "merit", "said"),
    (
        ("Nguyễn Thị Ngọc Ánh", "Đã cứu người", ""),
        ("Y Bliă Êban", "Đã cứu người", "hỏi trước cách đọc «Bliă Êban»"),
        ("Công ty TNHH Một thành viên", "", "TNHH đọc là «trách nhiệm hữu hạn»"),
        ("Lê Văn Tòng", "Hiến 1.250 m² đất", "m² đọc là «mét vuông»; 1.250 đọc là «một nghìn hai trăm năm mươi»"),
        ("Lê Văn Tòng", "Nhiệm vụ năm 2026", ""),
    ),
)
def test_hints_for_the_reader(name, merit, said):
    assert shop_rules.hint(name, merit) == said


@pytest.mark.parametrize("name", ("Nguyễn Đức Hoàng Phúc", "Trịnh Quang Khuê", "Huỳnh Thị Nghiêng", "Giàng Quỳnh", "Võ Thuý Uyên", "Đỗ Khuyến", "Lý Gia Hoàn", "Phan Xuân Trường"))
def test_ordinary_names_need_no_hint(name):
    assert shop_rules.hint(name) == ""


@pytest.mark.proves("N27")
def test_by_unit_the_decisions_own_order_stays_within_the_unit():
    rows = [("Đảng ủy B", 1), ("Chi bộ A", 2), ("Đảng ủy B", 3), ("Chi bộ A", 4)]
    placed = sorted(shop_rules.called(CallOrder.UNIT, line, unit, "Giấy khen", "individual") for unit, line in rows)
    assert [(group, line) for _, group, line in placed] == [("Chi bộ A", 2), ("Chi bộ A", 4), ("Đảng ủy B", 1), ("Đảng ủy B", 3)]


@pytest.mark.parametrize(("total", "most", "cut"), ((0, 50, []), (50, 50, [(1, 50)]), (120, 50, [(1, 50), (51, 100), (101, 120)])))
def test_files_of_at_most_fifty(total, most, cut):
    assert [(first, last) for _, first, last in shop_rules.chunks([("a", total)], most)] == cut


@pytest.mark.parametrize(
    ("model", "wording", "shown"),
    (
        ("", "Đã cứu hai học sinh", "Đã cứu hai học sinh"),
        ("Bò giống xoay vòng", "Đã có thành tích xuất sắc", "Mô hình «Bò giống xoay vòng»: Đã có thành tích xuất sắc"),
        ("Bò giống xoay vòng", "Có thành tích với mô hình «BÒ GIỐNG xoay vòng»", "Có thành tích với mô hình «BÒ GIỐNG xoay vòng»"),
    ),
)
def test_the_public_page_names_a_model_once(model, wording, shown):
    assert Published(uuid4(), "Chi bộ", model, wording, "").subject == shown
