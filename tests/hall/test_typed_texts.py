"""Every text that a person types has its own bound: too long, it is refused with how many characters it has and how many may be, never cut."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args
from uuid import uuid4

import pytest

from recognition.accounts import rules as account_rules
from recognition.accounts.actions import manage
from recognition.campaigns import rules as campaign_rules
from recognition.campaigns.terms import CampaignInput
from recognition.catalogue import entries as catalogue_entries
from recognition.council.actions import planning
from recognition.council.rules import sessions
from recognition.council.terms import (
    AttendanceInput,
    CouncilInput,
    MemberInput,
    OpinionInput,
    PostingInput,
    SessionInput,
    SessionState,
)
from recognition.covenants import rules as covenant_rules
from recognition.covenants.rules import reporting
from recognition.covenants.terms import CovenantInput, FileInput, SignedInput, TargetInput
from recognition.dan_van_kheo import rules as model_rules
from recognition.dan_van_kheo.life_terms import NoteInput
from recognition.dan_van_kheo.rules import life, spread
from recognition.dan_van_kheo.spread_terms import LearnInput
from recognition.dan_van_kheo.terms import ModelInput, ReportInput
from recognition.decisions.actions import external
from recognition.decisions.rules import publicity, recording
from recognition.decisions.terms import ExternalInput, ExternalLine, Head, LineChange
from recognition.grassroots import rules as book_rules
from recognition.grassroots.rules import inspection
from recognition.grassroots.terms import PlanInput, PointInput, RecordInput, ResultInput
from recognition.hall import public_address
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid
from recognition.hall.words import Verb
from recognition.ledger import rules as ledger_rules
from recognition.lists.actions import mending
from recognition.lists.rules import check_batch
from recognition.lists.terms import BatchInput
from recognition.nominations import rules as nomination_rules
from recognition.nominations.actions import files, talk
from recognition.nominations.terms import Answer, DeedInput, EvidenceInput, NominationInput, Reason
from recognition.reminding.rules import letters
from recognition.reviewing import phases, quotas
from recognition.reviewing import rules as scoring_rules
from recognition.reviewing.phases import PhaseInput
from recognition.reviewing.quotas import QuotaInput
from recognition.screening import holding
from recognition.screening import rules as screening_rules
from recognition.screening.holding import MeasureInput
from recognition.thanks import rules as thanks_rules

#: Their package gives out functions of the same names.
councils, postings = (import_module(f"recognition.council.actions.{name}") for name in ("councils", "postings"))
ROOT = Path(__file__).resolve().parent.parent.parent / "recognition"
LONG = "x" * 200_000
TODAY = date(2026, 11, 26)
#: What bounds a text that is given to it, of the hall.
BOUNDING = {"line", "story", "too_long", "bounded", "needed"}


def found(call: Callable[[], Any]) -> dict[str, str]:
    """What a rule says, whether it answers or raises."""
    try:
        said = call()
    except Invalid as wrong:
        return wrong.fields
    return said if isinstance(said, dict) else {"": said or ""}


def an(kind: type, **given: Any) -> Any:
    """One of a form's classes, with harmless values where nothing is given."""
    harmless = {"str": "x", "int": 1, "UUID": uuid4(), "bool": False, "date | str | None": TODAY, "date | None": TODAY, "date": TODAY}
    asked = [field for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING]
    values = {field.name: harmless.get(named(field), () if named(field).startswith(("tuple", "collections")) else None) for field in asked}
    return kind(**values | given)


def named(field: Any) -> str:
    """The type of a field as it is written."""
    plain = isinstance(field.type, type) and not get_args(field.type)
    return (field.type.__name__ if plain else str(field.type)).replace("datetime.", "")


