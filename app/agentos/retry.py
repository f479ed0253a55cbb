"""Whether to try again: the decision alone, apart from the loop that sleeps and sends."""

from app.agentos.errors import AgentOSError, Failed, Unreachable
from app.domain.attempt import AttemptResult

_PASSING = frozenset({502, 503, 504})


def retry_once(method: str, attempt: int, outcome: AgentOSError | None) -> bool:
    """Whether the call deserves one more attempt, `attempt` (counted from 1) having ended in `outcome`, None if well.

    Only reads that found no connection, or a gateway before AgentOS in trouble. Never a write: AgentOS has no
    idempotency. Never after a 429, which asking on makes worse, nor after a time-out, which has used the time up.
    """
    if method != "GET" or attempt > 1:
        return False
    if isinstance(outcome, Unreachable):
        return outcome.result is AttemptResult.NOT_SENT
    return isinstance(outcome, Failed) and outcome.status in _PASSING
