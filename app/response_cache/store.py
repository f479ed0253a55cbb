"""Answers prepared before anybody looks: rows of bytes, outdated by whoever changes what they are made of.

How a row lives. The first look at an answer makes it, with a version and no body (`begin`). What is then worked out of
the mirror is kept (`keep`) if the version still stands. Whoever changes rows takes away the bodies that were made of
them and gives a new version, in the same transaction (`outdate`): so what was worked out of older rows is never kept,
however late it comes, and nobody works anything out while holding the one write lock. A row without a good body is
prepared again by the worker (`due`), or by the next look.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, exists, insert, select, update

from app.domain.reading import Source
from app.mirror.ages import AgeLimits, Freshness
from app.mirror.mirror import Mirror
from app.response_cache.compiled_query import Look
from app.response_cache.lookup import look_of, read_states
from app.store.engine import upsert
from app.store.invalidation import OF_AGENCY, UNPREPARED
from app.store.sequence import next_number
from app.store.tables import answers, emails, sign_ins, sources

FOREVER = "9999"
"""A `good_until` behind every moment's text."""


class Key(NamedTuple):
    """Which answer: whose, at which agency, to what."""

    agency: str
    contractor_id: str
    kind: str


class Body(NamedTuple):
    """An answer's bytes up to its asOf; `dated` if asOf and stale come then.

    `gzipped` is the beginning of a gzip member with the body's `size` bytes; None where it would gain little.
    """

    text: bytes
    dated: bool
    etag: str
    crc: int
    size: int
    gzipped: bytes | None


class Found(NamedTuple):
    """An answer as it is held, and where its reader stands and was last seen.

    `bytes` is None where they have them already.
    """

    agency: str
    contractor_id: str
    kind: str
    stands_at: str
    seen_at: str
    recipe: str
    good_until: str
    dated: bool
    etag: str
    crc: int
    size: int
    states: str | None
    is_gzipped: bool
    bytes: bytes | None

    @property
    def key(self) -> Key:
        """Which answer it is."""
        return Key(self.agency, self.contractor_id, self.kind)


class Answers:
    """The rows of prepared answers."""

    def __init__(self, mirror: Mirror, ages: AgeLimits, recipes: Mapping[str, str]) -> None:
        self._database = mirror.database
        self._clock = mirror.clock
        self._recipes = recipes
        self._ages = ages
        self._looks = {gzipped: Look(mirror.database, look_of(gzipped=gzipped)) for gzipped in (False, True)}
        self.freshness = lru_cache(maxsize=512)(self._freshness)

    def find(
        self,
        sign_in_id: str,
        kind: str,
        account: tuple[str | None, str | None],
        *,
        begun_after: str,
        seen_after: str,
        held: str | None,
        gzipped: bool,
    ) -> Found | None:
        """One statement from a sign-in to an answer of its account, or of `account` if that is theirs as well.

        None if the sign-in is not good any more (begun or last seen too long ago, as `moments.text` writes times), the
        account not theirs, or no answer prepared. `held` is the etag of the bytes that need not be read.
        """
        row = self._looks[gzipped](
            id=sign_in_id,
            kind=kind,
            agency=account[0],
            contractor_id=account[1],
            begun_after=begun_after,
            seen_after=seen_after,
            held=held,
        )
        found = Found._make(row) if row else None
        # An agency that is configured no more has rows, and no recipe.
        if found is None or found.stands_at not in self._recipes or found.recipe != self._recipes.get(found.agency):
            return None
        return found if self._clock.now().isoformat() <= found.good_until else None

    def _freshness(self, states: str | None) -> Freshness:
        """The freshness told by `Found.states`."""
        return self._ages.freshness_of(read_states(states or ""))

    def sources(self, key: Key) -> list[Source]:
        """What an answer was made of."""
        with self._database.read() as connection:
            rows = connection.execute(select(sources.c.kind, sources.c.scope, sources.c.judged).where(*_of(key)))
            return [Source(*row) for row in rows]

    def begin(self, key: Key, *, patient: bool = True) -> int:
        """The version of which an answer is going to be worked out. `patient` and raises as `Database.write`."""
        with self._database.read() as connection:
            version: int | None = connection.scalar(select(answers.c.version).where(*_is(key)))
        if version is not None:
            return version
        with self._database.write(patient=patient) as connection:
            row = upsert(connection.dialect.name, answers).values(
                **key._asdict(), version=next_number(connection), good_until=UNPREPARED
            )
            connection.execute(row.on_conflict_do_nothing())
            made: int = connection.execute(select(answers.c.version).where(*_is(key))).scalar_one()
            return made

    def keep(
        self,
        key: Key,
        version: int,
        body: Body,
        good_until: datetime | None,
        made_of: Iterable[Source],
        *,
        patient: bool = True,
    ) -> bool:
        """Keep what was worked out since `begin` said `version`, unless something it is made of has changed since.

        `patient` and raises as `Database.write`.
        """
        with self._database.write(patient=patient) as connection:
            kept = connection.execute(
                update(answers)
                .where(*_is(key), answers.c.version == version)
                .values(
                    recipe=self._recipes[key.agency],
                    good_until=good_until.isoformat() if good_until else FOREVER,
                    dated=body.dated,
                    etag=body.etag,
                    crc=body.crc,
                    size=body.size,
                    gzipped=body.gzipped,
                    body=body.text,
                )
            )
            if not kept.rowcount:
                return False
            connection.execute(delete(sources).where(*_of(key)))
            whose = {"agency": key.agency, "contractor_id": key.contractor_id, "answer": key.kind}
            connection.execute(insert(sources), [{**whose, **one._asdict()} for one in made_of])
            return True

    def due(self, agency: str, now: datetime, seen_since: datetime, most: int) -> list[Key]:
        """Up to `most` answers that are not good (any more), of people seen since then; forgets those of others."""
        old = (answers.c.agency == agency, answers.c.good_until < now.isoformat())
        lately = exists().where(
            emails.c.agency == answers.c.agency,
            emails.c.contractor_id == answers.c.contractor_id,
            sign_ins.c.email == emails.c.email,
            sign_ins.c.seen_at >= seen_since.isoformat(),
        )
        query = select(answers.c.agency, answers.c.contractor_id, answers.c.kind, answers.c.version, lately)
        with self._database.read() as connection:
            rows = connection.execute(query.where(*old).limit(most)).all()
        for row in rows:
            if not row[4]:
                self.forget(Key(*row[:3]), row.version)
        return [Key(*row[:3]) for row in rows if row[4]]

    def forget(self, key: Key, version: int) -> None:
        """Leave an answer to the next look, unless what it is made of has changed since `begin` said `version`."""
        with self._database.write() as connection:
            gone = connection.execute(delete(answers).where(*_is(key), answers.c.version == version))
            if gone.rowcount:
                connection.execute(delete(sources).where(*_of(key)))

    def outdate_other_recipes(self, agency: str) -> None:
        """Have answers of earlier versions and configurations prepared anew: none of them is given out any more."""
        others = OF_AGENCY.where(answers.c.recipe != self._recipes[agency])
        with self._database.write() as connection:
            connection.execute(others, {"of_agency": agency, "new_version": next_number(connection)})


def _is(key: Key) -> tuple[ColumnElement[bool], ...]:
    return (
        answers.c.agency == key.agency,
        answers.c.contractor_id == key.contractor_id,
        answers.c.kind == key.kind,
    )


def _of(key: Key) -> tuple[ColumnElement[bool], ...]:
    return (
        sources.c.agency == key.agency,
        sources.c.contractor_id == key.contractor_id,
        sources.c.answer == key.kind,
    )
