"""Results of attempts to call AgentOS."""

from enum import StrEnum


class AttemptResult(StrEnum):
    """The portal's knowledge about an attempt, in terms of payment systems."""

    NOT_SENT = "not sent"
    """No byte of the request was written."""
    DONE = "done"
    REFUSED = "refused"
    TURNED_AWAY = "turned away"
    """AgentOS refused the request before it did any work, according to the vendor's pages."""
    PROBABLY_TURNED_AWAY = "probably turned away"
    IN_DOUBT = "in doubt"
    """AgentOS may have acted on the request, or may still act on it."""


_BY_STATUS = {
    400: AttemptResult.REFUSED,
    401: AttemptResult.TURNED_AWAY,
    403: AttemptResult.PROBABLY_TURNED_AWAY,
    404: AttemptResult.PROBABLY_TURNED_AWAY,
    405: AttemptResult.PROBABLY_TURNED_AWAY,
    413: AttemptResult.REFUSED,
    415: AttemptResult.REFUSED,
    422: AttemptResult.REFUSED,
    429: AttemptResult.TURNED_AWAY,
}


def result_of(status: int) -> AttemptResult:
    """Return the result of an attempt with this HTTP status. A 2xx is done only with a readable body."""
    if 200 <= status < 300:
        return AttemptResult.DONE
    return _BY_STATUS.get(status, AttemptResult.IN_DOUBT)
