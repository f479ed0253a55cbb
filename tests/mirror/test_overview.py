"""Questions about all agencies at once: their answers, and the number of their queries."""

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, update

from app.domain.agency import Agency
from app.domain.clock import to_text
from app.health.metrics_server import Gauges
from app.mirror.kinds import Collection, Kind
from app.mirror.mirror import NEVER_READ
from app.mirror.overview import FetchTimes, agencies_with_unread_contractors, fetch_times
from app.mirror.schedule import scheduled_collections
from app.response_cache.prerender import tasks
from app.store.tables import collections, records
from tests import statements
from tests.conftest import KEYS
from tests.portal_server import PortalServer


def make_agency(name: str, *branches: str) -> Agency:
    return Agency(short_name=name, name=name, api_key="a key", branches=branches)


def put(portal_server: PortalServer, collection: Collection, *, read: bool) -> None:
    """Store the state of a collection that was fetched, or whose only fetch failed."""
    now = to_text(portal_server.clock.now())
    times = {"read_at": now} if read else {"failed_at": now}
    key = {"agency": collection.agency, "kind": collection.kind, "scope": collection.scope}
    with portal_server.services.database.write() as connection:
        connection.execute(insert(collections).values(**key, **times))


def test_agency_is_unread_until_contractors_of_every_branch_are_fetched(portal_server: PortalServer) -> None:
    mirror, agencies = portal_server.services.mirror, [make_agency("new", "BR-1", "BR-2"), make_agency("other", "BR-1")]
    put(portal_server, Collection("other", Kind.CONTRACTOR, "BR-1"), read=True)
    put(portal_server, Collection("new", Kind.CONTRACTOR, "BR-1"), read=True)
    assert agencies_with_unread_contractors(mirror, agencies) == ["new"]
    put(portal_server, Collection("new", Kind.CONTRACTOR, "BR-2"), read=False)
    assert agencies_with_unread_contractors(mirror, agencies) == ["new"]
    with portal_server.services.database.write() as connection:
        connection.execute(delete(collections).where(collections.c.scope == "BR-2", collections.c.agency == "new"))
    put(portal_server, Collection("new", Kind.CONTRACTOR, "BR-2"), read=True)
    assert agencies_with_unread_contractors(mirror, agencies) == []


def test_agency_without_configured_branches_is_unread_until_branches_are_known(portal_server: PortalServer) -> None:
    mirror, harbour = portal_server.services.mirror, portal_server.config.agencies["harbour"]
    agencies = [make_agency("new"), make_agency(harbour.short_name)]
    assert agencies_with_unread_contractors(mirror, agencies) == ["new"]
    put(portal_server, Collection("new", Kind.BRANCH), read=True)
    assert agencies_with_unread_contractors(mirror, agencies) == [], "an agency without branches has no contractors"
    with portal_server.services.database.write() as connection:
        lists = (collections.c.agency == harbour.short_name, collections.c.kind == Kind.CONTRACTOR)
        connection.execute(update(collections).where(*lists).values(read_at=None))
    assert agencies_with_unread_contractors(mirror, agencies) == [harbour.short_name]


def test_fetch_times_are_those_of_the_scheduled_collections(portal_server: PortalServer) -> None:
    """Among them are collections that were never fetched, and completed jobs, whose notes are fetched once."""
    portal_server.sign_in()
    services, now = portal_server.services, portal_server.clock.now()
    with services.database.write() as connection:
        jobs = (records.c.agency == "acme", records.c.kind == Kind.JOB)
        connection.execute(update(records).where(*jobs).values(lacks_notes=True))
        fetched = connection.execute(records.select().where(*jobs).order_by(records.c.record_id)).all()
        notes = [job.record_id for job in fetched if job.contractor_id == "CON-1001"][:-2]
        read_at = [to_text(now - timedelta(seconds=number)) for number in range(len(notes))]
        rows = [
            {"agency": "acme", "kind": Kind.NOTES, "scope": scope, "read_at": time}
            for scope, time in zip(notes, read_at, strict=True)
        ]
        connection.execute(insert(collections), rows)
        connection.execute(
            update(collections).where(collections.c.kind == Kind.STATUS, collections.c.agency == "acme"),
            {"read_at": None},
        )
    expected = set()
    for agency in portal_server.config.agencies.values():
        states = services.mirror.all_states(agency.short_name)
        times = defaultdict(list)
        for collection in scheduled_collections(services.mirror, agency, now):
            times[collection.kind].append(states.get(collection, NEVER_READ).read_at)
        for kind, moments in times.items():
            oldest = min(filter(None, moments), default=None)
            expected.add(FetchTimes(agency.short_name, kind, oldest, moments.count(None)))
    assert {times.kind for times in expected} >= {*Kind} - {Kind.PROPERTY}
    assert set(fetch_times(services.mirror, portal_server.config.agencies.values(), now)) == expected


@pytest.fixture
def count_queries(build: Callable[..., PortalServer], tmp_path: Path) -> Callable[[int], list[int]]:
    """Return a function that counts the queries of the metrics, of a request for a code, and of the worker's start."""

    def count(number: int) -> list[int]:
        tables = (f'[agencies.a{at}]\nname = "A {at}"\napi_key_env = "{next(iter(KEYS))}"\n' for at in range(number))
        file = tmp_path / "agencies.toml"
        file.write_text("".join(tables))
        portal_server = build(AGENCIES_FILE=str(file))
        body = {"email": "nobody@nowhere.example"}
        assert portal_server.app.test_client().post("/api/session/code", json=body).status_code == 204
        gauges = Gauges(portal_server.services)
        counts = []
        for action in (lambda: list(gauges.collect()), portal_server.mail_codes, lambda: tasks(portal_server.app)):
            with statements.recorded() as ran:
                action()
            counts.append(len(ran))
        return counts

    return count


def test_more_agencies_cause_no_more_queries(count_queries: Callable[[int], list[int]]) -> None:
    assert count_queries(30) == count_queries(2)
