"""Summaries of inboxes: each person chooses, the secretary composes and approves; they go by e-mail alone, and never by themselves."""

from uuid import UUID

from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb
from recognition.reminding.actions import ground, mailing
from recognition.reminding.rules import digests as rules
from recognition.reminding.store import digests as store
from recognition.reminding.store import letters
from recognition.reminding.terms import Composed, Draft, Every, Letter, LetterKind, Words
from vietnamese import dates


def my_digest(who: Actor) -> tuple[Every, str]:
    """How often one gets a summary, and the address it would go to (empty: none is known). Raises NotAllowed."""
    permissions.require(who, Verb.CHOOSE_DIGEST)
    with reading(who) as t:
        own = letters.one_account(t, who.account_id)
        return store.choice(t, who.account_id), own[0].email if own else ""


def choose_digest(who: Actor, every: Every, key: UUID | None = None) -> Every:
    """Choose for oneself. Raises NotAllowed, Invalid when no address is known."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.CHOOSE_DIGEST)
        before, email = my_digest(who)
        if every is not Every.NEVER and not email:
            raise Invalid({"every": "Tài khoản chưa có địa chỉ thư điện tử. Anh/chị nhờ quản trị ghi địa chỉ rồi chọn lại."})
        store.choose(t, who.account_id, every)
        audit.note(t, Verb.CHOOSE_DIGEST, "account", who.account_id, before={"every": before}, after={"every": every}, detail=f"Bản tóm tắt: {every.label.lower()}.")
        t.result = str(who.account_id)
    return every


def compose_digests(who: Actor, issuer_id: UUID, key: UUID | None = None) -> Composed:
    """Compose the summaries that are due as drafts; drafts that nobody changed are made anew. Raises NotAllowed, Invalid without mail."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.COMPOSE_LETTERS, ground.Asking(issuer_id))
        if not mailing.ready():
            raise Invalid({"": "Bản tóm tắt đi bằng thư điện tử, mà phần mềm chưa được đặt máy chủ thư."})
        today, spoken = dates.today(), ground.spoken(issuer_id)
        due = {one.account_id: one for one in store.inboxes(t, issuer_id) if rules.due(one, today) and one.account_id != who.account_id}
        wanted = {account: rules.words(one, today, spoken) for account, one in due.items()}
        drafts = letters.drafts(t, issuer_id, LetterKind.DIGEST)
        old = [letter for letter in drafts if letter.version == 1 and not (letter.to_account and _same(letter, wanted.get(letter.to_account)))]
        letters.remove(t, [letter.id for letter in old])
        kept = {letter.to_account for letter in drafts} - {letter.to_account for letter in old}
        fresh = [Draft(None, account, due[account].name, words) for account, words in wanted.items() if account not in kept]
        letters.insert(t, issuer_id, LetterKind.DIGEST, fresh, who.account_id, dates.now_utc())
        gone = sum(letter.to_account not in wanted for letter in old)
        if fresh or gone:
            audit.note(t, Verb.COMPOSE_LETTERS, "issuer", issuer_id, after={"digests": len(fresh)}, detail=f"Soạn {len(fresh)} bản tóm tắt.")
        t.result = str(issuer_id)
    return Composed(len(fresh), gone)


def _same(letter: Letter, words: Words | None) -> bool:
    return words is not None and (letter.subject, letter.body) == (words.subject, words.body)
