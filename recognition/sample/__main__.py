"""`python -m recognition.sample FOLDER [--compose] [--pack FILE]`: the sample database in an empty folder."""

import argparse
import sys
import time
from pathlib import Path

import db
from recognition.accounts import actions as accounts
from recognition.hall import place
from recognition.sample import actions


def main() -> int:
    """0 when built, 2 when the folder holds a database already."""
    parser = argparse.ArgumentParser(prog="python -m recognition.sample", description=__doc__)
    parser.add_argument("folder", type=Path, help="thư mục trống sẽ chứa dữ liệu mẫu")
    parser.add_argument("--compose", action="store_true", help="sống lại cả năm bằng các thao tác thật, thay vì mở tệp dựng sẵn (vài phút)")
    parser.add_argument("--pack", type=Path, metavar="TỆP", help="sau khi dựng, gói thành tệp dữ liệu mẫu")
    given = parser.parse_args()
    folder: Path = given.folder.resolve()
    if (folder / "guong-sang.duckdb").exists():
        print(f"Thư mục {folder} đã có cơ sở dữ liệu. Anh/chị chọn thư mục trống.", file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    place.use(folder)
    start = time.monotonic()
    with db.open(str(folder / "guong-sang.duckdb")) as database:
        db.migrate(database)
        db.use(database)
        if given.compose:
            accounts.mark_sample()
        (actions.compose if given.compose else actions.build)(
            lambda share, sentence: print(f"{time.monotonic() - start:6.1f} s {round(100 * share):3d} %  {sentence}", file=sys.stderr)
        )
        if given.pack:
            actions.pack(given.pack)
    return 0


if __name__ == "__main__":
    sys.exit(main())
