"""The commands `backup` and `restore`."""

from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from app.api.blueprint import services
from app.api.openapi import VERSION
from app.backup import last_backup, make, restore, rotation
from app.backup.errors import BackupFailed
from app.backup.manifest import Manifest
from app.cli.shared import CommandFailed, require_tables
from app.cli.signals import ended_by_sigterm
from app.domain.clock import from_text, to_london
from app.store import migrations

OMITTED = (
    "It does not contain the settings, the secrets (SECRET_KEY, the keys of agencies), AGENCIES_FILE and logos. "
    "Keep copies of these elsewhere."
)

folder_argument = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))


@click.command("backup")
@folder_argument
@click.option("--keep", type=click.IntRange(1), metavar="N", help="Write a new folder in DIR, and keep the newest N.")
@click.pass_context
@with_appcontext
def make_backup(context: click.Context, folder: Path, keep: int | None) -> None:
    """Write the database and the documents into the new folder DIR, while the portal runs.

    With --keep, the new folder is in DIR, and its name is the time (UTC), with `-incomplete` if documents are missing.
    The newest N complete backups in DIR stay, and the newest N incomplete ones. `status` prints when the last complete
    backup was made. Exit status: 0 if the backup is complete, 1 if documents are missing from DOCUMENTS_DIR, 2 if the
    backup could not be made, or old ones could not be deleted.
    """
    require_tables()
    database, url = services().database, services().config.database_url
    try:
        with ended_by_sigterm():
            if keep:
                folder, (made, missing) = rotation.make_beside_others(services(), folder, version=VERSION)
            else:
                made, missing = make.make(services(), folder, version=VERSION)
    except BackupFailed as error:
        raise CommandFailed(str(error)) from None
    except SQLAlchemyError as error:
        raise CommandFailed(migrations.unusable(url, error)) from None
    if missing:
        click.echo(
            f"The backup in {folder} is not complete, and is not recorded: {_content(made)}. Documents of open "
            f"submissions that are missing from {services().config.documents_dir}, or altered: {missing}. "
            "`documents check` names them.",
            err=True,
        )
        _delete_old(folder, keep)
        context.exit(1)
    unrecorded = None
    try:  # before the output, whose reader may be gone
        with database.write() as connection:
            last_backup.record(connection, made.began_at, services().clock.now())
    except SQLAlchemyError as error:
        unrecorded = f"`status` does not know of this backup. {migrations.unusable(url, error)}"
    click.echo(f"The backup in {folder} is complete: {_content(made)}.")
    click.echo(OMITTED)
    if unrecorded:
        click.echo(unrecorded, err=True)
    _delete_old(folder, keep)


def _delete_old(folder: Path, keep: int | None) -> None:
    try:
        if keep:
            rotation.delete_old(folder, keep)
    except BackupFailed as error:
        raise CommandFailed(f"Old backups could not be deleted. {error}") from None


@click.command("restore")
@folder_argument
@click.option("--keep-sessions", is_flag=True, help="Sign nobody out.")
@with_appcontext
def restore_backup(folder: Path, keep_sessions: bool) -> None:
    """Restore the backup in DIR into an empty database, and its documents. Stop all processes of the portal first.

    Each open submission counts as unconfirmed, because it may have been sent after the backup. Until a worker has been
    alive for seven days, the portal looks for newer records in AgentOS before it sends anything. If there are any, the
    submission goes to review. All codes end, and all sessions too unless --keep-sessions: then sessions that were ended
    after the backup are valid again. Exit status: 0 if everything is restored, 2 if not.
    """
    try:
        with ended_by_sigterm():
            restored = restore.restore(services(), folder, keep_sessions=keep_sessions)
    except BackupFailed as error:
        raise CommandFailed(str(error)) from None
    except SQLAlchemyError as error:
        raise CommandFailed(migrations.unusable(services().config.database_url, error)) from None
    click.echo(f"Restored {_content(restored.manifest)}.")
    click.echo(
        f"{restored.doubtful} open submissions count as unconfirmed. Until a worker has been alive for seven days, a "
        "submission goes to review if AgentOS has newer records that no submission explains."
    )
    if from_text(restored.manifest.began_at) > services().clock.now():
        click.echo("The clock was ahead at the backup, or is behind now. So each record in AgentOS counts as newer.")
    if keep_sessions:
        click.echo("Sessions and passkeys that were ended after the backup are valid again.")
    else:
        click.echo(f"{restored.sessions} sessions have ended. Passkeys that were removed after the backup are back.")


def _content(manifest: Manifest) -> str:
    rows, documents = sum(manifest.rows.values()), len(manifest.documents)
    moment = to_london(from_text(manifest.began_at))
    return f"{rows} rows and {documents} documents of {moment:%Y-%m-%d %H:%M:%S}, by version {manifest.portal}"
