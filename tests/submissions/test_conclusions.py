"""Conclusions and sentences of the portal that its evidence did not support."""

from typing import Any

import pytest
from sqlalchemy import Row

from app.domain.delivery import MOST_LOOKS
from app.ledger.ledger import Ledger
from app.store.tables import submissions
from tests.jobs.expected import client_for
from tests.pdfs import PDF
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import OFFICE, in_review, mails_to
from tests.submissions.test_claims import enter_by_hand, of_submissions
from tests.submissions.test_delivery import KEY, WRITES, fault, held_back, prove
from tests.submissions.test_killed import in_json
from tests.submissions.turns import HOUR, SETTLE_S, after_the_next_write, have_tried_for, later, settle, states, told


def newest(portal_server: PortalServer) -> Row[Any]:
    """The row accepted last."""
    with portal_server.services.database.read() as connection:
        return connection.execute(submissions.select().order_by(submissions.c.number.desc())).first()  # type: ignore[return-value]


def a_day_later(sender: Sender, portal_server: PortalServer) -> None:
    """The portal's proof is a day old, so that it looks for what it sends."""
    portal_server.tomorrow()
    sender.client = client_for(portal_server, "acme/CON-1001")


def test_same_words_that_are_being_sent_are_no_twin(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    prove(sender, "note")
    a_day_later(sender, portal_server)
    sender.note("No access", Idempotency_Key="one")
    portal_server.tomorrow(3)
    worker = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)
    after_the_next_write(monkeypatch, worker.work)
    sender.note("No access", Idempotency_Key="two")
    assert len(sender.notes("No access")) == 2
    assert "twin" not in told(portal_server)


@pytest.mark.parametrize("many", [1, 2, 4])
def test_lasting_refusal_rejects_every_submission_that_it_meets(
    sender: Sender, portal_server: PortalServer, many: int
) -> None:
    """While the operation rests, the others are not sent: that does not begin the count of refusals anew."""
    prove(sender, "note")
    jobs = portal_server.simulator.state()["jobs"].items()
    theirs = [job for job, held in jobs if held.get("ContractorOID") == "CON-1001"][:many]
    portal_server.simulator.fault(method="POST", path="/notes", status=403, effect=False)
    for job in theirs:
        assert sender.note(job=job, Prefer="respond-async").status_code == 202
    for _ in range(12):
        later(portal_server, turns=6, seconds=300)
        portal_server.refresh()
    assert set(states(portal_server)[1:]) == {"rejected"}


def test_record_seen_late_by_the_portal_itself_proves_nothing(sender: Sender, portal_server: PortalServer) -> None:
    """AgentOS may have listed it at once, or just before: 150 s later here."""
    sender.note("Proof", job="JOB-5")
    portal_server.tomorrow(200)
    portal_server.work()
    fault(sender, "note", times=1, status=502, effect=True)
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", short=1, skip=1)
    sender.note()
    later(portal_server, turns=15, seconds=10)
    portal_server.simulator.control("DELETE", "faults")
    later(portal_server, turns=1, seconds=10)
    assert len(sender.notes("Part ordered")) == 1


@pytest.mark.parametrize(
    ("turns", "records", "twins"),
    [(1, 1, []), (6, 2, ["twin"])],
    ids=["before it was sent again", "after it was sent again"],
)
def test_sender_that_lost_its_row_brings_agentos_s_answer(
    sender: Sender,
    portal_server: PortalServer,
    monkeypatch: pytest.MonkeyPatch,
    turns: int,
    records: int,
    twins: list[str],
) -> None:
    """It stood still with the answer meanwhile, and AgentOS did not list the record."""
    prove(sender, "invoice")
    before, worker = (
        len(sender.invoices()),
        PortalServer(portal_server.config, portal_server.simulator, portal_server.clock),
    )

    def stand_still() -> None:
        portal_server.simulator.fault(method="GET", path="/invoices/", lacks="last")
        portal_server.tomorrow(600)
        later(worker, turns=turns, seconds=60)

    after_the_next_write(monkeypatch, stand_still)
    assert sender.invoice({"Idempotency_Key": KEY}).status_code == 201
    later(worker, turns=6, seconds=60)
    assert (len(sender.invoices()) - before, told(portal_server), states(portal_server)[-1]) == (
        records,
        twins,
        "confirmed",
    )


@pytest.mark.parametrize("kind", ["completion", "note"])
def test_late_answer_is_no_twin_of_the_record_that_a_look_found(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """AgentOS answers with another id than it lists."""
    prove(sender, kind)
    alias = {"body": '{"OID": "ALIAS"}', "content_type": "application/json"}
    fault(sender, kind, times=1, status=200, effect=True, **alias)
    worker = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)

    def stand_still() -> None:
        portal_server.tomorrow(600)
        later(worker, turns=2, seconds=60)

    after_the_next_write(monkeypatch, stand_still)
    WRITES[kind](sender)
    assert (states(portal_server)[-1], told(portal_server)) == ("confirmed", [])


def test_twin_is_not_blamed_on_attempts_that_were_turned_away(sender: Sender, portal_server: PortalServer) -> None:
    prove(sender, "invoice")
    fault(sender, "invoice", times=1, status=429, effect=False)
    sender.invoice({"Prefer": "respond-async"})
    later(portal_server, turns=3, seconds=80)
    enter_by_hand(sender)
    later(portal_server, turns=3, seconds=HOUR)
    portal_server.postbox.mails.clear()
    portal_server.notify()
    (mail,) = [text for _, text in mails_to(portal_server, OFFICE)]
    assert "or somebody may have entered it" in " ".join(mail.split())


