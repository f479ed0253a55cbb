"""Helpers of the contract tests: every write, every read, and the parts of a response that stay the same."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.api.problem_types import ProblemType
from tests.portal_server import PortalServer

API = "/api/contractor"
PROBLEM = "application/problem+json"
TYPES = {each.uri: each for each in ProblemType}
USUALLY_OTHER = (ProblemType.REJECTED, ProblemType.INVALID_REQUEST)
"""Types whose responses may have other statuses than the usual one."""
CHANGING = ("POST", "PUT", "PATCH", "DELETE")
INVOICE = {"amount": 120, "description": "Work done", "invoiceDate": "2026-11-24", "invoiceNumber": "INV-77"}


@dataclass(frozen=True)
class Write:
    """A write of the portal, and the path of its call to AgentOS."""

    method: str
    path: str
    upstream: str
    good: int

    def send(self, client: FlaskClient, job_id: str, **arguments: Any) -> TestResponse:
        """Send the write for this job."""
        body = {"complete": {"completed": True}, "notes": {"note": "Part ordered"}}.get(
            self.path.rpartition("/")[2], {"jobId": job_id, **INVOICE}
        )
        path = f"{API}/{self.path.format(job_id=job_id)}"
        return client.open(path, method=self.method, **{"json": body, **arguments})


COMPLETE = Write("PATCH", "jobs/{job_id}/complete", r"/jobs/[^/]+$", 200)
NOTE = Write("POST", "jobs/{job_id}/notes", r"/notes$", 201)
SUBMIT = Write("POST", "invoices", r"/invoice/submit$", 201)
WRITES = {"completion": COMPLETE, "note": NOTE, "invoice": SUBMIT}


def open_job(client: FlaskClient) -> str:
    """Return the id of an open job of this contractor."""
    return str(client.get(f"{API}/jobs?status=open").json["jobs"][0]["jobId"])  # type: ignore[index]


def readable_paths(app: Flask, job_id: str) -> list[str]:
    """Return the paths that a contractor may read, from the portal's URL map, except that of a single submission."""
    rules = [rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    theirs = [rule.removeprefix(f"{API}/") for rule in rules if rule.startswith(f"{API}/")]
    paths = [rule.replace("<id:job_id>", job_id) for rule in theirs if "<id:submission_id>" not in rule]
    assert len(paths) >= 9, paths
    return paths


def read_everything(client: FlaskClient, job_id: str) -> dict[str, Any]:
    """Return the body of every read, each 200.

    The fields that change with time are left out, and so is the list of submissions, which grows with every write.
    """
    bodies = {}
    for path in readable_paths(client.application, job_id):
        if path == "submissions":
            continue
        answer = client.get(f"{API}/{path}")
        assert answer.status_code == 200, (path, answer.status_code, answer.text)
        bodies[path] = {name: value for name, value in answer.json.items() if name not in ("asOf", "stale")}
    return bodies


def error_sentence(answer: TestResponse, status: int) -> str:
    """Return the sentence of an error. Check that it has the contract's only shape."""
    assert answer.status_code == status, (answer.status_code, answer.text)
    assert answer.mimetype == "application/json"
    assert list(answer.json or ()) == ["error"]
    sentence = str(answer.json["error"])  # type: ignore[index]
    assert re.fullmatch(r"[^\n<>{}]{10,200}\.", sentence), sentence
    return sentence


def problem_of(answer: TestResponse, status: int) -> dict[str, Any]:
    """Return an error in the form of RFC 9457. Check its members, and that it says the same as the headers."""
    assert answer.status_code == status, (answer.status_code, answer.text)
    assert answer.content_type == PROBLEM
    assert "accept" in {name.lower() for name in answer.vary}, answer.headers
    problem: dict[str, Any] = answer.get_json()
    problem_type = TYPES[problem["type"]]
    assert list(problem)[:5] == ["type", "title", "status", "detail", "requestId"]
    assert set(list(problem)[5:]) <= {"errors", "submissionState", "retryAfter"}
    assert (problem["title"], problem["status"]) == (problem_type.title, status)
    assert status == problem_type.status or problem_type in USUALLY_OTHER
    assert problem["requestId"] == answer.headers["X-Request-ID"]
    assert problem.get("submissionState") == answer.headers.get("Submission-State")
    retry_after = problem.get("retryAfter")
    assert answer.headers.get("Retry-After") == (None if retry_after is None else str(retry_after))
    for fault in problem.get("errors", ()):
        [place] = fault.keys() - {"detail"}
        assert place in ("pointer", "parameter", "header")
    return problem


def assert_no_upstream_calls(portal_server: PortalServer, do: Callable[[], Any]) -> None:
    """Call `do`, and check that it makes no call to AgentOS."""
    asked = len(portal_server.simulator.calls())
    do()
    assert len(portal_server.simulator.calls()) == asked
