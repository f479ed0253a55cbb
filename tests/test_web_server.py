"""gunicorn.conf.py: what the web server does at its start and at its end."""

import runpy
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import config
from tests.portal_server import PortalServer


def test_start_deletes_the_counts_of_the_web_server_alone(
    build: Callable[..., PortalServer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "_kept", None)
    for service in ("web", "worker-1"):
        (tmp_path / "counts" / service).mkdir(parents=True)
        (tmp_path / "counts" / service / "counter_1.db").touch()
    build(METRICS_BIND="127.0.0.1:9100", METRICS_DIR=tmp_path / "counts")
    runpy.run_path("gunicorn.conf.py")["when_ready"](None)
    assert [path.parent.name for path in (tmp_path / "counts").rglob("*.db")] == ["worker-1"]


def test_stopping_process_closes_its_sockets_once_they_are_not_polled() -> None:
    """Until then, gunicorn's loop would fail because of a closed socket. Later, the kernel would accept connections."""
    ends: list[int] = []
    handlers: dict[int, Any] = {signal.SIGTERM: lambda number, _: ends.append(number)}
    timers: list[float] = []
    close_after_sigterm = runpy.run_path("gunicorn.conf.py")["close_after_sigterm"]
    close_after_sigterm.__globals__["signal"] = SimpleNamespace(
        SIGTERM=signal.SIGTERM,
        SIGALRM=signal.SIGALRM,
        ITIMER_REAL=signal.ITIMER_REAL,
        getsignal=handlers.get,
        signal=handlers.__setitem__,
        setitimer=lambda _, seconds: timers.append(seconds),
    )
    with socket.create_server(("127.0.0.1", 0)) as listener:
        polled = {listener: "connections"}
        close_after_sigterm(SimpleNamespace(sockets=[listener], poller=SimpleNamespace(get_map=lambda: polled)))
        handlers[signal.SIGTERM](signal.SIGTERM, None)
        assert (ends, len(timers)) == ([signal.SIGTERM], 1), "gunicorn's own handler runs too"
        handlers[signal.SIGALRM](signal.SIGALRM, None)
        assert (listener.fileno() >= 0, len(timers)) == (True, 2)
        polled.clear()
        handlers[signal.SIGALRM](signal.SIGALRM, None)
        assert (listener.fileno(), len(timers)) == (-1, 2)
