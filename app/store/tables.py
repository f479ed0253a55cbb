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
    UniqueConstraint,
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
    Column("scope", String(64), primary_key=True, comment="the branch or contractor whose list holds it"),
    Column("record_id", String(64), primary_key=True),
    Column("contractor_id", String(64), comment="whose it is, where it is somebody's"),
    Column("staff_id", String(64), comment="who manages the job"),
    Column("property_id", String(64), comment="where the job is"),
    Column("lacks_address", Boolean, nullable=False, server_default=false(), comment="the job's row does not say it"),
    Column("lacks_notes", Boolean, nullable=False, server_default=false(), comment="the job's row in its list does"),
    Column("body", LargeBinary, nullable=False, comment="the domain object as JSON"),
    Column("digest", LargeBinary, comment="of the list's row as it was read; none once we have changed it"),
    Column("sequence", BigInteger, nullable=False, comment="counter's value when it was last written"),
    Column("generation", BigInteger, nullable=False, server_default=text("0"), comment="shown if its collection's"),
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
    Column("contractor_id", String(64), primary_key=True, comment="not archived"),
    Column("generation", BigInteger, nullable=False, server_default=text("0"), comment="shown if its collection's"),
    Index("contractor_emails_by_contractor", "agency", "scope", "contractor_id"),
)

collections = Table(
    "collections",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("scope", String(64), primary_key=True),
    Column("read_at", String(32), comment="the last complete or partial reading that was applied"),
    Column("failed_at", String(32), comment="the last attempt, if it failed"),
    Column("asked_at", String(32), comment="a view wants it read; cleared by the next attempt"),
    Column("suspect_at", String(32), comment="when a reading first left out too much to believe"),
    Column("lease_owner", String(64)),
    Column("lease_until", Float, comment="by the database's clock"),
    Column("generation", BigInteger, nullable=False, server_default=text("0"), comment="which of its rows are shown"),
)
_partial_index("collections_asked", collections.c.asked_at.is_not(None), collections.c.agency, collections.c.kind)

# Cached responses. Only a response that was requested has a row. A row without a body waits to be rendered again.
# `crc`, `size` and `gzipped` are unused.
answers = Table(
    "answers",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("contractor_id", String(64), primary_key=True),
    Column("kind", String(64), primary_key=True, comment="the view's endpoint"),
    Column("version", BigInteger, nullable=False, comment="counter's value when it was last outdated"),
    Column("good_until", String(32), nullable=False, comment="from then on it is none; empty where there is no body"),
    Column("recipe", String(32), comment="a digest of all but rows that it was made by"),
    Column("dated", Boolean, comment="whether asOf and stale stand behind the body"),
    Column("etag", String(32), comment="a digest of the body"),
    Column("crc", BigInteger, comment="of the body"),
    Column("size", Integer, comment="of the body in bytes"),
    Column("gzipped", LargeBinary, comment="the body as the beginning of a gzip member, where that is shorter"),
    Column(
        "body", LargeBinary, comment="the answer's JSON up to its asOf"
    ),  # last, because columns behind a long body are slow to read
    Index("answers_by_end", "agency", "good_until"),
)

sources = Table(
    "answer_sources",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("contractor_id", String(64), primary_key=True),
    Column("answer", String(64), primary_key=True, comment="the answer's kind"),
    Column("kind", String(16), primary_key=True, comment="of a collection that the answer is made of"),
    Column("scope", String(64), primary_key=True),
    Column("judged", Boolean, nullable=False, comment="whether the collection's age is the answer's"),
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
    Column("beats", BigInteger, nullable=False, comment="how often a worker beat"),
    Column("beat_at", Float, nullable=False, comment="the last beat, by the database's clock"),
    Column("alive_s", Float, nullable=False, comment="for how many seconds a worker was alive in all"),
)

# --- the steady clock -------------------------------------------------------------------------------------------

host_clocks = Table(
    "host_clocks",
    metadata,
    Column("boot_id", String(64), primary_key=True, comment="of a machine since its boot"),
    Column("offset", Float, nullable=False, comment="the steady clock is so many seconds ahead of the boot clock"),
)

