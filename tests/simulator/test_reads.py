"""Reads over HTTP: keys, response formats, paging and missing records."""

from __future__ import annotations

import pytest

from simulator.agencies import PROFILES
from tests.simulator.conftest import SimulatorClient


@pytest.mark.parametrize(
    ("agency", "path", "kind"),
    [
        ("acme", "company/branches/0/10", "count"),
        ("acme", "contacts/contractors/BR-1/0/10", "count"),
        ("acme", "jobs/BR-1/0/10", "count"),
        ("acme", "jobs/statusTypes/0/10", "bare"),
        ("acme", "contacts/contractors/CON-1001/statements/historical/0/10", "data"),
        ("acme", "contacts/contractors/CON-1001/statements/pending/0/10", "count"),
        ("acme", "contacts/contractors/CON-1001/invoices/0/10", "count"),
        ("harbour", "company/branches/0/10", "count"),
        ("harbour", "contacts/contractors/BR-1/0/10", "bare"),
        ("harbour", "jobs/BR-1/0/10", "bare"),
        ("harbour", "jobs/statusTypes/0/10", "data"),
    ],
)
def test_each_list_has_its_envelope(client: SimulatorClient, agency: str, path: str, kind: str) -> None:
    body = client.get(path, agency).json()
    rows = body if kind == "bare" else body["Data"]
    assert rows
    assert all("OID" in row for row in rows)
    assert kind == "bare" or set(body) == ({"Count", "Data"} if kind == "count" else {"Data"})


def test_pages_together_are_the_whole_list(client: SimulatorClient) -> None:
    whole = client.get("jobs/BR-1/0/1000").json()
    pages = [client.get(f"jobs/BR-1/{offset}/7").json() for offset in range(0, whole["Count"] + 7, 7)]
    assert [row for page in pages for row in page["Data"]] == whole["Data"]
    assert {page["Count"] for page in pages} == {len(whole["Data"])}
    assert pages[-1]["Data"] == []


@pytest.mark.parametrize("page", ["0/1001", "0/0", "x/10", "0/-1", "-1/10", "0/1.5"])
def test_invalid_page_is_400(client: SimulatorClient, page: str) -> None:
    assert client.get(f"jobs/BR-1/{page}").status_code == 400


def test_missing_or_wrong_key_is_401(client: SimulatorClient) -> None:
    path = "company/branches/0/10"
    assert client.get(path, headers={}).status_code == 401
    assert client.get(path, headers={"api_key": "wrong"}).status_code == 401
    assert client.get(path, headers={"api_key": PROFILES["harbour"].key}).status_code == 401
    assert client.get(path, headers={}, params={"api_key": PROFILES["acme"].key}).status_code == 200
    calls = client.control("GET", "calls")["calls"]
    assert [each["key_in_url"] for each in calls] == [False, False, False, True]
    assert [each["agency"] for each in calls] == [None, None, "harbour", "acme"]
    assert PROFILES["acme"].key not in str(calls)


def test_unknown_address_is_404_and_wrong_method_405(client: SimulatorClient) -> None:
    for path in ("jobs/JOB-9999", "contacts/contractors/CON-1005", "jobs/BR-99/0/10", "jobs/JOB-1/", "no/such"):
        assert client.get(path).status_code == 404, path
    wrong = client.call("POST", "jobs/JOB-1", json={})
    assert (wrong.status_code, wrong.headers["Allow"]) == (405, "GET, PATCH")
    assert client.get("jobs/JOB-9999").json()["Message"]
    assert client.get("jobs/JOB-9999", "harbour").content == b""
    assert "<html>" in client.get("jobs/BR-1/0/0", "harbour").text
