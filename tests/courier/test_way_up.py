"""Cases go up in a parcel, are seen row by row, and are taken in to where a secretary screens."""

from dataclasses import replace
from datetime import date

import pytest

import db
import parcel
from recognition.catalogue.terms import RecipientKind
from recognition.courier import actions, keys
from recognition.courier.terms import RowKind, Terms
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import transaction
from recognition.hall.words import Role, State
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Change, Nominee, Reason
from recognition.screening import actions as screening
from tests.courier.conftest import UNIT, kinds, photo, whole
from tests.support import people, world


@pytest.mark.proves("N24")
def test_a_case_goes_up_whole_and_waits_for_the_secretary_above(levels):
    with levels.lower.here():
        sent = levels.lower.accepted(picture_of=photo())
    arrived = levels.up(sent.id)
    with levels.lower.here():
        after = nominations.get(levels.lower.secretary, sent.id)
        assert (after.state, nominations.history(levels.lower.secretary, sent.id)[0].sentence) == (State.FORWARDED, after_sentence(levels))
    with levels.upper.here():
        assert kinds(levels.upper.rows(arrived)) == [RowKind.NEW]
        assert [done.ok for done in levels.upper.takes(arrived)] == [True]
        (case,) = levels.upper.cases()
        assert (case.state, case.recipient_name, case.title, case.unit_name, case.deed.story, case.deed.deed_date, case.told, case.contact) == (
            State.ENDORSED, "Lê Văn Tòng", sent.title, UNIT, sent.deed.story, date(2026, 11, 20), True, "",
        )  # fmt: skip
        (file,) = nominations.evidence(levels.upper.secretary, case.id)
        assert (file.caption, file.media_type) == ("Lúc trao lại", "image/jpeg")
        assert "Gói số 1 ngày 27/11/2026 của Đảng uỷ xã Phú Lộc, hồ sơ " + sent.code in nominations.history(levels.upper.secretary, case.id)[0].sentence
        assert screening.accept(levels.upper.secretary, *whole(case)).state is State.ACCEPTED
        with levels.upper.database.read() as tx:
            assert db.chain.verify(tx).ok


def after_sentence(levels) -> str:
    return "Phạm Thu Hà gửi trong gói: Gói số 1 gửi Đảng uỷ các cơ quan Đảng tỉnh."


@pytest.mark.proves("N24")
def test_the_same_parcel_and_the_same_case_are_not_taken_twice(levels):
    with levels.lower.here():
        sent = levels.lower.accepted()
        data = levels.lower.sends(levels.above, sent.id)
    with levels.upper.here():
        first = levels.upper.opens(data)
        levels.upper.takes(first)
        with pytest.raises(Invalid) as refused:
            levels.upper.opens(data)
        assert refused.value.sentence.startswith("Gói số 1 của Đảng uỷ xã Phú Lộc đã mở ngày 27/11/2026.")
        assert [done.ok for done in actions.take(levels.upper.secretary, first.id, [sent.id], Terms(levels.upper.office.issuer))] == [True]
        assert len(levels.upper.cases()) == 1
    again = levels.up(sent.id)
    with levels.upper.here():
        assert (kinds(levels.upper.rows(again)), again.waiting) == ([RowKind.SAME], 0)


