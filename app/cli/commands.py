"""The commands of `flask --app wsgi …`, except those with a module of their own."""

import structlog
from flask import Flask
from flask.cli import AppGroup
from sqlalchemy.exc import SQLAlchemyError

from app.api.blueprint import services
from app.cli.audit import audit
from app.cli.backup import make_backup, restore_backup
from app.cli.checks import agentos, config, mail
from app.cli.documents import documents
from app.cli.personal_data import agency, contractor
from app.cli.sessions import sessions
from app.cli.shared import CommandFailed
from app.cli.status import check_ready, show_status, show_version
from app.cli.submissions import submissions
from app.cli.worker import run_worker
from app.observability.logging import refuse_to_start
from app.store import migrations

db = AppGroup("db", help="The database.")

log = structlog.get_logger("commands")


@db.command("upgrade")
def upgrade() -> None:
    """Create the tables, or upgrade them to this version."""
    database, url = services().database, services().config.database_url
    where = migrations.place(url)
    try:
        migrations.make_file(url)
    except OSError as error:
        refuse_to_start([f"DATABASE_URL: {where} cannot be made: {error.strerror}"])
    try:
        migrations.upgrade(database, url)
    except SQLAlchemyError as error:
        raise CommandFailed(migrations.unusable(url, error)) from None
    except migrations.TablesInUse as error:
        raise CommandFailed(str(error)) from None
    log.info("database_upgraded", at=where)


def register(app: Flask) -> None:
    """Add the portal's commands to `app`. A command needs the settings only when it runs."""
    for command in (
        *(db, config, mail, sessions, audit, agentos, submissions, documents, contractor, agency),
        run_worker,
        check_ready,
        show_status,
        make_backup,
        restore_backup,
        show_version,
    ):
        app.cli.add_command(command)
