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
    """How many test functions carry each feature ID in a `proves` marker, read from the source."""
    found: Counter[str] = Counter()
    for path in sorted(folder.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name.lower().startswith("test"):
                found.update(_ids(node.decorator_list))
    return found


def _ids(decorators: list[ast.expr]) -> list[str]:
    return [
        str(argument.value)
        for decorator in decorators
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute) and decorator.func.attr == "proves"
        for argument in decorator.args
        if isinstance(argument, ast.Constant)
    ]


def proved() -> dict[str, int]:
    """What the last full run wrote: feature ID → number of passing test functions."""
    found: dict[str, int] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    for identifier, number in sorted(proved().items()):
        print(f"{identifier}  {number}")
