"""Where this installation is reached from outside: seen and changed by an administrator."""

from uuid import UUID

from recognition.hall import audit, permissions, public_address
from recognition.hall.actor import Actor
from recognition.hall.errors import refuse
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb


def address() -> str:
    """The address that QR codes and slips lead to; empty when nobody has named one."""
    return public_address.current()


def public_url(who: Actor) -> tuple[str, str]:
    """(what the environment names and nobody can change here, what was typed). Raises NotAllowed."""
    permissions.require(who, Verb.MANAGE_SETTINGS)
    with reading(who) as t:
        return public_address.of_environment(), public_address.typed(t)


def set_public_url(who: Actor, typed: str, key: UUID | None = None) -> str:
    """Name the address that QR codes lead to, or take it back by an empty one. Papers printed before keep theirs. Raises NotAllowed, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_SETTINGS)
        sentence = public_address.fault(typed)
        refuse({"public_url": sentence} if sentence else {})
        before, after = public_address.typed(t), public_address.clean(typed)
        public_address.keep(t, after)
        audit.note(t, Verb.MANAGE_SETTINGS, "setting", None, before=before, after=after, detail=f"Địa chỉ tra cứu giấy khen: {after or 'bỏ trống'}.")
        t.result = after
    return after
