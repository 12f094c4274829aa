"""The layout studio: look at designs, nudge fields, colours and letters, save as the office's own; issued papers never change."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from certificates import Facts, Layout, Refused, dump_layout, layouts, parse_layout, preflight
from certificates.faces import names as face_names
from certificates.facts import Kind
from certificates.layout import Field, Group
from certificates.layout_file import LAYOUTS
from certificates.office import add_emblem, add_font, folder
from certificates.preflight import label
from certificates.quick_look import quick_look
from certificates.samples import hardest, sample, strained
from db import durable
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, NotFound, Unavailable
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb
from recognition.issuing import rules
from recognition.issuing.actions import ground
from recognition.issuing.shop_terms import FieldView, OwnLayout
from recognition.issuing.store import awards as award_store
from recognition.issuing.store import layouts as store
from vietnamese import dates
from vietnamese.text import search_key

KIND = "layout"
#: What a hand in the studio may reach: em between letters, mm above a line, mm for signature and seal.
TRACKING_MOST, GAP_MOST, SIGNATURE_MOST = 0.6, 100, 60
KINDS: dict[Kind, str] = {"individual": "Cá nhân", "collective": "Tập thể", "household": "Hộ gia đình"}
GROUPS = {"head": "Khối đầu: cơ quan, tên giấy", "body": "Khối giữa: người được khen", "sign": "Khối ký", "foot": "Khối số, mã tra cứu"}
_LABELS = {"heading": "Tiêu đề", "motto": "Tiêu ngữ", "register": "Số vào sổ"}


def open_layout(who: Actor, name: str) -> Layout:
    """A layout to work on. Raises NotAllowed, Invalid."""
    permissions.require(who, Verb.SEE_CERTIFICATES)
    return ground.layout(name)


def own(who: Actor) -> list[OwnLayout]:
    """The layouts that the office made, newest versions. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_CERTIFICATES)
    with reading(who) as t:
        return store.current(t)


def versions(who: Actor, name: str) -> list[OwnLayout]:
    """Every version of an own layout, the newest first. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_CERTIFICATES)
    with reading(who) as t:
        return store.versions(t, name)


def version(who: Actor, layout_id: UUID) -> Layout:
    """An earlier version, to go on from. Raises NotAllowed, NotFound."""
    permissions.require(who, Verb.DESIGN_LAYOUT)
    with reading(who) as t:
        content = store.content(t, layout_id)
    if content is None:
        raise NotFound()
    return _read(content)


def specimen(who: Actor, layout: Layout, kind: Kind = "individual", dpi: int = 60) -> bytes:
    """A layout with invented facts, for the gallery. Raises NotAllowed, Invalid."""
    permissions.require(who, Verb.SEE_CERTIFICATES)
    try:
        return quick_look(layout, replace(sample(layout, kind), stamp=None), dpi=dpi)
    except Refused as wrong:
        raise Invalid({"": wrong.sentence}) from wrong


def faces() -> list[str]:
    """Every face: bundled ones, then the office's own."""
    return face_names(folder("fonts"))


def fields(layout: Layout) -> list[FieldView]:
    """What can be moved: blocks first, then texts. Texts in a block take their place from it."""
    found = [FieldView(i, True, GROUPS.get(g.name, g.name), g.name, g.x, g.y, g.width, g.height, 0, 0, 0, "", "", 0) for i, g in enumerate(layout.groups)]
    for i, f in enumerate(layout.fields):
        name = _LABELS.get(f.name, label(f.name)) + (" (tập thể)" if f.kinds == ("collective",) else "")
        found.append(FieldView(i, False, name, f.group, f.x, f.y, f.width, f.height, f.gap, f.size, f.size_min, f.face, f.colour, f.tracking, f.on_blank))
    return found


def change(layout: Layout, view: FieldView, **values: Any) -> Layout:
    """The layout with one block or text changed (x, y, width, height, gap in mm; size, size_min in points; face, colour, tracking).

    Raises Invalid with the sentence of the layout's own check: off the page, too small, an unknown face.
    """
    groups: list[Group] = list(layout.groups)
    texts: list[Field] = list(layout.fields)
    if view.is_group:
        groups[view.index] = replace(groups[view.index], **values)
    else:
        texts[view.index] = replace(texts[view.index], **values)
    return checked(replace(layout, groups=tuple(groups), fields=tuple(texts)))


