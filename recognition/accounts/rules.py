"""Passwords, names to sign in with, waiting after wrong tries, and how long a sign-in lives. No clock, no storage."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from recognition.accounts.common_passwords import COMMON
from recognition.accounts.terms import (
    ABSOLUTE,
    CODE_DAYS_MOST,
    GRANTED,
    IDLE,
    KEY_DAYS,
    PER_EITHER,
    PER_ISSUER,
    PER_UNIT,
    SEEN_STEP,
)
from recognition.hall.lengths import too_long
from recognition.hall.words import Role
from vietnamese import text

SHORTEST, LONGEST = 12, 128
FREE_TRIES = 5
LONGEST_WAIT = 900
#: How far back wrong tries count, when no right one came between.
TRIES_WINDOW = timedelta(hours=24)
ADDRESS_TRIES_PER_MINUTE = 20
GLOBAL_TRIES_PER_SECOND = 5
#: No letters or figures that look alike on paper (0 O, 1 I L, U V).
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 12
#: How many keys for other programs a person may have at once.
KEYS_MOST = 5
KEY_NAME_LONGEST = 80
_USER_NAME = re.compile(r"[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*")


def password_fault(password: str, words: Iterable[str] = ()) -> str | None:
    """Why the password may not be used, in one sentence; None when it may.

    Length and a block-list only, no rules of composition and no forced change (OWASP ASVS 5.0, 6.2.1–6.2.11).
    `words` are those of the person and the office: their name, user name, the organ's name.
    """
    if len(password) < SHORTEST:
        return f"Mật khẩu cần ít nhất {SHORTEST} ký tự; anh/chị mới nhập {len(password)}. Một câu ngắn dễ nhớ là tốt nhất."
    if len(password) > LONGEST:
        return f"Mật khẩu dài nhất {LONGEST} ký tự; anh/chị rút ngắn lại."
    plain = _squeezed(password)
    if len(set(plain)) < 4:
        return "Mật khẩu này lặp lại quá ít ký tự nên dễ đoán. Anh/chị chọn một câu khác."
    if plain in COMMON or _without_tail(plain) in COMMON or _runs(plain):
        return "Mật khẩu này nằm trong danh sách hay bị đoán. Anh/chị chọn một câu khác."
    for word in words:
        known = _squeezed(word)
        if len(known) >= 4 and known in plain and len(plain) - len(known) < 6:
            return "Mật khẩu gần như chỉ gồm tên người hoặc tên cơ quan nên dễ đoán. Anh/chị thêm vài chữ khác."
    return None


def _squeezed(value: str) -> str:
    return re.sub(r"[\W_]+", "", text.search_key(value))


def _without_tail(plain: str) -> str:
    return re.sub(r"\d{1,4}$", "", plain)


def _runs(plain: str) -> bool:
    """Whether it is only a walk along the keyboard or the alphabet, there and back, or one piece repeated."""
    rows = ("01234567890123456789", "qwertyuiopqwertyuiop", "asdfghjklasdfghjkl", "zxcvbnmzxcvbnm", "abcdefghijklmnopqrstuvwxyz")
    if any(plain in row or plain in row[::-1] for row in rows):
        return True
    half = len(plain)
    return any(half % size == 0 and plain == plain[:size] * (half // size) for size in range(1, min(6, half // 2) + 1))


def user_name_fault(user_name: str) -> str | None:
    """Why this name cannot be used to sign in; None when it can."""
    if not user_name:
        return "Anh/chị nhập tên đăng nhập, ví dụ ha.phamthu."
    if len(user_name) > 40:
        return "Tên đăng nhập dài nhất 40 ký tự."
    if len(user_name) < 3 or not _USER_NAME.fullmatch(user_name):
        return "Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số và dấu chấm, bắt đầu bằng chữ, từ 3 ký tự. Ví dụ: ha.phamthu."
    return None


def suggested_user_name(full_name: str, taken: Iterable[str] = ()) -> str:
    """`Phạm Thu Hà` → `ha.phamthu`; a figure is added when it is taken."""
    words = re.sub(r"[^a-z0-9 ]", "", text.search_key(full_name)).split() or ["nguoi", "dung"]
    stem = words[-1] + ("." + "".join(words[:-1]) if len(words) > 1 else "")
    stem = stem[:36] if len(stem) >= 3 else f"{stem}.nguoi"
    used, number = set(taken), 1
    while (name := stem if number == 1 else f"{stem}{number}") in used:
        number += 1
    return name


def wait_seconds(failures: int) -> int:
    """Seconds to wait after so many wrong tries in a row: five free, then 1, 2, 4 … at most a quarter of an hour.

    Never for ever: nobody can lock somebody else out (OWASP ASVS 5.0, 6.3.1).
    """
    if failures < FREE_TRIES:
        return 0
    return min(LONGEST_WAIT, 1 << min(failures - FREE_TRIES, 20))


def tries_left(failures: int) -> int:
    """Tries that need no waiting."""
    return max(0, FREE_TRIES - failures)


def alive(created: datetime, seen: datetime, now: datetime) -> bool:
    """Whether a sign-in still counts: idle and absolute end. Moments are naive UTC; `seen` is rounded down."""
    return now - created < ABSOLUTE and now - seen < IDLE + SEEN_STEP and created <= now + timedelta(minutes=5)


def rounded_seen(now: datetime) -> datetime:
    """The moment as it is stored: rounded down, so that it tells no single click."""
    step = int(SEEN_STEP.total_seconds())
    since_midnight = now.hour * 3600 + now.minute * 60 + now.second
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(seconds=since_midnight // step * step)


def code_days(setting: str | None) -> int:
    """Days a one-time code lives, from the setting; between 1 and 7."""
    try:
        days = int(setting) if setting is not None else CODE_DAYS_MOST
    except ValueError:
        days = CODE_DAYS_MOST
    return max(1, min(CODE_DAYS_MOST, days))


def shown_code(code: str) -> str:
    """`ABCDEFGHJKMN` → `ABCD-EFGH-JKMN`, as it is printed."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def typed_code(typed: str) -> str:
    """What somebody typed, as the code is kept: capitals, no spaces or dashes, look-alikes mended."""
    squeezed = re.sub(r"[\s\-–—.]+", "", typed).upper()
    return squeezed.replace("U", "V")


