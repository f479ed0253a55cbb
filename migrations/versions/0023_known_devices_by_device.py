"""An index that finds a device without an e-mail address, before a sign-in"""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None
oldest_code = "0023"


def upgrade() -> None:
    op.create_index("known_devices_by_device", "known_devices", ["device"])


def downgrade() -> None:
    op.drop_index("known_devices_by_device", "known_devices")
