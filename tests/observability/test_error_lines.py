"""The errors in the log, and what docs/reference.md says to do about each."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.observability.logging import UNUSABLE

ROOT = Path(__file__).resolve().parents[2]
SECTION = (ROOT / "docs" / "reference.md").read_text("utf-8").partition("\n## Logs\n")[2].partition("\n## ")[0]
DOCUMENTED = {
    event for row in re.findall(r"^\| (`[^|]+`) \|", SECTION, re.MULTILINE) for event in re.findall("`(.+?)`", row)
}
LEVELS = {"error", "exception", "critical"}
LOGGER = re.compile(r"(log|logger|get_logger\(.*\))$")
SOURCES = [*(ROOT / "app").rglob("*.py"), ROOT / "gunicorn.conf.py"]
CONSTANTS = {"UNUSABLE": UNUSABLE}


def events(source: str) -> Iterator[str]:
    """Yield the event of each error that a module logs."""
    tree = ast.parse(source)
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in LEVELS and LOGGER.search(ast.unparse(node.value)):
            assert id(node) in calls, f"line {node.lineno}: call {ast.unparse(node)} where it is named"
            match calls[id(node)].args[0]:
                case ast.Constant(str(event)):
                    yield event
                case ast.Name(name):
                    yield CONSTANTS[name]
                case other:
                    raise AssertionError(f"line {node.lineno}: {ast.unparse(other)} is no event")


EVENTS = {event for source in SOURCES for event in events(source.read_text("utf-8"))}


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_error_has_its_response_in_the_docs(event: str) -> None:
    assert event in DOCUMENTED


def test_docs_describe_no_error_that_does_not_exist() -> None:
    made_elsewhere = {"database_away", "not_started"}
    assert {event for event in DOCUMENTED if re.fullmatch(r"[a-z]+(_[a-z]+)+", event)} - made_elsewhere <= EVENTS
