"""A unit's messy list until its shortlist, in Chromium: union officer, secretary and two reviewers in browsers of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys import listing
from tests.journeys.furnished import Office, furnish
from tests.support import server as servers

pytestmark = [pytest.mark.browser, pytest.mark.prove]


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("list")
    (folder / "data").mkdir()
    codes = furnish(folder / "data", listing.ground)
    with servers.running(folder / "data") as server, servers.chromium() as browser:
        yield Office(browser, server, codes, folder)


def test_from_a_messy_list_over_a_return_and_two_score_sheets_to_the_shortlist(at: Office) -> None:
    officer = at.enter("uoc.nguyenthi")
    listing.hand_in(officer, at.folder)
    listing.mend(officer)
    listing.send(officer, at.folder)
    secretary = at.enter("chau.tranminh")
    listing.give_back(secretary, officer)
    listing.send_again(officer, at.folder)
    listing.see_difference(secretary)
    listing.deal(secretary)
    one, two = at.enter("khanh.doquoc"), at.enter("nghia.vudinh")
    listing.score(one, {"Tổ Lái xe": (40, 25, 15), "Hoàng Văn Đức": (45, 20, 15), "Trần Thị Thu Nguyệt": (50, 30, 15)})
    listing.abstain(one, "Nguyễn Văn Bảy")
    listing.score_in_the_table(two, 35, 25, 20)
    listing.score(two, {"Hoàng Văn Đức": (40, 20, 15)})
    listing.look_at_scores(secretary)
    listing.shortlist(secretary)
    listing.learn(officer)
    people = (officer, secretary, one, two)
    assert [screen.errors() for screen in people] == [[]] * 4
    assert [screen.english() for screen in people] == [[]] * 4
    assert at.faults == []
