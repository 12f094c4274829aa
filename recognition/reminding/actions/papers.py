"""Công văn đôn đốc as Word, once a letter is approved: one letter, or all that wait to go on paper, as a ZIP."""

from uuid import UUID

from documents.bundle import bundle
from recognition.catalogue import actions as catalogue
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.reminding.actions import ground
from recognition.reminding.store import letters as store
from recognition.reminding.terms import Letter, LetterState, Way, WayState
from vietnamese import dates, text

#: So many letters make one file.
MOST = 500


def word(who: Actor, letter_id: UUID) -> bytes:
    """An approved letter to a unit as .docx. Raises NotFound, Invalid for a draft and for a letter to a person."""
    with reading(who) as t:
        letter = ground.seen(t, who, letter_id)
    if letter.to_unit is None:
        raise Invalid({"": "Thư gửi cho một người không làm thành công văn."})
    if letter.state in (LetterState.DRAFT, LetterState.LEFT_OUT):
        raise Invalid({"": "Thư chưa duyệt nên chưa lấy được tệp Word. Anh/chị duyệt thư trước."})
    return _paper(who, letter)


def on_paper(who: Actor, issuer_id: UUID) -> list[Letter]:
    """Approved letters of an organ that still have to go as công văn. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_OUTBOX, ground.Asking(issuer_id))
    with reading(who) as t:
        approved = store.of_state(t, issuer_id, LetterState.APPROVED, MOST, 0)
    return [letter for letter in approved if any(way.way is Way.PAPER and way.state is WayState.WAITING for way in letter.ways)]


def every(who: Actor, issuer_id: UUID) -> bytes:
    """All of them, one .docx a unit, as a ZIP. Raises NotAllowed, Invalid when there is none."""
    letters = on_paper(who, issuer_id)
    if not letters:
        raise Invalid({"": "Không có công văn nào chờ gửi."})
    return bundle((file_name(letter), _paper(who, letter)) for letter in letters)


def file_name(letter: Letter) -> str:
    """How a letter is called on a disk."""
    return f"Đôn đốc {text.file_name(letter.addressee)}.docx"


def _paper(who: Actor, letter: Letter) -> bytes:
    from documents import facts as papers  # heavy: loaded when somebody asks for a file
    from documents import letters as composer

    head, signer = catalogue.letterhead(who, letter.issuer_id, dates.today())
    return composer.reminder_letter(papers.ReminderLetter(
        head, (letter.addressee,), letter.subject, tuple(letter.body.split("\n")),
        signer, ("Như trên", "Lưu Văn phòng"),
    ))  # fmt: skip
