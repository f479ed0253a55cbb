"""Answers that are prepared when rows change"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answers",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("contractor_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False, comment="the view's endpoint"),
        sa.Column("version", sa.BigInteger(), nullable=False, comment="counter's value when it was last outdated"),
        sa.Column(
            "good_until",
            sa.String(length=32),
            nullable=False,
            comment="from then on it is none; empty where there is no body",
        ),
        sa.Column("recipe", sa.String(length=32), comment="a digest of all but rows that it was made by"),
        sa.Column("dated", sa.Boolean(), comment="whether asOf and stale stand behind the body"),
        sa.Column("etag", sa.String(length=32), comment="a digest of the body"),
        sa.Column("crc", sa.BigInteger(), comment="of the body"),
        sa.Column("size", sa.Integer(), comment="of the body in bytes"),
        sa.Column(
            "gzipped", sa.LargeBinary(), comment="the body as the beginning of a gzip member, where that is shorter"
        ),
        sa.Column("body", sa.LargeBinary(), comment="the answer's JSON up to its asOf"),
        sa.PrimaryKeyConstraint("agency", "contractor_id", "kind"),
    )
    op.create_index("answers_by_end", "answers", ["agency", "good_until"], unique=False)
    op.create_table(
        "answer_sources",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("contractor_id", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.String(length=64), nullable=False, comment="the answer's kind"),
        sa.Column("kind", sa.String(length=16), nullable=False, comment="of a collection that the answer is made of"),
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("judged", sa.Boolean(), nullable=False, comment="whether the collection's age is the answer's"),
        sa.PrimaryKeyConstraint("agency", "contractor_id", "answer", "kind", "scope"),
    )


def downgrade() -> None:
    op.drop_table("answer_sources")
    op.drop_table("answers")
