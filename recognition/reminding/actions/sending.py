"""«Duyệt và gửi»: a person has looked, so it goes: into inboxes at once, on paper once its number is written down."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, refuse
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.reminding.actions import composing, ground, mailing
from recognition.reminding.actions.ground import KIND
from recognition.reminding.rules import letters as rules
from recognition.reminding.store import digests
from recognition.reminding.store import facts as fact_store
from recognition.reminding.store import letters as store
from recognition.reminding.terms import Letter, LetterKind, LetterState, Outcome, Reached, Way, WayState
from vietnamese import dates, text

#: As many letters as one click may send: all others who write wait meanwhile.
MOST = 100
_CHANGED = "Thư này vừa được người khác sửa hoặc xử lý. Anh/chị xem lại."


def approve(who: Actor, chosen: Sequence[tuple[UUID, int]], key: UUID | None = None, *, by_mail: bool = False) -> Outcome:
    """Send drafts, each in the version that was looked at: into inboxes, and `by_mail` where mail is set up and an address is known.

    A letter that may not go stays a draft and says why. Raises NotAllowed, Invalid.
    """
    done = _approved(who, chosen, key, by_mail=by_mail and mailing.ready())
    if not by_mail or not mailing.ready():
        return done
    mailed = mailing.post(who, [letter_id for letter_id, _ in chosen])
    return Outcome(done.done, (*done.refused, *mailed.refused))


def _approved(who: Actor, chosen: Sequence[tuple[UUID, int]], key: UUID | None, *, by_mail: bool) -> Outcome:
    with transaction(who, key) as t:
        permissions.require(who, Verb.SEND_LETTER)
        refuse(_wrong_number(len(chosen)))
        versions = dict(chosen)
        letters = [each for each in store.several(t, list(versions)) if permissions.allowed(who, Verb.SEND_LETTER, each)]
        outdated = composing.outdated(t, who, [each for each in letters if each.state is LetterState.DRAFT])
        units = [each.to_unit for each in letters if each.to_unit is not None]
        living, reached = fact_store.living(t, units, dates.today()), store.reached(t, units, dates.today(), who.account_id)
        refused = []
        for letter in letters:
            people = reached.get(letter.to_unit, []) if letter.to_unit else store.one_account(t, letter.to_account or letter.id)
            ended = letter.to_unit is not None and letter.to_unit not in living
            sentence = _refusal(letter, versions[letter.id], outdated.get(letter.id, ""), people, ended=ended) or _unread(t, letter, people, by_mail=by_mail)
            if sentence:
                refused.append((letter.addressee, sentence))
            else:
                _approve(t, who, letter, people, by_mail=by_mail)
        gone = len(versions) - len(letters)
        refused += [("Thư đã chọn", f"{gone} thư không còn trong danh sách; có thể đã được soạn lại.")] if gone else []
        t.result = ""
    return Outcome(len(letters) - len(refused) + bool(gone), tuple(refused))


def _wrong_number(number: int) -> dict[str, str]:
    if not number:
        return {"": "Anh/chị chọn ít nhất một thư."}
    return {"": f"Một lần gửi được nhiều nhất {MOST} thư. Anh/chị chia làm nhiều lần."} if number > MOST else {}


def _refusal(letter: Letter, version: int, gone: str, people: Sequence[Reached], *, ended: bool) -> str:
    """Why a letter does not go; empty when it does."""
    if sentence := rules.check_open(letter, LetterState.DRAFT):
        return sentence
    if letter.version != version:
        return _CHANGED
    if ended:
        return "Đơn vị đã kết thúc hoạt động nên không gửi được. Anh/chị bỏ thư này."
    if letter.to_account is not None and not people:
        return "Tài khoản của người này đã khoá nên không gửi được. Anh/chị bỏ thư này."
    return f"Việc này đã xong hoặc không còn đúng: {gone} Anh/chị bấm «Soạn thư nhắc» để soạn lại." if gone else ""


def _unread(t: Transaction, letter: Letter, people: Sequence[Reached], *, by_mail: bool) -> str:
    """Why a summary does not go; empty when it does, and for every other letter."""
    if letter.kind is not LetterKind.DIGEST:
        return ""
    if not rules.ways(letter.kind, people, by_mail=by_mail):
        return "Bản tóm tắt chỉ đi bằng thư điện tử: anh/chị chọn gửi cả thư điện tử, và tài khoản phải có địa chỉ đúng."
    assert letter.to_account is not None
    return "" if digests.unread(t, letter.to_account) else "Người này đã đọc hết tin nên không cần bản tóm tắt nữa. Anh/chị bỏ thư này."


def _approve(t: Transaction, who: Actor, letter: Letter, people: Sequence[Reached], *, by_mail: bool) -> None:
    now = dates.now_utc()
    ways = [_way(way, one) for way, one in rules.ways(letter.kind, people, by_mail=by_mail)]
    state = rules.state_after(at for *_, at in ways)
    store.decide(t, letter, state, who.account_id, now)
    store.add_ways(t, letter.id, ways, now)
    told = {"addressee": letter.addressee, "subject": letter.subject, "ways": [way for way, *_ in ways]}
    case = ground.Told(letter.subject, (letter.to_unit,) if letter.to_unit else (), letter.to_account) if letter.kind is LetterKind.REMINDER else None
    audit.note(t, Verb.SEND_LETTER, KIND, letter.id, before={"state": letter.state}, after={"state": state, **told}, case=case, detail=text.clean(letter.body))


def _way(way: Way, one: Reached | None) -> tuple[Way, UUID | None, str, WayState]:
    if one is None:
        return way, None, "", WayState.WAITING
    return way, one.account_id, one.name if way is Way.INBOX else one.email, WayState.SENT if way is Way.INBOX else WayState.WAITING


def sent_on_paper(who: Actor, letter_id: UUID, version: int, number: str, day: date | None, key: UUID | None = None) -> Letter:
    """The công văn has gone, under this number and day. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, letter_id, version, Verb.SEND_LETTER)
        waiting = next((way for way in before.ways if way.way is Way.PAPER and way.state is not WayState.SENT), None)
        if waiting is None:
            raise Invalid({"": "Thư này không chờ gửi bằng công văn."})
        refuse(rules.check_paper(number, day, dates.today()))
        assert day is not None
        said = f"Công văn số {text.clean(number)}, {dates.long(day)}"
        store.set_way(t, waiting.id, WayState.SENT, "", dates.now_utc(), said)
        after = mailing.settle(t, letter_id)
        audit.note(t, Verb.SEND_LETTER, KIND, letter_id, before={"state": before.state}, after={"state": after.state, "paper": said}, detail=f"{after.addressee}: {said}")
        t.result = str(letter_id)
    return after
