"""Results come down in a parcel: seen beside what was known, and kept; an award becomes an outside decision."""

import json

import pytest

from recognition.courier import actions
from recognition.decisions import actions as decisions
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import transaction
from recognition.hall.words import Role, State
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Reason
from recognition.screening import actions as screening
from tests.courier.conftest import whole
from tests.support import people, world


def taken(levels, *titles: str):
    """Cases of these titles, sent up and taken in: (below, above) by title."""
    with levels.lower.here():
        sent = [levels.lower.accepted(title=title) for title in titles]
    arrived = levels.up(*(each.id for each in sent))
    with levels.upper.here():
        assert all(done.ok for done in levels.upper.takes(arrived))
        above = {case.title: case for case in levels.upper.cases()}
    return {each.title: (each, above[each.title]) for each in sent}


def awarded(levels, *cases) -> None:
    """The organ above passes these cases and records one decision on them."""
    office = levels.upper.office
    with transaction(None) as t:
        for each in cases:
            t.run("update nomination set state = 'passed', accepted_at = endorsed_at where id = $1", each.id)
    office.recorded(*(each.id for each in cases))


def answers(levels, parcel) -> list:
    return list(actions.answer_rows(levels.lower.secretary, parcel.id))


@pytest.mark.proves("N24")
def test_an_award_comes_down_as_an_outside_decision_that_answers_the_forwarded_cases(levels):
    pairs = taken(levels, "Cứu hai em nhỏ", "Giúp dân dựng nhà")
    with levels.upper.here():
        awarded(levels, *(above for _, above in pairs.values()))
        assert actions.waiting(levels.upper.secretary).untold[0][1] == 2
    came = levels.down()
    with levels.upper.here():
        assert actions.waiting(levels.upper.secretary).untold == ()
    with levels.lower.here():
        rows = answers(levels, came)
        assert [(row.before, row.act, row.open) for row in rows] == [("", "Ghi quyết định bên ngoài, hồ sơ sang «Đã khen»", True)] * 2
        sentence = "Được tặng Giấy khen: Quyết định số 214-QĐ/ĐUCCQ ngày 26/11/2026 của Đảng uỷ các cơ quan Đảng tỉnh, Lê Quang Vinh ký."
        assert rows[0].after == sentence
        assert [done.ok for done in actions.keep(levels.lower.secretary, came.id, [row.ref for row in rows])] == [True, True]
        assert [nominations.get(levels.lower.secretary, below.id).state for below, _ in pairs.values()] == [State.AWARDED] * 2
        (decision,) = decisions.find(levels.lower.secretary).rows
        found = decisions.get(levels.lower.secretary, decision.id)
        assert (found.number_text, found.organ, found.signer_name, found.origin.value, sorted(line.wording for line in found.lines)) == (
            "214-QĐ/ĐUCCQ", "Đảng uỷ các cơ quan Đảng tỉnh", "Lê Quang Vinh", "external",
            ["Đã có việc làm tốt: cứu hai em nhỏ", "Đã có việc làm tốt: giúp dân dựng nhà"],
        )  # fmt: skip
        assert actions.get(levels.lower.secretary, came.id).waiting == 0
        assert [row.open for row in answers(levels, came)] == [False, False]
    again = levels.down()
    with levels.lower.here():
        assert (again.waiting, [row.before for row in answers(levels, again)]) == (0, [sentence] * 2)


@pytest.mark.proves("N24")
def test_the_number_and_the_code_of_the_paper_come_along(levels, monkeypatch):
    monkeypatch.setenv("GUONG_SANG_PUBLIC_URL", "https://khen.songlam.example")
    pairs = taken(levels, "Cứu hai em nhỏ")
    (_, above) = pairs["Cứu hai em nhỏ"]
    with levels.upper.here():
        awarded(levels, above)
        with transaction(None) as t:
            award = t.value("select id from award")
            t.run(
                """
                insert into certificate (id, award_id, issuer_id, series, year, number, code, layout, layout_version, facts, facts_sha256, signature,
                    key_id, state, reason, replaced_by, issued_by, issued_at, version)
                values ($1, $1, $2, 'giay_khen', 2026, 12, 'ABCD-EFGH-IJKL-MNOP', 'x', 'x', '{}', 'x', null, null, 'issued', '', null, $2,
                    timestamp '2026-11-27 03:00:00', 1)
                """,
                award, levels.upper.office.issuer,
            )
    came = levels.down()
    with levels.lower.here():
        assert answers(levels, came)[0].after.endswith("ký, giấy số 012/2026, mã tra cứu ABCD-EFGH-IJKL-MNOP.")


