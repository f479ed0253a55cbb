"""The sentence of `submissions show` and `list`: the last event, what a submission waits for, and the next try."""

import json
import re
from collections.abc import Callable
from typing import Any

from app.store.tables import heartbeats
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import in_review
from tests.submissions.worker_runs import run_worker_later

ASYNC = {"Prefer": "respond-async"}


def progress(portal_server: PortalServer, answer: Any) -> str:
    """Return the sentence of a submission, which the list has too."""
    number = answer.headers["Location"].rpartition("/")[2]
    shown = json.loads(portal_server.run("submissions", "show", number).output)
    assert shown["progress"] in portal_server.run("submissions", "list").output
    return str(shown["progress"])


def test_failing_list_of_invoices_is_named_with_its_status(sender: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.fault(method="GET", path="/invoices/", status=503)
    answer = sender.invoice(ASYNC)
    sentence = (
        r"Delivery stopped at (\d\d:\d\d) on 25 November \(invoices: failed with 503\); "
        r"it will be tried again at (\d\d:\d\d) on 25 November\."
    )
    assert re.fullmatch(sentence, progress(portal_server, answer))
    run_worker_later(portal_server, turns=7)
    match = re.fullmatch(sentence, progress(portal_server, answer))
    assert match
    assert match[1] == f"{portal_server.clock.now():%H:%M}" < match[2]


def test_submission_behind_another_names_its_lane(sender: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.fault(method="POST", path="/notes$", status=502)
    portal_server.simulator.fault(path="/jobs/JOB-1$", status=500, skip=1)
    first, second = sender.note("First", **ASYNC), sender.note("Second", **ASYNC)
    assert "the portal looks for it again at " in progress(portal_server, first)
    assert progress(portal_server, second).endswith("; it waits for an earlier submission for job JOB-1.")


def test_submission_without_a_worker_names_the_worker(
    sender: Sender, portal_server: PortalServer, build: Callable[..., PortalServer]
) -> None:
    portal_server.simulator.fault(path="/", status=503)
    answer = sender.note("First", **ASYNC)
    portal_server.clock.worker = None  # type: ignore[attr-defined]
    portal_server.advance_clock(600)
    portal_server.services.heartbeat.is_alive()  # logs its warning now
    stopped = "Delivery stopped at 09:00 on 25 November (job: failed with 503)"
    assert progress(portal_server, answer) == f"{stopped}; it waits for a worker, and none runs."
    new = build()
    with new.services.database.write() as connection:
        connection.execute(heartbeats.delete())
    assert progress(new, answer) == f"{stopped}; it waits for a worker, and none runs.", "no worker has ever run"


def test_submission_during_the_rest_of_a_key_names_the_rest(sender: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.fault(path="/", status=429)
    answer = sender.note("First", **ASYNC)
    sentence = r"Delivery stopped at 09:00 on .* \(the key rests\); the key of acme rests until 09:01 on 25 November\."
    assert re.fullmatch(sentence, progress(portal_server, answer))


def test_review_states_its_reason_also_in_the_audit(sender: Sender, portal_server: PortalServer) -> None:
    number = in_review(sender)
    reason = "AgentOS has no list in which the portal can look for it"
    shown = json.loads(portal_server.run("submissions", "show", number).output)
    assert shown["progress"] == (
        f"It has been in the state review since 09:00 on 25 November ({reason}); it waits for the agency's staff, "
        "and the portal looks for it again at 09:00 on 26 November."
    )
    assert f"invoice for job JOB-1, {reason}" in portal_server.run("audit", "list", "--event", "review").output
