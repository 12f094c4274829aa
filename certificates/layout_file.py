"""Reads and writes layout files strictly: each wrong key, size or place gets its sentence."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from certificates.art.options import check as check_art
from certificates.errors import Refused
from certificates.layout import Code, Emblem, Field, Group, Layout, LayoutInfo, Page
from certificates.office import PLAIN
from certificates.wording import PLACEHOLDERS, placeholders

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LAYOUTS = Path(__file__).resolve().parent.parent / "assets" / "layouts"
CHOICES = {
    "align": ("left", "centre", "right"), "anchor": ("top", "middle", "bottom"),
    "track": ("party", "state", "union", "enterprise", "any"),
}
TABLES = ("page", "colours", "art", "emblem", "code", "defaults", "group", "field")
T = TypeVar("T", bound="DataclassInstance")


def layouts(folder: Path | None = None) -> list[LayoutInfo]:
    """Return the bundled layouts, then those of `folder`, each in order of name."""
    found = []
    for place in (LAYOUTS, folder):
        for path in sorted(place.glob("*.toml")) if place and place.is_dir() else ():
            layout = load_layout(path)
            found.append(LayoutInfo(layout.name, layout.title, layout.track))
    return found


def load_layout(name_or_path: str | Path) -> Layout:
    """Read a bundled layout by name, or any layout file by path; raises Refused with one sentence."""
    path = Path(name_or_path)
    if path.suffix != ".toml":
        path = LAYOUTS / f"{name_or_path}.toml"
        if path.parent != LAYOUTS or not path.is_file():
            raise Refused(f"Không có mẫu «{name_or_path}»; các mẫu có sẵn: {', '.join(p.stem for p in sorted(LAYOUTS.glob('*.toml')))}.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as wrong:
        raise Refused(f"Không đọc được tệp mẫu «{path.name}»; hãy kiểm tra đường dẫn và quyền đọc.") from wrong
    except UnicodeDecodeError as wrong:
        raise Refused(f"Tệp mẫu «{path.name}» không phải văn bản UTF-8; hãy lưu lại theo UTF-8.") from wrong
    try:
        return parse_layout(text)
    except Refused as wrong:
        raise Refused(f"{path.name}: {wrong.sentence}") from wrong


def parse_layout(text: str) -> Layout:
    """Read a layout from the text of its file; raises Refused for anything missing, foreign or impossible."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise Refused(f"Tệp mẫu viết sai cú pháp TOML ({wrong}); hãy sửa chỗ đó.") from wrong
    top = {k: v for k, v in data.items() if k not in TABLES}
    _keys(top, {"name", "title", "track", "version", "signature_space", "kept_art"}, {"name", "title", "track"}, "đầu tệp")
    _choice("track", top["track"], "đầu tệp")
    for table in TABLES:
        _is_table(table, data.get(table))
    layout = Layout(
        name=str(top["name"]), title=str(top["title"]), track=top["track"], version=int(_number(top.get("version", 1), "version", "đầu tệp")),
        page=_make(Page, data.get("page", {}), "page"),
        colours={k: _colour(v, k) for k, v in data.get("colours", {}).items()},
        art=dict(data.get("art", {})),
        fields=tuple(_make(Field, {**f, "kinds": tuple(f["kinds"])} if "kinds" in f else f, f"field {f.get('name', '?')}") for f in data.get("field", ())),
        groups=tuple(_make(Group, g, f"group {g.get('name', '?')}") for g in data.get("group", ())),
        code=_make(Code, data["code"], "code") if "code" in data else None,
        emblem=_make(Emblem, data["emblem"], "emblem") if "emblem" in data else None,
        signature_space=_number(top.get("signature_space", 25.0), "signature_space", "đầu tệp"),
        defaults={k: str(v) for k, v in data.get("defaults", {}).items()},
        kept_art=_sha256(top.get("kept_art", "")),
    )
    check_art(layout.art)
    _check(layout)
    return layout


def _sha256(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"(?:[0-9a-f]{64})?", value):
        raise Refused("«kept_art» ở đầu tệp phải là 64 chữ số hệ mười sáu; hãy bỏ khóa này nếu mẫu chưa dùng để cấp giấy.")
    return value


def _is_table(name: str, value: Any) -> None:
    wanted = list if name in ("group", "field") else dict
    if value is not None and (not isinstance(value, wanted) or (wanted is list and not all(isinstance(v, dict) for v in value))):
        raise Refused(f"Mục «{name}» của tệp mẫu phải là một bảng{' nhiều dòng ([[…]])' if wanted is list else ''}; hãy sửa lại.")


def _keys(found: Mapping[str, Any], allowed: set[str], needed: set[str], where: str) -> None:
    foreign, missing = sorted(set(found) - allowed), sorted(needed - set(found))
    if foreign:
        raise Refused(f"Tệp mẫu có khóa lạ «{foreign[0]}» ở {where}; hãy bỏ hoặc sửa tên khóa này.")
    if missing:
        raise Refused(f"Tệp mẫu thiếu khóa «{missing[0]}» ở {where}; hãy thêm khóa này.")


def _make(kind: type[T], found: Mapping[str, Any], where: str) -> T:
    """Build a dataclass from a table, checking keys, kinds of value and choices."""
    known = {f.name: f for f in fields(kind)}
    _keys(found, set(known), {n for n, f in known.items() if f.default is MISSING and f.default_factory is MISSING}, where)
    values: dict[str, Any] = {}
    for name, value in found.items():
        wanted = known[name].type
        if name in CHOICES:
            values[name] = _choice(name, value, where)
        elif wanted in (float, int):
            number = _number(value, name, where)
            values[name] = number if wanted is float else int(number)
        elif isinstance(value, wanted if isinstance(wanted, type) else tuple):
            values[name] = value
        else:
            raise Refused(f"Giá trị của «{name}» ở {where} sai kiểu; hãy xem lại mẫu có sẵn để ghi cho đúng.")
    return kind(**values)


