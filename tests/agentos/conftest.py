"""A gateway in which only the network and the clock are fake."""

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import responses
from requests import adapters

from app.agentos.backoff import Rests
from app.agentos.budget import Budget
from app.agentos.caller import Caller
from app.agentos.errors import Crowded
from app.agentos.gateway import Gateway
from app.agentos.transport import Transport
from app.domain.agency import Agency
from app.domain.bulkhead import Bulkhead
from app.domain.clock import Clock, Deadline
from app.http_client import SessionFactory
from app.store.engine import Database
from app.store.refused_keys import RefusedKeys
from app.store.slots import OperationRestStore, SlotStore
from tests.agentos.calls import BASE_URL, KEY, MakeTransport, Probe
from tests.agentos.servers import certificate_for
from tests.agentos.thread_scheduler import ThreadScheduler
from tests.clock import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def scheduler() -> Iterator[ThreadScheduler]:
    scheduler = ThreadScheduler()
    yield scheduler
    scheduler.stop()


@pytest.fixture
def agency() -> Agency:
    return Agency(short_name="acme", name="Acme Lettings", api_key=KEY)


@pytest.fixture
def caller(clock: FakeClock) -> Caller:
    return Caller(role="person", deadline=Deadline(clock, 25.0), request_id="req-12345678")


@pytest.fixture
def database(make_database: Callable[..., Database], clock: FakeClock) -> Database:
    return make_database(clock)


@pytest.fixture
def store(database: Database) -> SlotStore:
    return SlotStore(database)


@pytest.fixture(params=["sqlite", "postgresql"])
def make_store(request: pytest.FixtureRequest, make_database: Callable[..., Database]) -> Callable[[Clock], SlotStore]:
    """Return a function that makes a store by a clock, as each process has one. All stores share one count."""
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else None
    return lambda clock: SlotStore(make_database(clock, url))


@pytest.fixture
def budget(store: SlotStore, clock: FakeClock) -> Budget:
    return Budget(store, clock, window_s=60.0, worker_share=10, rest_s=60.0)


@pytest.fixture
def bulkhead() -> Bulkhead:
    return Bulkhead(2, Crowded)


@pytest.fixture
def make_transport(budget: Budget, bulkhead: Bulkhead, database: Database, clock: FakeClock) -> MakeTransport:
    def make(
        base_url: str = BASE_URL,
        connect_s: float = 3.0,
        read_s: float = 20.0,
        upload_s: float = 120.0,
        sessions: SessionFactory | None = None,
    ) -> Transport:
        return Transport(
            base_url=base_url,
            key_header="api_key",
            connect_timeout_s=connect_s,
            read_timeout_s=read_s,
            upload_timeout_s=upload_s,
            budget=budget,
            bulkhead=bulkhead,
            rests=Rests(OperationRestStore(database, 60.0), RefusedKeys(database, clock), budget, clock),
            clock=clock,
            sessions=sessions or SessionFactory(),
        )

    return make


@pytest.fixture
def gateway(make_transport: MakeTransport, agency: Agency, caller: Caller) -> Gateway:
    return Gateway(make_transport(), agency, caller)


@pytest.fixture
def http() -> Iterator[responses.RequestsMock]:
    """Yield AgentOS at the HTTP boundary. A call to an address that no test registered fails as unreachable."""
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        yield mock


@pytest.fixture
def probe(make_transport: MakeTransport, agency: Agency, caller: Caller) -> Probe:
    return Probe(make_transport, agency, caller)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with a key and an untrusted certificate for 127.0.0.1."""
    return certificate_for("IP:127.0.0.1", tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.num_tickets = (
        0  # a client that closes with tickets unread resets the connection, even if it meant to close it in order
    )
    return context


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapters, "DEFAULT_CA_BUNDLE_PATH", str(certificate))


@pytest.fixture
def authority(certificate: Path) -> str:
    """Return the certificate of the authority in PEM: the server's own."""
    return certificate.read_text("ascii").partition("-----END PRIVATE KEY-----\n")[2]
