"""Signed links to the review page of a submission.

A link contains only the submission's id, and permits only one answer to one question. It does not expire, because the
office's holiday may outlast the e-mails.
"""

from __future__ import annotations

from contextlib import suppress

from itsdangerous import BadData, URLSafeSerializer

from app.settings.model import Config


def link(config: Config, submission_id: str) -> str:
    """Return the address of the submission's review page."""
    return f"{config.public_url}/review/{_signer(config).dumps(submission_id)}"


def submission_of(config: Config, token: str) -> str | None:
    """Return the submission's id from the last part of a link, or None if the portal did not sign the link."""
    with suppress(BadData):
        return str(_signer(config).loads(token))
    return None


def _signer(config: Config) -> URLSafeSerializer:
    return URLSafeSerializer(config.secret_keys[::-1], salt="review")  # the last one signs
