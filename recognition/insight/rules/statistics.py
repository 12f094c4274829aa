"""Where an award or a movement counts in a form of statistics. What no record tells is never guessed: it is a `Lack`."""

from collections.abc import Iterable
from datetime import date, timedelta

from recognition.insight.rules import statistics_forms as forms
from recognition.insight.terms.statistics import AwardFact, Column, Form, Lack, Movement, Place
from vietnamese.text import search_key

#: Levels of the catalogue from which an award is of the state, and of a ministry or province.
STATE_LEVEL, MINISTRY_LEVEL = 50, 40
#: What a closing day is when no regulation says it.
CLOSING = "14/12"
NO_CLOSING = f"Danh mục chưa có quy định về ngày chốt số liệu nên lấy {CLOSING} theo đề xuất của phần mềm. Người quản trị thêm ở trang «Quy định»."
NO_FORMS = "Mẫu biểu chưa đối chiếu với bản chính của Thông tư 2/2023/TT-BNV và Thông tư 18/2025/TT-BNV. Anh/chị đối chiếu trước khi gửi; người quản trị xác nhận ở trang «Quy định»."
#: How far back a year may be asked for.
LOOK_BACK = 10

LONGEST_RECEIVER = 200

_HONOURS = ("anh hung", "ba me", "tinh anh hung", "nha giao", "thay thuoc", "nghe si", "nghe nhan", "danh hieu")
_TOP_POSTS = ("chu tich", "pho chu tich", "chu nhiem", "pho chu nhiem")
_TOP_BODIES = ("uy ban nhan dan tinh", "uy ban nhan dan thanh pho", "ubnd tinh", "ubnd thanh pho", "hoi dong nhan dan tinh", "hoi dong nhan dan thanh pho", "hdnd tinh", "hdnd thanh pho")
_TOP_WORDS = ("bi thu tinh uy", "bi thu thanh uy", "bo truong", "thu truong", "bi thu trung uong")
_DEPARTMENT_POSTS = ("vu truong", "cuc truong", "giam doc so", "truong ban dang tinh", "chanh van phong tinh uy")
_HEADS = ("giam doc", "truong ban", "chanh van phong", "chanh thanh tra", "chu nhiem")


def period(year: int, closing: str) -> tuple[date, date]:
    """The days that a reporting year takes in, both included: from the day after last year's closing day to this year's.

    `closing` is day/month (no 29/02). Source: the regulation `statistics.closing`, not verified.
    """
    day, month = (int(part) for part in closing.split("/"))
    return date(year - 1, month, day) + timedelta(days=1), date(year, month, day)


def running_year(today: date, closing: str) -> int:
    """The reporting year that a day belongs to."""
    return today.year if today <= period(today.year, closing)[1] else today.year + 1


def check(year: int, running: int) -> dict[str, str]:
    """A year that has begun and is not too far back."""
    if year > running:
        return {"year": f"Năm báo cáo {year} chưa bắt đầu. Anh/chị chọn năm {running} trở về trước."}
    if year < running - LOOK_BACK:
        return {"year": f"Anh/chị chọn từ năm {running - LOOK_BACK} đến năm {running}."}
    return {}


def check_receiver(receiver: str) -> dict[str, str]:
    """The name of whoever receives the form stands on two lines of its head at most."""
    number = len(receiver.strip())
    return {"receiver": f"Tên đơn vị nhận báo cáo dài {number} ký tự, quá {LONGEST_RECEIVER}. Anh/chị viết gọn lại."} if number > LONGEST_RECEIVER else {}


def form_of(level: int) -> Form:
    """The form that an award of a level belongs to."""
    if level >= STATE_LEVEL:
        return Form.STATE
    return Form.MINISTRY if level >= MINISTRY_LEVEL else Form.BASE


