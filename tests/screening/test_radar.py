"""The radar and the finder of recycled reports over stored cases, on both engines."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from recognition.catalogue.terms import RecipientKind
from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.nominations.terms import DeedInput, Nominee
from recognition.screening.actions import radar, reports
from recognition.screening.near import Asked, Grade
from tests.support import people, world

REPORT = (
    "Trong năm 2026 chi bộ đã tổ chức 12 buổi đối thoại với nhân dân, tiếp thu 45 ý kiến về thủ tục hành chính. "
    "Cán bộ tới từng hộ hướng dẫn nộp hồ sơ qua mạng, rút ngắn thời gian giải quyết từ năm ngày xuống còn ba ngày làm việc. "
    "Nhân dân đóng góp 320 ngày công làm đường liên ấp dài hai ki lô mét."
)
OTHER = "Đơn vị phối hợp công đoàn tặng 40 suất quà cho công nhân khó khăn, sửa 3 căn nhà dột nát trước mùa mưa bão."


@pytest.mark.proves("F05.07", "N02")
def test_the_secretary_is_shown_what_may_repeat_a_case_and_why(place):
    first = place.endorsed()
    twin = world.person("Le Van Tong", unit_id=place.unit)
    second = place.endorsed(nominee=Nominee(RecipientKind.INDIVIDUAL, person_id=twin), title="Trả lại 85 triệu đồng nhặt được ở bến xe")
    found = radar.around(place.secretary, second.id)
    assert [(each.candidate.id, each.grade) for each in found] == [(first.id, Grade.LIKELY)]
    assert found[0].reasons[0] == "Họ tên chỉ khác dấu hoặc chữ hoa, chữ thường. Cùng đơn vị."
    with pytest.raises(NotAllowed):
        radar.around(place.nominator, second.id)


@pytest.mark.proves("F05.07")
def test_while_typing_one_hears_who_proposed_it_without_reading_another_units_case(place):
    place.endorsed()
    stranger = people.actor(Role.NOMINATOR, unit=world.unit("Công đoàn cơ sở Bến xe"))
    asked = Asked("Lê Văn Tòng", title="Trả lại 85.000.000 đồng", deed_date=date(2026, 11, 20), issuer_id=uuid4())
    found = radar.while_typing(stranger, asked)
    assert [(each.candidate.unit_name, each.candidate.title) for each in found] == [("Chi bộ Trạm Y tế Phú Lộc", "")]
    assert not any("85" in reason for each in found for reason in each.reasons)
    assert found[0].reasons[-1].startswith("Đề nghị ở cấp khác: ")
    assert radar.while_typing(place.nominator, asked)[0].candidate.title == "Trả lại 85.000.000 đồng nhặt được"
    assert radar.while_typing(stranger, replace(asked, name="Lê")) == ()
    with pytest.raises(NotAllowed):
        radar.while_typing(people.actor(Role.CLERK, issuer=place.issuer), asked)


def two(place, first, second):
    made = []
    for number, story in enumerate((first, second)):
        person = world.person(f"Nguyễn Văn {['An', 'Bình'][number]}", unit_id=place.unit)
        deed = DeedInput(story, "", "Xã Phú Lộc", date(2026, 5 + number, 1))
        made.append(place.endorsed(nominee=Nominee(RecipientKind.INDIVIDUAL, person_id=person), title=f"Việc tốt số {number}", deed=deed))
    return made


@pytest.mark.proves("F05.08", "N03")
def test_a_report_taken_from_another_is_found_with_the_common_parts(place):
    first, second = two(place, REPORT, f"{OTHER} {REPORT[: len(REPORT) // 2]}")
    text, found = reports.recycled(place.secretary, second.id)
    assert [(each.nomination_id, each.unit_name, each.year) for each in found] == [(first.id, "Chi bộ Trạm Y tế Phú Lộc", 2026)]
    assert 0.4 < found[0].share < 0.8
    part = found[0].parts[0]
    assert text[part.left : part.left_end] == found[0].text[part.right : part.right_end] == part.text
    assert part.text.startswith("Trong năm 2026 chi bộ đã tổ chức")
    assert reports.refresh() == 0


def test_different_reports_are_not_shown(place):
    _, second = two(place, REPORT, OTHER)
    assert reports.recycled(place.secretary, second.id)[1] == ()


@pytest.mark.proves("F05.08", "N03")
def test_an_allowed_phrase_counts_no_longer(place):
    _, second = two(place, REPORT, REPORT)
    assert reports.recycled(place.secretary, second.id)[1][0].share == 1.0
    allowed = reports.allow_phrase(place.secretary, REPORT)
    assert reports.recycled(place.secretary, second.id)[1] == ()
    reports.disallow_phrase(place.secretary, allowed.id)
    assert len(reports.recycled(place.secretary, second.id)[1]) == 1
    with pytest.raises(Invalid):
        reports.allow_phrase(place.secretary, "quá ngắn")
    with pytest.raises(NotAllowed):
        reports.allow_phrase(place.nominator, REPORT)


def test_a_changed_report_is_sketched_anew(place):
    first, second = two(place, REPORT, OTHER)
    reports.refresh()
    with transaction(None) as t:
        t.run("update nomination set achievement = $2 where id = $1", second.id, REPORT)
    assert [each.nomination_id for each in reports.recycled(place.secretary, second.id)[1]] == [first.id]
