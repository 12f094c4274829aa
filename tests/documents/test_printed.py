import io
from datetime import date

import pytest
from pypdf import PdfReader

from documents.printed import table_pdf
from documents.sheets import REGISTER_COLUMNS, SheetColumn


def pages(data: bytes):
    return PdfReader(io.BytesIO(data)).pages


def register(rows: int) -> bytes:
    row = (
        "12-QĐ/ĐU",
        date(2026, 11, 5),
        "Bà H’Hen Niê",
        "Sở Dân tộc và Tôn giáo",
        "Giấy khen",
        "Hướng dẫn 86 hộ",
        760_000,
        None,
        None,
    )
    return table_pdf(
        "SỔ CẤP GIẤY KHEN", REGISTER_COLUMNS, ((i, *row) for i in range(1, rows + 1)), subtitle="Năm 2026", paper="A3"
    )


def test_register_prints_on_a3_with_its_head_and_number_on_each_page():
    made = pages(register(100))
    assert [round(float(side) * 25.4 / 72) for side in made[0].mediabox[2:]] == [420, 297]
    texts = [page.extract_text() for page in made]
    assert len(texts) > 1
    assert all("Họ và tên, tên tập thể" in text for text in texts)
    assert [text.split("\n")[-1] for text in texts] == [f"{i} / {len(texts)}" for i in range(1, len(texts) + 1)]


def test_totals_and_values_are_written_as_people_read_them():
    text = pages(register(3))[0].extract_text()
    assert "05/11/2026" in text
    assert "760.000" in text
    assert "2.280.000" in text
    assert "Bà H’Hen Niê" in text


def test_every_row_is_on_some_page():
    text = "\n".join(
        page.extract_text()
        for page in pages(
            table_pdf("x", (SheetColumn("a"), SheetColumn("b")), ((f"dòng{i}.", "y") for i in range(200)))
        )
    )
    assert [i for i in range(200) if f"dòng{i}." not in text] == []


@pytest.mark.parametrize("text", ("x" * 3_000, "chữ " * 20_000, "☐", ""))
def test_a_monstrous_cell_stays_on_its_page(text):
    made = pages(table_pdf("x", (SheetColumn("a"), SheetColumn("b")), ((text, "y"), ("cuối", "z"))))
    assert "cuối" in made[-1].extract_text()
    assert len(made) <= 3


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="không đủ số cột"):
        table_pdf("x", (SheetColumn("a"),), (("a", "b"),))
