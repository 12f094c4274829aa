"""The rights table: default deny, relation by relation."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from recognition.hall import permissions
from recognition.hall.actor import Actor, Grant
from recognition.hall.errors import NotAllowed
from recognition.hall.permissions import JUDGING, TABLE
from recognition.hall.words import Role, Verb

UNIT, CHILD, OTHER, ISSUER, OTHER_ISSUER, COUNCIL, SESSION = (uuid4() for _ in range(7))


@dataclass(frozen=True)
class ACase:
    unit_id: UUID | None = UNIT
    issuer_id: UUID | None = ISSUER
    created_by: UUID | None = None
    recipients: frozenset[UUID] = frozenset()
    council_id: UUID | None = None
    session_id: UUID | None = None


def actor(role: Role, unit: UUID | None = None, issuer: UUID | None = None, *, subtree: frozenset[UUID] = frozenset(), person: UUID | None = None) -> Actor:
    return Actor(account_id=uuid4(), name="Phạm Thu Hà", person_id=person, grants=frozenset({Grant(role, unit, issuer, subtree)}))


def test_every_verb_of_the_table_names_at_least_one_role_and_no_judge_is_an_administrator():
    assert {verb: rows for verb, rows in TABLE.items() if not rows} == {}
    assert [verb for verb in JUDGING if any(role is Role.ADMINISTRATOR for role, _ in TABLE[verb])] == []


@pytest.mark.proves("F15.01")
@pytest.mark.parametrize("verb", sorted(set(Verb) - set(TABLE)))
def test_a_verb_without_a_row_is_refused_to_everybody(verb):
    assert [role for role in Role if permissions.allowed(actor(role, UNIT, ISSUER), verb, ACase())] == []


@pytest.mark.proves("F15.01")
@pytest.mark.parametrize("verb", sorted(TABLE))
def test_an_account_without_any_role_may_do_nothing(verb):
    nobody = Actor(account_id=uuid4(), name="Không vai")
    assert (permissions.allowed(nobody, verb), permissions.allowed(nobody, verb, ACase())) == (False, False)


@pytest.mark.proves("F15.01")
@pytest.mark.parametrize(
    ("who", "verb", "case", "may"),
    (
        (actor(Role.NOMINATOR, UNIT), Verb.SUBMIT, ACase(), True),
        (actor(Role.NOMINATOR, UNIT), Verb.SUBMIT, ACase(unit_id=OTHER), False),
        (actor(Role.NOMINATOR, UNIT, subtree=frozenset({CHILD})), Verb.SUBMIT, ACase(unit_id=CHILD), False),
        (actor(Role.UNIT_LEADER, UNIT, subtree=frozenset({CHILD})), Verb.ENDORSE, ACase(unit_id=CHILD), True),
        (actor(Role.UNIT_LEADER, UNIT, subtree=frozenset({CHILD})), Verb.ENDORSE, ACase(unit_id=OTHER), False),
        (actor(Role.UNIT_LEADER, CHILD), Verb.ENDORSE, ACase(unit_id=UNIT), False),
        (actor(Role.NOMINATOR, UNIT), Verb.ENDORSE, ACase(), False),
        (actor(Role.SECRETARY, issuer=ISSUER), Verb.ACCEPT, ACase(), True),
        (actor(Role.SECRETARY, issuer=OTHER_ISSUER), Verb.ACCEPT, ACase(), False),
        (actor(Role.SECRETARY), Verb.ACCEPT, ACase(), False),
        (actor(Role.CLERK, issuer=ISSUER), Verb.ISSUE, ACase(), True),
        (actor(Role.SECRETARY, issuer=ISSUER), Verb.ISSUE, ACase(), False),
        (actor(Role.ADMINISTRATOR), Verb.SEE_NOMINATIONS, ACase(), False),
        (actor(Role.ADMINISTRATOR), Verb.MANAGE_ACCOUNTS, None, True),
        (actor(Role.LEADER, UNIT), Verb.RECORD_DECISION, ACase(), False),
    ),
)
def test_rights_follow_role_and_relation(who, verb, case, may):
    assert permissions.allowed(who, verb, case) is may


def test_tellers_and_members_act_only_in_their_own_session_and_council():
    teller = Actor(account_id=uuid4(), name="Nguyễn Thị Vân", teller_of=frozenset({SESSION}))
    member = Actor(account_id=uuid4(), name="Trần Văn Lực", members={COUNCIL: uuid4()})
    assert (
        permissions.allowed(teller, Verb.ENTER_COUNT, ACase(session_id=SESSION)),
        permissions.allowed(teller, Verb.ENTER_COUNT, ACase(session_id=uuid4())),
        permissions.allowed(member, Verb.DECLARE_CONFLICT, ACase(council_id=COUNCIL)),
        permissions.allowed(member, Verb.DECLARE_CONFLICT, ACase(council_id=uuid4())),
    ) == (True, False, True, False)


@pytest.mark.parametrize("verb", sorted(JUDGING))
def test_nobody_judges_a_case_that_would_reward_them(verb):
    me = uuid4()
    who = Actor(
        account_id=uuid4(), name="Lê Thị Hoa", person_id=me, assigned=frozenset({uuid4()}),
        grants=frozenset({Grant(Role.SECRETARY, issuer_id=ISSUER), Grant(Role.UNIT_LEADER, unit_id=UNIT)}),
    )  # fmt: skip
    assert permissions.allowed(who, verb, ACase()) is True
    with pytest.raises(NotAllowed) as refused:
        permissions.require(who, verb, ACase(recipients=frozenset({me})))
    assert refused.value.sentence.startswith("Anh/chị là người được đề nghị trong hồ sơ này")


def test_unit_nominator_no_longer_of_the_unit_loses_even_own_cases():
    moved = actor(Role.NOMINATOR, OTHER)
    assert permissions.allowed(moved, Verb.EDIT, ACase(created_by=moved.account_id)) is False
