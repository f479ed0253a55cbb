"""GET /api/contractor/jobs and one job: all fields of AgentOS's records."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.jobs.expected import client_for, jobs_of, read_job
from tests.portal_server import PortalServer

ACCOUNTS = ("acme/CON-1001", "harbour/CON-5001", "harbour/CON-5002", "acme/CON-1008", "harbour/CON-5005")


@pytest.mark.parametrize("account", ACCOUNTS)
def test_list_shows_every_agentos_job_in_order(portal_server: PortalServer, account: str) -> None:
    answer = client_for(portal_server, account).get("/api/contractor/jobs").json
    expected = jobs_of(portal_server, account)
    assert expected
    assert answer["jobs"] == expected
    assert answer["total"] == len(expected)
    assert (answer["asOf"], answer["stale"]) == ("2026-11-25T09:00:00+00:00", False)


@pytest.mark.parametrize("account", ["acme/CON-1001", "harbour/CON-5001"])
def test_single_job_equals_job_in_list(portal_server: PortalServer, account: str) -> None:
    client = client_for(portal_server, account)
    for job in client.get("/api/contractor/jobs").json["jobs"]:
        assert read_job(client, job["jobId"]) == job


@pytest.mark.parametrize(
    ("account", "job", "field", "shown"),
    [
        ("acme/CON-1001", "JOB-15", "reportedAt", "2026-10-25T01:30:00+01:00"),
        ("acme/CON-1001", "JOB-16", "reportedAt", "2026-03-29T02:30:00+01:00"),
        ("acme/CON-1001", "JOB-16", "completedAt", "2026-03-29T02:59:59+01:00"),
        ("acme/CON-1001", "JOB-17", "reportedAt", "2026-06-01T08:15:00+01:00"),
        ("acme/CON-1001", "JOB-2", "reportedAt", "2026-02-01T08:15:00+00:00"),
        ("harbour/CON-5001", "JOB-9", "reportedAt", "2026-10-25T01:30:00+01:00"),
    ],
)
def test_naive_times_are_read_as_london_time(
    portal_server: PortalServer, account: str, job: str, field: str, shown: str
) -> None:
    assert client_for(portal_server, account).get(f"/api/contractor/jobs/{job}").json[field] == shown


def test_incomplete_agentos_rows_are_shown_as_far_as_possible(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    jobs = {job["jobId"]: job for job in client.get("/api/contractor/jobs").json["jobs"]}
    assert jobs["JOB-8"]["completed"], "the second of the agency's completed words"
    assert jobs["JOB-9"]["status"] == "In progress", "found by StatusOID among statusTypes"
    assert jobs["JOB-10"]["completed"], "found by its word alone"
    assert jobs["JOB-11"]["property"] is None
    assert jobs["JOB-12"]["property"]["address"], "its property's address"
    assert jobs["JOB-19"]["status"] == "On hold – parts"
    assert [jobs[oid]["notesComplete"] for oid in ("JOB-2", "JOB-13", "JOB-14", "JOB-20")] == [
        True,
        False,
        False,
        False,
    ]
    assert jobs["JOB-13"]["notes"] == []
    assert {name for name, value in jobs["JOB-20"].items() if value not in (None, False, [])} == {"jobId", "reportedBy"}


@pytest.mark.parametrize(
    ("priority", "rank"),
    [("call OUT", 0), (" Danger\n", 0), ("high ", 1), ("MEDIUM", 2), ("Low", 3), ("Emergency", None), ("", None)],
)
def test_priority_is_ranked_by_the_agencys_words(
    portal_server: PortalServer, build: Callable[..., PortalServer], tmp_path: Path, priority: str, rank: int | None
) -> None:
    portal_server.simulator.change("acme/jobs/JOB-1", Priority=priority)
    portal_server.advance_clock(61)
    portal_server.refresh()
    agencies = tmp_path / "agencies.toml"
    example = Path("agencies.example.toml").read_text("utf-8")
    agencies.write_text(example.replace('["Emergency"]', '["Call out", " danger"]'))
    job = client_for(build(AGENCIES_FILE=agencies), "acme/CON-1001").get("/api/contractor/jobs/JOB-1").json
    assert (job["priority"], job["priorityRank"]) == (priority.strip() or None, rank)
    assert job["emergency"] is (rank == 0)


def test_report_shortly_after_midnight_belongs_to_the_london_date(portal_server: PortalServer) -> None:
    """JOB-16 was reported at 01:30 UTC on 29 March, when London's clocks had just moved to 02:30."""
    portal_server.simulator.change("acme/jobs/JOB-16", Reported="2026-06-30T23:30:00Z")
    portal_server.advance_clock(61)
    portal_server.refresh()
    client = client_for(portal_server, "acme/CON-1001")
    [job] = client.get("/api/contractor/jobs?from=2026-07-01&to=2026-07-01").json["jobs"]
    assert (job["jobId"], job["reportedAt"]) == ("JOB-16", "2026-07-01T00:30:00+01:00")


