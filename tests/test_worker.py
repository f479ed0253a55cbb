"""The worker: a fixed number of threads runs all tasks, failures do not affect other tasks, and it stops cleanly."""

import re
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select

from app.domain.clock import Clock, to_text
from app.mirror.kinds import Kind
from app.store.migrations import NOT_READY
from app.store.tables import (
    audit_entries,
    collections,
    handovers,
    heartbeats,
    known_devices,
    passkey_challenges,
    records,
    worker_tasks,
)
from app.worker import tasks
from tests.end_to_end.processes import wait_until
from tests.log_lines import Lines
from tests.mailed_codes import codes_in
from tests.mirror.virtual_worker import VirtualWorker
from tests.portal_server import PortalServer

EMAIL = "office@harper.example"


@pytest.fixture
def portal_never_read(build: Callable[..., PortalServer]) -> PortalServer:
    """Return a portal with the system clock, an empty mirror and no heartbeat of a worker."""
    portal_server = build()
    with portal_server.services.database.write() as connection:
        connection.execute(delete(heartbeats))  # it has the time of the fixed clock
    return PortalServer(portal_server.config, portal_server.simulator, Clock())


def run_worker_until(portal_server: PortalServer, what: str, look: Callable[[], object]) -> None:
    """Run the worker until `look` returns a true value. Assert that no thread is left."""
    tasks.run(
        portal_server.services,
        lambda: wait_until(what, lambda: look() or None),
    )
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("worker-")]


def jobs(portal_server: PortalServer, agency: str) -> list[object]:
    records: list[object] = list(portal_server.services.mirror.list_records(agency, Kind.JOB))
    return records


def test_worker_fetches_every_agency_and_mails_codes(
    portal_never_read: PortalServer, capsys: pytest.CaptureFixture[str]
) -> None:
    client = portal_never_read.app.test_client()
    assert client.post("/api/session/code", json={"email": EMAIL}).status_code == 204
    printed: list[str] = []

    def code() -> str | None:
        printed.append(capsys.readouterr().out)
        return next((code for _, code in codes_in("".join(printed))), None)

    run_worker_until(
        portal_never_read,
        "a mailed code and all jobs",
        lambda: code() and jobs(portal_never_read, "acme") and jobs(portal_never_read, "harbour"),
    )
    assert client.post("/api/session", json={"email": EMAIL, "code": code()}).status_code == 201


def test_agency_that_is_down_does_not_delay_others(portal_never_read: PortalServer) -> None:
    portal_never_read.simulator.fault(path="/acme/", status=500)
    run_worker_until(portal_never_read, "the other agency's jobs", lambda: jobs(portal_never_read, "harbour"))
    assert jobs(portal_never_read, "acme") == []


def test_repeated_failure_is_logged_as_warning_once_per_task(portal_never_read: PortalServer, lines: Lines) -> None:
    portal_never_read.simulator.fault(path="/acme/", status=401)

    levels: list[str] = []

    def has_failed_twice() -> bool:
        levels.extend(line["level"] for line in lines() if line["event"] == "reading_failed")
        return len(levels) >= 2

    run_worker_until(portal_never_read, "two failed readings", has_failed_twice)
    assert levels[:2] == ["warning", "info"]


def test_worker_continues_with_an_emptied_database(portal_server: PortalServer) -> None:
    """An operator may replace or restore the database while the worker runs."""
    virtual = VirtualWorker(portal_server)
    virtual.run(3)
    with portal_server.services.database.write() as connection:
        for table in (worker_tasks, collections, records):
            connection.execute(delete(table))
    virtual.run(int(tasks.RESTORE_EVERY_S) + 10)
    assert jobs(portal_server, "acme")
    assert jobs(portal_server, "harbour")


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_worker_deletes_expired_rows_of_sign_ins_and_the_audit(portal_server: PortalServer) -> None:
    """Operators need not run a command for this. The rows of each table exceed one transaction."""
    old, new = (to_text(portal_server.clock.now() - timedelta(days=days)) for days in (91, 89))
    rows = {
        audit_entries: [{"at": at, "event": "signed in", "email": EMAIL} for at in (*[old] * 1_001, new)],
        passkey_challenges: [{"holder": f"sign-in {n}", "challenge": b"", "created_at": old} for n in range(501)],
        handovers: [{"token": str(number), "expires_at": old} for number in range(501)],
        known_devices: [
            {"email": EMAIL, "device": str(number), "created_at": "2025-01-01", "seen_at": "2025-01-01"}
            for number in range(501)
        ],
    }
    for table, values in rows.items():
        with portal_server.services.database.write() as connection:
            connection.execute(insert(table), values)
    VirtualWorker(portal_server).work()
    with portal_server.services.database.read() as connection:
        assert list(connection.scalars(select(audit_entries.c.at))) == [new]
        for table in (passkey_challenges, handovers, known_devices):
            assert connection.execute(select(table)).all() == [], table.name


def test_many_requests_over_their_limit_do_not_delay_the_next_code(portal_server: PortalServer) -> None:
    virtual = VirtualWorker(portal_server)
    client = portal_server.app.test_client()
    for _ in range(100):
        assert client.post("/api/session/code", json={"email": EMAIL}).status_code == 204
    assert client.post("/api/session/code", json={"email": "sam@obrien.example"}).status_code == 204
    virtual.run(1)
    assert portal_server.postbox.mails[-1][0] == "sam@obrien.example"


def test_worker_logs_its_start_and_its_end(portal_never_read: PortalServer, capsys: pytest.CaptureFixture[str]) -> None:
    run_worker_until(portal_never_read, "nothing", lambda: True)
    events = re.findall(r"worker_\w+.*agencies=2|worker_ended", capsys.readouterr().err)
    assert events[0].startswith("worker_started"), events
    assert events[-1] == "worker_ended"


def test_worker_without_tables_does_not_start(portal_server: PortalServer) -> None:
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    assert portal_server.run("worker", code=2).output == f"Error: {NOT_READY}\n"
