"""The time of the last backup, for `status` and an alert"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None
oldest_code = "0023"


def upgrade() -> None:
    op.create_table(
        "backups",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("began_at", sa.String(32), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("backups")
