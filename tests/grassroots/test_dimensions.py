"""The view by content: where units act and where nobody does, for whom, as sentences and as Excel."""

import io
from dataclasses import replace
from datetime import date
from uuid import UUID

import openpyxl
import pytest

from recognition.campaigns.themes import Democracy, Papi
from recognition.grassroots import actions
from recognition.grassroots.dimension_terms import Act, Dimension, DimensionsAsked, Tagged
from recognition.grassroots.rules import dimensions as rules
from recognition.grassroots.terms import Kind
from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.insight.terms.branches import Branch
from recognition.nominations.terms import Tags
from tests.dan_van_kheo.test_model_actions import House as Models
from tests.grassroots.test_meeting_actions import TODAY, House
from tests.support import awards, people, world
from vietnamese import dates

A, B, C, BELOW, OUT = (UUID(int=number) for number in range(1, 6))
LEADERS = {A: A, B: B, C: C, BELOW: A}
BRANCHES = [Branch(A, "Sở Y tế", True), Branch(B, "Sở Xây dựng", True), Branch(C, "Cụm số 1", False)]
OPEN, BOTH = Tags(None, (Papi.TRANSPARENCY,)), Tags(None, (Papi.TRANSPARENCY, Papi.SERVICES), (Democracy.KNOW,))


@pytest.mark.proves("S1")
def test_acts_are_counted_by_content_kind_and_first_level_unit():
    acts = [Tagged(Act.MODEL, A, OPEN, 2), Tagged(Act.RECORD, BELOW, BOTH, 1), Tagged(Act.AWARD, B, BOTH, 3), Tagged(Act.DEED, OUT, BOTH, 9)]
    found = rules.view(Dimension.PAPI, acts, LEADERS, BRANCHES)
    assert [(line.name, line.units, line.numbers) for line in found.lines if any(line.numbers)] == [
        ("2. Công khai, minh bạch", 2, (2, 0, 1, 3)), ("6. Cung ứng dịch vụ công", 2, (0, 0, 1, 3)),
    ]  # fmt: skip
    assert [(line.name, line.numbers) for line in found.units] == [("Sở Y tế", (0, 3, 0, 0, 0, 1, 0, 0)), ("Sở Xây dựng", (0, 3, 0, 0, 0, 3, 0, 0))]
    assert found.title == "6 trong 8 nội dung chưa đơn vị nào có hoạt động"


@pytest.mark.proves("S1")
def test_the_gaps_are_named_in_sentences():
    acts = [Tagged(Act.MODEL, A, Tags(None, (each,)), 1) for each in Papi if each is not Papi.CORRUPTION] + [Tagged(Act.DEED, A, Tags(), 4)]
    branches = [*BRANCHES, *(Branch(UUID(int=number), f"Chi bộ {number}", True) for number in range(20, 29))]
    found = rules.view(Dimension.PAPI, acts, {**LEADERS, UUID(int=20): UUID(int=20)}, branches)
    assert found.sentences == (
        "«4. Kiểm soát tham nhũng trong khu vực công»: chưa đơn vị nào có hoạt động.",
        "Chưa có hoạt động ở nội dung nào: Sở Xây dựng, Chi bộ 20, Chi bộ 21, Chi bộ 22, Chi bộ 23, Chi bộ 24 và 4 đơn vị nữa.",
        "4 hoạt động không gắn nội dung nào nên không có trong bảng.",
    )
    more = rules.view(Dimension.PAPI, [*acts, Tagged(Act.DEED, B, OPEN, 1), Tagged(Act.DEED, UUID(int=20), OPEN, 1)], {**LEADERS, UUID(int=20): UUID(int=20)}, branches[:4])
    assert more.sentences[0] == "«1. Tham gia của người dân ở cấp cơ sở»: 1 trong 3 đơn vị; chưa có ở Sở Xây dựng, Chi bộ 20."


@pytest.mark.parametrize(("acts", "title"), (
    ([], "Chưa có hoạt động nào gắn với nội dung nào"),
    ([Tagged(Act.DEED, unit, Tags(None, tuple(Papi)), 1) for unit in (A, B)], "Đơn vị nào cũng có hoạt động ở mọi nội dung"),
    ([Tagged(Act.DEED, A, Tags(None, tuple(Papi)), 1), Tagged(Act.DEED, B, Tags(None, tuple(Papi)[1:]), 1)],
     "Ít đơn vị làm nhất: «1. Tham gia của người dân ở cấp cơ sở», 1 trong 2 đơn vị"),
    ([Tagged(Act.DEED, A, Tags(None, tuple(Papi)), 1)], "8 nội dung chỉ có 1 trong 2 đơn vị làm"),
))  # fmt: skip
def test_the_title_says_the_finding(acts, title):
    assert rules.view(Dimension.PAPI, acts, LEADERS, BRANCHES).title == title


