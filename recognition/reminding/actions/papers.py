"""Công văn đôn đốc as Word, once a letter is approved: one letter, or all that wait to go on paper, as a ZIP."""

import io
import zipfile
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.reminding.actions import ground
from recognition.reminding.store import letters as store
from recognition.reminding.terms import Letter, LetterState, Way, WayState
from vietnamese import dates

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
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for number, letter in enumerate(letters, 1):
            bundle.writestr(f"{number:02d} {file_name(letter)}", _paper(who, letter))
    return out.getvalue()


def file_name(letter: Letter) -> str:
    """How a letter is called on a disk."""
    name = "".join("-" if sign in '\\/:*?"<>|' else sign for sign in letter.addressee)[:80]
    return f"Đôn đốc {name}.docx"


def _paper(who: Actor, letter: Letter) -> bytes:
    from documents import facts as papers  # heavy: loaded when somebody asks for a file
    from documents import letters as composer

    issuer, today = catalogue.issuer(who, letter.issuer_id), dates.today()
    signer = next(iter(catalogue.signers(issuer.id, today)), None)
    organ = papers.Issuer(
        issuer.name.upper(), issuer.place, papers.Track(issuer.track.value), superior=issuer.superior.upper(), short_sign=issuer.short_sign,
        awarding_line=issuer.awarding_line.upper(), in_text=issuer.awarding_line or issuer.name,
    )  # fmt: skip
    return composer.reminder_letter(papers.ReminderLetter(
        papers.Head(organ, today, dated=False), (letter.addressee,), letter.subject, tuple(letter.body.split("\n")),
        papers.Signer(signer.name if signer else "", signer.post if signer else "", (signer.capacity,) if signer and signer.capacity else ()),
        ("Như trên", "Lưu Văn phòng"),
    ))  # fmt: skip
