"""The lists that other programs may read. A value stands here by name or it is not given: nothing that a row gets later leaks out by itself.

Rooms that bring heavy modules along are loaded when they are asked: the server starts without them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from recognition.hall.actor import Actor
from recognition.hall.paging import Page
from recognition.hall.words import ModelState, State
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Filters
from web.api.terms import Asked, Offered, Value

_SEARCH = Asked("q", "Tìm theo tên, mã; không cần dấu")


def _of(name: str) -> Callable[[Any], object]:
    return lambda row: getattr(row, name)


def _label(name: str) -> Callable[[Any], object]:
    return lambda row: getattr(row, name).label


def _text(name: str, about: str) -> Value:
    return Value(name, "text", about, _of(name))


def _word(name: str, about: str) -> tuple[Value, Value]:
    """A word as its code and as people read it."""
    return Value(name, "text", f"{about}, mã", _of(name)), Value(f"{name}_label", "text", about, _label(name))


def _day(name: str, about: str) -> Value:
    return Value(name, "day", about, _of(name))


# -- nominations ---------------------------------------------------------------------------------------------------------


def _nominations(who: Actor, asked: Mapping[str, str], page: Page) -> tuple[Sequence[Any], int]:
    states = (State(asked["state"]),) if "state" in asked else ()
    found = nominations.find(who, Filters(search=asked.get("q", ""), states=states), limit=page.limit, offset=page.offset)
    return found.rows, found.total


NOMINATIONS = Offered(
    "nominations", "Hồ sơ đề nghị khen thưởng",
    (
        Value("id", "id", "Định danh", _of("id")), _text("code", "Mã hồ sơ"), *_word("subject", "Loại hồ sơ"), *_word("commendation", "Loại khen thưởng"),
        _text("title", "Việc được nêu"), _text("recipient_name", "Người hoặc tập thể được đề nghị"), Value("unit_id", "id", "Đơn vị đề nghị, định danh", _of("unit_id")),
        _text("unit_name", "Đơn vị đề nghị"), _text("award_name", "Hình thức đề nghị"), _text("campaign_name", "Phong trào"), _day("deed_date", "Ngày làm việc tốt"),
        *_word("state", "Bước đang ở"), Value("sent_at", "moment", "Lúc gửi (UTC)", _of("sent_at")),
    ),
    (_SEARCH, Asked("state", "Bước đang ở, mã", tuple(State))), _nominations,
)  # fmt: skip

# -- models --------------------------------------------------------------------------------------------------------------


def _models(who: Actor, asked: Mapping[str, str], page: Page) -> tuple[Sequence[Any], int]:
    from recognition.dan_van_kheo import actions as models
    from recognition.dan_van_kheo.terms import ModelFilters

    states = (ModelState(asked["state"]),) if "state" in asked else ()
    found = models.find(who, ModelFilters(search=asked.get("q", ""), states=states), limit=page.limit, offset=page.offset)
    return found.rows, found.total


MODELS = Offered(
    "models", "Mô hình «Dân vận khéo», mỗi năm một dòng",
    (
        Value("id", "id", "Mô hình trong năm, định danh", _of("year_id")), Value("model_id", "id", "Mô hình, định danh", _of("model_id")), _text("code", "Mã mô hình"),
        _text("name", "Tên mô hình"), *_word("field", "Lĩnh vực"), *_word("owner", "Tập thể hay cá nhân"), _text("unit_name", "Đơn vị"),
        _text("recipient_name", "Chủ mô hình"), Value("year", "number", "Năm", _of("year")), _text("campaign_name", "Phong trào"), *_word("state", "Bước đang ở"),
    ),
    (_SEARCH, Asked("state", "Bước đang ở, mã", tuple(ModelState))), _models,
)  # fmt: skip

# -- decisions -----------------------------------------------------------------------------------------------------------


def _decisions(who: Actor, asked: Mapping[str, str], page: Page) -> tuple[Sequence[Any], int]:
    from recognition.decisions import actions as decisions

    found = decisions.find(who, asked.get("q", ""), None, page)
    return found.rows, found.total


DECISIONS = Offered(
    "decisions", "Quyết định khen thưởng",
    (
        Value("id", "id", "Định danh", _of("id")), _text("issuer_name", "Cơ quan ban hành"), *_word("kind", "Loại quyết định"), *_word("origin", "Từ đâu"),
        _text("title", "Trích yếu"), _text("number_text", "Số, ký hiệu"), _day("decided_on", "Ngày quyết định"), *_word("state", "Đang ở bước"),
        Value("awards", "number", "Số khen thưởng", _of("awards")),
    ),
    (_SEARCH,), _decisions,
)  # fmt: skip

# -- certificates --------------------------------------------------------------------------------------------------------


def _certificates(who: Actor, asked: Mapping[str, str], page: Page) -> tuple[Sequence[Any], int]:
    from recognition.issuing import actions as issuing

    found = issuing.register(who, search=asked.get("q", ""), page=page)
    return found.rows, found.total


CERTIFICATES = Offered(
    "certificates", "Sổ cấp giấy khen",
    (
        Value("id", "id", "Định danh", _of("certificate_id")), Value("decision_id", "id", "Quyết định, định danh", _of("decision_id")), _text("series", "Sổ"),
        Value("year", "number", "Năm của sổ", _of("year")), Value("number", "number", "Số vào sổ", _of("number")), _text("decision_number", "Số quyết định"),
        _day("decided_on", "Ngày quyết định"), _text("name", "Tên trên giấy"), _text("unit", "Đơn vị trên giấy"), _text("award_name", "Hình thức"),
        _text("wording", "Câu trên giấy"), Value("amount", "number", "Tiền thưởng, đồng", _of("amount")), _day("handed_over_on", "Ngày trao"), *_word("state", "Tình trạng giấy"),
    ),
    (_SEARCH,), _certificates,
)  # fmt: skip

# -- published -----------------------------------------------------------------------------------------------------------


def _examples(_who: Actor, asked: Mapping[str, str], page: Page) -> tuple[Sequence[Any], int]:
    from recognition.issuing import actions as issuing

    found = issuing.published(asked.get("q", ""), limit=page.limit, offset=page.offset)
    return found.rows, found.total


EXAMPLES = Offered(
    "examples", "Gương đã công bố",
    (
        Value("id", "id", "Định danh", _of("id")), _text("name", "Tên"), _text("subject", "Được khen về"), _text("detail", "Theo quyết định"), _text("story", "Câu chuyện"),
        _text("spread", "Nơi đã làm theo"),
    ),
    (_SEARCH,), _examples,
)  # fmt: skip

LISTS = (NOMINATIONS, MODELS, DECISIONS, CERTIFICATES, EXAMPLES)
