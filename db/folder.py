"""The data folder: where everything of an installation lies, by the environment or by hand."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db import errors

if TYPE_CHECKING:
    from db.core import Database

FILE_NAME = "guong-sang.duckdb"


@dataclass(frozen=True)
class DataFolder:
    """`root` holds the database file, `files/` (evidence), `anchors/`, `backups/`, `layouts/`.

    `database_url` is PostgreSQL's, None for the DuckDB file in the folder.
    """

    root: Path
    database_url: str | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> DataFolder:
        """`GUONG_SANG_DATA` (default ./data) and `DATABASE_URL`."""
        root = Path(environment.get("GUONG_SANG_DATA") or "data").resolve()
        return cls(root, environment.get("DATABASE_URL") or None)

    @property
    def database_file(self) -> Path:
        """DuckDB's file; not there when PostgreSQL keeps the data."""
        return self.root / FILE_NAME

    @property
    def files(self) -> Path:
        """Evidence, each file named by its hash."""
        return self.root / "files"

    @property
    def backups(self) -> Path:
        """Archives, and the one folder that the engine itself may write to."""
        return self.root / "backups"

    @property
    def layouts(self) -> Path:
        """Certificate layouts of the office's own."""
        return self.root / "layouts"

    def prepare(self) -> None:
        """Make the folder and its parts, for this user alone, where they are not there. Raises Unavailable."""
        try:
            for part in (self.root, self.files, self.root / "anchors", self.backups):
                part.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            sentence = f"Không tạo được thư mục dữ liệu «{self.root}». Anh/chị chọn thư mục khác hoặc cấp quyền ghi."
            raise errors.Unavailable(sentence, detail=str(error)) from error

    def open(self, *, trusting: bool = False) -> Database:
        """Open the installation's database; see `db.open`."""
        import db

        self.prepare()
        return db.open(self.database_url or self.database_file, folder=self.root, trusting=trusting)

    @property
    def exists(self) -> bool:
        """Whether there is a database to open (a server is always asked)."""
        return self.database_url is not None or self.database_file.exists()
