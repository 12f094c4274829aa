"""What a trusted key signed is read as strictly as a stranger's file."""

import hashlib
from datetime import date

import pytest

import parcel
from parcel import canonical
from recognition.courier import actions, keys
from recognition.hall.errors import Invalid
from recognition.hall.transaction import transaction
from tests.courier.conftest import photo


def _from_lower(levels, content: dict, files: dict | None = None, **changes) -> bytes:
    """A parcel that the lower installation's own key signs, with whatever content."""
    with levels.lower.here():
        own = keys.ensure()
        card = parcel.card_of(own, "Đảng uỷ xã Phú Lộc")
    with levels.upper.here():
        above = actions.own_card(levels.upper.secretary)
    told = {"id": "6f0c3f7e-3c69-4c37-9b0c-0d1f6b1d4a11", "kind": "cases", "number": 9, "made_on": date(2026, 11, 27), "cases": 1} | changes
    return parcel.pack(parcel.Contents(content=content, files=files or {}, **told), own, card, above)


@pytest.mark.proves("N24")
@pytest.mark.parametrize(
    ("change", "begins"),
    (
        (lambda case: case | {"extra": 1}, "Hồ sơ thứ 1 trong gói thiếu phần hoặc sai dạng"),
        (lambda case: {name: value for name, value in case.items() if name != "title"}, "Hồ sơ thứ 1"),
        (lambda case: case | {"title": 5}, "Hồ sơ thứ 1"),
        (lambda case: case | {"title": "x" * 20_001}, "Hồ sơ thứ 1"),
        (lambda case: case | {"ref": "khong-phai"}, "Hồ sơ thứ 1"),
        (lambda case: case | {"subject": "model_year"}, "Hồ sơ thứ 1"),
        (lambda case: case | {"subject": "achievement"}, "Hồ sơ thứ 1"),
        (lambda case: case | {"told": 1}, "Hồ sơ thứ 1"),
        (lambda case: case | {"recipient_birth_year": True}, "Hồ sơ thứ 1"),
        (lambda case: case | {"deed": case["deed"] | {"deed_date": "20/11/2026"}}, "Hồ sơ thứ 1"),
        (lambda case: case | {"deed": case["deed"] | {"papi": "1"}}, "Hồ sơ thứ 1"),
        (lambda case: case | {"evidence": [{"sha256": "../../x", "kind": "picture", "file_name": "a.jpg", "caption": ""}]}, "Hồ sơ thứ 1"),
        (lambda case: case | {"evidence": [{"sha256": "0" * 64, "kind": "picture", "file_name": "a.jpg", "caption": ""}]}, "Số hồ sơ hoặc minh chứng"),
        (lambda case: [case], "Hồ sơ thứ 1"),
    ),
)
def test_a_signed_parcel_is_read_as_strictly_as_a_strangers(levels, change, begins):
    with levels.lower.here():
        levels.lower.sends(levels.above, levels.lower.accepted().id)
        with transaction(None) as t:
            good = canonical.read(t.value("select content from courier_case").encode())
    with levels.upper.here():
        assert levels.upper.opens(_from_lower(levels, {"cases": [good], "withdrawn": []})).waiting == 1
        odd = _from_lower(levels, {"cases": [change(good)], "withdrawn": []}, id="7f0c3f7e-3c69-4c37-9b0c-0d1f6b1d4a11")
        with pytest.raises(Invalid) as refused:
            levels.upper.opens(odd)
        assert refused.value.fields["file"].startswith(begins)


@pytest.mark.parametrize(
    ("content", "changes"),
    (
        ({}, {}),
        ({"cases": {}, "withdrawn": []}, {}),
        ({"cases": [], "withdrawn": []}, {}),
        ({"cases": [], "withdrawn": ["x"]}, {"cases": 0}),
        ({"cases": [], "withdrawn": ["6f0c3f7e-3c69-4c37-9b0c-0d1f6b1d4a12"] * 2}, {"cases": 0}),
        ({"results": []}, {"kind": "results"}),
        ({"results": [{}]}, {"kind": "results"}),
    ),
)
def test_a_content_that_is_none_of_ours_is_refused(levels, content, changes):
    with levels.upper.here(), pytest.raises(Invalid) as refused:
        levels.upper.opens(_from_lower(levels, content, **changes))
    assert set(refused.value.fields) == {"file"}


@pytest.mark.proves("N24")
def test_a_file_that_is_no_picture_stops_its_case_and_no_other(levels):
    with levels.lower.here():
        levels.lower.sends(levels.above, levels.lower.accepted(picture_of=photo()).id)
        with transaction(None) as t:
            good = canonical.read(t.value("select content from courier_case").encode())
    bad = b"MZ\x90\x00 khong phai anh"
    name = hashlib.sha256(bad).hexdigest()
    one = good | {"evidence": [good["evidence"][0] | {"sha256": name}]}
    two = good | {"ref": "7f0c3f7e-3c69-4c37-9b0c-0d1f6b1d4a11", "title": "Giúp dân dựng lại nhà", "evidence": []}
    with levels.upper.here():
        arrived = levels.upper.opens(_from_lower(levels, {"cases": [one, two], "withdrawn": []}, {name: bad}, cases=2))
        done = {each.title: each for each in levels.upper.takes(arrived)}
        assert [each.ok for each in done.values()] == [False, True]
        assert "nội dung không phải loại đó" in next(iter(done.values())).sentence
        assert [case.title for case in levels.upper.cases()] == ["Giúp dân dựng lại nhà"]
