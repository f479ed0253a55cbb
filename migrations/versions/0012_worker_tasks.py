"""The worker's schedule: the time at which each task of each agency is due"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "worker_tasks",
        sa.Column("agency", sa.String(length=64), nullable=False, comment="empty for a task that serves all agencies"),
        sa.Column("task", sa.String(length=16), nullable=False),
        sa.Column(
            "due_at",
            sa.Float(),
            nullable=False,
            comment="seconds of the steady clock; while claimed, the end of the claim",
        ),
        sa.Column(
            "awaited", sa.Boolean(), server_default=sa.false(), nullable=False, comment="a person waits for the task"
        ),
        sa.Column("token", sa.String(length=16), comment="of the worker's claim; null: the task is not running"),
        sa.Column("requested_at", sa.Float(), comment="the earliest time requested during the claim"),
        sa.Column(
            "failures",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="the number of failures in a row",
        ),
        sa.PrimaryKeyConstraint("agency", "task"),
    )
    op.create_index("worker_tasks_due", "worker_tasks", ["due_at"])
    op.create_index("worker_tasks_by_token", "worker_tasks", ["token"])


def downgrade() -> None:
    op.drop_table("worker_tasks")
