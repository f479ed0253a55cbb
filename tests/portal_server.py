"""The portal in one process, against the simulator on a real socket; time moves only when a test moves it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

import requests
from flask.testing import FlaskClient

from app import create_app
from app.auth.sign_in_mail import send_codes
from app.domain.clock import Clock
from app.mail import MailNotSent
from app.services import Services, refresher
from app.settings.model import Config
from app.store import migrations
from app.submissions.delivery_worker import DeliveryWorker
from app.submissions.notices.sender import Notices
from tests.clock import FakeClock
from tests.watched_app import WatchedApp, work_of_the_worker


@dataclass
class Postbox:
    """Takes mail instead of a mail server. `refused` are the addresses whose mail it does not take; "*" is all."""

    mails: list[tuple[str, str, str]] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    def send(self, to: str, subject: str, text: str) -> None:
        """Keep a mail."""
        if self.refused & {to, "*"}:
            raise MailNotSent("SMTPRecipientsRefused")
        self.mails.append((to, subject, text))

    def explain(self, why: str) -> None:
        """Not by mail."""

    def code(self) -> str:
        """The code in the last mail."""
        return next(word for word in self.mails[-1][2].split() if word.isdigit() and len(word) == 6)


class WorkingClock(FakeClock):
    """Whenever somebody sleeps, the worker gets its turn."""

    work: Callable[[], object] | None = None

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        if self.work is not None:
            work, self.work = self.work, None
            with work_of_the_worker():
                work()
            self.work = work


class Simulator:
    """The simulator's /_control/ from outside."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._session = requests.Session()

    def control(self, method: str, path: str, body: Any = None) -> Any:
        """One call of /_control/."""
        answer = self._session.request(method, f"{self.url}/_control/{path}", json=body, timeout=10)
        assert answer.ok, (answer.status_code, answer.text)
        return answer.json() if answer.content else None

    def fault(self, **fault: Any) -> None:
        """Make calls go wrong."""
        self.control("POST", "faults", fault)

    def calls(self, *methods: str) -> list[dict[str, Any]]:
        """What AgentOS was asked, by method or all."""
        calls: list[dict[str, Any]] = self.control("GET", "calls")["calls"]
        return [call for call in calls if not methods or call["method"] in methods]

    def writes(self) -> list[dict[str, Any]]:
        """What was sent to AgentOS."""
        return self.calls("POST", "PATCH", "PUT", "DELETE")

    def state(self, agency: str = "acme") -> dict[str, Any]:
        """All that the simulator holds of an agency."""
        state: dict[str, Any] = self.control("GET", f"state/{agency}")
        return state

    def change(self, path: str, **fields: Any) -> None:
        """Merge fields into a record, such as `acme/jobs/JOB-1`."""
        self.control("PATCH", f"state/{path}", fields)


class PortalServer:
    """One portal, its worker on call, its simulator. Without a worker: `clock.worker = None`."""

    def __init__(self, config: Config, simulator: Simulator, clock: Clock | None = None) -> None:
        self.clock = clock or WorkingClock()
        self.simulator = simulator
        self.config = config
        self.app = create_app(config, self.clock)
        self.services: Services = self.app.extensions["services"]
        self._watched = WatchedApp(self.app.wsgi_app)
        self.app.wsgi_app = self._watched  # type: ignore[method-assign]
        self.postbox = Postbox()
        if not migrations.is_ready(self.services.database, config.database_url):
            migrations.upgrade(self.services.database, config.database_url)
        if isinstance(self.clock, FakeClock):
            self.clock.worker = self.services.heartbeat.run_once
            self.clock.worker()

    def calls_agentos(self) -> AbstractContextManager[None]:
        """Declare that requests in this context call AgentOS. All others but the three writes fail if they do."""
        return self._watched.calls_agentos()

    @work_of_the_worker()
    def refresh(self, *, everywhere: bool = False, rounds: int = 500) -> None:
        """Let the worker read everything that is due at acme, or at all agencies: that costs twice as much."""
        agencies = self.config.agencies
        names = ["acme"] if "acme" in agencies and not everywhere else list(agencies)
        workers = [refresher(self.services, agencies[name]) for name in names]
        for _ in range(rounds):
            busy = [worker.run_once() for worker in workers]
            if not any(busy):
                return

    @work_of_the_worker()
    def work(self, rounds: int = 50) -> None:
        """Let the worker deliver every submission that is due."""
        workers = [DeliveryWorker(self.services, agency) for agency in self.config.agencies.values()]
        for _ in range(rounds):
            busy = [worker.run_once() for worker in workers]
            if not any(busy):
                return

    def notify(self, rounds: int = 50) -> None:
        """Let the worker send every e-mail about submissions that is due."""
        notices = Notices(self.services, self.postbox)
        for _ in range(rounds):
            if not notices.run_once():
                return

    def mail_codes(self) -> None:
        """Let the worker mail codes."""
        send_codes(self.services, self.postbox)

    def sign_in(self, email: str = "office@harper.example") -> FlaskClient:
        """A client who is signed in."""
        client = self.app.test_client()
        assert client.post("/api/session/code", json={"email": email}).status_code == 204
        self.mail_codes()
        answer = client.post("/api/session", json={"email": email, "code": self.postbox.code()})
        assert answer.status_code == 201, answer.json
        return client

    def advance_clock(self, seconds: float = 86_400) -> None:
        """Let time pass."""
        assert isinstance(self.clock, FakeClock)
        self.clock.advance(seconds)
