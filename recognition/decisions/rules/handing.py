"""Handing awards over: what may be handed over, and how the receiver is written (the last column of the register, «ký nhận»)."""

from datetime import date

from recognition.decisions.terms import AwardState, MoneyWay
from vietnamese import dates

_NOT_IN_FORCE = {
    AwardState.REVOKED: "Khen thưởng này đã bị thu hồi, không trao nữa. Giấy, tiền và hiện vật anh/chị giữ lại.",
    AwardState.CORRECTED: "Khen thưởng này đã có quyết định sau đính chính hoặc thay thế. Anh/chị ghi trao ở quyết định sau.",
}


def standing(state: AwardState) -> str:
    """Why an award is not handed over; empty when it may be."""
    return _NOT_IN_FORCE.get(state, "")


def already(handed_on: date | None, handed_to: str | None) -> str:
    """The sentence on what was handed over before, which a list never changes; empty when nothing was."""
    if handed_on is None:
        return ""
    return f"Đã ghi trao ngày {dates.short(handed_on)} cho {handed_to}, giữ nguyên như đã ghi."


def receiver(name: str, taken_by: str, money: MoneyWay) -> str:
    """Who received, as the register says it: the recipient, or who took it for them; money by transfer is said."""
    said = f"{taken_by} (nhận thay)" if taken_by else name
    return f"{said}; tiền chuyển khoản" if money is MoneyWay.TRANSFER else said
