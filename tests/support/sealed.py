"""A council that votes by sealed ballot: members with accounts, three tellers, a secretary, cases."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID, uuid4

from recognition.council import actions
from recognition.council.actions import sealed
from recognition.council.sealing import tally
from recognition.council.sealing.ballot import Definition
from recognition.council.sealing.wrapping import Cost
from recognition.council.store import sealed as store
from recognition.council.terms import (
    Absent,
    AttendanceInput,
    Base,
    Method,
    Rule,
    Session,
    SessionInput,
    Share,
    Threshold,
)
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.support import cases, people, world

DAY = date(2026, 11, 26)
HALF = Share(1, 2)
CHEAP = Cost(memory=8, passes=1)
PHRASES = {1: "con trâu đi trước cái cày", 2: "nước chảy đá mòn bờ sông", 3: "một cây làm chẳng nên non"}
GIVEN = ("Lan", "An", "Đức", "Ánh", "Hùng", "Mai", "Bình", "Yến", "Khải")


@dataclass
class Hall:
    """The world of one sealed ballot."""

    issuer: UUID
    unit: UUID
    award: UUID
    council: UUID
    secretary: Actor
    voters: list[Actor]
    tellers: list[Actor]
    cases: list[UUID] = field(default_factory=list)
    session: Session | None = None
    names: dict[UUID, str] = field(default_factory=dict)
    """Account → user name, where a browser signs in."""

    @property
    def id(self) -> UUID:
        """The session's."""
        assert self.session is not None
        return self.session.id

    def now(self) -> Session:
        """The session as it stands."""
        return actions.get(self.secretary, self.id)

    def called(self, **rule: object) -> Session:
        """Agenda, rule, three tellers, called."""
        data = SessionInput(
            self.council, "Phiên xét khen Dân vận khéo", "advisory", Method.SEALED.value, DAY, "08:00", "Phòng họp số 1"
        )
        made = actions.plan(self.secretary, data)
        made = actions.put_on(self.secretary, made.id, made.version, self.cases)
        made = actions.set_rule(self.secretary, made.id, made.version, a_rule(**rule))
        made = actions.set_tellers(
            self.secretary, made.id, made.version, tuple(each.account_id for each in self.tellers)
        )
        self.session = actions.call(self.secretary, made.id, made.version)
        self.tellers = [replace(each, teller_of=frozenset({made.id})) for each in self.tellers]
        return self.session

    def attended(self, absent: Sequence[Actor] = ()) -> Session:
        """Everybody is there but `absent`."""
        gone = {each.members[self.council] for each in absent}
        now = self.now()
        rows = [
            AttendanceInput(seat.member_id, "absent" if seat.member_id in gone else "present", "Đi công tác" if seat.member_id in gone else "", True)
            for seat in now.seats
        ]  # fmt: skip
        self.session = actions.attend(self.secretary, now.id, now.version, rows)
        return self.session

    def opened(self, absent: Sequence[Actor] = (), cost: Cost = CHEAP, **rule: object) -> Session:
        """The vote is open."""
        if self.session is None:
            self.called(**rule)
        now = self.attended(absent)
        self.session = sealed.open_ballot(self.secretary, now.id, now.version, PHRASES, PHRASES, cost=cost)
        return self.session

    def ballot(self, voter: Actor, *words: str) -> dict[UUID, str]:
        """The same word for all cases, or one a case in the agenda's order; none where the voter stands aside."""
        items = self.now().items
        member = voter.members[self.council]
        chosen = words * len(items) if len(words) == 1 else words
        return {item.id: word for item, word in zip(items, chosen, strict=True) if member not in item.recused}

    def counted(self) -> Session:
        """Closed and tallied by the first and the third teller."""
        sealed.close_ballot(self.secretary, self.id)
        return sealed.tally(self.tellers[0], self.id, {1: PHRASES[1], 3: PHRASES[3]})

    def finished(self) -> Session:
        """Closed for good, results and all."""
        now = self.now()
        return actions.close(self.secretary, now.id, now.version, "09:40")


def a_rule(
    share: Share = HALF, *, strict: bool = True, base: Base = Base.ALL_MEMBERS, absent: Absent = Absent.NOT_ASKED,
    recused_in_base: bool = True, abstain: bool = False,
) -> Rule:  # fmt: skip
    """A rule with its căn cứ."""
    threshold = Threshold("party.giay_khen", share, strict, base, "Điều 7 Quy chế Hội đồng")
    return Rule(Share(2, 3), "Điều 5 Quy chế Hội đồng", (threshold,), abstain, absent, recused_in_base)


def hall(voters: int = 9, items: int = 3) -> Hall:
    """A council with `voters` members and `items` cases in the shortlist."""
    issuer = world.issuer()
    unit = world.unit("Chi bộ Trạm Y tế Phú Lộc")
    award = world.award_type("party.giay_khen")
    council = world.council(issuer)
    made = [member(council, n) for n in range(voters)]
    shortlist = [cases.case(issuer, unit, award, name=f"Lê Văn {n:02d}") for n in range(1, items + 1)]
    return Hall(
        issuer,
        unit,
        award,
        council,
        people.actor(Role.SECRETARY, issuer=issuer),
        made,
        [people.actor() for _ in range(3)],
        shortlist,
    )


def member(council: UUID, number: int, **named: object) -> Actor:
    """A member with an account; the first one is the chair."""
    name = f"Trần Thị {GIVEN[number % len(GIVEN)]} {number}"
    account = people.account(name, user_name=f"tv.{uuid4().hex[:8]}", **named)
    role = "chair" if number == 0 else "member"
    return Actor(account, name, members={council: world.council_member(council, account, name, role=role)})


def quick(council: UUID, members: Mapping[UUID, str], items: int = 1, number: int = 1, cost: Cost = CHEAP) -> UUID:
    """An open sealed session by plain rows, without dossiers: for games of many sessions."""
    session = world.council_session(council, number=number, state="open", method="sealed", on=DAY)
    cases_ = tuple((uuid4(), "00") for _ in range(items))
    definition = Definition(session, cases_, "00", False, tuple(members))
    public, wrapped = tally.new_key(definition, PHRASES, random=secrets.token_bytes, cost=cost)
    with transaction(None) as t:
        store.insert(t, session, public, definition.to_json(), definition.hash)
        store.put_shares(t, session, wrapped)
        store.put_roll(t, session, sorted(members.items(), key=lambda pair: pair[1]))
    return session
