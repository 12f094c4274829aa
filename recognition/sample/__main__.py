"""`python -m recognition.sample FOLDER`: build the sample database in an empty folder."""

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
    folder: Path = parser.parse_args().folder.resolve()
    if (folder / "guong-sang.duckdb").exists():
        print(f"Thư mục {folder} đã có cơ sở dữ liệu. Anh/chị chọn thư mục trống.", file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    place.use(folder)
    start = time.monotonic()
    with db.open(str(folder / "guong-sang.duckdb")) as database:
        db.migrate(database)
        db.use(database)
        accounts.mark_sample()
        actions.build(lambda share, sentence: print(f"{time.monotonic() - start:6.1f} s {round(100 * share):3d} %  {sentence}", file=sys.stderr))
    return 0


if __name__ == "__main__":
    sys.exit(main())
