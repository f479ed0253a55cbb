"""The commands of `flask --app wsgi …`, except those with a module of their own."""

import click
import structlog
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app.agentos.check.report import as_json, as_table
from app.api.blueprint import services
from app.cli.audit import audit
from app.cli.backup import make_backup, restore_backup
from app.cli.config import config
from app.cli.documents import documents
from app.cli.mail import mail
from app.cli.personal_data import agency, contractor
from app.cli.sessions import sessions
from app.cli.shared import CommandFailed, CommandGroup, database_fault, unknown_agency
from app.cli.status import check_ready, show_status, show_version
from app.cli.submissions import submissions
from app.cli.worker import run_worker
from app.observability.logging import only_critical, refuse_to_start
from app.store import migrations

db = CommandGroup("db", help="The database.")
agentos = CommandGroup("agentos", help="The connection to AgentOS.")

log = structlog.get_logger("commands")


@db.command("upgrade")
def upgrade() -> None:
    """Create the tables, or upgrade them to this version."""
    database, url = services().database, services().config.database_url
    where = migrations.place(url)
    try:
        migrations.make_file(url)
    except OSError as error:
        refuse_to_start([f"DATABASE_URL: {where} cannot be made: {error.strerror}"])
    try:
        migrations.upgrade(database, url)
    except SQLAlchemyError as error:
        raise CommandFailed(migrations.unusable(url, error)) from None
    except migrations.TablesInUse as error:
        raise CommandFailed(str(error)) from None
    log.info("database_upgraded", at=where)


@agentos.command("check")
@click.option("--agency", metavar="NAME", help="Check only this agency (its short name).")
@click.option("--json", "as_document", is_flag=True, help="Print a JSON document instead of the table.")
@click.pass_context
def check_agentos(context: click.Context, agency: str | None, as_document: bool) -> None:
    """Check that AgentOS returns what the portal expects, without changing anything.

    The check reads a sample of every kind of record. Exit status: 0 if there are only warnings or no findings, 1 if a
    check failed, 2 if the check could not run, 3 if the portal's configuration is wrong. With --json, "faults" says why
    the check did not run.
    """
    agencies = services().config.agencies
    chosen = [agencies[name] for name in agencies if agency in (None, name)]
    reason = database_fault()
    if not chosen:
        reason = unknown_agency(agencies)
    if reason:
        if as_document:
            click.echo(as_json((), faults=[reason]))
        raise CommandFailed(reason)
    with only_critical():
        reports = [services().checker.check(each, lambda progress: click.echo(progress, err=True)) for each in chosen]
    click.echo(as_json(reports) if as_document else as_table(reports))
    context.exit(any(report.failed for report in reports))


def register(app: Flask) -> None:
    """Add the portal's commands to `app`. A command needs the settings only when it runs."""
    groups = (db, config, mail, sessions, audit, agentos, submissions, documents, contractor, agency)
    for command in (
        *groups,
        run_worker,
        check_ready,
        show_status,
        make_backup,
        restore_backup,
        show_version,
    ):
        app.cli.add_command(command)
