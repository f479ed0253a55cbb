"""`flask --app wsgi submissions …`: for the agency's own people, what contractors sent and what nobody is sure of."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup

from app.cli.shared import needs_tables, unknown_agency
from app.domain.errors import PortalError
from app.domain.ids import is_id
from app.domain.invoice import InvoiceDraft
from app.domain.submission import OPEN, State, Submission
from app.domain.times import to_london
from app.services import Services
from app.submissions.notices.notices import notices_of
from app.submissions.review.service import settle

submissions = AppGroup("submissions", help="What contractors sent.")
MOST_LISTED = 200


@submissions.command("list")
@click.option("--agency", metavar="NAME", help="Only this agency's, by its short name.")
@click.option("--state", type=click.Choice([str(state) for state in State]), help="Only those in this state.")
@click.option(
    "--older-than", metavar="HOURS", type=click.IntRange(0, 1_000_000), default=0, help="Only those that are older."
)
@needs_tables
def list_submissions(agency: str | None, state: str | None, older_than: int) -> None:
    """List submissions, the oldest first; without --state, those that have not ended.

    Each line has the submission's id, when it was sent, the agency, the contractor, what it is and what for, and its
    state. With --state review: the submissions that people must check, each with the reason.
    """
    before = _services().clock.now() - timedelta(hours=older_than)
    agencies = _services().config.agencies
    if agency is not None and agency not in agencies:
        raise click.ClickException(unknown_agency(agencies))
    states = (State(state),) if state else (*OPEN, State.REVIEW)
    found, total = _services().ledger.listed(agency, states, before, MOST_LISTED)
    for one in found:
        details = [f"{name} {value}" for name, value in _invoice(one).items() if value is not None]
        click.echo(
            f"{one.submission_id}  {to_london(one.created_at):%Y-%m-%d %H:%M}  {one.agency}  {one.contractor_id}  "
            f"{', '.join([f'{one.kind} for {one.lane}', *details])}  {one.state}"
            + (f": {one.finding}" if one.state is State.REVIEW and one.finding else "")
        )
    left_out = total - len(found)
    click.echo(f"{total} in all." if not left_out else f"{total} in all; the newest {left_out} of them are left out.")


@submissions.command("show")
@click.argument("submission_id")
@needs_tables
def show(submission_id: str) -> None:
    """Show one submission as JSON.

    "doubts" counts the attempts after which it may have arrived, "looks" how often the portal has looked for it since
    the last. "finding" is why people must check it or, once it is settled, what they found. "notices" are the e-mails
    about it.
    """
    one = _found(submission_id)
    shown: dict[str, Any] = {
        "submissionId": one.submission_id,
        "agency": one.agency,
        "contractorId": one.contractor_id,
        "sentBy": one.email,
        "kind": one.kind,
        "for": one.lane,
        **_invoice(one),
        "state": one.state,
        "attempts": one.attempts,
        "agentosId": one.agentos_id,
        "doubts": one.doubts,
        "looks": one.looks,
        "absences": one.absences,
        "createdAt": one.created_at.isoformat(),
        "updatedAt": one.updated_at.isoformat(),
        "document": one.document.name if one.document else None,
        "resolvedBy": one.resolved_by,
        "finding": one.finding,
        "notices": notices_of(_services().database, submission_id),
    }
    click.echo(json.dumps(shown, indent=1, ensure_ascii=False))


@submissions.command("retry")
@click.argument("submission_id")
@needs_tables
def retry(submission_id: str) -> None:
    """Let the worker look for a submission, or send it, without waiting for its next turn.

    This ends the pauses of earlier attempts. It does not shorten the time in which AgentOS may still act on one.
    """
    one = _found(submission_id)
    if one.state.is_final:
        raise click.ClickException(f"It is {one.state}: there is nothing left to do.")
    _services().ledger.hurry(submission_id)
    click.echo(_when(submission_id))


@submissions.command("resolve")
@click.argument("submission_id")
@click.option("--arrived/--not-arrived", default=None, help="Whether it is in AgentOS. One of the two is required.")
@click.option(
    "--id", "agentos_id", metavar="OID", help="Its id in AgentOS; without it, the contractor may see it twice."
)
@click.option("--by", required=True, metavar="NAME", help="Who looked.")
@click.option("--finding", default="", metavar="TEXT", help="What they found.")
@needs_tables
def resolve(submission_id: str, arrived: bool | None, agentos_id: str | None, by: str, finding: str) -> None:
    """Record whether a submission that is unconfirmed or in review is in AgentOS, after you looked there.

    If it has not arrived, the portal gives it up: the contractor gets an e-mail, and may send it again. You cannot take
    back what you record.
    """
    if arrived is None:
        raise click.UsageError("Say which it is: --arrived or --not-arrived.")
    if not by.strip():
        raise click.UsageError("Say who looked: --by NAME.")
    if agentos_id is not None and not (arrived and is_id(agentos_id)):
        raise click.UsageError("--id is AgentOS's id of what arrived: letters, digits, - and _.")
    try:
        settle(
            _services(),
            submission_id,
            arrived=arrived,
            by=by[:100],
            finding=finding[:500],
            agentos_id=agentos_id,
        )
    except PortalError as error:
        raise click.ClickException(error.sentence) from None
    click.echo(f"Recorded: it {'arrived' if arrived else 'did not arrive'}.")


def _invoice(one: Submission) -> dict[str, str | None]:
    """What to look for in AgentOS, where it is an invoice whose request lived to say so."""
    if not isinstance(one.content, InvoiceDraft):
        return {}
    draft = one.content
    return {"amount": f"{draft.amount:.2f}", "number": draft.invoice_number, "date": draft.invoice_date.isoformat()}


def _when(submission_id: str) -> str:
    ledger = _services().ledger
    if ledger.is_held(submission_id):
        return "It is being worked on now."
    if ledger.is_blocked(submission_id):
        return "The worker takes it once what was sent before it, for the same job or statement, has ended."
    return "The worker takes it next."


def _found(submission_id: str) -> Submission:
    found = _services().ledger.find(submission_id)
    if found is None:
        raise click.ClickException("There is no such submission.")
    return found


def _services() -> Services:
    parts: Services = current_app.extensions["services"]
    return parts
