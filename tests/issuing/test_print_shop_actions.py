"""Proof slips, printers, blanks, ceremony, layouts and good-news sheets, on both engines."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader

from certificates import load_layout
from db import blobs
from recognition.hall import place
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale, Unavailable
from recognition.hall.transaction import transaction
from recognition.issuing import actions
from recognition.issuing.actions import ceremony, ground, news, printers, printing, proofs, stock, studio
from recognition.issuing.shop_terms import CallOrder, How, Split, StockKind
from tests.decisions.conftest import DAY
from tests.issuing.conftest import LAYOUT
from tests.support import people


def harmed(blob: str, content: bytes | None) -> None:
    """A kept file is lost (None), or holds something else."""
    file = blobs.path(place.folder() / "files", blob)
    file.unlink()
    if content is not None:
        file.write_bytes(content)


def invalid(call) -> set[str]:
    with pytest.raises(Invalid) as found:
        call()
    return set(found.value.fields)


def words(docx: bytes) -> str:
    document = Document(io.BytesIO(docx))
    return "\n".join([p.text for p in document.paragraphs] + [c.text for t in document.tables for r in t.rows for c in r.cells])


def png(width=400, height=300) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (200, 180, 120)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.proves("N08", "F09.11")
def test_each_unit_signs_exactly_what_its_slip_shows(office):
    decision = office.recorded(office.case("Trân Thị Ánh"), office.case("Lê Văn Tòng"))
    (slip,) = proofs.slips(office.clerk, decision.id)
    assert (slip.unit, [row.name for row in slip.rows], slip.doubts, slip.signed) == ("Chi bộ Trạm Y tế Phú Lộc", ["Đồng chí Trân Thị Ánh", "Đồng chí Lê Văn Tòng"], 1, None)
    assert "Trân Thị Ánh" in words(proofs.word(office.clerk, decision.id))
    assert invalid(lambda: proofs.sign(office.clerk, decision.id, slip.key, slip.content_sha256, " ", "31/12/2026")) == {"signed_by", "signed_on"}
    with pytest.raises(Stale):
        proofs.sign(office.clerk, decision.id, slip.key, "0" * 64, "Vũ Thị Ước", DAY)
    proofs.sign(office.clerk, decision.id, slip.key, slip.content_sha256, "Vũ Thị Ước", "26/11/2026")
    (signed,) = proofs.slips(office.clerk, decision.id)
    assert (signed.signed.signed_by, signed.signed.signed_on, signed.outdated) == ("Vũ Thị Ước", DAY, False)
    assert invalid(lambda: proofs.sign(office.clerk, decision.id, slip.key, slip.content_sha256, "Người khác", DAY)) == {""}


@pytest.mark.proves("N08", "F09.11")
def test_issuing_waits_for_signatures_where_the_office_says_so(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    proofs.require(office.clerk, decision.id, True)
    assert invalid(lambda: actions.issue(office.clerk, decision.id, LAYOUT)) == {""}
    (slip,) = proofs.slips(office.clerk, decision.id)
    made = proofs.sign(office.clerk, decision.id, slip.key, slip.content_sha256, "Vũ Thị Ước", DAY)
    proofs.withdraw(office.clerk, made.id, "Đơn vị báo còn sai chữ")
    assert invalid(lambda: actions.issue(office.clerk, decision.id, LAYOUT)) == {""}
    proofs.sign(office.clerk, decision.id, slip.key, slip.content_sha256, "Vũ Thị Ước", DAY)
    assert len(actions.issue(office.clerk, decision.id, LAYOUT)) == 1


def test_other_offices_see_no_slip(office):
    decision = office.recorded(office.case())
    for call in (proofs.slips, proofs.word, ceremony.calls, ceremony.pack):
        with pytest.raises(NotFound):
            call(people.nobody(), decision.id)


@pytest.mark.proves("N05")
def test_eight_readings_give_a_correction_and_its_expected_error(office):
    made = printers.add(office.clerk, "Canon văn phòng", "Khay tay", "A4", "landscape")
    assert (made.width, made.height, made.calibration) == (297.0, 210.0, None)
    assert invalid(lambda: printers.add(office.clerk, "Canon văn phòng", "Khay tay", "A4", "landscape")) == {"printer"}
    assert len(PdfReader(io.BytesIO(printers.sheet(office.clerk, made.id))).pages) == 1
    assert invalid(lambda: printers.sheet(office.clerk, made.id, proof=True)) == {""}
    shifted = [value for _, x, y in printers.nominal(made) for value in (x + 2.0, y - 1.0)]
    assert invalid(lambda: printers.correct(office.clerk, made.id, made.version, [None, *shifted[1:]])) == {"reading:0"}
    assert invalid(lambda: printers.correct(office.clerk, made.id, made.version, [200.0] * 8)) == {""}
    fitted = printers.correct(office.clerk, made.id, made.version, shifted)
    assert (round(fitted.calibration.tx, 6), round(fitted.calibration.ty, 6), round(fitted.calibration.error, 6)) == (-2.0, 1.0, 0.0)
    with pytest.raises(Stale):
        printers.correct(office.clerk, made.id, made.version, shifted)
    assert len(PdfReader(io.BytesIO(printers.sheet(office.clerk, made.id, proof=True))).pages) == 1
    printers.remove(office.clerk, made.id, fitted.version)
    assert printers.every(office.clerk) == []


def test_only_the_clerk_measures_printers_and_designs(office):
    with pytest.raises(NotAllowed):
        printers.add(office.secretary, "Canon", "Khay", "A4", "landscape")
    with pytest.raises(NotAllowed):
        studio.save(office.secretary, load_layout(LAYOUT), "rieng", "Riêng")


@pytest.mark.proves("N06", "N05")
def test_a_blank_is_printed_words_only_at_its_own_size_and_the_ledger_agrees(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    papers = actions.issue(office.clerk, decision.id, LAYOUT)
    assert invalid(lambda: stock.save(office.clerk, office.issuer, "", 20, None, 5)) == {"name", "width", "height"}
    assert invalid(lambda: stock.save(office.clerk, office.issuer, "Phôi", 360, 270, 5, b"khong phai anh")) == {"picture"}
    blank = stock.save(office.clerk, office.issuer, "Phôi có hoa văn", 360.0, 270.0, 5, png())
    with Image.open(io.BytesIO(stock.picture(office.clerk, papers[0].award_id, LAYOUT, blank.id, dpi=60))) as seen:
        assert seen.size == (850, 638)
    stock.enter(office.clerk, blank.id, "received", 6, DAY, "Nhận của nhà in")
    pdf, _ = printing.print_pdf(office.clerk, decision.id, how=How(blank=blank))
    pages = PdfReader(io.BytesIO(pdf)).pages
    assert [(round(float(page.mediabox.width) * 25.4 / 72), round(float(page.mediabox.height) * 25.4 / 72)) for page in pages] == [(360, 270)] * 2
    assert not any("/A" in page["/Resources"]["/XObject"] for page in pages)
    (standing,) = stock.standings(office.clerk)
    assert (standing.left, standing.printed, len(stock.disagreements(standing))) == (6, 2, 1)
    stock.enter(office.clerk, blank.id, "used", 2, DAY, "")
    (standing,) = stock.standings(office.clerk)
    assert (standing.left, standing.difference, stock.disagreements(standing), stock.low(office.clerk)) == (4, 0, (), [standing])
    actions.spoil(office.clerk, papers[0].id, papers[0].version, "Kẹt giấy")
    assert len(stock.disagreements(stock.standings(office.clerk)[0])) == 1
    assert invalid(lambda: stock.enter(office.clerk, blank.id, "spoiled", 99, DAY, "Lem mực")) == {"sheets"}
    assert invalid(lambda: stock.enter(office.clerk, blank.id, "spoiled", 1, date(2026, 12, 31), "")) == {"day", "detail"}
    assert [(entry.kind, entry.sheets, entry.left) for entry in stock.ledger(office.clerk, blank.id)] == [(StockKind.RECEIVED, 6, 6), (StockKind.USED, 2, 4)]
    assert load_workbook(io.BytesIO(stock.ledger_excel(office.clerk, blank.id))).active["A1"].value == "SỔ THEO DÕI PHÔI"
    with pytest.raises(NotFound):
        stock.ledger(people.nobody(), blank.id)


@pytest.mark.proves("N27")
def test_the_pack_has_the_pdf_in_the_order_of_calling_and_every_paper(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"), office.case("Tổ y tế", kind="collective"))
    assert [call.name for call in ceremony.calls(office.clerk, decision.id)] == ["Chi bộ Trạm Y tế Phú Lộc", "Đồng chí Trần Thị Ánh", "Đồng chí Lê Văn Tòng"]
    content, name = ceremony.pack(office.clerk, decision.id)
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        assert sorted(bundle.namelist()) == sorted(f"{paper.title}.{paper.ending}" for paper in ceremony.PAPERS)
    actions.issue(office.clerk, decision.id, LAYOUT)
    content, name = ceremony.pack(office.clerk, decision.id, CallOrder.AWARD, Split.GROUP)
    assert name == "Gói lễ trao 214-QĐ-ĐUCCQ.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        pdfs = sorted(each for each in bundle.namelist() if each.endswith(".pdf"))
        assert pdfs == ["01 Giấy khen- Tập thể.pdf", "02 Giấy khen- Cá nhân.pdf"]
        individual = PdfReader(io.BytesIO(bundle.read(pdfs[1])))
        assert ["Trần" in page.extract_text() for page in individual.pages] == [True, False]
        script, signed = words(bundle.read("Kịch bản đọc.docx")), words(bundle.read("Danh sách ký nhận.docx"))
    assert script.index("Trần Thị Ánh") < script.index("Lê Văn Tòng")
    assert "Tổng tiền thưởng bằng chữ" in signed
    assert "002/2026" in signed


@pytest.mark.proves("N27")
def test_who_has_received_is_no_longer_on_the_list_of_absentees(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    first = ceremony.calls(office.clerk, decision.id)[0]
    actions.hand_over(office.clerk, first.award_id, DAY, first.name)
    left = words(ceremony.paper(office.clerk, decision.id, "absentees"))
    assert ("Trần Thị Ánh" in left, "Lê Văn Tòng" in left) == (False, True)


def test_a_new_version_of_an_own_layout_does_not_change_what_was_issued(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    first = studio.save(office.clerk, studio.open_layout(office.clerk, LAYOUT), "rieng", "Mẫu riêng")
    (paper,) = actions.issue(office.clerk, decision.id, "rieng")
    before, _ = actions.print_one(office.clerk, paper.id, "PNG")
    red = studio.recolour(studio.open_layout(office.clerk, "rieng"), {"red": "#112299"})
    second = studio.save(office.clerk, red, "rieng", "Mẫu riêng")
    after, _ = actions.print_one(office.clerk, paper.id, "PNG")
    assert (first.version, second.version, after == before, second.sha256 == first.sha256) == (1, 2, True, False)
    assert [each.version for each in studio.versions(office.clerk, "rieng")] == [2, 1]
    assert studio.version(office.clerk, first.id).colours["red"] == load_layout(LAYOUT).colours["red"]
    (place.folder() / "layouts" / "rieng.toml").unlink()
    assert studio.restore_files() == 1
    studio.remove(office.clerk, "rieng")
    assert [name for name, _, own in studio.designs(office.clerk) if own] == []


def test_the_studio_refuses_what_no_layout_may_be(office):
    layout = load_layout(LAYOUT)
    head = next(view for view in studio.fields(layout) if view.is_group and view.group == "head")
    assert studio.change(layout, head, y=head.y + 1).groups[head.index].y == head.y + 1
    for values in ({"x": 1.0}, {"width": 0.0}, {"x": 290.0}):
        assert invalid(lambda values=values: studio.change(layout, head, **values)) == {""}
    name = next(view for view in studio.fields(layout) if view.label.startswith("Họ tên") and not view.is_group)
    assert invalid(lambda: studio.change(layout, name, face="KhongCo")) == {""}
    for values in ({"tracking": 0.7}, {"tracking": -0.1}, {"gap": 101.0}, {"size": 401.0}):
        assert invalid(lambda values=values: studio.change(layout, name, **values)) == {""}
    for space in (24.0, 61.0):
        assert invalid(lambda space=space: studio.checked(replace(layout, signature_space=space))) == {""}
    assert invalid(lambda: studio.save(office.clerk, layout, LAYOUT, "Đè mẫu có sẵn")) == {"name"}
    assert invalid(lambda: studio.import_layout(office.clerk, b"\xff\xfe\x00")) == {"file"}
    assert invalid(lambda: studio.import_layout(office.clerk, b"name = 'a'")) == {"file"}
    assert studio.import_layout(office.clerk, studio.export(layout)) == layout
    assert invalid(lambda: studio.keep_font(office.clerk, b"khong phai phong", "PhongCoQuan")) == {"font"}
    assert invalid(lambda: studio.keep_emblem(office.clerk, layout, b"GIF89a", "bieu-trung")) == {"emblem"}


def test_the_studio_shows_the_hardest_rows_of_a_decision(office):
    decision = office.recorded(office.case("Một"), office.case("Công Tằng Tôn Nữ Hoàng Phương Quỳnh"), office.case("Hai"))
    layout = studio.open_layout(office.clerk, LAYOUT)
    rows = studio.worst(office.clerk, layout, decision.id, 1)
    assert [(row.recipient, row.stamp) for row in rows] == [("Công Tằng Tôn Nữ Hoàng Phương Quỳnh", "BẢN NHÁP")]
    with Image.open(io.BytesIO(studio.look(layout, rows[0], 60))) as seen:
        assert seen.size == (702, 496)
    small = replace(layout, fields=tuple(replace(field, lines=1) for field in layout.fields))
    assert studio.troubles(layout, studio.worst(office.clerk, layout)) == []
    assert studio.troubles(small, studio.worst(office.clerk, layout)) != []


def _photo(office, award_id) -> None:
    blob = blobs.put(place.folder() / "files", png())
    with transaction(None) as t:
        nomination = t.value("select nomination_id from award where id = $1", award_id)
        t.run(
            """
            insert into evidence (id, nomination_id, blob, kind, file_name, media_type, bytes, caption, criterion_id, picture_hash, taken_on, added_by,
                added_at, removed_at)
            values ($1, $2, $3, 'picture', 'anh.png', 'image/png', 10, 'Trao quà', null, null, null, $4, '2026-11-20 03:00:00', null)
            """,
            people.uuid4(), nomination, blob, office.secretary.account_id,
        )


@pytest.mark.proves("N30")
def test_no_news_sheet_without_a_consent_and_no_photo_without_its_own(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    (award,) = actions.awards(office.clerk, decision.id)
    with transaction(None) as t:
        t.run("update nomination set publish = 0, publish_basis = ''")
    _photo(office, award.award_id)
    (photo,) = news.photos(office.secretary, award.award_id)
    assert invalid(lambda: news.make(office.secretary, award.award_id, "")) == {"consent"}
    assert invalid(lambda: news.make(office.secretary, award.award_id, "Chị Ánh đồng ý 20/11/2026", photo.id, "")) == {"photo_consent"}
    assert invalid(lambda: news.make(office.secretary, award.award_id, "Chị Ánh đồng ý", people.uuid4(), "Chị Ánh")) == {"photo"}
    made = news.make(office.secretary, award.award_id, "Chị Ánh đồng ý 20/11/2026", photo.id, "Chị Ánh đồng ý 20/11/2026")
    assert (news.current(office.secretary, award.award_id).id, made.evidence_id) == (made.id, photo.id)
    with Image.open(io.BytesIO(news.picture(office.secretary, made.id, "square"))) as square:
        assert square.size == (1080, 1080)
    page = PdfReader(io.BytesIO(news.picture(office.secretary, made.id, "a3", "PDF", dpi=50))).pages[0]
    assert (round(float(page.mediabox.width) * 25.4 / 72), round(float(page.mediabox.height) * 25.4 / 72)) == (297, 420)
    news.withdraw(office.secretary, made.id, "Chị Ánh đổi ý")
    with pytest.raises(NotFound):
        news.picture(office.secretary, made.id, "square")
    with pytest.raises(NotFound):
        news.photos(office.clerk, award.award_id)


@pytest.mark.proves("F14.02")
def test_a_picture_stands_beside_a_published_example_by_its_own_consent_and_goes_with_it(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Hai"))
    award, other = actions.awards(office.clerk, decision.id)
    _photo(office, award.award_id)
    _photo(office, other.award_id)
    (photo,) = news.photos(office.secretary, award.award_id)
    (strange,) = news.photos(office.secretary, other.award_id)

    def publish(**shown):
        return actions.publish(office.secretary, award.award_id, "law", "Luật 10/2022/QH15", "Bà Ánh bơi ra.", **shown)

    assert invalid(lambda: publish(photo=photo.id)) == {"photo_consent"}
    assert invalid(lambda: publish(photo=strange.id, photo_consent="Bà Ánh")) == {"photo"}
    made = publish(photo=photo.id, photo_consent="Bà Ánh đồng ý ngày 20/11/2026")
    assert [(row.evidence_id, row.photo_consent) for row in actions.publications(office.secretary)] == [(photo.id, "Bà Ánh đồng ý ngày 20/11/2026")]
    assert [row.photo for row in actions.published().rows] == ["Trao quà"]
    with Image.open(io.BytesIO(actions.published_photo(made.id))) as seen:
        assert seen.format == "JPEG"
    with Image.open(io.BytesIO(actions.published_photo(made.id, small=True))) as seen:
        assert max(seen.size) <= 240
    actions.unpublish(office.secretary, made.id, made.version, "Bà Ánh yêu cầu gỡ")
    with pytest.raises(NotFound):
        actions.published_photo(made.id)


@pytest.mark.proves("F14.02")
def test_without_a_picture_there_is_none_and_a_removed_one_is_not_shown(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    (award,) = actions.awards(office.clerk, decision.id)
    _photo(office, award.award_id)
    (photo,) = news.photos(office.secretary, award.award_id)
    made = actions.publish(office.secretary, award.award_id, "law", "Luật 10/2022/QH15", "", photo=photo.id, photo_consent="Bà Ánh")
    with transaction(None) as t:
        t.run("update evidence set removed_at = '2026-11-27 03:00:00'")
    assert actions.published_one(made.id).photo is None
    with pytest.raises(NotFound):
        actions.published_photo(made.id)


def test_a_picture_that_was_lost_or_damaged_on_the_disk_is_said_in_a_sentence(office):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    (award,) = actions.awards(office.clerk, decision.id)
    _photo(office, award.award_id)
    (photo,) = news.photos(office.secretary, award.award_id)
    file = blobs.path(place.folder() / "files", photo.blob)
    file.chmod(0o640)
    file.write_bytes(b"hong")
    with pytest.raises(Unavailable) as damaged:
        news.photo(office.secretary, award.award_id, photo.id)
    file.unlink()
    with pytest.raises(NotFound) as lost:
        news.photo(office.secretary, award.award_id, photo.id)
    assert [damaged.value.sentence, lost.value.sentence] == [
        "Ảnh bị hỏng trên máy chủ. Anh/chị báo người quản trị phục hồi từ bản sao lưu.",
        "Ảnh không còn trên máy chủ. Anh/chị chọn ảnh khác hoặc báo người quản trị.",
    ]


@pytest.mark.proves("F09.07")
def test_the_register_is_a_printable_book_on_a3(office):
    decision = office.recorded(office.case("Trần Thị Ánh"), office.case("Lê Văn Tòng"))
    actions.issue(office.clerk, decision.id, LAYOUT)
    (page,) = PdfReader(io.BytesIO(actions.register_pdf(office.secretary))).pages
    said = page.extract_text()
    assert (round(float(page.mediabox.width) * 25.4 / 72), "SỔ CẤP GIẤY KHEN" in said, "001/2026" in said, "002/2026" in said) == (420, True, True, True)


@pytest.mark.parametrize(("harm", "raised", "said"), ((None, NotFound, "không còn trên máy chủ"), (b"khac", Unavailable, "bị hỏng trên máy chủ")))
def test_a_picture_or_an_ornament_that_was_lost_or_damaged_is_said_in_one_sentence(office, monkeypatch, harm, raised, said):
    decision = office.recorded(office.case("Trần Thị Ánh"))
    papers = actions.issue(office.clerk, decision.id, LAYOUT)
    blank = stock.save(office.clerk, office.issuer, "Phôi có hoa văn", 360.0, 270.0, 5, png())
    with transaction(office.clerk) as t:
        art = t.value("select art_blob from certificate_layout where version = $1", papers[0].layout_version)
    harmed(blank.picture, harm)
    with pytest.raises(raised, match=f"Ảnh phôi {said}"):
        stock.picture(office.clerk, papers[0].award_id, LAYOUT, blank.id, dpi=60)
    harmed(art, harm)
    monkeypatch.setattr(ground, "has_art", lambda _art: False)
    with pytest.raises(raised, match=f"Hình nền đã giữ khi cấp giấy {said}"):
        printing.print_pdf(office.clerk, decision.id)
