"""Operations for which AgentOS refuses an agency's key, and an index of the column that migration 0027 adds"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None
oldest_code = "0023"

SESSIONS = "sign_ins_by_session"


def upgrade() -> None:
    where = sa.and_(sa.column("revoked_at", sa.String).is_(None), sa.column("session", sa.String).is_not(None))
    # Databases in which migration 0027 still made it have this index.
    op.create_index(SESSIONS, "sign_ins", ["session"], sqlite_where=where, postgresql_where=where, if_not_exists=True)
    op.create_table(
        "refused_keys",
        sa.Column("key_id", sa.String(64), primary_key=True),
        sa.Column("operation", sa.String(64), primary_key=True),
        sa.Column("refused_at", sa.String(32), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("refused_keys")
    op.drop_index(SESSIONS, "sign_ins")
