"""All tables. Times for people are ISO 8601 text in UTC; times for machines are seconds of the steady clock."""

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

ID = String(64)
"""Ids, digests and short names."""
MOMENT = String(32)
"""A time for people."""
KIND = String(16)
EMAIL = String(254)


def _partial_index(name: str, where: ColumnElement[bool], *columns: Column[Any]) -> None:
    Index(name, *columns, sqlite_where=where, postgresql_where=where)


# --- the mirror -------------------------------------------------------------------------------------------------

records = Table(
    "records",
    metadata,
    Column("agency", ID, primary_key=True),
    Column("kind", KIND, primary_key=True),
    # the branch or contractor of the list, or the single record's id
    Column("scope", ID, primary_key=True),
    Column("record_id", ID, primary_key=True),
    # the contractor that the record belongs to, if any
    Column("contractor_id", ID),
    # the member of staff who manages the job
    Column("staff_id", ID),
    # the job's property
    Column("property_id", ID),
    # the job's list row has no address
    Column("lacks_address", Boolean, nullable=False, server_default=false()),
    # the job's list row has no notes
    Column("lacks_notes", Boolean, nullable=False, server_default=false()),
    # the domain object as JSON
    Column("body", LargeBinary, nullable=False),
    # of the list row as AgentOS sent it; null after the portal changed the record
    Column("digest", LargeBinary),
    # the counter's value at the last write
    Column("sequence", BigInteger, nullable=False),
    # the row is visible if its collection has the same generation
    Column("generation", BigInteger, nullable=False, server_default=text("0")),
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
    Column("email", EMAIL, primary_key=True),
    Column("agency", ID, primary_key=True),
    Column("scope", ID, primary_key=True),
    # of a contractor who is not archived
    Column("contractor_id", ID, primary_key=True),
    # the row is visible if its collection has the same generation
    Column("generation", BigInteger, nullable=False, server_default=text("0")),
    Index("contractor_emails_by_contractor", "agency", "contractor_id", "scope"),
)

# Only the id remains, so that the next fetch does not bring back what was deleted (`app.mirror.rows`).
erased_contractors = Table(
    "erased_contractors",
    metadata,
    Column("agency", ID, primary_key=True),
    # of a contractor whose data were erased
    Column("contractor_id", ID, primary_key=True),
    Column("erased_at", MOMENT, nullable=False),
)

collections = Table(
    "collections",
    metadata,
    Column("agency", ID, primary_key=True),
    Column("kind", KIND, primary_key=True),
    Column("scope", ID, primary_key=True),
    # the start of the last complete or partial fetch that was applied
    Column("read_at", MOMENT),
    # the time of the last fetch, if it failed
    Column("failed_at", MOMENT),
    # the time at which a view requested a refresh; null after the next fetch
    Column("asked_at", MOMENT),
    # the first fetch that was without suspiciously many rows
    Column("suspect_at", MOMENT),
    Column("lease_owner", ID),
    # seconds of the steady clock
    Column("lease_until", Float),
    # the generation of the visible rows
    Column("generation", BigInteger, nullable=False, server_default=text("0")),
)
_partial_index("collections_asked", collections.c.asked_at.is_not(None), collections.c.agency, collections.c.kind)

# Cached responses. Only a response that was requested has a row. A row without a body waits to be rendered again.
cached_responses = Table(
    "cached_responses",
    metadata,
    Column("agency", ID, primary_key=True),
    Column("contractor_id", ID, primary_key=True),
    # the endpoint of the view
    Column("kind", ID, primary_key=True),
    # the counter's value at the last invalidation
    Column("version", BigInteger, nullable=False),
    # the body is valid until then; empty if there is no body
    Column("good_until", MOMENT, nullable=False),
    # a digest of the code and the configuration that made the body
    Column("fingerprint", String(32)),
    # the response ends with asOf and stale
    Column("dated", Boolean),
    # a digest of the body
    Column("etag", String(32)),
    # the response's JSON up to its asOf
    Column("body", LargeBinary),  # last, because columns behind a long body are slow to read
    Index("cached_responses_by_end", "agency", "good_until"),
)

