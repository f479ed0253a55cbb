"""Code that several commands use."""

import json
from collections.abc import Iterable
from typing import Any

import click
from flask.helpers import get_debug_flag
from werkzeug.serving import is_running_from_reloader

from app.api.blueprint import services
from app.observability.logging import printable
from app.store import migrations


class CommandFailed(click.ClickException):
    """A failure, printed as one sentence without click's lines about usage."""

    exit_code = 2


def is_development_server() -> bool:
    """Return True if this process serves `flask run`. With `--debug`, another process only starts it again."""
    context = click.get_current_context(silent=True)
    if context is None or context.info_name != "run":
        return False
    reload = context.params["reload"]
    return is_running_from_reloader() or not (get_debug_flag() if reload is None else reload)


def unknown_agency(agencies: Iterable[str]) -> str:
    """Return the sentence for a name that is not among the configured `agencies`."""
    return f"There is no agency of that name. The configured agencies are: {', '.join(agencies)}."


def require_agency(name: str | None) -> None:
    """Raise ClickException if there is no agency of this name. None is no name."""
    agencies = services().config.agencies
    if name is not None and name not in agencies:
        raise click.ClickException(unknown_agency(agencies))


def database_fault() -> str | None:
    """Return a sentence if the database cannot be used or lacks the tables of this version, or else None."""
    return migrations.fault(services().database, services().config.database_url)


def require_tables() -> None:
    """Raise `CommandFailed` if there is a `database_fault()`."""
    if fault := database_fault():
        raise CommandFailed(fault)


def print_line(parts: Iterable[str]) -> None:
    """Print texts that strangers may have written, in one line."""
    click.echo(printable("  ".join(parts)))


def print_json(document: Any) -> None:
    """Print a JSON document that may contain texts of strangers."""
    lines = json.dumps(document, indent=1, ensure_ascii=False).split("\n")
    click.echo("\n".join(map(printable, lines)))
