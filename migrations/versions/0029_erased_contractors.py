"""The ids of contractors whose data were erased, which the next fetch from AgentOS must not bring back"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None
oldest_code = "0023"


def upgrade() -> None:
    op.create_table(
        "erased_contractors",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("contractor_id", sa.String(64), primary_key=True),
        sa.Column("erased_at", sa.String(32), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("erased_contractors")
