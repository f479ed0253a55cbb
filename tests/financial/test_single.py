"""GET of a single statement or invoice: the same as in its list, with its freshness."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.contract.api_calls import error_sentence
from tests.financial.expected import INVOICE, invoices_of, statements_of
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer

API = "/api/contractor"
ACCOUNTS = ("acme/CON-1001", "harbour/CON-5001", "harbour/CON-5002", "acme/CON-1002")


def single(client: Any, path: str) -> dict[str, Any]:
    """Return the body without its freshness, which it must have."""
    answer = client.get(f"{API}/{path}")
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json
    assert (body.pop("stale"), body.pop("asOf")[:10]) == (False, "2026-11-25")
    return body


@pytest.mark.parametrize("account", ACCOUNTS)
def test_single_statement_equals_statement_in_list(portal_server: PortalServer, account: str) -> None:
    client = client_for(portal_server, account)
    rows = [row for kind in ("historical", "pending") for row in statements_of(portal_server, account, kind)]
    assert rows
    for row in rows:
        assert single(client, f"statements/{row['statementId']}") == row


@pytest.mark.parametrize("account", ACCOUNTS)
def test_single_invoice_equals_invoice_in_list(portal_server: PortalServer, account: str) -> None:
    client = client_for(portal_server, account)
    for row in invoices_of(portal_server, account):
        assert single(client, f"invoices/{row['invoiceId']}") == row


def test_statement_in_both_lists_is_the_historical_one(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    lists = portal_server.simulator.state()["statements"]["CON-1001"]
    paid = {**lists["pending"][0], "Status": "Paid", "PaidDate": "2026-11-24T00:00:00"}
    lists["historical"].append(paid)
    portal_server.simulator.control("PUT", "state/acme/statements/CON-1001", lists)
    client.get(f"{API}/insights")
    portal_server.advance_clock(3_601)
    client.get(f"{API}/insights")
    portal_server.refresh()
    assert single(client, f"statements/{paid['OID']}")["paidAt"] == "2026-11-24"


def test_invoice_on_its_way_is_found_by_its_submission(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    client.get(f"{API}/invoices")
    portal_server.simulator.fault(path="/", status=503)
    accepted: Any = client.post(f"{API}/invoices", json=INVOICE, headers={"Prefer": "respond-async"}).json
    invoice = single(client, f"invoices/{accepted['submissionId']}")
    assert (invoice["status"], invoice["invoiceId"], invoice["invoiceNumber"]) == ("sending", None, "A-7")
    listed: Any = client.get(f"{API}/invoices").json["invoices"]  # type: ignore[index]
    assert listed[0] == invoice
    [sending] = client.get(f"{API}/invoices?status=sending").json["invoices"]  # type: ignore[index]
    assert sending == invoice


def test_submission_that_is_no_invoice_has_no_address_among_invoices(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    note = client.post(f"{API}/jobs/JOB-1/notes", json={"note": "Part ordered"})
    identity = note.headers["Location"].rpartition("/")[2]
    assert error_sentence(client.get(f"{API}/invoices/{identity}"), 404) == "There is no such invoice."


@pytest.mark.parametrize(
    ("path", "sentence"),
    [("statements/NONE", "There is no such statement."), ("invoices/NONE", "There is no such invoice.")],
)
def test_missing_object_is_404(portal_server: PortalServer, path: str, sentence: str) -> None:
    assert error_sentence(client_for(portal_server, "acme/CON-1001").get(f"{API}/{path}"), 404) == sentence


def test_portal_account_selects_the_account(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    theirs = {"Portal-Account": "harbour/CON-5001"}
    for path, key in (("statements/historical", "statementId"), ("invoices", "invoiceId")):
        name = path.partition("/")[0]
        row = client.get(f"{API}/{path}", headers=theirs).json[name][0]  # type: ignore[index]
        answer: Any = client.get(f"{API}/{name}/{row[key]}", headers=theirs)
        assert answer.status_code == 200
        assert {**answer.json, **row} == answer.json
        assert client.get(f"{API}/{name}/{row[key]}").json != answer.json


@pytest.mark.parametrize("path", ["statements/S-1", "invoices/INV-1"])
def test_unchanged_object_is_304_and_a_change_is_not(portal_server: PortalServer, path: str) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    first = client.get(f"{API}/{path}")
    tag = {"If-None-Match": first.headers["ETag"]}
    assert client.get(f"{API}/{path}", headers=tag).status_code == 304
    kind = path.partition("/")[0]
    state = portal_server.simulator.state()[kind]["CON-1001"]
    for row in [*state["historical"], *state["pending"]] if kind == "statements" else state:
        row["Description"] = "Changed"
    portal_server.simulator.control("PUT", f"state/acme/{kind}/CON-1001", state)
    portal_server.advance_clock(3_601)
    client.get(f"{API}/{path}")
    portal_server.refresh()
    again: Any = client.get(f"{API}/{path}", headers=tag)
    assert (again.status_code, again.json["description"]) == (200, "Changed")


@pytest.mark.parametrize("kind", ["historical", "pending"])
def test_statements_of_the_list_that_the_agency_offers_are_found(
    portal_server: PortalServer, build: Callable[..., PortalServer], tmp_path: Path, kind: str
) -> None:
    other = {"historical": "pending", "pending": "historical"}[kind]
    rows = {each: statements_of(portal_server, "acme/CON-1001", each) for each in (kind, other)}
    client = client_without(build, tmp_path, f"statements.{other}")
    assert single(client, f"statements/{rows[kind][0]['statementId']}") == rows[kind][0]
    missing = client.get(f"{API}/statements/{rows[other][0]['statementId']}")
    assert error_sentence(missing, 404) == "There is no such statement."


def test_object_of_a_list_that_is_not_offered_is_404(build: Callable[..., PortalServer], tmp_path: Path) -> None:
    client = client_without(build, tmp_path, "statements.historical", "statements.pending", "invoices.list")
    for path in ("statements/S-1", "invoices/INV-1"):
        assert error_sentence(client.get(f"{API}/{path}"), 404).startswith("Your agency does not offer")


def client_without(build: Callable[..., PortalServer], tmp_path: Path, *operations: str) -> Any:
    """Return a client of an agency that does not offer these operations."""
    agencies = tmp_path / "agencies.toml"
    agencies.write_text(
        f'[agencies.acme]\nname = "Acme"\napi_key_env = "AGENTOS_API_KEY_ACME"\nnot_offered = {[*operations]}\n'
    )
    portal_server = build(AGENCIES_FILE=agencies)
    portal_server.refresh()
    portal_server.clock.work = portal_server.refresh  # type: ignore[union-attr]
    return client_for(portal_server, "acme/CON-1001")
