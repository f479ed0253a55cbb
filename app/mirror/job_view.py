"""How a job of AgentOS is presented to its contractor: one presenter for every area."""

from collections.abc import Callable
from datetime import datetime, timedelta

from app.domain.agency import Agency
from app.domain.job import Job, PresentedJob, Property, Reporter
from app.domain.words import JobStatuses
from app.mirror.kinds import Collection, Kind
from app.mirror.mirror import Mirror


def job_lists(mirror: Mirror, agency: Agency) -> Callable[[], list[Collection] | None]:
    """Return what tells the collections that jobs are presented from; None while the agency's branches are unknown."""

    def needs() -> list[Collection] | None:
        lists = mirror.branch_lists(agency, Kind.JOB)
        return None if lists is None else [*lists, Collection(agency.short_name, Kind.STATUS)]

    return needs


def job_statuses(mirror: Mirror, agency: Agency) -> JobStatuses:
    """Return the agency's job statuses, as far as the mirror has them."""
    return JobStatuses(agency, mirror.list_records(agency.short_name, Kind.STATUS))


def job_presenter(mirror: Mirror, agency: Agency, *, now: datetime, contact_days: int) -> Callable[[Job], PresentedJob]:
    """Return a function that presents a job of the agency to its contractor.

    Contact data of a completed job is left out `contact_days` after its completion.
    """
    words = job_statuses(mirror, agency)
    places: dict[str, Property] = {
        one.property_id: one for one in mirror.list_records(agency.short_name, Kind.PROPERTY)
    }
    closed_before = now - timedelta(days=contact_days)

    def show(job: Job) -> PresentedJob:
        completed = words.is_completed(job)
        private = completed and job.completed_at is not None and job.completed_at < closed_before
        return PresentedJob(
            job_id=job.job_id,
            reference=job.reference,
            title=job.title,
            description=job.description,
            status=words.status(job),
            completed=completed,
            cancelled=words.is_cancelled(job),
            priority=job.priority,
            category=job.category,
            reported_at=job.reported_at,
            completed_at=job.completed_at,
            place=_place(job, places.get(job.property_id or ""), private=private),
            reported_by=Reporter(
                name=job.reporter_name,
                phone=None if private else job.reporter_phone,
                email=None if private else job.reporter_email,
            ),
            notes=job.notes or (),
            notes_complete=job.notes is not None,
        )

    return show


def _place(job: Job, known: Property | None, *, private: bool) -> Property | None:
    """Where the job is: its own row's words first, then its property's."""
    address = job.address or (known.address if known else None)
    if job.property_id is None and address is None:
        return None
    access = job.access or (known.access if known else None)
    return Property(
        property_id=job.property_id,
        address=address,
        postcode=job.postcode or (known.postcode if known else None),
        access=None if private else access,
    )
