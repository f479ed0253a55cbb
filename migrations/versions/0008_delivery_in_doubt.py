"""Facts about attempts in doubt; people who are notified; proofs of recognition"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ZERO = sa.text("0")


def added() -> list[sa.Column]:
    """Return new column objects: a column belongs to one table."""
    return [
        sa.Column("email", sa.String(length=254), comment="its sender's address, to tell the end to"),
        sa.Column("doubts", sa.Integer(), server_default=ZERO, nullable=False, comment="attempts that ended in doubt"),
        sa.Column("refusals", sa.Integer(), server_default=ZERO, nullable=False, comment="the same refusal in a row"),
        sa.Column("refused_at", sa.Float(), comment="the first of them, by the database's clock"),
        sa.Column("last_result", sa.String(length=24), comment="of the last attempt: done, refused, in doubt …"),
        sa.Column("last_status", sa.Integer(), comment="the HTTP status of its response"),
        sa.Column(
            "ended_at",
            sa.Float(),
            comment="by the database's clock: the end of the last attempt of which a byte went out",
        ),
        sa.Column("looks", sa.Integer(), server_default=ZERO, nullable=False, comment="answered read-backs since"),
        sa.Column("looked_at", sa.Float(), comment="the last of them, by the database's clock"),
        sa.Column("absences", sa.Integer(), server_default=ZERO, nullable=False, comment="of those, that lacked it"),
        sa.Column("absent_at", sa.Float(), comment="the last of those, by the database's clock"),
        sa.Column("tried_s", sa.Float(), server_default=ZERO, nullable=False, comment="seconds that a worker tried"),
        sa.Column("tried_at", sa.Float(), comment="by the database's clock: the worker's last turn"),
    ]


def upgrade() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("submission_id", sa.String(length=32), nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False, comment="what is told, and to whom"),
        sa.Column("sent", sa.Integer(), server_default=ZERO, nullable=False, comment="how often it was mailed"),
        sa.Column("tries", sa.Integer(), server_default=ZERO, nullable=False, comment="how often that failed in a row"),
        sa.Column("next_at", sa.Float(), comment="by the database's clock: when to mail it; none: never again"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("notices_due", "notices", ["agency", "next_at"])
    op.create_index("notices_by_submission", "notices", ["submission_id"])
    op.create_table(
        "proofs",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False, comment="of submissions"),
        sa.Column("proven_at", sa.Float(), comment="by the database's clock: the portal recognised its own record"),
        sa.Column("failed_at", sa.Float(), comment="by the database's clock: it did not, last"),
        sa.Column(
            "kept", sa.LargeBinary(), nullable=False, comment="names of the fields that AgentOS keeps as sent, as JSON"
        ),
        sa.Column("lag_s", sa.Float(), nullable=False, comment="the longest time until an accepted object was listed"),
        sa.PrimaryKeyConstraint("agency", "kind"),
    )
    op.drop_index("submissions_open", table_name="submissions")
    with op.batch_alter_table("submissions") as table:
        for column in added():
            table.add_column(column)
        table.drop_column("lookable")
        table.drop_column("quiet_until")
        table.create_index("submissions_due", ["agency", "next_at"])
    # Their baselines have only some ids of the earlier list, which proves no absence: people check attempts in doubt.
    op.execute("UPDATE submissions SET next_at = NULL")
    op.execute(
        "UPDATE submissions SET next_at = 0, baseline = NULL WHERE state IN ('waiting', 'sending', 'unconfirmed')"
    )
    op.execute(
        "UPDATE submissions SET ended_at = 0, doubts = 1, last_result = 'in doubt' "
        "WHERE state IN ('sending', 'unconfirmed')"
    )


def downgrade() -> None:
    """Mark rows in doubt as unconfirmed: the older version must not resend a submission that may have arrived."""
    op.execute(
        "UPDATE submissions SET state = 'unconfirmed' WHERE state = 'review' OR (state = 'waiting' AND doubts > 0)"
    )
    op.drop_index("submissions_due", table_name="submissions")
    with op.batch_alter_table("submissions") as table:
        for column in added():
            table.drop_column(column.name)
        table.add_column(
            sa.Column(
                "lookable",
                sa.Boolean(),
                server_default=sa.false(),
                nullable=False,
                comment="a look tells whether it is there",
            )
        )
        quiet = "by the database's clock: AgentOS may act on it until then"
        table.add_column(sa.Column("quiet_until", sa.Float(), comment=quiet))
    where = sa.text("state IN ('waiting', 'sending', 'unconfirmed')")
    op.create_index("submissions_open", "submissions", ["agency", "number"], sqlite_where=where, postgresql_where=where)
    op.drop_table("proofs")
    op.drop_table("notices")
