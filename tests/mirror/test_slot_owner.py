"""What somebody waits for is asked for out of people's calls, the rest out of the worker's."""

from collections.abc import Callable

from structlog.testing import capture_logs

from app.mirror.kinds import Collection, Kind
from app.mirror.mirror import NEVER_READ
from app.services import refresher
from tests.portal_server import PortalServer


def callers(portal_server: PortalServer, steps: int) -> list[str]:
    """As whom the worker asks in its next steps."""
    worker = refresher(portal_server.services, portal_server.config.agencies["acme"])
    with capture_logs() as lines:
        for _ in range(steps):
            worker.run_once()
    return [line["asker"] for line in lines if line["event"] == "agentos_call"]


def test_awaited_first_reading_uses_slots_of_people(build: Callable[..., PortalServer]) -> None:
    portal_server = build()
    portal_server.services.mirror.request_refresh([Collection("acme", Kind.STATUS)])
    assert callers(portal_server, 2) == ["awaited", "worker"]


def test_request_refresh_skips_collection_read_since(portal_server: PortalServer) -> None:
    """Else it would be read twice, by as many as came a moment too late."""
    statuses, mirror = Collection("acme", Kind.STATUS), portal_server.services.mirror
    now = mirror.states([statuses])
    mirror.request_refresh([statuses], {statuses: NEVER_READ})
    assert mirror.states([statuses]) == now
    mirror.request_refresh([statuses], now)
    assert mirror.state(statuses).asked_at == portal_server.clock.now()


def test_requested_second_reading_uses_slots_of_worker(portal_server: PortalServer) -> None:
    portal_server.advance_clock(90)
    portal_server.services.mirror.request_refresh([Collection("acme", Kind.STATUS)])
    assert callers(portal_server, 1) == ["worker"]
