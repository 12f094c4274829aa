"""Names hidden from reviewers, on both engines: canaries are put wherever a case keeps words, then everything that a reviewer reaches is read."""

import io
import re
from datetime import date, datetime
from uuid import uuid4

import docx
import pytest

from db import blobs
from recognition.hall import notices, place
from recognition.hall.errors import HallError, Invalid, NotAllowed, NotFound
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from recognition.insight import actions as insight
from recognition.nominations import actions as nominations
from recognition.nominations.store import parts
from recognition.nominations.terms import EvidenceInput, EvidenceKind
from recognition.reviewing.actions import advising, assigning, blind, phasing, printing, sheets
from recognition.reviewing.phases import Files, PhaseInput, Sees, Task
from tests.support import cases, people, world
from vietnamese import dates, text
from web import case_files, downloads

#: In every spelling in which they were put in; none may come out.
CANARIES = ("trinh quoc vuong", "quoc vuong", "song bong", "ha bac son", "phu tay ho", "ngo dinh lap", "0987654321", "ben do chim", "gioi nhat xa")
ACHIEVEMENT = (
    "Đồng chí Trịnh Quốc Vượng (TRINH QUOC VUONG) ở Trạm Y tế Sông Bồng, trước là trạm xá Hạ Bắc Sơn, cứu người ở Bến đò Chìm. Anh vượng được khen. "
    "Điện thoại 0987654321. Ngô Đình Lập đề nghị. Giỏi nhất xã. Đã cứu sống 2 em."
)


@pytest.fixture
def hidden(table):
    """A case full of names in a blind phase, given to one reviewer; files shown with a warning."""
    unit = world.unit("Chi bộ Trạm Y tế Sông Bồng")
    with transaction(None) as t:
        t.run("update unit_name set parent_id = $2 where unit_id = $1", unit, world.unit("Đảng bộ Phú Tây Hồ"))
        t.run("update unit_name set parent_id = $2 where name = 'Đảng bộ Phú Tây Hồ' and unit_id <> $1", unit, table.unit)
        t.run(
            "insert into unit_name (id, unit_id, name, short_name, kind, parent_id, from_date, to_date, search, name_sort) values ($1, $2, 'Chi bộ Trạm xá Hạ Bắc Sơn', '', 'party_cell', null, $3, $4, '', '')",
            uuid4(), unit, date(2010, 1, 1), date(2019, 12, 31),
        )
    maker = people.account("Ngô Đình Lập")
    made = cases.case(table.issuer, unit, world.award_type("HT"), state="accepted", name="Trịnh Quốc Vượng", campaign_id=table.campaign, created_by=maker)
    with transaction(None) as t:
        t.run("update nomination set achievement = $2, title = 'Trịnh Quốc Vượng cứu hai em ở Sông Bồng', contact = 'Vượng 0987654321' where id = $1", made, ACHIEVEMENT)
        t.run("update good_deed set place = 'Bến đò Chìm', witness = 'Trịnh Quốc Vượng', beneficiaries = 'dân Sông Bồng' where id in (select deed_id from nomination where id = $1)", made)
        blob = blobs.put(place.folder() / "files", b"%PDF-1.4 canary")
        given = EvidenceInput(b"", "giay-khen-trinh-quoc-vuong.pdf", EvidenceKind.PAPER, "Giấy khen của Trịnh Quốc Vượng, Sông Bồng")
        facts = {"media_type": "application/pdf", "bytes": 15, "picture_hash": None, "taken_on": None}
        file = parts.add_evidence(t, made, given, blob, facts, uuid4(), datetime(2026, 11, 20, 3))
    data = PhaseInput("Tổ thẩm định", dates.today(), date(2026, 11, 27), (table.one.account_id,), blind=True, files=Files.SHOWN, hidden_words="giỏi nhất xã")
    phase = phasing.add(table.secretary, table.campaign, data)
    assert assigning.deal(table.secretary, table.campaign, [table.one.account_id], 1, None, phase_id=phase.id).given == 4
    return made, file, phase, table.again(table.one)


