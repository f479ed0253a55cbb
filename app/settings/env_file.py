"""The file `.env`, whose variables Flask's commands and gunicorn load into the environment at their start."""

from __future__ import annotations

import os
from io import StringIO
from pathlib import Path

import structlog
from dotenv import dotenv_values, find_dotenv

RESTART_ONLY = ("BIND", "WEB_CONCURRENCY")
"""Variables that no reload takes over, not even new ones."""
FOLLOWED = "ENV_FILE_VARIABLES"
"""The variable with the names that `follow_env_file` found. A command that SIGHUP starts again inherits it."""


def loads_env_file() -> bool:
    """Return True if Flask's commands and gunicorn load `.env` into the environment (Flask's `FLASK_SKIP_DOTENV`)."""
    return (os.environ.get("FLASK_SKIP_DOTENV") or "no").lower() in ("0", "false", "no")


def follow_env_file() -> None:
    """Note the variables that this process has taken from `.env`. Call it after each loading of the file.

    These are the variables with equal values in the file and in the environment, and those of `RESTART_ONLY` that
    neither has. Another value is the environment's own, which the file does not change, not even at a restart. If the
    environment itself has set the value of the file, the two look alike, and a change of the file is logged too.
    """
    if loads_env_file() and (present := _variables()) is not None:
        same = {name for name in (*present, *RESTART_ONLY) if present.get(name) == os.environ.get(name)}
        os.environ[FOLLOWED] = " ".join(same.union(_followed()))


def log_restart_needed() -> None:
    """At a reload, log the names of variables that were changed in `.env` or removed from it, and need a restart.

    The process goes on with their former values, because the environment takes precedence over the file.
    """
    if (present := _variables()) is None:
        return
    changed = sorted(name for name in _followed() if present.get(name) != os.environ.get(name))
    if changed:
        structlog.get_logger("process").warning("restart_needed", variables=changed)


def _followed() -> list[str]:
    return os.environ.get(FOLLOWED, "").split()


def env_file_text(file: Path) -> str:
    """Return the text of an env file, or an empty text if it is missing. Raise OSError or UnicodeDecodeError."""
    return file.read_text("utf-8") if file.exists() else ""


def env_file_fault(file: Path | None = None) -> str | None:
    """Return a line if an env file cannot be loaded, by default the one that Flask's commands load; else None.

    Flask's commands end with a traceback then, before they run code of the portal.
    """
    try:
        text = env_file_text(file or _path())
    except UnicodeDecodeError:
        return ".env: is not text in UTF-8"
    except OSError as error:
        return f".env: cannot be read: {error.strerror}"
    return ".env: contains a NUL byte" if "\0" in text else None


def variables(text: str) -> dict[str, str]:
    """Return the variables in the text of an env file, as python-dotenv (used by environs and Flask) reads them.

    `${NAME}` in a value is replaced by an earlier variable of the file, or by a variable of this process.
    """
    return {name: value for name, value in dotenv_values(stream=StringIO(text)).items() if value is not None}


def _variables() -> dict[str, str] | None:
    """Return the variables of the file that Flask's commands load, or None if there is an `env_file_fault`."""
    return None if env_file_fault() else variables(env_file_text(_path()))


def _path() -> Path:
    """Return the file that Flask's `load_dotenv` finds. If there is none, it does not exist."""
    return Path(find_dotenv(usecwd=True) or ".env")
