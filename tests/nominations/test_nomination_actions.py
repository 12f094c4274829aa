"""A case from draft to the secretary's desk, on both engines."""

import json
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from recognition.campaigns import actions as campaigns
from recognition.hall import notices
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, State
from recognition.nominations import actions
from recognition.nominations.terms import Change, Commendation, Filters, Reason, Subject
from tests.support import people, world


@pytest.mark.proves("F04.02", "F04.04", "F04.06")
def test_a_draft_comes_back_whole_and_only_its_maker_sees_it(place):
    made = actions.save_draft(place.nominator, place.deed(), uuid4())
    found = actions.get(place.nominator, made.id)
    assert found == made
    assert (found.code, found.state, found.version, found.title) == ("VT-2026-0001", State.DRAFT, 1, "Trả lại 85.000.000 đồng nhặt được")
    assert (found.recipient_name, found.unit_name, found.award_name) == ("Lê Văn Tòng", "Chi bộ Trạm Y tế Phú Lộc", "Giấy khen")
    assert actions.as_input(found) == replace(place.deed(), nominee=actions.as_input(found).nominee, achievement=found.achievement)
    for other in (place.leader, place.secretary, people.actor(Role.NOMINATOR, unit=place.unit), people.nobody()):
        with pytest.raises(NotFound):
            actions.get(other, made.id)


def test_a_draft_may_be_nearly_empty(place):
    made = actions.save_draft(place.nominator, place.deed(nominee=None, title="", award_type_id=None, told=False))
    assert (made.title, made.recipient_id, made.state) == ("", None, State.DRAFT)
    with pytest.raises(Invalid) as wrong:
        actions.submit(place.nominator, made.id, made.version)
    assert list(wrong.value.fields) == ["nominee", "title", "award_type_id", "told"]
    assert actions.get(place.nominator, made.id) == made


@pytest.mark.parametrize(("subject", "code"), (("deed", "VT-2026-0002"), ("achievement", "TT-2026-0001")))
def test_each_subject_has_its_own_running_number(place, subject, code):
    actions.save_draft(place.nominator, place.deed())
    made = actions.save_draft(place.nominator, place.deed() if subject == "deed" else place.achievement())
    assert made.code == code


def test_a_failed_draft_uses_no_number_and_leaves_nothing(place):
    with pytest.raises(Invalid):
        actions.save_draft(place.nominator, place.deed(title="a" * 20_000))
    with pytest.raises(Invalid):
        actions.propose(place.nominator, place.deed(told=False))
    assert actions.find(place.nominator).total == 0
    assert actions.save_draft(place.nominator, place.deed()).code == "VT-2026-0001"


def test_what_cannot_be_stored_is_told_with_all_that_is_missing(place):
    with pytest.raises(Invalid) as new:
        actions.propose(place.nominator, place.deed(title="a" * 300, issuer_id=None, told=False))
    assert set(new.value.fields) == {"title", "issuer_id", "told"}
    draft = actions.save_draft(place.nominator, place.deed())
    with pytest.raises(Invalid) as changed:
        actions.change_and_submit(place.nominator, draft.id, draft.version, place.deed(title="a" * 300, told=False))
    assert set(changed.value.fields) == {"title", "told"}


def test_nobody_nominates_for_another_unit(place):
    with pytest.raises(NotAllowed):
        actions.save_draft(place.nominator, place.deed(unit_id=world.unit()))
    for other in (place.leader, place.secretary, people.nobody(), people.administrator()):
        with pytest.raises(NotAllowed):
            actions.save_draft(other, place.deed())


@pytest.mark.proves("F03.02", "F04.04")
def test_sending_fixes_a_revision_and_tells_the_leader(place):
    sent = actions.submit(place.nominator, *_draft(place))
    assert (sent.state, sent.version, sent.wording) == (State.SUBMITTED, 2, "Đã có việc làm tốt: trả lại 85.000.000 đồng nhặt được")
    (revision,) = actions.revisions(place.nominator, sent.id)
    content = json.loads(revision.content)
    assert (revision.number, content["title"], content["deed"]["deed_date"], content["recipient_name"]) == (
        1, "Trả lại 85.000.000 đồng nhặt được", "2026-11-20", "Lê Văn Tòng",
    )  # fmt: skip
    assert "contact" not in content
    assert len(revision.sha256) == 64
    with reading(place.leader) as t:
        told = [row["sentence"] for row in notices.unread(t, place.leader.account_id)]
        assert told == ["Đỗ Thị Thanh gửi hồ sơ «Trả lại 85.000.000 đồng nhặt được», chờ lãnh đạo đơn vị xác nhận."]
    assert actions.get(place.leader, sent.id).state is State.SUBMITTED
    with pytest.raises(NotFound):
        actions.get(place.secretary, sent.id)


