"""Long prints: a child process that can be looked at, stopped, and lost, without half a file."""

import contextlib
import io
import os
import signal
import sys
import time
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest
from pypdf import PdfReader

from recognition.hall.errors import Busy, Invalid, NotFound, Unavailable
from recognition.hall.transaction import reading, transaction
from recognition.issuing import actions, jobs
from recognition.issuing.actions import making
from recognition.issuing.shop_terms import CallOrder, JobState, Printed, Split
from tests.issuing.conftest import LAYOUT

AT = "here"


@pytest.fixture
def issued(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Tổ y tế", kind="collective"), office.case("Lê An"))
    actions.issue(office.clerk, decision.id, LAYOUT)
    yield decision
    for job in list(jobs._jobs.values()):
        jobs._end(job)


@contextlib.contextmanager
def endless(total=1000):
    """A child that has drawn some papers and then hangs."""
    words = f"import sys, time; sys.stderr.write('25/{total}\\n50/{total}\\n'); sys.stderr.flush(); time.sleep(600)"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jobs, "_command", lambda _: [sys.executable, "-c", words])
        yield jobs.Wanted(total, "giấy", "a.pdf", "application/pdf", lambda folder: (folder / "out.pdf").write_bytes(b"half") and {})


def ended(who, at=AT):
    return jobs.wait(jobs.find(who.account_id, at))


def prints():
    with reading(None) as t:
        return t.value("select count(*) from certificate_print")


@pytest.mark.proves("F09.02")
def test_a_batch_is_drawn_by_a_child_and_logged_when_it_is_taken(office, issued):
    making.batch(office.clerk, AT, issued.id)
    done = ended(office.clerk)
    assert (done.state, done.done, done.total, prints()) == (JobState.READY, 3, 3, 0)
    path, name, media = making.take(office.clerk, done.id)
    assert (len(PdfReader(path).pages), name, media, prints()) == (3, "Giấy khen theo Quyết định 214-QĐ-ĐUCCQ.pdf", "application/pdf", 3)
    assert done.size == path.stat().st_size


def test_the_childs_file_is_the_one_that_is_drawn_at_once(office, issued, monkeypatch):
    at_once, _ = actions.print_pdf(office.clerk, issued.id)
    monkeypatch.setattr("recognition.issuing.actions.printing.SMALL", 1)
    assert actions.print_pdf(office.clerk, issued.id)[0] == at_once


@pytest.mark.proves("N27")
def test_a_long_pack_holds_what_a_short_one_holds(office, issued):
    short, _ = actions_pack(office, issued)
    making.pack(office.clerk, AT, issued.id, CallOrder.AWARD, Split.GROUP)
    path, name, _ = making.take(office.clerk, ended(office.clerk).id)
    with zipfile.ZipFile(path) as made, zipfile.ZipFile(io.BytesIO(short)) as wanted:
        assert made.namelist() == wanted.namelist()
        assert [len(PdfReader(io.BytesIO(made.read(each))).pages) for each in made.namelist() if each.endswith(".pdf")] == [1, 2]
    assert name == "Gói lễ trao 214-QĐ-ĐUCCQ.zip"


def actions_pack(office, decision):
    from recognition.issuing.actions import ceremony

    return ceremony.pack(office.clerk, decision.id, CallOrder.AWARD, Split.GROUP)


@pytest.mark.proves("F09.10")
def test_a_long_register_is_the_same_book(office, issued):
    ((series, year, _),) = actions.books(office.clerk)
    making.book(office.clerk, AT, series=series, year=year)
    done = ended(office.clerk)
    path, _, _ = making.take(office.clerk, done.id)
    text = PdfReader(path).pages[0].extract_text()
    assert (done.done, done.total, done.unit, "001/2026" in text, "Trần Thị Ánh" in text) == (3, 3, "dòng", True, True)


def test_papers_of_two_layouts_come_back_in_their_order(office, issued):
    (first, *_) = actions.register(office.clerk).rows
    actions.spoil(office.clerk, first.certificate_id, first.version, "Kẹt giấy")
    actions.issue(office.clerk, issued.id, "hien-dai")
    making.batch(office.clerk, AT, issued.id)
    path, _, _ = making.take(office.clerk, ended(office.clerk).id)
    pages = [page.extract_text() for page in PdfReader(path).pages]
    at_once = [page.extract_text() for page in PdfReader(io.BytesIO(actions.print_pdf(office.clerk, issued.id)[0])).pages]
    assert (len(pages), pages) == (3, at_once)