def test_twin_is_told_after_the_office_said_that_it_is_there(sender: Sender, portal_server: PortalServer) -> None:
    prove(sender, "invoice")
    takes_effect = held_back(sender, "invoice")
    answer = sender.invoice()
    fault(sender, "invoice", times=1, status=502, effect=False)
    for _ in range(3):
        settle(portal_server)
    assert states(portal_server)[-1] == "review"
    takes_effect()
    number, oid = answer.headers["Location"].rpartition("/")[2], sender.invoices()[-1]["OID"]
    of_submissions(portal_server, "resolve", number, "--arrived", "--id", oid, "--by", "Jo")
    enter_by_hand(sender)  # as the second attempt would
    later(portal_server, turns=9, seconds=2 * HOUR)
    assert "twin" in told(portal_server)


@pytest.mark.parametrize("kind", ["note", "invoice"])
def test_record_that_agentos_named_and_does_not_list_is_asked_about(
    sender: Sender, portal_server: PortalServer, kind: str
) -> None:
    prove(sender, kind)
    a_day_later(sender, portal_server)
    fault(sender, kind, times=1, status=200, effect=False, body='{"OID": "X-999"}', content_type="application/json")
    answer = sender.note() if kind == "note" else sender.invoice()
    assert answer.status_code == 201
    later(portal_server, turns=20, seconds=60)
    assert states(portal_server)[-1] == "review"


def test_submission_in_doubt_is_no_longer_called_refused(sender: Sender, portal_server: PortalServer) -> None:
    prove(sender, "note")
    fault(sender, "note", times=1, status=400, effect=False)
    answer = sender.note(Prefer="respond-async")
    portal_server.simulator.control("DELETE", "faults")
    fault(sender, "note", status=502, effect=True)
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=500, skip=4)
    for _ in range(8):
        later(portal_server, turns=1, seconds=40)
        if newest(portal_server).doubts:
            break
    seen = sender.submission(answer)
    assert (seen["state"], "refused" in seen["message"]) == ("unconfirmed", False)


def test_what_was_sent_is_not_called_unsent(sender: Sender, portal_server: PortalServer) -> None:
    number = in_review(sender)
    of_submissions(portal_server, "resolve", number, "--not-arrived", "--by", "Jo")
    seen = sender.client.get(f"/api/contractor/submissions/{number}").json
    assert seen["message"] == "It did not arrive. You may send it again."


@pytest.mark.parametrize("status", [400, 401, 403])
def test_repeats_bring_nothing_to_review(sender: Sender, portal_server: PortalServer, status: int) -> None:
    prove(sender, "note")
    fault(sender, "note", times=1, status=status, effect=False)
    sender.note(Prefer="respond-async", Idempotency_Key=KEY)
    for _ in range(12):
        portal_server.tomorrow(2)
        sender.note(Prefer="respond-async", Idempotency_Key=KEY)
    assert states(portal_server)[-1] != "review"


def test_looks_that_nobody_made_count_for_nothing(sender: Sender, portal_server: PortalServer) -> None:
    """The worker has its first turn when four looks would have been made."""
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", notes="missing", skip=1)
    fault(sender, "note", status=502, effect=False)
    sender.note(Prefer="respond-async")
    later(portal_server, turns=1, seconds=SETTLE_S - 10)
    later(portal_server, turns=MOST_LOOKS, seconds=6 * HOUR)
    assert states(portal_server) == ["review"]
    looks = [call for call in portal_server.simulator.calls("GET") if call["path"].endswith("/jobs/JOB-1")][1:]
    assert len(looks) == MOST_LOOKS


def test_hours_of_waiting_are_no_hours_in_doubt(sender: Sender, portal_server: PortalServer) -> None:
    prove(sender, "note")
    portal_server.simulator.fault(path="/", status=503)
    sender.note(Prefer="respond-async")
    later(portal_server, turns=1, seconds=60)
    have_tried_for(portal_server, hours=71.99)
    portal_server.simulator.control("DELETE", "faults")
    fault(sender, "note", times=1, status=404, effect=False)
    later(portal_server, turns=1, seconds=300)
    later(portal_server, turns=4, seconds=60)
    assert states(portal_server)[-1] != "review"


def test_lost_document_ends_a_submission_that_waits_for_another(sender: Sender, portal_server: PortalServer) -> None:
    prove(sender, "note", "invoice")
    fault(sender, "note", times=1, status=502, effect=False)
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=500, skip=1)
    sender.note(Prefer="respond-async")
    answer = sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF))
    (portal_server.config.documents_dir / f"{answer.json['submissionId']}.pdf").unlink()
    later(portal_server, turns=2, seconds=100)
    assert sender.submission(answer)["state"] == "abandoned"


def test_submission_that_is_sent_again_meanwhile_is_not_settled(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker sends it between the command's first look at the row and its lease."""
    prove(sender, "note")
    fault(sender, "note", times=1, status=502, effect=False)
    number = sender.note().headers["Location"].rpartition("/")[2]
    later(portal_server, turns=1, seconds=SETTLE_S + 5)
    portal_server.tomorrow(11)
    take, meanwhile = (
        Ledger.take,
        [lambda: fault(sender, "note", times=1, status=502, effect=False), portal_server.work],
    )

    def take_later(ledger: Ledger, *given: Any, **named: Any) -> Any:
        while meanwhile:
            meanwhile.pop(0)()
        return take(ledger, *given, **named)

    monkeypatch.setattr(Ledger, "take", take_later)
    of_submissions(portal_server, "resolve", number, "--not-arrived", "--by", "Jo")
    assert states(portal_server)[-1] != "abandoned"