response_sources = Table(
    "response_sources",
    metadata,
    Column("agency", ID, primary_key=True),
    Column("contractor_id", ID, primary_key=True),
    # the kind of the response
    Column("response", ID, primary_key=True),
    # the kind of a collection in the response
    Column("kind", KIND, primary_key=True),
    Column("scope", ID, primary_key=True),
    # the collection's age counts for the response
    Column("judged", Boolean, nullable=False),
)

counters = Table(
    "counters", metadata, Column("name", String(32), primary_key=True), Column("value", BigInteger, nullable=False)
)

# --- the worker -------------------------------------------------------------------------------------------------

heartbeats = Table(
    "heartbeats",
    metadata,
    # 1: all workers share the row
    Column("id", Integer, primary_key=True, autoincrement=False),
    # the number of heartbeats of all workers
    Column("beats", BigInteger, nullable=False),
    # the last heartbeat, in seconds of the steady clock
    Column("beat_at", Float, nullable=False),
    # the seconds for which any worker was alive since a restore
    Column("alive_s", Float, nullable=False),
)

worker_tasks = Table(
    "worker_tasks",
    metadata,
    # empty for a task that serves all agencies
    Column("agency", ID, primary_key=True),
    Column("task", String(16), primary_key=True),
    # seconds of the steady clock; while claimed, the end of the claim
    Column("due_at", Float, nullable=False),
    # a person waits for the task
    Column("awaited", Boolean, nullable=False, server_default=false()),
    # of the worker's claim; null: the task is not running
    Column("token", String(16)),
    # the earliest time requested during the claim
    Column("requested_at", Float),
    # the number of failures in a row
    Column("failures", Integer, nullable=False, server_default=text("0")),
    Index("worker_tasks_due", "due_at"),
    Index("worker_tasks_by_token", "token"),
)

# --- the steady clock -------------------------------------------------------------------------------------------

host_clocks = Table(
    "host_clocks",
    metadata,
    # the id of a machine and its last boot
    Column("boot_id", ID, primary_key=True),
    # seconds by which the steady clock is ahead of the boot clock
    Column("offset", Float, nullable=False),
)

database_clock = Table(
    "database_clock",
    metadata,
    # always 1
    Column("id", Integer, primary_key=True, autoincrement=False),
    # seconds by which the database's clock is ahead of the steady clock
    Column("lead", Float, nullable=False),
    # a new value after each sign of a clock step
    Column("epoch", String(16), nullable=False),
)

# --- the budget -------------------------------------------------------------------------------------------------

slots = Table(
    "slots",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    # a digest of the key, never the key
    Column("key_id", ID, nullable=False),
    # person or worker
    Column("asker", String(16), nullable=False),
    # the contractor for whom the call is made, if any
    Column("contractor_id", ID),
    # seconds of the steady clock
    Column("returns_at", Float, nullable=False),
    Index("slots_by_key", "key_id", "returns_at"),
    sqlite_autoincrement=True,  # a reused number could end another caller's slot
)

first_windows = Table(
    "first_windows",
    metadata,
    # a digest of the key whose count began
    Column("key_id", ID, primary_key=True),
    # the steady clock's epoch in which the count began
    Column("epoch", String(16), nullable=False),
    # seconds of the steady clock; null: the window is over, and the key has rows in slots
    Column("until", Float),
    # the number of calls by people in the window
    Column("people", Integer, nullable=False),
    # the number of calls by the worker in the window
    Column("worker", Integer, nullable=False),
)

rests = Table(
    "rests",
    metadata,
    Column("key_id", ID, primary_key=True),
    # seconds of the steady clock; during a trial, the trial's latest end
    Column("until", Float, nullable=False),
    # the slot of the single call that is allowed after the rest
    Column("trial", Integer),
)

