"""The web app by scripts in its page: what a person does there and sees, alike in every browser engine."""

from __future__ import annotations

from base64 import b64encode
from contextlib import suppress
from typing import Any

from tests.end_to_end.processes import wait_until
from tests.web.engines import Engine

FIELD = (
    "const label = [...document.querySelectorAll('label')].find((one) => one.innerText.includes(given.label));"
    "const field = label && document.getElementById(label.htmlFor);"
)


class App:
    """The web app in an engine: what a person does there and sees."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def until(self, what: str, code: str, given: Any = None, seconds: float = 30.0) -> Any:
        """Wait until this code gives something; what it gives."""
        return wait_until(what, lambda: self._engine.run(code, given), seconds)

    def await_text(self, text: str, seconds: float = 30.0) -> None:
        """Wait until the page says this."""
        with suppress(AssertionError):
            self.until(text, "return document.body.innerText.includes(given)", text, seconds)
        assert text in self.text(), self.text()

    def text(self) -> str:
        """All that the page says."""
        return str(self._engine.run("return document.body.innerText"))

    def states(self) -> list[str]:
        """Where each item on the screen stands, in words."""
        code = "return [...document.querySelectorAll('.state')].map((one) => one.innerText.trim())"
        return list(self._engine.run(code))

    def await_states(self, *states: str, seconds: float = 30.0) -> None:
        """Wait until they stand there."""
        with suppress(AssertionError):
            wait_until("states", lambda: self.states() == [*states], seconds)
        assert self.states() == [*states], self.text()

    def click(self, text: str) -> None:
        """Press the button, or follow the link, that says this."""
        ways = "[...document.querySelectorAll('button, a')]"
        found = f"const found = {ways}.find((one) => one.innerText.trim() === given);"
        self.until(f"to press {text}", f"{found} found?.click(); return Boolean(found)", text)

    def follow(self, address: str) -> None:
        """Follow a link within the app; no other page is loaded."""
        made = "const link = document.createElement('a'); link.href = given; document.body.append(link)"
        self._engine.run(f"{made}; link.click(); link.remove()", address)

    def fill(self, label: str, text: str) -> None:
        """Type into the field of this label."""
        code = FIELD + (
            "if (!field) return false; field.value = given.text;"
            "field.dispatchEvent(new Event('input', {bubbles: true})); return true"
        )
        self.until(f"to fill in {label}", code, {"label": label, "text": text})

    def attach(self, label: str, name: str, content: bytes) -> None:
        """Choose a PDF in the field of this label."""
        code = FIELD + (
            "if (!field) return false; const chosen = new DataTransfer();"
            "const bytes = Uint8Array.from(atob(given.content), (one) => one.charCodeAt(0));"
            "chosen.items.add(new File([bytes], given.name, {type: 'application/pdf'})); field.files = chosen.files;"
            "field.dispatchEvent(new Event('change', {bubbles: true})); return true"
        )
        self.until(f"to attach {name}", code, {"label": label, "name": name, "content": b64encode(content).decode()})