database_clock = Table(
    "database_clock",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="always 1"),
    Column("lead", Float, nullable=False, comment="the database's clock is so many seconds ahead of the steady clock"),
    Column("epoch", String(16), nullable=False, comment="another one after each sign of a step"),
)

# --- the budget -------------------------------------------------------------------------------------------------

slots = Table(
    "slots",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key_id", String(64), nullable=False, comment="a digest, never the key"),
    Column("asker", String(16), nullable=False, comment="person or worker"),
    Column("returns_at", Float, nullable=False, comment="by the steady clock"),
    Index("slots_by_key", "key_id", "returns_at"),
    sqlite_autoincrement=True,  # a number used again could end somebody else's slot
)

first_windows = Table(
    "first_windows",
    metadata,
    Column("key_id", String(64), primary_key=True, comment="whose count of slots began"),
    Column("epoch", String(16), nullable=False, comment="of the steady clock, in which it began"),
    Column("until", Float, comment="by the steady clock; none: it is over, and the key has rows in slots"),
    Column("people", Integer, nullable=False, comment="calls by people within it"),
    Column("worker", Integer, nullable=False, comment="calls by the worker within it"),
)

rests = Table(
    "rests",
    metadata,
    Column("key_id", String(64), primary_key=True),
    Column("until", Float, nullable=False, comment="by the steady clock; of a trial, its latest end"),
    Column("trial", Integer, comment="the slot of the one call that is let through after the rest"),
)

operation_rests = Table(
    "operation_rests",
    metadata,
    Column("operation_id", String(64), primary_key=True, comment="a digest of a key and an operation"),
    Column("until", Float, nullable=False, comment="by the database's clock; of a trial, its latest end"),
    Column("rest_s", Float, nullable=False, comment="how long the last rest was"),
)

tickets = Table(
    "tickets",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key_id", String(64), nullable=False, comment="whose slots a person waits for"),
    Column("until", Float, nullable=False, comment="by the steady clock; who has died waiting is forgotten then"),
    Index("tickets_by_key", "key_id", "id"),
    sqlite_autoincrement=True,  # the numbers are the order of the queue
)

# --- what was sent ----------------------------------------------------------------------------------------------

submissions = Table(
    "submissions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("number", BigInteger, nullable=False, unique=True, comment="the order of acceptance"),
    Column("kind", String(16), nullable=False),
    Column("agency", String(64), nullable=False),
    Column("contractor_id", String(64), nullable=False),
    Column("job_id", String(64)),
    Column("lane", String(80), nullable=False, comment="its job's, or its statement's: one after the other"),
    Column("content", LargeBinary, comment="as JSON, without its document"),
    Column("document_name", String(255)),
    Column("document_size", Integer, comment="bytes"),
    Column("document_sha256", String(64)),
    Column("amount_pence", BigInteger, comment="of an invoice"),
    Column("likeness", String(64), comment="a digest of what makes another one a repeat of this"),
    Column("route", String(160), nullable=False, comment="method and path of the request"),
    Column("key", String(128), comment="its idempotency key, while that holds"),
    Column("request", String(64), nullable=False, comment="a digest of the request's body"),
    Column("promised", Boolean, nullable=False, comment="told 202: delivered when it can be"),
    Column("email", String(254), comment="its sender's address, to tell the end to"),
    Column("state", String(16), nullable=False),
    Column("baseline", LargeBinary, comment="ids in AgentOS's list before the last attempt, as JSON; none: no list"),
    Column("agentos_id", String(64), comment="its record in AgentOS; no two submissions claim one"),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("doubts", Integer, nullable=False, server_default=text("0"), comment="attempts that ended in doubt"),
    Column("refusals", Integer, nullable=False, server_default=text("0"), comment="the same refusal in a row"),
    Column("refused_at", Float, comment="the first of them, by the database's clock"),
    Column("last_result", String(24), comment="of the last attempt: done, refused, in doubt …"),
    Column("last_status", Integer, comment="the HTTP status of its response"),
    Column("ended_at", Float, comment="by the database's clock: the end of the last attempt of which a byte went out"),
    Column("looks", Integer, nullable=False, server_default=text("0"), comment="answered read-backs since then"),
    Column("looked_at", Float, comment="the last of them, by the database's clock"),
    Column("absences", Integer, nullable=False, server_default=text("0"), comment="complete ones that lacked it"),
    Column("absent_at", Float, comment="the last of those, by the database's clock"),
    Column("tries", Integer, nullable=False, server_default=text("0"), comment="turns in vain in a row"),
    Column("tried_s", Float, nullable=False, server_default=text("0"), comment="seconds in which a worker tried"),
    Column("tried_at", Float, comment="by the database's clock: the worker's last turn"),
    Column("attempted_at", Float, comment="by the database's clock: the last attempt; before the first, acceptance"),
    Column("created_at", String(32), nullable=False),
    Column("updated_at", String(32), nullable=False),
    Column("next_at", Float, comment="by the database's clock: the worker's next turn; none: there is nothing to do"),
    Column("lease_owner", String(64)),
    Column("lease_until", Float, comment="by the database's clock"),
    Column("status", Integer, comment="of the response to its sender"),
    Column("result", LargeBinary, comment="that response's body"),
    Column("message", String(300), comment="what became of it, for its contractor"),
    Column("resolved_by", String(100), comment="who settled it by hand"),
    Column("finding", String(500), comment="what they found"),
    UniqueConstraint("agency", "contractor_id", "route", "key", name="submissions_keys"),
    UniqueConstraint("agency", "kind", "agentos_id", name="submissions_claims"),
    Index("submissions_by_lane", "agency", "lane", "number"),
    Index("submissions_by_contractor", "agency", "contractor_id", "number"),
    Index("submissions_due", "agency", "next_at"),
)

