"""Doing once, errors under fields, confirmation, tables: the parts that every screen uses."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared import look, tables
from recognition.hall.errors import AlreadyDone, Busy, Invalid
from recognition.hall.words import ModelState, State
from vietnamese import dates


def form() -> None:
    import streamlit as st

    from pages.shared import parts, slots

    slots.fresh()
    st.text_input("Tên", key="name")
    parts.field_error("save", "name")
    if st.button("Lưu"):
        result = parts.do("save", lambda key: st.session_state["call"](key))
        st.session_state["result"] = result


def run(call):
    app = AppTest.from_function(form, default_timeout=20)
    app.session_state["call"] = call
    app.run()
    app.button[0].click().run()
    return app


def under(app) -> list[str]:
    return [element.value for element in app.markdown]


@pytest.mark.parametrize(
    ("moment", "words"),
    (
        (datetime(2026, 11, 25, 16, 59), "Hạn 26/11"),  # 23:59 of the day before, in Vietnam
        (datetime(2026, 11, 25, 17, 0), "Hôm nay"),
        (datetime(2026, 11, 26, 16, 59), "Hôm nay"),
        (datetime(2026, 11, 26, 17, 0), "Trễ 1 ngày"),
    ),
)
def test_days_left_change_at_local_midnight_and_at_no_other_hour(monkeypatch, moment, words):
    said = []
    monkeypatch.setattr(look.st, "badge", lambda text, **_: said.append(text))
    with dates.pretended(moment):
        look.deadline(date(2026, 11, 26))
    assert said == [words]


def test_a_deadline_of_another_year_says_its_year(monkeypatch):
    said = []
    monkeypatch.setattr(look.st, "badge", lambda text, **_: said.append(text))
    with dates.pretended(datetime(2026, 11, 24, 2, 0)):
        look.deadline(date(2026, 12, 18))
        look.deadline(date(2027, 2, 3))
    assert said == ["Hạn 18/12", "Hạn 03/02/2027"]


def test_a_wrong_field_gets_its_sentence_at_once_and_keeps_it_until_it_is_mended():
    answers = [Invalid({"name": "Anh/chị nhập tên (bắt buộc)."}), "xong"]

    def call(_key):
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    app = run(call)
    assert under(app) == [":red[:material/error: Anh/chị nhập tên \\(bắt buộc\\)\\.]"]
    app.run()
    assert len(under(app)) == 1
    app.button[0].click().run()
    assert (app.session_state["result"], under(app)) == ("xong", [])


def test_a_field_that_was_mended_loses_its_sentence_though_something_else_is_refused_now():
    answers = [Invalid({"name": "Anh/chị nhập tên."}), Invalid({"": "Số đo lệch quá 15 mm."})]

    def call(_key):
        raise answers.pop(0)

    app = run(call)
    app.button[0].click().run()
    assert (under(app), [each.value for each in app.error]) == ([], ["Số đo lệch quá 15 mm\\."])


def test_an_action_that_gives_nothing_back_went_through_unless_it_was_refused():
    def form() -> None:
        import streamlit as st

        from pages.shared import parts, slots

        slots.fresh()
        st.session_state["went"] = parts.did("save", lambda key: st.session_state["call"](key))

    def refused(_key):
        raise Busy()

    app = AppTest.from_function(form, default_timeout=20)
    answers = []
    for call in (lambda _key: None, lambda _key: 0, refused):
        app.session_state["call"] = call
        app.run()
        answers.append(app.session_state["went"])
    assert answers == [True, True, False]


def test_what_has_no_field_is_said_below():
    def call(_key):
        raise Invalid({"": "Chưa được.", "khac": "Ô khác sai."})

    app = run(call)
    assert app.error[0].value == "Chưa được\\.\n\nÔ khác sai\\."


def test_other_refusals_are_one_sentence():
    def call(_key):
        raise Busy()

    assert "đang bận" in run(call).error[0].value


def test_the_key_stays_until_success_then_changes():
    keys = []

    def call(key):
        keys.append(key)
        if len(keys) < 3:
            raise Busy()
        return "xong"

    app = run(call)
    for _ in range(3):
        app.button[0].click().run()
    assert (keys[0] == keys[1] == keys[2], keys[3] != keys[0]) == (True, True)


def test_a_second_click_counts_as_success_with_the_first_one_s_id():
    made = str(uuid4())

    def call(_key):
        raise AlreadyDone(made)

    app = run(call)
    assert (app.session_state["result"], len(app.error)) == (made, 0)


def test_unforeseen_errors_are_not_swallowed():
    def call(_key):
        raise KeyError("x")

    assert run(call).exception


@pytest.mark.parametrize("text", ("**đậm** _nghiêng_ [link](http://x) ![](http://x) <b> `x` $y$ :red[x] # đầu ~~x~~", "1. một", "a|b"))
def test_people_s_words_are_never_markup(text):
    said = look.said(text)
    bare = said.replace("\\", "")
    assert bare == " ".join(text.split())
    assert not [at for at, letter in enumerate(said) if letter in "*_[]()`<>#$:~!|" and said[at - 1] != "\\"]


@pytest.mark.parametrize(
    ("value", "shown"),
    (
        (None, ""),
        (date(2026, 11, 5), "05/11/2026"),
        (datetime(2026, 11, 24, 7, 32), "24/11/2026 14:32"),
        (True, "Có"),
        (1234567, "1.234.567"),
        (State.AWARDED, "Đã khen"),
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-x", "'-x"),
        ("@sum", "'@sum"),
        ("\tx", "'\tx"),
        ("Lê Văn Tòng", "Lê Văn Tòng"),
    ),
)
def test_cells_are_as_people_read_them_and_no_formula(value, shown):
    assert tables._shown(value) == shown


def test_every_state_has_its_badge():
    assert set(look._STATES) == set(State)
    assert set(look._MODEL_STATES) == set(ModelState)


def table() -> None:
    import streamlit as st

    from pages.shared import parts
    from recognition.hall.paging import Found

    page = parts.page_of("list", 2)
    rows = st.session_state["rows"]
    st.session_state["page"] = (page.limit, page.offset)
    found = Found(tuple(rows[page.offset : page.offset + page.limit]), len(rows))
    st.session_state["chosen"] = parts.paged_table(found, (parts.Column("Tên", "name"), parts.Column("Dài", lambda r: len(r.name))), page_key="list", size=2, unit="người")


@dataclass(frozen=True)
class Row:
    name: str


def test_a_table_goes_by_pages_and_says_how_many():
    app = AppTest.from_function(table, default_timeout=20)
    app.session_state["rows"] = [Row("Lê"), Row("Trần"), Row("Nguyễn")]
    app.run()
    assert app.caption[0].value == "1–2 trong 3 người"
    app.session_state["list"] = 2
    app.run()
    assert (app.caption[0].value, app.session_state["page"]) == ("3–3 trong 3 người", (2, 2))
    app.session_state["rows"] = [Row("Lê")]
    app.run()
    assert app.caption[0].value == "1 người"
    assert not app.exception


def whole() -> None:
    import streamlit as st

    from pages.shared import parts

    parts.paged_table(st.session_state["rows"], (parts.Column("Tên", "name"),), page_key="list", size=2, unit="người")


def test_a_whole_list_is_cut_into_pages():
    app = AppTest.from_function(whole)
    app.session_state["rows"] = [Row("Lê"), Row("Trần"), Row("Nguyễn")]
    app.session_state["list"] = 2
    app.run()
    assert (list(app.dataframe[0].value["Tên"]), app.caption[0].value) == (["Nguyễn"], "3–3 trong 3 người")


def test_on_a_phone_a_table_is_a_list_with_a_button_for_each_row(monkeypatch):
    monkeypatch.setattr(tables, "on_phone", lambda: True)
    app = AppTest.from_function(table, default_timeout=20)
    app.session_state["rows"] = [Row("Lê *Văn*"), Row("Trần")]
    app.run()
    assert [element.value for element in app.markdown] == ["**Lê \\*Văn\\***  \n:small[:gray[Dài\\: 8]]", "**Trần**  \n:small[:gray[Dài\\: 4]]"], "a bare number says nothing"
    app.button[1].click().run()
    assert (app.session_state["chosen"], len(app.dataframe)) == (Row("Trần"), 0)


def several() -> None:
    import streamlit as st

    from pages.shared import parts

    columns = (parts.Column("Mã", "code"), parts.Column("Tên", "name", lead=True), parts.Column("Điểm", "points", right=True))
    st.session_state["chosen"] = parts.grid(st.session_state["rows"], columns, "several", mode=st.session_state["mode"], alt="Danh sách")


ROWS = [{"id": 7, "code": "A1", "name": "Lê", "points": 9}, {"id": 8, "code": "B2", "name": "Trần", "points": 8}, {"id": 9, "code": "C3", "name": "Ngô", "points": 7}]


def test_on_a_phone_rows_are_chosen_by_a_box_and_the_tick_stays_with_its_row(monkeypatch):
    monkeypatch.setattr(tables, "on_phone", lambda: True)
    app = AppTest.from_function(several, default_timeout=20)
    app.session_state["rows"], app.session_state["mode"] = ROWS, "multi-row"
    app.run()
    assert [box.label for box in app.checkbox][:2] == ["Chọn cả 3 dòng", "**Lê**  \n:small[:gray[A1 · Điểm\\: 9]]"]
    app.checkbox[2].check().run()
    assert (app.session_state["chosen"], len(app.dataframe)) == ([ROWS[1]], 0)
    app.session_state["rows"] = ROWS[1:]
    app.run()
    assert app.session_state["chosen"] == [ROWS[1]]
    app.checkbox[0].check().run()
    assert app.session_state["chosen"] == ROWS[1:]


def test_on_a_phone_a_table_that_only_tells_is_a_list_without_buttons(monkeypatch):
    monkeypatch.setattr(tables, "on_phone", lambda: True)
    app = AppTest.from_function(several, default_timeout=20)
    app.session_state["rows"], app.session_state["mode"] = ROWS[:1], None
    app.run()
    assert ([element.value for element in app.markdown], len(app.button), len(app.dataframe)) == (["**Lê**  \n:small[:gray[A1 · Điểm\\: 9]]"], 0, 0)


def asking() -> None:
    import streamlit as st

    from pages.shared import parts, slots

    slots.fresh()
    if st.button("Từ chối…"):
        parts.ask("refuse")
    got = parts.confirm("refuse", "Từ chối", "3 hồ sơ sẽ bị từ chối.", "Từ chối", lambda key: st.session_state["call"](key))
    if got is not None:
        st.session_state["got"] = got


def press(app, label: str):
    next(button for button in app.button if button.label == label).click().run()


def test_a_confirmation_says_what_will_happen_and_gives_its_result_once():
    app = AppTest.from_function(asking, default_timeout=20)
    app.session_state["call"] = lambda _key: "xong"
    app.run()
    assert [button.label for button in app.button] == ["Từ chối…"]
    press(app, "Từ chối…")
    assert "3 hồ sơ sẽ bị từ chối\\." in [element.value for element in app.markdown]
    press(app, "Từ chối")
    assert app.session_state["got"] == "xong"
    assert [button.label for button in app.button] == ["Từ chối…"]


def test_a_confirmation_may_be_left_and_stays_open_when_refused():
    app = AppTest.from_function(asking, default_timeout=20)
    app.session_state["call"] = lambda _key: (_ for _ in ()).throw(Busy())
    app.run()
    press(app, "Từ chối…")
    press(app, "Từ chối")
    assert "đang bận" in app.error[0].value
    press(app, "Thôi")
    assert [button.label for button in app.button] == ["Từ chối…"]
    assert "got" not in app.session_state


def numbers_form() -> None:
    import streamlit as st

    from pages.shared import parts, slots

    slots.fresh()
    sheets = parts.whole("Số tờ", form="save", field="sheets", key="sheets")
    parts.field_error("save", "sheets")
    width = parts.decimal("Ngang", 297.5, form="save", field="width", key="width", needed=True)
    parts.field_error("save", "width")
    if st.button("Lưu"):
        st.session_state["result"] = parts.do("save", lambda _key: (sheets, width))


@pytest.mark.parametrize(
    ("sheets", "width", "result", "sentence"),
    (
        ("1.300", "297,5", (1_300, 297.5), ""),
        ("", "210", (None, 210.0), ""),
        ("-4", "1.000", (-4, 1_000.0), ""),
        ("3,5", "297,5", None, "«3,5» không phải số nguyên."),
        ("1e3", "297,5", None, "«1e3» không phải số nguyên."),
        ("12", "rộng", None, "«rộng» không phải một số."),
        ("12", "", None, "Anh/chị chưa nhập số."),
    ),
)
def test_a_number_is_read_as_people_write_it_or_refused_and_stays_as_it_was_typed(sheets, width, result, sentence):
    app = AppTest.from_function(numbers_form, default_timeout=20).run()
    assert [each.value for each in app.text_input] == ["", "297,5"]
    app.text_input[0].set_value(sheets)
    app.text_input[1].set_value(width)
    app.button[0].click().run()
    assert (app.session_state["result"], [each.value for each in app.text_input]) == (result, [sheets, width])
    assert [sentence in each.replace("\\", "") for each in under(app)] == ([True] if sentence else [])
    app.text_input[0].set_value("12")
    app.text_input[1].set_value("1")
    app.button[0].click().run()
    assert (app.session_state["result"], under(app)) == ((12, 1.0), [])


def test_a_number_that_a_draft_kept_before_stands_in_its_field():
    app = AppTest.from_function(numbers_form, default_timeout=20)
    app.session_state["sheets"] = 46
    app.run()
    assert not app.exception
    assert app.text_input[0].value == "46"
