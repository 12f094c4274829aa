"""When somebody gets a summary of their inbox, and what it says: how many messages of which kind, never their words."""

from datetime import date

from recognition.hall.words import Verb
from recognition.reminding.terms import Every, Grade, Inbox, Words
from vietnamese import dates

#: Calendar days between two summaries.
DAYS = {Every.DAY: 1, Every.WEEK: 7}
SUBJECT = "tóm tắt tin chưa đọc"


def due(inbox: Inbox, today: date) -> bool:
    """Whether a summary is due: something is unread, and the last one is long enough ago."""
    if inbox.every is Every.NEVER or not inbox.unread:
        return False
    return inbox.last is None or (today - inbox.last).days >= DAYS[inbox.every]


def words(inbox: Inbox, today: date, spoken: str = "anh/chị") -> Words:
    """The summary: the commonest kind first. Whoever approves it reads numbers of somebody else's inbox, not what stands in it."""
    whole = sum(number for _, number in inbox.unread)
    kinds = sorted(((_label(verb), number) for verb, number in inbox.unread), key=lambda each: (-each[1], each[0]))
    lines = [f"- {label}: {number} tin" for label, number in kinds]
    opening = f"Đến {dates.long(today)}, {spoken} có {whole} tin chưa đọc trong «Việc cần làm», tin đầu từ {dates.short(inbox.oldest)}:"
    closing = "Muốn thôi nhận hoặc đổi nhịp, mở «Tài khoản của tôi»."
    return Words(SUBJECT, "\n".join([opening, *lines, closing]), Grade.COMING)


def _label(verb: str) -> str:
    return Verb(verb).label if verb in set(Verb) else "Tin khác"
