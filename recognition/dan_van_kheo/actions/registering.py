"""Registering a model, changing the registration."""

from dataclasses import replace
from uuid import UUID

from recognition.campaigns.terms import Stage
from recognition.dan_van_kheo import rules, store
from recognition.dan_van_kheo.actions import ground, spreading
from recognition.dan_van_kheo.actions.ground import EDITABLE, KIND
from recognition.dan_van_kheo.spread_terms import LearnInput
from recognition.dan_van_kheo.terms import Model, ModelInput, Owner
from recognition.hall import audit, numbers, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, Stale, refuse
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from vietnamese import dates, text


def register(who: Actor, data: ModelInput, campaign_id: UUID, key: UUID | None = None, *, learned_from: UUID | None = None, adapted: str = "") -> Model:
    """Register a new model for the year of a campaign. Raises NotAllowed, Invalid.

    `learned_from` is a year of the model that the unit does likewise from today on, `adapted` what it does otherwise.
    """
    with transaction(who, key) as t:
        campaign = ground.campaign(who, campaign_id)
        permissions.require(who, Verb.REGISTER_MODEL, _Asking(data.unit_id))
        wrong = rules.check_registration(data)
        refusal = ground.stage_refusal(t, campaign, data.unit_id, Stage.REGISTER)
        if refusal:
            wrong["campaign_id"] = refusal
        refuse(wrong)
        _refuse_double(t, data, None)
        recipient, name = _recipient(t, data)
        year = campaign.to_date.year
        code = f"DVK-{year}-{numbers.next_number(t, f'DVK-{year}'):04d}"
        now = dates.now_utc()
        model_id = store.insert(t, data, code, recipient, _search(data, code, name), who.account_id, now)
        made = store.get(t, model_id, store.insert_year(t, model_id, year, campaign_id, campaign.issuer_id, now))
        audit.note(t, Verb.REGISTER_MODEL, KIND, made.year.id, after=made)
        if learned_from is not None:
            spreading.replicate(who, learned_from, LearnInput(data.unit_id, dates.today(), adapted, "", model_id))
            made = store.get(t, model_id, made.year.id)
        t.result = str(made.year.id)
    return made


def change(who: Actor, year_id: UUID, version: int, data: ModelInput, key: UUID | None = None) -> Model:
    """Change the registration; `version` is the model's. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.seen(t, who, year_id)
        permissions.require(who, Verb.EDIT_MODEL, before)
        if before.version != version:
            raise Stale()
        if before.year.state not in EDITABLE:
            raise NotAllowed(f"Mô hình đang ở bước «{before.year.state.label}» nên không sửa phần đăng ký được nữa.")
        data = replace(data, unit_id=before.unit_id)
        refuse(rules.check_registration(data))
        _refuse_double(t, data, before.id)
        recipient, name = _recipient(t, data)
        if not store.update(t, before.id, version, data, recipient, _search(data, before.code, name)):
            raise Stale()
        after = store.get(t, before.id, year_id)
        audit.note(t, Verb.EDIT_MODEL, KIND, year_id, before=before, after=after)
        t.result = str(year_id)
    return after


class _Asking:
    """A model to be, only to ask for the right."""

    issuer_id = created_by = council_id = session_id = None
    recipients: frozenset[UUID] = frozenset()

    def __init__(self, unit_id: UUID) -> None:
        self.unit_id = unit_id


def _refuse_double(t: Transaction, data: ModelInput, but: UUID | None) -> None:
    code = store.same_name(t, data.unit_id, text.clean(data.name), but)
    if code is not None:
        raise Invalid({"name": f"Đơn vị đã có mô hình cùng tên, mã {code}. Anh/chị mở mô hình đó để tiếp tục, hoặc đặt tên khác."})


def _recipient(t: Transaction, data: ModelInput) -> tuple[UUID, str]:
    recipient, name = nominations.recipient(t, data.nominee)
    if recipient is None:
        raise Invalid({"nominee": "Anh/chị chọn người hoặc tập thể thực hiện mô hình."})
    return recipient, name


def _search(data: ModelInput, code: str, recipient_name: str) -> str:
    return text.search_key(" ".join((code, data.name, recipient_name, data.area[:200])))



def as_input(model: Model) -> ModelInput:
    """A stored model as its form shows it again."""
    return ModelInput(
        unit_id=model.unit_id, name=model.name, field=model.field, owner=model.owner,
        nominee=nominations.nominee_of(model.recipient_id, model.owner is Owner.INDIVIDUAL, model.person_id),
        situation=model.situation, aims=model.aims, content=model.content, area=model.area, forces=model.forces, resources=model.resources,
        schedule=model.schedule, results=model.results, spread=model.spread, contact=model.contact, novelty=model.novelty, level=model.level,
        tags=model.tags,
    )  # fmt: skip
