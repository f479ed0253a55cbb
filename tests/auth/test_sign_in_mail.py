"""Mailing of codes in the worker, with a failing mail server and with workers that die or compete."""

import smtplib
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, update
from structlog.testing import capture_logs

from app.auth.cleanup import delete_expired
from app.auth.sign_in_mail import next_request_s, send_codes
from app.domain.clock import to_london
from app.mail import Mailer
from app.services import Services
from app.store import tables
from app.store.tables import audit_entries, code_requests, codes
from app.store.worker_tasks import TaskStore
from tests.auth.conftest import AGENCIES, HARPER, MakeApp, MirrorRecords, SignInSteps, same_browser
from tests.auth.test_codes import ask
from tests.auth.test_sign_in import try_code
from tests.clock import FakeClock

CODES_AN_HOUR = 5


def test_failed_mail_is_retried_after_15_s_and_counted_once(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in_steps.postbox.refuses = True
    sign_in_steps.ask(client)
    for _ in range(8):
        clock.advance(15)
        assert sign_in_steps.work() == 0
    sign_in_steps.postbox.refuses = False
    clock.advance(14)
    assert sign_in_steps.work() == 0
    clock.advance(1)
    assert sign_in_steps.work() == 1
    assert len(records.rows(codes)) == 1


def test_failed_mail_keeps_the_previous_code_valid(
    client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    code = sign_in_steps.code(client)
    clock.advance(10)
    sign_in_steps.postbox.refuses = True
    sign_in_steps.ask(client)
    assert client.post("/api/session", json={"email": HARPER, "code": code}).status_code == 201


@pytest.fixture
def other_browser(app: Flask) -> FlaskClient:
    """Return another browser."""
    return app.test_client()


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_old_request_is_not_retried_after_a_newer_one_is_mailed(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in_steps.postbox.refuses = True
    sign_in_steps.ask(client)
    clock.advance(32)
    sign_in_steps.postbox.refuses = False
    code = sign_in_steps.code(client)
    clock.advance(15)
    assert sign_in_steps.work() == 0
    assert not records.rows(code_requests)
    assert sign_in_steps.postbox.codes == [code]
    assert try_code(client, code) == 201


def test_old_request_is_not_retried_while_the_newer_one_waits(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in_steps.postbox.refuses = True
    sign_in_steps.ask(client)
    clock.advance(10)
    sign_in_steps.ask(client)
    sign_in_steps.postbox.refuses = False
    clock.advance(5)
    assert sign_in_steps.work() == 0, "the old one is due"
    assert len(records.rows(code_requests)) == 1
    clock.advance(10)
    assert sign_in_steps.work() == 1, "the newer one is due"
    assert try_code(client, sign_in_steps.postbox.codes[-1]) == 201


def test_of_requests_that_are_due_at_once_the_newest_is_mailed(
    client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    for _ in range(3):
        ask(client)
        clock.advance(1)
    assert sign_in_steps.work() == 1
    [mail] = sign_in_steps.postbox.mails
    newest = to_london(clock.now() - timedelta(seconds=1))
    assert f"the request of {newest:%H:%M:%S}" in mail.get_content()


def test_newer_request_takes_the_turn_of_the_older_one(
    client: FlaskClient, other_browser: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    """Otherwise, a person who asks again and again would always go to the end of the queue."""
    for browser, email in ((client, HARPER), (other_browser, "jo@harper.example"), (client, HARPER)):
        ask(browser, email)
        clock.advance(1)
    assert sign_in_steps.work() == 2
    assert [str(mail["To"]) for mail in sign_in_steps.postbox.mails] == [HARPER, "jo@harper.example"]


def test_newer_request_replaces_none_of_other_browsers_or_addresses(
    client: FlaskClient, other_browser: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    sign_in_steps.postbox.refuses = True
    for browser, email in ((client, HARPER), (other_browser, HARPER), (client, "jo@harper.example")):
        sign_in_steps.ask(browser, email)
        clock.advance(1)
    sign_in_steps.postbox.refuses = False
    clock.advance(15)
    assert sign_in_steps.work() == 3
    recipients = [str(mail["To"]) for mail in sign_in_steps.postbox.mails]
    assert recipients == [HARPER, HARPER, "jo@harper.example"]
    assert try_code(client, sign_in_steps.postbox.codes[0]) == 201
    assert try_code(other_browser, sign_in_steps.postbox.codes[1]) == 201


class BusyMailer(Mailer):
    """A mailer that takes a second for each mail. During the first one, something else happens."""

    def __init__(self, url: str, clock: FakeClock, meanwhile: Callable[[], object]) -> None:
        super().__init__(url, "portal@portal.example")
        self._clock = clock
        self._meanwhile = iter((meanwhile,))

    def send(self, to: str, subject: str, text: str, *, kind: str) -> None:
        """Send a mail at the end of the second."""
        self._clock.advance(1)
        next(self._meanwhile, list)()
        super().send(to, subject, text, kind=kind)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_code_is_valid_until_the_newer_one_is_mailed(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, clock: FakeClock
) -> None:
    older = sign_in_steps.code(client)
    clock.advance(1)
    ask(client)
    during: list[int] = []
    mailer = BusyMailer(sign_in_steps.postbox.url, clock, lambda: during.append(try_code(same_browser(client), older)))
    assert send_codes(services, mailer) == 1
    assert during == [201]
    assert try_code(client, sign_in_steps.postbox.codes[-1]) == 201


def test_code_of_the_newest_request_is_valid_whatever_mail_is_sent_last(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, clock: FakeClock
) -> None:
    """While a slow server takes the mail of an old request, another worker mails the code of a newer one."""
    ask(client)
    assert send_codes(services, BusyMailer(sign_in_steps.postbox.url, clock, lambda: sign_in_steps.ask(client))) == 1
    newer, older = sign_in_steps.postbox.codes
    assert [try_code(client, code) for code in (older, newer)] == [401, 201]


def test_failed_mail_is_given_up_after_ten_minutes(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in_steps.postbox.refuses = True
    sign_in_steps.ask(client)
    clock.advance(600)
    sign_in_steps.work()
    assert not records.rows(code_requests)


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
    assert not records.rows(code_requests)
    assert not records.rows(codes)
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
    assert records.rows(code_requests)


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
    assert [row.email for row in records.rows(code_requests)] == people[3:]


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
    logged = caplog.text
    assert logged.count("mail_fails") == 1  # once, not at every attempt
    for secret in (HARPER, code, cookie.value):
        assert secret not in logged


def test_request_claimed_by_another_worker_is_skipped(
    client: FlaskClient, sign_in_steps: SignInSteps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another worker runs completely while this one connects to the mail server."""
    ask(client)
    inner: list[int] = []
    original = smtplib.SMTP.ehlo

    def meanwhile(self: smtplib.SMTP, name: str = "") -> tuple[int, bytes]:
        if not inner:
            inner.append(-1)
            inner[0] = sign_in_steps.work()
        return original(self, name)

    monkeypatch.setattr(smtplib.SMTP, "ehlo", meanwhile)
    assert sign_in_steps.work() == 1
    assert inner == [0]
    assert len(sign_in_steps.postbox.mails) == 1


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
    records.put("acme", "CON-1003", email="jörg@obrien.example")
    sign_in_steps.ask(client, "jörg@obrien.example")
    ask(client, "late@nowhere.example")
    clock.advance(600)
    sign_in_steps.work()
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("No code")] == [
        f"No code for {HARPER}: it had its 5 of this hour or its 10 of this day, or all its devices or networks had "
        "theirs. The last one is good for 10 minutes if it was not used. To go on, sign in as somebody else, or end "
        "the portal and remove instance/.",
        "No code for stranger@nowhere.example: no agency knows it as that of an active contractor.",
        "No code for jörg@obrien.example: the portal cannot send e-mails to such an address.",
        "No code for late@nowhere.example: it could not be found or mailed within 10 minutes.",
    ]
    sign_in_steps.mailer = mailed
    sign_in_steps.ask(client)
    sign_in_steps.ask(client, "stranger@nowhere.example")
    assert capsys.readouterr().out == ""
    assert "nowhere.example" not in caplog.text
    assert HARPER not in caplog.text


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_audit_has_the_outcome_of_each_request(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, records: MirrorRecords, clock: FakeClock
) -> None:
    for email in (HARPER, "stranger@nowhere.example"):
        sign_in_steps.ask(client, email)
    for _ in range(CODES_AN_HOUR):
        sign_in_steps.ask(client)
    ask(client)
    ask(client)
    clock.advance(3_601)
    delete_expired(services)  # after a time without a worker, its tasks run in any order
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
    for _ in range(3):
        send_codes(services, console)
        clock.advance(1)
    waits = "the contractors of bolt were not read yet; if that lasts, `agentos check` finds the cause"
    assert capsys.readouterr().out == f"No code for {HARPER} yet: {waits}.\n"
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
        assert records.rows(code_requests)
        clock.advance(1)
    send_codes(stale_worker, sign_in_steps.mailer)
    assert not records.rows(code_requests)
    assert records.rows(audit_entries)[-1].detail == "no active contractor"


def test_first_fetch_that_ends_during_the_look_up_loses_no_request(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, records: MirrorRecords
) -> None:
    """The first look-up finds no contractor, and then the fetch ends, before the worker asks if all were fetched."""
    ask(client, "new@harper.example")
    fetches = iter(("one",))

    def fetch(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "contractor_emails" in statement and next(fetches, None):
            records.put("acme", "CON-1003", email="new@harper.example")

    event.listen(Engine, "after_cursor_execute", fetch)
    try:
        assert sign_in_steps.work() == 1
    finally:
        event.remove(Engine, "after_cursor_execute", fetch)


def test_request_with_a_fault_delays_no_other(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, records: MirrorRecords, clock: FakeClock
) -> None:
    records.put("acme", "CON-1003", email="new@harper.example")
    with services.database.write() as connection:
        faulty = tables.records.c.record_id == "CON-1003"
        connection.execute(update(tables.records).where(faulty).values(body=b"{"))
    ask(client, "new@harper.example")
    ask(client)
    assert sign_in_steps.work() == 1
    clock.advance(5)
    with capture_logs() as lines:
        assert sign_in_steps.work() == 0
    assert lines == [], "the faulty request waits"


class KilledWhileMailing(Mailer):
    """A mailer whose process ends while it sends a mail."""

    def send(self, to: str, subject: str, text: str, *, kind: str) -> None:
        raise SystemExit


def test_request_claimed_by_killed_worker_is_mailed_and_counted_once(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, records: MirrorRecords, clock: FakeClock
) -> None:
    for _ in range(4):
        sign_in_steps.ask(client)
        clock.advance(1)
    ask(client)
    with pytest.raises(SystemExit):
        send_codes(services, KilledWhileMailing("console:", "portal@portal.example"))
    assert sign_in_steps.work() == 0
    clock.advance(120)
    assert sign_in_steps.work() == 1
    assert len(records.rows(codes)) == 5


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
        mailed = sign_in_steps.work()
        while next_request_s(services) <= 0.0:
            mailed += sign_in_steps.work()
        return mailed

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(work, range(4))) == 8
    assert sorted(str(mail["To"]) for mail in sign_in_steps.postbox.mails) == sorted(everybody)


NETWORKS = 10


def flood(app: Flask, records: MirrorRecords, clock: FakeClock, addresses: int) -> None:
    """Let a stranger ask for codes for known addresses, for each of them from all networks, without keeping cookies."""
    stranger = app.test_client(use_cookies=False)
    for number in range(addresses):
        email = f"c{number}@many.example"
        records.put("acme", f"MANY-{number}", email=email)
        for network in range(NETWORKS):
            address = {"REMOTE_ADDR": f"203.0.113.{network}"}
            assert stranger.post("/api/session/code", json={"email": email}, environ_base=address).status_code == 204
    clock.advance(1)


def test_1000_requests_of_strangers_delay_nobody_else(
    app: Flask, client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in_steps.sign_in(client)
    sign_in_steps.postbox.mails.clear()
    flood(app, records, clock, addresses=100)
    ask(client)
    ask(app.test_client(), "jo@harper.example")
    clock.advance(1)
    while sign_in_steps.work():
        mailed = [str(mail["To"]) for mail in sign_in_steps.postbox.mails]
        if len(mailed) > 1 + NETWORKS:
            break
    assert mailed[0] == HARPER, "a known device waits for nobody"
    assert mailed.index("jo@harper.example") <= 1 + NETWORKS, "a new device waits for a mail of each network"


def test_many_devices_of_a_person_have_one_turn(
    app: Flask, client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    records.put("acme", "CON-2", "jo@harper.example")
    devices = [app.test_client() for _ in range(4)]
    for device in devices:
        sign_in_steps.sign_in(device, "jo@harper.example")
    sign_in_steps.sign_in(client)
    sign_in_steps.postbox.mails.clear()
    for device in devices:
        for _ in range(2):
            ask(device, "jo@harper.example")
    clock.advance(1)
    ask(client)
    clock.advance(1)
    sign_in_steps.work()
    assert HARPER in [str(mail["To"]) for mail in sign_in_steps.postbox.mails][:2]


def test_known_device_waits_only_for_the_mails_that_are_being_sent(
    app: Flask,
    client: FlaskClient,
    sign_in_steps: SignInSteps,
    services: Services,
    records: MirrorRecords,
    clock: FakeClock,
) -> None:
    sign_in_steps.sign_in(client)
    flood(app, records, clock, addresses=3)
    mailed: list[str] = []

    class SlowMailer(Mailer):
        """A mailer that takes a second for each mail. During the first one, the known device asks."""

        def send(self, to: str, subject: str, text: str, *, kind: str) -> None:
            mailed.append(to)
            clock.advance(1)
            if len(mailed) == 1:
                ask(client)

    while HARPER not in mailed:
        send_codes(services, SlowMailer("console:", "portal@portal.example"))
        assert len(mailed) < 12
    assert mailed.index(HARPER) <= 5
