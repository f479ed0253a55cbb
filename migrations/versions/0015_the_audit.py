"""The audit, and the method and the device of each sign-in"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

SIGN_IN = {"method": 16, "device": 64, "software": 100, "network": 64}


def upgrade() -> None:
    for name, characters in SIGN_IN.items():
        op.add_column("sign_ins", sa.Column(name, sa.String(characters)))
    op.create_table(
        "audit_entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("event", sa.String(32), nullable=False),
        sa.Column("email", sa.String(254)),
        sa.Column("agency", sa.String(64)),
        sa.Column("contractor_id", sa.String(64)),
        sa.Column("detail", sa.String(200)),
        sa.Column("submission_id", sa.String(32)),
        sa.Column("network", sa.String(64)),
        sa.Column("software", sa.String(100)),
        sa.Column("device", sa.String(64)),
        sa.Column("request_id", sa.String(64)),
    )
    op.create_index("audit_entries_by_email", "audit_entries", ["email", "id"])
    op.create_index("audit_entries_by_contractor", "audit_entries", ["contractor_id", "id"])
    op.create_index("audit_entries_by_submission", "audit_entries", ["submission_id"])
    op.create_index("audit_entries_by_time", "audit_entries", ["at"])


def downgrade() -> None:
    op.drop_table("audit_entries")
    for name in SIGN_IN:
        op.drop_column("sign_ins", name)
