"""Mô hình Dân vận khéo: search, filters by field, PAPI and democracy tags, states with numbers, who is silent, the table, Excel."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.life_terms import Life, Stage
from recognition.dan_van_kheo.terms import ModelFilters, Owner
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.units import actions as units
from vietnamese import dates, numbers

who = frame.require(Verb.SEE_MODELS)
SIZE = 25
lives: dict[UUID, Life] = {}
COLUMNS = (
    parts.Column("Mã", "code"),
    parts.Column("Mô hình", "name", lead=True),
    parts.Column("Lĩnh vực", lambda row: row.field.label),
    parts.Column("Đơn vị", "unit_name"),
    parts.Column("Năm", lambda row: str(row.year)),
    parts.Column("Bước", lambda row: row.state.label),
    parts.Column("Dấu hiệu hoạt động", lambda row: _sign(lives[row.year_id])),
    parts.Column("Điểm", lambda row: _score(row.checked_score if row.checked_score is not None else row.self_score), right=True),
)


def _sign(life: Life) -> str:
    if life.stage in (Stage.ENDED, Stage.STOPPED):
        return life.stage.label
    return f"Gần nhất {parts.day(life.last_sign)}" + ("" if life.silent_days is None else f", im lặng {life.silent_days} ngày")


def _score(score: int | None) -> str:
    return "" if score is None else numbers.decimal(score)


def filters() -> ModelFilters:
    """What is looked for; tags wait behind a click."""
    this_year = dates.today().year
    search, year, field, owner = st.columns([3, 1, 1.8, 1.5], vertical_alignment="bottom")
    with search:
        words = parts.search_box("models", placeholder="Tên mô hình, mã, tập thể, địa bàn")
    in_year = year.selectbox("Năm", [None, *range(this_year + 1, this_year - 6, -1)], format_func=lambda y: str(y) if y else "Mọi năm", key="models_year")
    of_field = field.selectbox("Lĩnh vực", [None, *Field], format_func=lambda f: f.label if f else "Mọi lĩnh vực", key="models_field")
    of_owner = owner.selectbox("Loại", [None, *Owner], format_func=lambda o: o.label if o else "Mọi loại", key="models_owner")
    with st.expander("Lọc theo chỉ số PAPI, dân chủ ở cơ sở, đơn vị"):
        papi, democracy, unit = st.columns(3)
        tag = papi.selectbox("Chỉ số PAPI", [None, *Papi], format_func=lambda p: f"{p.value}. {p.label}" if p else "Tất cả", key="models_papi")
        side = democracy.selectbox("Dân chủ ở cơ sở", [None, *Democracy], format_func=lambda d: d.label if d else "Tất cả", key="models_democracy")
        names = {node.unit.id: node.unit.name for node in units.tree(who)}
        of_unit = unit.selectbox("Đơn vị", [None, *names], format_func=lambda u: names[u] if u else "Tất cả đơn vị", key="models_unit")
    return ModelFilters(words, (), in_year, of_field, of_owner, tag, side, of_unit)


left, right = st.columns([5, 1.5], vertical_alignment="center")
left.title("Mô hình Dân vận khéo")
if allowed(who, Verb.SEE_EXAMPLES):
    frame.link("pages/models/examples.py", "Mô hình để học tập, làm theo", ":material/content_copy:")
if allowed(who, Verb.SEE_IMPACT):
    frame.link("pages/ledger/ledger.py", "Sổ kết quả: số liệu các mô hình mang lại", ":material/menu_book:")
if allowed(who, Verb.REGISTER_MODEL) and right.button("Đăng ký mô hình", icon=":material/add:", type="primary", width="stretch"):
    frame.go("pages/models/register.py")
asked = filters()
if st.toggle("Chỉ mô hình im lặng", value=st.query_params.get("im-lang") == "1", key="models_silent", help=f"Quá {actions.silent_after()} ngày không có dấu hiệu hoạt động nào khi đã đến hạn ghi."):
    asked = replace(asked, year_ids=actions.silent(who))
counts = actions.counts(who, asked)
state = st.pills("Bước", list(counts), format_func=lambda s: f"{s.label} · {counts.get(s, 0)}", key="models_state", label_visibility="collapsed")
page = parts.page_of(f"models:page:{state}", SIZE)
shown = replace(asked, states=(state,) if state else ())
found = actions.find(who, shown, limit=page.limit, offset=page.offset, counts=counts)
why = "Không có mô hình nào như vậy. Anh/chị bỏ bớt điều kiện lọc." if asked != ModelFilters() or state else (
    "Chưa có mô hình nào. Bấm «Đăng ký mô hình» để bắt đầu." if allowed(who, Verb.REGISTER_MODEL) else "Chưa có mô hình nào. Các đơn vị đăng ký thì mô hình hiện ở đây."
)
lives.update(actions.lives(who, found.rows))
chosen = parts.paged_table(found.rows, COLUMNS, found.total, f"models:page:{state}", empty=why, size=SIZE, unit="mô hình")
if found.rows and allowed(who, Verb.EXPORT):
    parts.exports("mo-hinh-dan-van-kheo", lambda: actions.workbook(who, shown), lambda: actions.csv_file(who, shown))
if chosen is not None:
    frame.go("pages/models/model.py", id=chosen.year_id)
