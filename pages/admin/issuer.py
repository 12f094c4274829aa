"""Một cơ quan ban hành: its names on papers, its numbers, its signers."""

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import AddressStyle, Issuer, IssuerForm, Numbering, Signer, SignerForm, Track
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.MANAGE_ISSUERS)
TRACKS = [track for track in Track if track is not Track.ANY]


def form(now: Issuer | None) -> None:
    """Everything that stands on papers."""
    name = f"issuer:{now.id}:{now.version}" if now else "issuer:new"
    with st.form(name, border=False):
        st.subheader("Trên văn bản")
        organ = fields.line(name, "name", "Tên cơ quan", now.name if now else "", placeholder="Đảng uỷ các cơ quan Đảng tỉnh …")
        superior = fields.line(name, "superior", "Cơ quan cấp trên", now.superior if now else "", placeholder="Đảng bộ tỉnh …", help="Dòng trên tên cơ quan ở đầu văn bản. Có thể để trống.")
        awarding = fields.line(name, "awarding_line", "Dòng tên trên giấy khen", now.awarding_line if now else "", placeholder="Ban Thường vụ Đảng uỷ …")
        left, right = st.columns(2)
        with left:
            sign = fields.line(name, "short_sign", "Ký hiệu trong số văn bản", now.short_sign if now else "", placeholder="ĐUCCQ")
        with right:
            place = fields.line(name, "place", "Địa danh ghi trước ngày", now.place if now else "", placeholder="Sông Lam")
        left, right = st.columns(2)
        with left:
            track = fields.choice(name, "track", "Khối cơ quan", TRACKS, now.track if now else None, help="Quyết định cách viết số, đề ký và các hình thức khen được chọn.")
        with right:
            style = fields.choice(name, "address_style", "Cách xưng hô", list(AddressStyle), now.address_style if now else None)
        left, right = st.columns(2)
        with left:
            numbering = fields.choice(name, "numbering", "Số quyết định bắt đầu lại", list(Numbering), now.numbering if now else None)
        with right:
            term = fields.day(name, "term_start", "Ngày bắt đầu nhiệm kỳ", now.term_start if now else None, help="Chỉ cần khi đánh số theo nhiệm kỳ cấp uỷ.")
        pattern = fields.line(name, "number_pattern", "Mẫu số văn bản", now.shown_pattern if now else "", placeholder="{số}-{loại}/{ký hiệu}",
                              help="Để trống thì dùng mẫu của khối: Đảng 214-QĐ/ĐU, chính quyền 1022/QĐ-UBND.")
        unit_id = fields.unit(who, name, "unit_id", "Là một đơn vị trong danh sách", now.unit_id if now else None, none="Không, là cơ quan riêng")
        left, right = st.columns(2)
        with left:
            start = fields.day(name, "from_date", "Hoạt động từ ngày", now.from_date if now else None)
        with right:
            end = fields.day(name, "to_date", "Kết thúc ngày", now.to_date if now else None, help="Cơ quan đã kết thúc vẫn giữ văn bản cũ, nhưng không ra quyết định mới.")
        saved = st.form_submit_button("Lưu cơ quan", type="primary")
    if saved:
        typed = IssuerForm(organ, awarding, sign, place, superior, track, numbering, term, pattern, style, unit_id, start, end)
        save(name, now, typed)


def save(name: str, now: Issuer | None, typed: IssuerForm) -> None:
    """Store it, then show it anew."""
    if now is None:
        made = parts.do(name, lambda key: catalogue.create_issuer(who, typed, key))
    else:
        made = parts.do(name, lambda key: catalogue.change_issuer(who, now.id, now.version, typed, key))
    if made is not None:
        parts.done("Đã lưu cơ quan ban hành.")
        frame.go("pages/admin/issuer.py", id=made.id if isinstance(made, Issuer) else made)


def numbers(issuer: Issuer) -> None:
    """How its next papers will be numbered, so that a wrong pattern is seen at once."""
    examples, period = catalogue.how_it_numbers(issuer, dates.today())
    st.subheader("Sẽ viết trên giấy")
    with st.container(border=True):
        parts.soft("Số quyết định")
        parts.plain(", ".join(examples))
        parts.soft("Dãy số hiện nay")
        parts.plain(period)


def signers(issuer: Issuer) -> None:
    """Who signs, from when to when."""
    st.subheader("Người ký")
    for signer in catalogue.all_signers(who, issuer.id):
        with st.container(border=True):
            if signer.capacity:
                parts.soft(signer.capacity)
            st.markdown(f"{parts.said(signer.post)}  \n**{parts.said(signer.name)}**")
            until = f" đến {dates.short(signer.to_date)}" if signer.to_date else ""
            parts.soft(f"Từ {dates.short(signer.from_date)}{until}")
            if signer.to_date is None and st.button("Thôi ký…", key=f"end:{signer.id}"):
                parts.ask(f"end:{signer.id}:{signer.version}")
            end_signer(signer)
    if st.button("Thêm người ký", icon=":material/add:", width="stretch"):
        parts.ask("signer")
    add_signer(issuer.id)


def add_signer(issuer_id: UUID) -> None:
    """The dialog for somebody new who signs."""

    def draw() -> None:
        fields.line("signer", "name", "Họ và tên", placeholder="Lê Quang Vinh")
        fields.line("signer", "capacity", "Thể thức đề ký", placeholder="T/M BAN THƯỜNG VỤ", help="Đảng viết T/M, K/T; chính quyền viết TM., KT. Có thể để trống.")
        fields.line("signer", "post", "Chức vụ", placeholder="BÍ THƯ")
        fields.day("signer", "from_date", "Ký từ ngày")

    def call(key: UUID) -> Signer:
        names = ("name", "post", "capacity", "from_date")
        return catalogue.add_signer(who, issuer_id, SignerForm(*(fields.typed("signer", field) for field in names)), key)

    if parts.confirm("signer", "Thêm người ký", "Tên, chức vụ in trên quyết định và giấy khen từ ngày này.", "Thêm người ký", call, draw):
        st.rerun()


def end_signer(signer: Signer) -> None:
    """The dialog for the last day of signing."""
    name = f"end:{signer.id}:{signer.version}"

    def call(key: UUID) -> Signer:
        typed = SignerForm(signer.name, signer.post, signer.capacity, signer.from_date, fields.typed(name, "to_date"))
        return catalogue.change_signer(who, signer.id, signer.version, typed, key)

    body = f"{signer.name} thôi ký sau ngày này. Giấy tờ đã ký không đổi."
    if parts.confirm(name, "Thôi ký", body, "Ghi ngày thôi ký", call, lambda: fields.day(name, "to_date", "Ngày ký cuối cùng")):
        st.rerun()


shown = catalogue.issuer(who, frame.case_id()) if "id" in st.query_params else None
frame.link("pages/admin/issuers.py", "Cơ quan ban hành", ":material/arrow_back:")
st.title(shown.name if shown else "Thêm cơ quan ban hành")
work, beside = st.columns([5, 2], gap="large")
with work:
    form(shown)
if shown is not None:
    with beside:
        numbers(shown)
        signers(shown)
