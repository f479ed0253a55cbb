"""A change of rows invalidates the responses made from them."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from app.domain.clock import to_text
from app.domain.submission import SubmissionKind
from app.response_cache.store import CacheKey
from app.store.invalidation import delete_invalid
from app.store.tables import cached_responses, submissions
from tests.portal_server import PortalServer
from tests.response_cache.conftest import API, PATHS, CacheClient

INVOICE = {"amount": 120, "description": "Work done", "invoiceDate": "2026-11-24", "invoiceNumber": "INV-77"}
KEY = CacheKey("acme", "CON-1001", "jobs.list_jobs")


def job_of(cache_client: CacheClient) -> str:
    """Return the id of an open job of this contractor."""
    return str(cache_client.get("jobs?status=open").json["jobs"][0]["jobId"])


def changed(portal_server: PortalServer, path: str, seconds: int = 3_601, **fields: Any) -> None:
    """Change a record in AgentOS, and let the worker fetch it."""
    portal_server.simulator.change(path, **fields)
    portal_server.advance_clock(seconds)
    portal_server.refresh()


def deleted(portal_server: PortalServer, path: str) -> None:
    """Delete a record in AgentOS, and let the worker notice."""
    portal_server.simulator.control("DELETE", f"state/{path}")
    portal_server.advance_clock(3_601)
    portal_server.refresh()


def manager_of(cache_client: CacheClient) -> str:
    """Return the id of the member of staff who manages a job of this contractor."""
    return str(cache_client.portal_server.simulator.state()["jobs"]["JOB-1"]["StaffOID"])


CHANGES: dict[str, Callable[[CacheClient], Any]] = {
    "note": lambda user: user.client.post(f"{API}/jobs/{job_of(user)}/notes", json={"note": "Part ordered"}),
    "completion": lambda user: user.client.patch(f"{API}/jobs/{job_of(user)}/complete", json={}),
    "invoice": lambda user: user.client.post(f"{API}/invoices", json={"jobId": job_of(user), **INVOICE}),
    "mark": lambda user: user.client.put(f"{API}/jobs/{job_of(user)}/invoicing", json={"state": "no-charge"}),
    "job": lambda user: changed(user.portal_server, "acme/jobs/JOB-1", Title="New title"),
    "job moves to another": lambda user: changed(user.portal_server, "acme/jobs/JOB-1", ContractorOID="CON-1002"),
    "contractor": lambda user: changed(user.portal_server, "acme/contractors/CON-1001", LandPhone="01632 960999"),
    "branch": lambda user: changed(user.portal_server, "acme/branches/BR-1", Name="Leeds North"),
    "staff": lambda user: changed(user.portal_server, f"acme/staff/{manager_of(user)}", JobTitle="Another"),
    "job deleted": lambda user: deleted(user.portal_server, "acme/jobs/JOB-1"),
    "property": lambda user: changed(user.portal_server, "acme/properties/PR-1", AccessInstructions="Ring the bell"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_change_of_a_row_invalidates_responses_that_contain_it(
    cache_client: CacheClient, change: Callable[[CacheClient], Any]
) -> None:
    before = cache_client.get_all_cached()
    change(cache_client)
    after = cache_client.get_all_cached()
    assert after == cache_client.get_all_fresh()
    assert after != before


def test_each_step_of_a_submitted_invoice_invalidates_the_list(cache_client: CacheClient) -> None:
    portal_server, bodies = cache_client.portal_server, [cache_client.get_all_cached()["invoices"]]
    portal_server.simulator.fault(path="/", status=503)
    sent = cache_client.client.post(
        f"{API}/invoices", json={"jobId": "JOB-1", **INVOICE}, headers={"Prefer": "respond-async"}
    )
    assert sent.status_code == 202
    bodies.append(cache_client.get_all_cached()["invoices"])
    portal_server.simulator.control("DELETE", "faults")
    portal_server.simulator.fault(path="invoice/submit", status=503, times=1)
    portal_server.services.ledger.record_proof(
        "acme", SubmissionKind.INVOICE, frozenset()
    )  # without this proof, it would not be sent again
    for seconds in (300, 200, 20, 5):
        portal_server.advance_clock(seconds)
        portal_server.work(rounds=1)
        bodies.append(cache_client.get_all_cached()["invoices"])
    ours = [
        [row["status"] for row in json.loads(each)["invoices"] if row["invoiceNumber"] == "INV-77"] for each in bodies
    ]
    assert ours == [[], ["sending"], ["unconfirmed"], ["unconfirmed"], ["submitted"], ["submitted"]]


def test_invoice_whose_sender_was_killed_is_shown_as_unconfirmed(cache_client: CacheClient) -> None:
    portal_server = cache_client.portal_server
    portal_server.simulator.fault(path="/", status=503)
    body = {"jobId": "JOB-1", **INVOICE}
    assert (
        cache_client.client.post(f"{API}/invoices", json=body, headers={"Prefer": "respond-async"}).status_code == 202
    )
    with portal_server.services.database.write() as connection:
        connection.execute(
            submissions.update().values(
                state="sending", attempts=1, baseline=b"[]", lease_owner="dead", lease_until=0.0, next_at=0.0
            )
        )
        connection.execute(cached_responses.delete())
    assert b'"sending"' in cache_client.get_all_cached()["invoices"]
    portal_server.work(rounds=1)
    assert b'"unconfirmed"' in cache_client.get_all_cached()["invoices"]


def test_refresh_without_a_change_invalidates_nothing(cache_client: CacheClient) -> None:
    cache_client.portal_server.advance_clock(3_601)
    cache_client.portal_server.refresh()
    for path in PATHS:
        cache_client.hit(path)


@pytest.mark.parametrize("change", ["note", "completion"])
def test_fetch_that_shows_the_portals_own_change_invalidates_nothing(cache_client: CacheClient, change: str) -> None:
    for _ in range(2):
        CHANGES[change](cache_client)
        cache_client.get_all_cached()
        cache_client.portal_server.advance_clock(61)
        cache_client.portal_server.refresh()  # the first time, notes of other jobs are fetched as well
    for path in PATHS:
        cache_client.hit(path)


def test_response_rendered_before_a_row_changed_is_not_cached(cache_client: CacheClient) -> None:
    """The rows change between `begin` and `keep`. The response is sent, but not cached."""
    version = cache_client.store.begin(KEY)
    changed(cache_client.portal_server, "acme/jobs/JOB-1", seconds=61, Title="Newer")
    cache_client.store.keep(KEY, version, b'{"old":1', None, ())
    assert b"Newer" in cache_client.get("jobs").data


def test_cleanup_deletes_only_rows_without_a_valid_body(cache_client: CacheClient) -> None:
    services, account = cache_client.portal_server.services, KEY._replace(kind="account.get_account")
    ended = update(cached_responses).where(cached_responses.c.kind == account.kind)
    with services.database.write() as connection:
        connection.execute(ended.values(good_until=to_text(services.clock.now() - timedelta(seconds=1))))
    delete_invalid(services.database, services.clock.now())
    with services.database.read() as connection:
        kinds = set(connection.scalars(select(cached_responses.c.kind)))
    assert account.kind not in kinds
    assert (cache_client.store.sources(account), bool(cache_client.store.sources(KEY))) == ([], True)
    cache_client.hit("jobs")
    assert cache_client.get("account").status_code == 200
    cache_client.hit("account")


def test_changed_configuration_changes_responses(
    cache_client: CacheClient, build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    agencies = tmp_path / "agencies.toml"
    agencies.write_text(Path("agencies.example.toml").read_text("utf-8").replace("Acme Lettings", "Acme Homes"))
    renamed = build(AGENCIES_FILE=agencies).app.test_client()
    renamed.set_cookie("portal_session", cache_client.client.get_cookie("portal_session").value)  # type: ignore[union-attr]
    assert renamed.get(f"{API}/account").json["agency"]["name"] == "Acme Homes"  # type: ignore[index]


def test_another_budget_keeps_cached_responses(cache_client: CacheClient, build: Callable[..., PortalServer]) -> None:
    restarted = build(AGENTOS_BUDGET=30)
    client = restarted.app.test_client()
    client.set_cookie("portal_session", cache_client.client.get_cookie("portal_session").value)  # type: ignore[union-attr]
    CacheClient(restarted, client).hit("jobs")


def test_contact_data_expires_although_no_row_changes(cache_client: CacheClient) -> None:
    portal_server = cache_client.portal_server
    done = "2026-11-24T09:00:00"
    fields = {"Status": "Completed", "StatusOID": None, "CompletedDate": done, "ReportedByPhone": "07700 900321"}
    changed(portal_server, "acme/jobs/JOB-1", seconds=61, **fields)

    def phone() -> str | None:
        [job] = [each for each in cache_client.get("jobs").json["jobs"] if each["jobId"] == "JOB-1"]
        number: str | None = job["reportedBy"]["phone"]
        return number

    shown = phone()
    assert cache_client.hit("jobs")
    portal_server.advance_clock(2 * 86_400)
    assert phone() == shown
    for _ in range(14):  # a session would expire if the person stayed away longer
        portal_server.advance_clock(2 * 86_400 - 60)
        cache_client = CacheClient(portal_server, portal_server.sign_in())
        cache_client.get("jobs")
    assert shown is not None
    assert phone() is None
