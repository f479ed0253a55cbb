"""Cached responses are byte for byte those of the views, and only their owner gets them."""

from collections.abc import Callable

import pytest
from sqlalchemy import update

from app.store.tables import cached_responses, collections, emails, sessions
from tests.portal_server import PortalServer
from tests.response_cache.conftest import API, PATHS, CacheClient

on_each = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
"""The SQL statements of the guard and the cache run on both databases."""


@on_each
def test_cached_response_equals_the_views_response(cache_client: CacheClient) -> None:
    cached = {path: cache_client.hit(path) for path in PATHS}
    with cache_client.portal_server.services.database.write() as connection:
        connection.execute(cached_responses.delete())
    for path, answer in cached.items():
        with cache_client.rendering() as taken:
            view = cache_client.get(path)
        assert len(taken) == 1
        assert (answer.status, answer.data) == (view.status, view.data)
        headers = ({**response.headers, "Vary": set(response.vary), "X-Request-ID": ""} for response in (answer, view))
        assert next(headers) == next(headers)
        head = cache_client.client.head(f"{API}/{path}")
        assert (head.data, head.headers["Content-Length"]) == (b"", str(len(answer.data)))


def test_known_etag_gets_304(cache_client: CacheClient) -> None:
    for path in PATHS:
        whole = cache_client.hit(path)
        tag = whole.headers["ETag"]
        for etag in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
            again = cache_client.hit(path, If_None_Match=etag)
            assert (again.status_code, again.data) == (304, b"")
            assert again.headers["ETag"] == tag
            assert again.headers["Last-Modified"] == whole.headers["Last-Modified"]
            assert "Content-Type" not in again.headers
        assert cache_client.hit(path, If_None_Match='W/"other"').data == whole.data


def test_etag_matches_only_a_response_of_the_same_staleness(cache_client: CacheClient) -> None:
    fresh = cache_client.hit("jobs").headers["ETag"]
    assert cache_client.hit("jobs", If_None_Match=f'{fresh[:-1]}-stale"').status_code == 200
    cache_client.portal_server.simulator.fault(path="/jobs/BR-", status=500)
    cache_client.portal_server.advance_clock(61)
    cache_client.portal_server.refresh()
    cache_client.get_all_cached()
    stale = cache_client.hit("jobs").headers["ETag"]
    assert stale.endswith('-stale"')
    answer = cache_client.hit("jobs", If_None_Match=stale.replace("-stale", ""))
    assert (answer.status_code, answer.json["stale"], answer.headers["ETag"]) == (200, True, stale)
    assert cache_client.hit("jobs", If_None_Match=stale).status_code == 304


def test_portal_account_header_selects_the_cached_response(cache_client: CacheClient) -> None:
    ours = cache_client.hit("account").json
    for _ in range(2):
        theirs = cache_client.get("account", Portal_Account="harbour/CON-5001")
        assert theirs.json["agency"]["shortName"] == "harbour"
    cache_client.hit("account", Portal_Account="harbour/CON-5001")
    assert cache_client.hit("account").json == ours
    assert cache_client.get("account", Portal_Account="acme/CON-1002").status_code == 409


def test_cached_response_of_another_account_is_refused(
    cache_client: CacheClient, signed_in: Callable[[str], CacheClient]
) -> None:
    other = signed_in("sam@obrien.example")
    theirs = other.get_all_cached()
    assert all(b"CON-1001" not in body for body in theirs.values())
    assert other.get("jobs", Portal_Account="acme/CON-1001").status_code == 409


@on_each
@pytest.mark.parametrize("gone", ["signed out", "revoked", "idle", "old", "no address", "another generation"])
def test_request_after_loss_of_permission_gets_401_from_every_path(cache_client: CacheClient, gone: str) -> None:
    portal = cache_client.portal_server.services
    cache_client.hit("jobs")
    if gone == "signed out":
        cookie = cache_client.client.get_cookie("portal_session")
        cache_client.client.delete("/api/session")
        cache_client.client.set_cookie("portal_session", cookie.value)  # type: ignore[union-attr]
    elif gone == "idle":
        cache_client.portal_server.advance_clock(73 * 3_600)
    else:
        change = {
            "revoked": update(sessions).values(ended_at="2026-11-25T09:00:00.000000+00:00"),
            "old": update(sessions).values(ends_at="2026-11-01T09:00:00.000000+00:00"),
            "no address": emails.delete().where(emails.c.contractor_id == "CON-1001"),
            "another generation": update(collections).values(generation=99).where(collections.c.kind == "contractor"),
        }[gone]
        with portal.database.write() as connection:
            connection.execute(change)
    assert [cache_client.get(path).status_code for path in PATHS] == [401] * len(PATHS)


def test_session_that_lost_its_account_gets_401_for_all_accounts(cache_client: CacheClient) -> None:
    for _ in range(3):
        assert cache_client.get("account", Portal_Account="harbour/CON-5001").status_code == 200
    with cache_client.portal_server.services.database.write() as connection:
        connection.execute(emails.delete().where(emails.c.contractor_id == "CON-1001"))
    assert cache_client.get("account", Portal_Account="harbour/CON-5001").status_code == 401


def test_archived_contractor_gets_401_after_the_refresh(cache_client: CacheClient) -> None:
    cache_client.portal_server.simulator.change("acme/contractors/CON-1001", IsArchived=True)
    cache_client.portal_server.advance_clock(3_601)
    cache_client.portal_server.refresh()
    assert cache_client.get("jobs").status_code == 401


def test_cache_hit_renews_the_sign_in(cache_client: CacheClient) -> None:
    for _ in range(3):
        cache_client.portal_server.advance_clock(40 * 3_600)
        cache_client.get("jobs")
        assert cache_client.hit("jobs").status_code == 200, "seen within the 72 hours, though by no view"


def test_signing_out_in_another_process_ends_the_session(
    cache_client: CacheClient, build: Callable[..., PortalServer]
) -> None:
    other = build().app.test_client()
    other.set_cookie("portal_session", cache_client.client.get_cookie("portal_session").value)  # type: ignore[union-attr]
    assert other.delete("/api/session").status_code == 204
    assert cache_client.get("jobs").status_code == 401