def recolour(layout: Layout, colours: Mapping[str, str]) -> Layout:
    """The layout with other colours by name. Raises Invalid."""
    return checked(replace(layout, colours={**layout.colours, **colours}))


def checked(layout: Layout) -> Layout:
    """The layout when its file would be read back; raises Invalid with one sentence."""
    unknown = sorted({field.face for field in layout.fields} - set(faces()))
    if unknown:
        raise Invalid({"": f"Máy này chưa có phông «{unknown[0]}». Anh/chị tải phông lên hoặc chọn phông khác."})
    for field in layout.fields:
        if field.tracking > TRACKING_MOST or field.gap > GAP_MOST:
            raise Invalid({"": f"Ô «{field.name}»: giãn chữ từ 0 đến 0,6 em, cách dòng trên từ 0 đến {GAP_MOST} mm. Anh/chị sửa lại số này."})
    if layout.signature_space > SIGNATURE_MOST:
        raise Invalid({"": f"Chỗ ký và đóng dấu từ 25 đến {SIGNATURE_MOST} mm. Anh/chị sửa lại số này."})
    return _read(dump_layout(layout))


def _read(content: str) -> Layout:
    try:
        return replace(parse_layout(content), kept_art="")  # a layout in the making is drawn by the program of today
    except Refused as wrong:
        raise Invalid({"": wrong.sentence}) from wrong


def worst(who: Actor, layout: Layout, decision_id: UUID | None = None, count: int = 5) -> list[Facts]:
    """The rows that strain the layout most: of a decision, as drafts; without one, invented ones. Raises NotFound, NotAllowed."""
    if decision_id is None:
        return [replace(one, stamp=None) for one in strained(layout)]
    with reading(who) as t:
        ground.recorded(t, who, decision_id, Verb.SEE_CERTIFICATES)
        facts = [rules.draft(award) for award in award_store.of_decision(t, decision_id)]
    return [facts[i] for i in hardest(facts, count)]


def look(layout: Layout, facts: Facts, dpi: int = 80) -> bytes:
    """One paper as PNG for the screen, in under a second. Raises Invalid."""
    try:
        return quick_look(layout, facts, dpi=dpi)
    except Refused as wrong:
        raise Invalid({"": wrong.sentence}) from wrong


def troubles(layout: Layout, rows: Sequence[Facts]) -> list[tuple[str, str]]:
    """(who, sentence) of everything that would keep these rows from printing with this layout."""
    found = preflight(layout, [replace(row, stamp=None) for row in rows])
    return [(rows[one.row - 1].recipient if one.row else "Mẫu", f"{one.field}: {one.what} {one.how_to_mend}") for one in found if one.blocking]


def save(who: Actor, layout: Layout, name: str, title: str, key: UUID | None = None) -> OwnLayout:
    """Keep as the office's own layout: a new name, or the next version of an old one. What was issued keeps its own copy.

    Raises NotAllowed, Invalid (on `name`, `title`, or the layout's own sentence), Unavailable when the folder cannot be written.
    """
    permissions.require(who, Verb.DESIGN_LAYOUT)
    check = Entry()
    said = check.line("title", title, "Tên mẫu", most=80)
    code = search_key(check.line("name", name or title, "Mã mẫu", most=60)).replace(" ", "-")
    code = "".join(letter for letter in code if letter.isalnum() or letter == "-").strip("-")[:60]
    if not code:
        check.refuse("name", "Mã mẫu gồm chữ không dấu, số và dấu gạch. Anh/chị đặt mã khác.")
    if (LAYOUTS / f"{code}.toml").is_file():
        check.refuse("name", "Mã này là của mẫu có sẵn. Anh/chị đặt mã khác, mẫu có sẵn được giữ nguyên.")
    check.done()
    with transaction(who, key) as t:
        earlier = store.versions(t, code)
        number = earlier[0].version + 1 if earlier else 1
        final = checked(replace(layout, name=code, title=said, version=number))
        text = dump_layout(final)
        made = OwnLayout(uuid4(), code, said, final.track, number, hashlib.sha256(text.encode()).hexdigest(), layout.name, dates.now_utc())
        store.insert(t, made, text, who.account_id)
        audit.note(t, Verb.DESIGN_LAYOUT, KIND, made.id, after=made)
        t.result = str(made.id)
    _write(code, text)
    return made


