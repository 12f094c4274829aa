"""The log: one JSON object a line in the data folder, with a short number that a person can read out on the telephone."""

from __future__ import annotations

import logging
import logging.handlers
import secrets
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import structlog

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
#: Never written, whatever carries them.
_SECRET = ("password", "token", "code", "cookie", "authorization")
_LARGEST = 5_000_000


def _hide(_logger: object, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: "…" if any(word in key.lower() for word in _SECRET) else value for key, value in event.items()}


def start(folder: Path) -> None:
    """Write to `folder/logs/guong-sang.jsonl`, five files of 5 MB; to nowhere when the folder cannot be written."""
    logger = logging.getLogger("guong-sang")
    logger.handlers.clear()
    logger.propagate = False
    handler: logging.Handler = logging.NullHandler()
    try:
        (folder / "logs").mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(folder / "logs" / "guong-sang.jsonl", maxBytes=_LARGEST, backupCount=5, encoding="utf-8")
    except OSError:
        pass
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    structlog.configure(
        processors=[
            _hide,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.BoundLogger,
    )


def log() -> structlog.BoundLogger:
    """The logger of the program."""
    found: structlog.BoundLogger = structlog.get_logger("guong-sang")
    return found


def reference() -> str:
    """A short number for one trouble, such as `K7Q-M4T`, shown to the person and written into the log."""
    raw = "".join(secrets.choice(_LETTERS) for _ in range(6))
    return f"{raw[:3]}-{raw[3:]}"


def trouble(error: BaseException, **where: object) -> str:
    """Write what happened with its traceback; the reference number for the person."""
    number = reference()
    log().error("unexpected", reference=number, error=str(error), kind=type(error).__name__, exc_info=error, **where)
    return number
