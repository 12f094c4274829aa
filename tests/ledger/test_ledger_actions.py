"""The ledger from a report to an answer, on both engines: who sees, who answers, who is told, what is counted."""

import csv
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import openpyxl
import pytest

from recognition.campaigns.themes import Field
from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.terms import Figure, Measure
from recognition.hall import audit
from recognition.hall.errors import AlreadyDone, Busy, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from recognition.ledger import actions
from recognition.ledger.rules import alike
from recognition.ledger.terms import Answer, Asked, By, Settlement, Standing
from tests.ledger.conftest import BUILD, HEALTH, ROAD, SAME_ROAD, VET, land
from tests.support import people

pytestmark = pytest.mark.proves("N21")
SHARES = Settlement(Answer.SHARED, shares=("60", "40"), whole=300_00)


def asked(house, who=None):
    (found,) = actions.questions(who or house.secretary)
    return found


def ids(question):
    return [claim.id for claim in question.doubt.claims]


def road(house, **changes):
    house.claims(BUILD, land(300), **changes)
    house.claims(HEALTH, land(300, SAME_ROAD))


def sums(who, of=None):
    return [(total.label, total.unit, total.claimed, total.counted, total.doubtful) for total in actions.ledger(who, of or Asked()).totals]


def test_two_units_that_claim_one_road_are_a_question_and_the_total_says_so(house):
    road(house)
    found = asked(house)
    assert [claim.unit_name for claim in found.doubt.claims] == [BUILD, HEALTH]
    assert found.mine == found.doubt.ids
    assert sums(house.secretary) == [("Đất hiến", "m²", 600_00, 600_00, 300_00)]
    assert actions.ledger(house.secretary, Asked()).title == "2 số đã kê, 1 chỗ có thể kê trùng còn chờ trả lời"


def test_claims_are_compared_anew_only_when_one_of_them_changed(house, monkeypatch):
    road(house)
    compared, plain = [], alike.doubts
    monkeypatch.setattr(alike, "doubts", lambda *claims: compared.append(1) or plain(*claims))
    assert ids(asked(house)) == ids(asked(house))
    assert len(compared) <= 1
    house.claims(VET, land(300))
    assert len(actions.questions(house.secretary)) == 3
    assert len(compared) == 2


def test_a_shared_road_counts_once_and_both_units_are_told(house):
    road(house)
    key, question = uuid4(), asked(house)
    made = actions.settle(house.secretary, ids(question), SHARES, key)
    with pytest.raises(AlreadyDone) as again:
        actions.settle(house.secretary, ids(question), SHARES, key)
    assert again.value.result == str(made)
    assert actions.questions(house.secretary) == ()
    assert sums(house.secretary) == [("Đất hiến", "m²", 600_00, 300_00, 0)]
    said = f"một việc, chia phần: {BUILD} 60 % (180 m²); {HEALTH} 40 % (120 m²)."
    sentence = f"Phạm Thu Hà trả lời chỗ nhiều đơn vị cùng kê «Đất hiến 300 m², {ROAD}»: {said}"
    assert house.told(house.writer(BUILD)) == house.told(house.writer(HEALTH)) == [sentence]
    assert (house.told(house.writer(VET)), house.told(house.secretary)) == ([], [])
    with reading(None) as t:
        assert [entry["verb"] for entry in audit.history(t, "impact_answer", made)] == ["settle_claims"]
    (line, _) = actions.ledger(house.secretary, Asked()).lines
    assert (line.standing, actions.standing_words(line)) == (Standing.SHARED, "Chia phần 60 %: tính 180")


def test_separate_works_need_a_reason_are_remembered_and_not_asked_again(house):
    road(house)
    question = asked(house)
    with pytest.raises(Invalid) as wrong:
        actions.settle(house.secretary, ids(question), Settlement(Answer.SEPARATE))
    assert set(wrong.value.fields) == {"reason"}
    actions.settle(house.secretary, ids(question), Settlement(Answer.SEPARATE, "Hai đoạn của một đường"))
    assert actions.questions(house.secretary) == ()
    assert sums(house.secretary) == [("Đất hiến", "m²", 600_00, 600_00, 0)]
    (done,) = actions.answered(house.secretary)
    assert (done.settled.reason, done.settled.by_name, done.holds, len(done.claims)) == ("Hai đoạn của một đường", "Phạm Thu Hà", True, 2)


