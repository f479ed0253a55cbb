"""`flask --app wsgi mail check`, which sends a test e-mail."""

import base64
import socket
from dataclasses import replace

import pytest
from click.testing import Result

from app import create_app
from tests.auth.mail_server import MailServer
from tests.portal_server import PortalServer

ADDRESS = "you@agency.example"
PASSWORD = "secret-word"


def check(portal_server: PortalServer, smtp_url: str, to: str = ADDRESS) -> Result:
    """Run the command without a database."""
    away = "postgresql://portal@127.0.0.1:1/portal"
    app = create_app(replace(portal_server.config, smtp_url=smtp_url, database_url=away))
    return app.test_cli_runner().invoke(args=["mail", "check", "--to", to])


def test_mail_check_sends_an_e_mail_and_says_so(portal_server: PortalServer, postbox: MailServer) -> None:
    ended = check(portal_server, postbox.url)
    place = postbox.url.removeprefix("smtp://")
    assert (ended.exit_code, ended.output) == (
        0,
        f"The mail server {place} has taken the e-mail. Look whether it has arrived at {ADDRESS}.\n",
    )
    [mail] = postbox.mails
    assert (mail["To"], mail["From"]) == (ADDRESS, portal_server.config.mail_from)
    assert "There is nothing to do." in mail.get_content()


def test_mail_check_names_the_kind_and_the_reply_of_a_refusal(portal_server: PortalServer, postbox: MailServer) -> None:
    postbox.refuses = True
    ended = check(portal_server, postbox.url)
    place = postbox.url.removeprefix("smtp://")
    assert (ended.exit_code, ended.output) == (
        1,
        f"Error: The mail server {place} has not taken the e-mail: SMTPRecipientsRefused, reply 451.\n",
    )


def test_mail_check_with_a_wrong_password_shows_neither_name_nor_password(
    portal_server: PortalServer, postbox: MailServer
) -> None:
    postbox.refuses_login = True
    ended = check(portal_server, postbox.url.replace("//", f"//jo:{PASSWORD}@"))
    assert base64.b64decode(postbox.logins[0]).decode() == f"\0jo\0{PASSWORD}"
    place = postbox.url.removeprefix("smtp://")
    assert (ended.exit_code, ended.output) == (
        1,
        f"Error: The mail server {place} has not taken the e-mail: SMTPAuthenticationError, reply 535.\n",
    )
    assert not postbox.mails


def test_mail_check_without_a_server_names_the_host_and_the_port(portal_server: PortalServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    ended = check(portal_server, f"smtp://jo:{PASSWORD}@127.0.0.1:{port}")
    assert (ended.exit_code, ended.output) == (
        1,
        f"Error: The mail server 127.0.0.1:{port} has not taken the e-mail: ConnectionRefusedError.\n",
    )


def test_mail_check_on_a_console_says_that_no_server_was_tried(portal_server: PortalServer) -> None:
    ended = check(portal_server, "console:")
    assert ended.exit_code == 0
    *printed, sentence = ended.output.splitlines()
    assert f"Mail to {ADDRESS}: Test e-mail from the Contractor Portal" in printed
    assert sentence == "SMTP_URL is console:, so the e-mail is printed above, and no mail server was tried."


@pytest.mark.parametrize("to", ["you", "", "you@agency.example\r\nBcc: c@d.example", "a@b.example, c@d.example"])
def test_mail_check_refuses_malformed_addresses(portal_server: PortalServer, postbox: MailServer, to: str) -> None:
    ended = check(portal_server, postbox.url, to)
    assert ended.exit_code == 2
    assert ended.stderr.splitlines()[-1] == (
        "Error: Invalid value for --to: Must be an e-mail address, such as office@harper.example."
    )
    assert not postbox.mails
