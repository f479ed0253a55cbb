"""The services of a process, built once and passed to every area. They do not depend on Flask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from marshmallow import Schema
from sqlalchemy.exc import SQLAlchemyError

from app.agentos.backoff import CheckRests, Rests
from app.agentos.budget import Budget
from app.agentos.caller import Caller
from app.agentos.check.checker import Checker
from app.agentos.errors import Crowded
from app.agentos.gateway import Gateway, OpenGateway
from app.agentos.transport import Transport
from app.audit.audit import Audit
from app.domain.account import Contractor
from app.domain.agency import Agency
from app.domain.bulkhead import MOST_FOR_AGENTOS, THREADS, Bulkhead
from app.domain.client import Client
from app.domain.clock import Clock, to_text
from app.domain.job import Job, PresentedJob
from app.domain.submission import SubmissionKind
from app.http_client import SessionFactory
from app.ledger.document_files import Documents
from app.ledger.invoicing_marks import marks_of
from app.ledger.lease import Times
from app.ledger.ledger import Ledger
from app.ledger.proofs import unproven_kinds
from app.mirror.ages import AgeLimits
from app.mirror.job_view import job_presenter
from app.mirror.kinds import PERSONAL_LISTS, Kind
from app.mirror.mirror import Mirror
from app.mirror.reader import Reader
from app.mirror.refresher import Refresher
from app.settings.fingerprints import describe
from app.settings.model import Config
from app.store.engine import Database, pool_size
from app.store.heartbeat import Heartbeat
from app.store.processes import Processes
from app.store.rate_limit import RateLimit
from app.store.refused_keys import RefusedKeys
from app.store.slots import OperationRestStore, SlotStore


@dataclass(frozen=True)
class Services:
    """The services of a process."""

    config: Config
    clock: Clock
    database: Database
    heartbeat: Heartbeat
    processes: Processes
    budget: Budget
    bulkhead: Bulkhead
    refused_keys: RefusedKeys
    open_gateway: OpenGateway
    checker: Checker
    mirror: Mirror
    reader: Reader
    rate_limit: RateLimit
    ledger: Ledger
    audit: Audit
    response_schemas: Mapping[SubmissionKind, type[Schema]]
    started_at: datetime

    def agency(self, short_name: str) -> Agency:
        """Return an agency. If the configuration lacks it, only its names are known. Raise SQLAlchemyError."""
        if short_name in self.config.agencies:
            return self.config.agencies[short_name]
        return Agency(short_name=short_name, name=self.processes.last_known(short_name)[0], api_key="")

    def job_presenter(self, agency: Agency, contractor_id: str) -> Callable[[Job], PresentedJob]:
        """Return a function that presents this contractor's jobs, as of now."""
        marks = marks_of(self.database, agency.short_name, contractor_id)
        now, contact_days = self.clock.now(), self.config.contact_days
        return job_presenter(self.mirror, agency, marks, now=now, contact_days=contact_days)


@dataclass(frozen=True)
class RequestContext:
    """The account and caller of a request or of a worker's run.

    `email`: the address of the request's sender. `client`: the sender of a request that changes something.
    """

    agency: Agency
    contractor: Contractor
    caller: Caller
    email: str | None = None
    client: Client | None = None

    @property
    def contractor_id(self) -> str:
        """Return the contractor's id at this agency."""
        return self.contractor.contractor_id

    def gateway(self, services: Services, *, calls_to_follow: int = 0) -> Gateway:
        """Return the gateway to this agency's AgentOS, for this caller. `calls_to_follow`: as for `Caller`."""
        return services.open_gateway(self.agency, replace(self.caller, calls_to_follow=calls_to_follow))


def refresher(services: Services, agency: Agency, kinds: frozenset[Kind] = frozenset(Kind)) -> Refresher:
    """Return a refresher for the agency's rows of these `kinds`."""
    mirror, budget, ages = services.mirror, services.budget, services.reader.ages
    return Refresher(mirror, services.open_gateway, budget, ages, services.clock, agency, kinds)


def connection_fault(config: Config, database: Database) -> str | None:
    """Return a sentence if the database server accepts too few connections for this host alone, or else None.

    Also return None if the database cannot be read: it may be there a moment later.
    """
    needed = config.web_concurrency * pool_size(THREADS) + pool_size(config.worker_threads)
    try:
        limit = database.connection_limit()
    except SQLAlchemyError:
        return None
    if limit is None or needed <= limit:
        return None
    return (
        f"DATABASE_URL: the server accepts {limit} connections (max_connections less its reserved ones), but this host "
        f"needs {needed}: raise max_connections, or lower WEB_CONCURRENCY or WORKER_THREADS"
    )


def build(
    config: Config, response_schemas: Mapping[SubmissionKind, type[Schema]], clock: Clock | None = None
) -> Services:
    """Build the services from the configuration, without opening a connection.

    `response_schemas`: the schema of the response once a submission is delivered, by kind of submission.
    """
    database = Database(config.database_url, clock, connections=pool_size(max(THREADS, config.worker_threads)))
    clock = clock or Clock()
    budget = Budget(
        SlotStore(database),
        clock,
        window_s=config.agentos_budget_window_s,
        worker_share=config.agentos_worker_share,
        rest_s=config.agentos_rest_s,
        is_careful=config.environment == "production",  # staging calls a simulator
    )
    bulkhead = Bulkhead(MOST_FOR_AGENTOS, Crowded)
    refused_keys = RefusedKeys(database, clock)
    sessions = SessionFactory(config.https_proxy, config.no_proxy, config.extra_ca)
    new_transport = partial(
        Transport,
        base_url=config.agentos_base_url,
        key_header=config.agentos_key_header,
        connect_timeout_s=config.agentos_connect_timeout_s,
        read_timeout_s=config.agentos_read_timeout_s,
        upload_timeout_s=config.agentos_upload_timeout_s,
        budget=budget,
        bulkhead=bulkhead,
        clock=clock,
        sessions=sessions,
    )
    rests = Rests(OperationRestStore(database, config.agentos_rest_s), refused_keys, budget, clock)
    mirror = Mirror(database, clock)
    heartbeat = Heartbeat(database, clock)
    age_limits_s = {
        **dict.fromkeys(Kind, config.age_contacts_s),
        **dict.fromkeys(PERSONAL_LISTS, config.age_statements_s),
        Kind.CONTRACTOR: config.age_account_s,
        Kind.JOB: config.age_jobs_s,
    }
    reader = Reader(mirror, budget, bulkhead, heartbeat, clock, AgeLimits(age_limits_s))
    audit = Audit(config.secret_key)
    ledger = Ledger(
        database,
        clock,
        Documents(config.documents_dir),
        Times(settle_s=config.settle_s, upload_timeout_s=config.agentos_upload_timeout_s),
        audit,
    )
    return Services(
        config=config,
        clock=clock,
        database=database,
        heartbeat=heartbeat,
        processes=Processes(
            database,
            clock,
            config.agencies.values(),
            partial(describe, config, to_text(clock.now()), ledger.documents.mark),
        ),
        budget=budget,
        bulkhead=bulkhead,
        refused_keys=refused_keys,
        open_gateway=partial(Gateway, new_transport(rests=rests)),
        checker=Checker(
            new_transport(rests=CheckRests(config.agentos_rest_s)), budget, clock, partial(unproven_kinds, database)
        ),
        mirror=mirror,
        reader=reader,
        rate_limit=RateLimit(database, clock),
        ledger=ledger,
        audit=audit,
        response_schemas=response_schemas,
        started_at=clock.now(),
    )
