"""The ministry's forms of statistics: where an award and a movement count, what is left open and said, what stands behind a cell."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

import pytest

from recognition.catalogue import actions as catalogue
from recognition.catalogue import values
from recognition.catalogue.terms import RegulationForm
from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.insight.actions import statistics as figures
from recognition.insight.rules import statistics as rules
from recognition.insight.rules import statistics_forms as forms
from recognition.insight.terms.statistics import Asked, AwardFact, Column, Form, Lack, Movement, Place
from tests.support import awards, people, world
from vietnamese import dates

pytestmark = pytest.mark.proves("F11.02")
TODAY = date(2026, 11, 26)


def fact(name="Bằng khen cấp bộ, ban, ngành, tỉnh", family="bang_khen", level=40, **said) -> AwardFact:
    given = {"kind": "individual", "recipient_class": "direct_worker", "post": "", "unit": "", "enterprise": False, "commendation": "merit", "campaign": None, "party": False}
    return AwardFact(UUID(int=1), name, family, level, **{**given, **said})


@pytest.mark.parametrize(
    ("given", "place"),
    (
        # 0603: by recipient
        (fact(), Place(("01", "05", "10", "11"), ("1", "2"))),
        (fact(kind="collective", recipient_class=None), Place(("01", "02", "11"), ("1", "2"))),
        (fact(kind="collective", recipient_class=None, enterprise=True), Place(("01", "02", "03", "11"), ("1", "2"))),
        (fact(kind="household", recipient_class=None), Place(("01", "04", "11"), ("1", "2"))),
        (fact(recipient_class=None), Place(("01", "05", "11"), ("1", "2"), (Lack.NO_CLASS,))),
        # 0603: leaders by post and unit
        (fact(recipient_class="manager", post="Phó Chủ tịch", unit="Uỷ ban nhân dân tỉnh"), Place(("01", "05", "06", "11"), ("1", "2"))),
        (fact(recipient_class="manager", post="Phó Bí thư Tỉnh ủy", unit="Văn phòng Tỉnh ủy"), Place(("01", "05", "06", "11"), ("1", "2"))),
        (fact(recipient_class="manager", post="Giám đốc", unit="Sở Nội vụ"), Place(("01", "05", "07", "11"), ("1", "2"))),
        (fact(recipient_class="manager", post="Phó Trưởng ban", unit="Ban Dân vận Tỉnh uỷ"), Place(("01", "05", "07", "11"), ("1", "2"))),
        (fact(recipient_class="manager", post="Giám đốc", unit="Công ty An Phú", enterprise=True), Place(("01", "05", "08", "11"), ("1", "2"))),
        (fact(recipient_class="manager", post="Phó Trưởng phòng", unit="Sở Nội vụ"), Place(("01", "05", "09", "11"), ("1", "2"))),
        (fact(recipient_class="manager", post="Giám đốc", unit="Trung tâm Y tế"), Place(("01", "05", "09", "11"), ("1", "2"))),
        (fact(recipient_class="manager", post="Chủ tịch", unit="Uỷ ban nhân dân xã Phú Lộc"), Place(("01", "05", "09", "11"), ("1", "2"))),
        # 0603: by manner
        (fact(commendation="campaign", campaign="thematic"), Place(("01", "05", "10", "12"), ("1", "2"))),
        (fact(commendation="campaign", campaign="regular"), Place(("01", "05", "10", "11"), ("1", "2"))),
        (fact(commendation="spot"), Place(("01", "05", "10", "13"), ("1", "2"))),
        (fact(commendation="service"), Place(("01", "05", "10", "15"), ("1", "2"))),
        (fact(commendation=None), Place(("01", "05", "10"), ("1", "2"), (Lack.NO_MANNER,))),
        # 0603: by form of award
        (fact("Chiến sĩ thi đua cấp bộ, ban, ngành, tỉnh", "title"), Place(("01", "05", "10", "11"), ("1", "3"))),
        (fact("Cờ thi đua cấp bộ, ban, ngành, tỉnh", "flag", kind="collective"), Place(("01", "02", "11"), ("1", "4"))),
        (fact("Kỷ niệm chương", "medal"), Place(("01", "05", "10", "11"), ("1", "5"))),
        (fact("Tập thể lao động xuất sắc", "title", kind="collective"), Place((), (), (Lack.NO_COLUMN,))),
        # 0602: rows 06 to 21, columns by name
        (fact("Bằng khen của Thủ tướng Chính phủ", level=50), Place(("01", "09", "14", "15"), ("1", "7"))),
        (fact("Chiến sĩ thi đua toàn quốc", "title", 50), Place(("01", "09", "14", "15"), ("1", "8"))),
        (fact("Cờ thi đua của Chính phủ", "flag", 50, kind="collective", enterprise=True), Place(("01", "06", "07", "15"), ("1", "6"))),
        (fact("Huân chương Lao động hạng Ba", "title", 50, commendation="service"), Place(("01", "09", "14", "19"), ("1", "2"))),
        (fact("Giải thưởng Hồ Chí Minh", "title", 50), Place(("01", "09", "14", "15"), ("1", "3"))),
        (fact("Giải thưởng Nhà nước", "title", 50), Place(("01", "09", "14", "15"), ("1", "4"))),
        (fact("Nhà giáo ưu tú", "title", 50), Place(("01", "09", "14", "15"), ("1", "5"))),
        (fact("Xã, phường tiêu biểu", "title", 50, kind="collective"), Place(("01", "06", "15"), ("1", "9"))),
        # ours: the base
        (fact("Giấy khen", "giay_khen", 20), Place(("01", "05", "10", "11"), ("1", "2"))),
        (fact("Giấy khen", "giay_khen", 30), Place(("01", "05", "10", "11"), ("1", "2"))),
        (fact("Chiến sĩ thi đua cơ sở", "title", 20), Place(("01", "05", "10", "11"), ("1", "3"))),
        (fact("Lao động tiên tiến", "title", 20), Place(("01", "05", "10", "11"), ("1", "4"))),
        (fact("Tập thể lao động tiên tiến", "title", 20, kind="collective"), Place(("01", "02", "11"), ("1", "5"))),
        (fact("Giấy chứng nhận mô hình", "recognition_certificate", 10, kind="collective"), Place(("01", "02", "11"), ("1", "6"))),
        (fact("Thôn, tổ dân phố văn hoá", "title", 20, kind="collective"), Place(("01", "02", "11"), ("1", "7"))),
    ),
)  # fmt: skip
def test_an_award_counts_where_its_facts_put_it(given, place):
    assert rules.place(given) == place


@pytest.mark.parametrize(
    ("level", "column"),
    (
        ("Trung ương", "2"), ("Toàn quốc", "2"), ("Tỉnh", "3"), ("cấp tỉnh", "3"), ("Thành phố", "3"), ("Bộ, ngành", "3"), ("cơ sở", "4"), ("Cấp cơ sở", "4"),
        ("Đảng uỷ các cơ quan Đảng tỉnh", "4"), ("Xã Phú Lộc", "4"), ("", None), ("nhiều nơi", None),
    ),
)  # fmt: skip
def test_the_level_of_a_movement_is_read_from_its_words(level, column):
    assert rules.launched_by(level) == column


@pytest.mark.parametrize(
    ("first", "last", "row"),
    (
        (date(2026, 1, 1), date(2026, 12, 30), "06"), (date(2026, 1, 1), date(2026, 12, 31), "07"), (date(2026, 1, 1), date(2027, 1, 1), "08"),
        (date(2026, 1, 1), date(2028, 12, 30), "08"), (date(2026, 1, 1), date(2028, 12, 31), "09"), (date(2026, 1, 1), date(2030, 12, 30), "09"),
        (date(2026, 1, 1), date(2030, 12, 31), "10"), (date(2024, 2, 29), date(2025, 2, 28), "07"),
    ),
)  # fmt: skip
def test_a_movement_stands_in_the_row_of_its_length(first, last, row):
    made = Movement(uuid4(), "Dân vận khéo", "cơ sở", "thematic", first, last, first, clusters=False)
    assert rules.place_movement(made) == Place(("01", "05", row, "11"), ("1", "4"))


def test_movements_of_clusters_and_of_no_level():
    made = Movement(uuid4(), "Dân vận khéo", "", "regular", date(2026, 1, 1), date(2026, 6, 30), date(2026, 1, 1), clusters=True)
    assert rules.place_movement(made) == Place(("01", "06", "12"), ("1",), (Lack.NO_LEVEL,))
    assert rules.place_movement(Movement(**{**made.__dict__, "level": "Tỉnh"})) == Place(("01", "04", "06", "12"), ("1", "3"))


@pytest.mark.parametrize(
    ("closing", "days", "running"),
    (("14/12", (date(2025, 12, 15), date(2026, 12, 14)), 2026), ("31/12", (date(2026, 1, 1), date(2026, 12, 31)), 2026), ("30/10", (date(2025, 10, 31), date(2026, 10, 30)), 2027)),
)  # fmt: skip
def test_a_reporting_year_ends_on_its_closing_day(closing, days, running):
    assert rules.period(2026, closing) == days
    assert rules.running_year(TODAY, closing) == running


def test_the_states_form_has_a_column_for_each_order_and_medal():
    facts = [fact("Huân chương Lao động hạng Ba", "title", 50), fact("Huân chương Lao động hạng Nhì", "title", 50), fact("Bằng khen của Thủ tướng Chính phủ", level=50)]
    columns = rules.columns(Form.STATE, facts)
    assert columns[1:3] == [Column("2.1", "Huân chương Lao động hạng Ba"), Column("2.2", "Huân chương Lao động hạng Nhì")]
    assert columns[3:] == list(forms.COLUMNS[Form.STATE][2:])
    assert rules.exact(rules.place(facts[1]), facts[1], columns).columns == ("1", "2.2")


@pytest.fixture
def scene(database):
    """An issuer with awards of every level, decided in and around the reporting year 2026; today is 26 November 2026."""
    with dates.fixed(TODAY):
        with transaction(None) as t:
            catalogue.seed_catalogue(t)
        issuer = world.issuer()
        unit, firm = world.unit("Chi bộ Trạm Y tế"), world.unit("Công ty An Phú", kind="enterprise")
        kinds = {one.code: one.id for one in catalogue.award_types(None)}
        campaign = world.campaign(issuer, kind="thematic")
        ours = awards.decision(issuer, date(2026, 3, 1), campaign_id=campaign)
        ids = {
            "direct": awards.award(ours, kinds["state.bang_khen"], unit, date(2026, 3, 1), name="Lê Văn Tòng"),
            "firm": awards.award(
                ours, kinds["state.bang_khen"], firm, date(2026, 3, 1), kind="collective", name="Công ty An Phú", recipient_class=None,
                recipient_id=world.recipient("Công ty An Phú", unit_id=firm),
            ),
        }  # fmt: skip
        outside = awards.decision(issuer, date(2025, 12, 15))
        ids["outside"] = awards.award(outside, kinds["state.bang_khen"], unit, date(2025, 12, 15), name="Trần Thị Mai", recipient_class=None)
        awards.award(outside, kinds["state.bang_khen"], unit, date(2025, 12, 15), name="Người bị huỷ", state="revoked")
        awards.award(awards.decision(issuer, date(2025, 12, 14)), kinds["state.bang_khen"], unit, date(2025, 12, 14), name="Năm trước")
        awards.award(ours, kinds["state.giay_khen"], unit, date(2026, 3, 1), name="Giấy khen")
        awards.award(ours, kinds["state.tt_ldxs"], unit, date(2026, 3, 1), kind="collective", name="Chi bộ Trạm Y tế", recipient_class=None)
        awards.award(ours, kinds["party.bang_khen_dang_vien"], unit, date(2026, 3, 1), name="Đảng viên")
        yield issuer, unit, ids, kinds


def secretary(scene):
    return people.actor(Role.SECRETARY, issuer=scene[0])


def asked(scene, form=Form.MINISTRY, year=2026, **other):
    return Asked(form, year, issuer_id=scene[0], **other)


def test_the_form_counts_what_is_in_force_in_its_year(scene):
    made = figures.filled(secretary(scene), asked(scene))
    assert {key: number for key, number in made.cells.items() if key[1] == "1"} == {
        ("01", "1"): 4, ("02", "1"): 1, ("03", "1"): 1, ("05", "1"): 3, ("10", "1"): 2, ("12", "1"): 3,
    }  # fmt: skip
    assert made.number_at("01", "2") == 4
    assert dict(made.lacking) == {Lack.NO_CLASS: 1, Lack.NO_MANNER: 1, Lack.NO_COLUMN: 1}
    assert (made.from_date, made.to_date, made.reporter) == (date(2025, 12, 15), date(2026, 12, 14), "Đảng uỷ các cơ quan Đảng tỉnh")
    assert made.remarks[0] == "Năm báo cáo chưa hết: số liệu đến ngày 26/11/2026."
    assert made.remarks[-1] == "Trong đó có 1 khen thưởng của cấp uỷ Đảng; biểu không nói rõ có tính hay không."
    assert [warning[:41] for warning in made.warnings] == ["Quy định chưa kiểm chứng: Biểu theo Thông", "Quy định chưa kiểm chứng: Thông tư 2/2023"]
    without = figures.filled(secretary(scene), asked(scene, party=False))
    assert (without.number_at("01", "1"), without.remarks[-1].startswith("Trong đó")) == (3, False)


def test_of_a_full_cell_only_the_first_are_told_however_many_other_awards_lie_between(scene, monkeypatch):
    who, made = secretary(scene), figures.filled(secretary(scene), asked(scene))
    whole = {key: figures.behind(who, made, *key) for key in made.cells}
    assert any(len(rows) > 1 for rows in whole.values())
    monkeypatch.setattr(figures, "MOST", 1)
    assert {key: figures.behind(who, made, *key) for key in made.cells} == {key: rows[:1] for key, rows in whole.items()}


def test_each_cell_opens_to_the_awards_behind_it(scene):
    who = secretary(scene)
    made = figures.filled(who, asked(scene))
    for row in made.rows:
        for column in made.columns:
            assert len(figures.behind(who, made, row.code, column.code)) == made.number_at(row.code, column.code)
    assert [one.id for one in figures.behind(who, made, "03", "2")] == [scene[2]["firm"]]
    assert [one.id for one in figures.behind_lack(who, made, Lack.NO_CLASS)] == [scene[2]["outside"]]
    assert [one.what for one in figures.behind_lack(who, made, Lack.NO_COLUMN)] == ["Tập thể lao động xuất sắc"]
    assert [one.id for one in figures.behind_lack(who, made, Lack.NO_MANNER)] == [scene[2]["outside"]]


def test_a_post_entered_later_mends_the_missing_class(scene):
    issuer, unit, _, kinds = scene
    person = world.person("Hoàng Văn Đức", unit_id=unit, since=date(2026, 6, 1))
    day = date(2026, 7, 1)
    awards.award(awards.decision(issuer, day), kinds["state.ky_niem_chuong"], unit, day, name="Hoàng Văn Đức", person_id=person, recipient_class=None)
    made = figures.filled(secretary(scene), asked(scene))
    assert (made.number_at("10", "5"), made.lacking[Lack.NO_CLASS]) == (1, 1)


def test_an_award_put_right_counts_once_on_its_first_day(scene):
    issuer, unit, _, kinds = scene
    first, day = awards.decision(issuer, date(2025, 12, 10)), date(2026, 2, 1)
    wrong = awards.award(first, kinds["state.co_tinh"], unit, date(2025, 12, 10), kind="collective", name="Trạm Y tế", state="corrected")
    second = awards.decision(issuer, day)
    right = awards.award(second, kinds["state.co_tinh"], unit, day, kind="collective", name="Chi bộ Trạm Y tế")
    with transaction(None) as t:
        t.run("update decision set kind = 'correct', corrects_id = $2 where id = $1", second, first)
        line = t.value("select line_id from award where id = $1", right)
        t.run(
            """
            insert into decision_line (id, decision_id, recipient_id, award_id, award_type_id, number, block, kind, salutation, name, post, unit, wording,
                subject, amount, formula, gift, left_out, left_out_reason, version)
            values ($1, $2, $3, $4, $5, 1, 'collective', 'collective', '', 'x', '', '', '', '', 0, '', '', 0, '', 1)
            """,
            line, second, uuid4(), wrong, kinds["state.co_tinh"],
        )  # fmt: skip
    assert figures.filled(secretary(scene), asked(scene)).number_at("01", "4") == 0
    assert figures.filled(secretary(scene), asked(scene, year=2025)).number_at("01", "4") == 1


def test_the_table_of_the_base_and_the_states_form(scene):
    base = figures.filled(secretary(scene), asked(scene, Form.BASE))
    assert (base.number_at("01", "1"), base.number_at("10", "2"), base.number) == (1, 1, "")
    assert len(base.warnings) == 1
    assert figures.filled(secretary(scene), asked(scene, Form.STATE)).cells == {}


def test_movements_launched_in_the_year(scene):
    issuer = scene[0]
    for code, day, level in (("a", datetime(2026, 1, 5, 3), "Cơ sở"), ("b", datetime(2025, 12, 14, 16), "Cơ sở"), ("c", datetime(2025, 12, 14, 17, 1), "")):
        made = world.campaign(issuer, f"Phong trào {code}")
        with transaction(None) as t:
            t.run("update campaign set state = 'launched', launched_at = $2, level = $3 where id = $1", made, day, level)
    who = secretary(scene)
    made = figures.filled(who, asked(scene, Form.MOVEMENTS))
    assert (made.number_at("01", "4"), made.lacking[Lack.NO_LEVEL]) == (1, made.number_at("01", "1") - 1)
    assert "Phong trào c" in [one.name for one in figures.behind_lack(who, made, Lack.NO_LEVEL)]
    assert "Phong trào b" not in [one.name for one in figures.behind(who, made, "01", "1")]


def test_nobody_reports_for_others(scene):
    unit = scene[1]
    leader = people.actor(Role.UNIT_LEADER, unit=unit)
    with pytest.raises(NotFound):
        figures.filled(leader, asked(scene))
    with pytest.raises(NotFound):
        figures.filled(leader, Asked(Form.MINISTRY, 2026, unit_id=world.unit("Chi bộ khác")))
    own = figures.filled(leader, Asked(Form.MINISTRY, 2026, unit_id=unit))
    assert (own.reporter, own.number_at("01", "1")) == ("Chi bộ Trạm Y tế", 3)
    assert [one.name for one in figures.reporters(leader)] == ["Chi bộ Trạm Y tế"]
    with pytest.raises(NotFound):
        figures.behind(leader, figures.filled(secretary(scene), asked(scene)), "01", "1")
    with pytest.raises(NotAllowed):
        figures.filled(people.actor(Role.NOMINATOR, unit=unit), asked(scene))


@pytest.mark.parametrize("year", (2027, 2015))
def test_a_year_to_come_or_too_far_back_is_said(scene, year):
    with pytest.raises(Invalid) as wrong:
        figures.filled(secretary(scene), asked(scene, year=year))
    assert "2026" in wrong.value.sentence


def test_a_confirmed_closing_day_changes_the_year_and_its_warning(scene):
    found = next(one for one in catalogue.regulations(people.administrator(), "statistics.closing"))
    changed = catalogue.change_regulation(
        people.administrator(), found.id, found.version, RegulationForm("statistics.closing", "31/12", "Công văn 12/SNV", found.from_date, None),
    )  # fmt: skip
    catalogue.confirm_regulation(people.administrator(), found.id, changed.version, "12/SNV-TĐKT")
    made = figures.filled(secretary(scene), asked(scene))
    assert (made.from_date, made.to_date, len(made.warnings), made.number_at("01", "1")) == (date(2026, 1, 1), date(2026, 12, 31), 1, 3)


@pytest.mark.parametrize(("typed", "stored"), (("14/12", "14/12"), (" 1/3 ", "01/03")))
def test_a_day_of_every_year_is_typed_as_day_and_month(typed, stored):
    assert (values.read_value("statistics.closing", typed), values.say("statistics.closing", stored)) == (stored, f"ngày {stored}")


@pytest.mark.parametrize("typed", ("29/02", "31/11", "0/1", "12", "", "ngày 5"))
def test_no_other_day_is_taken(typed):
    with pytest.raises(ValueError, match="ngày/tháng như 14/12"):
        values.read_value("statistics.closing", typed)
