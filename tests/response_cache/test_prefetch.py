"""`Portal-Prefetch: 1`: a response that nobody has asked for yet causes no fetch from AgentOS."""

import pytest
from sqlalchemy import func, select

from app.store.tables import collections
from tests.contract.api_calls import API, error_sentence
from tests.portal_server import PortalServer
from tests.response_cache.conftest import CacheClient


def requested_refreshes(portal_server: PortalServer) -> int:
    """Return the number of collections whose refresh was requested, and did not happen yet."""
    with portal_server.services.database.read() as connection:
        requested = select(func.count()).select_from(collections).where(collections.c.asked_at.is_not(None))
        return connection.execute(requested).scalar_one()


@pytest.mark.parametrize("path", ["jobs", "jobs?status=open", "jobs/JOB-1", "statements/pending", "insights"])
def test_prefetch_of_old_data_requests_no_refresh(cache_client: CacheClient, path: str) -> None:
    portal_server = cache_client.portal_server
    portal_server.clock.work = None  # type: ignore[union-attr]
    portal_server.advance_clock(3_601)
    fetched = cache_client.get(path, Portal_Prefetch="1")
    assert (fetched.status_code, requested_refreshes(portal_server)) == (200, 0)
    assert cache_client.get(path, Portal_Prefetch="0").data == fetched.data
    assert requested_refreshes(portal_server) > 0


@pytest.mark.parametrize("path", ["invoices", "jobs?toInvoice=true"])
def test_prefetch_of_unread_data_is_500_at_once(portal_server: PortalServer, path: str) -> None:
    client, now = portal_server.sign_in(), portal_server.clock.now()
    answer = client.get(f"{API}/{path}", headers={"Portal-Prefetch": "1"})
    assert error_sentence(answer, 500).startswith("Your agency's records are still being read.")
    assert (answer.headers["Retry-After"], portal_server.clock.now()) == ("10", now)
    assert requested_refreshes(portal_server) == 0
    assert client.get(f"{API}/{path}").status_code == 200


def test_write_with_the_header_is_an_ordinary_write(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    portal_server.advance_clock(3_601)
    answer = client.patch(f"{API}/jobs/JOB-1/complete", headers={"Portal-Prefetch": "1"})
    assert (answer.status_code, requested_refreshes(portal_server) > 0) == (200, True)
