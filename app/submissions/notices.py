"""The e-mails about a submission: to its sender, and to the agency's office. The queue sends them (`app.mail`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import Row

from app.domain.account import Contractor
from app.domain.agency import Agency
from app.domain.clock import to_text
from app.domain.delivery import DAY_S, HOUR_S
from app.domain.limits import RETRY_TIME
from app.domain.recognition import Reason
from app.domain.submission import State, Submission
from app.ledger.lists import find_all
from app.mail.queue import is_sent, kept_mails
from app.mail.sender import CLAIM_S, Dropped, Kind, Letter, NotYet
from app.mirror.kinds import Kind as RecordKind
from app.services import Services
from app.submissions.notices_addresses import branches_of, office_addresses
from app.submissions.review_link import VALID_DAYS, link
from app.submissions.summary import Summary, one_line, summarise

OFFICE, TWIN, REVIEW, ABSENT = "office", "twin", "review", "absent"
OUTCOMES = ("rejected", "expired", "lost", REVIEW, ABSENT)
"""The kinds of e-mail to the contractor."""
TRIED_S = 7 * DAY_S
DAYS = 14
"""The number of days on which the office gets the same question, once a day."""
MOST_LISTED = 50
"""The most submissions that one e-mail or page lists."""
SUBJECT_LONGEST = 120
ASKED = "We asked {} to check whether it arrived."
ASKING = "We are asking {} to check whether it arrived."
"""The same until the e-mail is sent."""


def kinds(services: Services) -> dict[str, Kind]:
    """Return the kinds of these mails, for the sender."""
    write = partial(_write, services)
    return dict.fromkeys((OFFICE, TWIN, *OUTCOMES), Kind(write=write, tried_s=TRIED_S))


def _write(services: Services, mail: Row[Any]) -> Letter:
    """Return the e-mail about a submission as it is now."""
    row = services.ledger.find(mail.submission_id)
    if row is None or (mail.kind in (OFFICE, REVIEW) and row.state is not State.REVIEW):
        raise Dropped("the review is over")
    agency, summary = services.agency(row.agency), summarise(services, row)
    office = office_addresses(services, agency, row)
    if mail.kind == OFFICE:
        return _to_office(services, mail, agency, office)
    if mail.kind == TWIN:
        return duplicate_found(row, summary, office)
    sender = contractor_addresses(services, row)
    check = with_office(services, agency, row).message or ""
    is_served = row.agency in services.config.agencies
    return to_contractor(mail.kind, row, summary, agency.name, sender, check, is_served=is_served)


def to_contractor(
    kind: str, row: Submission, summary: Summary, agency: str, to: Sequence[str], check: str, *, is_served: bool
) -> Letter:
    """Return the e-mail to the submission's sender. `kind`: one of `OUTCOMES`. `to`: the addresses.

    `agency`: the agency's name. `check`: the sentence that says who checks whether it arrived.
    `is_served`: the configuration has the agency, so the contractor can use the portal.
    """
    what, reason = summary.what, row.message
    unserved = f"The Contractor Portal no longer serves {agency}. Please contact them."
    again = f"Please send it again in the Contractor Portal, or contact {agency}." if is_served else unserved
    absent = f"Your {what} could not be passed on to {agency}. It has not arrived."
    if row.resolved_by and row.ended_at is not None:
        absent = f"{agency} checked whether your {what} arrived. It did not."
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
        ABSENT: ("did not arrive", absent, again),
    }
    outcome, *paragraphs = sentences[kind]
    return _letter(to, f"Your {what}{_for(summary)} {outcome}", paragraphs, summary, skip=("From", "Sent by"))


def with_office(services: Services, agency: Agency, row: Submission) -> Submission:
    """Return a submission with what is known now of the e-mail to the office. Only a review has such an e-mail."""
    if row.state is not State.REVIEW:
        return row
    # No process sends the e-mail of an agency that the configuration lacks.
    sent = is_sent(services.database, OFFICE, row.submission_id) if row.agency in services.config.agencies else None
    if row.finding == Reason.NOT_TRIED and row.ended_at is None:
        message = f"It could not be sent for two weeks. {please_ring(services, agency, row)}"
    elif sent is None:
        message = f"{please_ring(services, agency, row)} Only they can check whether it arrived."
    else:
        message = (ASKED if sent else ASKING).format(agency.name)
    return replace(row, message=message, office_asked=bool(sent))


def please_ring(services: Services, agency: Agency, row: Submission) -> str:
    """Return the request to ring the agency, with its number or that of a branch if one is known."""
    phones = (branch.phone for branch in branches_of(services, agency, row))
    phone = one_line(agency.office_phone or next(filter(None, phones), ""))
    return f"Please ring {agency.name} on {phone}." if phone else f"Please ring {agency.name}."


def _to_office(services: Services, mail: Row[Any], agency: Agency, to: Sequence[str]) -> Letter:
    """Return the e-mail with all open reviews of an office. It counts as the e-mail about each of them.

    Raise `NotYet` if the office got an e-mail with a new review within the hour, if another worker is sending it, or if
    the review has just ended.
    """
    now = services.ledger.now()
    due = kept_mails(services.database, OFFICE, agency.short_name)
    rows = find_all(services.database, [other.submission_id for other in due])
    due = [other for other in due if other.submission_id in rows]
    due = [other for other in due if office_addresses(services, agency, rows[other.submission_id]) == to]
    last = max((other.next_at - DAY_S for other in due if other.sent == 1), default=-HOUR_S)
    if last + HOUR_S > now:
        raise NotYet(last + HOUR_S - now)
    if any(other.claimed and other.next_at > now and other.id < mail.id for other in due):
        raise NotYet(CLAIM_S)
    asked = [other for other in due if rows[other.submission_id].state is State.REVIEW]
    if mail.id not in {other.id for other in asked}:  # its review has just ended
        raise NotYet(0.0)
    since = to_text(services.clock.now() - timedelta(days=DAYS - 1))
    repeated = frozenset(other.id for other in asked if other.created_at > since)
    ending = "Until somebody answers, this e-mail comes daily." if repeated else "This is the last e-mail about it."
    lines = [_line(services, rows[other.submission_id]) for other in asked[:MOST_LISTED]]
    if len(asked) > MOST_LISTED:
        lines.append(f"… and {len(asked) - MOST_LISTED} more, which are on the page.")
    number = "a submission" if len(asked) == 1 else f"{len(asked)} submissions"
    paragraphs = [
        f"Contractors sent {agency.name} the submissions below through the Contractor Portal. The portal cannot tell "
        "whether they arrived in AgentOS. Please look there, and then record what you found on this page:",
        link(services, agency.short_name, to),
        'The page has all of them, each with two buttons, "It is there" and "It is not there". Opening it changes '
        "nothing. You need no password for it, so please do not forward this e-mail outside the agency.",
        *lines,
        f"The link works for {VALID_DAYS} days. {ending}",
    ]
    subject = f"Please check: did {number} arrive?"
    others = [other for other in asked if other.id != mail.id]
    return Letter(to, subject, "\n\n".join(paragraphs) + "\n", others=others, repeated=repeated)


def _line(services: Services, row: Submission) -> str:
    """Return a submission as a paragraph. The contractor's own text is quoted."""
    return _letter(
        (), "", [f"Why the portal asks: {one_line(row.finding or 'unknown')}."], summarise(services, row)
    ).text.strip()


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


def contractor_addresses(services: Services, row: Submission) -> list[str]:
    """Return the address of the submission's sender. If it is unknown, return all addresses of the contractor."""
    if row.email:
        return [row.email]
    contractor: Contractor | None = services.mirror.get_record(row.agency, RecordKind.CONTRACTOR, row.contractor_id)
    return sorted(contractor.emails) if contractor is not None else []
