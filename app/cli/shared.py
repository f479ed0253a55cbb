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


def database_fault() -> str | None:
    """Return a sentence if the database cannot be used or lacks the tables of this version, or else None."""
    return migrations.fault(services().database, services().config.database_url)


def require_tables() -> None:
    """Raise `CommandFailed` if there is a `database_fault()`."""
    if fault := database_fault():
        raise CommandFailed(fault)
