"""Conclusions and messages of the portal that its evidence did not support."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import Row

from app.domain.delivery import MOST_LOOKS
from app.ledger.ledger import Ledger
from app.store.tables import submissions
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import OFFICE, in_review, mails_to
from tests.submissions.test_claims import enter_in_office, run_submissions_command
from tests.submissions.test_delivery import KEY, WRITES, delay_next_write, fail_writes, prove_recognition
from tests.submissions.worker_runs import (
    HOUR,
    SETTLED_S,
    after_next_write,
    notice_kinds,
    pretend_tried_for,
    run_worker_later,
    run_worker_until_settled,
    stand_still,
    submission_states,
)


def latest_submission(portal_server: PortalServer) -> Row[Any]:
    """Return the row accepted last."""
    with portal_server.services.database.read() as connection:
        return connection.execute(submissions.select().order_by(submissions.c.number.desc())).first()  # type: ignore[return-value]


def advance_one_day(sender: Sender, portal_server: PortalServer) -> None:
    """Let the portal's proof become a day old, which makes it check its writes again."""
    portal_server.advance_clock()
    sender.client = client_for(portal_server, "acme/CON-1001")


def test_equal_note_still_being_sent_is_not_reported_as_duplicate(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    prove_recognition(sender, "note")
    advance_one_day(sender, portal_server)
    sender.note("No access", Idempotency_Key="one")
    portal_server.advance_clock(3)
    worker = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)
    after_next_write(monkeypatch, worker.work)
    sender.note("No access", Idempotency_Key="two")
    assert len(sender.notes("No access")) == 2
    assert "twin" not in notice_kinds(portal_server)


@pytest.mark.parametrize("many", [1, 2, 4])
def test_lasting_refusal_rejects_every_affected_submission(
    sender: Sender, portal_server: PortalServer, many: int
) -> None:
    """While the operation backs off, the others are not sent. The count of refusals does not start again."""
    prove_recognition(sender, "note")
    jobs = portal_server.simulator.state()["jobs"].items()
    theirs = [job for job, fields in jobs if fields.get("ContractorOID") == "CON-1001"][:many]
    portal_server.simulator.fault(method="POST", path="/notes", status=403, effect=False)
    for job in theirs:
        assert sender.note(job=job, Prefer="respond-async").status_code == 202
    for _ in range(12):
        run_worker_later(portal_server, turns=6, seconds=300)
        portal_server.refresh()
    assert set(submission_states(portal_server)[1:]) == {"rejected"}


def test_record_first_seen_late_by_portal_proves_nothing(sender: Sender, portal_server: PortalServer) -> None:
    """Here the portal checks 150 s later. AgentOS may have listed the record at once, or only just before."""
    sender.note("Proof", job="JOB-5")
    portal_server.advance_clock(200)
    portal_server.work()
    fail_writes(sender, "note", times=1, status=502, effect=True)
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", short=1, skip=1)
    sender.note()
    run_worker_later(portal_server, turns=15, seconds=10)
    portal_server.simulator.control("DELETE", "faults")
    run_worker_later(portal_server, turns=1, seconds=10)
    assert len(sender.notes("Part ordered")) == 1


@pytest.mark.parametrize(
    ("is_proven", "turns", "records", "notices"),
    [(True, 1, 1, []), (True, 6, 2, ["twin"]), (False, 6, 1, ["office", "review"])],
    ids=["before it was sent again", "after it was sent again", "in review"],
)
def test_late_agentos_response_is_used_after_lease_was_lost(
    sender: Sender,
    portal_server: PortalServer,
    monkeypatch: pytest.MonkeyPatch,
    is_proven: bool,
    turns: int,
    records: int,
    notices: list[str],
) -> None:
    """The request stalled with the response, and AgentOS did not list the record."""
    if is_proven:
        prove_recognition(sender, "invoice")
    before, worker = (
        len(sender.invoices()),
        PortalServer(portal_server.config, portal_server.simulator, portal_server.clock),
    )

    after_next_write(monkeypatch, partial(stand_still, worker, turns=turns))
    assert sender.invoice({"Idempotency_Key": KEY}).status_code == 201
    portal_server.simulator.control("DELETE", "faults")
    run_worker_later(worker, turns=6, seconds=60)
    assert (len(sender.invoices()) - before, notice_kinds(portal_server), submission_states(portal_server)[-1]) == (
        records,
        notices,
        "confirmed",
    )


@pytest.mark.parametrize("kind", ["completion", "note"])
def test_late_response_with_unlisted_id_is_not_reported_as_duplicate(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """AgentOS's response has another id than its list."""
    prove_recognition(sender, kind)
    alias = {"body": '{"OID": "ALIAS"}', "content_type": "application/json"}
    fail_writes(sender, kind, times=1, status=200, effect=True, **alias)
    worker = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)

    def stand_still() -> None:
        portal_server.advance_clock(600)
        run_worker_later(worker, turns=2, seconds=60)

    after_next_write(monkeypatch, stand_still)
    WRITES[kind](sender)
    assert (submission_states(portal_server)[-1], notice_kinds(portal_server)) == ("confirmed", [])


def test_duplicate_is_not_blamed_on_rate_limited_attempts(sender: Sender, portal_server: PortalServer) -> None:
    prove_recognition(sender, "invoice")
    fail_writes(sender, "invoice", times=1, status=429, effect=False)
    sender.invoice({"Prefer": "respond-async"})
    run_worker_later(portal_server, turns=3, seconds=110)
    enter_in_office(sender)
    run_worker_later(portal_server, turns=3, seconds=HOUR)
    portal_server.postbox.mails.clear()
    portal_server.notify()
    (mail,) = [text for _, text in mails_to(portal_server, OFFICE)]
    assert "or somebody may have entered it" in " ".join(mail.split())


