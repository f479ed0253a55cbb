"""`asOf`, `stale`, ETag and 304: old rows are returned at once, and only the first fetch makes a request wait."""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from app.domain.clock import to_london
from app.mirror.kinds import Collection, Kind
from app.store.tables import cached_responses
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer

PATHS = (
    "account",
    "contacts",
    "agency",
    "jobs",
    "jobs/JOB-1",
    "insights",
    "invoices",
    "invoices/INV-1",
    "statements/pending",
    "statements/S-1",
    "submissions",
)
READ_LATER = ("insights", "invoices", "invoices/INV-1", "statements/pending", "statements/S-1")
"""Paths whose lists are fetched by the first request, some seconds after nine."""


def get(client, path: str = "jobs", etag: str | None = None):
    return client.get(f"/api/contractor/{path}", headers={"If-None-Match": etag} if etag else {})


@pytest.fixture
def client(portal_server: PortalServer):
    return client_for(portal_server, "acme/CON-1001")


@pytest.mark.parametrize("path", PATHS)
def test_every_get_has_cache_headers_and_304_keeps_last_modified(client, path: str) -> None:
    first = get(client, path)
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert first.headers["Last-Modified"] == "Wed, 25 Nov 2026 09:00:00 GMT" or path in READ_LATER
    assert [*first.json][-2:] == ["asOf", "stale"]
    assert (parsedate_to_datetime(first.headers["Last-Modified"]), False) == (
        datetime.fromisoformat(first.json["asOf"]),
        first.json["stale"],
    )
    assert first.headers["ETag"].startswith('W/"')
    assert {"Cookie", "Portal-Account"} <= set(first.vary)
    for tag in (first.headers["ETag"], first.headers["ETag"].removeprefix("W/"), f'"x", {first.headers["ETag"]}'):
        again = get(client, path, tag)
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["Last-Modified"] == first.headers["Last-Modified"]
        assert again.headers["ETag"] == first.headers["ETag"]
    assert get(client, path, 'W/"other"').status_code == 200


def test_etag_ignores_as_of_and_304_has_current_last_modified(portal_server: PortalServer, client) -> None:
    portal_server.advance_clock(60)
    portal_server.refresh()  # the job is fetched alone, for its notes
    first = get(client)
    portal_server.advance_clock(60)
    portal_server.refresh()
    second = get(client, etag=first.headers["ETag"])
    assert second.status_code == 304
    assert second.headers["Last-Modified"] == "Wed, 25 Nov 2026 09:02:00 GMT"
    whole = get(client)
    assert whole.json["asOf"] == "2026-11-25T09:02:00+00:00"
    assert whole.headers["ETag"] == first.headers["ETag"]


def test_submissions_are_304_until_one_is_sent_or_changes(portal_server: PortalServer, client) -> None:
    """Their `asOf` is the time of the request, because nothing in them is fetched from AgentOS."""
    empty = get(client, "submissions")
    portal_server.advance_clock(60)
    assert get(client, "submissions", empty.headers["ETag"]).status_code == 304
    portal_server.simulator.fault(path="/", status=503)
    sent = client.post(
        "/api/contractor/jobs/JOB-1/notes", json={"note": "Part ordered"}, headers={"Prefer": "respond-async"}
    )
    path = sent.headers["Location"].removeprefix("/api/contractor/")
    tags = {each: get(client, each).headers["ETag"] for each in ("submissions", path)}
    assert tags["submissions"] != empty.headers["ETag"]
    portal_server.advance_clock(1)
    for each, tag in tags.items():
        again = get(client, each, tag)
        assert (again.status_code, again.data) == (304, b"")
        assert parsedate_to_datetime(again.headers["Last-Modified"]) == portal_server.clock.now().replace(microsecond=0)
    assert get(client, path).json["asOf"] == to_london(portal_server.clock.now()).isoformat(timespec="seconds")
    portal_server.simulator.control("DELETE", "faults")
    portal_server.advance_clock(300)
    portal_server.work()
    for each, tag in tags.items():
        answer = get(client, each, tag)
        assert (answer.status_code, answer.json["stale"]) == (200, False)


def test_accepted_submission_has_the_body_of_its_address(portal_server: PortalServer, client) -> None:
    portal_server.simulator.fault(path="/", status=503)
    sent = client.patch(
        "/api/contractor/jobs/JOB-1/complete", json={"completed": True}, headers={"Prefer": "respond-async"}
    )
    assert (sent.status_code, sent.json) == (202, client.get(sent.headers["Location"]).json)


