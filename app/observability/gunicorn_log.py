"""The logger of gunicorn, which writes to the portal's log."""

from typing import Any

from gunicorn.glogging import Logger

from app.observability.logging import begin


class GunicornLog(Logger):  # type: ignore[misc] # gunicorn has no types
    """The `logger_class` of gunicorn.conf.py."""

    def setup(self, cfg: Any) -> None:
        """Set up logging. gunicorn calls this when it starts and when it reloads its settings."""
        super().setup(cfg)
        begin()
        self.error_log.handlers.clear()
        self.error_log.propagate = True
        # Replace gunicorn's wrappers. Otherwise every record would have the wrapper's place in the code.
        for name in ("debug", "info", "warning", "error", "critical", "exception"):
            setattr(self, name, getattr(self.error_log, name))
