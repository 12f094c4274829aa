"""What is wrong with a mistyped command, in Vietnamese: the parser of the standard library speaks English."""

import re

_SAID: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<what>.+)", "thiếu {what}"),
    (r"one of the arguments (?P<what>.+) is required", "thiếu một trong: {what}"),
    (r"unrecognized arguments: (?P<what>.+)", "không có tham số «{what}»"),
    (r"argument (?P<name>\S+(?: .*?)?): invalid choice: '?(?P<what>.*?)'? \(choose from (?P<choices>.+)\)", "«{what}» không dùng được cho {name}; chỉ chọn: {choices}"),
    (r"argument (?P<name>.+?): invalid \w+ value: '(?P<what>.*)'", "«{what}» của {name} phải là số"),
    (r"argument (?P<name>.+?): not allowed with argument (?P<what>.+)", "{name} và {what} không dùng cùng nhau"),
    (r"argument (?P<name>.+?): expected .*", "{name} thiếu giá trị"),
    (r"ambiguous option: (?P<what>\S+) could match (?P<choices>.+)", "«{what}» có thể là {choices}"),
    (r"argument (?P<name>.+?): (?P<what>.+)", "{name}: {what}"),
)


def sentence(message: str, program: str) -> str:
    """Return one sentence for what the standard parser says of a mistyped command."""
    for pattern, said in _SAID:
        if found := re.fullmatch(pattern, message):
            words = {name: value.replace("'", "") for name, value in found.groupdict().items()}
            return f"Lệnh thiếu hoặc sai tham số: {said.format(**words)}. Hãy xem {program} --help."
    return f"Lệnh thiếu hoặc sai tham số ({message}). Hãy xem {program} --help."
