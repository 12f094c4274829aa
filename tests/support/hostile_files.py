"""Broken, lying and malicious files, made in code, and as many good ones. Each entry: name of the case, file name, bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

import xlsxwriter
from PIL import Image
from pypdf import PdfWriter

from tests.support.lists import delimited, word, workbook
from tests.support.messy_lists import HEAD, LONG, TRAPS

Case = tuple[str, str, bytes]
ROWS = [
    HEAD,
    [1, "Nguyễn Thị Tốt", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
    [2, "Trần Văn Lành", "Lái xe", "Sở Y tế", "Giấy khen", LONG],
]
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def good_workbook() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:  # unlike openpyxl it keeps texts in the shared part
        made = book.add_worksheet("DS")
        for number, values in enumerate(ROWS):
            made.write_row(number, 0, values)
    return stream.getvalue()


def good_document() -> bytes:
    return word(["DANH SÁCH", ROWS])


def rezip(data: bytes, changes: dict[str, bytes | None], extra: dict[str, bytes] | None = None) -> bytes:
    """The same archive with members replaced, left out (None) or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = changes.get(member.filename, old.read(member))
            if content is not None:
                new.writestr(member.filename, content)
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return stream.getvalue()


def sheet(body: str, before: str = "", after: str = "") -> bytes:
    """A workbook whose only sheet has this XML."""
    xml = f'<?xml version="1.0" encoding="UTF-8"?><worksheet {MAIN}>{before}<sheetData>{body}</sheetData>{after}</worksheet>'
    return rezip(good_workbook(), {"xl/worksheets/sheet1.xml": xml.encode()})


def cells(row: int, texts: list[str]) -> str:
    made = "".join(
        f'<c r="{chr(65 + i)}{row}" t="inlineStr"><is><t>{text}</t></is></c>' for i, text in enumerate(texts)
    )
    return f'<row r="{row}">{made}</row>'


def bad_lists() -> Iterator[Case]:
    """Lists that must be refused with one sentence."""
    book, doc = good_workbook(), good_document()
    yield from _cut(book, doc)
    yield from _wrong_names(book, doc)
    yield from _lying_zips(book, doc)
    yield from _xml_tricks(book, doc)
    yield from _too_much()
    yield from _macros(book, doc)
    yield from _texts()
    yield from _bit_flips(book, doc)


def _cut(book: bytes, doc: bytes) -> Iterator[Case]:
    for kind, data in (("xlsx", book), ("docx", doc)):
        cuts = {
            "1": 1,
            "4": 4,
            "30": 30,
            "a quarter": len(data) // 4,
            "half": len(data) // 2,
            "200 from the end": len(data) - 200,
            "23 from the end": len(data) - 23,
        }
        for name, part in cuts.items():
            yield f"{kind} cut at {name}", f"cat.{kind}", data[:part]
        yield f"{kind} without its head", f"dau.{kind}", data[8:]
        yield f"{kind} of zeros", f"khong.{kind}", bytes(5_000)
        yield f"{kind} empty", f"rong.{kind}", b""
    for name in ("rong.csv", "rong.tsv", "rong.xls", "rong.txt"):
        yield f"empty {name}", name, b""
        yield f"blank {name}", name, b" \r\n \r\n"


