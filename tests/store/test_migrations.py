"""The tables that migrations make are those the portal works with, on each database, and there is a way back."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from app.store import migrations
from app.store.engine import Database
from app.store.tables import metadata


def differences(database: Database) -> list[object]:
    """What would have to change; what is said of a column does not matter."""
    with database.read() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    changes = [each for one in found for each in (one if isinstance(one, list) else [one])]
    return [change for change in changes if change[0] != "modify_comment"]


def test_up_and_down_and_up_again(database_url: str) -> None:
    database = Database(database_url)
    migrations.upgrade(database, database_url)
    assert differences(database) == []
    with database.write() as connection:
        settings = migrations._settings()
        settings.attributes["connection"] = connection
        command.downgrade(settings, "base")
    with database.read() as connection:
        assert not migrations.is_current(connection)
    migrations.upgrade(database, database_url)
    assert differences(database) == []
    database.dispose()
