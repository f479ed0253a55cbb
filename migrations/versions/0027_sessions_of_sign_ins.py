"""The hash of each session's id in the row of its sign-in: a session does not depend on Redis or on files any more"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None
oldest_code = "0023"


def upgrade() -> None:
    op.add_column("sign_ins", sa.Column("session", sa.String(64)))


def downgrade() -> None:
    op.drop_index("sign_ins_by_session", "sign_ins", if_exists=True)  # once, this migration made it
    op.drop_column("sign_ins", "session")
