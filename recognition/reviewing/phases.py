"""Phases of a campaign's review as pure rules: what each one is, when it is open, what it lets its people do, which cases go on.

Source: the campaign's own plan (a team of experts scores, the standing members look at what is left, the council votes);
numbers of points are hundredths. A campaign without phases is reviewed in one go, as ever.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recognition.hall.lengths import bounded, too_long
from recognition.hall.words import Verb, Word
from recognition.reviewing.terms import Assignment, AssignmentState
from vietnamese import dates, numbers, text

NAME_MOST = 80
WORDS_MOST = 2_000
#: Hundredths of a point: no score sheet is that long.
MARK_MOST = 100_000


class Task(Word):
    """What reviewers do in a phase."""

    SCORE = "score", "Chấm điểm theo tiêu chí"
    COMMENT = "comment", "Chỉ ghi nhận xét"
    RECOMMEND = "recommend", "Kiến nghị khen hay chưa"


class Sees(Word):
    """What reviewers read of the phases before theirs."""

    NONE = "none", "Không thấy gì"
    MEANS = "means", "Điểm trung bình, số kiến nghị"
    ALL = "all", "Từng phiếu kèm nhận xét"


class Gate(Word):
    """Which cases come in from the phase before."""

    CHOSEN = "chosen", "Thư ký chọn"
    THRESHOLD = "threshold", "Đạt mức điểm"


class Files(Word):
    """What reviewers see of the evidence while names are hidden."""

    WITHHELD = "withheld", "Không cho xem"
    SHOWN = "shown", "Cho xem"


class Standing(Word):
    """Where a phase stands today."""

    PLANNED = "planned", "Chưa mở"
    OPEN = "open", "Đang mở"
    CLOSED = "closed", "Đã đóng"


@dataclass(frozen=True)
class PhaseInput:
    """A phase as typed. `mark`: hundredths of a point; `hidden_words`: one a line."""

    name: str
    opens: date | None
    closes: date | None
    members: tuple[UUID, ...]
    task: Task = Task.SCORE
    sees: Sees = Sees.NONE
    gate: Gate = Gate.CHOSEN
    mark: int | None = None
    blind: bool = False
    files: Files = Files.WITHHELD
    hidden_words: str = ""


@dataclass(frozen=True)
class Phase:
    """A phase as stored, with the accounts asked in it and how many sheets were given."""

    id: UUID
    campaign_id: UUID
    number: int
    name: str
    task: Task
    opens: date
    closes: date
    sees: Sees
    gate: Gate
    mark: int | None
    blind: bool
    files: Files
    hidden_words: str
    closed_at: datetime | None
    revealed_at: datetime | None
    version: int
    members: tuple[UUID, ...] = ()
    sheets: int = 0

    @property
    def hides(self) -> bool:
        """Whether its people still may not know whose cases they read."""
        return self.blind and self.revealed_at is None

    @property
    def title(self) -> str:
        """«Vòng 1: Tổ thẩm định»."""
        return f"Vòng {self.number}: {self.name}"


DOING = {Task.SCORE: Verb.SCORE, Task.COMMENT: Verb.REMARK, Task.RECOMMEND: Verb.RECOMMEND}


def standing(phase: Phase, today: date) -> Standing:
    """Closed by hand or by its last day; planned before its first."""
    if phase.closed_at is not None or today > phase.closes:
        return Standing.CLOSED
    return Standing.PLANNED if today < phase.opens else Standing.OPEN


def verbs(phase: Phase | None, today: date) -> frozenset[Verb]:
    """What whoever was asked in a phase may do today; without phases: score, as ever."""
    if phase is None:
        return frozenset({Verb.SCORE, Verb.SEE_SHEET})
    found = {Verb.SEE_SHEET}
    if standing(phase, today) is Standing.OPEN:
        found.add(DOING[phase.task])
    if phase.sees is not Sees.NONE and standing(phase, today) is not Standing.PLANNED:
        found.add(Verb.SEE_EARLIER)
    return frozenset(found)


def refusal(phase: Phase | None, verb: Verb, today: date) -> str | None:
    """Why a phase does not let somebody do `verb` today, in words; None when it does or when it is not for the phase to say."""
    if phase is None or verb in verbs(phase, today) or verb not in DOING.values():
        return None
    now = standing(phase, today)
    if now is Standing.PLANNED:
        return f"«{phase.title}» mở từ {dates.short(phase.opens)}. Từ ngày đó anh/chị mới ghi phiếu được."
    if now is Standing.CLOSED:
        return f"«{phase.title}» đã đóng nên phiếu chỉ còn xem được. Nếu cần sửa, anh/chị báo thư ký mở lại vòng."
    return f"Ở «{phase.title}» anh/chị {phase.task.label.lower()}."


def check(data: PhaseInput, number: int, others: Sequence[Phase], names: Mapping[UUID, str]) -> dict[str, str]:
    """What is wrong with a phase as typed beside the campaign's other phases; `names` of the accounts."""
    wrong: dict[str, str] = {}
    name = text.clean(data.name)
    if not name:
        wrong["name"] = "Anh/chị đặt tên vòng, ví dụ «Tổ thẩm định»."
    elif sentence := too_long(name, NAME_MOST, "Tên vòng"):
        wrong["name"] = sentence
    elif any(text.search_key(one.name) == text.search_key(name) for one in others):
        wrong["name"] = f"Đã có vòng «{name}». Anh/chị đặt tên khác."
    wrong |= _days(data, number, others)
    if data.gate is Gate.THRESHOLD and number > 1:
        before = next((one for one in others if one.number == number - 1), None)
        if data.mark is None or data.mark <= 0:
            wrong["mark"] = "Anh/chị nhập mức điểm mà hồ sơ phải đạt ở vòng trước."
        elif data.mark > MARK_MOST:
            wrong["mark"] = f"Mức điểm {numbers.decimal(data.mark)} quá lớn. Anh/chị nhập từ 0 đến {numbers.decimal(MARK_MOST)}."
        elif before is not None and before.task is not Task.SCORE:
            wrong["gate"] = f"«{before.title}» không chấm điểm nên không lấy theo mức điểm được. Anh/chị chọn «{Gate.CHOSEN.label}»."
    if not data.members:
        wrong["members"] = "Anh/chị chọn ít nhất một người cho vòng này."
    twice = [(names.get(each, "Người này"), one) for one in others for each in data.members if each in one.members]
    if twice:
        who, one = twice[0]
        wrong["members"] = f"{who} đã ở «{one.title}». Mỗi người ở một vòng, để vòng sau nhìn hồ sơ độc lập với vòng trước."
    return wrong | bounded(("hidden_words", data.hidden_words, WORDS_MOST, "Phần từ cần che"))


