"""Turns of the worker, and what happens meanwhile."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from typing import Any

import pytest
import requests
from sqlalchemy import update

from app.store.tables import notices, submissions
from tests.portal_server import PortalServer

HOUR = 3_600.0
SETTLE_S = 120.0
"""The portal's own default."""
SHORT = json.dumps({"Count": 7, "Data": []})


def submission_states(portal_server: PortalServer) -> list[str]:
    """Of all rows, in the order of acceptance."""
    with portal_server.services.database.read() as connection:
        return [row.state for row in connection.execute(submissions.select().order_by(submissions.c.number))]


def notice_kinds(portal_server: PortalServer) -> list[str]:
    """The kinds of notices that were made due, in their order."""
    with portal_server.services.database.read() as connection:
        return [row.kind for row in connection.execute(notices.select().order_by(notices.c.id))]


def run_worker_later(portal_server: PortalServer, turns: int = 4, seconds: float = 310.0) -> None:
    """Let the worker have so many turns."""
    portal_server.clock.work = None  # type: ignore[union-attr]
    for _ in range(turns):
        portal_server.advance_clock(seconds)
        portal_server.work()


def run_worker_until_settled(portal_server: PortalServer) -> None:
    """Let the worker look as often as it takes to prove absence, and send again."""
    run_worker_later(portal_server, turns=3, seconds=SETTLE_S / 2 + 20)


def pretend_tried_for(portal_server: PortalServer, hours: float) -> None:
    """As if a worker had tried to deliver every row for so long."""
    with portal_server.services.database.write() as connection:
        tried = {"tried_s": hours * HOUR, "ended_at": submissions.c.ended_at - hours * HOUR}
        connection.execute(update(submissions).values(tried))


@contextmanager
def locked_database(portal_server: PortalServer) -> Iterator[None]:
    """Another program writes, and does not end."""
    path = portal_server.config.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def on_next_wait(portal_server: PortalServer, act: Callable[[], Any]) -> None:
    """Do it when somebody next waits."""
    portal_server.clock.work = act  # type: ignore[union-attr]


def after_next_write(patch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Do it once AgentOS has taken a write, before the portal has read the response."""
    real, acts = requests.Session.request, [act]

    def request(session: requests.Session, method: str, *given: Any, **named: Any) -> Any:
        answer = real(session, method, *given, **named)
        if method != "GET" and acts:
            with ThreadPoolExecutor(1) as other:
                other.submit(acts.pop()).result()
        return answer

    patch.setattr(requests.Session, "request", request)
