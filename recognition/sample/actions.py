"""Fill an empty database with the sample campaign."""

from collections.abc import Callable

from recognition.accounts import actions as accounts
from recognition.sample import cases, ending, ground
from recognition.sample.words import TODAY

Told = Callable[[float, str], None]


def build(told: Told) -> None:
    """The whole sample; `told(share, sentence)` hears how far it is. The database is empty and marked as the sample.

    Raises what the actions raise: then the database is to be thrown away.
    """
    laid = ground.lay(told, (0.0, 0.4))
    year = cases.Year(laid)
    told(0.4, "Phong trào thi đua")
    cases.begin(year)
    year.live(ending.JUNE - ending.NOTICE, lambda done: told(0.4 + 0.15 * min(1.0, done / 600), f"Nửa đầu năm: {done} việc"))
    told(0.55, "Phiên họp tháng 6")
    ending.decide_in_june(year)
    year.live(ending.SESSION_DAY - ending.NOTICE, lambda done: told(0.6 + 0.2 * min(1.0, done / 700), f"Nửa cuối năm: {done} việc"))
    told(0.8, "Phiên họp tháng 10, quyết định, giấy khen")
    ending.decide(year)
    told(0.9, "Những việc gần đây")
    year.live(TODAY, lambda _done: None)
    ending.latest(year)
    accounts.free_of_codes()
    told(1.0, "Xong")
