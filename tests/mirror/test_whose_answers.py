"""Every transaction that changes rows knows whose answers it changes, and no others'."""

import pytest

from app.mirror.kinds import Kind
from app.mirror.rows import MirrorTransaction
from tests.mirror.readings import noting_changes, read_all
from tests.portal_server import PortalServer


def touched(changes: list[MirrorTransaction]) -> tuple[set[str], bool]:
    """The contractors, and whether all of the agency's."""
    return set().union(*(one.contractors for one in changes)), any(one.everyone for one in changes)


def after(portal_server: PortalServer, *kinds: Kind, seconds: float = 3_601) -> tuple[set[str], bool]:
    """Whose answers the next reading changes."""
    portal_server.tomorrow(seconds)
    with noting_changes(portal_server) as changes:
        read_all(portal_server, *kinds)
    return touched(changes)


def test_unchanged_rows_change_nobodys(portal_server: PortalServer) -> None:
    assert after(portal_server, *Kind) == (set(), False)


def test_a_job_changes_those_of_its_old_and_its_new_contractor(portal_server: PortalServer) -> None:
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")
    assert after(portal_server, Kind.JOB) == ({"CON-1001", "CON-1002"}, False)
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID=None)
    assert after(portal_server, Kind.JOB) == ({"CON-1002"}, False)
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1001", BranchOID="BR-2")
    assert after(portal_server, Kind.JOB) == ({"CON-1001"}, False)
    portal_server.simulator.control("DELETE", "state/acme/jobs/JOB-1")
    assert after(portal_server, Kind.JOB) == ({"CON-1001"}, False)


def test_a_contractor_changes_their_own(portal_server: PortalServer) -> None:
    portal_server.simulator.change("acme/contractors/CON-1002", CompanyName="New & Sons")
    assert after(portal_server, Kind.CONTRACTOR) == ({"CON-1002"}, False)


@pytest.mark.parametrize(
    ("record", "kind"), [("branches/BR-1", Kind.BRANCH), ("status_types/SX-1", Kind.STATUS)], ids=str
)
def test_branches_and_words_change_everybodys(portal_server: PortalServer, record: str, kind: Kind) -> None:
    portal_server.simulator.change(f"acme/{record}", Name="Another name")
    assert after(portal_server, kind) == (set(), True)


@pytest.mark.parametrize(
    ("field", "records", "kind", "change"),
    [
        ("StaffOID", "staff", Kind.STAFF, {"JobTitle": "Another"}),
        ("PropertyOID", "properties", Kind.PROPERTY, {"AccessArrangements": "Ring twice"}),
    ],
    ids=["staff", "property"],
)
def test_staff_and_places_change_those_of_the_contractors_whose_jobs_name_them(
    portal_server: PortalServer, field: str, records: str, kind: Kind, change: dict[str, str]
) -> None:
    jobs = portal_server.simulator.state()["jobs"].values()
    job = next(one for one in jobs if one.get(field) and not one.get("Property") and one.get("ContractorOID"))
    portal_server.simulator.change(f"acme/{records}/{job[field]}", **change)
    owners = {one.get("ContractorOID") for one in jobs if one.get(field) == job[field]} - {None}
    assert after(portal_server, kind) == (owners, False)


def test_a_first_filling_changes_everybodys_once_it_is_shown(portal_server: PortalServer) -> None:
    with portal_server.services.database.write() as connection:
        for table in ("records", "collections"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE agency = 'acme' AND kind = 'job'")
    with noting_changes(portal_server) as changes:
        read_all(portal_server, Kind.JOB)
    assert [one for one in changes if one.contractors] == []
    assert len([one for one in changes if one.everyone]) == 2, "one a branch"


def test_a_write_changes_its_contractors_own(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    with noting_changes(portal_server) as changes:
        assert client.post("/api/contractor/jobs/JOB-1/notes", json={"note": "Seen"}).status_code == 201
    assert touched(changes) == ({"CON-1001"}, False)
