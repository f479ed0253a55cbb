"""Each transaction that changes rows records exactly the contractors whose responses change."""

import pytest

from app.mirror.kinds import Kind
from app.mirror.rows import MirrorTransaction
from tests.mirror.reading_helpers import read_all, recording_changes
from tests.portal_server import PortalServer


def affected(changes: list[MirrorTransaction]) -> tuple[set[str], bool]:
    """Return the affected contractors, and whether all of the agency's are affected."""
    return set().union(*(item.contractors for item in changes)), any(item.everyone for item in changes)


def affected_by_next_reading(
    portal_server: PortalServer, *kinds: Kind, seconds: float = 3_601
) -> tuple[set[str], bool]:
    """Return the contractors whose responses the next fetch changes."""
    portal_server.advance_clock(seconds)
    with recording_changes(portal_server) as changes:
        read_all(portal_server, *kinds)
    return affected(changes)


def test_unchanged_rows_change_no_response(portal_server: PortalServer) -> None:
    assert affected_by_next_reading(portal_server, *Kind) == (set(), False)


def test_changed_job_affects_old_and_new_contractor(portal_server: PortalServer) -> None:
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")
    assert affected_by_next_reading(portal_server, Kind.JOB) == ({"CON-1001", "CON-1002"}, False)
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID=None)
    assert affected_by_next_reading(portal_server, Kind.JOB) == ({"CON-1002"}, False)
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1001", BranchOID="BR-2")
    assert affected_by_next_reading(portal_server, Kind.JOB) == ({"CON-1001"}, False)
    portal_server.simulator.control("DELETE", "state/acme/jobs/JOB-1")
    assert affected_by_next_reading(portal_server, Kind.JOB) == ({"CON-1001"}, False)


def test_changed_contractor_affects_itself(portal_server: PortalServer) -> None:
    portal_server.simulator.change("acme/contractors/CON-1002", CompanyName="New & Sons")
    assert affected_by_next_reading(portal_server, Kind.CONTRACTOR) == ({"CON-1002"}, False)


@pytest.mark.parametrize(
    ("record", "kind"), [("branches/BR-1", Kind.BRANCH), ("status_types/SX-1", Kind.STATUS)], ids=str
)
def test_changed_branch_or_status_affects_everybody(portal_server: PortalServer, record: str, kind: Kind) -> None:
    portal_server.simulator.change(f"acme/{record}", Name="Another name")
    assert affected_by_next_reading(portal_server, kind) == (set(), True)


@pytest.mark.parametrize(
    ("field", "records", "kind", "change"),
    [
        ("StaffOID", "staff", Kind.STAFF, {"JobTitle": "Another"}),
        ("PropertyOID", "properties", Kind.PROPERTY, {"AccessArrangements": "Ring twice"}),
    ],
    ids=["staff", "property"],
)
def test_changed_staff_or_property_affects_contractors_of_jobs(
    portal_server: PortalServer, field: str, records: str, kind: Kind, change: dict[str, str]
) -> None:
    jobs = portal_server.simulator.state()["jobs"].values()
    job = next(item for item in jobs if item.get(field) and not item.get("Property") and item.get("ContractorOID"))
    portal_server.simulator.change(f"acme/{records}/{job[field]}", **change)
    owners = {item.get("ContractorOID") for item in jobs if item.get(field) == job[field]} - {None}
    assert affected_by_next_reading(portal_server, kind) == (owners, False)


def test_first_fetch_affects_everybody_when_its_rows_become_visible(portal_server: PortalServer) -> None:
    with portal_server.services.database.write() as connection:
        for table in ("records", "collections"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE agency = 'acme' AND kind = 'job'")
    with recording_changes(portal_server) as changes:
        read_all(portal_server, Kind.JOB)
    assert [item for item in changes if item.contractors] == []
    assert len([item for item in changes if item.everyone]) == 2, "one a branch"


def test_write_affects_its_contractor(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    with recording_changes(portal_server) as changes:
        assert client.post("/api/contractor/jobs/JOB-1/notes", json={"note": "Seen"}).status_code == 201
    assert affected(changes) == ({"CON-1001"}, False)
