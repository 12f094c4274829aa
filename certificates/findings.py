"""What preflight finds: where, what, and how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong or doubtful in one row; a blocking one keeps the whole batch from printing."""

    row: int
    """Row of the batch, counted from 1; 0 means the layout, not a row."""
    field: str
    what: str
    how_to_mend: str
    blocking: bool = True

    def sentence(self) -> str:
        """The finding as one line for a list or a terminal."""
        place = f"dòng {self.row}" if self.row else "mẫu"
        return f"{place}, ô «{self.field}»: {self.what} {self.how_to_mend}"
