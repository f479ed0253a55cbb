"""An index with which the end of all sessions of a person finds the person's requests for codes"""

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("code_requests_by_email", "code_requests", ["email"])


def downgrade() -> None:
    op.drop_index("code_requests_by_email", "code_requests")
