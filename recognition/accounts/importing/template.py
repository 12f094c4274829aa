"""The workbook that an office fills in."""

from documents.templates import workbook_template
from recognition.accounts.terms import GRANTED
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.words import Verb
from recognition.people.terms import RecipientClass
from recognition.units.terms import UnitKind


def template(who: Actor) -> bytes:
    """The empty workbook with our words in its drop-downs, as .xlsx. Raises NotAllowed."""
    permissions.require(who, Verb.IMPORT_WORKBOOK)
    return workbook_template(
        [kind.label for kind in UnitKind], [role.label for role in GRANTED], [kind.label for kind in RecipientClass]
    )
