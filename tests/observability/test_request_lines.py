"""One line per request, one per call to AgentOS, and one traceback for each unexpected error."""

import re
from collections.abc import Callable
from typing import Any

import flask
import pytest

from app.auth.cleanup import delete_expired
from app.observability import logging
from tests.contract.api_calls import API, INVOICE, WRITES, error_sentence, open_job
from tests.log_lines import Lines
from tests.portal_server import PortalServer

NAMES = ("agency", "contractor_id", "request_id", "submission_id")


def only_event(lines: list[dict[str, Any]], event: str) -> dict[str, Any]:
    entries = [line for line in lines if line["event"] == event]
    assert len(entries) == 1, lines
    return entries[0]


def test_request_is_logged_with_contractor_and_url_rule(portal_server: PortalServer, lines: Lines) -> None:
    client = portal_server.sign_in()
    lines()
    answer = client.get(f"{API}/jobs/JOB-1?", headers={"X-Request-ID": "abcdefgh-1"})
    [line] = lines()
    assert line.pop("milliseconds") > 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", line.pop("timestamp"))
    assert line == {
        "event": "request",
        "level": "info",
        "logger": "portal",
        "request_id": "abcdefgh-1",
        "agency": "acme",
        "contractor_id": "CON-1001",
        "method": "GET",
        "rule": f"{API}/jobs/<id:job_id>",
        "status": answer.status_code,
    }


@pytest.mark.parametrize(
    ("method", "path", "arguments", "status", "rule", "problem"),
    [
        ("GET", "/nothing-here", {}, 404, None, "no-such-address"),
        ("GET", f"{API}/jobs/a.b", {}, 404, None, "no-such-address"),
        ("PUT", f"{API}/jobs", {}, 405, None, "method-not-allowed"),
        ("SECRET", f"{API}/jobs", {}, 405, None, "method-not-allowed"),
        ("GET", f"{API}/jobs", {}, 401, f"{API}/jobs", "unauthenticated"),
        ("POST", "/api/session/code", {"json": {}}, 400, "/api/session/code", "invalid-request"),
        ("POST", "/api/session/code", {"data": b"x" * 70_000}, 413, "/api/session/code", "too-large"),
        ("DELETE", "/api/session", {"headers": {"Origin": "null"}}, 403, "/api/session", "cross-site"),
        ("GET", "/api/session", {"headers": {"Host": "evil.example"}}, 400, None, "invalid-request"),
        ("GET", "/health/live", {}, 200, "/health/live", None),
    ],
)
def test_refused_request_is_logged_without_contractor(
    build: Callable[..., PortalServer],
    lines: Lines,
    method: str,
    path: str,
    arguments: dict[str, Any],
    status: int,
    rule: str,
    problem: str | None,
) -> None:
    client = build(TRUSTED_HOSTS="localhost", LOG_LEVEL="DEBUG").app.test_client()
    logging.configure("DEBUG", readable=False)
    answer = client.open(path, method=method, **arguments)
    line = lines()[-1]
    assert answer.status_code == line["status"] == status
    assert line["rule"] == rule
    assert line.get("problem") == problem
    assert line["level"] == "info"
    assert line["method"] == (None if method == "SECRET" else method)
    assert line["request_id"] == answer.headers["X-Request-ID"]
    assert "contractor_id" not in line
    reasons = {
        "Host": "the host is not among TRUSTED_HOSTS",
        "Origin": "the origin is null; expected: http://localhost",
    }
    [header] = arguments.get("headers") or [None]
    assert line.get("reason") == reasons.get(header)


