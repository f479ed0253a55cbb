"""Models of the parts of the portal that the engine uses: the mirror, the disk and the rest."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from app.blueprints import RESPONSE_SCHEMAS
from app.domain.account import Contractor
from app.domain.agency import Agency
from app.domain.delivery import PATIENCE_S
from app.domain.invoice import Document, StoredDocument
from app.domain.job import Job, StatusType
from app.domain.recognition import status_of
from app.ledger.document_files import DocumentLost
from app.mirror.job_view import job_presenter
from app.mirror.kinds import Collection, Kind
from tests.simulation.agentos import AgentOS, FaultPeriod
from tests.simulation.gateway import ModelGateway
from tests.simulation.plan import SETTLE_S
from tests.simulation.records import DONE_STATUS, OPEN_STATUS, OTHER_STATUS
from tests.simulation.world import LEDGER_STEP_S, Process, World, seconds_of

REFRESH_S = 60.0
UPLOAD_TIMEOUT_S = 60.0
STATUS_TYPES = [
    StatusType(status_id=OPEN_STATUS, name="In progress"),
    StatusType(status_id=DONE_STATUS, name="Completed"),
    StatusType(status_id=OTHER_STATUS, name="Pending"),
]


def agency(*, lists_invoices: bool = True) -> Agency:
    """Return the agency of every history."""
    not_offered = () if lists_invoices else ("invoices.list",)
    return Agency(
        short_name="acme",
        name="Acme Lettings",
        api_key="key",
        not_offered=not_offered,
        office_email="office@acme.example",
    )


class ModelMirror:
    """The records of AgentOS, as the portal last fetched or wrote them. No list is fetched during `away`."""

    def __init__(self, world: World, agentos: AgentOS, away: Sequence[FaultPeriod]) -> None:
        self._world = world
        self._agentos = agentos
        self._away = away
        self.jobs = {
            job.job_id: Job(
                job_id=job.job_id,
                contractor_id=job.contractor_id,
                status_id=job.status_id,
                notes=tuple(record.item for record in job.notes),
                etag=f"v{job.version}",
            )
            for job in agentos.jobs.values()
        }
        self.invoices = {owner: [record.item for record in records] for owner, records in agentos.invoices.items()}
        self._listed = {job_id: job.contractor_id for job_id, job in self.jobs.items()}

    def current_sequence(self) -> int:
        """Return 0: the model has no late refreshes, so it needs no sequence."""
        return 0

    def get_record(self, agency: str, kind: Kind, identity: str) -> Any | None:
        """Return a job or a contractor."""
        if kind is Kind.JOB:
            return self.jobs.get(identity)
        return Contractor(contractor_id=identity)

    def list_records(self, agency: str, kind: Kind, *, contractor_id: str | None = None) -> list[Any]:
        """Return all records of a kind."""
        if kind is Kind.STATUS:
            return STATUS_TYPES
        if kind is Kind.INVOICE:
            return self.invoices.get(contractor_id or "", [])
        return []

    def lists_job_for(self, agency: str, job_id: str, contractor_id: str) -> bool:
        """Return whether the last fetched list of the branch has the job under this contractor."""
        return self._listed.get(job_id) == contractor_id

    def store_job(self, agency: str, job: Job, noted: int) -> Job:
        """Store a job that has been fetched."""
        known = self.jobs.get(job.job_id)
        merged = self.jobs[job.job_id] = job if known is None else job.after(known)
        return merged

    def change_job(self, agency: str, job: Job, change: Callable[[Job], Job]) -> Job:
        """Store a job that has just been changed."""
        known = self.jobs.get(job.job_id, job)
        changed = self.jobs[job.job_id] = change(known).after(known)
        return changed

    def lists_containing(self, agency: str, kind: Kind, identity: str) -> list[Collection]:
        """Return the branch's list."""
        return [Collection(agency, kind, "BR-1")]

    def request_refresh(self, collections: Sequence[Collection], *args: Any, **kwargs: Any) -> None:
        """Fetch the lists soon. The model's branch lists are always true."""
        for collection in collections:
            if collection.kind is Kind.JOB:
                self._world.at(self._world.now + 5.0, self._read_jobs)

    def has_read_since(self, agency: str, moment: datetime) -> bool:
        """Return whether a refresh has succeeded since a time."""
        since = seconds_of(moment)
        at = self._world.now // REFRESH_S * REFRESH_S
        while at > since and at >= 0:
            began = self._away_since(at)
            if began is None:
                return True
            at = (math.ceil(began / REFRESH_S) - 1) * REFRESH_S
        return False

    def _away_since(self, moment: float) -> float | None:
        """Return the beginning of AgentOS's absence at a time; None if it was not away."""
        return min((weather.begin for weather in self._away if weather.begin <= moment < weather.end), default=None)

    def lists_at_backup(self, agency: str) -> list[dict[str, Any]]:
        """Return the rows of the table of this name: the lists and the status that a backup knows."""
        known: dict[tuple[str, str], frozenset[str | None]] = {}
        for job in self.jobs.values():
            known["note", job.job_id] = frozenset(note.note_id for note in job.notes or ())
            known["completion", job.job_id] = status_of(job.status_id, job.etag)
        for contractor_id, invoices in self.invoices.items():
            known["invoice", contractor_id] = frozenset(invoice.invoice_id for invoice in invoices)
        return [
            {"agency": agency, "kind": kind, "scope": scope, "known": json.dumps(sorted(map(str, ids))).encode()}
            for (kind, scope), ids in known.items()
        ]

    def _read_jobs(self) -> None:
        if self._away_since(self._world.now) is not None:
            return
        for job_id, known in list(self.jobs.items()):
            job = self._agentos.jobs.get(job_id)
            if job is None:
                del self.jobs[job_id]
                self._listed.pop(job_id, None)
            else:
                self.jobs[job_id] = replace(known, contractor_id=job.contractor_id)
                self._listed[job_id] = job.contractor_id


