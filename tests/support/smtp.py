"""A small mail server inside the test: takes mail, asks for a name, speaks TLS, refuses, breaks off, as a test wants it."""

from __future__ import annotations

import base64
import contextlib
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class Post:
    """What the server does, and what came in."""

    port: int = 0
    refused: frozenset[str] = frozenset()
    """Addresses that it does not take."""
    breaks_after: int | None = None
    """So many mails of a connection, then it hangs up."""
    code: int = 250
    """What it answers to the text of a mail."""
    login: tuple[str, str] | None = None
    """Name and password that it asks for."""
    tls: ssl.SSLContext | None = None
    starttls: ssl.SSLContext | None = None
    connections: int = 0
    mails: list[tuple[str, EmailMessage]] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)

    @property
    def to(self) -> list[str]:
        """To whom mail came, in order."""
        return [address for address, _ in self.mails]


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    post: Post


class _Talk(socketserver.StreamRequestHandler):
    """One connection."""

    server: _Server

    def say(self, line: str) -> None:
        """One line to the client."""
        self.wfile.write(f"{line}\r\n".encode())

    def over(self, context: ssl.SSLContext) -> None:
        """Go on encrypted."""
        self.connection = self.request = context.wrap_socket(self.request, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)

    def handle(self) -> None:
        """The whole talk."""
        post = self.server.post
        post.connections += 1
        with contextlib.suppress(OSError, ssl.SSLError):
            if post.tls is not None:
                self.over(post.tls)
            self.say("220 post.test")
            self.talk(post)

    def talk(self, post: Post) -> None:
        """Word by word, until the client leaves or the server has had enough."""
        to, taken, known = "", 0, post.login is None
        for line in iter(self.rfile.readline, b""):
            verb, _, rest = line.decode().strip().partition(" ")
            match verb.upper():
                case "EHLO":
                    offers = [*(["STARTTLS"] if post.starttls and not isinstance(self.request, ssl.SSLSocket) else []), *(["AUTH PLAIN"] if post.login else [])]
                    for offer in ["post.test", *offers][:-1]:
                        self.say(f"250-{offer}")
                    self.say(f"250 {['post.test', *offers][-1]}")
                case "STARTTLS" if post.starttls:
                    self.say("220 go on")
                    self.over(post.starttls)
                    return self.talk(post)
                case "AUTH":
                    given = base64.b64decode(rest.split(" ")[1]).decode().split("\0")[1:]
                    known = post.login == tuple(given)
                    self.say("235 ok" if known else "535 no")
                case "MAIL" if not known:
                    self.say("530 sign in first")
                case "RCPT":
                    to = rest[rest.index("<") + 1 : rest.index(">")]
                    self.say("550 nobody here" if to in post.refused else "250 ok")
                case "DATA":
                    self.say("354 go on")
                    text = b"".join(line.removeprefix(b".") for line in iter(self.rfile.readline, b".\r\n"))
                    self.say(f"{post.code} said")
                    if post.code == 250:
                        post.raw.append(text)
                        post.mails.append((to, message_from_bytes(text, policy=default)))  # type: ignore[arg-type]  # this policy makes an EmailMessage
                        taken += 1
                    if taken == post.breaks_after:
                        self.request.shutdown(socket.SHUT_RDWR)
                        return None
                case "QUIT":
                    self.say("221 bye")
                    return None
                case _:
                    self.say("250 ok")
        return None


@contextlib.contextmanager
def running(post: Post) -> Iterator[Post]:
    """The server on a free port of this machine."""
    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.post = post
        post.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield post
        finally:
            server.shutdown()
            thread.join(5)


def certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate of 127.0.0.1 that only whoever is given its file believes; the server's side of it."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "post.test")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = folder / "post.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return file, context