def _draft(place, **changes):
    made = actions.save_draft(place.nominator, place.deed(**changes))
    return made.id, made.version


def test_only_an_endorsed_case_leaves_the_unit(place):
    sent = place.submitted()
    with pytest.raises(NotAllowed):
        actions.endorse(place.nominator, sent.id, sent.version)
    endorsed = actions.endorse(place.leader, sent.id, sent.version)
    assert (endorsed.state, endorsed.endorsed_by) == (State.ENDORSED, place.leader.account_id)
    assert actions.get(place.secretary, sent.id).state is State.ENDORSED
    with reading(place.secretary) as t:
        assert [row["sentence"] for row in notices.unread(t, place.secretary.account_id)] == [
            "Hoàng Đức Ân đã xác nhận hồ sơ «Trả lại 85.000.000 đồng nhặt được»."
        ]


def test_where_the_unit_asks_no_leader_a_case_leaves_at_once_and_may_still_be_recalled(place):
    unit = world.unit("Công đoàn Công ty Sông Lam", kind="union_base", endorsement=False)
    nominator = people.actor(Role.NOMINATOR, unit=unit)
    sent = actions.propose(nominator, place.deed(unit_id=unit))
    assert (sent.state, sent.endorsed_by) == (State.ENDORSED, None)
    back = actions.recall(nominator, sent.id, sent.version)
    assert (back.state, back.endorsed_at) == (State.DRAFT, None)


def test_a_leader_who_would_be_rewarded_does_not_endorse(place):
    nominee_leader = people.actor(Role.UNIT_LEADER, unit=place.unit, person_id=place.person)
    sent = place.submitted()
    with pytest.raises(NotAllowed) as refused:
        actions.endorse(nominee_leader, sent.id, sent.version)
    assert refused.value.sentence == "Anh/chị là người được đề nghị trong hồ sơ này nên không tham gia xét. Việc này do người khác làm."


@pytest.mark.proves("F03.02")
def test_sent_back_mended_and_sent_again_is_a_second_revision_with_its_differences(place):
    sent = place.submitted()
    with pytest.raises(Invalid):
        actions.send_back(place.leader, sent.id, sent.version, [Reason("story", " ")])
    back = actions.send_back(place.leader, sent.id, sent.version, [Reason("place", "Ghi rõ bến xe nào.")])
    assert (back.state, back.returned_from, back.reasons) == (State.RETURNED, State.SUBMITTED, (Reason("place", "Ghi rõ bến xe nào."),))
    with pytest.raises(NotFound):
        actions.get(place.secretary, sent.id)
    data = actions.as_input(back)
    mended = actions.change(place.nominator, back.id, back.version, replace(data, deed=replace(data.deed, place="Bến xe Phú Lộc")))
    again = actions.submit(place.nominator, mended.id, mended.version)
    assert (again.state, again.reasons, again.returned_from) == (State.SUBMITTED, (), None)
    newest, oldest = actions.revisions(place.leader, sent.id)
    assert actions.compared(oldest, newest) == (Change("Nơi làm", "Bến xe phía Bắc", "Bến xe Phú Lộc"),)


def test_recall_ends_where_somebody_has_acted(place):
    sent = place.submitted()
    back = actions.recall(place.nominator, sent.id, sent.version)
    assert back.state is State.DRAFT
    endorsed = place.endorsed(title="Hiến máu lần thứ 40")
    with pytest.raises(NotAllowed) as refused:
        actions.recall(place.nominator, endorsed.id, endorsed.version)
    assert refused.value.sentence == "Lãnh đạo đơn vị đã xác nhận hồ sơ nên không thu hồi được nữa. Anh/chị đề nghị thư ký trả lại để sửa."


def test_a_withdrawn_case_that_never_left_stays_in_its_unit(place):
    sent = place.submitted()
    gone = actions.withdraw(place.nominator, sent.id, sent.version, "Người được đề nghị xin thôi.")
    assert (gone.state, gone.reasons) == (State.WITHDRAWN, (Reason("", "Người được đề nghị xin thôi."),))
    with pytest.raises(NotFound):
        actions.get(place.secretary, sent.id)
    with pytest.raises(NotAllowed):
        actions.change(place.nominator, gone.id, gone.version, place.deed())


