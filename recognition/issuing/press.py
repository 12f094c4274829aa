"""The child process that draws a long batch: `python -m recognition.issuing.press LAYOUT.toml FACTS.jsonl OUT.pdf [0|1] [CORRECTION]`.

`1` prints words only, for a pre-printed blank; CORRECTION is a printer's correction as JSON.

It reads frozen facts, one JSON a line, and touches no database. Exit code 0: drawn; 2: refused, with one sentence.
"""

import sys
from pathlib import Path

from certificates import Calibration, Facts, Refused, load_layout, render


def main(arguments: list[str]) -> int:
    """Draw and tell the progress on the error stream."""
    layout, facts, out = (Path(each) for each in arguments[:3])
    on_blank, correction = [*arguments[3:], "", ""][:2]
    lines = facts.read_text(encoding="utf-8").splitlines()
    try:
        render(
            load_layout(layout), [Facts.from_json(line) for line in lines], out, overprint=on_blank == "1",
            calibration=Calibration.from_json(correction) if correction else None, progress=lambda done, _: _say(f"{done}/{len(lines)}"),
        )  # fmt: skip
    except Refused as wrong:
        _say(wrong.sentence)
        return 2
    return 0


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
