"""Code that several commands use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from app.api.blueprint import services
from app.store import migrations

P = ParamSpec("P")
R = TypeVar("R")


class CommandFailed(click.ClickException):
    """A failure, printed as one sentence without click's lines about usage."""

    exit_code = 2


def unknown_agency(agencies: Iterable[str]) -> str:
    """Return the error sentence for a name that is not among the configured `agencies`."""
    return f"There is no agency of that name; configured are: {', '.join(agencies)}."


def has_tables() -> bool:
    """Return whether the database can be read and has the tables of this version."""
    return migrations.is_ready(services().database, services().config.database_url)


def needs_tables(command: Callable[P, R]) -> Callable[P, R]:
    """Make a command fail with a sentence unless `has_tables()`."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if not has_tables():
            raise CommandFailed(migrations.NOT_READY)
        return command(*args, **kwargs)

    return run
