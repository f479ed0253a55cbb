"""The first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "code_requests",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column(
            "agency", sa.String(length=64), nullable=True, comment="the one they want to work for, if they said so"
        ),
        sa.Column("asked_at", sa.String(length=32), nullable=False),
        sa.Column("next_try_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("code_requests", schema=None) as batch_op:
        batch_op.create_index("code_requests_due", ["next_try_at"], unique=False)

    op.create_table(
        "codes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column(
            "agency", sa.String(length=64), nullable=True, comment="the one they want to work for, if they said so"
        ),
        sa.Column("digest", sa.String(length=64), nullable=False, comment="keyed hash of the code, never the code"),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.create_index("codes_by_email", ["email", "created_at"], unique=False)

    op.create_table(
        "collections",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column(
            "read_at",
            sa.String(length=32),
            nullable=True,
            comment="the last complete or partial reading that was applied",
        ),
        sa.Column("failed_at", sa.String(length=32), nullable=True, comment="the last attempt, if it failed"),
        sa.Column(
            "asked_at", sa.String(length=32), nullable=True, comment="a view wants it read; cleared by the next attempt"
        ),
        sa.Column(
            "suspect_at",
            sa.String(length=32),
            nullable=True,
            comment="when a reading first left out too much to believe",
        ),
        sa.Column("lease_owner", sa.String(length=64), nullable=True),
        sa.Column("lease_until", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("agency", "kind", "scope"),
    )
    op.create_table(
        "contractor_emails",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("contractor_id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("email", "agency", "scope", "contractor_id"),
    )
    with op.batch_alter_table("contractor_emails", schema=None) as batch_op:
        batch_op.create_index("contractor_emails_by_contractor", ["agency", "scope", "contractor_id"], unique=False)

    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "hits",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("at", sa.Float(), nullable=False, comment="seconds of the epoch, as `limits` counts"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("hits", schema=None) as batch_op:
        batch_op.create_index("hits_by_key", ["key", "at"], unique=False)

    op.create_table(
        "records",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column(
            "scope", sa.String(length=64), nullable=False, comment="the branch or contractor whose list holds it"
        ),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("contractor_id", sa.String(length=64), nullable=True, comment="whose it is, where it is somebody's"),
        sa.Column("staff_id", sa.String(length=64), nullable=True, comment="who manages the job"),
        sa.Column(
            "property_id",
            sa.String(length=64),
            nullable=True,
            comment="where the job is, if its row does not say the address",
        ),
        sa.Column("body", sa.LargeBinary(), nullable=False, comment="the domain object as JSON"),
        sa.Column("sequence", sa.BigInteger(), nullable=False, comment="counter's value when it was last written"),
        sa.PrimaryKeyConstraint("agency", "kind", "scope", "record_id"),
    )
    with op.batch_alter_table("records", schema=None) as batch_op:
        batch_op.create_index("records_by_contractor", ["agency", "kind", "contractor_id"], unique=False)
        batch_op.create_index("records_by_id", ["agency", "kind", "record_id"], unique=False)
        batch_op.create_index("records_by_property", ["agency", "property_id"], unique=False)
        batch_op.create_index("records_by_staff", ["agency", "staff_id"], unique=False)

    op.create_table(
        "rests",
        sa.Column("key_id", sa.String(length=64), nullable=False),
        sa.Column("until", sa.Float(), nullable=False, comment="seconds since boot"),
        sa.PrimaryKeyConstraint("key_id"),
    )
    op.create_table(
        "sent_invoices",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("contractor_id", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False, comment="the invoice as JSON, without its document"),
        sa.Column("sent_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("sent_invoices", schema=None) as batch_op:
        batch_op.create_index("sent_invoices_by_contractor", ["agency", "contractor_id", "sent_at"], unique=False)

    op.create_table(
        "sign_ins",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=False, comment="the current account"),
        sa.Column("contractor_id", sa.String(length=64), nullable=False, comment="the current account"),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.Column("seen_at", sa.String(length=32), nullable=False),
        sa.Column("revoked_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.create_index("sign_ins_by_email", ["email", "seen_at"], unique=False)

    op.create_table(
        "slots",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("key_id", sa.String(length=64), nullable=False, comment="a digest, never the key"),
        sa.Column("asker", sa.String(length=16), nullable=False, comment="person, worker or background"),
        sa.Column("returns_at", sa.Float(), nullable=False, comment="seconds since boot"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("slots", schema=None) as batch_op:
        batch_op.create_index("slots_by_key", ["key_id", "returns_at"], unique=False)


def downgrade() -> None:

    with op.batch_alter_table("slots", schema=None) as batch_op:
        batch_op.drop_index("slots_by_key")

    op.drop_table("slots")
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.drop_index("sign_ins_by_email")

    op.drop_table("sign_ins")
    with op.batch_alter_table("sent_invoices", schema=None) as batch_op:
        batch_op.drop_index("sent_invoices_by_contractor")

    op.drop_table("sent_invoices")
    op.drop_table("rests")
    with op.batch_alter_table("records", schema=None) as batch_op:
        batch_op.drop_index("records_by_staff")
        batch_op.drop_index("records_by_property")
        batch_op.drop_index("records_by_id")
        batch_op.drop_index("records_by_contractor")

    op.drop_table("records")
    with op.batch_alter_table("hits", schema=None) as batch_op:
        batch_op.drop_index("hits_by_key")

    op.drop_table("hits")
    op.drop_table("counters")
    with op.batch_alter_table("contractor_emails", schema=None) as batch_op:
        batch_op.drop_index("contractor_emails_by_contractor")

    op.drop_table("contractor_emails")
    op.drop_table("collections")
    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.drop_index("codes_by_email")

    op.drop_table("codes")
    with op.batch_alter_table("code_requests", schema=None) as batch_op:
        batch_op.drop_index("code_requests_due")

    op.drop_table("code_requests")
