"""Uses the web app by scripts in its page, in the same way in every browser engine."""

from __future__ import annotations

import re
from base64 import b64encode
from contextlib import suppress
from typing import Any

from tests.end_to_end.processes import wait_until
from tests.web.engines import Engine

FIELD = (
    "const label = [...document.querySelectorAll('label')].find((one) => one.innerText.includes(argument.label));"
    "const field = label?.control;"
)


class ScriptedApp:
    """The web app in an engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def until(self, what: str, code: str, argument: Any = None, seconds: float = 30.0) -> Any:
        """Wait until this code returns a true value. Return the value."""
        return wait_until(what, lambda: self._engine.run(code, argument), seconds)

    def await_text(self, text: str, seconds: float = 30.0) -> None:
        """Wait until the page contains this text."""
        with suppress(AssertionError):
            self.until(text, "return document.body.innerText.includes(argument)", text, seconds)
        assert text in self.text(), self.text()

    def await_path(self, path: str) -> None:
        """Wait until the app is at this address."""
        self.until(path, "return location.pathname + location.search === argument", path)

    def text(self) -> str:
        """Return the text of the page."""
        return str(self._engine.run("return document.body.innerText"))

    def states(self) -> list[str]:
        """Return the states on the screen, without the times of day at their ends."""
        code = "return [...document.querySelectorAll('.state')].map((one) => one.innerText.trim())"
        return [re.sub(r" · \d\d:\d\d$", "", state) for state in self._engine.run(code)]

    def await_states(self, *states: str, seconds: float = 30.0) -> None:
        """Wait until the screen shows these states."""
        with suppress(AssertionError):
            wait_until("states", lambda: self.states() == [*states], seconds)
        assert self.states() == [*states], self.text()

    def click(self, text: str) -> None:
        """Click the button, the link or the label with this text."""
        ways = "[...document.querySelectorAll('button, a, label')]"
        search = f"const found = {ways}.find((one) => one.innerText.trim() === argument);"
        self.until(f"to press {text}", f"{search} found?.click(); return Boolean(found)", text)

    def follow(self, address: str) -> None:
        """Follow a link within the app, without loading a page."""
        made = "const link = document.createElement('a'); link.href = argument; document.body.append(link)"
        self._engine.run(f"{made}; link.click(); link.remove()", address)

    def fill(self, label: str, text: str) -> None:
        """Type into the field of this label."""
        code = FIELD + (
            "if (!field) return false; field.value = argument.text;"
            "field.dispatchEvent(new Event('input', {bubbles: true})); return true"
        )
        self.until(f"to fill in {label}", code, {"label": label, "text": text})

    def attach(self, label: str, name: str, content: bytes, kind: str = "application/pdf") -> None:
        """Choose a file in the field of this label."""
        code = FIELD + (
            "if (!field) return false; const chosen = new DataTransfer();"
            "const bytes = Uint8Array.from(atob(argument.content), (one) => one.charCodeAt(0));"
            "chosen.items.add(new File([bytes], argument.name, {type: argument.kind})); field.files = chosen.files;"
            "field.dispatchEvent(new Event('change', {bubbles: true})); return true"
        )
        file = {"label": label, "name": name, "kind": kind, "content": b64encode(content).decode()}
        self.until(f"to attach {name}", code, file)
