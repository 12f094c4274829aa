"""What the sample shows to the public: awards with consent, the first of each kind with a story that the secretary approved."""

from contextlib import suppress
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.hall.errors import Invalid
from recognition.hall.transaction import transaction
from recognition.issuing import actions as issuing
from recognition.issuing.actions import news
from recognition.issuing.terms import AwardFacts, Basis
from recognition.sample.words import book, speaking_of
from recognition.sample.year import Year

#: So many of a decision's awards are looked at, in ceremony order; models are shown only with a story.
MOST = 24
PHOTO_CONSENT = "Người trong ảnh đồng ý bằng văn bản gửi kèm hồ sơ"
MODEL_CONSENT = "Tập thể, cá nhân có mô hình đồng ý bằng văn bản gửi kèm báo cáo năm"


def publish(year: Year, decision_id: UUID) -> None:
    """Show what may be shown of a decision; a story is told once in the whole sample."""
    secretary, told = year.ground.actors["secretary"], year.told
    with transaction(secretary):
        for place, award in enumerate(issuing.awards(secretary, decision_id)):
            opening, story = _story(year, award)
            fresh = story if opening not in told else ""
            if (award.subject and not fresh) or (not award.subject and place >= MOST):
                continue
            with suppress(Invalid):  # no consent was recorded: it is not published
                pictures = news.photos(secretary, award.award_id) if fresh else []
                issuing.publish(
                    secretary, award.award_id, Basis.CONSENT, MODEL_CONSENT if award.subject else "", fresh,
                    photo=pictures[0].id if pictures else None, photo_consent=PHOTO_CONSENT if pictures else "",
                )  # fmt: skip
                told.add(opening)


def _story(year: Year, award: AwardFacts) -> tuple[str, str]:
    """By which words the story is known, and the story: a model's own, or what the case told between a beginning and an end."""
    if award.subject:
        return next(((words["name"], words["story"]) for words in book("stories")["models"] if award.subject.startswith(words["name"])), ("", ""))
    said = award.wording.lower()
    words = next((words for words in book("stories")["deeds"] if words["title"].lower() in said), None)
    if words is None or award.kind != RecipientKind.INDIVIDUAL:
        return "", ""
    she = any(each.name == award.name and each.gender == "female" for people in year.ground.people.values() for each in people)
    before, after = (words[part].format(**speaking_of(award.name, she=she)) for part in ("before", "after"))
    return words["title"], "\n\n".join((before, issuing.story_of(year.ground.actors["secretary"], award.award_id), after))
