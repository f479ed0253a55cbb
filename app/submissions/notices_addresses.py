"""The addresses of the office that is asked about a submission, and the branches behind them."""

from __future__ import annotations

from app.domain.account import Branch
from app.domain.agency import Agency
from app.domain.submission import Submission
from app.mirror.kinds import Kind as RecordKind
from app.services import Services


def office_addresses(services: Services, agency: Agency, row: Submission) -> list[str]:
    """Return the addresses for questions about a submission: the agency's `office_email`, or else those of a branch.

    Use the job's branch. If it has no address, use the contractor's branch.
    """
    if agency.office_email:
        return [agency.office_email]
    return sorted(next((branch.emails for branch in branches_of(services, agency, row) if branch.emails), ()))


def branches_of(services: Services, agency: Agency, row: Submission) -> list[Branch]:
    """Return the branches of the job, and then those of the contractor."""
    mirror, name = services.mirror, agency.short_name
    job_lists = mirror.lists_containing(name, RecordKind.JOB, row.job_id) if row.job_id else []
    lists = [*job_lists, *mirror.lists_containing(name, RecordKind.CONTRACTOR, row.contractor_id)]
    branches: dict[str, Branch] = {branch.branch_id: branch for branch in mirror.list_records(name, RecordKind.BRANCH)}
    return [branches[listing.scope] for listing in lists if listing.scope in branches]
