"""A browser in a process of its own with data on a disk. Tests can kill it and open it again."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright

from tests.end_to_end.processes import wait_until
from tests.web.browsing import FLAGS, WAIT_MS, chromium

HEADLESS = ("--headless=new", "--remote-debugging-port=0", "--window-size=360,740", "about:blank")


class Phone:
    """A device whose data is in `folder`."""

    def __init__(self, playwright: Playwright, folder: Path) -> None:
        self._playwright = playwright
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._browser: Browser | None = None

    def open(self) -> BrowserContext:
        """Open the browser with its data."""
        port_file = self._folder / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [chromium(), *FLAGS, f"--user-data-dir={self._folder}", *HEADLESS],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_until("a browser", lambda: port_file.exists() and "\n" in port_file.read_text("utf-8"))
        port = port_file.read_text("utf-8").split()[0]
        self._browser = self._playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        [context] = self._browser.contexts
        context.set_default_timeout(WAIT_MS)
        return context

    def lose_files(self) -> None:
        """Delete the files of its databases while it is closed, as phones do that make room."""
        for lost in self._folder.glob("*/IndexedDB/*.blob/**/*"):
            if lost.is_file():
                lost.unlink()

    def kill(self) -> None:
        """Kill it without warning, as phones do that need the memory."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)
        self._process = None
