"""When two rows may be one person: a question to ask, never an answer."""

from collections.abc import Sequence
from datetime import date

from recognition.people.terms import Person, Post
from vietnamese import dates
from vietnamese.text import search_key


def may_be_same(name: str, birth_date: date | None, birth_year: int | None, other: Person) -> bool:
    """Same name (marks apart) and nothing in the births that speaks against it."""
    if other.merged_into is not None or search_key(name) != search_key(other.name):
        return False
    if birth_date is not None and other.birth_date is not None:
        return birth_date == other.birth_date
    mine = birth_date.year if birth_date else birth_year
    theirs = other.birth_date.year if other.birth_date else other.birth_year
    return mine is None or theirs is None or mine == theirs


def doubles_question(doubles: Sequence[Person]) -> str:
    """The question that is asked before somebody with the same name and birth is added."""
    shown = "; ".join(person.line for person in doubles[:3])
    more = f" và {len(doubles) - 3} người khác" if len(doubles) > 3 else ""
    return f"Có thể đã có người này: {shown}{more}. Nếu là người khác, anh/chị đánh dấu «Là người khác» rồi lưu lại."


def posts_overlap(posts: Sequence[Post], made: Post) -> Post | None:
    """A post of the same title in the same unit at the same time: typed twice."""
    for post in posts:
        same = post.id != made.id and post.unit_id == made.unit_id and search_key(post.title) == search_key(made.title)
        if same and (post.to_date is None or made.from_date <= post.to_date) and (made.to_date is None or made.to_date >= post.from_date):
            return post
    return None


def post_on(posts: Sequence[Post], day: date) -> Post | None:
    """The post held on a day: the latest begun where there are several. What a paper of that day quotes."""
    held = [post for post in posts if post.from_date <= day and (post.to_date is None or day <= post.to_date)]
    return max(held, key=lambda post: (post.from_date, str(post.id)), default=None)


def end_sentence(post: Post, last_day: date) -> str | None:
    """Why a post cannot end on a day. None when it can."""
    if last_day < post.from_date:
        return f"Chức vụ này bắt đầu từ {dates.short(post.from_date)}, nên ngày thôi giữ không thể trước ngày đó."
    return None
