"""The few errors that people can meet. Each knows its Vietnamese sentence."""

from collections.abc import Mapping
from typing import TypeVar

Thing = TypeVar("Thing")


class HallError(Exception):
    """Base of all: `sentence` is what the person reads."""

    sentence = "Có lỗi xảy ra. Anh/chị thử lại sau."

    def __init__(self, sentence: str | None = None) -> None:
        if sentence is not None:
            self.sentence = sentence
        super().__init__(self.sentence)


class NotAllowed(HallError):
    """The person may not do this."""

    sentence = "Anh/chị không có quyền làm việc này. Nếu cần, anh/chị hỏi người quản trị."


class NotFound(HallError):
    """It does not exist, or the person may not see it: the same answer for both."""

    sentence = "Không tìm thấy nội dung này, hoặc anh/chị không được xem."


class Invalid(HallError):
    """What was typed is wrong: field → sentence. The empty field name stands for the whole."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self.fields = dict(fields)
        super().__init__(" ".join(self.fields.values()))


class Stale(HallError):
    """Somebody else changed it since it was shown."""

    sentence = "Người khác vừa thay đổi nội dung này. Anh/chị xem lại bản mới rồi làm tiếp."


class Busy(HallError):
    """Two at the same moment; trying again helps."""

    sentence = "Hệ thống đang bận vì có người khác ghi cùng lúc. Anh/chị bấm lại sau giây lát."


class Unavailable(HallError):
    """The database or the disk does not answer."""

    sentence = "Chưa kết nối được với cơ sở dữ liệu. Nội dung vừa nhập chưa được lưu. Anh/chị thử lại sau ít phút."


class AlreadyDone(HallError):
    """The same click came twice; the first one counted. `result` is what it returned (an id), as text."""

    sentence = "Việc này đã được ghi nhận ở lần bấm trước."

    def __init__(self, result: str) -> None:
        self.result = result
        super().__init__()


def refuse(wrong: Mapping[str, str]) -> None:
    """Raise Invalid when there is something to mend."""
    if wrong:
        raise Invalid(wrong)


def fresh(changed: int) -> None:
    """Raise Stale when nothing was changed."""
    if not changed:
        raise Stale()


def there(found: Thing | None) -> Thing:
    """What was asked for. Raises NotFound when there is nothing."""
    if found is None:
        raise NotFound()
    return found
