"""Files of a case: what is taken, what is refused, who may have them back."""

import io
import zipfile
from datetime import date

import pytest
from PIL import Image
from pypdf import PdfWriter

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignInput, CampaignKind, Criterion
from recognition.hall import place as folder
from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.nominations import actions
from recognition.nominations.terms import Commendation, EvidenceInput, EvidenceKind
from tests.support import people


def pdf(width=200) -> bytes:
    writer, made = PdfWriter(), io.BytesIO()
    writer.add_blank_page(width, 200)
    writer.write(made)
    return made.getvalue()


PDF = pdf()


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path))


def photo(size=(400, 300), **options) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "#86a").save(made, "JPEG", **options)
    return made.getvalue()


def given(data=PDF, kind=EvidenceKind.PAPER, name="Xác nhận của công an xã.pdf", caption="Xác nhận"):
    return EvidenceInput(data, name, kind, caption)


@pytest.mark.proves("F04.03")
def test_a_file_comes_back_as_it_was_given_for_whoever_sees_the_case(place):
    case = actions.save_draft(place.nominator, place.deed())
    added = actions.add_evidence(place.nominator, case.id, given())
    assert (added.file_name, added.media_type, added.bytes, added.caption) == ("Xác nhận của công an xã.pdf", "application/pdf", len(PDF), "Xác nhận")
    assert actions.evidence(place.nominator, case.id) == [added]
    assert actions.evidence_file(place.nominator, added.id) == (PDF, added)
    for stranger in (place.leader, place.secretary, people.nobody()):
        with pytest.raises(NotFound):
            actions.evidence_file(stranger, added.id)
    sent = actions.submit(place.nominator, case.id, case.version)
    assert actions.evidence_file(place.leader, added.id)[0] == PDF
    assert added.blob in actions.revisions(place.nominator, sent.id)[0].content


@pytest.mark.parametrize(
    ("caption", "said"), (("Tờ trình đã ký", "Tờ trình đã ký"), ("Bản có dấu", "Tờ trình đã ký: Bản có dấu"), ("", "Tờ trình đã ký: tt.pdf")),
)
def test_the_history_says_a_caption_that_only_repeats_the_kind_once(place, caption, said):
    case = actions.save_draft(place.nominator, place.deed())
    actions.add_evidence(place.nominator, case.id, given(kind=EvidenceKind.SIGNED_SUBMISSION, name="tt.pdf", caption=caption))
    assert actions.history(place.nominator, case.id)[0].sentence.split("minh chứng: ")[1].rstrip(".") == said


def test_a_picture_is_reduced_and_loses_what_it_hides(place):
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:11:21 16:05:00"
    exif[0x010E] = "số nhà 12"
    case = actions.save_draft(place.nominator, place.deed())
    added = actions.add_evidence(place.nominator, case.id, given(photo((4000, 3000), exif=exif), EvidenceKind.PICTURE, "IMG_1.JPG"))
    data, _ = actions.evidence_file(place.nominator, added.id)
    kept = Image.open(io.BytesIO(data))
    assert (kept.size, dict(kept.getexif()), added.taken_on) == ((2560, 1920), {}, date(2026, 11, 21))


@pytest.mark.parametrize(
    ("data", "name"),
    ((b"", "a.pdf"), (b"MZ\x90\x00", "anh.jpg"), (b"<svg onload=alert(1)>", "anh.svg"), (photo()[:200], "hong.jpg"), (b"PK\x03\x04", "a.docx")),
)
def test_what_is_no_picture_and_no_pdf_is_refused_in_one_sentence(place, data, name):
    case = actions.save_draft(place.nominator, place.deed())
    with pytest.raises(Invalid) as wrong:
        actions.add_evidence(place.nominator, case.id, given(data, name=name))
    assert list(wrong.value.fields) == ["file"]
    assert actions.evidence(place.nominator, case.id) == []