def place(fact: AwardFact) -> Place:
    """Rows and columns of an award in the form of its level; no row at all where the form has no column for it."""
    form = form_of(fact.level)
    column = _COLUMN[form](fact, search_key(fact.award_name))
    if column is None:
        return Place((), (), (Lack.NO_COLUMN,))
    whom, no_class = _recipient(fact, forms.RECIPIENTS[form])
    how, no_manner = _manner(fact, forms.MANNERS[form])
    return Place((forms.TOTAL, *whom, *how), (forms.ALL, column), (*no_class, *no_manner))


def _ministry(fact: AwardFact, name: str) -> str | None:
    if fact.family == "title":
        return "3" if name.startswith("chien si thi dua") else None
    return {"bang_khen": "2", "flag": "4", "medal": "5"}.get(fact.family)


def _state(fact: AwardFact, name: str) -> str:
    if name.startswith(("huan chuong", "huy chuong")):
        return "2"
    if name.startswith("giai thuong"):
        return "3" if "ho chi minh" in name else "4"
    if fact.family == "title" and name.startswith("chien si thi dua"):
        return "8"
    if fact.family == "title" and name.startswith(_HONOURS):
        return "5"
    return {"flag": "6", "bang_khen": "7"}.get(fact.family, "9")


def _base(fact: AwardFact, name: str) -> str:
    if fact.family == "title":
        titles = {"chien si thi dua": "3", "lao dong tien tien": "4", "tap the lao dong tien tien": "5"}
        return next((code for start, code in titles.items() if name.startswith(start)), "7")
    return {"giay_khen": "2", "recognition_certificate": "6"}.get(fact.family, "7")


_COLUMN = {Form.MINISTRY: _ministry, Form.STATE: _state, Form.BASE: _base}


def _recipient(fact: AwardFact, first: int) -> tuple[tuple[str, ...], tuple[Lack, ...]]:
    if fact.kind == "collective":
        return tuple(_code(first + at) for at in ((0, 1) if fact.enterprise else (0,))), ()
    if fact.kind == "household":
        return (_code(first + 2),), ()
    if fact.recipient_class is None:
        return (_code(first + 3),), (Lack.NO_CLASS,)
    return (_code(first + 3), _code(first + 4 + group(fact))), ()


def group(fact: AwardFact) -> int:
    """Which of the form's five groups a person is of, from 0: by the class recorded on the day, leaders by post and unit.

    The circular does not say by which words; an enterprise's leader is a businessperson, a leader whose post names no higher
    body is one of «các cấp lãnh đạo khác».
    """
    if fact.recipient_class == "direct_worker":
        return 4
    if fact.enterprise:
        return 2
    post, unit = search_key(fact.post), search_key(fact.unit)
    both = f"{post} {unit}"
    if any(word in post for word in _TOP_WORDS) or (post.startswith(_TOP_POSTS) and any(body in both for body in _TOP_BODIES)):
        return 0
    bare = post.removeprefix("pho ")
    if any(word in post for word in _DEPARTMENT_POSTS) or (bare.startswith(_HEADS) and (unit.startswith("so ") or "tinh uy" in both or "thanh uy" in both)):
        return 1
    return 3


def _manner(fact: AwardFact, first: int) -> tuple[tuple[str, ...], tuple[Lack, ...]]:
    if fact.commendation is None:
        return (), (Lack.NO_MANNER,)
    if fact.commendation == "campaign":
        return (_code(first if fact.campaign == "regular" else first + 1),), ()
    return (_code(first + {"merit": 0, "spot": 2, "service": 4}[fact.commendation]),), ()


def _code(number: int) -> str:
    return f"{number:02d}"


def place_movement(movement: Movement) -> Place:
    """Rows and columns of a movement: its level as it was typed, its days, its kind."""
    length, kind = _length(movement.from_date, movement.to_date), "11" if movement.kind == "thematic" else "12"
    column = launched_by(movement.level)
    if column is None:
        return Place((forms.TOTAL, length, kind), (forms.ALL,), (Lack.NO_LEVEL,))
    scope = "04" if movement.clusters else {"2": "02", "3": "03", "4": "05"}[column]
    return Place((forms.TOTAL, scope, length, kind), (forms.ALL, column))


