"""Three browser engines as phones.

Each is a process with its data in a folder. Tests can kill it and open it again. All three are driven by scripts in the
page, so one test runs in each of them. Most phones have Chromium, and every iPhone uses the WebKit engine.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import signal
import subprocess
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Page, Playwright
from websockets.sync.client import ClientConnection, connect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import FLAGS, WAIT_MS, chromium, needed, skip_test

ANSWER_S = 60.0
HEADLESS = ("--headless=new", "--remote-debugging-port=0", "about:blank")
DEBIANS_PYTHON = "/usr/bin/python3"
BINDINGS = "import gi; gi.require_version('WebKit', '6.0'); gi.require_version('Gtk', '4.0')"
QUIET = {
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.prefetch-next": False,
    "toolkit.cosmeticAnimations.enabled": False,
}
"""Firefox's settings, which stop its calls to Mozilla."""
Size = tuple[int, int]
PHONE_SIZE: Size = (360, 740)
"""Width and height of a page in pixels. A wide page would show two screens beside each other."""


class Engine(Protocol):
    """One device with one page in its browser."""

    def open(self, size: Size = PHONE_SIZE) -> None:
        """Open the browser with its data."""

    def goto(self, address: str) -> None:
        """Load a page."""

    def run(self, code: str, argument: Any = None) -> Any:
        """Return the result of this code, the body of an async function of `argument`. Both are JSON."""

    def cookie(self, name: str, value: str, address: str) -> None:
        """Store a cookie for the portal at this address."""

    def kill(self) -> None:
        """Kill the browser without warning, as phones do that need the memory."""


class Chromium:
    """Debian's Chromium, driven by its own protocol."""

    def __init__(self, folder: Path, playwright: Playwright) -> None:
        self._playwright = playwright
        self._folder = folder
        self._page: Page
        self._process: subprocess.Popen[str]
        self._open = ExitStack()

    def open(self, size: Size = PHONE_SIZE) -> None:
        """Open the browser with its data."""
        port_file = self._folder / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        process = subprocess.Popen(
            [chromium(), *FLAGS, f"--user-data-dir={self._folder}", *HEADLESS],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self._process = process
        self._open.callback(kill, process)
        wait_until("a browser", lambda: port_file.exists() and "\n" in port_file.read_text("utf-8"))
        port = port_file.read_text("utf-8").split()[0]
        [context] = self._playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}").contexts
        context.set_default_timeout(WAIT_MS)
        self._page = context.new_page()
        self._page.set_viewport_size({"width": size[0], "height": size[1]})

    def goto(self, address: str) -> None:
        """Load a page."""
        self._page.goto(address)

    def run(self, code: str, argument: Any = None) -> Any:
        """Return the result of this code."""
        return self._page.evaluate(f"async (argument) => {{ {code} }}", argument)

    def cookie(self, name: str, value: str, address: str) -> None:
        """Store a cookie for the portal at this address."""
        self._page.context.add_cookies([{"name": name, "value": value, "url": address}])

    def kill(self) -> None:
        """Kill the browser without warning."""
        self._open.close()

    def close(self) -> None:
        """Close the browser, which then ends by itself."""
        self._process.terminate()
        self._process.wait(ANSWER_S)
        self._open.close()

    def lose_files(self) -> None:
        """Delete the files of its databases while it is closed, as phones do that make room."""
        for lost in self._folder.glob("*/IndexedDB/*.blob/**/*"):
            if lost.is_file():
                lost.unlink()