@pytest.mark.proves("N24")
def test_a_mended_case_comes_as_a_change_field_by_field_once_it_was_returned_here(levels):
    with levels.lower.here():
        sent = levels.lower.accepted(picture_of=photo())
    first = levels.up(sent.id)
    with levels.upper.here():
        levels.upper.takes(first)
        (case,) = levels.upper.cases()
        case = screening.accept(levels.upper.secretary, *whole(case))
    with levels.lower.here():
        forwarded = nominations.get(levels.lower.secretary, sent.id)
        screening.return_to_unit(levels.lower.secretary, *whole(forwarded), [Reason("deed.place", "Ghi rõ bến xe nào.")])
        deed = replace(nominations.as_input(forwarded).deed, place="Bến xe phía Bắc, cửa số 2")
        levels.lower.mended(sent.id, deed=deed)
    second = levels.up(sent.id)
    with levels.upper.here():
        (row,) = levels.upper.rows(second)
        assert (row.kind, row.changes) == (RowKind.CHANGED, (Change("Nơi làm", "Bến xe phía Bắc", "Bến xe phía Bắc, cửa số 2"),))
        assert row.stop == "Hồ sơ ở đây đang ở bước «Đang thẩm định». Anh/chị trả lại hồ sơ trước, rồi nhận từ gói này."
        assert [done.ok for done in actions.take(levels.upper.secretary, second.id, [sent.id], Terms(levels.upper.office.issuer))] == [False]
        screening.return_to_unit(levels.upper.secretary, *whole(nominations.get(levels.upper.secretary, case.id)), [Reason("", "Chờ bản mới.")])
        assert [done.ok for done in levels.upper.takes(second)] == [True]
        (after,) = levels.upper.cases()
        assert (after.id, after.state, after.deed.place, after.reasons) == (case.id, State.ENDORSED, "Bến xe phía Bắc, cửa số 2", ())
        assert [one.number for one in nominations.revisions(levels.upper.secretary, case.id)] == [2, 1]
        assert len(nominations.evidence(levels.upper.secretary, case.id)) == 1
        assert actions.get(levels.upper.secretary, second.id).waiting == 0


@pytest.mark.proves("N24")
def test_a_case_that_left_the_road_below_is_named_as_taken_back_in_the_next_parcel(levels):
    with levels.lower.here():
        sent, other = levels.lower.accepted(), levels.lower.accepted(title="Giúp dân dựng lại nhà")
    first = levels.up(sent.id)
    with levels.upper.here():
        levels.upper.takes(first)
    with levels.lower.here():
        screening.return_to_unit(levels.lower.secretary, *whole(nominations.get(levels.lower.secretary, sent.id)), [Reason("", "Rút lại.")])
        assert actions.to_take_back(levels.lower.secretary, levels.above.id) == (sent.code,)
    second = levels.up(other.id)
    with levels.upper.here():
        assert kinds(levels.upper.rows(second)) == [RowKind.NEW, RowKind.GONE]
        assert [done.ok for done in levels.upper.takes(second)] == [True, True]
        assert sorted(case.state for case in levels.upper.cases()) == [State.ENDORSED, State.WITHDRAWN]
        assert kinds(levels.upper.rows(second)) == [RowKind.SAME]
    with levels.lower.here():
        assert actions.to_take_back(levels.lower.secretary, levels.above.id) == ()


def test_an_older_parcel_that_is_opened_late_does_not_undo_a_newer_one(levels):
    with levels.lower.here():
        sent = levels.lower.accepted()
        old = levels.lower.sends(levels.above, sent.id)
        screening.return_to_unit(levels.lower.secretary, *whole(nominations.get(levels.lower.secretary, sent.id)), [Reason("", "Sửa.")])
        levels.lower.mended(sent.id, title="Trả lại 85.000.000 đồng cho người bệnh")
    new = levels.up(sent.id)
    with levels.upper.here():
        levels.upper.takes(new)
        late = levels.upper.opens(old)
        assert (kinds(levels.upper.rows(late)), late.waiting) == ([RowKind.OLDER], 0)
        assert [done.ok for done in actions.take(levels.upper.secretary, late.id, [sent.id], Terms(levels.upper.office.issuer))] == [True]
        assert [case.title for case in levels.upper.cases()] == ["Trả lại 85.000.000 đồng cho người bệnh"]


@pytest.mark.proves("N24")
def test_somebody_of_the_same_name_is_a_question(levels):
    with levels.upper.here():
        known = world.person("Lê Văn Tòng", unit_id=levels.upper.office.unit, birth_year=1980)
        world.person("Lê Văn Tòng", unit_id=levels.upper.office.unit, birth_year=1950)
    with levels.lower.here():
        sent = levels.lower.accepted()
    arrived = levels.up(sent.id)
    with levels.upper.here():
        (row,) = levels.upper.rows(arrived)
        assert [one.id for one in row.namesakes] == [known]
        ask = Terms(levels.upper.office.issuer)
        (done,) = actions.take(levels.upper.secretary, arrived.id, [sent.id], ask)
        assert (done.ok, done.sentence) == (False, "Ở đây đã có người tên Lê Văn Tòng. Anh/chị chọn đúng người ấy, hoặc chọn là người mới.")
        other = replace(ask, people={sent.id: world.person("Trần Thị Ánh", unit_id=levels.upper.office.unit)})
        assert [done.ok for done in actions.take(levels.upper.secretary, arrived.id, [sent.id], other)] == [False]
        assert [done.ok for done in actions.take(levels.upper.secretary, arrived.id, [sent.id], replace(ask, people={sent.id: known}))] == [True]
        assert [case.person_id for case in levels.upper.cases()] == [known]