def launched_by(level: str) -> str | None:
    """The column of a level as people type it: «Trung ương», «Tỉnh», «cơ sở»; None when the word tells none of them."""
    said = search_key(level).removeprefix("cap ")
    if said.startswith(("trung uong", "toan quoc", "quoc gia", "nha nuoc")):
        return "2"
    if said.startswith(("co so", "don vi", "co quan", "dang uy", "dang bo", "xa", "phuong", "khoi", "cum", "chi bo", "cong doan")):
        return "4"
    if said.startswith(("tinh", "thanh pho", "bo", "ban", "nganh", "doan the")):
        return "3"
    return None


def _length(first: date, last: date) -> str:
    """By whole years, both days included: one year exactly has a row of its own."""
    end = last + timedelta(days=1)
    one, three, five = (_years_on(first, years) for years in (1, 3, 5))
    if end <= one:
        return "06" if end < one else "07"
    return "08" if end < three else "09" if end < five else "10"


def _years_on(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def columns(form: Form, facts: Iterable[AwardFact]) -> list[Column]:
    """The form's columns; on the state's form each order, medal, honour or other form of award has one of its own."""
    if form is not Form.STATE:
        return list(forms.COLUMNS[form])
    names: dict[str, dict[str, None]] = {}
    for fact in facts:
        names.setdefault(_state(fact, search_key(fact.award_name)), {})[fact.award_name] = None
    found: list[Column] = []
    for column in forms.COLUMNS[form]:
        each = sorted(names.get(column.code, ())) if column.code in forms.ONE_EACH else []
        found += [Column(f"{column.code}.{at}", name) for at, name in enumerate(each, 1)] or [column]
    return found


def exact(place: Place, fact: AwardFact, shown: Iterable[Column]) -> Place:
    """The place with the column of the award's own name, where the form has one for each."""
    own = {column.code.partition(".")[0]: column.code for column in shown if "." in column.code and column.name == fact.award_name}
    return Place(place.rows, tuple(own.get(code, code) for code in place.columns), place.lacks)


def count(places: Iterable[tuple[Place, int]]) -> tuple[dict[tuple[str, str], int], dict[Lack, int]]:
    """Cells, and how many lack what. Each pair: a place and how many facts have it."""
    cells: dict[tuple[str, str], int] = {}
    lacking: dict[Lack, int] = {}
    for at, number in places:
        for row in at.rows:
            for column in at.columns:
                cells[row, column] = cells.get((row, column), 0) + number
        for lack in at.lacks:
            lacking[lack] = lacking.get(lack, 0) + number
    return cells, lacking


def remarks(form: Form, party: int) -> list[str]:
    """What is said under a form: what is counted and what is not. `party`: awards of Party committees that are in it."""
    if form is Form.MOVEMENTS:
        return ["Đếm phong trào phát động trong kỳ, theo «Cấp» ghi ở phong trào. Phong trào phát động từ kỳ trước mà còn chạy không đếm lại."]
    said = [
        "Đếm lượt khen thưởng còn hiệu lực theo ngày quyết định, kể cả quyết định bên ngoài đã ghi vào sổ; đã huỷ thì không đếm, đính chính thì đếm một lần theo ngày của quyết định đầu.",
        "Lãnh đạo được xếp dòng theo chức vụ, đơn vị ghi lúc khen: thông tư không cho từ để xếp nên anh/chị mở ô để soát. Đối ngoại, niên hạn, kháng chiến: sổ không ghi, nếu có thì điền tay.",
    ]  # fmt: skip
    if form is Form.STATE:
        said.append("Dòng 02, 03 (đơn vị ban hành tờ trình): sổ không ghi, điền tay.")
    if party and form is Form.MINISTRY:
        said.append(f"Trong đó có {party} khen thưởng của cấp uỷ Đảng; biểu không nói rõ có tính hay không.")
    return said
