"""What the print shop refuses, each with one sentence for the person at the screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from certificates.findings import Finding


class Refused(Exception):
    """The work cannot be done as asked; `sentence` says what is wrong and how to mend it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Blocked(Refused):
    """Preflight found something that must not be printed; `findings` says where and what."""

    def __init__(self, findings: "Sequence[Finding]") -> None:
        blocking = [f for f in findings if f.blocking]
        super().__init__(f"Chưa in được: có {len(blocking)} lỗi cần sửa trước. Lỗi đầu tiên: {blocking[0].sentence()}")
        self.findings = tuple(findings)
