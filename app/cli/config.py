"""The command `config check`. Wrong settings end the process before it begins, with their faults."""

import click

from app.api.blueprint import services
from app.cli.shared import CommandGroup
from app.settings.doubts import doubts

config = CommandGroup("config", help="The configuration.")


@config.command("check")
def check_config() -> None:
    """Check the settings and the file of agencies, before a start or a reload.

    Print a warning for each setting that is probably not meant so. Exit status: 0 if the portal can start, 3 if a
    setting is missing or wrong.
    """
    for sentence in doubts(services().config):
        click.echo(f"Warning: {sentence}", err=True)
    click.echo(f"The configuration can be used. Agencies: {', '.join(services().config.agencies)}.")
