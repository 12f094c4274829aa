"""When two cases may be one: pure comparisons, each explained. A likeness is a question for a person, never an answer.

Sources: Luật Thi đua, khen thưởng 06/2022/QH15, Điều 5 (one achievement, one reward); Thông tư 15/2025/TT-BNV (units after
the reform); a person is never matched by name alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from intake.similar import WHY, Likeness, compare_names, titles_alike, units_alike
from recognition.hall.words import State, Word
from vietnamese import dates, text
from vietnamese.names import split_salutation

LAW = "Không khen nhiều lần cho một thành tích · Luật Thi đua, khen thưởng 2022, Điều 5"
ALIKE_TITLE, SURE_TITLE, ALIKE_UNIT = 0.80, 0.92, 0.88
NEAR_DAYS = 3
#: Cases in these states are no repeat any more.
ENDED = frozenset({State.WITHDRAWN, State.REFUSED, State.FAILED, State.NOT_APPROVED})


class Grade(Word):
    """How alike two cases are."""

    SAME = "same", "Trùng hẳn"
    LIKELY = "likely", "Rất giống"
    MAYBE = "maybe", "Nên xem"


@dataclass(frozen=True)
class Asked:
    """What is being typed or screened. Only what is known needs to be there."""

    name: str
    kind: str = "individual"
    person_id: UUID | None = None
    birth_year: int | None = None
    unit_id: UUID | None = None
    unit_name: str = ""
    title: str = ""
    deed_date: date | None = None
    issuer_id: UUID | None = None
    campaign_id: UUID | None = None
    model_year_id: UUID | None = None
    subject_key: str = ""
    nomination_id: UUID | None = None


@dataclass(frozen=True)
class Candidate:
    """A case that is there already. `former` are names that the recipient's unit had, or of units that became it."""

    id: UUID
    code: str
    state: State
    name: str
    kind: str
    person_id: UUID | None
    birth_year: int | None
    unit_id: UUID
    unit_name: str
    recipient_unit_id: UUID | None
    title: str
    deed_date: date | None
    issuer_id: UUID
    issuer_name: str
    campaign_id: UUID | None
    subject_key: str
    year: int
    former: tuple[str, ...] = ()


@dataclass(frozen=True)
class Alike:
    """A case that may be the same, with every reason in a sentence and the clause that makes it matter."""

    candidate: Candidate
    grade: Grade
    reasons: tuple[str, ...]
    clause: str = LAW


def patterns(name: str) -> tuple[str, ...]:
    """LIKE patterns (of folded names) that find a name with one word misspelt, left out or added."""
    words = text.search_key(split_salutation(name)[1]).split(" ")
    if len(words) < 2:
        return (text.search_key(name),)
    safe = [word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for word in words]
    found = [" ".join(safe), f"{safe[0]} % {safe[-1]}", f"{safe[0]} {safe[-1]}"]
    found += [" ".join((*safe[:at], f"{safe[at][:1]}%", *safe[at + 1 :])) for at in range(len(safe)) if safe[at][:1] not in "\\"]
    return tuple(dict.fromkeys(found))


def distinctive(title: str, most: int = 3) -> tuple[str, ...]:
    """The longest words of a title, folded: what narrows the cases to compare with."""
    words = sorted({word for word in text.search_key(title).split(" ") if len(word) > 2}, key=lambda word: (-len(word), word))
    return tuple(words[:most])


