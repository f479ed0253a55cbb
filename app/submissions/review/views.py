"""`/review/TOKEN`: what a contractor sent, and two buttons for the agency's people: it is there, or it is not.

Its link comes by e-mail (`app.submissions.review.links`) and is the only right that it takes: there is no session. A
link settles one submission once. To open it changes nothing, because mail scanners open links.
"""

from __future__ import annotations

import base64
import hashlib
import math
from functools import lru_cache
from pathlib import Path
from typing import Any

import structlog
from flask import Blueprint, Response, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from app.api.context import services
from app.api.error_responses import SENTENCES, status_of
from app.domain.agency import Agency
from app.domain.errors import Conflict, Invalid, NotFound, PortalError, TooMany
from app.domain.ids import is_id
from app.domain.submission import State, Submission
from app.domain.times import to_london
from app.submissions.notices.summary import one_line, summarise
from app.submissions.review.links import submission_of
from app.submissions.review.service import settle

BY = "the office (by e-mail)"
THERE, ABSENT = "there", "absent"
MOST_A_MINUTE = 10
"""How often one submission may be answered for, rightly or wrongly."""
LONGEST_REMARK = 500
STYLE = Path(__file__).with_name("style.css").read_text("utf-8")
ACCENT = "#33475b"
"""Of an agency without a colour of its own."""
UNKNOWN = "This link does not lead to a submission. It may be incomplete: please copy the whole link from the e-mail."

blueprint = Blueprint("review", __name__, template_folder="templates")
log = structlog.get_logger("submissions")


@blueprint.route("/<token>")
def get_review(token: str) -> Response:
    """What was sent, or how it was settled."""
    return _page(_row(token))


@blueprint.route("/<token>", methods=["POST"])
def settle_review(token: str) -> Response:
    """Record what the agency's people found, and show that."""
    row = _row(token)
    log.info("review_answered", agency=row.agency, submission_id=row.submission_id)
    try:
        _take_hit(row)
        _settle(row)
    except (Conflict, Invalid, TooMany) as error:
        return _page(_row(token), error)
    shown = {"Location": url_for("review.get_review", token=token)}
    return _sealed(Response(status=303, headers=shown))


@blueprint.errorhandler(PortalError)
def say_what_failed(error: PortalError) -> Response:
    """Tell a person, not a program, what failed."""
    return _refusal(status_of(error), error.sentence)


@blueprint.errorhandler(HTTPException)
def say_what_was_refused(error: HTTPException) -> Response:
    """Tell a person why the web server refused the request."""
    return _refusal(error.code or 500, SENTENCES.get(error.code or 500, SENTENCES[400]))


def _row(token: str) -> Submission:
    """The submission that a link is about. Raises `NotFound`: of any other, it does not say whether it exists."""
    submission_id = submission_of(services().config, token)
    row = services().ledger.find(submission_id) if submission_id else None
    if row is None or row.agency not in services().config.agencies:
        error = NotFound("submission")
        error.sentence = UNKNOWN
        raise error
    return row


def _take_hit(row: Submission) -> None:
    wait_s = services().rate_limit.take(f"review:{row.submission_id}", MOST_A_MINUTE, 60.0)
    if wait_s is not None:
        raise TooMany("This was answered often within a minute. Please wait a minute.", retry_after_s=wait_s)


def _settle(row: Submission) -> None:
    """Settle it as the form says. Raises `Invalid`, `Conflict`."""
    answer, typed = request.form.get("answer"), _typed()
    agentos_id = typed["id"]
    if answer not in (THERE, ABSENT):
        raise Invalid("Please use one of the two buttons.")
    if agentos_id and (answer == ABSENT or not is_id(agentos_id)):
        raise Invalid("The id in AgentOS has only letters, digits, - and _. Leave it empty if it is not there.")
    if row.state is not State.REVIEW:
        raise Conflict("This was settled before. Nothing was changed.")
    settle(
        services(),
        row.submission_id,
        arrived=answer == THERE,
        by=BY,
        finding=typed["remark"][:LONGEST_REMARK],
        agentos_id=agentos_id or None,
    )


def _typed() -> dict[str, str]:
    """What people typed, without signs that no database takes."""
    return {name: one_line(request.form.get(name, "")) for name in ("id", "remark")}


def _page(row: Submission, error: PortalError | None = None) -> Response:
    agency = services().config.agencies[row.agency]
    is_open = row.state is State.REVIEW
    response = _rendered(
        status_of(error) if error else 200,
        agency,
        row=row,
        fault=error.sentence if error else None,
        is_open=is_open,
        summary=summarise(services(), row) if is_open else None,
        settled_at=f"{to_london(row.updated_at):%-d %B %Y at %H:%M}",
        typed=_typed(),
    )
    if error and error.retry_after_s:
        response.headers["Retry-After"] = str(math.ceil(error.retry_after_s))
    return response


def _refusal(status: int, sentence: str) -> Response:
    return _rendered(status, None, fault=sentence)


def _rendered(status: int, agency: Agency | None, **values: Any) -> Response:
    style, digest = _style((agency.accent if agency else None) or ACCENT)
    page = render_template("review.html", agency=agency, style=style, **values)
    response = _sealed(Response(page, status=status, mimetype="text/html"))
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src '{digest}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    return response


def _sealed(response: Response) -> Response:
    """Keep the link secret: in no cache, in no other site's log, in no search engine."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@lru_cache
def _style(accent: str) -> tuple[str, str]:
    """The page's style sheet in that colour, and its digest, by which the policy allows that and no other style."""
    text = STYLE.replace("ACCENT", accent)
    digest = hashlib.sha256(text.encode()).digest()
    return text, f"sha256-{base64.b64encode(digest).decode()}"
