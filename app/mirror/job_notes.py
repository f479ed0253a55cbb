"""Notes that lists of jobs leave out: those jobs are read one by one, for people who look."""

from __future__ import annotations

from itertools import islice

import msgspec
from sqlalchemy import select, true

from app.domain.agency import Agency
from app.domain.errors import Misconfigured
from app.domain.job import Job
from app.domain.words import JobStatuses
from app.mirror.job_view import job_statuses
from app.mirror.kinds import Kind
from app.mirror.mirror import Mirror
from app.mirror.rows import visible
from app.store.engine import BATCH_ROWS
from app.store.tables import collections, records


def jobs_lacking_notes(mirror: Mirror, agency: Agency, contractors: list[str]) -> list[str]:
    """The ids of these contractors' jobs that are read alone, and again while they are not completed.

    Open ones first, in the order of `contractors`.
    """
    words = job_statuses(mirror, agency)
    found: list[tuple[bool, str]] = []
    left = iter(contractors)
    while some := list(islice(left, BATCH_ROWS)):
        mine: dict[str, list[tuple[bool, str]]] = {one: [] for one in some}
        query = (
            select(records.c.record_id, records.c.contractor_id, records.c.body, collections.c.read_at)
            .outerjoin(
                collections,
                (collections.c.agency == records.c.agency)
                & (collections.c.kind == Kind.NOTES)
                & (collections.c.scope == records.c.record_id),
            )
            .where(
                records.c.agency == agency.short_name,
                records.c.lacks_notes == true(),
                records.c.contractor_id.in_(some),
                visible(records, records.c.kind),
            )
            .order_by(records.c.record_id)
        )
        with mirror.database.read() as connection:
            for row in connection.execute(query):
                completed = _is_completed(words, msgspec.json.decode(row.body, type=Job))
                if not completed or row.read_at is None:
                    mine[row.contractor_id].append((completed, row.record_id))
        found += [job for jobs in mine.values() for job in jobs]
    found.sort(key=lambda job: job[0])
    return list(dict.fromkeys(identity for _, identity in found))


def _is_completed(words: JobStatuses, job: Job) -> bool:
    try:
        return words.is_completed(job)
    except Misconfigured:  # told where people look; or the words were not read yet
        return False
