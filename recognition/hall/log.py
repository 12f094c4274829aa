"""The log as an administrator reads it: who did what, when; what a case says stays with those who work on it."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import db
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.conditions import Conditions
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from vietnamese import dates

#: What entries tell of, in words.
KINDS = {
    "access_key": "Khoá truy cập",
    "account": "Tài khoản",
    "agenda_item": "Chương trình họp",
    "allowed_phrase": "Câu bỏ qua khi so trùng",
    "appreciation": "Lời chúc mừng",
    "award": "Khen thưởng",
    "award_type": "Danh hiệu, hình thức",
    "backup": "Bản sao lưu",
    "bin": "Thùng rác",
    "blank": "Sổ phôi",
    "campaign": "Phong trào",
    "catalogue": "Danh mục ban đầu",
    "certificate": "Giấy khen",
    "certificate_book": "Sổ cấp giấy khen",
    "council": "Hội đồng",
    "courier_parcel": "Gói chuyển cấp",
    "courier_partner": "Nơi gửi, nhận gói",
    "covenant": "Giao ước thi đua",
    "decision": "Quyết định",
    "discipline": "Kỷ luật",
    "grassroots_record": "Sổ dân chủ ở cơ sở",
    "holiday": "Ngày nghỉ",
    "impact_answer": "Sổ kết quả",
    "issuer": "Cơ quan ban hành",
    "layout": "Mẫu giấy khen",
    "letter": "Thư nhắc",
    "list_batch": "Danh sách nhập",
    "measure": "Kỷ luật, tạm dừng xét",
    "model": "Mô hình",
    "model_year": "Mô hình trong năm",
    "news_sheet": "Bản tin gương tốt",
    "nomination": "Đề nghị khen thưởng",
    "person": "Nhân sự",
    "printer": "Máy in",
    "proof_slip": "Phiếu dò",
    "publication": "Công bố",
    "recipient": "Đối tượng khen thưởng",
    "regulation": "Quy định",
    "review_assignment": "Phiếu chấm",
    "review_phase": "Vòng chấm",
    "session": "Phiên họp",
    "setting": "Cài đặt",
    "signer": "Người ký",
    "unit": "Đơn vị",
    "workbook": "Nhập từ Excel",
}
#: The administrator keeps these, so their content may be shown; dossiers and votes may not.
OPEN = frozenset({"account", "award_type", "catalogue", "holiday", "issuer", "person", "recipient", "regulation", "signer", "unit", "workbook"})


#: Fields of what the administrator keeps, in words. Ids and counters of rows are left out.
FIELDS = {
    "active": "Đang dùng", "address": "Địa chỉ", "address_style": "Cách xưng hô", "amount": "Số tiền", "amount_collective": "Số tiền cho tập thể",
    "amount_household": "Số tiền cho hộ gia đình", "authority": "Cấp có thẩm quyền", "award_types": "Số hình thức", "awarding_line": "Dòng tên trên giấy khen",
    "birth_date": "Ngày sinh", "birth_year": "Năm sinh", "capacity": "Thể thức đề ký", "clause": "Điều khoản", "code": "Mã", "coefficient": "Hệ số (phần trăm)",
    "commune": "Xã, phường", "confirmed_at": "Xác nhận lúc (giờ quốc tế)", "confirmed_paper": "Văn bản đối chiếu", "day": "Ngày", "disabled_at": "Khoá lúc (giờ quốc tế)",
    "dossier": "Hồ sơ phải có", "email": "Thư điện tử", "endorsement": "Lãnh đạo xác nhận trước khi gửi", "family": "Loại giấy", "from_date": "Từ ngày",
    "gender": "Giới tính", "gift": "Tặng phẩm", "group_name": "Tên tập thể", "has_password": "Đã đặt mật khẩu", "head_name": "Chủ hộ", "holidays": "Số ngày nghỉ",
    "key": "Quy định", "kind": "Loại", "level": "Bậc", "money": "Cách thưởng", "multiplied": "Nhân cho tập thể, hộ", "must_change": "Phải đổi mật khẩu",
    "name": "Tên", "number_pattern": "Mẫu số", "numbering": "Cách đánh số", "place": "Địa danh", "position": "Thứ tự", "post": "Chức vụ",
    "recipient_class": "Đối tượng", "recipients": "Dành cho", "regulations": "Số quy định", "roles": "Vai trò", "salutation": "Xưng hô", "short_name": "Tên viết tắt",
    "short_sign": "Ký hiệu", "superior": "Cấp trên", "term_start": "Bắt đầu nhiệm kỳ", "title": "Chức vụ", "to_date": "Đến ngày", "track": "Khối",
    "unit_name": "Đơn vị", "user_name": "Tên đăng nhập", "value": "Giá trị", "verified": "Đã kiểm chứng", "working": "Làm bù",
    "units": "Số đơn vị", "people": "Số người", "accounts": "Số tài khoản",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One entry. `detail` and `changes` are empty where the content is not the administrator's, or was erased."""

    seq: int
    recorded_at: datetime
    actor: str
    verb: str
    kind: str
    object_id: UUID | None
    hash: str
    detail: str
    changes: tuple[tuple[str, str, str], ...]
    """Field, before, after."""
    shown: bool

    @property
    def what(self) -> str:
        """The verb as it stands on buttons."""
        return Verb(self.verb).label if self.verb in set(Verb) else self.verb

    @property
    def about(self) -> str:
        """What it tells of, in words."""
        return KINDS.get(self.kind, self.kind)


