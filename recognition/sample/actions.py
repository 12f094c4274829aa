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
    year.live(ending.SESSION_DAY, lambda done: told(0.4 + 0.35 * min(1.0, done / 1200), f"Hồ sơ và mô hình: {done} việc"))
    told(0.75, "Phiên họp Hội đồng, quyết định")
    ending.decide(year)
    told(0.9, "Những việc gần đây")
    year.live(TODAY, lambda _done: None)
    ending.latest(year)
    accounts.free_of_codes()
    told(1.0, "Xong")
