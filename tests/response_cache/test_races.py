"""Changes between the guard and the response."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.store.tables import cached_responses
from tests.portal_server import PortalServer
from tests.response_cache.conftest import CacheClient
from tests.response_cache.test_invalidation import changed


def before(step: str, cache_client: CacheClient, happens: Callable[[], Any]) -> None:
    """Call `happens` once before the next call of this method of the cache."""
    patch, store = pytest.MonkeyPatch(), cache_client.store
    method = getattr(store, step)

    def later(*args: Any, **options: Any) -> Any:
        patch.undo()
        happens()
        return method(*args, **options)

    patch.setattr(store, step, later)


def test_account_that_changes_during_a_request_is_not_cached(cache_client: CacheClient) -> None:
    portal_server = cache_client.portal_server
    with portal_server.services.database.write() as connection:
        connection.execute(cached_responses.delete())
    before("begin", cache_client, lambda: changed(portal_server, "acme/contractors/CON-1001", LandPhone="01632 960999"))
    cache_client.get("account")
    assert cache_client.get("account").json["phone"] == "01632 960999"


def test_sign_in_at_a_removed_agency_gets_401(
    cache_client: CacheClient, build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    """This applies even if the request names another account of the person."""
    for _ in range(3):
        assert cache_client.get("account", Portal_Account="harbour/CON-5001").status_code == 200
    example = Path("agencies.example.toml").read_text("utf-8")
    agencies = tmp_path / "agencies.toml"
    start, end = example.index("[agencies.acme]"), example.index("[agencies.harbour]")
    agencies.write_text(example[:start] + example[end:])
    left = build(AGENCIES_FILE=agencies).app.test_client()
    left.set_cookie("portal_session", cache_client.client.get_cookie("portal_session").value)  # type: ignore[union-attr]
    for path in ("account", "agency"):
        answer = left.get(f"/api/contractor/{path}", headers={"Portal-Account": "harbour/CON-5001"})
        assert answer.status_code == 401, path


@pytest.mark.parametrize("engine", ["postgresql"])
def test_response_is_cached_during_another_write(cache_client: CacheClient) -> None:
    portal_server = cache_client.portal_server
    changed(portal_server, "acme/contractors/CON-1001", LandPhone="01632 960999")
    with portal_server.services.database.write():
        assert cache_client.get("account").json["phone"] == "01632 960999"
    assert cache_client.hit("account").json["phone"] == "01632 960999"
