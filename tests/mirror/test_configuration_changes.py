"""Agencies and branches that are added, removed or renamed in the configuration between two starts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.jobs.expected import client_for
from tests.portal_server import PortalServer, WorkingClock

API = "/api/contractor"


@pytest.fixture
def start_portal(
    portal_server: PortalServer, build: Callable[..., PortalServer], tmp_path: Path
) -> Callable[..., PortalServer]:
    """Return a function that starts a portal with the same database and these agencies (name and branches)."""

    def start(**agencies: tuple[str, list[str]]) -> PortalServer:
        lines = []
        for short_name, (name, branches) in agencies.items():
            key = f"AGENTOS_API_KEY_{short_name.upper()}"
            lines += [f"[agencies.{short_name}]", f'name = "{name}"', f'api_key_env = "{key}"']
            lines += [f"branches = {branches}"]
        (tmp_path / "agencies.toml").write_text("\n".join(lines))
        later = build(AGENCIES_FILE=tmp_path / "agencies.toml")
        later.advance_clock((portal_server.clock.now() - later.clock.now()).total_seconds())
        return later

    return start


def job_ids(client: FlaskClient) -> set[str]:
    answer = client.get(f"{API}/jobs")
    assert answer.status_code == 200, answer.json
    return {job["jobId"] for job in answer.json["jobs"]}


def test_removed_agency_is_not_served_and_is_complete_when_added_again(
    start_portal: Callable[..., PortalServer],
) -> None:
    whole = start_portal(acme=("Acme", []), harbour=("Harbour", []))
    before = job_ids(client_for(whole, "harbour/CON-5002"))
    without = start_portal(acme=("Acme", []))
    without.refresh()
    assert without.services.mirror.contractors_by_email("office@harper.example")
    person = without.app.test_client()
    email = whole.simulator.state("harbour")["contractors"]["CON-5002"]["EMailAddress"]
    person.post("/api/session/code", json={"email": email})
    without.mail_codes()
    assert without.postbox.mails == []
    again = start_portal(acme=("Acme", []), harbour=("Harbour", []))
    assert job_ids(client_for(again, "harbour/CON-5002")) == before, "with no reading in between"


def test_new_agency_is_fetched_while_the_old_is_served(start_portal: Callable[..., PortalServer]) -> None:
    alone = start_portal(acme=("Acme", []))
    with alone.services.database.write() as connection:
        for table in ("records", "collections", "contractor_emails"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE agency = 'harbour'")
    both = start_portal(acme=("Acme", []), harbour=("Harbour", []))
    assert job_ids(client_for(both, "acme/CON-1001"))
    both.refresh(everywhere=True)
    assert job_ids(client_for(both, "harbour/CON-5002"))


def test_renamed_agency_keeps_rows(start_portal: Callable[..., PortalServer]) -> None:
    before = job_ids(client_for(start_portal(acme=("Acme", [])), "acme/CON-1001"))
    renamed = start_portal(acme=("Acme of Leeds", []))
    client = client_for(renamed, "acme/CON-1001")
    assert job_ids(client) == before
    assert client.get(f"{API}/account").json["agency"]["name"] == "Acme of Leeds"


def test_new_failing_branch_does_not_delay_other_branches(start_portal: Callable[..., PortalServer]) -> None:
    first = start_portal(acme=("Acme", ["BR-1"]))
    first.refresh()
    before = job_ids(client_for(first, "acme/CON-1001"))
    wider = start_portal(acme=("Acme", ["BR-1", "BR-2"]))
    wider.simulator.fault(path="/jobs/BR-2/", status=500)
    assert isinstance(wider.clock, WorkingClock)
    wider.clock.work = wider.refresh
    wider.refresh()
    client = client_for(wider, "acme/CON-1001")
    assert job_ids(client) == before
    assert client.get(f"{API}/jobs").json["stale"] is True
    wider.simulator.control("DELETE", "faults")
    wider.advance_clock(70)
    wider.refresh()
    assert job_ids(client) > before
    assert client.get(f"{API}/jobs").json["stale"] is False


def test_job_list_is_500_if_all_branches_are_new_and_failing(start_portal: Callable[..., PortalServer]) -> None:
    first = start_portal(acme=("Acme", ["BR-1"]))
    first.refresh()
    other = start_portal(acme=("Acme", ["BR-2"]))
    other.simulator.fault(path="/jobs/BR-2/", status=500)
    other.refresh()
    people = other.simulator.state()["contractors"].values()
    client = other.sign_in(
        next(contractor["EMailAddress"] for contractor in people if contractor.get("BranchOID") == "BR-2")
    )
    assert client.get(f"{API}/jobs").status_code == 500
