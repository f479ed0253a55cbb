"""Generations of rows, digests of rows as they were read, and the missing parts of their lists"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SHOWN = ("records", "contractor_emails", "collections")
PARTS = {
    "records_lacking_address": ("property_id", "lacks_address"),
    "records_lacking_notes": ("contractor_id", "lacks_notes"),
}


def upgrade() -> None:
    for table in SHOWN:
        op.add_column(table, sa.Column("generation", sa.BigInteger(), nullable=False, server_default=sa.text("0")))
    op.add_column("records", sa.Column("digest", sa.LargeBinary(), nullable=True))
    for index, (column, lacking) in PARTS.items():
        op.add_column("records", sa.Column(lacking, sa.Boolean(), nullable=False, server_default=sa.false()))
        where = sa.column(lacking, sa.Boolean) == sa.true()
        op.create_index(index, "records", ["agency", column], sqlite_where=where, postgresql_where=where)
    asked = sa.column("asked_at", sa.String).is_not(None)
    op.create_index("collections_asked", "collections", ["agency", "kind"], sqlite_where=asked, postgresql_where=asked)
    # Until now, a job named its property only if the job's row lacked the address.
    op.execute("UPDATE records SET lacks_address = (property_id IS NOT NULL)")
    # Archived contractors had addresses here, and were filtered out on reading.
    op.execute(
        "DELETE FROM contractor_emails WHERE EXISTS (SELECT 1 FROM records WHERE records.kind = 'contractor'"
        " AND records.agency = contractor_emails.agency AND records.scope = contractor_emails.scope"
        " AND records.record_id = contractor_emails.contractor_id"
        """ AND CAST(records.body AS VARCHAR) LIKE '%"archived"\\:true%')"""
    )


def downgrade() -> None:
    op.drop_index("collections_asked", "collections")
    for index, (_, lacking) in PARTS.items():
        op.drop_index(index, "records")
        op.drop_column("records", lacking)
    op.drop_column("records", "digest")
    for table in SHOWN:
        op.drop_column(table, "generation")
