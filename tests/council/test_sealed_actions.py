"""A sealed ballot from its opening to its destruction, on both engines."""

import json
from dataclasses import replace
from uuid import uuid4

import pytest

from db import checking
from recognition.accounts import actions as accounts
from recognition.council import actions
from recognition.council.actions import sealed
from recognition.council.sealing import export
from recognition.council.sealing.terms import Cast
from recognition.council.terms import Absent, AttendanceInput, Base, SessionState
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading
from recognition.hall.words import Role
from tests.support import cases, people, world
from tests.support import sealed as support
from tests.support.sealed import CHEAP, PHRASES
from vietnamese import dates


@pytest.fixture
def hall(database):
    made = support.hall()
    with dates.fixed(support.DAY):
        yield made


def invalid(call) -> set[str]:
    with pytest.raises(Invalid) as found:
        call()
    return set(found.value.fields)


@pytest.mark.proves("F07.03", "F07.04", "N11")
def test_from_opening_to_results(hall):
    hall.opened()
    for at, voter in enumerate(hall.voters):
        words = ("approve", "approve" if at < 5 else "reject", "approve" if at < 4 else "reject")
        assert len(sealed.cast(voter, hall.id, hall.ballot(voter, *words)).receipt) == 16
    hall.counted()
    closed = hall.finished()
    assert [(r.approve, r.reject, r.abstain, r.base, r.needed, r.passed) for r in closed.results] == [
        (9, 0, 0, 9, 5, True), (5, 4, 0, 9, 5, True), (4, 5, 0, 9, 5, False),
    ]  # fmt: skip
    assert (closed.papers.issued, closed.papers.returned, closed.papers.valid, closed.papers.invalid) == (9, 9, 9, 0)
    assert [cases.state_of(item.nomination_id) for item in closed.items] == ["passed", "passed", "failed"]
    with reading(None) as t:
        assert checking.invariants(t.tx) == []


@pytest.mark.proves("F07.04")
def test_one_ballot_per_member_whatever_they_click(hall):
    hall.opened()
    voter = hall.voters[0]
    first = sealed.cast(voter, hall.id, hall.ballot(voter, "approve"))
    assert sealed.cast(voter, hall.id, hall.ballot(voter, "reject")) == Cast("", already=True)
    assert (first.already, sealed.box(hall.secretary, hall.id).ballots) == (False, 1)
    for each in hall.voters[1:]:
        sealed.cast(each, hall.id, hall.ballot(each, "reject"))
    hall.counted()
    assert [(r.approve, r.reject) for r in hall.finished().results] == [(1, 8)] * 3


def test_a_lost_answer_is_answered_again_even_after_the_close(hall):
    hall.opened()
    voter = hall.voters[0]
    choices = hall.ballot(voter, "approve")
    sealed.cast(voter, hall.id, choices)
    sealed.close_ballot(hall.secretary, hall.id)
    assert sealed.cast(voter, hall.id, choices) == Cast("", already=True)
    with pytest.raises(NotAllowed):
        sealed.cast(hall.voters[1], hall.id, choices)
    assert sealed.box(hall.secretary, hall.id).ballots == 1


@pytest.mark.proves("F07.04")
def test_no_count_of_any_kind_exists_before_the_close(hall):
    hall.opened()
    for voter in hall.voters:
        sealed.cast(voter, hall.id, hall.ballot(voter, "approve"))
    assert (sealed.results(hall.secretary, hall.id), actions.counts(hall.secretary, hall.id).own) == ((), None)
    with pytest.raises(NotAllowed):
        sealed.tally(hall.tellers[0], hall.id, {1: PHRASES[1], 2: PHRASES[2]})
    with pytest.raises(NotAllowed):
        sealed.urn_file(hall.tellers[0], hall.id)
    now = hall.now()
    assert invalid(lambda: actions.close(hall.secretary, now.id, now.version)) == {"counts"}


def test_closed_is_final(hall):
    hall.opened()
    sealed.close_ballot(hall.secretary, hall.id)
    with pytest.raises(NotAllowed):
        sealed.close_ballot(hall.secretary, hall.id)
    assert hall.now().state is SessionState.COUNTING


@pytest.mark.proves("F06.03")
@pytest.mark.parametrize(("in_base", "base", "needed"), ((True, 9, 5), (False, 8, 5)))
def test_a_member_who_stands_aside_has_no_button_and_is_not_counted(hall, in_base, base, needed):
    hall.called(recused_in_base=in_base)
    aside, item = hall.voters[3], hall.session.items[1]
    actions.declare(aside, hall.id, item.id, "Cùng đơn vị")
    hall.opened()
    shown = sealed.booth(aside, hall.id).items
    assert [each.masked for each in shown] == [False, True, False]
    assert (shown[1].name, shown[1].unit, shown[1].nomination_id) == ("", "", None)
    whole = {each.id: "approve" for each in hall.session.items}
    assert invalid(lambda: sealed.cast(aside, hall.id, whole)) == {""}
    for voter in hall.voters:
        sealed.cast(voter, hall.id, hall.ballot(voter, "approve"))
    hall.counted()
    result = hall.finished().results[1]
    assert (result.approve, result.base, result.needed, result.passed) == (8, base, needed, True)


