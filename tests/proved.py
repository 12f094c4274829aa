"""Which features of the product's list are proved by tests: `python -m tests.proved` prints `ID  number`.

`tests/proved.json` is written by the last full run in CI (`pytest --write-proved`); a test compares it with the markers.
"""

import ast
import json
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
FILE = HERE / "proved.json"


def marked(folder: Path = HERE) -> Counter[str]:
    """How many test functions of the first two rings carry each feature ID in a `proves` marker, read from the source."""
    found: Counter[str] = Counter()
    for path in sorted(folder.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        module = _module_marks(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
                marks = [*module, *node.decorator_list]
                if not any(_name(mark) == "night" for mark in marks):
                    found.update(dict.fromkeys(_ids(marks), 1))
    return found


def _module_marks(tree: ast.Module) -> list[ast.expr]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets):
            return list(node.value.elts) if isinstance(node.value, ast.List | ast.Tuple) else [node.value]
    return []


def _name(mark: ast.expr) -> str:
    mark = mark.func if isinstance(mark, ast.Call) else mark
    return mark.attr if isinstance(mark, ast.Attribute) else ""


def _ids(marks: list[ast.expr]) -> list[str]:
    return [
        str(argument.value)
        for mark in marks
        if isinstance(mark, ast.Call) and _name(mark) == "proves"
        for argument in mark.args
        if isinstance(argument, ast.Constant)
    ]


def proved() -> dict[str, int]:
    """What the last full run wrote: feature ID → number of passing test functions."""
    found: dict[str, int] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    for identifier, number in sorted(proved().items()):
        print(f"{identifier}  {number}")
