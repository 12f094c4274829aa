"""What makes a campaign right. Plain values in, sentences out: {field: sentence}, empty when all is well."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from recognition.campaigns.terms import CampaignInput, Criterion, Stage
from recognition.hall.lengths import too_long
from vietnamese import dates, text

NAME_LENGTH, AIM_LENGTH, LEVEL_LENGTH, GUIDANCE_LENGTH = 200, 5_000, 100, 1_000
FULL_MARK = 100
LONGEST_YEARS = 10


def check(data: CampaignInput) -> dict[str, str]:
    """What is wrong with the input of a campaign, field by field. Points are checked at launch."""
    wrong: dict[str, str] = {}
    if not text.clean(data.name):
        wrong["name"] = "Anh/chị nhập tên phong trào."
    for name, value, limit, what in (
        ("name", data.name, NAME_LENGTH, "Tên phong trào"),
        ("aim", data.aim, AIM_LENGTH, "Mục đích, yêu cầu"),
        ("level", data.level, LEVEL_LENGTH, "Cấp"),
    ):
        sentence = too_long(value, limit, what)
        if sentence:
            wrong[name] = sentence
    wrong |= check_period(data.from_date, data.to_date)
    if not wrong.keys() & {"from_date", "to_date"}:
        wrong |= check_deadlines(data.deadlines, data.from_date)
    wrong |= _check_papers(data)
    wrong |= check_criteria(data.criteria)
    if not 0 <= data.pass_mark <= FULL_MARK:
        wrong["pass_mark"] = "Mức đạt là một số từ 0 đến 100 điểm."  # noqa: S105 - a mark, no password
    return wrong


def check_period(start: date | None, end: date | None) -> dict[str, str]:
    """A period has both days, in order, and is not longer than ten years (campaigns are summed up after 1 to 5 years)."""
    if start is None:
        return {"from_date": "Anh/chị chọn ngày bắt đầu."}
    if end is None:
        return {"to_date": "Anh/chị chọn ngày kết thúc."}
    if end < start:
        return {"to_date": f"Ngày kết thúc {dates.short(end)} trước ngày bắt đầu {dates.short(start)}. Anh/chị xem lại hai ngày."}
    if end.year - start.year > LONGEST_YEARS:
        return {"to_date": f"Khoảng thời gian dài hơn {LONGEST_YEARS} năm. Anh/chị xem lại năm kết thúc."}
    return {}


def check_not_twice(name: str, others: Iterable[tuple[str, str, date, date]]) -> dict[str, str]:
    """A campaign with the same name in the same days is the same campaign; `others`: (code, name, from, to) of the issuer's in those days.

    Two campaigns of one name one after another are two years of it; accents, capitals and spaces do not make another name.
    """
    for code, other, start, end in others:
        if text.search_key(other) == text.search_key(name):
            return {
                "name": f"Phong trào «{other}» ({dates.short(start)} - {dates.short(end)}) đã có, mã {code}. Anh/chị sửa phong trào đó, đặt tên khác "
                "hoặc chọn thời gian khác."
            }
    return {}


def check_deadlines(deadlines: Mapping[Stage, date], start: date | None) -> dict[str, str]:
    """Deadlines follow the road: an earlier stage does not end after a later one, none ends before the campaign begins."""
    wrong: dict[str, str] = {}
    before: Stage | None = None
    for stage in Stage:
        day = deadlines.get(stage)
        if day is None:
            continue
        if start is not None and day < start:
            wrong[f"deadline.{stage}"] = f"Hạn «{stage.label}» ({dates.short(day)}) trước ngày phát động {dates.short(start)}."
        elif before is not None and day < deadlines[before]:
            wrong[f"deadline.{stage}"] = (
                f"Hạn «{stage.label}» ({dates.short(day)}) trước hạn «{before.label}» ({dates.short(deadlines[before])}). Anh/chị xếp lại thứ tự."
            )
        before = stage
    return wrong


def _check_papers(data: CampaignInput) -> dict[str, str]:
    for number, paper in enumerate(data.papers, start=1):
        if not text.clean(paper.number) and not text.clean(paper.title):
            return {"papers": f"Văn bản thứ {number} chưa có số hoặc tên. Anh/chị điền hoặc bỏ dòng này."}
    return {}


def check_criteria(criteria: Iterable[Criterion]) -> dict[str, str]:
    """Each line has a name of its own and from 1 to 100 points."""
    seen: set[str] = set()
    for number, line in enumerate(criteria, start=1):
        name = text.search_key(line.name)
        if not name:
            return {"criteria": f"Tiêu chí thứ {number} chưa có tên. Anh/chị điền hoặc bỏ dòng này."}
        if name in seen:
            return {"criteria": f"Tiêu chí «{text.clean(line.name)}» có hai lần. Anh/chị bỏ bớt một dòng."}
        if not 1 <= line.max_points <= FULL_MARK:
            return {"criteria": f"Điểm tối đa của «{text.clean(line.name)}» phải từ 1 đến 100."}
        sentence = too_long(line.guidance, GUIDANCE_LENGTH, f"Hướng dẫn của «{text.clean(line.name)}»")
        if sentence:
            return {"criteria": sentence}
        seen.add(name)
    return {}


def check_used(before: Iterable[Criterion], after: Iterable[Criterion], used: frozenset[UUID]) -> dict[str, str]:
    """A line on which points or files stand stays, by its name, and takes no fewer points: nobody's judgement changes its meaning."""
    kept = {line.id: line for line in after if line.id is not None}
    for line in before:
        if line.id not in used:
            continue
        now = kept.get(line.id)
        if now is None:
            return {"criteria": f"Tiêu chí «{line.name}» đã có điểm hoặc minh chứng nên không bỏ, không đổi tên được. Anh/chị giữ dòng này."}
        if now.max_points < line.max_points:
            return {"criteria": f"Tiêu chí «{line.name}» đã có điểm hoặc minh chứng nên điểm tối đa không hạ dưới {line.max_points}."}
    return {}


def full_points(criteria: Iterable[Criterion]) -> int:
    """The points of all lines that are not a bonus."""
    return sum(line.max_points for line in criteria if not line.bonus)


def check_launch(criteria: tuple[Criterion, ...], units: int) -> dict[str, str]:
    """A campaign goes out to at least one unit; where it scores, its lines make exactly 100 points, bonus on top."""
    wrong: dict[str, str] = {}
    if units == 0:
        wrong["units"] = "Anh/chị chọn ít nhất một đơn vị để phát động tới."
    points = full_points(criteria)
    if criteria and points != FULL_MARK:
        wrong["criteria"] = f"Các tiêu chí cộng lại được {points} điểm, cần đúng 100 (chưa kể điểm thưởng). Anh/chị chỉnh điểm trước khi phát động."
    return wrong


def check_open(state_label: str, *, launched: bool, deadline: date | None, today: date, stage: Stage) -> str | None:
    """Whether a stage of a campaign still takes entries today; the sentence when it does not."""
    if not launched:
        return f"Phong trào này ở trạng thái «{state_label}» nên chưa nhận hoặc không nhận thêm. Anh/chị chọn phong trào khác."
    if deadline is not None and today > deadline:
        return f"Hạn «{stage.label}» của phong trào là {dates.short(deadline)}, đã qua. Anh/chị hỏi thư ký nếu cần gia hạn."
    return None


def in_sentence(name: str) -> str:
    """A campaign's name inside a sentence, where the words «phong trào thi đua» stand once."""
    return f"p{name[1:]}" if name.lower().startswith("phong trào") else f"phong trào thi đua «{name}»"
