"""Somebody who sends, and what stands in AgentOS afterwards."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.jobs.expected import client_for
from tests.portal_server import PortalServer

API = "/api/contractor"
INVOICE = {
    "jobId": "JOB-1",
    "amount": 480.00,
    "description": "Works",
    "invoiceDate": "2026-11-25",
    "invoiceNumber": "A-7",
}


class Sender:
    """One contractor's client."""

    def __init__(self, portal_server: PortalServer, client: FlaskClient) -> None:
        self.portal_server = portal_server
        self.client = client

    def note(self, text: str = "Part ordered", job: str = "JOB-1", **headers: str) -> Any:
        """Add a note; headers by their names with _ for -."""
        return self.client.post(f"{API}/jobs/{job}/notes", json={"note": text}, headers=header_names(headers))

    def complete(self, wanted: bool | None = None, job: str = "JOB-1", **headers: str) -> Any:
        """Complete, reopen, or toggle a job."""
        body = {} if wanted is None else {"completed": wanted}
        return self.client.patch(f"{API}/jobs/{job}/complete", json=body, headers=header_names(headers))

    def invoice(self, headers: dict[str, str] | None = None, **changes: Any) -> Any:
        """Send an invoice."""
        return self.client.post(f"{API}/invoices", json={**INVOICE, **changes}, headers=header_names(headers or {}))

    def submission(self, answer: Any) -> dict[str, Any]:
        """What the answer's Location tells."""
        told: dict[str, Any] = self.client.get(answer.headers["Location"]).json
        return told

    def notes(self, text: str, job: str = "JOB-1", agency: str = "acme") -> list[dict[str, Any]]:
        """The notes with these words in AgentOS."""
        held = self.portal_server.simulator.state(agency)["jobs"][job].get("MaintenanceNotes") or []
        return [note for note in held if note["NoteContents"] == text]

    def invoices(self, contractor: str = "CON-1001", agency: str = "acme") -> list[dict[str, Any]]:
        """The invoices that were sent to AgentOS since the beginning."""
        held = self.portal_server.simulator.state(agency)["invoices"].get(contractor, [])
        return [one for one in held if len(one["OID"]) > len("INV-9999")]


def header_names(headers: dict[str, str]) -> dict[str, str]:
    """Headers by their real names."""
    return {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.fixture
def sender(portal_server: PortalServer) -> Sender:
    """The simulator's Harper, at acme. The mirror was read in, and nobody reads it again while a request waits."""
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.clock.work = None  # type: ignore[union-attr]
    return Sender(portal_server, client)
