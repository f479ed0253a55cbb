"""The commands `backup` and `restore`."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from app.api.blueprint import services
from app.cli.shared import CommandFailed, require_tables
from app.domain.clock import from_text, to_london
from app.operations.backup import make, restore
from app.operations.backup.archive import BackupFailed, Manifest
from app.store import migrations


@click.command("backup")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
@with_appcontext
def make_backup(context: click.Context, folder: Path) -> None:
    """Write a new archive into the folder DIR, while the portal runs. Its name is the time (UTC).

    It has the documents, and the tables that AgentOS cannot give back. It lacks the settings, the secrets (SECRET_KEY,
    the keys of agencies), AGENCIES_FILE and logos: keep copies of these elsewhere. `status` prints when the last
    complete backup was made. Exit status: 0 if the backup is complete, 1 if documents are missing from DOCUMENTS_DIR,
    2 if the backup could not be made or recorded.
    """
    with _failures():
        path, made, missing = make.make(services(), folder)
    if missing:
        click.echo(
            f"The backup {path} is not complete, and is not recorded: {_content(made)}. Documents of open submissions "
            f"that are missing from {services().config.documents_dir}, or altered: {missing}. `documents check` names "
            "them.",
            err=True,
        )
        context.exit(1)
    click.echo(f"The backup {path} is complete: {_content(made)}.")


@click.command("restore")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@with_appcontext
def restore_backup(path: Path) -> None:
    """Restore the backup FILE into an empty database after `db upgrade`, and its documents. Stop the portal first.

    Each open submission counts as unconfirmed, because it may have been sent after the backup. Until a worker has been
    alive for seven days, the portal looks for newer records in AgentOS before it sends anything. If there are any, the
    submission goes to review. Everybody signs in again. Exit status: 0 if everything is restored, 2 if nothing is.
    """
    with _failures():
        manifest, doubtful = restore.restore(services(), path)
    click.echo(f"Restored {_content(manifest)}.")
    click.echo(
        f"{doubtful} open submissions count as unconfirmed. Until a worker has been alive for seven days, a "
        "submission goes to review if AgentOS has newer records that no submission explains."
    )
    if from_text(manifest.began_at) > services().clock.now():
        click.echo("The clock was ahead at the backup, or is behind now. So each record in AgentOS counts as newer.")
    click.echo("Everybody signs in again. Passkeys that were removed after the backup are back.")


@contextmanager
def _failures() -> Iterator[None]:
    """Turn failures of a backup or a restore, and SIGTERM, into `CommandFailed`."""
    require_tables()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # SIGTERM too deletes unfinished files
    try:
        yield
    except KeyboardInterrupt:
        raise CommandFailed("Stopped by a signal.") from None
    except BackupFailed as error:
        raise CommandFailed(str(error)) from None
    except SQLAlchemyError as error:
        raise CommandFailed(migrations.unusable(services().config.database_url, error)) from None


def _content(manifest: Manifest) -> str:
    moment = to_london(from_text(manifest.began_at))
    counts = f"{manifest.rows} rows and {manifest.documents} documents"
    return f"{counts} of {moment:%Y-%m-%d %H:%M:%S}, by version {manifest.portal}"
