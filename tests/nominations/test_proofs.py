"""Files criterion by criterion: marked, demanded by a campaign, told in what was sent and in the archive."""

import io
import zipfile
from datetime import date

import pytest
from PIL import Image, ImageDraw

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignInput, CampaignKind, Criterion
from recognition.hall import place as folder
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import reading
from recognition.nominations import actions
from recognition.nominations.terms import Change, Commendation, EvidenceInput, EvidenceKind
from tests.nominations.test_evidence import PDF, pdf

LINES = (Criterion("Kết quả", 60, proof=True), Criterion("Cách làm", 40), Criterion("Lan toả", 5, bonus=True))


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path))


def campaign(place, name="Dân vận khéo", lines=LINES):
    made = campaigns.save(place.secretary, CampaignInput(place.issuer, name, CampaignKind.THEMATIC, date(2026, 1, 1), date(2026, 12, 31), criteria=lines))
    return campaigns.launch(place.secretary, made.id, made.version, [place.unit])


def case_in(place, own):
    return actions.save_draft(place.nominator, place.deed(commendation=Commendation.CAMPAIGN, campaign_id=own.id))


def add(place, case, criteria=(), data=PDF, caption="Xác nhận"):
    return actions.add_evidence(place.nominator, case.id, EvidenceInput(data, "a.pdf", EvidenceKind.PAPER, caption, tuple(criteria)))


@pytest.mark.proves("F04.03")
def test_a_file_proves_several_criteria_and_may_be_marked_anew_while_the_case_is_written(place):
    own = campaign(place)
    result, way, spread = (line.id for line in own.criteria)
    case = case_in(place, own)
    added = add(place, case, (way, result))
    assert added.criteria == (result, way)
    assert actions.prove(place.nominator, added.id, (spread,)).criteria == (spread,)
    assert actions.evidence(place.nominator, case.id)[0].criteria == (spread,)
    assert actions.history(place.nominator, case.id)[0].sentence.endswith("Xác nhận chứng minh cho «Lan toả»")
    actions.prove(place.nominator, added.id, (result,))
    assert actions.proofs(place.nominator, case.id) == {added.id: ("Kết quả",)}
    sent = actions.submit(place.nominator, case.id, case.version)
    with pytest.raises(NotAllowed):
        actions.prove(place.nominator, added.id, ())
    assert '"proves":["Kết quả"]' in actions.revisions(place.nominator, sent.id)[0].content


@pytest.mark.proves("F04.03", "F05.01")
def test_a_criterion_that_needs_a_file_is_named_until_it_has_one(place):
    own = campaign(place)
    case = case_in(place, own)
    add(place, case, (own.criteria[1].id,))
    with pytest.raises(Invalid) as refused:
        actions.submit(place.nominator, case.id, case.version)
    assert refused.value.fields == {"evidence": "Phong trào cần minh chứng cho tiêu chí «Kết quả». Anh/chị tải tệp lên rồi đánh dấu tiêu chí này. (Kế hoạch của phong trào.)"}
    add(place, case, (own.criteria[0].id,), pdf(300))
    assert actions.submit(place.nominator, case.id, case.version).state == "submitted"


def test_what_was_marked_differently_stands_among_the_differences(place):
    own = campaign(place, lines=(Criterion("Kết quả", 60), Criterion("Cách làm", 40)))
    case = case_in(place, own)
    added = add(place, case)
    sent = actions.submit(place.nominator, case.id, case.version)
    back = actions.recall(place.nominator, sent.id, sent.version)
    actions.prove(place.nominator, added.id, (own.criteria[0].id,))
    actions.submit(place.nominator, back.id, back.version)
    after, before = actions.revisions(place.nominator, case.id)
    assert actions.compared(before, after) == (Change("Minh chứng", "Giấy tờ, xác nhận: Xác nhận", "Giấy tờ, xác nhận: Xác nhận (chứng minh cho «Kết quả»)"),)


def test_a_case_that_moves_to_another_campaign_leaves_the_marks_behind(place):
    own, other = campaign(place), campaign(place, "Việc tốt quanh ta", (Criterion("Nội dung", 100),))
    case = case_in(place, own)
    add(place, case, (own.criteria[0].id,))
    actions.move(place.nominator, case.id, case.version, other.id)
    assert actions.evidence(place.nominator, case.id)[0].criteria == ()


