"""An installation that is set up already: journeys that begin later on the road start here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import db
from recognition.accounts import actions as accounts
from recognition.accounts import importing
from recognition.catalogue.terms import IssuerForm, SignerForm
from recognition.hall import place
from recognition.hall.actor import Actor
from tests.journeys import office
from tests.journeys.screen import PASSWORD, Screen
from tests.support import server as servers
from vietnamese import dates


class Office:
    """A set-up installation; its people come by the codes of their slips."""

    def __init__(self, browser: object, server: servers.Server, codes: dict[str, str], folder: Path) -> None:
        self.browser, self.server, self.codes, self.folder = browser, server, codes, folder
        self.faults: list[str] = []

    def enter(self, user_name: str) -> Screen:
        """A browser of their own: the first time by code, later by password."""
        screen = Screen(self.browser, self.server, self.faults)
        if user_name in self.codes:
            screen.first_time(user_name, self.codes.pop(user_name))
        else:
            servers.sign_in(self.server, screen.page, user_name, PASSWORD)
        return screen


def furnish(data: Path, more: Callable[[Actor], None] | None = None) -> dict[str, str]:
    """Organ, units, people and accounts in the folder's database; user name → code. One account has no role at all.

    `more` adds to it as the administrator, while the database is still open here.
    """
    place.use(data)
    with db.open(str(data / "guong-sang.duckdb")) as database:
        db.migrate(database)
        db.use(database)
        form = IssuerForm(
            name="Đảng uỷ các cơ quan Đảng tỉnh", awarding_line="Ban Thường vụ Đảng uỷ các cơ quan Đảng tỉnh", short_sign="ĐUCCQ", place="Sông Lam",
            superior="Đảng bộ tỉnh Sông Lam", track="party", address_style="dong_chi",
        )  # fmt: skip
        signer = SignerForm(name="Lê Quang Vinh", post="BÍ THƯ", capacity="T/M BAN THƯỜNG VỤ", from_date=dates.today())
        accounts.set_up(form, signer, "ha.phamthu", "Phạm Thu Hà", PASSWORD, PASSWORD)
        entered = accounts.sign_in("ha.phamthu", PASSWORD, "127.0.0.1", "")
        live = accounts.live(entered.token)
        assert live is not None
        who = accounts.current(live.session)
        assert who is not None
        kept = importing.keep(who, importing.check(who, office.workbook(importing.template(who))))
        lonely = accounts.create_account(who, "khong.donvi", "Mai Hoàng Phong")
        codes = {slip.user_name: slip.code for slip in (*kept.slips, lonely)}
        if more is not None:
            more(who)
        db.use(None)
    return codes
