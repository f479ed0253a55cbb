"""The peer of fifty_a_minute and note_path: the same stack, gateway and budget, but neither mirror nor ledger.

Every look asks AgentOS, and what is written is gone if nobody answers.
"""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, request

import config
from app.agentos.caller import Caller
from app.agentos.errors import AgentOSError
from app.agentos.gateway import Gateway
from app.domain.clock import Deadline, LeaseEnd
from app.services import build

portal = build(config.load(), {})
agency = portal.config.agencies["acme"]
app = Flask(__name__)


def agentos() -> Gateway:
    """AgentOS, asked for a person who does not wait for a slot: there are never enough."""
    return portal.gateways.open(agency, Caller(role="person", deadline=Deadline(portal.clock, 25.0), wait_s=0.0))


def lease() -> LeaseEnd:
    """The end of this request's time."""
    return LeaseEnd.after(portal.clock, 25.0)


@app.errorhandler(AgentOSError)
def failed(_: AgentOSError) -> Response:
    """As the portal: 500."""
    return Response(status=500)


@app.route("/<what>/<contractor>", methods=["GET", "POST"])
def look(what: str, contractor: str) -> dict[str, Any]:
    """One page's worth of asking: a contractor's jobs are all in the list of their branch."""
    asked, branch = agentos(), request.args["branch"]
    if what == "jobs":
        return {"jobs": [job.job_id for job in asked.jobs(branch).whole() if job.contractor_id == contractor]}
    if what == "job":
        return {"job": asked.job(request.args["job"]).job_id}
    if what == "contacts":
        return {"contacts": [branch.branch_id for branch in asked.branches().whole()]}
    if what == "note":
        return {"note": str(asked.add_note(request.args["job"], "A note", "Bench", lease=lease()))}
    if what == "account":
        return {"account": asked.contractor(contractor).contractor_id}
    statements = asked.historical(contractor) if what == "historical" else asked.pending(contractor)
    return {"statements": [one.statement_id for one in statements.whole()]}


@app.post("/jobs/<job>/notes")
def note(job: str) -> tuple[dict[str, Any], int]:
    """A note to a job that was read before, as the portal's."""
    asked = agentos()
    answer = asked.add_note(asked.job(job).job_id, request.get_json()["note"], "Bench", lease=lease())
    return {"note": str(answer)}, 201
