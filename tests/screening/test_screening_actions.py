"""The secretary's verbs, on both engines: right, road, reasons, one transaction each."""

from datetime import date
from uuid import uuid4

import pytest

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import RecipientKind, RegulationForm
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import EvidenceKind, Nominee, Reason
from recognition.screening import actions
from recognition.screening.terms import Done, Outcome
from tests.support import awards, people, world

WHY = [Reason("story", "Cần ghi rõ giờ và nơi cứu người.")]


def accepted(place):
    case = place.endorsed()
    return actions.accept(place.secretary, case.id, case.version)


@pytest.mark.proves("F05.02", "F03.02")
def test_a_case_is_accepted_returned_mended_and_comes_again_as_a_new_revision(place):
    taken = accepted(place)
    back = actions.return_to_unit(place.secretary, taken.id, taken.version, WHY)
    assert (back.state, back.reasons, back.returned_from) == (State.RETURNED, tuple(WHY), State.ACCEPTED)
    again = nominations.submit(place.nominator, back.id, back.version)
    assert (again.state, [r.number for r in nominations.revisions(place.nominator, again.id)]) == (State.SUBMITTED, [2, 1])


@pytest.mark.proves("F05.02")
def test_a_refusal_is_final_and_says_why(place):
    case = place.endorsed()
    refused = actions.refuse(place.secretary, case.id, case.version, WHY)
    assert (refused.state, refused.reasons) == (State.REFUSED, tuple(WHY))
    assert "từ chối hồ sơ: Cần ghi rõ giờ và nơi cứu người." in nominations.history(place.nominator, case.id)[0].sentence


@pytest.mark.parametrize("act", (actions.return_to_unit, actions.refuse))
def test_a_return_or_refusal_without_reason_changes_nothing(place, act):
    case = place.endorsed()
    with pytest.raises(Invalid) as wrong:
        act(place.secretary, case.id, case.version, [Reason("story", "  ")])
    assert (list(wrong.value.fields), nominations.get(place.secretary, case.id).state) == (["reasons"], State.ENDORSED)


def test_two_secretaries_on_one_case_the_second_sees_that_it_changed(place):
    case = place.endorsed()
    other = people.actor(Role.SECRETARY, issuer=place.issuer)
    actions.accept(place.secretary, case.id, case.version)
    with pytest.raises(Stale):
        actions.refuse(other, case.id, case.version, WHY)


def test_a_second_click_counts_once(place):
    case = place.endorsed()
    key = uuid4()
    actions.accept(place.secretary, case.id, case.version, key)
    with pytest.raises(AlreadyDone) as again:
        actions.accept(place.secretary, case.id, case.version, key)
    assert again.value.result == str(case.id)


@pytest.mark.proves("F15.01")
def test_a_secretary_of_another_issuer_and_an_unendorsed_case_are_out_of_reach(place):
    case = place.endorsed()
    stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn Viên chức tỉnh", short_sign="CĐVC", track="union"))
    with pytest.raises(NotFound):
        actions.accept(stranger, case.id, case.version)
    with pytest.raises(NotAllowed):
        actions.accept(place.leader, case.id, case.version)
    waiting = place.submitted(nominee=other_nominee(place), title="Hiến máu lần thứ 40")
    with pytest.raises(NotFound):
        actions.checks(place.secretary, waiting.id)


def other_nominee(place):
    person = world.person("Trần Thị Mai", unit_id=place.unit)
    return Nominee(RecipientKind.INDIVIDUAL, recipient_id=world.recipient("Trần Thị Mai", person_id=person))


@pytest.mark.proves("F05.04")
def test_checks_name_the_decision_that_already_praised_this_achievement(place):
    case = accepted(place)
    made = awards.decision(place.issuer, date(2026, 11, 22), number=214)
    earlier = awards.nomination(place.unit, place.issuer, "awarded", day=date(2025, 3, 2))
    with transaction(None) as t:
        t.run("update nomination set subject_key = (select subject_key from nomination where id = $2) where id = $1", earlier, case.id)
    awards.award(made, place.award, place.unit, date(2026, 11, 22), person_id=place.person, nomination_id=earlier)
    once = next(check for check in actions.checks(place.secretary, case.id) if check.rule == "once")
    assert (once.outcome, once.evidence) == (Outcome.FAIL, "Giấy khen, Quyết định số 214-QĐ/ĐUCCQ ngày 22/11/2026")
    with pytest.raises(Invalid) as refused:
        actions.shortlist(place.secretary, case.id, case.version)
    assert list(refused.value.fields) == ["once"]


@pytest.mark.proves("F05.04")
def test_a_case_is_not_held_against_itself_once_it_was_praised(place):
    case = accepted(place)
    made = awards.decision(place.issuer, date(2026, 11, 22), number=214)
    awards.award(made, place.award, place.unit, date(2026, 11, 22), person_id=place.person, nomination_id=case.id)
    assert [check.outcome for check in actions.checks(place.secretary, case.id) if check.rule in ("once", "same_year", "counting")] == [Outcome.PASS] * 3


@pytest.mark.proves("S4", "F05.04")
def test_a_hold_blocks_the_shortlist_until_it_is_cleared(place):
    case = accepted(place)
    with transaction(None) as t:
        t.run(
            """
            insert into hold (id, nomination_id, person_id, unit_id, reason, paper, from_date, to_date, cleared_paper, recorded_by, version)
            values ($1, null, $2, null, 'Đang xác minh đơn phản ánh', '12-CV/UBKT', $3, null, null, $4, 1)
            """,
            uuid4(), place.person, date(2026, 11, 1), uuid4(),
        )  # fmt: skip
    with pytest.raises(Invalid) as refused:
        actions.shortlist(place.secretary, case.id, case.version)
    assert list(refused.value.fields) == ["hold"]
    with transaction(None) as t:
        t.run("update hold set to_date = $1", date(2026, 11, 23))
    assert actions.shortlist(place.secretary, case.id, case.version).state is State.SHORTLISTED


