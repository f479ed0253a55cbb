"""The errors in the log, and what docs/operations.md says to do about each."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECTION = (ROOT / "docs" / "operations.md").read_text("utf-8").partition("\n## Logs\n")[2].partition("\n## ")[0]
DOCUMENTED = {
    event for row in re.findall(r"^\| (`[^|]+`) \|", SECTION, re.MULTILINE) for event in re.findall("`(.+?)`", row)
}
LOGGED = re.compile(r"""log(?:ger)?\.(?:error|exception|critical)\(\s*"(\w+)\"""")
SOURCES = [*(ROOT / "app").rglob("*.py"), ROOT / "gunicorn.conf.py"]
EVENTS = {event for source in SOURCES for event in LOGGED.findall(source.read_text("utf-8"))}


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_error_has_its_response_in_the_docs(event: str) -> None:
    assert event in DOCUMENTED


def test_docs_describe_no_error_that_does_not_exist() -> None:
    made_elsewhere = {"database_away", "not_started"}
    assert {event for event in DOCUMENTED if re.fullmatch(r"[a-z]+(_[a-z]+)+", event)} - made_elsewhere <= EVENTS
