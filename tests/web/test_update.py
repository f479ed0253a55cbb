"""An update of the app: an open page offers it, and loading it loses nothing that waits."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.outbox_tab import outbox_of
from tests.web.test_offline_delivery import place_of

pytestmark = pytest.mark.browser
LOOK = "navigator.serviceWorker.getRegistration().then((registration) => registration.update())"
SHELLS = "caches.keys().then((names) => names.filter((name) => name.startsWith('shell-')))"


@pytest.fixture
def earlier_build(web: Web) -> Iterator[tuple[str, int]]:
    """Start the same portal with another build of the web app. Return its host and port."""
    processes = web.processes
    processes.environment["BIND"] = "127.0.0.1:0"
    processes.start("earlier-build", "gunicorn", "-c", "gunicorn.conf.py", "tests.web.earlier_build:app")
    yield place_of(processes.find("earlier-build", r"Listening at: (http://127\.0\.0\.1:\d+)"))
    processes.kill("earlier-build")


def test_open_page_offers_an_update_that_keeps_its_items(
    earlier_build: tuple[str, int], proxy: FaultyProxy, device: BrowserContext
) -> None:
    portal, proxy.target = proxy.target, earlier_build
    page = device.new_page()
    page.goto("/")
    wait_until_cached(page)
    banner = page.get_by_role("status").filter(has_text="A new version is ready.")
    expect(banner).to_have_count(0), "the first service worker is no update"
    assert page.evaluate(SHELLS) == ["shell-before"]
    proxy.cut()
    outbox_of(page).note("JOB-1", "Written before the update")
    proxy.target = portal
    proxy.lose_all_to = b"/notes"  # the note stays an item of the device
    proxy.mend()
    page.evaluate(LOOK)
    expect(banner).to_be_visible()
    wait_until("one version", lambda: page.evaluate(SHELLS) not in (["shell-before"], []))
    banner.get_by_role("button", name="Update").tap()
    expect(banner).to_have_count(0)
    page.get_by_role("heading", level=1, name="Today").wait_for()
    expect(page.get_by_role("main")).to_contain_text("Written before the update")
    assert len(page.evaluate(SHELLS)) == 1