def test_of_the_valid_ballots_only_those_of_members_aside_are_taken_out(hall):
    hall.called(base=Base.VALID, recused_in_base=False)
    item = hall.session.items[0]
    for voter in hall.voters[:2]:
        actions.declare(voter, hall.id, item.id, "Cùng đơn vị")
    hall.opened()
    for voter in hall.voters[1:]:  # the first of those aside gives no ballot at all
        sealed.cast(voter, hall.id, hall.ballot(voter, "approve"))
    hall.counted()
    assert [(r.approve, r.base) for r in hall.finished().results] == [(7, 7), (8, 8), (8, 8)]


@pytest.mark.proves("F07.03")
def test_abstention_is_offered_only_where_the_rule_says_so(hall):
    hall.opened()
    voter = hall.voters[0]
    assert invalid(lambda: sealed.cast(voter, hall.id, hall.ballot(voter, "abstain"))) == {
        str(item.id) for item in hall.session.items
    }


def test_abstentions_are_counted(hall):
    hall.opened(abstain=True)
    for at, voter in enumerate(hall.voters):
        sealed.cast(voter, hall.id, hall.ballot(voter, ("approve", "reject", "abstain")[at % 3]))
    hall.counted()
    assert [(r.approve, r.reject, r.abstain) for r in hall.finished().results] == [(3, 3, 3)] * 3


def test_a_ballot_with_a_gap_is_refused_and_says_nothing_of_the_choices(hall):
    hall.opened()
    voter = hall.voters[0]
    choices = hall.ballot(voter, "reject")
    gap = dict(list(choices.items())[:2])
    with pytest.raises(Invalid) as found:
        sealed.cast(voter, hall.id, gap)
    assert found.value.fields == {str(hall.session.items[2].id): "Chưa chọn ý kiến cho trường hợp 3."}
    assert sealed.booth(voter, hall.id).voted is False


def test_written_opinions_are_merged_before_any_count_is_shown_and_then_frozen(hall):
    absent = hall.voters[-1]
    hall.called(absent=Absent.WRITTEN)
    hall.opened([absent])
    member = absent.members[hall.council]
    now = hall.now()
    actions.write_opinions(hall.secretary, now.id, now.version, member, {item.id: "approve" for item in now.items})
    for voter in hall.voters[:-1]:
        sealed.cast(voter, hall.id, hall.ballot(voter, "reject"))
    with pytest.raises(NotFound):
        sealed.cast(absent, hall.id, hall.ballot(absent, "approve"))
    counted = hall.counted()
    assert [(r.approve, r.reject) for r in sealed.results(hall.secretary, hall.id)] == [(1, 8)] * 3
    assert actions.counts(hall.tellers[0], hall.id).own is None
    with pytest.raises(NotAllowed):
        actions.write_opinions(hall.secretary, counted.id, counted.version, member, {})
    assert [(r.approve, r.reject, r.base) for r in hall.finished().results] == [(1, 8, 9)] * 3


@pytest.mark.proves("F07.04")
@pytest.mark.parametrize("tellers", (1, 2))
def test_fewer_than_three_tellers_means_paper(hall, tellers):
    hall.tellers = hall.tellers[:tellers]
    now = hall.called() and hall.attended()
    with pytest.raises(Invalid) as found:
        sealed.open_ballot(hall.secretary, now.id, now.version, PHRASES, PHRASES, cost=CHEAP)
    assert found.value.fields == {
        "tellers": "Bỏ phiếu kín điện tử cần tổ kiểm phiếu ba người, mỗi người giữ một phần khoá. Không đủ ba người thì bỏ phiếu giấy."
    }


def test_weak_equal_and_mistyped_passphrases_keep_the_vote_shut(hall):
    hall.called()
    now = hall.attended()
    typed = {1: "ngắn quá", 2: PHRASES[2], 3: PHRASES[2].upper()}
    again = {1: "ngắn quá", 2: "khác", 3: PHRASES[2]}
    assert invalid(lambda: sealed.open_ballot(hall.secretary, now.id, now.version, typed, again, cost=CHEAP)) == {
        "passphrase1", "again2", "passphrase3",
    }  # fmt: skip
    with pytest.raises(NotAllowed):
        actions.open_vote(hall.secretary, now.id, now.version)
    with pytest.raises(Stale):
        sealed.open_ballot(hall.secretary, now.id, now.version - 1, PHRASES, PHRASES, cost=CHEAP)
    assert hall.now().state is SessionState.CALLED


