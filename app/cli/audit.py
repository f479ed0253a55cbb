"""`flask --app wsgi audit …`: sign-ins and failures, ended sessions, passkeys added and removed, submissions."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

import click
from flask.cli import AppGroup

from app.api.blueprint import services
from app.api.fields import in_camel_case
from app.audit.audit import Event
from app.audit.entries import Entry, list_entries
from app.cli.shared import print_json, print_line, require_agency, require_tables
from app.cli.submissions import content_details
from app.domain.account import normal_email
from app.domain.clock import to_london, to_utc
from app.domain.submission import Submission
from app.ledger.lists import find_all
from app.mirror.kinds import Kind

MAX_LISTED = 500
FORMATS = ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f%z")
"""The last one is exact, also in the hour that London's clocks repeat in autumn."""

audit = AppGroup("audit", help="Sign-ins and failures, ended sessions, passkeys added and removed, submissions.")


@audit.command("list")
@click.option("--contractor", metavar="[AGENCY/]ID", help="List only this contractor's entries. ID is that of AgentOS.")
@click.option("--email", metavar="ADDRESS", help="List only entries about this e-mail address.")
@click.option("--event", type=click.Choice([str(event) for event in Event]), help="List only entries of this event.")
@click.option(
    "--since",
    type=click.DateTime(FORMATS),
    metavar="WHEN",
    help="List only entries since this London time, such as 2026-11-25 or '2026-11-25 18:00'.",
)
@click.option("--until", type=click.DateTime(FORMATS), metavar="WHEN", help="List only entries up to this London time.")
@click.option("--json", "as_document", is_flag=True, help="Print a JSON document instead of lines.")
def list_audit(
    contractor: str | None,
    email: str | None,
    event: str | None,
    since: datetime | None,
    until: datetime | None,
    as_document: bool,
) -> None:
    """List the newest 500 entries of the audit, the oldest first. The portal keeps them for 90 days.

    If there are more, a line on standard error has the --until that lists the older ones. A date means its beginning.

    A line shows the time, the event, the account, the person, details, the browser, the network and ids. The line of a
    new submission shows its content and its present state. Lines of later events of a submission have the id of the
    request that sent it.
    """
    require_tables()
    if email == "" or contractor == "":
        raise click.BadParameter("An empty --email or --contractor would list the entries of everybody.")
    agency, _, contractor_id = (contractor or "").rpartition("/")
    if contractor and not contractor_id:
        raise click.BadParameter("--contractor needs the id of a contractor, such as acme/CON-1001.")
    require_agency(agency or None)
    newest_first, total = list_entries(
        services().database,
        email=normal_email(email) if email else None,
        agency=agency or None,
        contractor_id=contractor_id or None,
        event=event,
        since=since and to_utc(since),
        until=until and to_utc(until),
        limit=MAX_LISTED,
    )
    if contractor and not total and not _is_known(agency or None, contractor_id):
        raise click.ClickException(f"No contractor {contractor} is known.")
    entries = newest_first[::-1]
    submissions = find_all(services().database, {entry.submission_id for entry in entries if entry.submission_id})
    pairs = [(entry, submissions.get(entry.submission_id or "")) for entry in entries]
    if as_document:
        print_json([_as_object(*pair) for pair in pairs])
    else:
        for pair in pairs:
            print_line(_parts(*pair))
    is_complete = total == len(entries)
    # On standard error, `grep` cannot hide that the list is incomplete. A stranger can cause any number of entries.
    click.echo(f"Entries: {total}{_left_out(entries, total)}", err=as_document or not is_complete)


def _left_out(entries: list[Entry], total: int) -> str:
    """Return the end of the last line: how many older entries are not listed, and how to list them.

    No full stop follows the time, because people copy it.
    """
    if total == len(entries):
        return "."
    until = to_london(entries[0].at).isoformat(timespec="microseconds")
    return f", without the oldest {total - len(entries)}. To list those, add --until {until}"


def _is_known(agency: str | None, contractor_id: str) -> bool:
    """Return whether a contractor is in the mirror of an agency (None: of any), or has entries, perhaps of the past."""
    agencies = [agency] if agency else services().config.agencies
    return any(services().mirror.get_record(name, Kind.CONTRACTOR, contractor_id) for name in agencies) or bool(
        list_entries(services().database, agency=agency, contractor_id=contractor_id, limit=0)[1]
    )


def _parts(entry: Entry, submission: Submission | None) -> list[str]:
    """Return the parts of an entry's line."""
    detail = entry.detail or ""
    if submission is not None and submission.resolved_by:  # the entry itself has no name, because it is logged too
        detail = detail.replace("settled by hand", f"settled by {submission.resolved_by}")
    details = [f"ended: {detail}" if entry.event == Event.SESSION_ENDED else detail]
    if submission is not None and entry.event == Event.SUBMITTED:
        details += [f"{name} {value}" for name, value in content_details(submission).items() if value is not None]
        details += [f"now {submission.state}"]
    parts = [
        f"{to_london(entry.at):%Y-%m-%d %H:%M:%S}",
        entry.event,
        entry.agency and f"{entry.agency}/{entry.contractor_id}",
        entry.email,
        ", ".join(detail for detail in details if detail),
        entry.software,
        entry.network,
        entry.submission_id and f"submission {entry.submission_id}",
        entry.request_id and f"request {entry.request_id}",
    ]
    return [part for part in parts if part]


def _as_object(entry: Entry, submission: Submission | None) -> dict[str, Any]:
    fields = {in_camel_case(name): value for name, value in asdict(entry).items()}
    about = submission and {
        "kind": submission.kind,
        "for": submission.lane,
        **content_details(submission),
        "state": submission.state,
        "agentosId": submission.agentos_id,
        "resolvedBy": submission.resolved_by,
    }
    return {**fields, "at": to_london(entry.at).isoformat(), "submission": about}
