"""The time of a submission's last attempt, so people are asked after two weeks without attempts"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

COMMENT = "by the database's clock: the last attempt; before the first, acceptance"


def upgrade() -> None:
    op.add_column("submissions", sa.Column("attempted_at", sa.Float(), comment=COMMENT))


def downgrade() -> None:
    with op.batch_alter_table("submissions") as table:
        table.drop_column("attempted_at")
