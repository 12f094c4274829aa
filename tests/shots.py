"""Fresh screenshots of every screen, by every role that may open it: `python -m tests.shots [--out shots/] [--only WORDS]`.

The sample is restored into a folder of its own; each picture is what that person sees at 1440 pixels and on a 390-pixel phone,
light, and a few dark. At the end it says which screens scroll sideways and which words nobody translated.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import db
from db import restoring
from pages.shared import navigation
from recognition.hall import place
from recognition.issuing import actions as issuing
from recognition.sample.actions import ARCHIVE
from tests.support import server as servers

#: The words of the sign-in form's buttons → the name in the pictures' files.
ROLES = {
    "Quản trị": "quan-tri", "Thư ký": "thu-ky", "Văn thư": "van-thu", "Người đề nghị": "nguoi-de-nghi", "Lãnh đạo đơn vị": "lanh-dao-don-vi",
    "Lãnh đạo theo dõi": "lanh-dao", "Thành viên Hội đồng": "hoi-dong",
}  # fmt: skip
SIZES = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
#: What a phone says that it is: the lists are drawn as cards there.
PHONE = "Mozilla/5.0 (Linux; Android 14; Phone) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
DARK = ("viec-can-lam", "toan-canh", "de-nghi", "ho-so")
PLAIN = ("dang-nhap", "ma-mot-lan", "xac-thuc", "guong-sang")
#: Screens of one thing: (address, kind, the question that gives its id).
THINGS = (
    ("ho-so", "", "select id from nomination where state = 'accepted' order by code, id limit 1"),
    ("mot-mo-hinh", "", "select id from model_year order by id limit 1"),
    ("lam-theo", "", "select id from model_year where state in ('recognised', 'outstanding') order by id limit 1"),
    ("mot-guong-sang", "", "select publication_id from v_shown_example order by publication_id limit 1"),
    ("mot-ban-ghi", "", "select id from grassroots_record where kind = 'dialogue' order by code, id limit 1"),
    ("mot-cuoc-kiem-tra", "", "select id from grassroots_record where kind = 'inspection' order by on_date desc, code limit 1"),
    ("mot-giao-uoc", "", "select id from covenant order by code, id limit 1"),
    ("mot-phong-trao", "", "select id from campaign order by code desc, id limit 1"),
    ("mot-phien-hop", "", "select id from council_session where state = 'closed' order by on_date desc, id limit 1"),
    ("mot-quyet-dinh", "", "select id from decision where state = 'recorded' order by decided_on desc, id limit 1"),
    ("cap-giay-khen", "", "select id from decision where state = 'recorded' order by decided_on desc, id limit 1"),
    ("trao-thuong", "", "select id from decision where state = 'recorded' order by decided_on desc, id limit 1"),
    ("mot-don-vi", "", "select id from unit order by id limit 1"),
    ("mot-nguoi", "", "select id from person order by id limit 1"),
    ("mot-tai-khoan", "", "select id from account order by user_name limit 1"),
    ("mot-co-quan", "", "select id from issuer order by id limit 1"),
    ("mot-hinh-thuc", "", "select id from award_type order by id limit 1"),
    ("mot-thu", "", "select id from outbox_letter order by id limit 1"),
    ("lich-su", "person", "select person_id from award where person_id is not null order by person_id limit 1"),
)
NEW = ("phien-hop-moi", "quyet-dinh-moi", "quyet-dinh-ngoai", "soan-phong-trao", "dang-ky-mo-hinh", "mo-hinh-de-lam-theo", "thanh-tich", "giay-to-don-vi", "huong-dan", "tai-khoan-cua-toi",
       "ghi-so-dan-chu", "bao-cao-dan-chu", "kiem-tra-giam-sat", "lap-ke-hoach-kiem-tra", "cung-ke", "giao-uoc", "soan-giao-uoc")  # fmt: skip


def prepare(folder: Path) -> dict[str, str]:
    """The sample in `folder`; address of each screen of one thing → its query."""
    place.use(folder)
    with db.open(str(folder / "guong-sang.duckdb")) as database:
        restoring.restore(ARCHIVE, database, files=folder / "files", layouts=folder / "layouts")
        db.use(database)
        issuing.sign_anew()
        with database.read() as tx:
            found = {path: (kind, tx.value(question)) for path, kind, question in THINGS}
        db.use(None)
    return {path: f"?id={value}" + (f"&kind={kind}" if kind else "") for path, (kind, value) in found.items() if value}


def addresses(page: Any, things: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The screens of this person's menu, then those that have no entry in it."""
    shown = [str(link.get_attribute("href")).rsplit("/", 1)[-1] for link in page.get_by_test_id("stSidebarNav").get_by_role("link").all()]
    for path in shown:
        yield path or navigation.ENTRIES[0].url_path, f"/{path}"
    for path in (*things, *NEW, *(entry.url_path for entry in navigation.ENTRIES if entry.question)):
        yield path, f"/{path}{things.get(path, '')}"


