"""Links to the page on which people of the agency settle a submission in review.

A link is signed, so that nobody can make one, and holds the submission's id and nothing else. It has no end of its own:
it lets its holder answer one question once, and the page offers nothing after that. The office may be on holiday for
longer than the mails come, and a link that ended before the question would leave only the command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from itsdangerous import BadData, URLSafeSerializer

if TYPE_CHECKING:
    from app.settings.model import Config

SALT = "review"
PLACE = "/review/"


def link(config: Config, submission_id: str) -> str:
    """Return the address of the page about a submission."""
    return f"{config.public_url}{PLACE}{_signer(config).dumps(submission_id)}"


def submission_of(config: Config, token: str) -> str | None:
    """Return the submission's id that a link's last part holds; None if the portal did not sign it."""
    try:
        submission_id = _signer(config).loads(token)
    except BadData:
        return None
    return submission_id if isinstance(submission_id, str) else None


def _signer(config: Config) -> URLSafeSerializer:
    return URLSafeSerializer(config.secret_key, salt=SALT)
