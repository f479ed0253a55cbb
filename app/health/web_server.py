"""A look at the web server of this host, as a supervisor has it: by its page `/health/ready`."""

import json
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple

from app.health.views import DEGRADED

TIMEOUT_S = 5.0


class WebServer(NamedTuple):
    """The answer of a web server. `status` is the reason if there is no answer, or if it is not ready."""

    is_ready: bool
    status: str
    warnings: tuple[str, ...] = ()

    @property
    def degraded(self) -> tuple[str, ...]:
        """The faults of a ready web server (`worker`), and the warnings about its configuration (`proxies`)."""
        has_fault = self.status.startswith(DEGRADED)
        return (*(self.status.removeprefix(DEGRADED).split(", ") if has_fault else ()), *self.warnings)


def look(bind: str) -> WebServer:
    """Return the state of the web server at host:port."""
    connection = HTTPConnection(bind.replace("0.0.0.0", "127.0.0.1").replace("[::]", "[::1]"), timeout=TIMEOUT_S)  # noqa: S104
    try:
        connection.request("GET", "/health/ready")
        answer = connection.getresponse()
        body = json.loads(answer.read())
        status = str(body.get("status") or body.get("error"))
        return WebServer(answer.status == 200, status, tuple(map(str, body.get("warnings", ()))))
    except (OSError, HTTPException, ValueError, AttributeError) as error:
        return WebServer(False, f"no answer ({type(error).__name__})")
    finally:
        connection.close()
