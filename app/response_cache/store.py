"""Rows of cached responses. Any change of the data behind a response invalidates the response.

The life of a row: the first request for a response creates the row, with a version and no body (`begin`). The view's
response is stored (`keep`) if the version is unchanged. A change of the mirror or the ledger removes the bodies that
depend on it and sets a new version, in the same transaction (`app.store.invalidation`). Therefore a response with older
data is never stored, and nothing is rendered during a write transaction. The next request renders a row without a valid
body again. Once an hour, the worker deletes such rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    String,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)

from app.api.conditional_get import digest_of
from app.domain.clock import Clock, from_optional_text, to_text
from app.domain.reading import Source
from app.mirror.ages import AgeLimits
from app.mirror.kinds import Kind
from app.mirror.mirror import CollectionState
from app.store.engine import Database, next_number, upsert
from app.store.invalidation import NO_BODY
from app.store.tables import cached_responses, collections, response_sources

FOREVER = "9999"
"""A `good_until` later than the text of any time."""


class CacheKey(NamedTuple):
    """The account of a response, and the endpoint of its view."""

    agency: str
    contractor_id: str
    kind: str


class CachedResponse(NamedTuple):
    """A valid body of the cache: the bytes of the response up to `asOf`, after which only `stale` follows.

    `states` are the states of its sources, as text for `freshness`.
    """

    etag: str
    states: str | None
    text: bytes


class ResponseStore:
    """The rows of cached responses."""

    def __init__(self, database: Database, clock: Clock, ages: AgeLimits, fingerprints: Mapping[str, str]) -> None:
        """`fingerprints`: of the code and the agency's configuration, by the agency's short name."""
        self._database = database
        self._clock = clock
        self._fingerprints = fingerprints
        # Of a response with these `CachedResponse.states`.
        self.freshness = lru_cache(maxsize=512)(lambda states: ages.freshness_of(_read_states(states or "")))

    def find(self, key: CacheKey) -> CachedResponse | None:
        """Return the response if its body is still valid, or None."""
        now = to_text(self._clock.now())
        rows = self._database.look(FIND, {**key._asdict(), "fingerprint": self._fingerprints[key.agency], "now": now})
        return CachedResponse._make(rows[0]) if rows else None

    def sources(self, key: CacheKey) -> list[Source]:
        """Return the collections behind a response."""
        with self._database.read() as connection:
            rows = connection.execute(select(response_sources).where(*_of(key)))
            return [Source(row.kind, row.scope, row.judged) for row in rows]

    def begin(self, key: CacheKey) -> int:
        """Return the version of the row. Create a missing row. Exceptions: see an impatient `Database.write`."""
        with self._database.read() as connection:
            version: int | None = connection.scalar(VERSION, key._asdict())
        if version is not None:
            return version
        with self._database.write(patient=False) as connection:
            row = (
                upsert(connection.dialect.name, cached_responses)
                .values(**key._asdict(), version=next_number(connection), good_until=NO_BODY)
                # Another request may have created the row meanwhile. Then its version stays.
                .on_conflict_do_update(index_elements=CacheKey._fields, set_={"version": cached_responses.c.version})
                .returning(cached_responses.c.version)
            )
            return int(connection.execute(row).scalar_one())

    def keep(
        self, key: CacheKey, version: int, body: bytes, good_until: datetime | None, made_of: Iterable[Source]
    ) -> None:
        """Store a response up to its `asOf`, unless a source has changed since `begin` returned `version`.

        Exceptions: see an impatient `Database.write`. Requests store many responses, so on PostgreSQL the write runs
        beside others: the version in the row decides, and it never waits long enough to be in a deadlock.
        """
        account = {"agency": key.agency, "contractor_id": key.contractor_id, "response": key.kind}
        values = {
            **{f"of_{name}": value for name, value in key._asdict().items()},
            "of_version": version,
            "fingerprint": self._fingerprints[key.agency],
            "good_until": to_text(good_until) if good_until else FOREVER,
            "etag": digest_of(body),
            "body": body,
        }
        with self._database.write(patient=False, alone=False) as connection:
            if connection.execute(KEEP, values).rowcount:
                connection.execute(FORGET_SOURCES, account)
                connection.execute(insert(response_sources), [{**account, **source._asdict()} for source in made_of])


def _states() -> ColumnElement[str]:
    """Return the states of all sources of a response as one text, which `_read_states` parses."""
    comma, nothing = literal_column("','", String), literal_column("''", String)
    text = (
        response_sources.c.kind + comma + case((response_sources.c.judged, literal_column("'judged'")), else_=nothing)
    )
    for column in (collections.c.read_at, collections.c.failed_at, collections.c.asked_at):
        text = text + comma + func.coalesce(column, nothing)
    of_source = (
        (collections.c.agency == response_sources.c.agency)
        & (collections.c.kind == response_sources.c.kind)
        & (collections.c.scope == response_sources.c.scope)
    )
    return (
        select(func.aggregate_strings(text, ";"))
        .select_from(response_sources.join(collections, of_source))
        .where(*_of(cached_responses.c))
        .scalar_subquery()
    )


def _read_states(text: str) -> list[tuple[Kind, bool, CollectionState]]:
    """Return each collection's kind, whether the response's age depends on the collection, and its state."""
    states = []
    for source in filter(None, text.split(";")):
        kind, judged, *moments = source.split(",")
        states.append((Kind(kind), bool(judged), CollectionState(*map(from_optional_text, moments))))
    return states


def _of(key: Any) -> tuple[ColumnElement[bool], ...]:
    return (
        response_sources.c.agency == key.agency,
        response_sources.c.contractor_id == key.contractor_id,
        response_sources.c.response == key.kind,
    )


# These statements are constants, because building one takes longer than running it.
IS_KEY = tuple(cached_responses.c[name] == bindparam(name, None, String) for name in CacheKey._fields)
"""The condition that a row has the key in the parameters."""
KEEP = update(cached_responses).where(
    *(cached_responses.c[name] == bindparam(f"of_{name}", None, String) for name in CacheKey._fields),
    cached_responses.c.version == bindparam("of_version"),
)
"""Change the row with a key, if it still has a version. Other parameters name the changed columns."""
FORGET_SOURCES = delete(response_sources).where(
    *(response_sources.c[name] == bindparam(name) for name in ("agency", "contractor_id", "response"))
)
"""Delete the sources of a response."""
VERSION = select(cached_responses.c.version).where(*IS_KEY)
"""The version of the row with the key."""
FIND = select(
    cached_responses.c.etag,
    _states(),
    cached_responses.c.body,
).where(
    *IS_KEY,
    cached_responses.c.fingerprint == bindparam("fingerprint", None, String),
    cached_responses.c.good_until >= bindparam("now", None, String),
)
