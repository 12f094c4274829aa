"""What a person can do with people and recipients; what other rooms ask of them."""

from recognition.people.actions.history import history_of_person, history_of_unit
from recognition.people.actions.joining import carry_posts, merge, merged, open_posts, part
from recognition.people.actions.keeping import assign_post, change, create, end_post
from recognition.people.actions.reading import (
    doubles_among,
    find,
    get,
    keys,
    people_with_numbers,
    person_with_number,
    possible_doubles,
    post_on,
    posts,
)
from recognition.people.actions.recipients import (
    recipient,
    recipient_for_collective,
    recipient_for_household,
    recipient_for_person,
    recipient_of_paper,
    recipients,
)

__all__ = [
    "assign_post",
    "carry_posts",
    "change",
    "create",
    "doubles_among",
    "end_post",
    "find",
    "get",
    "history_of_person",
    "history_of_unit",
    "keys",
    "merge",
    "merged",
    "open_posts",
    "part",
    "people_with_numbers",
    "person_with_number",
    "possible_doubles",
    "post_on",
    "posts",
    "recipient",
    "recipient_for_collective",
    "recipient_for_household",
    "recipient_for_person",
    "recipient_of_paper",
    "recipients",
]
