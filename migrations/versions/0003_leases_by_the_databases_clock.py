"""Leases by the database's clock"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _until(sa.Float(), comment="seconds of the database's clock")


def downgrade() -> None:
    _until(sa.String(length=32))


def _until(kind: sa.types.TypeEngine, comment: str | None = None) -> None:
    """Replace the column. Its leases are dropped, because a lease lasts only half a minute: each holder loses it."""
    with op.batch_alter_table("collections", schema=None) as batch_op:
        batch_op.drop_column("lease_until")
        batch_op.add_column(sa.Column("lease_until", kind, nullable=True, comment=comment))
    op.execute("UPDATE collections SET lease_owner = NULL")
