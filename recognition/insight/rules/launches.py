"""«Phát mà không động»: when a launched campaign is called still."""

from datetime import date

from recognition.insight.terms.launches import Launch, Moves
from vietnamese import dates

#: Days without any registration or case after which a campaign is called still. A custom of the office: no regulation sets it.
STILL_DAYS = 30
CUSTOM = f"Mốc {STILL_DAYS} ngày là nếp làm việc của cơ quan, không phải quy định."


def quiet_days(moves: Moves, today: date) -> int | None:
    """Calendar days since the launch or the last entry, whichever is later; None before the campaign begins and once nothing can be sent."""
    ends = moves.to_date if moves.deadline is None else min(moves.deadline, moves.to_date)
    if not moves.begun <= today <= ends:
        return None
    return (today - max(moves.begun, moves.last or moves.begun)).days


def judged(moves: Moves, today: date) -> Launch:
    """The campaign with its days, and the sentence when it is still."""
    quiet = quiet_days(moves, today)
    still = quiet is not None and quiet >= STILL_DAYS
    return Launch(moves, quiet, still, _sentence(moves, quiet) if still and quiet is not None else "")


def _sentence(moves: Moves, quiet: int) -> str:
    if moves.last is None:
        return f"Phát động ngày {dates.short(moves.begun)}, đã {quiet} ngày mà chưa đơn vị nào đăng ký mô hình hay gửi đề nghị."
    return f"Lần cuối có đăng ký mô hình hoặc đề nghị là ngày {dates.short(moves.last)}, đã {quiet} ngày."


def order(launches: list[Launch]) -> list[Launch]:
    """The stillest first, then those with the smallest share of moving units."""
    return sorted(launches, key=lambda one: (not one.still, -(one.quiet or 0) if one.still else 0, one.moves.moving / (one.moves.told or 1), one.moves.name))
