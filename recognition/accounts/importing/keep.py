"""Storing what a plan holds: all good rows in one transaction, or nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from recognition.accounts.actions.manage import create_account
from recognition.accounts.importing.plan import Kept, Plan, PlannedPerson
from recognition.accounts.terms import Slip
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.people import actions as people
from recognition.people.terms import PostForm
from recognition.units import actions as units
from recognition.units.terms import Unit
from vietnamese import dates


def keep(who: Actor, plan: Plan, agreed: frozenset[int] = frozenset(), *, secret: bytes | None = None, key: UUID | None = None) -> Kept:
    """Store the plan's good rows; `agreed`: rows of the people sheet that are somebody else than the one who is there.

    Raises NotAllowed, Invalid (something changed since the check: then nothing is stored and one checks again).
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.IMPORT_WORKBOOK)
        if plan.good(agreed) == 0:
            raise Invalid({"": "Không có dòng nào để lưu. Anh/chị sửa tệp rồi tải lại."})
        _units(t, who, plan)
        there = {node.unit.code: node.unit for node in units.tree(who)}
        ids = _people(who, plan, agreed, there, secret)
        slips = _accounts(who, plan, ids, there)
        made = Kept(len(plan.units), len(ids), len(slips), tuple(slips))
        told = f"Nhập từ Excel: {made.units} đơn vị, {made.people} người, {made.accounts} tài khoản."
        audit.note(t, Verb.IMPORT_WORKBOOK, "workbook", None, after={"units": made.units, "people": made.people, "accounts": made.accounts}, detail=told)
        t.result = "kept"
    return made


def _units(t: Transaction, who: Actor, plan: Plan) -> None:
    """Parents come before children in the plan."""
    for planned in plan.units:
        parent = units.by_code(t, planned.parent_code) if planned.parent_code else None
        if planned.parent_code and parent is None:
            raise Invalid({"": f"Đơn vị cấp trên «{planned.parent_code}» không còn. Anh/chị kiểm tra tệp lại."})
        units.create(who, replace(planned.form, parent_id=parent.id if parent else None))


def _people(who: Actor, plan: Plan, agreed: frozenset[int], there: Mapping[str, Unit], secret: bytes | None) -> dict[int, UUID]:
    """Row of the sheet → the person made."""
    made = {}
    for planned in plan.people:
        if planned.row in plan.asking and planned.row not in agreed:
            continue
        made[planned.row] = people.create(who, planned.form, post=_post(planned, there), distinct=True, secret=secret).id
    return made


def _post(planned: PlannedPerson, there: Mapping[str, Unit]) -> PostForm:
    """The post begins with this year, or with the unit when that is later."""
    unit = _unit(planned.unit_code, there)
    first = max(unit.from_date, date(dates.today().year, 1, 1))
    return PostForm(unit.id, planned.title or planned.recipient_class.label, planned.recipient_class, first)


def _unit(code: str, there: Mapping[str, Unit]) -> Unit:
    if code not in there:
        raise Invalid({"": f"Đơn vị «{code}» không còn. Anh/chị kiểm tra tệp lại."})
    return there[code]


def _accounts(who: Actor, plan: Plan, ids: Mapping[int, UUID], there: Mapping[str, Unit]) -> list[Slip]:
    """An account whose person still waits for an answer waits too."""
    slips = []
    for planned in plan.accounts:
        person_id = planned.person_id or ids.get(planned.person_row or 0)
        if person_id is None:
            continue
        unit_id = _unit(planned.scope_code, there).id if planned.scope_code else None
        role = (planned.role, unit_id, planned.issuer_id)
        slips.append(create_account(who, planned.user_name, planned.name, email=planned.email, person_id=person_id, roles=[role]))
    return slips
