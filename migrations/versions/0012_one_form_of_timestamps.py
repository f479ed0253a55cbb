"""Timestamps have microseconds everywhere: texts of whole seconds lacked them"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

COLUMNS = {
    "collections": ("read_at", "failed_at", "asked_at", "suspect_at"),
    "submissions": ("created_at", "updated_at"),
}
WHOLE_SECONDS = len("2026-11-28T09:00:00+00:00")


def upgrade() -> None:
    for table, columns in COLUMNS.items():
        for column in columns:
            op.execute(
                f"UPDATE {table} SET {column} = substr({column}, 1, 19) || '.000000+00:00' "  # noqa: S608 # no value from outside
                f"WHERE length({column}) = {WHOLE_SECONDS}"
            )


def downgrade() -> None:
    """Do nothing: earlier releases read both forms."""
