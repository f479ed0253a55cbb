"""GET /api/contractor/invoices: the contractor's invoices, the newest first, each once."""

from typing import Any

import pytest
from sqlalchemy import update

from app.mirror.deletion import delete_collection
from app.mirror.kinds import Collection, Kind
from app.store.tables import cached_responses, submissions
from tests.financial.expected import INVOICE, SENT, invoices_of
from tests.jobs.expected import client_for
from tests.payloads import invoice_row
from tests.portal_server import PortalServer

URL = "/api/contractor/invoices"


@pytest.mark.parametrize("account", ["acme/CON-1001", "acme/CON-1002", "harbour/CON-5001", "harbour/CON-5002"])
def test_list_shows_every_agentos_invoice_newest_first(portal_server: PortalServer, account: str) -> None:
    expected = invoices_of(portal_server, account)
    answer = client_for(portal_server, account).get(URL).json
    assert (answer["invoices"], answer["total"]) == (expected, len(expected))


@pytest.mark.parametrize("word", ["Authorised", "Rejected", "Paid"])
def test_submitted_invoice_takes_status_from_agentos(portal_server: PortalServer, word: str) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    created = client.post(URL, json=INVOICE).json
    rows = portal_server.simulator.state("acme")["invoices"]["CON-1001"]
    rows[-1]["Status"] = word
    portal_server.simulator.control("PUT", "state/acme/invoices/CON-1001", rows)  # type: ignore[arg-type]
    portal_server.advance_clock(60)
    portal_server.refresh()
    [shown] = [invoice for invoice in client.get(URL).json["invoices"] if invoice["invoiceId"] == created["invoiceId"]]
    [submission] = client.get("/api/contractor/submissions").json["submissions"]
    state, seen_at = word.lower(), "2026-11-25T09:01:00+00:00"
    assert shown == {
        **created,
        "status": state,
        "submissionId": submission["submissionId"],
        "history": [*SENT, {"status": state, "at": seen_at, "exact": False}],
        "rejectedBy": "agency" if word == "Rejected" else None,
    }


def test_history_keeps_the_first_time_of_each_state_without_the_mirror(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    row = invoice_row(OID="INV-X", Status="Submitted", SubmittedAt=None)
    for minute, word in enumerate(("Submitted", "Rejected", "Authorised", "Rejected", "Paid")):
        portal_server.simulator.control("PUT", "state/acme/invoices/CON-1001", [{**row, "Status": word}])  # type: ignore[arg-type]
        if minute == 3:  # the mirror is dropped, and read again
            delete_collection(portal_server.services.mirror, Collection("acme", Kind.INVOICE, "CON-1001"))
        client.get(URL)
        portal_server.refresh()
        portal_server.advance_clock(660)
    [shown] = client.get(URL).json["invoices"]  # type: ignore[index]
    times = {"rejected": "09:11", "authorised": "09:22", "paid": "09:44"}
    events = [{"status": state, "at": f"2026-11-25T{at}:00+00:00", "exact": False} for state, at in times.items()]
    assert (shown["status"], shown["history"], shown["rejectedBy"]) == ("paid", events, None)


@pytest.mark.parametrize(
    ("state", "doubts", "resolved_by", "events", "rejected_by"),
    [
        ("waiting", 0, None, [("sending", True)], None),
        ("unconfirmed", 1, None, [("sending", True)], None),
        ("rejected", 0, None, [("sending", True), ("rejected", True)], "system"),
        ("confirmed", 0, None, [("sending", True), ("submitted", True)], None),
        ("confirmed", 1, None, [("sending", True), ("submitted", False)], None),
        ("confirmed", 0, "the office", [("sending", True), ("submitted", False)], None),
    ],
)
def test_history_of_a_submission_says_which_times_are_exact(
    portal_server: PortalServer, state: str, doubts: int, resolved_by: Any, events: Any, rejected_by: Any
) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    client.get(URL)
    portal_server.clock.work = None  # type: ignore[union-attr]
    client.post(URL, json=INVOICE)
    with portal_server.services.database.write() as connection:
        values = {"state": state, "doubts": doubts, "resolved_by": resolved_by}
        connection.execute(update(submissions).values(values))
        connection.execute(cached_responses.delete())
    [shown] = [each for each in client.get(URL).json["invoices"] if each["submissionId"]]  # type: ignore[index]
    assert [(event["status"], event["exact"]) for event in shown["history"]] == events
    assert shown["rejectedBy"] == rejected_by


def test_pages_together_are_the_whole_list(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    whole = client.get(URL).json
    pages = [client.get(f"{URL}?limit=3&offset={offset}").json for offset in (0, 3, 6)]
    assert [invoice for page in pages for invoice in page["invoices"]] == whole["invoices"]
    assert {page["total"] for page in pages} == {4}


@pytest.mark.parametrize(("query", "name"), [("limit=0", "limit"), ("offset=a", "offset"), ("status=open", "status")])
def test_invalid_query_parameter_is_400_and_named(portal_server: PortalServer, query: str, name: str) -> None:
    answer = client_for(portal_server, "acme/CON-1001").get(f"{URL}?{query}")
    assert (answer.status_code, answer.json["error"].startswith(f"{name}: ")) == (400, True)


def test_invoice_is_hidden_from_other_contractors(portal_server: PortalServer) -> None:
    created = client_for(portal_server, "acme/CON-1001").post(URL, json=INVOICE).json
    others = client_for(portal_server, "acme/CON-1002").get(URL).json["invoices"]
    assert created["invoiceId"] not in {invoice["invoiceId"] for invoice in others}
