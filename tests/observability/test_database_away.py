"""PostgreSQL stops under load: each request gets a true answer, and the log stays short."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
import structlog
from sqlalchemy.exc import (
    IntegrityError,
    InterfaceError,
    InternalError,
    OperationalError,
    ProgrammingError,
    TimeoutError,
)

from app.observability.database_log import LimitLines, is_away
from tests.clock import FakeClock
from tests.contract.api_calls import API, WRITES, error_sentence
from tests.log_lines import Lines
from tests.portal_server import PortalServer
from tests.postgres_server import PostgresServer

THREADS, REQUESTS = 8, 40
PATHS = (f"{API}/jobs", f"{API}/account", f"{API}/jobs?status=open", "/api/session")


@pytest.fixture
def engine() -> str:
    return "postgresql"


def test_requests_get_500_with_retry_after_and_log_one_line_a_second(
    portal_server: PortalServer, lines: Lines, postgres: PostgresServer
) -> None:
    first = portal_server.sign_in()
    cookie = first.get_cookie("portal_session")
    assert cookie
    clients = [first, *(portal_server.app.test_client() for _ in range(THREADS - 1))]
    for client in clients[1:]:
        client.set_cookie("portal_session", cookie.value)
    portal_server.clock.work = None  # type: ignore[union-attr] # a worker would log lines of its own
    for client in clients:
        assert client.get(PATHS[0]).status_code == 200
    lines()
    postgres.program.stop(signal.SIGQUIT)
    began = time.monotonic()
    try:
        with ThreadPoolExecutor(THREADS) as threads:
            answers = list(threads.map(lambda n: clients[n].get(PATHS[n % 4]), list(range(THREADS)) * (REQUESTS // 8)))
        note = WRITES["note"].send(clients[0], "JOB-1")
        seconds = time.monotonic() - began
        entries = lines()
    finally:
        postgres.start_again()
    for answer in answers:
        assert error_sentence(answer, 500) == "Something went wrong on our side. Please try again in a minute."
        assert answer.headers["Retry-After"] == "5"
    assert note.status_code == 500
    assert note.headers["Retry-After"]
    assert len([line for line in entries if line["event"] == "request"]) == REQUESTS + 1
    others = [line for line in entries if line["event"] != "request"]
    assert {line["event"] for line in others} == {"database_away"}
    assert 1 <= len(others) <= 1 + seconds
    assert not [line for line in entries if "trace" in line]
    assert others[0]["error"].startswith("sqlalchemy.exc.OperationalError")
    assert [client.get(PATHS[0]).status_code for client in clients] == [200] * THREADS


def test_only_absence_of_database_is_limited() -> None:
    """Errors of statements keep their traces."""
    reason = psycopg.OperationalError("connection refused")
    for kind in (OperationalError, InterfaceError):
        assert is_away(kind("SELECT", {}, reason))
    assert is_away(TimeoutError())
    assert is_away(InternalError("UPDATE", {}, psycopg.errors.ReadOnlySqlTransaction()))  # a standby
    assert not is_away(InternalError("UPDATE", {}, psycopg.errors.InternalError_()))
    for kind in (ProgrammingError, IntegrityError):
        assert not is_away(kind("SELECT", {}, psycopg.ProgrammingError()))
    assert not is_away(LookupError())


def test_second_line_within_a_second_is_dropped() -> None:
    clock = FakeClock()
    limit = LimitLines(clock.boot)
    event = {"event": "unexpected", "exc_info": OperationalError("SELECT", {}, psycopg.OperationalError("gone"))}
    for _ in range(2):
        line = limit(None, "error", dict(event))
        assert line["event"] == "database_away"
        assert line["during"] == "unexpected"
        clock.advance(0.9)
        with pytest.raises(structlog.DropEvent):
            limit(None, "error", dict(event))
        clock.advance(0.1)
