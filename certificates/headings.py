"""Which fact a column of a data file holds: headings as offices write them, in Vietnamese or by the program's names."""

import re
from collections.abc import Iterable, Sequence

from certificates.errors import Refused
from vietnamese.text import clean, search_key

HEADINGS: dict[str, tuple[str, ...]] = {
    "recipient": (
        "họ và tên", "họ tên", "tên", "tên tập thể", "họ tên đơn vị", "người được khen", "tập thể", "cá nhân", "tên cá nhân", "cá nhân, tập thể",
        "tên cá nhân, tập thể", "tập thể, cá nhân", "tên tập thể, cá nhân", "họ và tên, tên tập thể", "họ tên, tên tập thể", "họ và tên cá nhân",
        "họ tên cá nhân", "họ và tên người được khen", "tên hộ gia đình", "chủ hộ",
    ),
    "salutation": ("danh xưng", "xưng hô", "ông/bà", "ông bà", "ông, bà", "đồng chí"),
    "title": ("chức vụ", "chức danh", "chức vụ, chức danh"),
    "unit": ("đơn vị", "đơn vị công tác", "địa chỉ", "nơi công tác", "cơ quan, đơn vị", "đơn vị, địa chỉ", "chức vụ, đơn vị", "chức vụ, đơn vị công tác"),
    "achievement": (
        "thành tích", "nội dung thành tích", "nội dung khen", "nội dung khen thưởng", "tóm tắt thành tích", "thành tích đạt được", "thành tích khen thưởng",
        "lý do khen", "lý do khen thưởng",
    ),
    "subject": ("tên mô hình", "mô hình", "mô hình dân vận khéo"),
    "kind": ("loại", "đối tượng", "loại đối tượng"),
    "heading": ("tiêu đề",),
    "superior": ("cấp trên", "cơ quan cấp trên"),
    "awarding_line": ("cơ quan tặng", "cơ quan ban hành", "cơ quan khen", "cơ quan khen thưởng", "cấp khen"),
    "form": ("hình thức", "hình thức khen thưởng", "hình thức khen", "danh hiệu"),
    "verb": ("tặng",),
    "decision_number": ("số quyết định", "quyết định số", "số qđ", "qđ số", "số quyết định khen thưởng", "số qđ khen thưởng"),
    "decision_date": ("ngày quyết định", "ngày qđ", "ngày ký", "ngày ký quyết định", "ngày ký qđ", "ngày", "ngày tháng năm", "ngày tháng năm qđ", "ngày ban hành"),
    "place": ("địa danh", "nơi ký", "nơi cấp"),
    "signer_capacity": ("thay mặt", "tư cách ký", "thẩm quyền ký"),
    "signer_post": ("chức vụ người ký", "chức danh người ký"),
    "signer_name": ("người ký", "họ tên người ký", "họ và tên người ký", "tên người ký", "signer"),
    "register_line": ("tên sổ",),
    "serial": ("số vào sổ", "số sổ vàng", "số giấy khen", "số vào sổ khen thưởng", "số sổ"),
    "code": ("mã tra cứu",),
}
ORDINALS = frozenset({"tt", "stt", "so tt", "so thu tu", "#", "no", ""})
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[*:.]+")


def _known_headings() -> dict[str, str]:
    return {search_key(word): name for name, words in HEADINGS.items() for word in (*words, name, name.replace("_", " "))}


KNOWN = _known_headings()


def column(heading: str, extras: Iterable[str] = ()) -> str:
    """Return the fact that a column holds, "" when it is none of ours: `*`, `:` and what stands in brackets do not matter.

    `extras` are the layout's own fields; their columns may be headed by their name, with or without `extra.`.
    """
    text = clean(heading)
    own = {search_key(word): f"extra.{name}" for name in extras for word in (name, name.replace("_", " "))}
    if text.startswith("extra."):
        return text
    bare = _ASIDE.sub(" ", text)
    for form in (text, bare, bare.replace("/", ", "), bare.split("/")[0]):
        key = search_key(re.sub(r"\s+,", ",", form))
        if key in own or key in KNOWN:
            return own.get(key) or KNOWN[key]
    return ""


def columns(headings: Sequence[str], extras: Iterable[str] = ()) -> list[str]:
    """Return the fact of each column. Raises Refused when two columns hold the same."""
    found = [column(heading, extras) for heading in headings]
    for place, name in enumerate(found):
        if name and name in found[:place]:
            first = headings[found.index(name)]
            raise Refused(f"Hai cột «{clean(first)}» và «{clean(headings[place])}» cùng một nội dung; hãy giữ một cột hoặc đổi tên cột kia.")
    return found


def unused(headings: Iterable[str], found: Iterable[str]) -> str:
    """Return a sentence naming the columns that are not printed, "" when there are none but ordinals."""
    left = [f"«{clean(heading)}»" for heading, name in zip(headings, found, strict=True) if not name and search_key(_ASIDE.sub("", heading)) not in ORDINALS]
    return f"Không in các cột {', '.join(left)}: mẫu không có ô nào như vậy." if left else ""
