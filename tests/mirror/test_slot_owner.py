"""First fetches that a person waits for use people's slots of the call budget, all others the worker's."""

from collections.abc import Callable

from structlog.testing import capture_logs

from app.mirror.kinds import Collection, Kind
from app.mirror.mirror import NEVER_READ
from app.services import refresher
from tests.portal_server import PortalServer, refresh_once


def callers(portal_server: PortalServer, steps: int) -> list[str]:
    """Return the kind of caller of each call in the worker's next steps."""
    worker = refresher(portal_server.services, portal_server.config.agencies["acme"])
    with capture_logs() as lines:
        for _ in range(steps):
            refresh_once(worker)
    return [line["asker"] for line in lines if line["event"] == "agentos_call"]


def test_awaited_first_fetch_uses_slots_of_people(build: Callable[..., PortalServer]) -> None:
    portal_server = build()
    portal_server.services.mirror.request_refresh([Collection("acme", Kind.STATUS)])
    assert callers(portal_server, 2) == ["awaited", "worker"]


def test_request_refresh_skips_collection_fetched_in_the_meantime(portal_server: PortalServer) -> None:
    """Otherwise, requests that are a moment too late would make the worker fetch it twice."""
    statuses, mirror = Collection("acme", Kind.STATUS), portal_server.services.mirror
    now = mirror.states([statuses])
    mirror.request_refresh([statuses], {statuses: NEVER_READ})
    assert mirror.states([statuses]) == now
    mirror.request_refresh([statuses], now)
    assert mirror.state(statuses).asked_at == portal_server.clock.now()


def test_requested_second_fetch_uses_slots_of_worker(portal_server: PortalServer) -> None:
    portal_server.advance_clock(90)
    portal_server.services.mirror.request_refresh([Collection("acme", Kind.STATUS)])
    assert callers(portal_server, 1) == ["worker"]
