"""`flask --app wsgi submissions …`: for the agency's own people, what contractors sent and what nobody is sure of."""

from __future__ import annotations

import json
import math
from datetime import timedelta
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup

from app.agentos.asker import Asker
from app.commands import needs_tables
from app.domain.account import Contractor
from app.domain.clock import Deadline
from app.domain.invoice import InvoiceDraft
from app.domain.submission import OPEN, State, Submission
from app.domain.times import to_london
from app.portal import Portal, Visit
from app.sendables import SENDABLES
from app.submissions.ledger import Claimed, Hold, HoldLost
from app.submissions.sendable import Work

submissions = AppGroup("submissions", help="What contractors sent.")
MOST_LISTED = 200


@submissions.command("list")
@click.option("--agency", metavar="NAME", help="This agency's alone, by its short name.")
@click.option("--state", type=click.Choice([str(state) for state in State]), help="Those alone that stand there.")
@click.option(
    "--older-than", metavar="HOURS", type=click.IntRange(0, 1_000_000), default=0, help="Those alone that are older."
)
@needs_tables
def list_submissions(agency: str | None, state: str | None, older_than: int) -> None:
    """List submissions, the oldest first; without --state, those that have not ended."""
    before = _portal().clock.now() - timedelta(hours=older_than)
    agencies = _portal().config.agencies
    if agency is not None and agency not in agencies:
        raise click.ClickException(f"There is no agency of that name; configured are: {', '.join(agencies)}.")
    states = (State(state),) if state else OPEN
    found, total = _portal().ledger.listed(agency, states, before, MOST_LISTED)
    for one in found:
        details = [f"{name} {value}" for name, value in _invoice(one).items() if value is not None]
        click.echo(
            f"{one.submission_id}  {to_london(one.created_at):%Y-%m-%d %H:%M}  {one.agency}  {one.contractor_id}  "
            f"{', '.join([f'{one.kind} for {one.lane}', *details])}  {one.state}"
        )
    left_out = total - len(found)
    click.echo(f"{total} in all." if not left_out else f"{total} in all; the newest {left_out} of them are left out.")


@submissions.command("show")
@click.argument("submission_id")
@needs_tables
def show(submission_id: str) -> None:
    """Show one submission as JSON."""
    one = _found(submission_id)
    told: dict[str, Any] = {
        "submissionId": one.submission_id,
        "agency": one.agency,
        "contractorId": one.contractor_id,
        "kind": one.kind,
        "for": one.lane,
        **_invoice(one),
        "state": one.state,
        "attempts": one.attempts,
        "agentosId": one.agentos_id,
        "canBeLookedAt": one.lookable,
        "createdAt": one.created_at.isoformat(),
        "updatedAt": one.updated_at.isoformat(),
        "document": one.document.name if one.document else None,
        "resolvedBy": one.resolved_by,
        "finding": one.finding,
    }
    click.echo(json.dumps(told, indent=1, ensure_ascii=False))


@submissions.command("retry")
@click.argument("submission_id")
@needs_tables
def retry(submission_id: str) -> None:
    """Let the worker look into a submission, or send it, as soon as that may be, without waiting for its next turn."""
    one = _found(submission_id)
    if one.state.is_final:
        raise click.ClickException(f"It is {one.state}: there is nothing left to do.")
    if one.state is State.UNCONFIRMED and not one.lookable:
        raise click.ClickException("Nobody but the agency can see whether it arrived: look there, and use `resolve`.")
    _portal().ledger.hurry(submission_id)
    click.echo(_when(submission_id))


@submissions.command("resolve")
@click.argument("submission_id")
@click.option("--arrived/--not-arrived", default=None, help="Whether it stands in AgentOS: one must be said.")
@click.option("--id", "agentos_id", metavar="OID", help="Its id there, if it is known.")
@click.option("--by", required=True, metavar="NAME", help="Who looked.")
@click.option("--finding", default="", metavar="TEXT", help="What they saw.")
@needs_tables
def resolve(submission_id: str, arrived: bool | None, agentos_id: str | None, by: str, finding: str) -> None:
    """Record by hand what became of an unconfirmed submission, once somebody has looked in AgentOS.

    One that has not arrived is given up: its contractor is told so, and may send it again. What is recorded cannot be
    taken back.
    """
    if arrived is None:
        raise click.UsageError("Say which it is: --arrived or --not-arrived.")
    if not by.strip():
        raise click.UsageError("Say who looked: --by NAME.")
    one = _found(submission_id)
    if one.state is not State.UNCONFIRMED:
        raise click.ClickException(f"It is {one.state}; only what is unconfirmed can be resolved.")
    if arrived and one.agency not in _portal().config.agencies:
        raise click.ClickException(f"{one.agency} is not configured any more: configure it, then say so again.")
    hold = _portal().ledger.take(submission_id, lease_s=60, in_turn=False)
    if not isinstance(hold, Hold):
        raise click.ClickException("AgentOS may yet act on it, or it is being worked on. Please try again in a minute.")
    note: dict[str, Any] = {"resolved_by": by[:100], "finding": finding[:500]}
    try:
        if arrived:
            sendable = SENDABLES[one.kind]
            identity, result = sendable.take_over(_work(one), None, agentos_id)
            hold.move(State.CONFIRMED, agentos_id=identity, status=sendable.status, result=result, **note)
        else:
            hold.move(State.ABANDONED, **note)
    except HoldLost:
        raise click.ClickException("It was worked on meanwhile. Please look again.") from None
    except Claimed:
        hold.release()
        raise click.ClickException("That id is another submission's. Please look again.") from None
    click.echo(f"Recorded: it {'arrived' if arrived else 'did not arrive'}.")


def _invoice(one: Submission) -> dict[str, str | None]:
    """What to look for in AgentOS, where it is an invoice whose request lived to say so."""
    if not isinstance(one.content, InvoiceDraft):
        return {}
    draft = one.content
    return {"amount": f"{draft.amount:.2f}", "number": draft.invoice_number, "date": draft.invoice_date.isoformat()}


def _when(submission_id: str) -> str:
    ledger = _portal().ledger
    if quiet_s := math.ceil(ledger.quiet_s(submission_id)):
        return f"The worker takes it in {quiet_s} s: until then AgentOS may yet act on it."
    if ledger.is_held(submission_id):
        return "It is being worked on now."
    if ledger.is_blocked(submission_id):
        return "The worker takes it once what was sent before it, for the same job or statement, has ended."
    return "The worker takes it next."


def _work(one: Submission) -> Work:
    asker = Asker(role="background", deadline=Deadline(_portal().clock, 0.0))
    visit = Visit(_portal().config.agencies[one.agency], Contractor(contractor_id=one.contractor_id), asker)
    return Work(portal=_portal(), visit=visit, submission=one, job=None)


def _found(submission_id: str) -> Submission:
    found = _portal().ledger.find(submission_id)
    if found is None:
        raise click.ClickException("There is no such submission.")
    return found


def _portal() -> Portal:
    parts: Portal = current_app.extensions["portal"]
    return parts