def shoot(page: Any, file: Path, said: list[str]) -> None:
    """One picture, once the screen is still; what is wrong with its width or words is said."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    page.wait_for_function("!document.querySelector('[data-stale=true], [data-testid=stSkeleton], [data-testid=stSpinner]')")
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 0:
        said.append(f"{file.name}: {wide} px sideways")
    height = int(page.evaluate("document.querySelector('[data-testid=stMainBlockContainer]')?.scrollHeight || 0"))
    size = page.viewport_size
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], min(height + 40, 3200))})
    page.wait_for_function("new Promise(done => setTimeout(() => done(true), 250))")
    page.screenshot(path=str(file))
    page.set_viewport_size(size)


def role(browser: Any, server: servers.Server, label: str, size: str, scheme: str, things: dict[str, str], out: Path, only: str, said: list[str]) -> None:
    """Every screen of one role in one size."""
    phone = {"user_agent": PHONE, "has_touch": True, "is_mobile": True} if size == "phone" else {}
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, locale="vi-VN", bypass_csp=True, **phone)
    page = context.new_page()
    page.goto(f"{server.url}/dang-nhap")
    page.get_by_role("button", name=re.compile(f"^{label}")).first.click()
    page.get_by_test_id("stMain").wait_for()
    page.get_by_test_id("stSidebarNav").wait_for(state="attached")
    for name, path in list(addresses(page, things)):
        if (only and not re.search(only, f"{ROLES[label]}/{name}")) or (scheme == "dark" and name not in DARK):
            continue
        try:
            page.goto(server.url + path)
            page.get_by_role("heading", level=1).first.wait_for(timeout=30_000)
            if page.get_by_text(re.compile("Không mở được trang|Không có trang này")).count():
                continue
            shoot(page, out / f"{name}--{ROLES[label]}--{size}{'-dark' if scheme == 'dark' else ''}.png", said)
        except Exception as trouble:
            said.append(f"{name} as {label}, {size}: {str(trouble).splitlines()[0]}")
    context.close()


def plain(browser: Any, server: servers.Server, out: Path) -> None:
    """The plain pages."""
    for size, viewport in SIZES.items():
        page = browser.new_page(viewport=viewport, color_scheme="light", locale="vi-VN")
        for path in PLAIN:
            page.goto(f"{server.url}/{path}")
            page.screenshot(path=str(out / f"{path}--{size}.png"), full_page=True)
        page.close()


def main() -> int:
    """0 when every screen was drawn and fits."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("shots"))
    parser.add_argument("--only", default="", help="pattern over role/screen, such as thu-ky/(de-nghi|ho-so)")
    parser.add_argument("--sizes", default="desktop,phone")
    parser.add_argument("--roles", default=",".join(ROLES.values()))
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    said: list[str] = []
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as base:
        things = prepare(Path(base) / "data" / "sample")
        (Path(base) / "data" / "sample" / "dang-dung-thu").touch()
        with servers.running(Path(base) / "data") as server, servers.chromium() as browser:
            plain(browser, server, given.out)
            for label, name in ROLES.items():
                for size in given.sizes.split(","):
                    if name in given.roles.split(","):
                        role(browser, server, label, size, "light", things, given.out, given.only, said)
            role(browser, server, "Thư ký", "desktop", "dark", things, given.out, given.only, said)
    print(f"{len(list(given.out.glob('*.png')))} pictures in {given.out}, {time.monotonic() - start:.0f} s", *said, sep="\n")  # noqa: T201 - a command's own words
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
