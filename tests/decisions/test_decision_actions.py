"""Decisions: drafted, numbered, recorded once and for all; what is frozen stays; on both engines."""

from datetime import date
from uuid import uuid4

import pytest

from recognition.council import actions as council
from recognition.council.terms import OpinionInput, PostingInput
from recognition.decisions import actions
from recognition.decisions.store import awards as award_store
from recognition.decisions.terms import AwardState, DecisionState, ExternalInput, ExternalLine, LineChange, Origin
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, State
from recognition.nominations import actions as nominations
from tests.decisions.conftest import DAY, head
from tests.support import cases, people, world


def invalid(call) -> set[str]:
    with pytest.raises(Invalid) as found:
        call()
    return set(found.value.fields)


@pytest.mark.proves("F08.01")
def test_a_draft_takes_what_passed_in_ceremony_order_and_nothing_else(office):
    one, group = office.case("Trần Thị Ánh"), office.case("Tổ y tế thôn", kind="collective")
    failed = office.case("Vũ Văn Bình", state="failed")
    session = office.session(one, group, failed=(failed,))
    draft = actions.from_session(office.secretary, session, "commend")
    assert [(line.number, line.kind.value, line.full_name, line.post, line.unit, line.amount, line.formula) for line in draft.lines] == [
        (1, "collective", "Chi bộ Trạm Y tế Phú Lộc", "", "", 1_520_000, draft.lines[0].formula),
        (2, "individual", "Đồng chí Trần Thị Ánh", "Y sĩ", "Chi bộ Trạm Y tế Phú Lộc", 760_000, draft.lines[1].formula),
    ]  # fmt: skip
    with pytest.raises(Invalid):
        actions.from_session(office.secretary, session, "commend", [failed])
    with pytest.raises(Invalid):
        actions.from_session(office.secretary, session, "commend")  # all lie in a draft already


@pytest.mark.proves("F08.01")
def test_recording_makes_the_awards_and_moves_the_cases(office):
    case = office.case("Trần Thị Ánh")
    decision = office.recorded(case)
    assert (decision.number_text, decision.numbering_period, decision.state) == ("214-QĐ/ĐUCCQ", "2026", DecisionState.RECORDED)
    (award,) = actions.awards(office.secretary, decision.id)
    assert (award.full_name, award.post, award.unit, award.amount, award.state) == (
        "Đồng chí Trần Thị Ánh", "Y sĩ", "Chi bộ Trạm Y tế Phú Lộc", 760_000, AwardState.IN_FORCE,
    )  # fmt: skip
    assert cases.state_of(case) == "awarded"
    with reading(None) as t:
        raw = award_store.raw(t, award.id)
    assert (raw["deed_date"], raw["reported_date"], raw["field"], raw["recipient_class"], raw["commendation"]) == (
        date(2026, 10, 3), date(2026, 10, 3), "culture_society", "direct_worker", "campaign",
    )  # fmt: skip


@pytest.mark.proves("F01.05")
def test_renaming_a_person_and_a_unit_changes_no_recorded_award(office):
    person = world.person("Trần Thị Ánh", unit_id=office.unit)
    decision = office.recorded(office.case("Trần Thị Ánh", person_id=person))
    before = actions.awards(office.secretary, decision.id)
    with transaction(None) as t:
        t.run("update person set name = 'Trần Thị Minh Ánh', salutation = 'Bà' where id = $1", person)
        t.run("update unit_name set name = 'Chi bộ Trung tâm Y tế' where unit_id = $1", office.unit)
        t.run("update post set title = 'Bác sĩ' where person_id = $1", person)
        t.run("update issuer set name = 'Tên khác' where id = $1", office.issuer)
    assert actions.awards(office.secretary, decision.id) == before
    assert actions.get(office.secretary, decision.id).issuer_frozen["name"] == "Đảng uỷ các cơ quan Đảng tỉnh"


