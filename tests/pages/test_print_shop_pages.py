"""Screens of the print shop, as clerk and secretary."""

import sys
import time

import pytest

from certificates import load_layout
from certificates.art.store import background
from recognition.hall import place
from recognition.issuing import actions, jobs
from recognition.issuing.actions import making, printers, proofs, stock, studio
from tests.decisions.conftest import DAY, open_office
from tests.pages.test_council_pages import button
from tests.pages.test_shared_frame import everything
from tests.support.art import lent
from vietnamese import dates

AREA = "pages/print_shop"
COMMAND = jobs._command


@pytest.fixture(scope="module")
def art(tmp_path_factory):
    """The Party design's ornament, drawn before any screen waits for it."""
    folder = tmp_path_factory.mktemp("art")
    background(load_layout("dang-uy"), 300, folder)
    return folder


@pytest.fixture
def office(duck, monkeypatch, art, tmp_path):
    monkeypatch.setenv("GUONG_SANG_PUBLIC_URL", "https://khen.songlam.example")
    with dates.fixed(DAY), lent(art, tmp_path):
        yield open_office()


def field(app, label):
    return next(each for each in app.text_input if each.label == label)


@pytest.mark.parametrize("page", ("printers", "stock"))
def test_screens_open_on_empty_ground(screen, office, page):
    app = screen(office.clerk, f"{AREA}/{page}.py")
    assert (list(app.exception), len(app.title)) == ([], 1)


@pytest.mark.proves("N08")
def test_a_signature_is_recorded_with_name_and_day_and_issuing_warns_until_then(screen, office):
    decision = office.recorded(office.case("Trân Thị Ánh"))
    assert "1 đơn vị chưa ký phiếu dò" in everything(screen(office.clerk, "pages/certificates/decision.py", id=decision.id))
    app = screen(office.clerk, f"{AREA}/proofs.py", id=decision.id)
    said = everything(app)
    assert "thường viết «Trần»" in said
    button(app, "Ghi đã ký…").click().run()
    field(app, "Họ tên người ký phiếu").set_value("Vũ Thị Ước")
    button(app, "Ghi đã ký").click().run()
    assert not app.exception
    (slip,) = proofs.slips(office.clerk, decision.id)
    assert (slip.signed.signed_by, slip.signed.signed_on) == ("Vũ Thị Ước", DAY)
    assert "chưa ký phiếu dò" not in everything(screen(office.clerk, "pages/certificates/decision.py", id=decision.id))


