"""Numbers, frozen facts, signatures, the register, checking and publication, on both engines."""

import io
import json
from datetime import date
from uuid import uuid4

import pytest
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader

from certificates import Facts, key_id, verify
from recognition.decisions import actions as decisions
from recognition.decisions.terms import LineChange
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale, Unavailable
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from recognition.issuing import actions, keys
from recognition.issuing.actions import issuing
from recognition.issuing.store import certificates as store
from recognition.issuing.terms import CertificateState, Standing
from tests.decisions.conftest import DAY
from tests.issuing.conftest import LAYOUT
from tests.support import people, world
from vietnamese import dates


def invalid(call) -> set[str]:
    with pytest.raises(Invalid) as found:
        call()
    return set(found.value.fields)


def numbers(office) -> list[tuple[str, str]]:
    return [(row.serial, row.state.value) for row in actions.register(office.clerk).rows]


@pytest.mark.proves("F09.07", "N07")
def test_issuing_takes_gapless_numbers_in_ceremony_order(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"), office.case("Tổ y tế", kind="collective"))
    assert [(b.waiting, b.issued, b.first, b.last) for b in actions.batches(office.clerk, decision.id)] == [(3, 0, 1, 3)]
    made = actions.issue(office.clerk, decision.id, LAYOUT)
    assert [(each.serial, Facts.from_json(each.facts).recipient) for each in made] == [
        ("001/2026", "Chi bộ Trạm Y tế Phú Lộc"), ("002/2026", "Trần Thị Ánh"), ("003/2026", "Lê Văn Tòng"),
    ]  # fmt: skip
    later = office.recorded(office.case("Vũ Văn Bình"), number=215)
    assert [each.serial for each in actions.issue(office.clerk, later.id, LAYOUT)] == ["004/2026"]


def test_the_register_finds_a_paper_by_name_without_marks_by_decision_and_by_its_code(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    made = {Facts.from_json(each.facts).recipient: each for each in actions.issue(office.clerk, decision.id, LAYOUT)}

    def found(words: str) -> tuple[list[str], int]:
        page = actions.register(office.clerk, search=words)
        return [row.serial for row in page.rows], page.total

    by_code = made["Trần Thị Ánh"]
    assert found("tran thi anh") == ([by_code.serial], 1)
    assert found(by_code.code) == ([by_code.serial], 1)
    assert found("214") == (sorted(each.serial for each in made.values()), 2)
    assert found("khong co ai") == ([], 0)


@pytest.mark.proves("F09.07")
def test_numbers_stay_gapless_when_an_issue_fails_in_the_middle(office, monkeypatch):
    decision = office.recorded(office.case("Một"), office.case("Hai"))
    real, calls = issuing.sign, []

    def breaks(*args):
        calls.append(1)
        if len(calls) == 2:
            raise RuntimeError("power cut")
        return real(*args)

    monkeypatch.setattr(issuing, "sign", breaks)
    with pytest.raises(RuntimeError):
        actions.issue(office.clerk, decision.id, LAYOUT)
    assert (numbers(office), actions.books(office.clerk)) == ([], [])
    monkeypatch.undo()
    actions.issue(office.clerk, decision.id, LAYOUT)
    assert numbers(office) == [("001/2026", "issued"), ("002/2026", "issued")]


def test_issuing_twice_issues_once(office):
    decision, key = office.recorded(office.case()), uuid4()
    actions.issue(office.clerk, decision.id, LAYOUT, key)
    with pytest.raises(AlreadyDone):
        actions.issue(office.clerk, decision.id, LAYOUT, key)
    assert invalid(lambda: actions.issue(office.clerk, decision.id, LAYOUT)) == {""}
    assert numbers(office) == [("001/2026", "issued")]


def test_a_new_year_begins_a_new_row_of_numbers(office):
    actions.issue(office.clerk, office.recorded(office.case("Một")).id, LAYOUT)
    with dates.fixed(date(2027, 1, 4)):
        decision = office.recorded(office.case("Hai"), number=1, day=date(2027, 1, 4))
        assert [each.serial for each in actions.issue(office.clerk, decision.id, LAYOUT)] == ["001/2027"]


@pytest.mark.proves("F09.08", "F10.04")
def test_facts_are_frozen_hashed_and_signed(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    (paper,) = actions.issue(office.clerk, decision.id, LAYOUT)
    facts = Facts.from_json(paper.facts)
    assert (facts.recipient, facts.title, facts.unit, facts.achievement, facts.decision_number, facts.signer_name, facts.serial, facts.heading) == (
        "Trần Thị Ánh", "Y sĩ", "Chi bộ Trạm Y tế Phú Lộc", "Đã dũng cảm cứu hai học sinh đuối nước", "214-QĐ/ĐUCCQ", "Lê Quang Vinh",
        "001/2026", "party",
    )  # fmt: skip
    assert facts.sha256() == paper.facts_sha256
    proved = verify(paper.signature, keys.public_keys())
    assert (proved.code, proved.serial, proved.name, proved.matches(facts)) == (paper.code, "001/2026", "Trần Thị Ánh", True)


@pytest.mark.proves("F09.08")
def test_a_reprint_is_the_same_paper_after_person_unit_organ_and_layout_have_changed(office, monkeypatch):
    person = world.person("Trần Thị Ánh", unit_id=office.unit)
    decision = office.recorded(office.case("Trần Thị Ánh", person_id=person))
    (paper,) = actions.issue(office.clerk, decision.id, LAYOUT)
    before, _ = actions.print_one(office.clerk, paper.id, "PNG")
    with transaction(None) as t:
        t.run("update person set name = 'Tên Khác' where id = $1", person)
        t.run("update unit_name set name = 'Đơn vị khác' where unit_id = $1", office.unit)
        t.run("update issuer set awarding_line = 'Cơ quan khác' where id = $1", office.issuer)
    monkeypatch.setattr("recognition.issuing.actions.ground.layout", lambda _: pytest.fail("the layout of today is not asked"))
    after, name = actions.print_one(office.clerk, paper.id, "PNG")
    assert (after == before, name) == (True, "Giấy khen số 001-2026.png")


@pytest.mark.proves("F09.08")
@pytest.mark.parametrize("kind", ("PDF", "PNG"))
def test_a_reprint_is_the_same_paper_after_the_program_draws_its_ornament_differently(office, data_folder, monkeypatch, kind):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    (paper,) = actions.issue(office.clerk, decision.id, LAYOUT)
    before, _ = actions.print_one(office.clerk, paper.id, kind)
    for file in (data_folder / "cache").glob("*.jpg"):
        file.unlink()  # another computer, years later
    monkeypatch.setattr("certificates.art.store.DRAWN", 10_000)
    monkeypatch.setattr("certificates.art.design.draw", lambda *_: Image.new("RGB", (3508, 2480), "navy"))
    assert actions.print_one(office.clerk, paper.id, kind)[0] == before
    (other,) = actions.issue(office.clerk, office.recorded(office.case("Lê Văn Tòng"), number=215).id, LAYOUT)
    assert other.layout_version != paper.layout_version


def test_ornament_that_was_lost_is_told_and_no_other_is_printed(office, data_folder):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    (paper,) = actions.issue(office.clerk, decision.id, LAYOUT)
    for folder in ("cache", "files"):
        for file in (data_folder / folder).rglob("*"):
            if file.is_file():
                file.unlink()
    with pytest.raises(NotFound, match="phục hồi từ bản sao lưu"):
        actions.print_one(office.clerk, paper.id)


@pytest.mark.proves("F09.09")
def test_before_issue_there_is_only_a_stamped_draft(office):
    decision = office.recorded(office.case())
    (award,) = decisions.awards(office.secretary, decision.id)
    with Image.open(io.BytesIO(actions.preview(office.clerk, award.id, LAYOUT, dpi=60))) as picture:
        assert picture.format == "PNG"
    assert invalid(lambda: actions.print_pdf(office.clerk, decision.id)) == {""}
    assert [finding for finding in actions.check(office.clerk, decision.id, LAYOUT) if finding.blocking] == []


def test_a_paper_that_cannot_be_printed_keeps_the_whole_batch_from_its_numbers(office):
    decision = office.recorded(office.case("Một", wording="Đã có thành tích " + "rất dài " * 200), office.case("Hai"))
    assert any(finding.blocking for finding in actions.check(office.clerk, decision.id, LAYOUT))
    assert invalid(lambda: actions.issue(office.clerk, decision.id, LAYOUT)) == {"layout"}
    assert numbers(office) == []


@pytest.mark.proves("F09.02")
def test_the_batch_prints_in_ceremony_order_and_prints_are_logged(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Tổ y tế", kind="collective"))
    actions.issue(office.clerk, decision.id, LAYOUT)
    told = []
    pdf, name = actions.print_pdf(office.clerk, decision.id, lambda done, total: told.append((done, total)))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert (len(pages), name, "001/2026" in pages[0], "002/2026" in pages[1]) == (2, "Giấy khen theo Quyết định 214-QĐ-ĐUCCQ.pdf", True, True)
    assert told[-1] == (2, 2)
    actions.print_pdf(office.clerk, decision.id)
    with reading(None) as t:
        assert [row["kind"] for row in t.all("select kind from certificate_print order by printed_at, kind")] == ["first", "first", "reprint", "reprint"]
    assert [row.prints for row in actions.register(office.clerk).rows] == [2, 2]


def test_a_long_batch_is_drawn_by_a_child_process(office, monkeypatch):
    monkeypatch.setattr("recognition.issuing.actions.printing.SMALL", 1)
    decision = office.recorded(office.case("Một"), office.case("Hai"))
    actions.issue(office.clerk, decision.id, LAYOUT)
    told = []
    pdf, _ = actions.print_pdf(office.clerk, decision.id, lambda done, total: told.append((done, total)))
    assert (len(PdfReader(io.BytesIO(pdf)).pages), told[-1]) == (2, (2, 2))


def test_a_stored_row_that_was_changed_is_not_printed(office):
    decision = office.recorded(office.case("Một"))
    (paper,) = actions.issue(office.clerk, decision.id, LAYOUT)
    with transaction(None) as t:
        t.run("update certificate set facts = replace(facts, 'Một', 'Hai') where id = $1", paper.id)
    with pytest.raises(Unavailable):
        actions.print_one(office.clerk, paper.id)


@pytest.mark.proves("F09.10", "N07")
def test_a_spoiled_paper_keeps_its_number_and_the_award_gets_another(office):
    decision = office.recorded(office.case("Một"))
    (paper,) = actions.issue(office.clerk, decision.id, LAYOUT)
    assert invalid(lambda: actions.spoil(office.clerk, paper.id, paper.version, " ")) == {"reason"}
    actions.spoil(office.clerk, paper.id, paper.version, "Kẹt giấy")
    assert invalid(lambda: actions.print_one(office.clerk, paper.id)) == {""}
    (again,) = actions.issue(office.clerk, decision.id, LAYOUT)
    assert numbers(office) == [("001/2026", "spoiled"), ("002/2026", "issued")]
    old, new = Facts.from_json(paper.facts), Facts.from_json(again.facts)
    assert (old.recipient, old.decision_date, old.serial, new.serial) == (new.recipient, new.decision_date, "001/2026", "002/2026")
    assert actions.verify_code(paper.code).state is Standing.SPOILED


@pytest.mark.proves("F09.10")
def test_a_replacement_repeats_the_old_words_and_dates(office):
    person = world.person("Trần Thị Ánh", unit_id=office.unit)
    decision = office.recorded(office.case("Trần Thị Ánh", person_id=person))
    (paper,) = actions.issue(office.clerk, decision.id, LAYOUT)
    with transaction(None) as t:
        t.run("update person set name = 'Tên Khác' where id = $1", person)
    new = actions.replace(office.clerk, paper.id, paper.version, "Cháy nhà, mất giấy")
    was, now = Facts.from_json(paper.facts), Facts.from_json(new.facts)
    assert (now.recipient, now.decision_date, now.decision_number, now.serial) == (was.recipient, was.decision_date, was.decision_number, "002/2026")
    answer = actions.verify_code(paper.code)
    assert (answer.state, answer.reason) == (Standing.REPLACED, "Đã cấp lại bằng giấy số 002/2026.")
    assert actions.verify_code(new.code).state is Standing.IN_FORCE
    with pytest.raises(Stale):
        actions.replace(office.clerk, paper.id, paper.version, "Lần nữa")


@pytest.mark.proves("F10.01", "F10.02")
def test_anybody_checks_a_code_or_the_qr_and_sees_what_the_paper_says(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    (paper,) = actions.issue(office.clerk, decision.id, LAYOUT)
    for typed in (paper.code, paper.code.lower().replace("-", " "), f"HTTPS://KHEN.SONGLAM.EXAMPLE/XM/{paper.signature}", paper.signature):
        answer = actions.verify_code(typed)
        assert (answer.state, dict(answer.facts)["Người được khen"], dict(answer.facts)["Mã tra cứu"]) == (
            Standing.IN_FORCE, "Đồng chí Trần Thị Ánh", paper.code,
        )  # fmt: skip
    with pytest.raises(NotFound):
        actions.verify_code("ABCD-EFGH-IJKL-MNOP")
    with pytest.raises(Invalid):
        actions.verify_code("001/2026")
    with pytest.raises(NotFound):
        actions.verify_code(paper.signature[:-3] + "AAA")


@pytest.mark.proves("F10.03", "F08.05")
def test_a_revoked_award_shows_on_its_paper_with_the_decision(office):
    decision = office.recorded(office.case("Một"))
    (paper,) = actions.issue(office.clerk, decision.id, LAYOUT)
    (award,) = decisions.awards(office.secretary, decision.id)
    draft = decisions.change_earlier(office.secretary, decision.id, "revoke", [award.id], "Kê khai gian dối")
    decisions.record(office.secretary, draft.id, draft.version, 220, DAY)
    answer = actions.verify_code(paper.code)
    assert (answer.state, answer.reason) == (Standing.REVOKED, "Thu hồi theo Quyết định số 220-QĐ/ĐUCCQ, ngày 26 tháng 11 năm 2026.")
    assert [row.note for row in actions.register(office.clerk).rows] == ["Thu hồi"]
    with pytest.raises(Invalid):
        actions.replace(office.clerk, paper.id, paper.version, "Mất")


@pytest.mark.proves("F08.05", "F10.03")
def test_a_corrected_award_gets_a_new_paper_that_replaces_the_old(office):
    decision = office.recorded(office.case("Nguyễn Văn Bính"))
    (paper,) = actions.issue(office.clerk, decision.id, LAYOUT)
    (wrong,) = decisions.awards(office.secretary, decision.id)
    draft = decisions.change_earlier(office.secretary, decision.id, "correct", [wrong.id], "Sai tên")
    draft = decisions.change_line(office.secretary, draft.id, draft.version, draft.lines[0].id, LineChange(draft.lines[0].wording, name="Nguyễn Văn Bình"))
    done = decisions.record(office.secretary, draft.id, draft.version, 221, DAY)
    assert actions.verify_code(paper.code).state is Standing.CORRECTED
    (new,) = actions.issue(office.clerk, done.id, LAYOUT)
    assert Facts.from_json(new.facts).recipient == "Nguyễn Văn Bình"
    with reading(None) as t:
        old = store.get(t, paper.id)
    assert (old.state, old.replaced_by, old.facts) == (CertificateState.REPLACED, new.id, paper.facts)


def test_the_register_is_a_workbook_with_the_columns_of_the_paper_book(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Hai"))
    first, _ = actions.issue(office.clerk, decision.id, LAYOUT)
    actions.hand_over(office.clerk, first.award_id, DAY, "Người nhận thay")
    book = load_workbook(io.BytesIO(actions.register_excel(office.clerk, year=2026)))
    cells = [[cell.value for cell in row] for row in book.active.iter_rows()]
    head = next(row for row in cells if row[0] == "Số vào sổ")
    line = next(row for row in cells if row[0] == "001/2026")
    assert dict(zip(head, line, strict=True))["Ký nhận"] == "Người nhận thay"
    assert [row[0] for row in cells if str(row[0]).endswith("/2026")] == ["001/2026", "002/2026"]


@pytest.mark.proves("N28")
def test_the_register_gives_the_facts_of_papers_in_force_for_checking_without_a_network(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Hai"))
    first, second = actions.issue(office.clerk, decision.id, LAYOUT)
    actions.spoil(office.clerk, second.id, second.version, "Kẹt giấy")
    known = [Facts.from_json(json.dumps(one)) for one in json.loads(actions.register_facts(office.clerk, year=2026))]
    assert [verify(first.signature, keys.public_keys()).matches(one) for one in known] == [True]
    assert json.loads(actions.register_facts(office.clerk, year=2020)) == []
    with pytest.raises(NotAllowed):
        actions.register_facts(people.actor(Role.NOMINATOR, unit=office.unit), year=2026)


def test_only_the_clerk_of_the_issuer_issues(office):
    decision = office.recorded(office.case())
    with pytest.raises(NotAllowed):
        actions.issue(office.secretary, decision.id, LAYOUT)
    for stranger in (people.actor(Role.CLERK, issuer=world.issuer("Khác")), people.actor(Role.NOMINATOR, unit=office.unit), people.administrator()):
        with pytest.raises(NotFound):
            actions.issue(stranger, decision.id, LAYOUT)


def test_the_key_is_made_once_and_only_its_owner_reads_it(office, data_folder):
    first, second = keys.ensure(), keys.ensure()
    (file,) = [path for path in (data_folder / "keys").glob("*.pem") if not path.name.endswith(".public.pem")]
    assert (first, oct(file.stat().st_mode)[-3:], [key_id(pem) for pem in keys.public_keys()]) == (second, "600", [first.id])


@pytest.mark.proves("F14.01")
def test_the_public_list_shows_only_what_has_a_basis_and_forgets_at_once(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Hai"))
    award = next(each for each in decisions.awards(office.secretary, decision.id) if each.name == "Trần Thị Ánh")
    assert invalid(lambda: actions.publish(office.secretary, award.id, "consent", "")) == {"detail"}
    assert invalid(lambda: actions.publish(office.secretary, award.id, "because", "x")) == {"basis"}
    assert actions.published().total == 0
    made = actions.publish(office.secretary, award.id, "consent", "Bà Ánh đồng ý bằng văn bản ngày 20/11/2026")
    assert [(row.name, row.subject, row.detail) for row in actions.published("tran thi anh").rows] == [(
        "Đồng chí Trần Thị Ánh", "Đã dũng cảm cứu hai học sinh đuối nước",
        "Y sĩ, Chi bộ Trạm Y tế Phú Lộc. Giấy khen, Quyết định số 214-QĐ/ĐUCCQ, ngày 26 tháng 11 năm 2026",
    )]  # fmt: skip
    assert (actions.published("hai").total, invalid(lambda: actions.publish(office.secretary, award.id, "law", "Luật"))) == (0, {""})
    assert invalid(lambda: actions.unpublish(office.secretary, made.id, made.version, " ")) == {"reason"}
    actions.unpublish(office.secretary, made.id, made.version, "Bà Ánh yêu cầu gỡ ngày 26/11/2026")
    assert actions.published().total == 0
    with pytest.raises(NotFound):
        actions.publish(office.clerk, award.id, "law", "Luật 10/2022/QH15")


@pytest.mark.proves("F14.02")
def test_a_story_is_shown_as_the_secretary_approved_it_and_goes_with_its_award(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    (award,) = decisions.awards(office.secretary, decision.id)
    told = actions.story_of(office.secretary, award.id)
    assert told
    with pytest.raises(NotFound):
        actions.story_of(office.clerk, award.id)
    assert invalid(lambda: actions.publish(office.secretary, award.id, "law", "Luật 10/2022/QH15", "x" * 20_001)) == {"story"}
    made = actions.publish(office.secretary, award.id, "law", "Luật 10/2022/QH15", "Trưa 12/6, nước lên nhanh.\n\nBà Ánh bơi ra.")
    shown = actions.published_one(made.id)
    assert (shown.name, shown.subject, shown.story) == (
        "Đồng chí Trần Thị Ánh", "Đã dũng cảm cứu hai học sinh đuối nước", "Trưa 12/6, nước lên nhanh.\n\nBà Ánh bơi ra."
    )  # fmt: skip
    actions.unpublish(office.secretary, made.id, made.version, "Bà Ánh yêu cầu gỡ")
    with pytest.raises(NotFound):
        actions.published_one(made.id)


def test_a_revoked_award_is_no_longer_shown(office):
    decision = office.recorded(office.case("Một"))
    (award,) = decisions.awards(office.secretary, decision.id)
    actions.publish(office.secretary, award.id, "law", "Luật 10/2022/QH15, Điều 46")
    draft = decisions.change_earlier(office.secretary, decision.id, "revoke", [award.id], "Kê khai gian dối")
    decisions.record(office.secretary, draft.id, draft.version, 220, DAY)
    assert actions.published().total == 0
