"""What earlier awards, and other living cases, mean for this one."""

from datetime import date

from recognition.screening.rules import answers
from recognition.screening.terms import Check, Facts, Outcome, PastAward
from vietnamese import dates


def once(facts: Facts) -> Check:
    """One achievement, one reward (Luật Đ5); another deed of the same person may be praised."""
    for past in facts.past:
        if past.same_subject:
            return answers.check(
                "once", Outcome.FAIL, "Thành tích này đã được khen",
                evidence=f"{past.name}, Quyết định số {past.number_text} ngày {dates.short(past.decided_on)}",
                mend="Từ chối, hoặc đề nghị một thành tích khác.",
            )  # fmt: skip
    return answers.passed("once", "Chưa có quyết định nào khen thành tích này")


def elsewhere(facts: Facts) -> Check:
    """Whether another living case proposes the same recipient for the same thing."""
    if not facts.elsewhere:
        return answers.passed("elsewhere", "Không có hồ sơ khác đề nghị cùng việc này")
    return answers.check(
        "elsewhere", Outcome.ASK, "Có hồ sơ khác cùng người, cùng việc",
        evidence=f"Hồ sơ {', '.join(facts.elsewhere)}", mend="So hai hồ sơ, giữ một, từ chối hồ sơ kia.",
    )  # fmt: skip


def same_year(facts: Facts) -> Check:
    """All-round and thematic awards by one authority in one year (union custom; a setting elsewhere)."""
    thematic, all_round = {"campaign"}, {"merit"}
    other = all_round if facts.commendation in thematic else thematic if facts.commendation in all_round else set()
    for past in facts.past:
        if past.commendation in other and past.issuer_id == facts.issuer_id and past.decided_on.year == facts.today.year:
            return answers.check(
                "same_year", Outcome.ASK, "Trong năm đã được cùng cấp khen loại khác",
                evidence=f"{past.name}, Quyết định số {past.number_text} ngày {dates.short(past.decided_on)}",
                mend="Xem quy chế của cơ quan; thư ký có thể chấp nhận với lý do.",
            )  # fmt: skip
    return answers.passed("same_year", "Trong năm chưa được cùng cấp khen loại khác")


def _named(past: PastAward) -> str:
    return f"{past.name}, Quyết định số {past.number_text} ngày {dates.short(past.decided_on)}"


def interval(facts: Facts) -> Check:
    """A least time between two awards of one form, counted from the earlier achievement (NĐ 152 Đ33(7)); 0 months: no rule."""
    if facts.months_between == 0:
        return answers.not_asked("interval")
    for past in facts.past:
        again = _later(past.achieved_on or past.decided_on, facts.months_between)
        if past.award_type_id is not None and past.award_type_id == facts.award_type_id and facts.today < again:
            return answers.check(
                "interval", Outcome.ASK, f"Cùng hình thức, chưa đủ {facts.months_between} tháng", evidence=f"{_named(past)}; đủ thời gian từ {dates.short(again)}",
                mend="Chờ đủ thời gian, đề nghị hình thức khác, hoặc chấp nhận với lý do.",
            )  # fmt: skip
    return answers.passed("interval", "Đủ khoảng cách với lần khen cùng hình thức")


def _later(day: date, months: int) -> date:
    """The same day some months later, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError


def counting(facts: Facts) -> Check:
    """Spot and thematic commendations are no ground for one of merit (NĐ 152 Đ4(3)): a person looks what the report leans on."""
    found = [past for past in facts.past if past.commendation in ("spot", "campaign")]
    if facts.commendation != "merit" or not found:
        return answers.passed("counting", "Không lấy khen đột xuất, chuyên đề làm căn cứ")
    return answers.check(
        "counting", Outcome.ASK, f"Có {len(found)} lần khen đột xuất, chuyên đề không tính làm căn cứ", evidence="; ".join(_named(past) for past in found[:3]),
        mend="Xem báo cáo thành tích có dựa vào những lần khen này không; chấp nhận với lý do nếu còn thành tích khác.",
    )  # fmt: skip


def picture(facts: Facts) -> Check:
    """One picture used for two cases is looked at: the same deed twice, or a picture that shows something else."""
    if not facts.pictures:
        return answers.passed("picture", "Ảnh chưa dùng ở hồ sơ khác")
    return answers.check("picture", Outcome.ASK, "Có ảnh đã dùng ở hồ sơ khác", evidence="; ".join(facts.pictures[:3]), mend="So hai hồ sơ; trả lại để thay ảnh, hoặc chấp nhận với lý do.")
