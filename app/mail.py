"""Sending mail, or showing it on the console of a developer's machine."""

import smtplib
import ssl
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from urllib.parse import unquote, urlsplit

import structlog

TIMEOUT_S = 10.0
_PORTS = {"smtp": 25, "smtps": 465}

log = structlog.get_logger("mail")


class MailNotSent(Exception):
    """The mail did not go out. Its text names the kind of failure, and nobody's data."""


class PasswordNeedsTLS(smtplib.SMTPException):
    """The server offers no STARTTLS, so the password in `SMTP_URL` would be readable on the way."""


class Mailer:
    """Sends through `smtp_url`; tells the log when that begins to fail, not each time it does.

    `guards_password`: never say the URL's password without TLS. (A mail catcher on a developer's machine has none.)
    """

    def __init__(self, smtp_url: str, mail_from: str, *, guards_password: bool = False) -> None:
        self._url = urlsplit(smtp_url)
        self._guards_password = guards_password
        self._from = mail_from
        self._failing = False

    def send(self, to: str, subject: str, text: str) -> None:
        """Send one mail. Raises MailFailed."""
        try:
            message = self._message(to, subject, text)
            if self._url.scheme == "console":
                _show(to, subject, text)
            else:
                self._deliver(message)
        # An address or a server's answer may stand in the text of any of these, so only the kind is told. (IndexError
        # is what the standard library's parser makes of some addresses that are none.)
        except (smtplib.SMTPException, MessageError, OSError, ValueError, IndexError) as error:
            kind = type(error).__name__
            if not self._failing:
                log.warning("mail_fails", error=kind)
            self._failing = True
            raise MailNotSent(kind) from None
        if self._failing:
            log.info("mail_works_again")
        self._failing = False

    def explain(self, why: str) -> None:
        """Say why there is no mail, where mails are shown: nobody but a developer may learn whom an agency knows."""
        if self._url.scheme == "console":
            print(why, flush=True)

    def _message(self, to: str, subject: str, text: str) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self._from
        message["To"] = Address(addr_spec=to)
        message["Subject"] = subject
        message["Date"] = formatdate(usegmt=True)
        message["Message-ID"] = make_msgid(domain=parseaddr(self._from)[1].rpartition("@")[2] or "localhost")
        message["Auto-Submitted"] = "auto-generated"  # or holiday notices come back
        message.set_content(text)
        return message

    def _deliver(self, message: EmailMessage) -> None:
        url = self._url
        host, port = url.hostname or "", url.port or _PORTS[url.scheme]
        tls = ssl.create_default_context()
        server = (
            smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_S, context=tls)
            if url.scheme == "smtps"
            else smtplib.SMTP(host, port, timeout=TIMEOUT_S)
        )
        with server:
            server.ehlo()
            encrypted = url.scheme == "smtps"
            if not encrypted and server.has_extn("starttls"):
                server.starttls(context=tls)
                server.ehlo()
            elif not encrypted and url.username and self._guards_password:
                raise PasswordNeedsTLS
            if url.username:
                server.login(unquote(url.username), unquote(url.password or ""))
            server.send_message(message)


def _show(to: str, subject: str, text: str) -> None:
    line = "-" * 60
    print(f"{line}\nMail to {to}: {subject}\n\n{text.rstrip()}\n{line}", flush=True)
