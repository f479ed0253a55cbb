"""Recognition of the portal's own submissions among AgentOS's records: page 4 of the specification, section 3.

AgentOS may store a submission with other line ends, another author or a shorter text. Records are compared field by
field, after normalisation. An *exact* match confirms; a *possible* match stops the portal from sending again.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum, auto

from app.domain.clock import LONDON
from app.domain.invoice import Invoice, InvoiceDraft, StoredDocument
from app.domain.job import Note
from app.domain.limits import RETRY_TIME
from app.domain.submission import NewNote

NOT_ASCII = re.compile(r"[^\x00-\x7f]")
SAME_BEGINNING = 60
"""The number of equal letters and digits at the beginning that make a text a possible match."""
LEAST_LAG_S = 60.0
"""The least time, in seconds, that AgentOS may take to list a record (section 2)."""
MOST_MISSES = 2
ID = "id"
STATUS = "status "
"""The beginning of the status in a job's baseline."""
CLOCKS_APART = timedelta(hours=1)
"""The most by which AgentOS's times may be behind the portal's, for example after a mistake about summer time."""


class Finding(StrEnum):
    """The result of a look (a read-back: a check of AgentOS's own records)."""

    EXACT = auto()
    POSSIBLE = auto()
    ABSENT = auto()
    """A complete list does not contain the submission."""
    UNCLEAR = auto()
    """An incomplete list does not contain the submission."""


class Reason(StrEnum):
    """The reason why agency staff must check."""

    DOCUMENT_LOST = "the portal lost the document after it may have been sent"
    DOUBTFUL_MATCH = "AgentOS has a new record that may be this one"
    DOCUMENT_MISSING = "AgentOS has the invoice, but perhaps not its PDF"
    OTHER_STATUS = "the job's status has changed to another one meanwhile"
    NOBODY_CAN_LOOK = "AgentOS has no list in which the portal can look for it"
    NO_RESULT = "the portal has looked for it several times without a result"
    UNPROVEN = "AgentOS did not confirm it, and the portal cannot tell for certain that it is not there"
    SENT_OFTEN = "AgentOS did not confirm it, although the portal may have sent it more than once"
    DONE_BUT_ABSENT = "AgentOS accepted it, but does not list it"
    TOO_LONG = f"AgentOS has not confirmed it for {RETRY_TIME}"
    NOT_TRIED = "the portal could neither send it nor look for it for two weeks"
    AGENCY_REMOVED = f"the portal did not know the agency for {RETRY_TIME}, so it could not look whether this arrived"
    RESTORED = "the portal was restored from a backup, and AgentOS has a newer record that may be this one"
    RESTORED_BLINDLY = "the portal was restored from a backup, and cannot tell whether it had sent this already"


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """The portal's knowledge of how an agency's AgentOS stores submissions of one kind (section 3).

    `proven_at` is the time of the last exact match. It is None if there was no match, or a failure since. `kept` are
    the fields that AgentOS stores unchanged, and `ID` if its response to a write has the record's id. `lag_s` is the
    longest time until AgentOS listed a record. `misses`: the accepted submissions in a row that a comparison missed.
    """

    proven_at: float | None = None
    kept: frozenset[str] = frozenset()
    lag_s: float = LEAST_LAG_S
    misses: int = 0

    def is_younger(self, seconds: float, now: float) -> bool:
        """Return True if the proof was made within the last `seconds`."""
        return self.proven_at is not None and 0 <= now - self.proven_at < seconds

    def renewed(self, now: float, kept: frozenset[str], altered: frozenset[str]) -> Proof:
        """Return the proof after another record was recognised.

        `kept` and `altered` are the record's unchanged and changed fields. For other fields, this proof stays valid.
        """
        return Proof(proven_at=now, kept=(self.kept | kept) - altered, lag_s=self.lag_s)

    def missed(self) -> Proof:
        """Return the proof after a comparison did not find an accepted submission. A second miss in a row ends it."""
        misses = self.misses + 1
        return replace(self, misses=misses, proven_at=None if misses >= MOST_MISSES else self.proven_at)


