"""The very first organ and account, and the sample's way in. Afterwards both come from an administrator."""

from typing import Any
from uuid import UUID, uuid4

from recognition.accounts import rules, secrets, store
from recognition.accounts.actions.sign_in import begin
from recognition.accounts.terms import RoleGrant, SamplePerson, SignedIn
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import IssuerForm, SignerForm
from recognition.hall import audit, public_address, settings
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates, text


def needs_set_up() -> bool:
    """Whether nobody has an account yet."""
    with reading(None) as t:
        return not store.any_account(t)


def administrator_faults(user_name: str, name: str, password: str, again: str, offices: tuple[str, ...] = ()) -> dict[str, str]:
    """Faults of the first administrator's form: field → sentence."""
    faults: dict[str, str] = {}
    if not text.clean(name):
        faults["name"] = "Anh/chị nhập họ và tên."
    if fault := rules.user_name_fault(user_name.strip().lower()):
        faults["user_name"] = fault
    if fault := rules.password_fault(password, rules.context_words(name, user_name, offices)):
        faults["password"] = fault
    elif password != again:
        faults["again"] = "Hai lần nhập chưa giống nhau. Anh/chị nhập lại."
    return faults


def first_administrator(user_name: str, name: str, password: str, again: str) -> UUID:
    """The first administrator, with a password of their own. Raises NotAllowed once somebody has an account, Invalid."""
    if faults := administrator_faults(user_name, name, password, again):
        raise Invalid(faults)
    hashed = secrets.password_hash(password)
    with transaction(None) as t:
        if store.any_account(t):
            raise NotAllowed("Phần mềm đã được thiết lập. Anh/chị đăng nhập bằng tài khoản đã có.")
        account_id, now = uuid4(), dates.now_utc()
        store.add(t, account_id, user_name.strip().lower(), text.clean(name), "", None, now)
        store.set_password(t, account_id, hashed, now)
        store.add_role(t, RoleGrant(uuid4(), account_id, Role.ADMINISTRATOR, None, None, dates.today(), None))
        audit.note(t, Verb.SET_UP, "account", account_id, after=store.get(t, account_id))
        return account_id


def set_up(issuer: IssuerForm, signer: SignerForm | None, user_name: str, name: str, password: str, again: str, public_url: str = "") -> UUID:
    """The first organ with its signer, the catalogue's defaults, the address in QR codes and the first administrator: all or nothing.

    Raises NotAllowed once somebody has an account, Invalid with every fault of the form (field → sentence).
    """
    faults = administrator_faults(user_name, name, password, again, (issuer.name, issuer.short_sign))
    if sentence := public_address.fault(public_url):
        faults["public_url"] = sentence
    with transaction(None) as t:
        if store.any_account(t):
            raise NotAllowed("Phần mềm đã được thiết lập. Anh/chị đăng nhập bằng tài khoản đã có.")
        try:
            made = catalogue.create_issuer(None, issuer)
            if signer is not None:
                catalogue.add_signer(None, made.id, signer)
        except Invalid as wrong:
            raise Invalid({_ISSUER_FIELDS.get(field, field): sentence for field, sentence in wrong.fields.items()} | faults) from wrong
        if faults:
            raise Invalid(faults)
        catalogue.seed_catalogue(t)
        if address := public_address.clean(public_url):
            public_address.keep(t, address)
        account_id = first_administrator(user_name, name, password, again)
        t.result = str(account_id)
        return account_id


#: Where the organ's and the signer's fields have another name on the first form.
_ISSUER_FIELDS = {"name": "organ", "post": "signer_post", "capacity": "signer_capacity"}


def mark_sample() -> None:
    """This database holds the sample and nothing else. Raises NotAllowed when somebody has an account here."""
    with transaction(None) as t:
        if store.any_account(t):
            raise NotAllowed("Cơ sở dữ liệu này đã có dữ liệu thật.")
        settings.keep(t, _SAMPLE, "1")


def is_sample() -> bool:
    """Whether the open database is the sample."""
    with reading(None) as t:
        return settings.value(t, _SAMPLE) == "1"


_SAMPLE = "installation.sample"
#: Whose eyes to look through first, in the order of a case's road.
_ROAD = (Role.NOMINATOR, Role.UNIT_LEADER, Role.SECRETARY, Role.COUNCIL_MEMBER, Role.TELLER, Role.CLERK, Role.LEADER, Role.ADMINISTRATOR)


def sample_people() -> list[SamplePerson]:
    """One of the sample's people for each role, to look through their eyes. Nobody outside the sample.

    Another person for each role where there is one: a council member who is the secretary too would show the secretary's verbs.
    """
    if not is_sample():
        return []
    with reading(None) as t:
        lines: dict[str, list[dict[str, Any]]] = {}
        for row in store.some_of_each_role(t, dates.today()):
            lines.setdefault(row["role"], []).append(row)
    found: dict[str, dict[str, Any]] = {}
    for role, line in sorted(lines.items(), key=lambda pair: len(pair[1])):  # who is the only one for a role is kept for it
        offered = {row["id"] for row in found.values()}
        found[role] = next((row for row in line if row["id"] not in offered), line[0])
    return [
        SamplePerson(found[role.value]["id"], found[role.value]["name"], role.label, found[role.value]["place"] or "")
        for role in _ROAD
        if role.value in found
    ]


def free_of_codes() -> None:
    """Nobody in the sample has to choose a password first. Raises NotAllowed outside the sample."""
    if not is_sample():
        raise NotAllowed()
    with transaction(None) as t:
        store.free_of_codes(t)


def enter_sample(account_id: UUID, address: str, agent: str) -> SignedIn:
    """Sign in as one of the sample's people without a password. Raises NotAllowed outside the sample, NotFound."""
    if account_id not in {person.account_id for person in sample_people()}:
        raise NotAllowed()
    with transaction(None) as t:
        account = store.get(t, account_id)
        return begin(t, {"id": account.id, "name": account.name, "must_change": 0}, None, address, agent)


def organ_name() -> str:
    """The organ's name for the head of the sign-in page."""
    with reading(None) as t:
        return store.first_office(t)