notices = Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("submission_id", String(32), nullable=False),
    Column("agency", String(64), nullable=False),
    Column("kind", String(16), nullable=False, comment="what is told, and to whom"),
    Column("sent", Integer, nullable=False, server_default=text("0"), comment="how often it was mailed"),
    Column("tries", Integer, nullable=False, server_default=text("0"), comment="how often that failed in a row"),
    Column("next_at", Float, comment="by the steady clock: when to mail it; none: never again"),
    Index("notices_due", "agency", "next_at"),
    Index("notices_by_submission", "submission_id"),
)

proofs = Table(
    "proofs",
    metadata,
    Column("agency", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True, comment="of submissions"),
    Column("proven_at", Float, comment="by the database's clock: the portal recognised its own record"),
    Column("failed_at", Float, comment="by the database's clock: it did not, last"),
    Column("kept", LargeBinary, nullable=False, comment="names of the fields that AgentOS keeps as sent, as JSON"),
    Column("lag_s", Float, nullable=False, comment="the longest time until an accepted object was listed"),
)

# --- signing in -------------------------------------------------------------------------------------------------

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("email", String(254), nullable=False),
    Column("agency", String(64), nullable=False, comment="the current account"),
    Column("contractor_id", String(64), nullable=False, comment="the current account"),
    Column("created_at", String(32), nullable=False),
    Column("seen_at", String(32), nullable=False),
    Column("revoked_at", String(32)),
    Index("sign_ins_by_email", "email", "seen_at"),
)

code_requests = Table(
    "code_requests",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("email", String(254), nullable=False),
    Column("agency", String(64), comment="the one they want to work for, if they said so"),
    Column("asked_at", String(32), nullable=False),
    Column("next_try_at", String(32), nullable=False),
    Index("code_requests_due", "next_try_at"),
)

codes = Table(
    "codes",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("email", String(254), nullable=False),
    Column("agency", String(64), comment="the one they want to work for, if they said so"),
    Column("digest", String(64), nullable=False, comment="keyed hash of the code, never the code"),
    Column("created_at", String(32), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("used_at", String(32)),
    Index("codes_by_email", "email", "created_at"),
)

# --- limits on callers ------------------------------------------------------------------------------------------

hits = Table(
    "hits",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String(200), nullable=False),
    Column("at", Float, nullable=False, comment="seconds of the epoch, as `limits` counts"),
    Index("hits_by_key", "key", "at"),
)
