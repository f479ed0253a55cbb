"""`flask --app wsgi mail check`: send a test e-mail."""

from __future__ import annotations

import click
from marshmallow import ValidationError

from app.api.blueprint import services
from app.auth.schemas import EmailField
from app.cli.shared import CommandGroup
from app.mail.smtp import MailNotSent
from app.observability.logging import only_critical
from app.worker.tasks import mailer_for

SUBJECT = "Test e-mail from the Contractor Portal"
TEXT = "Somebody has tested with this e-mail whether the Contractor Portal can send any. There is nothing to do.\n"

mail = CommandGroup("mail", help="The mail server.")


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
        return
    click.echo(f"The mail server {mailer.server} has taken the e-mail. Look whether it has arrived at {to}.")