class WebKit:
    """Debian's WebKitGTK on a virtual display, driven by `webkit_driver.py`."""

    def __init__(self, folder: Path, _: Playwright) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[str]] = []

    def open(self, size: Size = PHONE_SIZE) -> None:
        """Open the browser with its data."""
        needed("Xvfb", "apt-get install xvfb")
        bindings = subprocess.run([DEBIANS_PYTHON, "-c", BINDINGS], capture_output=True, check=False)
        if bindings.returncode:
            skip_test("WebKitGTK is not installed: `apt-get install gir1.2-webkit-6.0 python3-gi`.")
        screen = self._start("Xvfb", "-displayfd", "1", "-screen", "0", "400x900x24", "-nolisten", "tcp")
        assert screen.stdout
        display = f":{screen.stdout.readline().strip()}"
        driver = str(Path(__file__).with_name("webkit_driver.py"))
        self._start(DEBIANS_PYTHON, driver, str(self._folder), *map(str, size), DISPLAY=display)
        self._answer()

    def goto(self, address: str) -> None:
        """Load a page."""
        self._ask(goto=address)

    def run(self, code: str, argument: Any = None) -> Any:
        """Return the result of this code."""
        return self._ask(run=code, argument=argument)

    def cookie(self, name: str, value: str, address: str) -> None:
        """Store a cookie for the portal at this address."""
        self._ask(cookie=[name, value, urlsplit(address).hostname])

    def kill(self) -> None:
        """Kill the browser and its display without warning."""
        while self._processes:
            kill(self._processes.pop())

    def _start(self, *command: str, **environment: str) -> subprocess.Popen[str]:
        # Test machines have no graphics card, session bus or sandbox.
        plain = {"GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GTK_A11Y": "none", "LIBGL_ALWAYS_SOFTWARE": "1"}
        unguarded = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "GIO_USE_VFS": "local"}
        process = subprocess.Popen(
            command,
            env={**os.environ, **plain, **unguarded, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self._processes.append(process)
        return process

    def _ask(self, **command: Any) -> Any:
        stream = self._processes[-1].stdin
        assert stream
        stream.write(json.dumps(command) + "\n")
        stream.flush()
        return self._answer()

    def _answer(self) -> Any:
        process = self._processes[-1]
        assert process.stdout
        limit = threading.Timer(ANSWER_S, kill, [process])
        limit.start()
        line = process.stdout.readline()
        limit.cancel()
        assert line, "WebKitGTK has ended, or did not answer in time"
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer["value"]


class Firefox:
    """Debian's Firefox, driven by its own WebDriver BiDi: https://www.w3.org/TR/webdriver-bidi/."""

    def __init__(self, folder: Path, _: Playwright) -> None:
        self._folder = folder
        self._numbers = itertools.count()
        self._connection: ClientConnection
        self._open = ExitStack()

    def open(self, size: Size = PHONE_SIZE) -> None:
        """Open the browser with its data."""
        program = needed("firefox-esr", "apt-get install firefox-esr")
        self._folder.mkdir(exist_ok=True)
        settings = "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in QUIET.items())
        (self._folder / "user.js").write_text(settings, "utf-8")
        process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--profile", str(self._folder), "--remote-debugging-port=0"],
            env={**os.environ, "HOME": str(self._folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._open.callback(kill, process)
        assert process.stderr
        matches = (re.search(r"WebDriver BiDi listening on (\S+)", line) for line in process.stderr)
        address = next(match[1] for match in matches if match)
        self._connection = self._open.enter_context(connect(f"{address}/session", max_size=None, proxy=None))
        self._ask("session.new", capabilities={})
        self._context = self._ask("browsingContext.getTree")["contexts"][0]["context"]
        viewport = {"width": size[0], "height": size[1]}
        self._ask("browsingContext.setViewport", context=self._context, viewport=viewport)

    def goto(self, address: str) -> None:
        """Load a page."""
        self._ask("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def run(self, code: str, argument: Any = None) -> Any:
        """Return the result of this code."""
        body = f"const argument = {json.dumps(argument)}; {code}"
        text = f"(async () => JSON.stringify((await (async () => {{ {body} }})()) ?? null))()"
        answer = self._ask("script.evaluate", expression=text, target={"context": self._context}, awaitPromise=True)
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def cookie(self, name: str, value: str, address: str) -> None:
        """Store a cookie for the portal at this address."""
        cookie = {"name": name, "value": {"type": "string", "value": value}, "domain": urlsplit(address).hostname}
        self._ask("storage.setCookie", cookie=cookie)

    def kill(self) -> None:
        """Kill the browser without warning."""
        self._open.close()

    def _ask(self, method: str, **parameters: Any) -> Any:
        number = next(self._numbers)
        self._connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (answer := json.loads(self._connection.recv(ANSWER_S))).get("id") != number:
            pass  # an event, not the response
        assert answer["type"] == "success", answer
        return answer["result"]


ENGINES: dict[str, Callable[[Path, Playwright], Engine]] = {
    "Chromium": Chromium,
    "WebKitGTK": WebKit,
    "Firefox": Firefox,
}


def kill(process: subprocess.Popen[str]) -> None:
    """Kill a process and its children."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)
