"""Entries of the audit. Each is a row, which the portal keeps for 90 days, and a line in the log without an address."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

import structlog
from sqlalchemy import Connection, insert

from app.domain.client import Client
from app.domain.clock import to_text
from app.domain.digests import keyed_digest
from app.store.engine import Database, after_commit, delete_rows
from app.store.tables import audit_entries

KEPT = timedelta(days=90)
DIGEST_CHARACTERS = 16
"""Length of the keyed hash of an e-mail address in the log: enough to tell addresses apart."""

# A constant, because building it takes longer than running it.
INSERT = insert(audit_entries)

log = structlog.get_logger("audit")


class Event(StrEnum):
    """The events that the audit records."""

    CODE_REQUESTED = "code requested"
    CODE_MAILED = "code mailed"
    CODE_NOT_MAILED = "code not mailed"
    SIGNED_IN = "signed in"
    SIGN_IN_FAILED = "sign-in failed"
    SIGNED_OUT = "signed out"
    SESSION_ENDED = "session ended"
    SWITCHED = "switched"
    PASSKEY_ADDED = "passkey added"
    PASSKEY_REMOVED = "passkey removed"
    SUBMITTED = "submitted"
    NOT_ACCEPTED = "not accepted"
    # The outcomes of submissions: the states of the same names (`app.domain.submission.State`).
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNCONFIRMED = "unconfirmed"
    REVIEW = "review"
    EXPIRED = "expired"
    ABANDONED = "abandoned"


OPERATORS_ONLY = (Event.CODE_MAILED, Event.CODE_NOT_MAILED)
"""Events that contractors do not see: clients know the events of the API's version."""


class Audit:
    """Writes entries of the audit. `secret_key`: the key of the digests of e-mail addresses in the log."""

    def __init__(self, secret_key: str) -> None:
        self._secret_key = secret_key

    def record(
        self,
        connection: Connection,
        event: Event,
        *,
        at: str,
        email: str | None,
        client: Client | None,
        account: tuple[str, str] | None = None,
        detail: str | None = None,
        submission_id: str | None = None,
    ) -> None:
        """Write an entry within a transaction. Log it when the transaction is committed.

        `at`: the time as text (`to_text`), taken before the transaction. `client`: the sender of the request, or None
        for work without a request. `account`: an agency's short name and a contractor's id. `detail`: the method of a
        sign-in or the like; no personal data, because it is logged too.
        """
        agency, contractor_id = account or (None, None)
        about = {"agency": agency, "contractor_id": contractor_id, "detail": detail, "submission_id": submission_id}
        network = client and client.prefix
        sender = client and {"software": client.software, "device": client.device, "request_id": client.request_id}
        row = {"at": at, "event": event, "email": email, "network": network, **about, **(sender or {})}
        connection.execute(INSERT, row)
        known = {name: value for name, value in about.items() if value}
        person = email and keyed_digest(self._secret_key, "audit", email).hex()[:DIGEST_CHARACTERS]
        line = {"what": str(event), "person": person, "network": network, **known}
        after_commit(connection, partial(log.info, "audit", **line))

    def forget(self, database: Database, now: datetime) -> int:
        """Delete entries that are older than `KEPT`. Return their number."""
        return delete_rows(database, audit_entries, audit_entries.c.at <= to_text(now - KEPT))
