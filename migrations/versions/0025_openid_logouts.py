"""Logouts at the identity provider, which may arrive before the sign-in that they end is complete"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None
oldest_code = "0023"


def upgrade() -> None:
    op.create_table(
        "openid_logouts",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("subject", sa.String(64)),
        sa.Column("provider_session", sa.String(64)),
        sa.Column("ended_at", sa.String(32), nullable=False),
        sa.Column("received_at", sa.String(32), nullable=False),
    )
    op.create_index("openid_logouts_by_time", "openid_logouts", ["received_at"])


def downgrade() -> None:
    op.drop_table("openid_logouts")
