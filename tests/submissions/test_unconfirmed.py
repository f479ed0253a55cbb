"""Unconfirmed submissions: incomplete data from AgentOS, database failures and reboots."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update

from app.store.tables import submissions
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, count_writes_sent, leave_unconfirmed, prove_recognition
from tests.submissions.worker_runs import (
    HOUR,
    SETTLED_S,
    SHORT,
    on_next_wait,
    run_worker_later,
    run_worker_until_settled,
    submission_states,
)


class TestChecks:
    """An incomplete check is not evidence."""

    def test_list_shorter_than_its_count_before_attempt_leads_to_review(
        self, sender: Sender, portal_server: PortalServer
    ) -> None:
        """An equal invoice was sent in another way. A check without a baseline must not take it for this one."""
        assert sender.invoice().status_code == 201
        with portal_server.services.database.write() as connection:
            connection.execute(submissions.delete())
        portal_server.simulator.fault(
            method="GET", path="/invoices/", times=1, body=SHORT, content_type="application/json"
        )
        portal_server.simulator.fault(method="POST", path="invoice/submit", times=1, status=500, effect=False)
        answer = sender.invoice()
        assert answer.headers["Submission-State"] == "review"
        run_worker_later(portal_server, seconds=24 * HOUR)
        assert submission_states(portal_server) == ["review"]

    def test_record_without_id_matches_as_soon_as_its_id_is_listed(
        self, sender: Sender, portal_server: PortalServer
    ) -> None:
        portal_server.simulator.fault(method="POST", path="/notes", times=1, status=500, effect=True)

        def hide_ids() -> None:
            job = portal_server.simulator.state()["jobs"]["JOB-1"]
            for note in job["MaintenanceNotes"]:
                note.pop("OID", None)
            body = json.dumps(job)
            portal_server.simulator.fault(
                method="GET", path="/jobs/JOB-1$", body=body, content_type="application/json", times=1
            )

        on_next_wait(portal_server, hide_ids)
        answer = sender.note()
        assert answer.headers["Submission-State"] == "review"
        run_worker_later(portal_server, seconds=24 * HOUR)
        assert submission_states(portal_server) == ["confirmed"]
        assert len(sender.notes("Part ordered")) == 1

    def test_submission_in_review_without_list_is_checked_once_a_day(
        self, sender: Sender, portal_server: PortalServer
    ) -> None:
        portal_server.simulator.fault(method="GET", path="/invoices/", status=404)
        portal_server.simulator.fault(method="POST", path="invoice/submit", status=503)
        answer = sender.invoice()
        assert answer.headers["Submission-State"] == "review"
        portal_server.simulator.control("DELETE", "faults")
        asked = len(portal_server.simulator.calls())
        run_worker_later(portal_server, turns=36, seconds=2 * HOUR)
        assert len(portal_server.simulator.calls()) == asked + 3
        assert submission_states(portal_server) == ["review"]


class TestSettling:
    """Nothing shortens the time in which AgentOS may act on a write."""

    @pytest.fixture
    def doubtful(self, build: Callable[..., PortalServer]) -> Sender:
        """Return a sender whose note timed out."""
        portal_server = build(AGENTOS_READ_TIMEOUT_S="0.3")
        portal_server.refresh()
        portal_server.advance_clock(10_000)
        portal_server.refresh()
        sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
        prove_recognition(sender, "note")
        portal_server.simulator.fault(method="POST", path="/notes", times=1, delay_s=0.6, effect=False)
        sender.answer = sender.note()  # type: ignore[attr-defined]
        assert sender.answer.headers["Submission-State"] == "unconfirmed"  # type: ignore[attr-defined]
        return sender

    def test_reboot_restarts_settle_s(self, doubtful: Sender) -> None:
        """The boot clock has restarted, so the attempt's age is unknown."""
        run_worker_later(doubtful.portal_server, turns=1, seconds=100)
        doubtful.portal_server.clock.reboot("second boot")  # type: ignore[attr-defined]
        portal_server = PortalServer(
            doubtful.portal_server.config, doubtful.portal_server.simulator, doubtful.portal_server.clock
        )
        run_worker_later(portal_server, turns=10, seconds=10)
        assert (submission_states(portal_server)[-1], count_writes_sent(doubtful)) == ("unconfirmed", 1)
        run_worker_until_settled(portal_server)
        assert (submission_states(portal_server)[-1], count_writes_sent(doubtful)) == ("confirmed", 2)

    def test_retry_command_sends_nothing_before_settle_s(self, doubtful: Sender) -> None:
        portal_server = doubtful.portal_server
        for _ in range(9):
            assert self.command(doubtful, "retry").exit_code == 0
            run_worker_later(portal_server, turns=1, seconds=10)
        assert (submission_states(portal_server)[-1], count_writes_sent(doubtful)) == ("unconfirmed", 1)
        run_worker_until_settled(portal_server)
        assert (submission_states(portal_server)[-1], count_writes_sent(doubtful)) == ("confirmed", 2)

    def test_submission_resolved_as_absent_is_never_resent(self, doubtful: Sender) -> None:
        """Nobody can say that it is absent while AgentOS may still process it."""
        result = self.command(doubtful, "resolve", "--not-arrived", "--by", "Jo")
        assert (result.exit_code, submission_states(doubtful.portal_server)[-1]) == (1, "unconfirmed")
        assert "AgentOS may still process it." in result.output
        doubtful.portal_server.advance_clock(SETTLED_S)
        assert self.command(doubtful, "resolve", "--not-arrived", "--by", "Jo").exit_code == 0
        run_worker_until_settled(doubtful.portal_server)
        assert (submission_states(doubtful.portal_server)[-1], count_writes_sent(doubtful)) == ("abandoned", 1)

    @staticmethod
    def command(sender: Sender, *words: str) -> Any:
        identity = sender.answer.headers["Location"].rpartition("/")[2]  # type: ignore[attr-defined]
        runner = sender.portal_server.app.test_cli_runner()
        return runner.invoke(args=["submissions", words[0], identity, *words[1:]])


