"""The state of the mirror, read from the database of a running portal."""

from __future__ import annotations

import time
from collections import defaultdict
from datetime import UTC, datetime

from sqlalchemy import Engine, NullPool, create_engine, func, select

from app.domain.clock import from_text
from app.mirror.kinds import AGENCY_LISTS, Kind
from app.store.tables import collections, records
from bench.figures import percentile
from bench.many.scale import BRANCHES

LISTS = 2 + 2 * BRANCHES
"""The lists of an agency: branches, statuses, and the contractors and jobs of each branch."""
IS_LIST = (
    collections.c.kind.in_(AGENCY_LISTS),
    (collections.c.kind.in_((Kind.BRANCH, Kind.STATUS))) | (collections.c.scope != ""),
)
READ_LISTS = select(func.count()).where(*IS_LIST, collections.c.read_at.is_not(None))
READ_STAFF = select(func.count()).where(collections.c.kind == Kind.STAFF, collections.c.read_at.is_not(None))
NAMED_STAFF = select(func.count()).select_from(
    select(records.c.agency, records.c.staff_id).where(records.c.staff_id.is_not(None)).distinct().subquery()
)
JOB_LISTS = select(collections.c.agency, collections.c.read_at).where(
    collections.c.kind == Kind.JOB, collections.c.scope != "", collections.c.read_at.is_not(None)
)
LEASES = select(
    collections.c.agency, collections.c.kind, collections.c.scope, collections.c.lease_owner, collections.c.lease_until
).where(collections.c.lease_owner.is_not(None))

Ages = dict[str, list[float]]
"""Sampled ages of lists of jobs in seconds, by agency."""
Leases = dict[tuple[str, str, str], tuple[str, float]]
"""The owner and the end of each collection's lease, by agency, kind and scope."""


def observe(url: str) -> Engine:
    """Return an engine that keeps no connection."""
    return create_engine(url, poolclass=NullPool)


def read_lists(engine: Engine) -> int:
    """Return the number of lists that were read."""
    with engine.connect() as connection:
        return int(connection.scalar(READ_LISTS) or 0)


def staff_are_read(engine: Engine) -> bool:
    """Return whether all staff whom jobs name were read."""
    with engine.connect() as connection:
        return (connection.scalar(READ_STAFF) or 0) >= (connection.scalar(NAMED_STAFF) or 0)


def sample_ages(engine: Engine, seconds: float, every_s: float) -> Ages:
    """Sample the age of each list of jobs for so many seconds."""
    ages: Ages = defaultdict(list)
    until = time.monotonic() + seconds
    while (began := time.monotonic()) < until:
        with engine.connect() as connection:
            rows = connection.execute(JOB_LISTS).all()
        now = datetime.now(UTC)
        for agency, read_at in rows:
            ages[agency].append((now - from_text(read_at)).total_seconds())
        time.sleep(max(0.0, began + every_s - time.monotonic()))
    return ages


def p95(ages: Ages) -> float:
    """Return the 95th percentile of all ages, in seconds."""
    return percentile([age for of_agency in ages.values() for age in of_agency], 0.95)


def leases(engine: Engine) -> Leases:
    """Return the current leases of all collections."""
    with engine.connect() as connection:
        rows = connection.execute(LEASES).all()
    return {(row.agency, row.kind, row.scope): (row.lease_owner, row.lease_until or 0.0) for row in rows}
