"""The page: it opens without a network once it was there, and runs nothing that is not its own."""

import pytest
from playwright.sync_api import Page

from tests.web.browsing import PHONE, Web, kept_for_offline

pytestmark = pytest.mark.browser
JOB = "/jobs/JOB-1?agency=acme&contractor=CON-1001"


def test_it_opens_without_a_network(web: Web) -> None:
    with web.context(**PHONE) as context:
        page = context.new_page()
        page.goto("/")
        kept_for_offline(page)
        context.set_offline(True)
        page.goto(JOB)
        page.get_by_role("heading", name="Sign in").wait_for()
        assert page.url.endswith(JOB)


INJECTIONS = {
    "markup": "document.body.innerHTML = '<b>'",
    "a policy of one's own": "trustedTypes.createPolicy('mine', {})",
    "a script from text": "{ const s = document.createElement('script'); s.text = '1'; }",
}


@pytest.mark.parametrize("injection", INJECTIONS.values(), ids=INJECTIONS)
def test_no_text_becomes_a_script(web: Web, injection: str) -> None:
    """The browser refuses, and tells; that it tells of nothing is looked at in every other test."""
    with pytest.raises(AssertionError, match=r"Content Security Policy|Trusted"), web.page() as page:
        assert refusal(page, injection) == "TypeError"


def refusal(page: Page, code: str) -> str:
    return str(page.evaluate(f"() => {{ try {{ {code} }} catch (error) {{ return error.name; }} }}"))