def test_repeat_before_the_next_look_reports_the_submission_without_a_call(
    sender: Sender, portal_server: PortalServer
) -> None:
    """So repeats neither use up the calls of others nor the looks of the submission."""
    leave_unconfirmed(sender, "note")
    first = sender.note(Idempotency_Key=KEY)
    asked = len(portal_server.simulator.calls())
    again = sender.note(Idempotency_Key=KEY)
    assert (again.status_code, again.headers["Submission-State"]) == (500, "unconfirmed")
    assert (again.headers["Location"], again.json) == (first.headers["Location"], first.json)
    assert len(portal_server.simulator.calls()) == asked


def test_repeat_takes_the_look_that_is_due_and_finds_the_submission(
    sender: Sender, portal_server: PortalServer
) -> None:
    leave_unconfirmed(sender, "note", effect=True)
    assert sender.note(Idempotency_Key=KEY).headers["Submission-State"] == "unconfirmed"
    portal_server.simulator.control("DELETE", "faults")
    portal_server.advance_clock(30)
    again = sender.note(Idempotency_Key=KEY)
    assert (again.status_code, again.headers.get("Idempotency-Replayed")) == (201, None)
    assert sender.note(Idempotency_Key=KEY).headers["Idempotency-Replayed"] == "true"
    assert len(sender.notes("Part ordered")) == 1


def test_repeat_while_the_worker_takes_the_turn_is_409(sender: Sender, portal_server: PortalServer) -> None:
    leave_unconfirmed(sender, "note")
    assert sender.note(Idempotency_Key=KEY).headers["Submission-State"] == "unconfirmed"
    portal_server.advance_clock(30)
    with portal_server.services.database.write() as connection:
        until = portal_server.services.database.seconds(connection) + 80
        connection.execute(update(submissions).values(lease_owner="x", lease_until=until))
    again = sender.note(Idempotency_Key=KEY)
    assert (again.status_code, again.headers["Retry-After"]) == (409, "2")


def test_repeat_sends_the_accepted_submission_that_is_due(sender: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503, times=2)
    assert sender.note(Idempotency_Key=KEY, Prefer="respond-async").status_code == 202
    portal_server.advance_clock(310)
    assert sender.note(Idempotency_Key=KEY).status_code == 201
    assert count_writes_sent(sender) == 1


def test_request_keeps_its_turn_when_worker_runs(sender: Sender, portal_server: PortalServer) -> None:
    """Meanwhile the worker runs, and the earlier submission ends."""
    assert sender.note("First", Idempotency_Key="first").status_code == 201
    with portal_server.services.database.write() as connection:
        until = portal_server.services.database.seconds(connection) + 80
        connection.execute(update(submissions).values(state="sending", lease_owner="x", lease_until=until))

    def end_the_first() -> None:
        first = submissions.c.state == "sending"
        with portal_server.services.database.write() as connection:
            connection.execute(update(submissions).where(first).values(state="confirmed", lease_owner=None))
        portal_server.work()

    on_next_wait(portal_server, end_the_first)
    answer = sender.note("Second")
    assert answer.status_code == 201
    assert len(sender.notes("Second")) == 1
