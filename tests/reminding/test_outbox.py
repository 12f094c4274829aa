"""Composing, looking, changing, leaving out, sending: nothing leaves before a person looked; on both engines."""

import io
import zipfile
from datetime import timedelta
from uuid import uuid4

import pytest

from recognition.hall import audit
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from recognition.reminding import actions
from recognition.reminding.terms import Composed, Grade, Kind, LetterState, Outcome, Pace, Way, WayState
from tests.documents.reading import lines
from tests.reminding.conftest import TODAY, House
from tests.support import people, world
from vietnamese import dates

BUILD, HEALTH, VET = "Chi bộ Sở Xây dựng", "Chi bộ Sở Y tế", "Chi bộ Trạm Thú y"


@pytest.mark.proves("F13.03", "F13.04")
def test_composing_makes_one_draft_for_each_unit_and_tells_nobody(house):
    house.deadline()
    house.register(house.other)
    assert actions.compose(house.secretary, house.issuer) == Composed(2, 0, 0)
    found = house.drafts()
    assert set(found) == {BUILD, VET}
    one = found[BUILD]
    assert (one.subject, one.grade, one.state, one.to_unit, one.ways) == ("đôn đốc đăng ký mô hình", Grade.COMING, LetterState.DRAFT, house.unit, ())
    assert [(each.kind, each.object_id, each.sentence) for each in one.things] == [
        (Kind.REGISTER, house.campaign, "Đăng ký mô hình «Dân vận khéo» của phong trào «Dân vận khéo năm 2026»: hạn 27/11/2026, còn 3 ngày."),
    ]
    assert (house.told(house.nominator), house.told(house.leader)) == ([], [])


@pytest.mark.proves("F13.04")
def test_composing_twice_changes_nothing_and_a_second_click_neither(house):
    house.deadline()
    before = house.composed()
    assert actions.compose(house.secretary, house.issuer) == Composed(0, 0, 0)
    assert house.drafts() == before
    assert house.entries("compose_letters") == 1
    key = uuid4()
    actions.compose(house.secretary, house.issuer, key)
    with pytest.raises(AlreadyDone):
        actions.compose(house.secretary, house.issuer, key)


@pytest.mark.proves("F13.04")
def test_a_draft_of_yesterday_is_made_anew_and_not_called_new(house):
    house.deadline()
    drafts = house.composed()
    with dates.fixed(TODAY + timedelta(days=1)):
        assert actions.compose(house.secretary, house.issuer) == Composed(0, 0, 0, len(drafts))
        assert house.drafts()[BUILD].things[0].sentence.endswith("hạn 27/11/2026, còn 2 ngày.")


@pytest.mark.proves("F13.04")
def test_a_draft_whose_thing_is_done_goes_away_a_changed_one_is_put_aside_with_its_words(house):
    house.deadline()
    found = house.composed()
    changed = actions.edit(house.secretary, found[BUILD].id, 1, "đôn đốc đăng ký", "Đề nghị chi bộ đăng ký ngay.")
    house.register(house.unit)
    house.register(house.paper)
    assert actions.compose(house.secretary, house.issuer) == Composed(0, 2, 0)
    assert set(house.drafts()) == {HEALTH}
    (aside,) = house.letters(LetterState.LEFT_OUT)
    assert (aside.id, aside.body, aside.things) == (changed.id, "Đề nghị chi bộ đăng ký ngay.", ())
    assert aside.reason == "Có việc trong thư đã xong hoặc không còn đúng; phần còn lại, nếu có, được soạn thành thư mới."


@pytest.mark.proves("F13.04")
def test_changed_words_stay_when_letters_are_composed_again_and_are_what_is_sent(house):
    house.deadline()
    changed = actions.edit(house.secretary, house.composed()[BUILD].id, 1, " đôn đốc  đăng ký ", "Đề nghị chi bộ đăng ký.\nGửi trước thứ Sáu.\n")
    assert (changed.subject, changed.body, changed.version) == ("đôn đốc đăng ký", "Đề nghị chi bộ đăng ký.\nGửi trước thứ Sáu.", 2)
    assert actions.compose(house.secretary, house.issuer) == Composed(0, 0, 0)
    assert house.drafts()[BUILD] == changed
    assert house.send(changed) == Outcome(1, ())
    assert house.told(house.nominator) == house.told(house.leader) == ["Phạm Thu Hà nhắc: Đề nghị chi bộ đăng ký. Gửi trước thứ Sáu."]
    assert house.told(house.neighbour) == []