@pytest.mark.proves("N24")
def test_an_award_that_is_not_in_the_catalogue_above_asks_for_another(levels):
    with levels.lower.here(), transaction(None) as t:
        t.run("update award_type set code = 'xa.giay_khen', name = 'Giấy khen của xã' where id = $1", levels.lower.place.award)
    with levels.lower.here():
        sent = levels.lower.accepted()
    arrived = levels.up(sent.id)
    with levels.upper.here():
        assert actions.unknown_awards(levels.upper.secretary, levels.upper.rows(arrived), levels.upper.office.issuer) == ("Giấy khen của xã",)
        assert [done.sentence for done in levels.upper.takes(arrived)] == [
            "Danh mục ở đây không có «Giấy khen của xã». Anh/chị chọn hình thức thay cho những hồ sơ như vậy."
        ]
        assert [done.ok for done in levels.upper.takes(arrived, award_type_id=levels.upper.office.award)] == [True]


@pytest.mark.proves("N24")
def test_nobody_is_trusted_before_the_digits_were_compared(strangers):
    lower, upper = strangers.lower, strangers.upper
    with upper.here():
        above = actions.own_card(upper.secretary)
    with lower.here():
        with pytest.raises(Invalid) as refused:
            actions.confirm(lower.secretary, above, "", None, compared=False)
        assert set(refused.value.fields) == {"compared", "spoken_with"}
        partner = actions.confirm(lower.secretary, actions.read_card(lower.secretary, above.to_bytes()), "đồng chí Vinh", None, compared=True)
        sent = lower.accepted()
        data = lower.sends(partner, sent.id)
    with upper.here():
        looked = actions.look(upper.secretary, data)
        assert (looked.partner, looked.card.name, looked.cases, looked.number) == (None, "Đảng uỷ xã Phú Lộc", 1, 1)
        with pytest.raises(Invalid) as unknown:
            upper.opens(data)
        assert unknown.value.sentence.startswith("Nơi gửi Đảng uỷ xã Phú Lộc chưa được xác nhận ở đây.")
        partner = actions.confirm(upper.secretary, looked.card, "đồng chí Hà", None, compared=True)
        arrived = upper.opens(data)
        assert [row.stop for row in upper.rows(arrived)] == [
            "Chưa chọn đơn vị đứng tên hồ sơ của Đảng uỷ xã Phú Lộc. Anh/chị chọn ở trang «Nơi gửi, nhận gói»."
        ]
        actions.change_unit(upper.secretary, partner.id, partner.version, upper.office.unit)
        assert [done.ok for done in upper.takes(arrived)] == [True]


def test_a_partner_whose_key_is_lost_sends_and_gets_nothing_until_confirmed_anew(levels):
    with levels.lower.here():
        sent = levels.lower.accepted()
        data = levels.lower.sends(levels.above, sent.id)
        ended = actions.end(levels.lower.secretary, levels.above.id, levels.above.version, "Máy bị mất")
        with pytest.raises(Invalid):
            levels.lower.sends(levels.above, sent.id)
        assert ended.ended_at is not None
    with levels.upper.here():
        actions.end(levels.upper.secretary, levels.below.id, levels.below.version, "Máy bị mất")
        with pytest.raises(Invalid):
            levels.upper.opens(data)
        assert actions.look(levels.upper.secretary, data).partner is None
        actions.confirm(levels.upper.secretary, actions.look(levels.upper.secretary, data).card, "đồng chí Hà", levels.upper.office.unit, compared=True)
        assert levels.upper.opens(data).waiting == 1


def test_a_parcel_for_another_key_says_so(levels, tmp_path):
    with levels.lower.here():
        data = levels.lower.sends(levels.above, levels.lower.accepted().id)
    with levels.upper.here():
        keys._file().unlink()
        with pytest.raises(Invalid) as refused:
            levels.upper.opens(data)
        assert f"dấu khoá {levels.above.fingerprint}" in refused.value.sentence