def test_two_people_on_one_case_the_slower_is_told(place):
    sent = place.submitted()
    back = actions.send_back(place.leader, sent.id, sent.version, [Reason("", "Thiếu minh chứng.")])
    colleague = people.actor(Role.NOMINATOR, unit=place.unit)
    actions.change(colleague, back.id, back.version, place.deed(title="Trả lại tiền nhặt được"))
    with pytest.raises(Stale):
        actions.change(place.nominator, back.id, back.version, place.deed())
    assert actions.get(place.nominator, back.id).title == "Trả lại tiền nhặt được"


def test_a_second_click_counts_once(place):
    key = uuid4()
    made = actions.propose(place.nominator, place.deed(), key)
    with pytest.raises(AlreadyDone) as again:
        actions.propose(place.nominator, place.deed(), key)
    assert again.value.result == str(made.id)
    assert actions.find(place.nominator).total == 1


@pytest.mark.proves("F05.06")
def test_the_same_deed_of_the_same_person_is_refused_naming_the_first(place):
    first = place.submitted()
    second = actions.save_draft(place.nominator, place.deed(title="TRẢ LẠI 85.000.000 ĐỒNG nhặt được"))
    with pytest.raises(Invalid) as wrong:
        actions.submit(place.nominator, second.id, second.version)
    assert wrong.value.fields == {
        "": f"Việc này đã được đề nghị cho đúng đối tượng này ở hồ sơ {first.code} của Chi bộ Trạm Y tế Phú Lộc (Đã gửi). "
        "Một thành tích chỉ khen một lần. (Luật Thi đua, khen thưởng, Điều 5.)"
    }
    actions.withdraw(place.nominator, first.id, first.version)
    assert actions.submit(place.nominator, second.id, second.version).state is State.SUBMITTED


def test_a_draft_moves_to_a_campaign_and_out_of_it_a_sent_case_does_not(place):
    campaign = world.campaign(place.issuer, units=(place.unit,))
    made = actions.save_draft(place.nominator, place.deed())
    moved = actions.move(place.nominator, made.id, made.version, campaign)
    assert (moved.campaign_id, moved.campaign_name, moved.commendation) == (campaign, "Dân vận khéo năm 2026", Commendation.CAMPAIGN)
    back = actions.move(place.nominator, made.id, moved.version, None)
    assert (back.campaign_id, back.commendation, back.issuer_id) == (None, Commendation.SPOT, place.issuer)
    sent = actions.submit(place.nominator, made.id, back.version)
    with pytest.raises(NotAllowed):
        actions.move(place.nominator, made.id, sent.version, campaign)


def test_a_campaign_that_was_not_launched_to_the_unit_is_not_found(place):
    elsewhere = world.campaign(place.issuer, units=(world.unit(),))
    with pytest.raises(Invalid) as wrong:
        actions.save_draft(place.nominator, place.deed(commendation=Commendation.CAMPAIGN, campaign_id=elsewhere))
    assert wrong.value.fields == {"campaign_id": "Không tìm thấy phong trào này. Anh/chị chọn lại."}


@pytest.mark.proves("F03.03")
def test_after_the_campaigns_deadline_nothing_more_is_sent(place):
    campaign = world.campaign(place.issuer, units=(place.unit,))
    made = actions.save_draft(place.nominator, place.deed(commendation=Commendation.CAMPAIGN, campaign_id=campaign))
    with transaction(None) as t:
        t.run("insert into campaign_deadline (id, campaign_id, stage, day) values ($1, $2, 'nominate', $3)", uuid4(), campaign, date(2026, 11, 23))
    with pytest.raises(Invalid) as wrong:
        actions.submit(place.nominator, made.id, made.version)
    assert wrong.value.fields == {
        "campaign_id": "Hạn «Gửi đề nghị khen thưởng» của phong trào là 23/11/2026, đã qua. Anh/chị hỏi thư ký nếu cần gia hạn."
    }
    assert campaigns.get(place.nominator, campaign).name == "Dân vận khéo năm 2026"


def test_a_discipline_in_force_keeps_a_case_back_and_an_old_one_does_not(place):
    made = actions.save_draft(place.nominator, place.deed())
    with transaction(None) as t:
        t.run(
            """
            insert into discipline (id, person_id, unit_id, kind, paper, clause, from_date, to_date, recorded_by, version)
            values ($1, $2, null, 'khiển trách', '05-QĐ/ĐU', '', $3, $4, $5, 1)
            """,
            uuid4(), place.person, date(2026, 1, 1), date(2026, 11, 24), place.secretary.account_id,
        )  # fmt: skip
    with pytest.raises(Invalid) as wrong:
        actions.submit(place.nominator, made.id, made.version)
    assert list(wrong.value.fields) == ["nominee"]
    with transaction(None) as t:
        t.run("update discipline set to_date = $1", date(2026, 11, 23))
    assert actions.submit(place.nominator, made.id, made.version).state is State.SUBMITTED