@pytest.mark.proves("N24")
def test_a_returned_case_goes_back_to_its_unit_with_the_reasons_and_comes_again_as_a_change(levels):
    pairs = taken(levels, "Cứu hai em nhỏ")
    below, above = pairs["Cứu hai em nhỏ"]
    with levels.upper.here():
        screening.return_to_unit(levels.upper.secretary, *whole(above), [Reason("deed.place", "Ghi rõ bến nào.")])
    came = levels.down()
    with levels.lower.here():
        (row,) = answers(levels, came)
        assert (row.after, row.act) == ("Trả lại để sửa. Ghi rõ bến nào.", "Trả hồ sơ về đơn vị để sửa, kèm lý do")
        assert [done.ok for done in actions.keep(levels.lower.secretary, came.id, [row.ref])] == [True]
        back = nominations.get(levels.lower.place.nominator, below.id)
        assert (back.state, [each.sentence for each in back.reasons]) == (State.RETURNED, ["Đảng uỷ các cơ quan Đảng tỉnh: Ghi rõ bến nào."])
        assert actions.to_take_back(levels.lower.secretary, levels.above.id) == ()  # they asked for it themselves
        levels.lower.mended(below.id, title="Cứu hai em nhỏ ở bến Đông")
    second = levels.up(below.id)
    with levels.upper.here():
        assert [(row.kind.value, row.stop) for row in levels.upper.rows(second)] == [("changed", "")]
        assert [done.ok for done in levels.upper.takes(second)] == [True]
        assert [(case.title, case.state) for case in levels.upper.cases()] == [("Cứu hai em nhỏ ở bến Đông", State.ENDORSED)]


@pytest.mark.proves("N24")
@pytest.mark.parametrize(
    ("state", "reasons", "after"),
    (
        ("refused", ["Không thuộc đối tượng."], "Không nhận xét khen. Không thuộc đối tượng."),
        ("not_approved", ["Chưa đủ căn cứ."], "Cấp có thẩm quyền không duyệt. Chưa đủ căn cứ."),
        ("failed", ["8 trên 15 phiếu."], "Không đạt ở Hội đồng."),
    ),
)
def test_a_case_that_is_not_rewarded_above_is_not_approved_below_and_no_count_of_votes_comes_down(levels, state, reasons, after):
    below, above = taken(levels, "Cứu hai em nhỏ")["Cứu hai em nhỏ"]
    with levels.upper.here(), transaction(None) as t:
        told = json.dumps([{"field": "", "sentence": each} for each in reasons], ensure_ascii=False)
        t.run("update nomination set state = $2, reasons = $3 where id = $1", above.id, state, told)
    came = levels.down()
    with levels.lower.here():
        (row,) = answers(levels, came)
        assert (row.after, row.act) == (after, "Hồ sơ sang «Không được duyệt», kèm lý do")
        assert "phiếu" not in json.dumps(dict(row.answer), ensure_ascii=False)
        assert [done.ok for done in actions.keep(levels.lower.secretary, came.id, [row.ref])] == [True]
        assert nominations.get(levels.lower.secretary, below.id).state is State.NOT_APPROVED


@pytest.mark.proves("N24")
@pytest.mark.parametrize(("state", "said"), (("accepted", "Đang thẩm định."), ("on_agenda", "Hội đồng đang xét, chưa có quyết định."), ("passed", "Hội đồng đang xét, chưa có quyết định.")))
def test_a_case_that_is_still_looked_at_is_only_noted(levels, state, said):
    below, above = taken(levels, "Cứu hai em nhỏ")["Cứu hai em nhỏ"]
    with levels.upper.here(), transaction(None) as t:
        t.run("update nomination set state = $2 where id = $1", above.id, state)
    came = levels.down()
    with levels.lower.here():
        (row,) = answers(levels, came)
        assert (row.after, row.act) == (said, "Chỉ ghi bước đang xét")
        assert [done.ok for done in actions.keep(levels.lower.secretary, came.id, [row.ref])] == [True]
        assert nominations.get(levels.lower.secretary, below.id).state is State.FORWARDED
        assert said in nominations.history(levels.lower.secretary, below.id)[0].sentence


