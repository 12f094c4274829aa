"""The words and shapes of mail."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from recognition.hall.words import Word


class Security(Word):
    """How the way to the server is encrypted."""

    STARTTLS = "starttls", "STARTTLS"
    TLS = "tls", "TLS"
    NONE = "none", "không mã hoá"


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over, and as whom it is sent."""

    host: str
    port: int
    security: Security
    sender_name: str
    sender: str
    user: str = ""
    password_file: Path | None = None


@dataclass(frozen=True)
class MailSetting:
    """What the environment says: a server, or why there is none (a Vietnamese sentence; empty where mail was never set up)."""

    server: MailServer | None = None
    fault: str = ""


@dataclass(frozen=True)
class Mail:
    """One mail: `id` names it in the answers."""

    id: UUID
    to: str
    subject: str
    body: str
