"""The code step of the sign-in survives the end of the browser in every engine.

Phones may end it while a person reads mail.
"""

from __future__ import annotations

import pytest

from tests.web.browsing import Web
from tests.web.engines import Engine
from tests.web.scripted_app import ScriptedApp

pytestmark = pytest.mark.browser
NOBODY = "nobody@nowhere.example"


def test_code_step_after_browser_is_killed_is_shown_again(web: Web, browser: Engine) -> None:
    app = ScriptedApp(browser)
    browser.open()
    browser.goto(web.url)
    app.fill("E-mail address", NOBODY)
    app.click("Send me a code")
    app.await_text("Enter your code")
    browser.kill()

    browser.open()
    browser.goto(web.url)
    app.await_text(f"If an agency knows {NOBODY}, a code is on its way there.")
    app.click("Use another address")
    app.await_text("Send me a code")
    browser.goto(web.url)
    app.await_text("Send me a code")
