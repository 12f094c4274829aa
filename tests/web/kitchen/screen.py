"""One of each element that the screens use, so that a browser test sees what is not Vietnamese or refused by the policy."""

import altair as alt
import pyarrow as pa
import streamlit as st

from recognition.hall.errors import Invalid

REFUSED = "Phiên họp chưa kiểm phiếu xong nên chưa có biên bản kiểm phiếu. Anh/chị kiểm phiếu rồi tải lại."


def refused() -> bytes:
    raise Invalid({"": REFUSED})


rows = pa.table({"Đơn vị": ["Chi bộ 1", "Chi bộ 2"], "Số": [3, 5]})
st.title("Mọi thứ một lần")
st.altair_chart(
    alt.Chart(rows.to_pandas(), title="Hai đơn vị").mark_bar().encode(x=alt.X("Số:Q"), y=alt.Y("Đơn vị:N", sort="-x"), tooltip=["Đơn vị", "Số"])
    + alt.Chart(rows.to_pandas()).mark_text(dx=8).encode(x="Số:Q", y=alt.Y("Đơn vị:N", sort="-x"), text="Số:Q")
)
st.vega_lite_chart(
    rows, {"mark": "line", "encoding": {"x": {"field": "Đơn vị", "type": "nominal"}, "y": {"field": "Số", "type": "quantitative"}}},
    alt="Lâu nhất là khâu «Họp Hội đồng»: một nửa hồ sơ mất 50 ngày trở lên, và chín phần mười hồ sơ xong trong một trăm linh bảy ngày",
)  # fmt: skip
st.metric("Việc tốt", "212", "18 tuần này", border=True, chart_data=[1, 3, 2, 5])
chosen = st.dataframe(rows, on_select="rerun", selection_mode="single-row", key="rows-grid").selection.rows
st.write(f"Dòng đã mở: {chosen[0] + 1 if chosen else 'chưa'}")
st.selectbox("Chọn một", ["Một", "Hai"], index=None)
st.multiselect("Chọn nhiều", ["Một", "Hai"])
st.text_input("Tên", required=True)
st.text_area("Kể lại")
st.date_input("Ngày", None, format="DD/MM/YYYY")
st.number_input("Số", 0, 10)
st.file_uploader("Minh chứng", type=["pdf", "png"], accept_multiple_files=True)
st.pills("Trạng thái", ["Nháp", "Đã gửi"])
st.segmented_control("Là", ["Cá nhân", "Tập thể"])
st.pagination(12, key="page")
st.download_button("Tải xuống tệp", b"x", "tep.txt")
st.download_button("Biên bản chưa lập được", refused, "bien-ban.docx", on_click="ignore")
st.link_button("Màn hình phòng họp", "/phong-hop")
with st.popover("Thử quy tắc khác"):
    st.write("Nội dung")
with st.expander("Thêm"):
    st.write("Nội dung")
with st.form("form"):
    st.text_input("Trong biểu mẫu")
    st.form_submit_button("Gửi")
st.toast("Đã lưu")
