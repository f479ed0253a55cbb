"""The workers' heartbeat"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "heartbeats",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False, comment="1: all workers share the row"),
        sa.Column("beats", sa.BigInteger(), nullable=False, comment="how often a worker beat"),
        sa.Column("beat_at", sa.Float(), nullable=False, comment="the last beat, by the database's clock"),
        sa.Column("alive_s", sa.Float(), nullable=False, comment="for how many seconds a worker was alive in all"),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    op.drop_table("heartbeats")
