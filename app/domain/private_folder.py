"""Folders and files that only the portal's own user can read."""

import os
import shutil
from functools import partial
from pathlib import Path

private_opener = partial(os.open, mode=0o600)
"""The `opener` of `open` for a new file."""


def make_private_folder(folder: Path) -> None:
    """Make a missing folder, and its missing parents, with the mode 0700. Raise OSError.

    `Path.mkdir(mode=0o700, parents=True)` is not used, because it makes the parents readable by other users.
    """
    for path in (*reversed(folder.absolute().parents), folder):
        if not path.is_dir():
            path.mkdir(mode=0o700, exist_ok=True)


def empty_private_folder(folder: Path) -> None:
    """Delete what is in a folder. Make it if it is missing. Raise OSError."""
    shutil.rmtree(folder, ignore_errors=True)
    make_private_folder(folder)
