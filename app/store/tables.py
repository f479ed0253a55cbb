"""All tables. Times for people are ISO 8601 text in UTC; times for machines are seconds of the steady clock."""

from functools import partial
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
Kind = partial[Column[Any]]
"""A kind of column. Its call makes a column of the kind."""

ID_OR_NULL: Kind = partial(Column, type_=String(64))
"""Ids, words, digests and short names."""
ID: Kind = partial(ID_OR_NULL, nullable=False)
ID_KEY: Kind = partial(ID, primary_key=True)
MOMENT_OR_NULL: Kind = partial(Column, type_=String(32))
"""A time for people."""
MOMENT: Kind = partial(MOMENT_OR_NULL, nullable=False)
LINE_OR_NULL: Kind = partial(Column, type_=String(500))
LINE: Kind = partial(LINE_OR_NULL, nullable=False)
LINE_KEY: Kind = partial(LINE, primary_key=True)
SECONDS_OR_NULL: Kind = partial(Column, type_=Float)
SECONDS: Kind = partial(SECONDS_OR_NULL, nullable=False)
BYTES_OR_NULL: Kind = partial(Column, type_=LargeBinary)
BYTES: Kind = partial(BYTES_OR_NULL, nullable=False)
NUMBER_OR_NULL: Kind = partial(Column, type_=BigInteger)
NUMBER: Kind = partial(NUMBER_OR_NULL, nullable=False)
COUNT: Kind = partial(NUMBER, server_default=text("0"))
FLAG: Kind = partial(Column, type_=Boolean, nullable=False, server_default=false())
ONLY_ROW: Kind = partial(NUMBER, primary_key=True, autoincrement=False)
"""The key of the only row of a table: 1."""
SERIAL: Kind = partial(Column, type_=BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True)
"""The order in which rows were made. SQLite may use the number of a deleted row again."""
NEVER_REUSED: Kind = partial(SERIAL)
"""As `SERIAL`, but SQLite uses no number again either."""


def _table(name: str, /, *parts: Index | UniqueConstraint, **kinds: Kind) -> Table:
    columns = [kind(name=column) for column, kind in kinds.items()]
    return Table(name, metadata, *columns, *parts, sqlite_autoincrement=NEVER_REUSED in kinds.values())


def _partial_index(name: str, where: ColumnElement[bool], *columns: Column[Any]) -> None:
    Index(name, *columns, sqlite_where=where, postgresql_where=where)


# --- the mirror -------------------------------------------------------------------------------------------------

records = _table(
    "records",
    Index("records_by_contractor", "agency", "kind", "contractor_id"),
    Index("records_by_id", "agency", "kind", "record_id"),
    Index("records_by_staff", "agency", "staff_id"),
    Index("records_by_property", "agency", "property_id"),
    agency=ID_KEY,
    kind=ID_KEY,
    # the branch or contractor of the list, or the single record's id
    scope=ID_KEY,
    record_id=ID_KEY,
    # the contractor that the record belongs to, if any
    contractor_id=ID_OR_NULL,
    # the member of staff who manages the job
    staff_id=ID_OR_NULL,
    # the job's property
    property_id=ID_OR_NULL,
    # the job's list row has no address
    lacks_address=FLAG,
    # the job's list row has no notes
    lacks_notes=FLAG,
    # the domain object as JSON
    body=BYTES,
    # of the list row as AgentOS sent it; null after the portal changed the record
    digest=BYTES_OR_NULL,
    # the counter's value at the last write
    sequence=NUMBER,
    # the row is visible if its collection has the same generation
    generation=COUNT,
)
_partial_index("records_lacking_address", records.c.lacks_address == true(), records.c.agency, records.c.property_id)
_partial_index("records_lacking_notes", records.c.lacks_notes == true(), records.c.agency, records.c.contractor_id)

emails = _table(
    "contractor_emails",
    Index("contractor_emails_by_contractor", "agency", "contractor_id", "scope"),
    email=LINE_KEY,
    agency=ID_KEY,
    scope=ID_KEY,
    # of a contractor who is not archived
    contractor_id=ID_KEY,
    # the row is visible if its collection has the same generation
    generation=COUNT,
)

# Only the id remains, so that the next fetch does not bring back what was deleted (`app.mirror.rows`).
erased_contractors = _table(
    "erased_contractors",
    agency=ID_KEY,
    # of a contractor whose data were erased
    contractor_id=ID_KEY,
)