def test_duplicate_is_reported_after_office_confirmed_arrival(sender: Sender, portal_server: PortalServer) -> None:
    prove_recognition(sender, "invoice")
    takes_effect = delay_next_write(sender, "invoice")
    answer = sender.invoice()
    fail_writes(sender, "invoice", times=1, status=502, effect=False)
    for _ in range(3):
        run_worker_until_settled(portal_server)
    assert submission_states(portal_server)[-1] == "review"
    takes_effect()
    number, oid = answer.headers["Location"].rpartition("/")[2], sender.invoices()[-1]["OID"]
    run_submissions_command(portal_server, "resolve", number, "--arrived", "--id", oid, "--by", "Jo")
    enter_in_office(sender)  # as the second attempt would
    run_worker_later(portal_server, turns=9, seconds=2 * HOUR)
    assert "twin" in notice_kinds(portal_server)


@pytest.mark.parametrize("kind", ["note", "invoice"])
def test_submission_goes_to_review_if_acknowledged_record_is_not_listed(
    sender: Sender, portal_server: PortalServer, kind: str
) -> None:
    prove_recognition(sender, kind)
    advance_one_day(sender, portal_server)
    fail_writes(
        sender, kind, times=1, status=200, effect=False, body='{"OID": "X-999"}', content_type="application/json"
    )
    answer = sender.note() if kind == "note" else sender.invoice()
    assert answer.status_code == 201
    run_worker_later(portal_server, turns=20, seconds=60)
    assert submission_states(portal_server)[-1] == "review"


def test_unconfirmed_submission_is_not_described_as_refused(sender: Sender, portal_server: PortalServer) -> None:
    prove_recognition(sender, "note")
    fail_writes(sender, "note", times=1, status=400, effect=False)
    answer = sender.note(Prefer="respond-async")
    portal_server.simulator.control("DELETE", "faults")
    fail_writes(sender, "note", status=502, effect=True)
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=500, skip=4)
    for _ in range(8):
        run_worker_later(portal_server, turns=1, seconds=40)
        if latest_submission(portal_server).doubts:
            break
    seen = sender.submission(answer)
    assert (seen["state"], "refused" in seen["message"]) == ("unconfirmed", False)


def test_submission_resolved_as_absent_is_not_described_as_unsent(sender: Sender, portal_server: PortalServer) -> None:
    number = in_review(sender)
    run_submissions_command(portal_server, "resolve", number, "--not-arrived", "--by", "Jo")
    seen = sender.client.get(f"/api/contractor/submissions/{number}").json
    assert seen["message"] == "It did not arrive. You may send it again."


def test_skipped_checks_do_not_count_towards_limit(sender: Sender, portal_server: PortalServer) -> None:
    """The worker's first run is at the time of the fourth check."""
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", notes="missing", skip=1)
    fail_writes(sender, "note", status=502, effect=False)
    sender.note(Prefer="respond-async")
    run_worker_later(portal_server, turns=1, seconds=SETTLED_S - 10)
    run_worker_later(portal_server, turns=MOST_LOOKS, seconds=6 * HOUR)
    assert submission_states(portal_server) == ["review"]
    looks = [call for call in portal_server.simulator.calls("GET") if call["path"].endswith("/jobs/JOB-1")][1:]
    assert len(looks) == MOST_LOOKS


def test_waiting_hours_do_not_count_as_unconfirmed_hours(sender: Sender, portal_server: PortalServer) -> None:
    prove_recognition(sender, "note")
    portal_server.simulator.fault(path="/", status=503)
    sender.note(Prefer="respond-async")
    run_worker_later(portal_server, turns=1, seconds=60)
    pretend_tried_for(portal_server, hours=71.99)
    portal_server.simulator.control("DELETE", "faults")
    fail_writes(sender, "note", times=1, status=404, effect=False)
    run_worker_later(portal_server, turns=1, seconds=300)
    run_worker_later(portal_server, turns=4, seconds=60)
    assert submission_states(portal_server)[-1] != "review"


def test_submission_resent_during_resolve_is_not_abandoned(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker sends it after the command's first query of the row, before the command has its lease."""
    prove_recognition(sender, "note")
    fail_writes(sender, "note", times=1, status=502, effect=False)
    number = sender.note().headers["Location"].rpartition("/")[2]
    run_worker_later(portal_server, turns=1, seconds=SETTLED_S + 5)
    portal_server.advance_clock(11)
    take, meanwhile = (
        Ledger.take,
        [lambda: fail_writes(sender, "note", times=1, status=502, effect=False), portal_server.work],
    )

    def take_later(ledger: Ledger, *args: Any, **named: Any) -> Any:
        while meanwhile:
            meanwhile.pop(0)()
        return take(ledger, *args, **named)

    monkeypatch.setattr(Ledger, "take", take_later)
    run_submissions_command(portal_server, "resolve", number, "--not-arrived", "--by", "Jo")
    assert submission_states(portal_server)[-1] != "abandoned"


@pytest.mark.parametrize("status", [400, 401, 403])
def test_repeated_requests_do_not_cause_review(sender: Sender, portal_server: PortalServer, status: int) -> None:
    prove_recognition(sender, "note")
    fail_writes(sender, "note", times=1, status=status, effect=False)
    sender.note(Prefer="respond-async", Idempotency_Key=KEY)
    for _ in range(12):
        portal_server.advance_clock(2)
        sender.note(Prefer="respond-async", Idempotency_Key=KEY)
    assert submission_states(portal_server)[-1] != "review"
