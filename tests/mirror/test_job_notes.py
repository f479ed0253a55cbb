"""If lists leave out notes, jobs of signed-in contractors are fetched one by one."""

from collections import Counter

from app.mirror import lease as leases
from app.mirror.intake import store_single
from app.mirror.kinds import Collection, Kind
from tests.jobs.expected import client_for
from tests.mirror.reading_helpers import read_all
from tests.portal_server import PortalServer

LACKING = "JOB-13"
API = "/api/contractor/jobs"


def single_reads(portal_server: PortalServer) -> Counter[str]:
    """Return how often each of acme's jobs was fetched alone."""
    paths = [call["path"] for call in portal_server.simulator.calls("GET") if "/acme/jobs/JOB-" in call["path"]]
    return Counter(path.rpartition("/")[2] for path in paths)


def later(portal_server: PortalServer, seconds: float) -> None:
    portal_server.advance_clock(seconds)
    read_all(portal_server, *Kind)


def test_job_of_contractor_not_signed_in_is_not_fetched_alone(portal_server: PortalServer) -> None:
    later(portal_server, 3_700)
    assert single_reads(portal_server) == {}


def test_job_without_notes_in_list_is_fetched_alone(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    assert client.get(f"{API}/{LACKING}").json["notesComplete"] is False
    lacking = {job["jobId"] for job in client.get(API).json["jobs"] if not job["notesComplete"]}
    later(portal_server, 90)
    job = client.get(f"{API}/{LACKING}").json
    assert (job["notesComplete"], len(job["notes"])) == (True, 2)
    assert single_reads(portal_server) == dict.fromkeys(lacking, 1)


def test_open_job_is_fetched_alone_again_after_an_hour(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    lacking = {job["jobId"]: job for job in client.get(API).json["jobs"] if not job["notesComplete"]}
    open_jobs = {oid for oid, job in lacking.items() if not job["completed"]}
    assert open_jobs
    later(portal_server, 90)
    later(portal_server, 3_000)
    assert set(single_reads(portal_server).values()) == {1}
    later(portal_server, 700)
    later(portal_server, 70)
    assert {oid for oid, times in single_reads(portal_server).items() if times == 2} == open_jobs
    for oid in open_jobs:
        portal_server.simulator.change(f"acme/jobs/{oid}", StatusOID="SX-4", Status="Completed")
    for _ in range(3):
        later(portal_server, 3_700)
        later(portal_server, 70)
    assert max(single_reads(portal_server).values()) <= 3, "completed, it is left alone"


def test_job_is_not_fetched_alone_a_month_after_the_last_visit(portal_server: PortalServer) -> None:
    client_for(portal_server, "acme/CON-1001")
    later(portal_server, 31 * 86_400)
    assert single_reads(portal_server) == {}


def test_job_refused_by_agentos_stays_unchanged(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.fault(path=f"/jobs/{LACKING}$", status=404)
    later(portal_server, 90)
    assert client.get(f"{API}/{LACKING}").json["notesComplete"] is False
    assert single_reads(portal_server)[LACKING] == 1


def test_job_removed_while_fetched_alone_stays_removed(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    assert client.get(f"{API}/{LACKING}").json["notesComplete"] is False
    mirror = portal_server.services.mirror
    lease = leases.acquire(mirror.database, portal_server.clock, Collection("acme", Kind.NOTES, LACKING))
    assert lease is not None
    sequence, job = lease.renew(), mirror.get_record("acme", Kind.JOB, LACKING)
    portal_server.simulator.control("DELETE", f"state/acme/jobs/{LACKING}")
    for _ in range(3):
        portal_server.advance_clock(25)
        lease.renew()
    read_all(portal_server, Kind.JOB)
    assert mirror.get_record("acme", Kind.JOB, LACKING) is None
    store_single(mirror, lease, job, sequence, portal_server.clock.now())
    assert client.get(f"{API}/{LACKING}").status_code == 404
