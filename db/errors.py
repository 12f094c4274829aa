"""What can go wrong in the store, each with one Vietnamese sentence for the screen."""

from __future__ import annotations


class StoreError(Exception):
    """Base of every error that this room raises on purpose; `sentence` is fit for a screen."""

    default = "Cơ sở dữ liệu gặp trục trặc. Anh/chị thử lại sau ít phút."

    def __init__(self, sentence: str | None = None, *, detail: str = "") -> None:
        self.sentence = sentence or self.default
        self.detail = detail
        super().__init__(f"{self.sentence} [{detail}]" if detail else self.sentence)


class Violation(StoreError):
    """A row breaks a rule of its table. `kind`: unique, check, not_null, foreign_key or value.

    `detail` is the engine's own message (English, may hold the offending value): for the log, not the screen.
    """

    default = "Dữ liệu trùng với một bản ghi đã có hoặc chưa đúng quy định của bảng, nên chưa được lưu."

    def __init__(self, kind: str, *, detail: str = "") -> None:
        self.kind = kind
        super().__init__(detail=detail)


class Conflict(StoreError):
    """Another transaction changed the same rows first; the whole transaction may be tried again."""

    default = "Có người khác vừa sửa cùng một chỗ, nên việc này chưa được lưu. Anh/chị tải lại trang rồi làm lại."


class Unavailable(StoreError):
    """The store cannot serve now. With `unsure`, nobody knows whether the last commit was stored."""

    default = "Chưa kết nối được cơ sở dữ liệu. Dữ liệu đã lưu vẫn còn nguyên; anh/chị đợi một phút rồi thử lại."
    unsure_sentence = (
        "Mất kết nối với cơ sở dữ liệu đúng lúc đang ghi, nên chưa rõ việc vừa rồi đã được lưu hay chưa. "
        "Anh/chị tải lại trang để xem trước khi làm lại."
    )

    def __init__(self, sentence: str | None = None, *, detail: str = "", unsure: bool = False) -> None:
        self.unsure = unsure
        super().__init__(sentence or (self.unsure_sentence if unsure else None), detail=detail)


class DatabaseBusy(Unavailable):
    """Somebody else holds the file, or the write lock did not come free in time. `pid` where known."""

    default = "Cơ sở dữ liệu đang bận xử lý việc khác. Anh/chị thử lại sau ít giây."

    def __init__(self, sentence: str | None = None, *, detail: str = "", pid: int | None = None) -> None:
        self.pid = pid
        if sentence is None and pid is not None:
            sentence = (
                f"Tệp cơ sở dữ liệu đang được một chương trình khác giữ (tiến trình số {pid}). "
                "Anh/chị đóng chương trình đó rồi thử lại."
            )
        super().__init__(sentence, detail=detail)


class DiskFull(Unavailable):
    """No room to write; nothing of the transaction was stored."""

    default = "Ổ đĩa đã đầy nên việc này chưa được lưu. Anh/chị báo người quản trị dọn bớt chỗ rồi làm lại."


class TooSlow(Unavailable):
    """A question took longer than it may and was stopped."""

    default = "Câu hỏi này mất quá nhiều thời gian nên đã được dừng lại. Anh/chị thu hẹp phạm vi tìm rồi thử lại."


class Corrupt(Unavailable):
    """The database file cannot be read."""

    default = (
        "Tệp cơ sở dữ liệu bị hỏng hoặc không phải tệp của chương trình này, nên không mở được. "
        "Anh/chị giữ nguyên tệp đó và phục hồi từ bản sao lưu gần nhất."
    )


class NewerSchema(StoreError):
    """The database was made by a newer version of the program."""

    default = (
        "Cơ sở dữ liệu này do một phiên bản mới hơn của chương trình tạo ra. "
        "Anh/chị cập nhật chương trình rồi mở lại; dữ liệu chưa bị thay đổi gì."
    )


class MigrationRefused(StoreError):
    """The migration files do not continue what was applied: edited, missing or out of order."""

    default = "Các bước nâng cấp cơ sở dữ liệu không khớp với những bước đã chạy, nên chưa nâng cấp gì."


class ChainBroken(StoreError):
    """The log, or its mark outside the database, does not agree. `seq` is the first bad entry where known."""

    default = "Nhật ký không còn khớp: có dòng bị sửa, bị xóa hoặc bị chèn."

    def __init__(self, sentence: str | None = None, *, detail: str = "", seq: int | None = None) -> None:
        self.seq = seq
        super().__init__(sentence, detail=detail)


class RolledBack(ChainBroken):
    """The database is older than the marks kept outside it: acknowledged work is missing."""


class Refused(StoreError):
    """A command was asked for something that it must not do, such as restoring over existing data."""

    default = "Không thực hiện được yêu cầu này."
