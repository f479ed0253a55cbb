"""`flask --app wsgi submissions …`: list, show, retry and resolve the submissions of contractors."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import Any

import click
from flask.cli import AppGroup

from app.api.blueprint import services
from app.cli.shared import print_json, print_line, require_agency, require_tables
from app.domain.attempt import AttemptResult
from app.domain.clock import to_london
from app.domain.errors import PortalError
from app.domain.invoice import InvoiceDraft
from app.domain.limits import ID
from app.domain.submission import UNSETTLED, State, Submission, WantedEnd
from app.ledger.lists import list_by_state
from app.mail.queue import mails_about
from app.submissions.progress import moment, progress
from app.submissions.review.service import settle

submissions = AppGroup("submissions", help="Submissions of contractors.")
MAX_LISTED = 200


@submissions.command("list")
@click.option("--agency", metavar="NAME", help="List only this agency (its short name).")
@click.option("--state", type=click.Choice([str(state) for state in State]), help="List only this state.")
@click.option(
    "--older-than", metavar="HOURS", type=click.IntRange(0, 1_000_000), default=0, help="List only older submissions."
)
def list_submissions(agency: str | None, state: str | None, older_than: int) -> None:
    """List submissions, the oldest first. Without --state, list submissions that have not ended.

    A line shows the submission's id, its time, the agency, the contractor, the kind, the job or statement, and the
    state. A sentence states the last event, what the submission waits for, and the next try.
    """
    require_tables()
    before = services().clock.now() - timedelta(hours=older_than)
    states = (State(state),) if state else UNSETTLED
    listed, total = list_by_state(services().database, agency, states, before, MAX_LISTED)
    if not total:  # an agency that the configuration lacks may have submissions
        require_agency(agency)
    for submission in listed:
        print_line(_parts(submission))
    left_out = total - len(listed)
    which = f"in the state {state}" if state else "unfinished"
    click.echo(f"{total} {which}." if not left_out else f"{total} {which}; the newest {left_out} of them are left out.")


@submissions.command("show")
@click.argument("submission_id")
def show(submission_id: str) -> None:
    """Show a submission as JSON.

    "attempts" counts the times that it was sent to AgentOS, or that this was tried. "lastResult" and "lastStatus" are
    the last attempt's result and AgentOS's HTTP status. "failedTurns" is how many of the worker's last turns in a row
    ended without progress, for example because AgentOS did not answer. "nextTurnAt" is the time of the worker's next
    turn, or null if nothing is left to do. "progress" states the last event, what the submission waits for, and the
    next try. "doubts" is the number of attempts after which it may have arrived, and "looks" is how often the portal
    has looked for it since the last attempt. "finding" is why people must check it or, once it is settled, what they
    found. "notices" are the e-mails about it.
    """
    require_tables()
    submission = _submission(submission_id)
    fields: dict[str, Any] = {
        "submissionId": submission.submission_id,
        "agency": submission.agency,
        "contractorId": submission.contractor_id,
        "sentBy": submission.email,
        "kind": submission.kind,
        "for": submission.lane,
        **content_details(submission),
        "state": submission.state,
        "attempts": submission.attempts,
        "lastResult": submission.last,
        "lastStatus": None if submission.last is AttemptResult.NOT_SENT else submission.last_status,
        "failedTurns": submission.tries,
        "nextTurnAt": _next_turn_at(submission),
        "progress": progress(services(), submission),
        "agentosId": submission.agentos_id,
        "doubts": submission.doubts,
        "looks": submission.looks,
        "absences": submission.absences,
        "createdAt": submission.created_at.isoformat(),
        "updatedAt": submission.updated_at.isoformat(),
        "document": submission.document.name if submission.document else None,
        "resolvedBy": submission.resolved_by,
        "finding": submission.finding,
        "notices": mails_about(services().database, submission_id),
    }
    print_json(fields)


@submissions.command("retry")
@click.argument("submission_id")
def retry(submission_id: str) -> None:
    """Let the worker look for a submission, or send it, at once.

    This ends the wait after earlier attempts. It does not shorten the time in which AgentOS may still process an
    attempt.
    """
    require_tables()
    submission = _submission(submission_id)
    if submission.state.is_final:
        raise click.ClickException(f"The submission is {submission.state}: there is nothing left to do.")
    if (name := submission.agency) not in services().config.agencies:
        raise click.ClickException(f"agencies.toml has no {name}: add it again, or resolve the submission.")
    services().ledger.make_due(submission_id)
    click.echo("The worker takes it next, or after the earlier submissions for the same job or statement.")


@submissions.command("resolve")
@click.argument("submission_id")
@click.option("--arrived/--not-arrived", default=None, help="The record is in AgentOS or not. One is required.")
@click.option(
    "--id",
    "agentos_id",
    metavar="OID",
    help="The record's id, as AgentOS shows it. A completed job needs none. Without it, the contractor may see a note "
    "or an invoice twice.",
)
@click.option("--by", required=True, metavar="NAME", help="The person who looked in AgentOS.")
@click.option("--finding", default="", metavar="TEXT", help="What this person found.")
def resolve(submission_id: str, arrived: bool | None, agentos_id: str | None, by: str, finding: str) -> None:
    """Record whether a submission is in AgentOS, after you looked there.

    The submission must be unconfirmed or in review. It may also be waiting if agencies.toml lacks its agency. If it has
    not arrived, the portal gives it up: the contractor gets an e-mail and may send it again. A recorded result cannot
    be changed, so in a terminal the command asks once more.
    """
    require_tables()
    if arrived is None:
        raise click.UsageError("Choose one: --arrived or --not-arrived.")
    if not by.strip():
        raise click.UsageError("Enter the name of the person who looked in AgentOS: --by NAME.")
    if agentos_id is not None and not (arrived and ID.fullmatch(agentos_id)):
        raise click.UsageError("--id is the AgentOS id of the record that arrived: letters, digits, - and _.")
    if sys.stdin.isatty():
        print_line(_parts(_submission(submission_id)))
        record = f"AgentOS has it{f' as {agentos_id}' if agentos_id else ''}" if arrived else "AgentOS does not have it"
        click.confirm(f"Record that {record}?", abort=True)
    try:
        settle(services(), submission_id, arrived=arrived, by=by[:100], finding=finding[:500], agentos_id=agentos_id)
    except PortalError as error:
        raise click.ClickException(error.sentence) from None
    click.echo(f"Recorded: it {'arrived' if arrived else 'did not arrive'}.")


def _parts(submission: Submission) -> list[str]:
    """Return the parts of a submission's line in the list."""
    details = [f"{name} {value}" for name, value in content_details(submission).items() if value is not None]
    return [
        submission.submission_id,
        f"{to_london(submission.created_at):%Y-%m-%d %H:%M}",
        submission.agency,
        submission.contractor_id,
        ", ".join([f"{submission.kind} for {submission.lane}", *details]),
        submission.state,
        progress(services(), submission),
    ]


def content_details(submission: Submission) -> dict[str, str | None]:
    """Return the content to look for in AgentOS; empty for a note, and if the content is no longer stored."""
    if isinstance(submission.content, WantedEnd):
        return {"completed": "yes" if submission.content.completed else "no"}
    if not isinstance(submission.content, InvoiceDraft):
        return {}
    draft = submission.content
    return {"amount": f"{draft.amount:.2f}", "number": draft.invoice_number, "date": draft.invoice_date.isoformat()}


def _next_turn_at(submission: Submission) -> str | None:
    if submission.next_at is None:
        return None
    return moment(services(), submission.next_at).isoformat(timespec="seconds")


def _submission(submission_id: str) -> Submission:
    submission = services().ledger.find(submission_id)
    if submission is None:
        raise click.ClickException("There is no such submission.")
    return submission
