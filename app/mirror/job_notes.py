"""Jobs whose notes are not in the lists of jobs: the portal reads these jobs singly."""

from __future__ import annotations

from itertools import islice

import msgspec
from sqlalchemy import select, true

from app.domain.agency import Agency
from app.domain.errors import Misconfigured
from app.domain.job import Job
from app.domain.job_status import JobStatuses
from app.mirror.job_view import job_statuses
from app.mirror.kinds import Kind
from app.mirror.mirror import Mirror
from app.mirror.rows import visible
from app.store.engine import BATCH_ROWS
from app.store.tables import collections, records


def jobs_lacking_notes(mirror: Mirror, agency: Agency, contractors: list[str]) -> list[str]:
    """Return the ids of these contractors' jobs that must be read singly to get their notes.

    Completed jobs are read once, other jobs again and again. Jobs that are not completed come first, in the order of
    `contractors`.
    """
    statuses = job_statuses(mirror, agency)
    jobs_found: list[tuple[bool, str]] = []
    remaining = iter(contractors)
    while batch := list(islice(remaining, BATCH_ROWS)):
        jobs_by_contractor: dict[str, list[tuple[bool, str]]] = {contractor: [] for contractor in batch}
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
                records.c.contractor_id.in_(batch),
                visible(records, records.c.kind),
            )
            .order_by(records.c.record_id)
        )
        with mirror.database.read() as connection:
            for row in connection.execute(query):
                completed = _is_completed(statuses, msgspec.json.decode(row.body, type=Job))
                if not completed or row.read_at is None:
                    jobs_by_contractor[row.contractor_id].append((completed, row.record_id))
        jobs_found += [job for jobs in jobs_by_contractor.values() for job in jobs]
    jobs_found.sort(key=lambda job: job[0])
    return list(dict.fromkeys(identity for _, identity in jobs_found))


def _is_completed(statuses: JobStatuses, job: Job) -> bool:
    try:
        return statuses.is_completed(job)
    except Misconfigured:  # reported where people look; or the statuses have not been read yet
        return False
