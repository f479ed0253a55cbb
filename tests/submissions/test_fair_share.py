"""Contractors whose writes AgentOS refuses leave calls for the other contractors of their agency."""

from tests.contract.api_calls import WRITES
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer

ACCOUNTS = ("acme/CON-1001", "acme/CON-1002", "acme/CON-1006", "acme/CON-1007", "acme/CON-1008")


def test_refused_writes_of_four_contractors_leave_calls_for_a_fifth(portal_server: PortalServer) -> None:
    object.__setattr__(portal_server.config.agencies["acme"], "budget", 45)
    *refused, other = (client_for(portal_server, account) for account in ACCOUNTS)
    own_job = {account: _own_job(portal_server, account.partition("/")[2]) for account in ACCOUNTS}
    portal_server.simulator.fault(method="POST", path="/notes", status=400)
    portal_server.advance_clock(120)
    for number in range(30):
        for account, client in zip(ACCOUNTS, refused, strict=False):
            note = {"note": f"Part {number} ordered"}
            answer = client.post(f"/api/contractor/jobs/{own_job[account]}/notes", json=note)
            assert answer.status_code in (400, 429, 500), answer.json
    portal_server.simulator.control("DELETE", "faults")
    assert WRITES["note"].send(other, own_job[ACCOUNTS[-1]]).status_code == 201


def _own_job(portal_server: PortalServer, contractor_id: str) -> str:
    jobs = portal_server.simulator.state()["jobs"]
    return next(number for number, job in jobs.items() if job.get("ContractorOID") == contractor_id)
