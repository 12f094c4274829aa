"""The shortlist against its quotas, on both engines."""

from datetime import datetime
from uuid import uuid4

import pytest

from recognition.catalogue.terms import RecipientKind
from recognition.hall.errors import Invalid, NotAllowed, Stale
from recognition.hall.transaction import transaction
from recognition.hall.words import Role, State
from recognition.reviewing.actions import assigning, sheets, shortlisting
from recognition.reviewing.actions.shortlisting import Suggestion
from recognition.reviewing.quotas import Fill, QuotaInput, QuotaKind
from tests.support import people, world

TWO = QuotaInput(QuotaKind.MOST, 1, RecipientKind.INDIVIDUAL, per_unit=True, clause="Kế hoạch 05-KH/ĐU")


def scored(table):
    assigning.deal(table.secretary, table.campaign, [table.one.account_id], 1, None)
    one = table.again(table.one)
    for at, case in enumerate(table.cases):
        own = next(line.assignment_id for line in sheets.mine(one) if line.nomination_id == case)
        sheets.save(one, own, 1, table.points(10 * at, 10, 10), lock=True)


@pytest.mark.proves("N14")
def test_the_best_come_first_and_none_goes_past_a_quota_unless_told(table):
    scored(table)
    shortlisting.add_quota(table.secretary, table.campaign, TWO)
    found = shortlisting.board(table.secretary, table.campaign)
    assert [(case.id, case.mean) for case in found.cases] == [(table.cases[2], 4000), (table.cases[1], 3000), (table.cases[0], 2000)]
    assert [(gauge.place, gauge.used, gauge.allowed, [case.id for case in gauge.fitting]) for gauge in found.gauges] == [("Chi bộ Trạm Y tế Phú Lộc", 0, 1, [table.cases[2]])]
    done = shortlisting.shortlist_chosen(table.secretary, table.campaign, table.cases[1:])
    assert [(one.nomination_id, one.ok) for one in done] == [(table.cases[2], True), (table.cases[1], False)]
    assert "Nhiều nhất 1 cá nhân mỗi đơn vị (Kế hoạch 05-KH/ĐU)" in done[1].sentence
    assert [one.ok for one in shortlisting.shortlist_chosen(table.secretary, table.campaign, [table.cases[1]], beyond=True)] == [True]
    after = shortlisting.board(table.secretary, table.campaign)
    assert [(gauge.used, gauge.fill) for gauge in after.gauges] == [(2, Fill.OVER)]
    assert sum(case.state is State.SHORTLISTED for case in after.cases) == 2


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
