"""GET /api/contractor/invoices: the contractor's invoices, the newest first, each once."""

import pytest

from tests.financial.expected import INVOICE, invoices_of
from tests.jobs.expected import client_for
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
    assert shown == {**created, "status": word.lower(), "submissionId": submission["submissionId"]}


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
