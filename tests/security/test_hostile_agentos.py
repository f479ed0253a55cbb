"""Every route against a hostile AgentOS.

Reads continue from the mirror, and each write is checked and sent once.
The API key is never sent elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.agentos import transport
from tests.agentos.hostile_server import FAULTS, SLOW, HostileProxy, hostile_proxy
from tests.contract.api_calls import API, NOTE, WRITES, Write, error_sentence, open_job, read_everything
from tests.portal_server import PortalServer, Simulator
from tests.security.clients import COOKIE, with_cookie
from tests.security.routes import CONTRACTOR, EXAMPLES, routes

MakePortal = Callable[..., PortalServer]

LISTS = r"/acme/.*/\d+/1000$"
"""The paths of all lists that the worker fetches from one agency. Single persons and properties have other paths."""
FEW_LISTS = r"/acme/.*(jobs/BR-1|invoices)/\d+/1000$"
JOB = r"/jobs/JOB-\d+$"


@pytest.fixture
def proxy(simulator: Simulator) -> Iterator[HostileProxy]:
    """Yield an AgentOS that behaves or misbehaves as the test says."""
    with hostile_proxy(simulator.url) as hostile_one:
        yield hostile_one


@pytest.fixture
def portal(
    proxy: HostileProxy, portal_server: PortalServer, build: MakePortal, monkeypatch: pytest.MonkeyPatch
) -> PortalServer:
    """Return a portal after its first complete fetch."""
    monkeypatch.setattr(transport, "MAX_ANSWER_BYTES", 1 << 20)  # faster than the real limit
    return portal_with_upstream(build, proxy.url)


@pytest.fixture
def impatient_portal(portal: PortalServer, proxy: HostileProxy, build: MakePortal) -> PortalServer:
    """Return the same portal with short timeouts, for faults that nothing else ends."""
    return portal_with_upstream(build, proxy.url, AGENTOS_READ_TIMEOUT_S=0.8, AGENTOS_UPLOAD_TIMEOUT_S=0.8)


def portal_with_upstream(build: MakePortal, url: str, **settings: object) -> PortalServer:
    """Return another portal with the same database, and with its AgentOS at `url`."""
    portal = build(AGENTOS_BASE_URL=url, **settings)
    portal.clock.work = portal.refresh  # type: ignore[union-attr]
    return portal


def send_all_writes(portal: PortalServer, client: FlaskClient) -> dict[str, TestResponse]:
    """Send every write, each to a separate job. A contractor's writes have one place, so they come one by one."""
    cookie = client.get_cookie(COOKIE)
    assert cookie is not None
    jobs = client.get(f"{API}/jobs?status=open&limit={len(WRITES)}").json["jobs"]  # type: ignore[index]

    def send(write: Write, job: dict[str, str]) -> TestResponse:
        return write.send(with_cookie(portal, cookie.value), job["jobId"])

    return dict(zip(WRITES, map(send, WRITES.values(), jobs), strict=True))


def check_no_write_is_sent(portal: PortalServer, client: FlaskClient) -> None:
    """Check that all writes fail, and that each response says that nothing was sent."""
    for name, answer in send_all_writes(portal, client).items():
        assert "Nothing was sent" in error_sentence(answer, 500), name
        assert answer.headers["Submission-State"] == "not-sent", name


def count_test_notes(portal: PortalServer) -> int:
    """Return the number of this test's notes in AgentOS."""
    jobs = portal.simulator.state()["jobs"].values()
    return sum(note["NoteContents"] == "Part ordered" for job in jobs for note in job.get("MaintenanceNotes") or ())


def check_other_routes(client: FlaskClient) -> None:
    """Check that the other routes work without AgentOS. This portal has no identity provider."""
    for route in routes(client.application):
        if route.access != CONTRACTOR and route.method == "GET" and "<" not in route.rule:
            good = 404 if route.rule.startswith("/api/session/oidc") else 200
            assert client.get(route.path()).status_code == good, str(route)


def check_reads_survive_failing_worker(portal: PortalServer, client: FlaskClient, job_id: str) -> None:
    before = read_everything(client, job_id)
    portal.advance_clock(4_000)
    portal.refresh()
    assert read_everything(client, job_id) == before
    check_other_routes(client)


def test_every_write_route_is_in_the_matrix(portal_server: PortalServer) -> None:
    mark = f"{API}/jobs/<id:job_id>/invoicing"  # AgentOS gets no marks
    every = {(r.method, r.rule) for r in routes(portal_server.app) if r.access == CONTRACTOR and r.changes}
    changing = every - {("PUT", mark), ("DELETE", mark)}
    known = {(w.method, f"{API}/{w.path}".replace("{job_id}", "<id:job_id>")) for w in WRITES.values()}
    assert changing == known, "say in WRITES what AgentOS is asked for it"
    assert changing <= EXAMPLES.keys()


@pytest.mark.parametrize("fault", FAULTS)
def test_every_route_withstands_hostile_upstream_response(
    request: pytest.FixtureRequest, proxy: HostileProxy, fault: str
) -> None:
    portal: PortalServer = request.getfixturevalue("impatient_portal" if fault in SLOW else "portal")
    client = portal.sign_in()
    job_id = open_job(client)
    before, parts = read_everything(client, job_id), count_test_notes(portal)

    proxy.breaks(FAULTS[fault], ("GET", JOB))
    check_no_write_is_sent(portal, client)
    assert proxy.hits == 3
    assert portal.simulator.writes() == []
    assert read_everything(client, job_id) == before

    proxy.breaks(FAULTS[fault], *((write.method, write.upstream) for write in WRITES.values()))
    for name, answer in send_all_writes(portal, client).items():
        assert answer.status_code == WRITES[name].good, (name, answer.text)  # the check afterwards finds the write
    assert proxy.hits == 3
    assert len(portal.simulator.writes()) == 3, "each was sent once"

    proxy.breaks(FAULTS[fault], ("GET", FEW_LISTS if fault in SLOW else LISTS))
    check_reads_survive_failing_worker(portal, client, job_id)
    assert proxy.hits >= 2, "the worker asks"
    assert proxy.visited_elsewhere == []

    proxy.stop_misbehaving()
    portal.advance_clock(400)
    portal.work()
    sent = client.get(f"{API}/submissions").json["submissions"]  # type: ignore[index]
    assert sorted((each["kind"], each["state"]) for each in sent) == [(kind, "confirmed") for kind in sorted(WRITES)]
    assert len(portal.simulator.writes()) == 3, "what may have arrived has, and is found"
    assert count_test_notes(portal) == parts + 1
    assert NOTE.send(client, job_id).status_code == NOTE.good