def folded(*said):
    return " ".join(text.search_key(str(one)) for one in said)


def leaks(*said):
    return [canary for canary in CANARIES if canary in folded(*said)]


def sheet_of(who, case):
    return next(line.assignment_id for line in sheets.mine(who) if line.nomination_id == case)


def words_of(data):
    paper = docx.Document(io.BytesIO(data))
    cells = [cell.text for each in paper.tables for row in each.rows for cell in row.cells]
    return " ".join([*(line.text for line in paper.paragraphs), *cells, *(str(value) for value in (paper.core_properties.title, paper.core_properties.author, paper.core_properties.subject))])


@pytest.mark.proves("F06.04")
def test_nothing_that_a_reviewer_reaches_says_whose_case_it_is(table, hidden):
    case, file, _, who = hidden
    own = sheet_of(who, case)
    paper, name = printing.paper(who, own)
    shown = blind.dossier(who, own)
    read = (
        sheets.mine(who), sheets.sheet(who, own), sheets.opened(who), sheets.others(who, case), words_of(paper), name, shown, blind.file(who, file)[1:],
        advising.beside(who, own), nominations.find(who), nominations.counts(who), insight.search(who, "Trịnh Quốc Vượng"), insight.search(who, "Sông Bồng"),
        [row for line in sheets.save_many(who, {own: table.points(31)}, lock=False) for row in (line.title, line.sentence)],
    )  # fmt: skip
    with reading(None) as t:
        told = notices.unread(t, who.account_id)
    assert [leaks(*read), leaks(*told)] == [[], []]
    assert len(told) == 1
    assert "cứu sống 2 em" in shown.achievement
    assert (shown.recipient, [one.name for one in shown.files]) == ("Cá nhân (giấu tên)", ["Minh chứng 01"])
    assert leaks(*(sheets.sheet(table.secretary, own), sheets.mine(table.secretary))) == ["trinh quoc vuong", "quoc vuong", "song bong"]


@pytest.mark.proves("F06.04")
def test_every_other_way_to_the_case_is_closed(hidden):
    case, file, _, who = hidden
    ways = (
        lambda: nominations.get(who, case), lambda: nominations.whole(who, case), lambda: nominations.history(who, case), lambda: nominations.revisions(who, case),
        lambda: nominations.evidence(who, case), lambda: nominations.evidence_file(who, file), lambda: nominations.proofs(who, case),
        lambda: nominations.self_scores(who, case), lambda: nominations.archive(who, case), lambda: nominations.missing_papers(who, case),
        lambda: nominations.to_mend(who, case), lambda: phasing.of_case(who, case), lambda: nominations.comment(who, case, "Của ai đây?"),
    )  # fmt: skip
    for way in ways:
        with pytest.raises((NotFound, NotAllowed)) as closed:
            way()
        assert leaks(closed.value.sentence) == []
    assert case_files  # has registered its kinds
    for kind in downloads.kinds():
        for wanted in (case, file, sheet_of(who, case)):
            if (kind, wanted) == ("minh-chung-giau-ten", file):
                assert downloads._makers[kind](who, wanted)[:2] == (b"%PDF-1.4 canary", "Minh chứng 01.pdf")
                continue
            with pytest.raises(HallError) as closed:
                downloads._makers[kind](who, wanted)
            assert leaks(closed.value.sentence) == []


@pytest.mark.proves("F06.04", "F06.13")
def test_the_secretary_prints_a_sheet_without_names_for_the_reviewer_and_sees_the_preview(table, hidden):
    case, _, phase, who = hidden
    own = sheet_of(who, case)
    paper, name = printing.paper(table.secretary, own)
    seen = blind.preview(table.secretary, phase.id, case)
    assert leaks(words_of(paper), name, seen) == []
    assert seen == blind.dossier(who, own)
    assert len(re.findall("«…»", seen.achievement)) >= 6
    for stranger in (who, people.actor(Role.SECRETARY, issuer=world.issuer("Khác", short_sign="K"))):
        with pytest.raises(NotAllowed):
            blind.preview(stranger, phase.id, case)


