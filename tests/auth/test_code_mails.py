"""The worker's handling of requests for a code, also with a failing mail server, and with workers that compete."""

import itertools
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event
from structlog.testing import capture_logs

from app.auth import codes as sign_in_codes
from app.auth import sessions
from app.domain.clock import to_london
from app.mail.smtp import Mailer
from app.mirror.mirror import Mirror
from app.services import Services
from app.store.tables import audit_entries, codes, mails
from app.store.worker_tasks import TaskStore
from tests.auth.conftest import AGENCIES, HARPER, MakeApp, MirrorRecords, SignInSteps, same_browser
from tests.auth.test_codes import ask
from tests.auth.test_sign_in import try_code
from tests.clock import FakeClock
from tests.mailed_codes import codes_in
from tests.mails import send_codes, sender_of

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
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    records.put("acme", "CON-1003", email=email)
    sign_in_steps.postbox.refuses, sign_in_steps.postbox.reply = True, "550 5.1.1 no such user"
    sign_in_steps.ask(client, email)
    assert (records.rows(mails), records.rows(codes)) == ([], [])
    assert records.rows(audit_entries)[-1].detail == "address refused"
    assert caplog.text.count("address_refused") == 1
    assert "mail_fails" not in caplog.text
    assert "example" not in caplog.text


@pytest.mark.parametrize("reply", ["550 5.7.1 relaying denied", "550 no such user", "451 4.1.1 later", "550 5.1.10 no"])
def test_request_is_kept_if_the_refusal_may_concern_all_addresses(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, reply: str
) -> None:
    sign_in_steps.postbox.refuses, sign_in_steps.postbox.reply = True, reply
    sign_in_steps.ask(client)
    assert records.rows(mails)


