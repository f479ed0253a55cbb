"""While AgentOS hangs, most of a process's threads still serve reads from the mirror, however many people write."""

import runpy
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.domain.bulkhead import MOST_FOR_AGENTOS, MOST_FOR_DOCUMENTS, MOST_FOR_PROVIDER, THREADS
from tests.contract.api_calls import API, NOTE, WRITES, Write, error_sentence, open_job, read_everything
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


@pytest.fixture
def portal(
    portal_server: PortalServer, build: Callable[..., PortalServer], hanging_server: HangingServer
) -> PortalServer:
    """Return a portal that completed its first fetch before its AgentOS began to hang."""
    client = portal_server.sign_in()
    read_everything(client, open_job(client))
    return build(AGENTOS_BASE_URL=hanging_server.url)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(THREADS) as pool:
        yield pool


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_write_above_bulkhead_limit_fails_at_once_and_reads_continue(
    portal: PortalServer, hanging_server: HangingServer, pool: ThreadPoolExecutor, write: Write
) -> None:
    client = portal.sign_in()
    job_id = open_job(client)
    before = read_everything(client, job_id)
    people = [portal.app.test_client() for _ in range(MOST_FOR_AGENTOS)]
    another = {"X-Allow-Duplicate": "true"}
    for person in people:
        person._cookies = client._cookies  # codes are few, so all threads share one person's session
    with ExitStack() as finally_:
        finally_.callback(hanging_server.stop)
        stuck: list[Future[TestResponse]] = []
        for person in people:
            stuck.append(pool.submit(write.send, person, job_id, headers=another))
            hanging_server.accept_call()
        for each in WRITES.values():
            answer = each.send(client, job_id, headers=another)
            assert "Your agency's system has too many requests just now. Nothing was sent" in error_sentence(
                answer, 500
            )
            assert answer.headers["Retry-After"] == "2"
        assert not hanging_server.was_called()
        now = read_everything(client, job_id)
        invoices = now["invoices"]["invoices"]
        shown = [invoice for invoice in invoices if invoice["status"] != "sending"]
        assert len(invoices) - len(shown) == (MOST_FOR_AGENTOS if write.path == "invoices" else 0)
        assert {**now, "invoices": {"invoices": shown, "total": len(shown), "next": None}} == before
        assert not any(response.done() for response in stuck)
        hanging_server.close_connections()
        for response in stuck:
            error_sentence(response.result(timeout=10), 500)
        again = pool.submit(write.send, client, job_id, headers=another)
        hanging_server.accept_call()
        hanging_server.close_connections()
        assert "Retry-After" not in again.result(timeout=10).headers


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


def test_write_keeps_its_bulkhead_slot_for_the_final_check(
    portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The write takes one slot for all its calls to AgentOS, including the check afterwards."""
    client: FlaskClient = portal_server.sign_in()
    job_id = open_job(client)
    taken: list[object] = []
    places = portal_server.services.bulkhead._places
    acquire = places.acquire
    monkeypatch.setattr(places, "acquire", lambda **arguments: taken.append(arguments) or acquire(**arguments))
    portal_server.simulator.control("DELETE", "calls")
    assert NOTE.send(client, job_id).status_code == 201
    assert len(portal_server.simulator.calls()) >= 2
    assert len(taken) == 1


def test_a_thread_stays_free_while_all_that_is_waited_for_is_slow() -> None:
    assert runpy.run_path("gunicorn.conf.py")["threads"] > MOST_FOR_AGENTOS + MOST_FOR_PROVIDER + MOST_FOR_DOCUMENTS
