"""How models spread: recognised ones are open to every unit, a unit says from which it learned, numbers tell how far each came."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from recognition.campaigns.themes import Field
from recognition.dan_van_kheo import store
from recognition.dan_van_kheo.actions.ground import KIND
from recognition.dan_van_kheo.rules import check_reason
from recognition.dan_van_kheo.rules import spread as rules
from recognition.dan_van_kheo.spread_terms import Copied, Example, ExampleLine, LearnInput, Source, Spread
from recognition.dan_van_kheo.store import spread as spread_store
from recognition.dan_van_kheo.terms import Model, Replication
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed, NotFound, refuse
from recognition.hall.paging import Found
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.units import actions as units
from vietnamese import dates, text

PAGE = 25
MOST = 1_000


def examples(who: Actor, words: str = "", field: Field | None = None, *, limit: int = PAGE, offset: int = 0) -> Found[ExampleLine]:
    """Recognised models of all units, the newest year first. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_EXAMPLES)
    with reading(who) as t:
        rows, total = spread_store.examples(t, words, field, limit, offset)
    return Found(tuple(rows), total)


def example(who: Actor, year_id: UUID) -> Example:
    """How a recognised model works, for whoever would do likewise. Raises NotFound."""
    permissions.require_any(who, (Verb.SEE_EXAMPLES,))
    with reading(who) as t:
        found = spread_store.example(t, year_id)
    if found is None:
        raise NotFound()
    return found


def _source(t: Transaction, who: Actor, year_id: UUID) -> Model:
    """The model from which is learned: one that `who` sees anyway, or a recognised one. Raises NotFound."""
    model_id = store.seen(t, who, year_id)
    if model_id is None and permissions.allowed(who, Verb.SEE_EXAMPLES):
        found = spread_store.example(t, year_id)
        model_id, year_id = (found.model_id, found.year_id) if found else (None, year_id)
    if model_id is None:
        raise NotFound()
    return store.get(t, model_id, year_id)


def lesson(who: Actor, year_id: UUID) -> Example:
    """What a unit that would do likewise reads of a model that it sees anyway, or of a recognised one.

    Raises NotFound, NotAllowed for whoever registers only for the unit whose model it is.
    """
    with reading(who) as t:
        model = _source(t, who, year_id)
    if model.unit_id in who.units(Role.NOMINATOR, subtree=False) and not learning_units(who, model.unit_id):
        raise NotAllowed("Đây là mô hình của chính đơn vị anh/chị nên không đăng ký làm theo. Muốn làm tiếp sang năm, anh/chị mở mô hình rồi bấm «Tiếp tục duy trì».")
    boxes = {name: getattr(model, name) for name in ("situation", "content", "area", "forces", "resources", "results", "spread")}
    return Example(
        year_id=model.year.id, model_id=model.id, code=model.code, name=model.name, field=model.field, unit_id=model.unit_id, unit_name=model.unit_name,
        year=model.year.year, **boxes,
    )  # fmt: skip


def _facts(model: Model) -> Source:
    return Source(model.id, model.unit_id, dates.to_local(model.created_at).date())


class _Learning:
    """A unit that learns from a model, only to ask for the right."""

    created_by = council_id = session_id = None
    recipients: frozenset[UUID] = frozenset()

    def __init__(self, unit_id: UUID | None, issuer_id: UUID) -> None:
        self.unit_id, self.issuer_id = unit_id, issuer_id


def learning_units(who: Actor, unit_id: UUID) -> frozenset[UUID]:
    """The units for which `who` may say that they learned from a model of `unit_id`."""
    return frozenset(who.units(Role.NOMINATOR, subtree=False)) - {unit_id}


def may_learn(who: Actor, unit_id: UUID, issuer_id: UUID) -> bool:
    """Whether `who` may write down that anybody learned from a model of `unit_id` that `issuer_id` checks."""
    return any(permissions.allowed(who, Verb.REPLICATE, _Learning(unit, issuer_id)) for unit in (*learning_units(who, unit_id), None))


