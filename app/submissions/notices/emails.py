"""The texts of the e-mails about a submission."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.limits import RETRY_TIME
from app.domain.recognition import Reason
from app.domain.submission import Submission
from app.submissions.notices.summary import Summary, one_line

DAYS = 14
"""The number of days on which the office gets the same question, once a day."""
SUBJECT_LONGEST = 120


@dataclass(frozen=True, kw_only=True, slots=True)
class Mail:
    """An e-mail. The subject has one line."""

    subject: str
    text: str


def to_contractor(kind: str, row: Submission, summary: Summary, agency: str, *, office_is_asked: bool) -> Mail:
    """Return the e-mail to the submission's sender. `kind`: rejected, expired, lost, review or absent.

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
    return _mail(f"Your {what}{_for(summary)} {outcome}", paragraphs, summary, skip=("From", "Sent by"))


def review_sentence(agency: str, *, office_is_asked: bool) -> str:
    """Return the sentence for the contractor about a submission in review."""
    if office_is_asked:
        return f"We asked {agency} to check whether it arrived."
    return f"Only {agency} can check whether it arrived. Please contact them."


def to_office(row: Submission, summary: Summary, agency: str, link: str, *, number: int) -> Mail:
    """Return the e-mail that asks the agency whether a submission in review arrived. `number`: 1 to `DAYS`."""
    what, sender = summary.what, summary.sender
    paragraphs = [
        f"{sender} sent {agency} the {what} below through the Contractor Portal. The portal cannot tell whether "
        "it arrived in AgentOS. Please look there, and then record what you found on this page:",
        link,
        'The page has two buttons, "It is there" and "It is not there". Opening it changes nothing. You need no '
        "password for it, so please do not forward this e-mail outside the agency.",
        f"Why the portal asks: {one_line(row.finding or 'AgentOS did not confirm it')}.",
    ]
    if number < DAYS:
        paragraphs.append(f"Until somebody answers, this e-mail comes once a day: this is number {number} of {DAYS}.")
    else:
        paragraphs.append("This is the last e-mail about it. The page stays open until somebody answers.")
    return _mail(f"Please check: did the {what}{_for(summary)} from {sender} arrive?", paragraphs, summary)


def duplicate_found(row: Submission, summary: Summary) -> Mail:
    """Return the e-mail to the agency about a submission that AgentOS lists more than once."""
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
    return _mail(f"Please check: the {what}{_for(summary)} from {sender} is there twice", paragraphs, summary)


def _mail(subject: str, paragraphs: list[str], summary: Summary, *, skip: tuple[str, ...] = ()) -> Mail:
    parts = [*paragraphs, "\n".join(_content(summary, skip))]
    return Mail(subject=one_line(subject)[:SUBJECT_LONGEST], text="\n\n".join(parts) + "\n")


def _content(summary: Summary, skip: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of the summary. The contractor's own text is quoted, to distinguish it from the portal's."""
    facts = [(label, value) for label, value in summary.facts if label not in skip]
    width = max(len(label) for label, _ in facts) + 1
    yield from (f"{label + ':':<{width}} {value}" for label, value in facts)
    if summary.text:
        yield "Text:"
        yield from (f"> {one_line(line)}".rstrip() for line in summary.text.splitlines())


def _for(summary: Summary) -> str:
    return f" for {summary.place}" if summary.place else ""