collections = _table(
    "collections",
    agency=ID_KEY,
    kind=ID_KEY,
    scope=ID_KEY,
    # the start of the last complete or partial fetch that was applied
    read_at=MOMENT_OR_NULL,
    # the time of the last fetch, if it failed
    failed_at=MOMENT_OR_NULL,
    # the time at which a view requested a refresh; null after the next fetch
    asked_at=MOMENT_OR_NULL,
    # the first fetch that was without suspiciously many rows
    suspect_at=MOMENT_OR_NULL,
    lease_owner=ID_OR_NULL,
    # seconds of the steady clock
    lease_until=SECONDS_OR_NULL,
    # the generation of the visible rows
    generation=COUNT,
)
_partial_index("collections_asked", collections.c.asked_at.is_not(None), collections.c.agency, collections.c.kind)

# Cached responses. Only a response that was requested has a row. The next request fills a row without a body.
cached_responses = _table(
    "cached_responses",
    Index("cached_responses_by_end", "agency", "good_until"),
    agency=ID_KEY,
    contractor_id=ID_KEY,
    # the endpoint of the view
    kind=ID_KEY,
    # the counter's value at the last invalidation
    version=NUMBER,
    # the body is valid until then; empty if there is no body
    good_until=MOMENT,
    # a digest of the code and the configuration that made the body
    fingerprint=ID_OR_NULL,
    # a digest of the body
    etag=ID_OR_NULL,
    # the response's JSON up to its asOf
    body=BYTES_OR_NULL,  # last, because columns behind a long body are slow to read
)

response_sources = _table(
    "response_sources",
    agency=ID_KEY,
    contractor_id=ID_KEY,
    # the kind of the response
    response=ID_KEY,
    # the kind of a collection in the response
    kind=ID_KEY,
    scope=ID_KEY,
    # the collection's age counts for the response
    judged=FLAG,
)

counters = _table("counters", name=ID_KEY, value=NUMBER)

# --- the worker -------------------------------------------------------------------------------------------------

heartbeats = _table(
    "heartbeats",
    # 1: all workers share the row
    id=ONLY_ROW,
    # the number of heartbeats of all workers
    beats=NUMBER,
    # the last heartbeat, in seconds of the steady clock
    beat_at=SECONDS,
    # the seconds for which any worker was alive since a restore
    alive_s=SECONDS,
)

processes = _table(
    "processes",
    host=ID_KEY,
    # `web-1`, `worker-1`, …
    service=ID_KEY,
    # a copied machine may have the name of the first one
    boot_id=ID_KEY,
    # the last renewal, in seconds of the steady clock
    seen_at=SECONDS,
    # seconds by which the wall clock of the process is ahead of the database's clock
    ahead_s=SECONDS,
    # JSON, with keyed fingerprints in place of secrets
    facts=BYTES,
)

known_agencies = _table(
    "known_agencies",
    # the short name
    agency=ID_KEY,
    # the full name
    name=LINE,
    # when a process last knew the agency, in the seconds of the heartbeat's alive_s
    known_at=SECONDS,
)

worker_tasks = _table(
    "worker_tasks",
    Index("worker_tasks_due", "due_at"),
    Index("worker_tasks_by_token", "token"),
    # empty for a task that serves all agencies
    agency=ID_KEY,
    task=ID_KEY,
    # seconds of the steady clock; while claimed, the end of the claim
    due_at=SECONDS,
    # a person waits for the task
    awaited=FLAG,
    # of the worker's claim; null: the task is not running
    token=ID_OR_NULL,
    # the earliest time requested during the claim
    requested_at=SECONDS_OR_NULL,
    # the number of failures in a row
    failures=COUNT,
)

# --- the steady clock -------------------------------------------------------------------------------------------

host_clocks = _table(
    "host_clocks",
    # the id of a machine and its last boot
    boot_id=ID_KEY,
    # seconds by which the steady clock is ahead of the boot clock
    offset=SECONDS,
)

database_clock = _table(
    "database_clock",
    # always 1
    id=ONLY_ROW,
    # seconds by which the database's clock is ahead of the steady clock
    lead=SECONDS,
    # a new value after each sign of a clock step
    epoch=ID,
)

# --- the budget -------------------------------------------------------------------------------------------------

slots = _table(
    "slots",
    Index("slots_by_key", "key_id", "returns_at"),
    id=NEVER_REUSED,
    # a digest of the key, never the key
    key_id=ID,
    # person or worker
    asker=ID,
    # the contractor for whom the call is made, if any
    contractor_id=ID_OR_NULL,
    # seconds of the steady clock
    returns_at=SECONDS,
)

