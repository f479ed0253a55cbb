"""The browser that asked for a code, and the devices on which a person has signed in"""

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
    for table in ("codes", "code_requests"):
        for name in BROWSER:
            op.drop_column(table, name)