def test_what_screening_refuses_is_said_and_the_dossiers_papers_are_left_to_it(levels):
    with levels.upper.here(), transaction(None) as t:
        t.run("update award_type set dossier = $1", '["submission"]')
    with levels.lower.here():
        sent = levels.lower.accepted()
    arrived = levels.up(sent.id)
    with levels.upper.here():
        assert [done.ok for done in levels.upper.takes(arrived)] == [True]


@pytest.mark.proves("N24")
def test_others_neither_send_nor_open_and_a_secretary_only_for_the_own_organ(levels):
    with levels.lower.here():
        sent = levels.lower.accepted()
        for who in (levels.lower.place.nominator, levels.lower.place.leader, people.administrator(), people.nobody()):
            for act in (
                lambda who=who: actions.send(who, levels.above.id, [sent.id]), lambda who=who: actions.parcels(who),
                lambda who=who: actions.confirm(who, levels.above.card, "ai", None, compared=True), lambda who=who: actions.look(who, b""),
            ):  # fmt: skip
                with pytest.raises(NotAllowed):
                    act()
    arrived = levels.up(sent.id)
    with levels.upper.here():
        other = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn Viên chức tỉnh", short_sign="CĐVC"))
        with pytest.raises(NotAllowed):
            actions.take(other, arrived.id, [sent.id], Terms(levels.upper.office.issuer))


def test_cases_that_wait_for_another_organ_and_models_are_not_offered(levels):
    with levels.lower.here():
        sent = levels.lower.accepted()
        levels.lower.sends(levels.above, sent.id)
        third = parcel.card_of(parcel.new_keys(), "Nơi khác")
        elsewhere = actions.confirm(levels.lower.secretary, third, "ai đó", None, compared=True)
        assert [each.sent for each in actions.candidates(levels.lower.secretary, levels.above.id)] == ["Gói số 1"]
        assert actions.candidates(levels.lower.secretary, elsewhere.id) == ()
        with pytest.raises(Invalid) as refused:
            levels.lower.sends(elsewhere, sent.id)
        assert "đang chờ kết quả ở nơi khác" in refused.value.sentence
        with pytest.raises(Invalid) as nothing:
            levels.lower.sends(levels.above)
        assert nothing.value.fields == {"cases": "Anh/chị chọn ít nhất một hồ sơ để gửi."}


@pytest.mark.proves("N24")
def test_one_person_of_two_cases_below_is_one_person_above(levels):
    with levels.lower.here():
        sent = [levels.lower.accepted(), levels.lower.accepted(title="Giúp dân dựng lại nhà")]
    arrived = levels.up(*(each.id for each in sent))
    with levels.upper.here():
        told = []
        asked = Terms(levels.upper.office.issuer)
        assert [done.ok for done in actions.take(levels.upper.secretary, arrived.id, [each.id for each in sent], asked, lambda *step: told.append(step))] == [True, True]
        assert told == [(1, 2), (2, 2)]
        assert len({case.person_id for case in levels.upper.cases()}) == 1


def test_collectives_and_households_go_up_too(levels):
    with levels.lower.here():
        unit = levels.lower.accepted(nominee=Nominee(RecipientKind.COLLECTIVE, unit_id=levels.lower.place.unit))
        group = levels.lower.accepted(nominee=Nominee(RecipientKind.COLLECTIVE, unit_id=levels.lower.place.unit, group_name="Tổ tiêm chủng"))
        home = levels.lower.accepted(nominee=Nominee(RecipientKind.HOUSEHOLD, head_name="Bùi Văn Năm", address="Thôn Đông", commune="xã Phú Lộc"))
    arrived = levels.up(unit.id, group.id, home.id)
    with levels.upper.here():
        assert [done.sentence for done in levels.upper.takes(arrived)] == ["", "", ""]
        found = {(case.recipient_kind.value, case.recipient_name, case.recipient_unit_id) for case in levels.upper.cases()}
        above = levels.upper.office.unit
        assert found == {("collective", UNIT, above), ("collective", "Tổ tiêm chủng", above), ("household", "Hộ gia đình Bùi Văn Năm", None)}
