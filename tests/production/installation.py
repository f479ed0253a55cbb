"""The portal as an agency runs it: two hosts and two workers, PostgreSQL, and a proxy as shipped in `deploy`."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import requests

from tests.auth.mail_server import MailServer
from tests.end_to_end.processes import KEYS, ROOT, Processes, wait_until
from tests.portal_server import Simulator
from tests.production import traffic
from tests.production.nginx import Nginx
from tests.production.proxy import Proxy, free_ports

HOSTS = (1, 2)
STOP_S = 90.0
"""The time that a service has to end, as in `deploy/systemd/portal-web.service`."""
AGENCIES = (ROOT / "agencies.example.toml").read_text("utf-8")
ONE_AGENCY = AGENCIES.partition("[agencies.harbour]")[0]
SIMULATED = ("--branches", "1", "--contractors", "4", "--jobs", "40", "--no-limit")
STAGING = {
    "PORTAL_ENV": "staging",
    "SECRET_KEY": "0f4b8c1d7e92a356b1c0d8e4f7a29365",
    "MAIL_FROM": "portal@localhost",
    "TRUSTED_HOSTS": "localhost",
    "PROXY_HOPS": "1",
    # The simulated AgentOS has no limit, so that the load reaches the portal.
    "AGENTOS_BUDGET_WINDOW_S": "1",
    "WRITES_PER_MINUTE": "5000",
    "SETTLE_S": "5",
    "AGENTOS_REST_S": "1",
    # As in `deploy/systemd` and in the image
    "MALLOC_ARENA_MAX": "2",
}


class Installation:
    """A running installation. Its processes are `web-1`, `worker-1`, `web-2`, `worker-2` and the simulator."""

    def __init__(self, processes: Processes, ports: dict[int, int], proxy: Proxy, postbox: MailServer) -> None:
        self.processes = processes
        self.proxy = proxy
        self.simulator = Simulator(processes.simulator)
        self._ports = ports
        self.postbox = postbox

    def browser(self) -> requests.Session:
        """Return a browser that knows nothing of the portal yet."""
        browser = requests.Session()
        browser.trust_env = False  # the environment may name other certificates
        browser.verify = str(self.proxy.certificate)
        return browser

    def sign_in(self, email: str) -> requests.Session:
        """Return a browser that is signed in with a mailed code."""
        browser, before = self.browser(), len(self.postbox.codes)
        asked = browser.post(f"{self.proxy.url}/api/session/code", json={"email": email}, timeout=30)
        assert asked.status_code == 204, asked.text
        wait_until(f"a code for {email}", lambda: len(self.postbox.codes) > before)
        body = {"email": email, "code": self.postbox.codes[-1]}
        answer = browser.post(f"{self.proxy.url}/api/session", json=body, timeout=30)
        assert answer.status_code == 201, answer.text
        return browser

    def browsers(self, email: str) -> list[requests.Session]:
        """Return a contractor's browsers, which share a session, when the portal has all of the contractor's data."""
        first, url = self.sign_in(email), f"{self.proxy.url}/api/contractor"
        for path in traffic.READS:
            wait_until(path, lambda path=path: first.get(f"{url}/{path}", timeout=30).ok)
        made = [self.browser() for _ in range(traffic.THREADS)]
        for browser in made:
            browser.cookies.update(first.cookies)
        return made

    def open_jobs(self, browser: requests.Session) -> list[str]:
        """Return the ids of a contractor's open jobs."""
        answer = browser.get(f"{self.proxy.url}/api/contractor/jobs?status=open", timeout=30)
        return [job["jobId"] for job in answer.json()["jobs"]]

    def is_ready(self, host: int) -> bool:
        """Return whether a host would stay in a load balancer's pool: its readiness probe has the status 200."""
        try:
            return requests.get(f"http://127.0.0.1:{self._ports[host]}/health/ready", timeout=5).status_code == 200
        except requests.RequestException:
            return False

    def readiness(self, host: int) -> tuple[int, list[str]]:
        """Return the status of a host's readiness probe, and what it reports as degraded."""
        answer = requests.get(f"http://127.0.0.1:{self._ports[host]}/health/ready", timeout=30)
        return answer.status_code, answer.json().get("degraded", [])

    def add_agency(self) -> None:
        """Add the second agency to the file of agencies."""
        Path(self.processes.environment["AGENCIES_FILE"]).write_text(AGENCIES, "utf-8")

    def start(self, host: int) -> None:
        """Start both processes of a host, and wait until the web server is ready."""
        self.processes.start(f"worker-{host}")
        self.processes.start(f"web-{host}")
        wait_until(f"host {host}", lambda: self.is_ready(host))

    def restart(self, host: int) -> None:
        """Restart a host as its supervisor does: end both processes, start them, and wait until the host is ready.

        The main processes get the signal, as with `KillMode=mixed`. They must end by themselves. On a busy machine,
        they need some time for the requests that they have.
        """
        for name in (f"web-{host}", f"worker-{host}"):
            os.kill(self.processes.pid(name), signal.SIGTERM)
            self.processes.finish(name, seconds=STOP_S)
        self.start(host)


@contextmanager
def installed(
    folder: Path,
    database_url: str,
    kind: type[Proxy] = Nginx,
    simulated: Sequence[str] = SIMULATED,
) -> Iterator[Installation]:
    """Yield an installation with an empty database. End its processes at the end.

    `simulated`: options of the simulated AgentOS.
    """
    postbox = MailServer()
    ports = dict(zip(HOSTS, free_ports(len(HOSTS)), strict=True))
    (folder / "portal").mkdir()
    (folder / "agencies.toml").write_text(ONE_AGENCY, "utf-8")
    passed = {name: value for name, value in os.environ.items() if name in ("PATH", "TZ")}
    processes = Processes(
        folder / "portal",
        {
            **passed,
            **KEYS,
            **STAGING,
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
            "FLASK_SKIP_DOTENV": "1",
            "DATABASE_URL": database_url.replace("postgresql+psycopg:", "postgresql:"),
            "DOCUMENTS_DIR": str(folder / "documents"),
            "AGENCIES_FILE": str(folder / "agencies.toml"),
            "SMTP_URL": postbox.url,
        },
    )
    try:
        processes.start("simulator", "simulator", "--bind", "127.0.0.1:0", *simulated)
        processes.simulator = processes.find("simulator", r"(http://127\.0\.0\.1:\d+)")
        processes.environment["AGENTOS_BASE_URL"] = processes.simulator
        processes.start("upgrade", "flask", "--app", "wsgi", "db", "upgrade")
        processes.finish("upgrade")
        for host in HOSTS:
            processes.start(f"worker-{host}", "flask", "--app", "wsgi", "worker")
            bind = {"BIND": f"127.0.0.1:{ports[host]}"}
            processes.start(f"web-{host}", "gunicorn", "-c", "gunicorn.conf.py", "wsgi:app", **bind)
        with kind.serving(folder / "proxy", [f"127.0.0.1:{port}" for port in ports.values()]) as proxy:
            installation = Installation(processes, ports, proxy, postbox)
            for host in HOSTS:
                wait_until(f"host {host}", lambda host=host: installation.is_ready(host))
            yield installation
    finally:
        processes.end()
        postbox.close()
