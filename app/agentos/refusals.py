"""That AgentOS refuses an agency's key: said once for each operation, as it begins."""

import structlog

from app.domain.agency import Agency

_log = structlog.get_logger("agentos")


class Refusals:
    """What one process knows of it. A key may be no good at all, or for operations of a tier that is not open to it."""

    def __init__(self) -> None:
        self._operations: dict[str, frozenset[str]] = {}

    def note(self, agency: Agency, operation: str, status: int) -> None:
        """Note an answer's status; once an operation is taken that was refused, the next refusal is news again."""
        refused = self._operations.get(agency.short_name, frozenset())
        if status == 401:
            if operation not in refused:
                _log.error(
                    "agentos_refuses_the_key",
                    agency=agency.short_name,
                    operation=operation,
                    look_at="api_key_env and the key's tiers",
                )
            self._operations[agency.short_name] = refused | {operation}
        elif 200 <= status < 300 and operation in refused:
            self._operations[agency.short_name] = refused - {operation}
