"""The presentation of jobs to their contractors, for all areas of the API."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from app.domain.agency import Agency
from app.domain.job import InvoicingMark, Job, PresentedJob, Property, priority_rank
from app.domain.job_status import JobStatuses
from app.mirror.kinds import Collection, Kind
from app.mirror.mirror import Mirror


def job_lists(
    mirror: Mirror, agency: Agency, further: Iterable[Collection] = ()
) -> Callable[[], list[Collection] | None]:
    """Return a function that returns the collections needed for jobs, or None while the branches are unknown.

    `further`: other collections that are needed too.
    """

    def needs() -> list[Collection] | None:
        lists = mirror.branch_lists(agency, Kind.JOB)
        return None if lists is None else [*lists, Collection(agency.short_name, Kind.STATUS), *further]

    return needs


def job_statuses(mirror: Mirror, agency: Agency) -> JobStatuses:
    """Return the agency's job statuses in the mirror."""
    return JobStatuses(agency, mirror.list_records(agency.short_name, Kind.STATUS))


def job_presenter(
    mirror: Mirror, agency: Agency, marks: Mapping[str, InvoicingMark], *, now: datetime, contact_days: int
) -> Callable[[Job], PresentedJob]:
    """Return a function that presents a job of a contractor, whose `marks` are by the job's id.

    From `contact_days` after completion, it omits contact data.
    """
    statuses = job_statuses(mirror, agency)
    places: dict[str, Property] = {
        place.property_id: place for place in mirror.list_records(agency.short_name, Kind.PROPERTY)
    }
    closed_before = now - timedelta(days=contact_days)

    def show(job: Job) -> PresentedJob:
        completed = statuses.is_completed(job)
        private = completed and job.completed_at is not None and job.completed_at < closed_before
        return PresentedJob(
            job_id=job.job_id,
            reference=job.reference,
            title=job.title,
            description=job.description,
            status=statuses.status(job),
            completed=completed,
            cancelled=statuses.is_cancelled(job),
            priority=job.priority,
            priority_rank=priority_rank(job.priority, agency.emergency_priorities),
            category=job.category,
            reported_at=job.reported_at,
            completed_at=job.completed_at,
            place=_place(job, places.get(job.property_id or "", Property(property_id=None)), private=private),
            reported_by={
                "name": job.reporter_name,
                "phone": None if private else job.reporter_phone,
                "email": None if private else job.reporter_email,
            },
            notes=job.notes or (),
            notes_complete=job.notes is not None,
            invoicing=marks.get(job.job_id),
        )

    return show


def _place(job: Job, known: Property, *, private: bool) -> Property | None:
    """Return the place of the job: from the job's own fields first, then from its `known` property."""
    address = job.address or known.address
    if job.property_id is None and address is None:
        return None
    return Property(
        property_id=job.property_id,
        address=address,
        postcode=job.postcode or known.postcode,
        access=None if private else job.access or known.access,
    )
