"""An index with which the worker finds old hits of limits"""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("hits_by_time", "hits", ["at"])


def downgrade() -> None:
    op.drop_index("hits_by_time", "hits")
