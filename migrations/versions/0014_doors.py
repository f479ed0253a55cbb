"""The browser that asked for a code, the known devices of a person, and the contractor who uses a slot"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

BROWSER = {"attempt": 64, "origin": 100}


def upgrade() -> None:
    for table in ("code_requests", "codes"):
        for name, characters in BROWSER.items():
            op.add_column(table, sa.Column(name, sa.String(characters)))
    op.add_column("slots", sa.Column("contractor", sa.String(64)))
    op.create_table(
        "known_devices",
        sa.Column("email", sa.String(254), primary_key=True),
        sa.Column("device", sa.String(64), primary_key=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("seen_at", sa.String(32), nullable=False),
    )
    op.create_index("known_devices_by_time", "known_devices", ["seen_at"])


def downgrade() -> None:
    op.drop_table("known_devices")
    op.drop_column("slots", "contractor")
    for table in ("codes", "code_requests"):
        for name in BROWSER:
            op.drop_column(table, name)
