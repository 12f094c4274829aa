"""What the case itself must show: its papers, its leader's word, its days, its score, the right award."""

from recognition.screening.rules import answers
from recognition.screening.terms import Check, Facts, Outcome
from vietnamese import dates, numbers


def dossier(facts: Facts) -> Check:
    """Whether every part that the award's dossier demands is there (Luật Đ84)."""
    if not facts.missing and facts.unproved:
        named = ", ".join(f"«{name}»" for name in facts.unproved)
        return answers.check(
            "dossier", Outcome.FAIL, f"Chưa có minh chứng cho tiêu chí {named}", evidence="Phong trào cần một tệp cho tiêu chí này",
            mend="Trả lại để đơn vị tải tệp lên và đánh dấu tiêu chí.",
        )  # fmt: skip
    if not facts.missing:
        return answers.passed("dossier", "Đủ giấy tờ mà hình thức khen này đòi hỏi")
    return answers.check(
        "dossier", Outcome.FAIL, f"Còn thiếu: {', '.join(facts.missing).lower()}",
        mend="Đơn vị in từ hồ sơ, ký, đóng dấu rồi tải bản quét lên mục Minh chứng.",
    )  # fmt: skip


def endorsed(facts: Facts) -> Check:
    """Whether the unit's leader stands behind the case."""
    if facts.endorsed or not facts.endorsement_required:
        sentence = "Cấp uỷ, lãnh đạo đơn vị đã xác nhận" if facts.endorsement_required else "Đơn vị không đặt bước xác nhận"
        return answers.passed("endorsed", sentence)
    return answers.check("endorsed", Outcome.FAIL, "Đơn vị chưa xác nhận", mend="Lãnh đạo đơn vị mở hồ sơ và bấm «Xác nhận».")


def deadline(facts: Facts) -> Check:
    """Whether it came in time; campaign deadlines are dates, the day itself included."""
    if facts.deadline is None or facts.submitted_on is None:
        return answers.passed("deadline", "Không đặt hạn nhận hồ sơ")
    if facts.submitted_on <= facts.deadline:
        return answers.passed("deadline", "Gửi trong hạn", f"Gửi {dates.short(facts.submitted_on)}, hạn {dates.short(facts.deadline)}")
    late = (facts.submitted_on - facts.deadline).days
    return answers.check(
        "deadline", Outcome.ASK, f"Gửi muộn {late} ngày",
        evidence=f"Gửi {dates.short(facts.submitted_on)}, hạn {dates.short(facts.deadline)}",
        mend="Thư ký có thể chấp nhận với lý do.",
    )  # fmt: skip


def period(facts: Facts) -> Check:
    """Whether the achievement lies in the campaign's time."""
    if facts.campaign_from is None or facts.campaign_to is None or facts.achieved_from is None:
        return answers.passed("period", "Không giới hạn thời gian lập thành tích")
    end = facts.achieved_to or facts.achieved_from
    span = f"{dates.short(facts.campaign_from)} đến {dates.short(facts.campaign_to)}"
    if facts.campaign_from <= facts.achieved_from and end <= facts.campaign_to:
        return answers.passed("period", "Thành tích trong thời gian của phong trào", span)
    return answers.check(
        "period", Outcome.ASK, "Thành tích ngoài thời gian của phong trào",
        evidence=f"Phong trào từ {span}; thành tích từ {dates.short(facts.achieved_from)} đến {dates.short(end)}",
        mend="Chuyển hồ sơ sang phong trào đúng thời gian, hoặc khen đột xuất.",
    )  # fmt: skip


def authority(facts: Facts) -> Check:
    """Whether this issuer may give this award to this kind of recipient."""
    kinds = {"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}
    if facts.recipient_kind not in facts.award_for:
        return answers.check(
            "authority", Outcome.FAIL, f"Hình thức khen này không dành cho {kinds[facts.recipient_kind]}",
            mend="Trả lại để đơn vị chọn hình thức khác.",
        )  # fmt: skip
    if facts.award_track not in ("any", facts.issuer_track):
        return answers.check(
            "authority", Outcome.FAIL, "Hình thức khen này không thuộc hệ thống của cơ quan quyết định",
            mend="Trả lại để đơn vị chọn hình thức khác, hoặc chuyển cấp có thẩm quyền.",
        )  # fmt: skip
    return answers.passed("authority", "Đúng thẩm quyền và đối tượng")


def score(facts: Facts) -> Check:
    """Recognised only if score and vote allow: the mean of the locked sheets reaches the campaign's mark; the vote comes later."""
    if facts.pass_mark is None or (facts.mean is None and not facts.sheets_waiting):
        return answers.passed("score", "Phong trào không chấm điểm hồ sơ này")
    if facts.mean is None:
        return answers.check("score", Outcome.ASK, "Chưa ai chốt phiếu chấm", evidence=f"Còn {facts.sheets_waiting} phiếu", mend="Nhắc người chấm ở trang «Giao và theo dõi chấm điểm».")
    evidence = f"Trung bình {numbers.decimal(facts.mean)}, mức đạt {facts.pass_mark}"
    if facts.mean < facts.pass_mark * 100:
        return answers.check("score", Outcome.FAIL, "Điểm chấm chưa đạt mức của phong trào", evidence=evidence, mend="Trả lại để bổ sung rồi chấm lại, hoặc từ chối.")
    if facts.sheets_waiting:
        return answers.check("score", Outcome.ASK, f"Còn {facts.sheets_waiting} phiếu chấm chưa chốt", evidence=evidence, mend="Nhắc người chấm, hoặc thôi giao phiếu không cần nữa.")
    return answers.passed("score", "Điểm chấm đạt mức của phong trào", evidence)