def replicate(who: Actor, year_id: UUID, data: LearnInput, key: UUID | None = None) -> Spread:
    """Write down that a unit learned from a model; how far the model came now. Raises NotAllowed, NotFound, Invalid.

    A unit that had worked without registering a model is not written down twice: its link now names the model that it registered.
    """
    with transaction(who, key) as t:
        model = _source(t, who, year_id)
        permissions.require(who, Verb.REPLICATE, _Learning(data.unit_id, model.year.issuer_id))
        source, links = _facts(model), spread_store.links(t)
        plain = [link for link in links if link.model_id == model.id and link.unit_id == data.unit_id and link.copied_model_id is None]
        registers = bool(plain) and data.copied_model_id is not None
        wrong = rules.check_link(data, source, [link for link in links if not (registers and link in plain)], dates.today())
        if data.copied_model_id is not None and spread_store.unit_of(t, data.copied_model_id) != data.unit_id:
            wrong["copied_model_id"] = "Mô hình này không phải của đơn vị đã chọn. Anh/chị chọn mô hình do đơn vị đó đăng ký."
        refuse(wrong)
        if registers:
            spread_store.registered(t, model.id, data)
        else:
            spread_store.insert(t, model.id, data, who.account_id, dates.now_utc())
        learner = next(each for each in spread_store.learners(t, model.id) if each.unit_id == data.unit_id)
        audit.note(t, Verb.REPLICATE, KIND, model.year.id, after=learner, case=model, detail=_told(learner))
        t.result = str(model.year.id)
        return _spread(t, model.id)


def unreplicate(who: Actor, year_id: UUID, unit_id: UUID, reason: str, key: UUID | None = None) -> Spread:
    """Take away a link that was written down wrongly, saying why; how far the model came now. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        model = _source(t, who, year_id)
        permissions.require(who, Verb.UNREPLICATE, _Learning(unit_id, model.year.issuer_id))
        learner = next((each for each in model.replications if each.unit_id == unit_id), None)
        if learner is None:
            raise NotFound()
        refuse(check_reason(reason, "Anh/chị ghi vì sao bỏ ghi nhận này."))
        spread_store.remove(t, model.id, unit_id)
        audit.note(t, Verb.UNREPLICATE, KIND, model.year.id, before=learner, case=model, detail=f"{learner.unit_name}. {text.clean(reason)}")
        t.result = str(model.year.id)
        return _spread(t, model.id)


def removable(who: Actor, year_id: UUID) -> frozenset[UUID]:
    """The units whose link to a model `who` may take away. Raises NotFound."""
    with reading(who) as t:
        model = _source(t, who, year_id)
    return frozenset(
        each.unit_id for each in model.replications if permissions.allowed(who, Verb.UNREPLICATE, _Learning(each.unit_id, model.year.issuer_id))
    )


def _told(learner: Replication) -> str:
    return f"{learner.unit_name}, từ {dates.short(learner.on_date)}" + (f", mô hình «{learner.copied_name}»." if learner.copied_name else ".")


def spread_of(who: Actor, year_id: UUID) -> tuple[Spread, list[Replication]]:
    """How far a model came, and the units that learned from it, the earliest first. Raises NotFound.

    Who only reads the model as a recognised one sees which units and since when; their words and models are for those who see it whole.
    """
    with reading(who) as t:
        model, whole = _source(t, who, year_id), store.seen(t, who, year_id) is not None
        learners = [each if whole else replace(each, note="", result="", copied_name="") for each in model.replications]
        return _spread(t, model.id), learners


def _spread(t: Transaction, model_id: UUID) -> Spread:
    unit_id: Any = spread_store.unit_of(t, model_id)
    source = Source(model_id, unit_id, dates.today())
    return rules.spread(source, spread_store.links(t), spread_store.known_from(t, model_id))


def most_copied(who: Actor, span: tuple[date, date], unit_id: UUID | None = None, campaign_id: UUID | None = None, *, limit: int = MOST) -> list[Copied]:
    """The models that `who` sees from which most units learned in a span of days; of a unit and those below it, or of a campaign. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_FIGURES)
    with reading(who) as t:
        return spread_store.copied(t, store.seen_by(who), span, units.subtree(t, unit_id) if unit_id else None, campaign_id, limit)


def spread_in(t: Transaction, model_id: UUID) -> Spread:
    """The same numbers of a model inside another room's transaction, which has asked who may read them."""
    return _spread(t, model_id)


def learned_by(t: Transaction, model_id: UUID) -> list[Replication]:
    """The units that learned from a model, likewise."""
    return spread_store.learners(t, model_id)
