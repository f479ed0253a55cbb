"""DBOS as its pages recommend: a queue of workflows, and a step for the call. A restarted process recovers workflows.

Without `RETRIES`, the step has DBOS's default: an exception ends the workflow. Recovery cannot be left out.
"""

from __future__ import annotations

import os
import threading
from functools import cache

from dbos import DBOS, DBOSClient

from bench.comparison import upstream
from bench.comparison.upstream import Piece

RETRIES = bool(os.environ.get("RETRIES"))
QUEUE, NAME = "notes", "comparison"
DATABASE = os.environ["DATABASE"]
STATES = {"SUCCESS": "success", "ERROR": "failure"}


@DBOS.step(retries_allowed=RETRIES, max_attempts=upstream.TRIES, interval_seconds=upstream.WAITS_S[0], backoff_rate=2.0)
def send(piece: Piece) -> None:
    """Send a piece."""
    upstream.post(piece)


@DBOS.workflow(name="deliver")
def deliver(piece: Piece) -> None:
    """Deliver a piece."""
    send(piece)


@cache
def client() -> DBOSClient:
    """Return a client, connected when it is first needed."""
    return DBOSClient(system_database_url=DATABASE, application_name=NAME)


def _prepare() -> None:
    """Make the tables, as the first start of an application does."""
    _launch()
    DBOS.destroy()


def _submit(piece: Piece) -> None:
    """Enqueue the workflow of a piece under its number, an idempotency key."""
    options = {"queue_name": QUEUE, "workflow_name": "deliver", "workflow_id": f"piece-{piece['number']}"}
    client().enqueue(options, piece)


def _launch() -> None:
    DBOS(config={"name": NAME, "system_database_url": DATABASE, "run_admin_server": False})
    DBOS.launch()
    DBOS.register_queue(QUEUE, worker_concurrency=upstream.THREADS)


def _work() -> None:
    _launch()
    threading.Event().wait()


def _results() -> dict[int, str]:
    workflows = client().list_workflows(name="deliver", load_output=False, load_input=False)
    return {int(each.workflow_id.removeprefix("piece-")): STATES.get(each.status, "open") for each in workflows}


if __name__ == "__main__":
    upstream.serve(_prepare, _submit, _work, _results)
