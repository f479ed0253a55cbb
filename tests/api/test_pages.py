"""Pages by `after`: a walk along `next` neither misses nor repeats an item, whatever happens to the list meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.jobs.expected import client_for
from tests.payloads import invoice_row, job_row, statement_row
from tests.portal_server import PortalServer

API = "/api/contractor"
ACCOUNT = "acme/CON-1001"


class Rows:
    """Lists of the contractor at AgentOS, to which a test adds rows and from which it removes them."""

    def __init__(self, portal_server: PortalServer) -> None:
        self._portal_server = portal_server
        self._added = 0

    def add(self, path: str, moment: str | None) -> None:
        """Add a row with this time, and let the worker fetch it."""
        self._added += 1
        simulator = self._portal_server.simulator
        if path == "jobs":
            home = simulator.state()["jobs"]["JOB-1"]
            place = {name: home[name] for name in ("BranchOID", "StatusOID")}
            row = job_row(OID=f"NEW-{self._added}", ContractorOID="CON-1001", Reported=moment, **place)
            simulator.control("POST", "state/acme/jobs", row)
        elif path == "invoices":
            rows = simulator.state()["invoices"]["CON-1001"]
            rows.append(invoice_row(OID=f"NEW-{self._added}", SubmittedAt=moment))
            simulator.control("PUT", "state/acme/invoices/CON-1001", rows)
        else:
            lists = simulator.state()["statements"]["CON-1001"]
            lists[path.partition("/")[2]].append(statement_row(OID=f"NEW-{self._added}", Date=moment))
            simulator.control("PUT", "state/acme/statements/CON-1001", lists)
        self.refresh(path)

    def move_job(self, job_id: str) -> None:
        """Move a job to another contractor, and let the worker notice it."""
        self._portal_server.simulator.change(f"acme/jobs/{job_id}", ContractorOID="CON-1002")
        for _ in range(2):  # a list is searched twice before a row counts as removed
            self.refresh("jobs")

    def refresh(self, path: str) -> None:
        """Let the worker fetch the list, which a view requests."""
        self._portal_server.advance_clock(3_601)
        self._portal_server.sign_in().get(f"{API}/{path}")
        self._portal_server.refresh()


on_both_databases = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])

NAMES = {
    "jobs": ("jobs", "jobId"),
    "statements/historical": ("statements", "statementId"),
    "statements/pending": ("statements", "statementId"),
    "invoices": ("invoices", "invoiceId"),
    "submissions": ("submissions", "submissionId"),
}


def walk(
    client: FlaskClient, path: str, limit: int, between: Callable[[int, list[Any]], object] = lambda *_: None
) -> list[str]:
    """Return the ids along `next`. After each page but the last, call `between` with its number and its ids."""
    name, key = NAMES[path]
    ids: list[str] = []
    after: str | None = None
    for number in range(100):
        query = {"limit": limit, **({"after": after} if after else {})}
        answer: Any = client.get(f"{API}/{path}", query_string=query).json
        page = [row[key] for row in answer[name]]
        ids += page
        after = answer["next"]
        if after is None:
            return ids
        between(number, page)
    raise AssertionError("the walk does not end")


def whole(client: FlaskClient, path: str) -> list[str]:
    """Return the ids of the whole list."""
    name, key = NAMES[path]
    answer: Any = client.get(f"{API}/{path}").json
    assert answer["next"] is None
    return [row[key] for row in answer[name]]


@pytest.fixture
def client(portal_server: PortalServer) -> FlaskClient:
    return client_for(portal_server, ACCOUNT)


@pytest.mark.parametrize("path", [path for path in NAMES if path != "submissions"])
def test_walk_is_whole_while_rows_are_added_at_the_top(
    portal_server: PortalServer, client: FlaskClient, path: str
) -> None:
    rows, before = Rows(portal_server), whole(client, path)
    assert len(before) >= 4
    ids = walk(client, path, 1 if len(before) < 9 else 6, lambda *_: rows.add(path, "2026-11-25T08:00:00"))
    assert ids == before
    added = [each for each in whole(client, path) if each.startswith("NEW-")]
    assert len(added) >= 3
    assert whole(client, path) == [*added, *before]


def test_walk_continues_after_its_last_item_is_removed(portal_server: PortalServer, client: FlaskClient) -> None:
    rows, before = Rows(portal_server), whole(client, "jobs")
    assert walk(client, "jobs", 2, lambda number, page: number == 0 and rows.move_job(page[-1])) == before
    assert before[1] not in whole(client, "jobs")


def test_walk_shows_a_row_that_is_added_further_down(portal_server: PortalServer, client: FlaskClient) -> None:
    rows = Rows(portal_server)
    ids = walk(client, "jobs", 10, lambda number, _: number == 0 and rows.add("jobs", None))
    assert ids == whole(client, "jobs")
    assert "NEW-1" in ids


def send_notes(portal_server: PortalServer, client: FlaskClient, *texts: str) -> None:
    for text in texts:
        portal_server.advance_clock(0.001)
        assert client.post(f"{API}/jobs/JOB-1/notes", json={"note": text}).status_code == 201


@on_both_databases
def test_walk_of_submissions_is_whole_while_notes_are_sent(portal_server: PortalServer, client: FlaskClient) -> None:
    send_notes(portal_server, client, "a", "b", "c")
    portal_server.advance_clock(61)
    send_notes(portal_server, client, "d", "e")
    before = whole(client, "submissions")
    assert (
        walk(client, "submissions", 2, lambda number, _: send_notes(portal_server, client, f"new {number}")) == before
    )
    assert whole(client, "submissions")[2:] == before
    assert walk(client, "submissions", 1) == whole(client, "submissions")


@on_both_databases
def test_walk_of_submissions_continues_after_a_deleted_one(portal_server: PortalServer, client: FlaskClient) -> None:
    for text in "abcd":
        send_notes(portal_server, client, text)
        portal_server.advance_clock(1)
    before = whole(client, "submissions")

    def delete(number: int, page: list[str]) -> None:
        if number == 0:
            with portal_server.services.database.write() as connection:
                connection.exec_driver_sql(f"DELETE FROM submissions WHERE id = '{page[-1]}'")

    assert walk(client, "submissions", 2, delete) == before


@on_both_databases
def test_position_in_another_contractors_submissions_reveals_nothing(
    portal_server: PortalServer, client: FlaskClient
) -> None:
    """The answer is the same for the id of a foreign submission as for an unknown id: its own submissions before it."""
    other = client_for(portal_server, "harbour/CON-5001")
    send_notes(portal_server, client, "a")
    send_notes(portal_server, other, "b", "c")
    send_notes(portal_server, client, "d")
    page: Any = other.get(f"{API}/submissions?limit=1").json
    rank, _, foreign = page["next"].partition("~")
    for identity in (foreign, "0" * 32):
        answer: Any = client.get(f"{API}/submissions", query_string={"after": f"{rank}~{identity}"}).json
        assert [each["submissionId"] for each in answer["submissions"]] == whole(client, "submissions")[1:]


def test_filters_apply_to_every_page(client: FlaskClient) -> None:
    first: Any = client.get(f"{API}/jobs?status=open&limit=3").json
    second: Any = client.get(f"{API}/jobs", query_string={"status": "open", "limit": 500, "after": first["next"]}).json
    every: Any = client.get(f"{API}/jobs?status=open").json
    assert [*first["jobs"], *second["jobs"]] == every["jobs"]
    assert first["total"] == second["total"] == every["total"] == len(every["jobs"])
