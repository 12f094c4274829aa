"""The shortlist against its quotas, on both engines."""

from datetime import datetime
from uuid import uuid4

import pytest

from recognition.catalogue.terms import RecipientKind
from recognition.hall.errors import Invalid, NotAllowed, Stale
from recognition.hall.transaction import transaction
from recognition.hall.words import Role, State
from recognition.nominations import actions as nominations
from recognition.reviewing.actions import assigning, sheets, shortlisting
from recognition.reviewing.actions.shortlisting import Suggestion
from recognition.reviewing.quotas import Fill, QuotaInput, QuotaKind
from recognition.screening import actions as screening
from tests.support import people, world

TWO = QuotaInput(QuotaKind.MOST, 1, RecipientKind.INDIVIDUAL, per_unit=True, clause="Kế hoạch 05-KH/ĐU")


def scored(table):
    assigning.deal(table.secretary, table.campaign, [table.one.account_id], 1, None)
    one = table.again(table.one)
    for at, case in enumerate(table.cases):
        own = next(line.assignment_id for line in sheets.mine(one) if line.nomination_id == case)
        sheets.save(one, own, 1, table.points(10 * at, 30, 25), lock=True)


@pytest.mark.proves("N14")
def test_the_best_come_first_and_none_goes_past_a_quota_unless_told(table):
    scored(table)
    shortlisting.add_quota(table.secretary, table.campaign, TWO)
    found = shortlisting.board(table.secretary, table.campaign)
    assert [(case.id, case.mean) for case in found.cases] == [(table.cases[2], 7500), (table.cases[1], 6500), (table.cases[0], 5500)]
    assert [(gauge.place, gauge.used, gauge.allowed, [case.id for case in gauge.fitting]) for gauge in found.gauges] == [("Chi bộ Trạm Y tế Phú Lộc", 0, 1, [table.cases[2]])]
    done = shortlisting.shortlist_chosen(table.secretary, table.campaign, table.cases[1:])
    assert [(one.nomination_id, one.ok) for one in done] == [(table.cases[2], True), (table.cases[1], False)]
    assert "Nhiều nhất 1 cá nhân mỗi đơn vị (Kế hoạch 05-KH/ĐU)" in done[1].sentence
    assert [one.ok for one in shortlisting.shortlist_chosen(table.secretary, table.campaign, [table.cases[1]], beyond=True)] == [True]
    after = shortlisting.board(table.secretary, table.campaign)
    assert [(gauge.used, gauge.fill) for gauge in after.gauges] == [(2, Fill.OVER)]
    assert sum(case.state is State.SHORTLISTED for case in after.cases) == 2


@pytest.mark.proves("F06.01")
def test_a_case_below_the_campaigns_mark_is_not_listed_however_it_is_asked(table):
    assigning.deal(table.secretary, table.campaign, [table.one.account_id], 1, None)
    own = next(line.assignment_id for line in sheets.mine(table.again(table.one)) if line.nomination_id == table.cases[0])
    sheets.save(table.again(table.one), own, 1, table.points(10, 20, 19), lock=True)
    done = shortlisting.shortlist_chosen(table.secretary, table.campaign, table.cases[:1], beyond=True)
    assert [(one.ok, one.sentence) for one in done] == [(False, "Điểm chấm chưa đạt mức của phong trào. Trả lại để bổ sung rồi chấm lại, hoặc từ chối.")]
    with pytest.raises(Invalid) as refused:
        screening.settle(table.secretary, table.cases[0], "score", "Người đứng đầu đồng ý")
    assert list(refused.value.fields) == ["score"]


@pytest.mark.proves("F02.05")
def test_one_case_goes_past_no_quota_either(table):
    scored(table)
    shortlisting.add_quota(table.secretary, table.campaign, TWO)
    first, second = table.cases[2], table.cases[1]
    assert shortlisting.shortlist(table.secretary, first, nominations.get(table.secretary, first).version).state is State.SHORTLISTED
    with pytest.raises(Invalid) as refused:
        shortlisting.shortlist(table.secretary, second, nominations.get(table.secretary, second).version)
    assert "Nhiều nhất 1 cá nhân mỗi đơn vị (Kế hoạch 05-KH/ĐU)" in refused.value.fields["quota"]


@pytest.mark.proves("F02.09")
def test_next_year_takes_over_the_quotas_with_the_criteria(table):
    made = shortlisting.add_quota(table.secretary, table.campaign, TWO)
    again = shortlisting.as_new_year(table.secretary, table.campaign, 2027)
    assert ([line.name for line in again.criteria], again.from_date.year) == (["Mục tiêu", "Cách làm", "Kết quả", "Cách làm mới"], 2027)
    assert [quota.sentence for quota in shortlisting.board(table.secretary, again.id).quotas] == [made.sentence]


@pytest.mark.proves("F05.05")
def test_a_recognised_model_that_nobody_proposed_is_suggested(table):
    model = uuid4()
    words = ("situation", "aims", "content", "area", "forces", "resources", "schedule", "results", "spread", "contact")
    with transaction(None) as t:
        t.run(
            f"""
            insert into exemplary_model (id, code, name, field, owner, unit_id, novelty, level, tags, search, name_sort, created_by, created_at, version, {', '.join(words)})
            values ($1, 'MH-2026-001', 'Tổ hoà giải lưu động', 'culture_society', 'collective', $2, 'new', 'cơ sở', '{{}}', '', '', $3, $4, 1, {', '.join("''" for _ in words)})
            """,
            model, table.unit, uuid4(), datetime(2026, 1, 5),
        )  # fmt: skip
        t.run(
            """
            insert into model_year (id, model_id, year, campaign_id, issuer_id, state, report, figures, checked_score, check_reason, created_at, version)
            values ($1, $2, 2026, $3, $4, 'recognised', '', '[]', 8600, '', $5, 1)
            """,
            uuid4(), model, table.campaign, table.issuer, datetime(2026, 1, 5),
        )  # fmt: skip
    assert shortlisting.board(table.secretary, table.campaign).suggestions == (Suggestion(model, "MH-2026-001", "Tổ hoà giải lưu động", "Chi bộ Trạm Y tế Phú Lộc", 8600),)


@pytest.mark.proves("F02.05", "F02.09")
def test_rules_are_set_removed_and_taken_over_by_the_secretary_alone(table):
    made = shortlisting.add_quota(table.secretary, table.campaign, TWO)
    next_year = world.campaign(table.issuer, "Dân vận khéo năm 2027")
    assert shortlisting.copy_quotas(table.secretary, table.campaign, next_year) == 1
    assert shortlisting.board(table.secretary, next_year).quotas[0].sentence == made.sentence
    with pytest.raises(Stale):
        shortlisting.remove_quota(table.secretary, made.id, 7)
    shortlisting.remove_quota(table.secretary, made.id, made.version)
    assert shortlisting.board(table.secretary, table.campaign).quotas == ()
    with pytest.raises(Invalid):
        shortlisting.add_quota(table.secretary, table.campaign, QuotaInput(QuotaKind.SHARE, 15, clause="x"))
    for who in (table.one, people.actor(Role.SECRETARY, issuer=world.issuer("Khác", short_sign="K"))):
        with pytest.raises(NotAllowed):
            shortlisting.board(who, table.campaign)
        with pytest.raises(NotAllowed):
            shortlisting.add_quota(who, table.campaign, TWO)
