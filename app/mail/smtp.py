"""The mailer, which sends mail or prints it on a developer's console."""

import re
import smtplib
import ssl
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from functools import partial
from urllib.parse import unquote, urlsplit

import structlog

TIMEOUT_S = 10.0
BAD_ADDRESS = re.compile(rb"5\.1\.[1236]\b")
"""The start of a reply to RCPT about the address itself (RFC 3463, 3.2): no such mailbox or domain, malformed or moved.

Codes such as 5.7.1 are no evidence about the address: the server does not relay, or needs a password.
"""

log = structlog.get_logger("mail")


class MailNotSent(Exception):
    """The mail was not sent. The text names the kind of failure, without personal data.

    `reply_code`: that of the mail server's refusal (RFC 5321, 4.2), or 0 without a refusal.
    """

    def __init__(self, kind: str, reply_code: int = 0) -> None:
        super().__init__(kind)
        self.reply_code = reply_code


class AddressRefused(MailNotSent):
    """The address cannot be mailed to, until it is corrected. The mail server itself works, as far as is known."""


class AddressNotMailable(ValueError):
    """The address is malformed, or has characters beyond ASCII for which the mail server must support SMTPUTF8."""


class PasswordNeedsTLS(smtplib.SMTPException):
    """The server offers no STARTTLS, so the password in `SMTP_URL` would be sent unencrypted."""


class Mailer:
    """Sends mail through `smtp_url`. Logs only the first of several consecutive failures.

    `guards_password`: never send the URL's password without TLS. (A mail catcher on a developer's machine has no TLS.)
    `extra_ca`: certificates (PEM) of authorities that are trusted besides those of the system.
    """

    def __init__(self, smtp_url: str, mail_from: str, *, guards_password: bool = False, extra_ca: str = "") -> None:
        self._url = urlsplit(smtp_url)
        self._extra_ca = extra_ca
        self._guards_password = guards_password
        self._from = mail_from
        self._failing = False

    @property
    def server(self) -> str | None:
        """Return the host and the port of the mail server, or None if mails are printed."""
        return None if self._url.scheme == "console" else f"{self._url.hostname}:{self._port}"

    @property
    def _port(self) -> int:
        return self._url.port or (465 if self._url.scheme == "smtps" else 25)

    def send(self, to: str, subject: str, text: str, *, kind: str) -> None:
        """Send a mail. `kind` is what it is about, for the metrics.

        Raise AddressRefused if another attempt would fail too, otherwise MailNotSent.
        """
        try:
            message = self._message(to, subject, text)
            if self._url.scheme == "console":
                _print(to, subject, text)
            else:
                self._deliver(message, to)
        # The text of such an error may contain an address or a server's response, so only its type is logged.
        except (smtplib.SMTPException, MessageError, OSError, ValueError, IndexError) as error:
            name = type(error).__name__
            code, reply = _reply(error)
            if isinstance(error, AddressNotMailable) or (code >= 500 and BAD_ADDRESS.match(reply)):
                log.warning("address_refused", error=name, kind=kind)
                log.debug("email", kind=kind, outcome="refused")
                raise AddressRefused(name, code) from None
            if not self._failing:
                log.warning("mail_fails", error=name, kind=kind)
            self._failing = True
            log.debug("email", kind=kind, outcome="failed")
            raise MailNotSent(name, code) from None
        log.debug("email", kind=kind, outcome="sent")
        self._failing = False

    def explain(self, why: str) -> None:
        """If mails are printed, print why no mail is sent. Only developers may learn which addresses are known."""
        if self._url.scheme == "console":
            print(why, flush=True)

    def _message(self, to: str, subject: str, text: str) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self._from
        try:
            message["To"] = Address(addr_spec=to)
        except (MessageError, ValueError, IndexError):  # the parser raises the last one for some malformed addresses
            raise AddressNotMailable from None
        message["Subject"] = subject
        message["Date"] = formatdate(usegmt=True)
        message["Message-ID"] = make_msgid(domain=parseaddr(self._from)[1].rpartition("@")[2] or "localhost")
        message["Auto-Submitted"] = "auto-generated"  # prevents automatic replies
        message.set_content(text)
        return message

    def _deliver(self, message: EmailMessage, to: str) -> None:
        url, tls = self._url, ssl.create_default_context()
        if self._extra_ca:
            tls.load_verify_locations(cadata=self._extra_ca)
        encrypted = url.scheme == "smtps"
        connect = partial(smtplib.SMTP_SSL, context=tls) if encrypted else smtplib.SMTP
        with connect(url.hostname or "", self._port, timeout=TIMEOUT_S) as server:
            server.ehlo()
            if not encrypted and server.has_extn("starttls"):
                server.starttls(context=tls)
                server.ehlo()
            elif not encrypted and url.username and self._guards_password:
                raise PasswordNeedsTLS
            if url.username:
                server.login(unquote(url.username), unquote(url.password or ""))
            if not to.isascii() and not server.has_extn("smtputf8"):
                raise AddressNotMailable
            server.send_message(message)


def _reply(error: Exception) -> tuple[int, bytes]:
    """Return the code of the mail server's refusal, or 0 without one, and the text if it refuses the recipient."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        [reply] = error.recipients.values()  # there is only one recipient
        return reply
    return max(0, getattr(error, "smtp_code", 0)), b""  # smtplib's code of a reply without one is -1


def _print(to: str, subject: str, text: str) -> None:
    line = "-" * 60
    # In one write: other threads and processes write to the same terminal.
    print(f"{line}\nMail to {to}: {subject}\n\n{text.rstrip()}\n{line}\n", end="", flush=True)