@pytest.mark.proves("F13.04")
def test_a_letter_is_sent_once_and_says_by_whom_when_and_to_whom(house):
    house.deadline()
    draft = house.composed()[BUILD]
    assert actions.reaches(house.secretary, draft.id) == "Hiện trong «Việc cần làm» của Hoàng Đức Ân, Đỗ Thị Thanh."
    key = uuid4()
    chosen = [(draft.id, draft.version)]
    assert actions.approve(house.secretary, chosen, key) == Outcome(1, ())
    with pytest.raises(AlreadyDone):
        actions.approve(house.secretary, chosen, key)
    assert house.send(draft) == Outcome(0, ((BUILD, f"Thư gửi {BUILD} đang ở trạng thái «Đã gửi» nên không làm được việc này."),))
    sent = actions.get(house.secretary, draft.id)
    assert (sent.state, sent.decided_by, sent.composed_by) == (LetterState.SENT, "Phạm Thu Hà", "Phạm Thu Hà")
    assert sent.decided_at is not None
    assert [(way.way, way.to, way.state) for way in sent.ways] == [(Way.INBOX, "Hoàng Đức Ân", WayState.SENT), (Way.INBOX, "Đỗ Thị Thanh", WayState.SENT)]
    assert len(house.told(house.nominator)) == 1
    with reading(None) as t:
        assert [entry["verb"] for entry in audit.history(t, actions.KIND, draft.id)] == ["send_letter"]


@pytest.mark.proves("F13.03")
def test_the_same_thing_is_told_again_only_after_the_pace(house):
    house.deadline(day=TODAY + timedelta(days=1))
    house.send(house.composed()[BUILD])
    assert actions.compose(house.secretary, house.issuer) == Composed(0, 0, 1)
    with dates.fixed(TODAY + timedelta(days=6)):
        assert actions.compose(house.secretary, house.issuer).waiting == 1
        assert BUILD not in house.drafts()
    with dates.fixed(TODAY + timedelta(days=7)):
        assert house.composed()[BUILD].grade is Grade.LATE
    actions.set_pace(house.secretary, house.issuer, Pace(7, 2, 10))
    with dates.fixed(TODAY + timedelta(days=2)):
        assert BUILD in house.composed()


@pytest.mark.proves("F13.04")
def test_what_was_left_out_is_not_composed_again_at_once(house):
    house.deadline()
    draft = house.composed()[BUILD]
    out = actions.leave_out(house.secretary, draft.id, draft.version, " Đã gọi điện ")
    assert (out.state, out.reason, out.decided_by) == (LetterState.LEFT_OUT, "Đã gọi điện", "Phạm Thu Hà")
    assert BUILD not in house.composed()
    assert house.told(house.nominator) == []
    assert house.send(out).refused == ((BUILD, f"Thư gửi {BUILD} đang ở trạng thái «Đã bỏ» nên không làm được việc này."),)
    with pytest.raises(Invalid):
        actions.leave_out(house.secretary, draft.id, out.version)


@pytest.mark.proves("F13.04")
def test_many_are_sent_at_once_and_those_that_may_not_go_say_why(house):
    house.deadline()
    found = house.composed()
    actions.edit(house.secretary, found[HEALTH].id, 1, "đôn đốc", "Đề nghị chi bộ đăng ký.")
    house.register(house.unit)
    house.dissolve(house.paper)
    done = actions.approve(house.secretary, [(letter.id, letter.version) for letter in found.values()] + [(uuid4(), 1)])
    sentence = found[BUILD].things[0].sentence
    assert done == Outcome(0, (
        (BUILD, f"Việc này đã xong hoặc không còn đúng: {sentence} Anh/chị bấm «Soạn thư nhắc» để soạn lại."),
        (HEALTH, "Thư này vừa được người khác sửa hoặc xử lý. Anh/chị xem lại."),
        (VET, "Đơn vị đã kết thúc hoạt động nên không gửi được. Anh/chị bỏ thư này."),
        ("Thư đã chọn", "1 thư không còn trong danh sách; có thể đã được soạn lại."),
    ))  # fmt: skip
    assert actions.outdated(house.secretary, found[BUILD].id) == sentence
    assert house.told(house.nominator) == []


