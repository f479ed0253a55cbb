"""The command `ready`, with which a supervisor or a person waits for the web server of this host."""

import time

import click
from flask.cli import with_appcontext

from app.api.blueprint import services
from app.cli.shared import CommandFailed, database_fault
from app.health.web_server import look

PAUSE_S = 0.5


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
        web_server = look(bind)
        if web_server.is_ready:
            click.echo("\n".join([web_server.status, *(f"warning: {warning}" for warning in web_server.warnings)]))
            return
        if time.monotonic() >= until:
            raise CommandFailed(" ".join([f"{bind}: {web_server.status}", *filter(None, [database_fault()])]))
        time.sleep(PAUSE_S)
