"""Two installations that no network joins: a lower one that sends, a higher one that decides; parcels go from hand to hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

import db
from recognition.courier import actions
from recognition.courier.terms import Done, ParcelRow, Partner, Row, RowKind, Terms
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.nominations import actions as nominations
from recognition.nominations.terms import EvidenceInput, EvidenceKind, Nomination
from recognition.screening import actions as screening
from tests.conftest import ENGINES, need_postgres
from tests.decisions.conftest import Office, open_office
from tests.nominations.conftest import Place
from tests.support import databases, people, world
from tests.support.hostile_files import picture
from vietnamese import dates

TODAY = date(2026, 11, 27)
UNIT = "Chi bộ Trạm Y tế Phú Lộc"


@dataclass
class Side:
    """One installation: its database and its data folder."""

    database: db.Database
    folder: Path
    patch: pytest.MonkeyPatch

    @contextmanager
    def here(self) -> Iterator[None]:
        """Inside, this installation is the process's own."""
        before = self.patch
        db.use(self.database)
        before.setenv("GUONG_SANG_DATA", str(self.folder))
        yield


@dataclass
class Lower(Side):
    """The issuer below, its unit, nominator, leader and secretary."""

    place: Place | None = None

    @property
    def secretary(self) -> Actor:
        return self.place.secretary

    def accepted(self, *, picture_of: bytes = b"", **changes) -> Nomination:
        """A case that the secretary below is screening, with a file where one is given."""
        made = nominations.save_draft(self.place.nominator, self.place.deed(**changes))
        if picture_of:
            nominations.add_evidence(self.place.nominator, made.id, EvidenceInput(picture_of, "anh.jpg", EvidenceKind.PICTURE, "Lúc trao lại"))
        sent = nominations.submit(self.place.nominator, made.id, made.version)
        return screening.accept(self.secretary, *whole(nominations.endorse(self.place.leader, sent.id, sent.version)))

    def mended(self, nomination_id: UUID, **changes) -> Nomination:
        """A returned case, changed, sent again and screened again."""
        before = nominations.get(self.secretary, nomination_id)
        data = replace(nominations.as_input(before), **changes)
        sent = nominations.change_and_submit(self.place.nominator, nomination_id, before.version, data)
        return screening.accept(self.secretary, *whole(nominations.endorse(self.place.leader, sent.id, sent.version)))

    def sends(self, partner: Partner, *ids: UUID) -> bytes:
        """The file for the stick."""
        return actions.file(self.secretary, actions.send(self.secretary, partner.id, ids).id)[0]


@dataclass
class Upper(Side):
    """The organ above, and the unit that stands there for whom it gets parcels from."""

    office: Office | None = None

    @property
    def secretary(self) -> Actor:
        return self.office.secretary

    def opens(self, data: bytes) -> ParcelRow:
        return actions.receive(self.secretary, data)

    def rows(self, parcel: ParcelRow) -> tuple[Row, ...]:
        return actions.rows(self.secretary, parcel.id)

    def takes(self, parcel: ParcelRow, **terms) -> list[Done]:
        """Everything that may be taken in, on the spot, namesakes as somebody new."""
        rows = [row for row in self.rows(parcel) if row.open]
        people_chosen = {row.ref: None for row in rows if row.namesakes} | terms.pop("people", {})
        return actions.take(self.secretary, parcel.id, [row.ref for row in rows], Terms(self.office.issuer, people=people_chosen, **terms))

    def cases(self) -> list[Nomination]:
        with transaction(None) as t:
            ids = [row["id"] for row in t.all("select id from nomination order by code")]
        return [nominations.get(self.secretary, each) for each in ids]


@dataclass
class Levels:
    """Both, and each as the other knows it."""

    lower: Lower
    upper: Upper
    above: Partner | None = None
    below: Partner | None = None

    def up(self, *ids: UUID) -> ParcelRow:
        """A parcel of these cases, made below and opened above."""
        with self.lower.here():
            data = self.lower.sends(self.above, *ids)
        with self.upper.here():
            return self.upper.opens(data)

    def down(self) -> ParcelRow:
        """A parcel of results, made above and opened below."""
        with self.upper.here():
            data = actions.file(self.upper.secretary, actions.answer(self.upper.secretary, self.below.id).id)[0]
        with self.lower.here():
            return actions.receive(self.lower.secretary, data)


def whole(case: Nomination) -> tuple[UUID, int]:
    """What names a case in one version."""
    return case.id, case.version


def kinds(rows: tuple[Row, ...]) -> list[RowKind]:
    return [row.kind for row in rows]


def photo(side: int = 64) -> bytes:
    """A small picture; another one for another side."""
    return picture("JPEG", (side, 48))


def _place() -> Place:
    issuer, unit = world.issuer("Đảng uỷ xã Phú Lộc", short_sign="ĐUPL"), world.unit(UNIT)
    person = world.person("Lê Văn Tòng", unit_id=unit, birth_year=1980)
    return Place(
        issuer=issuer, unit=unit, person=person, award=world.award_type("party.giay_khen"),
        nominator=people.actor(Role.NOMINATOR, unit=unit, name="Đỗ Thị Thanh"), leader=people.actor(Role.UNIT_LEADER, unit=unit, name="Hoàng Đức Ân"),
        secretary=people.actor(Role.SECRETARY, issuer=issuer, name="Phạm Thu Hà"),
    )  # fmt: skip


@pytest.fixture(params=ENGINES)
def strangers(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Levels]:
    """Both installations, before anybody exchanged a card."""
    with ExitStack() as stack, dates.fixed(TODAY):
        made = []
        for name in ("lower", "upper"):
            folder = tmp_path / name
            folder.mkdir()
            if request.param == "duckdb":
                opened = databases.fresh(folder)
            else:
                need_postgres()
                opened = db.open(stack.enter_context(databases.postgres_url()), anchors=folder / "anchors" / "guong-sang.log")
            made.append((stack.enter_context(opened), folder))
        lower, upper = Lower(*made[0], monkeypatch), Upper(*made[1], monkeypatch)
        with lower.here():
            lower.place = _place()
        with upper.here():
            upper.office = open_office()
        yield Levels(lower, upper)
        db.use(None)


@pytest.fixture
def levels(strangers: Levels) -> Levels:
    """Both, after two people compared the digits."""
    lower, upper = strangers.lower, strangers.upper
    with lower.here():
        below = actions.own_card(lower.secretary)
    with upper.here():
        above = actions.own_card(upper.secretary)
        strangers.below = actions.confirm(upper.secretary, below, "đồng chí Phạm Thu Hà", upper.office.unit, compared=True)
    with lower.here():
        strangers.above = actions.confirm(lower.secretary, above, "đồng chí Lê Quang Vinh", None, compared=True)
    return strangers
