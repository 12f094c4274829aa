"""Models on paper: the list as a workbook, the registration form as Word."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from recognition.campaigns.themes import Democracy, Papi
from recognition.catalogue import actions as catalogue
from recognition.dan_van_kheo import rules, store
from recognition.dan_van_kheo.actions import reading as looking
from recognition.dan_van_kheo.actions.life import lives
from recognition.dan_van_kheo.life_terms import Life
from recognition.dan_van_kheo.terms import Model, ModelFilters, ModelLine, Novelty
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.units import actions as units
from vietnamese import dates

if TYPE_CHECKING:
    from documents.facts import Section

MOST = 20_000
_COLUMNS = ("Mã", "Mô hình", "Lĩnh vực", "Loại", "Tập thể, cá nhân", "Đơn vị", "Năm", "Phong trào", "Bước", "Dấu hiệu gần nhất", "Im lặng (ngày)", "Điểm tự chấm", "Điểm thẩm định", "Chỉ số PAPI", "Dân chủ ở cơ sở")


def workbook(who: Actor, filters: ModelFilters) -> bytes:
    """The years of models that `who` may see as .xlsx, at most 20,000 rows. Raises NotAllowed."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    kinds: dict[str, Literal["ordinal", "number", "date"]] = {"Năm": "ordinal", "Dấu hiệu gần nhất": "date", "Im lặng (ngày)": "number", "Điểm tự chấm": "number", "Điểm thẩm định": "number"}
    columns = [sheets.SheetColumn(title, kinds.get(title, "text")) for title in _COLUMNS]
    return sheets.table("Mô hình Dân vận khéo", columns, _rows(who, filters), subtitle=f"Lập {dates.long(dates.today())}")


def csv_file(who: Actor, filters: ModelFilters) -> bytes:
    """The same rows as CSV for other programs; Excel opens it rightly too. Raises NotAllowed."""
    from documents import sheets  # heavy: loaded when somebody asks for a file

    return sheets.csv_table(_COLUMNS, _rows(who, filters))


def _rows(who: Actor, filters: ModelFilters) -> list[list[str | int | Decimal | date | None]]:
    permissions.require(who, Verb.EXPORT)
    permissions.require(who, Verb.SEE_MODELS)
    with reading(who) as t:
        rows = store.page(t, who, filters, MOST, 0)
        found = lives(who, rows)
        return [_cells(row, found[row.year_id]) for row in rows]


def _cells(row: ModelLine, life: Life) -> list[str | int | Decimal | date | None]:
    return [
        row.code, row.name, row.field.label, row.owner.label, row.recipient_name, row.unit_name, row.year, row.campaign_name, row.state.label,
        life.last_sign, life.silent_days,
        *(None if score is None else Decimal(score) / 100 for score in (row.self_score, row.checked_score)),
        "; ".join(f"{tag.value}. {tag.label}" for tag in row.tags.papi), "; ".join(tag.label for tag in row.tags.democracy),
    ]  # fmt: skip


def registration_paper(who: Actor, year_id: UUID) -> bytes:
    """Phiếu đăng ký of a model's year as .docx, nine boxes and two signatures. Raises NotFound."""
    from documents import facts as papers
    from documents import reports

    model = looking.get(who, year_id)
    unit, issuer = units.get(None, model.unit_id), catalogue.issuer(None, model.year.issuer_id)
    above = units.get(None, unit.parent_id).name if unit.parent_id else issuer.name
    head = papers.Head(papers.Issuer(unit.name.upper(), issuer.place, papers.Track(issuer.track.value), above.upper(), in_text=unit.name), dates.today(), dated=False)
    return reports.registration_form(
        papers.RegistrationForm(
            head=head, year=model.year.year, unit=model.unit_name, field=model.field.label, owner=f"{model.owner.label}: {model.recipient_name}",
            is_new=model.novelty is Novelty.NEW, boxes=_boxes(model), confirmer=papers.Signer("", "XÁC NHẬN CỦA CẤP ỦY"),
            registrant=papers.Signer("", "ĐẠI DIỆN ĐƠN VỊ ĐĂNG KÝ"), contact=model.contact,
        )
    )  # fmt: skip


def _boxes(model: Model) -> "tuple[Section, ...]":
    """The nine boxes; the seventh holds time and resources."""
    from documents.facts import Section

    told = [(label.split(". ", 1)[1], getattr(model, name)) for name, label in rules.BOXES.items() if name not in ("schedule", "resources")]
    told.insert(6, ("Thời gian, nguồn lực", f"{model.schedule}\n{model.resources}"))
    return tuple(Section(title, tuple(text.split("\n"))) for title, text in told)


def tag_words(model: Model) -> tuple[str, ...]:
    """The tags of a model in words."""
    tags: tuple[Papi | Democracy, ...] = (*model.tags.papi, *model.tags.democracy)
    return tuple(tag.label for tag in tags)
