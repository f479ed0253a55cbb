"""The disks of the folders that the portal writes."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import make_url

from app.settings.model import Config

NEARLY_FULL = 0.1
"""The free part of a disk below which somebody must act."""


class Disk(NamedTuple):
    """The bytes of the disk of a folder, for any user but root. `folder` is the folder's role."""

    folder: str
    path: Path
    free: int
    total: int

    @property
    def is_nearly_full(self) -> bool:
        """True if less than `NEARLY_FULL` is free."""
        return self.free < NEARLY_FULL * self.total


def disks(config: Config) -> Iterator[Disk]:
    """Yield the disk of each folder that this host writes. Leave out those that cannot be read."""
    for folder, path in _folders(config):
        with suppress(OSError):
            # The portal makes a missing folder at its first use.
            existing = next(each for each in (path.absolute(), *path.absolute().parents) if each.exists())
            total, _, free = shutil.disk_usage(existing)
            yield Disk(folder, path, free, total)


def _folders(config: Config) -> Iterator[tuple[str, Path]]:
    yield "documents", config.documents_dir
    database = make_url(config.database_url)
    if database.get_backend_name() == "sqlite":
        yield "database", Path(database.database or "").parent
    if config.metrics_bind:
        yield "metrics", config.metrics_dir
