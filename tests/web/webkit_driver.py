"""WebKitGTK as a program for tests: one JSON command per line of input, one JSON response per line of output.

Run it with Debian's Python, because only Debian's packages contain the bindings (PyGObject):
`/usr/bin/python3 webkit_driver.py FOLDER WIDTH HEIGHT`, with a display. FOLDER is for the browser's data; the page has
this size in pixels.

    {"goto": address}                -> {"value": null}, once the page is loaded
    {"run": code, "argument": value} -> {"value": the result of `code`, the body of an async function of `argument`}
    {"cookie": [name, value, host]}  -> {"value": null}

A failure is {"error": text}.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("WebKit", "6.0")
gi.require_version("Soup", "3.0")
from gi.repository import Gio, GLib, Gtk, Soup, WebKit  # noqa: E402 - the versions come first


class Driver:
    """A window with one page."""

    def __init__(self, folder: str, width: str, height: str) -> None:
        self._session = WebKit.NetworkSession.new(f"{folder}/data", f"{folder}/cache")
        self._view = WebKit.WebView(network_session=self._session)
        self._view.connect("load-changed", self._changed)
        self._view.connect("load-failed", self._failed)
        self._is_loading = False
        window = Gtk.Window(default_width=int(width), default_height=int(height), decorated=False)
        window.set_child(self._view)
        window.present()
        self._input = Gio.DataInputStream.new(Gio.UnixInputStream.new(0, False))
        self._loop = GLib.MainLoop()

    def serve(self) -> None:
        """Run commands until the end of the input."""
        answer(value=None)
        self._next()
        self._loop.run()

    def _next(self) -> None:
        self._input.read_line_async(0, None, self._read)

    def _read(self, stream: Any, result: Any) -> None:
        line, _ = stream.read_line_finish_utf8(result)
        if line is None:
            self._loop.quit()
            return
        command = json.loads(line)
        if "goto" in command:
            self._is_loading = True
            self._view.load_uri(command["goto"])
        elif "cookie" in command:
            name, value, host = command["cookie"]
            cookies = self._session.get_cookie_manager()
            cookies.add_cookie(Soup.Cookie.new(name, value, host, "/", 86400), None, self._added)
        else:
            code = f"const argument = {json.dumps(command.get('argument'))}; {command['run']}"
            self._view.call_async_javascript_function(code, -1, None, None, None, None, self._ran)
        self._next()

    def _changed(self, _: Any, event: Any) -> None:
        if self._is_loading and event == WebKit.LoadEvent.FINISHED:
            self._is_loading = False
            answer(value=None)

    def _failed(self, _: Any, _event: Any, _address: str, error: Any) -> bool:
        if self._is_loading:
            self._is_loading = False
            answer(error=error.message)
        return True

    def _added(self, cookies: Any, result: Any) -> None:
        cookies.add_cookie_finish(result)
        answer(value=None)

    def _ran(self, view: Any, result: Any) -> None:
        try:
            text = view.call_async_javascript_function_finish(result).to_json(0)
            answer(value=None if text is None else json.loads(text))
        except GLib.Error as error:
            answer(error=error.message)


def answer(**what: Any) -> None:
    """Print one line of output."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    Gtk.init()
    Driver(*sys.argv[1:]).serve()
