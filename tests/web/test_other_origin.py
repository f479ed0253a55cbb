"""A front end of another origin in Chromium: at `localhost` it stays signed in; at 127.0.0.1 it is another site."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.end_to_end.processes import Processes, running
from tests.web.browsing import FLAGS, HARPER, headless_shell

pytestmark = pytest.mark.browser
FETCH = """async ([url, method, body]) => {
  const answer = await fetch(url, {method, credentials: "include", headers: {"Content-Type": "application/json"},
    body: body && JSON.stringify(body)});
  return answer.status;
}"""


@pytest.fixture
def portal(tmp_path: Path, front_end_port: int) -> Iterator[Processes]:
    """Yield a portal that allows the front end, at both of its addresses."""
    origins = f"http://localhost:{front_end_port},http://127.0.0.1:{front_end_port}"
    with running(tmp_path, ALLOWED_ORIGINS=origins) as processes:
        yield processes


def session_status(page: Page, url: str) -> int:
    """Return the status of a request for the session."""
    status: int = page.evaluate(FETCH, [f"{url}/api/session", "GET", None])
    return status


def test_front_end_at_localhost_stays_signed_in(portal: Processes, front_end_port: int, playwright: Playwright) -> None:
    url = portal.portal.replace("127.0.0.1", "localhost")
    browser = playwright.chromium.launch(executable_path=headless_shell(), args=[*FLAGS])
    page = browser.new_page()
    page.goto(f"http://localhost:{front_end_port}/")
    assert page.evaluate(FETCH, [f"{url}/api/session/code", "POST", {"email": HARPER}]) == 204
    code = portal.code(HARPER)
    assert page.evaluate(FETCH, [f"{url}/api/session", "POST", {"email": HARPER, "code": code}]) == 201
    assert session_status(page, url) == 200
    page.goto(f"http://127.0.0.1:{front_end_port}/")
    assert session_status(page, url) == 401, "the browser sends the cookie to no other site"
    portal.find("portal", f"(ALLOWED_ORIGINS: pages of http://127.0.0.1:{front_end_port} cannot stay signed in)")
    browser.close()
