"""GET /api/contractor/statements/…: AgentOS's statements, exact to the penny."""

import pytest

from tests.financial.expected import statements_of, total
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer

ACCOUNTS = ("acme/CON-1001", "harbour/CON-5001", "harbour/CON-5002", "acme/CON-1002")


@pytest.mark.parametrize("kind", ["historical", "pending"])
@pytest.mark.parametrize("account", ACCOUNTS)
def test_list_shows_every_statement_newest_first_with_sum(portal_server: PortalServer, account: str, kind: str) -> None:
    answer = client_for(portal_server, account).get(f"/api/contractor/statements/{kind}").json
    expected = statements_of(portal_server, account, kind)
    assert (answer["statements"], answer["total"], answer["totalAmount"]) == (expected, len(expected), total(expected))
    assert answer["stale"] is False


def test_sums_are_exact_to_the_penny(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    historical = client.get("/api/contractor/statements/historical").json
    odd = next(each for each in historical["statements"] if each["statementId"] == "S-2")
    assert (odd["net"], odd["vat"], odd["gross"], odd["amount"]) == (0.1, 0.2, 0.3, 0.3)
    # 105.60 + 0.30 + 66.44 + 844.80 + 52.80 + 422.40 + 29.33
    assert historical["totalAmount"] == 1521.67
    pending = client.get("/api/contractor/statements/pending").json
    assert pending["totalAmount"] == 1064.79  # 422.40 + 132.00 + 422.40 (text in AgentOS) + 87.99


def test_statement_in_both_lists_is_not_shown_as_pending(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "harbour/CON-5002")
    ids = {
        kind: {each["statementId"] for each in client.get(f"/api/contractor/statements/{kind}").json["statements"]}
        for kind in ("pending", "historical")
    }
    assert ids["historical"] == {"S-3"}
    assert len(ids["pending"]) == 1
    assert "S-3" not in ids["pending"]


@pytest.mark.parametrize("kind", ["historical", "pending"])
def test_from_and_to_filters_are_inclusive_and_applied_to_totals(portal_server: PortalServer, kind: str) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    every = statements_of(portal_server, "acme/CON-1001", kind)
    first, last = every[-2]["date"], every[1]["date"]
    for query, expected in {
        f"from={first}": every[:-1],
        f"to={last}": every[1:],
        f"from={first}&to={last}": every[1:-1],
        f"from={last}&to={last}": every[1:2],
        f"from={last}&to={first}": [],
        f"from={first}&limit=1": every[:-1],
    }.items():
        answer = client.get(f"/api/contractor/statements/{kind}?{query}").json
        assert answer["statements"] == (expected[:1] if "limit" in query else expected), query
        assert (answer["total"], answer["totalAmount"]) == (len(expected), total(expected)), query


@pytest.mark.parametrize("kind", ["historical", "pending"])
@pytest.mark.parametrize("limit", [1, 2, 3, 500])
def test_pages_together_are_the_whole_list(portal_server: PortalServer, kind: str, limit: int) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    whole = client.get(f"/api/contractor/statements/{kind}").json
    pages = [
        client.get(f"/api/contractor/statements/{kind}?limit={limit}&offset={offset}").json
        for offset in range(0, whole["total"] + limit, limit)
    ]
    assert [statement for page in pages for statement in page["statements"]] == whole["statements"]
    assert {(page["total"], page["totalAmount"]) for page in pages} == {(whole["total"], whole["totalAmount"])}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("from=yesterday", "from"),
        ("from=2026-02-30", "from"),
        ("from=2026-11-25T09:00:00", "from"),
        ("from=20261125", "from"),
        ("from=2026-1-5", "from"),
        ("from=2026-01-%205", "from"),
        ("from=2026-W48-3", "from"),
        ("to=", "to"),
        ("to=25/11/2026", "to"),
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("offset=-1", "offset"),
        ("since=2026-01-01", "since"),
        ("status=open", "status"),
        ("to=2026-01-01&to=2026-01-02", "to"),
    ],
)
@pytest.mark.parametrize("kind", ["historical", "pending"])
def test_invalid_query_parameter_is_400_and_named(
    portal_server: PortalServer, kind: str, query: str, name: str
) -> None:
    answer = client_for(portal_server, "acme/CON-1001").get(f"/api/contractor/statements/{kind}?{query}")
    assert (answer.status_code, set(answer.json)) == (400, {"error"})
    assert answer.json["error"].startswith(f"{name}: ")


@pytest.mark.parametrize("account", ACCOUNTS)
def test_insights_show_job_counts_and_amounts(portal_server: PortalServer, account: str) -> None:
    client = client_for(portal_server, account)
    jobs = {
        word: client.get(f"/api/contractor/jobs?{word}").json["total"]
        for word in ("", "status=open", "status=completed")
    }
    assert client.get("/api/contractor/insights").json == {
        "totalAssignedJobs": jobs[""],
        "activeJobs": jobs["status=open"],
        "completedJobs": jobs["status=completed"],
        "pendingPaymentAmount": total(statements_of(portal_server, account, "pending")),
        "totalEarnedAmount": total(statements_of(portal_server, account, "historical")),
        "asOf": "2026-11-25T09:00:00+00:00",
        "stale": False,
    }


@pytest.mark.parametrize(
    ("source", "figure"), [("historical", "totalEarnedAmount"), ("pending", "pendingPaymentAmount")]
)
def test_insight_with_failed_source_is_null(portal_server: PortalServer, source: str, figure: str) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.fault(path=f"/statements/{source}/", status=500)
    insights = client.get("/api/contractor/insights").json
    assert [name for name, value in insights.items() if value is None] == [figure]
    assert insights["totalAssignedJobs"] == 20
    assert insights["stale"] is True


def test_insights_before_first_job_fetch_are_null(build) -> None:
    """A figure is null if its source fails, here the list of jobs."""
    portal_server = build()
    portal_server.simulator.fault(path="/jobs/BR-", status=500)
    portal_server.refresh()
    portal_server.clock.work = portal_server.refresh
    insights = client_for(portal_server, "acme/CON-1001").get("/api/contractor/insights").json
    assert insights == {
        "totalAssignedJobs": None,
        "activeJobs": None,
        "completedJobs": None,
        "pendingPaymentAmount": 1064.79,
        "totalEarnedAmount": 1521.67,
        "asOf": "2026-11-25T09:00:00+00:00",
        "stale": True,
    }


def test_statement_moves_from_pending_to_historical_when_paid(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    client.get("/api/contractor/statements/pending")
    client.get("/api/contractor/statements/historical")
    lists = portal_server.simulator.state("acme")["statements"]["CON-1001"]
    moved = [{**each, "Status": "Paid", "PaidDate": "2026-11-25T00:00:00"} for each in lists["pending"]]
    portal_server.simulator.control(
        "PUT", "state/acme/statements/CON-1001", {"historical": lists["historical"] + moved, "pending": []}
    )
    portal_server.advance_clock(4_000)
    portal_server.refresh()
    assert client.get("/api/contractor/statements/pending").json["statements"] == []
    historical = client.get("/api/contractor/statements/historical").json
    assert {each["OID"] for each in moved} <= {each["statementId"] for each in historical["statements"]}
    assert historical["totalAmount"] == 2586.46
