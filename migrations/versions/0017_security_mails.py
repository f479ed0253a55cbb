"""E-mails about the security of a sign-in, which wait for the worker"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "security_mails",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("software", sa.String(100)),
        sa.Column("network", sa.String(64)),
        sa.Column("next_try_at", sa.String(32), nullable=False),
    )
    op.create_index("security_mails_due", "security_mails", ["next_try_at"])


def downgrade() -> None:
    op.drop_table("security_mails")