@pytest.mark.proves("F01.05")
def test_names_are_those_of_the_decisions_day(office):
    with transaction(None) as t:
        t.run("update unit_name set to_date = $2 where unit_id = $1", office.unit, date(2026, 11, 24))
        t.run(
            """
            insert into unit_name (id, unit_id, name, short_name, kind, parent_id, from_date, to_date, search, name_sort)
            values ($1, $2, 'Chi bộ Trung tâm Y tế Phú Lộc', 'CB TTYT', 'party_cell', null, $3, null, '', '')
            """,
            uuid4(), office.unit, date(2026, 11, 25),
        )
    session = office.session(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"), day=date(2026, 11, 20))
    first = actions.from_session(office.secretary, session, "commend")
    assert {line.unit for line in first.lines} == {"Chi bộ Trung tâm Y tế Phú Lộc"}
    done = actions.record(office.secretary, first.id, first.version, 1, date(2026, 11, 24))
    assert {line.unit for line in done.lines} == {"Chi bộ Trạm Y tế Phú Lộc"}


@pytest.mark.proves("F08.06")
def test_those_who_nominated_hear_what_became_of_each_case_with_the_reason(office):
    draft = office.draft(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    out = next(line for line in draft.lines if line.name == "Lê Văn Tòng")
    draft = actions.leave_out(office.secretary, draft.id, draft.version, out.id, "Chờ kết luận kiểm tra.")
    actions.record(office.secretary, draft.id, draft.version, 214, DAY)
    with reading(None) as t:
        told = {row["name"]: row["sentence"] for row in t.all(
            """
            select r.name, k.sentence from notice k join nomination n on n.id = k.object_id join recipient r on r.id = n.recipient_id
            where k.account_id = n.created_by
            """
        )}  # fmt: skip
    assert sorted(told) == ["Lê Văn Tòng", "Trần Thị Ánh"]
    assert told["Lê Văn Tòng"].startswith("Hồ sơ «")
    assert told["Lê Văn Tòng"].endswith("» không được duyệt: Chờ kết luận kiểm tra.")
    assert told["Trần Thị Ánh"].startswith("Đã khen thưởng: «")


@pytest.mark.proves("F04.07")
def test_a_sentence_changed_by_the_secretary_stands_in_the_cases_history_and_its_maker_is_told(office):
    draft = office.draft(office.case("Trần Thị Ánh"))
    (line,) = draft.lines
    draft = actions.change_line(office.secretary, draft.id, draft.version, line.id, LineChange("Đã cứu hai học sinh đuối nước"))
    actions.change_line(office.secretary, draft.id, draft.version, line.id, LineChange("Đã cứu hai học sinh đuối nước"))
    told = f"{office.secretary.name} sửa câu trên giấy khen: «{line.wording}» thành «Đã cứu hai học sinh đuối nước»."
    assert [one.sentence for one in nominations.history(office.secretary, line.nomination_id)] == [told]
    with transaction(None) as t:
        maker = t.value("select created_by from nomination where id = $1", line.nomination_id)
        sentences = [row["sentence"] for row in t.all("select sentence from notice where account_id = $1", maker)]
    assert sentences == [
        f"{office.secretary.name} sửa câu trên giấy khen của «{nominations.get(office.secretary, line.nomination_id).title}»: "
        f"«{line.wording}» thành «Đã cứu hai học sinh đuối nước»."
    ]


@pytest.mark.parametrize(("day", "amount"), ((date(2026, 6, 30), 710_000), (date(2026, 7, 1), 760_000)))
def test_money_follows_the_base_salary_of_the_decisions_day(office, day, amount):
    session = office.session(office.case(), day=date(2026, 6, 1))
    draft = actions.from_session(office.secretary, session, "commend")
    done = actions.record(office.secretary, draft.id, draft.version, 5, day)
    assert [line.amount for line in done.lines] == [amount]


@pytest.mark.proves("F08.01")
def test_a_number_stands_once_in_the_book_of_its_year(office):
    office.recorded(office.case("Một"), number=214)
    draft = office.draft(office.case("Hai"))
    assert actions.suggest_number(office.secretary, draft.id, DAY) == (215, "215-QĐ/ĐUCCQ")
    assert invalid(lambda: actions.record(office.secretary, draft.id, draft.version, 214, DAY)) == {"number"}
    assert cases.state_of(draft.lines[0].nomination_id) == "passed"
    session = office.session(office.case("Ba"), day=date(2025, 12, 1))
    old = actions.from_session(office.secretary, session, "commend")
    assert actions.record(office.secretary, old.id, old.version, 214, date(2025, 12, 31)).numbering_period == "2025"


@pytest.mark.parametrize(
    ("number", "day", "fields"),
    (
        (0, DAY, {"number"}),
        ("hai trăm", DAY, {"number"}),
        (7, None, {"decided_on"}),
        (7, "31/02/2026", {"decided_on"}),
        (7, date(2026, 11, 27), {"decided_on"}),  # not yet
        (7, date(2026, 11, 25), {"decided_on"}),  # before the session
    ),
)
def test_wrong_numbers_and_days_are_refused(office, number, day, fields):
    draft = office.draft(office.case())
    assert invalid(lambda: actions.record(office.secretary, draft.id, draft.version, number, day)) == fields


def test_a_failure_in_the_middle_of_recording_leaves_nothing(office, monkeypatch):
    first, second = office.case("Một"), office.case("Hai")
    draft = office.draft(first, second)
    real, calls = nominations.change_state, []

    def breaks(*args, **kwargs):
        calls.append(1)
        if len(calls) == 2:
            raise RuntimeError("power cut")
        return real(*args, **kwargs)

    monkeypatch.setattr(nominations, "change_state", breaks)
    with pytest.raises(RuntimeError):
        actions.record(office.secretary, draft.id, draft.version, 214, DAY)
    after = actions.get(office.secretary, draft.id)
    assert (after.state, after.number, actions.awards(office.secretary, draft.id)) == (DecisionState.DRAFT, None, ())
    assert {cases.state_of(first), cases.state_of(second)} == {"passed"}


def test_the_same_click_twice_records_once_and_two_people_do_not_overwrite(office):
    draft, key = office.draft(office.case()), uuid4()
    other = people.actor(Role.SECRETARY, issuer=office.issuer)
    done = actions.record(office.secretary, draft.id, draft.version, 214, DAY, key)
    with pytest.raises(AlreadyDone):
        actions.record(office.secretary, draft.id, draft.version, 214, DAY, key)
    with pytest.raises(Stale):
        actions.record(other, draft.id, draft.version, 215, DAY)
    with pytest.raises(NotAllowed):
        actions.change(other, done.id, done.version, head(done))
    assert len(actions.awards(office.secretary, done.id)) == 1


def test_leaving_somebody_out_needs_a_reason_and_ends_their_case(office):
    kept, out = office.case("Một"), office.case("Hai")
    draft = office.draft(kept, out)
    line = next(line for line in draft.lines if line.nomination_id == out)
    draft = actions.leave_out(office.secretary, draft.id, draft.version, line.id, "Đã được khen cùng thành tích")
    done = actions.record(office.secretary, draft.id, draft.version, 214, DAY)
    assert [award.name for award in actions.awards(office.secretary, done.id)] == ["Một"]
    assert (cases.state_of(kept), cases.state_of(out)) == ("awarded", "not_approved")


@pytest.mark.proves("F08.01")
def test_somebody_on_hold_after_the_vote_is_not_signed(office):
    case = office.case("Một")
    draft = office.draft(case, office.case("Hai"))
    with transaction(None) as t:
        t.run(
            "insert into hold (id, nomination_id, person_id, unit_id, reason, paper, from_date, to_date, cleared_paper, recorded_by, version) "
            "values ($1, $2, null, null, 'Đang xác minh đơn', '', $3, null, null, $1, 1)",
            uuid4(), case, date(2026, 11, 25),
        )
    with pytest.raises(Invalid) as refused:
        actions.record(office.secretary, draft.id, draft.version, 214, DAY)
    assert refused.value.fields == {
        "lines": "Đang tạm dừng xét hoặc đang bị kỷ luật: Một (Đang xác minh đơn). Anh/chị để ra ngoài quyết định này, có ghi lý do."
    }


def test_a_dissolved_collective_is_not_rewarded(office):
    draft = office.draft(office.case("Tổ y tế", kind="collective"))
    with transaction(None) as t:
        t.run("update unit set to_date = $2 where id = $1", office.unit, date(2026, 11, 1))
    assert invalid(lambda: actions.record(office.secretary, draft.id, draft.version, 214, DAY)) == {"lines"}


@pytest.mark.proves("F04.02")
def test_a_spot_case_is_rewarded_straight_from_screening_with_its_clause(office):
    spot, merit = office.case("Một", state="accepted", commendation="spot"), office.case("Hai", state="accepted")
    assert invalid(lambda: actions.simplified(office.secretary, office.issuer, [spot], " ")) == {"clause"}
    assert invalid(lambda: actions.simplified(office.secretary, office.issuer, [merit], "Luật TĐKT, Điều 85")) == {"lines"}
    draft = actions.simplified(office.secretary, office.issuer, [spot], "Luật Thi đua, khen thưởng, Điều 85")
    done = actions.record(office.secretary, draft.id, draft.version, 215, DAY)
    assert (done.origin, cases.state_of(spot)) == (Origin.SIMPLIFIED, "awarded")


def test_a_written_opinion_rewards_from_the_shortlist(office):
    case = office.case("Một", state="shortlisted")
    draft = actions.written_opinion(office.secretary, office.issuer, "commend", [case], "Báo cáo tổng hợp ý kiến 12-BC/ĐUCCQ")
    actions.record(office.secretary, draft.id, draft.version, 215, DAY)
    assert cases.state_of(case) == "awarded"


def external(office, **changes) -> ExternalInput:
    line = ExternalLine("individual", "Hoàng Thị Út", office.award, "Có thành tích xuất sắc", "Bà", "Giáo viên", "Trường Tiểu học Phú Lộc", amount="710.000")
    data = {
        "issuer_id": office.issuer, "kind": "commend", "title": "về việc tặng Bằng khen", "number_text": "1322/QĐ-UBND",
        "decided_on": "25/03/2025", "signer_name": "Trần Văn Chính", "organ": "Chủ tịch Uỷ ban nhân dân tỉnh", "lines": (line,),
    } | changes  # fmt: skip
    return ExternalInput(**data)


@pytest.mark.proves("F08.04")
def test_an_outside_decision_counts_with_the_words_of_its_paper(office):
    done = actions.record_external(office.secretary, external(office))
    (award,) = actions.awards(office.secretary, done.id)
    assert (award.full_name, award.unit, award.amount, award.formula) == ("Bà Hoàng Thị Út", "Trường Tiểu học Phú Lộc", 710_000, "Theo quyết định")
    assert (done.origin, done.number, done.number_text, done.decided_on) == (Origin.EXTERNAL, None, "1322/QĐ-UBND", date(2025, 3, 25))
    assert invalid(lambda: actions.record_external(office.secretary, external(office))) == {"number_text"}
    with reading(None) as t:
        assert t.value("select count(*) from v_past_award where name = 'Hoàng Thị Út'") == 1


def test_an_earlier_decision_of_our_own_takes_its_number_in_the_book(office):
    done = actions.record_external(office.secretary, external(office, organ="", number_text="88-QĐ/ĐUCCQ", decided_on="20/11/2026"))
    assert (done.number, done.numbering_period) == (88, "2026")
    draft = office.draft(office.case())
    assert invalid(lambda: actions.record(office.secretary, draft.id, draft.version, 88, DAY)) == {"number"}


def test_every_wrong_line_of_an_outside_list_is_named_and_nothing_is_stored(office):
    good = external(office).lines[0]
    bad = ExternalLine("cá nhân", " ", office.award, "", amount="một triệu mốt")
    fields = invalid(lambda: actions.record_external(office.secretary, external(office, lines=(good, bad), decided_on="31/02/2025", scan=b"MZ...")))
    assert fields == {"decided_on", "scan"}
    fields = invalid(lambda: actions.record_external(office.secretary, external(office, lines=(good, bad))))
    assert fields == {"line.2.kind", "line.2.name", "line.2.wording", "line.2.amount"}
    assert actions.find(office.secretary).total == 0
    with reading(None) as t:
        assert t.value("select count(*) from recipient where name = 'Hoàng Thị Út'") == 0


@pytest.mark.proves("F08.04")
def test_a_forwarded_case_is_answered_by_an_outside_decision(office):
    case = office.case("Một", state="accepted")
    forwarded = actions.forward(office.secretary, case, 1, "Ban Thường vụ Tỉnh uỷ")
    assert forwarded.state is State.FORWARDED
    assert [line.id for line in actions.forwarded(office.secretary)] == [case]
    line = ExternalLine("individual", "Một", office.award, "Có thành tích xuất sắc", nomination_id=case)
    actions.record_external(office.secretary, external(office, lines=(line,)))
    assert cases.state_of(case) == "awarded"


@pytest.mark.proves("F08.05")
def test_revoking_marks_the_award_by_which_decision_and_keeps_the_row(office):
    decision = office.recorded(office.case("Một"), office.case("Hai"))
    first, second = actions.awards(office.secretary, decision.id)
    assert invalid(lambda: actions.change_earlier(office.secretary, decision.id, "revoke", [first.id], "")) == {"reason"}
    draft = actions.change_earlier(office.secretary, decision.id, "revoke", [first.id], "Kê khai gian dối (Luật TĐKT, Điều 93)")
    done = actions.record(office.secretary, draft.id, draft.version, 220, DAY)
    assert [award.state for award in actions.awards(office.secretary, decision.id)] == [AwardState.REVOKED, AwardState.IN_FORCE]
    assert actions.awards(office.secretary, done.id) == ()
    with reading(None) as t:
        assert award_store.raw(t, first.id)["changed_by"] == done.id
    assert invalid(lambda: actions.change_earlier(office.secretary, decision.id, "revoke", [first.id], "Lại nữa")) == {"lines"}
    assert second.state is AwardState.IN_FORCE


@pytest.mark.proves("F08.05")
def test_a_correction_makes_a_new_award_with_the_right_words(office):
    decision = office.recorded(office.case("Nguyễn Văn Bính"))
    (wrong,) = actions.awards(office.secretary, decision.id)
    draft = actions.change_earlier(office.secretary, decision.id, "correct", [wrong.id], "Sai tên")
    line = draft.lines[0]
    draft = actions.change_line(office.secretary, draft.id, draft.version, line.id, LineChange(line.wording, name="Nguyễn Văn Bình"))
    done = actions.record(office.secretary, draft.id, draft.version, 221, DAY)
    (right,) = actions.awards(office.secretary, done.id)
    assert (right.name, right.amount, right.state) == ("Nguyễn Văn Bình", wrong.amount, AwardState.IN_FORCE)
    assert [award.state for award in actions.awards(office.secretary, decision.id)] == [AwardState.CORRECTED]
    with reading(None) as t:
        assert award_store.raw(t, right.id)["deed_date"] == date(2026, 10, 3)


@pytest.mark.proves("F08.05")
def test_a_replacement_takes_the_place_of_all(office):
    decision = office.recorded(office.case("Một"), office.case("Hai"))
    draft = actions.change_earlier(office.secretary, decision.id, "replace", [], "Ban hành lại")
    out = draft.lines[0]
    draft = actions.leave_out(office.secretary, draft.id, draft.version, out.id, "Không đủ tiêu chuẩn")
    done = actions.record(office.secretary, draft.id, draft.version, 230, DAY)
    assert len(actions.awards(office.secretary, done.id)) == 1
    assert sorted(award.state for award in actions.awards(office.secretary, decision.id)) == ["corrected", "revoked"]


def test_public_posting_is_due_in_five_working_days_for_twenty_days(office):
    decision = office.recorded(office.case())
    (task,) = actions.tasks(office.secretary)
    assert (task.decision_id, task.due) == (decision.id, date(2026, 12, 3))
    assert invalid(lambda: actions.post(office.secretary, decision.id, decision.version, DAY, date(2026, 12, 10), " ")) == {"end", "where"}
    done = actions.post(office.secretary, decision.id, decision.version, DAY, date(2026, 12, 15), "Bảng tin cơ quan")
    assert (done.posted_from, done.posted_to, actions.tasks(office.secretary)) == (DAY, date(2026, 12, 15), [])


def test_drafts_are_the_secretarys_alone_and_a_thrown_away_one_frees_its_cases(office):
    draft = office.draft(office.case())
    nominator = people.actor(Role.NOMINATOR, unit=office.unit)
    for other in (office.clerk, nominator, people.actor(Role.SECRETARY, issuer=world.issuer("Khác"))):
        with pytest.raises(NotFound):
            actions.get(other, draft.id)
    actions.discard(office.secretary, draft.id, draft.version)
    again = actions.from_session(office.secretary, draft.session_id, "commend")
    done = actions.record(office.secretary, again.id, again.version, 1, DAY)
    assert [actions.get(other, done.id).number for other in (office.clerk, nominator)] == [1, 1]
    with pytest.raises(NotFound):
        actions.get(people.actor(Role.NOMINATOR, unit=world.unit()), done.id)


def test_bare_heads_are_told_when_recording(office):
    draft = office.draft(office.case())
    draft = actions.change(office.secretary, draft.id, draft.version, head(draft, title=" ", bases=(), signer_name=""))
    assert invalid(lambda: actions.record(office.secretary, draft.id, draft.version, 1, DAY)) == {"title", "bases", "signer_name"}


def test_a_household_is_named_by_its_head_at_its_address(office):
    with transaction(None) as t:
        t.run("update award_type set for_household = 1")
    case = office.case("Y Wang Niê", kind="household")
    with transaction(None) as t:
        t.run("update recipient set salutation = 'ông' where kind = 'household'")
    (line,) = office.draft(case).lines
    assert (line.salutation, line.name, line.unit, line.amount) == ("Hộ gia đình ông", "Y Wang Niê", "Số 12, thôn Đông, xã Phú Lộc", 1_140_000)


@pytest.mark.proves("F08.03")
def test_one_session_may_lead_to_several_decisions(office):
    one, two = office.case("Một"), office.case("Hai")
    session = office.session(one, two)
    first = actions.from_session(office.secretary, session, "commend", [one])
    assert [line.id for line in actions.waiting_cases(office.secretary, session)] == [two]
    second = actions.from_session(office.secretary, session, "commend", [two])
    for number, draft in ((1, first), (2, second)):
        actions.record(office.secretary, draft.id, draft.version, number, DAY)
    assert (cases.state_of(one), cases.state_of(two)) == ("awarded", "awarded")


def test_another_organs_certificate_has_its_own_heading(office):
    done = actions.record_external(office.secretary, external(office, track="state"))
    assert (done.issuer_frozen["track"], done.issuer_frozen["awarding_line"]) == ("state", "Chủ tịch Uỷ ban nhân dân tỉnh")
    assert invalid(lambda: actions.record_external(office.secretary, external(office, track="moon"))) == {"track"}


@pytest.mark.proves("F07.09")
def test_nothing_is_signed_while_an_opinion_on_the_posted_list_waits_for_an_answer(office):
    case = office.case()
    draft = office.draft(case)
    posted = council.post(office.secretary, draft.session_id, PostingInput("result", "Bảng tin", DAY, DAY, ""))
    said = council.record_opinion(office.secretary, posted.id, OpinionInput("Bà Lò Thị Mẩy", DAY, "Chưa nêu người cùng làm"))
    with pytest.raises(Invalid, match="Còn ý kiến về danh sách niêm yết chưa trả lời: Bà Lò Thị Mẩy"):
        actions.record(office.secretary, draft.id, draft.version, 214, DAY)
    council.answer_opinion(office.secretary, posted.id, said.id, said.version, "Đã xác minh với đơn vị")
    assert actions.record(office.secretary, draft.id, draft.version, 214, DAY).number == 214
