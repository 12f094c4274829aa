"""What a teller's passphrase must be: it alone keeps a third of the key, and an attacker may guess for years."""

from collections.abc import Iterable, Mapping

from vietnamese import text

SHORTEST, WORDS, LONGEST = 16, 4, 200


def fault(passphrase: str, about: Iterable[str] = ()) -> str:
    """One sentence on why a passphrase may not be used; empty when it may.

    Four different syllables at least: with argon2id at 256 MiB every guess takes about a second. `about` are names
    (the teller's, the council's) that it may not merely repeat.
    """
    said = text.clean(passphrase).casefold()
    words = set(text.search_key(said).split())
    if len(said) > LONGEST:
        return f"Cụm mật khẩu dài nhất {LONGEST} ký tự. Anh/chị rút ngắn lại."
    if len(said) < SHORTEST or len(words) < WORDS:
        return f"Cụm mật khẩu cần ít nhất {SHORTEST} ký tự và {WORDS} tiếng khác nhau, cách nhau bằng dấu cách. Một câu chỉ mình anh/chị nghĩ ra là tốt nhất."
    for name in about:
        known = set(text.search_key(name).split())
        if len(words - known) < WORDS - 1:
            return "Cụm mật khẩu gần như chỉ gồm tên người hoặc tên cơ quan nên dễ đoán. Anh/chị thêm vài tiếng khác."
    return ""


def check(typed: Mapping[int, str], again: Mapping[int, str], about: Mapping[int, Iterable[str]]) -> dict[str, str]:
    """Field → sentence for the three passphrases of an opening (`passphrase1` …, `again1` …)."""
    wrong: dict[str, str] = {}
    seen: set[str] = set()
    for number, passphrase in sorted(typed.items()):
        said = text.clean(passphrase).casefold()
        if sentence := fault(passphrase, about.get(number, ())):
            wrong[f"passphrase{number}"] = sentence
        elif said in seen:
            wrong[f"passphrase{number}"] = (
                "Cụm mật khẩu này trùng với của người khác trong tổ. Mỗi người giữ một cụm riêng."
            )
        elif text.clean(again.get(number, "")).casefold() != said:
            wrong[f"again{number}"] = "Hai lần nhập chưa giống nhau. Anh/chị nhập lại."
        seen.add(said)
    return wrong
