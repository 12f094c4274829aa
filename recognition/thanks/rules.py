"""What may be said, by whom, and what may become of it. The customs are the house's own: no law speaks of thanks."""

from collections.abc import Mapping
from uuid import UUID

from recognition.hall.words import Verb
from recognition.thanks.terms import Standing
from vietnamese import text

#: A few sentences. Whoever has more to say writes a letter.
LONGEST = 500
REASON_LENGTH = 300
#: So many presses and words of one person within so many seconds; nobody who means them comes near.
MOST, SECONDS = 30, 600

_S = Standing
#: What the secretary may do with a word, and where it stands then.
ROAD: Mapping[tuple[Standing, Verb], Standing] = {
    **{(before, Verb.APPROVE_WORDS): _S.APPROVED for before in (_S.NEW, _S.KEPT, _S.HIDDEN)},
    **{(before, Verb.KEEP_WORDS): _S.KEPT for before in (_S.NEW, _S.APPROVED, _S.HIDDEN)},
    **{(before, Verb.HIDE_WORDS): _S.HIDDEN for before in (_S.NEW, _S.KEPT, _S.APPROVED)},
}


def check_body(body: str) -> dict[str, str]:
    """What is wrong with a word of appreciation."""
    said = text.clean_multiline(body)
    if not said:
        return {"body": "Anh/chị chưa viết lời nào. Một, hai câu là đủ."}
    if len(said) > LONGEST:
        return {"body": f"Lời này dài {len(said)} ký tự, quá mức {LONGEST}. Anh/chị rút gọn còn vài câu."}
    return {}


def check_reason(reason: str) -> dict[str, str]:
    """Whoever hides a word says why: its author reads it."""
    said = text.clean(reason)
    if not said:
        return {"reason": "Anh/chị ghi vì sao ẩn. Người viết sẽ đọc được lý do này."}
    if len(said) > REASON_LENGTH:
        return {"reason": f"Lý do dài {len(said)} ký tự, quá mức {REASON_LENGTH}. Anh/chị rút gọn lại."}
    return {}


def check_person(praised: UUID | None, person_id: UUID | None) -> dict[str, str]:
    """Nobody thanks themselves."""
    own = praised is not None and praised == person_id
    return {"": "Gương này nói về chính anh/chị. Lời cảm ơn là của đồng nghiệp gửi tới anh/chị."} if own else {}


def check_once(already: bool) -> dict[str, str]:
    """One word a person and example; whoever would say it otherwise takes the first back."""
    return {"body": "Anh/chị đã gửi lời tới gương này. Muốn viết lại, anh/chị rút lời trước rồi viết lời mới."} if already else {}


def may(state: Standing, verb: Verb) -> bool:
    """Whether the secretary may do this with a word that stands so."""
    return (state, verb) in ROAD


def check_decision(state: Standing, verb: Verb) -> dict[str, str]:
    """A word is already where it should go."""
    return {} if may(state, verb) else {"": f"Lời này đang ở mức «{state.label}» rồi. Anh/chị tải lại trang để xem."}