class ModelDocuments:
    """The folder of documents, which all processes share."""

    def __init__(self, files: dict[str, Document], process: Process) -> None:
        self._files = files
        self._process = process

    def keep(self, submission_id: str, document: Document) -> None:
        """Write a document."""
        self._process.step()
        self._process.world.sleep(LEDGER_STEP_S)
        self._files[submission_id] = document
        self._process.step()

    def load(self, submission_id: str, stored: StoredDocument) -> Document:
        """Return a document. Raise `DocumentLost` if its file is missing."""
        self._process.step()
        if submission_id not in self._files:
            raise DocumentLost
        return self._files[submission_id]

    def mark(self) -> str:
        """Return the mark of the folder. No history has another one."""
        return "folder"

    def is_lost(self, submission_id: str, stored: StoredDocument | None) -> bool:
        """Return whether a document is missing."""
        return stored is not None and submission_id not in self._files

    def remove(self, submission_id: str) -> None:
        """Delete a document."""
        self._files.pop(submission_id, None)


class _Bulkhead:
    """A bulkhead that is never full."""

    @contextmanager
    def acquire(self, holders: Mapping[str, int]) -> Iterator[None]:
        yield


def portal_of(
    process: Process, agentos: AgentOS, mirror: ModelMirror, ledger: Any, database: Any, agency: Agency
) -> Any:
    """Return the services of one process, as the engine uses them."""
    return SimpleNamespace(
        clock=process,
        processes=SimpleNamespace(last_known=lambda name: (agency.name, PATIENCE_S)),
        agency=lambda name: agency,
        ledger=ledger,
        database=database,
        mirror=mirror,
        config=SimpleNamespace(
            agencies={agency.short_name: agency},
            settle_s=SETTLE_S,
            agentos_upload_timeout_s=UPLOAD_TIMEOUT_S,
            writes_per_minute=1_000,
            contact_days=30,
            document_days=30,
        ),
        budget=SimpleNamespace(resting=lambda agency: max(0.0, agentos.rest_until - agentos.world.now)),
        bulkhead=_Bulkhead(),
        open_gateway=lambda agency, caller: ModelGateway(agentos, process),
        rate_limit=SimpleNamespace(**dict.fromkeys(("take_within", "take", "add"), lambda *args: None)),
        response_schemas=RESPONSE_SCHEMAS,
        job_presenter=lambda agency, _: job_presenter(mirror, agency, {}, now=process.now(), contact_days=30),
    )
