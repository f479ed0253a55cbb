"""Runs of the worker, and events during a request."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from typing import Any

import pytest
import requests
from sqlalchemy import select, update

from app.domain.recognition import LEAST_LAG_S
from app.store.tables import mails, submissions
from tests.portal_server import PortalServer

HOUR = 3_600.0
SETTLED_S = 120.0 + LEAST_LAG_S
"""Seconds after an attempt from which AgentOS's list may show absence, with the portal's own defaults."""
SHORT = json.dumps({"Count": 7, "Data": []})


def submission_states(portal_server: PortalServer) -> list[str]:
    """Return the states of all rows, in the order of acceptance."""
    with portal_server.services.database.read() as connection:
        return [row.state for row in connection.execute(submissions.select().order_by(submissions.c.number))]


def notice_kinds(portal_server: PortalServer) -> list[str]:
    """Return the kinds of the notices that became due, in order."""
    with portal_server.services.database.read() as connection:
        kinds = select(mails.c.kind).where(mails.c.submission_id.is_not(None))
        return list(connection.scalars(kinds.order_by(mails.c.id)))


def run_worker_later(portal_server: PortalServer, turns: int = 4, seconds: float = 310.0) -> None:
    """Run the worker so many times, with a wait before each run."""
    portal_server.clock.work = None  # type: ignore[union-attr]
    for _ in range(turns):
        portal_server.advance_clock(seconds)
        portal_server.work()


def stand_still(worker: PortalServer, turns: int) -> None:
    """Let ten minutes pass with another process's worker, while AgentOS does not list its newest invoice."""
    worker.simulator.fault(method="GET", path="/invoices/", lacks="last")
    worker.advance_clock(600)
    run_worker_later(worker, turns=turns, seconds=60)


def run_worker_until_settled(portal_server: PortalServer) -> None:
    """Let the worker check until absence is proven, and send again."""
    run_worker_later(portal_server, turns=3, seconds=SETTLED_S / 2 + 20)


def pretend_tried_for(portal_server: PortalServer, hours: float) -> None:
    """Pretend that a worker has tried to deliver every row for so long."""
    with portal_server.services.database.write() as connection:
        tried = {"tried_s": hours * HOUR, "ended_at": submissions.c.ended_at - hours * HOUR}
        connection.execute(update(submissions).values(tried))


@contextmanager
def locked_database(portal_server: PortalServer) -> Iterator[None]:
    """Keep the database locked by another program's write."""
    path = portal_server.config.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def on_next_wait(portal_server: PortalServer, act: Callable[[], Any]) -> None:
    """Run a function the next time a request or the worker waits."""
    portal_server.clock.work = act  # type: ignore[union-attr]


def after_next_write(
    patch: pytest.MonkeyPatch, act: Callable[[], object], *, read: bool = False, path: str = ""
) -> None:
    """Run a function once AgentOS has received a write (or a `read`), before the portal has the response.

    `path`: the end of the call's path.
    """
    real, acts = requests.Session.request, [act]

    def request(session: requests.Session, method: str, url: str, *args: Any, **named: Any) -> Any:
        answer = real(session, method, url, *args, **named)
        if (method == "GET") == read and url.partition("?")[0].endswith(path) and acts:
            with ThreadPoolExecutor(1) as other:
                other.submit(acts.pop()).result()
        return answer

    patch.setattr(requests.Session, "request", request)
