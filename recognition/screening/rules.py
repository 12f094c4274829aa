"""The law of screening as pure functions. Each rule has one name, one clause, and may be replaced by dated data.

Sources: Luật Thi đua, khen thưởng 06/2022/QH15 Đ5, Đ84; Nghị định 152/2025/NĐ-CP Đ4, Đ33; Thông tư 15/2025/TT-BNV;
for what provinces and committees decide themselves the clause says so and the rule counts as not verified.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta

from recognition.hall.errors import Invalid
from recognition.screening.terms import Check, Facts, Measure, Outcome
from vietnamese import dates

#: rule → (clause, read in a full text). `REGULATIONS` names what goes before this.
CLAUSES: dict[str, tuple[str, bool]] = {
    "dossier": ("Hồ sơ khen thưởng · Luật Thi đua, khen thưởng 2022, Điều 84; số bộ và thời hạn do cơ quan quy định", False),
    "endorsed": ("Cấp uỷ, lãnh đạo đơn vị xác nhận trước khi gửi · quy chế của đơn vị", True),
    "deadline": ("Thời hạn nhận hồ sơ · kế hoạch của phong trào", True),
    "period": ("Thành tích trong thời gian của phong trào · kế hoạch của phong trào", True),
    "once": ("Không khen nhiều lần, nhiều hình thức cho một thành tích · Luật Thi đua, khen thưởng 2022, Điều 5", True),
    "elsewhere": ("Không khen nhiều lần cho một thành tích · Luật Thi đua, khen thưởng 2022, Điều 5", True),
    "same_year": ("Khen toàn diện và chuyên đề của cùng một cấp trong năm · quy chế của từng tổ chức", False),
    "discipline": ("Thành tích tính từ khi chấp hành xong kỷ luật · Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4", True),
    "hold": ("Chưa xét khi đang kiểm tra, xác minh · Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4", True),
    "dissolved": ("Không khen tập thể đã giải thể · Thông tư 15/2025/TT-BNV", True),
    "told": ("Người được đề nghị đã biết và đồng ý · Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15", False),
    "authority": ("Đúng thẩm quyền và đối tượng của hình thức khen · danh mục khen thưởng", True),
}

#: Rules whose clause and standing are dated data; the catalogue's words go before those above.
REGULATIONS = {
    "once": "eligibility.one_reward",
    "hold": "eligibility.hold",
    "discipline": "eligibility.discipline_from_end",
    "dissolved": "eligibility.dissolved_unit",
    "same_year": "eligibility.all_round_or_thematic",
}

#: Rules that a secretary may settle with a reason; the others must be mended.
OVERRIDABLE = frozenset({"dossier", "deadline", "period", "same_year", "told", "elsewhere", "endorsed"})


def _check(rule: str, outcome: Outcome, sentence: str, *, evidence: str = "", mend: str = "") -> Check:
    clause, verified = CLAUSES[rule]
    return Check(rule, outcome, sentence, clause, evidence, mend, verified)


def _passed(rule: str, sentence: str, evidence: str = "") -> Check:
    return _check(rule, Outcome.PASS, sentence, evidence=evidence)


def dossier(facts: Facts) -> Check:
    """Whether every part that the award's dossier demands is there (Luật Đ84)."""
    if not facts.missing:
        return _passed("dossier", "Đủ giấy tờ mà hình thức khen này đòi hỏi")
    return _check(
        "dossier", Outcome.FAIL, f"Còn thiếu: {', '.join(facts.missing).lower()}",
        mend="Đơn vị in từ hồ sơ, ký, đóng dấu rồi tải bản quét lên mục Minh chứng.",
    )  # fmt: skip


def endorsed(facts: Facts) -> Check:
    """Whether the unit's leader stands behind the case."""
    if facts.endorsed or not facts.endorsement_required:
        sentence = "Cấp uỷ, lãnh đạo đơn vị đã xác nhận" if facts.endorsement_required else "Đơn vị không đặt bước xác nhận"
        return _passed("endorsed", sentence)
    return _check("endorsed", Outcome.FAIL, "Đơn vị chưa xác nhận", mend="Lãnh đạo đơn vị mở hồ sơ và bấm «Xác nhận».")


