"""An index of the sign-ins that are not revoked: a sign-in read all that the person had ended in the last days"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None
oldest_code = "0023"


def upgrade() -> None:
    where = sa.and_(sa.column("revoked_at", sa.String).is_(None), sa.column("email", sa.String).is_not(None))
    op.create_index(
        "sign_ins_not_revoked", "sign_ins", ["email", "seen_at"], sqlite_where=where, postgresql_where=where
    )


def downgrade() -> None:
    op.drop_index("sign_ins_not_revoked", "sign_ins")
