"""Where lists leave notes out, jobs are read one by one for those who signed in; else nothing of it happens."""

from collections import Counter

from app.mirror import lease as leases
from app.mirror.intake import take_one
from app.mirror.kinds import Collection, Kind
from tests.house import House
from tests.jobs.expected import client_for
from tests.mirror.readings import read_all

LACKING = "JOB-13"
API = "/api/contractor/jobs"


def alone(house: House) -> Counter[str]:
    """Which of acme's jobs AgentOS was asked for one by one."""
    paths = [call["path"] for call in house.simulator.calls("GET") if "/acme/jobs/JOB-" in call["path"]]
    return Counter(path.rpartition("/")[2] for path in paths)


def later(house: House, seconds: float) -> None:
    house.tomorrow(seconds)
    read_all(house, *Kind)


def test_nobody_signed_in_nothing_read(house: House) -> None:
    later(house, 3_700)
    assert alone(house) == {}


def test_a_job_without_notes_in_its_list_is_read_alone_for_its_contractor(house: House) -> None:
    client = client_for(house, "acme/CON-1001")
    assert client.get(f"{API}/{LACKING}").json["notesComplete"] is False
    lacking = {job["jobId"] for job in client.get(API).json["jobs"] if not job["notesComplete"]}
    later(house, 90)
    shown = client.get(f"{API}/{LACKING}").json
    assert (shown["notesComplete"], len(shown["notes"])) == (True, 2)
    assert alone(house) == dict.fromkeys(lacking, 1)


def test_it_is_read_again_after_an_hour_while_it_is_open(house: House) -> None:
    client = client_for(house, "acme/CON-1001")
    lacking = {job["jobId"]: job for job in client.get(API).json["jobs"] if not job["notesComplete"]}
    open_ones = {oid for oid, job in lacking.items() if not job["completed"]}
    assert open_ones
    later(house, 90)
    later(house, 3_000)
    assert set(alone(house).values()) == {1}
    later(house, 700)
    later(house, 70)
    assert {oid for oid, times in alone(house).items() if times == 2} == open_ones
    for oid in open_ones:
        house.simulator.change(f"acme/jobs/{oid}", StatusOID="SX-4", Status="Completed")
    for _ in range(3):
        later(house, 3_700)
        later(house, 70)
    assert max(alone(house).values()) <= 3, "completed, it is left alone"


def test_a_month_after_the_last_visit_it_is_not_read(house: House) -> None:
    client_for(house, "acme/CON-1001")
    later(house, 31 * 86_400)
    assert alone(house) == {}


def test_one_that_agentos_will_not_give_is_left_as_it_was(house: House) -> None:
    client = client_for(house, "acme/CON-1001")
    house.simulator.fault(path=f"/jobs/{LACKING}$", status=404)
    later(house, 90)
    assert client.get(f"{API}/{LACKING}").json["notesComplete"] is False
    assert alone(house)[LACKING] == 1


def test_a_job_that_left_its_list_while_it_was_read_alone_does_not_come_back(house: House) -> None:
    client = client_for(house, "acme/CON-1001")
    assert client.get(f"{API}/{LACKING}").json["notesComplete"] is False
    mirror = house.portal.mirror
    lease = leases.take(mirror.database, house.clock, Collection("acme", Kind.NOTES, LACKING))
    assert lease is not None
    noted, job = lease.renew(), mirror.thing("acme", Kind.JOB, LACKING)
    house.simulator.control("DELETE", f"state/acme/jobs/{LACKING}")
    for _ in range(3):
        house.tomorrow(25)
        lease.renew()
    read_all(house, Kind.JOB)
    assert mirror.thing("acme", Kind.JOB, LACKING) is None
    take_one(mirror, lease, job, noted, house.clock.now())
    assert client.get(f"{API}/{LACKING}").status_code == 404
