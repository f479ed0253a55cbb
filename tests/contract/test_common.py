"""The contract's "Common to every route", row by row; the order of its checks is next door, what is true of every
route is in `tests/security`."""

import io

import pytest
from gunicorn.http.errors import InvalidChunkSize

from tests.contract.visits import API, WRITES, open_job, quiet, sentence
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
def test_unknown_addresses_are_404_in_the_one_shape_and_never_redirect(portal_server: PortalServer, path: str) -> None:
    for client in (portal_server.app.test_client(), portal_server.sign_in()):
        assert sentence(client.get(path), 404) == "There is nothing at this address."


def test_an_unforeseen_error_tells_nothing(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE records")
    portal_server.app.testing = False
    said = sentence(client.get(f"{API}/jobs"), 500)
    assert "records" not in said


def test_ones_own_other_account_is_served_and_the_session_stays(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    other = client.get(f"{API}/account", headers={"Portal-Account": "harbour/CON-5001"}).json
    assert other is not None
    assert (other["contractorId"], other["agency"]["shortName"]) == ("CON-5001", "harbour")
    assert client.get("/api/session").json["account"]["contractorId"] == "CON-1001"  # type: ignore[index]


class Broken(io.RawIOBase):
    """A body whose chunks are none, as gunicorn tells it to whoever reads."""

    def readable(self) -> bool:
        return True

    def readinto(self, _: object) -> int:
        raise InvalidChunkSize(b"ZZ")


def test_a_body_that_breaks_off_is_the_askers_fault_and_no_error_of_ours(
    portal_server: PortalServer, caplog: pytest.LogCaptureFixture
) -> None:
    broken = {"wsgi.input": Broken(), "wsgi.input_terminated": True}
    portal_server.app.testing = False
    answer = portal_server.app.test_client().post(
        "/api/session/code", headers={"Transfer-Encoding": "chunked"}, environ_overrides=broken
    )
    sentence(answer, 400)
    assert [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []


@pytest.mark.parametrize("given", ["abcdefgh", "A-b-1" * 5, "x" * 64])
def test_a_request_id_is_taken_over_echoed_and_sent_upstream(portal_server: PortalServer, given: str) -> None:
    client = portal_server.sign_in()
    job_id = open_job(client)
    answer = WRITES["note"].send(client, job_id, headers={"X-Request-ID": given})
    assert answer.status_code == 201
    assert answer.headers["X-Request-ID"] == given
    asked = [call for call in portal_server.simulator.calls() if call["method"] == "POST"]
    assert [call["request_id"] for call in asked] == [given]


@pytest.mark.parametrize("given", [None, "short", "x" * 65, "with space", "semi;colon", "under_score", "ümlaut-long"])
def test_any_other_request_id_is_made_anew(portal_server: PortalServer, given: str | None) -> None:
    client = portal_server.app.test_client()
    for path, status in (("/health/live", 200), (f"{API}/jobs", 401), ("/nothing", 404)):
        answer = client.get(path, headers={"X-Request-ID": given.encode().decode("latin-1")} if given else {})
        assert answer.status_code == status
        made = answer.headers["X-Request-ID"]
        assert made != given
        assert len(made) >= 8


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_health_needs_no_session_and_asks_nobody(portal_server: PortalServer, path: str) -> None:
    quiet(portal_server, lambda: portal_server.app.test_client().get(path))
    assert portal_server.app.test_client().get(path).status_code == 200


def test_not_migrated_is_not_ready_but_alive(portal_server: PortalServer) -> None:
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    client = portal_server.app.test_client()
    sentence(client.get("/health/ready"), 503)
    assert client.get("/health/live").status_code == 200