FINDABLE = {"JobNumber": "M-2012", "Property": "1 Hidden Way", "Postcode": "ZQ9 8ZZ", "ReportedByPhone": "07700 900987"}


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("M-2001", {"JOB-1"}),
        ("m-2003 LEAK", {"JOB-3"}),
        ("second dRiPs £40 ŵ", {"JOB-3"}),
        ("leak boiler-of-nobody", set()),
        ("<i>upstairs</i> 🚿", {"JOB-3"}),
        ("%", set()),
        ("M-2_01", set()),
        ("landlord asks", set()),  # words of a note
        ("M2012", {"JOB-12"}),
        ("m\u2011 2012", {"JOB-12"}),
        ("zo quill GLAZ", {"JOB-12"}),
        ("zq98zz", {"JOB-12"}),
        ("ZQ9 8zz", {"JOB-12"}),
        ("zq-9-8", {"JOB-12"}),
        ("07700900987", {"JOB-12"}),
        ("07700 900 987 m-2012", {"JOB-12"}),
        ("07700900987 m-2001", set()),
        ("2012 - zq9", {"JOB-12"}),
        ("Zo-ë", set()),
    ],
)
def test_q_matches_every_word_in_what_a_job_shows(portal_server: PortalServer, q: str, expected: set[str]) -> None:
    portal_server.simulator.change("acme/jobs/JOB-12", Category="Glazing", ReportedByName="Zoë Quill", **FINDABLE)
    portal_server.advance_clock(61)
    portal_server.refresh()
    answer = client_for(portal_server, "acme/CON-1001").get("/api/contractor/jobs", query_string={"q": q}).json
    assert {job["jobId"] for job in answer["jobs"]} == expected
    assert answer["total"] == len(expected)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("status=closed", "status"),
        ("status=Open", "status"),
        ("status=", "status"),
        ("offset=-1", "offset"),
        ("offset=x", "offset"),
        ("offset=1.5", "offset"),
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("limit=", "limit"),
        ("limit=" + "9" * 5000, "limit"),
        ("page=2", "page"),
        ("contractorId=CON-1002", "contractorId"),
        ("limit=1&limit=2", "limit"),
        ("q=a&q=a", "q"),
        ("toInvoice=1", "toInvoice"),
        ("toInvoice=", "toInvoice"),
        ("q=" + "a" * 1000, "q"),
    ],
)
def test_invalid_query_parameter_is_400_and_named(portal_server: PortalServer, query: str, name: str) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    before = len(portal_server.simulator.calls())
    answer = client.get(f"/api/contractor/jobs?{query}")
    assert answer.status_code == 400
    assert set(answer.json) == {"error"}
    assert answer.json["error"].startswith(f"{name}: ")
    assert len(portal_server.simulator.calls()) == before


@pytest.mark.parametrize("path", ["jobs/JOB-1", "account", "contacts", "agency", "insights"])
def test_route_without_parameters_rejects_any_query(portal_server: PortalServer, path: str) -> None:
    answer = client_for(portal_server, "acme/CON-1001").get(f"/api/contractor/{path}?x=1")
    assert (answer.status_code, answer.json["error"][:2]) == (400, "x:")


@pytest.mark.parametrize("account", ["acme/CON-1001", "harbour/CON-5001"])
def test_contact_data_is_hidden_30_days_after_completion(portal_server: PortalServer, account: str) -> None:
    client = client_for(portal_server, account)
    job = next(
        job
        for job in client.get("/api/contractor/jobs?status=completed").json["jobs"]
        if job["completedAt"] > "2026-11-01" and job["reportedBy"]["phone"]
    )
    portal_server.simulator.change(f"{account.split('/')[0]}/jobs/{job['jobId']}", AccessArrangements="Key at no. 3")
    finished = portal_server.clock.now().fromisoformat(job["completedAt"])
    portal_server.advance_clock((finished - portal_server.clock.now()).total_seconds() + 29 * 86_400)
    portal_server.refresh(everywhere=True)
    client = client_for(portal_server, account)
    assert client.get(f"/api/contractor/jobs/{job['jobId']}").json["property"]["access"] == "Key at no. 3"
    portal_server.advance_clock(86_401)
    portal_server.refresh(everywhere=True)
    shown = client.get(f"/api/contractor/jobs/{job['jobId']}").json
    phone, name = job["reportedBy"]["phone"], job["reportedBy"]["name"]
    lists = [client.get("/api/contractor/jobs", query_string={"q": q}).json["jobs"] for q in (phone, name)]
    assert [shown["jobId"] in {each["jobId"] for each in jobs} for jobs in lists] == [False, True]
    assert shown["property"]["access"] is None
    assert shown["reportedBy"] == {"name": job["reportedBy"]["name"], "phone": None, "email": None}
