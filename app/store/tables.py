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
from sqlalchemy.types import TypeEngine

metadata = MetaData()
ColumnType = TypeEngine[Any] | type[TypeEngine[Any]]

ID = String(64)
"""Ids, digests and short names."""
MOMENT = String(32)
"""A time for people."""
WORD = String(16)
TOKEN = String(32)
"""Random ids, and digests of 16 bytes."""
NAME = String(100)
EMAIL = String(254)


def _table(name: str, *parts: Column[Any] | Index | UniqueConstraint, **options: Any) -> Table:
    return Table(name, metadata, *parts, **options)


def _key(name: str, kind: ColumnType) -> Column[Any]:
    return Column(name, kind, primary_key=True)


def _needed(name: str, kind: ColumnType) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _count(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False, server_default=text("0"))


def _flag(name: str) -> Column[Any]:
    return Column(name, Boolean, nullable=False, server_default=false())


def _partial_index(name: str, where: ColumnElement[bool], *columns: Column[Any]) -> None:
    Index(name, *columns, sqlite_where=where, postgresql_where=where)


# --- the mirror -------------------------------------------------------------------------------------------------

records = _table(
    "records",
    _key("agency", ID),
    _key("kind", WORD),
    # the branch or contractor of the list, or the single record's id
    _key("scope", ID),
    _key("record_id", ID),
    # the contractor that the record belongs to, if any
    Column("contractor_id", ID),
    # the member of staff who manages the job
    Column("staff_id", ID),
    # the job's property
    Column("property_id", ID),
    # the job's list row has no address
    _flag("lacks_address"),
    # the job's list row has no notes
    _flag("lacks_notes"),
    # the domain object as JSON
    _needed("body", LargeBinary),
    # of the list row as AgentOS sent it; null after the portal changed the record
    Column("digest", LargeBinary),
    # the counter's value at the last write
    _needed("sequence", BigInteger),
    # the row is visible if its collection has the same generation
    Column("generation", BigInteger, nullable=False, server_default=text("0")),
    Index("records_by_contractor", "agency", "kind", "contractor_id"),
    Index("records_by_id", "agency", "kind", "record_id"),
    Index("records_by_staff", "agency", "staff_id"),
    Index("records_by_property", "agency", "property_id"),
)
_partial_index("records_lacking_address", records.c.lacks_address == true(), records.c.agency, records.c.property_id)
_partial_index("records_lacking_notes", records.c.lacks_notes == true(), records.c.agency, records.c.contractor_id)

emails = _table(
    "contractor_emails",
    _key("email", EMAIL),
    _key("agency", ID),
    _key("scope", ID),
    # of a contractor who is not archived
    _key("contractor_id", ID),
    # the row is visible if its collection has the same generation
    Column("generation", BigInteger, nullable=False, server_default=text("0")),
    Index("contractor_emails_by_contractor", "agency", "contractor_id", "scope"),
)

# Only the id remains, so that the next fetch does not bring back what was deleted (`app.mirror.rows`).
erased_contractors = _table(
    "erased_contractors",
    _key("agency", ID),
    # of a contractor whose data were erased
    _key("contractor_id", ID),
    _needed("erased_at", MOMENT),
)

