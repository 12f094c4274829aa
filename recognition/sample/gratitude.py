"""What the sample's people say of published examples: thanks, and a few words that the secretary has read or not yet."""

from contextlib import suppress

from recognition.hall.errors import HallError
from recognition.hall.paging import Page
from recognition.hall.transaction import transaction
from recognition.sample.year import Year
from recognition.thanks import actions as thanks

EXAMPLES = 12
#: The first are for the public, then one for the program alone; the last is not looked at yet.
WORDS = (
    "Trân trọng cảm ơn các đồng chí. Việc làm này được kể lại trong buổi sinh hoạt chi bộ chúng tôi, ai nghe cũng muốn làm theo.",
    "Chúc mừng tập thể. Mong có dịp sang học hỏi cách làm.",
    "Cảm ơn các đồng chí đã kể lại tỉ mỉ, chúng tôi đỡ phải mò mẫm.",
    "Đơn vị tôi xin gửi lời cảm ơn chân thành, tháng tới chúng tôi sẽ kể câu chuyện này trong giờ chào cờ.",
)  # fmt: skip


def give(year: Year) -> None:
    """The newest examples are thanked by units' people, fewer for each older one; the first has words too."""
    secretary = year.ground.actors["secretary"]
    people = [who for name, who in sorted(year.ground.actors.items()) if name.startswith(("leader:", "nominator:"))]
    examples = thanks.find(secretary, page=Page(size=EXAMPLES)).rows
    for place, example in enumerate(examples):
        for who in people[place % 3 :: 2 + place]:
            with suppress(HallError):  # nobody thanks themselves
                thanks.thank(who, example.id)
    with transaction(secretary):
        written = [thanks.appreciate(who, examples[0].id, body) for who, body in zip(people[4::5], WORDS, strict=False)]
        for words in written[:2]:
            thanks.approve(secretary, words.id, words.version)
        thanks.keep(secretary, written[2].id, written[2].version)
