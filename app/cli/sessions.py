"""`flask --app wsgi sessions …`: list and end the sessions of people, and remove their passkeys."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from app.api.blueprint import services
from app.auth import sessions as rows
from app.auth.passkeys import service as passkeys
from app.cli.shared import print_line, require_tables
from app.domain.account import normal_email
from app.domain.clock import from_text, to_london
from app.mirror.kinds import Kind

sessions = AppGroup("sessions", help="The sessions and passkeys of people.")
email_option = click.option("--email", metavar="ADDRESS", required=True, help="The person's e-mail address.")


@sessions.command("list")
@email_option
def list_sessions(email: str) -> None:
    """List where a person is signed in, the last used first, and count the person's passkeys.

    A line shows the session's id, the time of the sign-in, the time of the last visit, the method, the browser and the
    network.
    """
    require_tables()
    listed = rows.list_sessions(services(), normal_email(email))
    for session in listed:
        parts = (
            session["public_id"],
            f"signed in {to_london(from_text(session['created_at'])):%Y-%m-%d %H:%M}",
            f"last seen {to_london(from_text(session['seen_at'])):%Y-%m-%d %H:%M}",
            session["method"],
            session["software"] or "unknown device",
            session["network"] or "unknown network",
        )
        print_line(parts)
    number = len(passkeys.list_passkeys(services(), normal_email(email)))
    click.echo(f"Sessions: {len(listed)}. Passkeys: {number}.")


@sessions.command("end")
@email_option
@click.option("--id", "session_id", metavar="ID", help="End only the session with this id of `sessions list`.")
@click.option("--passkeys", "with_passkeys", is_flag=True, help="Also remove all passkeys of the person.")
def end_sessions(email: str, session_id: str | None, with_passkeys: bool) -> None:
    """Sign a person out everywhere, or end one of their sessions.

    Their next request is refused. For 30 days at least, the next sign-in on each of these devices causes an e-mail. The
    person may sign in again, unless the agency has archived the contractor: after the end of all sessions, the worker
    reads the agency's contractors from AgentOS at once. After the theft of a phone, add --passkeys: its passkey would
    sign in again.
    """
    require_tables()
    if session_id is not None and with_passkeys:
        raise click.UsageError("Choose one: --id ends one session, --passkeys ends all.")
    if session_id is None:
        _read_contractors(normal_email(email))
    removed = len(passkeys.list_passkeys(services(), normal_email(email)))
    ended = rows.end_sessions(services(), normal_email(email), None, public_id=session_id, with_passkeys=with_passkeys)
    if session_id is not None and not ended:
        raise click.ClickException("This person has no such session. `sessions list` shows the ids.")
    click.echo(f"Ended sessions: {ended}.{f' Removed passkeys: {removed}.' if with_passkeys else ''}")


def _read_contractors(email: str) -> None:
    """Let the worker read the contractors of the person's agencies now: one of them may have archived the person."""
    mirror, agencies = services().mirror, services().config.agencies
    names = sorted({name for name, _ in mirror.contractors_by_email(email)} & agencies.keys())
    if not names:
        click.echo("No agency here has a contractor with this e-mail address.", err=True)
    lists = [each for name in names for each in mirror.branch_lists(agencies[name], Kind.CONTRACTOR) or ()]
    if lists:
        mirror.request_refresh(lists)
        click.echo(
            f"The worker reads the contractors of {', '.join(names)} now. An archived person can sign in until then.",
            err=True,
        )