collections = _table(
    "collections",
    _key("agency", ID),
    _key("kind", WORD),
    _key("scope", ID),
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
cached_responses = _table(
    "cached_responses",
    _key("agency", ID),
    _key("contractor_id", ID),
    # the endpoint of the view
    _key("kind", ID),
    # the counter's value at the last invalidation
    _needed("version", BigInteger),
    # the body is valid until then; empty if there is no body
    _needed("good_until", MOMENT),
    # a digest of the code and the configuration that made the body
    Column("fingerprint", TOKEN),
    # the response ends with asOf and stale
    Column("dated", Boolean),
    # a digest of the body
    Column("etag", TOKEN),
    # the response's JSON up to its asOf
    Column("body", LargeBinary),  # last, because columns behind a long body are slow to read
    Index("cached_responses_by_end", "agency", "good_until"),
)

response_sources = _table(
    "response_sources",
    _key("agency", ID),
    _key("contractor_id", ID),
    # the kind of the response
    _key("response", ID),
    # the kind of a collection in the response
    _key("kind", WORD),
    _key("scope", ID),
    # the collection's age counts for the response
    _needed("judged", Boolean),
)

counters = _table("counters", _key("name", TOKEN), _needed("value", BigInteger))

# --- the worker -------------------------------------------------------------------------------------------------

heartbeats = _table(
    "heartbeats",
    # 1: all workers share the row
    Column("id", Integer, primary_key=True, autoincrement=False),
    # the number of heartbeats of all workers
    _needed("beats", BigInteger),
    # the last heartbeat, in seconds of the steady clock
    _needed("beat_at", Float),
    # the seconds for which any worker was alive since a restore
    _needed("alive_s", Float),
)

worker_tasks = _table(
    "worker_tasks",
    # empty for a task that serves all agencies
    _key("agency", ID),
    _key("task", WORD),
    # seconds of the steady clock; while claimed, the end of the claim
    _needed("due_at", Float),
    # a person waits for the task
    _flag("awaited"),
    # of the worker's claim; null: the task is not running
    Column("token", WORD),
    # the earliest time requested during the claim
    Column("requested_at", Float),
    # the number of failures in a row
    _count("failures"),
    Index("worker_tasks_due", "due_at"),
    Index("worker_tasks_by_token", "token"),
)

# --- the steady clock -------------------------------------------------------------------------------------------

host_clocks = _table(
    "host_clocks",
    # the id of a machine and its last boot
    _key("boot_id", ID),
    # seconds by which the steady clock is ahead of the boot clock
    _needed("offset", Float),
)

database_clock = _table(
    "database_clock",
    # always 1
    Column("id", Integer, primary_key=True, autoincrement=False),
    # seconds by which the database's clock is ahead of the steady clock
    _needed("lead", Float),
    # a new value after each sign of a clock step
    _needed("epoch", WORD),
)

# --- the budget -------------------------------------------------------------------------------------------------

slots = _table(
    "slots",
    Column("id", Integer, primary_key=True, autoincrement=True),
    # a digest of the key, never the key
    _needed("key_id", ID),
    # person or worker
    _needed("asker", WORD),
    # the contractor for whom the call is made, if any
    Column("contractor_id", ID),
    # seconds of the steady clock
    _needed("returns_at", Float),
    Index("slots_by_key", "key_id", "returns_at"),
    sqlite_autoincrement=True,  # a reused number could end another caller's slot
)

first_windows = _table(
    "first_windows",
    # a digest of the key whose count began
    _key("key_id", ID),
    # the steady clock's epoch in which the count began
    _needed("epoch", WORD),
    # seconds of the steady clock; null: the window is over, and the key has rows in slots
    Column("until", Float),
    # the number of calls by people in the window
    _needed("people", Integer),
    # the number of calls by the worker in the window
    _needed("worker", Integer),
)

rests = _table(
    "rests",
    _key("key_id", ID),
    # seconds of the steady clock; during a trial, the trial's latest end
    _needed("until", Float),
    # the slot of the single call that is allowed after the rest
    Column("trial", Integer),
)

operation_rests = _table(
    "operation_rests",
    # a digest of a key and an operation
    _key("operation_id", ID),
    # seconds of the steady clock; during a trial, the trial's latest end
    _needed("until", Float),
    # the length of the last rest
    _needed("rest_s", Float),
)

refused_keys = _table(
    "refused_keys",
    # a digest of the key, never the key
    _key("key_id", ID),
    # the call to AgentOS that was refused (401)
    _key("operation", ID),
    # the last refusal without a later success
    _needed("refused_at", MOMENT),
)

tickets = _table(
    "tickets",
    Column("id", Integer, primary_key=True, autoincrement=True),
    # a digest of the key for whose slots a person waits
    _needed("key_id", ID),
    # seconds of the steady clock; the ticket is ignored after that
    _needed("until", Float),
    Index("tickets_by_key", "key_id", "id"),
    sqlite_autoincrement=True,  # the numbers are the order of the queue
)

# --- submissions ------------------------------------------------------------------------------------------------

submissions = _table(
    "submissions",
    _key("id", TOKEN),
    # the order of acceptance
    Column("number", BigInteger, nullable=False, unique=True),
    _needed("kind", WORD),
    _needed("agency", ID),
    _needed("contractor_id", ID),
    Column("job_id", ID),
    # the job or the statement, whose submissions are sent one after the other
    _needed("lane", String(80)),
    # as JSON, without its document
    Column("content", LargeBinary),
    Column("document_name", String(255)),
    # bytes
    Column("document_size", Integer),
    Column("document_sha256", ID),
    # the mark of the folder in which the document was stored
    Column("document_folder", TOKEN),
    # the amount of an invoice
    Column("amount_pence", BigInteger),
    # a digest of the content that makes another submission a repeat
    Column("likeness", ID),
    # the method and path of the request
    _needed("route", String(160)),
    # the idempotency key, while it is valid
    Column("key", String(128)),
    # a digest of the request's body
    _needed("request", ID),
    # the request was answered with 202: the portal will deliver it
    _needed("promised", Boolean),
    # the e-mail address of the sender
    Column("email", EMAIL),
    _needed("state", WORD),
    # the ids in AgentOS's list before the last attempt, as JSON; null: no list
    Column("baseline", LargeBinary),
    # the id of the record in AgentOS, which belongs to one submission only
    Column("agentos_id", ID),
    _count("attempts"),
    # the number of attempts that ended in doubt
    _count("doubts"),
    # the number of equal refusals in a row
    _count("refusals"),
    # the first of these refusals, in seconds of the steady clock
    Column("refused_at", Float),
    # the result of the last attempt: done, refused, in doubt …
    Column("last_result", String(24)),
    # the HTTP status of the last attempt
    Column("last_status", Integer),
    # the end of the last attempt that wrote a byte, in seconds of the steady clock
    Column("ended_at", Float),
    # the number of read-backs with a response since then
    _count("looks"),
    # the last of these read-backs, in seconds of the steady clock
    Column("looked_at", Float),
    # the number of complete read-backs without the submission
    _count("absences"),
    # the last of these, in seconds of the steady clock
    Column("absent_at", Float),
    # the number of failed turns in a row
    _count("tries"),
    # the seconds for which a worker has tried
    Column("tried_s", Float, nullable=False, server_default=text("0")),
    # the worker's last turn, in seconds of the steady clock
    Column("tried_at", Float),
    # the last attempt, or else the acceptance, in seconds of the steady clock
    Column("attempted_at", Float),
    _needed("created_at", MOMENT),
    _needed("updated_at", MOMENT),
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
    Column("resolved_by", NAME),
    # the observation of that person
    Column("finding", String(500)),
    UniqueConstraint("agency", "contractor_id", "route", "key", name="submissions_keys"),
    UniqueConstraint("agency", "kind", "agentos_id", name="submissions_claims"),
    Index("submissions_by_lane", "agency", "lane", "state", "number"),
    Index("submissions_by_contractor", "agency", "contractor_id", "number"),
    Index("submissions_due", "agency", "next_at"),
    Index("submissions_by_state", "state", "agency", "kind", "created_at"),
)

proofs = _table(
    "proofs",
    _key("agency", ID),
    # of submissions
    _key("kind", WORD),
    # when the portal last recognised its own record, in seconds of the steady clock
    Column("proven_at", Float),
    # the names of the fields that AgentOS stores as they were sent, as JSON
    _needed("kept", LargeBinary),
    # the longest time until AgentOS listed an accepted record
    _needed("lag_s", Float),
)

backups = _table(
    "backups",
    # 1: the last backup
    Column("id", Integer, primary_key=True, autoincrement=False),
    _needed("began_at", MOMENT),
)

restores = _table(
    "restores",
    # 1: the last restore from a backup
    Column("id", Integer, primary_key=True, autoincrement=False),
    # when the backup began
    _needed("backed_up_at", MOMENT),
)

lists_at_backup = _table(
    "lists_at_backup",
    _key("agency", ID),
    # of submissions
    _key("kind", WORD),
    # the job, or for invoices the contractor
    _key("scope", ID),
    # the list in the mirror at the backup, as a baseline in JSON
    _needed("known", LargeBinary),
)

# --- e-mail -----------------------------------------------------------------------------------------------------

mails = _table(
    "mails",
    # begins with the time: later rows have greater ids
    _key("id", TOKEN),
    # a code, a new device, a review …
    _needed("kind", WORD),
    # the lowest is sent first
    _needed("urgency", Integer),
    # the recipient; null: the submission tells
    Column("email", EMAIL),
    # the device, network or person that caused the mail; sources take turns
    Column("source", EMAIL),
    # further facts for the text, as JSON
    _needed("details", Text),
    # only workers that know the agency send the mail; null: all workers
    Column("agency", ID),
    # the submission that the mail is about, if any
    Column("submission_id", TOKEN),
    # the time of the event that the mail reports
    _needed("created_at", MOMENT),
    # the next try in seconds of the steady clock; while claimed, the end of the claim; null: never
    Column("next_at", Float),
    # a worker is sending the mail, or was killed while it sent it
    _flag("claimed"),
    # the number of mails sent
    _count("sent"),
    # the number of failures in a row
    _count("tries"),
    UniqueConstraint("submission_id", "kind", name="mails_by_submission"),
)
_partial_index("mails_waiting", mails.c.next_at.is_not(None), mails.c.kind, mails.c.next_at)

# --- signing in -------------------------------------------------------------------------------------------------

sessions = _table(
    "sessions",
    # the hash of the id that only the browser's cookie has
    _key("id", ID),
    _needed("email", EMAIL),
    # the current account
    _needed("agency", ID),
    # the current account
    _needed("contractor_id", ID),
    _needed("created_at", MOMENT),
    _needed("seen_at", MOMENT),
    # the latest end, however often the person returns
    _needed("ends_at", MOMENT),
    # when somebody ended it
    Column("ended_at", MOMENT),
    # the proof of identity: a code, a passkey …
    _needed("method", WORD),
    # the hash of the browser's device cookie
    _needed("device", ID),
    # the browser and its system, for people
    Column("software", NAME),
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

codes = _table(
    "codes",
    _key("id", TOKEN),
    _needed("email", EMAIL),
    # the agency to start with, if the person named it
    Column("agency", ID),
    # a keyed hash of the code, never the code
    _needed("digest", ID),
    _needed("created_at", MOMENT),
    _count("tries"),
    Column("used_at", MOMENT),
    # the hash of the browser's nonce
    _needed("browser", ID),
    # the known device or the network that asked
    _needed("origin", NAME),
    Index("codes_by_email", "email", "created_at"),
)

known_devices = _table(
    "known_devices",
    _key("email", EMAIL),
    # the hash of the browser's device cookie
    _key("device", ID),
    _needed("created_at", MOMENT),
    # the last sign-in
    _needed("seen_at", MOMENT),
    Index("known_devices_by_time", "seen_at"),
    Index("known_devices_by_device", "device"),
)

openid_attempts = _table(
    "openid_attempts",
    # the hash of the state in the request to the provider
    _key("state", ID),
    # the hash of the browser's nonce
    _needed("attempt", ID),
    # the page to show after the sign-in
    _needed("next_path", String(500)),
    _needed("started_at", MOMENT),
    Index("openid_attempts_by_time", "started_at"),
)

handovers = _table(
    "handovers",
    # the hash of the id of a token that was used
    _key("token", ID),
    # no token with this id is accepted until then
    _needed("expires_at", MOMENT),
    Index("handovers_by_time", "expires_at"),
)

passkeys = _table(
    "passkeys",
    _key("id", TOKEN),
    # at most 1,023 bytes, made by the device
    Column("credential_id", LargeBinary, nullable=False, unique=True),
    # the owner
    _needed("email", EMAIL),
    # a COSE key
    _needed("public_key", LargeBinary),
    # the device's count of signatures; 0: it does not count
    _needed("sign_count", BigInteger),
    # the owner's id on the device
    _needed("user_handle", LargeBinary),
    # the browser and the system that added it
    _needed("name", NAME),
    _needed("created_at", MOMENT),
    # the last sign-in
    Column("used_at", MOMENT),
    Index("passkeys_by_email", "email"),
)

passkey_challenges = _table(
    "passkey_challenges",
    # the ceremony, and the hash of the browser's nonce or the id of the session's row
    _key("holder", NAME),
    _needed("challenge", LargeBinary),
    _needed("created_at", MOMENT),
    Index("passkey_challenges_by_time", "created_at"),
)

# --- the audit ------------------------------------------------------------------------------------------------------

audit_entries = _table(
    "audit_entries",
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    _needed("at", MOMENT),
    _needed("event", TOKEN),
    # the person's address, or the address that a failed sign-in named
    Column("email", EMAIL),
    Column("agency", ID),
    Column("contractor_id", ID),
    # the method of a sign-in or the like
    Column("detail", String(200)),
    Column("submission_id", TOKEN),
    # the prefix of the IP address
    Column("network", ID),
    # the browser and its system, for people
    Column("software", NAME),
    # the hash of the browser's device cookie
    Column("device", ID),
    Column("request_id", ID),
    Index("audit_entries_by_email", "email", "id"),
    Index("audit_entries_by_contractor", "contractor_id", "id"),
    Index("audit_entries_by_submission", "submission_id"),
    Index("audit_entries_by_time", "at"),
)

# --- limits on callers ------------------------------------------------------------------------------------------

hits = _table(
    "hits",
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    _needed("key", String(200)),
    # seconds since 1970
    _needed("at", Float),
    Index("hits_by_key", "key", "at"),
    Index("hits_by_time", "at"),  # strangers can cause many hits, and old ones are deleted once an hour
)