def test_progress_is_counted_over_all_files_of_a_job(tmp_path):
    (tmp_path / "said.txt").write_text("25/60\n50/60\n60/60\n25/40\n", encoding="utf-8")
    assert jobs._heard(tmp_path / "said.txt") == (85, "")


def test_stopping_ends_the_child_and_leaves_nothing(office, data_folder):
    with endless() as wanted:
        job = jobs.start(office.clerk.account_id, AT, wanted)
    while not making.standing(office.clerk, AT).done:
        time.sleep(0.02)
    now = making.standing(office.clerk, AT)
    assert (now.state, now.done, now.total) == (JobState.RUNNING, 50, 1000)
    making.stop(office.clerk, AT)
    assert (job.child.poll() is not None, making.standing(office.clerk, AT), list((data_folder / "printing").iterdir())) == (True, None, [])


@pytest.mark.skipif(sys.platform == "win32", reason="the test needs a signal that cannot be refused")
def test_a_child_that_dies_is_told_and_can_be_started_again(office, issued):
    with endless() as wanted:
        job = jobs.start(office.clerk.account_id, AT, wanted)
    os.kill(job.child.pid, signal.SIGKILL)
    dead = ended(office.clerk)
    assert (dead.state, "ngắt giữa chừng" in dead.sentence) == (JobState.FAILED, True)
    with pytest.raises(NotFound):
        making.take(office.clerk, dead.id)
    making.batch(office.clerk, AT, issued.id)
    assert ended(office.clerk).state is JobState.READY


def test_what_the_child_refuses_is_said_in_its_own_sentence(office, issued):
    with transaction(None) as t:
        t.run("update certificate_layout set content = replace(content, 'EBGaramond-ExtraBold', 'KhongCo')")
    making.batch(office.clerk, AT, issued.id)
    failed = ended(office.clerk)
    assert (failed.state, "KhongCo" in failed.sentence, "Traceback" in failed.sentence) == (JobState.FAILED, True, False)


def test_a_third_child_waits_its_turn(office, issued):
    with endless() as wanted:
        for at in ("one", "two"):
            jobs.start(office.clerk.account_id, at, wanted)
        with pytest.raises(Busy) as refused:
            making.batch(office.clerk, AT, issued.id)
        assert "hai tệp in khác" in refused.value.sentence
        jobs.start(office.clerk.account_id, "one", wanted)
    assert len(list((Path(os.environ["GUONG_SANG_DATA"]) / "printing").iterdir())) == 2


def test_a_file_is_its_makers_alone(office, issued):
    making.batch(office.clerk, AT, issued.id)
    done = ended(office.clerk)
    assert making.standing(office.secretary, AT) is None
    for who, id_ in ((office.secretary, done.id), (office.clerk, uuid4())):
        with pytest.raises(NotFound):
            making.take(who, id_)


def test_a_file_with_a_paper_that_was_spoiled_meanwhile_is_not_given_out(office, issued):
    making.batch(office.clerk, AT, issued.id)
    done = ended(office.clerk)
    row = actions.register(office.clerk).rows[0]
    actions.spoil(office.clerk, row.certificate_id, row.version, "Kẹt giấy")
    with pytest.raises(Invalid):
        making.take(office.clerk, done.id)
    assert prints() == 0


def test_a_folder_that_cannot_be_written_is_said(office, issued, data_folder):
    (data_folder / "printing").write_text("a file where the folder should be")
    with pytest.raises(Unavailable):
        making.batch(office.clerk, AT, issued.id)


def test_what_was_never_fetched_is_cleared_away(office, issued, monkeypatch, data_folder):
    making.batch(office.clerk, AT, issued.id)
    ended(office.clerk)
    left = data_folder / "printing" / "left-by-another-server"
    left.mkdir()
    os.utime(left, (0, 0))
    monkeypatch.setattr(jobs, "KEPT_SECONDS", -1)
    job = jobs.start(office.clerk.account_id, "other", jobs.Wanted(0, "giấy", "a.pdf", "a/b", lambda _: {}, Printed(issued.id, (), making.PLAIN)))
    assert [each.name for each in (data_folder / "printing").iterdir()] == [str(job.id)]
