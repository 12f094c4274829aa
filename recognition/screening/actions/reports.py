"""The finder of recycled reports: achievements that share long runs of words, across years and units, side by side."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from intake.similar import WORDS, Common, common_parts, share_copied, shingles
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import NotFound
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, Verb
from recognition.nominations import actions as nominations
from recognition.screening.store import near as store
from vietnamese import dates

#: From this share on a report is shown as one that may be taken from another.
SHOWN = 0.25
_SAMPLE, _MOST, _LEAST = 4, 400, 2
_PIECE = 1_000


@dataclass(frozen=True)
class Copied:
    """Another report that this one shares words with. `share`: how much of this report, 0 to 1."""

    nomination_id: UUID
    code: str
    title: str
    recipient_name: str
    unit_name: str
    year: int
    text: str
    share: float
    parts: tuple[Common, ...]


@dataclass(frozen=True)
class Phrase:
    """A phrase that everybody may write."""

    id: UUID
    phrase: str


def refresh(limit: int = _PIECE) -> int:
    """Sketch the reports that have none yet, at most `limit`; how many. Called before looking, cheap when all is done."""
    with reading(None) as t:
        waiting = store.unsketched(t, limit)
    if not waiting:
        return 0
    made = [(row["id"], row["digest"], sketch(row["achievement"])) for row in waiting]
    with transaction(None) as t:
        store.keep_sketches(t, made)
    return len(made)


def sketch(text: str) -> list[int]:
    """About a quarter of the runs of words of a text, chosen by their hash: the same run is chosen in every text."""
    found = shingles(text)
    chosen = sorted(number for number in found if number % _SAMPLE == 0)
    return (chosen or sorted(found))[:_MOST]


def recycled(who: Actor, nomination_id: UUID) -> tuple[str, tuple[Copied, ...]]:
    """The report of a case and the reports that it shares words with, the most first. Raises NotAllowed, NotFound."""
    while refresh() == _PIECE:
        pass
    with reading(who) as t:
        case = nominations.lock(t, nomination_id)
        permissions.require(who, Verb.SCREEN, case)
        near = store.sharing(t, nomination_id, sorted(who.issuers(Role.SECRETARY), key=str), _LEAST, 40)
        allowed = [row["phrase"] for row in store.phrases(t)]
    boilerplate = frozenset().union(*(shingles(phrase) for phrase in allowed)) if allowed else frozenset()
    own = shingles(case.achievement)
    found = []
    for row in near:
        share = share_copied(own, shingles(row["achievement"]), boilerplate)
        if share >= SHOWN:
            parts = tuple(part for part in common_parts(case.achievement, row["achievement"]) if not shingles(part.text) <= boilerplate)
            found.append(
                Copied(row["id"], row["code"], row["title"], row["recipient_name"], row["unit_name"], row["year"], row["achievement"], share, parts)
            )
    return case.achievement, tuple(sorted(found, key=lambda each: (-each.share, each.code)))


def phrases(who: Actor) -> tuple[Phrase, ...]:
    """The allowed phrases, the newest first. Raises NotAllowed."""
    permissions.require(who, Verb.ALLOW_PHRASE)
    with reading(who) as t:
        return tuple(Phrase(row["id"], row["phrase"]) for row in store.phrases(t))


def allow_phrase(who: Actor, phrase: str, key: UUID | None = None) -> Phrase:
    """Say that a phrase is everybody's: it no longer counts as copied. Raises NotAllowed, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.ALLOW_PHRASE)
        check = Entry()
        said = check.line("phrase", phrase, "Câu dùng chung", most=1_000)
        if said and len(said.split()) < WORDS:
            check.refuse("phrase", f"Câu dùng chung cần ít nhất {WORDS} chữ; ngắn hơn thì không bao giờ bị tính là chép.")
        check.done()
        made = Phrase(uuid4(), said)
        store.add_phrase(t, made.id, said, who.account_id, dates.now_utc())
        audit.note(t, Verb.ALLOW_PHRASE, "allowed_phrase", made.id, after=made, detail=f"Bỏ qua câu: {said}")
        t.result = str(made.id)
    return made


def disallow_phrase(who: Actor, phrase_id: UUID, key: UUID | None = None) -> UUID:
    """Count a phrase again. Raises NotAllowed, NotFound."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.ALLOW_PHRASE)
        if not store.remove_phrase(t, phrase_id):
            raise NotFound()
        audit.note(t, Verb.ALLOW_PHRASE, "allowed_phrase", phrase_id, detail="Thôi bỏ qua câu này.")
        t.result = str(phrase_id)
    return phrase_id
