"""Jobs whose notes are missing from the lists of jobs. The portal fetches these jobs singly."""

from __future__ import annotations

from sqlalchemy import select, true

from app.domain.agency import Agency
from app.domain.errors import Misconfigured
from app.domain.job import Job
from app.domain.job_status import JobStatuses
from app.mirror.job_view import job_statuses
from app.mirror.kinds import DECODERS, Kind
from app.mirror.mirror import Mirror
from app.mirror.rows import visible
from app.store.engine import batches
from app.store.tables import collections, records


def jobs_lacking_notes(mirror: Mirror, agency: Agency, contractors: list[str]) -> list[str]:
    """Return the ids of these contractors' jobs that must be fetched singly to get their notes.

    Completed jobs are fetched once, other jobs repeatedly. Jobs that are not completed are first, in the order of
    `contractors`.
    """
    statuses = job_statuses(mirror, agency)
    position = {contractor: number for number, contractor in enumerate(contractors)}
    jobs: list[tuple[bool, int, str]] = []
    for batch in batches(contractors):
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
                completed = is_completed(statuses, DECODERS[Kind.JOB].decode(row.body))
                if not completed or row.read_at is None:
                    jobs.append((completed, position[row.contractor_id], row.record_id))
    jobs.sort(key=lambda job: job[:2])
    return list(dict.fromkeys(job_id for _, _, job_id in jobs))


def is_completed(statuses: JobStatuses, job: Job) -> bool:
    """Return True if the job is completed. If a configured status is missing from AgentOS, return False."""
    try:
        return statuses.is_completed(job)
    except Misconfigured:  # views report it, if the statuses were fetched
        return False
