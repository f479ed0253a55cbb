"""The example's agencies as the browser tests have them."""

import shutil
from pathlib import Path

from config import ROOT

LOGO = Path(__file__).with_name("acme.svg")
SET = {f'# logo = "{LOGO.name}"': f'logo = "{LOGO.name}"', "budget = 45 ": "budget = 10000 "}
"""What is set for acme: a logo, and as many calls as many tests take."""


def example(folder: Path) -> str:
    """The path of a copy of the example in `folder`."""
    shutil.copy(LOGO, folder)
    text = (ROOT / "agencies.example.toml").read_text("utf-8")
    for before, after in SET.items():
        assert before in text
        text = text.replace(before, after)
    copy = folder / "agencies.toml"
    copy.write_text(text, "utf-8")
    return str(copy)
