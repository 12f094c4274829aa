"""What people do with accounts."""

from recognition.accounts.actions.actors import actor_for, current
from recognition.accounts.actions.inbox import inbox, mark_read
from recognition.accounts.actions.leaving import hand_over, on_hand_over, open_work
from recognition.accounts.actions.manage import (
    change_account,
    create_account,
    disable,
    enable,
    end_role,
    find,
    get,
    grant_role,
    new_code,
    new_codes,
    slips_file,
    suggest_user_name,
    without_password,
)
from recognition.accounts.actions.own import (
    change_password,
    confirm_password,
    confirmed_lately,
    end_sign_in,
    my_sign_ins,
    sign_out,
)
from recognition.accounts.actions.set_up import (
    administrator_faults,
    enter_sample,
    first_administrator,
    is_sample,
    mark_sample,
    needs_set_up,
    organ_name,
    sample_people,
    set_up,
)
from recognition.accounts.actions.sign_in import Live, live, sign_in, use_code
from recognition.accounts.rules import device

__all__ = [
    "Live",
    "actor_for",
    "administrator_faults",
    "change_account",
    "change_password",
    "confirm_password",
    "confirmed_lately",
    "create_account",
    "current",
    "device",
    "disable",
    "enable",
    "end_role",
    "end_sign_in",
    "enter_sample",
    "find",
    "first_administrator",
    "get",
    "grant_role",
    "hand_over",
    "inbox",
    "is_sample",
    "live",
    "mark_read",
    "mark_sample",
    "my_sign_ins",
    "needs_set_up",
    "new_code",
    "new_codes",
    "on_hand_over",
    "open_work",
    "organ_name",
    "sample_people",
    "set_up",
    "sign_in",
    "sign_out",
    "slips_file",
    "suggest_user_name",
    "use_code",
    "without_password",
]