@pytest.mark.proves("N27")
def test_the_ceremony_shows_the_order_and_offers_the_pack(screen, office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Tổ y tế", kind="collective"))
    app = screen(office.secretary, f"{AREA}/ceremony.py", id=decision.id)
    assert not app.exception
    assert list(app.dataframe[0].value["Gọi tên"]) == ["Chi bộ Trạm Y tế Phú Lộc", "Đồng chí Trần Thị Ánh"]
    actions.issue(office.clerk, decision.id, "dang-uy")
    app = screen(office.clerk, f"{AREA}/ceremony.py", id=decision.id)
    assert not app.exception
    assert "PDF: Giấy khen (2 giấy)" in [each.label for each in app.get("download_button")]


@pytest.mark.proves("N05")
def test_readings_are_entered_and_the_expected_error_is_shown(screen, office):
    app = screen(office.clerk, f"{AREA}/printers.py")
    field(app, "Tên máy in").set_value("Canon")
    field(app, "Khay giấy").set_value("Khay tay")
    button(app, "Thêm máy in").click().run()
    assert not app.exception
    (made,) = printers.every(office.clerk)
    readings = [each for each in app.text_input if str(each.key).startswith("reading:")]
    for each, value in zip(readings, [value for _, x, y in printers.nominal(made) for value in (x + 1.5, y)], strict=True):
        each.set_value(f"{value:.1f}".replace(".", ","))
    button(app, "Tính hiệu chỉnh").click().run()
    assert not app.exception
    assert "Sai số còn lại dự kiến" in everything(app)
    assert round(printers.every(office.clerk)[0].calibration.tx, 3) == -1.5


@pytest.mark.proves("N06")
def test_a_blank_that_runs_out_waits_on_the_clerks_first_screen(screen, office):
    app = screen(office.clerk, f"{AREA}/stock.py")
    field(app, "Tên phôi").set_value("Phôi A4")
    button(app, "Thêm phôi").click().run()
    assert not app.exception
    (standing,) = stock.standings(office.clerk)
    assert (standing.blank.name, standing.left) == ("Phôi A4", 0)
    assert "Phôi sắp hết: Phôi A4" in everything(screen(office.clerk)).replace("\\", "")
    field(app, "Số tờ").set_value("2.000.000")
    button(app, "Ghi sổ").click().run()
    assert "Số tờ phải từ 1 đến 1.000.000." in everything(app).replace("\\", "")
    assert field(app, "Số tờ").value == "2.000.000"
    field(app, "Số tờ").set_value("1.300")
    button(app, "Ghi sổ").click().run()
    assert stock.standings(office.clerk)[0].left == 1_300
    assert "Phôi sắp hết" not in everything(screen(office.clerk))


def test_the_studio_nudges_undoes_and_saves(screen, office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    app = screen(office.clerk, f"{AREA}/studio.py", mau="dang-uy", id=decision.id)
    assert not app.exception
    place = next(each for each in app.number_input if each.label == "Từ trên (mm)")
    before = place.value
    place.set_value(before + 1).run()
    assert app.session_state["studio"].layout.groups[0].y == before + 1
    button(app, "Hoàn tác").click().run()
    assert app.session_state["studio"].layout.groups[0].y == before
    next(each for each in app.number_input if each.label == "Từ trên (mm)").set_value(5_000.0).run()
    button(app, "Lưu làm mẫu của cơ quan").click().run()
    assert studio.own(office.clerk) == [], "what stands in the field is not what would be saved"
    assert "Có chỗ chỉnh chưa nhận được" in everything(app)
    next(each for each in app.number_input if each.label == "Từ trên (mm)").set_value(before + 2).run()
    button(app, "Lưu làm mẫu của cơ quan").click().run()
    assert not app.exception
    (own,) = studio.own(office.clerk)
    assert (own.name, own.version, studio.open_layout(office.clerk, own.name).groups[0].y) == ("dang-uy-rieng", 1, before + 2)


@pytest.mark.proves("N30")
def test_the_news_sheet_asks_for_a_consent(screen, office):
    office.recorded(office.case("Trần Thị Ánh"))
    app = screen(office.secretary, f"{AREA}/news.py")
    assert not app.exception
    field(app, "Ai đồng ý lên bản tin, ngày nào").set_value("Chị Ánh đồng ý ngày 20/11/2026")
    button(app, "Làm bản tin").click().run()
    assert not app.exception
    assert "Chị Ánh đồng ý ngày 20/11/2026" in everything(app)


@pytest.fixture
def long_batch(office, monkeypatch):
    """Two papers, which count as many, and a child that has drawn one of them and hangs."""
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê An"))
    actions.issue(office.clerk, decision.id, "dang-uy")
    monkeypatch.setattr("recognition.issuing.actions.printing.SMALL", 1)
    words = "import sys, time; sys.stderr.write('1/2\\n'); sys.stderr.flush(); time.sleep(600)"
    monkeypatch.setattr(jobs, "_command", lambda _: [sys.executable, "-c", words])
    yield decision
    for job in list(jobs._jobs.values()):
        jobs.stop(job.account, job.place)


def heard(office, at):
    while not making.standing(office.clerk, at).done:
        time.sleep(0.02)


@pytest.mark.proves("N27")
@pytest.mark.parametrize(("page", "label"), (
    ("pages/certificates/decision.py", "Dựng PDF để in"), (f"{AREA}/ceremony.py", "Dựng cả gói (ZIP)"),
))  # fmt: skip
def test_a_long_print_shows_how_far_it_is_survives_a_new_window_and_stops(screen, office, long_batch, page, label):
    app = screen(office.clerk, page, id=long_batch.id)
    button(app, label).click().run()
    assert not app.exception
    (job,) = jobs._jobs.values()
    heard(office, job.place)
    app = screen(office.clerk, page, id=long_batch.id)
    assert "Đã dựng 1/2 giấy…" in [each.proto.text for each in app.get("progress")]
    button(app, "Dừng").click().run()
    assert not app.exception
    assert (job.child.poll() is not None, list((place.folder() / "printing").iterdir())) == (True, [])
    assert label in [each.label for each in app.button]


def test_a_print_whose_child_died_says_so_and_offers_to_try_again(screen, office, long_batch, monkeypatch):
    with monkeypatch.context() as dying:
        dying.setattr(jobs, "_command", lambda _: [sys.executable, "-c", "import os; os._exit(9)"])
        app = screen(office.clerk, "pages/certificates/decision.py", id=long_batch.id)
        button(app, "Dựng PDF để in").click().run()
    (job,) = jobs._jobs.values()
    job.child.wait()
    app = screen(office.clerk, "pages/certificates/decision.py", id=long_batch.id)
    assert "ngắt giữa chừng" in everything(app)
    monkeypatch.setattr(jobs, "_command", COMMAND)
    button(app, "Dựng PDF để in, lần nữa").click().run()
    (job,) = jobs._jobs.values()
    job.child.wait()
    app = screen(office.clerk, "pages/certificates/decision.py", id=long_batch.id)
    assert f"/tai-ve/ban-in/{job.id}" in [each.proto.url for each in app.get("link_button")]