#: Texts that a rule of their room bounds: the rule, asked about a text far too long.
BY_RULE: dict[str, Callable[[], Any]] = {
    "accounts.make_access_key.name": lambda: account_rules.access_key_faults(LONG, 30, 0),
    "accounts.create_account.name": lambda: manage._name_faults(LONG, ""),
    "accounts.create_account.email": lambda: manage._name_faults("a", f"a@{LONG}"),
    "accounts.create_account.user_name": lambda: {"": account_rules.user_name_fault(LONG)},
    "accounts.change_account.name": lambda: manage._name_faults(LONG, ""),
    "accounts.change_account.email": lambda: manage._name_faults("a", f"a@{LONG}"),
    "accounts.set_public_url.typed": lambda: public_address.fault(f"https://{LONG}.vn"),
    "dan_van_kheo.unreplicate.reason": lambda: model_rules.check_reason(LONG, ""),
    "dan_van_kheo.check.reason": lambda: model_rules.check_score(80_00, 70_00, LONG),
    "dan_van_kheo.end.reason": lambda: model_rules.check_reason(LONG, ""),
    "ledger.reopen.reason": lambda: ledger_rules.check_reopening(LONG),
    "nominations.give_opinion.reason": lambda: nomination_rules.check_opinion(Answer.OBJECT, LONG),
    "nominations.withdraw.reason": lambda: nomination_rules.check_reasons([Reason("", LONG)]),
    "reminding.edit.subject": lambda: letters.check_words(LONG, "a"),
    "reminding.edit.body": lambda: letters.check_words("a", LONG),
    "reminding.leave_out.reason": lambda: letters.check_reason(LONG),
    "reminding.sent_on_paper.number": lambda: letters.check_paper(LONG, TODAY, TODAY),
    "reviewing.change_locked.reason": lambda: scoring_rules.check_reason(LONG),
    "reviewing.abstain.reason": lambda: scoring_rules.check_reason(LONG),
    "screening.settle.reason": lambda: screening_rules.check_override(sorted(screening_rules.OVERRIDABLE)[0], LONG),
}
BY_RULE |= {
    "catalogue.confirm_award_type.paper": lambda: catalogue_entries.paper(LONG),
    "catalogue.confirm_regulation.paper": lambda: catalogue_entries.paper(LONG),
    "catalogue.add_holiday.name": lambda: catalogue_entries.holiday(TODAY, LONG),
    "covenants.amend.reason": lambda: covenant_rules.check_reason(LONG, ""),
    "covenants.send_back.reason": lambda: covenant_rules.check_reason(LONG, ""),
    "covenants.unrecord_signed.reason": lambda: covenant_rules.check_reason(LONG, ""),
    "covenants.close.conclusion": lambda: covenant_rules.check_closing(SimpleNamespace(parties=()), LONG),
    "covenants.confirm.reason": lambda: reporting.check_confirmed((), {}, {}, LONG),
    "thanks.appreciate.body": lambda: thanks_rules.check_body(LONG),
    "thanks.hide.reason": lambda: thanks_rules.check_reason(LONG),
    "dan_van_kheo.register.adapted": lambda: spread.check_link(LearnInput(uuid4(), TODAY, LONG, ""), SimpleNamespace(registered_on=TODAY, unit_id=None, model_id=None), (), TODAY),
    "decisions.post.where": lambda: publicity.check(TODAY, TODAY, TODAY, LONG),
    "grassroots.keep.how": lambda: book_rules.check_kept(SimpleNamespace(promise="a"), TODAY, LONG, None, TODAY),
    "grassroots.change_plan.title": lambda: inspection.check_plan(an(PlanInput, title=LONG), TODAY),
    "grassroots.change_plan.content": lambda: inspection.check_plan(an(PlanInput, content=LONG), TODAY),
    "lists.change.typed": lambda: mending._typed({"name": LONG}),
    "lists.fill.value": lambda: mending._typed({"name": LONG}),
    "nominations.comment.body": lambda: talk._said(None, uuid4(), LONG, Verb.COMMENT, None),
    "nominations.ask_to_amend.reason": lambda: talk._said(None, uuid4(), LONG, Verb.ASK_TO_AMEND, None),
    "reviewing.advise.remark": lambda: scoring_rules.check_remark(LONG),
    "reviewing.save.remark": lambda: scoring_rules.check_remark(LONG),
    "reviewing.save.reasons": lambda: scoring_rules.check_points((), {}, {uuid4(): LONG}),
    "reviewing.enter_paper.remark": lambda: scoring_rules.check_remark(LONG),
    "reviewing.enter_paper.reasons": lambda: scoring_rules.check_points((), {}, {uuid4(): LONG}),
}
#: Not words of one's own: a code, a day, a choice, a secret that is never kept, a name that must match one that is there; or bounded by the action it calls.
NOT_FREE = {
    "accounts.make_access_key.password", "council.close.ended_at", "covenants.confirm.checked", "council.declare.kind", "council.write_opinions.opinions", "council.take_example.code",
    "council.open_ballot.passphrases", "council.open_ballot.again", "council.tally.passphrases", "decisions.from_session.kind", "decisions.written_opinion.kind",
    "decisions.change_earlier.kind", "decisions.record.number", "issuing.issue.layout", "issuing.issue.series", "issuing.begin.series", "issuing.begin.year",
    "issuing.begin.last", "issuing.add.paper", "issuing.add.orientation", "issuing.sign.unit_key", "issuing.sign.content", "issuing.hand_over.to", "issuing.remove.name",
    "issuing.make.photo_consent", "issuing.publish.photo_consent", "lists.answer.value", "lists.answer.question", "lists.fill.field", "lists.take_back.file_name", "lists.start.file_name", "screening.settle.rule",
}  # fmt: skip


