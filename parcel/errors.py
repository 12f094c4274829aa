"""How a parcel is refused."""


class Refused(Exception):
    """A file that cannot be taken. `sentence` is one Vietnamese sentence for people."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
