"""The bin: a draft, a file, a campaign that is not launched are out of sight everywhere, come back under today's rules, or go for good."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from db import blobs, checking
from db.tables import tables
from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignInput, CampaignKind, CampaignState
from recognition.hall import place as folder
from recognition.hall.binning import BinKind
from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role, State
from recognition.insight import actions as insight
from recognition.nominations import actions
from recognition.nominations.store import thrown
from recognition.nominations.terms import Commendation
from tests.nominations.test_evidence import PDF, given, pdf
from tests.support import people, world
from vietnamese import dates

pytestmark = pytest.mark.proves("F15.05")


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path))


def binned(place, **changes):
    made = actions.save_draft(place.nominator, place.deed(**changes))
    return actions.withdraw(place.nominator, made.id, made.version)


def later(days: int):
    return dates.fixed(date(2026, 11, 24) + timedelta(days=days))


def test_a_draft_in_the_bin_is_seen_nowhere_else_and_comes_back(place):
    gone = binned(place)
    assert (gone.state, actions.find(place.nominator).total, sum(actions.counts(place.nominator).values())) == (State.WITHDRAWN, 0, 0)
    assert [hits.rows for hits in insight.search(place.nominator, "Trả lại 85") if hits.kind == "nomination"] == []
    with pytest.raises(NotFound):
        actions.get(place.nominator, gone.id)
    assert [(one.kind, one.name) for one in actions.thrown_away(place.nominator)] == [(BinKind.NOMINATION, "Trả lại 85.000.000 đồng nhặt được")]
    back = actions.restore(place.nominator, gone.id)
    assert (back.state, actions.get(place.nominator, gone.id), actions.thrown_away(place.nominator)) == (State.DRAFT, back, [])
    assert actions.submit(place.nominator, back.id, back.version).state is State.SUBMITTED


def test_what_was_sent_once_and_withdrawn_stays_readable_and_never_lies_in_the_bin(place):
    sent = place.submitted()
    gone = actions.withdraw(place.nominator, sent.id, sent.version)
    assert (actions.get(place.nominator, sent.id), actions.thrown_away(place.nominator)) == (gone, [])
    with pytest.raises(NotFound):
        actions.restore(place.nominator, sent.id)
    back = actions.recall(place.nominator, (again := place.submitted()).id, again.version)
    assert actions.get(place.nominator, back.id) == back
    actions.withdraw(place.nominator, back.id, back.version)
    assert actions.thrown_away(place.nominator) == []


def test_nobody_sees_or_restores_what_another_threw_away(place):
    gone = binned(place)
    for other in (people.actor(Role.NOMINATOR, unit=place.unit), people.actor(Role.NOMINATOR, unit=world.unit()), place.secretary, people.administrator()):
        assert actions.thrown_away(other) == []
        with pytest.raises((NotAllowed, NotFound)):
            actions.restore(other, gone.id)
    with pytest.raises(NotAllowed):
        actions.thrown_away(place.leader)


def test_a_draft_whose_campaign_ended_meanwhile_is_refused_in_words(place):
    campaign = world.campaign(place.issuer, "Dân vận khéo 2026", units=(place.unit,))
    gone = binned(place, commendation=Commendation.CAMPAIGN, campaign_id=campaign)
    with transaction(None) as t:
        t.run("update campaign set state = 'closed' where id = $1", campaign)
    with pytest.raises(Invalid, match="đã kết thúc nên không khôi phục"):
        actions.restore(place.nominator, gone.id)
    assert len(actions.thrown_away(place.nominator)) == 1


def test_after_its_days_a_thing_is_not_taken_back_and_can_be_erased(place):
    gone = binned(place)
    with later(30):
        assert actions.overdue(people.administrator()) == (0, 0)
    with later(31), pytest.raises(NotAllowed, match="quá 30 ngày"):
        actions.restore(place.nominator, gone.id)


def test_a_file_comes_back_unless_its_case_went_on_or_has_it_again(place):
    case = actions.save_draft(place.nominator, place.deed())
    file = actions.add_evidence(place.nominator, case.id, given())
    actions.remove_evidence(place.nominator, file.id)
    assert [(one.kind, one.name) for one in actions.thrown_away(place.nominator)] == [(BinKind.EVIDENCE, "Xác nhận")]
    with pytest.raises(NotFound):
        actions.evidence_file(place.nominator, file.id)
    assert (actions.restore_evidence(place.nominator, file.id), actions.evidence(place.nominator, case.id)) == (file, [file])
    actions.remove_evidence(place.nominator, file.id)
    actions.add_evidence(place.nominator, case.id, given(name="lan-hai.pdf"))
    with pytest.raises(Invalid, match="đã có trong hồ sơ này"):
        actions.restore_evidence(place.nominator, file.id)
    other = actions.add_evidence(place.nominator, case.id, given(pdf(300), name="b.pdf"))
    actions.remove_evidence(place.nominator, other.id)
    actions.submit(place.nominator, case.id, actions.get(place.nominator, case.id).version)
    with pytest.raises(NotAllowed, match="không đổi minh chứng được"):
        actions.restore_evidence(place.nominator, other.id)


def test_a_file_of_another_unit_is_neither_seen_nor_taken(place):
    case = actions.save_draft(place.nominator, place.deed())
    file = actions.add_evidence(place.nominator, case.id, given())
    actions.remove_evidence(place.nominator, file.id)
    stranger = people.actor(Role.NOMINATOR, unit=world.unit())
    assert actions.thrown_away(stranger) == []
    with pytest.raises(NotFound):
        actions.restore_evidence(stranger, file.id)


def test_erasing_takes_drafts_files_and_disk_but_nothing_that_was_sent(place):
    kept = actions.save_draft(place.nominator, place.deed(title="Đã gửi đi"))
    proof = actions.add_evidence(place.nominator, kept.id, given(pdf(400), name="giu.pdf"))
    sent = actions.submit(place.nominator, kept.id, actions.get(place.nominator, kept.id).version)
    recalled = actions.recall(place.nominator, sent.id, sent.version)
    actions.remove_evidence(place.nominator, proof.id)
    draft = actions.save_draft(place.nominator, place.deed())
    file = actions.add_evidence(place.nominator, draft.id, given())
    now = actions.get(place.nominator, draft.id)
    actions.withdraw(place.nominator, draft.id, now.version)
    admin, disk = people.administrator(), folder.folder() / "files"
    for other in (place.nominator, place.leader, place.secretary):
        with pytest.raises(NotAllowed):
            actions.erase_overdue(other)
    assert actions.erase_overdue(admin) == (0, 0)
    with later(40):
        assert actions.overdue(admin) == (1, 1)
        assert actions.erase_overdue(admin) == (1, 1)
        assert actions.overdue(admin) == (0, 0)
    assert (blobs.path(disk, file.blob).exists(), blobs.path(disk, proof.blob).exists()) == (False, True)
    assert actions.get(place.nominator, recalled.id).id == sent.id
    with transaction(None) as t:
        assert t.value("select count(*) from nomination where id = $1", draft.id) == 0
        assert t.value("select count(*) from good_deed") == 1


def test_a_file_that_another_case_shows_stays_on_the_disk(place):
    first, second = (actions.save_draft(place.nominator, place.deed(title=title)) for title in ("Một", "Hai"))
    gone = actions.add_evidence(place.nominator, first.id, given())
    kept = actions.add_evidence(place.nominator, second.id, given())
    actions.remove_evidence(place.nominator, gone.id)
    with later(40):
        assert actions.erase_overdue(people.administrator()) == (0, 1)
    assert actions.evidence_file(place.nominator, kept.id) == (PDF, kept)


def prepared(place, name="Dân vận khéo 2027"):
    return campaigns.save(place.secretary, CampaignInput(issuer_id=place.issuer, name=name, kind=CampaignKind.THEMATIC, from_date=date(2027, 1, 1), to_date=date(2027, 12, 31)))


def test_no_file_that_any_table_names_is_taken_off_the_disk(place):
    with transaction(None) as t:
        naming = {(table.name, column) for table in tables(t.tx) for column in checking.blob_columns(table)}
    assert set(thrown.NAMING) == naming


def test_a_campaign_in_preparation_goes_into_the_bin_and_back(place):
    made = prepared(place)
    campaigns.discard(place.secretary, made.id, made.version)
    assert (campaigns.find(place.secretary).total, [one.name for one in campaigns.thrown_away(place.secretary)]) == (0, ["Dân vận khéo 2027"])
    with pytest.raises(NotFound):
        campaigns.get(place.secretary, made.id)
    campaigns.restore(place.secretary, made.id, 30)
    assert (campaigns.get(place.secretary, made.id), campaigns.thrown_away(place.secretary)) == (made, [])


def test_a_campaign_of_the_same_name_made_meanwhile_bars_the_way_back(place):
    made = prepared(place)
    campaigns.discard(place.secretary, made.id, made.version)
    prepared(place)
    with pytest.raises(Invalid):
        campaigns.restore(place.secretary, made.id, 30)
    campaigns.erase(place.secretary, made.id)
    assert campaigns.thrown_away(place.secretary) == []


def test_a_launched_campaign_is_never_thrown_away_and_nobody_else_does_it(place):
    made = prepared(place)
    other = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn"))
    with pytest.raises(NotFound):
        campaigns.discard(other, made.id, made.version)
    launched = campaigns.launch(place.secretary, made.id, made.version, [place.unit])
    with pytest.raises(NotAllowed, match="đã phát động"):
        campaigns.discard(place.secretary, launched.id, launched.version)
    with pytest.raises(NotFound):
        campaigns.erase(place.secretary, launched.id)
    assert campaigns.get(place.secretary, made.id).state is CampaignState.LAUNCHED
