"""The year's campaign: launched to every unit, two hundred good deeds and a hundred and twenty models planned over it."""

from datetime import date
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignInput, CampaignKind, Criterion, Paper, Stage
from recognition.campaigns.themes import Field
from recognition.catalogue import actions as catalogue
from recognition.sample import cases, covenants, grassroots, lives, models
from recognition.sample.words import moment
from recognition.sample.year import Year
from vietnamese import dates

DEEDS, MODELS = 200, 120


def begin(year: Year) -> None:
    """The campaign, launched to every unit; deeds and models planned over the year."""
    ground = year.ground
    secretary, issuer = ground.actors["secretary"], ground.issuers["committee"]
    with dates.pretended(moment(date(2026, 1, 12))):
        for award in catalogue.award_types(secretary, "party"):
            year.awards.setdefault(award.family.value, award.id)
        made = campaigns.save(secretary, _campaign(issuer))
        campaigns.launch(secretary, made.id, made.version, [ground.units[code] for code in ground.acting("")])
    year.campaign = made.id
    for number in range(DEEDS):
        cases.plan_deed(year, number)
    for number in range(MODELS):
        models.plan_model(year, number)
    lives.plan_learning(year)
    grassroots.plan(year)
    covenants.plan(year)


def _campaign(issuer: UUID) -> CampaignInput:
    criteria = (
        Criterion("Có tính mới, sáng tạo, thiết thực", 25, "Nêu rõ cách làm khác trước thế nào."),
        Criterion("Cấp uỷ lãnh đạo, nhiều lực lượng cùng tham gia", 20, "Kể tên lực lượng chủ trì, phối hợp."),
        Criterion("Kết quả cụ thể, kiểm chứng được", 30, "Số liệu có nguồn, có minh chứng."),
        Criterion("Được Nhân dân, người lao động đồng tình", 15, "Ý kiến của người hưởng lợi."),
        Criterion("Duy trì được, nhân rộng được", 10, "Đơn vị khác đã học theo."),
        Criterion("Điểm thưởng: đã được đơn vị khác áp dụng", 5, bonus=True),
    )
    return CampaignInput(
        issuer_id=issuer, name="Phong trào thi đua «Dân vận khéo» năm 2026", kind=CampaignKind.REGULAR, from_date=date(2026, 1, 1),
        to_date=date(2026, 12, 31), level="Đảng bộ các cơ quan Đảng tỉnh",
        aim="Xây dựng nhiều mô hình mới, cách làm hay trên tất cả các lĩnh vực; biểu dương kịp thời gương người tốt, việc tốt.",
        papers=(Paper("07-KH/ĐU", date(2026, 1, 9), "Kế hoạch thực hiện phong trào thi đua «Dân vận khéo» năm 2026"),),
        deadlines={Stage.REGISTER: date(2026, 3, 31), Stage.REPORT: date(2026, 11, 30), Stage.NOMINATE: date(2026, 12, 5), Stage.VOTE: date(2026, 12, 18)},
        fields=tuple(Field), criteria=criteria,
    )  # fmt: skip