def test_upstream_failure_is_logged_in_request_line(portal_server: PortalServer, lines: Lines) -> None:
    client = portal_server.sign_in()
    job_id = open_job(client)
    portal_server.clock.work = None  # type: ignore[union-attr] # its lines are its own
    portal_server.simulator.fault(method="POST", path="/notes$", status=502)
    lines()
    answer = client.post(f"{API}/jobs/{job_id}/notes", json={"note": "Part ordered"})
    *entries, line = lines()
    attempts = [entry for entry in entries if entry["event"] == "agentos_call"]
    assert [entry["what"] for entry in entries if entry["event"] == "audit"] == ["submitted", "unconfirmed"]
    assert answer.status_code == line["status"] == 500
    assert (line["level"], line["error"], line["reason"]) == ("warning", "WriteFailed", "add_note: failed with 502")
    assert line["problem"] == "unconfirmed"
    assert [(entry["event"], entry["operation"], entry["status"]) for entry in attempts] == [
        ("agentos_call", "job", 200),
        ("agentos_call", "add_note", 502),
        ("agentos_call", "job", 200),
    ], "read before it is sent, and looked for once; a second sending waits for SETTLE_S"
    for entry in entries:
        assert {name: entry[name] for name in NAMES} == {name: line[name] for name in NAMES}
    for entry in attempts:
        assert {"method", "milliseconds", "waited_milliseconds", "attempt", "asker"} <= entry.keys()


def test_failure_of_one_request_is_not_logged_for_the_next(portal_server: PortalServer, lines: Lines) -> None:
    client = portal_server.sign_in()
    portal_server.simulator.fault(path="/jobs/", status=502, times=2)
    WRITES["note"].send(client, "JOB-1")
    portal_server.app.test_client().get(f"{API}/jobs")
    last = lines()[-1]
    assert not {"error", "reason", "agency", "contractor_id"} & last.keys()


def test_unexpected_error_is_logged_once_with_traceback(portal_server: PortalServer, lines: Lines) -> None:
    client = portal_server.sign_in()
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE records")
    lines()
    answer = client.post(f"{API}/invoices", json={"jobId": "JOB-1", **INVOICE, "description": "Tell-tale"})
    entries = lines()
    assert answer.status_code == 500
    error, line = only_event(entries, "unexpected"), only_event(entries, "request")
    assert (error["level"], line["level"], line["status"]) == ("error", "warning", 500)
    assert error["request_id"] == line["request_id"]
    assert (line["error"], line["problem"]) == ("OperationalError", "internal-error")
    assert "trace" not in line
    assert [each for each in entries if "trace" in each] == [error]
    assert error["trace"][0] == "sqlalchemy.exc.OperationalError SQLITE_ERROR"
    assert "because of sqlite3.OperationalError SQLITE_ERROR" in error["trace"]
    places = [each for each in error["trace"] if not re.match(r"(because of )?[\w.]+( [A-Z_]+)?$", each)]
    assert all(re.fullmatch(r"[\w./<>-]+\.py:\d+ [\w.<>]+", place) for place in places), places
    assert any(place.startswith("app/auth/") for place in places)


def test_unexpected_error_outside_view_is_logged_with_traceback(
    build: Callable[..., PortalServer], lines: Lines
) -> None:
    portal_server = build()
    failing = ["SECRET-REASON"]

    @portal_server.app.after_request
    def fail_once(response: flask.Response) -> flask.Response:
        if failing:
            raise LookupError(failing.pop())
        return response

    logging.configure("DEBUG", readable=False)
    answer = portal_server.app.test_client().get("/health/live?q=SECRET-QUERY")
    assert error_sentence(answer, 500).startswith("Something went wrong on our side")
    entries = lines()
    error, line = only_event(entries, "unexpected"), only_event(entries, "request")
    assert len(entries) == 2
    assert error["trace"][0] == "LookupError"
    assert line["request_id"] == answer.headers["X-Request-ID"] == error["request_id"]
    assert "SECRET" not in str(entries)


def test_refreshes_mails_and_cleanup_are_logged(portal_server: PortalServer, lines: Lines) -> None:
    portal_server.advance_clock(3_700)
    portal_server.refresh(everywhere=True)
    refreshes = [line for line in lines() if line["event"] == "refreshed"]
    assert {"branch", "job", "contractor"} <= {line["kind"] for line in refreshes}
    assert {line["agency"] for line in refreshes} == {"acme", "harbour"}
    assert all(line["rows"] >= 0 and "milliseconds" in line for line in refreshes)
    portal_server.sign_in()
    assert only_event(lines(), "mail_sent")["kind"] == "code"
    delete_expired(portal_server.services)
    assert only_event(lines(), "cleaned")["codes"] == 0
