"""Where lists leave notes out, jobs are read one by one for those who signed in; else nothing of it happens."""

from collections import Counter

from app.mirror import lease as leases
from app.mirror.intake import store_single
from app.mirror.kinds import Collection, Kind
from tests.jobs.expected import client_for
from tests.mirror.readings import read_all
from tests.portal_server import PortalServer

LACKING = "JOB-13"
API = "/api/contractor/jobs"


def alone(portal_server: PortalServer) -> Counter[str]:
    """Which of acme's jobs AgentOS was asked for one by one."""
    paths = [call["path"] for call in portal_server.simulator.calls("GET") if "/acme/jobs/JOB-" in call["path"]]
    return Counter(path.rpartition("/")[2] for path in paths)


def later(portal_server: PortalServer, seconds: float) -> None:
    portal_server.tomorrow(seconds)
    read_all(portal_server, *Kind)


def test_nobody_signed_in_nothing_read(portal_server: PortalServer) -> None:
    later(portal_server, 3_700)
    assert alone(portal_server) == {}


def test_a_job_without_notes_in_its_list_is_read_alone_for_its_contractor(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    assert client.get(f"{API}/{LACKING}").json["notesComplete"] is False
    lacking = {job["jobId"] for job in client.get(API).json["jobs"] if not job["notesComplete"]}
    later(portal_server, 90)
    shown = client.get(f"{API}/{LACKING}").json
    assert (shown["notesComplete"], len(shown["notes"])) == (True, 2)
    assert alone(portal_server) == dict.fromkeys(lacking, 1)


def test_it_is_read_again_after_an_hour_while_it_is_open(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    lacking = {job["jobId"]: job for job in client.get(API).json["jobs"] if not job["notesComplete"]}
    open_ones = {oid for oid, job in lacking.items() if not job["completed"]}
    assert open_ones
    later(portal_server, 90)
    later(portal_server, 3_000)
    assert set(alone(portal_server).values()) == {1}
    later(portal_server, 700)
    later(portal_server, 70)
    assert {oid for oid, times in alone(portal_server).items() if times == 2} == open_ones
    for oid in open_ones:
        portal_server.simulator.change(f"acme/jobs/{oid}", StatusOID="SX-4", Status="Completed")
    for _ in range(3):
        later(portal_server, 3_700)
        later(portal_server, 70)
    assert max(alone(portal_server).values()) <= 3, "completed, it is left alone"


def test_a_month_after_the_last_visit_it_is_not_read(portal_server: PortalServer) -> None:
    client_for(portal_server, "acme/CON-1001")
    later(portal_server, 31 * 86_400)
    assert alone(portal_server) == {}


def test_one_that_agentos_will_not_give_is_left_as_it_was(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.fault(path=f"/jobs/{LACKING}$", status=404)
    later(portal_server, 90)
    assert client.get(f"{API}/{LACKING}").json["notesComplete"] is False
    assert alone(portal_server)[LACKING] == 1


def test_a_job_that_left_its_list_while_it_was_read_alone_does_not_come_back(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    assert client.get(f"{API}/{LACKING}").json["notesComplete"] is False
    mirror = portal_server.services.mirror
    lease = leases.acquire(mirror.database, portal_server.clock, Collection("acme", Kind.NOTES, LACKING))
    assert lease is not None
    noted, job = lease.renew(), mirror.get_record("acme", Kind.JOB, LACKING)
    portal_server.simulator.control("DELETE", f"state/acme/jobs/{LACKING}")
    for _ in range(3):
        portal_server.tomorrow(25)
        lease.renew()
    read_all(portal_server, Kind.JOB)
    assert mirror.get_record("acme", Kind.JOB, LACKING) is None
    store_single(mirror, lease, job, noted, portal_server.clock.now())
    assert client.get(f"{API}/{LACKING}").status_code == 404
