"""The house keeps its own rules: doors, clock, pages, proofs."""

import ast
import json
import re
from pathlib import Path

import pytest

from tests import proved

ROOT = Path(__file__).parent.parent
OURS = ("vietnamese", "db", "recognition", "certificates", "documents", "intake", "parcel", "web", "pages")


def sources(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_rules_do_not_know_the_clock():
    clocks = {"dates.today", "dates.now_utc", "date.today", "datetime.now", "datetime.utcnow", "time.time", "uuid4", "uuid.uuid4"}
    rules = [path for path in sources("recognition") if path.name == "rules.py" or path.parent.name == "rules"]
    assert rules
    assert {str(path.relative_to(ROOT)): calls(path) & clocks for path in rules if calls(path) & clocks} == {}


def test_no_python_file_lies_directly_in_pages():
    assert sorted(path.name for path in (ROOT / "pages").glob("*.py")) == []


def test_pages_import_no_store_no_rules_and_no_database():
    forbidden = re.compile(r"^(db|duckdb|psycopg)(\.|$)|\.store(\.|$)|\.rules(\.|$)")
    wrong = {str(path.relative_to(ROOT)): sorted(filter(forbidden.search, imports(path))) for path in sources("pages")}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_no_field_cuts_what_is_typed():
    """The browser would drop the rest of a pasted text in silence; the rule says how much is too much and keeps every word."""
    cut = {
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources("pages") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and any(named.arg == "max_chars" for named in node.keywords)
    }  # fmt: skip
    assert cut == set()


def test_days_are_typed_into_the_one_field_that_takes_any_day():
    """Another one keeps the day before in silence when what is typed lies outside its span; here the rule says it."""
    other = [path for path in sources("pages") if path.name != "doing.py" and any(name.endswith(".date_input") for name in calls(path))]
    assert other == []


def test_numbers_are_typed_into_the_one_field_that_reads_them_as_people_write():
    """The browser's own keeps the number before while a wrong one stands in it, and reads "1.000" as one; the studio nudges with it."""
    other = [path for path in sources("pages") if path.name != "bench.py" and any(name.endswith(".number_input") for name in calls(path))]
    assert other == []


def test_no_screen_gives_a_refusal_as_a_file():
    """A maker of a file lets its refusal through: `web.patches` says it under the button. Caught, it would be the file's content."""
    caught = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for folder in ("pages", "web")
        for file in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and any(isinstance(each, ast.Attribute) and each.attr == "encode" for each in ast.walk(node))
    ]
    assert caught == []


def test_every_page_begins_with_its_own_require():
    screens = [path for path in sources("pages") if path.parent.name != "shared" and "st." in path.read_text(encoding="utf-8")]
    without = [
        str(path.relative_to(ROOT)) for path in screens if _is_screen(path) and "frame.require" not in path.read_text(encoding="utf-8")
    ]
    assert without == []


def _is_screen(path: Path) -> bool:
    """A screen draws at module level; furniture of an area only defines functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = [ast.unparse(node.value.func) for node in tree.body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    return any(not name.startswith("alt.theme.") for name in called)


def test_stores_do_not_read_each_other_and_keep_out_of_rules():
    wrong = {}
    for path in sources("recognition"):
        if path.name == "store.py" or path.parent.name == "store":
            noun = path.relative_to(ROOT).parts[1]
            found = [name for name in imports(path) if re.search(r"^recognition\.(?!hall)(\w+)\.(store|rules|actions)", name) and f".{noun}." not in name]
            if found:
                wrong[str(path.relative_to(ROOT))] = sorted(found)
    assert wrong == {}


def test_proved_features_agree_with_the_markers():
    if not proved.FILE.exists():
        pytest.fail("tests/proved.json is missing; the full run writes it with --write-proved")
    assert json.loads(proved.FILE.read_text(encoding="utf-8")) == dict(sorted(proved.marked().items()))


def test_every_exception_to_a_checker_has_its_code_and_its_reason():
    """`# noqa: S105 - a mark, no password`; `# type: ignore[arg-type]  # reason`."""
    mark = re.compile(r"# (?:noqa|type: ignore)\b.*")
    whole = re.compile(r"# (?:noqa: [A-Z]+[0-9]+ - \w|type: ignore\[[a-z, -]+\]  # \w).*")
    wrong = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in sources(*OURS, "tests", "assets") if path != Path(__file__)
        for found in map(mark.search, path.read_text(encoding="utf-8").splitlines())
        if found and not whole.fullmatch(found[0])
    ]  # fmt: skip
    assert wrong == []


def test_every_public_function_and_class_says_what_it_is():
    silent = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in sources(*OURS)
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert silent == []
