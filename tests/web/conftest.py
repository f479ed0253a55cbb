"""One portal, one browser for all tests of the web app that run in a process."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Playwright, expect, sync_playwright

from tests.end_to_end.processes import running
from tests.web import agencies
from tests.web.browsing import FLAGS, HARPER, WAIT_MS, Web, headless_shell
from tests.web.engines import ENGINES, Engine
from tests.web.outboxing import Tab, job_for, tab_in
from tests.web.wire import Wire

SMALL = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--no-limit")

SETTINGS = {
    "AGENTOS_BUDGET": "10000",
    "WRITES_PER_MINUTE": "1000",
    "AGE_JOBS_S": "3",
    "AGE_ACCOUNT_S": "10",
    "AGE_CONTACTS_S": "10",
    "AGE_STATEMENTS_S": "10",
}
"""As many calls as it takes; what a test changes in AgentOS is seen within some seconds.

If the worker read everything once a second, that would take a sixth of the machine. Tests wait for jobs alone, mostly.
"""


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """There can be one only in a process."""
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory, playwright: Playwright) -> Iterator[Web]:
    """The portal with the worker and a simulated AgentOS, and Debian's Chromium."""
    program = headless_shell()
    folder = tmp_path_factory.mktemp("web")
    with running(folder, simulator=SMALL, AGENCIES_FILE=agencies.example(folder), **SETTINGS) as processes:
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS])
        yield Web(processes, browser)
        browser.close()


@pytest.fixture
def wire(web: Web) -> Iterator[Wire]:
    """The line between a browser and the portal, which can be cut."""
    address = urlsplit(web.url)
    wire = Wire((str(address.hostname), int(address.port or 80)))
    yield wire
    wire.close()


@pytest.fixture
def device(web: Web, wire: Wire) -> Iterator[BrowserContext]:
    """A device on which Harper is signed in, at the end of the line."""
    with web.context(HARPER, base_url=wire.url) as context:
        yield context


@pytest.fixture
def tab(device: BrowserContext) -> Tab:
    """A tab of it with an outbox."""
    tab = tab_in(device)
    tab.open()
    return tab


@pytest.fixture
def job(web: Web) -> str:
    """A new job of Harper's."""
    return job_for(web)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, playwright: Playwright, tmp_path: Path) -> Iterator[Engine]:
    """A browser that is a process of its own, of each kind."""
    engine = ENGINES[request.param](tmp_path / "engine", playwright)
    yield engine
    engine.kill()