_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True)
class Query:
    """Which entries. Days are local, inclusive."""

    actor_id: UUID | None = None
    verbs: Sequence[Verb] = ()
    kinds: Sequence[str] = ()
    from_day: date | None = None
    to_day: date | None = None
    object_id: UUID | None = None


_PAGE = """
    with page as (select a.* from audit a where {where} order by a.seq desc limit {limit} offset {offset})
    select a.seq, a.recorded_at, coalesce(p.name, '') as actor, a.verb, a.kind, a.object_id, a.hash, c.content
    from page a left join audit_content c on c.seq = a.seq left join account p on p.id = a.actor_id
    order by a.seq desc
"""


def entries(who: Actor, query: Query, page: Page | None = None) -> Found[Line]:
    """The newest entries first. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_AUDIT)
    page = page or Page()
    where = _where(query)
    with reading(who) as t:
        total = t.value(f"select count(*) from audit a where {where.sql}", *where.values)  # noqa: S608 - made of fixed words
        rows = t.all(_PAGE.format(where=where.sql, limit=where.value(page.limit), offset=where.value(page.offset)), *where.values)
    return Found(tuple(_line(row) for row in rows), total)


def actors(who: Actor) -> dict[UUID, str]:
    """Everybody who ever did something. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_AUDIT)
    with reading(who) as t:
        rows = t.all(
            "select p.id, p.name from account p where exists (select 1 from audit a where a.actor_id = p.id) order by p.name_sort, p.id"
        )
    return {row["id"]: row["name"] for row in rows}


def prove(who: Actor) -> tuple[int, str]:
    """Read the whole chain: how many entries, and what is wrong with the first bad one (empty: nothing). Raises NotAllowed."""
    permissions.require(who, Verb.SEE_AUDIT)
    database = db.current()
    with reading(who) as t:
        report = db.chain.verify(t.tx, marks=database.anchors)
    return report.entries, "" if report.ok else f"Dòng số {report.first_bad}: {report.why}"


def _where(query: Query) -> Conditions:
    where = Conditions()
    where.add_equal((("a.actor_id", query.actor_id), ("a.object_id", query.object_id)))
    if query.verbs:
        where.add("a.verb = any({})", [verb.value for verb in query.verbs])
    if query.kinds:
        where.add("a.kind = any({})", list(query.kinds))
    if query.from_day is not None:
        where.add("a.recorded_at >= {}", _utc(query.from_day))
    if query.to_day is not None:
        where.add("a.recorded_at < {}", _utc(query.to_day + timedelta(days=1)))
    return where


def _utc(day: date) -> datetime:
    """The moment at which a local day begins, as naive UTC."""
    local = datetime.combine(day, time(), tzinfo=dates.LOCAL)
    return (local - (local.utcoffset() or timedelta())).replace(tzinfo=None)


def _line(row: dict[str, Any]) -> Line:
    content = json.loads(row["content"]) if row["content"] else {}
    shown = row["kind"] in OPEN and bool(content)
    return Line(
        row["seq"], row["recorded_at"], row["actor"] or content.get("name") or "Hệ thống", row["verb"], row["kind"], row["object_id"], row["hash"],
        str(content.get("detail", "")) if shown else "", _changes(content) if shown else (), shown,
    )


def _changes(content: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """Fields that differ between before and after."""
    before, after = content.get("before"), content.get("after")
    old = before if isinstance(before, dict) else {}
    new = after if isinstance(after, dict) else {}
    names = [name for name in dict.fromkeys([*old, *new]) if name in FIELDS and old.get(name) != new.get(name)]
    return tuple((FIELDS[name], _said(old.get(name)), _said(new.get(name))) for name in names if _said(old.get(name)) != _said(new.get(name)))


def _said(value: Any) -> str:
    """A value of the log as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, list):
        return "; ".join(_said(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{FIELDS[name].lower()}: {_said(item)}" for name, item in value.items() if name in FIELDS and _said(item))
    if isinstance(value, str) and (day := _ISO.fullmatch(value)):
        return dates.short(date(*(int(part) for part in day.groups())))
    return str(value)
