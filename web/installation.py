"""This installation: which database is open (the real one or the sample), whether it is set up, and what is wrong with it."""

from __future__ import annotations

import secrets
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from recognition.accounts import actions as accounts
from recognition.hall import place
from recognition.hall.errors import HallError
from web.log import log
from web.settings import Settings

CODE_FILE = "ma-thiet-lap.txt"
SAMPLE_FOLDER = "sample"
SAMPLE_MARK = "dang-dung-thu"
_SWITCHING = "Đang chuyển dữ liệu. Anh/chị đợi vài giây rồi tải lại trang."
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

#: Opens the database of a folder and makes it the current one; gives back what closes it, and the schema's number.
Opener = Callable[[Path, str], tuple[Callable[[], None], int]]


@dataclass
class Progress:
    """How far the sample's building is."""

    share: float = 0.0
    """From 0 to 1."""
    sentence: str = "Đang chuẩn bị"
    trouble: str = ""
    running: bool = False


@dataclass
class House:
    """The state that the whole server shares."""

    settings: Settings
    opener: Opener
    schema: int = 0
    trouble: str | None = None
    sample: bool = False
    set_up_code: str = ""
    progress: Progress = field(default_factory=Progress)
    _close: Callable[[], None] | None = None
    _is_set_up: bool = False
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def sample_folder(self) -> Path:
        """The sample's own data folder."""
        return self.settings.data / SAMPLE_FOLDER

    def open(self) -> None:
        """Open what was in use last: the sample when it is being tried, else the real database. Sets `trouble` on failure."""
        sample = (self.sample_folder / SAMPLE_MARK).exists()
        self._open(self.sample_folder if sample else self.settings.data, "" if sample else self.settings.database_url, sample=sample)

    def _open(self, folder: Path, url: str, *, sample: bool) -> None:
        with self._lock:
            self.trouble = _SWITCHING
            self.close()
            place.use(folder)
            self.sample, self._is_set_up = sample, False
            try:
                folder.mkdir(parents=True, exist_ok=True)
                self._close, self.schema = self.opener(folder, url)
                self.trouble = None
            except Exception as trouble:
                self.trouble = _sentence(trouble, folder)
                log().error("database not opened", folder=str(folder), error=str(trouble), kind=type(trouble).__name__)

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            if self._close is not None:
                self._close()
                self._close = None

    @contextmanager
    def pause(self, sentence: str) -> Iterator[None]:
        """Answer everybody with one sentence while the block lasts."""
        self.trouble = self.trouble or sentence
        try:
            yield
        finally:
            if self.trouble == sentence:
                self.trouble = None

    @property
    def hosts(self) -> frozenset[str]:
        """Names under which people may reach us; empty: any."""
        return self.settings.hosts

    @property
    def building(self) -> bool:
        """Whether the sample is being built."""
        return self.progress.running

    def needs_set_up(self) -> bool:
        """Whether nobody has an account yet; remembered once somebody has."""
        if self._is_set_up:
            return False
        if self.progress.running:
            return True
        if accounts.needs_set_up():
            self.offer_code()
            return True
        self._is_set_up = True
        return False

    def live(self, token: str) -> accounts.Live | None:
        """The sign-in behind a cookie. Raises Unavailable, Busy."""
        return accounts.live(token) if self._close is not None else None

    def offer_code(self) -> str:
        """The one-time code of set-up, on the console and in a file that only its owner may read."""
        with self._lock:
            if self.set_up_code:
                return self.set_up_code
            raw = "".join(secrets.choice(_LETTERS) for _ in range(8))
            self.set_up_code = f"{raw[:4]}-{raw[4:]}"
            path = self.settings.data / CODE_FILE
            path.unlink(missing_ok=True)
            path.touch(mode=0o600)
            path.write_text(self.set_up_code + "\n", encoding="utf-8")
            print(  # noqa: T201 - the console is where the first administrator reads it
                f"\n  Gương Sáng chưa được thiết lập. Mở {self.settings.address} và nhập mã: {self.set_up_code}\n  (mã cũng nằm ở {path})\n",
                flush=True,
            )
            return self.set_up_code

    def code_fits(self, typed: str) -> bool:
        """Whether this is the code of set-up."""
        squeezed = "".join(typed.upper().split()).replace("-", "")
        return bool(self.set_up_code) and secrets.compare_digest(squeezed.encode(), self.set_up_code.replace("-", "").encode())

    def set_up_done(self) -> None:
        """Somebody has an account: the code counts no more."""
        self.set_up_code, self._is_set_up = "", True
        (self.settings.data / CODE_FILE).unlink(missing_ok=True)

    def begin_sample(self, build: Callable[[Callable[[float, str], None]], None]) -> None:
        """Open an empty database in the sample's folder and fill it, beside the server's work. One at a time."""
        with self._lock:
            if self.progress.running:
                return
            self.progress = Progress(running=True)
        threading.Thread(target=self._fill_sample, args=(build,), name="sample", daemon=True).start()

    def _fill_sample(self, build: Callable[[Callable[[float, str], None]], None]) -> None:
        def told(share: float, sentence: str) -> None:
            self.progress.share, self.progress.sentence = max(0.0, min(1.0, share)), sentence

        try:
            shutil.rmtree(self.sample_folder, ignore_errors=True)
            self._open(self.sample_folder, "", sample=True)
            if self.trouble:
                raise RuntimeError(self.trouble)
            build(told)
            (self.sample_folder / SAMPLE_MARK).touch()
            self.set_up_done()
            self.progress = Progress(share=1.0, sentence="Xong")
        except Exception as trouble:
            log().error("sample not built", error=str(trouble), kind=type(trouble).__name__, exc_info=True)
            self._back_to_real()
            sentence = trouble.sentence if isinstance(trouble, HallError) else "Chưa dựng được dữ liệu mẫu. Anh/chị thử lại."
            self.progress = Progress(trouble=sentence)

    def leave_sample(self) -> None:
        """Delete the sample with all its files, and open the real database."""
        if self.sample:
            self._back_to_real()
            self.progress = Progress()

    def _back_to_real(self) -> None:
        self.trouble = _SWITCHING
        self.close()
        shutil.rmtree(self.sample_folder, ignore_errors=True)
        self._open(self.settings.data, self.settings.database_url, sample=False)


def _sentence(trouble: Exception, folder: Path) -> str:
    sentence = getattr(trouble, "sentence", None)
    if isinstance(sentence, str):
        return sentence
    if isinstance(trouble, OSError):
        return f"Không ghi được vào thư mục dữ liệu {folder}. Anh/chị kiểm tra ổ đĩa và quyền ghi rồi khởi động lại."
    return "Chưa mở được cơ sở dữ liệu. Chi tiết nằm trong nhật ký của phần mềm."


_house: House | None = None


def use(made: House) -> None:
    """Make it the process's one house."""
    global _house
    _house = made


def house() -> House:
    """The process's one house. Raises RuntimeError before `use`."""
    if _house is None:
        raise RuntimeError("no installation yet: call web.installation.use(House(…)) at start")
    return _house