@pytest.mark.proves("F12.07")
def test_the_archive_says_which_file_proves_what(place):
    own = campaign(place)
    case = case_in(place, own)
    add(place, case, (own.criteria[0].id,), caption="Sổ sửa chữa")
    add(place, case, (), pdf(300), "Giấy xác nhận")
    with zipfile.ZipFile(io.BytesIO(actions.archive(place.nominator, case.id)[0])) as kept:
        told = kept.read("minh chung theo tieu chi.txt").decode()
    assert told.splitlines() == ["Kết quả", "  01 Sổ sửa chữa.pdf", "Cách làm", "  (chưa có tệp riêng)", "Lan toả", "  (chưa có tệp riêng)", "Cả hồ sơ", "  02 Giấy xác nhận.pdf"]


@pytest.mark.proves("F02.03")
def test_a_criterion_on_which_files_stand_is_neither_dropped_nor_lowered(place):
    own = campaign(place)
    add(place, case_in(place, own), (own.criteria[0].id,))

    def change(*lines):
        data = CampaignInput(place.issuer, own.name, own.kind, own.from_date, own.to_date, criteria=lines)
        return campaigns.change(place.secretary, own.id, own.version, data)

    first, second = own.criteria[0], own.criteria[1]
    for lines in ((Criterion("Hiệu quả", 60), second), (Criterion("Kết quả", 50, id=first.id), Criterion("Cách làm", 50, id=second.id))):
        with pytest.raises(Invalid) as refused:
            change(*lines)
        assert "«Kết quả» đã có điểm hoặc minh chứng" in refused.value.fields["criteria"]
    assert [line.name for line in change(first, Criterion("Cách làm mới", 40)).criteria] == ["Kết quả", "Cách làm mới"]


@pytest.mark.proves("F06.01")
def test_a_unit_scores_itself_before_it_sends_and_what_it_gave_goes_along(place):
    own = campaign(place, lines=(Criterion("Kết quả", 60), Criterion("Cách làm", 40)))
    case = case_in(place, own)
    result, way = (line.id for line in own.criteria)
    assert actions.score_itself(place.nominator, case.id, {result: 0, way: 35}) == {result: 0, way: 35}
    with pytest.raises(Invalid) as refused:
        actions.score_itself(place.nominator, case.id, {result: 61})
    assert refused.value.fields == {str(result): "Điểm của «Kết quả» từ 0 đến 60."}
    sent = actions.submit(place.nominator, case.id, case.version)
    assert '"self_score":{"Cách làm":35,"Kết quả":0}' in actions.revisions(place.nominator, sent.id)[0].content
    assert actions.self_scores(place.leader, case.id) == {result: 0, way: 35}
    with pytest.raises(NotAllowed):
        actions.score_itself(place.nominator, case.id, {result: 50})


@pytest.mark.proves("F04.03", "F05.07")
def test_one_picture_in_two_cases_is_found_however_it_was_saved_again(place):
    def shown(case, size, quality, kind=EvidenceKind.PICTURE):
        made = io.BytesIO()
        scene().resize(size).save(made, "JPEG", quality=quality)
        actions.add_evidence(place.nominator, case.id, EvidenceInput(made.getvalue(), "a.jpg", kind, "Bến đò"))

    first = actions.save_draft(place.nominator, place.deed())
    second = actions.save_draft(place.nominator, place.deed(title="Giúp bà con qua sông mùa lũ"))
    shown(first, (1200, 900), 90)
    shown(second, (640, 480), 60)
    with reading(None) as t:
        assert actions.used_twice(t, second.id) == ()  # the first is still a draft
    sent = actions.submit(place.nominator, first.id, first.version)
    with reading(None) as t:
        assert actions.used_twice(t, second.id) == (f"«Bến đò» giống ảnh ở hồ sơ {sent.code} của {sent.unit_name}",)
        assert actions.used_twice(t, first.id) == ()
    third = actions.save_draft(place.nominator, place.deed(title="Trồng cây ven đê"))
    shown(third, (640, 480), 60, EvidenceKind.SIGNED_SUBMISSION)
    with reading(None) as t:
        assert actions.used_twice(t, third.id) == ()


def scene():
    image = Image.new("RGB", (1200, 900), (200, 220, 240))
    pen = ImageDraw.Draw(image)
    pen.ellipse((150, 100, 350, 300), fill=(240, 190, 60))
    pen.polygon([(0, 900), (450, 380), (900, 900)], fill=(60, 110, 60))
    pen.polygon([(500, 900), (900, 480), (1200, 900)], fill=(90, 130, 80))
    return image
