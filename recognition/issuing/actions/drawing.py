"""Drawing issued papers from their frozen facts: a few here at once, many as a plan for the child process."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from certificates import Facts, Layout, Refused, address, dump_layout, render, resized
from recognition.hall.errors import Invalid, Unavailable
from recognition.issuing.actions.issuing import base_address
from recognition.issuing.press import joined
from recognition.issuing.shop_terms import How
from recognition.issuing.terms import Certificate

Progress = Callable[[int, int], None]
#: On plain paper, in the decision's order, with no correction.
PLAIN = How()


def frozen(paper: Certificate) -> Facts:
    """The facts as they were issued, with the signed address; a stored row that was changed is refused."""
    facts = Facts.from_json(paper.facts)
    if facts.sha256() != paper.facts_sha256:
        raise Unavailable(f"Giấy số {paper.serial} không còn đúng nội dung lúc cấp. Anh/chị báo người quản trị kiểm tra cơ sở dữ liệu.")
    return facts.with_url(address(base_address(), paper.signature))


def at_once(papers: Sequence[Certificate], kept: Mapping[str, Layout], how: How = PLAIN, progress: Progress | None = None) -> bytes:
    """One PDF of all papers in their order, drawn in this process. Raises Invalid when it cannot be drawn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = _by_layout(papers, kept)
        for number, (version, places) in enumerate(parts):
            _drawn(_for_blank(kept[version], how), how, [frozen(papers[place]) for place in places], folder / f"{number}.pdf", progress)
        if len(parts) == 1:
            return (folder / "0.pdf").read_bytes()
        return joined([(folder / f"{number}.pdf", places) for number, (_, places) in enumerate(parts)])


def _drawn(layout: Layout, how: How, facts: list[Facts], out: Path, progress: Progress | None) -> None:
    try:
        render(
            layout, facts, out, overprint=how.blank is not None, calibration=how.calibration,
            progress=(lambda done, total: progress(done, total or len(facts))) if progress else None,
        )  # fmt: skip
    except Refused as wrong:
        raise Invalid({"": wrong.sentence}) from wrong


def _by_layout(papers: Sequence[Certificate], kept: Mapping[str, Layout]) -> list[tuple[str, list[int]]]:
    """(layout version, places of its papers): papers of several layouts are drawn layout by layout and put back in order."""
    found = [(version, [place for place, paper in enumerate(papers) if paper.layout_version == version]) for version in kept]
    return [(version, places) for version, places in found if places]


def _for_blank(layout: Layout, how: How) -> Layout:
    if how.blank is None:
        return layout
    try:
        return resized(layout, how.blank.width, how.blank.height, words_only=True)
    except Refused as wrong:
        raise Invalid({"": wrong.sentence}) from wrong


def plan(folder: Path, files: Sequence[tuple[str, Sequence[Certificate]]], kept: Mapping[str, Layout], how: How = PLAIN) -> dict[str, Any]:
    """Write what the child needs to draw these files (name in `folder`, papers); what it shall do, as `recognition.issuing.press` reads it."""
    prints: list[list[str]] = []
    joins: list[dict[str, Any]] = []
    given = _given(folder, kept, how)
    for number, (out, papers) in enumerate(files):
        parts = _by_layout(papers, kept)
        names = [out] if len(parts) == 1 else [f"{number}-{part}.pdf" for part in range(len(parts))]
        for name, (version, places) in zip(names, parts, strict=True):
            facts = folder / f"{name}.json"
            facts.write_text("[" + ",\n".join(frozen(papers[place]).to_json() for place in places) + "]", encoding="utf-8")
            prints.append(["render", "--frozen", str(facts), "--out", str(folder / name), *given[version]])
        if len(parts) > 1:
            joins.append({"out": out, "parts": [(name, places) for name, (_, places) in zip(names, parts, strict=True)]})
    return {"prints": prints, "joins": joins}


def _given(folder: Path, kept: Mapping[str, Layout], how: How) -> dict[str, list[str]]:
    """Words of the command line that are the same for every file: layout, blank, correction."""
    common: list[str] = ["--overprint"] if how.blank is not None else []
    if how.calibration is not None:
        (folder / "calibration.json").write_text(how.calibration.to_json(), encoding="utf-8")
        common += ["--calibration", str(folder / "calibration.json")]
    found: dict[str, list[str]] = {}
    for number, (version, layout) in enumerate(kept.items()):
        file = folder / f"layout-{number}.toml"
        file.write_text(dump_layout(_for_blank(layout, how)), encoding="utf-8")
        found[version] = ["--layout", str(file), *common]
    return found
