"""The code on docs/clients.md: the files that its readers write, and the commands that they type."""

import json
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "clients.md"
PORTAL, EMAIL = "http://localhost:8000", "office@harper.example"
"""The portal and the person of the examples."""
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def files() -> dict[str, str]:
    """Return the text of each file on the page. The name follows the language; blocks of the same name are joined."""
    texts: dict[str, str] = {}
    for _, name, text in BLOCK.findall(PAGE.read_text("utf-8")):
        if name:
            texts[name] = texts.get(name, "") + text
    return texts


def write_files(folder: Path, portal: str, email: str) -> None:
    """Write the page's files into the folders of clients in `folder`, for this portal and this person.

    A file without a folder on the page is for all folders of TypeScript clients. Those of Python go into `folder`.
    """
    texts = files()
    clients = {name.partition("/")[0] for name in texts if "/" in name}
    for name, text in texts.items():
        is_shared = "/" not in name and not name.endswith(".py")
        for path in [folder / client / name for client in clients] if is_shared else [folder / name]:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text.replace(PORTAL, portal).replace(EMAIL, email), "utf-8")


def json_example() -> Any:
    """Return the only JSON on the page that is no file."""
    blocks = BLOCK.findall(PAGE.read_text("utf-8"))
    [example] = [text for language, name, text in blocks if language == "json" and not name]
    return json.loads(example)


def commands(beginning: str) -> list[str]:
    """Return the commands on the page that begin with these words."""
    shell = "".join(text for language, _, text in BLOCK.findall(PAGE.read_text("utf-8")) if language == "sh")
    return [line for line in shell.splitlines() if line.startswith(beginning)]


def command(beginning: str) -> str:
    """Return the only command on the page that begins with these words."""
    [line] = commands(beginning)
    return line
