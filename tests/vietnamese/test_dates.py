import threading
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import dates, holidays


@pytest.mark.parametrize(
    "text", ("05/11/2026", "5-11-2026", "5.11.2026", "2026-11-05", "ngày 05 tháng 11 năm 2026", " 5 / 11 / 2026\u00a0")
)
def test_parse_reads_the_usual_forms(text):
    assert dates.parse(text) == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("text", "sentence"),
    (
        ("31/02/2026", "Tháng 02/2026 chỉ có 28 ngày, không có ngày 31. Anh/chị kiểm tra lại ngày."),
        ("29/02/2026", "Tháng 02/2026 chỉ có 28 ngày, không có ngày 29. Anh/chị kiểm tra lại ngày."),
        ("11/31/2026", "Không có tháng 31. Anh/chị nhập theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026."),
        ("05/11/26", "«05/11/26» không phải ngày. Anh/chị nhập đủ ngày/tháng/năm, ví dụ 05/11/2026."),
        ("ngày " * 60, "«ngày ngày ngày ngày ngày ngày ngày ngày…» không phải ngày. Anh/chị nhập đủ ngày/tháng/năm, ví dụ 05/11/2026."),
        ("hôm qua", "«hôm qua» không phải ngày. Anh/chị nhập đủ ngày/tháng/năm, ví dụ 05/11/2026."),
        ("01/01/0026", "Năm 26 không hợp lý. Anh/chị kiểm tra lại năm."),
        ("", "Anh/chị chưa nhập ngày."),
    ),
)
def test_parse_says_what_is_wrong(text, sentence):
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the whole sentence is compared below
        dates.parse(text)
    assert str(error.value) == sentence


def test_writing():
    assert dates.short(date(2026, 11, 5)) == "05/11/2026"
    assert dates.long(date(2026, 11, 5)) == "ngày 05 tháng 11 năm 2026"
    assert dates.long(date(2026, 2, 9)) == "ngày 09 tháng 02 năm 2026"
    assert dates.long(date(2026, 3, 15)) == "ngày 15 tháng 3 năm 2026"
    assert dates.moment(datetime(2026, 11, 24, 7, 32)) == "24/11/2026 14:32"
    assert dates.moment(datetime(2026, 12, 31, 17, 0)) == "01/01/2027 00:00"
    assert [dates.weekday(date(2026, 11, d)) for d in (22, 23, 24)] == ["Chủ Nhật", "Thứ Hai", "Thứ Ba"]


def test_fixed_holds_today_in_every_thread_while_the_clock_goes_on():
    seen = []
    with dates.fixed(date(2026, 11, 24)):
        thread = threading.Thread(target=lambda: seen.append(dates.today()))
        thread.start()
        thread.join()
        first, second = dates.now_utc(), dates.now_utc()
        with dates.fixed(datetime(2026, 11, 24, 17, 30)):
            assert dates.today() == date(2026, 11, 25)
    assert seen == [date(2026, 11, 24)]
    assert datetime(2026, 11, 24, 5) <= first <= second < datetime(2026, 11, 24, 6)
    assert dates.now_utc().tzinfo is None


TET_2026 = [date(2026, 2, day) for day in range(16, 21)]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    (
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(2026, 11, 23), date(2026, 11, 24), 1),
        (date(2026, 11, 20), date(2026, 11, 23), 1),
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 24), date(2026, 11, 23), -1),
        (date(2026, 2, 13), date(2026, 2, 23), 1),
        (date(2026, 1, 1), date(2026, 12, 31), 255),
    ),
)
def test_working_days_leave_out_weekends_and_the_given_holidays(start, end, days):
    assert dates.working_days_between(start, end, TET_2026) == days


def test_holidays_are_an_editable_set():
    may = (date(2026, 4, 29), date(2026, 5, 5))
    usual = set(holidays.of_years([2026]))
    assert dates.working_days_between(*may) == 4
    assert dates.working_days_between(*may, usual) == 2
    assert dates.working_days_between(*may, {*usual, date(2026, 5, 4)}) == 1


def test_first_list_of_holidays_has_the_fixed_dates_of_article_112():
    assert holidays.of_years([2027]) == {
        date(2027, 1, 1): "Tết Dương lịch",
        date(2027, 4, 30): "Ngày Chiến thắng",
        date(2027, 5, 1): "Ngày Quốc tế lao động",
        date(2027, 9, 2): "Quốc khánh",
    }


def test_add_working_days():
    assert dates.add_working_days(date(2026, 2, 13), 1, TET_2026) == date(2026, 2, 23)
    assert dates.add_working_days(date(2026, 11, 20), 5) == date(2026, 11, 27)
    assert dates.add_working_days(date(2026, 11, 23), -1) == date(2026, 11, 20)
    assert dates.add_working_days(date(2026, 11, 22), 0) == date(2026, 11, 22)


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 400),
    st.sets(st.dates(date(2020, 1, 1), date(2030, 1, 1))),
)
def test_counting_agrees_with_walking(start, length, off):
    end = start + timedelta(days=length)
    walked = sum(dates.is_working_day(start + timedelta(days=i), off) for i in range(1, length + 1))
    assert dates.working_days_between(start, end, off) == walked


def test_days_left():
    assert [dates.days_left(date(2026, 11, 24), date(2026, 11, d)) for d in (20, 24, 30)] == [-4, 0, 6]


def test_a_pretended_clock_is_this_threads_alone():
    seen = []
    with dates.pretended(datetime(2026, 3, 5, 1, 0)):
        mine = dates.today()
        other = threading.Thread(target=lambda: seen.append(dates.today()))
        other.start()
        other.join()
    assert (mine, seen[0] == dates.today()) == (date(2026, 3, 5), True)
