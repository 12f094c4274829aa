"""Papers of screening for units without the net: why a case came back, and what each condition answered."""

from uuid import UUID

from documents import facts as papers
from documents import slips
from recognition.catalogue import actions as catalogue
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed
from recognition.hall.transaction import reading
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination
from recognition.screening import actions
from recognition.screening.terms import Check
from vietnamese import dates

#: The parts of a case, as a return names them.
PARTS = {
    "nominee": "Người được đề nghị", "title": "Việc, thành tích trong một câu", "story": "Phần kể lại, báo cáo thành tích",
    "deed_date": "Ngày, nơi làm việc tốt", "period": "Thời gian lập thành tích", "evidence": "Minh chứng, giấy tờ", "award_type_id": "Hình thức đề nghị",
    "wording": "Câu trên giấy khen", "told": "Ý kiến người được đề nghị, công bố", "": "Hồ sơ",
}  # fmt: skip


def return_slip(who: Actor, nomination_id: UUID) -> tuple[bytes, str]:
    """Phiếu trả lại of a returned case as one page of Word, and its file name. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        case = nominations.lock(t, nomination_id)
        if case.state is not State.RETURNED or not case.reasons:
            raise NotAllowed("Hồ sơ này không ở bước trả lại nên chưa có phiếu trả lại.")
        head, signer = _head(who, case)
        due = actions.due_again(t, case)
    reasons = tuple(papers.Reason(PARTS.get(reason.field, "Hồ sơ"), reason.sentence) for reason in case.reasons)
    made = papers.ReturnSlip(head, case.code, case.title, case.recipient_name, case.unit_name, reasons, due, case.issuer_name, signer)
    return slips.return_slip(made), f"Phiếu trả lại {case.code}.docx"


def screening_slip(who: Actor, nomination_id: UUID) -> tuple[bytes, str]:
    """Phiếu thẩm định of a case with every condition's answer, and its file name. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        case = nominations.lock(t, nomination_id)
        permissions.require(who, Verb.SCREEN, case)
        head, signer = _head(who, case)
    found = actions.checks(who, nomination_id)
    open_ones = sum(not check.settled for check in found)
    conclusion = "Hồ sơ đủ mọi điều kiện." if not open_ones else f"Còn {open_ones} điều kiện chưa đạt hoặc cần xem."
    made = papers.ScreeningSlip(
        head, case.code, case.title, case.recipient_name, case.unit_name, f"{case.award_name}, {case.commendation.label.lower()}",
        tuple(_answer(check) for check in found), conclusion, signer,
    )  # fmt: skip
    return slips.screening_slip(made), f"Phiếu thẩm định {case.code}.docx"


def _answer(check: Check) -> papers.Check:
    note = check.evidence if check.override_reason is None else f"Thư ký chấp nhận: {check.override_reason}"
    return papers.Check(check.sentence, papers.Outcome(check.outcome.value), check.clause, note)


def _head(who: Actor, case: Nomination) -> tuple[papers.Head, papers.Signer]:
    issuer = catalogue.issuer(who, case.issuer_id)
    organ = papers.Issuer(issuer.name, issuer.place, papers.Track(issuer.track.value), issuer.superior, issuer.short_sign, in_text=issuer.name)
    return papers.Head(organ, dates.today()), papers.Signer(who.name, "THƯ KÝ")
