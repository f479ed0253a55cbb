"""The variables of this process: its environment, files that it names, and credentials of systemd."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from environs import FileAwareEnv

EXAMPLE = Path(__file__).parents[2] / ".env.example"
"""The file with the names and the defaults of all settings."""
NAME = re.compile(r"^#?([A-Z][A-Z0-9_]+)=", re.MULTILINE)
"""A setting's name in `EXAMPLE`, where most settings are commented out."""
KEYS = "AGENTOS_API_KEY"
"""Variables whose names begin with this may contain an agency's key."""
FILE = "_FILE"
"""The end of the name of a variable that names the file with the value of another."""
CREDENTIALS = "CREDENTIALS_DIRECTORY"
"""The folder with a service's credentials (https://systemd.io/CREDENTIALS/)."""


@contextmanager
def restored_on_failure() -> Iterator[Collection[str]]:
    """Undo changes of this process's environment if the body raises. Yield the names of the variables before them.

    Otherwise, a wrong value of `.env` would remain after its correction, because a variable goes before the file.
    """
    former = dict(os.environ)
    try:
        yield former.keys()
    except BaseException:
        os.environ.clear()
        os.environ.update(former)
        raise


@cache
def settings_names() -> tuple[str, ...]:
    """Return the names of all settings."""
    return tuple(NAME.findall(EXAMPLE.read_text("utf-8")))


def environment() -> FileAwareEnv:
    """Return the reader of the variables. The value of `NAME` may be in the file `NAME_FILE`.

    Call `file_faults` first, because the reader raises ValueError for a file that it cannot read.
    """
    return FileAwareEnv(eager=False, strip_whitespace=True)


def file_faults() -> Iterator[str]:
    """Yield a line for each file that a variable names and that cannot be used, without its content.

    Let variables name the credentials of systemd first.
    """
    credentials = os.environ.get(CREDENTIALS, "")
    if os.access(credentials, os.R_OK | os.X_OK):
        for name in os.listdir(credentials):
            os.environ.setdefault(name + FILE, os.path.join(credentials, name))
    keys = {name.removesuffix(FILE) for name in os.environ if name.startswith(KEYS)}
    for name in sorted({*settings_names(), *keys}):
        if path := os.environ.get(name + FILE):
            source = CREDENTIALS if path == os.path.join(credentials, name) else name + FILE
            if name in os.environ:
                yield f"{source}: {name} is set too; choose one"
            try:
                Path(path).read_text("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                yield f"{source}: {path} {unreadable(error)}"


def unreadable(error: OSError | UnicodeDecodeError) -> str:
    """Return why a file cannot be read, as the end of a sentence."""
    return f"cannot be read: {error.strerror}" if isinstance(error, OSError) else "is not text in UTF-8"
