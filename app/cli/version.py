"""The command `version`."""

import click
from flask.cli import with_appcontext

from app.api.openapi import VERSION
from app.store import migrations


@click.command("version")
@with_appcontext
def show_version() -> None:
    """Print the version of the portal and the revision of its tables."""
    click.echo(f"Contractor Portal {VERSION}, tables {migrations.newest()}")
