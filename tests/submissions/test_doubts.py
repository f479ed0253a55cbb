"""Where it could go wrong: what AgentOS tells by halves, a database that fails, a machine that starts anew."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import update

from app.store.tables import submissions
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, fault, leave_in_doubt, prove, sent
from tests.submissions.turns import HOUR, SETTLE_S, SHORT, later, settle, states, whenever_waiting


class TestLooks:
    """A look that does not show everything shows nothing."""

    def test_a_short_list_is_none(self, sender: Sender, portal_server: PortalServer) -> None:
        portal_server.simulator.fault(method="POST", path="invoice/submit", times=1, status=500, effect=True)
        portal_server.simulator.fault(
            method="GET", path="/invoices/", skip=1, times=1, body=SHORT, content_type="application/json"
        )
        answer = sender.invoice()
        assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
        later(portal_server)
        assert sender.submission(answer)["state"] == "confirmed"
        assert len(sender.invoices()) == 1

    def test_short_list_before_the_attempt_is_no_baseline_and_leads_to_review(
        self, sender: Sender, portal_server: PortalServer
    ) -> None:
        """Another, sent on another way, looks just like it: a look without a baseline must not take it for this one."""
        assert sender.invoice().status_code == 201
        with portal_server.services.database.write() as connection:
            connection.execute(submissions.delete())
        portal_server.simulator.fault(
            method="GET", path="/invoices/", times=1, body=SHORT, content_type="application/json"
        )
        portal_server.simulator.fault(method="POST", path="invoice/submit", times=1, status=500, effect=False)
        answer = sender.invoice()
        assert answer.headers["Submission-State"] == "review"
        later(portal_server, seconds=24 * HOUR)
        assert states(portal_server) == ["review"]

    def test_record_without_an_id_is_a_possible_match_until_a_look_shows_its_id(
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

        whenever_waiting(portal_server, hide_ids)
        answer = sender.note()
        assert answer.headers["Submission-State"] == "review"
        later(portal_server, seconds=24 * HOUR)
        assert states(portal_server) == ["confirmed"]
        assert len(sender.notes("Part ordered")) == 1

    def test_failed_look_takes_no_baseline_away(self, sender: Sender, portal_server: PortalServer) -> None:
        prove(sender, "note")
        leave_in_doubt(sender, "note")
        answer = sender.note()
        portal_server.simulator.control("DELETE", "faults")
        fault(sender, "note", times=1, status=503, effect=False)
        for _ in range(2):
            settle(portal_server)
        assert sender.submission(answer)["state"] == "confirmed"
        assert (len(sender.notes("Part ordered")), sent(sender)) == (1, 3)

    def test_review_without_a_list_looks_once_a_day(self, sender: Sender, portal_server: PortalServer) -> None:
        portal_server.simulator.fault(method="GET", path="/invoices/", status=404)
        portal_server.simulator.fault(method="POST", path="invoice/submit", status=503)
        answer = sender.invoice()
        assert answer.headers["Submission-State"] == "review"
        portal_server.simulator.control("DELETE", "faults")
        asked = len(portal_server.simulator.calls())
        later(portal_server, turns=36, seconds=2 * HOUR)
        assert len(portal_server.simulator.calls()) == asked + 3
        assert states(portal_server) == ["review"]


class TestSettling:
    """Nobody shortens the time in which AgentOS may act on what it was sent."""

    @pytest.fixture
    def doubtful(self, build: Callable[..., PortalServer]) -> Sender:
        """Somebody whose note timed out."""
        portal_server = build(AGENTOS_READ_TIMEOUT_S="0.3")
        portal_server.refresh()
        portal_server.tomorrow(10_000)
        portal_server.refresh()
        sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
        prove(sender, "note")
        portal_server.simulator.fault(method="POST", path="/notes", times=1, delay_s=0.6, effect=False)
        sender.answer = sender.note()  # type: ignore[attr-defined]
        assert sender.answer.headers["Submission-State"] == "unconfirmed"  # type: ignore[attr-defined]
        return sender

    def test_restart_of_the_machine_begins_settle_s_anew(self, doubtful: Sender) -> None:
        """The boot clock began anew, so nobody knows how long ago the attempt ended."""
        later(doubtful.portal_server, turns=1, seconds=100)
        doubtful.portal_server.clock.reboot("second boot")  # type: ignore[attr-defined]
        portal_server = PortalServer(
            doubtful.portal_server.config, doubtful.portal_server.simulator, doubtful.portal_server.clock
        )
        later(portal_server, turns=10, seconds=10)
        assert (states(portal_server)[-1], sent(doubtful)) == ("unconfirmed", 1)
        settle(portal_server)
        assert (states(portal_server)[-1], sent(doubtful)) == ("confirmed", 2)

    def test_retry_by_the_agencys_people_sends_nothing_before_settle_s(self, doubtful: Sender) -> None:
        portal_server = doubtful.portal_server
        for _ in range(9):
            assert self.command(doubtful, "retry").exit_code == 0
            later(portal_server, turns=1, seconds=10)
        assert (states(portal_server)[-1], sent(doubtful)) == ("unconfirmed", 1)
        settle(portal_server)
        assert (states(portal_server)[-1], sent(doubtful)) == ("confirmed", 2)

    def test_submission_that_people_call_absent_is_never_sent_again(self, doubtful: Sender) -> None:
        """Nobody can say so while AgentOS may still act on it."""
        told = self.command(doubtful, "resolve", "--not-arrived", "--by", "Jo")
        assert (told.exit_code, states(doubtful.portal_server)[-1]) == (1, "unconfirmed")
        assert "AgentOS may still act on it." in told.output
        doubtful.portal_server.tomorrow(SETTLE_S + 3)  # and the lag that the proof saw
        assert self.command(doubtful, "resolve", "--not-arrived", "--by", "Jo").exit_code == 0
        settle(doubtful.portal_server)
        assert (states(doubtful.portal_server)[-1], sent(doubtful)) == ("abandoned", 1)

    @staticmethod
    def command(sender: Sender, *words: str) -> Any:
        identity = sender.answer.headers["Location"].rpartition("/")[2]  # type: ignore[attr-defined]
        runner = sender.portal_server.app.test_cli_runner()
        return runner.invoke(args=["submissions", words[0], identity, *words[1:]])


def test_a_repeat_of_what_is_in_doubt_is_never_told_not_sent(sender: Sender, portal_server: PortalServer) -> None:
    leave_in_doubt(sender, "note")
    assert sender.note(Idempotency_Key=KEY).headers["Submission-State"] == "unconfirmed"
    with crowded(portal_server):
        assert sender.note(Idempotency_Key=KEY).headers["Submission-State"] == "unconfirmed"


@contextmanager
def crowded(portal_server: PortalServer) -> Iterator[None]:
    """As many wait for AgentOS as may."""
    places, taken = portal_server.services.bulkhead._places, 0
    while places.acquire(blocking=False):
        taken += 1
    yield
    for _ in range(taken):
        places.release()


class TestCrowded:
    """Who cannot wait for AgentOS is told what is so of a row that an earlier request left behind."""

    @pytest.fixture(autouse=True)
    def left_behind(self, sender: Sender, portal_server: PortalServer) -> None:
        """A note that waits, and nobody was promised anything."""
        portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503, times=2)
        assert sender.note(Idempotency_Key=KEY, Prefer="respond-async").status_code == 202
        with portal_server.services.database.write() as connection:
            connection.execute(update(submissions).values(promised=False))

    def test_what_never_left_was_not_sent_and_never_is(self, sender: Sender, portal_server: PortalServer) -> None:
        with crowded(portal_server):
            answer = sender.note(Idempotency_Key=KEY)
        assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
        assert "Nothing was sent" in answer.json["error"]
        later(portal_server)
        assert (states(portal_server), portal_server.simulator.writes()) == ([], [])
        assert sender.note(Idempotency_Key=KEY).status_code == 201, "its key is free"

    def test_what_somebody_works_on_is_being_sent(self, sender: Sender, portal_server: PortalServer) -> None:
        with portal_server.services.database.write() as connection:
            until = portal_server.services.database.seconds(connection) + 80
            connection.execute(update(submissions).values(lease_owner="x", lease_until=until))
        with crowded(portal_server):
            assert sender.note(Idempotency_Key=KEY).status_code == 409
        assert states(portal_server) == ["waiting"]

    def test_what_was_promised_is_not_given_up(self, sender: Sender, portal_server: PortalServer) -> None:
        with portal_server.services.database.write() as connection:
            connection.execute(update(submissions).values(promised=True))
        with crowded(portal_server):
            answer = sender.note(Idempotency_Key=KEY)
        assert answer.headers["Submission-State"] == "unconfirmed"
        assert "was accepted, and will be sent" in answer.json["error"]
        later(portal_server)
        assert states(portal_server) == ["confirmed"]

    def test_who_may_be_answered_later_is(self, sender: Sender, portal_server: PortalServer) -> None:
        with crowded(portal_server):
            assert sender.note(Idempotency_Key=KEY, Prefer="respond-async").status_code == 202
        later(portal_server)
        assert states(portal_server) == ["confirmed"]


def test_who_waits_for_their_turn_keeps_it(sender: Sender, portal_server: PortalServer) -> None:
    """The worker comes by meanwhile, and ends what was before it."""
    assert sender.note("First", Idempotency_Key="first").status_code == 201
    with portal_server.services.database.write() as connection:
        until = portal_server.services.database.seconds(connection) + 80
        connection.execute(update(submissions).values(state="sending", lease_owner="x", lease_until=until))

    def end_the_first() -> None:
        first = submissions.c.state == "sending"
        with portal_server.services.database.write() as connection:
            connection.execute(update(submissions).where(first).values(state="confirmed", lease_owner=None))
        portal_server.work()

    whenever_waiting(portal_server, end_the_first)
    answer = sender.note("Second")
    assert answer.status_code == 201
    assert len(sender.notes("Second")) == 1
