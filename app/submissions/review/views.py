"""`/review/TOKEN`: the page on which the agency's office answers whether a submission arrived.

The link is sent by e-mail (`app.submissions.review_link`) and is the only authorisation: there is no session. A link
shows one office's reviews; each is settled once. Opening the page changes nothing, because mail scanners open links.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

import structlog
from flask import Blueprint, Response, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from app.api.blueprint import services
from app.api.error_responses import SENTENCES, status_of
from app.domain.agency import Agency
from app.domain.clock import to_london
from app.domain.errors import Conflict, Invalid, NotFound, PortalError
from app.domain.limits import ID
from app.domain.submission import State, Submission
from app.submissions.notices import MOST_LISTED
from app.submissions.review.service import open_reviews, settle
from app.submissions.review_link import agency_of, belongs
from app.submissions.summary import one_line, summarise

BY = "the office (by e-mail)"
THERE, NOT_THERE = "there", "absent"
REMARK_LENGTH = 500
STYLE = Path(__file__).with_name("style.css").read_text("utf-8")
ACCENT = "#33475b"
"""The colour for agencies that configure none."""
UNKNOWN = (
    "This link does not lead to a submission. It may be older than 14 days or incomplete: please copy the whole link "
    "from the newest e-mail."
)

blueprint = Blueprint("review", __name__, template_folder="templates")
log = structlog.get_logger("submissions")


@blueprint.route("/<token>")
def list_reviews(token: str) -> Response:
    """Show all open reviews of the office, oldest first, with their buttons."""
    agency, digest = _office(token)
    rows = open_reviews(services(), agency, digest)
    reviews = [(row, summarise(services(), row)) for row in rows[:MOST_LISTED]]
    return _rendered(200, agency, token=token, reviews=reviews, more=len(rows) - len(reviews), inputs={})


@blueprint.route("/<token>/<submission_id>")
def get_review(token: str, submission_id: str) -> Response:
    """Show the submission with the question or, if the review is over, its result."""
    return _page(token, _row(token, submission_id))


@blueprint.route("/<token>/<submission_id>", methods=["POST"])
def settle_review(token: str, submission_id: str) -> Response:
    """Record the office's answer, and show it."""
    row = _row(token, submission_id)
    log.info("review_answered", agency=row.agency, submission_id=row.submission_id)
    try:
        _settle(row)
    except (Conflict, Invalid) as error:
        return _page(token, _row(token, submission_id), error)
    return _sealed(
        Response(
            status=303, headers={"Location": url_for("review.get_review", token=token, submission_id=submission_id)}
        )
    )


@blueprint.errorhandler(PortalError)
def show_portal_error(error: PortalError) -> Response:
    """Show a failure as a page."""
    return _rendered(status_of(error), None, fault=error.sentence)


@blueprint.errorhandler(HTTPException)
def show_http_error(error: HTTPException) -> Response:
    """Show a refused request as a page."""
    return _rendered(error.code or 500, None, fault=SENTENCES.get(error.code or 500, SENTENCES[400]))


def _office(token: str) -> tuple[Agency, str]:
    """Return the agency of the link and the digest of its addresses. Raise `NotFound` for a forged or old link."""
    office = agency_of(services(), token)
    if office is None:
        raise _unknown()
    return office


def _row(token: str, submission_id: str) -> Submission:
    """Return a submission of the link's office. Raise the same `NotFound` for all others."""
    agency, digest = _office(token)
    row = services().ledger.find(submission_id)
    if row is None or not belongs(services(), agency, digest, row):
        raise _unknown()
    return row


def _unknown() -> NotFound:
    error = NotFound("submission")
    error.sentence = UNKNOWN
    return error


def _settle(row: Submission) -> None:
    """Settle the submission as the posted form says.

    Raise `Invalid` for wrong input, `Conflict` if it was already settled.
    """
    answer, inputs = request.form.get("answer"), _inputs()
    agentos_id = inputs["id"]
    if answer not in (THERE, NOT_THERE):
        raise Invalid("Please use one of the two buttons.")
    if agentos_id and (answer == NOT_THERE or not ID.fullmatch(agentos_id)):
        raise Invalid("An AgentOS id has letters, digits, - and _. Leave it empty if there is no record.")
    if row.state is not State.REVIEW:
        raise Conflict("This question was answered before. Nothing was changed.")
    settle(
        services(),
        row.submission_id,
        arrived=answer == THERE,
        by=BY,
        finding=inputs["remark"][:REMARK_LENGTH],
        agentos_id=agentos_id or None,
    )


def _inputs() -> dict[str, str]:
    """Return the text inputs, without characters that a database refuses."""
    return {name: one_line(request.form.get(name, "")) for name in ("id", "remark")}


def _page(token: str, row: Submission, error: PortalError | None = None) -> Response:
    agency = services().config.agencies[row.agency]
    is_open = row.state is State.REVIEW
    return _rendered(
        status_of(error) if error else 200,
        agency,
        token=token,
        row=row,
        fault=error.sentence if error else None,
        is_open=is_open,
        summary=summarise(services(), row) if is_open else None,
        settled_at=f"{to_london(row.updated_at):%-d %B %Y at %H:%M}",
        inputs=_inputs(),
    )


def _rendered(status: int, agency: Agency | None, **values: Any) -> Response:
    style, digest = _style((agency.accent if agency else None) or ACCENT)
    page = render_template("review.html", agency=agency, style=style, **values)
    response = _sealed(Response(page, status=status, mimetype="text/html"))
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src '{digest}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    return response


def _sealed(response: Response) -> Response:
    """Add headers that keep the link out of caches and search engines."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _style(accent: str) -> tuple[str, str]:
    """Return the style sheet in the colour `accent`, and its digest for the Content-Security-Policy."""
    text = STYLE.replace("ACCENT", accent)
    digest = hashlib.sha256(text.encode()).digest()
    return text, f"sha256-{base64.b64encode(digest).decode()}"
