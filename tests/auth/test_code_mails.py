"""The worker's handling of requests for a code, also with a failing mail server, and with workers that compete."""

import itertools
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from app.auth import sessions
from app.domain.clock import to_london
from app.mail.smtp import Mailer
from app.mirror.mirror import Mirror
from app.services import Services
from app.store.tables import audit_entries, codes, mails
from tests.auth.conftest import HARPER, MirrorRecords, SignInSteps, same_browser
from tests.auth.test_codes import ask
from tests.auth.test_sign_in import try_code
from tests.clock import FakeClock
from tests.log_lines import Lines
from tests.mailed_codes import codes_in
from tests.mails import send_codes

CODES_AN_HOUR = 5
JO = "jo@harper.example"


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_failed_mail_is_tried_every_15_s_with_a_new_code_and_counted_once(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in_steps.postbox.refuses = True
    sign_in_steps.ask(client)
    digests = set()
    for _ in range(8):
        [code] = records.rows(codes)
        digests.add(code.digest)
        clock.advance(15)
        assert sign_in_steps.work() == 0
    assert len(digests) == 8
    sign_in_steps.postbox.refuses = False
    clock.advance(14)
    assert sign_in_steps.work() == 0
    clock.advance(1)
    assert sign_in_steps.work() == 1
    assert len(records.rows(codes)) == 1
    assert try_code(client, sign_in_steps.postbox.codes[-1]) == 201


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_code_is_valid_before_its_mail_leaves(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services
) -> None:
    """The mail server may deliver a mail before it has told the portal that it takes it."""
    during: list[int] = []

    class SlowMailer(Mailer):
        """A mailer that answers after the person has entered the code."""

        def send(self, to: str, subject: str, text: str, *, kind: str) -> None:
            during.append(try_code(same_browser(client), codes_in(text)[0][1]))

    ask(client)
    assert send_codes(services, SlowMailer("console:", "portal@portal.example")) == 1
    assert during == [201]


def test_newer_request_takes_the_place_of_a_waiting_one_of_its_browser(
    app: Flask, client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    other = app.test_client()
    sign_in_steps.postbox.refuses = True
    for browser, email in ((client, HARPER), (other, HARPER), (client, JO)):
        sign_in_steps.ask(browser, email)
        clock.advance(1)
    ask(client)
    sign_in_steps.postbox.refuses = False
    newest = to_london(clock.now())
    clock.advance(15)
    assert sign_in_steps.work() == 3
    assert Counter(str(mail["To"]) for mail in sign_in_steps.postbox.mails) == {HARPER: 2, JO: 1}
    [mail] = [mail for mail in sign_in_steps.postbox.mails if f"{newest:%H:%M:%S}" in mail.get_content()]
    assert try_code(client, codes_in(mail.get_content())[0][1]) == 201
    assert len(records.rows(codes)) == 3, "the code of the replaced request does not count"


def test_failed_mail_is_given_up_after_ten_minutes_and_does_not_count(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in_steps.postbox.refuses = True
    sign_in_steps.ask(client)
    clock.advance(600)
    sign_in_steps.work()
    assert (records.rows(mails), records.rows(codes)) == ([], [])


@pytest.mark.parametrize("email", ["jörg@obrien.example", "jo@müller.example", "gone@obrien.example"])
def test_request_of_an_address_that_cannot_be_mailed_to_ends_at_once(
    client: FlaskClient,
    sign_in_steps: SignInSteps,
    records: MirrorRecords,
    email: str,
    lines: Lines,
) -> None:
    records.put("acme", "CON-1003", email=email)
    sign_in_steps.postbox.refuses, sign_in_steps.postbox.reply = True, "550 5.1.1 no such user"
    sign_in_steps.ask(client, email)
    assert (records.rows(mails), records.rows(codes)) == ([], [])
    assert records.rows(audit_entries)[-1].detail == "address refused"
    logged = str(lines())
    assert logged.count("address_refused") == 1
    assert "mail_fails" not in logged
    assert "example" not in logged


@pytest.mark.parametrize("reply", ["550 5.7.1 relaying denied", "550 no such user", "451 4.1.1 later", "550 5.1.10 no"])
def test_request_is_kept_if_the_refusal_may_concern_all_addresses(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, reply: str
) -> None:
    sign_in_steps.postbox.refuses, sign_in_steps.postbox.reply = True, reply
    sign_in_steps.ask(client)
    assert records.rows(mails)


def test_address_and_code_are_not_logged(
    client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock, lines: Lines
) -> None:
    sign_in_steps.postbox.refuses = True
    sign_in_steps.ask(client)
    clock.advance(15)
    sign_in_steps.work()
    sign_in_steps.postbox.refuses = False
    clock.advance(15)
    sign_in_steps.work()
    code = sign_in_steps.postbox.codes[-1]
    client.post("/api/session", json={"email": HARPER, "code": code})
    cookie = client.get_cookie("portal_session")
    assert cookie
    logged = str(lines())
    assert logged.count("mail_fails") == 1  # once, not at every attempt
    for secret in (HARPER, code, cookie.value):
        assert secret not in logged


def test_reason_for_sending_no_code_is_shown_on_the_console_only(
    client: FlaskClient,
    sign_in_steps: SignInSteps,
    records: MirrorRecords,
    clock: FakeClock,
    capsys: pytest.CaptureFixture[str],
    lines: Lines,
) -> None:
    mailed = sign_in_steps.mailer
    sign_in_steps.mailer = Mailer("console:", "portal@portal.example")
    for _ in range(6):
        sign_in_steps.ask(client)
    sign_in_steps.ask(client, "stranger@nowhere.example")
    ask(client, "late@nowhere.example")
    clock.advance(600)
    sign_in_steps.work()
    first = capsys.readouterr()
    assert [line for line in first.out.splitlines() if line.startswith("No code")] == [
        f"No code for {HARPER}: limit reached.",
        "No code for stranger@nowhere.example: no active contractor.",
        "No code for late@nowhere.example: too late.",
    ]
    sign_in_steps.mailer = mailed
    sign_in_steps.ask(client)
    sign_in_steps.ask(client, "stranger@nowhere.example")
    second = capsys.readouterr()
    assert second.out == ""
    assert "nowhere.example" not in first.err + second.err
    assert HARPER not in first.err + second.err


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_audit_has_the_outcome_of_each_request(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    for email in (HARPER, "stranger@nowhere.example"):
        sign_in_steps.ask(client, email)
    for _ in range(CODES_AN_HOUR):
        sign_in_steps.ask(client)
    ask(client)
    ask(client)
    clock.advance(3_601)
    sign_in_steps.work()
    outcomes = Counter(
        (row.email, row.event, row.detail) for row in records.rows(audit_entries) if row.event != "code requested"
    )
    assert outcomes == {
        (HARPER, "code mailed", None): CODES_AN_HOUR,
        (HARPER, "code not mailed", "limit reached"): 1,
        (HARPER, "code not mailed", "asked again"): 1,
        (HARPER, "code not mailed", "too late"): 1,
        ("stranger@nowhere.example", "code not mailed", "no active contractor"): 1,
    }


@pytest.mark.parametrize("number", [1, 2])
def test_first_fetch_that_ends_during_a_look_up_loses_no_request(
    client: FlaskClient, services: Services, mailer: Mailer, clock: FakeClock, number: int
) -> None:
    """The look-up with this number finds no contractor, and then the fetch ends."""
    records = MirrorRecords(services)
    records.mark_as_read("acme")
    ask(client, "new@harper.example")
    look_ups = itertools.count(1)

    def fetch(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "JOIN contractor_emails" in statement and next(look_ups) == number:
            records.put("bolt", "B-9", email="new@harper.example")
            records.mark_as_read("bolt")

    event.listen(Engine, "after_cursor_execute", fetch)
    try:
        sent = send_codes(services, mailer)
    finally:
        event.remove(Engine, "after_cursor_execute", fetch)
    clock.advance(5)
    assert sent + send_codes(services, mailer) == 1
    assert next(look_ups) > number


def test_four_workers_mail_one_code_for_each_request(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, records: MirrorRecords
) -> None:
    everybody = {f"c{number}@many.example" for number in range(8)}
    for number, email in enumerate(sorted(everybody)):
        records.put("acme", f"MANY-{number}", email=email)
        ask(client, email)
    start = threading.Barrier(4)

    def work(_: int) -> int:
        start.wait()
        return sign_in_steps.work()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(work, range(4))) == 8
    assert sorted(str(mail["To"]) for mail in sign_in_steps.postbox.mails) == sorted(everybody)


def test_request_that_ends_during_the_look_up_gets_no_code(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person ends all sessions, because a thief has asked for a code."""
    look_up = Mirror.contractors_by_email

    def end_sessions(mirror: Mirror, email: str) -> Any:
        sessions.end_sessions(sign_in_steps.services, email, None)
        return look_up(mirror, email)

    monkeypatch.setattr(Mirror, "contractors_by_email", end_sessions)
    ask(client)
    assert sign_in_steps.work() == 0
    assert (records.rows(mails), records.rows(codes)) == ([], [])