first_windows = _table(
    "first_windows",
    # a digest of the key whose count began
    key_id=ID_KEY,
    # the steady clock's epoch in which the count began
    epoch=ID,
    # seconds of the steady clock; null: the window is over, and the key has rows in slots
    until=SECONDS_OR_NULL,
    # the number of calls by people in the window
    people=NUMBER,
    # the number of calls by the worker in the window
    worker=NUMBER,
)

rests = _table(
    "rests",
    key_id=ID_KEY,
    # seconds of the steady clock; during a trial, the trial's latest end
    until=SECONDS,
    # the slot of the single call that is allowed after the rest
    trial=NUMBER_OR_NULL,
)

operation_rests = _table(
    "operation_rests",
    # a digest of a key and an operation
    operation_id=ID_KEY,
    # seconds of the steady clock; during a trial, the trial's latest end
    until=SECONDS,
    # the length of the last rest
    rest_s=SECONDS,
)

refused_keys = _table(
    "refused_keys",
    # a digest of the key, never the key
    key_id=ID_KEY,
    # the call to AgentOS that was refused (401)
    operation=ID_KEY,
    # the last refusal without a later success
    refused_at=MOMENT,
)

tickets = _table(
    "tickets",
    Index("tickets_by_key", "key_id", "id"),
    id=NEVER_REUSED,
    # a digest of the key for whose slots a person waits
    key_id=ID,
    # seconds of the steady clock; the ticket is ignored after that
    until=SECONDS,
)

# --- submissions ------------------------------------------------------------------------------------------------

submissions = _table(
    "submissions",
    UniqueConstraint("agency", "contractor_id", "route", "key", name="submissions_keys"),
    UniqueConstraint("agency", "kind", "agentos_id", name="submissions_claims"),
    Index("submissions_by_lane", "agency", "lane", "state", "number"),
    Index("submissions_by_contractor", "agency", "contractor_id", "number"),
    Index("submissions_due", "agency", "next_at"),
    Index("submissions_by_state", "state", "agency", "kind", "created_at"),
    id=ID_KEY,
    # the order of acceptance
    number=partial(NUMBER, unique=True),
    kind=ID,
    agency=ID,
    contractor_id=ID,
    job_id=ID_OR_NULL,
    # the job or the statement, whose submissions are sent one after the other
    lane=LINE,
    # as JSON, without its document
    content=BYTES_OR_NULL,
    document_name=LINE_OR_NULL,
    # bytes
    document_size=NUMBER_OR_NULL,
    document_sha256=ID_OR_NULL,
    # the mark of the folder in which the document was stored
    document_folder=ID_OR_NULL,
    # the amount of an invoice
    amount_pence=NUMBER_OR_NULL,
    # a digest of the content that makes another submission a repeat
    likeness=ID_OR_NULL,
    # the method and path of the request
    route=LINE,
    # the idempotency key, while it is valid
    key=LINE_OR_NULL,
    # a digest of the request's body
    request=ID,
    # the request was answered with 202: the portal will deliver it
    promised=FLAG,
    # the e-mail address of the sender
    email=LINE_OR_NULL,
    state=ID,
    # the ids in AgentOS's list before the last attempt, as JSON; null: no list
    baseline=BYTES_OR_NULL,
    # the id of the record in AgentOS, which belongs to one submission only
    agentos_id=ID_OR_NULL,
    attempts=COUNT,
    # the number of attempts that ended in doubt
    doubts=COUNT,
    # the number of equal refusals in a row
    refusals=COUNT,
    # the first of these refusals, in seconds of the steady clock
    refused_at=SECONDS_OR_NULL,
    # the result of the last attempt: done, refused, in doubt …
    last_result=ID_OR_NULL,
    # the HTTP status of the last attempt
    last_status=NUMBER_OR_NULL,
    # the end of the last attempt that wrote a byte, in seconds of the steady clock
    ended_at=SECONDS_OR_NULL,
    # the number of read-backs with a response since then
    looks=COUNT,
    # the last of these read-backs, in seconds of the steady clock
    looked_at=SECONDS_OR_NULL,
    # the number of complete read-backs without the submission
    absences=COUNT,
    # the last of these, in seconds of the steady clock
    absent_at=SECONDS_OR_NULL,
    # the number of failed turns in a row
    tries=COUNT,
    # the seconds for which a worker has tried
    tried_s=partial(SECONDS, server_default=text("0")),
    # the worker's last turn, in seconds of the steady clock
    tried_at=SECONDS_OR_NULL,
    # the last attempt, or else the acceptance, in seconds of the steady clock
    attempted_at=SECONDS_OR_NULL,
    created_at=MOMENT,
    updated_at=MOMENT,
    # the last comparison with the mirror, for a confirmed submission
    compared_at=MOMENT_OR_NULL,
    # the worker's next turn, in seconds of the steady clock; null: nothing to do
    next_at=SECONDS_OR_NULL,
    lease_owner=ID_OR_NULL,
    # seconds of the steady clock
    lease_until=SECONDS_OR_NULL,
    # the status of the response to the sender
    status=NUMBER_OR_NULL,
    # the body of the response to the sender
    result=BYTES_OR_NULL,
    # when and why the last turn stopped; null: it did not
    failure=LINE_OR_NULL,
    # a sentence about the state, for the contractor
    message=LINE_OR_NULL,
    # the person who ended it by hand
    resolved_by=LINE_OR_NULL,
    # the observation of that person
    finding=LINE_OR_NULL,
)

