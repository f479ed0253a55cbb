"""One submission creates one record, however often it is sent."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.jobs.expected import client_for
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import prove_recognition
from tests.submissions.worker_runs import run_worker_later, run_worker_until_settled, submission_states

KEY = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
DAY = 86_400.0
ASYNC = {"Prefer": "respond-async"}
UNSETTLED: dict[str, list[dict[str, Any]]] = {
    "waiting": [{"path": "/", "status": 503}],
    "unconfirmed": [
        {"method": "POST", "path": "invoice/submit", "status": 503, "effect": False},
        {"method": "GET", "path": "/invoices/", "status": 500, "skip": 1},
    ],
    "review": [
        {"method": "POST", "path": "invoice/submit", "status": 503, "effect": False},
        {"method": "GET", "path": "/invoices/", "status": 404},
    ],
}
"""The faults of AgentOS that leave an invoice in each state."""


def leave_invoice_in(sender: Sender, state: str, **headers: str) -> Any:
    """Send an invoice that is still in this state eight days later, when the contractor signs in again."""
    for fault in UNSETTLED[state]:
        sender.portal_server.simulator.fault(**fault)
    answer = sender.invoice({**ASYNC, **headers})
    assert (answer.status_code, sender.submission(answer)["state"]) == (202, state)
    sender.portal_server.advance_clock(8 * DAY)
    sender.client = client_for(sender.portal_server, "acme/CON-1001")
    return answer


def replayed(answer) -> bool:
    return answer.headers.get("Idempotency-Replayed") == "true"


@pytest.mark.parametrize(
    "send",
    [
        lambda sender: sender.note(Idempotency_Key=KEY),
        lambda sender: sender.complete(Idempotency_Key=KEY),
        lambda sender: sender.invoice({"Idempotency_Key": KEY}),
    ],
    ids=["note", "toggle", "invoice"],
)
def test_repeated_key_returns_identical_response(sender: Sender, send) -> None:
    first = send(sender)
    assert first.status_code in (200, 201)
    assert not replayed(first)
    for _ in range(2):
        sender.portal_server.advance_clock(3 * DAY)
        sender.client = client_for(sender.portal_server, "acme/CON-1001")
        sender.portal_server.refresh()
        again = send(sender)
        assert (again.status_code, again.data) == (first.status_code, first.data)
        assert again.content_type == first.content_type
        assert replayed(again)
    assert len(sender.portal_server.simulator.writes()) == 1


def test_key_survives_restart(sender: Sender, portal_server: PortalServer) -> None:
    first = sender.note(Idempotency_Key=KEY)
    sender.client = client_for(
        PortalServer(portal_server.config, portal_server.simulator, portal_server.clock), "acme/CON-1001"
    )
    again = sender.note(Idempotency_Key=KEY)
    assert (again.status_code, again.data, replayed(again)) == (201, first.data, True)


def test_key_expires_after_seven_days(sender: Sender) -> None:
    sender.note(Idempotency_Key=KEY)
    sender.portal_server.advance_clock(7 * DAY)
    sender.client = client_for(sender.portal_server, "acme/CON-1001")
    assert not replayed(sender.note(Idempotency_Key=KEY))
    assert len(sender.notes("Part ordered")) == 2


def test_seven_days_of_key_begin_at_the_end_of_its_submission(sender: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.fault(path="/", status=503)
    first = sender.note(Idempotency_Key=KEY, **ASYNC)
    portal_server.simulator.control("DELETE", "faults")
    run_worker_later(portal_server, turns=1, seconds=6 * DAY)
    assert submission_states(portal_server) == ["confirmed"]
    portal_server.advance_clock(7 * DAY - 1)
    sender.client = client_for(portal_server, "acme/CON-1001")
    again = sender.note(Idempotency_Key=KEY)
    assert (replayed(again), sender.submission(again)) == (True, sender.submission(first))
    portal_server.advance_clock(1)
    assert not replayed(sender.note(Idempotency_Key=KEY))


@pytest.mark.parametrize("headers", [{}, {"Idempotency_Key": KEY}], ids=["content", "key"])
@pytest.mark.parametrize("state", UNSETTLED)
def test_unsettled_invoice_is_repeated_at_any_age(sender: Sender, state: str, headers: dict[str, str]) -> None:
    first = leave_invoice_in(sender, state, **headers)
    again = sender.invoice({**ASYNC, **headers})
    assert (again.status_code, again.headers.get("Location")) == (202, first.headers["Location"])


def test_quotes_around_key_are_ignored(sender: Sender) -> None:
    sender.note(Idempotency_Key=KEY)
    assert replayed(sender.note(Idempotency_Key=f'"{KEY}"'))


@pytest.mark.parametrize("key", ["", '""', "x" * 129, "a\x7fb", "ŵ".encode().decode("latin-1")])
def test_invalid_key_is_400(sender: Sender, key: str) -> None:
    answer = sender.note(Idempotency_Key=key)
    assert (answer.status_code, answer.json["error"][:17]) == (400, "Idempotency-Key: ")
    assert sender.portal_server.simulator.writes() == []


def test_key_reused_with_different_content_is_400(sender: Sender) -> None:
    sender.note(Idempotency_Key=KEY)
    for answer in (sender.note("Other words", Idempotency_Key=KEY),):
        assert (answer.status_code, answer.json["error"][:17]) == (400, "Idempotency-Key: ")
    sender.complete(True, Idempotency_Key=KEY)
    assert sender.complete(False, Idempotency_Key=KEY).status_code == 400
    assert len(sender.portal_server.simulator.writes()) == 2


def test_key_is_scoped_to_account_method_and_path(portal_server: PortalServer, sender: Sender) -> None:
    others = [
        Sender(portal_server, client_for(portal_server, account)) for account in ("harbour/CON-5001", "acme/CON-1002")
    ]
    theirs = next(
        job
        for job, fields in portal_server.simulator.state()["jobs"].items()
        if fields.get("ContractorOID") == "CON-1002"
    )
    elsewhere = next(
        job
        for job, fields in portal_server.simulator.state("harbour")["jobs"].items()
        if fields["ContractorOID"] == "CON-5001"
    )
    answers = [
        sender.note(Idempotency_Key=KEY),
        sender.note(job="JOB-5", Idempotency_Key=KEY),
        sender.complete(True, Idempotency_Key=KEY),
        sender.invoice({"Idempotency_Key": KEY}),
        others[0].note(Idempotency_Key=KEY),
        others[1].note(job=theirs, Idempotency_Key=KEY),
        others[0].invoice({"Idempotency_Key": KEY}, jobId=elsewhere),
        others[1].invoice({"Idempotency_Key": KEY}, jobId=theirs),
    ]
    assert [answer.status_code for answer in answers] == [201, 201, 200, 201, 201, 201, 201, 201]
    assert not any(map(replayed, answers))


@pytest.mark.parametrize("headers", [{}, {"Idempotency_Key": KEY}], ids=["content", "key"])
def test_same_contractor_id_in_two_agencies_does_not_share_invoices(
    portal_server: PortalServer, sender: Sender, headers: dict[str, str]
) -> None:
    """The agencies have a job of the same id, too."""
    namesake = {**portal_server.simulator.state("harbour")["contractors"]["CON-5001"], "OID": "CON-1001"}
    portal_server.simulator.control("POST", "state/harbour/contractors", namesake)
    portal_server.simulator.change("harbour/jobs/JOB-1", ContractorOID="CON-1001")
    portal_server.advance_clock(4_000)
    portal_server.refresh(everywhere=True)
    other = Sender(portal_server, client_for(portal_server, "harbour/CON-5001"))
    other.client.environ_base["HTTP_PORTAL_ACCOUNT"] = "harbour/CON-1001"
    assert sender.invoice(headers).status_code == 201
    answer = other.invoice(headers)
    assert (answer.status_code, replayed(answer)) == (201, False)


def test_same_note_under_different_keys_creates_separate_notes(sender: Sender) -> None:
    ids = {sender.note(Idempotency_Key=f"key-{number}").json["noteId"] for number in range(3)}
    assert ids == {note["OID"] for note in sender.notes("Part ordered")}
    assert len(ids) == 3


def test_same_note_without_key_within_a_minute_is_replayed(sender: Sender) -> None:
    first = sender.note()
    sender.portal_server.advance_clock(59)
    again = sender.note()
    assert (again.status_code, again.data, replayed(again)) == (201, first.data, True)
    assert not replayed(sender.note("Part ordered!"))
    assert not replayed(sender.note(job="JOB-5"))
    assert not replayed(sender.note(X_Allow_Duplicate="true"))
    sender.portal_server.advance_clock(60)
    assert not replayed(sender.note())
    assert len(sender.notes("Part ordered")) == 3


def test_same_invoice_without_key_within_a_day_is_replayed(sender: Sender) -> None:
    first = sender.invoice()
    sender.portal_server.advance_clock(DAY - 1)
    again = sender.invoice()
    assert (again.status_code, again.data, replayed(again)) == (201, first.data, True)
    assert len(sender.invoices()) == 1


@pytest.mark.parametrize("headers", [{}, {"Idempotency_Key": KEY}])
def test_invoice_for_same_job_and_amount_within_thirty_days_is_409(sender: Sender, headers) -> None:
    sender.invoice()
    sender.portal_server.advance_clock(30 * DAY - 1)
    sender.client = client_for(sender.portal_server, "acme/CON-1001")
    sender.portal_server.refresh()
    answer = sender.invoice(headers, invoiceNumber="A-8", invoiceDate="2026-12-20")
    assert answer.status_code == 409
    assert "on 25 November at 09:00" in answer.json["error"]
    assert sender.invoice(amount=480.01, invoiceNumber="A-8").status_code == 201
    assert sender.invoice({"X_Allow_Duplicate": "true"}, invoiceNumber="A-9").status_code == 201
    assert len(sender.invoices()) == 3
    sender.portal_server.advance_clock(1)
    answer = sender.invoice(amount=480.00, invoiceNumber="A-10")
    assert "on 25 December at 08:59" in answer.json["error"], "the first of the last thirty days"


@pytest.mark.parametrize("state", UNSETTLED)
def test_invoice_for_same_job_and_amount_as_unsettled_invoice_is_409(sender: Sender, state: str) -> None:
    leave_invoice_in(sender, state)
    answer = sender.invoice(invoiceNumber="A-8")
    assert (answer.status_code, "this amount for this job on 25 November" in answer.json["error"]) == (409, True)


def test_invoice_with_same_document_is_409_despite_another_job_and_amount(sender: Sender) -> None:
    assert sender.invoice(document=in_json(PDF, "a.pdf")).status_code == 201
    other = {"jobId": "JOB-5", "amount": 99.0, "invoiceNumber": "A-8"}
    answer = sender.invoice(document=in_json(PDF, "b.pdf"), **other)
    assert answer.status_code == 409
    assert answer.json["error"].startswith("You already sent an invoice with this document on 25 November at 09:00.")
    assert sender.invoice(**other).status_code == 201, "nor are two invoices without a document duplicates"


def test_equal_invoice_of_another_contractor_is_neither_repeat_nor_duplicate(
    sender: Sender, portal_server: PortalServer
) -> None:
    """The agency gave the job to another contractor. A repeat or a 409 would tell of the first invoice."""
    assert sender.invoice(document=in_json(PDF)).status_code == 201
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")
    other = Sender(portal_server, client_for(portal_server, "acme/CON-1002"))
    answer = other.invoice(document=in_json(PDF))
    assert (answer.status_code, replayed(answer)) == (201, False)


def test_invalid_allow_duplicate_header_is_400(sender: Sender) -> None:
    assert sender.note(X_Allow_Duplicate="perhaps").status_code == 400


def test_rejected_invoice_does_not_count_as_duplicate(sender: Sender) -> None:
    sender.portal_server.simulator.fault(path="invoice/submit", status=400, times=1)
    assert sender.invoice().status_code == 500
    assert sender.invoice().status_code == 201


def test_invoice_rejected_by_agency_does_not_block_new_invoice(sender: Sender, portal_server: PortalServer) -> None:
    first = sender.invoice().json["invoiceId"]
    invoices = portal_server.simulator.state()["invoices"]["CON-1001"]
    for invoice in invoices:
        invoice["Status"] = "Rejected" if invoice["OID"] == first else invoice["Status"]
    portal_server.simulator.control("PUT", "state/acme/invoices/CON-1001", invoices)
    portal_server.advance_clock(4_000)
    sender.client.get("/api/contractor/invoices")
    portal_server.refresh()
    assert sender.invoice(invoiceNumber="A-8").status_code == 201


@pytest.mark.parametrize("status", [400, 413, 415, 422])
def test_final_refusal_is_replayed_under_its_key(sender: Sender, status: int) -> None:
    sender.portal_server.simulator.fault(method="POST", path="/notes", status=status)
    first = sender.note(Idempotency_Key=KEY)
    assert (first.status_code, first.headers["Submission-State"]) == (500, "rejected")
    again = sender.note(Idempotency_Key=KEY)
    assert (again.status_code, again.data, replayed(again)) == (500, first.data, True)
    assert again.headers["Submission-State"] == "rejected"
    assert len(sender.portal_server.simulator.writes()) == 1


@pytest.mark.parametrize("status", [403, 404, 405])
def test_key_of_probably_refused_note_is_kept_until_absence_is_proven(sender: Sender, status: int) -> None:
    prove_recognition(sender, "note")
    sender.portal_server.simulator.fault(method="POST", path="/notes", times=1, status=status)
    assert sender.note(Idempotency_Key=KEY).headers["Submission-State"] == "unconfirmed"
    assert sender.note("Other words", Idempotency_Key=KEY).status_code == 400
    run_worker_until_settled(sender.portal_server)
    assert submission_states(sender.portal_server)[-1] == "abandoned"
    assert sender.note("Other words", Idempotency_Key=KEY).status_code == 201
    assert sender.notes("Part ordered") == []


@pytest.mark.parametrize("status", [401, 429])
def test_key_of_note_that_certainly_did_not_arrive_is_freed(sender: Sender, status: int) -> None:
    sender.portal_server.simulator.fault(method="POST", path="/notes", times=1, status=status)
    first = sender.note(Idempotency_Key=KEY)
    assert (first.status_code, first.headers["Submission-State"]) == (500, "not-sent")
    sender.portal_server.advance_clock(61)
    assert sender.note("Other words", Idempotency_Key=KEY).status_code == 201
    sender.portal_server.work()
    assert sender.notes("Part ordered") == [], "and it is not sent later"


def test_rate_limit_counts_only_new_submissions(build: Callable[..., PortalServer]) -> None:
    portal_server = build(WRITES_PER_MINUTE="2")
    portal_server.refresh()
    sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
    answers = [sender.note(Idempotency_Key=KEY) for _ in range(5)] + [sender.note() for _ in range(3)]
    assert {answer.status_code for answer in answers} == {201}
    assert sender.note("Two").status_code == 201
    assert sender.note("Three").status_code == 429


def test_twenty_concurrent_requests_with_one_key_create_one_note(sender: Sender, portal_server: PortalServer) -> None:
    cookie = sender.client.get_cookie("portal_session")
    assert cookie is not None

    def send(_: int) -> tuple[int, bytes]:
        client = portal_server.app.test_client()
        client.set_cookie("portal_session", cookie.value)
        answer = Sender(portal_server, client).note(Idempotency_Key=KEY, Portal_Account="acme/CON-1001")
        return answer.status_code, answer.data

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(send, range(20)))
    assert len(sender.notes("Part ordered")) == 1
    good = {data for status, data in answers if status == 201}
    assert len(good) == 1
    assert {status for status, _ in answers} <= {201, 409}
