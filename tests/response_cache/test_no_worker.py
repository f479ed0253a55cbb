"""Without a worker for two minutes, responses are marked as stale, and errors do not blame the agency's system."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.store.heartbeat import SILENCE_S
from app.store.tables import mails
from tests.contract.api_calls import API, error_sentence
from tests.log_lines import Lines, lines
from tests.portal_server import PortalServer

__all__ = ["lines"]
NOBODY = "nobody@else.example"
HARPER = "office@harper.example"


def stop_worker(portal_server: PortalServer) -> None:
    """End the worker, and advance the clock by two minutes."""
    portal_server.clock.worker = None  # type: ignore[attr-defined]
    portal_server.advance_clock(SILENCE_S)


def start_worker(portal_server: PortalServer) -> None:
    """Start a worker."""
    portal_server.services.heartbeat.beat()
    portal_server.advance_clock(1)


@pytest.fixture
def portal_without_worker(portal_server: PortalServer) -> PortalServer:
    """Return a portal whose worker ended two minutes ago."""
    stop_worker(portal_server)
    return portal_server


def readiness(portal_server: PortalServer) -> tuple[int, str]:
    answer = portal_server.app.test_client().get("/health/ready")
    return answer.status_code, answer.json["status"]  # type: ignore[index]


def test_readiness_without_worker_is_degraded(portal_server: PortalServer) -> None:
    assert readiness(portal_server) == (200, "ready")
    portal_server.clock.worker = None  # type: ignore[attr-defined]
    portal_server.advance_clock(SILENCE_S - 1)
    assert readiness(portal_server) == (200, "ready")
    portal_server.advance_clock(1)
    assert readiness(portal_server) == (200, "degraded: worker")
    start_worker(portal_server)
    assert readiness(portal_server) == (200, "ready")


@pytest.mark.parametrize("path", ["jobs", "jobs?status=open", "jobs/JOB-1", "account", "contacts", "invoices"])
def test_reads_without_worker_are_stale(portal_server: PortalServer, path: str) -> None:
    """Cached and fresh responses are both stale.

    A client with an older response gets a new one, because its ETag differs.
    """
    client = portal_server.sign_in()
    for _ in range(2):  # the second response may come from the cache
        first = client.get(f"{API}/{path}")
    before = _stale(client, path)
    stop_worker(portal_server)
    again = client.get(f"{API}/{path}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == (304 if before is None else 200)
    assert _stale(client, path) in (True, None)
    start_worker(portal_server)
    assert _stale(client, path) == before


def _stale(client: FlaskClient, path: str) -> bool | None:
    answer = client.get(f"{API}/{path}")
    assert answer.status_code == 200
    stale: bool | None = answer.json.get("stale")  # type: ignore[union-attr]
    return stale


@pytest.mark.parametrize("email", [HARPER, NOBODY])
def test_code_request_without_worker_is_500(portal_without_worker: PortalServer, email: str) -> None:
    """Known and unknown addresses get the same error. No request is stored that a worker could mail later."""
    client = portal_without_worker.app.test_client()
    answer = client.post("/api/session/code", json={"email": email})
    sentence = "The portal cannot send sign-in codes at the moment. Please try again in a few minutes."
    assert error_sentence(answer, 500) == sentence
    assert answer.headers["Retry-After"] == "60"
    with portal_without_worker.services.database.read() as connection:
        assert connection.execute(mails.select()).all() == []
    start_worker(portal_without_worker)
    assert client.post("/api/session/code", json={"email": email}).status_code == 204


def test_code_request_without_worker_is_not_counted(
    portal_server: PortalServer, build: Callable[..., PortalServer]
) -> None:
    portal_server = build(SIGNIN_PER_ADDRESS=1)
    stop_worker(portal_server)
    client = portal_server.app.test_client()
    for _ in range(3):
        assert client.post("/api/session/code", json={"email": HARPER}).status_code == 500
    start_worker(portal_server)
    assert client.post("/api/session/code", json={"email": HARPER}).status_code == 204


def test_unfetched_list_without_worker_is_500_that_blames_the_portal(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    portal_server.clock.work = None  # type: ignore[attr-defined]
    portal_server.simulator.fault(path="/", status=500)
    stop_worker(portal_server)
    now = portal_server.clock.now()
    answer = client.get(f"{API}/statements/pending")
    sentence = "The portal is not reading your agency's records at the moment. Please try again in a few minutes."
    assert error_sentence(answer, 500) == sentence
    assert answer.headers["Retry-After"] == "60"
    assert portal_server.clock.now() == now, "nobody waits for a worker that is not there"
    figures = client.get(f"{API}/insights").json
    assert figures["pendingPaymentAmount"] is None  # type: ignore[index]
    assert figures["totalAssignedJobs"]  # type: ignore[index]


def test_unfetched_list_is_fetched_after_worker_returns(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    stop_worker(portal_server)
    assert client.get(f"{API}/statements/pending").status_code == 500
    start_worker(portal_server)
    portal_server.refresh()
    answer = client.get(f"{API}/statements/pending")
    assert answer.status_code == 200
    assert answer.json["stale"] is False  # type: ignore[index]


def test_missing_worker_is_logged_once_a_minute(portal_server: PortalServer, lines: Lines) -> None:
    client = portal_server.sign_in()

    def events(seconds: int) -> list[str]:
        lines()
        for _ in range(seconds):
            portal_server.advance_clock(1)
            for path in (f"{API}/jobs", "/health/ready", "/health/live"):
                client.get(path)
        return [line["event"] for line in lines() if line["logger"] == "heartbeat"]

    assert events(30) == []
    portal_server.clock.worker = None  # type: ignore[attr-defined]
    portal_server.advance_clock(SILENCE_S - 31)
    assert events(5) == []
    portal_server.advance_clock(30)
    assert events(150) == ["no_worker"] * 3
    start_worker(portal_server)
    assert events(3) == ["worker_is_back"]
    assert events(3) == []