@pytest.mark.parametrize("path", ["jobs/JOB-1", "insights", "invoices/INV-1", "statements/S-1"])
def test_single_object_is_stale_after_a_failed_fetch(portal_server: PortalServer, client, path: str) -> None:
    before = get(client, path)
    portal_server.simulator.fault(path="/", status=500)
    portal_server.advance_clock(3_601)
    get(client, path)
    portal_server.refresh()
    after = get(client, path)
    assert after.json == {**before.json, "stale": True}
    assert after.headers["ETag"] != before.headers["ETag"]
    assert get(client, path, before.headers["ETag"]).status_code == 200
    for own in ("agency", "submissions"):
        assert get(client, own).json["stale"] is False


def times_in(value: Any) -> Iterator[str]:
    """Yield every text in a response that begins like a time."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from times_in(inner)
    elif isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value):
        yield value


def test_all_times_have_one_form(portal_server: PortalServer, client) -> None:
    """AgentOS and the portal's clock have fractions of a second."""
    portal_server.advance_clock(0.123456)
    note = {"OID": "N-1", "CreatedAt": "2026-11-21T10:00:00.987654", "NoteContents": "x", "CreatedBy": None}
    portal_server.simulator.change("acme/jobs/JOB-1", MaintenanceNotes=[note], Reported="2026-11-20T08:15:00.5Z")
    portal_server.advance_clock(3_601)
    portal_server.refresh()
    answers = [
        client.post("/api/contractor/jobs/JOB-1/notes", json={"note": "Part ordered"}),
        client.patch("/api/contractor/jobs/JOB-1/complete", json={"completed": True}),
        *(get(client, path) for path in PATHS),
    ]
    times = [time for answer in answers for time in times_in(answer.json)]
    assert len(times) > 60
    assert [each for each in times if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+]0[01]:00", each)] == []


def test_get_of_old_rows_returns_them_and_requests_a_refresh(portal_server: PortalServer, client) -> None:
    before = get(client).json
    portal_server.simulator.change("acme/jobs/JOB-1", Title="New title")
    portal_server.advance_clock(61)
    calls, now = len(portal_server.simulator.calls()), portal_server.clock.now()
    old = get(client).json
    assert old == before, "at once, and age alone is not stale"
    assert (len(portal_server.simulator.calls()), portal_server.clock.now()) == (calls, now), (
        "AgentOS not asked, nobody waited"
    )
    portal_server.refresh()
    new = get(client).json
    assert new["asOf"] == "2026-11-25T09:01:01+00:00"
    assert "New title" in {job["title"] for job in new["jobs"]}


def test_get_during_a_database_write_returns_at_once(
    portal_server: PortalServer, client, capsys: pytest.CaptureFixture[str]
) -> None:
    before = get(client).json
    with portal_server.services.database.write() as connection:
        connection.execute(cached_responses.delete())  # no response is cached
    portal_server.advance_clock(600)
    with portal_server.services.database.write():
        assert [get(client).json for _ in range(3)] == [before] * 3
    assert [line for line in capsys.readouterr().err.splitlines() if " request " not in line] == [], "it is no failure"
    jobs = Collection("acme", Kind.JOB, "BR-1")
    assert portal_server.services.mirror.state(jobs).asked_at is None
    get(client)
    assert portal_server.services.mirror.state(jobs).asked_at == portal_server.clock.now()


def test_many_gets_cause_a_single_refresh(portal_server: PortalServer, client) -> None:
    portal_server.advance_clock(61)
    calls = len(portal_server.simulator.calls())
    for _ in range(20):
        get(client)
    portal_server.refresh()
    asked = [call["path"] for call in portal_server.simulator.calls()[calls:] if "/acme/jobs/BR-" in call["path"]]
    assert len(asked) == len(set(asked)) == 2


def test_statements_older_than_ten_minutes_are_refreshed(portal_server: PortalServer, client) -> None:
    get(client, "statements/pending")

    def read_again() -> int:
        calls = len([call for call in portal_server.simulator.calls() if "/statements/pending/" in call["path"]])
        get(client, "statements/pending")
        portal_server.refresh()
        return len([call for call in portal_server.simulator.calls() if "/statements/pending/" in call["path"]]) - calls

    portal_server.advance_clock(540)
    assert read_again() == 0
    portal_server.advance_clock(120)
    assert read_again() == 1


