"""Papers from a file of facts: `python -m documents render decision FACTS.json --out FILE.docx`."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from documents.from_json import build, describe

OK, REFUSED = 0, 2


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; gives 0 when the file stands, 2 with one sentence on stderr when it was refused."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except (ValueError, OSError) as error:
        print(_sentence(error), file=sys.stderr)
        return REFUSED
    return OK


def _sentence(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return f"Không tìm thấy tệp {error.filename}."
    if isinstance(error, json.JSONDecodeError):
        return f"Tệp dữ kiện không phải JSON đúng (dòng {error.lineno})."
    if isinstance(error, OSError):
        return f"Không ghi hoặc đọc được tệp: {error.strerror}."
    return str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m documents", description="Lập văn bản Word và tập hồ sơ từ tệp dữ kiện."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    listing = commands.add_parser("papers", help="kể tên các loại văn bản")
    listing.set_defaults(run=_papers)
    fields = commands.add_parser("fields", help="kể các trường dữ kiện của một loại văn bản")
    fields.add_argument("paper")
    fields.set_defaults(run=_fields)
    render = commands.add_parser("render", help="lập một văn bản .docx")
    render.add_argument("paper", help="tên loại văn bản, xem lệnh papers")
    render.add_argument("facts", type=Path, help="tệp JSON")
    render.add_argument("--out", type=Path, required=True, help="tệp .docx sẽ ghi")
    render.set_defaults(run=_render)
    book = commands.add_parser("book", help="lập tập hồ sơ .pdf từ danh sách phần")
    book.add_argument(
        "parts", type=Path, help="tệp JSON: {title, subtitle, parts: [{title, subtitle, level, file | text}]}"
    )
    book.add_argument("--out", type=Path, required=True, help="tệp .pdf sẽ ghi")
    book.set_defaults(run=_book)
    return parser


def _made(name: str) -> Any:
    from documents.catalogue import PAPERS

    if name not in PAPERS:
        raise ValueError(f"Không có loại văn bản «{name}». Các loại: {', '.join(PAPERS)}.")
    return PAPERS[name]


def _papers(_: argparse.Namespace) -> None:
    from documents.catalogue import PAPERS

    for name, made in PAPERS.items():
        print(f"{name}\t{made.name}")


def _fields(options: argparse.Namespace) -> None:
    for name, kind in describe(_made(options.paper).facts).items():
        print(f"{name}\t{kind}")


def _render(options: argparse.Namespace) -> None:
    made = _made(options.paper)
    facts = build(made.facts, json.loads(options.facts.read_text("utf-8")))
    _write(options.out, made.make(facts))


def _book(options: argparse.Namespace) -> None:
    from documents.book import Part, dossier_book

    told = json.loads(options.parts.read_text("utf-8"))
    if not isinstance(told, dict) or not isinstance(told.get("parts"), list):
        raise ValueError("Tệp phải có danh sách «parts».")
    parts = [_part(Part, item, options.parts.parent) for item in told["parts"]]
    _write(options.out, dossier_book(parts, title=told.get("title", "Hồ sơ"), subtitle=told.get("subtitle", "")))


def _part(kind: Any, told: Any, folder: Path) -> Any:
    if not isinstance(told, dict) or "title" not in told or not ({"file", "text"} & told.keys()):
        raise ValueError("Mỗi phần phải có «title» và «file» hoặc «text».")
    content = (folder / told["file"]).read_bytes() if "file" in told else str(told["text"])
    return kind(str(told["title"]), content, str(told.get("subtitle", "")), int(told.get("level", 1)))


def _write(path: Path, data: bytes) -> None:
    """Write whole or not at all: no half file ever stands under the final name."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


if __name__ == "__main__":
    sys.exit(main())
