"""A change of rows invalidates the responses made of them, and the worker renders them again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.domain.submission import SubmissionKind
from app.response_cache.prerender import Prerenderer
from app.response_cache.store import Body, CacheKey
from app.store.tables import answers, submissions
from tests.portal_server import PortalServer
from tests.response_cache.conftest import API, PATHS, Looker

INVOICE = {"amount": 120, "description": "Work done", "invoiceDate": "2026-11-24", "invoiceNumber": "INV-77"}
KEY = CacheKey("acme", "CON-1001", "jobs.list_jobs")


def job_of(looker: Looker) -> str:
    """An open job of theirs."""
    return str(looker.get("jobs?status=open").json["jobs"][0]["jobId"])


def changed(portal_server: PortalServer, path: str, seconds: int = 3_601, **fields: Any) -> None:
    """Change a record in AgentOS, and let the worker read it."""
    portal_server.simulator.change(path, **fields)
    portal_server.tomorrow(seconds)
    portal_server.refresh()


CHANGES: dict[str, Callable[[Looker], Any]] = {
    "note": lambda one: one.client.post(f"{API}/jobs/{job_of(one)}/notes", json={"note": "Part ordered"}),
    "completion": lambda one: one.client.patch(f"{API}/jobs/{job_of(one)}/complete", json={}),
    "invoice": lambda one: one.client.post(f"{API}/invoices", json={"jobId": job_of(one), **INVOICE}),
    "job": lambda one: changed(one.portal_server, "acme/jobs/JOB-1", Title="New title"),
    "job moves to another": lambda one: changed(one.portal_server, "acme/jobs/JOB-1", ContractorOID="CON-1002"),
    "contractor": lambda one: changed(one.portal_server, "acme/contractors/CON-1001", LandPhone="01632 960999"),
    "branch": lambda one: changed(one.portal_server, "acme/branches/BR-1", Name="Leeds North"),
    "property": lambda one: changed(one.portal_server, "acme/properties/PR-1", AccessInstructions="Ring the bell"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_change_invalidates_responses_made_of_it(looker: Looker, change: Callable[[Looker], Any]) -> None:
    before = looker.everything()
    change(looker)
    after = looker.everything()
    assert after == looker.anew()
    assert after != before


def test_each_step_of_a_submitted_invoice_invalidates_the_list(looker: Looker) -> None:
    portal_server, found = looker.portal_server, [looker.everything()["invoices"]]
    portal_server.simulator.fault(path="/", status=503)
    sent = looker.client.post(
        f"{API}/invoices", json={"jobId": "JOB-1", **INVOICE}, headers={"Prefer": "respond-async"}
    )
    assert sent.status_code == 202
    found.append(looker.everything()["invoices"])
    portal_server.simulator.control("DELETE", "faults")
    portal_server.simulator.fault(path="invoice/submit", status=503, times=1)
    portal_server.services.ledger.record_proof(
        "acme", SubmissionKind.INVOICE, frozenset(), 0.0
    )  # or it would not be sent again
    for seconds in (300, 150, 20, 5):
        portal_server.tomorrow(seconds)
        portal_server.work(rounds=1)
        found.append(looker.everything()["invoices"])
    ours = [
        [one["status"] for one in json.loads(each)["invoices"] if one["invoiceNumber"] == "INV-77"] for each in found
    ]
    assert ours == [[], ["sending"], ["unconfirmed"], ["unconfirmed"], ["submitted"], ["submitted"]]


def test_invoice_of_a_dead_sender_is_shown_as_unconfirmed(looker: Looker) -> None:
    portal_server = looker.portal_server
    portal_server.simulator.fault(path="/", status=503)
    body = {"jobId": "JOB-1", **INVOICE}
    assert looker.client.post(f"{API}/invoices", json=body, headers={"Prefer": "respond-async"}).status_code == 202
    with portal_server.services.database.write() as connection:
        connection.execute(
            submissions.update().values(
                state="sending", attempts=1, baseline=b"[]", lease_owner="dead", lease_until=0.0, next_at=0.0
            )
        )
        connection.execute(answers.delete())
    assert b'"sending"' in looker.everything()["invoices"]
    portal_server.work(rounds=1)
    assert b'"unconfirmed"' in looker.everything()["invoices"]


def test_refresh_without_a_change_invalidates_nothing(looker: Looker) -> None:
    looker.portal_server.tomorrow(3_601)
    looker.portal_server.refresh()
    for path in PATHS:
        looker.hit(path)


def test_response_made_of_older_rows_is_not_kept(looker: Looker) -> None:
    """The rows change between `begin` and `keep`: the response is sent, and not kept."""
    version = looker.store.begin(KEY)
    changed(looker.portal_server, "acme/jobs/JOB-1", seconds=61, Title="Newer")
    assert not looker.store.keep(KEY, version, Body(b'{"old":1}\n', False, "0" * 32), None, ())
    assert b"Newer" in looker.get("jobs").data


def test_other_configuration_makes_other_responses(
    looker: Looker, build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    agencies = tmp_path / "agencies.toml"
    agencies.write_text(Path("agencies.example.toml").read_text("utf-8").replace("Acme Lettings", "Acme Homes"))
    renamed = build(AGENCIES_FILE=agencies).app.test_client()
    renamed.set_cookie("portal_session", looker.client.get_cookie("portal_session").value)  # type: ignore[union-attr]
    assert renamed.get(f"{API}/account").json["agency"]["name"] == "Acme Homes"  # type: ignore[index]


def test_contact_data_expires_though_no_row_changes(looker: Looker) -> None:
    portal_server = looker.portal_server
    done = "2026-11-24T09:00:00"
    fields = {"Status": "Completed", "StatusOID": None, "CompletedDate": done, "ReportedByPhone": "07700 900321"}
    changed(portal_server, "acme/jobs/JOB-1", seconds=61, **fields)

    def phone() -> str | None:
        [job] = [one for one in looker.get("jobs").json["jobs"] if one["jobId"] == "JOB-1"]
        found: str | None = job["reportedBy"]["phone"]
        return found

    shown = phone()
    assert looker.hit("jobs")
    portal_server.tomorrow(2 * 86_400)
    assert phone() == shown
    for _ in range(14):  # nobody stays away for longer than a session lasts
        portal_server.tomorrow(2 * 86_400 - 60)
        looker = Looker(portal_server, portal_server.sign_in())
        looker.get("jobs")
    assert shown is not None
    assert phone() is None


class TestWorker:
    """The worker renders the responses of people who signed in lately."""

    def preparer(self, looker: Looker) -> Prerenderer:
        return Prerenderer(looker.portal_server.app, looker.portal_server.config.agencies["acme"])

    def test_invalidated_response_is_rendered_before_a_request(self, looker: Looker) -> None:
        changed(looker.portal_server, "acme/jobs/JOB-1", seconds=61, Title="Prepared")
        preparer = self.preparer(looker)
        while preparer.run_once():
            pass
        assert b"Prepared" in looker.hit("jobs").data
        assert {path: looker.hit(path).data for path in PATHS} == looker.anew()

    def test_prerendering_asks_for_no_refresh(self, looker: Looker) -> None:
        changed(looker.portal_server, "acme/jobs/JOB-1", seconds=61, Title="Prepared")
        looker.portal_server.tomorrow(700)
        self.preparer(looker).run_once()
        states = looker.portal_server.services.mirror.all_states("acme")
        assert not [one for one, state in states.items() if state.asked_at]

    def test_nothing_is_prerendered_for_absent_people(self, looker: Looker) -> None:
        changed(looker.portal_server, "acme/jobs/JOB-1", seconds=31 * 86_400, Title="Unseen")
        preparer = self.preparer(looker)
        while preparer.run_once():
            pass
        with looker.portal_server.services.database.read() as connection:
            rows = connection.exec_driver_sql("SELECT count(*) FROM answers WHERE agency = 'acme'").scalar_one()
        assert rows == 0

    def test_unread_list_is_left_to_the_next_request(self, portal_server: PortalServer) -> None:
        key = CacheKey("acme", "CON-1001", "financial.list_pending_statements")
        looker = Looker(portal_server, portal_server.sign_in())
        looker.store.begin(key)
        preparer = self.preparer(looker)
        assert preparer.run_once()
        assert not preparer.run_once()