def test_response_is_stale_only_if_old_and_after_a_failed_fetch(portal_server: PortalServer, client) -> None:
    portal_server.simulator.fault(path="/jobs/BR-", status=500)
    portal_server.advance_clock(59)
    portal_server.refresh()
    assert get(client).json["stale"] is False, "not past its age"
    portal_server.advance_clock(2)
    assert get(client).json["stale"] is False, "nobody has tried"
    portal_server.refresh()
    response = get(client)
    assert (response.status_code, response.json["stale"]) == (200, True)
    assert response.json["asOf"] == "2026-11-25T09:00:00+00:00"
    portal_server.simulator.control("DELETE", "faults")
    portal_server.advance_clock(10)
    portal_server.refresh()
    assert get(client).json["stale"] is False


@pytest.mark.parametrize("status", [429, 403])
def test_rows_are_stale_while_the_key_backs_off(portal_server: PortalServer, client, status: int) -> None:
    portal_server.simulator.fault(path="/jobs/BR-", status=status, times=1)
    portal_server.advance_clock(61)
    portal_server.refresh()
    assert get(client).json["stale"] is True


def test_forbidden_list_does_not_delay_other_lists(portal_server: PortalServer, client) -> None:
    """Lists of jobs are due first, and statements have never been fetched."""
    portal_server.simulator.fault(path="/jobs/BR-", status=403)
    for _ in range(10):
        portal_server.advance_clock(60)
        portal_server.refresh()
    assert get(client).json["stale"] is True
    response = get(client, "statements/pending")
    assert (response.status_code, response.json.get("stale")) == (200, False)


def test_failing_branch_keeps_its_rows_and_as_of_is_the_oldest_fetch(portal_server: PortalServer, client) -> None:
    before = {job["jobId"] for job in get(client).json["jobs"]}
    portal_server.simulator.fault(path="/jobs/BR-2/", status=500)
    portal_server.advance_clock(61)
    portal_server.refresh()
    response = get(client).json
    assert {job["jobId"] for job in response["jobs"]} == before
    assert (response["asOf"], response["stale"]) == ("2026-11-25T09:00:00+00:00", True)


def portal_with_unread_list(build, path: str, **fault: object) -> PortalServer:
    """Return a portal in which one list has never been fetched."""
    portal_server = build()
    portal_server.simulator.fault(path=path, **fault)
    portal_server.refresh()
    return portal_server


def test_view_of_unfetched_collection_waits_for_the_first_fetch(build) -> None:
    portal_server = portal_with_unread_list(build, "/jobs/BR-2/", status=500)
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.control("DELETE", "faults")
    portal_server.advance_clock(10)
    portal_server.clock.work = portal_server.refresh
    response = get(client)
    assert (response.status_code, response.json["total"]) == (200, 20)


def test_jobs_are_not_served_before_every_branch_has_been_fetched(build) -> None:
    portal_server = portal_with_unread_list(build, "/jobs/BR-2/", status=500)
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.advance_clock(10)
    portal_server.clock.work = portal_server.refresh
    response = get(client)
    assert (response.status_code, set(response.json)) == (500, {"error"})
    assert int(response.headers["Retry-After"]) >= 1
    assert "could not be read" in response.json["error"]


def test_wait_for_first_fetch_without_refresher_ends_after_10_s(build) -> None:
    portal_server = portal_with_unread_list(build, "/jobs/BR-2/", status=500)
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.advance_clock(10)
    began = portal_server.clock.now()
    portal_server.simulator.control("DELETE", "faults")
    response = get(client)
    assert (response.status_code, "Retry-After" in response.headers) == (500, True)
    assert "could not be read" in response.json["error"]
    assert 10 <= (portal_server.clock.now() - began).total_seconds() < 11


def test_failed_fetch_is_not_repeated_for_every_request(portal_server: PortalServer, client) -> None:
    portal_server.simulator.fault(path="/statements/pending/", status=500)
    portal_server.clock.work = None
    portal_server.refresh()
    calls = len(portal_server.simulator.calls())
    for _ in range(5):
        assert get(client, "statements/pending").status_code == 500
        portal_server.refresh()
    assert len(portal_server.simulator.calls()) - calls <= 2 * 2, "one more reading of two tries at most"
