"""Commands: `flask --app wsgi …`."""

import signal
import threading

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
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        worker.run(portal, stop)

    app.cli.add_command(database)
    app.cli.add_command(sessions)
