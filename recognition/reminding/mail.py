"""Mail through the office's own server: settings by environment, plain text, one connection for many, an answer for each.

The password is read from its file when it is needed and stands nowhere else. What the server says is told by its number only.
"""

import os
import smtplib
import socket
import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid, parseaddr
from pathlib import Path
from uuid import UUID

from recognition.reminding.mail_terms import Mail, MailServer, MailSetting, Security
from recognition.reminding.rules.letters import mail_address
from vietnamese import dates, text

PREFIX = "GUONG_SANG_SMTP_"
#: Seconds to wait for each answer of the server.
TIMEOUT = 10
#: After so many broken or failed connections the rest of the mails is not tried: each would wait as long.
MOST_BREAKS = 2
#: This computer: what stays on it needs no encryption.
_HERE = ("localhost", "127.0.0.1", "::1")
_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


def setting(env: Mapping[str, str] | None = None) -> MailSetting:
    """The mail server of this installation."""
    given = {key.removeprefix(PREFIX): value.strip() for key, value in (os.environ if env is None else env).items() if key.startswith(PREFIX)}
    host = given.get("HOST", "")
    if not host:
        return MailSetting(fault=f"Chưa đặt {PREFIX}HOST nên chưa gửi thư điện tử được." if any(given.values()) else "")
    security = given.get("TLS", "").lower() or Security.STARTTLS.value
    if security not in set(Security):
        return MailSetting(fault=f"{PREFIX}TLS phải là starttls, tls hoặc none.")
    port = given.get("PORT", "") or str(_PORTS[Security(security)])
    if not (port.isascii() and port.isdigit()) or not 1 <= int(port) <= 65535:
        return MailSetting(fault=f"{PREFIX}PORT phải là một số từ 1 đến 65535.")
    name, sender = parseaddr(given.get("FROM", ""))
    if not mail_address(sender) or {"\r", "\n"} & set(given["FROM"]):
        return MailSetting(fault=f"{PREFIX}FROM phải là một địa chỉ thư, ví dụ «Thường trực Hội đồng <khen@coquan.vn>».")
    file = given.get("PASSWORD_FILE", "")
    server = MailServer(host, int(port), Security(security), text.clean(name), sender, given.get("USER", ""), Path(file) if file else None)
    fault = _sign_in_fault(server)
    return MailSetting(fault=fault) if fault else MailSetting(server)


_NOT_PLAIN = "Tên và mật khẩu ở máy chủ thư chỉ gồm chữ không dấu, chữ số và ký hiệu."


def _sign_in_fault(server: MailServer) -> str:
    """What is wrong with the name and the password's file."""
    if not server.user:
        return ""
    if server.security is Security.NONE and server.host not in _HERE:
        return f"Không gửi mật khẩu qua đường không mã hoá: anh/chị đặt {PREFIX}TLS là starttls hoặc tls."
    if server.password_file is None:
        return f"Có {PREFIX}USER thì cần {PREFIX}PASSWORD_FILE: đường dẫn tới tệp chỉ chứa mật khẩu."
    try:
        password = _password(server)
        if not (server.user + password).isascii():
            return _NOT_PLAIN
        return "" if password else f"Tệp ở {PREFIX}PASSWORD_FILE trống."
    except (OSError, UnicodeDecodeError):
        return f"Không đọc được tệp ở {PREFIX}PASSWORD_FILE. Anh/chị kiểm tra đường dẫn và quyền đọc."


def _password(server: MailServer) -> str:
    assert server.password_file is not None
    return server.password_file.read_text(encoding="utf-8").strip("\r\n")


def message(server: MailServer, mail: Mail) -> EmailMessage:
    """The mail as it goes. Line breaks cannot get into a header: what is typed is made one line, addresses were checked."""
    made = EmailMessage(policy=SMTP)
    local, _, domain = server.sender.rpartition("@")
    made["From"] = Address(server.sender_name, local, domain)
    local, _, place = mail.to.rpartition("@")
    made["To"] = Address("", local, place)
    made["Subject"] = text.clean(mail.subject)
    made["Date"] = format_datetime(dates.to_local(dates.now_utc()))
    made["Message-ID"] = make_msgid(domain=domain)
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(text.clean_multiline(mail.body) + "\n", charset="utf-8", cte="base64")  # passes servers that know seven bits only
    return made


