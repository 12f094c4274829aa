"""Approved letters by e-mail: claimed, handed over outside any transaction, written down one by one; failed ones again by hand."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

from recognition.accounts import actions as accounts
from recognition.catalogue import actions as catalogue
from recognition.hall import audit, permissions, public_address
from recognition.hall.actor import Actor
from recognition.hall.errors import Busy, Invalid, refuse
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.reminding import mail
from recognition.reminding.actions import ground
from recognition.reminding.actions.ground import KIND
from recognition.reminding.mail_terms import Mail, MailServer, MailSetting
from recognition.reminding.rules import letters as rules
from recognition.reminding.store import letters as store
from recognition.reminding.terms import Delivery, Letter, LetterState, Outcome, Way, WayState
from vietnamese import dates

#: A mail that was being sent so long ago was interrupted: whether it went nobody knows.
INTERRUPTED = timedelta(minutes=10)
_TRIES = 5
SAMPLE = "Đang dùng thử dữ liệu mẫu nên phần mềm không gửi thư điện tử cho ai."


def ready() -> bool:
    """Whether this installation can send mail."""
    return _setting().server is not None


def _setting() -> MailSetting:
    """Invented people get no mail, whatever the environment says."""
    return MailSetting(fault=SAMPLE) if accounts.is_sample() else mail.setting()


def mail_setting(who: Actor) -> MailSetting:
    """How mail is set up, for the administrator. Raises NotAllowed."""
    permissions.require(who, Verb.MANAGE_SETTINGS)
    return _setting()


def send_test(who: Actor, to: str) -> None:
    """One mail to see that mail works. Raises NotAllowed, Invalid with what went wrong."""
    permissions.require(who, Verb.MANAGE_SETTINGS)
    server = _server()
    typed = to.strip()
    refuse({} if rules.mail_address(typed) else {"to": "Địa chỉ thư chưa đúng dạng, ví dụ ten@coquan.vn."})
    one = Mail(uuid4(), typed, "Thư thử từ phần mềm Gương Sáng", f"Thư này do {who.name} gửi để thử. Anh/chị nhận được nghĩa là phần mềm gửi thư điện tử được.")
    answer = mail.send(server, [one])[one.id]
    with transaction(who) as t:
        audit.note(t, Verb.MANAGE_SETTINGS, "setting", None, detail=f"Gửi thư điện tử thử: {answer or 'máy chủ đã nhận.'}")
    refuse({"": answer} if answer else {})


def _server() -> MailServer:
    found = _setting()
    if found.server is None:
        raise Invalid({"": found.fault or "Phần mềm chưa được đặt máy chủ thư. Quản trị xem cách đặt trong sổ tay vận hành."})
    return found.server


def post(who: Actor, ids: Sequence[UUID]) -> Outcome:
    """Hand over the mails that wait among some approved letters. Raises NotAllowed, Invalid when no server is set up."""
    permissions.require(who, Verb.SEND_LETTER)
    with transaction(who) as t:
        letters = [each for each in store.several(t, ids) if permissions.allowed(who, Verb.SEND_LETTER, each)]
        jobs = [(letter, way) for letter in letters for way in letter.ways if way.way is Way.MAIL and way.state is WayState.WAITING]
        if not jobs:
            return Outcome()
        server, link = _server(), public_address.current()
        organs = {each.issuer_id: catalogue.issuer(None, each.issuer_id).name for each, _ in jobs}
        for _, way in jobs:
            store.set_way(t, way.id, WayState.SENDING, "", dates.now_utc())
    answers = mail.send(server, [Mail(way.id, way.to, rules.mail_subject(letter), rules.mail_body(letter, organs[letter.issuer_id], link)) for letter, way in jobs])
    for left in reversed(range(_TRIES)):
        try:
            with transaction(who) as t:
                return _written(t, jobs, answers)
        except Busy:
            if not left:
                raise
    raise AssertionError("the last try returns or raises")


def _written(t: Transaction, jobs: Sequence[tuple[Letter, Delivery]], answers: dict[UUID, str]) -> Outcome:
    """What the server said of each, in the letters and in the log; addresses stay out of the log."""
    failed = []
    for letter in {each.id: each for each, _ in jobs}.values():
        own = [way for each, way in jobs if each.id == letter.id]
        for way in own:
            store.set_way(t, way.id, WayState.FAILED if answers[way.id] else WayState.SENT, answers[way.id], dates.now_utc())
        after = settle(t, letter.id)
        bad = [answers[way.id] for way in own if answers[way.id]]
        failed += [(letter.addressee, f"Thư điện tử chưa gửi được. {reason}") for reason in dict.fromkeys(bad)]
        said = f"{letter.addressee}: {len(own) - len(bad)} thư điện tử đã gửi" + (f", {len(bad)} chưa gửi được" if bad else "")
        audit.note(t, Verb.SEND_LETTER, KIND, letter.id, after={"state": after.state, "mailed": len(own) - len(bad), "failed": len(bad)}, detail=said)
    return Outcome(len({each.id for each, _ in jobs}), tuple(failed))


def settle(t: Transaction, letter_id: UUID) -> Letter:
    """The letter's state follows its ways."""
    found = store.get(t, letter_id)
    assert found is not None
    store.set_state(t, letter_id, rules.state_after(way.state for way in found.ways))
    found = store.get(t, letter_id)
    assert found is not None
    return found


def again(who: Actor, letter_id: UUID, version: int) -> Outcome:
    """Try the mails of a letter again that failed or were interrupted. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who) as t:
        letter = ground.locked(t, who, letter_id, version, Verb.SEND_LETTER)
        waiting = retriable(letter)
        refuse({} if waiting else {"": "Thư này không có thư điện tử nào cần gửi lại."})
        _server()
        for way in waiting:
            store.set_way(t, way.id, WayState.WAITING, "", dates.now_utc(), _address(t, way))
        settle(t, letter_id)
    return post(who, [letter_id])


def _address(t: Transaction, way: Delivery) -> str:
    """The account's address as it is now: it may have been put right."""
    found = store.one_account(t, way.account_id) if way.account_id else []
    return found[0].email if found and found[0].email else way.to


def retriable(letter: Letter) -> list[Delivery]:
    """Mails of a letter that may be tried again by hand."""
    if letter.state not in (LetterState.APPROVED, LetterState.FAILED):
        return []
    long_ago = dates.now_utc() - INTERRUPTED
    return [way for way in letter.ways if way.way is Way.MAIL and (way.state in (WayState.FAILED, WayState.WAITING) or (way.state is WayState.SENDING and way.tried_at is not None and way.tried_at < long_ago))]
