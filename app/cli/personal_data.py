"""`flask --app wsgi contractor …` and `agency …`: export and erase personal data."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import AppGroup

from app.api.blueprint import services
from app.cli.shared import CommandFailed, print_line, require_agency, require_tables
from app.domain.account import normal_email
from app.observability.logging import only_critical
from app.operations.personal_data import erasure
from app.operations.personal_data.erasure import Unfinished
from app.operations.personal_data.export import Export
from app.operations.personal_data.subject import Subject, accounts_with, find_contractor

LISTED = 5
"""Ids of unfinished submissions that a sentence names."""
STAYS = "Backups, logs and AgentOS have their own copies. docs/privacy.md says for how long."

contractor = AppGroup("contractor", help="Personal data of a contractor.")
agency = AppGroup("agency", help="Data of an agency that is not configured.")
agency_option = click.option("--agency", metavar="NAME", help="The agency's short name.")
contractor_option = click.option("--contractor", "contractor_id", metavar="ID", help="The contractor's id in AgentOS.")
email_option = click.option("--email", metavar="ADDRESS", help="An e-mail address, in place of a contractor.")
yes_option = click.option("--yes", is_flag=True, help="Do not ask.")


@contractor.command("export")
@agency_option
@contractor_option
@email_option
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def export_contractor(agency: str | None, contractor_id: str | None, email: str | None, folder: Path) -> None:
    """Write what the portal keeps about a contractor into the new folder DIR, as JSON files and PDFs.

    Lists that the portal lacks are fetched from AgentOS first. If that fails, about.json and a line on standard error
    say what is missing.

    This includes the sign-ins, devices and passkeys of the contractor's e-mail addresses, unless another account has
    the address too. --email exports what is kept about an address alone, whoever it belongs to.

    Tenants' contact data, other people's notes and secrets are left out. Read the files before you pass them on.
    """
    require_tables()
    subject = _subject(agency, contractor_id, email)
    require_agency(agency)
    export = Export(services(), subject, folder)
    try:
        with only_critical():
            export.write()
    except FileExistsError:
        raise CommandFailed(f"{folder} exists. Name a new folder.") from None
    except OSError as error:
        raise CommandFailed(f"{folder}: {error.strerror}. The export is incomplete: delete the folder.") from None
    _print_shared(subject)
    _print_counts(dict(sorted(export.counts.items())))
    click.echo(f"Written to {folder}.")
    for file, sentence in export.missing.items():
        click.echo(f"Incomplete: {file}: {sentence}", err=True)


@contractor.command("erase")
@agency_option
@contractor_option
@email_option
@yes_option
def erase_contractor(agency: str | None, contractor_id: str | None, email: str | None, yes: bool) -> None:
    """Delete what the portal keeps about a contractor, after showing how much it is.

    Archive or delete the contractor in AgentOS first: otherwise, the worker reads the record again. The command refuses
    while a submission of the contractor has not ended.

    --email deletes the sign-ins, devices and passkeys of an address, and removes the address from submissions and from
    the audit.
    """
    require_tables()
    subject = _subject(agency, contractor_id, email)
    counts, open_ids = erasure.plan(services(), subject)
    _print_subject(subject)
    _print_counts(counts)
    if not yes and not open_ids:
        click.confirm("Delete this?", abort=True)
    try:
        erasure.erase(services(), subject)
    except Unfinished as error:
        raise click.ClickException(_unfinished(*error.args)) from None
    except OSError as error:
        raise CommandFailed(f"DOCUMENTS_DIR: {error.strerror}. Nothing was deleted but documents: try again.") from None
    click.echo(f"Deleted. {STAYS}")


@agency.command("erase")
@click.argument("name")
@click.option("--unfinished", is_flag=True, help="Also delete submissions that have not ended. Nobody is told.")
@yes_option
def erase_agency(name: str, unfinished: bool, yes: bool) -> None:
    """Delete all data of an agency, after showing how much it is.

    NAME is the agency's short name. Remove the agency from AGENCIES_FILE, and reload or restart all hosts first.
    """
    require_tables()
    if name in services().config.agencies:
        raise click.ClickException(
            f"{name} is configured. Remove it from AGENCIES_FILE, and reload or restart all hosts first."
        )
    counts, open_ids = erasure.plan_agency(services(), name)
    if not counts:
        names = ", ".join(erasure.unconfigured_agencies(services())) or "none"
        raise click.ClickException(f"Nothing is kept of that agency. Agencies with data, but not configured: {names}.")
    if open_ids and not unfinished:
        raise click.ClickException(f"{_unfinished(open_ids)} Or add --unfinished.")
    _print_counts(counts)
    if not yes:
        click.confirm("Delete this?", abort=True)
    try:
        erasure.erase_agency(services(), name)
    except OSError as error:
        raise CommandFailed(f"DOCUMENTS_DIR: {error.strerror}. Try again.") from None
    click.echo(f"Deleted. {STAYS}")


def _subject(agency: str | None, contractor_id: str | None, email: str | None) -> Subject:
    """Return the subject of the options. Raise click.UsageError for a wrong combination, ClickException if unknown."""
    is_contractor = bool(agency and contractor_id and email is None)
    if not is_contractor and not (email and agency is None and contractor_id is None):
        raise click.UsageError("Name a contractor with --agency and --contractor, or an address with --email.")
    if email:
        subject = Subject(account_key=None, emails=frozenset({normal_email(email)}))
    else:
        with services().database.read() as connection:
            subject = find_contractor(connection, str(agency), str(contractor_id))
    counts, _ = erasure.plan(services(), subject)
    if not counts:
        raise click.ClickException(f"Nothing is kept about that {'address' if email else 'contractor'}.")
    return subject


def _print_subject(subject: Subject) -> None:
    """Print the contractor and what stays, or the contractors who have an address."""
    if subject.account_key is None:
        [address] = subject.emails
        with services().database.read() as connection:
            accounts = accounts_with(connection, address)
        for key in accounts:
            print_line([f"The address belongs to {'/'.join(key)}, whose own data stay."])
        return
    print_line(["/".join(subject.account_key), *filter(None, [subject.name])])
    _print_shared(subject)
    if subject.is_active:
        click.echo("AgentOS lists this contractor as active. Archive it there first, or the worker reads it again.")


def _print_shared(subject: Subject) -> None:
    for address in sorted(subject.shared_emails):
        print_line([f"Without the devices and passkeys of {address}: another account has this address too."])


def _print_counts(counts: dict[str, int]) -> None:
    for name, number in counts.items():
        click.echo(f"  {name}: {number}")


def _unfinished(ids: list[str]) -> str:
    listed = ", ".join(ids[:LISTED]) + (" …" if len(ids) > LISTED else "")
    return f"Submissions have not ended: {listed}. Wait for them, or use `submissions resolve`."
