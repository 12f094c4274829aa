"""The steps of a model's year, by the table of transitions; and its way to the council."""

from datetime import date
from typing import Any
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Stage
from recognition.dan_van_kheo import rules, store
from recognition.dan_van_kheo.actions import ground
from recognition.dan_van_kheo.actions.ground import KIND, REPORTED
from recognition.dan_van_kheo.rules import life
from recognition.dan_van_kheo.store import life as life_store
from recognition.dan_van_kheo.terms import Model, Owner, ReportInput
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, refuse
from recognition.hall.transaction import transaction
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Commendation, Nomination, NominationInput, Subject
from vietnamese import dates, text


def _step(who: Actor, year_id: UUID, version: int, verb: Verb, key: UUID | None, detail: str = "", **values: Any) -> Model:
    """One step of a year by the table of transitions."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, year_id, version, verb)
        after = ground.move(t, before, verb, detail, **values)
        t.result = str(year_id)
    return after


def approve(who: Actor, year_id: UUID, version: int, key: UUID | None = None) -> Model:
    """The secretary accepts a registration. Raises NotAllowed, NotFound, Stale."""
    return _step(who, year_id, version, Verb.APPROVE_MODEL, key)


def start(who: Actor, year_id: UUID, version: int, key: UUID | None = None) -> Model:
    """The unit says that the work has begun. Raises NotAllowed, NotFound, Stale."""
    return _step(who, year_id, version, Verb.START_MODEL, key, started_at=dates.now_utc())


def report(who: Actor, year_id: UUID, version: int, data: ReportInput, key: UUID | None = None) -> Model:
    """The unit reports its year with figures and its own score. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, year_id, version, Verb.REPORT_MODEL)
        wrong = rules.check_report(data)
        refusal = campaigns.stage_refusal(campaigns.in_transaction(t, before.year.campaign_id), Stage.REPORT, dates.today())
        if refusal:
            wrong["campaign_id"] = refusal
        refuse(wrong)
        after = ground.move(
            t, before, Verb.REPORT_MODEL, f"Tự chấm {rules.points(data.self_score)} điểm.",
            report=text.clean_multiline(data.report), figures=store.figures_json(data.figures), self_score=data.self_score,
            reported_at=dates.now_utc(),
        )  # fmt: skip
        t.result = str(year_id)
    return after


def check(who: Actor, year_id: UUID, version: int, score: int | None, reason: str = "", key: UUID | None = None) -> Model:
    """The secretary gives the level above's score in hundredths, with a reason where it differs. Raises Invalid too."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, year_id, version, Verb.CHECK_MODEL)
        refuse(rules.check_score(before.year.self_score, score, reason))
        detail = f"Tự chấm {rules.points(before.year.self_score)}, thẩm định {rules.points(score)} điểm. {text.clean(reason)}".strip()
        after = ground.move(t, before, Verb.CHECK_MODEL, detail, checked_score=score, check_reason=text.clean(reason))
        t.result = str(year_id)
    return after


def recognise(who: Actor, year_id: UUID, version: int, key: UUID | None = None) -> Model:
    """Recognise a year whose checked score reaches the campaign's pass mark, with as many mid-term notes as the office asks for. Raises Invalid when not."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, year_id, version, Verb.RECOGNISE_MODEL)
        refuse(rules.check_pass_mark(before.year.checked_score, campaigns.in_transaction(t, before.year.campaign_id).pass_mark))
        refuse(life.check_notes(life_store.note_days(t, year_id), ground.regulation("model.notes_required", 0)))
        now = dates.now_utc()
        after = ground.move(t, before, Verb.RECOGNISE_MODEL, decided_at=now, recognised_at=now)
        t.result = str(year_id)
    return after


def mark_outstanding(who: Actor, year_id: UUID, version: int, key: UUID | None = None) -> Model:
    """Name a recognised year outstanding. Raises NotAllowed, NotFound, Stale."""
    return _step(who, year_id, version, Verb.MARK_OUTSTANDING, key)


def end(who: Actor, year_id: UUID, version: int, reason: str, key: UUID | None = None) -> Model:
    """End a model that no longer works, saying why. Raises NotAllowed, NotFound, Stale, Invalid."""
    refuse(rules.check_reason(reason, "Anh/chị ghi lý do kết thúc mô hình."))
    return _step(who, year_id, version, Verb.END_MODEL, key, text.clean(reason), decided_at=dates.now_utc())


def continue_in(who: Actor, year_id: UUID, version: int, campaign_id: UUID, key: UUID | None = None) -> Model:
    """Carry a recognised model on into the year of another campaign, registered anew. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, year_id, version, Verb.CONTINUE_MODEL)
        campaign = ground.campaign(who, campaign_id)
        year = campaign.to_date.year
        if any(each.year == year for each in before.years) or year < before.year.year:
            raise Invalid({"campaign_id": f"Mô hình đã có năm {year}. Anh/chị chọn phong trào của năm sau."})
        refusal = ground.stage_refusal(t, campaign, before.unit_id, Stage.REGISTER)
        refuse({"campaign_id": refusal} if refusal else {})
        ground.move(t, before, Verb.CONTINUE_MODEL, f"Sang năm {year}.")
        opened = store.insert_year(t, before.id, year, campaign_id, campaign.issuer_id, dates.now_utc())
        after = store.get(t, before.id, opened)
        audit.note(t, Verb.REGISTER_MODEL, KIND, opened, after=after.year, case=after, detail=f"Tiếp tục từ năm {before.year.year}.")
        t.result = str(opened)
    return after


def nomination_of(model: Model, award_type_id: UUID | None) -> NominationInput:
    """The nomination of a model's year as its form begins: who, what, the report and its figures.

    A collective knows of its own model; a person still has to be told.
    """
    year = model.year
    return NominationInput(
        subject=Subject.MODEL_YEAR,
        commendation=Commendation.CAMPAIGN,
        unit_id=model.unit_id,
        campaign_id=year.campaign_id,
        award_type_id=award_type_id,
        nominee=nominations.nominee_of(model.recipient_id, model.owner is Owner.INDIVIDUAL, model.person_id),
        title=model.name if model.name.lower().startswith("mô hình") else f"Mô hình {model.name}"[:200],
        achievement=rules.achievement(year.report, year.figures)[:5_000],
        wording=f"Đã có thành tích xuất sắc trong phong trào thi đua «Dân vận khéo» năm {year.year} với mô hình «{model.name}»"[:300],
        model_year_id=year.id,
        period_from=date(year.year, 1, 1),
        period_to=date(year.year, 12, 31),
        told=model.owner is Owner.COLLECTIVE,
        contact=model.contact,
    )


def nominate(who: Actor, year_id: UUID, award_type_id: UUID | None, key: UUID | None = None) -> Nomination:
    """Begin a nomination of a reported year: a draft with all that the report says. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        model = ground.seen(t, who, year_id)
        permissions.require(who, Verb.NOMINATE, model)
        if model.year.state not in REPORTED:
            raise NotAllowed(f"Mô hình đang ở bước «{model.year.state.label}». Anh/chị báo cáo kết quả năm trước khi đề nghị khen.")
        made = nominations.save_draft(who, nomination_of(model, award_type_id))
        t.result = str(made.id)
    return made
