"""A process of the web server, before its first request."""

import subprocess
import sys

import config

CODE = """
import runpy, sys
from types import SimpleNamespace
from app.auth.browser import software_of

application = SimpleNamespace(extensions={"services": object()})
runpy.run_path("gunicorn.conf.py")["post_worker_init"](SimpleNamespace(wsgi=application, age=2))
loaded = set(sys.modules)
assert software_of("Mozilla/5.0 (Windows NT 10.0; rv:144.0) Gecko/20100101 Firefox/144.0") == "Firefox on Windows"
print(sorted(set(sys.modules) - loaded))
"""


def test_patterns_of_browsers_are_loaded_before_the_first_request() -> None:
    """The first look at a `User-Agent` in a process would take 0.3 s."""
    command = [sys.executable, "-c", CODE]
    result = subprocess.run(command, cwd=config.ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert result.stdout == "[]\n"
