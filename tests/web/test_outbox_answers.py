"""The effect of each response on an outbox item. Responses may come from the portal or from a server in between."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, Web
from tests.web.outbox_tab import invoice, new_tab, notes_in_agentos

pytestmark = pytest.mark.browser

MAY_BE_THERE = "It may have arrived. It is sent again, and the portal knows it for the same."
LARGE = (
    "Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again "
    "every hour. A smaller PDF may go through."
)
SENTENCE = "Said by the portal."
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
    """A response, and the resulting state of the item.

    `sender` is the portal or another key of `BODIES`. `type` is the portal's name for the failure. `changeable` means
    that the item has certainly not arrived. `rest_s` is the wait before the next try.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    sender: str = "portal"
    type: str = "internal-error"
    state: str
    sentence: str | None = SENTENCE
    changeable: bool
    rest_s: float = 0


OURS = {"X-Request-ID": "6f1c8f0e9d3b4c5a8e7d6c5b4a392817"}
BODIES = {
    "portal": ("application/json", f'{{"error": "{SENTENCE}"}}', OURS),
    "page": ("text/html", "<p>Welcome</p>", {}),
    "gateway": ("application/json", '{"message": "Request Entity Too Large"}', OURS),
    "proxy in JSON": ("application/json", '{"error": "not allowed"}', {}),
    "gateway's problem": ("application/problem+json", '{"type": "about:blank", "detail": "Not allowed"}', OURS),
    "broken off": ("application/json", '{"err', OURS),
}
"""The type, body and headers of each sender's responses."""
ELSEWHERE: dict[str, Any] = {"sender": "page", "state": "waiting", "sentence": MAY_BE_THERE, "changeable": False}
TOO_LARGE: dict[str, Any] = {"status": 413, "state": "waiting", "sentence": LARGE, "changeable": True, "rest_s": 600}
CASES = {
    "a page of somebody else's network": Case(status=200, **ELSEWHERE),
    "the way to such a page": Case(status=302, headers={"Location": "/login"}, **ELSEWHERE),
    "a proxy without a portal": Case(status=502, **ELSEWHERE),
    "a refusal by a page": Case(status=400, **ELSEWHERE),
    "a refusal by a gateway": Case(status=400, **{**ELSEWHERE, "sender": "gateway"}),
    "a refusal by a proxy in the portal's shape": Case(status=422, **{**ELSEWHERE, "sender": "proxy in JSON"}),
    "a refusal by a gateway in the form of RFC 9457": Case(status=400, **{**ELSEWHERE, "sender": "gateway's problem"}),
    "a refusal that breaks off": Case(status=400, **{**ELSEWHERE, "sender": "broken off"}),
    "success in another network": Case(status=200, **{**ELSEWHERE, "sender": "proxy in JSON"}),
    "too large for nginx": Case(sender="page", **TOO_LARGE),
    "too large for a gateway": Case(sender="gateway", **TOO_LARGE),
    "too large for a proxy in the portal's shape": Case(sender="proxy in JSON", **TOO_LARGE),
    "a crash": Case(status=500, state="waiting", changeable=False),
    "not sent": Case(status=500, type="not-sent", headers=NOT_SENT, state="waiting", changeable=True),
    "rejected": Case(status=500, type="rejected", headers=REJECTED, state="refused", changeable=True),
    "unconfirmed": Case(status=500, type="unconfirmed", headers=UNCONFIRMED, state="checking", changeable=False),
    "in review": Case(status=500, type="review", headers=IN_REVIEW, state="review", changeable=False),
    "in hand already": Case(
        status=409, type="in-progress", headers=IN_HAND, state="waiting", changeable=False, rest_s=2
    ),
    "too much at once": Case(
        status=429, type="too-many-requests", headers={"Retry-After": "30"}, state="waiting", changeable=True, rest_s=30
    ),
    "a page that is not ours": Case(status=403, type="cross-site", state="waiting", changeable=True),
    "no such job": Case(status=404, type="no-such-object", state="refused", changeable=True),
    "not valid": Case(status=400, type="invalid-request", state="refused", changeable=True),
    "too large": Case(status=413, type="too-large", state="refused", changeable=True),
}


