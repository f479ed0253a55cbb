"""What each answer that the portal, or something on the way to it, can give makes of something that was sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, Web
from tests.web.outboxing import notes_of, tab_in

pytestmark = pytest.mark.browser

MAY_BE_THERE = "It may have arrived. It is sent again by itself, and cannot arrive twice."
SAID = "Said by the portal."
PLACE = "/api/contractor/submissions/S-1"
NOT_SENT, REJECTED = {"Submission-State": "not-sent"}, {"Submission-State": "rejected"}
IN_HAND = {"Retry-After": "2", "Location": PLACE}
UNCONFIRMED = {"Submission-State": "unconfirmed", "Location": PLACE}
IN_REVIEW = {"Submission-State": "review", "Location": PLACE}
A_MINUTE_IS_A_SECOND = (
    "const real = AbortSignal.timeout; AbortSignal.timeout = (ms) => real.call(AbortSignal, ms / 60);"
)


@dataclass(frozen=True, kw_only=True)
class Case:
    """An answer, and what becomes of the item. `changeable`: it is certainly nowhere; `rest_s`: until the next try."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    is_ours: bool = True
    state: str
    sentence: str | None = SAID
    changeable: bool
    rest_s: float = 0


ELSEWHERE: dict[str, Any] = {"is_ours": False, "state": "waiting", "sentence": MAY_BE_THERE, "changeable": False}
CASES = {
    "a page of somebody else's network": Case(status=200, **ELSEWHERE),
    "the way to such a page": Case(status=302, headers={"Location": "/login"}, **ELSEWHERE),
    "a proxy without a portal": Case(status=502, **ELSEWHERE),
    "a crash": Case(status=500, state="waiting", changeable=False),
    "not sent": Case(status=500, headers=NOT_SENT, state="waiting", changeable=True),
    "rejected": Case(status=500, headers=REJECTED, state="refused", changeable=True),
    "unconfirmed": Case(status=500, headers=UNCONFIRMED, state="checking", changeable=False),
    "in review": Case(status=500, headers=IN_REVIEW, state="review", changeable=False),
    "in hand already": Case(status=409, headers=IN_HAND, state="waiting", changeable=False, rest_s=2),
    "too much at once": Case(status=429, headers={"Retry-After": "30"}, state="waiting", changeable=True, rest_s=30),
    "a page that is not ours": Case(status=403, state="waiting", changeable=True),
    "no such job": Case(status=404, state="refused", changeable=True),
    "not valid": Case(status=400, state="refused", changeable=True),
    "too large": Case(status=413, state="refused", changeable=True),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_an_answer_makes_of_it(web: Web, case: Case) -> None:
    body, kind = (f'{{"error": "{SAID}"}}', "application/json") if case.is_ours else ("<p>Welcome</p>", "text/html")
    with web.context(HARPER, service_workers="block") as context:
        tab = tab_in(context)
        tab.page.route(
            "**/notes",
            lambda route: route.fulfill(status=case.status, headers=case.headers | {"Content-Type": kind}, body=body),
        )
        tab.open()
        began = tab.run("return Date.now()")
        number = tab.note("JOB-1", "Hello")
        item = wait_until("an answer", lambda: next((one for one in tab.items() if told(one)), None), 10)
        assert (item["state"], item["sentence"]) == (case.state, case.sentence)
        assert item["nextAt"] == 0 or item["nextAt"] >= began + case.rest_s * 1000
        said = tab.refused("outbox.edit", number, {"content": {"note": "Changed"}})
        assert said == ("done" if case.changeable else "This has been sent or deleted meanwhile.")


def test_an_answer_that_never_comes_is_given_up_and_asked_for_again(web: Web) -> None:
    with web.context(HARPER, service_workers="block") as context:
        context.add_init_script(A_MINUTE_IS_A_SECOND)
        tab = tab_in(context)
        tab.page.route("**/notes", lambda _: None)
        tab.open()
        job = web.job_shown(HARPER)
        tab.note(job, "Into the void")
        item = wait_until("the end of waiting", lambda: next((one for one in tab.items() if told(one)), None), 20)
        assert (item["state"], item["sentence"]) == ("waiting", MAY_BE_THERE)
        tab.page.unroute("**/notes")
        tab.wake()
        tab.await_states("done")
        assert notes_of(web, job).count("Into the void") == 1


def told(item: dict[str, Any]) -> bool:
    """Whether an answer has come."""
    return item["tries"] > 0 or item["state"] in ("refused", "checking", "review")