def _days(data: PhaseInput, number: int, others: Sequence[Phase]) -> dict[str, str]:
    if data.opens is None or data.closes is None:
        return {"opens" if data.opens is None else "closes": "Anh/chị chọn ngày mở và ngày đóng của vòng."}
    if data.closes < data.opens:
        return {"closes": f"Ngày đóng {dates.short(data.closes)} trước ngày mở {dates.short(data.opens)}. Anh/chị xem lại."}
    for one in others:
        if one.number < number and one.closed_at is None and data.opens <= one.closes:
            return {"opens": f"«{one.title}» đóng ngày {dates.short(one.closes)}; vòng này mở sau ngày đó. Hai vòng không chồng lên nhau."}
        if one.number > number and data.closes >= one.opens:
            return {"closes": f"«{one.title}» mở ngày {dates.short(one.opens)}; vòng này đóng trước ngày đó. Hai vòng không chồng lên nhau."}
    return {}


def check_change(before: Phase, data: PhaseInput, busy: Mapping[UUID, str], today: date) -> dict[str, str]:
    """What may no longer change once sheets were given; `busy`: people with sheets in the phase."""
    wrong: dict[str, str] = {}
    if before.closed_at is not None:
        wrong[""] = f"«{before.title}» đã đóng. Cần sửa thì anh/chị mở lại vòng trước."
    gone = [name for account, name in busy.items() if account not in data.members]
    if gone:
        wrong["members"] = f"{text.first_few(gone, 3, 'người')} đã được giao phiếu ở vòng này. Anh/chị thôi giao phiếu trước khi đưa ra khỏi vòng."
    if before.sheets and data.task is not before.task:
        wrong["task"] = f"Đã giao {before.sheets} phiếu nên việc của vòng không đổi được nữa."
    if before.sheets and data.blind and not before.blind:
        wrong["blind"] = f"Đã giao {before.sheets} phiếu có tên nên không giấu lại được. Giấu tên thì chọn trước khi giao."
    if before.sheets and before.hides and not data.blind:
        wrong["blind"] = "Vòng đang giấu tên. Đóng vòng rồi «Cho thấy tên»; giữa chừng thì không bỏ được."
    if before.sheets and data.opens is not None and data.opens > today and before.opens <= today:
        wrong["opens"] = "Vòng đã mở và đã giao phiếu nên ngày mở không dời về sau được."
    return wrong


