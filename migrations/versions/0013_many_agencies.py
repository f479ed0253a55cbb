"""Indexes for queries about all agencies at once, and for the addresses of one contractor of a large agency"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ADDRESSES = "contractor_emails_by_contractor"


def upgrade() -> None:
    op.drop_index(ADDRESSES, "contractor_emails")
    op.create_index(ADDRESSES, "contractor_emails", ["agency", "contractor_id", "scope"])
    op.create_index("submissions_by_state", "submissions", ["state", "agency", "kind", "created_at"])


def downgrade() -> None:
    op.drop_index("submissions_by_state", "submissions")
    op.drop_index(ADDRESSES, "contractor_emails")
    op.create_index(ADDRESSES, "contractor_emails", ["agency", "scope", "contractor_id"])
