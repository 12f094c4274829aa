"""Three rings of tests, what was skipped said at the end, and which features were proved."""

import json
import os
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

RINGS = {"test": {"prove", "night"}, "prove": {"night"}, "night": set()}
PROVED = Path(__file__).parent.parent / "proved.json"


def ring() -> str:
    """The ring asked for by GUONG_SANG_RING: test (default), prove or night."""
    return os.environ.get("GUONG_SANG_RING", "test")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-proved", action="store_true", help="write tests/proved.json from the tests that passed")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = RINGS[ring()]
    kept, dropped = [], []
    for item in items:
        (dropped if left_out & {mark.name for mark in item.iter_markers()} else kept).append(item)
    if dropped:
        config.hook.pytest_deselected(items=dropped)
        items[:] = kept
    for item in kept:
        ids = [identifier for mark in item.iter_markers("proves") for identifier in mark.args]
        if ids:
            item.user_properties.append(("proves", ids))


def _reports(terminalreporter: Any, outcome: str) -> list[Any]:
    return [report for report in terminalreporter.getreports(outcome) if getattr(report, "when", "call") in ("call", "setup")]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    skipped = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in _reports(terminalreporter, "skipped"))
    for reason, number in sorted(skipped.items()):
        terminalreporter.write_line(f"{number} tests were skipped: {reason}")
    if config.getoption("--write-proved"):
        _write(terminalreporter)


def _write(terminalreporter: Any) -> None:
    functions: dict[str, set[str]] = defaultdict(set)
    failed = {report.nodeid.split("[")[0] for outcome in ("failed", "error") for report in terminalreporter.getreports(outcome)}
    for report in terminalreporter.getreports("passed"):
        function = report.nodeid.split("[")[0]
        if report.when == "call" and function not in failed:
            for identifier in dict(report.user_properties).get("proves", ()):
                functions[identifier].add(function)
    counts = {identifier: len(functions[identifier]) for identifier in sorted(functions)}
    PROVED.write_text(json.dumps(counts, indent=1) + "\n", encoding="utf-8")
    terminalreporter.write_line(f"{len(counts)} features proved, written to {PROVED.name}")
