"""The catalogue in the database: seeding, dated rules, confirmation, rights, wrong entries."""

from dataclasses import replace
from datetime import date

import pytest

import db
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import (
    Amount,
    AwardTypeForm,
    Holiday,
    IssuerForm,
    RecipientKind,
    RegulationForm,
    SignerForm,
)
from recognition.hall.actor import Actor
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.support import people, world
from vietnamese import dates

FORM = IssuerForm(
    name="Đảng uỷ các cơ quan Đảng tỉnh", superior="Đảng bộ tỉnh Sông Lam", awarding_line="Ban Thường vụ Đảng uỷ", short_sign="ĐUCCQ",
    place="Sông Lam", numbering="term", term_start="12/08/2025", address_style="dong_chi",
)


@pytest.fixture
def admin(database: db.Database) -> Actor:
    return people.administrator()


@pytest.fixture
def seeded(admin: Actor) -> Actor:
    with dates.fixed(date(2026, 11, 26)), transaction(None) as t:
        catalogue.seed_catalogue(t)
    return admin


def _counts() -> list[int]:
    with transaction(None) as t:
        return [t.value(f"select count(*) from {table}") for table in ("regulation", "award_type", "holiday", "audit")]


@pytest.mark.proves("F02.06")
def test_seeding_twice_changes_nothing(seeded: Actor) -> None:
    before = _counts()
    with dates.fixed(date(2026, 11, 26)), transaction(None) as t:
        catalogue.seed_catalogue(t)
    assert _counts() == before
    assert min(before) > 0


@pytest.mark.parametrize(("day", "salary"), ((date(2026, 6, 30), 2_340_000), (date(2026, 7, 1), 2_530_000), (date(2019, 7, 1), 1_490_000)))
@pytest.mark.proves("F02.07")
def test_base_salary_is_that_of_the_decision_day(seeded: Actor, day: date, salary: int) -> None:
    assert catalogue.base_salary(day).value == salary


def test_a_day_without_a_value_names_the_rule_and_the_day(seeded: Actor) -> None:
    with pytest.raises(NotFound) as missing:
        catalogue.regulation_on("bonus.rounding", date(2027, 3, 1))
    assert missing.value.sentence == "Chưa có quy định «Làm tròn lên bội số của» cho ngày 01/03/2027. Người quản trị thêm ở trang «Quy định»."


@pytest.mark.proves("F02.08")
@pytest.mark.parametrize(
    ("code", "kind", "day", "expected"),
    (
        ("state.giay_khen", "collective", date(2026, 7, 1), Amount(1_520_000, "0,3 × 2 × 2.530.000 đ = 1.518.000 đ, làm tròn lên 1.520.000 đ")),
        (
            "state.giay_khen", "individual", date(2026, 6, 30),
            Amount(710_000, "0,3 × 2.340.000 đ = 702.000 đ, làm tròn lên 710.000 đ",
                   warning="Quy định chưa kiểm chứng: Nghị định 73/2024/NĐ-CP."),
        ),
        (
            "party.giay_khen", "household", date(2026, 11, 26),
            Amount(1_140_000, "0,3 × 1,5 × 2.530.000 đ = 1.138.500 đ, làm tròn lên 1.140.000 đ",
                   warning="Mức thưởng chưa kiểm chứng: Hướng dẫn 56-HD/VPTW năm 2015, điều chỉnh theo Công văn 19780-CV/VPTW ngày 29/12/2025."),
        ),
        ("any.giay_chung_nhan", "collective", date(2026, 11, 26), Amount(0, "Không kèm tiền thưởng")),
    ),
)
def test_money_names_its_formula_and_what_is_not_verified(seeded: Actor, code: str, kind: str, day: date, expected: Amount) -> None:
    award = next(a for a in catalogue.award_types(seeded) if a.code == code)
    assert catalogue.money(award, kind, day) == expected


def test_award_is_refused_for_a_recipient_it_is_not_for(seeded: Actor) -> None:
    award = next(a for a in catalogue.award_types(seeded) if a.code == "state.ldtt")
    with pytest.raises(Invalid) as wrong:
        catalogue.money(award, RecipientKind.COLLECTIVE, date(2026, 7, 1))
    assert wrong.value.fields == {"award_type_id": "«Lao động tiên tiến» không dành cho tập thể. Anh/chị chọn hình thức khác."}


