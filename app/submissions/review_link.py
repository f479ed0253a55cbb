"""Signed links to the review page of a submission.

A link contains only the submission's id. It does not expire: it permits one answer to one question, and the office's
holiday may last longer than the e-mails are sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from itsdangerous import BadData, URLSafeSerializer

if TYPE_CHECKING:
    from app.settings.model import Config


def link(config: Config, submission_id: str) -> str:
    """Return the address of the submission's review page."""
    return f"{config.public_url}/review/{_signer(config).dumps(submission_id)}"


def submission_of(config: Config, token: str) -> str | None:
    """Return the submission's id from the last part of a link; None if the portal did not sign it."""
    try:
        submission_id = _signer(config).loads(token)
    except BadData:
        return None
    return submission_id if isinstance(submission_id, str) else None


def _signer(config: Config) -> URLSafeSerializer:
    return URLSafeSerializer(config.secret_key, salt="review")
