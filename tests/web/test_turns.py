"""One tab sends at a time, and a tab that a phone has frozen holds up nobody."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Route

from tests.end_to_end.processes import wait_until
from tests.web.browsing import Web
from tests.web.outboxing import Tab, job_for, notes_of, tab_in
from tests.web.wire import Wire

pytestmark = pytest.mark.browser

FROZEN = """
    const {postMessage} = BroadcastChannel.prototype;
    BroadcastChannel.prototype.postMessage = function (message) {
        if (this.name !== "portal-turn") postMessage.call(this, message);
    };
"""
"""What others see of a tab that a phone has frozen. Chromium's own command for it leaves tabs with a lock running."""
IMPATIENT = """
    const real = AbortSignal.timeout;
    AbortSignal.timeout = (ms) => real.call(AbortSignal, ms / 60);
    window.answers = 0;
    new BroadcastChannel("portal-turn").onmessage = ({data}) => { if (data.holds) window.answers += 1; };
"""


def test_lock_of_a_frozen_tab_is_passed_by_and_nothing_is_doubled(
    web: Web, wire: Wire, device: BrowserContext, tab: Tab, job: str
) -> None:
    other, asked = job_for(web), list[Route]()
    frozen = tab_in(device)
    frozen.page.add_init_script(FROZEN)
    frozen.page.route(f"**/{job}/notes", lambda route: asked.append(route), times=1)
    frozen.open()
    frozen.note(job, "Once")
    frozen.await_states("sending")
    tab.run("outbox.tryNow()")
    wait_until("the note", lambda: notes_of(web, job) == ["Once"], 20)
    tab.await_states("done")
    asked[0].abort()
    frozen.note(other, "Later")
    frozen.await_states("done", "done")
    assert (notes_of(web, job), notes_of(web, other)) == (["Once"], ["Later"])


def test_lock_of_a_tab_that_answers_is_waited_for(device: BrowserContext, tab: Tab, job: str) -> None:
    slow = tab_in(device)
    slow.page.route("**/notes", lambda _: None)  # never answered
    slow.open()
    slow.note(job, "On its way")
    slow.await_states("sending")
    tab.run(IMPATIENT)
    tab.run("outbox.tryNow()")
    wait_until("answers", lambda: tab.run("return window.answers >= 3"), 20)
    assert tab.states() == ["sending"]