proofs = _table(
    "proofs",
    agency=ID_KEY,
    # of submissions
    kind=ID_KEY,
    # when the portal last recognised its own record, in seconds of the steady clock
    proven_at=SECONDS_OR_NULL,
    # the names of the fields that AgentOS stores as they were sent, as JSON
    kept=BYTES,
    # the longest time until AgentOS listed a record
    lag_s=SECONDS,
    # the number of accepted submissions in a row that AgentOS's list did not show as they were sent
    misses=COUNT,
)

operation_pauses = _table(
    "operation_pauses",
    agency=ID_KEY,
    # of submissions
    kind=ID_KEY,
    # the ids of the submissions that were in doubt in a row, as JSON
    doubtful=BYTES,
    # the beginning of the pause, in seconds of the steady clock; null: no pause
    began_at=SECONDS_OR_NULL,
    # the number of trials since then
    trials=NUMBER,
    # the earliest time of the next trial, in seconds of the steady clock
    trial_at=SECONDS,
)

backups = _table(
    "backups",
    # 1: the last backup
    id=ONLY_ROW,
    began_at=MOMENT,
)

restores = _table(
    "restores",
    # 1: the last restore from a backup
    id=ONLY_ROW,
    # when the backup began
    backed_up_at=MOMENT,
)

lists_at_backup = _table(
    "lists_at_backup",
    agency=ID_KEY,
    # of submissions
    kind=ID_KEY,
    # the job, or for invoices the contractor
    scope=ID_KEY,
    # the list in the mirror at the backup, as a baseline in JSON
    known=BYTES,
)

# --- jobs and invoices ------------------------------------------------------------------------------------------

invoicing_marks = _table(
    "invoicing_marks",
    agency=ID_KEY,
    contractor_id=ID_KEY,
    # the job that needs no invoice through the portal
    job_id=ID_KEY,
    # elsewhere or no-charge
    state=ID,
    # of the invoice that the contractor sent elsewhere, if known
    invoice_number=LINE_OR_NULL,
    at=MOMENT,
)

# AgentOS has no history of an invoice, so the rows stay when the mirror is dropped.
invoice_sightings = _table(
    "invoice_sightings",
    agency=ID_KEY,
    contractor_id=ID_KEY,
    # AgentOS's id
    invoice_id=ID_KEY,
    # authorised, rejected or paid
    state=ID_KEY,
    # the start of the first fetch that had the invoice in this state
    seen_at=MOMENT,
)

# --- e-mail -----------------------------------------------------------------------------------------------------

mails = _table(
    "mails",
    UniqueConstraint("submission_id", "kind", name="mails_by_submission"),
    # begins with the time: later rows have greater ids
    id=ID_KEY,
    # a code, a new device, a review …
    kind=ID,
    # the lowest is sent first
    urgency=NUMBER,
    # the recipient; null: the submission tells
    email=LINE_OR_NULL,
    # the device, network or person that caused the mail; sources take turns
    source=LINE_OR_NULL,
    # further facts for the text, as JSON
    details=partial(LINE, type_=Text),
    # only workers that know the agency send the mail; null: all workers
    agency=ID_OR_NULL,
    # the submission that the mail is about, if any
    submission_id=ID_OR_NULL,
    # the time of the event that the mail reports
    created_at=MOMENT,
    # the next try in seconds of the steady clock; while claimed, the end of the claim; null: never
    next_at=SECONDS_OR_NULL,
    # a worker is sending the mail, or was killed while it sent it
    claimed=FLAG,
    # the number of mails sent
    sent=COUNT,
    # the number of failures in a row
    tries=COUNT,
)
_partial_index("mails_waiting", mails.c.next_at.is_not(None), mails.c.kind, mails.c.next_at)