def _wrong_names(book: bytes, doc: bytes) -> Iterator[Case]:
    png = io.BytesIO()
    Image.new("RGB", (30, 30)).save(png, "PNG")
    pdf = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(pdf)
    contents = {
        "book": book,
        "document": doc,
        "picture": png.getvalue(),
        "pdf": pdf.getvalue(),
        "program": b"MZ\x90\x00" + bytes(500),
        "elf": b"\x7fELF" + bytes(500),
        "rtf": b"{\\rtf1 danh sach}",
        "page": "<html><table><tr><td>STT</td><td>Họ và tên</td></tr></table></html>".encode(),
        "xml": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "old container": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000),
        "locked": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(600)
        + "EncryptedPackage".encode("utf-16-le")
        + bytes(2_000),
        "script": b"#!/bin/sh\nrm -rf /\n\x00\x00",
        "mail": b"MIME-Version: 1.0\nContent-Type: multipart/related\n",
    }
    fits = {("book", ".xlsx"), ("document", ".docx")}
    for what, data in contents.items():
        for suffix in (".xlsx", ".docx", ".xls", ".csv"):
            if (what, suffix) not in fits and not (what in ("mail",) and suffix == ".csv"):
                yield f"{what} as {suffix}", f"tep{suffix}", data
    for suffix in (
        ".doc",
        ".xlsb",
        ".xlsm",
        ".docm",
        ".ods",
        ".pdf",
        ".exe",
        ".zip",
        ".html",
        ".json",
        "",
        ".xlsx.exe",
        ".jpg",
    ):
        yield f"kind {suffix or 'none'}", f"tep{suffix}", book


def _lying_zips(book: bytes, doc: bytes) -> Iterator[Case]:
    huge = b"0" * (8 * 1024 * 1024)
    yield "bomb in a sheet", "bom.xlsx", rezip(book, {"xl/worksheets/sheet1.xml": huge})
    yield "bomb in shared strings", "bom.xlsx", rezip(book, {"xl/sharedStrings.xml": huge})
    yield "bomb beside", "bom.xlsx", rezip(book, {}, {"xl/media/a.bin": huge})
    yield "bomb in a document", "bom.docx", rezip(doc, {"word/document.xml": huge})
    yield "four bombs", "bom.xlsx", rezip(book, {}, {f"b{i}.xml": huge for i in range(4)})
    yield "300 members", "nhieu.xlsx", rezip(book, {}, {f"x{i}.xml": b"x" for i in range(300)})
    yield "300 members in a document", "nhieu.docx", rezip(doc, {}, {f"x{i}.xml": b"x" for i in range(300)})
    names = (
        "../../etc/passwd",
        "/etc/passwd",
        "..\\..\\a.xml",
        "C:\\a.xml",
        "xl/../../a.xml",
        "\\\\server\\a",
        "a\nb.xml",
        "xl/a:b",
    )
    for name in names:
        yield f"member {name!r}", "ten.xlsx", rezip(book, {}, {name: b"x"})
        yield f"member {name!r} in a document", "ten.docx", rezip(doc, {}, {name: b"x"})
    yield "a member twice", "hai.xlsx", _twice(book)
    yield "a link", "lien-ket.xlsx", _link(book)
    for kind, data in (("xlsx", book), ("docx", doc)):
        yield f"{kind} with locked members", f"khoa.{kind}", _flag(data)
        yield f"{kind} with small declared sizes", f"doi.{kind}", _declare(data, 10)
        yield f"{kind} with large declared sizes", f"doi.{kind}", _declare(data, 2_000_000_000)
        yield f"{kind} with an unknown packing", f"nen.{kind}", _method(data, 99)
    inner = rezip(book, {}, {"xl/embeddings/inner.xlsx": book})
    yield "no content types", "thieu.xlsx", rezip(inner, {"[Content_Types].xml": None})
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"):
        yield f"without {part}", "thieu.xlsx", rezip(book, {part: None})
    yield "without its document", "thieu.docx", rezip(doc, {"word/document.xml": None})
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as made:
        made.writestr("a.txt", "x")
    yield "a plain zip", "zip.xlsx", plain.getvalue()
    yield "a plain zip", "zip.docx", plain.getvalue()


def _twice(data: bytes) -> bytes:
    import warnings

    stream = io.BytesIO(data)
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as made:
        warnings.simplefilter("ignore")
        made.writestr("xl/workbook.xml", b"<x/>")
    return stream.getvalue()


def _link(data: bytes) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as made:
        info = zipfile.ZipInfo("xl/link")
        info.external_attr = 0o120777 << 16
        made.writestr(info, "/etc/passwd")
    return stream.getvalue()


def _central(data: bytes, change: object) -> bytes:
    made = bytearray(data)
    position = 0
    while (position := made.find(b"PK\x01\x02", position)) >= 0:
        change(made, position)
        position += 46
    return bytes(made)


