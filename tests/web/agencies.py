"""The agencies of the browser tests, made from the example file."""

import shutil
from pathlib import Path

from config import ROOT

LOGO = Path(__file__).with_name("acme.svg")
SET = {f'# logo = "{LOGO.name}"': f'logo = "{LOGO.name}"', "budget = 45 ": "budget = 10000 "}
"""The settings added for acme: a logo, and a call budget large enough for all tests."""


def example(folder: Path) -> str:
    """Write a copy of the example file into `folder`. Return its path."""
    shutil.copy(LOGO, folder)
    text = (ROOT / "agencies.example.toml").read_text("utf-8")
    for before, after in SET.items():
        assert before in text
        text = text.replace(before, after)
    copy = folder / "agencies.toml"
    copy.write_text(text, "utf-8")
    return str(copy)
