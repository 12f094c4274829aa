"""The ceremony pack: order of calling = order of the PDF = order of the pile, with the papers that people hold on the stage."""

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from documents import ceremony as papers
from documents.facts.print_shop import CallLine, Ceremony
from recognition.decisions.terms import Decision
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.permissions import allowed
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Verb
from recognition.issuing import jobs, rules, shop_rules
from recognition.issuing.actions import drawing, printing
from recognition.issuing.actions.ground import recorded
from recognition.issuing.shop_terms import Call, CallOrder, How, Printed, Split
from recognition.issuing.store import awards as award_store
from recognition.issuing.store import certificates as certificate_store
from recognition.issuing.store import proofs as proof_store
from recognition.issuing.terms import AwardFacts, Certificate
from vietnamese import dates, text

FIFTY = 50


@dataclass(frozen=True)
class Paper:
    """A paper of the pack: its code, what it is called, its file's ending, how it is made."""

    code: str
    title: str
    ending: str
    make: Callable[[Ceremony], bytes]


PAPERS = (
    Paper("script", "Kịch bản đọc", "docx", papers.script),
    Paper("cards", "Thẻ gọi tên", "docx", papers.cards),
    Paper("hand_over", "Danh sách ký nhận", "docx", papers.hand_over),
    Paper("hand_over_excel", "Danh sách ký nhận", "xlsx", papers.hand_over_excel),
    Paper("absentees", "Danh sách vắng mặt", "docx", papers.absentees),
)


def calls(who: Actor, decision_id: UUID, order: CallOrder = CallOrder.AWARD) -> list[Call]:
    """Everybody of a decision in the order of calling. Raises NotFound, NotAllowed."""
    return _called(who, decision_id, order)[1]


def called(t: Transaction, decision_id: UUID, order: CallOrder) -> list[Call]:
    """The same inside a reading that has asked who may see it."""
    proposers = proof_store.proposers(t, decision_id)
    handed = {row["award_id"]: row["handed_over_on"] for row in t.all(
        "select h.award_id, h.handed_over_on from v_handed_over h join v_award a on a.award_id = h.award_id where a.decision_id = $1 order by h.award_id", decision_id
    )}  # fmt: skip
    issued = {paper.award_id: paper for paper in certificate_store.of_decision(t, decision_id, in_use=True)}
    awards = [award for award in award_store.of_decision(t, decision_id) if award.state == "in_force"]
    placed = []
    for line, award in enumerate(awards, 1):
        unit = proposers.get(award.award_id, (None, "", ""))[1] or award.unit or award.name
        placed.append((shop_rules.called(order, line, unit, award.award_name, award.kind), award))
    placed.sort(key=lambda each: (each[0][0], each[0][2]))
    return [_call(number, place[1], award, issued.get(award.award_id), handed.get(award.award_id)) for number, (place, award) in enumerate(placed, 1)]


def _call(number: int, group: str, award: AwardFacts, paper: Certificate | None, handed: date | None) -> Call:
    facts = rules.facts_of(award)
    where = ", ".join(part for part in (facts.title, facts.unit) if part)
    return Call(
        number, award.award_id, group, f"{facts.salutation} {facts.recipient}".strip(), where, award.award_name, facts.achievement, facts.subject,
        award.amount, award.gift, paper.serial if paper else "", shop_rules.hint(facts.recipient, where, facts.achievement, facts.subject), handed,
        paper.id if paper else None,
    )  # fmt: skip


def _facts(decision: Decision, listed: Sequence[Call]) -> Ceremony:
    frozen = decision.issuer_frozen
    lines = tuple(
        CallLine(x.number, x.group, x.name, x.where, x.form, x.wording, x.subject, x.amount, x.gift, x.serial, x.hint, x.handed_over_on) for x in listed
    )
    return Ceremony(
        frozen.get("name", ""), frozen.get("awarding_line") or frozen.get("name", ""), frozen.get("track", "party"), decision.number_text,
        decision.decided_on or dates.today(), decision.title, lines,
    )  # fmt: skip


def paper(who: Actor, decision_id: UUID, code: str, order: CallOrder = CallOrder.AWARD) -> bytes:
    """One paper of the pack (`PAPERS`). Raises NotFound, NotAllowed, Invalid when nobody is called."""
    decision, listed = _called(who, decision_id, order)
    wanted = next(each for each in PAPERS if each.code == code)
    try:
        return wanted.make(_facts(decision, listed))
    except ValueError as wrong:
        raise Invalid({"": str(wrong)}) from wrong


