"""Whatever people type, papers open again and say it."""

import io
from dataclasses import replace

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from documents import letters, sheets
from documents.book import Part, dossier_book
from documents.decision import decision
from tests.documents import samples
from tests.documents.reading import lines

anything = st.text(st.characters(), max_size=60)


@settings(max_examples=15, deadline=None)
@given(anything, anything, anything)
def test_a_decision_opens_again(name, achievement, about):
    line = replace(samples.LINES[0], name=name, achievement=achievement, unit=about)
    made = lines(decision(replace(samples.PARTY_DECISION, lines=(line,), about=about, executors=name)))
    assert "Nguyễn Thị Minh Hạnh" in made


@settings(max_examples=15, deadline=None)
@given(st.lists(anything, min_size=1, max_size=3), anything)
def test_a_letter_opens_again(paragraphs, place):
    head = replace(samples.PARTY_HEAD, issuer=replace(samples.PARTY, place=place, name=place))
    assert (
        lines(letters.award_letter(replace(samples.LETTER, paragraphs=tuple(paragraphs), head=head)))[-1]
        == "Nguyễn Thị Minh Hạnh"
    )


@settings(max_examples=15, deadline=None)
@given(st.lists(anything, min_size=1, max_size=4))
def test_a_sheet_opens_again_and_holds_only_text(values):
    data = sheets.table(values[0], [sheets.SheetColumn(title) for title in values], [values], subtitle=values[-1])
    row = next(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(min_row=5 if values[-1] else 4))
    sheets.csv_table(values, [values])
    assert {cell.data_type for cell in row} <= {"s", "n"}
    assert not [cell for cell in row if cell.data_type == "n" and cell.value is not None]


@settings(max_examples=15, deadline=None)
@given(anything, anything)
def test_a_book_is_made_of_any_text(title, text):
    assert len(PdfReader(io.BytesIO(dossier_book((Part(title, text), Part("B", ((title, text),)))))).pages) >= 3


GOOD_PDF = dossier_book((Part("A", "một"), Part("B", "hai")))


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_a_spoiled_pdf_never_stops_the_book(data):
    spoiled = bytearray(GOOD_PDF[: data.draw(st.integers(10, len(GOOD_PDF)))])
    for _ in range(data.draw(st.integers(0, 30))):
        spoiled[data.draw(st.integers(8, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    assert len(PdfReader(io.BytesIO(dossier_book((Part("A", bytes(spoiled)), Part("B", "còn"))))).pages) >= 3
