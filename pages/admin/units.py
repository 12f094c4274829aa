"""Đơn vị: the tree as it stands, or what a search finds."""

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.hall.paging import Found
from recognition.hall.words import Verb
from recognition.units import actions as units
from recognition.units.terms import Unit, UnitForm, UnitKind, UnitNode

who = frame.require(Verb.MANAGE_UNITS)
NAME, SIZE = "unit:new", 50


def draw() -> None:
    """The fields of a new unit."""
    fields.line(NAME, "name", "Tên đơn vị", placeholder="Chi bộ Trạm Y tế Đông Hà")
    left, right = st.columns(2)
    with left:
        fields.line(NAME, "code", "Mã đơn vị", placeholder="CB-YT01", help="Ngắn, không dấu, không trùng. Dùng khi nhập từ Excel.")
    with right:
        fields.line(NAME, "short_name", "Tên viết tắt", help="Có thể để trống.")
    fields.choice(NAME, "kind", "Loại đơn vị", list(UnitKind), UnitKind.PARTY_CELL)
    fields.unit(who, NAME, "parent_id", "Trực thuộc", none="Không, là đơn vị cao nhất")
    fields.day(NAME, "from_date", "Ngày thành lập")


def create(key: UUID) -> Unit:
    """What the button of the dialog does."""
    code, name, short, start = (fields.typed(NAME, field) for field in ("code", "name", "short_name", "from_date"))
    kind = st.session_state.get(f"{NAME}:kind") or UnitKind.PARTY_CELL
    return units.create(who, UnitForm(code, name, kind, short, fields.chosen(NAME, "parent_id"), from_date=start), key)


def as_found(nodes: tuple[UnitNode, ...]) -> Found[UnitNode]:
    """The nodes of the page that is shown."""
    page = parts.page_of("units:page", SIZE)
    return Found(nodes[page.offset : page.offset + page.limit], len(nodes))


head, add = st.columns([5, 1.6], vertical_alignment="bottom")
head.title("Đơn vị")
if add.button("Thêm đơn vị", type="primary", icon=":material/add:", width="stretch"):
    parts.ask(NAME)
parts.soft("Tên, loại và cấp trên có ngày: giấy tờ cũ giữ tên cũ. Bấm một dòng để mở đơn vị.")
search, ended = st.columns([4, 1.6], vertical_alignment="bottom")
with search:
    text = parts.search_box("units", "Tìm", "Tên đang dùng, tên cũ hoặc mã")
dissolved = ended.checkbox("Cả đơn vị đã giải thể", key="units:dissolved")
NAMED = parts.Column("Đơn vị", lambda node: "\u2003" * min(node.depth, 8) + node.unit.shown)
if text:
    found = units.find(who, text, parts.page_of("units:page", SIZE), dissolved=dissolved)
    rows = Found(tuple(UnitNode(unit, 0, 0) for unit in found.rows), found.total)
else:
    rows = as_found(units.tree(who, dissolved=dissolved))
row = parts.paged_table(
    rows,
    [
        NAMED,
        parts.Column("Mã", lambda node: node.unit.code),
        parts.Column("Loại", lambda node: node.unit.kind.label),
        parts.Column("Dưới quyền", lambda node: node.children or "", right=True),
    ],
    page_key="units:page",
    size=SIZE,
    unit="đơn vị",
    empty="Không có đơn vị nào khớp. Anh/chị thử ít chữ hơn." if text else "Chưa có đơn vị nào. Anh/chị bấm «Thêm đơn vị», hoặc nhập cả danh sách từ Excel.",
)
if not text and not rows.total:
    frame.link("pages/admin/workbook.py", "Nhập từ Excel", ":material/upload_file:")
if row is not None:
    frame.go("pages/admin/unit.py", id=row.unit.id)
made = parts.confirm(NAME, "Thêm đơn vị", "Đơn vị mới nhận hồ sơ từ ngày thành lập.", "Thêm đơn vị", create, draw)
if made is not None:
    frame.go("pages/admin/unit.py", id=made.id if isinstance(made, Unit) else made)
