"""Lets gunicorn's own lines go the way of all others."""

from typing import Any

from gunicorn.glogging import Logger

from app.observability.logging import begin


class GunicornLog(Logger):  # type: ignore[misc] # gunicorn has no types
    """What `logger_class` in gunicorn.conf.py names."""

    def setup(self, cfg: Any) -> None:
        """As gunicorn's, which calls it when it starts and when it reads its settings again."""
        super().setup(cfg)
        begin()
        self.error_log.handlers.clear()
        self.error_log.propagate = True
        # Called directly, so that a record names the file of gunicorn's that speaks, not the one in between.
        for name in ("debug", "info", "warning", "error", "critical", "exception"):
            setattr(self, name, getattr(self.error_log, name))
