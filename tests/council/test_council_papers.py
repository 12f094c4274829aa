"""Papers of a session, made from its record."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from docx import Document
from pypdf import PdfReader

from recognition.council import actions
from recognition.council.terms import Absent, Line, Papers, Share
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.words import Role
from tests.council.conftest import DAY
from tests.support import cases, people, world


def words(docx: bytes) -> str:
    document = Document(io.BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def closed(room, **rule):
    session = room.opened(room.rule(**rule), absent=2)
    room.both_enter(session, Papers(7, 7, 7, 0), [Line(7, 0), Line(6, 1), Line(2, 5)])
    now = actions.get(room.secretary, session.id)
    return actions.close(room.secretary, now.id, now.version, "09:40", "Các ý kiến thống nhất.")


@pytest.mark.proves("F07.07")
def test_minutes_tell_who_was_there_the_rule_and_the_results(room):
    session = closed(room)
    said = words(actions.minutes(room.secretary, session.id))
    for part in ("Thành viên 9", "Đi công tác", "quá 1/2", "Điều 7 Quy chế Hội đồng", "09 giờ 40", "Các ý kiến thống nhất.", "02/03 trường hợp đạt", "Lê Văn Tòng"):
        assert part in said


@pytest.mark.proves("F07.07", "N12")
def test_the_count_record_reconciles_papers_and_names_the_tellers(room):
    session = closed(room)
    said = words(actions.count_record(room.secretary, session.id))
    for part in (room.first.name, room.second.name, "12-QĐ/ĐUCCQ", "Thu về", "07"):
        assert part in said


def test_minutes_wait_for_the_end(room):
    session = room.opened()
    for paper in (actions.minutes, actions.count_record):
        with pytest.raises(NotAllowed):
            paper(room.secretary, session.id)


@pytest.mark.proves("N12")
def test_as_many_ballots_as_voting_members_in_the_room_all_alike(room):
    session = room.opened(absent=2)
    said = words(actions.ballots(room.secretary, session.id))
    assert (said.count("Lê Văn Tòng"), "Không có ý kiến" in said) == (7, False)
    with pytest.raises(NotAllowed):
        actions.ballots(room.first, session.id)


def test_the_invitation_and_the_list_name_what_is_to_come(room):
    session = room.called()
    said = words(actions.invitation(room.secretary, session.id))
    assert "Phòng họp số 1" in said
    assert "Xét 3 trường hợp đề nghị khen thưởng" in said
    assert "Trần Thị Ánh" in words(actions.summary(room.secretary, session.id))
    assert b"BEGIN:VEVENT" in actions.calendar(room.secretary, session.id)


@pytest.mark.proves("F06.03")
def test_a_members_dossier_book_lacks_the_case_they_stand_aside_from(room):
    person = world.person("Vũ Thị Ước", unit_id=room.unit)
    member = people.actor(Role.COUNCIL_MEMBER, council=room.council, person_id=person, name="Vũ Thị Ước")
    room.cases.append(cases.case(room.issuer, room.unit, room.award, name="Vũ Thị Ước", person_id=person))
    session = room.called(room.rule(Share(1, 2), absent=Absent.NOT_ASKED))
    whole = "".join(page.extract_text() for page in PdfReader(io.BytesIO(actions.dossier_book(room.secretary, session.id))).pages)
    own = "".join(page.extract_text() for page in PdfReader(io.BytesIO(actions.dossier_book(member, session.id))).pages)
    assert ("Vũ Thị Ước" in whole, "Vũ Thị Ước" in own, "Trần Thị Ánh" in own) == (True, False, True)


@pytest.mark.proves("F07.07")
def test_the_form_for_absent_members_asks_each_about_their_own_cases_only(room):
    session = room.attended(room.called(room.rule(absent=Absent.WRITTEN)), absent=2)
    first, second = session.seats[-2:]
    actions.declare(room.secretary, session.id, session.items[0].id, "Anh em ruột", second.member_id, kind="relation")
    made = actions.opinion_forms(room.secretary, session.id, DAY)
    said, lists = words(made), forms(made)
    assert [len(each) for each in lists] == [3, 2]
    assert [each[0] for each in lists] == [session.items[0].name, session.items[1].name]
    for seat in (first, second):
        assert f"Kính gửi: Đồng chí {seat.name}" in said
    assert "chậm nhất ngày 26 tháng 11 năm 2026" in said
    assert "Điều 7 Quy chế Hội đồng" in said
    assert second.name not in words(actions.opinion_forms(room.secretary, session.id, DAY, first.member_id))


def test_no_form_where_nobody_is_absent_the_rule_does_not_ask_or_the_day_is_over(room):
    session = room.called(room.rule(absent=Absent.WRITTEN))
    with pytest.raises(Invalid, match="Anh/chị ghi điểm danh trước"):
        actions.opinion_forms(room.secretary, session.id, DAY)
    session = room.attended(session, absent=1)
    with pytest.raises(Invalid, match=r"Ngày trả lời \S+ đã qua"):
        actions.opinion_forms(room.secretary, session.id, DAY - timedelta(days=1))
    with pytest.raises(NotAllowed):
        actions.opinion_forms(room.first, session.id, DAY)
    actions.set_rule(room.secretary, session.id, session.version, replace(session.rule, absent=Absent.NOT_ASKED))
    with pytest.raises(NotAllowed, match="không lấy ý kiến bằng văn bản"):
        actions.opinion_forms(room.secretary, session.id, DAY)


def forms(docx: bytes) -> list[list[str]]:
    """The names that each form asks about."""
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(io.BytesIO(docx)).tables]
    return [[row[1] for row in rows[1:]] for rows in tables if rows[0][0] == "TT"]