def test_mail_server_that_refuses_four_addresses_in_a_row_is_at_fault(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    """Otherwise, nobody would notice a wrong server that knows none of the contractors."""
    people = [f"c{number}@many.example" for number in range(5)]
    for number, email in enumerate(people):
        records.put("acme", f"MANY-{number}", email=email)
    sign_in_steps.postbox.refuses, sign_in_steps.postbox.reply = True, "550 5.1.1 no such user"
    for email in [people[0], people[0], *people]:
        sign_in_steps.ask(client, email)
    assert [row.email for row in records.rows(mails)] == people[3:]


def test_address_and_code_are_not_logged(
    client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
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
    assert caplog.text.count("mail_fails") == 1  # once, not at every attempt
    for secret in (HARPER, code, cookie.value):
        assert secret not in caplog.text


def test_reason_for_sending_no_code_is_shown_on_the_console_only(
    client: FlaskClient,
    sign_in_steps: SignInSteps,
    records: MirrorRecords,
    clock: FakeClock,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    mailed = sign_in_steps.mailer
    sign_in_steps.mailer = Mailer("console:", "portal@portal.example")
    for _ in range(6):
        sign_in_steps.ask(client)
    sign_in_steps.ask(client, "stranger@nowhere.example")
    ask(client, "late@nowhere.example")
    clock.advance(600)
    sign_in_steps.work()
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("No code")] == [
        f"No code for {HARPER}: limit reached.",
        "No code for stranger@nowhere.example: no active contractor.",
        "No code for late@nowhere.example: too late.",
    ]
    sign_in_steps.mailer = mailed
    sign_in_steps.ask(client)
    sign_in_steps.ask(client, "stranger@nowhere.example")
    assert capsys.readouterr().out == ""
    assert "nowhere.example" not in caplog.text
    assert HARPER not in caplog.text


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


def test_console_explains_once_that_contractors_are_not_fetched_yet(
    client: FlaskClient, services: Services, clock: FakeClock, capsys: pytest.CaptureFixture[str]
) -> None:
    records = MirrorRecords(services)
    records.mark_as_read("acme")
    console = Mailer("console:", "portal@portal.example")
    ask(client)
    for _ in range(6):
        send_codes(services, console)
        clock.advance(1)
    waits = "the contractors of bolt were not read yet; if that lasts, `agentos check` finds the cause"
    assert capsys.readouterr().out == f"No code for {HARPER}: {waits}.\n"
    records.put("bolt", "B-7", company_name="Harper Plumbing")
    records.mark_as_read("bolt")
    assert send_codes(services, console) == 1
    assert "No code" not in capsys.readouterr().out


@pytest.fixture
def stale_worker(make_app: MakeApp, services: Services, tmp_path: Path) -> Services:
    """Return the parts of a worker that was not reloaded after Bolt was added. Another worker was."""
    TaskStore(services.database, services.config.agencies).make_all_due()
    former = tmp_path / "former.toml"
    former.write_text(AGENCIES.partition("[agencies.bolt]")[0])
    parts: Services = make_app(AGENCIES_FILE=str(former)).extensions["services"]
    return parts


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_worker_without_a_new_agency_leaves_its_requests_to_another_worker(
    client: FlaskClient,
    sign_in_steps: SignInSteps,
    records: MirrorRecords,
    stale_worker: Services,
    clock: FakeClock,
) -> None:
    records.put("bolt", "B-8", email="new@bolt.example")
    ask(client, "new@bolt.example")
    assert send_codes(stale_worker, sign_in_steps.mailer) == 0
    clock.advance(1)
    assert sign_in_steps.work() == 1


@pytest.mark.parametrize(("hours", "seconds"), [(0, 30), (1.1, 0)])
def test_unknown_address_after_removal_of_an_agency_is_soon_dropped(
    client: FlaskClient,
    sign_in_steps: SignInSteps,
    records: MirrorRecords,
    stale_worker: Services,
    clock: FakeClock,
    hours: float,
    seconds: int,
) -> None:
    """No worker runs the tasks of Bolt, but their rows stay for a week."""
    clock.advance(hours * 3_600)
    ask(client, "stranger@nowhere.example")
    for _ in range(seconds):
        send_codes(stale_worker, sign_in_steps.mailer)
        assert records.rows(mails)
        clock.advance(1)
    clock.advance(3)
    send_codes(stale_worker, sign_in_steps.mailer)
    assert not records.rows(mails)
    assert records.rows(audit_entries)[-1].detail == "no active contractor"


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
    clock.advance(1)
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


NETWORKS = 10


def test_1000_requests_of_strangers_delay_nobody_else(
    app: Flask, client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    """A stranger asks for codes for known addresses, for each of them from all networks, without keeping cookies."""
    sign_in_steps.sign_in(client)
    stranger = app.test_client(use_cookies=False)
    for number in range(100):
        email = f"c{number}@many.example"
        records.put("acme", f"MANY-{number}", email=email)
        for network in range(NETWORKS):
            address = {"REMOTE_ADDR": f"203.0.113.{network}"}
            assert stranger.post("/api/session/code", json={"email": email}, environ_base=address).status_code == 204
    clock.advance(1)
    sender = sender_of(sign_in_steps.services, sign_in_steps.mailer, sign_in_codes)
    assert sender.send_next(), "a mail to a stranger is on its way"
    ask(client)
    ask(app.test_client(), JO)
    for _ in range(2 + NETWORKS):
        clock.advance(1)
        assert sender.send_next()
    mailed = [str(mail["To"]) for mail in sign_in_steps.postbox.mails][2:]
    assert mailed[0] == HARPER, "a known device waits for the mail that is being sent"
    assert JO in mailed, "a new device waits for a mail of each network"


def test_request_with_a_fault_delays_no_other(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up = Mirror.contractors_by_email

    def fail_for_jo(mirror: Mirror, email: str) -> Any:
        if email == JO:
            raise ValueError(email)
        return look_up(mirror, email)

    monkeypatch.setattr(Mirror, "contractors_by_email", fail_for_jo)
    ask(client, JO)
    ask(client)
    with capture_logs() as lines:
        assert sign_in_steps.work() == 1
    assert [line["event"] for line in lines if line["log_level"] == "error"] == ["mail_failed"]
    assert [row.email for row in records.rows(mails)] == [JO]


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


def test_mail_names_the_time_of_its_request(client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock) -> None:
    ask(client)
    asked_at = to_london(clock.now())
    clock.advance(timedelta(minutes=1).total_seconds())
    sign_in_steps.work()
    [mail] = sign_in_steps.postbox.mails
    assert f"the request of {asked_at:%H:%M:%S}" in mail.get_content()