def deadline(facts: Facts) -> Check:
    """Whether it came in time; campaign deadlines are dates, the day itself included."""
    if facts.deadline is None or facts.submitted_on is None:
        return _passed("deadline", "Không đặt hạn nhận hồ sơ")
    if facts.submitted_on <= facts.deadline:
        return _passed("deadline", "Gửi trong hạn", f"Gửi {dates.short(facts.submitted_on)}, hạn {dates.short(facts.deadline)}")
    late = (facts.submitted_on - facts.deadline).days
    return _check(
        "deadline", Outcome.ASK, f"Gửi muộn {late} ngày",
        evidence=f"Gửi {dates.short(facts.submitted_on)}, hạn {dates.short(facts.deadline)}",
        mend="Thư ký có thể chấp nhận với lý do.",
    )  # fmt: skip


def period(facts: Facts) -> Check:
    """Whether the achievement lies in the campaign's time."""
    if facts.campaign_from is None or facts.campaign_to is None or facts.achieved_from is None:
        return _passed("period", "Không giới hạn thời gian lập thành tích")
    end = facts.achieved_to or facts.achieved_from
    span = f"{dates.short(facts.campaign_from)} đến {dates.short(facts.campaign_to)}"
    if facts.campaign_from <= facts.achieved_from and end <= facts.campaign_to:
        return _passed("period", "Thành tích trong thời gian của phong trào", span)
    return _check(
        "period", Outcome.ASK, "Thành tích ngoài thời gian của phong trào",
        evidence=f"Phong trào từ {span}; thành tích từ {dates.short(facts.achieved_from)} đến {dates.short(end)}",
        mend="Chuyển hồ sơ sang phong trào đúng thời gian, hoặc khen đột xuất.",
    )  # fmt: skip


def once(facts: Facts) -> Check:
    """One achievement, one reward (Luật Đ5); another deed of the same person may be praised."""
    for past in facts.past:
        if past.same_subject:
            return _check(
                "once", Outcome.FAIL, "Thành tích này đã được khen",
                evidence=f"{past.name}, Quyết định số {past.number_text} ngày {dates.short(past.decided_on)}",
                mend="Từ chối, hoặc đề nghị một thành tích khác.",
            )  # fmt: skip
    return _passed("once", "Chưa có quyết định nào khen thành tích này")


def elsewhere(facts: Facts) -> Check:
    """Whether another living case proposes the same recipient for the same thing."""
    if not facts.elsewhere:
        return _passed("elsewhere", "Không có hồ sơ khác đề nghị cùng việc này")
    return _check(
        "elsewhere", Outcome.ASK, "Có hồ sơ khác cùng người, cùng việc",
        evidence=f"Hồ sơ {', '.join(facts.elsewhere)}", mend="So hai hồ sơ, giữ một, từ chối hồ sơ kia.",
    )  # fmt: skip


def same_year(facts: Facts) -> Check:
    """All-round and thematic awards by one authority in one year (union custom; a setting elsewhere)."""
    thematic, all_round = {"campaign"}, {"merit"}
    other = all_round if facts.commendation in thematic else thematic if facts.commendation in all_round else set()
    for past in facts.past:
        if past.commendation in other and past.issuer_id == facts.issuer_id and past.decided_on.year == facts.today.year:
            return _check(
                "same_year", Outcome.ASK, "Trong năm đã được cùng cấp khen loại khác",
                evidence=f"{past.name}, Quyết định số {past.number_text} ngày {dates.short(past.decided_on)}",
                mend="Xem quy chế của cơ quan; thư ký có thể chấp nhận với lý do.",
            )  # fmt: skip
    return _passed("same_year", "Trong năm chưa được cùng cấp khen loại khác")


def _running(measures: Sequence[Measure], facts: Facts) -> Measure | None:
    return next((measure for measure in measures if measure.in_force(facts.today)), None)


def discipline(facts: Facts) -> Check:
    """No award while a discipline runs; after it the achievement counts from its end (NĐ 152 Đ4(4))."""
    running = _running(facts.disciplines, facts)
    if running is not None:
        until = f" đến {dates.short(running.to_date)}" if running.to_date else ""
        return _check(
            "discipline", Outcome.FAIL, "Đang trong thời gian kỷ luật",
            evidence=f"{running.kind}, {running.paper}, từ {dates.short(running.from_date)}{until}",
            mend="Xét lại sau khi chấp hành xong; thành tích tính từ ngày đó.",
        )  # fmt: skip
    ended = [measure.to_date for measure in facts.disciplines if measure.to_date is not None]
    if ended and facts.achieved_from is not None and facts.achieved_from <= max(ended):
        start = max(ended) + timedelta(days=1)
        return _check(
            "discipline", Outcome.FAIL, f"Thành tích chỉ tính từ {dates.short(start)}, sau khi chấp hành xong kỷ luật",
            evidence=f"Thành tích từ {dates.short(facts.achieved_from)}",
            mend="Đơn vị sửa thời gian lập thành tích.",
        )  # fmt: skip
    return _passed("discipline", "Không đang bị kỷ luật")


