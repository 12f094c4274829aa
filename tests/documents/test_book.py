import io

import pytest
from fpdf import FPDF
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from documents.book import Part, dossier_book


def pdf(pages: int, *, size="A4", rotate=0) -> bytes:
    made = FPDF(format=size)
    made.set_font("Helvetica", size=20)
    for i in range(pages):
        made.add_page()
        made.cell(0, 10, f"foreign {i + 1}")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(bytes(made.output()))))
    for page in writer.pages:
        page.rotate(rotate)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3_000, 2_000), "teal").save(out, "JPEG")
    return out.getvalue()


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(1))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def texts(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def test_contents_name_the_page_where_each_part_begins():
    book = dossier_book(
        (
            Part("Bà H’Hen Niê", (("Đơn vị", "Sở Dân tộc"),)),
            Part("Báo cáo", pdf(3), level=2),
            Part("Ảnh", picture(), level=2),
            Part("Ông Y Bliă", "Một\nHai"),
        ),
        subtitle="Phiên họp ngày 28/10/2026",
    )
    pages = texts(book)
    assert pages[0].split("\n")[:6] == [
        "Hồ sơ trình Hội đồng",
        "Phiên họp ngày 28/10/2026",
        "Bà H’Hen Niê 2",
        "Báo cáo 3",
        "Ảnh 6",
        "Ông Y Bliă 7",
    ]
    assert len(pages) == 7
    assert pages[1].split("\n") == ["Bà H’Hen Niê", "Đơn vị", "Sở Dân tộc", "2 / 7"]
    assert [page.split("\n") for page in pages[2:5]] == [[f"foreign {i}", f"{i + 2} / 7"] for i in (1, 2, 3)]
    assert pages[6].split("\n") == ["Ông Y Bliă", "Một", "Hai", "7 / 7"]


def test_bookmarks_nest_what_belongs_to_a_case():
    outline = PdfReader(io.BytesIO(dossier_book((Part("A", "a"), Part("B", "b", level=2), Part("C", "c"))))).outline
    assert [item.title if not isinstance(item, list) else [inner.title for inner in item] for item in outline] == [
        "A",
        ["B"],
        "C",
    ]


def test_long_contents_take_several_pages_and_still_count_right():
    pages = texts(dossier_book(Part(f"Hồ sơ {i}", "x") for i in range(1, 61)))
    assert len(pages) == 63
    assert "Hồ sơ 60 63" in pages[2]


@pytest.mark.parametrize(
    "content",
    (b"%PDF-1.7 broken", locked(), b"\xff\xd8 not a picture", b""),
    ids=("broken", "locked", "picture", "empty"),
)
def test_what_cannot_be_read_is_said_in_its_place(content):
    pages = texts(dossier_book((Part("Tệp", content), Part("Sau", "còn"))))
    assert "Không đọc được tệp này" in pages[1]
    assert pages[2].split("\n") == ["Sau", "còn", "3 / 3"]


def test_turned_and_large_pages_get_their_number_upright():
    pages = texts(dossier_book((Part("Ngang", pdf(1, size="A3", rotate=90)),)))
    assert "2 / 2" in pages[1]


def test_letters_that_the_face_lacks_do_not_stop_the_book():
    assert "Đánh dấu ? tốt" in texts(dossier_book((Part("A", "Đánh dấu ☐ tốt"),)))[1]


def test_empty_book_is_refused():
    with pytest.raises(ValueError, match="Chưa có hồ sơ nào"):
        dossier_book(())


def test_number_stands_at_the_foot_of_a_page_whose_box_does_not_begin_at_zero():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(1))))
    writer.pages[0].cropbox = writer.pages[0].mediabox = RectangleObject((100, 200, 500, 700))
    out = io.BytesIO()
    writer.write(out)
    places = []
    page = PdfReader(io.BytesIO(dossier_book((Part("A", out.getvalue()),)))).pages[1]
    page.extract_text(visitor_text=lambda text, cm, tm, *_: places.append((text.strip(), cm, tm)))
    matrix = next(cm for text, cm, _ in places if text.startswith("2"))
    assert matrix[4:] == [100.0, 200.0]


def test_a_picture_of_too_many_pixels_is_not_opened():
    out = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(out, "PNG")
    assert "Không đọc được tệp này" in texts(dossier_book((Part("Ảnh", out.getvalue()),)))[1]


def test_long_titles_end_with_dots_in_the_contents():
    assert "… 2" in texts(dossier_book((Part("Tấm gương sáng " * 20, "x"),)))[0]
