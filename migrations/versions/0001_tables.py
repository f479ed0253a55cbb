"""The tables of version 3.0"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _the_mirror()
    _the_worker()
    _the_steady_clock()
    _the_budget()
    _submissions()
    _jobs_and_invoices()
    _email()
    _signing_in()
    _the_audit()
    _limits_on_callers()


def _the_mirror() -> None:
    op.create_table(
        "records",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(64), primary_key=True),
        sa.Column("scope", sa.String(64), primary_key=True),
        sa.Column("record_id", sa.String(64), primary_key=True),
        sa.Column("contractor_id", sa.String(64)),
        sa.Column("staff_id", sa.String(64)),
        sa.Column("property_id", sa.String(64)),
        sa.Column("lacks_address", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("lacks_notes", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.LargeBinary),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("generation", sa.BigInteger, nullable=False, server_default=sa.text("0")),
    )
    op.create_index("records_by_contractor", "records", ["agency", "kind", "contractor_id"])
    op.create_index("records_by_id", "records", ["agency", "kind", "record_id"])
    op.create_index("records_by_property", "records", ["agency", "property_id"])
    op.create_index("records_by_staff", "records", ["agency", "staff_id"])
    op.create_index(
        "records_lacking_address",
        "records",
        ["agency", "property_id"],
        sqlite_where=sa.text("lacks_address = 1"),
        postgresql_where=sa.text("lacks_address = true"),
    )
    op.create_index(
        "records_lacking_notes",
        "records",
        ["agency", "contractor_id"],
        sqlite_where=sa.text("lacks_notes = 1"),
        postgresql_where=sa.text("lacks_notes = true"),
    )
    op.create_table(
        "contractor_emails",
        sa.Column("email", sa.String(500), primary_key=True),
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("scope", sa.String(64), primary_key=True),
        sa.Column("contractor_id", sa.String(64), primary_key=True),
        sa.Column("generation", sa.BigInteger, nullable=False, server_default=sa.text("0")),
    )
    op.create_index("contractor_emails_by_contractor", "contractor_emails", ["agency", "contractor_id", "scope"])
    op.create_table(
        "erased_contractors",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("contractor_id", sa.String(64), primary_key=True),
    )
    op.create_table(
        "collections",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(64), primary_key=True),
        sa.Column("scope", sa.String(64), primary_key=True),
        sa.Column("read_at", sa.String(32)),
        sa.Column("failed_at", sa.String(32)),
        sa.Column("asked_at", sa.String(32)),
        sa.Column("suspect_at", sa.String(32)),
        sa.Column("lease_owner", sa.String(64)),
        sa.Column("lease_until", sa.Float),
        sa.Column("generation", sa.BigInteger, nullable=False, server_default=sa.text("0")),
    )
    op.create_index(
        "collections_asked",
        "collections",
        ["agency", "kind"],
        sqlite_where=sa.text("asked_at IS NOT NULL"),
        postgresql_where=sa.text("asked_at IS NOT NULL"),
    )
    op.create_table(
        "cached_responses",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("contractor_id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(64), primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("good_until", sa.String(32), nullable=False),
        sa.Column("fingerprint", sa.String(64)),
        sa.Column("etag", sa.String(64)),
        sa.Column("body", sa.LargeBinary),
    )
    op.create_index("cached_responses_by_end", "cached_responses", ["agency", "good_until"])
    op.create_table(
        "response_sources",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("contractor_id", sa.String(64), primary_key=True),
        sa.Column("response", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(64), primary_key=True),
        sa.Column("scope", sa.String(64), primary_key=True),
        sa.Column("judged", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.BigInteger, nullable=False),
    )


def _the_worker() -> None:
    op.create_table(
        "heartbeats",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("beats", sa.BigInteger, nullable=False),
        sa.Column("beat_at", sa.Float, nullable=False),
        sa.Column("alive_s", sa.Float, nullable=False),
    )
    op.create_table(
        "processes",
        sa.Column("host", sa.String(64), primary_key=True),
        sa.Column("service", sa.String(64), primary_key=True),
        sa.Column("boot_id", sa.String(64), primary_key=True),
        sa.Column("seen_at", sa.Float, nullable=False),
        sa.Column("ahead_s", sa.Float, nullable=False),
        sa.Column("facts", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "known_agencies",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(500), nullable=False),
        sa.Column("known_at", sa.Float, nullable=False),
    )
    op.create_table(
        "worker_tasks",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("task", sa.String(64), primary_key=True),
        sa.Column("due_at", sa.Float, nullable=False),
        sa.Column("awaited", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("token", sa.String(64)),
        sa.Column("requested_at", sa.Float),
        sa.Column("failures", sa.BigInteger, nullable=False, server_default=sa.text("0")),
    )
    op.create_index("worker_tasks_by_token", "worker_tasks", ["token"])
    op.create_index("worker_tasks_due", "worker_tasks", ["due_at"])


def _the_steady_clock() -> None:
    op.create_table(
        "host_clocks",
        sa.Column("boot_id", sa.String(64), primary_key=True),
        sa.Column("offset", sa.Float, nullable=False),
    )
    op.create_table(
        "database_clock",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("lead", sa.Float, nullable=False),
        sa.Column("epoch", sa.String(64), nullable=False),
    )


def _the_budget() -> None:
    op.create_table(
        "slots",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("key_id", sa.String(64), nullable=False),
        sa.Column("asker", sa.String(64), nullable=False),
        sa.Column("contractor_id", sa.String(64)),
        sa.Column("returns_at", sa.Float, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("slots_by_key", "slots", ["key_id", "returns_at"])
    op.create_table(
        "first_windows",
        sa.Column("key_id", sa.String(64), primary_key=True),
        sa.Column("epoch", sa.String(64), nullable=False),
        sa.Column("until", sa.Float),
        sa.Column("people", sa.BigInteger, nullable=False),
        sa.Column("worker", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "rests",
        sa.Column("key_id", sa.String(64), primary_key=True),
        sa.Column("until", sa.Float, nullable=False),
        sa.Column("trial", sa.BigInteger),
    )
    op.create_table(
        "operation_rests",
        sa.Column("operation_id", sa.String(64), primary_key=True),
        sa.Column("until", sa.Float, nullable=False),
        sa.Column("rest_s", sa.Float, nullable=False),
    )
    op.create_table(
        "refused_keys",
        sa.Column("key_id", sa.String(64), primary_key=True),
        sa.Column("operation", sa.String(64), primary_key=True),
        sa.Column("refused_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "tickets",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("key_id", sa.String(64), nullable=False),
        sa.Column("until", sa.Float, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("tickets_by_key", "tickets", ["key_id", "id"])


def _submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("number", sa.BigInteger, unique=True, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("agency", sa.String(64), nullable=False),
        sa.Column("contractor_id", sa.String(64), nullable=False),
        sa.Column("job_id", sa.String(64)),
        sa.Column("lane", sa.String(500), nullable=False),
        sa.Column("content", sa.LargeBinary),
        sa.Column("document_name", sa.String(500)),
        sa.Column("document_size", sa.BigInteger),
        sa.Column("document_sha256", sa.String(64)),
        sa.Column("document_folder", sa.String(64)),
        sa.Column("amount_pence", sa.BigInteger),
        sa.Column("likeness", sa.String(64)),
        sa.Column("route", sa.String(500), nullable=False),
        sa.Column("key", sa.String(500)),
        sa.Column("request", sa.String(64), nullable=False),
        sa.Column("promised", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("email", sa.String(500)),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("baseline", sa.LargeBinary),
        sa.Column("agentos_id", sa.String(64)),
        sa.Column("attempts", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("doubts", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("refusals", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("refused_at", sa.Float),
        sa.Column("last_result", sa.String(64)),
        sa.Column("last_status", sa.BigInteger),
        sa.Column("ended_at", sa.Float),
        sa.Column("looks", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("looked_at", sa.Float),
        sa.Column("absences", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("absent_at", sa.Float),
        sa.Column("tries", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("tried_s", sa.Float, nullable=False, server_default=sa.text("0")),
        sa.Column("tried_at", sa.Float),
        sa.Column("attempted_at", sa.Float),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("compared_at", sa.String(32)),
        sa.Column("next_at", sa.Float),
        sa.Column("lease_owner", sa.String(64)),
        sa.Column("lease_until", sa.Float),
        sa.Column("status", sa.BigInteger),
        sa.Column("result", sa.LargeBinary),
        sa.Column("failure", sa.String(500)),
        sa.Column("message", sa.String(500)),
        sa.Column("resolved_by", sa.String(500)),
        sa.Column("finding", sa.String(500)),
        sa.UniqueConstraint("agency", "contractor_id", "route", "key", name="submissions_keys"),
        sa.UniqueConstraint("agency", "kind", "agentos_id", name="submissions_claims"),
    )
    op.create_index("submissions_by_contractor", "submissions", ["agency", "contractor_id", "number"])
    op.create_index("submissions_by_lane", "submissions", ["agency", "lane", "state", "number"])
    op.create_index("submissions_by_state", "submissions", ["state", "agency", "kind", "created_at"])
    op.create_index("submissions_due", "submissions", ["agency", "next_at"])
    op.create_table(
        "proofs",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(64), primary_key=True),
        sa.Column("proven_at", sa.Float),
        sa.Column("kept", sa.LargeBinary, nullable=False),
        sa.Column("lag_s", sa.Float, nullable=False),
        sa.Column("misses", sa.BigInteger, nullable=False, server_default=sa.text("0")),
    )
    op.create_table(
        "operation_pauses",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(64), primary_key=True),
        sa.Column("doubtful", sa.LargeBinary, nullable=False),
        sa.Column("began_at", sa.Float),
        sa.Column("trials", sa.BigInteger, nullable=False),
        sa.Column("trial_at", sa.Float, nullable=False),
    )
    op.create_table(
        "backups",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("began_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "restores",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("backed_up_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "lists_at_backup",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(64), primary_key=True),
        sa.Column("scope", sa.String(64), primary_key=True),
        sa.Column("known", sa.LargeBinary, nullable=False),
    )


def _jobs_and_invoices() -> None:
    op.create_table(
        "invoicing_marks",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("contractor_id", sa.String(64), primary_key=True),
        sa.Column("job_id", sa.String(64), primary_key=True),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("invoice_number", sa.String(500)),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_table(
        "invoice_sightings",
        sa.Column("agency", sa.String(64), primary_key=True),
        sa.Column("contractor_id", sa.String(64), primary_key=True),
        sa.Column("invoice_id", sa.String(64), primary_key=True),
        sa.Column("state", sa.String(64), primary_key=True),
        sa.Column("seen_at", sa.String(32), nullable=False),
    )


def _email() -> None:
    op.create_table(
        "mails",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("urgency", sa.BigInteger, nullable=False),
        sa.Column("email", sa.String(500)),
        sa.Column("source", sa.String(500)),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("agency", sa.String(64)),
        sa.Column("submission_id", sa.String(64)),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("next_at", sa.Float),
        sa.Column("claimed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("sent", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("tries", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.UniqueConstraint("submission_id", "kind", name="mails_by_submission"),
    )
    waiting = sa.text("next_at IS NOT NULL")
    op.create_index("mails_waiting", "mails", ["kind", "next_at"], sqlite_where=waiting, postgresql_where=waiting)


def _signing_in() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("email", sa.String(500), nullable=False),
        sa.Column("agency", sa.String(64), nullable=False),
        sa.Column("contractor_id", sa.String(64), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("seen_at", sa.String(32), nullable=False),
        sa.Column("ends_at", sa.String(32), nullable=False),
        sa.Column("ended_at", sa.String(32)),
        sa.Column("method", sa.String(64), nullable=False),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("software", sa.String(500)),
        sa.Column("network", sa.String(64)),
        sa.Column("sign_out_url", sa.Text),
    )
    op.create_index("sessions_by_email", "sessions", ["email", "seen_at"])
    op.create_index(
        "sessions_not_ended",
        "sessions",
        ["email", "seen_at"],
        sqlite_where=sa.text("ended_at IS NULL AND email IS NOT NULL"),
        postgresql_where=sa.text("ended_at IS NULL AND email IS NOT NULL"),
    )
    op.create_table(
        "codes",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("email", sa.String(500), nullable=False),
        sa.Column("agency", sa.String(64)),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("tries", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("used_at", sa.String(32)),
        sa.Column("browser", sa.String(64), nullable=False),
        sa.Column("origin", sa.String(500), nullable=False),
    )
    op.create_index("codes_by_email", "codes", ["email", "created_at"])
    op.create_table(
        "known_devices",
        sa.Column("email", sa.String(500), primary_key=True),
        sa.Column("device", sa.String(64), primary_key=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("seen_at", sa.String(32), nullable=False),
    )
    op.create_index("known_devices_by_device", "known_devices", ["device"])
    op.create_index("known_devices_by_time", "known_devices", ["seen_at"])
    op.create_table(
        "openid_attempts",
        sa.Column("state", sa.String(64), primary_key=True),
        sa.Column("attempt", sa.String(64), nullable=False),
        sa.Column("next_path", sa.String(500), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=False),
    )
    op.create_index("openid_attempts_by_time", "openid_attempts", ["started_at"])
    op.create_table(
        "handovers",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("expires_at", sa.String(32), nullable=False),
    )
    op.create_index("handovers_by_time", "handovers", ["expires_at"])
    op.create_table(
        "passkeys",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("credential_id", sa.LargeBinary, unique=True, nullable=False),
        sa.Column("email", sa.String(500), nullable=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("sign_count", sa.BigInteger, nullable=False),
        sa.Column("user_handle", sa.LargeBinary, nullable=False),
        sa.Column("name", sa.String(500), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("used_at", sa.String(32)),
    )
    op.create_index("passkeys_by_email", "passkeys", ["email"])
    op.create_table(
        "passkey_challenges",
        sa.Column("holder", sa.String(500), primary_key=True),
        sa.Column("challenge", sa.LargeBinary, nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
    )
    op.create_index("passkey_challenges_by_time", "passkey_challenges", ["created_at"])


def _the_audit() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("email", sa.String(500)),
        sa.Column("agency", sa.String(64)),
        sa.Column("contractor_id", sa.String(64)),
        sa.Column("detail", sa.String(500)),
        sa.Column("submission_id", sa.String(64)),
        sa.Column("network", sa.String(64)),
        sa.Column("software", sa.String(500)),
        sa.Column("device", sa.String(64)),
        sa.Column("request_id", sa.String(64)),
    )
    op.create_index("audit_entries_by_contractor", "audit_entries", ["contractor_id", "id"])
    op.create_index("audit_entries_by_email", "audit_entries", ["email", "id"])
    op.create_index("audit_entries_by_submission", "audit_entries", ["submission_id"])
    op.create_index("audit_entries_by_time", "audit_entries", ["at"])


def _limits_on_callers() -> None:
    op.create_table(
        "hits",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("key", sa.String(500), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    op.create_index("hits_by_key", "hits", ["key", "at"])
    op.create_index("hits_by_time", "hits", ["at"])
