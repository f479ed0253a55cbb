"""A look at the web server of this host, as a supervisor has it: by its page `/health/ready`."""

import json
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple

TIMEOUT_S = 5.0
EVERYWHERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "[::]": "[::1]"}  # noqa: S104
"""Hosts that mean all addresses of the machine, and the one to ask."""


class WebServer(NamedTuple):
    """The answer of a web server. `status` is the reason if there is no answer, or if it is not ready."""

    is_ready: bool
    status: str
    degraded: tuple[str, ...] = ()
    """Faults with which a ready web server still serves reads: `worker`, `writes`, `settings`."""
    warnings: tuple[str, ...] = ()
    """Faults of the configuration: `proxies`."""

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults of both kinds."""
        return (*self.degraded, *self.warnings)


def look(bind: str) -> WebServer:
    """Return the state of the web server at host:port."""
    host, _, port = bind.rpartition(":")
    connection = HTTPConnection(f"{EVERYWHERE.get(host, host)}:{port}", timeout=TIMEOUT_S)
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