operation_rests = Table(
    "operation_rests",
    metadata,
    # a digest of a key and an operation
    Column("operation_id", ID, primary_key=True),
    # seconds of the steady clock; during a trial, the trial's latest end
    Column("until", Float, nullable=False),
    # the length of the last rest
    Column("rest_s", Float, nullable=False),
)

refused_keys = Table(
    "refused_keys",
    metadata,
    # a digest of the key, never the key
    Column("key_id", ID, primary_key=True),
    # the call to AgentOS that was refused (401)
    Column("operation", ID, primary_key=True),
    # the last refusal without a later success
    Column("refused_at", MOMENT, nullable=False),
)

tickets = Table(
    "tickets",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    # a digest of the key for whose slots a person waits
    Column("key_id", ID, nullable=False),
    # seconds of the steady clock; the ticket is ignored after that
    Column("until", Float, nullable=False),
    Index("tickets_by_key", "key_id", "id"),
    sqlite_autoincrement=True,  # the numbers are the order of the queue
)

# --- submissions ------------------------------------------------------------------------------------------------

submissions = Table(
    "submissions",
    metadata,
    Column("id", String(32), primary_key=True),
    # the order of acceptance
    Column("number", BigInteger, nullable=False, unique=True),
    Column("kind", KIND, nullable=False),
    Column("agency", ID, nullable=False),
    Column("contractor_id", ID, nullable=False),
    Column("job_id", ID),
    # the job or the statement, whose submissions are sent one after the other
    Column("lane", String(80), nullable=False),
    # as JSON, without its document
    Column("content", LargeBinary),
    Column("document_name", String(255)),
    # bytes
    Column("document_size", Integer),
    Column("document_sha256", ID),
    # the mark of the folder in which the document was stored
    Column("document_folder", String(32)),
    # the amount of an invoice
    Column("amount_pence", BigInteger),
    # a digest of the content that makes another submission a repeat
    Column("likeness", ID),
    # the method and path of the request
    Column("route", String(160), nullable=False),
    # the idempotency key, while it is valid
    Column("key", String(128)),
    # a digest of the request's body
    Column("request", ID, nullable=False),
    # the request was answered with 202: the portal will deliver it
    Column("promised", Boolean, nullable=False),
    # the e-mail address of the sender
    Column("email", EMAIL),
    Column("state", String(16), nullable=False),
    # the ids in AgentOS's list before the last attempt, as JSON; null: no list
    Column("baseline", LargeBinary),
    # the id of the record in AgentOS, which belongs to one submission only
    Column("agentos_id", ID),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    # the number of attempts that ended in doubt
    Column("doubts", Integer, nullable=False, server_default=text("0")),
    # the number of equal refusals in a row
    Column("refusals", Integer, nullable=False, server_default=text("0")),
    # the first of these refusals, in seconds of the steady clock
    Column("refused_at", Float),
    # the result of the last attempt: done, refused, in doubt …
    Column("last_result", String(24)),
    # the HTTP status of the last attempt
    Column("last_status", Integer),
    # the end of the last attempt that wrote a byte, in seconds of the steady clock
    Column("ended_at", Float),
    # the number of read-backs with a response since then
    Column("looks", Integer, nullable=False, server_default=text("0")),
    # the last of these read-backs, in seconds of the steady clock
    Column("looked_at", Float),
    # the number of complete read-backs without the submission
    Column("absences", Integer, nullable=False, server_default=text("0")),
    # the last of these, in seconds of the steady clock
    Column("absent_at", Float),
    # the number of failed turns in a row
    Column("tries", Integer, nullable=False, server_default=text("0")),
    # the seconds for which a worker has tried
    Column("tried_s", Float, nullable=False, server_default=text("0")),
    # the worker's last turn, in seconds of the steady clock
    Column("tried_at", Float),
    # the last attempt, or else the acceptance, in seconds of the steady clock
    Column("attempted_at", Float),
    Column("created_at", MOMENT, nullable=False),
    Column("updated_at", MOMENT, nullable=False),
    # the worker's next turn, in seconds of the steady clock; null: nothing to do
    Column("next_at", Float),
    Column("lease_owner", ID),
    # seconds of the steady clock
    Column("lease_until", Float),
    # the status of the response to the sender
    Column("status", Integer),
    # the body of the response to the sender
    Column("result", LargeBinary),
    # a sentence about the state, for the contractor
    Column("message", String(300)),
    # the person who ended it by hand
    Column("resolved_by", String(100)),
    # the observation of that person
    Column("finding", String(500)),
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
    Column("agency", ID, primary_key=True),
    # of submissions
    Column("kind", KIND, primary_key=True),
    # when the portal last recognised its own record, in seconds of the steady clock
    Column("proven_at", Float),
    # the names of the fields that AgentOS stores as they were sent, as JSON
    Column("kept", LargeBinary, nullable=False),
    # the longest time until AgentOS listed an accepted record
    Column("lag_s", Float, nullable=False),
)