def files(listed: Sequence[Call], split: Split) -> list[tuple[str, tuple[UUID, ...]]]:
    """Which certificates go into which PDF, in the order of calling: (name, certificates)."""
    printed = [call for call in listed if call.certificate_id is not None]
    groups: list[tuple[str, list[Call]]] = []
    for call in printed:
        if not groups or groups[-1][0] != call.group:
            groups.append((call.group, []))
        groups[-1][1].append(call)
    if split is Split.GROUP:
        return [(f"{number:02d} {name}", _ids(inside)) for number, (name, inside) in enumerate(groups, 1)]
    most = FIFTY if split is Split.FIFTY else max(len(printed), 1)
    cut = shop_rules.chunks([(name, len(inside)) for name, inside in groups], most)
    return [(f"Giấy khen {name}" if len(cut) > 1 else "Giấy khen", _ids(printed[first - 1 : last])) for name, first, last in cut]


def _ids(listed: Sequence[Call]) -> tuple[UUID, ...]:
    return tuple(call.certificate_id for call in listed if call.certificate_id is not None)


def pack(who: Actor, decision_id: UUID, order: CallOrder = CallOrder.AWARD, split: Split = Split.ONE, how: How | None = None) -> tuple[bytes, str]:
    """Everything in one ZIP: PDFs in the order of calling, script, cards, sheet to sign, absentees; and a file name.

    The PDFs are left out while nothing is issued, and for whoever may not print; each print is logged.
    Raises NotFound, NotAllowed, Invalid.
    """
    decision, listed = _called(who, decision_id, order)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        if allowed(who, Verb.PRINT, decision):
            for name, certificates in files(listed, split):
                content, _ = printing.print_pdf(who, decision_id, how=ordered(how, certificates))
                bundle.writestr(f"{text.file_name(name, 90)}.pdf", content)
        for name, content in _papers(decision, listed):
            bundle.writestr(name, content)
    return out.getvalue(), _pack_name(decision)


def pack_in_child(who: Actor, decision_id: UUID, order: CallOrder, split: Split, how: How | None = None) -> jobs.Wanted:
    """The same ZIP as the work of a child, for a long list. Raises NotFound, NotAllowed, Invalid (nothing is issued)."""
    decision, listed = _called(who, decision_id, order)
    cut = files(listed, split)
    chosen = ordered(how, [each for _, certificates in cut for each in certificates])
    _, papers, kept = printing.to_print(who, decision_id, chosen)
    by_id = {paper.id: paper for paper in papers}

    def prepare(folder: Path) -> dict[str, Any]:
        drawn = [(f"{number}.pdf", [by_id[each] for each in certificates]) for number, (_, certificates) in enumerate(cut)]
        plan = drawing.plan(folder, drawn, kept, chosen)
        bundle = [(f"{text.file_name(name, 90)}.pdf", out) for (name, _), (out, _) in zip(cut, drawn, strict=True)]
        for number, (name, content) in enumerate(_papers(decision, listed)):
            (folder / f"paper-{number}").write_bytes(content)
            bundle.append((name, f"paper-{number}"))
        return {**plan, "bundle": bundle}

    printed = Printed(decision_id, chosen.order, chosen)
    return jobs.Wanted(len(papers), "giấy", _pack_name(decision), "application/zip", prepare, printed)


def _called(who: Actor, decision_id: UUID, order: CallOrder) -> tuple[Decision, list[Call]]:
    with reading(who) as t:
        return recorded(t, who, decision_id, Verb.SEE_CERTIFICATES), called(t, decision_id, order)


def ordered(how: How | None, certificates: Sequence[UUID]) -> How:
    """`how` for these certificates in this order."""
    return replace(how or How(), order=tuple(certificates))


def _papers(decision: Decision, listed: Sequence[Call]) -> Iterator[tuple[str, bytes]]:
    """(file name, content) of what people hold on the stage."""
    for each in PAPERS:
        try:
            yield f"{each.title}.{each.ending}", each.make(_facts(decision, listed))
        except ValueError as wrong:
            raise Invalid({"": str(wrong)}) from wrong


def _pack_name(decision: Decision) -> str:
    return f"Gói lễ trao {decision.number_text.replace('/', '-')}.zip"