def typed() -> Iterator[tuple[str, ast.FunctionDef, str, str]]:
    """(room.action.parameter, the action, parameter, annotation) of every text that an action takes from a person; days are judged as days."""
    for path in sorted(ROOT.rglob("*.py")):
        if "actions" not in path.relative_to(ROOT).with_suffix("").parts:
            continue
        for action in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(action, ast.FunctionDef) or action.name.startswith("_"):
                continue
            given = {each.arg: ast.unparse(each.annotation) for each in (*action.args.args, *action.args.kwonlyargs) if each.annotation}
            if "UUID" in given.get("key", ""):
                yield from ((f"{path.relative_to(ROOT).parts[0]}.{action.name}.{name}", action, name, kind) for name, kind in given.items() if "str" in kind.split("[")[-1] and "date" not in kind)


def names_in(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def bounded_here(action: ast.FunctionDef, name: str) -> bool:
    """Whether the action hands the text, or what it made of it, to one of the hall's bounds."""
    mine = {name}
    for node in (each for each in ast.walk(action) for _ in range(1)):
        if isinstance(node, ast.Assign | ast.NamedExpr) and node.value is not None and names_in(node.value) & mine:
            mine |= set().union(*(names_in(target) for target in (node.targets if isinstance(node, ast.Assign) else [node.target])))
    calls = (node for node in ast.walk(action) if isinstance(node, ast.Call))
    return any(ast.unparse(call.func).split(".")[-1] in BOUNDING and names_in(call) & mine for call in calls)


def test_every_text_that_an_action_takes_has_its_own_bound():
    """A new one is given to a bound of the hall, or its room's rule stands in the table above."""
    known = {name for name, *_ in typed()}
    assert (set(BY_RULE) | NOT_FREE) - known == set(), "gone"
    assert sorted(name for name, action, given, _ in typed() if name not in BY_RULE and name not in NOT_FREE and not bounded_here(action, given)) == []


@pytest.mark.parametrize("name", sorted(BY_RULE))
def test_the_rule_of_its_room_refuses_a_text_that_is_too_long(name):
    said = " ".join(found(BY_RULE[name]).values())
    assert "ký tự" in said or name in {"accounts.create_account.email", "accounts.change_account.email", "accounts.set_public_url.typed"}, said
    assert said


def external_line(one: ExternalLine) -> dict[str, str]:
    check = Entry()
    external._line(None, None, None, replace(one, kind="individual"), check, "line")
    return {name.removeprefix("line."): sentence for name, sentence in check.wrong.items()}


def session(**known: Any) -> Any:
    return SimpleNamespace(id=uuid4(), issuer_id=uuid4(), name="Hội đồng", on_date=TODAY, from_date=TODAY, members=(), state=SessionState.PLANNED, **known)


#: What people fill in as a whole: the class, what checks it, and its fields that are codes and no words.
FORMS: dict[type, tuple[Callable[[Any], Any], set[str]]] = {
    AttendanceInput: (lambda one: {"reason": " ".join(sessions.check_attendance([replace(one, attendance="absent")]).values())}, {"attendance"}),
    BatchInput: (lambda one: check_batch(one.title, deed=True, told=True, period=(None, None)), set()),
    CampaignInput: (lambda one: campaign_rules.check(replace(one, deadlines={}, criteria=())), {"kind"}),
    CovenantInput: (covenant_rules.check, set()),
    TargetInput: (lambda one: dict.fromkeys(("name", "measure", "wanted"), " ".join(covenant_rules.check_targets([replace(one, wanted=one.wanted or "100")]).values())), set()),
    FileInput: (lambda _one: {}, {"name"}),
    SignedInput: (lambda _one: {}, set()),
    CouncilInput: (lambda one: councils._checked(uuid4(), one), {"kind"}),
    DeedInput: (lambda one: nomination_rules.check_draft(an(NominationInput, deed=one)), set()),
    EvidenceInput: (files.tidy, {"file_name"}),
    ExternalInput: (lambda one: external._head(None, one), {"kind", "track"}),
    ExternalLine: (external_line, {"kind"}),
    Head: (recording.check_typed, set()),
    LearnInput: (lambda one: spread.check_link(one, SimpleNamespace(registered_on=TODAY, unit_id=None, model_id=None), (), TODAY), set()),
    LineChange: (recording.check_words, set()),
    MeasureInput: (lambda one: holding.check(one, TODAY), {"reason"}),
    MemberInput: (lambda one: councils._member(session(), one), {"role"}),
    ModelInput: (model_rules.check_registration, set()),
    NominationInput: (nomination_rules.check_draft, set()),
    NoteInput: (lambda one: life.check_note(one, TODAY, TODAY), set()),
    OpinionInput: (lambda one: postings._opinion(session(items=()), session(), one), set()),
    PhaseInput: (lambda one: phases.check(one, 1, (), {}), set()),
    PlanInput: (lambda one: inspection.check_plan(one, TODAY), set()),
    PointInput: (lambda one: book_rules.check_point(one, TODAY), set()),
    PostingInput: (lambda one: postings._checked(session(), uuid4(), one), {"stage"}),
    QuotaInput: (quotas.check, set()),
    RecordInput: (lambda one: book_rules.check_record(one, TODAY), set()),
    ReportInput: (model_rules.check_report, set()),
    ResultInput: (lambda one: inspection.check_result(one, 2026, TODAY), set()),
    SessionInput: (lambda one: planning._checked(uuid4(), session(), one, 1), {"body", "method"}),
}
WORDS = [(kind, field.name) for kind, (_, codes) in FORMS.items() for field in fields(kind) if named(field) in ("str", "str | None") and field.name not in codes]


def test_every_form_stands_in_the_table():
    there = {node.name for path in ROOT.rglob("*.py") for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef) and node.name.endswith("Input")}
    assert there - {kind.__name__ for kind in FORMS} == set()


@pytest.mark.parametrize(("kind", "field"), WORDS)
def test_every_word_of_a_form_has_its_own_bound(kind, field):
    check, _ = FORMS[kind]
    assert "200.000 ký tự, quá " in found(lambda: check(an(kind, **{field: LONG}))).get(field, "")