NO_PROOF = Proof()


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """The outcome of a read-back that began at `began_at` (seconds of the steady clock).

    `reason` says why a match is not certain. `kept` are the unchanged fields of the exact match, `altered` the changed
    or missing fields, and `twins` the ids of further exact matches. `is_sole`: no other new record can be the
    submission, stored in another way. `has_news`: see `look_for_news`.
    """

    finding: Finding
    began_at: float
    agentos_id: str | None = None
    reason: Reason = Reason.DOUBTFUL_MATCH
    kept: frozenset[str] = frozenset()
    altered: frozenset[str] = frozenset()
    twins: frozenset[str] = frozenset()
    is_sole: bool = True
    has_news: bool = False

    @classmethod
    def unclear(cls, began_at: float) -> Look:
        """Return a look that shows nothing."""
        return cls(finding=Finding.UNCLEAR, began_at=began_at)


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A record of AgentOS's list for comparison: its id, its normalised fields, and when AgentOS stored it.

    A missing field or time is None.
    """

    record_id: str | None
    fields: Mapping[str, object]
    created_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """AgentOS's own list of notes or invoices, from one fetch. `whole`: nothing shows that it is cut off."""

    records: Sequence[Listed]
    whole: bool

    @property
    def ids(self) -> frozenset[str] | None:
        """The ids of all records, or None if the list is not whole or a record has no id."""
        ids = [record.record_id for record in self.records]
        return frozenset(record_id for record_id in ids if record_id) if self.whole and None not in ids else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Backup:
    """The backup from which the portal was restored.

    `made_at`: the time before which the portal sent nothing that the backup lacks. `known`: a list of AgentOS at that
    time as a baseline, or None if the portal did not know it completely.
    """

    made_at: datetime
    known: frozenset[str] | None

    def may_lack(self, record: Listed) -> bool:
        """Return True if a record may be newer than the backup."""
        if self.known is not None and record.record_id is not None:
            return record.record_id not in self.known
        return record.created_at is None or record.created_at >= self.made_at - CLOCKS_APART


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """A submission for comparison. An exact match needs all fields of `exact`, and at least one of `any_of`.

    A record with any of `amounts` is a possible match.
    """

    fields: Mapping[str, object]
    exact: tuple[str, ...]
    any_of: tuple[str, ...] = ()
    amounts: frozenset[Decimal] = frozenset()

    def is_exact(self, record: Listed, kept: frozenset[str]) -> bool:
        """Return True if a record is this submission. AgentOS stores the fields in `kept` unchanged."""
        same = {name for name in self.fields if self._is_same(name, record)}
        differing = {name for name in kept if self.fields.get(name) is not None and name not in same}
        is_like = same.issuperset(self.exact) and (not self.any_of or not same.isdisjoint(self.any_of))
        return is_like and not differing

    def is_possible(self, record: Listed) -> bool:
        """Return True if a new record may be this submission, stored in another way."""
        if all(record.fields.get(name) is None for name in self.fields if name not in ("job", "author")):
            return True  # nothing to compare
        if record.fields.get("amount") in self.amounts:
            return True
        return any(_begins_alike(self.fields.get(name), record.fields.get(name)) for name in ("text", "description"))

    def has_same_author(self, record: Listed) -> bool:
        """Return True if the author is the same. This counts only in doubt: a contractor's notes share it."""
        return self.fields.get("author") is not None and self._is_same("author", record)

    def may_be_for_job(self, record: Listed) -> bool:
        """Return True if a record is for the same job, or has no job."""
        return record.fields.get("job") in (None, self.fields.get("job"))

    def found_as(self, record: Listed, further: Sequence[Listed], *, began_at: float, is_sole: bool) -> Look:
        """Return the look that found this submission as `record`.

        A `further` exact match is a twin if AgentOS stored it in the same way as `record`.
        """
        sent = {name for name, value in self.fields.items() if value is not None}
        kept = frozenset(name for name in sent if self._is_same(name, record))
        return Look(
            finding=Finding.EXACT,
            began_at=began_at,
            agentos_id=record.record_id,
            kept=kept,
            altered=frozenset(sent - kept),
            twins=frozenset(str(match.record_id) for match in further if self.is_exact(match, kept)),
            is_sole=is_sole,
        )

    def lacks_document(self, record: Listed) -> bool:
        """Return True if a document was sent, but is missing from the record."""
        return "document" in self.fields and not self._is_same("document", record)

    def _is_same(self, name: str, record: Listed) -> bool:
        sent, listed = self.fields.get(name), record.fields.get(name)
        return listed in sent if isinstance(sent, frozenset) else sent == listed


