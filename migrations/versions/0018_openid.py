"""Sign-ins with an identity provider, and tokens that another front end has handed over"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "openid_attempts",
        sa.Column("state", sa.String(64), primary_key=True),
        sa.Column("attempt", sa.String(64), nullable=False),
        sa.Column("next_path", sa.String(500), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=False),
    )
    op.create_index("openid_attempts_by_time", "openid_attempts", ["started_at"])
    op.create_table(
        "openid_sign_ins",
        sa.Column("sign_in_id", sa.String(64), primary_key=True),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("provider_session", sa.String(64)),
        sa.Column("sign_out_url", sa.Text),
        sa.Column("created_at", sa.String(32), nullable=False),
    )
    op.create_index("openid_sign_ins_by_subject", "openid_sign_ins", ["subject"])
    op.create_index("openid_sign_ins_by_provider_session", "openid_sign_ins", ["provider_session"])
    op.create_index("openid_sign_ins_by_time", "openid_sign_ins", ["created_at"])
    op.create_table(
        "handovers",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("expires_at", sa.String(32), nullable=False),
    )
    op.create_index("handovers_by_time", "handovers", ["expires_at"])


def downgrade() -> None:
    for table in ("handovers", "openid_sign_ins", "openid_attempts"):
        op.drop_table(table)