def test_a_revoked_award_is_told_and_changes_nothing_below(levels):
    below, above = taken(levels, "Cứu hai em nhỏ")["Cứu hai em nhỏ"]
    with levels.upper.here():
        awarded(levels, above)
        with transaction(None) as t:
            t.run("update award set state = 'revoked'")
    came = levels.down()
    with levels.lower.here():
        (row,) = answers(levels, came)
        assert row.after == "Quyết định khen đã bị thu hồi."
        actions.keep(levels.lower.secretary, came.id, [row.ref])
        assert nominations.get(levels.lower.secretary, below.id).state is State.FORWARDED


def test_an_award_unknown_below_asks_for_one_of_the_catalogue(levels):
    below, above = taken(levels, "Cứu hai em nhỏ")["Cứu hai em nhỏ"]
    with levels.upper.here():
        awarded(levels, above)
    came = levels.down()
    with levels.lower.here():
        with transaction(None) as t:
            t.run("update award_type set code = 'khac', name = 'Khác'")
        (row,) = answers(levels, came)
        assert actions.unknown_given(levels.lower.secretary, [row]) == ("Giấy khen",)
        (done,) = actions.keep(levels.lower.secretary, came.id, [row.ref])
        assert (done.ok, nominations.get(levels.lower.secretary, below.id).state) == (False, State.FORWARDED)
        assert [one.ok for one in actions.keep(levels.lower.secretary, came.id, [row.ref], levels.lower.place.award)] == [True]


def test_results_of_cases_that_were_not_sent_from_here_are_told_and_not_kept(levels):
    taken(levels, "Cứu hai em nhỏ")
    with levels.lower.here(), transaction(None) as t:
        t.run("delete from courier_case")
    came = levels.down()
    with levels.lower.here():
        (row,) = answers(levels, came)
        assert (row.stop, row.open, came.waiting) == ("Nơi đây chưa gửi hồ sơ này cho họ, nên không ghi kết quả được.", False, 0)


def test_another_organs_secretary_neither_tells_nor_keeps_results(levels):
    below, _ = taken(levels, "Cứu hai em nhỏ")["Cứu hai em nhỏ"]
    with levels.upper.here():
        other = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn Viên chức tỉnh", short_sign="CĐVC"))
        assert actions.results_of(other, levels.below.id) == ()
        with pytest.raises(Invalid):
            actions.answer(other, levels.below.id)
        with pytest.raises(NotAllowed):
            actions.answer(people.administrator(), levels.below.id)
    came = levels.down()
    with levels.lower.here():
        other = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn Viên chức tỉnh", short_sign="CĐVC"))
        assert [done.ok for done in actions.keep(other, came.id, [below.id])] == [False]


@pytest.mark.proves("N24")
def test_a_result_that_comes_after_the_last_word_is_only_noted(levels):
    below, above = taken(levels, "Cứu hai em nhỏ")["Cứu hai em nhỏ"]
    with levels.upper.here():
        awarded(levels, above)
    first = levels.down()
    with levels.lower.here():
        actions.keep(levels.lower.secretary, first.id, [below.id])
    with levels.upper.here(), transaction(None) as t:
        t.run("update award set state = 'revoked'")
    second = levels.down()
    with levels.lower.here():
        (row,) = answers(levels, second)
        assert (row.act, row.after, row.before[:22]) == ("Chỉ ghi kết quả", "Quyết định khen đã bị thu hồi.", "Được tặng Giấy khen: Q")
        with transaction(None) as t:
            t.run("update courier_case set answer = ''")
        (again,) = answers(levels, first)
        assert [done.ok for done in actions.keep(levels.lower.secretary, first.id, [again.ref])] == [True]
        assert nominations.get(levels.lower.secretary, below.id).state is State.AWARDED
        assert decisions.find(levels.lower.secretary).total == 1
