"""Questions about the collections of all agencies."""

from datetime import timedelta

from sqlalchemy import delete, insert, update

from app.domain.agency import Agency
from app.domain.clock import to_text
from app.mirror.kinds import Collection, Kind
from app.mirror.overview import agencies_with_unread_contractors, fetch_times
from app.store.tables import collections
from tests.portal_server import PortalServer
from tests.statements import recorded


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
    for agency in agencies:
        put(portal_server, Collection(agency.short_name, Kind.BRANCH), read=True)
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


def test_fetch_times_of_a_kind_are_those_of_its_oldest_collection(portal_server: PortalServer) -> None:
    services, now = portal_server.services, portal_server.clock.now()
    before = now - timedelta(days=1)
    jobs = (collections.c.agency == "acme", collections.c.kind == Kind.JOB)
    with services.database.write() as connection:
        connection.execute(update(collections).where(*jobs).values(read_at=to_text(now)))
        connection.execute(
            update(collections).where(*jobs, collections.c.scope == "BR-1").values(read_at=to_text(before))
        )
        status = (collections.c.kind == Kind.STATUS, collections.c.agency == "acme")
        connection.execute(update(collections).where(*status).values(read_at=None, failed_at=to_text(now)))
    portal_server.sign_in()
    limits_s = services.reader.ages.limits_s
    listed = fetch_times(services.mirror, portal_server.config.agencies.values(), limits_s, now)
    times = {(each.agency, each.kind): (each.age_s, each.unread, each.failing) for each in listed}
    assert times["acme", Kind.JOB] == ((now - before).total_seconds(), 0, 0)
    assert times["acme", Kind.STATUS] == (None, 1, 1)
    assert {kind for name, kind in times if name == "acme"} >= {*Kind} - {Kind.PROPERTY, Kind.NOTES}


def test_number_of_reads_does_not_grow_with_number_of_agencies(portal_server: PortalServer) -> None:
    services, agencies = portal_server.services, list(portal_server.config.agencies.values())
    portal_server.sign_in()

    def reads(some: list[Agency]) -> int:
        with recorded() as statements:
            agencies_with_unread_contractors(services.mirror, some)
            list(fetch_times(services.mirror, some, services.reader.ages.limits_s, portal_server.clock.now()))
        return len(statements)

    assert len(agencies) > 1
    assert reads(agencies) == reads(agencies[:1])
