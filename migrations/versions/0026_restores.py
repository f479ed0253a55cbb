"""The last restore from a backup, and what the portal knew of AgentOS's lists at the time of that backup"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None
oldest_code = "0023"


def upgrade() -> None:
    op.create_table(
        "restores",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("backed_up_at", sa.String(32), nullable=False),
        sa.Column("restored_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "lists_at_backup",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("scope", sa.String(64), primary_key=True),
        sa.Column("known", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("lists_at_backup")
    op.drop_table("restores")
