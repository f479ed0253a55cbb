"""A list of 500 jobs on a slow phone: the longest frame while it is scrolled and searched.

The web app runs in Chromium at the size of a phone, its processor slowed to a quarter, as Lighthouse does for a phone
in the middle of the market. Each round opens a new page. It is scrolled fast to the last row and back. Then the list is
searched twice, letter by letter, and the letters are deleted each time.

A frame is the time between two calls of requestAnimationFrame, so every delay of drawing counts, including the
machine's own stalls. The longest frame of all rounds must meet the bar. For scale, the same rows are scrolled as plain
markup, without a script.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from bench.client import Address, ask, request
from bench.deployment import SHORT, Deployment, deploy
from bench.figures import Figure, percentile
from bench.people import sign_in
from tests.end_to_end.processes import wait_until
from tests.web.browsing import FLAGS, PHONE, chromium

JOBS = 60 if SHORT else 500
ROUNDS = 1 if SHORT else 3
SLOWER = 4
EMAIL, CONTRACTOR = "accounts@evans.example", "CON-1002"
SEARCHED = "leak kitchen"
LETTER_MS, SETTLE_MS = 90, 500
FAST = {"x": 180, "y": 420, "speed": 4000, "gestureSourceType": "mouse"}
STEP_PX = 8000
PLAIN = "/plain"
WATCH = """() => {
    window.frames_ = [];
    let last = performance.now();
    const next = (now) => {
        window.frames_.push(now - last);
        last = now;
        requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
}"""

AT_THE_END = f"""document.querySelectorAll(".row").length === {JOBS}
    && innerHeight + scrollY + 1 >= document.documentElement.scrollHeight"""

WHERE = "[document.querySelectorAll('.row').length, scrollY, innerHeight, document.documentElement.scrollHeight]"


def measure() -> list[Figure]:
    """Measure the longest frames of scrolling and searching."""
    with deploy(sizes=(f"acme:1,2,{JOBS}",)) as deployment:
        _give_all_jobs(deployment)
        deployment.start_worker()
        address = deployment.start_web()
        cookie = sign_in(deployment, address, [EMAIL])[EMAIL]
        wait_until("all jobs", lambda: _jobs(address, cookie) == JOBS)
        deployment.stop("worker")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS])
            rounds = [_round(browser, address, cookie) for _ in range(ROUNDS)]
            browser.close()
    scrolled, searched, plain = ([frame for each in kind for frame in each] for kind in zip(*rounds, strict=True))
    return [
        Figure("longest frame while it is scrolled", max(scrolled), "ms", at_most=100),
        Figure("longest frame while it is searched", max(searched), "ms", at_most=100),
        Figure("rows", JOBS),
        Figure("frames while it is scrolled", len(scrolled)),
        Figure("p99 of them", percentile(scrolled, 0.99), "ms"),
        Figure("frames while it is searched", len(searched)),
        Figure("p99 of these", percentile(searched, 0.99), "ms"),
        Figure("longest frame while plain markup is scrolled", max(plain), "ms"),
        Figure("p99 of those", percentile(plain, 0.99), "ms"),
    ]


def _give_all_jobs(deployment: Deployment) -> None:
    """Assign every job to one contractor, and open every job."""
    statuses = deployment.control("GET", "state/acme/status_types").values()
    begun = next(status for status in statuses if status["Name"] == "In progress")
    changes = {"ContractorOID": CONTRACTOR, "Status": begun["Name"], "StatusOID": begun["OID"], "CompletedDate": None}
    for job in deployment.control("GET", "state/acme/jobs"):
        deployment.control("PATCH", f"state/acme/jobs/{job}", changes)


def _jobs(address: Address, cookie: str) -> int:
    answer = ask(address, request("GET", "/api/contractor/jobs", cookie))
    return len(json.loads(answer.body)["jobs"]) if answer.status == 200 else 0


def _round(browser: Browser, address: Address, cookie: str) -> tuple[list[float], list[float], list[float]]:
    """Return the frames of one visit: of scrolling, of searching, and of the plain page."""
    url = f"http://{address[0]}:{address[1]}"
    context = browser.new_context(base_url=url, locale="en-GB", timezone_id="Europe/London", **PHONE)
    context.add_cookies([{"name": "portal_session", "value": cookie, "url": url}])
    page = context.new_page()
    page.goto("/jobs")
    page.locator(".row").first.wait_for()
    page.wait_for_load_state("networkidle")
    with _watched(page) as scrolled:
        _scroll_to_the_end_and_back(page)
    with _watched(page) as searched:
        for _ in range(2):
            page.locator("#search").focus()
            page.keyboard.type(SEARCHED, delay=LETTER_MS)
            for _ in SEARCHED:
                page.keyboard.press("Backspace", delay=LETTER_MS)
    page.goto("/jobs")
    page.locator(".row").first.wait_for()
    _scroll_to_the_end_and_back(page)
    markup = re.sub("<script.*?</script>", "", page.evaluate("document.documentElement.outerHTML"))
    page.route(f"**{PLAIN}", lambda route: route.fulfill(body=markup, content_type="text/html"))
    page.goto(PLAIN)
    with _watched(page) as plain:
        _scroll_to_the_end_and_back(page)
    context.close()
    return scrolled, searched, plain


@contextmanager
def _watched(page: Page) -> Iterator[list[float]]:
    """Slow the page's processor during the block. Yield a list that receives the frames, in milliseconds."""
    frames: list[float] = []
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(WATCH)
    yield frames
    page.wait_for_timeout(SETTLE_MS)
    frames += page.evaluate("window.frames_")
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    devtools.detach()


def _scroll_to_the_end_and_back(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    for way, reached in ((-1, AT_THE_END), (1, "scrollY === 0")):
        for _ in range(JOBS):
            devtools.send("Input.synthesizeScrollGesture", {**FAST, "yDistance": way * STEP_PX})
            if page.evaluate(reached):
                break
        else:
            raise RuntimeError(f"not reached: {reached}: {page.evaluate(WHERE)}")
    devtools.detach()