@pytest.fixture
def house(database):
    with dates.fixed(TODAY):
        made = House()
        actions.record(made.nominator, made.typed(tags=Tags(None, (Papi.ACCOUNTABILITY,), (Democracy.DIALOGUE,))))
        actions.record(made.neighbour, replace(made.typed(tags=OPEN), unit_id=made.other, kind=Kind.OUTREACH, people=30))
        yield made


@pytest.mark.proves("S1")
def test_outreach_is_counted_with_the_people_it_reached(house):
    actions.record(house.nominator, house.typed(kind=Kind.OUTREACH, people=70))
    for who, unit, told in ((house.secretary, None, (2, 100)), (house.above, house.other, (1, 30)), (house.head, None, (1, 70)), (house.stranger, None, (0, 0))):
        found = actions.dimensions(who, DimensionsAsked(2026, unit))
        assert (found.sessions, found.reached) == told


def seen(who, **asked):
    found = actions.dimensions(who, DimensionsAsked(2026, **asked))
    return {line.name: line.numbers for line in found.lines if any(line.numbers)}


@pytest.mark.proves("S1")
def test_everybody_who_sees_figures_sees_those_in_view(house):
    ours, theirs = {"3. Trách nhiệm giải trình với người dân": (0, 0, 1, 0)}, {"2. Công khai, minh bạch": (0, 0, 1, 0)}
    leader = people.actor(Role.LEADER, unit=house.top)
    for who in (house.secretary, house.above, leader, people.actor(Role.LEADER, issuer=house.issuer)):
        assert seen(who) == ours | theirs
    assert (seen(house.head), seen(leader, unit_id=house.other), seen(house.stranger)) == (ours, theirs, {})
    assert seen(house.secretary, by=Dimension.DEMOCRACY) == {"7. Đối thoại, tiếp dân": (0, 0, 1, 0)}
    with pytest.raises(NotFound):
        seen(house.head, unit_id=house.other)
    for who in (house.nominator, people.nobody(), people.actor(Role.CLERK, issuer=house.issuer)):
        with pytest.raises(NotAllowed):
            seen(who)
    with pytest.raises(Invalid) as wrong:
        actions.dimensions(house.secretary, DimensionsAsked(2030))
    assert wrong.value.fields == {"year": "Năm 2030 ngoài khoảng xem được. Anh/chị chọn từ 2021 đến 2026."}


@pytest.mark.proves("S1")
def test_models_deeds_and_awards_count_by_their_tags(database):
    with dates.fixed(TODAY):
        place = Models()
        place.registered()
        case = awards.nomination(place.unit, place.issuer, "awarded")
        deed, draft = UUID(int=7), awards.nomination(place.unit, place.issuer, "submitted")
        with transaction(None) as t:
            t.run(
                """
                insert into good_deed (id, title, story, reason, place, deed_date, known_date, beneficiaries, witness, unit_id, tags, search, created_by,
                    created_at, version)
                values ($1, '', '', '', '', $2, null, '', '', $3, '{"democracy":[],"field":null,"papi":["7"]}', '', $1, $4, 1)
                """,
                deed, date(2026, 5, 1), place.unit, dates.now_utc(),
            )
            t.run("update nomination set deed_id = $1 where id = any($2)", deed, [case, draft])
        day = date(2026, 6, 1)
        awards.award(awards.decision(place.issuer, day), world.award_type(), place.unit, day, nomination_id=case)
        found = {line.name[:1]: line.numbers for line in actions.dimensions(place.leader, DimensionsAsked(2026)).lines if any(line.numbers)}
    assert found == {"5": (1, 0, 0, 0), "7": (0, 1, 0, 1), "8": (1, 0, 0, 0)}


@pytest.mark.proves("S1")
def test_the_view_as_excel_has_units_by_contents(house):
    sheet = openpyxl.load_workbook(io.BytesIO(actions.dimensions_sheet(house.secretary, DimensionsAsked(2026)))).active
    rows = [row for row in sheet.iter_rows(min_row=5, values_only=True) if row[0] and str(row[0]).startswith("Chi bộ")]
    assert {row[0]: (row[2], row[3]) for row in rows} == {"Chi bộ Trạm Y tế Phú Lộc": (0, 1), "Chi bộ Trạm Y tế Thạch Bình": (1, 0)}