backups = Table(
    "backups",
    metadata,
    # 1: the last backup
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("began_at", MOMENT, nullable=False),
)

restores = Table(
    "restores",
    metadata,
    # 1: the last restore from a backup
    Column("id", Integer, primary_key=True, autoincrement=False),
    # when the backup began
    Column("backed_up_at", MOMENT, nullable=False),
)

lists_at_backup = Table(
    "lists_at_backup",
    metadata,
    Column("agency", ID, primary_key=True),
    # of submissions
    Column("kind", KIND, primary_key=True),
    # the job, or for invoices the contractor
    Column("scope", ID, primary_key=True),
    # the list in the mirror at the backup, as a baseline in JSON
    Column("known", LargeBinary, nullable=False),
)

# --- e-mail -----------------------------------------------------------------------------------------------------

mails = Table(
    "mails",
    metadata,
    # begins with the time: later rows have greater ids
    Column("id", String(32), primary_key=True),
    # a code, a new device, a review …
    Column("kind", KIND, nullable=False),
    # the lowest is sent first
    Column("urgency", Integer, nullable=False),
    # the recipient; null: the submission tells
    Column("email", EMAIL),
    # the device, network or person that caused the mail; sources take turns
    Column("source", EMAIL),
    # further facts for the text, as JSON
    Column("details", Text, nullable=False),
    # only workers that know the agency send the mail; null: all workers
    Column("agency", ID),
    # the submission that the mail is about, if any
    Column("submission_id", String(32)),
    # the time of the event that the mail reports
    Column("created_at", MOMENT, nullable=False),
    # the next try in seconds of the steady clock; while claimed, the end of the claim; null: never
    Column("next_at", Float),
    # a worker is sending the mail, or was killed while it sent it
    Column("claimed", Boolean, nullable=False, server_default=false()),
    # the number of mails sent
    Column("sent", Integer, nullable=False, server_default=text("0")),
    # the number of failures in a row
    Column("tries", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("submission_id", "kind", name="mails_by_submission"),
)
_partial_index("mails_waiting", mails.c.next_at.is_not(None), mails.c.kind, mails.c.next_at)

# --- signing in -------------------------------------------------------------------------------------------------

sessions = Table(
    "sessions",
    metadata,
    # the hash of the id that only the browser's cookie has
    Column("id", ID, primary_key=True),
    Column("email", EMAIL, nullable=False),
    # the current account
    Column("agency", ID, nullable=False),
    # the current account
    Column("contractor_id", ID, nullable=False),
    Column("created_at", MOMENT, nullable=False),
    Column("seen_at", MOMENT, nullable=False),
    # the latest end, however often the person returns
    Column("ends_at", MOMENT, nullable=False),
    # when somebody ended it
    Column("ended_at", MOMENT),
    # the proof of identity: a code, a passkey …
    Column("method", String(16), nullable=False),
    # the hash of the browser's device cookie
    Column("device", ID, nullable=False),
    # the browser and its system, for people
    Column("software", String(100)),
    # the prefix of the IP address
    Column("network", ID),
    # the provider's page for signing out, with the whole ID token in plain text
    Column("sign_out_url", Text),
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
    Column("email", EMAIL, nullable=False),
    # the agency to start with, if the person named it
    Column("agency", ID),
    # a keyed hash of the code, never the code
    Column("digest", ID, nullable=False),
    Column("created_at", MOMENT, nullable=False),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("used_at", MOMENT),
    # the hash of the browser's nonce
    Column("browser", ID, nullable=False),
    # the known device or the network that asked
    Column("origin", String(100), nullable=False),
    Index("codes_by_email", "email", "created_at"),
)

known_devices = Table(
    "known_devices",
    metadata,
    Column("email", EMAIL, primary_key=True),
    # the hash of the browser's device cookie
    Column("device", ID, primary_key=True),
    Column("created_at", MOMENT, nullable=False),
    # the last sign-in
    Column("seen_at", MOMENT, nullable=False),
    Index("known_devices_by_time", "seen_at"),
    Index("known_devices_by_device", "device"),
)

openid_attempts = Table(
    "openid_attempts",
    metadata,
    # the hash of the state in the request to the provider
    Column("state", ID, primary_key=True),
    # the hash of the browser's nonce
    Column("attempt", ID, nullable=False),
    # the page to show after the sign-in
    Column("next_path", String(500), nullable=False),
    Column("started_at", MOMENT, nullable=False),
    Index("openid_attempts_by_time", "started_at"),
)

handovers = Table(
    "handovers",
    metadata,
    # the hash of the id of a token that was used
    Column("token", ID, primary_key=True),
    # no token with this id is accepted until then
    Column("expires_at", MOMENT, nullable=False),
    Index("handovers_by_time", "expires_at"),
)

passkeys = Table(
    "passkeys",
    metadata,
    Column("id", String(32), primary_key=True),
    # at most 1,023 bytes, made by the device
    Column("credential_id", LargeBinary, nullable=False, unique=True),
    # the owner
    Column("email", EMAIL, nullable=False),
    # a COSE key
    Column("public_key", LargeBinary, nullable=False),
    # the device's count of signatures; 0: it does not count
    Column("sign_count", BigInteger, nullable=False),
    # the owner's id on the device
    Column("user_handle", LargeBinary, nullable=False),
    # the browser and the system that added it
    Column("name", String(100), nullable=False),
    Column("created_at", MOMENT, nullable=False),
    # the last sign-in
    Column("used_at", MOMENT),
    Index("passkeys_by_email", "email"),
)

passkey_challenges = Table(
    "passkey_challenges",
    metadata,
    # the ceremony, and the hash of the browser's nonce or the id of the session's row
    Column("holder", String(100), primary_key=True),
    Column("challenge", LargeBinary, nullable=False),
    Column("created_at", MOMENT, nullable=False),
    Index("passkey_challenges_by_time", "created_at"),
)

# --- the audit ------------------------------------------------------------------------------------------------------

audit_entries = Table(
    "audit_entries",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("at", MOMENT, nullable=False),
    Column("event", String(32), nullable=False),
    # the person's address, or the address that a failed sign-in named
    Column("email", EMAIL),
    Column("agency", ID),
    Column("contractor_id", ID),
    # the method of a sign-in or the like
    Column("detail", String(200)),
    Column("submission_id", String(32)),
    # the prefix of the IP address
    Column("network", ID),
    # the browser and its system, for people
    Column("software", String(100)),
    # the hash of the browser's device cookie
    Column("device", ID),
    Column("request_id", ID),
    Index("audit_entries_by_email", "email", "id"),
    Index("audit_entries_by_contractor", "contractor_id", "id"),
    Index("audit_entries_by_submission", "submission_id"),
    Index("audit_entries_by_time", "at"),
)

# --- limits on callers ------------------------------------------------------------------------------------------

hits = Table(
    "hits",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("key", String(200), nullable=False),
    # seconds since 1970
    Column("at", Float, nullable=False),
    Index("hits_by_key", "key", "at"),
    Index("hits_by_time", "at"),  # strangers can cause many hits, and old ones are deleted once an hour
)
