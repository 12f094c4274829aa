"""What a Word file says, read back with python-docx."""

import io

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph


def lines(data: bytes) -> list[str]:
    """Every line of text from top to bottom, tables cell by cell, empty lines left out."""
    return [line for block in Document(io.BytesIO(data)).iter_inner_content() for line in _block(block)]


def _block(block: Paragraph | Table) -> list[str]:
    if isinstance(block, Paragraph):
        return [line for line in block.text.split("\n") if line.strip()]
    return [line for row in block.rows for cell in row.cells for inner in cell.paragraphs for line in _block(inner)]


def tables(data: bytes) -> list[list[list[str]]]:
    """The tables as rows of cell texts; merged cells are repeated."""
    document = Document(io.BytesIO(data))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
