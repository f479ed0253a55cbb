"""A queue for slots, and one call at a time after a rest"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tickets",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("key_id", sa.String(length=64), nullable=False, comment="whose slots a person waits for"),
        sa.Column(
            "until", sa.Float(), nullable=False, comment="seconds since boot; who has died waiting is forgotten then"
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("tickets_by_key", "tickets", ["key_id", "id"], unique=False)
    with op.batch_alter_table("rests", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "trial",
                sa.Integer(),
                nullable=True,
                comment="the slot of the one call that is let through after the rest",
            )
        )


def downgrade() -> None:
    with op.batch_alter_table("rests", schema=None) as batch_op:
        batch_op.drop_column("trial")
    op.drop_index("tickets_by_key", "tickets")
    op.drop_table("tickets")