@pytest.mark.proves("F13.04")
def test_a_unit_without_accounts_gets_a_letter_on_paper(house):
    house.deadline()
    draft = house.composed()[VET]
    assert actions.reaches(house.secretary, draft.id) == "Đơn vị chưa có tài khoản nào, nên thư đi bằng công văn giấy: duyệt xong thì tải tệp Word."
    with pytest.raises(Invalid) as wrong:
        actions.word(house.secretary, draft.id)
    assert wrong.value.fields == {"": "Thư chưa duyệt nên chưa lấy được tệp Word. Anh/chị duyệt thư trước."}
    house.send(draft)
    waiting = actions.get(house.secretary, draft.id)
    assert (waiting.state, waiting.on_paper) == (LetterState.APPROVED, True)
    said = lines(actions.word(house.secretary, draft.id))
    assert {"Kính gửi: Chi bộ Trạm Thú y", "Về việc đôn đốc đăng ký mô hình", "ĐẢNG CỘNG SẢN VIỆT NAM", "Lê Quang Vinh"} <= set(said)
    assert draft.things[0].sentence in "\n".join(said)
    with zipfile.ZipFile(io.BytesIO(actions.every(house.secretary, house.issuer))) as bundle:
        assert bundle.namelist() == ["01 Đôn đốc Chi bộ Trạm Thú y.docx"]
    for number, day in (("", None), ("15-CV/ĐUCCQ", TODAY + timedelta(days=1))):
        with pytest.raises(Invalid):
            actions.sent_on_paper(house.secretary, draft.id, waiting.version, number, day)
    sent = actions.sent_on_paper(house.secretary, draft.id, waiting.version, "15-CV/ĐUCCQ", TODAY)
    assert (sent.state, sent.ways[0].to) == (LetterState.SENT, "Công văn số 15-CV/ĐUCCQ, ngày 24 tháng 11 năm 2026")
    with pytest.raises(Invalid):
        actions.every(house.secretary, house.issuer)
    with pytest.raises(Invalid):
        actions.sent_on_paper(house.secretary, draft.id, sent.version, "15-CV/ĐUCCQ", TODAY)


@pytest.mark.proves("F13.04")
def test_only_the_organ_s_secretary_sees_and_sends(house):
    house.deadline()
    draft = house.composed()[BUILD]
    for who in (house.nominator, house.leader, people.actor(Role.CLERK, issuer=house.issuer), people.actor(Role.ADMINISTRATOR), people.nobody()):
        for call in (
            lambda who: actions.compose(who, house.issuer), lambda who: actions.find(who, house.issuer, LetterState.DRAFT), actions.counts,
            lambda who: actions.approve(who, [(draft.id, 1)]), lambda who: actions.pace(who, house.issuer), lambda who: actions.every(who, house.issuer),
        ):  # fmt: skip
            with pytest.raises(NotAllowed):
                call(who)
        with pytest.raises(NotFound):
            actions.get(who, draft.id)
    with pytest.raises(NotAllowed):
        actions.compose(house.stranger, house.issuer)
    with pytest.raises(NotFound):
        actions.edit(house.stranger, draft.id, 1, "x", "y")
    assert actions.approve(house.stranger, [(draft.id, 1)]) == Outcome(0, (("Thư đã chọn", "1 thư không còn trong danh sách; có thể đã được soạn lại."),))
    assert actions.organs(house.secretary) == {house.issuer: "Đảng uỷ các cơ quan Đảng tỉnh"}
    assert actions.counts(house.stranger).of(LetterState.DRAFT) == 0
    assert actions.counts(house.secretary).of(LetterState.DRAFT) == 3