def test_the_list_searches_without_marks_filters_and_counts_states(place):
    place.submitted()
    place.endorsed(title="Hiến máu lần thứ 40")
    actions.save_draft(place.nominator, place.achievement())
    everything = actions.find(place.nominator)
    assert (everything.total, everything.counts) == (3, {State.DRAFT: 1, State.SUBMITTED: 1, State.ENDORSED: 1})
    assert [row.title for row in actions.find(place.nominator, Filters(search="hien mau")).rows] == ["Hiến máu lần thứ 40"]
    assert [row.code for row in actions.find(place.nominator, Filters(search="tt-2026")).rows] == ["TT-2026-0001"]
    assert actions.find(place.nominator, Filters(subject=Subject.ACHIEVEMENT)).total == 1
    drafts = actions.find(place.nominator, Filters(states=(State.DRAFT,)))
    assert (drafts.total, drafts.counts) == (1, everything.counts)
    assert len(actions.find(place.nominator, limit=2, offset=2).rows) == 1
    assert actions.find(place.secretary).counts == {State.ENDORSED: 1}
    assert actions.find(place.leader).counts == {State.SUBMITTED: 1, State.ENDORSED: 1}
    assert actions.find(people.actor(Role.UNIT_LEADER, unit=world.unit())).counts == {}


def test_the_history_is_told_in_plain_words(place):
    sent = place.submitted()
    back = actions.send_back(place.leader, sent.id, sent.version, [Reason("", "Thiếu minh chứng.")])
    actions.submit(place.nominator, back.id, back.version)
    assert [line.sentence for line in actions.history(place.nominator, sent.id)] == [
        "Đỗ Thị Thanh gửi hồ sơ: lần thứ 2.",
        "Hoàng Đức Ân trả lại người lập: Thiếu minh chứng.",
        "Đỗ Thị Thanh gửi hồ sơ.",
        "Đỗ Thị Thanh lập hồ sơ.",
    ]


def test_the_whole_case_is_what_its_parts_are(place):
    sent = place.submitted()
    shown = actions.whole(place.leader, sent.id)
    assert (shown.case, list(shown.files), list(shown.revisions), list(shown.history), shown.opinion) == (
        actions.get(place.leader, sent.id), actions.evidence(place.leader, sent.id), actions.revisions(place.leader, sent.id),
        actions.history(place.leader, sent.id), None,
    )  # fmt: skip
    with pytest.raises(NotFound):
        actions.whole(place.secretary, sent.id)


def test_contacts_are_for_the_unit_and_the_secretary_only(place):
    made = place.endorsed()
    watcher = people.actor(Role.LEADER, unit=place.unit)
    assert actions.get(place.secretary, made.id).contact == "0900 000 000"
    assert actions.get(watcher, made.id).contact == ""


def test_what_is_typed_survives_and_only_its_writer_has_it(place):
    typed = {"title": "Trả lại", "deed_date": "31/02/2026", "told": False}
    assert actions.kept_draft(place.nominator, "deed") is None
    actions.keep_draft(place.nominator, "deed", {"title": "Trả"})
    at = actions.keep_draft(place.nominator, "deed", typed)
    assert actions.kept_draft(place.nominator, "deed") == (typed, at)
    assert actions.kept_draft(people.actor(Role.NOMINATOR, unit=place.unit), "deed") is None
    actions.drop_draft(place.nominator, "deed")
    assert actions.kept_draft(place.nominator, "deed") is None


def test_a_later_room_locks_a_case_in_the_version_that_was_looked_at(place):
    made = place.endorsed()
    with transaction(place.secretary) as t:
        assert actions.lock(t, made.id, made.version) == made
        with pytest.raises(Stale):
            actions.lock(t, made.id, made.version - 1)
        after = actions.change_state(t, made, State.ACCEPTED, accepted_at=made.created_at)
        assert (after.state, after.accepted_at, after.version) == (State.ACCEPTED, made.created_at, made.version + 1)
        with pytest.raises(TypeError):
            actions.change_state(t, after, State.RETURNED, title="x")
        revision = actions.latest_revision(t, made.id)
        assert revision is not None
        assert revision.number == 1
    with transaction(people.nobody()) as t, pytest.raises(NotFound):
        actions.lock(t, made.id)