def test_a_claim_that_is_withdrawn_counts_nothing_and_its_report_stays(house):
    road(house)
    question = asked(house)
    actions.settle(house.secretary, ids(question), Settlement(Answer.WITHDRAWN, "Kê nhầm", withdrawn=ids(question)[1]))
    assert sums(house.secretary) == [("Đất hiến", "m²", 600_00, 300_00, 0)]
    assert house.told(house.writer(HEALTH)) == [
        f"Phạm Thu Hà trả lời chỗ nhiều đơn vị cùng kê «Đất hiến 300 m², {ROAD}»: {HEALTH} rút số này, sổ không tính nữa. Lý do: Kê nhầm"
    ]
    year_id = ids(question)[1][0]
    assert models.get(house.secretary, year_id).year.figures == (land(300, SAME_ROAD),)


def test_whoever_answers_second_reads_that_it_was_answered(house):
    road(house)
    question = asked(house)
    other = people.actor(Role.SECRETARY, issuer=house.issuer)
    actions.settle(house.secretary, ids(question), SHARES)
    with pytest.raises(Stale) as late:
        actions.settle(other, ids(question), Settlement(Answer.SEPARATE, "Khác nhau"))
    assert late.value.sentence == "Câu hỏi này vừa được trả lời, hoặc số liệu vừa thay đổi. Anh/chị xem lại danh sách."
    assert house.entries("settle_claims") == 1


def test_of_two_people_who_answer_at_once_one_wins(house):
    road(house)
    question = asked(house)
    others = [people.actor(Role.SECRETARY, issuer=house.issuer) for _ in range(2)]

    def answer(who):
        try:
            return actions.settle(who, ids(question), SHARES) is not None
        except (Stale, Busy):
            return False

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(answer, others)) == [False, True]
    assert len(actions.answered(house.secretary)) == 1


@pytest.mark.parametrize(
    "data",
    (
        Settlement(None),
        replace(SHARES, shares=("60", "39,99")),
        replace(SHARES, shares=("60", "bốn mươi")),
        replace(SHARES, shares=("-60", "160")),
        replace(SHARES, shares=("9" * 30, "0")),
        replace(SHARES, whole=10**15),
        Settlement(Answer.WITHDRAWN, "Kê nhầm", withdrawn=(uuid4(), "dat hien|")),
    ),
)
def test_a_wrong_answer_changes_nothing(house, data):
    road(house)
    with pytest.raises(Invalid):
        actions.settle(house.secretary, ids(asked(house)), data)
    assert (len(actions.questions(house.secretary)), house.entries("settle_claims")) == (1, 0)


def test_claims_that_nobody_asks_about_cannot_be_answered(house):
    house.claims(BUILD, land(300))
    house.claims(HEALTH, land(900, "Kênh thôn Tây"))
    pair = [line.claim.id for line in actions.ledger(house.secretary, Asked()).lines]
    for chosen in (pair, pair[:1], [], [(uuid4(), "x"), (uuid4(), "y")]):
        with pytest.raises(Stale):
            actions.settle(house.secretary, chosen, SHARES)


def test_a_third_unit_makes_the_shares_a_question_of_three(house):
    road(house)
    actions.settle(house.secretary, ids(asked(house)), SHARES)
    house.claims(VET, land(300, "Mở rộng đường vào thôn Đông, xã Phú Lộc"))
    three = asked(house)
    assert {claim.unit_name for claim in three.doubt.claims} == {BUILD, HEALTH, VET}
    assert sums(house.secretary) == [("Đất hiến", "m²", 900_00, 600_00, 300_00)]
    sharing = next(claim.id for claim in three.doubt.claims if claim.unit_name == BUILD)
    with pytest.raises(Invalid) as wrong:
        actions.settle(house.secretary, ids(three), Settlement(Answer.WITHDRAWN, "Kê nhầm", withdrawn=sharing))
    assert wrong.value.fields == {"withdrawn": "Đơn vị này đang có phần của một công trình đã chia. Anh/chị chọn chia phần và ghi 0 cho đơn vị rút."}
    actions.settle(house.secretary, ids(three), replace(SHARES, shares=("50", "30", "20")))
    assert (actions.questions(house.secretary), sums(house.secretary)) == ((), [("Đất hiến", "m²", 900_00, 300_00, 0)])
    assert len(actions.answered(house.secretary)) == 1