def problem_with(case: Case) -> tuple[str, str, dict[str, str]]:
    """Return the portal's response as a problem (RFC 9457). Only its address is in a header."""
    members = {
        "type": f"/api/problems#{case.type}",
        "title": "A title",
        "status": case.status,
        "detail": SENTENCE,
        "requestId": OURS["X-Request-ID"],
    }
    if "Submission-State" in case.headers:
        members["submissionState"] = case.headers["Submission-State"]
    if "Retry-After" in case.headers:
        members["retryAfter"] = int(case.headers["Retry-After"])
    place = {name: value for name, value in case.headers.items() if name == "Location"}
    return "application/problem+json", json.dumps(members), OURS | place


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_response_changes_the_state_of_the_outbox_item(web: Web, case: Case) -> None:
    """The portal's own responses have the short format, as behind a proxy that removes `Accept`."""
    kind, body, headers = BODIES[case.sender]
    check_effect(web, case, kind, body, {**headers, **case.headers})


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.sender == "portal"])
def test_problem_changes_the_item_like_the_short_format(web: Web, name: str) -> None:
    check_effect(web, CASES[name], *problem_with(CASES[name]))


def check_effect(web: Web, case: Case, kind: str, body: str, headers: dict[str, str]) -> None:
    """Check the item's state after this response."""
    headers = {**headers, "Content-Type": kind}
    with web.context(HARPER, service_workers="block") as context:
        tab = new_tab(context)
        tab.page.route(
            "**/notes",
            lambda route: route.fulfill(status=case.status, headers=headers, body=body),
        )
        tab.open()
        began = tab.run("return Date.now()")
        number = tab.note("JOB-1", "Hello")
        item = wait_until("an answer", lambda: next((item for item in tab.items() if has_answer(item)), None), 10)
        assert (item["state"], item["sentence"]) == (case.state, case.sentence)
        assert item["nextAt"] == 0 or item["nextAt"] >= began + case.rest_s * 1000
        assert (item["state"] == "refused") <= (case.sender == "portal"), "only the portal refuses"
        result = tab.refused("outbox.edit", tab.item(number), {"content": {"note": "Changed"}})
        assert result == ("done" if case.changeable else "This has been sent or deleted meanwhile.")


CONFLICTS = {
    "an account": ({"type": "/api/problems#foreign-account", "detail": SENTENCE}, "waiting", None, 0),
    "an invoice": ({"type": "/api/problems#duplicate-invoice", "detail": SENTENCE}, "refused", None, 0),
    "either, in the short format": ({"error": SENTENCE}, "refused", None, 1),
}
"""Bodies of a 409 about an account, an invoice, or either. The item's state, the obstacle, and how many times the app
requests the session after it has sent: once if the 409 does not say what it is about."""


@pytest.mark.parametrize("name", CONFLICTS)
def test_conflict_with_a_type_needs_no_other_request(web: Web, name: str) -> None:
    body, state, obstacle, looks = CONFLICTS[name]
    kind = "application/json" if "error" in body else "application/problem+json"
    conflict = {"status": 409, "headers": {**OURS, "Content-Type": kind}, "body": json.dumps(body)}
    requests: Counter[str] = Counter()
    with web.context(HARPER, service_workers="block") as context:
        tab = new_tab(context)
        tab.page.route("**/invoices", lambda route: route.fulfill(**conflict))
        tab.open()
        tab.page.on("request", lambda request: requests.update([request.url.rpartition("/")[2]]))
        tab.add("invoice", "JOB-1", invoice("JOB-1"))
        expected = {"state": state, "asks": "duplicate" if state == "refused" else None, "sentAt": None}
        # The app requests the session before each attempt. It makes a second one if it was still opening at the first.
        wait_until(
            "the end of the attempts",
            lambda: (
                expected.items() <= tab.items()[0].items()
                and tab.run("return outbox.obstacle.value") == obstacle
                and requests["session"] - requests["invoices"] == looks
            ),
        )


def test_outbox_item_without_a_response_times_out_and_is_retried(web: Web) -> None:
    with web.context(HARPER, service_workers="block") as context:
        context.add_init_script(A_MINUTE_IS_A_SECOND)
        tab = new_tab(context)
        tab.page.route("**/notes", lambda _: None)
        tab.open()
        job = web.open_job(HARPER)
        tab.note(job, "Into the void")
        item = wait_until(
            "the end of waiting", lambda: next((item for item in tab.items() if has_answer(item)), None), 20
        )
        assert (item["state"], item["sentence"]) == ("waiting", MAY_BE_THERE)
        tab.page.unroute("**/notes")
        tab.wake()
        tab.await_states("done")
        assert notes_in_agentos(web, job).count("Into the void") == 1


def has_answer(item: dict[str, Any]) -> bool:
    """Return whether a response has arrived."""
    return item["tries"] > 0 or item["state"] in ("refused", "checking", "review")
