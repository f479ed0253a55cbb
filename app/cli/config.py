"""The command `config check`. Wrong settings end the process before it begins, with their faults."""

import click

from app.api.blueprint import services
from app.cli.shared import CommandGroup, database_fault
from app.observability.logging import refuse_to_start
from app.services import connection_fault
from app.settings.doubts import doubts

config = CommandGroup("config", help="The configuration.")


@config.command("check")
@click.option("--database", "with_database", is_flag=True, help="Also check that the worker can use the database.")
def check_config(with_database: bool) -> None:
    """Check the settings and the file of agencies, before a start or a reload.

    Print a warning for each setting that is probably not meant so. Exit status: 0 if the portal can start, 3 if a
    setting is missing or wrong, or the worker cannot use the database.
    """
    if with_database and (fault := database_fault() or connection_fault(services().config, services().database)):
        refuse_to_start([fault])
    for sentence in doubts(services().config):
        click.echo(f"Warning: {sentence}", err=True)
    click.echo(f"The configuration can be used. Agencies: {', '.join(services().config.agencies)}.")