@pytest.mark.proves("F02.04")
def test_an_organ_is_offered_the_awards_of_its_track_in_ceremony_order(seeded: Actor) -> None:
    found = catalogue.award_types(seeded, "enterprise", day=date(2026, 11, 26))
    assert [award.code for award in found] == [
        "enterprise.cstd_co_so", "enterprise.tt_ldtt", "enterprise.ldtt", "enterprise.giay_khen", "any.giay_chung_nhan",
    ]
    assert [a.code for a in catalogue.award_types(seeded, "enterprise", "form", recipient="household", day=date(2026, 11, 26))] == ["enterprise.giay_khen"]
    assert [a.code for a in catalogue.award_types(seeded, "enterprise", day=date(2027, 3, 1))] == ["any.giay_chung_nhan"]


@pytest.mark.proves("F07.05")
@pytest.mark.parametrize(
    ("code", "day", "key", "fraction", "strict", "verified"),
    (
        ("state.cstd_toan_quoc", date(2026, 7, 1), "threshold.cstd_toan_quoc", "9/10", False, True),  # NĐ 152/2025 Đ33(5)
        ("state.co_chinh_phu", date(2026, 7, 1), "threshold.co_chinh_phu", "4/5", False, True),
        ("state.cstd_co_so", date(2025, 3, 1), "threshold.cstd_co_so", "4/5", False, False),  # NĐ 98/2023 Đ30(7)
        ("state.co_tinh", date(2026, 7, 1), "threshold.flag", "4/5", False, False),
        ("state.ldtt", date(2026, 7, 1), "threshold.title", "1/2", True, False),
        ("party.giay_khen", date(2026, 7, 1), "threshold.giay_khen", "1/2", True, False),
        ("party.bang_khen_dang_vien", date(2026, 7, 1), "threshold.bang_khen", "4/5", False, False),
        ("any.giay_chung_nhan", date(2026, 7, 1), "threshold.recognition_certificate", "1/2", True, False),
    ),
)
def test_threshold_of_an_award_on_a_day(seeded: Actor, code: str, day: date, key: str, fraction: str, strict: bool, verified: bool) -> None:
    award = next(a for a in catalogue.award_types(seeded) if a.code == code)
    rule = catalogue.threshold_for(award, day)
    assert (rule.key, rule.value["fraction"], rule.value["strict"], rule.verified) == (key, fraction, strict, verified)


def test_confirming_a_rule_with_a_paper_makes_it_verified(seeded: Actor) -> None:
    rule = catalogue.regulation_on("threshold.giay_khen", date(2026, 11, 26))
    assert (rule.verified, rule.warning[:27]) == (False, "Quy định chưa kiểm chứng: Đ")
    confirmed = catalogue.confirm_regulation(seeded, rule.id, rule.version, "12-QC/ĐUCCQ")
    assert (confirmed.verified, confirmed.confirmed_paper, confirmed.warning, confirmed.version) == (True, "12-QC/ĐUCCQ", "", 2)
    with pytest.raises(Stale):
        catalogue.confirm_regulation(seeded, rule.id, rule.version, "13-QC/ĐUCCQ")
    with pytest.raises(Invalid):
        catalogue.confirm_regulation(seeded, rule.id, confirmed.version, "  ")


def test_a_changed_rule_is_to_be_confirmed_anew(seeded: Actor) -> None:
    rule = catalogue.regulation_on("deadline.publicity", date(2026, 11, 26))
    form = RegulationForm(rule.key, "7", rule.clause, rule.from_date)
    changed = catalogue.change_regulation(seeded, rule.id, rule.version, form)
    assert (changed.value, changed.verified, changed.confirmed_paper) == (7, False, None)


@pytest.mark.proves("F02.07")
def test_a_new_value_ends_the_one_before(seeded: Actor) -> None:
    catalogue.add_regulation(seeded, RegulationForm("base_salary", "2.700.000", "Nghị định mới", "01/07/2027"))
    assert catalogue.base_salary(date(2027, 6, 30)).value == 2_530_000
    assert catalogue.base_salary(date(2027, 7, 1)).value == 2_700_000


