"""What people do in the council. Each name here is one verb of a person, in one transaction."""

from recognition.council.actions.cases import declare, put_on, take_back_declaration, take_off
from recognition.council.actions.closing import close
from recognition.council.actions.councils import change as change_council
from recognition.council.actions.councils import find as councils
from recognition.council.actions.councils import get as council
from recognition.council.actions.councils import put_member
from recognition.council.actions.councils import save as save_council
from recognition.council.actions.counting import counts, enter, enter_hands
from recognition.council.actions.ground import KIND, in_transaction
from recognition.council.actions.meeting import attend, open_vote, write_opinions
from recognition.council.actions.papers import (
    ballots,
    calendar,
    count_record,
    dossier_book,
    invitation,
    minutes,
    summary,
)
from recognition.council.actions.planning import call, cancel, change, plan, set_rule, set_tellers
from recognition.council.actions.reading import (
    Ask,
    Quorum,
    asks,
    candidates,
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
    "KIND",
    "Ask",
    "Quorum",
    "asks",
    "attend",
    "ballots",
    "calendar",
    "call",
    "cancel",
    "candidates",
    "change",
    "change_council",
    "close",
    "council",
    "councils",
    "count_record",
    "counts",
    "declare",
    "dossier_book",
    "enter",
    "enter_hands",
    "find",
    "get",
    "in_transaction",
    "invitation",
    "member_accounts",
    "minutes",
    "open_vote",
    "plan",
    "put_member",
    "put_on",
    "quorum",
    "save_council",
    "set_rule",
    "set_tellers",
    "simulate",
    "summary",
    "take_back_declaration",
    "take_off",
    "teller_candidates",
    "warnings",
    "write_opinions",
    "written",
    "written_lines",
]
