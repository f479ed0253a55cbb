"""`Location` of 201 is the path of the resource that the request created. A GET of that path is 200."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.auth.software_authenticator import SoftwareAuthenticator
from tests.contract.api_calls import API, NOTE, SUBMIT
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer


@pytest.fixture
def client(portal_server: PortalServer) -> FlaskClient:
    return client_for(portal_server, "acme/CON-1001")


def follow(client: FlaskClient, answer: Any) -> dict[str, Any]:
    """Return the body at a 201's `Location`, without its freshness."""
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"].startswith("/api/")
    created = client.get(answer.headers["Location"])
    assert created.status_code == 200, created.text
    body: dict[str, Any] = created.json
    return {name: value for name, value in body.items() if name not in ("asOf", "stale")}


def test_new_note_has_the_address_of_its_submission(client: FlaskClient) -> None:
    answer = NOTE.send(client, "JOB-1")
    created = follow(client, answer)
    assert (created["kind"], created["jobId"], created["state"]) == ("note", "JOB-1", "confirmed")
    assert created["result"] == answer.json


def test_new_invoice_has_the_address_of_the_invoice(client: FlaskClient) -> None:
    answer: Any = SUBMIT.send(client, "JOB-1")
    assert answer.headers["Location"] == f"{API}/invoices/{answer.json['invoiceId']}"
    created = follow(client, answer)
    assert {**answer.json, **{name: created[name] for name in ("submissionId", "history", "rejectedBy")}} == created


def test_new_invoice_without_id_has_the_address_of_its_submission(
    portal_server: PortalServer, client: FlaskClient
) -> None:
    """The address stays valid after AgentOS has listed the invoice with an id."""
    portal_server.refresh()
    portal_server.simulator.control("PUT", "answers/acme", {"invoice": "null"})
    portal_server.simulator.fault(method="GET", path="/invoices/", status=500, skip=1)
    answer: Any = SUBMIT.send(client, "JOB-1")
    assert answer.json["invoiceId"] is None
    created = follow(client, answer)
    assert answer.headers["Location"] == f"{API}/invoices/{created['submissionId']}"
    assert created["invoiceId"] is None
    portal_server.simulator.control("DELETE", "faults")
    portal_server.advance_clock(60)
    portal_server.refresh()
    listed = follow(client, answer)
    assert listed["invoiceId"] is not None
    assert {**listed, "invoiceId": None} == created
    by_id: Any = client.get(f"{API}/invoices/{listed['invoiceId']}").json
    assert by_id["submissionId"] == created["submissionId"]


def test_new_invoice_has_an_address_if_the_agency_offers_no_list(
    build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    agencies = tmp_path / "agencies.toml"
    agencies.write_text(
        '[agencies.acme]\nname = "Acme"\napi_key_env = "AGENTOS_API_KEY_ACME"\nnot_offered = ["invoices.list"]\n'
    )
    portal_server = build(AGENCIES_FILE=agencies)
    portal_server.refresh()
    client = client_for(portal_server, "acme/CON-1001")
    answer = SUBMIT.send(client, "JOB-1")
    assert follow(client, answer)["result"] == answer.json


@pytest.mark.parametrize("write", [NOTE, SUBMIT], ids=["note", "invoice"])
def test_repeat_has_the_same_address(client: FlaskClient, write: Any) -> None:
    first, again = (write.send(client, "JOB-1", headers={"Idempotency-Key": "a key"}) for _ in range(2))
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.headers["Location"] == first.headers["Location"]


def test_sign_in_has_the_address_of_the_session(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()
    email = "office@harper.example"
    client.post("/api/session/code", json={"email": email})
    portal_server.mail_codes()
    answer = client.post("/api/session", json={"email": email, "code": portal_server.postbox.code()})
    assert answer.headers["Location"] == "/api/session"
    assert follow(client, answer) == answer.json


def test_new_passkey_has_the_address_of_the_list(client: FlaskClient) -> None:
    options = client.post("/api/session/passkeys/registration/options").json
    answer = client.post("/api/session/passkeys", json=SoftwareAuthenticator().create(options or {}))
    assert follow(client, answer)["passkeys"] == [answer.json]
