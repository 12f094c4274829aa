"""How the recipient stands: discipline, hold, a unit that is no more, who must be asked or told."""

from collections.abc import Sequence
from datetime import timedelta

from recognition.screening.rules import answers
from recognition.screening.terms import Check, Facts, Measure, Outcome, Said
from vietnamese import dates


def _running(measures: Sequence[Measure], facts: Facts) -> Measure | None:
    return next((measure for measure in measures if measure.in_force(facts.today)), None)


def discipline(facts: Facts) -> Check:
    """No award while a discipline runs; after it the achievement counts from its end (NĐ 152 Đ4(4))."""
    running = _running(facts.disciplines, facts)
    if running is not None:
        until = f" đến {dates.short(running.to_date)}" if running.to_date else ""
        return answers.check(
            "discipline", Outcome.FAIL, "Đang trong thời gian kỷ luật",
            evidence=f"{running.kind}, {running.paper}, từ {dates.short(running.from_date)}{until}",
            mend="Xét lại sau khi chấp hành xong; thành tích tính từ ngày đó.",
        )  # fmt: skip
    ended = [measure.to_date for measure in facts.disciplines if measure.to_date is not None]
    if ended and facts.achieved_from is not None and facts.achieved_from <= max(ended):
        start = max(ended) + timedelta(days=1)
        return answers.check(
            "discipline", Outcome.FAIL, f"Thành tích chỉ tính từ {dates.short(start)}, sau khi chấp hành xong kỷ luật",
            evidence=f"Thành tích từ {dates.short(facts.achieved_from)}",
            mend="Đơn vị sửa thời gian lập thành tích.",
        )  # fmt: skip
    return answers.passed("discipline", "Không đang bị kỷ luật")


def hold(facts: Facts) -> Check:
    """Not yet, while something is being verified; a cleared case goes on (NĐ 152 Đ4(4))."""
    running = _running(facts.holds, facts)
    if running is None:
        return answers.passed("hold", "Không đang tạm dừng xét")
    return answers.check(
        "hold", Outcome.FAIL, "Đang tạm dừng xét", evidence=f"{running.kind}, {running.paper}, từ {dates.short(running.from_date)}",
        mend="Chờ kết luận; có kết luận không sai phạm thì hồ sơ đi tiếp.",
    )  # fmt: skip


def dissolved(facts: Facts) -> Check:
    """A unit that no longer exists is not rewarded (TT 15/2025)."""
    if facts.recipient_kind == "collective" and facts.unit_dissolved_on is not None and facts.unit_dissolved_on <= facts.today:
        return answers.check(
            "dissolved", Outcome.FAIL, "Tập thể đã giải thể", evidence=f"Từ {dates.short(facts.unit_dissolved_on)}",
            mend="Từ chối; đơn vị tiếp nhận có thể đề nghị cá nhân.",
        )  # fmt: skip
    return answers.passed("dissolved", "Đơn vị đang hoạt động")


def told(facts: Facts) -> Check:
    """Whether the nominee knows (Luật 91/2025; the basis of an official task is possible: a person decides)."""
    if facts.told:
        return answers.passed("told", "Người được đề nghị đã biết và đồng ý")
    return answers.check("told", Outcome.ASK, "Chưa rõ người được đề nghị đã biết chưa", mend="Hỏi đơn vị, rồi ghi lại hoặc chấp nhận với lý do.")


def posthumous(facts: Facts) -> Check:
    """No good-deed award after death (rules of «người tốt, việc tốt»)."""
    if facts.posthumous and facts.deed:
        return answers.check("posthumous", Outcome.FAIL, "Gương người tốt, việc tốt không xét truy tặng", mend="Trả lại để đơn vị lập hồ sơ thành tích, đề nghị hình thức khác.")
    return answers.passed("posthumous", "Không phải việc tốt đề nghị truy tặng")


def enterprise(facts: Facts) -> Check:
    """Who leads an enterprise is praised only when the enterprise obeys the law: a person asks the authorities."""
    if facts.leads_enterprise is None or not facts.deed:
        return answers.passed("enterprise", "Không phải người đứng đầu doanh nghiệp")
    return answers.check(
        "enterprise", Outcome.ASK, "Người lãnh đạo doanh nghiệp: cần biết doanh nghiệp có chấp hành pháp luật không", evidence=facts.leads_enterprise,
        mend="Hỏi cơ quan thuế, bảo hiểm, lao động; ghi kết quả rồi chấp nhận với lý do.",
    )  # fmt: skip


def opinion(facts: Facts) -> Check:
    """What the recipient's own unit says where another unit proposes (NĐ 152 Đ34(6): ten working days; silence is no objection)."""
    asked = facts.opinion
    if asked is None:
        return answers.passed("opinion", "Đơn vị đề nghị quản lý người này")
    if asked.said is Said.OBJECTS:
        return answers.check("opinion", Outcome.ASK, "Đơn vị quản lý không đồng ý", evidence=f"{asked.unit}: {asked.reason}", mend="Trao đổi với hai đơn vị, rồi trả lại, từ chối hoặc chấp nhận với lý do.")
    if asked.said is Said.WAITING:
        return answers.check("opinion", Outcome.ASK, "Đang chờ ý kiến đơn vị quản lý", evidence=f"{asked.unit}, hạn {dates.short(asked.due)}", mend="Chờ trả lời, hoặc hết hạn thì hồ sơ đi tiếp.")
    sentence = "Đơn vị quản lý đồng ý" if asked.said is Said.AGREES else "Đơn vị quản lý không có ý kiến trong hạn"
    return answers.passed("opinion", sentence, asked.unit)
