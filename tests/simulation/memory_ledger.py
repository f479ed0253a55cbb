"""The ledger of submissions in memory: the rules of `app.ledger.ledger.Ledger`, without a database.

`test_ledgers` runs the same tests, and the same histories, on both ledgers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from app.domain.attempt import AttemptResult
from app.domain.clock import Clock, LeaseEnd
from app.domain.delivery import EARLY_LOOKS_S, after_attempt
from app.domain.recognition import Proof
from app.domain.slots import ROUNDING_S
from app.domain.submission import OPEN, UNSETTLED, Changes, State, Submission, SubmissionKind, check_move
from app.ledger.idempotency import NewSubmission, WriteOptions
from app.ledger.lease import Claimed, Lease, LeaseLost, Times
from app.ledger.ledger import UNLEASED, Ledger
from tests.simulation.memory_repeats import repeat_of, rows_of_route

FIELDS = frozenset(column.name for column in fields(Submission))
BARE = dict.fromkeys(("lease_owner", "lease_until", "key", "route", "request", "likeness", "amount_pence"))


@dataclass
class MemoryStore:
    """The tables."""

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    proofs: dict[tuple[str, str], Proof] = field(default_factory=dict)
    notices: list[tuple[str, str]] = field(default_factory=list)
    number: int = 0
    leases: int = 0


class MemoryLedger:
    """The ledger of one process, over the shared tables. `seconds` is the database's clock."""

    def __init__(
        self, store: MemoryStore, clock: Clock, documents: Any, times: Times, seconds: Callable[[], float]
    ) -> None:
        self.store = store
        self.documents = documents
        self.times = times
        self._clock = clock
        self._seconds = seconds
        self._unreleased: dict[tuple[str, str], dict[str, Any]] = {}

    # accepting ----------------------------------------------------------------------------------------------------

    def find_repeat(self, new: NewSubmission) -> Submission | None:
        row = repeat_of(self.store.rows.values(), new, self._clock.now())
        return None if row is None else as_submission(row)

    def accept(
        self, new: NewSubmission, count: Callable[[Any], None], *, lease_s: float
    ) -> tuple[Submission, Lease | None]:
        store, moment = self.store, self._clock.now()
        self._release_unreleased()
        earlier = repeat_of(self.store.rows.values(), new, self._clock.now())
        if earlier is not None:
            return as_submission(earlier), None
        count(None)
        if new.options.key is not None:
            for row in rows_of_route(self.store.rows.values(), new):
                if row["key"] == new.options.key:
                    row["key"] = None
        store.number += 1
        identity = f"{store.number:032x}"
        lease = self._lease(identity, lease_s)
        columns = new.columns()
        row = BARE | {name: columns[name] for name in ("route", "key", "request", "likeness", "amount_pence")}
        row |= {
            "submission_id": identity,
            "number": store.number,
            "kind": new.kind,
            "agency": new.agency,
            "contractor_id": new.contractor_id,
            "job_id": new.job_id,
            "lane": new.lane,
            "content": new.content,
            "document": new.document,
            "email": new.email,
            "promised": False,
            "state": State.WAITING,
            "created_at": moment,
            "updated_at": moment,
            "next_at": self._seconds(),
            "attempted_at": self._seconds(),
            "lease_owner": lease.owner,
            "lease_until": self._seconds() + lease_s,
        }
        for column in fields(Submission):
            if column.name not in row:
                row[column.name] = column.default
        store.rows[identity] = row
        return as_submission(row), lease

    discard, release, release_unchanged = Ledger.discard, Ledger.release, Ledger.release_unchanged

    def _delete_bare(self, lease: Lease, problem: str) -> bool:
        row = self.store.rows.get(lease.submission_id)
        is_mine = row is not None and row["lease_owner"] == lease.owner
        if is_mine and row["state"] is State.WAITING and not row["promised"] and not row["attempts"]:
            del self.store.rows[lease.submission_id]
        elif row is not None and row["state"] is not State.ABANDONED:
            return False
        self.documents.remove(lease.submission_id)
        return True

    def has_key(self, agency: str, contractor_id: str, options: WriteOptions) -> bool:
        rows = self.store.rows.values()
        identity = (agency, contractor_id, options.route, options.key)
        return any((row["agency"], row["contractor_id"], row["route"], row["key"]) == identity for row in rows)

    # working on a row ---------------------------------------------------------------------------------------------

    def take(self, submission_id: str, *, lease_s: float) -> Lease | None:
        lease, at, now = self._lease(submission_id, lease_s), self._clock.now(), self._seconds()
        self._release_unreleased()
        row = self.store.rows.get(submission_id)
        if row is None or (row["lease_until"] is not None and row["lease_until"] > now):
            return None
        changes = Changes()
        if row["state"] is State.SENDING:
            changes |= after_attempt(as_submission(row), AttemptResult.IN_DOUBT, None, now)
            changes["next_at"] = now + EARLY_LOOKS_S[0]
        self._write(row, at, changes, {"lease_owner": lease.owner, "lease_until": now + lease_s})
        return lease

    def change(
        self,
        lease: Lease,
        changes: Changes,
        *,
        keep: bool = True,
        also: Callable[[Any], None] | None = None,
        notify: Sequence[str] = (),
        lane_tried_s: float = 0.0,
    ) -> Submission:
        self._release_unreleased()
        row = self.store.rows.get(lease.submission_id)
        if row is None or row["lease_owner"] != lease.owner:
            raise LeaseLost
        is_promised = row["state"] is State.WAITING and row["promised"] and row["content"] is not None
        if changes.get("state") is State.ABANDONED and is_promised and not notify:
            raise LeaseLost
        agentos_id = changes.get("agentos_id")
        if agentos_id is not None and self.claimed_ids(as_submission(row), frozenset((agentos_id,))):
            raise Claimed
        self._write(row, self._clock.now(), changes, {} if keep else UNLEASED)
        self.store.notices += [(lease.submission_id, kind) for kind in notify]
        if lane_tried_s:
            for later in self.store.rows.values():
                is_later = later["lane"] == row["lane"] and later["number"] > row["number"]
                if is_later and later["agency"] == row["agency"] and later["state"] is State.WAITING:
                    later["tried_s"] += lane_tried_s
        return as_submission(row)

    def release_later(self, lease: Lease, changes: Changes | None = None) -> None:
        key = (lease.submission_id, lease.owner)
        self._unreleased[key] = {**changes} if changes else self._unreleased.get(key, {})

    def confirm_late(self, lease: Lease, changes: Changes) -> Submission:
        self._release_unreleased()
        if not self._confirm_late(lease.submission_id, changes):
            raise LeaseLost
        return as_submission(self.store.rows[lease.submission_id])

    def _confirm_late(self, submission_id: str, changes: Changes) -> bool:
        row, agentos_id = self.store.rows.get(submission_id), changes["agentos_id"] or ""
        if row is None or self.claimed_ids(as_submission(row), frozenset((agentos_id,))):
            return False
        if row["state"] in UNSETTLED:
            self._write(row, self._clock.now(), changes, UNLEASED | {"next_at": self._seconds()})
            return True
        if as_submission(row).is_confirmed_as_other_than(agentos_id):
            self.store.notices.append((submission_id, "twin"))
        return False

    def promise(self, submission_id: str) -> Submission:
        row = self.store.rows[submission_id]
        if row["state"] in OPEN:
            row["promised"] = True
        return as_submission(row)

    def record_proof(
        self,
        agency: str,
        kind: SubmissionKind,
        kept: frozenset[str],
        lag_s: float,
        *,
        altered: frozenset[str] = frozenset(),
    ) -> None:
        known = self.store.proofs.get((agency, kind), Proof())
        self.store.proofs[agency, kind] = known.renewed(self._seconds(), kept, altered, lag_s)

    def revoke_proof(self, agency: str, kind: SubmissionKind) -> None:
        known = self.store.proofs.get((agency, kind), Proof())
        self.store.proofs[agency, kind] = Proof(kept=known.kept, lag_s=known.lag_s)

    # afterwards ---------------------------------------------------------------------------------------------------

    def make_due(self, submission_id: str) -> None:
        if (row := self.store.rows.get(submission_id)) is not None:
            row |= {"next_at": self._seconds(), "tries": 0, "looked_at": None}

    def make_paused_due(self, agency: str) -> None:
        for row in self.store.rows.values():
            if row["agency"] == agency and row["state"] is State.WAITING and row["tries"] > 0:
                row["next_at"] = self._seconds()

    # looking up -----------------------------------------------------------------------------------------------------

    def now(self) -> float:
        return self._seconds()

    def find(self, submission_id: str) -> Submission | None:
        return as_submission(row) if (row := self.store.rows.get(submission_id)) is not None else None

    def due(self, agency: str, most: int, *, unattempted_s: float | None = None) -> list[str]:
        now = self._seconds()
        due = [
            row
            for row in self.store.rows.values()
            if row["next_at"] is not None
            and row["next_at"] <= now
            and row["agency"] == agency
            and (row["lease_until"] is None or row["lease_until"] <= now)
            and (row["state"] is not State.WAITING or not self._is_blocked(row, now))
        ]
        if unattempted_s is not None:
            open_rows = [row for row in due if row["state"] in OPEN and row["attempted_at"] is not None]
            due = [row for row in open_rows if row["attempted_at"] <= now - unattempted_s]
        due.sort(key=lambda row: (row["next_at"], row["number"]))
        seen: Counter[str] = Counter()
        turns: dict[str, int] = {}
        for row in due:
            turns[row["submission_id"]] = seen[row["contractor_id"]]
            seen[row["contractor_id"]] += 1
        return sorted(turns, key=turns.__getitem__)[:most]

    def open_documents(self, agency: str) -> dict[str, Any]:
        rows = [as_submission(row) for row in self.store.rows.values() if row["agency"] == agency]
        rows = [row for row in rows if row.state in OPEN and not row.is_bare]
        return {row.submission_id: row.document for row in rows if row.document is not None}

    def claimed_ids(self, submission: Submission, ids: frozenset[str]) -> frozenset[str]:
        return frozenset(row["agentos_id"] for row in self._other_rows(submission) if row["agentos_id"] in ids)

    def has_unnamed_sibling(self, submission: Submission) -> bool:
        ended_at = submission.ended_at if submission.ended_at is not None else 0.0
        since = 0.0 if submission.attempts > 1 else ended_at - self.times.lease_s
        own_row = self.store.rows[submission.submission_id]

        def is_unnamed(row: dict[str, Any]) -> bool:
            if row["agentos_id"] is not None:
                return False
            if row["state"] is State.CONFIRMED:
                return row["ended_at"] is not None and row["ended_at"] >= since
            may_be_there = row["state"] in (State.SENDING, State.UNCONFIRMED, State.REVIEW) and row["attempts"] > 0
            was_in_doubt = row["ended_at"] is None or row["ended_at"] >= since - self.times.settle_s
            of_job = row["job_id"] is not None or own_row["job_id"] is not None
            same = "likeness" if of_job or row["likeness"] == own_row["likeness"] else "amount_pence"
            return may_be_there and was_in_doubt and row[same] is not None and row[same] == own_row[same]

        contractor = submission.contractor_id
        return any(is_unnamed(row) for row in self._other_rows(submission) if row["contractor_id"] == contractor)

    def facts(self, submission: Submission) -> tuple[float, Proof, bool]:
        now = self._seconds()
        proof = self.store.proofs.get((submission.agency, submission.kind), Proof())
        row = self.store.rows.get(submission.submission_id)
        blocked = submission.state is State.WAITING and row is not None and self._is_blocked(row, now)
        return now, proof, blocked

    def last_backup(self, submission: Submission) -> None:
        """Return None: nothing is restored in a simulation."""

    # ----------------------------------------------------------------------------------------------------------------

    def _lease(self, submission_id: str, lease_s: float) -> Lease:
        self.store.leases += 1
        return Lease(submission_id, f"{self.store.leases:016x}", LeaseEnd.after(self._clock, lease_s))

    def _write(self, row: dict[str, Any], at: datetime, changes: Changes, more: dict[str, Any]) -> None:
        values: dict[str, Any] = {**changes, **more}
        after = changes.get("state")
        if after is not None and after is not row["state"]:
            check_move(row["state"], after)
            values = {**values, "updated_at": at}
            if after not in (State.SENDING, State.WAITING):
                values = {"tries": 0, **values}
            if after in (State.ABANDONED, State.EXPIRED):
                values["key"] = None
            if after.is_final:
                values = {"next_at": None, **values}
        row |= values

    def _other_rows(self, submission: Submission) -> list[dict[str, Any]]:
        """Return the other rows of the same agency and kind."""
        agency_and_kind = (submission.agency, submission.kind)
        rows = [row for row in self.store.rows.values() if (row["agency"], row["kind"]) == agency_and_kind]
        return [row for row in rows if row["submission_id"] != submission.submission_id]

    def _release_unreleased(self) -> None:
        for (submission_id, owner), changes in self._unreleased.items():
            agentos_id = changes.get("agentos_id")
            if (row := self.store.rows.get(submission_id)) is not None and row["lease_owner"] == owner:
                if agentos_id is not None and self.claimed_ids(as_submission(row), frozenset((agentos_id,))):
                    changes = changes | {"agentos_id": None}
                self._write(row, self._clock.now(), changes, UNLEASED)
            elif agentos_id is not None:
                self._confirm_late(submission_id, changes)
        self._unreleased.clear()

    def _is_blocked(self, row: dict[str, Any], now: float) -> bool:
        lane, number = row["lane"], row["number"]
        return any(
            earlier["number"] < number
            and earlier["lane"] == lane
            and earlier["agency"] == row["agency"]
            and (earlier["state"] in OPEN or self._may_undo(earlier, row, now))
            for earlier in self.store.rows.values()
        )

    def _may_undo(self, earlier: dict[str, Any], row: dict[str, Any], now: float) -> bool:
        return (
            earlier["kind"] is SubmissionKind.COMPLETION
            and row["kind"] is SubmissionKind.COMPLETION
            and (earlier["doubts"] > 0 or earlier["last"] is AttemptResult.PROBABLY_TURNED_AWAY)
            and earlier["ended_at"] is not None
            and now - self.times.settle_s < earlier["ended_at"] <= now + ROUNDING_S
        )


def as_submission(row: dict[str, Any]) -> Submission:
    """Return a row as a domain object."""
    return Submission(**{name: row[name] for name in FIELDS})
