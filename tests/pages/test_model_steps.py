"""Where a model's year stands: one step is now, those before are done."""

from types import SimpleNamespace

import pytest

from pages.models import steps
from recognition.hall.words import ModelState


@pytest.mark.parametrize(
    ("state", "now"),
    (
        (ModelState.REGISTERED, "Duyệt"),
        (ModelState.APPROVED, "Triển khai"),
        (ModelState.WORKING, "Triển khai"),
        (ModelState.SELF_SCORED, "Thẩm định"),
        (ModelState.CHECKED, "Công nhận"),
        (ModelState.RECOGNISED, None),
        (ModelState.OUTSTANDING, None),
        (ModelState.CONTINUED, None),
    ),
)
def test_one_step_is_now_and_those_before_it_are_done(state, now):
    road = steps.road(SimpleNamespace(year=SimpleNamespace(state=state)))
    words = [step.state for step in road]
    assert [step.label for step in road if step.state == "now"] == ([now] if now else [])
    assert words == sorted(words, key=("done", "now", "later").index)


def test_an_ended_year_says_so():
    assert [step.label for step in steps.road(SimpleNamespace(year=SimpleNamespace(state=ModelState.ENDED)))] == ["Đăng ký", "Kết thúc"]
