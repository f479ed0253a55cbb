"""The state of this host: the disks of the folders that the portal writes, and the web server."""

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import make_url

from app.settings.model import Config, is_everywhere

NEARLY_FULL = 0.1
"""The free part of a disk below which somebody must act."""
TIMEOUT_S = 5.0


class Disk(NamedTuple):
    """The bytes of the disk of a folder, for any user but root. `folder` is the folder's role."""

    folder: str
    path: Path
    free: int
    total: int


def disks(config: Config) -> Iterator[Disk]:
    """Yield the disk of each folder that this host writes. Leave out those that cannot be read.

    The portal makes a missing folder at its first use. Until then, the disk is that of the folder above.
    """
    folders = {"documents": config.documents_dir}
    database = make_url(config.database_url)
    if database.get_backend_name() == "sqlite":
        folders["database"] = Path(database.database or "").parent
    if config.metrics_bind:
        folders["metrics"] = config.metrics_dir
    for folder, path in folders.items():
        with suppress(OSError):
            usage = shutil.disk_usage(path if path.exists() else path.absolute().parent)
            yield Disk(folder, path, usage.free, usage.total)


class WebServer(NamedTuple):
    """The answer of a web server. `status` is the reason if there is no answer, or if it is not ready."""

    is_ready: bool
    status: str
    degraded: tuple[str, ...] = ()
    """Faults with which a ready web server still serves reads: `worker`, `writes`, `settings`."""
    warnings: tuple[str, ...] = ()
    """Faults of the configuration: `proxies`, `hosts`."""

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults of both kinds."""
        return (*self.degraded, *self.warnings)


def look(bind: str) -> WebServer:
    """Return the state of the web server at host:port, as a supervisor has it: by its page `/health/ready`."""
    loopback, port = "[::1]" if "[" in bind else "127.0.0.1", bind.rpartition(":")[2]
    connection = HTTPConnection(f"{loopback}:{port}" if is_everywhere(bind) else bind, timeout=TIMEOUT_S)
    try:
        connection.request("GET", "/health/ready")
        answer = connection.getresponse()
        body = json.loads(answer.read())
        status = str(body.get("status") or body.get("error"))
        return WebServer(
            answer.status == 200, status, *(tuple(body.get(name, ())) for name in ("degraded", "warnings"))
        )
    except (OSError, HTTPException, ValueError, AttributeError) as error:
        return WebServer(False, f"no answer ({type(error).__name__})")
    finally:
        connection.close()