def send(server: MailServer, mails: Sequence[Mail]) -> dict[UUID, str]:
    """Hand mails over in one connection. Each one's id → nothing when the server took it, else why not, a Vietnamese sentence.

    A connection that breaks is opened once more; when it breaks again, the rest is not tried and says the same.
    """
    answers: dict[UUID, str] = {}
    line, breaks, reason = _Line(server), 0, ""
    for mail in mails:
        if breaks < MOST_BREAKS:
            reason, broken = line.hand_over(mail)
            breaks += broken
        answers[mail.id] = reason
    line.close()
    return answers


_BROKEN = "Mất kết nối với máy chủ thư. Anh/chị kiểm tra máy chủ rồi gửi lại."


class _Line:
    """One connection, opened when it is first needed and after a break."""

    def __init__(self, server: MailServer) -> None:
        self.server = server
        self.smtp: smtplib.SMTP | None = None

    def hand_over(self, mail: Mail) -> tuple[str, bool]:
        """Why the mail was not taken, and whether the connection is gone."""
        if not mail_address(mail.to):
            return f"Địa chỉ «{text.clean(mail.to)}» không đúng dạng. Anh/chị nhờ quản trị sửa ở tài khoản.", False
        try:
            if self.smtp is None:
                self.smtp = _connected(self.server)
            self.smtp.send_message(message(self.server, mail), self.server.sender, [mail.to])
        except smtplib.SMTPRecipientsRefused as refused:
            self._settle()
            return f"Máy chủ thư không nhận địa chỉ {mail.to} (mã {_code(refused.recipients)}). Anh/chị kiểm tra địa chỉ.", False
        except (OSError, UnicodeError, smtplib.SMTPException) as trouble:
            lost = self.smtp is None or not isinstance(trouble, smtplib.SMTPResponseException)
            if lost:
                self.close()
            else:
                self._settle()
            return why(self.server, trouble), lost
        return "", False

    def _settle(self) -> None:
        """After a refusal the next mail begins anew."""
        with suppress(OSError, smtplib.SMTPException):
            assert self.smtp is not None
            self.smtp.rset()

    def close(self) -> None:
        """End the connection, whatever state it is in."""
        if self.smtp is not None:
            with suppress(OSError, smtplib.SMTPException):
                self.smtp.quit()
            self.smtp.close()
        self.smtp = None


def _connected(server: MailServer) -> smtplib.SMTP:
    domain = server.sender.rpartition("@")[2]
    if server.security is Security.TLS:
        made: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, domain, timeout=TIMEOUT, context=ssl.create_default_context())
    else:
        made = smtplib.SMTP(server.host, server.port, domain, timeout=TIMEOUT)
    try:
        if server.security is Security.STARTTLS:
            made.starttls(context=ssl.create_default_context())
        if server.user:
            made.login(server.user, _password(server))
    except BaseException:
        made.close()
        raise
    return made


def why(server: MailServer, trouble: Exception) -> str:
    """What went wrong, in one sentence that says where to look."""
    place = f"{server.host}:{server.port}"
    match trouble:
        case smtplib.SMTPAuthenticationError():
            return f"Máy chủ thư không nhận tên và mật khẩu. Anh/chị kiểm tra {PREFIX}USER và tệp mật khẩu."
        case smtplib.SMTPNotSupportedError():
            return f"Máy chủ thư {place} không có STARTTLS hoặc không cho đăng nhập. Anh/chị kiểm tra {PREFIX}TLS, {PREFIX}PORT."
        case smtplib.SMTPSenderRefused():
            return f"Máy chủ thư không nhận người gửi {server.sender} (mã {trouble.smtp_code}). Anh/chị kiểm tra {PREFIX}FROM."
        case smtplib.SMTPResponseException():
            return f"Máy chủ thư từ chối thư này (mã {trouble.smtp_code})."
        case UnicodeError():
            return _NOT_PLAIN
        case ssl.SSLError():
            return f"Không lập được đường mã hoá tới {place}: chứng chỉ chưa được tin hoặc sai chế độ TLS. Anh/chị kiểm tra {PREFIX}TLS, {PREFIX}PORT."
        case socket.gaierror():
            return f"Không tìm thấy máy chủ thư «{server.host}». Anh/chị kiểm tra {PREFIX}HOST."
        case TimeoutError():
            return f"Máy chủ thư {place} không trả lời trong {TIMEOUT} giây."
        case ConnectionRefusedError():
            return f"Máy chủ thư {place} không nhận kết nối. Anh/chị kiểm tra máy chủ có chạy không, cổng có đúng không."
        case _:
            return _BROKEN


def _code(recipients: Mapping[str, tuple[int, bytes]]) -> int:
    """The number with which the only recipient was refused."""
    return next(iter(recipients.values()))[0]