def check_role(role: Role, unit_id: UUID | None, issuer_id: UUID | None, from_date: date, to_date: date | None) -> dict[str, str]:
    """Faults of a role to be granted: field → sentence."""
    faults: dict[str, str] = {}
    if role not in GRANTED:
        faults["role"] = f"Vai trò «{role.label}» có từ danh sách Hội đồng hoặc từ phân công, không cấp ở đây."
    if role in PER_UNIT and unit_id is None:
        faults["unit_id"] = f"Vai trò «{role.label}» gắn với một đơn vị. Anh/chị chọn đơn vị."
    if role in PER_ISSUER and issuer_id is None:
        faults["issuer_id"] = f"Vai trò «{role.label}» gắn với một cơ quan ban hành. Anh/chị chọn cơ quan."
    if role in PER_EITHER and unit_id is None and issuer_id is None:
        faults["unit_id"] = f"Vai trò «{role.label}» cần một đơn vị hoặc một cơ quan ban hành. Anh/chị chọn một trong hai."
    if to_date is not None and to_date < from_date:
        faults["to_date"] = f"Ngày kết thúc {to_date:%d/%m/%Y} đứng trước ngày bắt đầu {from_date:%d/%m/%Y}. Anh/chị sửa một trong hai ngày."
    return faults


def in_force(from_date: date, to_date: date | None, today: date) -> bool:
    """Whether a dated role holds today, both days included."""
    return from_date <= today and (to_date is None or to_date >= today)


def may_end_administrator(others: int) -> str | None:
    """Somebody must stay able to keep accounts: the fault when none would be left."""
    return None if others > 0 else "Đây là người quản trị cuối cùng. Anh/chị giao quyền quản trị cho người khác trước."


def access_key_faults(name: str, days: int, alive: int) -> dict[str, str]:
    """What is wrong with a key that somebody asks for: field → sentence. `alive` keys of theirs live already."""
    faults = {}
    if not name:
        faults["name"] = "Anh/chị ghi khoá này cấp cho chương trình nào, ví dụ «Kho dữ liệu của tỉnh»."
    elif sentence := too_long(name, KEY_NAME_LONGEST, "Tên chương trình"):
        faults["name"] = sentence
    if days not in KEY_DAYS:
        faults["days"] = f"Khoá dùng được {', '.join(str(each) for each in KEY_DAYS)} ngày. Anh/chị chọn một trong các thời hạn đó."
    if alive >= KEYS_MOST:
        faults[""] = f"Anh/chị đã có {alive} khoá còn hiệu lực, nhiều nhất là {KEYS_MOST}. Anh/chị huỷ khoá không dùng nữa rồi cấp khoá mới."
    return faults


def context_words(name: str, user_name: str, offices: Sequence[str]) -> tuple[str, ...]:
    """Words that a password may not merely repeat: the person's, the office's, the program's."""
    return (name, user_name, *name.split(), *offices, "guongsang", "danvankheo", "thiduakhenthuong", "khenthuong")


def device(agent: str) -> str:
    """A browser's long name in a few words: `Chrome trên Windows`."""
    browsers = (("Edg", "Edge"), ("coc_coc", "Cốc Cốc"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
    systems = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"))
    browser = next((name for sign, name in browsers if sign in agent), "Trình duyệt")
    system = next((name for sign, name in systems if sign in agent), "")
    return f"{browser} trên {system}" if system else browser
