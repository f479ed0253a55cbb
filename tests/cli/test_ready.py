"""`flask --app wsgi ready`, with which a supervisor waits for the web server."""

from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from tests.end_to_end.processes import running
from tests.portal_server import PortalServer
from tests.production.proxy import free_port


def test_ready_without_a_web_server_says_so(build: Callable[..., PortalServer]) -> None:
    bind = f"127.0.0.1:{free_port()}"
    result = build(BIND=bind).app.test_cli_runner().invoke(args=["ready"])
    assert (result.exit_code, result.output) == (2, f"Error: {bind}: no answer (ConnectionRefusedError)\n")


@pytest.mark.processes
def test_ready_waits_for_the_web_server(tmp_path: Path) -> None:
    with running(tmp_path, BIND=f"127.0.0.1:{free_port()}", WEB_CONCURRENCY="1") as processes:
        processes.kill("portal")
        processes.start("ready", "flask", "--app", "wsgi", "ready", "--wait", "60")
        processes.start("portal")
        processes.finish("ready")
        assert processes.output("ready") == "ready\n"
        requests.get(f"{processes.portal}/api/session", headers={"X-Forwarded-For": "198.51.100.7"}, timeout=30)
        processes.start("warned", "flask", "--app", "wsgi", "ready")
        processes.finish("warned")
        assert processes.output("warned") == "ready\nwarning: proxies\n"
