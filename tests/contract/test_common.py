"""The contract's section "Common to every route", row by row.

test_order_of_checks.py has the order of the checks, and `tests/security` has the rules for every route.
"""

import io

import pytest
from gunicorn.http.errors import InvalidChunkSize

from tests.contract.api_calls import API, WRITES, assert_no_upstream_calls, error_sentence, open_job
from tests.log_lines import Lines
from tests.portal_server import PortalServer


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/api",
        "/api/contractor",
        f"{API}/nothing",
        f"{API}/jobs/",
        f"{API}//jobs",
        "//api/contractor/jobs",
        f"{API}/jobs//notes",
        f"{API}/jobs/JOB-1/",
        "/api/session/",
        "/health/live/",
        f"{API}/jobs/{'J' * 65}",
        f"{API}/jobs/a.b",
        f"{API}/jobs/a%2Fb",
        f"{API}/jobs/%00",
        f"{API}/jobs/JOB-1%0A",
        f"{API}/jobs/j%C3%B6b",
        f"{API}/jobs/../account",
    ],
)
def test_unknown_address_is_404_without_redirect(portal_server: PortalServer, path: str) -> None:
    for client in (portal_server.app.test_client(), portal_server.sign_in()):
        assert error_sentence(client.get(path), 404) == "There is nothing at this address."


def test_portal_account_header_serves_other_account_of_the_same_person(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    other = client.get(f"{API}/account", headers={"Portal-Account": "harbour/CON-5001"}).json
    assert other is not None
    assert (other["contractorId"], other["agency"]["shortName"]) == ("CON-5001", "harbour")
    assert client.get("/api/session").json["account"]["contractorId"] == "CON-1001"  # type: ignore[index]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("q=%ff", "q: must be text in UTF-8."),
        ("q=W\xff", "q: must be text in UTF-8."),
        ("q=a&q=%C5", "q: must be text in UTF-8."),
        ("n%ff=1", "n\ufffd: must be text in UTF-8."),
    ],
)
def test_query_that_is_not_utf8_is_400(portal_server: PortalServer, query: str, sentence: str) -> None:
    client = portal_server.sign_in()
    for path in (f"{API}/jobs", f"{API}/account"):
        answer = client.get(path, environ_overrides={"QUERY_STRING": query})
        assert error_sentence(answer, 400) == sentence
    for valid in ("q=%C5%B4", "q=\xc5\xb4"):
        assert client.get(f"{API}/jobs", environ_overrides={"QUERY_STRING": valid}).status_code == 200


class BrokenBody(io.RawIOBase):
    """A chunked body with invalid chunks. Reading it raises the exception that gunicorn would raise."""

    def readable(self) -> bool:
        return True

    def readinto(self, _: object) -> int:
        raise InvalidChunkSize(b"ZZ")


def test_truncated_chunked_body_is_400_without_logged_error(portal_server: PortalServer, lines: Lines) -> None:
    broken = {"wsgi.input": BrokenBody(), "wsgi.input_terminated": True}
    portal_server.app.testing = False
    answer = portal_server.app.test_client().post(
        "/api/session/code", headers={"Transfer-Encoding": "chunked"}, environ_overrides=broken
    )
    error_sentence(answer, 400)
    assert [line for line in lines() if line["level"] in ("warning", "error")] == []


@pytest.mark.parametrize("request_id", ["abcdefgh", "A-b-1" * 5, "x" * 64])
def test_valid_request_id_is_echoed_and_sent_upstream(portal_server: PortalServer, request_id: str) -> None:
    client = portal_server.sign_in()
    job_id = open_job(client)
    answer = WRITES["note"].send(client, job_id, headers={"X-Request-ID": request_id})
    assert answer.status_code == 201
    assert answer.headers["X-Request-ID"] == request_id
    asked = [call for call in portal_server.simulator.calls() if call["method"] == "POST"]
    assert [call["request_id"] for call in asked] == [request_id]


@pytest.mark.parametrize("sent", [None, "short", "x" * 65, "with space", "semi;colon", "under_score", "ümlaut-long"])
def test_invalid_request_id_is_replaced(portal_server: PortalServer, sent: str | None) -> None:
    client = portal_server.app.test_client()
    for path, status in (("/health/live", 200), (f"{API}/jobs", 401), ("/nothing", 404)):
        answer = client.get(path, headers={"X-Request-ID": sent.encode().decode("latin-1")} if sent else {})
        assert answer.status_code == status
        made = answer.headers["X-Request-ID"]
        assert made != sent
        assert len(made) >= 8


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_health_needs_no_session_and_makes_no_upstream_call(portal_server: PortalServer, path: str) -> None:
    assert_no_upstream_calls(portal_server, lambda: portal_server.app.test_client().get(path))
    assert portal_server.app.test_client().get(path).status_code == 200


def test_unmigrated_portal_is_live_but_not_ready(portal_server: PortalServer) -> None:
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    client = portal_server.app.test_client()
    error_sentence(client.get("/health/ready"), 503)
    assert client.get("/health/live").status_code == 200
