"""Nhân sự: people with their present posts."""

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.people import actions as people
from recognition.people.terms import Gender, Person, PersonForm, PostForm, RecipientClass

who = frame.require(Verb.MANAGE_PEOPLE)
NAME, SIZE = "person:new", 50


def draw() -> None:
    """Who, then where they work."""
    fields.line(NAME, "name", "Họ và tên", placeholder="Trần Thị Mai")
    left, middle, right = st.columns(3)
    with left:
        fields.line(NAME, "birth", "Ngày hoặc năm sinh", placeholder="05/11/1985")
    with middle:
        fields.maybe(NAME, "gender", "Giới tính", list(Gender))
    with right:
        fields.line(NAME, "salutation", "Xưng hô", placeholder="Đồng chí")
    fields.unit(who, NAME, "unit_id", "Đơn vị", none="Chưa ghi chức vụ")
    left, right = st.columns(2)
    with left:
        fields.line(NAME, "title", "Chức vụ, công việc", placeholder="Y sĩ")
        fields.choice(NAME, "recipient_class", "Đối tượng", list(RecipientClass))
    with right:
        fields.day(NAME, "from_date", "Giữ từ ngày")
        fields.line(NAME, "citizen_id", "Số căn cước công dân", help="Chỉ giữ dấu đối chiếu không đọc ngược được và ba số cuối, để nhận ra người trùng. Có thể để trống.")
    if "name" in parts.errors(NAME):
        st.checkbox("Là người khác", key=f"{NAME}:distinct")


def create(key: UUID) -> Person:
    """What the button of the dialog does."""
    said = {field: fields.typed(NAME, field) for field in ("name", "birth", "salutation", "citizen_id")}
    unit_id = fields.chosen(NAME, "unit_id")
    post = None
    if unit_id is not None:
        kind = st.session_state.get(f"{NAME}:recipient_class") or RecipientClass.DIRECT_WORKER
        post = PostForm(unit_id, fields.typed(NAME, "title"), kind, fields.typed(NAME, "from_date"))
    form = PersonForm(**said, gender=st.session_state.get(f"{NAME}:gender") or None)
    return people.create(who, form, post=post, distinct=bool(st.session_state.get(f"{NAME}:distinct")), key=key)


head, add = st.columns([5, 1.6], vertical_alignment="bottom")
head.title("Nhân sự")
if add.button("Thêm người", type="primary", icon=":material/person_add:", width="stretch"):
    parts.ask(NAME)
parts.soft("Xếp theo tên. Bấm một dòng để mở hồ sơ của một người.")
left, right = st.columns([3, 2])
with left:
    text = parts.search_box("people", "Tìm", "Họ tên, không cần gõ dấu")
with right:
    unit_id = fields.unit(who, "people", "unit", "Đơn vị", none="Mọi đơn vị")
found = people.find(who, text, parts.page_of("people:page", SIZE), unit_id=unit_id)
row = parts.paged_table(
    found,
    [
        parts.Column("Họ và tên", "name"),
        parts.Column("Sinh", "born"),
        parts.Column("Chức vụ", "title"),
        parts.Column("Đơn vị", "unit_name"),
    ],
    page_key="people:page",
    size=SIZE,
    unit="người",
    empty="Không có ai khớp. Anh/chị thử ít chữ hơn." if text or unit_id else "Chưa có ai. Anh/chị bấm «Thêm người», hoặc nhập cả danh sách từ Excel.",
)
if not (found.total or text or unit_id):
    frame.link("pages/admin/workbook.py", "Nhập từ Excel", ":material/upload_file:")
if row is not None:
    frame.go("pages/admin/person.py", id=row.id)
made = parts.confirm(NAME, "Thêm người", "Nhiều người có thể trùng tên; ngày sinh và chức vụ giúp phân biệt.", "Thêm người", create, draw)
if made is not None:
    frame.go("pages/admin/person.py", id=made.id if isinstance(made, Person) else made)