def compare(asked: Asked, other: Candidate) -> Alike | None:
    """Whether two cases may be one, and why; None when nothing says so."""
    if asked.subject_key and asked.subject_key == other.subject_key:
        return Alike(other, Grade.SAME, ("Cùng đối tượng và cùng thành tích, chưa hồ sơ nào dừng.",))
    what, what_sure = _what(asked, other)
    same_campaign = asked.campaign_id is not None and asked.campaign_id == other.campaign_id
    if not what and not same_campaign:
        return None
    who, who_sure = _who(asked, other)
    if who and what:
        grade = Grade.LIKELY if who_sure and what_sure else Grade.MAYBE
        return Alike(other, grade, (*who, *what, *_where(asked, other)))
    if who and who_sure and same_campaign:
        return Alike(other, Grade.MAYBE, (*who, "Đã được đề nghị trong cùng phong trào."))
    if what_sure and not who and asked.deed_date is not None and asked.deed_date == other.deed_date:
        return Alike(other, Grade.MAYBE, (*what, "Khác người được nêu: có thể cùng một việc nhiều người làm."))
    return None


def _who(asked: Asked, other: Candidate) -> tuple[list[str], bool]:
    """Reasons to think that the recipient is the same, and whether that is likely."""
    if asked.kind != other.kind:
        return [], False
    if asked.person_id is not None and asked.person_id == other.person_id:
        return ["Cùng một người trong danh sách."], True
    if asked.kind == "collective":
        return _collective(asked, other)
    likeness = compare_names(asked.name, other.name)
    if likeness is Likeness.DIFFERENT:
        return [], False
    if asked.birth_year is not None and other.birth_year is not None:
        if asked.birth_year != other.birth_year:
            return [], False
        return [f"{WHY[likeness]} Cùng năm sinh {other.birth_year}."], likeness in (Likeness.SAME, Likeness.WITHOUT_MARKS)
    same_unit = asked.unit_id is not None and asked.unit_id in (other.unit_id, other.recipient_unit_id)
    return [WHY[likeness] + (" Cùng đơn vị." if same_unit else " Chưa rõ năm sinh nên cần hỏi.")], same_unit and likeness in (Likeness.SAME, Likeness.WITHOUT_MARKS)


def _collective(asked: Asked, other: Candidate) -> tuple[list[str], bool]:
    if asked.unit_id is not None and asked.unit_id == other.recipient_unit_id and units_alike(asked.name, other.name) >= ALIKE_UNIT:
        return ["Cùng một tập thể."], True
    for former in other.former:
        if units_alike(asked.name, former) >= ALIKE_UNIT:
            return [f"Tập thể này trước đây tên là «{former}»."], True
    likeness = units_alike(asked.name, other.name)
    return ([f"Hai tên tập thể gần giống nhau ({likeness:.0%})."], likeness >= 0.95) if likeness >= ALIKE_UNIT else ([], False)


def _what(asked: Asked, other: Candidate) -> tuple[list[str], bool]:
    """Reasons to think that the achievement is the same, and whether that is likely."""
    reasons, sure = [], False
    if asked.title and other.title:
        likeness = titles_alike(asked.title, other.title)
        if likeness >= ALIKE_TITLE:
            reasons.append(f"Việc được nêu gần giống nhau ({likeness:.0%}): «{other.title}».")
            sure = likeness >= SURE_TITLE
    if asked.deed_date is not None and other.deed_date is not None:
        apart = abs((asked.deed_date - other.deed_date).days)
        if apart == 0:
            reasons.append(f"Cùng ngày làm việc tốt {dates.short(other.deed_date)}.")
            sure = sure or bool(reasons[:-1])
        elif apart > NEAR_DAYS and not sure:
            return [], False
    return reasons, sure


def _where(asked: Asked, other: Candidate) -> list[str]:
    if asked.issuer_id is not None and asked.issuer_id != other.issuer_id:
        return [f"Đề nghị ở cấp khác: {other.issuer_name}."]
    return []


_ORDER = {grade: at for at, grade in enumerate(Grade)}


def alike(asked: Asked, others: Iterable[Candidate], most: int = 20) -> tuple[Alike, ...]:
    """All that may be the same, the most alike first."""
    found = [each for other in others if other.id != asked.nomination_id and other.state not in ENDED for each in (compare(asked, other),) if each is not None]
    return tuple(sorted(found, key=lambda each: (_ORDER[each.grade], each.candidate.code))[:most])
