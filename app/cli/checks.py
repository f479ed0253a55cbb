"""The commands `config check`, `mail check` and `agentos check`: the settings, the mail server and AgentOS.

Wrong settings end the process before a command begins, with their faults.
"""

import click
from flask.cli import AppGroup
from marshmallow import ValidationError

from app.agentos.check.report import as_json, as_table
from app.api.blueprint import services
from app.auth.schemas import EmailField
from app.cli.shared import CommandFailed, database_fault, unknown_agency
from app.mail.smtp import MailNotSent
from app.observability.logging import only_critical, refuse_to_start
from app.services import connection_fault
from app.settings.warnings import warnings_of
from app.submissions.removed import removed_agencies
from app.worker.tasks import mailer_for

SUBJECT = "Test e-mail from the Contractor Portal"
TEXT = "Somebody has tested with this e-mail whether the Contractor Portal can send any. There is nothing to do.\n"

config = AppGroup("config", help="The configuration.")
mail = AppGroup("mail", help="The mail server.")
agentos = AppGroup("agentos", help="The connection to AgentOS.")


@config.command("check")
@click.option("--database", "with_database", is_flag=True, help="Also check that the worker can use the database.")
def check_config(with_database: bool) -> None:
    """Check the settings and the file of agencies, before a start or a reload.

    Print a warning for each setting that is probably not meant so and, if the database can be read, for each agency
    that the file lacks but that has unfinished submissions. Exit status: 0 if the portal can start, 3 if a
    setting is missing or wrong, or the worker cannot use the database.
    """
    if with_database and (fault := database_fault() or connection_fault(services().config, services().database)):
        refuse_to_start([fault])
    for sentence in warnings_of(services().config):
        click.echo(f"Warning: {sentence}", err=True)
    if database_fault() is None:
        for sentence in removed_agencies(services()).values():
            click.echo(f"Warning: {sentence}", err=True)
    click.echo(f"The configuration can be used. Agencies: {', '.join(services().config.agencies)}.")


@mail.command("check")
@click.option("--to", "address", metavar="ADDRESS", required=True, help="The recipient of the test e-mail.")
def check_mail(address: str) -> None:
    """Send a test e-mail through the mail server in SMTP_URL, without the worker.

    Exit status: 0 if the mail server has taken the e-mail, 1 if it has not.
    """
    try:
        to = EmailField().deserialize(address)
    except ValidationError as error:
        raise click.BadParameter(error.messages[0], param_hint="--to") from None
    mailer = mailer_for(services().config)
    try:
        with only_critical():
            mailer.send(to, SUBJECT, TEXT, kind="test")
    except MailNotSent as error:
        reply = f", reply {error.reply_code}" if error.reply_code else ""
        raise click.ClickException(
            f"The mail server {mailer.server} has not taken the e-mail: {error}{reply}."
        ) from None
    if mailer.server is None:
        click.echo("SMTP_URL is console:, so the e-mail is printed above, and no mail server was tried.")
    else:
        click.echo(f"The mail server {mailer.server} has taken the e-mail. Look whether it has arrived at {to}.")


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
