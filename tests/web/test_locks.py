"""Only one tab sends at a time, and a tab that the phone has frozen does not block the others."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Route

from tests.end_to_end.processes import wait_until
from tests.web.browsing import Web
from tests.web.faulty_proxy import FaultyProxy
from tests.web.outbox_tab import Tab, create_job, new_tab, notes_in_agentos

pytestmark = pytest.mark.browser

FROZEN = """
    const {postMessage} = BroadcastChannel.prototype;
    BroadcastChannel.prototype.postMessage = function (message) {
        if (this.name !== "portal-turn") postMessage.call(this, message);
    };
"""
"""Code that simulates a frozen tab. Chromium's own command for it does not freeze tabs with a lock."""
IMPATIENT = """
    const real = AbortSignal.timeout;
    AbortSignal.timeout = (ms) => real.call(AbortSignal, ms / 60);
    window.answers = 0;
    new BroadcastChannel("portal-turn").onmessage = ({data}) => { if (data.holds) window.answers += 1; };
"""


def test_lock_of_a_frozen_tab_is_stolen_and_items_are_sent_once(
    web: Web, proxy: FaultyProxy, device: BrowserContext, tab: Tab, job: str
) -> None:
    other, asked = create_job(web), list[Route]()
    frozen = new_tab(device)
    frozen.page.add_init_script(FROZEN)
    frozen.page.route(f"**/{job}/notes", lambda route: asked.append(route), times=1)
    frozen.open()
    frozen.note(job, "Once")
    frozen.await_states("sending")
    tab.run("outbox.tryNow()")
    wait_until("the note", lambda: notes_in_agentos(web, job) == ["Once"], 20)
    tab.await_states("done")
    asked[0].abort()
    frozen.note(other, "Later")
    frozen.await_states("done", "done")
    assert (notes_in_agentos(web, job), notes_in_agentos(web, other)) == (["Once"], ["Later"])


def test_lock_of_a_live_tab_is_respected(device: BrowserContext, tab: Tab, job: str) -> None:
    slow = new_tab(device)
    slow.page.route("**/notes", lambda _: None)  # never gets a response
    slow.open()
    slow.note(job, "On its way")
    slow.await_states("sending")
    tab.run(IMPATIENT)
    tab.run("outbox.tryNow()")
    wait_until("answers", lambda: tab.run("return window.answers >= 3"), 20)
    assert tab.states() == ["sending"]