def _number(value: Any, name: str, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or value < 0:
        raise Refused(f"«{name}» ở {where} phải là số không âm, không phải «{value}»; hãy sửa lại số này.")
    return float(value)


def _choice(name: str, value: Any, where: str) -> str:
    if value not in CHOICES[name]:
        raise Refused(f"«{name}» ở {where} phải là một trong: {', '.join(CHOICES[name])}; hãy sửa «{value}».")
    return str(value)


def _colour(value: Any, name: str) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise Refused(f"Màu «{name}» phải ghi theo dạng #RRGGBB, không phải «{value}»; hãy sửa lại màu này.")
    return value


def _check(layout: Layout) -> None:
    """Check what one table alone cannot tell: places on the page, names that point elsewhere."""
    page, groups = layout.page, {g.name for g in layout.groups}
    if not 50 <= page.width <= 1200 or not 50 <= page.height <= 1200:
        raise Refused("Khổ giấy của mẫu phải từ 50 mm đến 1.200 mm mỗi chiều; hãy sửa «page».")
    if not 0.5 <= page.scale <= 4:
        raise Refused("Tỷ lệ hoa văn (scale) của mẫu phải từ 0,5 đến 4; hãy sửa «page».")
    if not layout.fields:
        raise Refused("Tệp mẫu chưa có ô chữ nào; hãy thêm ít nhất một [[field]].")
    if layout.signature_space < 25:
        raise Refused("Chỗ ký và đóng dấu (signature_space) phải từ 25 mm trở lên; hãy tăng số này.")
    for group in layout.groups:
        _on_page(page, group.x, group.y, group.width, group.height, f"group {group.name}")
    for field in layout.fields:
        where = f"field {field.name}"
        if field.group and field.group not in groups:
            raise Refused(f"Ô «{field.name}» thuộc nhóm «{field.group}» không có trong mẫu; hãy sửa tên nhóm.")
        if not field.group:
            _on_page(page, field.x, field.y, field.width, field.height, where)
        if not 4 <= field.size_min <= field.size <= 400:
            raise Refused(f"Cỡ chữ của ô «{field.name}» phải theo thứ tự 4 ≤ size_min ≤ size ≤ 400; hãy sửa lại.")
        if not 1 <= field.lines <= 9:
            raise Refused(f"Ô «{field.name}» phải có từ 1 đến 9 dòng; hãy sửa «lines».")
        for foreign in placeholders(field.text) - PLACEHOLDERS:
            if not foreign.startswith("extra."):
                raise Refused(f"Ô «{field.name}» dùng dữ kiện lạ «{{{foreign}}}»; hãy xem danh sách dữ kiện trong hướng dẫn.")
        for name in filter(None, (field.colour, field.keyline, field.rule_colour)):
            _known_colour(layout, name, where)
    if layout.code:
        _on_page(page, layout.code.x, layout.code.y, layout.code.size, layout.code.size, "code")
        _known_colour(layout, layout.code.colour, "code")
    if layout.emblem:
        if layout.emblem.picture and not PLAIN.fullmatch(layout.emblem.picture):
            raise Refused("Biểu trưng của mẫu phải là tên một biểu trưng đã tải lên, không phải đường dẫn; hãy tải biểu trưng rồi chọn lại.")
        half = layout.emblem.height / 2
        _on_page(page, layout.emblem.x - half, layout.emblem.y - half, 2 * half, 2 * half, "emblem")


def _known_colour(layout: Layout, name: str, where: str) -> None:
    if name not in layout.colours:
        _colour(name, f"{name} ở {where}")


def _on_page(page: Page, x: float, y: float, width: float, height: float, where: str) -> None:
    if width <= 0 or height <= 0:
        raise Refused(f"Ô ở {where} phải có chiều rộng và chiều cao lớn hơn 0 mm; hãy sửa lại.")
    if min(x, y) < page.safe or x + width > page.width - page.safe or y + height > page.height - page.safe:
        raise Refused(f"Ô ở {where} nằm ra ngoài vùng an toàn {page.safe:g} mm của trang {page.width:g} × {page.height:g} mm; hãy dời vào trong.")


def dump_layout(layout: Layout) -> str:
    """Return the text of a layout file that `parse_layout` reads back to an equal layout."""
    known = asdict(layout)
    lines = [f"{k} = {_toml(known[k])}" for k in ("name", "title", "track", "version", "signature_space")]
    if layout.kept_art:
        lines.append(f"kept_art = {_toml(layout.kept_art)}")
    for table, key in (("page", "page"), ("colours", "colours"), ("art", "art"), ("emblem", "emblem"), ("code", "code"), ("defaults", "defaults")):
        if known[key]:
            lines += ["", f"[{table}]", *(f"{k} = {_toml(v)}" for k, v in known[key].items())]
    for table, key, kind in (("group", "groups", Group), ("field", "fields", Field)):
        plain = {f.name: f.default for f in fields(kind)}
        for row in known[key]:
            lines += ["", f"[[{table}]]", *(f"{k} = {_toml(v)}" for k, v in row.items() if v != plain[k])]
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(v) for v in value) + "]"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
