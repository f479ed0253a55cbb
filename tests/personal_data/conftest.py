"""Contractors who have used the portal in every way, and a look into all tables."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.store.tables import metadata
from tests.auth.software_authenticator import SoftwareAuthenticator, add_passkey
from tests.jobs.expected import PEOPLE, client_for
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender

GWYN, GWYN_EMAIL = "acme/CON-1007", "llyr.gwyn@gwyn.example"
HARPER, HARPER_EMAIL = "acme/CON-1001", "office@harper.example"


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def of_account(account: str) -> tuple[str, ...]:
    """Return the options for an account."""
    agency, contractor_id = account.split("/")
    return "--agency", agency, "--contractor", contractor_id


def use_portal(portal_server: PortalServer, account: str) -> Sender:
    """Let a contractor fail to sign in, sign in, add a passkey, read lists, mark a job, and send note and invoice."""
    stranger = portal_server.app.test_client()
    stranger.post("/api/session", json={"email": PEOPLE[account], "code": "000000"})
    client = client_for(portal_server, account)
    sender = Sender(portal_server, client)
    add_passkey(client, SoftwareAuthenticator())
    client.post("/api/session/passkeys/registration/options")  # a challenge that waits
    for path in ("account", "jobs", "statements/historical", "statements/pending", "invoices"):
        answer = client.get(f"/api/contractor/{path}")
        assert answer.status_code == 200, answer.text
    [job, *_] = client.get("/api/contractor/jobs?status=open").json["jobs"]  # type: ignore[index]
    assert client.put(f"/api/contractor/jobs/{job['jobId']}/invoicing", json={"state": "no-charge"}).status_code == 200
    assert sender.note(f"Note of {account}", job=job["jobId"]).status_code == 201
    assert sender.invoice(jobId=job["jobId"], document=in_json(PDF), invoiceNumber=account).status_code == 201
    client.post("/api/session/code", json={"email": PEOPLE[account]})  # a request that waits
    return sender


def rows_naming(portal_server: PortalServer, *words: str) -> dict[str, int]:
    """Return the number of rows that contain one of these words, by table, without counted calls and requests."""
    numbers = {}
    with portal_server.services.database.read() as connection:
        for name, table in metadata.tables.items():
            if name in ("slots", "hits"):
                continue
            texts = [repr(tuple(row)).lower() for row in connection.execute(select(table))]
            if number := sum(any(word.lower() in text for word in words) for text in texts):
                numbers[name] = number
    return numbers


def files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def read(folder: Path, name: str) -> Any:
    """Return the content of a JSON file of an export."""
    return json.loads((folder / f"{name}.json").read_text("utf-8"))
