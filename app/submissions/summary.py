"""A submission in plain words, for people who look for it in AgentOS (review page and e-mails)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.account import Contractor
from app.domain.clock import to_london
from app.domain.invoice import InvoiceDraft
from app.domain.job import Job, Property
from app.domain.limits import KIB
from app.domain.submission import NewNote, Submission, SubmissionKind, WantedEnd
from app.mirror.kinds import Kind
from app.services import Services


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """A submission in words.

    `what`: the kind, for use in a sentence. `sender`: the contractor's name. `place`: the job's reference or None.
    `facts`: labels and values, one line each. `text`: the contractor's own text, which may have several lines.
    """

    what: str
    sender: str
    place: str | None
    facts: tuple[tuple[str, str], ...]
    text: str | None


def summarise(services: Services, row: Submission) -> Summary:
    """Return the summary of a submission, with its job and its contractor from the mirror.

    If the job is missing from the mirror, or is another contractor's, the summary contains only the job's id.
    """
    contractor: Contractor | None = services.mirror.get_record(row.agency, Kind.CONTRACTOR, row.contractor_id)
    job: Job | None = services.mirror.get_record(row.agency, Kind.JOB, row.job_id) if row.job_id else None
    if job is not None and job.contractor_id != row.contractor_id:
        job = None
    sender = one_line((contractor or Contractor(contractor_id=row.contractor_id)).display_name)
    place = one_line((job and job.reference) or row.job_id or "") or None
    facts = {
        "What": _kind(row).capitalize(),
        "From": f"{sender} ({row.contractor_id})",
        "Sent by": row.email,
        "Sent": f"{to_london(row.created_at):%-d %B %Y at %H:%M}",
        "Job": _job(services, row, job),
        **_invoice(row),
        "Document": f"{row.document.name} ({-(-row.document.size // KIB)} KiB)" if row.document else None,
    }
    lines = tuple((label, one_line(value)) for label, value in facts.items() if value)
    return Summary(what=_kind(row), sender=sender, place=place, facts=lines, text=_text(row))


def one_line(text: str) -> str:
    """Return the text without line breaks and unprintable characters, for a header or a table."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _kind(row: Submission) -> str:
    if row.kind is not SubmissionKind.COMPLETION:
        return str(row.kind)
    if not isinstance(row.content, WantedEnd):  # a toggle, see `CompletionHandler._is_at_end`
        return "completion or reopening of a job"
    return "completion of a job" if row.content.completed else "reopening of a job"


def _job(services: Services, row: Submission, job: Job | None) -> str | None:
    if job is None:
        return row.job_id
    place: Property | None = None
    if job.property_id:
        place = services.mirror.get_record(row.agency, Kind.PROPERTY, job.property_id)
    address = job.address or (place.address if place else None)
    postcode = job.postcode or (place.postcode if place else None)
    return ", ".join(part for part in (job.reference or job.job_id, job.title, address, postcode) if part)


def _invoice(row: Submission) -> dict[str, str | None]:
    if not isinstance(row.content, InvoiceDraft):
        return {}
    draft = row.content
    return {
        "Statement": draft.statement_id,
        "Amount": _pounds(draft.amount),
        "VAT": _pounds(draft.vat),
        "Invoice number": draft.invoice_number,
        "Invoice date": f"{draft.invoice_date:%-d %B %Y}",
    }


def _text(row: Submission) -> str | None:
    if isinstance(row.content, NewNote):
        return row.content.text
    return row.content.description if isinstance(row.content, InvoiceDraft) else None


def _pounds(amount: Decimal | None) -> str | None:
    return None if amount is None else f"£{amount:,.2f}"