def test_a_value_that_overlaps_is_refused_and_nothing_changes(seeded: Actor) -> None:
    before = catalogue.regulations(seeded, "base_salary")
    with pytest.raises(Invalid) as wrong:
        catalogue.add_regulation(seeded, RegulationForm("base_salary", "2.000.000", "Nhầm", "01/01/2025"))
    assert set(wrong.value.fields) == {"from_date"}
    assert catalogue.regulations(seeded, "base_salary") == before


@pytest.mark.parametrize(
    ("change", "field"),
    (
        ({"value": "abc"}, "value"),
        ({"value": ""}, "value"),
        ({"clause": ""}, "clause"),
        ({"clause": "x" * 20_000}, "clause"),
        ({"from_date": "31/02/2026"}, "from_date"),
        ({"from_date": ""}, "from_date"),
        ({"to_date": "01/01/2020"}, "to_date"),
        ({"key": "khong_co"}, "key"),
    ),
)
def test_wrong_regulation_names_its_field(admin: Actor, change: dict[str, str], field: str) -> None:
    form = RegulationForm("model.pass_mark", "75", "Hướng dẫn", "01/01/2026")
    with pytest.raises(Invalid) as wrong:
        catalogue.add_regulation(admin, replace(form, **change))
    assert set(wrong.value.fields) == {field}
    assert catalogue.regulations(admin) == ()


def test_issuer_is_made_changed_and_two_organs_never_share_a_sign(admin: Actor) -> None:
    made = catalogue.create_issuer(admin, FORM)
    assert catalogue.issuers(admin) == (made,)
    assert (made.term_start, made.number_pattern) == (date(2025, 8, 12), "{number}-{kind}/{sign}")
    with pytest.raises(Invalid) as twice:
        catalogue.create_issuer(admin, replace(FORM, name="Cơ quan khác"))
    assert set(twice.value.fields) == {"short_sign"}
    changed = catalogue.change_issuer(admin, made.id, 1, replace(FORM, place="thành phố Lam Giang"))
    assert (changed.place, changed.version) == ("thành phố Lam Giang", 2)
    with pytest.raises(Stale):
        catalogue.change_issuer(admin, made.id, 1, FORM)


@pytest.mark.parametrize(
    ("change", "fields"),
    (
        ({"name": ""}, {"name"}),
        ({"name": "x" * 20_000}, {"name"}),
        ({"track": "any"}, {"track"}),
        ({"track": "khác"}, {"track"}),
        ({"term_start": None}, {"term_start"}),
        ({"short_sign": "ĐU CCQ"}, {"short_sign"}),
        ({"number_pattern": "{number.x}"}, {"number_pattern"}),
        ({"from_date": "01/01/2026", "to_date": "31/12/2025"}, {"to_date"}),
        ({"name": " ", "place": "", "awarding_line": ""}, {"name", "place", "awarding_line"}),
    ),
)
def test_wrong_issuer_names_every_wrong_field(admin: Actor, change: dict[str, str], fields: set[str]) -> None:
    with pytest.raises(Invalid) as wrong:
        catalogue.create_issuer(admin, replace(FORM, **change))
    assert set(wrong.value.fields) == fields
    assert catalogue.issuers(admin) == ()


def test_a_number_s_pattern_is_written_in_words(admin: Actor) -> None:
    made = catalogue.create_issuer(admin, replace(FORM, number_pattern="{số}-QĐ/{ký hiệu}"))
    assert (made.number_pattern, made.shown_pattern) == ("{number}-QĐ/{sign}", "{số}-QĐ/{ký hiệu}")


def test_signer_ends_and_another_follows(admin: Actor) -> None:
    made = catalogue.create_issuer(admin, FORM)
    old = catalogue.add_signer(admin, made.id, SignerForm("Lê Quang Vinh", "BÍ THƯ", "T/M BAN THƯỜNG VỤ", "12/08/2025"))
    catalogue.change_signer(admin, old.id, 1, SignerForm("Lê Quang Vinh", "BÍ THƯ", "T/M BAN THƯỜNG VỤ", "12/08/2025", "30/06/2026"))
    new = catalogue.add_signer(admin, made.id, SignerForm("Trần Thị Mai", "BÍ THƯ", "T/M BAN THƯỜNG VỤ", date(2026, 7, 1)))
    assert [s.name for s in catalogue.signers(made.id, date(2026, 6, 30))] == ["Lê Quang Vinh"]
    assert catalogue.signers(made.id, date(2026, 7, 1)) == (new,)