def test_a_member_without_an_account_keeps_the_sealed_vote_shut(hall):
    world.council_member(hall.council, None, "Ngô Văn Không")
    hall.called()
    now = hall.attended()
    assert invalid(lambda: sealed.open_ballot(hall.secretary, now.id, now.version, PHRASES, PHRASES, cost=CHEAP)) == {
        "accounts"
    }


def test_the_roll_is_frozen_when_the_vote_opens(hall):
    hall.opened([hall.voters[8]])
    now = hall.now()
    with pytest.raises(NotAllowed):
        actions.attend(
            hall.secretary, now.id, now.version, [AttendanceInput(hall.voters[8].members[hall.council], "present")]
        )
    assert (sealed.booth(hall.voters[8], hall.id).eligible, sealed.booth(hall.voters[0], hall.id).eligible) == (
        False,
        True,
    )


def test_the_tally_needs_exactly_two_right_passphrases_and_happens_once(hall):
    hall.opened()
    sealed.cast(hall.voters[0], hall.id, hall.ballot(hall.voters[0], "approve"))
    sealed.close_ballot(hall.secretary, hall.id)
    first = hall.tellers[0]
    assert invalid(lambda: sealed.tally(first, hall.id, {1: PHRASES[1]})) == {""}
    assert invalid(lambda: sealed.tally(first, hall.id, PHRASES)) == {""}
    assert invalid(lambda: sealed.tally(first, hall.id, {1: PHRASES[1], 2: PHRASES[3]})) == {"passphrase2"}
    sealed.tally(first, hall.id, {2: f"  {PHRASES[2].upper()} ", 3: PHRASES[3]})
    with pytest.raises(AlreadyDone):
        sealed.tally(first, hall.id, {1: PHRASES[1], 2: PHRASES[2]})


def test_only_tellers_open_the_urn_and_only_the_secretary_closes_it(hall):
    hall.opened()
    for other in (*hall.tellers, hall.voters[0]):
        with pytest.raises(NotAllowed):
            sealed.close_ballot(other, hall.id)
    sealed.close_ballot(hall.secretary, hall.id)
    for other in (hall.secretary, hall.voters[0]):
        with pytest.raises(NotAllowed):
            sealed.tally(other, hall.id, {1: PHRASES[1], 2: PHRASES[2]})
    stranger = people.actor(Role.COUNCIL_MEMBER, council=world.council(hall.issuer, "Hội đồng khác"))
    for look in (sealed.booth, sealed.box, sealed.screen):
        with pytest.raises(NotFound):
            look(stranger, hall.id)
    with pytest.raises(NotFound):
        sealed.cast(stranger, hall.id, {})


@pytest.mark.proves("N11")
@pytest.mark.parametrize("harm", ("drop", "double", "flip", "swap"))
def test_a_changed_urn_is_never_counted(hall, harm, database):
    hall.opened()
    for voter in hall.voters:
        sealed.cast(voter, hall.id, hall.ballot(voter, "approve"))
    sealed.close_ballot(hall.secretary, hall.id)
    with database.write() as tx:
        urn = bytes(tx.value("select urn from sealed_ballot"))
        size = len(urn) // 9
        changed = {
            "drop": urn[size:], "double": urn[:size] + urn[: 8 * size], "flip": urn[:40] + bytes([urn[40] ^ 1]) + urn[41:],
            "swap": urn[size:] + urn[:size],
        }[harm]  # fmt: skip
        tx.run("update sealed_ballot set urn = $1", changed)
    assert invalid(lambda: sealed.tally(hall.tellers[1], hall.id, {1: PHRASES[1], 2: PHRASES[2]})) == {""}
    assert sealed.results(hall.secretary, hall.id) == ()


@pytest.mark.proves("N11")
def test_the_close_publishes_who_voted_and_the_receipts_and_the_log_holds_them(hall):
    hall.opened()
    mine = [sealed.cast(voter, hall.id, hall.ballot(voter, "approve")).receipt for voter in hall.voters[:5]]
    sealed.close_ballot(hall.secretary, hall.id)
    box = sealed.box(hall.voters[0], hall.id)
    assert (box.receipts, box.ballots) == (tuple(sorted(mine)), 5)
    assert {voter.member_id for voter in box.voters if voter.voted} == {
        voter.members[hall.council] for voter in hall.voters[:5]
    }
    with reading(None) as t:
        rows = t.all(
            "select a.verb, c.content from audit a join audit_content c on c.seq = a.seq where a.object_id = $1 order by a.seq",
            hall.id,
        )
        assert "cast" not in {row["verb"] for row in rows}
        said = json.loads(rows[-1]["content"])["after"]
    assert (said["receipts"], said["urn"], said["ballots"]) == (sorted(mine), box.urn_hash, 5)
    assert said["voted"] == sorted(str(voter.members[hall.council]) for voter in hall.voters[:5])


