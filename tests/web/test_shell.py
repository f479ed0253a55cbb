"""The app shell opens without a network after the first visit, and runs no foreign scripts."""

import pytest
from playwright.sync_api import Page

from tests.web.browsing import HARPER, PHONE, Web, wait_until_cached

pytestmark = pytest.mark.browser
JOB = "/jobs/JOB-1?agency=acme&contractor=CON-1001"


def test_shell_opens_without_a_network(web: Web) -> None:
    with web.context(**PHONE) as context:
        page = context.new_page()
        page.goto("/")
        wait_until_cached(page)
        context.set_offline(True)
        page.goto(JOB)
        page.get_by_role("heading", name="No signal, and nothing here yet").wait_for()
        assert page.url.endswith(JOB)


def test_shell_caches_no_response_of_the_api(web: Web) -> None:
    with web.page(HARPER, JOB) as page:
        wait_until_cached(page)
        page.get_by_role("heading", name="Activity").wait_for()
        page.reload()
        page.get_by_role("heading", name="Activity").wait_for()
        kept = page.evaluate(KEPT)
        assert "/" in kept
        assert all(path == "/" or path.startswith("/app/") for path in kept), kept


KEPT = """async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
    return requests.map(({url}) => new URL(url).pathname);
}"""
INJECTIONS = {
    "markup": "document.body.innerHTML = '<b>'",
    "a policy of one's own": "trustedTypes.createPolicy('mine', {})",
    "a script from text": "{ const s = document.createElement('script'); s.text = '1'; }",
}


@pytest.mark.parametrize("injection", INJECTIONS.values(), ids=INJECTIONS)
def test_content_security_policy_refuses_scripts_from_text(web: Web, injection: str) -> None:
    """The browser refuses and reports the script. Every other test asserts that it reports nothing."""
    with pytest.raises(AssertionError, match=r"Content Security Policy|Trusted"), web.page() as page:
        assert refusal(page, injection) == "TypeError"


def refusal(page: Page, code: str) -> str:
    return str(page.evaluate(f"() => {{ try {{ {code} }} catch (error) {{ return error.name; }} }}"))
