"""Notes, completions and invoices as rows, on the disk before anything is sent"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATES = {"sending": "unconfirmed", "unconfirmed": "unconfirmed", "rejected": "rejected"}
"""The new names of the states of invoices. AgentOS accepted all other invoices."""
CONTENT = ("job_id", "statement_id", "amount", "vat", "description", "invoice_date", "invoice_number")


def upgrade() -> None:
    table = op.create_table(
        "submissions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False, comment="the order of acceptance"),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("contractor_id", sa.String(length=64), nullable=False),
        sa.Column("job_id", sa.String(length=64)),
        sa.Column(
            "lane", sa.String(length=80), nullable=False, comment="its job's, or its statement's: one after the other"
        ),
        sa.Column("content", sa.LargeBinary(), comment="as JSON, without its document"),
        sa.Column("document_name", sa.String(length=255)),
        sa.Column("document_size", sa.Integer(), comment="bytes"),
        sa.Column("document_sha256", sa.String(length=64)),
        sa.Column("amount_pence", sa.BigInteger(), comment="of an invoice"),
        sa.Column("likeness", sa.String(length=64), comment="a digest of what makes another one a repeat of this"),
        sa.Column("route", sa.String(length=160), nullable=False, comment="method and path of the request"),
        sa.Column("key", sa.String(length=128), comment="its idempotency key, while that holds"),
        sa.Column("request", sa.String(length=64), nullable=False, comment="a digest of the request's body"),
        sa.Column("promised", sa.Boolean(), nullable=False, comment="told 202: delivered when it can be"),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column(
            "baseline",
            sa.LargeBinary(),
            comment="ids of what looked just like it before, as JSON; none: nobody could look",
        ),
        sa.Column(
            "agentos_id", sa.String(length=64), comment="what it is in AgentOS; nothing there is two submissions"
        ),
        sa.Column(
            "lookable",
            sa.Boolean(),
            server_default=sa.false(),
            nullable=False,
            comment="a look tells whether it is there",
        ),
        sa.Column(
            "attempts", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="how often it was sent"
        ),
        sa.Column(
            "tries",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="turns in vain since the last move",
        ),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.String(length=32), nullable=False),
        sa.Column("quiet_until", sa.Float(), comment="by the database's clock: AgentOS may act on it until then"),
        sa.Column("next_at", sa.Float(), comment="by the database's clock: the worker's next turn"),
        sa.Column("lease_owner", sa.String(length=64)),
        sa.Column("lease_until", sa.Float(), comment="by the database's clock"),
        sa.Column("status", sa.Integer(), comment="of the answer"),
        sa.Column("result", sa.LargeBinary(), comment="the answer's body"),
        sa.Column("message", sa.String(length=300), comment="what became of it, for its contractor"),
        sa.Column("resolved_by", sa.String(length=100), comment="whose hand ended it"),
        sa.Column("finding", sa.String(length=500), comment="what they found"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
        sa.UniqueConstraint("agency", "contractor_id", "route", "key", name="submissions_keys"),
        sa.UniqueConstraint("agency", "kind", "agentos_id", name="submissions_claims"),
    )
    op.create_index("submissions_by_lane", "submissions", ["agency", "lane", "number"], unique=False)
    op.create_index("submissions_by_contractor", "submissions", ["agency", "contractor_id", "number"], unique=False)
    is_open = sa.text("state IN ('waiting', 'sending', 'unconfirmed')")
    op.create_index(
        "submissions_open",
        "submissions",
        ["agency", "number"],
        unique=False,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )
    _take_over_invoices(table)
    op.drop_index("sent_invoices_by_contractor", table_name="sent_invoices")
    op.drop_table("sent_invoices")


def _take_over_invoices(table: sa.Table) -> None:
    """Copy the earlier invoices, in their order."""
    connection = op.get_bind()
    counters = sa.table("counters", sa.column("name"), sa.column("value"))
    ours = counters.c.name == "sequence"
    number = connection.scalar(sa.select(counters.c.value).where(ours)) or 0
    claimed: set[tuple[str, str]] = set()
    for row in connection.execute(
        sa.text("SELECT id, agency, contractor_id, body, sent_at FROM sent_invoices ORDER BY sent_at, id")
    ).all():
        number += 1
        invoice = json.loads(row.body)
        claim = (row.agency, invoice.get("invoice_id"))
        agentos_id = None if claim in claimed else claim[1]
        claimed.add(claim)
        content = {name: invoice.get(name) for name in CONTENT} | {"document": None}
        job, statement = invoice.get("job_id"), invoice.get("statement_id")
        connection.execute(
            table.insert().values(
                id=row.id,
                number=number,
                kind="invoice",
                agency=row.agency,
                contractor_id=row.contractor_id,
                job_id=job,
                lane=f"job {job}" if job is not None else f"statement {statement}",
                content=json.dumps(content).encode(),
                document_name=invoice.get("document_name"),
                document_size=invoice.get("document_size"),
                document_sha256="" if invoice.get("document_name") else None,
                amount_pence=round(float(invoice.get("amount") or 0) * 100),
                route="POST /api/contractor/invoices",
                request="",
                promised=False,
                state=STATES.get(invoice.get("state"), "confirmed"),
                agentos_id=agentos_id,
                attempts=1,
                created_at=row.sent_at,
                updated_at=row.sent_at,
            )
        )
    if number:
        done = connection.execute(sa.update(counters).where(ours).values(value=number))
        if not done.rowcount:
            connection.execute(sa.insert(counters).values(name="sequence", value=number))


def downgrade() -> None:
    op.create_table(
        "sent_invoices",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("contractor_id", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False, comment="the invoice as JSON, without its document"),
        sa.Column("sent_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "sent_invoices_by_contractor", "sent_invoices", ["agency", "contractor_id", "sent_at"], unique=False
    )
    op.drop_table("submissions")
