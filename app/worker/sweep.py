"""A safety net for the schedule: work that is stored, but for which nobody requested its task.

An earlier release of the portal, which may run beside this release during an upgrade, requests no tasks.
"""

from sqlalchemy import select

from app.mirror.kinds import Kind
from app.mirror.mirror import task_of
from app.store.engine import Database
from app.store.tables import collections, submissions
from app.store.worker_tasks import ALL_AGENCIES, Task, request

ASKED = (
    select(collections.c.agency, collections.c.kind)
    .where(collections.c.asked_at.is_not(None), collections.c.kind.in_(list(Kind)))  # not those of a newer release
    .distinct()
)


def request_overlooked(database: Database, now: float) -> None:
    """Request the tasks of collections whose refresh was requested, and of submissions that are due at `now`."""
    due = select(submissions.c.agency).where(submissions.c.next_at <= now).distinct()
    with database.read() as connection:
        overlooked = {(row.agency, task_of(Kind(row.kind))) for row in connection.execute(ASKED)}
        overlooked |= {(agency, Task.DELIVERY) for agency in connection.scalars(due)}
    overlooked |= {(ALL_AGENCIES, Task.CODES), (ALL_AGENCIES, Task.NOTICES)}
    with database.write() as connection:
        for agency, task in sorted(overlooked):
            request(database, connection, agency, task)