def hold(facts: Facts) -> Check:
    """Not yet, while something is being verified; a cleared case goes on (NĐ 152 Đ4(4))."""
    running = _running(facts.holds, facts)
    if running is None:
        return _passed("hold", "Không đang tạm dừng xét")
    return _check(
        "hold", Outcome.FAIL, "Đang tạm dừng xét", evidence=f"{running.kind}, {running.paper}, từ {dates.short(running.from_date)}",
        mend="Chờ kết luận; có kết luận không sai phạm thì hồ sơ đi tiếp.",
    )  # fmt: skip


def dissolved(facts: Facts) -> Check:
    """A unit that no longer exists is not rewarded (TT 15/2025)."""
    if facts.recipient_kind == "collective" and facts.unit_dissolved_on is not None and facts.unit_dissolved_on <= facts.today:
        return _check(
            "dissolved", Outcome.FAIL, "Tập thể đã giải thể", evidence=f"Từ {dates.short(facts.unit_dissolved_on)}",
            mend="Từ chối; đơn vị tiếp nhận có thể đề nghị cá nhân.",
        )  # fmt: skip
    return _passed("dissolved", "Đơn vị đang hoạt động")


def told(facts: Facts) -> Check:
    """Whether the nominee knows (Luật 91/2025; the basis of an official task is possible: a person decides)."""
    if facts.told:
        return _passed("told", "Người được đề nghị đã biết và đồng ý")
    return _check("told", Outcome.ASK, "Chưa rõ người được đề nghị đã biết chưa", mend="Hỏi đơn vị, rồi ghi lại hoặc chấp nhận với lý do.")


def authority(facts: Facts) -> Check:
    """Whether this issuer may give this award to this kind of recipient."""
    kinds = {"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}
    if facts.recipient_kind not in facts.award_for:
        return _check(
            "authority", Outcome.FAIL, f"Hình thức khen này không dành cho {kinds[facts.recipient_kind]}",
            mend="Trả lại để đơn vị chọn hình thức khác.",
        )  # fmt: skip
    if facts.award_track not in ("any", facts.issuer_track):
        return _check(
            "authority", Outcome.FAIL, "Hình thức khen này không thuộc hệ thống của cơ quan quyết định",
            mend="Trả lại để đơn vị chọn hình thức khác, hoặc chuyển cấp có thẩm quyền.",
        )  # fmt: skip
    return _passed("authority", "Đúng thẩm quyền và đối tượng")


ALL: tuple[Callable[[Facts], Check], ...] = (
    once, elsewhere, discipline, hold, dissolved, authority, deadline, period, dossier, endorsed, told, same_year,
)  # fmt: skip

_ORDER = {Outcome.FAIL: 0, Outcome.ASK: 1, Outcome.PASS: 2}


def checks(facts: Facts) -> tuple[Check, ...]:
    """Every rule's answer: failed ones first, then open ones."""
    return tuple(sorted((rule(facts) for rule in ALL), key=lambda check: _ORDER[check.outcome]))


def check_acceptance(found: Sequence[Check]) -> None:
    """Refuse to shortlist a case with an unsettled failure. Raises Invalid, one sentence per rule."""
    open_ones = {check.rule: f"{check.sentence}. {check.mend}".strip() for check in found if check.outcome is Outcome.FAIL and not check.settled}
    if open_ones:
        raise Invalid(open_ones)


def check_override(rule: str, reason: str) -> None:
    """Only some rules may be settled by a person, and never without a reason. Raises Invalid."""
    if rule not in OVERRIDABLE:
        raise Invalid({rule: "Điều kiện này do luật định, không thể chấp nhận bằng lý do. Anh/chị trả lại, từ chối hoặc chờ hết thời hạn."})
    if len(reason.strip()) < 10:
        raise Invalid({rule: "Anh/chị ghi rõ lý do chấp nhận, ít nhất 10 ký tự; lý do này được lưu cùng hồ sơ."})
    if len(reason) > 1000:
        raise Invalid({rule: f"Lý do dài {len(reason)} ký tự; anh/chị rút xuống dưới 1.000 ký tự."})
