"""The file `.env`, whose variables Flask's commands and gunicorn load into the environment at their start."""

from __future__ import annotations

import os

import structlog
from dotenv import dotenv_values, find_dotenv

from app.settings.environment import unreadable
from app.settings.model import ConfigurationError

RESTART_ONLY = ("BIND", "WEB_CONCURRENCY")
"""Variables that no reload takes over, not even new ones."""
FOLLOWED = "ENV_FILE_VARIABLES"
"""The variable with the names that `follow_env_file` found. A command that SIGHUP starts again inherits it."""


def env_file_variables() -> dict[str, str]:
    """Return the variables of the file that Flask's commands load, by the library with which they load it.

    Return none if `FLASK_SKIP_DOTENV` is set, because then neither Flask nor gunicorn loads the file.
    They end with a traceback if the file cannot be loaded, before they run code of the portal. Raise
    `ConfigurationError`.
    """
    if (os.environ.get("FLASK_SKIP_DOTENV") or "no").lower() not in ("0", "false", "no"):
        return {}
    try:
        values = dotenv_values(find_dotenv(usecwd=True) or ".env")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError([f".env: {unreadable(error)}"]) from None
    variables = {name: value for name, value in values.items() if value is not None}
    if "\0" in "".join([*variables, *variables.values()]):
        raise ConfigurationError([".env: contains a NUL byte"])
    return variables


def follow_env_file() -> None:
    """Note the variables that this process has taken from `.env`. Call it after each loading of the file.

    These are the variables with equal values in the file and in the environment, and those of `RESTART_ONLY` that
    neither has. Another value is the environment's own, which the file does not change, not even at a restart. If the
    environment itself has set the value of the file, the two look alike, and a change of the file is logged too.
    """
    present = env_file_variables()
    same = {name for name in (*present, *RESTART_ONLY) if present.get(name) == os.environ.get(name)}
    os.environ[FOLLOWED] = " ".join(same.union(_followed()))


def log_restart_needed() -> None:
    """At a reload, log the names of variables that were changed in `.env` or removed from it, and need a restart.

    The process goes on with their former values, because the environment takes precedence over the file. Raise
    `ConfigurationError`.
    """
    if changed := sorted(changed_variables().intersection(_followed())):
        structlog.get_logger("process").warning("restart_needed", variables=changed)


def changed_variables() -> set[str]:
    """Return the names of variables that `.env` has, lacks or changes since this process loaded it.

    Leave out those of the environment itself. Raise `ConfigurationError`.
    """
    present, followed = env_file_variables(), set(_followed())
    names = {*present, *followed} - (os.environ.keys() - followed)
    return {name for name in names if present.get(name) != os.environ.get(name)}


def _followed() -> list[str]:
    return os.environ.get(FOLLOWED, "").split()
