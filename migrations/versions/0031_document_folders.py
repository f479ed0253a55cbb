"""The folder in which the document of a submission was stored"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None
oldest_code = "0023"


def upgrade() -> None:
    op.add_column("submissions", sa.Column("document_folder", sa.String(32)))


def downgrade() -> None:
    op.drop_column("submissions", "document_folder")
