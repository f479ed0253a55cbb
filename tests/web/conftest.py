"""Fixtures of the web app: one portal and one browser for all tests in a process."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Playwright, expect, sync_playwright

from tests.agentos.servers import server
from tests.web.browsing import HARPER, PHONE, WAIT_MS, Web
from tests.web.engines import ENGINES, Engine
from tests.web.faulty_proxy import FaultyProxy
from tests.web.outbox_tab import Tab, create_job, new_tab
from tests.web.servers import running_web


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Return the only Playwright of the process."""
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory, playwright: Playwright) -> Iterator[Web]:
    """Start the portal with its worker, a simulated AgentOS, and Chromium."""
    with running_web(tmp_path_factory.mktemp("web"), playwright) as web:
        yield web


@pytest.fixture
def proxy(web: Web) -> Iterator[FaultyProxy]:
    """Yield the proxy between a browser and the portal."""
    address = urlsplit(web.url)
    proxy = FaultyProxy((str(address.hostname), int(address.port or 80)))
    with server(proxy.serve) as proxy.url:
        yield proxy
        proxy.cut()


@pytest.fixture
def device(web: Web, proxy: FaultyProxy) -> Iterator[BrowserContext]:
    """Yield a phone behind the proxy on which Harper is signed in."""
    with web.context(HARPER, base_url=proxy.url, **PHONE) as context:
        yield context


@pytest.fixture
def tab(device: BrowserContext) -> Tab:
    """Return a tab of the device with an outbox."""
    tab = new_tab(device)
    tab.open()
    return tab


@pytest.fixture
def job(web: Web) -> str:
    """Create a job of Harper's. Return its id."""
    return create_job(web)


OTHERS = [pytest.param(name, marks=pytest.mark.second_tier) for name in ENGINES if name != "Chromium"]


@pytest.fixture(params=["Chromium", *OTHERS])
def browser(request: pytest.FixtureRequest, playwright: Playwright, tmp_path: Path) -> Iterator[Engine]:
    """Start a browser of each kind in a process of its own."""
    engine = ENGINES[request.param](tmp_path / "engine", playwright)
    yield engine
    engine.kill()
