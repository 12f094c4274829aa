"""How intake says no."""

from __future__ import annotations


class Refused(Exception):
    """A whole file that cannot be taken. `sentence` is one Vietnamese sentence for people."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
