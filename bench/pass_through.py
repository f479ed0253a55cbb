"""The peer of fifty_a_minute and note_path: the same stack, gateway and budget, but neither mirror nor ledger.

Every read calls AgentOS. A write is lost if AgentOS does not answer.
"""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, request

import config
from app.agentos import responses
from app.agentos.caller import Caller
from app.agentos.errors import AgentOSError
from app.agentos.gateway import Gateway
from app.domain.account import Contractor
from app.domain.clock import Deadline, LeaseEnd
from app.services import build

services = build(config.load(), {})
agency = services.config.agencies["acme"]
app = Flask(__name__)


class PeerGateway(Gateway):
    """A gateway that also reads one contractor; the portal itself reads whole lists of them."""

    def contractor(self, contractor_id: str) -> Contractor:
        """Return one contractor."""
        return self._record(responses.CONTRACTOR, "contractor", contractor_id=contractor_id)


def agentos() -> PeerGateway:
    """Return AgentOS for a person who does not wait for a slot, because there are never enough."""
    caller = Caller(role="person", deadline=Deadline(services.clock, 25.0), wait_s=0.0)
    return PeerGateway(services.checker.transport, agency, caller)


def lease() -> LeaseEnd:
    """Return the end of this request's time."""
    return LeaseEnd.after(services.clock, 25.0)


@app.errorhandler(AgentOSError)
def failed(_: AgentOSError) -> Response:
    """Answer 500, as the portal does."""
    return Response(status=500)


@app.route("/<what>/<contractor>", methods=["GET", "POST"])
def look(what: str, contractor: str) -> dict[str, Any]:
    """Make the calls of one page: a contractor's jobs are all in the list of their branch."""
    gateway, branch = agentos(), request.args["branch"]
    if what == "jobs":
        return {"jobs": [job.job_id for job in gateway.jobs(branch).whole() if job.contractor_id == contractor]}
    if what == "job":
        return {"job": gateway.job(request.args["job"]).job_id}
    if what == "contacts":
        return {"contacts": [branch.branch_id for branch in gateway.branches().whole()]}
    if what == "note":
        return {"note": str(gateway.add_note(request.args["job"], "A note", "Bench", lease=lease()))}
    if what == "account":
        return {"account": gateway.contractor(contractor).contractor_id}
    statements = gateway.historical(contractor) if what == "historical" else gateway.pending(contractor)
    return {"statements": [statement.statement_id for statement in statements.whole()]}


@app.post("/jobs/<job>/notes")
def note(job: str) -> tuple[dict[str, Any], int]:
    """Read a job and add a note, as the portal does."""
    gateway = agentos()
    answer = gateway.add_note(gateway.job(job).job_id, request.get_json()["note"], "Bench", lease=lease())
    return {"note": str(answer)}, 201
