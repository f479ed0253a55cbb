"""Questions about all agencies at once: their answers, and the number of their queries."""

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from app.domain.agency import Agency
from app.domain.clock import to_text
from app.health.metrics_server import InstallationGauges
from app.mirror.kinds import Collection, Kind
from app.mirror.mirror import NEVER_READ
from app.mirror.overview import FetchTimes, agencies_with_unread_contractors, fetch_times
from app.mirror.schedule import scheduled_collections
from app.response_cache.prerender import renderer
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


def test_agency_is_unread_until_its_branches_are_known(portal_server: PortalServer) -> None:
    mirror, harbour = portal_server.services.mirror, portal_server.config.agencies["harbour"]
    agencies = [make_agency("new"), make_agency(harbour.short_name)]
    assert agencies_with_unread_contractors(mirror, agencies) == ["new"]
    put(portal_server, Collection("new", Kind.BRANCH), read=True)
    assert agencies_with_unread_contractors(mirror, agencies) == [], "an agency without branches has no contractors"
    with portal_server.services.database.write() as connection:
        lists = (collections.c.agency == harbour.short_name, collections.c.kind == Kind.CONTRACTOR)
        connection.execute(update(collections).where(*lists).values(read_at=None))
    assert agencies_with_unread_contractors(mirror, agencies) == [harbour.short_name]


def scheduled_times(portal_server: PortalServer) -> set[FetchTimes]:
    """Return the fetch times of the collections that the schedule of each agency contains."""
    mirror, now = portal_server.services.mirror, portal_server.clock.now()
    expected = set()
    for agency in portal_server.config.agencies.values():
        states = mirror.all_states(agency.short_name)
        times = defaultdict(list)
        for collection in scheduled_collections(mirror, agency, now):
            times[collection.kind].append(states.get(collection, NEVER_READ))
        for kind, of_kind in times.items():
            oldest = min((state.read_at for state in of_kind if state.read_at), default=None)
            unread = [state for state in of_kind if state.read_at is None]
            failing = [state for state in unread if state.failed_at]
            expected.add(FetchTimes(agency.short_name, kind, oldest, len(unread), len(failing)))
    return expected


def test_fetch_times_are_those_of_the_scheduled_collections(portal_server: PortalServer) -> None:
    """Some collections were never fetched. Each job's notes in turn are the oldest; those of completed jobs are not."""
    portal_server.sign_in()
    services, now = portal_server.services, portal_server.clock.now()
    jobs = (records.c.agency == "acme", records.c.kind == Kind.JOB)
    with services.database.write() as connection:
        connection.execute(update(records).where(*jobs).values(lacks_notes=True))
        own = select(records.c.record_id).where(*jobs, records.c.contractor_id == "CON-1001")
        fetched = sorted(connection.scalars(own))[:-2]
        status = (collections.c.kind == Kind.STATUS, collections.c.agency == "acme")
        connection.execute(update(collections).where(*status).values(read_at=None))
    for job in fetched:
        put(portal_server, Collection("acme", Kind.NOTES, job), read=True)
    oldest = set()
    for job in fetched:
        notes = (collections.c.kind == Kind.NOTES, collections.c.agency == "acme")
        with services.database.write() as connection:
            connection.execute(update(collections).where(*notes).values(read_at=to_text(now)))
            old = to_text(now - timedelta(days=1))
            connection.execute(update(collections).where(*notes, collections.c.scope == job).values(read_at=old))
        times = set(fetch_times(services.mirror, portal_server.config.agencies.values(), now))
        assert times == scheduled_times(portal_server)
        oldest |= {each.oldest for each in times if each[:2] == ("acme", Kind.NOTES)}
    assert oldest == {now, now - timedelta(days=1)}, "some of the jobs are completed"
    assert {each.kind for each in times} >= {*Kind} - {Kind.PROPERTY}


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
        gauges = InstallationGauges(portal_server.services)
        counts = []
        for action in (lambda: list(gauges.collect()), portal_server.mail_codes, lambda: renderer(portal_server.app)):
            with statements.recorded() as ran:
                action()
            counts.append(len(ran))
        return counts

    return count


def test_more_agencies_cause_no_more_queries(count_queries: Callable[[int], list[int]]) -> None:
    assert count_queries(30) == count_queries(2)
