"""Code that several commands use."""

from collections.abc import Iterable

import click

from app.api.blueprint import services
from app.store import migrations


class CommandFailed(click.ClickException):
    """A failure, printed as one sentence without click's lines about usage."""

    exit_code = 2


def unknown_agency(agencies: Iterable[str]) -> str:
    """Return the sentence for a name that is not among the configured `agencies`."""
    return f"There is no agency of that name. The configured agencies are: {', '.join(agencies)}."


def has_tables() -> bool:
    """Return whether the database can be read and has the tables of this version."""
    return migrations.is_ready(services().database)


def require_tables() -> None:
    """Raise `CommandFailed` unless `has_tables()`."""
    if not has_tables():
        raise CommandFailed(migrations.NOT_READY)