def test_a_third_unit_that_worked_elsewhere_leaves_the_shares_as_they_are(house):
    road(house)
    actions.settle(house.secretary, ids(asked(house)), SHARES)
    house.claims(VET, land(300, "Mở rộng đường vào thôn Đông, xã Phú Lộc"))
    actions.settle(house.secretary, ids(asked(house)), Settlement(Answer.SEPARATE, "Đoạn khác"))
    assert (actions.questions(house.secretary), sums(house.secretary)) == ((), [("Đất hiến", "m²", 900_00, 600_00, 0)])


def test_an_upper_unit_that_repeats_its_cell_is_asked(house):
    house.claims(BUILD, Figure(Measure.HOUSEHOLDS, 120_00, "hộ"))
    house.claims("Đảng bộ Khối cơ quan", Figure(Measure.HOUSEHOLDS, 120_00, "hộ"))
    assert asked(house).doubt.reasons[1] == f"«Đảng bộ Khối cơ quan» là cấp trên của «{BUILD}», có thể đã tính cả số của đơn vị dưới."


def test_asking_again_takes_the_answer_back_and_tells_the_units(house):
    road(house)
    made = actions.settle(house.secretary, ids(asked(house)), SHARES)
    for reason in ("", "x" * 501):
        with pytest.raises(Invalid):
            actions.reopen(house.secretary, made, reason)
    actions.reopen(house.secretary, made, "Đo lại đường")
    with pytest.raises(NotFound):
        actions.reopen(house.secretary, made, "Đo lại đường")
    assert (len(actions.questions(house.secretary)), actions.answered(house.secretary)) == (1, ())
    assert any(sentence.endswith("Đo lại đường") and "hỏi lại" in sentence for sentence in house.told(house.writer(HEALTH)))
    assert house.entries("reopen_claims") == 1


def test_an_answer_to_other_numbers_no_longer_holds(house):
    road(house)
    actions.settle(house.secretary, ids(asked(house)), SHARES)
    with transaction(None) as t:
        t.run("update model_year set figures = replace(figures, '30000', '31000')")
    assert [each.holds for each in actions.answered(house.secretary)] == [False]
    actions.settle(house.secretary, ids(asked(house)), replace(SHARES, whole=310_00))
    assert [each.holds for each in actions.answered(house.secretary)] == [True]


# -- who sees, who answers ---------------------------------------------------------------------------------------------


def test_each_sees_the_claims_of_their_own_reach(house):
    road(house)
    house.claims(VET, Figure(Measure.MONEY, 5_000_000_00, "đồng"))
    assert len(actions.ledger(house.secretary, Asked()).lines) == 3
    assert [line.claim.unit_name for line in actions.ledger(house.leader, Asked()).lines] == [BUILD]
    assert [line.claim.unit_name for line in actions.ledger(house.writer(HEALTH), Asked()).lines] == [HEALTH]
    assert actions.ledger(house.neighbour, Asked()).lines == ()
    for who in (people.administrator(), people.nobody()):
        with pytest.raises(NotAllowed):
            actions.ledger(who, Asked())
    with pytest.raises(NotFound):
        actions.ledger(house.leader, Asked(unit_id=house.unit(HEALTH)))
    assert sums(house.leader) == [("Đất hiến", "m²", 300_00, 300_00, 300_00)]


def test_only_a_secretary_asks_and_answers(house):
    road(house)
    question = asked(house)
    for who in (house.writer(BUILD), house.leader, people.administrator(), people.nobody()):
        for act in (lambda who=who: actions.questions(who), lambda who=who: actions.settle(who, ids(question), SHARES), lambda who=who: actions.reopen(who, uuid4(), "x")):
            with pytest.raises(NotAllowed):
                act()
    assert actions.questions(house.neighbour) == ()
    with pytest.raises(NotAllowed):
        actions.settle(house.neighbour, ids(question), SHARES)


