"""What the installation has already, asked once before a workbook is compared with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import intake
from intake.accounts import Accounts, Known
from recognition.accounts import store
from recognition.accounts.terms import GRANTED
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import Issuer
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.people import actions as people
from recognition.people.terms import KeyKind, Person
from recognition.units import actions as units
from recognition.units.terms import Unit, UnitKind

ROLES = {role.label: role.value for role in GRANTED}
KINDS = {kind.label: kind.value for kind in UnitKind}


@dataclass(frozen=True)
class Ground:
    """Units by code, issuers by sign, people of the workbook who are here already (by the code they are given there)."""

    units: Mapping[str, Unit]
    issuers: Mapping[str, Issuer]
    people: Mapping[str, Person]
    user_names: frozenset[str]
    today: date

    def unit(self, code: str) -> Unit | None:
        """The unit of a code, whatever its case."""
        return self.units.get(code.upper())


def ground(who: Actor, today: date) -> Ground:
    """What is there, before any workbook."""
    with reading(who) as t:
        names = store.all_user_names(t)
    return Ground(
        {node.unit.code.upper(): node.unit for node in units.tree(who, dissolved=True)},
        {issuer.short_sign.casefold(): issuer for issuer in catalogue.issuers(who) if issuer.to_date is None},
        {},
        names,
        today,
    )


def read(who: Actor, path: Path, there: Ground, secret: bytes) -> tuple[Accounts, Ground]:
    """The workbook read by a limited child process, with what its codes mean here. Raises intake.Refused.

    The workbook is read a second time when it names people who are here, or an organ, by a code of ours.
    """
    first = intake.read_accounts(path, _known(there, frozenset(), frozenset()))
    codes = {str(row.values["code"]) for row in first.people if "code" in row.values}
    named = {str(row.values["person"]) for row in first.accounts if "person" in row.values}
    mine = people.people_with_numbers(who, KeyKind.STAFF_NUMBER, sorted(codes | named), secret)
    there = Ground(there.units, there.issuers, mine, there.user_names, there.today)
    own_units = {str(row.values.get("code", "")).casefold() for row in first.units}
    signs = {str(row.values.get("scope", "")).casefold() for row in first.accounts} & set(there.issuers) - own_units
    beside = frozenset(named & set(mine)) - frozenset(codes)
    if not beside and not signs:
        return first, there
    return intake.read_accounts(path, _known(there, beside, frozenset(signs))), there


def _known(there: Ground, person_codes: frozenset[str], signs: frozenset[str]) -> Known:
    return Known(ROLES, KINDS, frozenset(there.units) | signs, person_codes, there.user_names)
