"""Một người: what stands on papers about them, their posts and their awards."""

from functools import partial
from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.people import actions as people
from recognition.people.terms import Gender, Person, PersonForm, Post, PostForm, RecipientClass
from vietnamese import dates

who = frame.require(Verb.MANAGE_PEOPLE)


def facts(person: Person) -> None:
    """Name, birth, gender, salutation, numbers."""
    name = f"person:{person.id}:{person.version}"
    known = {key.kind.value: f"đã có số kết thúc bằng {key.last_digits}" for key in people.keys(who, person.id)}
    with st.form(name, border=False):
        called = fields.line(name, "name", "Họ và tên", person.name)
        left, middle, right = st.columns(3)
        with left:
            birth = fields.line(name, "birth", "Ngày hoặc năm sinh", person.born)
        with middle:
            gender = fields.maybe(name, "gender", "Giới tính", list(Gender), person.gender)
        with right:
            said = fields.line(name, "salutation", "Xưng hô trên giấy khen", person.salutation)
        parts.soft("Các số dưới đây không lưu nguyên văn: chỉ giữ dấu đối chiếu không đọc ngược được và ba ký tự cuối, để nhận ra người trùng. Để trống thì giữ số đã có.")
        left, middle, right = st.columns(3)
        with left:
            staff = fields.line(name, "staff_number", "Số hiệu cán bộ", placeholder=known.get("staff_number", ""))
        with middle:
            citizen = fields.line(name, "citizen_id", "Số căn cước công dân", placeholder=known.get("citizen_id", ""))
        with right:
            card = fields.line(name, "party_card", "Số thẻ đảng viên", placeholder=known.get("party_card", ""))
        saved = st.form_submit_button("Lưu thông tin", type="primary")
    if saved:
        typed = PersonForm(called, birth, gender, said, staff, citizen, card)
        if parts.did(name, lambda key: people.change(who, person.id, person.version, typed, key=key)):
            parts.done("Đã lưu thông tin.")
            st.rerun()


def posts(person: Person) -> None:
    """What they are and were, where."""
    head, button = st.columns([4, 1.6], vertical_alignment="bottom")
    head.subheader("Chức vụ")
    if button.button("Thêm chức vụ", icon=":material/add:", width="stretch"):
        parts.ask("post")
    held = people.posts(who, person.id)
    if not held:
        parts.soft("Chưa ghi chức vụ nào.")
    for post in held:
        with st.container(border=True):
            one_post(post)
    add_post(person)


def one_post(post: Post) -> None:
    """One post with its days; a present one may end."""
    words, button = st.columns([5, 1.4], vertical_alignment="center")
    with words:
        st.markdown(f"**{parts.said(post.title)}**, {parts.said(post.unit_name)}")
        until = f"đến {dates.short(post.to_date)}" if post.to_date else "đến nay"
        parts.soft(f"{post.recipient_class.label}, từ {dates.short(post.from_date)} {until}")
    name = f"end:{post.id}"
    if post.to_date is None and button.button("Thôi giữ…", key=f"ask:{post.id}", width="stretch"):
        parts.ask(name)
    body = f"{post.title}, {post.unit_name}. Giấy tờ trước ngày này vẫn ghi chức vụ này."
    if parts.confirm(name, "Thôi giữ chức vụ", body, "Ghi ngày thôi giữ", lambda key: people.end_post(who, post.id, fields.typed(name, "to_date"), key),
                     lambda: fields.day(name, "to_date", "Ngày cuối cùng")):
        st.rerun()


def add_post(person: Person) -> None:
    """The dialog for another post."""

    def draw() -> None:
        fields.unit(who, "post", "unit_id", "Đơn vị", none=None)
        fields.line("post", "title", "Chức vụ, công việc")
        fields.choice("post", "recipient_class", "Đối tượng", list(RecipientClass))
        fields.day("post", "from_date", "Giữ từ ngày")

    def call(key: UUID) -> Post:
        kind = st.session_state.get("post:recipient_class") or RecipientClass.DIRECT_WORKER
        form = PostForm(fields.chosen("post", "unit_id"), fields.typed("post", "title"), kind, fields.typed("post", "from_date"))
        return people.assign_post(who, person.id, form, key)

    if parts.confirm("post", "Thêm chức vụ", f"{person.name} giữ chức vụ này từ ngày ghi dưới đây.", "Thêm chức vụ", call, draw):
        st.rerun()


def doubles(person: Person) -> None:
    """Rows that may be the same person, and those that were merged into this one."""
    st.subheader("Người cùng tên")
    near = people.possible_doubles(who, person.name, person.birth_date, person.birth_year, but=person.id)
    for double in near:
        frame.link("pages/admin/person.py", parts.said(double.line), id=double.id)
        name = f"merge:{double.id}:{double.version}"
        if st.button("Gộp vào hồ sơ này…", key=f"ask:{name}", icon=":material/merge:"):
            parts.ask(name)
        body = f"{double.line} gộp vào {person.line}. Hồ sơ và giấy tờ cũ giữ nguyên; lịch sử khen thưởng xem chung. Có thể tách lại."
        if parts.confirm(name, "Gộp hai hồ sơ", body, "Gộp hồ sơ", partial(people.merge, who, double.id, double.version, person.id)):
            parts.done("Đã gộp hồ sơ.")
            st.rerun()
    if not near:
        parts.soft("Không có ai trùng tên và ngày sinh.")
    for old in people.merged(who, person.id):
        parts.soft(f"Đã gộp: {old.line}")
        if st.button("Tách lại", key=f"part:{old.id}:{old.version}") and parts.did(f"part:{old.id}", partial(people.part, who, old.id, old.version)):
            st.rerun()


shown = people.get(who, frame.case_id())
frame.link("pages/admin/people.py", "Nhân sự", ":material/arrow_back:")
st.title(parts.said(shown.name))
parts.soft(shown.line.removeprefix(shown.name).removeprefix(", ") or "Chưa ghi ngày sinh và chức vụ.")
if shown.merged_into is not None:
    st.info("Hồ sơ này đã gộp vào một hồ sơ khác nên không sửa ở đây. Giấy tờ cũ vẫn trỏ tới nó.", icon=":material/merge:")
    frame.link("pages/admin/person.py", "Mở hồ sơ đang dùng", id=shown.merged_into)
    st.stop()
work, narrow = st.columns([5, 2], gap="large")
with work:
    facts(shown)
    posts(shown)
with narrow:
    doubles(shown)
