"""All tables. Times for people are ISO 8601 text in UTC; times for machines are seconds (`Database.seconds`)."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    false,
    text,
    true,
)

metadata = MetaData()


def _partial_index(name: str, where: ColumnElement[bool], *columns: Column[Any]) -> None:
    Index(name, *columns, sqlite_where=where, postgresql_where=where)


# --- the mirror -------------------------------------------------------------------------------------------------

records = Table(
    "records",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column(
        "scope", String(64), primary_key=True, comment="the branch or contractor of the list, or the single record's id"
    ),
    Column("record_id", String(64), primary_key=True),
    Column("contractor_id", String(64), comment="the contractor that the record belongs to, if any"),
    Column("staff_id", String(64), comment="the member of staff who manages the job"),
    Column("property_id", String(64), comment="the job's property"),
    Column(
        "lacks_address", Boolean, nullable=False, server_default=false(), comment="the job's list row has no address"
    ),
    Column("lacks_notes", Boolean, nullable=False, server_default=false(), comment="the job's list row has no notes"),
    Column("body", LargeBinary, nullable=False, comment="the domain object as JSON"),
    Column(
        "digest", LargeBinary, comment="of the list row as AgentOS sent it; null after the portal changed the record"
    ),
    Column("sequence", BigInteger, nullable=False, comment="the counter's value at the last write"),
    Column(
        "generation",
        BigInteger,
        nullable=False,
        server_default=text("0"),
        comment="the row is visible if its collection has the same generation",
    ),
    Index("records_by_contractor", "agency", "kind", "contractor_id"),
    Index("records_by_id", "agency", "kind", "record_id"),
    Index("records_by_staff", "agency", "staff_id"),
    Index("records_by_property", "agency", "property_id"),
)
_partial_index("records_lacking_address", records.c.lacks_address == true(), records.c.agency, records.c.property_id)
_partial_index("records_lacking_notes", records.c.lacks_notes == true(), records.c.agency, records.c.contractor_id)

emails = Table(
    "contractor_emails",
    metadata,
    Column("email", String(254), primary_key=True),
    Column("agency", String(64), primary_key=True),
    Column("scope", String(64), primary_key=True),
    Column("contractor_id", String(64), primary_key=True, comment="of a contractor who is not archived"),
    Column(
        "generation",
        BigInteger,
        nullable=False,
        server_default=text("0"),
        comment="the row is visible if its collection has the same generation",
    ),
    Index("contractor_emails_by_contractor", "agency", "contractor_id", "scope"),
)

# Only the id remains, so that the next fetch does not bring back what was deleted (`app.mirror.rows`).
erased_contractors = Table(
    "erased_contractors",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("contractor_id", String(64), primary_key=True, comment="of a contractor whose data were erased"),
    Column("erased_at", String(32), nullable=False),
)

collections = Table(
    "collections",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("scope", String(64), primary_key=True),
    Column("read_at", String(32), comment="the start of the last complete or partial fetch that was applied"),
    Column("failed_at", String(32), comment="the time of the last fetch, if it failed"),
    Column("asked_at", String(32), comment="the time at which a view requested a refresh; null after the next fetch"),
    Column("suspect_at", String(32), comment="the first fetch that was without suspiciously many rows"),
    Column("lease_owner", String(64)),
    Column("lease_until", Float, comment="seconds of the database's clock"),
    Column(
        "generation", BigInteger, nullable=False, server_default=text("0"), comment="the generation of the visible rows"
    ),
)
_partial_index("collections_asked", collections.c.asked_at.is_not(None), collections.c.agency, collections.c.kind)

# Cached responses. Only a response that was requested has a row. A row without a body waits to be rendered again.
cached_responses = Table(
    "cached_responses",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("contractor_id", String(64), primary_key=True),
    Column("kind", String(64), primary_key=True, comment="the endpoint of the view"),
    Column("version", BigInteger, nullable=False, comment="the counter's value at the last invalidation"),
    Column("good_until", String(32), nullable=False, comment="the body is valid until then; empty if there is no body"),
    Column("recipe", String(32), comment="a digest of the code and the configuration that made the body"),
    Column("dated", Boolean, comment="the response ends with asOf and stale"),
    Column("etag", String(32), comment="a digest of the body"),
    Column(
        "body", LargeBinary, comment="the response's JSON up to its asOf"
    ),  # last, because columns behind a long body are slow to read
    Index("cached_responses_by_end", "agency", "good_until"),
)

response_sources = Table(
    "response_sources",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("contractor_id", String(64), primary_key=True),
    Column("response", String(64), primary_key=True, comment="the kind of the response"),
    Column("kind", String(16), primary_key=True, comment="the kind of a collection in the response"),
    Column("scope", String(64), primary_key=True),
    Column("judged", Boolean, nullable=False, comment="the collection's age counts for the response"),
)

counters = Table(
    "counters",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

# --- the worker -------------------------------------------------------------------------------------------------

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="1: all workers share the row"),
    Column("beats", BigInteger, nullable=False, comment="the number of heartbeats of all workers"),
    Column("beat_at", Float, nullable=False, comment="the last heartbeat, in seconds of the database's clock"),
    Column("alive_s", Float, nullable=False, comment="the seconds for which any worker was alive since a restore"),
)

worker_tasks = Table(
    "worker_tasks",
    metadata,
    Column("agency", String(64), primary_key=True, comment="empty for a task that serves all agencies"),
    Column("task", String(16), primary_key=True),
    Column("due_at", Float, nullable=False, comment="seconds of the steady clock; while claimed, the end of the claim"),
    Column("awaited", Boolean, nullable=False, server_default=false(), comment="a person waits for the task"),
    Column("token", String(16), comment="of the worker's claim; null: the task is not running"),
    Column("requested_at", Float, comment="the earliest time requested during the claim"),
    Column("failures", Integer, nullable=False, server_default=text("0"), comment="the number of failures in a row"),
    Index("worker_tasks_due", "due_at"),
    Index("worker_tasks_by_token", "token"),
)

# --- the steady clock -------------------------------------------------------------------------------------------

host_clocks = Table(
    "host_clocks",
    metadata,
    Column("boot_id", String(64), primary_key=True, comment="the id of a machine and its last boot"),
    Column("offset", Float, nullable=False, comment="seconds by which the steady clock is ahead of the boot clock"),
)

database_clock = Table(
    "database_clock",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="always 1"),
    Column("lead", Float, nullable=False, comment="seconds by which the database's clock is ahead of the steady clock"),
    Column("epoch", String(16), nullable=False, comment="a new value after each sign of a clock step"),
)

# --- the budget -------------------------------------------------------------------------------------------------

slots = Table(
    "slots",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key_id", String(64), nullable=False, comment="a digest of the key, never the key"),
    Column("asker", String(16), nullable=False, comment="person or worker"),
    Column("contractor_id", String(64), comment="the contractor for whom the call is made, if any"),
    Column("returns_at", Float, nullable=False, comment="seconds of the steady clock"),
    Index("slots_by_key", "key_id", "returns_at"),
    sqlite_autoincrement=True,  # a reused number could end another caller's slot
)

first_windows = Table(
    "first_windows",
    metadata,
    Column("key_id", String(64), primary_key=True, comment="a digest of the key whose count began"),
    Column("epoch", String(16), nullable=False, comment="the steady clock's epoch in which the count began"),
    Column(
        "until", Float, comment="seconds of the steady clock; null: the window is over, and the key has rows in slots"
    ),
    Column("people", Integer, nullable=False, comment="the number of calls by people in the window"),
    Column("worker", Integer, nullable=False, comment="the number of calls by the worker in the window"),
)

rests = Table(
    "rests",
    metadata,
    Column("key_id", String(64), primary_key=True),
    Column(
        "until", Float, nullable=False, comment="seconds of the steady clock; during a trial, the trial's latest end"
    ),
    Column("trial", Integer, comment="the slot of the single call that is allowed after the rest"),
)

operation_rests = Table(
    "operation_rests",
    metadata,
    Column("operation_id", String(64), primary_key=True, comment="a digest of a key and an operation"),
    Column(
        "until",
        Float,
        nullable=False,
        comment="seconds of the steady clock; during a trial, the trial's latest end",
    ),
    Column("rest_s", Float, nullable=False, comment="the length of the last rest"),
)

refused_keys = Table(
    "refused_keys",
    metadata,
    Column("key_id", String(64), primary_key=True, comment="a digest of the key, never the key"),
    Column("operation", String(64), primary_key=True, comment="the call to AgentOS that was refused (401)"),
    Column("refused_at", String(32), nullable=False, comment="the last refusal without a later success"),
)

tickets = Table(
    "tickets",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key_id", String(64), nullable=False, comment="a digest of the key for whose slots a person waits"),
    Column("until", Float, nullable=False, comment="seconds of the steady clock; the ticket is ignored after that"),
    Index("tickets_by_key", "key_id", "id"),
    sqlite_autoincrement=True,  # the numbers are the order of the queue
)

# --- submissions ------------------------------------------------------------------------------------------------

submissions = Table(
    "submissions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("number", BigInteger, nullable=False, unique=True, comment="the order of acceptance"),
    Column("kind", String(16), nullable=False),
    Column("agency", String(64), nullable=False),
    Column("contractor_id", String(64), nullable=False),
    Column("job_id", String(64)),
    Column(
        "lane",
        String(80),
        nullable=False,
        comment="the job or the statement, whose submissions are sent one after the other",
    ),
    Column("content", LargeBinary, comment="as JSON, without its document"),
    Column("document_name", String(255)),
    Column("document_size", Integer, comment="bytes"),
    Column("document_sha256", String(64)),
    Column("document_folder", String(32), comment="the mark of the folder in which the document was stored"),
    Column("amount_pence", BigInteger, comment="the amount of an invoice"),
    Column("likeness", String(64), comment="a digest of the content that makes another submission a repeat"),
    Column("route", String(160), nullable=False, comment="the method and path of the request"),
    Column("key", String(128), comment="the idempotency key, while it is valid"),
    Column("request", String(64), nullable=False, comment="a digest of the request's body"),
    Column(
        "promised", Boolean, nullable=False, comment="the request was answered with 202: the portal will deliver it"
    ),
    Column("email", String(254), comment="the e-mail address of the sender"),
    Column("state", String(16), nullable=False),
    Column(
        "baseline", LargeBinary, comment="the ids in AgentOS's list before the last attempt, as JSON; null: no list"
    ),
    Column("agentos_id", String(64), comment="the id of the record in AgentOS, which belongs to one submission only"),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column(
        "doubts",
        Integer,
        nullable=False,
        server_default=text("0"),
        comment="the number of attempts that ended in doubt",
    ),
    Column(
        "refusals", Integer, nullable=False, server_default=text("0"), comment="the number of equal refusals in a row"
    ),
    Column("refused_at", Float, comment="the first of these refusals, in seconds of the database's clock"),
    Column("last_result", String(24), comment="the result of the last attempt: done, refused, in doubt …"),
    Column("last_status", Integer, comment="the HTTP status of the last attempt"),
    Column(
        "ended_at", Float, comment="the end of the last attempt that wrote a byte, in seconds of the database's clock"
    ),
    Column(
        "looks",
        Integer,
        nullable=False,
        server_default=text("0"),
        comment="the number of read-backs with a response since then",
    ),
    Column("looked_at", Float, comment="the last of these read-backs, in seconds of the database's clock"),
    Column(
        "absences",
        Integer,
        nullable=False,
        server_default=text("0"),
        comment="the number of complete read-backs without the submission",
    ),
    Column("absent_at", Float, comment="the last of these, in seconds of the database's clock"),
    Column("tries", Integer, nullable=False, server_default=text("0"), comment="the number of failed turns in a row"),
    Column(
        "tried_s", Float, nullable=False, server_default=text("0"), comment="the seconds for which a worker has tried"
    ),
    Column("tried_at", Float, comment="the worker's last turn, in seconds of the database's clock"),
    Column(
        "attempted_at", Float, comment="the last attempt, or else the acceptance, in seconds of the database's clock"
    ),
    Column("created_at", String(32), nullable=False),
    Column("updated_at", String(32), nullable=False),
    Column("next_at", Float, comment="the worker's next turn, in seconds of the database's clock; null: nothing to do"),
    Column("lease_owner", String(64)),
    Column("lease_until", Float, comment="seconds of the database's clock"),
    Column("status", Integer, comment="the status of the response to the sender"),
    Column("result", LargeBinary, comment="the body of the response to the sender"),
    Column("message", String(300), comment="a sentence about the state, for the contractor"),
    Column("resolved_by", String(100), comment="the person who ended it by hand"),
    Column("finding", String(500), comment="the observation of that person"),
    UniqueConstraint("agency", "contractor_id", "route", "key", name="submissions_keys"),
    UniqueConstraint("agency", "kind", "agentos_id", name="submissions_claims"),
    Index("submissions_by_lane", "agency", "lane", "state", "number"),
    Index("submissions_by_contractor", "agency", "contractor_id", "number"),
    Index("submissions_due", "agency", "next_at"),
    Index("submissions_by_state", "state", "agency", "kind", "created_at"),
)

proofs = Table(
    "proofs",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True, comment="of submissions"),
    Column(
        "proven_at", Float, comment="when the portal last recognised its own record, in seconds of the database's clock"
    ),
    Column(
        "failed_at", Float, comment="when it last did not recognise its own record, in seconds of the database's clock"
    ),
    Column(
        "kept",
        LargeBinary,
        nullable=False,
        comment="the names of the fields that AgentOS stores as they were sent, as JSON",
    ),
    Column("lag_s", Float, nullable=False, comment="the longest time until AgentOS listed an accepted record"),
)

backups = Table(
    "backups",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="1: the last backup"),
    Column("began_at", String(32), nullable=False),
)

restores = Table(
    "restores",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="1: the last restore from a backup"),
    Column("backed_up_at", String(32), nullable=False, comment="when the backup began"),
)

lists_at_backup = Table(
    "lists_at_backup",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True, comment="of submissions"),
    Column("scope", String(64), primary_key=True, comment="the job, or for invoices the contractor"),
    Column("known", LargeBinary, nullable=False, comment="the list in the mirror at the backup, as a baseline in JSON"),
)

# --- e-mail -----------------------------------------------------------------------------------------------------

mails = Table(
    "mails",
    metadata,
    Column("id", String(32), primary_key=True, comment="begins with the time: later rows have greater ids"),
    Column("kind", String(16), nullable=False, comment="a code, a new device, a review …"),
    Column("urgency", Integer, nullable=False, comment="the lowest is sent first"),
    Column("email", String(254), comment="the recipient; null: the submission tells"),
    Column("source", String(254), comment="the device, network or person that caused the mail; sources take turns"),
    Column("details", Text, nullable=False, comment="further facts for the text, as JSON"),
    Column("agency", String(64), comment="only workers that know the agency send the mail; null: all workers"),
    Column("submission_id", String(32), comment="the submission that the mail is about, if any"),
    Column("created_at", String(32), nullable=False, comment="the time of the event that the mail reports"),
    Column(
        "next_at",
        Float,
        comment="the next try in seconds of the steady clock; while claimed, the end of the claim; null: never",
    ),
    Column("sent", Integer, nullable=False, server_default=text("0"), comment="the number of mails sent"),
    Column("tries", Integer, nullable=False, server_default=text("0"), comment="the number of failures in a row"),
    UniqueConstraint("submission_id", "kind", name="mails_by_submission"),
)
_partial_index("mails_waiting", mails.c.next_at.is_not(None), mails.c.kind, mails.c.next_at)

# --- signing in -------------------------------------------------------------------------------------------------

sessions = Table(
    "sessions",
    metadata,
    Column("id", String(64), primary_key=True, comment="the hash of the id that only the browser's cookie has"),
    Column("email", String(254), nullable=False),
    Column("agency", String(64), nullable=False, comment="the current account"),
    Column("contractor_id", String(64), nullable=False, comment="the current account"),
    Column("created_at", String(32), nullable=False),
    Column("seen_at", String(32), nullable=False),
    Column("ends_at", String(32), nullable=False, comment="the latest end, however often the person returns"),
    Column("ended_at", String(32), comment="when somebody ended it"),
    Column("method", String(16), nullable=False, comment="the proof of identity: a code, a passkey …"),
    Column("device", String(64), nullable=False, comment="the hash of the browser's device cookie"),
    Column("software", String(100), comment="the browser and its system, for people"),
    Column("network", String(64), comment="the prefix of the IP address"),
    Column("sign_out_url", Text, comment="the provider's page for signing out, with the whole ID token in plain text"),
    Index("sessions_by_email", "email", "seen_at"),
)
# No address is null. Without that condition, PostgreSQL takes this index to find a new table's sessions by their id.
_partial_index(
    "sessions_not_ended",
    and_(sessions.c.ended_at.is_(None), sessions.c.email.is_not(None)),
    sessions.c.email,
    sessions.c.seen_at,
)

codes = Table(
    "codes",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("email", String(254), nullable=False),
    Column("agency", String(64), comment="the agency to start with, if the person named it"),
    Column("digest", String(64), nullable=False, comment="a keyed hash of the code, never the code"),
    Column("created_at", String(32), nullable=False),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("used_at", String(32)),
    Column("browser", String(64), nullable=False, comment="the hash of the browser's attempt to sign in"),
    Column("origin", String(100), nullable=False, comment="the known device or the network that asked"),
    Index("codes_by_email", "email", "created_at"),
)

known_devices = Table(
    "known_devices",
    metadata,
    Column("email", String(254), primary_key=True),
    Column("device", String(64), primary_key=True, comment="the hash of the browser's device cookie"),
    Column("created_at", String(32), nullable=False),
    Column("seen_at", String(32), nullable=False, comment="the last sign-in"),
    Index("known_devices_by_time", "seen_at"),
    Index("known_devices_by_device", "device"),
)

openid_attempts = Table(
    "openid_attempts",
    metadata,
    Column("state", String(64), primary_key=True, comment="the hash of the state in the request to the provider"),
    Column("attempt", String(64), nullable=False, comment="the hash of the browser's attempt to sign in"),
    Column("next_path", String(500), nullable=False, comment="the page to show after the sign-in"),
    Column("started_at", String(32), nullable=False),
    Index("openid_attempts_by_time", "started_at"),
)

handovers = Table(
    "handovers",
    metadata,
    Column("token", String(64), primary_key=True, comment="the hash of the id of a token that was used"),
    Column("expires_at", String(32), nullable=False, comment="no token with this id is accepted until then"),
    Index("handovers_by_time", "expires_at"),
)

passkeys = Table(
    "passkeys",
    metadata,
    Column("id", String(32), primary_key=True),
    Column(
        "credential_id", LargeBinary, nullable=False, unique=True, comment="at most 1,023 bytes, made by the device"
    ),
    Column("email", String(254), nullable=False, comment="the owner"),
    Column("public_key", LargeBinary, nullable=False, comment="a COSE key"),
    Column("sign_count", BigInteger, nullable=False, comment="the device's count of signatures; 0: it does not count"),
    Column("user_handle", LargeBinary, nullable=False, comment="the owner's id on the device"),
    Column("name", String(100), nullable=False, comment="the browser and the system that added it"),
    Column("created_at", String(32), nullable=False),
    Column("used_at", String(32), comment="the last sign-in"),
    Index("passkeys_by_email", "email"),
)

passkey_challenges = Table(
    "passkey_challenges",
    metadata,
    Column("holder", String(100), primary_key=True, comment="the ceremony, and the browser's attempt or the sign-in"),
    Column("challenge", LargeBinary, nullable=False),
    Column("created_at", String(32), nullable=False),
    Index("passkey_challenges_by_time", "created_at"),
)

# --- the audit ------------------------------------------------------------------------------------------------------

audit_entries = Table(
    "audit_entries",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("event", String(32), nullable=False),
    Column("email", String(254), comment="the person's address, or the address that a failed sign-in named"),
    Column("agency", String(64)),
    Column("contractor_id", String(64)),
    Column("detail", String(200), comment="the method of a sign-in or the like"),
    Column("submission_id", String(32)),
    Column("network", String(64), comment="the prefix of the IP address"),
    Column("software", String(100), comment="the browser and its system, for people"),
    Column("device", String(64), comment="the hash of the browser's device cookie"),
    Column("request_id", String(64)),
    Index("audit_entries_by_email", "email", "id"),
    Index("audit_entries_by_contractor", "contractor_id", "id"),
    Index("audit_entries_by_submission", "submission_id"),
    Index("audit_entries_by_time", "at"),
)

# --- limits on callers ------------------------------------------------------------------------------------------

hits = Table(
    "hits",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String(200), nullable=False),
    Column("at", Float, nullable=False, comment="seconds since 1970"),
    Index("hits_by_key", "key", "at"),
    Index("hits_by_time", "at"),  # strangers can cause many hits, and old ones are deleted once an hour
)
