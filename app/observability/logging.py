"""Logs: one line an event, JSON in production, never a key or a person's data."""

import logging
import sys

import structlog


def configure(level: str, *, readable: bool) -> None:
    """Send structlog and the standard library's loggers to standard error, from `level` up."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
        if readable
        else structlog.processors.JSONRenderer()
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                *([_escape] if readable else ()),
                renderer,
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    # urllib3 prints AgentOS's paths, sqlalchemy people's data; alembic tells of every look it takes.
    for name, least in (("urllib3", "ERROR"), ("sqlalchemy", "WARNING"), ("alembic", "WARNING")):
        logging.getLogger(name).setLevel(least)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=not readable,
    )


def _escape(_logger: object, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Show what could move the cursor or begin a line that looks like another entry; JSON does so by itself."""
    shown = {name: _printable(value) if isinstance(value, str) else value for name, value in event.items()}
    if isinstance(trace := event.get("exception"), str):
        shown["exception"] = "\n".join(f"  {_printable(line)}" for line in trace.split("\n"))
    return shown


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)
