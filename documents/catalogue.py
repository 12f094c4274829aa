"""Every paper by name: which facts it takes, which function makes it, how it is called in Vietnamese."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from documents import (
    covenants,
    decision,
    facts,
    grassroots,
    letters,
    meetings,
    minutes,
    opinions,
    reports,
    requests,
    scoring,
    slips,
    statistics,
)


@dataclass(frozen=True)
class Made:
    """A kind of paper: the type of its facts, its maker, its Vietnamese name."""

    facts: type[Any]
    make: Callable[[Any], bytes]
    name: str


PAPERS: dict[str, Made] = {
    "submission": Made(facts.Submission, requests.submission, "Tờ trình kèm danh sách"),
    "summary_list": Made(facts.SummaryList, requests.summary_list, "Danh sách tóm tắt (A3)"),
    "achievement_report": Made(facts.AchievementReport, reports.achievement_report, "Báo cáo thành tích"),
    "achievement_summary": Made(facts.AchievementSummary, reports.achievement_summary, "Tóm tắt thành tích"),
    "registration_form": Made(
        facts.RegistrationForm, reports.registration_form, "Phiếu đăng ký mô hình “Dân vận khéo”"
    ),
    "award_letter": Made(facts.AwardLetter, letters.award_letter, "Thư khen"),
    "result_letter": Made(facts.ResultLetter, letters.result_letter, "Công văn trả lời kết quả xét"),
    "reminder_letter": Made(facts.ReminderLetter, letters.reminder_letter, "Công văn đôn đốc"),
    "posting": Made(facts.Posting, letters.posting, "Thông báo niêm yết danh sách"),
    "unit_minutes": Made(facts.Minutes, minutes.unit_minutes, "Biên bản bình xét của đơn vị"),
    "meeting_minutes": Made(facts.Minutes, minutes.meeting_minutes, "Biên bản họp"),
    "count_record": Made(facts.CountRecord, minutes.count_record, "Biên bản kiểm phiếu"),
    "invitation": Made(facts.Invitation, meetings.invitation, "Giấy mời kèm chương trình"),
    "ballots": Made(facts.Ballots, meetings.ballots, "Phiếu biểu quyết"),
    "opinion_forms": Made(facts.OpinionForms, opinions.opinion_forms, "Phiếu xin ý kiến bằng văn bản"),
    "return_slip": Made(facts.ReturnSlip, slips.return_slip, "Phiếu trả lại hồ sơ"),
    "screening_slip": Made(facts.ScreeningSlip, slips.screening_slip, "Phiếu thẩm định"),
    "score_sheet": Made(facts.ScoreSheet, scoring.score_sheet, "Phiếu chấm điểm"),
    "account_slips": Made(facts.AccountSheet, slips.account_slips, "Phiếu tài khoản"),
    "dialogue_minutes": Made(facts.DialogueMinutes, grassroots.dialogue_minutes, "Biên bản đối thoại"),
    "grassroots_report": Made(
        facts.GrassrootsReport, grassroots.grassroots_report, "Báo cáo công tác dân vận, dân chủ ở cơ sở"
    ),
    "covenant": Made(facts.CovenantPaper, covenants.covenant_paper, "Giao ước thi đua"),
    "statistics_form": Made(facts.StatisticsForm, statistics.statistics_form, "Biểu thống kê thi đua, khen thưởng"),
    "decision": Made(facts.Decision, decision.decision, "Quyết định kèm danh sách"),
}