def _write(name: str, text: str) -> None:
    place = ground.own_layouts()
    try:
        place.mkdir(parents=True, exist_ok=True)
        durable.write(place / f"{name}.toml", text.encode())
    except OSError as trouble:
        raise Unavailable("Không ghi được mẫu vào thư mục dữ liệu. Anh/chị báo người quản trị kiểm tra quyền ghi và dung lượng đĩa.") from trouble


def remove(who: Actor, name: str, key: UUID | None = None) -> None:
    """Take an own layout out of use; its versions and the papers issued with it stay. Raises NotAllowed, NotFound."""
    permissions.require(who, Verb.DESIGN_LAYOUT)
    with transaction(who, key) as t:
        if not store.remove(t, name, dates.now_utc()):
            raise NotFound()
        audit.note(t, Verb.DESIGN_LAYOUT, KIND, None, detail=f"Thôi dùng mẫu {name}")
        t.result = name
    (ground.own_layouts() / f"{name}.toml").unlink(missing_ok=True)


def restore_files() -> int:
    """Write the layouts in use into the data folder where their file is missing or old, as after a power cut; how many."""
    written = 0
    with reading(None) as t:
        for each in store.current(t):
            file = ground.own_layouts() / f"{each.name}.toml"
            if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != each.sha256:
                _write(each.name, store.content(t, each.id) or "")
                written += 1
    return written


def export(layout: Layout) -> bytes:
    """The layout as one file."""
    return dump_layout(layout).encode()


def import_layout(who: Actor, data: bytes) -> Layout:
    """A layout from a file of another office, checked; nothing is kept until it is saved. Raises NotAllowed, Invalid."""
    permissions.require(who, Verb.DESIGN_LAYOUT)
    if len(data) > 500_000:
        raise Invalid({"file": "Tệp mẫu lớn hơn 500 KB, không phải tệp mẫu giấy khen. Anh/chị chọn tệp .toml đã xuất từ trang này."})
    try:
        return checked(_read(data.decode("utf-8-sig")))
    except UnicodeDecodeError as wrong:
        raise Invalid({"file": "Tệp này không phải tệp mẫu giấy khen. Anh/chị chọn tệp .toml đã xuất từ trang này."}) from wrong
    except Invalid as wrong:
        raise Invalid({"file": wrong.sentence}) from wrong


def keep_font(who: Actor, data: bytes, name: str) -> str:
    """Check and keep the office's own font. Raises NotAllowed, Invalid on `font`."""
    permissions.require(who, Verb.DESIGN_LAYOUT)
    try:
        made = add_font(data, name).name
    except Refused as wrong:
        raise Invalid({"font": wrong.sentence}) from wrong
    _note(who, f"Thêm phông {made}")
    return made


def keep_emblem(who: Actor, layout: Layout, data: bytes, name: str) -> Layout:
    """Check and keep a picture as the emblem of this layout. Raises NotAllowed, Invalid on `emblem`."""
    permissions.require(who, Verb.DESIGN_LAYOUT)
    if layout.emblem is None:
        raise Invalid({"emblem": "Mẫu này không có chỗ cho biểu trưng. Anh/chị chọn mẫu khác."})
    try:
        kept = add_emblem(data, name)
    except Refused as wrong:
        raise Invalid({"emblem": wrong.sentence}) from wrong
    _note(who, f"Thêm biểu trưng {kept}")
    return checked(replace(layout, emblem=replace(layout.emblem, picture=kept)))


def _note(who: Actor, detail: str) -> None:
    with transaction(who) as t:
        audit.note(t, Verb.DESIGN_LAYOUT, KIND, None, detail=detail)


def designs(who: Actor) -> list[tuple[str, str, bool]]:
    """(name, title, whether the office made it) of every layout. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_CERTIFICATES)
    restore_files()
    bundled = {info.name for info in layouts(None)}
    return [(info.name, info.title, info.name not in bundled) for info in ground.known_layouts()]