# --- signing in -------------------------------------------------------------------------------------------------

sessions = _table(
    "sessions",
    Index("sessions_by_email", "email", "seen_at"),
    # the hash of the id that only the browser's cookie has
    id=ID_KEY,
    email=LINE,
    # the current account
    agency=ID,
    # the current account
    contractor_id=ID,
    created_at=MOMENT,
    seen_at=MOMENT,
    # the latest end, however often the person returns
    ends_at=MOMENT,
    # when somebody ended it
    ended_at=MOMENT_OR_NULL,
    # the proof of identity: a code, a passkey …
    method=ID,
    # the hash of the browser's device cookie
    device=ID,
    # the browser and its system, for people
    software=LINE_OR_NULL,
    # the prefix of the IP address
    network=ID_OR_NULL,
    # the provider's page for signing out, with the whole ID token in plain text
    sign_out_url=partial(LINE_OR_NULL, type_=Text),
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
    Index("codes_by_email", "email", "created_at"),
    id=ID_KEY,
    email=LINE,
    # the agency to start with, if the person named it
    agency=ID_OR_NULL,
    # a keyed hash of the code, never the code
    digest=ID,
    created_at=MOMENT,
    tries=COUNT,
    used_at=MOMENT_OR_NULL,
    # the hash of the browser's nonce
    browser=ID,
    # the known device or the network that asked
    origin=LINE,
)

known_devices = _table(
    "known_devices",
    Index("known_devices_by_time", "seen_at"),
    Index("known_devices_by_device", "device"),
    email=LINE_KEY,
    # the hash of the browser's device cookie
    device=ID_KEY,
    created_at=MOMENT,
    # the last sign-in
    seen_at=MOMENT,
)

openid_attempts = _table(
    "openid_attempts",
    Index("openid_attempts_by_time", "started_at"),
    # the hash of the state in the request to the provider
    state=ID_KEY,
    # the hash of the browser's nonce
    attempt=ID,
    # the page to show after the sign-in
    next_path=LINE,
    started_at=MOMENT,
)

handovers = _table(
    "handovers",
    Index("handovers_by_time", "expires_at"),
    # the hash of the id of a token that was used
    token=ID_KEY,
    # no token with this id is accepted until then
    expires_at=MOMENT,
)

passkeys = _table(
    "passkeys",
    Index("passkeys_by_email", "email"),
    id=ID_KEY,
    # at most 1,023 bytes, made by the device
    credential_id=partial(BYTES, unique=True),
    # the owner
    email=LINE,
    # a COSE key
    public_key=BYTES,
    # the device's count of signatures; 0: it does not count
    sign_count=NUMBER,
    # the owner's id on the device
    user_handle=BYTES,
    # the browser and the system that added it
    name=LINE,
    created_at=MOMENT,
    # the last sign-in
    used_at=MOMENT_OR_NULL,
)

passkey_challenges = _table(
    "passkey_challenges",
    Index("passkey_challenges_by_time", "created_at"),
    # the ceremony, and the hash of the browser's nonce or the id of the session's row
    holder=LINE_KEY,
    challenge=BYTES,
    created_at=MOMENT,
)

# --- the audit ------------------------------------------------------------------------------------------------------

audit_entries = _table(
    "audit_entries",
    Index("audit_entries_by_email", "email", "id"),
    Index("audit_entries_by_contractor", "contractor_id", "id"),
    Index("audit_entries_by_submission", "submission_id"),
    Index("audit_entries_by_time", "at"),
    id=SERIAL,
    at=MOMENT,
    event=ID,
    # the person's address, or the address that a failed sign-in named
    email=LINE_OR_NULL,
    agency=ID_OR_NULL,
    contractor_id=ID_OR_NULL,
    # the method of a sign-in or the like
    detail=LINE_OR_NULL,
    submission_id=ID_OR_NULL,
    # the prefix of the IP address
    network=ID_OR_NULL,
    # the browser and its system, for people
    software=LINE_OR_NULL,
    # the hash of the browser's device cookie
    device=ID_OR_NULL,
    request_id=ID_OR_NULL,
)

# --- limits on callers ------------------------------------------------------------------------------------------

hits = _table(
    "hits",
    Index("hits_by_key", "key", "at"),
    Index("hits_by_time", "at"),  # strangers can cause many hits, and old ones are deleted once an hour
    id=SERIAL,
    key=LINE,
    # seconds since 1970
    at=SECONDS,
)
