"""The portal in one process, with the simulator on a real socket. Only the test advances the time."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

import requests
from click.testing import Result
from flask.testing import FlaskClient

from app import create_app
from app.auth import security_mail
from app.domain.clock import Clock
from app.mail.smtp import MailNotSent
from app.mirror.refresher import Refresher
from app.services import Services, refresher
from app.settings.model import Config
from app.store import migrations
from app.submissions import notices
from app.submissions.comparison import compare_accepted
from app.submissions.delivery_worker import DeliveryWorker
from app.worker.pool import Pool
from tests.clock import FakeClock
from tests.mailed_codes import codes_in
from tests.mails import send_codes, sender_of
from tests.watched_app import WatchedApp, work_of_the_worker


@dataclass
class Postbox:
    """Replaces the mail server. `refused` contains the addresses whose mail it refuses; "*" means all."""

    mails: list[tuple[str, str, str]] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    def send(self, to: str, subject: str, text: str, *, kind: str) -> None:
        """Store a mail."""
        if self.refused & {to, "*"}:
            raise MailNotSent("SMTPRecipientsRefused")
        self.mails.append((to, subject, text))

    def explain(self, why: str) -> None:
        """Do nothing, because this is no mail."""

    def code(self) -> str:
        """Return the code in the last mail."""
        [(_, code)] = codes_in(self.mails[-1][2])
        return code


class WorkingClock(FakeClock):
    """A clock that lets the worker run whenever a request sleeps."""

    work: Callable[[], object] | None = None

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        if self.work is not None:
            work, self.work = self.work, None
            with work_of_the_worker():
                work()
            self.work = work


class Simulator:
    """A client of the simulator's control calls."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._session = requests.Session()

    def control(self, method: str, path: str, body: Any = None) -> Any:
        """Make a control call. Return its JSON."""
        answer = self._session.request(method, f"{self.url}/_control/{path}", json=body, timeout=10)
        assert answer.ok, (answer.status_code, answer.text)
        return answer.json() if answer.content else None

    def fault(self, **fault: Any) -> None:
        """Add a fault to later calls."""
        self.control("POST", "faults", fault)

    def calls(self, *methods: str) -> list[dict[str, Any]]:
        """Return the calls to AgentOS, with these methods or all."""
        calls: list[dict[str, Any]] = self.control("GET", "calls")["calls"]
        return [call for call in calls if not methods or call["method"] in methods]

    def writes(self) -> list[dict[str, Any]]:
        """Return the writes to AgentOS."""
        return self.calls("POST", "PATCH", "PUT", "DELETE")

    def state(self, agency: str = "acme") -> dict[str, Any]:
        """Return all of the simulator's data of an agency."""
        state: dict[str, Any] = self.control("GET", f"state/{agency}")
        return state

    def change(self, path: str, **fields: Any) -> None:
        """Merge fields into a record, such as `acme/jobs/JOB-1`."""
        self.control("PATCH", f"state/{path}", fields)


def refresh_once(refresher: Refresher) -> bool:
    """Refresh the most urgent due collection, and sleep between the steps. Return False if nothing can be done."""
    refresher.update_schedule()
    steps = refresher.refresh_first(refresher.due())
    while True:
        try:
            if wait_s := next(steps):
                refresher.clock.sleep(wait_s)
        except StopIteration as end:
            return bool(end.value)


class PortalServer:
    """A portal with its worker and its simulator. Set `clock.worker = None` to have no worker."""

    def __init__(self, config: Config, simulator: Simulator, clock: Clock | None = None) -> None:
        self.clock = clock or WorkingClock()
        self.simulator = simulator
        self.config = config
        self.app = create_app(config, self.clock)
        self.services: Services = self.app.extensions["services"]
        self._watched = WatchedApp(self.app.wsgi_app)
        self.app.wsgi_app = self._watched  # type: ignore[method-assign]
        self.postbox = Postbox()
        self.workers: list[Pool] = []
        if migrations.fault(self.services.database, config.database_url):
            migrations.upgrade(self.services.database, config.database_url)
        if isinstance(self.clock, FakeClock):
            self.clock.worker = self.services.heartbeat.run_once
            self.clock.worker()

    def run(self, *words: str, code: int = 0, **options: Any) -> Result:
        """Run a command of the portal, whose exit status must be `code`. `options`: as for click's test runner."""
        result = self.app.test_cli_runner().invoke(args=words, **options)
        assert result.exit_code == code, result.output
        return result

    def calls_agentos(self) -> AbstractContextManager[None]:
        """Declare that requests in this context call AgentOS. All others except the three writes fail if they do."""
        return self._watched.calls_agentos()

    @work_of_the_worker()
    def refresh(self, *, everywhere: bool = False, rounds: int = 500) -> None:
        """Let the worker fetch everything that is due at acme, or at all agencies, which takes twice as long.

        As in the worker, the portal then compares its submissions. If nothing was due, they have no news to compare.
        """
        agencies = self.config.agencies
        names = ["acme"] if "acme" in agencies and not everywhere else list(agencies)
        workers = [refresher(self.services, agencies[name]) for name in names]
        turns = 0
        while turns < rounds and True in [refresh_once(worker) for worker in workers]:
            turns += 1
        for name in names if turns else ():
            compare_accepted(self.services, agencies[name])

    @work_of_the_worker()
    def work(self, rounds: int = 50) -> None:
        """Let the worker deliver every submission that is due."""
        workers = [DeliveryWorker(self.services, agency) for agency in self.config.agencies.values()]
        for _ in range(rounds):
            busy = [list(worker.batch()) for worker in workers]
            if not any(busy):
                return

    def stop(self) -> None:
        """Stop the workers that run in steps."""
        for pool in self.workers:
            pool.stop()

    def notify(self, rounds: int = 50) -> None:
        """Let the worker send every e-mail about submissions that is due."""
        sender = sender_of(self.services, self.postbox, notices)
        for _ in range(rounds):
            if not sender.send_next():
                return

    def mail_codes(self) -> None:
        """Let the worker mail codes."""
        send_codes(self.services, self.postbox)

    def mail_security_news(self) -> None:
        """Let the worker send every due e-mail about the security of a sign-in."""
        sender = sender_of(self.services, self.postbox, security_mail)
        while sender.send_next():
            pass

    def sign_in(self, email: str = "office@harper.example", *, user_agent: str | None = None) -> FlaskClient:
        """Sign in on a new device, with this browser. Return the client."""
        client = self.app.test_client()
        if user_agent:
            client.environ_base["HTTP_USER_AGENT"] = user_agent
        self.mail_codes()  # for others, who asked at the same moment of this clock
        assert client.post("/api/session/code", json={"email": email}).status_code == 204
        self.mail_codes()
        answer = client.post("/api/session", json={"email": email, "code": self.postbox.code()})
        assert answer.status_code == 201, answer.json
        return client

    def advance_clock(self, seconds: float = 86_400) -> None:
        """Advance the clock."""
        assert isinstance(self.clock, FakeClock)
        self.clock.advance(seconds)