# -- cases ----------------------------------------------------------------------------------------------------------------


def counting(sheets: Sequence[Assignment], found: Sequence[Phase]) -> tuple[Assignment, ...]:
    """The sheets whose points count: of each case those of the last phase in which it is scored. As `v_counting_phase` says."""
    known = {phase.id: phase for phase in found}

    def place(one: Assignment) -> int | None:
        phase = known.get(one.phase_id) if one.phase_id else None
        if one.state is AssignmentState.ENDED or (phase is not None and phase.task is not Task.SCORE):
            return None
        return phase.number if phase else 0

    last: dict[UUID, int] = {}
    for one in sheets:
        at = place(one)
        over = one.state is AssignmentState.OPEN and one.phase_id in known and known[one.phase_id].closed_at is not None
        if at is not None and not over:
            last[one.nomination_id] = max(at, last.get(one.nomination_id, 0))
    return tuple(one for one in sheets if (at := place(one)) is not None and last.get(one.nomination_id) == at)


def going_on(phase: Phase, means: Mapping[UUID, int | None]) -> tuple[UUID, ...]:
    """Cases whose mean (hundredths) in the phase before reaches the mark of a phase with a threshold."""
    if phase.gate is not Gate.THRESHOLD or phase.mark is None:
        return ()
    return tuple(case for case, mean in means.items() if mean is not None and mean >= phase.mark)


def check_advance(phase: Phase, before: Phase, chosen: Collection[UUID], means: Mapping[UUID, int | None], today: date) -> dict[str, str]:
    """Why cases do not come into a phase: the one before is not over, or the mark is not reached."""
    if standing(before, today) is not Standing.CLOSED:
        return {"": f"«{before.title}» chưa đóng (đóng ngày {dates.short(before.closes)}). Đóng vòng đó rồi mới cho hồ sơ đi tiếp."}
    if standing(phase, today) is Standing.CLOSED:
        return {"": f"«{phase.title}» đã đóng nên không nhận thêm hồ sơ."}
    if not chosen:
        return {"": "Anh/chị chọn ít nhất một hồ sơ."}
    if set(chosen) - set(means):
        return {"": "Có hồ sơ không ở vòng trước. Anh/chị tải lại trang."}
    short = set(chosen) - set(going_on(phase, means)) if phase.gate is Gate.THRESHOLD else set()
    if short:
        return {"": f"{len(short)} hồ sơ chưa đạt mức {numbers.decimal(phase.mark or 0)} của «{phase.title}». Anh/chị bỏ chọn, hoặc đổi vòng sang «{Gate.CHOSEN.label}»."}
    return {}
