"""Issuers and their signers."""

from datetime import date
from uuid import UUID, uuid4

from recognition.catalogue import entries, rules
from recognition.catalogue.store import issuers as store
from recognition.catalogue.terms import Issuer, IssuerForm, Signer, SignerForm
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb


def issuers(who: Actor | None) -> tuple[Issuer, ...]:
    """Every issuer, those at work first. Their names stand on papers: whoever is signed in may read them."""
    with reading(who) as t:
        return store.all_issuers(t)


def issuer(who: Actor | None, issuer_id: UUID) -> Issuer:
    """One issuer. Raises NotFound."""
    with reading(who) as t:
        return store.get(t, issuer_id)


def how_it_numbers(issuer: Issuer, day: date) -> tuple[tuple[str, ...], str]:
    """Two numbers as the organ writes them, and the row of numbers that a decision of `day` stands in."""
    return tuple(rules.number_text(issuer, number) for number in (5, 214)), rules.numbering_period(issuer, day)


def create_issuer(who: Actor | None, form: IssuerForm, key: UUID | None = None) -> Issuer:
    """Add an organ that decides and prints. `who` is None only at set-up.

    Raises NotAllowed, Invalid (also when another organ at work has the same sign).
    """
    with transaction(who, key) as t:
        _require(who)
        made = entries.issuer(form, uuid4(), 1)
        _sign_is_free(t, made)
        store.insert(t, made)
        audit.note(t, Verb.MANAGE_ISSUERS, "issuer", made.id, after=made, detail=f"Thêm cơ quan {made.name}.")
        t.result = str(made.id)
    return made


def change_issuer(who: Actor, issuer_id: UUID, version: int, form: IssuerForm, key: UUID | None = None) -> Issuer:
    """Change an issuer. Papers that were recorded keep the names of their day. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        _require(who)
        before = store.get(t, issuer_id)
        changed = entries.issuer(form, issuer_id, version + 1)
        _sign_is_free(t, changed)
        store.update(t, changed, version)
        audit.note(t, Verb.MANAGE_ISSUERS, "issuer", issuer_id, before=before, after=changed)
        t.result = str(issuer_id)
    return changed


def all_signers(who: Actor | None, issuer_id: UUID) -> tuple[Signer, ...]:
    """Everybody who signs or has signed for an issuer, newest first."""
    with reading(who) as t:
        return store.signers(t, issuer_id)


def signers(issuer_id: UUID, day: date) -> tuple[Signer, ...]:
    """Who may sign for an issuer on a day."""
    with reading(None) as t:
        return rules.signer_on(store.signers(t, issuer_id), day)


def add_signer(who: Actor | None, issuer_id: UUID, form: SignerForm, key: UUID | None = None) -> Signer:
    """Add somebody who signs. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        _require(who)
        store.get(t, issuer_id)
        made = entries.signer(form, uuid4(), issuer_id, 1)
        store.insert_signer(t, made)
        audit.note(t, Verb.MANAGE_ISSUERS, "signer", made.id, after=made, detail=f"Thêm người ký {made.name}.")
        t.result = str(made.id)
    return made


def change_signer(who: Actor, signer_id: UUID, version: int, form: SignerForm, key: UUID | None = None) -> Signer:
    """Change a signer or let them end. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        _require(who)
        before = store.signer(t, signer_id)
        changed = entries.signer(form, signer_id, before.issuer_id, version + 1)
        store.update_signer(t, changed, version)
        audit.note(t, Verb.MANAGE_ISSUERS, "signer", signer_id, before=before, after=changed)
        t.result = str(signer_id)
    return changed


def _require(who: Actor | None) -> None:
    if who is not None:
        permissions.require(who, Verb.MANAGE_ISSUERS)


def _sign_is_free(t: Transaction, made: Issuer) -> None:
    """Two organs at work with one sign could give two decisions one number."""
    if made.to_date is not None:
        return
    other = store.with_sign(t, made.short_sign, but=made.id)
    if other is not None:
        raise Invalid({"short_sign": f"Ký hiệu {made.short_sign} đang dùng cho «{other.name}». Anh/chị chọn ký hiệu khác."})
