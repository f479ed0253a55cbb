"""The contract's order of checks, and the portal's limit on writes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.contract.api_calls import (
    API,
    PROBLEM,
    WRITES,
    Write,
    assert_no_upstream_calls,
    error_sentence,
    open_job,
    problem_of,
    read_everything,
)
from tests.portal_server import PortalServer

every_write = pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())


def checks_from_last_to_first(job_id: str) -> list[tuple[int, str, str, dict[str, Any]]]:
    """Return the checks from the last to the first.

    Each has the status, words and the type of the error, and the change that causes it.
    """
    elsewhere = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    note = f"{API}/jobs/{job_id}/notes"
    return [
        (404, "no such job", "no-such-object", {"path": note}),
        (429, "too many submissions", "too-many-requests", {"limited": True}),
        (404, "does not offer", "not-offered", {"offered": False}),
        (400, "note", "invalid-request", {"json": {"note": ""}}),
        (413, "too large", "too-large", {"json": {"note": "x" * 70_000}}),
        (409, "account", "foreign-account", {"Portal-Account": "acme/CON-1003"}),
        (401, "sign in", "unauthenticated", {"signed_in": False}),
        (403, "another site", "cross-site", elsewhere),
        (405, "method", "method-not-allowed", {"method": "DELETE"}),
    ]


@pytest.mark.parametrize("first", range(9), ids=[f"{step[0]} {step[1]}" for step in checks_from_last_to_first("x")])
def test_request_with_several_faults_gets_error_of_the_first_check(
    portal_server: PortalServer, build: Callable[..., PortalServer], tmp_path: Path, first: int
) -> None:
    request: dict[str, Any] = {"method": "POST", "json": {"note": "Hello"}, "signed_in": True}
    taken = checks_from_last_to_first("JOB-99999")[: first + 1]
    for _, _, _, more in taken:
        request.update(more)
    agencies = tmp_path / "agencies.toml"
    agencies.write_text(
        '[agencies.acme]\nname = "Acme"\napi_key_env = "AGENTOS_API_KEY_ACME"\n'
        + ('not_offered = ["notes.add"]\n' if "offered" in request else "")
    )
    narrow = build(AGENCIES_FILE=agencies, WRITES_PER_MINUTE=1 if "limited" in request else 1_000)
    client = narrow.sign_in()
    if "limited" in request:
        writer = client if "offered" not in request else build(WRITES_PER_MINUTE=1).app.test_client()
        writer.set_cookie("portal_session", client.get_cookie("portal_session").value)  # type: ignore[union-attr]
        assert writer.post(request["path"], json={"note": "The one that is allowed"}).status_code == 404
    if not request["signed_in"]:
        client.delete("/api/session")
    headers = {name: request[name] for name in ("Portal-Account", "Sec-Fetch-Site", "Origin") if name in request}
    answer = client.open(request["path"], method=request["method"], json=request["json"], headers=headers)
    status, words, name, _ = taken[-1]
    assert words in error_sentence(answer, status).lower()
    headers["Accept"] = PROBLEM
    again = client.open(request["path"], method=request["method"], json=request["json"], headers=headers)
    problem = problem_of(again, status)
    assert (problem["type"], problem["detail"]) == (f"/api/problems#{name}", error_sentence(answer, status))


@every_write
def test_writes_per_minute_are_limited_but_reads_are_not(
    portal_server: PortalServer, build: Callable[..., PortalServer], write: Write
) -> None:
    narrow = build(WRITES_PER_MINUTE=2)
    narrow.clock.work = narrow.refresh  # type: ignore[union-attr]
    client = narrow.sign_in()
    job_id = open_job(client)
    for each in ("note", "completion"):
        assert WRITES[each].send(client, job_id).status_code in (200, 201)

    another = {"X-Allow-Duplicate": "true"}  # a repeat without it would not be counted

    def ask() -> None:
        answer = write.send(client, job_id, headers=another)
        error_sentence(answer, 429)
        assert 0 < int(answer.headers["Retry-After"]) <= 60

    assert_no_upstream_calls(narrow, ask)
    read_everything(client, job_id)
    headers = {"Portal-Account": "harbour/CON-5001"}
    other = client.get(f"{API}/jobs?status=open", headers=headers).json["jobs"][0]["jobId"]  # type: ignore[index]
    assert WRITES["note"].send(client, other, headers=headers).status_code == 201, "each contractor has a count"
    narrow.advance_clock(61)
    assert write.send(client, job_id, headers=another).status_code == write.good
