"""Versions of libraries whose internals the portal uses: each upgrade needs a review."""

import ast
from importlib.metadata import version
from pathlib import Path

import pytest

from app import http_client

ROOT = Path(__file__).resolve().parents[2]
READ = {
    "urllib3": http_client.URLLIB3_READ,
}


@pytest.mark.parametrize("library", READ)
def test_library_whose_internals_are_used_has_the_reviewed_version(library: str) -> None:
    """Before you raise a version, check the uses that the module's docstring names in the library's new source."""
    assert version(library) == READ[library]


PUBLIC = {"_replace", "_asdict", "_fields", "_make", "_serialize", "_deserialize", "_get_current_object"}
"""Documented methods of named tuples, of marshmallow's fields and of Flask's proxies."""


def test_private_parts_of_libraries_are_used_in_one_module_each() -> None:
    users = set()
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
                is_own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
                users |= set() if is_own or node.attr in PUBLIC else {path.name}
    assert users == {"http_client.py"}