def test_award_type_code_is_unique_and_stays(seeded: Actor) -> None:
    form = AwardTypeForm("party.thu_khen", "Thư khen", "Quy chế", from_date="01/01/2026", money="fixed", amount="300.000")
    made = catalogue.create_award_type(seeded, form)
    assert (made.amount, made.verified) == (300_000, False)
    with pytest.raises(Invalid) as twice:
        catalogue.create_award_type(seeded, form)
    assert set(twice.value.fields) == {"code"}
    with pytest.raises(Invalid):
        catalogue.change_award_type(seeded, made.id, 1, replace(form, code="party.khac"))
    assert catalogue.confirm_award_type(seeded, made.id, 1, "05-QC/ĐU").verified


@pytest.mark.parametrize(
    ("change", "field"),
    (
        ({"code": "Giấy khen"}, "code"),
        ({"recipients": frozenset()}, "recipients"),
        ({"money": "fixed"}, "amount"),
        ({"money": "coefficient"}, "coefficient"),
        ({"money": "gift"}, "gift"),
        ({"level": "cao"}, "level"),
        ({"dossier": ("abc",)}, "dossier"),
        ({"from_date": "01/01/2026", "to_date": "01/01/2025"}, "to_date"),
        ({"clause": ""}, "clause"),
    ),
)
def test_wrong_award_type_names_its_field(admin: Actor, change: dict[str, object], field: str) -> None:
    form = AwardTypeForm("party.thu_khen", "Thư khen", "Quy chế", from_date="01/01/2026")
    with pytest.raises(Invalid) as wrong:
        catalogue.create_award_type(admin, replace(form, **change))
    assert set(wrong.value.fields) == {field}


def test_holidays_are_an_editable_list(admin: Actor) -> None:
    catalogue.add_holiday(admin, "16/02/2026", "Tết Bính Ngọ")
    catalogue.add_holiday(admin, "22/08/2026", "Làm bù", working=True)
    assert catalogue.holidays() == frozenset({date(2026, 2, 16)})
    assert catalogue.all_holidays(admin) == (Holiday(date(2026, 2, 16), "Tết Bính Ngọ", False), Holiday(date(2026, 8, 22), "Làm bù", True))
    for day, working in (("16/02/2026", False), ("31/02/2026", False), ("17/02/2026", True)):
        with pytest.raises(Invalid) as wrong:
            catalogue.add_holiday(admin, day, "Nghỉ", working=working)
        assert set(wrong.value.fields) == {"day"}
    catalogue.remove_holiday(admin, date(2026, 2, 16))
    with pytest.raises(NotFound):
        catalogue.remove_holiday(admin, date(2026, 2, 16))


def test_a_second_click_with_one_key_makes_one_issuer(admin: Actor) -> None:
    from uuid import uuid4

    key = uuid4()
    made = catalogue.create_issuer(admin, FORM, key)
    with pytest.raises(AlreadyDone) as done:
        catalogue.create_issuer(admin, FORM, key)
    assert (done.value.result, catalogue.issuers(admin)) == (str(made.id), (made,))


@pytest.mark.proves("F15.01")
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_changes_the_catalogue(database: db.Database, role: Role) -> None:
    who = people.actor(role, unit=world.unit(), issuer=world.issuer())
    for act in (
        lambda: catalogue.create_issuer(who, FORM),
        lambda: catalogue.add_regulation(who, RegulationForm("model.pass_mark", "75", "x", "01/01/2026")),
        lambda: catalogue.create_award_type(who, AwardTypeForm("a", "b", "c")),
        lambda: catalogue.add_holiday(who, "01/01/2026", "Nghỉ"),
        lambda: catalogue.regulations(who),
    ):
        with pytest.raises(NotAllowed):
            act()