def sent_note(note: NewNote) -> Sent:
    """Return a note for comparison. It matches by its whole text."""
    return Sent(fields={"text": text(note.text), "author": text(note.author)}, exact=("text",))


def listed_note(note: Note) -> Listed:
    """Return a note of AgentOS for comparison."""
    fields = {"text": text(note.note), "author": text(note.author)}
    return Listed(record_id=note.note_id, fields=fields, created_at=note.created_at)


def sent_invoice(draft: InvoiceDraft, document: StoredDocument | None) -> Sent:
    """Return an invoice for comparison. It matches by job, amount and at least one of number, date and description."""
    return Sent(
        fields={
            "job": draft.job_id,
            "amount": draft.amount,
            "number": number(draft.invoice_number),
            "date": days(draft.invoice_date),
            "description": text(draft.description),
            **({"document": text(document.name)} if document else {}),
        },
        exact=("job", "amount"),
        any_of=("number", "date", "description"),
        amounts=frozenset((draft.amount, draft.amount - (draft.vat or 0))),
    )


def listed_invoice(invoice: Invoice) -> Listed:
    """Return an invoice of AgentOS for comparison."""
    return Listed(
        record_id=invoice.invoice_id,
        fields={
            "job": invoice.job_id,
            "amount": invoice.amount,
            "number": number(invoice.invoice_number),
            "date": invoice.invoice_date,
            "description": text(invoice.description),
            "document": text(invoice.document_name),
        },
        created_at=invoice.submitted_at,
    )


def recognise(
    sent: Sent,
    listing: Listing,
    *,
    began_at: float,
    baseline: frozenset[str] | None,
    claimed: frozenset[str],
    kept: frozenset[str],
    agentos_id: str | None = None,
    has_unnamed_sibling: bool = False,
    in_doubt: bool = True,
    had_records: bool = False,
) -> Look:
    """Look for a submission in AgentOS's list.

    `baseline`: the ids in the list before the attempt. `claimed`: the ids of other submissions' records. `agentos_id`:
    the submission's own id, if AgentOS returned it. `has_unnamed_sibling`: a match may be another submission's record,
    whose id is unknown. `in_doubt`: AgentOS may not have accepted it. `had_records`: the mirror has rows of the list.
    """
    old = (baseline or frozenset()) | claimed | {agentos_id}
    new = [record for record in listing.records if record.record_id is None or record.record_id not in old]
    own = [record for record in listing.records if agentos_id is not None and record.record_id == agentos_id]
    identified = [record for record in new if baseline is not None and record.record_id is not None]
    exact = [record for record in identified if sent.is_exact(record, kept - {"document"})]
    is_sole = not any(record not in exact and sent.may_be_for_job(record) for record in new)
    if own:
        if not sent.is_exact(own[0], frozenset()):
            return Look(finding=Finding.POSSIBLE, began_at=began_at, agentos_id=agentos_id)
        return sent.found_as(own[0], () if has_unnamed_sibling else exact, began_at=began_at, is_sole=is_sole)
    if exact and has_unnamed_sibling:
        return Look.unclear(began_at)
    if exact:
        first, *others = sorted(exact, key=lambda record: (sent.lacks_document(record), str(record.record_id)))
        if sent.lacks_document(first):
            return Look(finding=Finding.POSSIBLE, began_at=began_at, reason=Reason.DOCUMENT_MISSING)
        is_sole = is_sole and agentos_id is None  # a record with its own id is still to be listed
        return sent.found_as(first, others, began_at=began_at, is_sole=is_sole)
    if baseline is not None and any(
        sent.is_possible(record) or (in_doubt and sent.has_same_author(record)) for record in new
    ):
        return Look(finding=Finding.POSSIBLE, began_at=began_at)
    ids = listing.ids
    complete = ids is not None and baseline is not None and ids >= baseline and bool(ids or not had_records)
    return Look(finding=Finding.ABSENT if complete else Finding.UNCLEAR, began_at=began_at)


