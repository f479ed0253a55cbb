"""Failed writes in the form of RFC 9457: their type, and the state of their submission."""

import pytest
from sqlalchemy import update
from werkzeug.test import TestResponse

from app.store.tables import submissions
from tests.contract.api_calls import PROBLEM, problem_of
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, fail_writes
from tests.submissions.worker_runs import SHORT


@pytest.fixture(autouse=True)
def ask_for_problems(sender: Sender) -> None:
    sender.client.environ_base["HTTP_ACCEPT"] = PROBLEM


def kind_of(answer, status: int) -> tuple[str, str | None]:
    """Return the name of the problem's type, and the state of the submission."""
    problem = problem_of(answer, status)
    return problem["type"].partition("#")[2], problem.get("submissionState")


def send_without_result(sender: Sender) -> TestResponse:
    """Send a note, and lose AgentOS's response."""
    fail_writes(sender, "note", times=1, status=502, effect=False)
    return sender.note(Idempotency_Key=KEY)


def test_unconfirmed_submission_has_its_type(sender: Sender) -> None:
    answer = send_without_result(sender)
    assert kind_of(answer, 500) == ("unconfirmed", "unconfirmed")
    assert answer.headers["Location"]


def test_submission_in_review_has_its_type(sender: Sender, portal_server: PortalServer) -> None:
    assert sender.invoice().status_code == 201
    with portal_server.services.database.write() as connection:
        connection.execute(submissions.delete())
    portal_server.simulator.fault(method="GET", path="/invoices/", times=1, body=SHORT, content_type="application/json")
    portal_server.simulator.fault(method="POST", path="invoice/submit", times=1, status=500, effect=False)
    assert kind_of(sender.invoice(), 500) == ("review", "review")


def test_submission_that_is_being_sent_has_its_type(sender: Sender, portal_server: PortalServer) -> None:
    send_without_result(sender)
    with portal_server.services.database.write() as connection:
        until = portal_server.services.database.seconds(connection) + 80
        connection.execute(update(submissions).values(state="sending", lease_owner="x", lease_until=until))
    answer = sender.note(Idempotency_Key=KEY)
    assert kind_of(answer, 409) == ("in-progress", None)
    assert problem_of(answer, 409)["retryAfter"] == 2


@pytest.mark.parametrize("status", [401, 429])
def test_submission_that_is_turned_away_has_its_type(sender: Sender, status: int) -> None:
    fail_writes(sender, "note", status=status, effect=False)
    assert kind_of(sender.note(), 500) == ("not-sent", "not-sent")


@pytest.mark.parametrize("refusal", [400, 404, 500])
def test_rejected_submission_has_its_type_for_every_status(
    sender: Sender, portal_server: PortalServer, refusal: int
) -> None:
    send_without_result(sender)
    with portal_server.services.database.write() as connection:
        values = {"state": "rejected", "status": refusal, "message": "Acme's system did not accept the note."}
        connection.execute(update(submissions).values(values))
    answer = sender.note(Idempotency_Key=KEY)
    assert kind_of(answer, refusal) == ("rejected", "rejected")
    assert answer.headers["Idempotency-Replayed"] == "true"