def test_the_same_file_is_added_once_and_a_sent_case_takes_none(place):
    case = actions.save_draft(place.nominator, place.deed())
    added = actions.add_evidence(place.nominator, case.id, given())
    with pytest.raises(Invalid):
        actions.add_evidence(place.nominator, case.id, given(name="ban-sao.pdf"))
    sent = actions.submit(place.nominator, case.id, case.version)
    for attempt in (lambda: actions.add_evidence(place.nominator, case.id, given(pdf(300))), lambda: actions.remove_evidence(place.nominator, added.id)):
        with pytest.raises(NotAllowed):
            attempt()
    actions.recall(place.nominator, case.id, sent.version)
    actions.remove_evidence(place.nominator, added.id)
    assert actions.evidence(place.nominator, case.id) == []
    with pytest.raises(NotFound):
        actions.evidence_file(place.nominator, added.id)


def test_a_file_broken_on_the_disk_is_told_and_not_shown(place, tmp_path):
    case = actions.save_draft(place.nominator, place.deed())
    added = actions.add_evidence(place.nominator, case.id, given())
    stored = next(path for path in (tmp_path / "files").rglob(added.blob))
    stored.unlink()
    with pytest.raises(NotFound):
        actions.evidence_file(place.nominator, added.id)


@pytest.mark.proves("F12.07")
def test_everything_of_a_case_comes_in_one_archive_without_contacts(place):
    case = actions.save_draft(place.nominator, place.deed())
    actions.add_evidence(place.nominator, case.id, given(caption="Xác nhận ../../công an"))
    actions.submit(place.nominator, case.id, case.version)
    data, code = actions.archive(place.leader, case.id)
    with zipfile.ZipFile(io.BytesIO(data)) as kept:
        assert kept.namelist() == ["lan gui 1.json", "lich su.txt", "minh chung/01 Xác nhận ______công an.pdf"]
        assert "0900" not in kept.read("lan gui 1.json").decode()
        assert kept.read("minh chung/01 Xác nhận ______công an.pdf") == PDF
    assert code == case.code
    with pytest.raises(NotFound):
        actions.archive(place.secretary, case.id)


@pytest.mark.proves("F04.03")
def test_a_file_proves_a_criterion_of_its_own_campaign_only(place):
    def campaign(name):
        data = CampaignInput(place.issuer, name, CampaignKind.THEMATIC, date(2026, 1, 1), date(2026, 12, 31), criteria=(Criterion("Nội dung", 100),))
        made = campaigns.save(place.secretary, data)
        return campaigns.launch(place.secretary, made.id, made.version, [place.unit])

    own, other = campaign("Dân vận khéo"), campaign("Việc tốt quanh ta")
    case = actions.save_draft(place.nominator, place.deed(commendation=Commendation.CAMPAIGN, campaign_id=own.id))
    added = actions.add_evidence(place.nominator, case.id, EvidenceInput(PDF, "a.pdf", EvidenceKind.PAPER, criteria=(own.criteria[0].id,)))
    assert added.criteria == (own.criteria[0].id,)
    with pytest.raises(Invalid) as wrong:
        actions.add_evidence(place.nominator, case.id, EvidenceInput(pdf(300), "b.pdf", EvidenceKind.PAPER, criteria=(other.criteria[0].id,)))
    assert list(wrong.value.fields) == ["criteria"]


def test_one_scan_hung_on_many_cases_is_looked_at_once(monkeypatch):
    from recognition.nominations.actions import examining
    from recognition.sample import papers

    looked: list[str] = []
    real = examining._looked_at
    monkeypatch.setattr(examining, "_looked_at", lambda data, name: looked.append(name) or real(data, name))
    monkeypatch.setattr(examining, "_REMEMBERED", type(examining._REMEMBERED)())
    scan = papers.signed_paper(9)
    kept = [examining.examined(scan, name) for name in ("to-trinh.pdf", "ban-sao.PDF", "khac.pdf")]
    assert (looked, kept[0] == kept[1] == kept[2]) == (["to-trinh.pdf"], True)
