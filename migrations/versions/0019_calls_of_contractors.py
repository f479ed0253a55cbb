"""The contractor for whom a call is made, so that contractors share the calls of their agency"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

COMMENT = "the contractor for whom the call is made, if any"


def upgrade() -> None:
    op.add_column("slots", sa.Column("contractor_id", sa.String(64), comment=COMMENT))


def downgrade() -> None:
    op.drop_column("slots", "contractor_id")
