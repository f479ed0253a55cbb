"""Commands: `flask --app wsgi …`."""

import signal

import click
from flask import Flask
from flask.cli import AppGroup

from app import worker
from app.auth.cleaning import clean
from app.portal import Portal
from app.store import migrations


def register(app: Flask) -> None:
    """Add the portal's commands to `app`."""
    portal: Portal = app.extensions["portal"]
    database = AppGroup("db", help="The database.")
    sessions = AppGroup("sessions", help="Sign-ins and their files.")

    @database.command("upgrade")
    def upgrade() -> None:
        """Create the tables, or bring them up to this version."""
        migrations.upgrade(portal.database, portal.config.database_url)

    @sessions.command("clean")
    def clean_sessions() -> None:
        """Delete what has expired."""
        click.echo(clean(portal))

    @app.cli.command("worker")
    def run_worker() -> None:
        """Refresh the mirror and mail sign-in codes, until SIGTERM or Ctrl-C."""
        # Waited for rather than handled: a handler could interrupt the very lock it needs.
        endings = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
        signal.pthread_sigmask(signal.SIG_BLOCK, endings)
        worker.run(portal, lambda: signal.sigwait(endings))

    app.cli.add_command(database)
    app.cli.add_command(sessions)
