"""Sending mail over SMTP or to the console."""

import base64
import contextlib
import socket
import ssl

import pytest
from structlog.testing import capture_logs

from app.mail.smtp import Mailer, MailNotSent
from app.worker.tasks import mailer_for
from tests.auth.conftest import PRODUCTION, MakeApp
from tests.auth.mail_server import MailServer


def test_mailer_sends_a_mail(postbox: MailServer) -> None:
    Mailer(postbox.url, "Portal <portal@portal.example>").send("a@b.example", "Hello", "Text\n", kind="code")
    [mail] = postbox.mails
    assert (mail["From"], mail["To"], mail["Subject"]) == ("Portal <portal@portal.example>", "a@b.example", "Hello")
    assert mail.get_content().strip() == "Text"
    assert mail["Message-ID"].endswith("@portal.example>")
    assert mail["Date"]


def test_mailer_decodes_name_and_password_in_its_url(postbox: MailServer) -> None:
    url = postbox.url.replace("//", "//jo%40b.example:p%3Aw%2F@")
    Mailer(url, "portal@portal.example").send("a@b.example", "Hello", "Text", kind="code")
    assert base64.b64decode(postbox.logins[0]) == b"\0jo@b.example\0p:w/"


def test_mailer_in_production_sends_no_password_without_tls(make_app: MakeApp, postbox: MailServer) -> None:
    """The mail server offers no STARTTLS. An attacker between them would not offer it either."""
    app = make_app(**{**PRODUCTION, "SMTP_URL": postbox.url.replace("//", "//jo:p@")})
    mailer = mailer_for(app.extensions["services"].config)
    with capture_logs() as lines, pytest.raises(MailNotSent, match="PasswordNeedsTLS"):
        mailer.send("a@b.example", "Hello", "Text", kind="code")
    assert not postbox.logins
    assert not postbox.mails
    assert lines == [{"log_level": "warning", "event": "mail_fails", "error": "PasswordNeedsTLS", "kind": "code"}]


def test_mailer_in_production_without_password_needs_no_tls(postbox: MailServer) -> None:
    Mailer(postbox.url, "portal@portal.example", guards_password=True).send("a@b.example", "Hello", "Text", kind="code")
    assert len(postbox.mails) == 1


def test_refused_mail_raises_error_without_the_address(postbox: MailServer) -> None:
    postbox.refuses = True
    with pytest.raises(MailNotSent) as failure:
        Mailer(postbox.url, "portal@portal.example").send("a@b.example", "Hello", "code 123456", kind="code")
    assert str(failure.value) == "SMTPRecipientsRefused"
    assert failure.value.__suppress_context__


def test_mail_server_with_a_certificate_of_an_extra_authority_is_trusted(
    make_app: MakeApp, tls: ssl.SSLContext, authority: str
) -> None:
    with contextlib.closing(MailServer(tls)) as postbox:
        config = make_app(SMTP_URL=postbox.url, EXTRA_CA=authority).extensions["services"].config
        mailer_for(config).send("a@b.example", "Hello", "Text", kind="code")
        assert len(postbox.mails) == 1
        with pytest.raises(MailNotSent, match="SSLCertVerificationError"):
            Mailer(postbox.url, "portal@portal.example").send("a@b.example", "Hello", "Text", kind="code")


def test_mail_without_a_server_fails() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(MailNotSent, match="ConnectionRefusedError"):
        Mailer(f"smtp://127.0.0.1:{port}", "portal@portal.example").send("a@b.example", "Hello", "Text", kind="code")


@pytest.mark.parametrize("to", ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "", "é\n@x"])
def test_mailer_refuses_malformed_recipients(postbox: MailServer, to: str) -> None:
    with pytest.raises(MailNotSent):
        Mailer(postbox.url, "portal@portal.example").send(to, "Hello", "Text", kind="code")
    assert not postbox.mails


def test_mailer_to_console_prints_address_and_text(capsys: pytest.CaptureFixture[str]) -> None:
    Mailer("console:", "portal@portal.example").send("a@b.example", "Hello", "The code is 123456", kind="code")
    shown = capsys.readouterr().out
    assert "a@b.example" in shown
    assert "123456" in shown
