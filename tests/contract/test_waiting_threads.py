"""While AgentOS hangs, most of a process's threads still serve reads from the mirror, however many people write."""

import runpy
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from typing import NamedTuple

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.domain.bulkhead import MOST_FOR_AGENTOS, MOST_FOR_DOCUMENTS, MOST_FOR_PROVIDER, THREADS
from tests.contract.api_calls import API, NOTE, WRITES, Write, error_sentence, open_job, read_everything
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer


class HangingServer:
    """An AgentOS that accepts connections and does not respond until they are closed."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0), backlog=32)
        self._server.settimeout(10)
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self._calls: list[socket.socket] = []

    def accept_call(self) -> None:
        """Wait for a call."""
        self._calls.append(self._server.accept()[0])

    def was_called(self) -> bool:
        """Return whether there is another call."""
        self._server.setblocking(False)
        try:
            self.accept_call()
        except BlockingIOError:
            return False
        finally:
            self._server.settimeout(10)
        return True

    def close_connections(self) -> None:
        """Close the connections of all waiting calls."""
        while self._calls:
            self._calls.pop().close()

    def stop(self) -> None:
        """Close all connections, and accept no more."""
        self.close_connections()
        self._server.close()


@pytest.fixture
def hanging_server() -> Iterator[HangingServer]:
    hanging_server = HangingServer()
    yield hanging_server
    hanging_server.stop()


CONTRACTORS = (
    "acme/CON-1001",
    "acme/CON-1002",
    "acme/CON-1006",
    "acme/CON-1007",
    "harbour/CON-5001",
    "harbour/CON-5002",
)
ANOTHER = {"X-Allow-Duplicate": "true"}


BUSY = "The portal is busy with other requests just now. Nothing was sent; please try again in a moment."


class Contractor(NamedTuple):
    """A signed-in contractor with an open job."""

    client: FlaskClient
    job_id: str

    def send(self, write: Write) -> TestResponse:
        """Send a write for the job."""
        return write.send(self.client, self.job_id, headers=ANOTHER)

    def is_refused(self) -> None:
        """Check that all writes are refused at once, for the portal's own reason."""
        for write in WRITES.values():
            answer = self.send(write)
            assert error_sentence(answer, 500) == BUSY
            assert (answer.headers["Retry-After"], answer.headers["Submission-State"]) == ("2", "not-sent")


@pytest.fixture
def contractors(
    portal_server: PortalServer, build: Callable[..., PortalServer], hanging_server: HangingServer
) -> dict[str, Contractor]:
    """Return contractors of a portal that completed its first fetches before its AgentOS began to hang."""
    portal_server.refresh(everywhere=True)
    job_ids = {}
    for account in CONTRACTORS:
        client = client_for(portal_server, account)
        job_ids[account] = open_job(client)
        read_everything(client, job_ids[account])
    portal = build(AGENTOS_BASE_URL=hanging_server.url)
    return {account: Contractor(client_for(portal, account), job_id) for account, job_id in job_ids.items()}


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(THREADS) as pool:
        yield pool


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_write_above_bulkhead_limit_fails_at_once_and_reads_continue(
    contractors: dict[str, Contractor], hanging_server: HangingServer, pool: ThreadPoolExecutor, write: Write
) -> None:
    """A contractor has one place, an agency two, and all have three."""
    of_acme, another_of_acme, third_of_acme, _, of_harbour, another_of_harbour = contractors.values()
    before = read_everything(*of_acme)
    with ExitStack() as finally_:
        finally_.callback(hanging_server.stop)
        stuck: list[Future[TestResponse]] = []

        def send(sender: Contractor) -> None:
            stuck.append(pool.submit(sender.send, write))
            hanging_server.accept_call()

        send(of_acme)
        of_acme.is_refused()
        send(another_of_acme)
        third_of_acme.is_refused()
        send(of_harbour)
        another_of_harbour.is_refused()
        assert len(stuck) == MOST_FOR_AGENTOS
        assert not hanging_server.was_called()
        now = read_everything(*of_acme)
        invoices = now["invoices"]["invoices"]
        shown = [invoice for invoice in invoices if invoice["status"] != "sending"]
        assert len(invoices) - len(shown) == (1 if write.path == "invoices" else 0)
        assert {**now, "invoices": {"invoices": shown, "total": len(shown), "next": None}} == before
        assert not any(response.done() for response in stuck)
        hanging_server.close_connections()
        for response in stuck:
            error_sentence(response.result(timeout=10), 500)
        again = pool.submit(third_of_acme.send, write)
        hanging_server.accept_call()
        hanging_server.close_connections()
        assert "Retry-After" not in again.result(timeout=10).headers


def test_used_up_calls_of_one_agency_leave_a_place_to_another(
    portal_server: PortalServer,
    build: Callable[..., PortalServer],
    pool: ThreadPoolExecutor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two contractors wait for calls of their agency, which are soon free, and a third one is refused."""
    portal_server.refresh(everywhere=True)
    portal = build(AGENTOS_BUDGET="20")
    clients = [client_for(portal, account) for account in CONTRACTORS]
    *busy, waiting, also_waiting, of_harbour, _ = (Contractor(client, open_job(client)) for client in clients)
    for sender in busy:
        while sender.send(NOTE).status_code == 201:
            pass
    portal.advance_clock(58)
    let_go, asleep = threading.Event(), threading.Semaphore(0)
    monkeypatch.setattr(portal.clock, "sleep", lambda seconds: (asleep.release(), let_go.wait(10)))
    with ExitStack() as finally_:
        finally_.callback(let_go.set)
        finally_.callback(portal.advance_clock, 5)
        for sender in (waiting, also_waiting):
            pool.submit(sender.send, NOTE)
            assert asleep.acquire(timeout=10)
        busy[0].is_refused()
        assert of_harbour.send(NOTE).status_code == 201


def test_first_read_above_bulkhead_limit_fails_at_once_and_queues_a_fetch(
    build: Callable[..., PortalServer], pool: ThreadPoolExecutor
) -> None:
    portal = build()
    portal.simulator.fault(path="/statements/pending/")
    portal.refresh()
    client = portal.sign_in()
    let_go = threading.Event()
    waiting = threading.Barrier(MOST_FOR_AGENTOS + 1)

    def wait() -> None:
        with portal.services.bulkhead.acquire():
            waiting.wait(10)
            let_go.wait(10)

    with ExitStack() as finally_:
        finally_.callback(let_go.set)
        for _ in range(MOST_FOR_AGENTOS):
            pool.submit(wait)
        waiting.wait(10)
        now = portal.clock.now()
        answer = client.get(f"{API}/statements/pending")
        assert "still being read" in error_sentence(answer, 500)
        assert (answer.headers["Retry-After"], portal.clock.now()) == ("2", now)
    portal.refresh()
    assert client.get(f"{API}/statements/pending").status_code == 200


def test_a_thread_stays_free_while_all_that_is_waited_for_is_slow() -> None:
    assert runpy.run_path("gunicorn.conf.py")["threads"] > MOST_FOR_AGENTOS + MOST_FOR_PROVIDER + MOST_FOR_DOCUMENTS
