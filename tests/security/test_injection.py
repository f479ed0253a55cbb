"""Hostile texts stay plain text: they cannot add a header, a log line or a recipient of a mail."""

import io
import re
import sys
from contextlib import suppress
from typing import Any

import pytest

from app.mail.smtp import Mailer, MailNotSent
from app.observability.logging import configure
from app.store.tables import mails
from tests.auth.mail_server import MailServer
from tests.contract.api_calls import API, COMPLETE, NOTE, error_sentence, open_job
from tests.portal_server import PortalServer

HOSTILE = {
    "line": "\n",
    "carriage return": "\r",
    "both": "\r\n",
    "NUL": "\x00",
    "colours": "\x1b[31m",
    "terminal title": "\x1b]0;owned\x07",
    "one-byte escape": "\x9b31m",
    "backspace": "\x08",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "next line": "\x85",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "right to left": "\u202e",
    "isolate": "\u2066",
    "zero width": "\u200b",
    "byte order": "\ufeff",
}


class CapturedLog:
    """The text on standard error since the start of logging."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._stream = io.StringIO()

    def start(self, level: str = "DEBUG", *, readable: bool = True) -> None:
        self._monkeypatch.setattr(sys, "stderr", self._stream)
        configure(level, readable=readable)

    @property
    def text(self) -> str:
        return self._stream.getvalue()


@pytest.fixture
def captured_log(monkeypatch: pytest.MonkeyPatch) -> CapturedLog:
    return CapturedLog(monkeypatch)


EMAILS = (
    *(f"a{hostile}b@c.example" for hostile in HOSTILE.values()),
    *(f'"a{hostile}b"@c.example' for hostile in HOSTILE.values()),
    *(f"a@b{hostile}c.example" for hostile in HOSTILE.values()),
    "a@b.example\r\nBcc: evil@x.example",
    "a@b.example,evil@x.example",
    "a@b.example;evil@x.example",
    "a@b.example evil@x.example",
    "a@b.example, Evil <evil@x.example>",
    "evil@x.example <a@b.example>",
    "<a@b.example>",
    "a@b.example(evil@x.example)",
    '"a@b.example,evil"@x.example',
    '"a\\\r\nBcc: evil@x.example"@x.example',
    "a@b@x.example",
    "=?utf-8?q?=0ABcc:evil=40x.example?=@",
)


@pytest.mark.parametrize("route", ["/api/session/code", "/api/session"])
def test_hostile_email_reaches_no_header_log_or_recipient(
    portal_server: PortalServer, captured_log: CapturedLog, route: str
) -> None:
    captured_log.start()
    client = portal_server.app.test_client()
    for email in EMAILS:
        answer = client.post(route, json={"email": email, **({} if route.endswith("code") else {"code": "123456"})})
        assert error_sentence(answer, 400) == "email: must be an e-mail address, such as office@harper.example.", repr(
            email
        )
        assert "evil" not in str(answer.headers)
    with portal_server.services.database.read() as connection:
        assert not connection.execute(mails.select()).all()
    assert "b.example" not in captured_log.text
    assert "c.example" not in captured_log.text


def test_mailer_refuses_hostile_addresses_and_subjects(postbox: MailServer) -> None:
    """Even if an earlier check were missing, a mail has one recipient and no further headers."""
    mailer = Mailer(postbox.url, "portal@portal.example")
    for email in EMAILS:
        with suppress(MailNotSent):
            mailer.send(email, "Hello", "Text", kind="code")
        with pytest.raises(MailNotSent, match="ValueError"):
            mailer.send("a@b.example", f"Hello\r\nBcc: {email}", "Text", kind="code")
    plain = {"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version"}
    for mail in postbox.mails:
        assert set(mail.keys()) == plain | {"Content-Type", "Content-Transfer-Encoding"}
        assert len(mail["To"].addresses) == 1
        assert mail["To"].addresses[0].domain != "x.example" or mail["To"].addresses[0].username.endswith("evil")


def test_hostile_request_id_is_replaced(portal_server: PortalServer, captured_log: CapturedLog) -> None:
    client = portal_server.sign_in()
    job_id = open_job(client)
    captured_log.start()
    for hostile in HOSTILE.values():
        for request_id in (f"{hostile}our-marker", f"our-m{hostile}arker", f"our-marker{hostile}Set-Cookie: evil=1"):
            # As a server might pass it on. The test client itself would not send it.
            hop: Any = {"HTTP_X_REQUEST_ID": request_id.encode().decode("latin-1")}
            answer = client.get(f"{API}/agency", environ_overrides=hop)
            assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["X-Request-ID"])
            assert "evil" not in str(answer.headers)
        portal_server.simulator.control("DELETE", "calls")
        made = NOTE.send(client, job_id, environ_overrides=hop, headers={"X-Allow-Duplicate": "true"})
        assert {call["request_id"] for call in portal_server.simulator.calls()} == {made.headers["X-Request-ID"]}
        portal_server.advance_clock(10)  # a contractor alone may not make all the calls of a minute
    assert "arker" not in captured_log.text


def test_hostile_note_stays_text_everywhere(portal_server: PortalServer, captured_log: CapturedLog) -> None:
    """Control characters are refused.

    Other unusual text reaches AgentOS unchanged, and no log or header contains it.
    """
    client = portal_server.sign_in()
    job_id = open_job(client)
    captured_log.start()
    taken = []
    for hostile in HOSTILE.values():
        note = f"before{hostile}X-Forged: yes{hostile}after"
        answer = NOTE.send(client, job_id, json={"note": note})
        assert "X-Forged" not in answer.headers
        assert "X-Forged" not in str(answer.headers)
        if answer.status_code == 201:
            assert answer.json["note"] == note  # type: ignore[index]
            taken.append(note)
        else:
            assert error_sentence(answer, 400) == "note: must not contain control characters other than line breaks."
    assert [note for note in taken if any(sign in note for sign in "\x00\x1b\x07\x08\x0b\x0c\x85\x9b")] == []
    assert len(taken) == 9
    notes = portal_server.simulator.state()["jobs"][job_id]["MaintenanceNotes"]
    assert [each["NoteContents"] for each in notes if "X-Forged" in each["NoteContents"]] == taken
    assert COMPLETE.send(client, job_id).status_code == 200
    assert "X-Forged" not in captured_log.text


def test_path_and_query_are_not_logged(portal_server: PortalServer, captured_log: CapturedLog) -> None:
    client = portal_server.sign_in()
    captured_log.start()
    for path in ("/%0AX-Forged:", f"{API}/jobs/%0AX-Forged", f"{API}/jobs?q=X-Forged%0A", f"{API}/jobs?X-Forged%0A=1"):
        answer = client.get(path)
        assert "X-Forged" not in str(answer.headers)
    assert "X-Forged" not in captured_log.text
