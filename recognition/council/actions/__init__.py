"""What people do in the council. Each name here is one verb of a person, in one transaction."""

from recognition.council.actions.cases import put_on, take_off
from recognition.council.actions.closing import close, ties
from recognition.council.actions.conflicts import DECLARED, declare, take_back_declaration
from recognition.council.actions.councils import change as change_council
from recognition.council.actions.councils import find as councils
from recognition.council.actions.councils import get as council
from recognition.council.actions.councils import put_member
from recognition.council.actions.councils import save as save_council
from recognition.council.actions.counting import counts, enter, enter_hands
from recognition.council.actions.ground import KIND, in_transaction
from recognition.council.actions.looking import looked, opened, own_marks, signals
from recognition.council.actions.meeting import attend, open_vote, write_opinions
from recognition.council.actions.papers import (
    ballots,
    calendar,
    count_record,
    dossier_book,
    invitation,
    minutes,
    notice,
    opinion_forms,
    reply_refusal,
    summary,
    summary_sheet,
)
from recognition.council.actions.planning import (
    call,
    cancel,
    change,
    examples,
    plan,
    set_rule,
    set_tellers,
    take_example,
)
from recognition.council.actions.postings import (
    answer_opinion,
    change_posting,
    post,
    postings,
    record_opinion,
    unanswered,
)
from recognition.council.actions.postings import warnings as posting_warnings
from recognition.council.actions.reading import (
    Ask,
    Quorum,
    asks,
    candidates,
    earlier,
    find,
    get,
    member_accounts,
    quorum,
    simulate,
    teller_candidates,
    warnings,
    written,
    written_lines,
)

__all__ = [
    "DECLARED",
    "KIND",
    "Ask",
    "Quorum",
    "answer_opinion",
    "asks",
    "attend",
    "ballots",
    "calendar",
    "call",
    "cancel",
    "candidates",
    "change",
    "change_council",
    "change_posting",
    "close",
    "council",
    "councils",
    "count_record",
    "counts",
    "declare",
    "dossier_book",
    "earlier",
    "enter",
    "enter_hands",
    "examples",
    "find",
    "get",
    "in_transaction",
    "invitation",
    "looked",
    "member_accounts",
    "minutes",
    "notice",
    "open_vote",
    "opened",
    "opinion_forms",
    "own_marks",
    "plan",
    "post",
    "posting_warnings",
    "postings",
    "put_member",
    "put_on",
    "quorum",
    "record_opinion",
    "reply_refusal",
    "save_council",
    "set_rule",
    "set_tellers",
    "signals",
    "simulate",
    "summary",
    "summary_sheet",
    "take_back_declaration",
    "take_example",
    "take_off",
    "teller_candidates",
    "ties",
    "unanswered",
    "warnings",
    "write_opinions",
    "written",
    "written_lines",
]