@pytest.mark.proves("F13.04")
def test_wrong_words_and_old_versions_are_refused(house):
    house.deadline()
    draft = house.composed()[BUILD]
    with pytest.raises(Invalid) as wrong:
        actions.edit(house.secretary, draft.id, 1, "đôn đốc", "Số 038099001234")
    assert set(wrong.value.fields) == {"body"}
    actions.edit(house.secretary, draft.id, 1, "đôn đốc", "Đề nghị đăng ký.")
    for call in (actions.edit, actions.leave_out):
        with pytest.raises(Stale):
            call(house.secretary, draft.id, 1, *(("x", "y") if call is actions.edit else ()))
    with pytest.raises(Invalid) as wrong:
        actions.approve(house.secretary, [])
    assert wrong.value.fields == {"": "Anh/chị chọn ít nhất một thư."}
    with pytest.raises(Invalid):
        actions.set_pace(house.secretary, house.issuer, Pace(0, 7, 7))
    actions.set_pace(house.secretary, house.issuer, Pace(5, 7, 7))
    with pytest.raises(Stale):
        actions.set_pace(house.secretary, house.issuer, Pace(6, 7, 7))
    assert actions.pace(house.secretary, house.issuer) == Pace(5, 7, 7, 1)
    assert actions.set_pace(house.secretary, house.issuer, Pace(6, 7, 7, 1)) == Pace(6, 7, 7, 2)


@pytest.mark.proves("F13.04")
def test_a_state_organ_s_letter_has_its_own_form(database):
    with dates.fixed(TODAY):
        house = House(name="Sở Nội vụ", track="state", short_sign="SNV", superior="Uỷ ban nhân dân tỉnh")
        house.deadline()
        draft = house.composed()[VET]
        house.send(draft)
        said = lines(actions.word(house.secretary, draft.id))
    assert any(line.startswith("Số:") and line.endswith("/SNV") for line in said)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said


@pytest.mark.proves("F13.04")
def test_the_right_is_asked_for_the_secretary_of_today(house):
    """A unit whose only account is the one that sends has nobody else to tell: its letter goes on paper."""
    house.deadline()
    people.grant(house.secretary.account_id, Role.NOMINATOR, unit=house.paper)
    draft = house.composed()[VET]
    house.send(draft)
    assert actions.get(house.secretary, draft.id).on_paper
    assert house.told(house.secretary) == []


@pytest.mark.proves("F13.04")
def test_somebody_whose_account_was_closed_is_not_written_to(house):
    reviewer = people.actor(name="Nguyễn Thị Vân")
    assigned(house, reviewer, due=TODAY)
    draft = house.composed()["Nguyễn Thị Vân"]
    with transaction(None) as t:
        t.run("update account set disabled_at = $2 where id = $1", reviewer.account_id, dates.now_utc())
    assert house.send(draft).refused == (("Nguyễn Thị Vân", "Tài khoản của người này đã khoá nên không gửi được. Anh/chị bỏ thư này."),)
    assert actions.reaches(house.secretary, draft.id) == "Tài khoản này đã khoá."
    assert "Nguyễn Thị Vân" not in house.composed()


def assigned(house, reviewer, due):
    """A case of the campaign that `reviewer` was asked to score."""
    from tests.support import cases

    made = cases.case(house.issuer, house.unit, world.award_type(f"giay_khen.{uuid4().hex[:6]}"), state="accepted", campaign_id=house.campaign)
    with transaction(None) as t:
        t.run(
            """
            insert into review_assignment (id, nomination_id, account_id, assigned_by, assigned_at, due, state, remark, locked_at, entered_by, reminded_at, version)
            values ($1, $2, $3, $4, $5, $6, 'open', '', null, null, null, 1)
            """,
            uuid4(), made, reviewer.account_id, house.secretary.account_id, dates.now_utc(), due,
        )  # fmt: skip
    return made