@pytest.mark.proves("F06.04")
def test_files_are_withheld_unless_the_secretary_chose_otherwise(table, hidden):
    case, file, phase, who = hidden
    data = PhaseInput(phase.name, phase.opens, phase.closes, phase.members, blind=True, hidden_words=phase.hidden_words)
    phasing.change(table.secretary, phase.id, phase.version, data)
    assert (blind.dossier(who, sheet_of(who, case)).files, blind.dossier(who, sheet_of(who, case)).withheld) == ((), 1)
    with pytest.raises(NotFound):
        blind.file(who, file)
    with pytest.raises(NotFound):
        blind.file(people.actor(), file)


@pytest.mark.proves("F06.04")
def test_names_may_be_shown_once_the_phase_is_closed_and_not_before(table, hidden):
    case, _, phase, who = hidden
    with pytest.raises(Invalid):
        phasing.reveal(table.secretary, phase.id, phase.version)
    closed = phasing.close(table.secretary, phase.id, phase.version)
    assert leaks(*sheets.mine(who)) == []
    shown = phasing.reveal(table.secretary, phase.id, closed.version)
    assert "Trịnh Quốc Vượng" in {line.recipient for line in sheets.mine(who)}
    assert nominations.get(who, case).recipient_name == "Trịnh Quốc Vượng"
    with pytest.raises(NotFound):
        blind.dossier(who, sheet_of(who, case))
    with pytest.raises(Invalid):
        phasing.reopen(table.secretary, phase.id, shown.version)
    with pytest.raises(Invalid):
        phasing.reveal(table.secretary, phase.id, shown.version)


@pytest.mark.proves("F06.04")
def test_a_blind_phase_reads_remarks_of_an_open_one_without_names(table, hidden):
    case, _, phase, first = hidden
    own = sheet_of(first, case)
    sheets.save(first, own, 1, table.points(30, 10, 20), remark="Tôi biết Trịnh Quốc Vượng ở Sông Bồng, làm thật", lock=True)
    phasing.close(table.secretary, phase.id, phase.version)
    data = PhaseInput("Thường trực", date(2026, 11, 28), date(2026, 12, 4), (table.two.account_id,), Task.COMMENT, Sees.ALL, blind=True)
    second = phasing.add(table.secretary, table.campaign, data)
    phasing.advance(table.secretary, second.id, [case])
    assigning.deal(table.secretary, table.campaign, [table.two.account_id], 1, None, phase_id=second.id)
    with dates.fixed(date(2026, 11, 28)):
        reader = table.again(table.two)
        found = advising.earlier(reader, sheet_of(reader, case))
    assert leaks(*found) == []
    assert found[0].sheets[0].remark == "Tôi biết «…» ở «…», làm thật"


@pytest.mark.proves("F06.04", "F06.03")
def test_whoever_reads_the_names_in_another_role_is_not_asked_blind(table):
    knows = (people.actor(Role.LEADER, issuer=table.issuer, name="Trần Văn Lực"), people.actor(Role.ADMINISTRATOR, name="Vũ Thị Ước"))
    data = PhaseInput("Tổ thẩm định", dates.today(), date(2026, 11, 27), tuple(one.account_id for one in knows), blind=True)
    phase = phasing.add(table.secretary, table.campaign, data)
    done = assigning.deal(table.secretary, table.campaign, [one.account_id for one in knows], 1, None, phase_id=phase.id)
    assert (done.given, {why for _, why in done.left}) == (0, {"Trần Văn Lực thấy tên ở vai trò khác; Vũ Thị Ước thấy tên ở vai trò khác"})
