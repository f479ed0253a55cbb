"""A client that sends submissions, and the records in AgentOS afterwards."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.financial.expected import INVOICE
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer

API = "/api/contractor"


class Sender:
    """One contractor's client."""

    def __init__(self, portal_server: PortalServer, client: FlaskClient) -> None:
        self.portal_server = portal_server
        self.client = client

    def note(self, text: str = "Part ordered", job: str = "JOB-1", **headers: str) -> Any:
        """Add a note. Headers are passed by name, with `_` for `-`."""
        return self.client.post(f"{API}/jobs/{job}/notes", json={"note": text}, headers=header_names(headers))

    def complete(self, completed: bool | None = None, job: str = "JOB-1", **headers: str) -> Any:
        """Complete, reopen, or toggle a job."""
        body = {} if completed is None else {"completed": completed}
        return self.client.patch(f"{API}/jobs/{job}/complete", json=body, headers=header_names(headers))

    def invoice(self, headers: dict[str, str] | None = None, **changes: Any) -> Any:
        """Send an invoice."""
        return self.client.post(f"{API}/invoices", json={**INVOICE, **changes}, headers=header_names(headers or {}))

    def submission(self, answer: Any) -> dict[str, Any]:
        """Return the submission at the Location of a response."""
        submission: dict[str, Any] = self.client.get(answer.headers["Location"]).json
        return submission

    def notes(self, text: str, job: str = "JOB-1", agency: str = "acme") -> list[dict[str, Any]]:
        """Return the notes in AgentOS with this text."""
        stored = self.portal_server.simulator.state(agency)["jobs"][job].get("MaintenanceNotes") or []
        return [note for note in stored if note["NoteContents"] == text]

    def invoices(self, contractor: str = "CON-1001", agency: str = "acme") -> list[dict[str, Any]]:
        """Return the invoices sent to AgentOS since the test began."""
        stored = self.portal_server.simulator.state(agency)["invoices"].get(contractor, [])
        return [invoice for invoice in stored if len(invoice["OID"]) > len("INV-9999")]


def header_names(headers: dict[str, str]) -> dict[str, str]:
    """Return headers under their real names."""
    return {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.fixture
def sender(portal_server: PortalServer) -> Sender:
    """Return a client signed in as Harper at acme.

    All data has been fetched, and nothing refreshes it while a request waits.
    """
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.clock.work = None  # type: ignore[union-attr]
    return Sender(portal_server, client)
