"""The code on docs/clients.md: the files that its readers write, and the commands that they type."""

import json
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "clients.md"
PORTAL, EMAIL, CODE = "http://localhost:8000", "office@harper.example", '"123456"'
"""The portal, the person and the code of the examples."""
READ_CODE = {
    ".ts": '(await (await import("node:stream/consumers")).text(process.stdin)).trim()',
    ".py": "input()",
}
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def files() -> dict[str, str]:
    """Return the text of each file on the page. The name follows the language; blocks of the same name are joined."""
    texts: dict[str, str] = {}
    for _, name, text in BLOCK.findall(PAGE.read_text("utf-8")):
        if name:
            texts[name] = texts.get(name, "") + text
    return texts


def write_files(folder: Path, portal: str, email: str) -> None:
    """Write the page's files into `folder`, for this portal and this person. Programs read the code from stdin."""
    for name, text in files().items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        text = text.replace(PORTAL, portal).replace(EMAIL, email)
        path.write_text(text.replace(CODE, READ_CODE.get(path.suffix, CODE)), "utf-8")


def json_example() -> Any:
    """Return the only example of JSON on the page."""
    [example] = [text for language, _, text in BLOCK.findall(PAGE.read_text("utf-8")) if language == "json"]
    return json.loads(example)


def commands(beginning: str) -> list[str]:
    """Return the commands on the page that begin with these words."""
    shell = "".join(text for language, _, text in BLOCK.findall(PAGE.read_text("utf-8")) if language == "sh")
    return [line for line in shell.splitlines() if line.startswith(beginning)]


def command(beginning: str) -> str:
    """Return the only command on the page that begins with these words."""
    [line] = commands(beginning)
    return line
