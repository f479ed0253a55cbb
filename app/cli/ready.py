"""The command `ready`, with which a supervisor or a person waits for the web server of this host."""

import json
import time
from http.client import HTTPConnection, HTTPException

import click
from flask.cli import with_appcontext

from app.api.blueprint import services
from app.cli.shared import CommandFailed

PAUSE_S = 0.5
TIMEOUT_S = 5.0
EVERYWHERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "[::]": "[::1]"}  # noqa: S104
"""Hosts that mean all addresses of the machine, and the one to ask."""


@click.command("ready")
@click.option("--wait", "wait_s", type=click.FloatRange(0), default=0.0, metavar="S", help="Wait at most so long.")
@with_appcontext
def check_ready(wait_s: float) -> None:
    """Print the status of the web server at BIND (`/health/ready`), and its warnings.

    Exit status: 0 if it is ready, 2 if it is not, or does not respond.
    """
    bind = services().config.bind
    until = time.monotonic() + wait_s
    while True:
        is_ready, status, warnings = _look(bind)
        if is_ready:
            click.echo("\n".join([status, *(f"warning: {warning}" for warning in warnings)]))
            return
        if time.monotonic() >= until:
            raise CommandFailed(f"{bind}: {status}")
        time.sleep(PAUSE_S)


def _look(bind: str) -> tuple[bool, str, list[str]]:
    """Return whether the web server is ready, its status or the reason why there is none, and its warnings."""
    host, _, port = bind.rpartition(":")
    connection = HTTPConnection(f"{EVERYWHERE.get(host, host)}:{port}", timeout=TIMEOUT_S)
    try:
        connection.request("GET", "/health/ready")
        answer = connection.getresponse()
        body = json.loads(answer.read())
        return answer.status == 200, str(body.get("status") or body.get("error")), body.get("warnings", [])
    except (OSError, HTTPException, ValueError) as error:
        return False, f"no answer ({type(error).__name__})", []
    finally:
        connection.close()
