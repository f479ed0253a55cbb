"""The e-mails about a submission: to its sender, and to the agency's office. The queue sends them (`app.mail`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import Row

from app.domain.account import Branch, Contractor
from app.domain.agency import Agency
from app.domain.delivery import DAY_S
from app.domain.limits import RETRY_TIME
from app.domain.recognition import Reason
from app.domain.submission import State, Submission
from app.mail.sender import Dropped, Kind, Letter
from app.mirror.kinds import Kind as RecordKind
from app.services import Services
from app.submissions.review_link import link
from app.submissions.summary import Summary, one_line, summarise

OFFICE, TWIN, REVIEW = "office", "twin", "review"
OUTCOMES = ("rejected", "expired", "lost", REVIEW, "absent")
"""The kinds of e-mail to the contractor."""
TRIED_S = 7 * DAY_S
DAYS = 14
"""The number of days on which the office gets the same question, once a day."""
SUBJECT_LONGEST = 120


def kinds(services: Services) -> dict[str, Kind]:
    """Return the kinds of these mails, for the sender."""
    write = partial(_write, services)
    usual = dict.fromkeys((TWIN, *OUTCOMES), Kind(write=write, tried_s=TRIED_S))
    return {**usual, OFFICE: Kind(write=write, tried_s=TRIED_S, days=DAYS)}


def _write(services: Services, mail: Row[Any]) -> Letter:
    """Return the e-mail about a submission as it is now."""
    row = services.ledger.find(mail.submission_id)
    if row is None or (mail.kind in (OFFICE, REVIEW) and row.state is not State.REVIEW):
        raise Dropped("the review is over")
    agency, summary = services.config.agencies[row.agency], summarise(services, row)
    office = office_addresses(services, agency, row)
    if mail.kind == OFFICE:
        return to_office(row, summary, agency.name, link(services.config, row.submission_id), office, mail.sent + 1)
    if mail.kind == TWIN:
        return duplicate_found(row, summary, office)
    sender = contractor_addresses(services, row)
    return to_contractor(mail.kind, row, summary, agency.name, sender, office_is_asked=bool(office))


def to_contractor(
    kind: str, row: Submission, summary: Summary, agency: str, to: Sequence[str], *, office_is_asked: bool
) -> Letter:
    """Return the e-mail to the submission's sender. `kind`: one of `OUTCOMES`. `to`: the addresses.

    `agency`: the agency's name. `office_is_asked`: the portal has an address of the office to ask about a review.
    """
    what, reason = summary.what, row.message
    again = f"Please send it again in the Contractor Portal, or contact {agency}."
    check = review_sentence(agency, office_is_asked=office_is_asked)
    in_review = ("may have arrived", f"Your {what} may have arrived at {agency}, but their system did not confirm it.")
    if row.finding == Reason.NOT_TRIED and row.ended_at is None:
        in_review = ("could not be sent", f"Your {what} could not be passed on to {agency} for two weeks.")
    sentences = {
        "rejected": ("was not accepted", f"{agency} has not received your {what}.", reason or again),
        "expired": (
            "could not be sent",
            f"Your {what} could not be passed on to {agency} within {RETRY_TIME}. It has not arrived.",
            again,
        ),
        "lost": ("was lost", f"{agency} has not received your {what}.", reason or again),
        "review": (
            in_review[0],
            f"{in_review[1]} {check}",
            "Please do not send it again until you hear from them.",
        ),
        "absent": ("did not arrive", f"{agency} checked whether your {what} arrived. It did not.", again),
    }
    outcome, *paragraphs = sentences[kind]
    return _letter(to, f"Your {what}{_for(summary)} {outcome}", paragraphs, summary, skip=("From", "Sent by"))


def review_sentence(agency: str, *, office_is_asked: bool) -> str:
    """Return the sentence for the contractor about a submission in review."""
    if office_is_asked:
        return f"We asked {agency} to check whether it arrived."
    return f"Only {agency} can check whether it arrived. Please contact them."


def to_office(row: Submission, summary: Summary, agency: str, page: str, to: Sequence[str], number: int) -> Letter:
    """Return the e-mail that asks the agency whether a submission in review arrived.

    `agency`: the agency's name. `page`: the link to the page for the answer. `to`: the addresses. `number`: 1 to
    `DAYS`.
    """
    what, sender = summary.what, summary.sender
    paragraphs = [
        f"{sender} sent {agency} the {what} below through the Contractor Portal. The portal cannot tell whether "
        "it arrived in AgentOS. Please look there, and then record what you found on this page:",
        page,
        'The page has two buttons, "It is there" and "It is not there". Opening it changes nothing. You need no '
        "password for it, so please do not forward this e-mail outside the agency.",
        f"Why the portal asks: {one_line(row.finding or 'AgentOS did not confirm it')}.",
    ]
    if number < DAYS:
        paragraphs.append(f"Until somebody answers, this e-mail comes once a day: this is number {number} of {DAYS}.")
    else:
        paragraphs.append("This is the last e-mail about it. The page stays open until somebody answers.")
    return _letter(to, f"Please check: did the {what}{_for(summary)} from {sender} arrive?", paragraphs, summary)


def duplicate_found(row: Submission, summary: Summary, to: Sequence[str]) -> Letter:
    """Return the e-mail to the agency about a submission that AgentOS lists more than once. `to`: the addresses."""
    what, sender = summary.what, summary.sender
    paragraphs = [
        f"AgentOS lists the {what} below more than once. {sender} sent it once. The portal sent it to AgentOS "
        f"{row.attempts} times, for AgentOS did not confirm it before. AgentOS may have taken it more than once, "
        "or somebody may have entered it as well.",
        "Please keep one of the records in AgentOS and remove the others.",
    ]
    if row.attempts < 2:
        paragraphs = [
            f"AgentOS lists the {what} below more than once. {sender} sent it once, and so did the portal.",
            "Please look whether somebody entered it as well, or AgentOS stored it twice.",
        ]
    return _letter(to, f"Please check: the {what}{_for(summary)} from {sender} is there twice", paragraphs, summary)


def _letter(
    to: Sequence[str], subject: str, paragraphs: list[str], summary: Summary, *, skip: tuple[str, ...] = ()
) -> Letter:
    """Return the e-mail with the summary. The contractor's own text is quoted, to distinguish it from the portal's."""
    facts = [(label, value) for label, value in summary.facts if label not in skip]
    width = max(len(label) for label, _ in facts) + 1
    lines = [f"{label + ':':<{width}} {value}" for label, value in facts]
    if summary.text:
        lines += ["Text:", *(f"> {one_line(line)}".rstrip() for line in summary.text.splitlines())]
    text = "\n\n".join([*paragraphs, "\n".join(lines)])
    return Letter(to, one_line(subject)[:SUBJECT_LONGEST], f"{text}\n")


def _for(summary: Summary) -> str:
    return f" for {summary.place}" if summary.place else ""


def office_addresses(services: Services, agency: Agency, row: Submission) -> list[str]:
    """Return the addresses for questions about a submission: the agency's `office_email`, or else those of a branch.

    Use the job's branch. If it has no address, use the contractor's branch.
    """
    if agency.office_email:
        return [agency.office_email]
    mirror, name = services.mirror, agency.short_name
    job_lists = mirror.lists_containing(name, RecordKind.JOB, row.job_id) if row.job_id else []
    lists = [*job_lists, *mirror.lists_containing(name, RecordKind.CONTRACTOR, row.contractor_id)]
    branches: dict[str, Branch] = {branch.branch_id: branch for branch in mirror.list_records(name, RecordKind.BRANCH)}
    addresses = (branches[listing.scope].emails for listing in lists if listing.scope in branches)
    return sorted(next((emails for emails in addresses if emails), ()))


def contractor_addresses(services: Services, row: Submission) -> list[str]:
    """Return the address of the submission's sender. If it is unknown, return all addresses of the contractor."""
    if row.email:
        return [row.email]
    contractor: Contractor | None = services.mirror.get_record(row.agency, RecordKind.CONTRACTOR, row.contractor_id)
    return sorted(contractor.emails) if contractor is not None else []
