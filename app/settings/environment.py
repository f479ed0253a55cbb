"""The variables of this process: its environment, files that it names, and credentials of systemd."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from environs import Env

ENVIRONS_READ = "15.2.0"
"""`Environment` overrides `_get_value` of this release of environs. Its `FileAwareEnv` does not report all faults."""
EXAMPLE = Path(__file__).parents[2] / ".env.example"
"""The file with the names and the defaults of all settings."""
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


class Environment(Env):
    """Reads variables. The value of `NAME` may be in the file `NAME_FILE`, or in systemd's credential `NAME`.

    Line breaks at the end of a file are not part of the value. `file_faults` has a line for each file that cannot be
    used, without its content.
    """

    def __init__(self) -> None:
        super().__init__(eager=False)
        self.file_faults: list[str] = []

    def _get_value(self, env_key: str, default: Any) -> Any:
        own = super()._get_value(env_key, default)
        for source, path in self._files(env_key):
            if own is not default:
                self._add(f"{source}: {env_key} is set too; choose one")
                return own
            try:
                return path.read_text("utf-8").rstrip("\r\n")
            except OSError as error:
                self._add(f"{source}: {path} cannot be read: {error.strerror}")
            except UnicodeDecodeError:
                self._add(f"{source}: {path} is not text in UTF-8")
        return own

    def _files(self, name: str) -> list[tuple[str, Path]]:
        """Return the file with the value of a variable, and the variable that names it; at most one."""
        if path := super()._get_value(name + FILE, ""):
            return [(name + FILE, Path(path))]
        credential = Path(os.environ.get(CREDENTIALS, ""), name)
        is_there = CREDENTIALS in os.environ and os.path.isfile(credential)  # as in `is_readable_file`
        return [(CREDENTIALS, credential)] if is_there else []

    def _add(self, fault: str) -> None:
        if fault not in self.file_faults:
            self.file_faults.append(fault)