@pytest.mark.proves("N25")
def test_what_the_checks_answered_is_kept_with_the_revision_and_rule_version(place):
    case = accepted(place)
    actions.shortlist(place.secretary, case.id, case.version)
    with reading(None) as t:
        kept = t.all("select rule, outcome, revision, clause from check_result where nomination_id = $1 order by rule", case.id)
    assert {(row["rule"], row["outcome"], row["revision"]) for row in kept} >= {("once", "pass", 1), ("hold", "pass", 1)}
    assert all(row["clause"] for row in kept)


def test_a_settled_check_lets_the_case_pass_and_keeps_the_reason_in_its_history(place):
    case = accepted(place)
    with transaction(None) as t:
        t.run("update nomination set told = 0 where id = $1", case.id)
    before = next(check for check in actions.checks(place.secretary, case.id) if check.rule == "told")
    settled = actions.settle(place.secretary, case.id, "told", "Đơn vị đã xác nhận qua điện thoại ngày 23/11")
    assert (before.settled, settled.settled) == (False, True)
    assert next(check for check in actions.checks(place.secretary, case.id) if check.rule == "told").settled
    assert any("Đơn vị đã xác nhận qua điện thoại" in line.sentence for line in nominations.history(place.secretary, case.id))


def test_shortlisted_cases_may_go_back_to_screening(place):
    case = accepted(place)
    listed = actions.shortlist(place.secretary, case.id, case.version)
    assert actions.unshortlist(place.secretary, case.id, listed.version).state is State.ACCEPTED


@pytest.mark.proves("F05.02")
def test_many_at_once_each_with_its_own_outcome(place):
    first = place.endorsed()
    second = place.endorsed(nominee=other_nominee(place), title="Hiến máu lần thứ 40")
    actions.accept(place.secretary, second.id, second.version)
    done = actions.many(
        [(first.id, first.version, first.title), (second.id, second.version, second.title)],
        lambda nomination_id, version: actions.accept(place.secretary, nomination_id, version),
    )
    assert done == [Done(first.id, first.title, True, "Đang thẩm định"), Done(second.id, second.title, False, Stale.sentence)]


def test_a_nominee_does_not_screen_the_own_case(place):
    nominee = people.actor(Role.SECRETARY, issuer=place.issuer, person_id=place.person)
    case = place.endorsed()
    with pytest.raises(NotAllowed) as refused:
        actions.accept(nominee, case.id, case.version)
    assert refused.value.sentence.startswith("Anh/chị là người được đề nghị")


def test_the_verbs_of_a_step_are_told_to_whoever_made_the_case(place):
    case = accepted(place)
    actions.return_to_unit(place.secretary, case.id, case.version, WHY)
    with reading(None) as t:
        told = t.all("select verb, sentence from notice where account_id = $1 order by made_at, verb", place.nominator.account_id)
    assert [row["verb"] for row in told] == [Verb.ENDORSE, Verb.ACCEPT, Verb.RETURN]
    assert told[-1]["sentence"].endswith("để sửa: Cần ghi rõ giờ và nơi cứu người.")


def test_missing_papers_of_the_awards_dossier_are_named(place):
    case = accepted(place)
    with transaction(None) as t:
        t.run("""update award_type set dossier = '["submission","initiative_proof"]' where id = $1""", place.award)
        t.run(
            """
            insert into evidence (id, nomination_id, blob, kind, file_name, media_type, bytes, caption, criterion_id, picture_hash, taken_on, added_by,
                added_at, removed_at)
            values ($1, $2, 'x', $3, 'to-trinh.pdf', 'application/pdf', 1, '', null, null, null, $4, $5, null)
            """,
            uuid4(), case.id, EvidenceKind.SIGNED_SUBMISSION.value, uuid4(), case.created_at,
        )  # fmt: skip
    found = next(check for check in actions.checks(place.secretary, case.id) if check.rule == "dossier")
    assert (found.outcome, found.sentence) == (Outcome.FAIL, "Còn thiếu: giấy tờ, xác nhận")


@pytest.mark.proves("F05.04")
def test_a_case_replays_under_the_regulations_of_another_day(place):
    administrator = people.actor(Role.ADMINISTRATOR)
    for value, clause, start, end in ((True, "Thông tư 15/2025/TT-BNV", date(2026, 1, 1), date(2026, 12, 31)), (False, "Thông tư mới", date(2027, 1, 1), None)):
        catalogue.add_regulation(administrator, RegulationForm("eligibility.hold", value, clause, start, end))
    case = accepted(place)
    world_hold(place, case)

    def found(day):
        return next((check.outcome, check.clause) for check in actions.checks(place.secretary, case.id, day) if check.rule == "hold")

    assert found(None) == (Outcome.FAIL, "Thông tư 15/2025/TT-BNV")
    assert found(date(2027, 1, 1)) == (Outcome.PASS, "Thông tư mới")


def world_hold(place, case):
    """The case is held from November on."""
    with transaction(None) as t:
        t.run(
            """
            insert into hold (id, nomination_id, person_id, unit_id, reason, paper, from_date, to_date, cleared_paper, recorded_by, version)
            values ($1, $2, null, null, 'Đang xác minh đơn', 'CV 12', '2026-11-01', null, null, $3, 1)
            """,
            uuid4(), case.id, place.secretary.account_id,
        )
