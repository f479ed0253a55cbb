"""The store of sessions: rows of one table, valid on every host, which contain no cookie and never come back."""

import secrets
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import delete, insert

from app.auth import sessions as life
from app.auth.session_store import row_id_of
from app.auth.sessions import NewSession
from app.domain.client import Client
from app.domain.errors import Unauthenticated
from app.services import Services
from app.store.tables import audit_entries, sessions
from tests.auth.conftest import HARPER, MirrorRecords, SignInSteps
from tests.clock import FakeClock

COOKIE = "portal_session"
TIMES = 200
SESSION, AGENCY = "/api/session", "/api/contractor/agency"
on_both_databases = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])


@pytest.fixture
def cookie(app: Flask, sign_in_steps: SignInSteps) -> str:
    """Return the cookie of a person who has signed in."""
    client = app.test_client()
    sign_in_steps.sign_in(client)
    kept = client.get_cookie(COOKIE)
    assert kept
    return kept.value


def status(app: Flask, cookie: str, path: str = SESSION, method: str = "GET") -> int:
    client = app.test_client()
    client.set_cookie(COOKIE, cookie)
    return client.open(path, method=method).status_code


def test_session_without_its_row_is_no_session(app: Flask, cookie: str, services: Services) -> None:
    """No cache and no file has it, too."""
    assert status(app, cookie) == 200
    with services.database.write() as connection:
        connection.execute(delete(sessions))
    assert [status(app, cookie, path) for path in (SESSION, AGENCY)] == [401, 401]


@on_both_databases
def test_copied_row_is_no_session_under_another_cookie(
    app: Flask, cookie: str, records: MirrorRecords, services: Services
) -> None:
    [row] = records.rows(sessions)
    assert cookie not in str(row)
    with services.database.write() as connection:
        connection.execute(insert(sessions).values({**row._mapping, "id": "x" * 43}))
    assert [status(app, each) for each in (row.id, "x" * 43, cookie)] == [401, 401, 200]


@on_both_databases
@pytest.mark.parametrize(
    ("path", "method"),
    [(SESSION, "GET"), (AGENCY, "GET"), ("/api/session/devices", "GET"), (SESSION, "PATCH"), (SESSION, "DELETE")],
)
def test_sign_out_beside_a_request_in_flight_leaves_no_session(
    app: Flask, records: MirrorRecords, services: Services, clock: FakeClock, path: str, method: str
) -> None:
    """Each time, both requests begin at the same moment, and the other one would record a visit."""
    before = threading.Barrier(2)

    def request(cookie: str, path: str, method: str) -> int:
        client = app.test_client()
        client.set_cookie(COOKIE, cookie)
        before.wait(10)
        return client.open(path, method=method, json=None if method != "PATCH" else BOLT).status_code

    with ThreadPoolExecutor(2) as pool:
        for _ in range(TIMES // 5):
            cookie = begin(services)
            clock.advance(life.RENEW_AFTER.total_seconds())
            other = pool.submit(request, cookie, path, method)
            assert pool.submit(request, cookie, SESSION, "DELETE").result(30) == 204
            assert other.result(30) in (200, 204, 401)
            assert status(app, cookie) == 401
    assert [row for row in records.rows(sessions) if row.ended_at is None] == []


BOLT = {"agency": "bolt", "contractorId": "B-7"}


def begin(services: Services) -> str:
    """Begin a session of Harper without a code. Return its cookie."""
    cookie = secrets.token_urlsafe(32)
    client = Client(address="127.0.0.1", software=None, device=None, request_id="a-request")
    session = NewSession(id=row_id_of(cookie), client=client, device=cookie, earlier_id=None)
    life.create(services, HARPER, ("acme", "CON-1001"), ["acme"], "code", session)
    return cookie


def test_ended_session_cannot_be_changed(
    app: Flask, cookie: str, records: MirrorRecords, services: Services, clock: FakeClock
) -> None:
    assert status(app, cookie, method="DELETE") == 204
    [ended] = records.rows(sessions)
    clock.advance(life.RENEW_AFTER.total_seconds())
    life.note_visit(services, ended.id, ended.seen_at)
    assert records.rows(sessions) == [ended]
    with services.database.write() as connection, pytest.raises(Unauthenticated):
        life.require_valid(services, connection, ended.id, clock.now())


def test_ended_session_can_neither_end_others_nor_switch(
    app: Flask, cookie: str, records: MirrorRecords, services: Services
) -> None:
    """The session ended after the guard had found it."""
    other = begin(services)
    assert status(app, cookie, method="DELETE") == 204
    ended_id, client = row_id_of(cookie), Client(address="", software=None, device=None, request_id="")
    before = records.rows(audit_entries)
    for public_id in (None, life.public_id_of(row_id_of(other))):
        with pytest.raises(Unauthenticated):
            life.end_sessions(services, HARPER, client, public_id=public_id, except_id=ended_id)
    with pytest.raises(Unauthenticated):
        life.switch_account(services, ended_id, HARPER, ("bolt", "B-7"), client)
    assert status(app, other) == 200
    assert records.rows(audit_entries) == before


@pytest.mark.parametrize("path", ["/", "/health/live", "/health/ready", "/api/nothing", "/api/openapi.json"])
def test_request_that_needs_no_session_reads_none(app: Flask, cookie: str, path: str, services: Services) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    before = status(app, cookie, path)
    with services.database.write() as connection:
        sessions.drop(connection)
    assert (status(app, cookie, path), status(app, cookie)) == (before, 500)


def test_failing_database_is_never_a_401(app: Flask, cookie: str, services: Services) -> None:
    """A client would take a 401 for the end of the session, and delete its data."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    with services.database.write() as connection:
        sessions.drop(connection)
    requests = [(SESSION, "GET"), (AGENCY, "GET"), (SESSION, "PATCH"), (SESSION, "DELETE")]
    assert [status(app, cookie, *each) for each in requests] == [500] * 4