def test_claims_before_two_organs_are_asked_in_both_and_withdrawn_only_in_ones_own(house):
    house.claims(BUILD, land(300))
    house.claims(HEALTH, land(300, SAME_ROAD), campaign=house.other_campaign)
    question = asked(house)
    assert ids(asked(house, house.neighbour)) == ids(question)
    with pytest.raises(Invalid):
        actions.settle(house.secretary, ids(question), Settlement(Answer.WITHDRAWN, "Kê nhầm", withdrawn=ids(question)[1]))
    actions.settle(house.secretary, ids(question), SHARES)
    assert (len(house.told(house.neighbour)), actions.questions(house.neighbour)) == (1, ())


# -- parts of the ledger, files, the quiet word ------------------------------------------------------------------------


def test_the_ledger_narrows_to_year_campaign_field_and_subtree(house):
    house.claims(BUILD, land(300), field=Field.CULTURE_SOCIETY)
    house.claims(HEALTH, land(900, "Kênh thôn Tây"), campaign=house.other_campaign)
    both = people.actor(Role.LEADER, issuer=house.issuer)
    assert [line.claim.unit_name for line in actions.ledger(both, Asked(unit_id=house.upper)).lines] == [BUILD]
    assert [line.claim.unit_name for line in actions.ledger(both, Asked(field=Field.CULTURE_SOCIETY)).lines] == [BUILD]
    assert actions.ledger(both, Asked(year=2025)).lines == actions.ledger(both, Asked(campaign_id=house.other_campaign)).lines == ()
    found = actions.choices(both)
    assert (found.years, list(found.campaigns), set(found.units.values())) == ((2026,), [house.campaign], {BUILD, "Đảng bộ Khối cơ quan"})
    groups = actions.ledger(both, Asked()).groups
    assert [(name, total.counted) for by in (By.CAMPAIGN, By.FIELD, By.YEAR) for name, (total,) in groups[by]] == [
        ("Dân vận khéo năm 2026", 300_00), (Field.CULTURE_SOCIETY.label, 300_00), ("2026", 300_00),
    ]  # fmt: skip


def test_the_files_hold_what_was_claimed_and_what_is_counted(house):
    road(house)
    actions.settle(house.secretary, ids(asked(house)), SHARES)
    sheet = openpyxl.load_workbook(io.BytesIO(actions.workbook(house.secretary, Asked()))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert any(BUILD in row and 300 in row and 180 in row for row in rows)
    assert any("Đất hiến: 300 m²" in str(cell) for row in rows for cell in row)
    read = list(csv.DictReader(io.StringIO(actions.csv_file(house.secretary, Asked()).decode("utf-8-sig"))))
    assert [(row["Đơn vị kê"], row["Sổ tính"], row["Cách tính"]) for row in read] == [(BUILD, "180", "Chia phần 60 %: tính 180"), (HEALTH, "120", "Chia phần 40 %: tính 120")]


def test_evidence_of_a_claim_is_what_its_nomination_carries(house):
    made = house.claims(BUILD, land(300))
    case = models.nominate(house.writer(BUILD), made.year.id, None)
    with transaction(None) as t:
        t.run("update nomination set state = 'submitted' where id = $1", case.id)
        for removed in (None, datetime(2026, 11, 1)):
            t.run(
                """
                insert into evidence (id, nomination_id, blob, kind, file_name, media_type, bytes, caption, picture_hash, taken_on, added_by, added_at, removed_at)
                values ($1, $2, 'x', 'paper', 'a.pdf', 'application/pdf', 1, '', null, null, $1, $3, $4)
                """,
                uuid4(), case.id, datetime(2026, 11, 1), removed,
            )  # fmt: skip
    assert [line.claim.files for line in actions.ledger(house.secretary, Asked()).lines] == [1]


def test_whoever_types_hears_that_another_unit_claims_it_and_not_who_or_in_which_words(house):
    house.claims(HEALTH, land(300, SAME_ROAD))
    mine = house.working(BUILD)
    (sentence,) = actions.already_claimed(house.writer(BUILD), mine.year.id, [land(300), land(20, "Kênh thôn Tây")])
    assert sentence == (
        f"Đất hiến ({ROAD}): có đơn vị khác đã kê một số gần bằng, có thể của cùng một việc. Nếu làm chung, anh/chị ghi rõ việc, nơi làm và hỏi thư ký để chia phần."
    )
    assert (HEALTH in sentence, SAME_ROAD in sentence) == (False, False)
    with pytest.raises(NotFound):
        actions.already_claimed(house.writer(VET), mine.year.id, [land(300)])
