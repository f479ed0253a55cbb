"""A steady clock for all processes that share the database, and the first window of each key's count"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "host_clocks",
        sa.Column("boot_id", sa.String(length=64), nullable=False, comment="of a machine since its boot"),
        sa.Column(
            "offset", sa.Float(), nullable=False, comment="the steady clock is so many seconds ahead of the boot clock"
        ),
        sa.PrimaryKeyConstraint("boot_id"),
    )
    op.create_table(
        "database_clock",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False, comment="always 1"),
        sa.Column(
            "lead",
            sa.Float(),
            nullable=False,
            comment="the database's clock is so many seconds ahead of the steady clock",
        ),
        sa.Column("epoch", sa.String(length=16), nullable=False, comment="another one after each sign of a step"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "first_windows",
        sa.Column("key_id", sa.String(length=64), nullable=False, comment="whose count of slots began"),
        sa.Column("epoch", sa.String(length=16), nullable=False, comment="of the steady clock, in which it began"),
        sa.Column("until", sa.Float(), comment="by the steady clock; none: it is over, and the key has rows in slots"),
        sa.Column("people", sa.Integer(), nullable=False, comment="calls by people within it"),
        sa.Column("worker", sa.Integer(), nullable=False, comment="calls by the worker within it"),
        sa.PrimaryKeyConstraint("key_id"),
    )


def downgrade() -> None:
    op.drop_table("first_windows")
    op.drop_table("database_clock")
    op.drop_table("host_clocks")
