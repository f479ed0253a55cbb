"""An operation that AgentOS forbids rests alone"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "operation_rests",
        sa.Column("operation_id", sa.String(length=64), nullable=False, comment="a digest of a key and an operation"),
        sa.Column("until", sa.Float(), nullable=False, comment="by the database's clock; of a trial, its latest end"),
        sa.Column("rest_s", sa.Float(), nullable=False, comment="how long the last rest was"),
        sa.PrimaryKeyConstraint("operation_id"),
    )


def downgrade() -> None:
    op.drop_table("operation_rests")