def _flag(data: bytes) -> bytes:
    return _central(data, lambda made, at: struct.pack_into("<H", made, at + 8, 1))


def _declare(data: bytes, size: int) -> bytes:
    return _central(data, lambda made, at: struct.pack_into("<I", made, at + 24, size))


def _method(data: bytes, method: int) -> bytes:
    return _central(data, lambda made, at: struct.pack_into("<H", made, at + 10, method))


def _xml_tricks(book: bytes, doc: bytes) -> Iterator[Case]:
    parts = (
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "_rels/.rels",
    )
    with zipfile.ZipFile(io.BytesIO(book)) as made:
        inside = {name: made.read(name) for name in made.namelist()}
    for part in parts:
        body = inside[part].split(b"?>", 1)[-1]
        yield f"entities in {part}", "thuc-the.xlsx", rezip(book, {part: DOCTYPE + body})
        yield f"external entity in {part}", "thuc-the.xlsx", rezip(book, {part: EXTERNAL + body})
        yield f"cut {part}", "cat.xlsx", rezip(book, {part: inside[part][: len(inside[part]) // 2]})
        yield f"no XML in {part}", "rac.xlsx", rezip(book, {part: b"\x00\x01 rac"})
    with zipfile.ZipFile(io.BytesIO(doc)) as made:
        body = made.read("word/document.xml").split(b"?>", 1)[-1]
    yield "entities in a document", "thuc-the.docx", rezip(doc, {"word/document.xml": DOCTYPE + body})
    yield "external entity in a document", "thuc-the.docx", rezip(doc, {"word/document.xml": EXTERNAL + body})
    yield "cut document", "cat.docx", rezip(doc, {"word/document.xml": body[:300]})
    yield "document without tables", "van.docx", word(["Kính gửi", "Không có bảng."])
    head = cells(1, ["STT", "Họ và tên", "Đơn vị"])
    yield "row 9999999", "dong.xlsx", sheet(head + '<row r="9999999"><c r="A9999999"><v>1</v></c></row>')
    yield "column XFE", "cot.xlsx", sheet(head + '<row r="2"><c r="XFE2"><v>1</v></c></row>')
    yield "column ZZZZZZ", "cot.xlsx", sheet(head + '<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>')
    yield "cell without a place", "o.xlsx", sheet(head + '<row r="2"><c r="!!"><v>1</v></c></row>')
    yield "string that is not there", "chuoi.xlsx", sheet(head + '<row r="2"><c r="A2" t="s"><v>99999</v></c></row>')
    yield "string number of letters", "chuoi.xlsx", sheet(head + '<row r="2"><c r="A2" t="s"><v>abc</v></c></row>')
    yield "one row twice", "lap.xlsx", sheet(head + cells(2, ["1", "A"]) + cells(2, ["2", "B"]))
    yield "no row at all", "trong.xlsx", sheet("")
    yield "cell outside a row", "ngoai.xlsx", sheet('<c r="A1"><v>1</v></c>')


def _too_much() -> Iterator[Case]:
    yield "200,000 rows", "nhieu.csv", ("STT,Họ và tên\n" + "1,Nguyễn Văn A\n" * 200_000).encode()
    body = cells(1, ["STT", "Họ và tên"]) + "".join(
        f'<row r="{r}"><c r="A{r}"><v>{r}</v></c></row>' for r in range(2, 30_000)
    )
    yield "30,000 rows behind a lying dimension", "doi.xlsx", sheet(body, before='<dimension ref="A1:B2"/>')
    wide = [[f"Cột {i}" for i in range(300)], [f"v{i}" for i in range(300)]]
    for suffix, data in ((".csv", delimited(wide)), (".xlsx", workbook({"DS": wide}))):
        yield f"300 columns {suffix}", f"rong{suffix}", data
    tall = [HEAD, [1, "Nguyễn Văn Dài", "x" * 40_000]]
    yield "a cell of 40,000 characters .csv", "dai.csv", delimited(tall)
    yield "a cell of 40,000 characters .docx", "dai.docx", word([tall])
    yield (
        "a cell of 40,000 characters .xlsx",
        "dai.xlsx",
        sheet(cells(1, ["Họ và tên", "Đơn vị"]) + cells(2, ["x" * 40_000, "b"])),
    )
    yield "11 MB", "lon.csv", b"a,b\n" * 2_900_000
    yield "11 MB", "lon.xlsx", b"PK\x03\x04" + bytes(11 * 1024 * 1024)
    yield "60 sheets", "trang.xlsx", workbook({f"T{i}": ROWS for i in range(60)})


def _macros(book: bytes, doc: bytes) -> Iterator[Case]:
    with zipfile.ZipFile(io.BytesIO(book)) as made:
        kinds = made.read("[Content_Types].xml")
    enabled = kinds.replace(b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main").replace(
        b"vnd.openxmlformats-officedocument.ms-excel", b"vnd.ms-excel"
    )
    yield "macro part", "macro.xlsx", rezip(book, {}, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    yield "macro part elsewhere", "macro.xlsx", rezip(book, {}, {"xl/hidden/VBAPROJECT.BIN": b"x"})
    yield "macro sheet", "macro.xlsx", rezip(book, {}, {"xl/macrosheets/sheet1.xml": b"<x/>"})
    yield "macro kind", "macro.xlsx", rezip(book, {"[Content_Types].xml": enabled})
    yield "macro part in a document", "macro.docx", rezip(doc, {}, {"word/vbaProject.bin": b"x"})
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "_VBA_PROJECT_CUR".encode("utf-16-le") + bytes(500)
    yield "macros in an old workbook", "macro.xls", old


def _texts() -> Iterator[Case]:
    yield "text without a list", "thu.txt", "Kính gửi đồng chí\nHôm nay trời đẹp\n".encode()
    yield "CSV with zeros", "khong.csv", b"STT,Ten\x00\x00,b\n1,2,3\n"
    yield "CSV of random bytes", "rac.csv", bytes((i * 97 + i * i * 31) % 256 for i in range(1, 4_000))
    yield "UTF-16 with half a letter of zeros", "khong.csv", b"\xff\xfe" + b"\x00\x00" * 50
    yield "numbers only", "so.csv", b"1,2,3\n4,5,6\n7,8,9\n"
    yield "a sheet of numbers", "so.xlsx", workbook({"S": [[1, 2], [3, 4]]})
    yield "instructions only", "hd.xlsx", workbook({"Hướng dẫn": [["Bước 1: mở tệp"], ["Bước 2: nhập"]]})
    yield "an empty workbook", "trong.xlsx", workbook({"Sheet1": []})


def _bit_flips(book: bytes, doc: bytes) -> Iterator[Case]:
    """Damage inside packed members: checksums must catch it."""
    for kind, data in (("xlsx", book), ("docx", doc)):
        with zipfile.ZipFile(io.BytesIO(data)) as made:
            wanted = "xl/worksheets/sheet1.xml" if kind == "xlsx" else "word/document.xml"
            info = made.getinfo(wanted)
        start = info.header_offset + 30 + len(wanted) + 20
        for step in range(12):
            damaged = bytearray(data)
            damaged[start + step * 9] ^= 0x5A
            yield f"{kind} damaged at {step}", f"hong.{kind}", bytes(damaged)


# --- evidence


def picture(kind: str, size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: object) -> bytes:
    """A small picture with something in it."""
    made = Image.linear_gradient("L").resize(size).convert(mode)
    stream = io.BytesIO()
    made.save(stream, kind, **options)
    return stream.getvalue()


def pdf(change: object = None, pages: int = 1) -> bytes:
    """A small PDF; `change(writer)` may add what must be refused."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if change:
        change(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG that says it is huge and holds one line of zeros."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1_000))) + chunk(b"IEND", b"")
    )


def bad_evidence() -> Iterator[Case]:
    """Evidence that must be refused."""
    jpeg, png, webp = picture("JPEG"), picture("PNG"), picture("WEBP")
    for kind, data in (("jpg", jpeg), ("png", png), ("webp", webp)):
        for name, part in {"3": 3, "20": 20, "a third": len(data) // 3, "two thirds": len(data) * 2 // 3}.items():
            yield f"{kind} cut at {name}", f"anh.{kind}", data[:part]
        yield f"{kind} as pdf", "anh.pdf", data
        yield f"{kind} as exe", "anh.exe", data
    yield "svg", "anh.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    yield "svg as png", "anh.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"
    yield "gif", "anh.gif", picture("GIF", mode="P")
    yield "gif as png", "anh.png", picture("GIF", mode="P")
    yield "tiff as jpg", "anh.jpg", picture("TIFF")
    yield "bmp as jpg", "anh.jpg", picture("BMP")
    yield "page as jpg", "anh.jpg", b"<html><script>alert(1)</script></html>"
    yield "empty", "anh.jpg", b""
    yield "tiny", "anh.png", picture("PNG", (4, 4))
    for size in ((20_000, 20_000), (65_000, 65_000), (10_000, 8_001), (2_000_000_000, 2)):
        yield f"flood {size}", "lu.png", png_header(*size)
    yield "26 MB", "lon.jpg", jpeg + bytes(26 * 1024 * 1024)
    yield "heic that is none", "anh.heic", b"\x00\x00\x00\x18ftypheic" + bytes(200)
    good = pdf()
    yield "pdf as jpg", "tep.jpg", good
    for name, part in {"5": 5, "40": 40, "half": len(good) // 2, "20 from the end": len(good) - 20}.items():
        yield f"pdf cut at {name}", "cat.pdf", good[:part]
    yield "pdf behind a program", "tep.pdf", b"MZ" + good
    yield "pdf with something behind", "tep.pdf", good + bytes(5_000)
    yield "pdf without pages", "tep.pdf", pdf(pages=0)
    yield "pdf with JavaScript", "tep.pdf", pdf(_named_script)
    yield "pdf with a file inside", "tep.pdf", pdf(lambda w: w.add_attachment("a.exe", b"MZ"))
    yield "pdf with a password", "tep.pdf", pdf(lambda w: w.encrypt("mat-khau"))
    yield "pdf with an empty password", "tep.pdf", pdf(lambda w: w.encrypt("", "chu"))
    for action in ("/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/JavaScript"):
        yield f"pdf with {action}", "tep.pdf", pdf(lambda w, action=action: _open_action(w, action))
    yield "pdf of 501 pages", "dai.pdf", pdf(pages=501)


def _open_action(writer: PdfWriter, action: str) -> None:
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject

    made = DictionaryObject({NameObject("/S"): NameObject(action), NameObject("/F"): TextStringObject("cmd.exe")})
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(made)


def _named_script(writer: PdfWriter) -> None:
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")})
    names = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("a"), script])})
    writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): names})


def good_evidence() -> Iterator[Case]:
    """Evidence that must be accepted."""
    for mode in ("L", "RGB", "CMYK"):
        yield f"jpeg {mode}", "anh.jpg", picture("JPEG", mode=mode)
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        yield f"png {mode}", "anh.png", picture("PNG", mode=mode)
    for mode in ("RGB", "RGBA"):
        yield f"webp {mode}", "anh.webp", picture("WEBP", mode=mode)
    yield "jpeg progressive", "anh.jpeg", picture("JPEG", progressive=True)
    yield "png named jpg", "anh.jpg", picture("PNG")
    yield "webp named jpg", "anh.jpg", picture("WEBP")
    yield "large jpeg", "anh.jpg", picture("JPEG", (4_000, 3_000))
    for pages in (1, 3, 20):
        yield f"pdf of {pages}", "tep.pdf", pdf(pages=pages)


def good_lists() -> Iterator[Case]:
    """Lists that must be accepted: every messy one, and plain ones with harmless oddities."""
    for name, (_, build) in TRAPS.items():
        yield name, *build()
    book, doc = good_workbook(), good_document()
    yield "plain workbook", "ds.xlsx", book
    yield "capital suffix", "DS.XLSX", book
    yield "plain document", "ds.docx", doc
    yield "pictures inside", "anh.xlsx", rezip(book, {}, {"xl/media/image1.png": picture("PNG")})
    yield "150 members", "nhieu.xlsx", rezip(book, {}, {f"xl/media/i{i}.png": b"x" for i in range(130)})
    yield (
        "lying small dimension",
        "doi.xlsx",
        sheet(
            cells(1, ["STT", "Họ và tên", "Đơn vị"]) + cells(2, ["1", "Nguyễn Văn Thật", "Sở Y tế"]),
            before='<dimension ref="A1"/>',
        ),
    )
    yield (
        "lying large dimension",
        "doi.xlsx",
        sheet(
            cells(1, ["STT", "Họ và tên", "Đơn vị"]) + cells(2, ["1", "Nguyễn Văn Thật", "Sở Y tế"]),
            before='<dimension ref="A1:XFD1048576"/>',
        ),
    )
    yield "heading only", "mau.xlsx", workbook({"DS": [HEAD]})
    yield (
        "far away row",
        "xa.xlsx",
        sheet(cells(1, ["STT", "Họ và tên", "Đơn vị"]) + cells(1_048_576, ["1", "Nguyễn Văn Xa", "Sở Y tế"])),
    )
    yield (
        "no place on cells",
        "khong-r.xlsx",
        sheet(
            '<row><c t="inlineStr"><is><t>Họ và tên</t></is></c><c t="inlineStr"><is><t>Đơn vị</t></is></c></row><row><c t="inlineStr"><is><t>Lê Văn Không</t></is></c><c t="inlineStr"><is><t>Sở Y tế</t></is></c></row>'
        ),
    )
    for separator in (",", ";", "\t", "|"):
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            yield f"csv {separator!r} {encoding}", "ds.csv", delimited(ROWS, separator, encoding)
    yield "csv of unix lines", "ds.csv", delimited(ROWS, newline="\n")
    yield "csv of old mac lines", "ds.csv", delimited(ROWS, newline="\r")
    yield "txt", "ds.txt", delimited(ROWS, "\t")
    yield from _heavy_cells()


def _heavy_cells() -> Iterator[Case]:
    """Cells and merges that cost a careless reader minutes, or an overflow: their rows are refused or read, the file is not."""
    for name, heavy in (
        ("marks piled on one letter", "A" + "\u0301\u0323" * 15_000),
        ("brackets", "(" * 30_000),
        ("a name and spaces", "Nguyễn Văn A" + " " * 30_000 + "x"),
        ("one family name again and again", "Nguyễn " * 4_000),
        ("kin words again and again", "em " * 10_000),
        ("noughts", "0" * 30_000 + "1"),
    ):
        yield f"heavy: {name}", "nang.csv", delimited([HEAD, *[[1, heavy, heavy, "Sở Y tế", heavy, heavy]] * 10])
    head, row = cells(1, ["STT", "Họ và tên", "Đơn vị", "Số tiền"]), cells(2, ["1", "Nguyễn Văn Thật", "Sở Y tế"])
    figures = f'<row r="3"><c r="A3"><v>{"9" * 5_000}</v></c><c r="B3"><v>1e999</v></c><c r="D3"><v>1e999</v></c></row>'
    merges = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 19_999 + "</mergeCells>"
    yield "heavy: figures", "nang.xlsx", sheet(head + row + figures)
    yield "heavy: amounts", "nang.xlsx", sheet(head + row.replace("</row>", '<c r="D2"><v>1e999</v></c></row>'))
    yield "heavy: merges", "nang.xlsx", sheet(head + row, after=merges)


def long_list(rows: int) -> bytes:
    """A CSV of so many people."""
    return delimited([["STT", "Họ và tên"], *([i, "Nguyễn Văn Đủ"] for i in range(1, rows + 1))])