def look_for_news(
    listing: Listing, *, began_at: float, backup: Backup, claimed: frozenset[str], had_records: bool = False
) -> Look:
    """Look for news in AgentOS's list after a restore: records that the backup may not know and nobody has claimed.

    One of them may be a submission whose row was lost. So any counts, however little it resembles the next submission.
    `claimed`: the ids of all submissions' records. `had_records`: the mirror has rows of the list.
    """
    has_news = any(record.record_id not in claimed and backup.may_lack(record) for record in listing.records)
    # Without a known list, records need no ids, because their times are compared.
    has_known = listing.whole and (listing.ids or frozenset()) >= (backup.known or frozenset())
    is_whole = has_known and bool(listing.records or not had_records)
    return Look(finding=Finding.ABSENT if is_whole else Finding.UNCLEAR, began_at=began_at, has_news=has_news)


def recognise_status(
    *, now: frozenset[str], baseline: frozenset[str] | None, has_wanted_end: bool, began_at: float
) -> Look:
    """Look for a completion in its job. The job may have the wanted end, or be the same as before the attempt.

    `now` and `baseline` are the job's status and ETag (`status_of`), now and before the attempt.
    """
    if has_wanted_end:
        return Look(finding=Finding.EXACT, began_at=began_at, kept=frozenset(("status",)))
    if baseline is None or not now:
        return Look.unclear(began_at)
    if now == baseline:
        return Look(finding=Finding.ABSENT, began_at=began_at)
    if status_id_of(now) == status_id_of(baseline):
        return Look.unclear(began_at)
    return Look(finding=Finding.POSSIBLE, began_at=began_at, reason=Reason.OTHER_STATUS)


def status_of(status_id: str | None, etag: str | None) -> frozenset[str]:
    """Return a job's status and ETag as a baseline, which is empty if the status is unknown."""
    return frozenset() if status_id is None else frozenset((f"{STATUS}{status_id}", f"etag {etag}"))


def status_id_of(facts: frozenset[str]) -> str | None:
    """Return the status in a job's baseline, or None if it is unknown."""
    return next((fact.removeprefix(STATUS) for fact in facts if fact.startswith(STATUS)), None)


def text(value: str | None) -> str | None:
    """Return a text for comparison: composed characters, `\\n` for line ends, no entities, no blanks around it."""
    if value is None:
        return None
    plain = unicodedata.normalize("NFC", html.unescape(value))
    return plain.replace("\r\n", "\n").replace("\r", "\n").strip() or None


def number(value: str | None) -> str | None:
    """Return an invoice number for comparison: without case and blanks."""
    plain = text(value)
    return "".join(plain.casefold().split()) if plain else None


def days(value: date) -> frozenset[date]:
    """Return the days that AgentOS may store for a date: in summer, London's midnight is on the day before in UTC."""
    midnight = datetime.combine(value, time(), tzinfo=LONDON)
    return frozenset((value, midnight.astimezone(UTC).date()))


def _begins_alike(sent: object, listed: object) -> bool:
    """Return True if two texts begin with the same letters and digits, as far as both can be compared.

    AgentOS may shorten a text, so compare only up to the end of the shorter text. AgentOS may store "Straße" as
    "Stra?e" or "Strasse", so compare only up to the first character beyond ASCII in `sent`. If nothing is left to
    compare, the texts are alike.
    """
    if not isinstance(sent, str) or not isinstance(listed, str):
        return False
    sent_text, listed_text = _plain(NOT_ASCII.split(sent)[0]), _plain(listed)
    shared = min(len(sent_text), len(listed_text), SAME_BEGINNING)
    return sent_text[:shared] == listed_text[:shared]


def _plain(value: str) -> str:
    return "".join(letter for letter in value if letter.isascii() and letter.isalnum()).lower()
