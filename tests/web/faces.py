"""The example's agencies, one with a logo."""

import shutil
from pathlib import Path

from config import ROOT

LOGO = Path(__file__).with_name("acme.svg")


def with_logo(folder: Path) -> Path:
    """A copy of the example in `folder`, in which acme has one."""
    shutil.copy(LOGO, folder)
    example = (ROOT / "agencies.example.toml").read_text("utf-8")
    unset = f'# logo = "{LOGO.name}"'
    assert unset in example
    copy = folder / "agencies.toml"
    copy.write_text(example.replace(unset, unset.removeprefix("# ")), "utf-8")
    return copy