@pytest.mark.proves("N11")
def test_the_exported_urn_is_counted_again_elsewhere(hall):
    hall.opened()
    for at, voter in enumerate(hall.voters):
        sealed.cast(voter, hall.id, hall.ballot(voter, "approve" if at < 6 else "reject"))
    hall.counted()
    early = export.recount(export.read(sealed.urn_file(hall.tellers[2], hall.id)), {1: PHRASES[1], 2: PHRASES[2]})
    hall.finished()
    late = export.recount(export.read(sealed.urn_file(hall.tellers[2], hall.id)), {2: PHRASES[2], 3: PHRASES[3]})
    assert [(number, line.approve, line.reject) for number, _, line in late.lines] == [(1, 6, 3), (2, 6, 3), (3, 6, 3)]
    assert (early.agrees, late.agrees, late.ballots, late.urn_hash) == (
        None,
        True,
        9,
        sealed.box(hall.secretary, hall.id).urn_hash,
    )
    forged = replace(
        export.read(sealed.urn_file(hall.tellers[2], hall.id)),
        results={item.id: (9, 0, 0) for item in hall.now().items},
    )
    assert export.recount(forged, {1: PHRASES[1], 3: PHRASES[3]}).agrees is False


def test_destroying_waits_for_the_end_and_leaves_nothing_to_count(hall, database, tmp_path):
    hall.opened()
    sealed.cast(hall.voters[0], hall.id, hall.ballot(hall.voters[0], "approve"))
    with database.read() as tx:
        ballot = bytes(tx.value("select urn from sealed_ballot"))
    with pytest.raises(NotAllowed):
        sealed.destroy(hall.secretary, hall.id)
    hall.counted()
    hall.finished()
    sealed.destroy(hall.secretary, hall.id)
    sealed.destroy(hall.secretary, hall.id)
    box = sealed.box(hall.secretary, hall.id)
    assert (box.destroyed, box.ballots, len(box.receipts)) == (True, 1, 1)
    with pytest.raises(NotAllowed):
        sealed.urn_file(hall.tellers[0], hall.id)
    with reading(None) as t:
        assert (t.value("select count(*) from sealed_share"), checking.invariants(t.tx)) == (0, [])
    if database.engine == "duckdb":
        assert [
            path.name for path in sorted(tmp_path.rglob("*")) if path.is_file() and ballot[:40] in path.read_bytes()
        ] == []


def test_a_vote_called_off_can_be_destroyed_too(hall):
    hall.opened()
    now = hall.now()
    actions.cancel(hall.secretary, now.id, now.version, "Mất điện")
    sealed.destroy(hall.secretary, hall.id)
    assert {cases.state_of(case) for case in hall.cases} == {"shortlisted"}


def test_the_room_screen_follows_the_secretary_and_hides_a_case_from_who_stands_aside(hall):
    hall.called()
    first, second = hall.session.items[:2]
    actions.declare(hall.voters[0], hall.id, second.id, "Cùng đơn vị")
    assert sealed.screen(hall.voters[0], hall.id).item is None
    with pytest.raises(NotAllowed):
        sealed.move(hall.voters[0], hall.id, first.id)
    with pytest.raises(NotFound):
        sealed.move(hall.secretary, hall.id, uuid4())
    for item in (first, second):
        sealed.move(hall.secretary, hall.id, item.id)
    assert sealed.screen(hall.voters[1], hall.id).item.name == second.name
    assert (sealed.screen(hall.voters[0], hall.id).item.masked, sealed.screen(hall.secretary, hall.id).moves) == (
        True,
        True,
    )


def test_a_password_set_anew_by_the_administrator_during_the_vote_is_told_to_everybody_and_logged(hall):
    before, during, after = hall.voters[:3]
    reset(before)
    hall.opened()
    reset(during)
    assert sealed.box(hall.voters[5], hall.id).resets == (during.name,)
    sealed.close_ballot(hall.secretary, hall.id)
    reset(after)
    with reading(None) as t:
        said = json.loads(t.all("select content from audit_content order by seq")[-2]["content"])
    assert (sealed.box(hall.voters[5], hall.id).resets, said["after"]["resets"]) == ((during.name,), [during.name])


def reset(voter) -> None:
    """The administrator gives a member a one-time code."""
    accounts.new_code(people.administrator(), voter.account_id)
