"""Operations for which AgentOS refuses an agency's key, for the metrics and for `status`"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None
oldest_code = "0023"


def upgrade() -> None:
    op.create_table(
        "refused_keys",
        sa.Column("key_id", sa.String(64), primary_key=True),
        sa.Column("operation", sa.String(64), primary_key=True),
        sa.Column("refused_at", sa.String(32), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("refused_keys")
