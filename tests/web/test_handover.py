"""Handover in Chromium: a page of another front end exchanges a signed token for a session, and reads with it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright

from app.auth.sso.handover import USED
from app.domain.clock import SystemClock
from tests.auth.fake_provider import FakeProvider, handover_token, settings
from tests.contract.api_calls import API
from tests.end_to_end.processes import Processes, running
from tests.web.browsing import FLAGS, HARPER, headless_shell

pytestmark = pytest.mark.browser
FETCH = """async ([url, method, body]) => {
  const answer = await fetch(url, {method, credentials: "include", headers: {"Content-Type": "application/json"},
    body: body && JSON.stringify(body)});
  return [answer.status, await answer.json()];
}"""


@pytest.fixture
def front_end() -> FakeProvider:
    """Return the keys of the front end."""
    return FakeProvider("http://localhost", SystemClock())


@pytest.fixture
def portal(tmp_path: Path, front_end: FakeProvider, front_end_port: int) -> Iterator[Processes]:
    """Yield a portal that accepts the front end's tokens and its page."""
    handover = {name: value for name, value in settings(front_end, tmp_path).items() if name.startswith("HANDOVER_")}
    with running(tmp_path, ALLOWED_ORIGINS=f"http://localhost:{front_end_port}", **handover) as processes:
        processes.find("worker", r"(refreshed.*kind=contractor)")
        yield processes


def call(page: Page, url: str, method: str = "GET", body: object = None) -> tuple[int, dict[str, Any]]:
    """Return the status and the JSON of the page's request."""
    status, answer = page.evaluate(FETCH, [url, method, body])
    return status, answer


def test_page_of_another_front_end_hands_a_person_over(
    portal: Processes, front_end: FakeProvider, front_end_port: int, playwright: Playwright
) -> None:
    url = portal.portal.replace("127.0.0.1", "localhost")
    browser = playwright.chromium.launch(executable_path=headless_shell(), args=[*FLAGS])
    page = browser.new_page()
    page.goto(f"http://localhost:{front_end_port}/")
    assert call(page, f"{url}/api/session")[0] == 401
    token = {"token": handover_token(front_end)}
    status, session = call(page, f"{url}/api/session/handover", "POST", token)
    assert (status, session.get("email")) == (201, HARPER), session
    status, again = call(page, f"{url}/api/session")
    assert (status, again) == (200, {**session, "endsAt": again.get("endsAt")}), "each request moves its end"
    status, answer = call(page, f"{url}{API}/jobs")
    assert status == 200
    assert answer["jobs"]
    assert call(page, f"{url}/api/session/handover", "POST", token) == (401, {"error": USED})
    assert call(page, f"{url}/api/session")[0] == 200, "a refused token ends no session"
    browser.close()
