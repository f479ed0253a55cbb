"""Versions of libraries whose internals the portal uses: each upgrade needs a review."""

from importlib.metadata import version

import pytest

from app import http_client
from app.api import multipart

READ = {
    "urllib3": http_client.URLLIB3_READ,
    "werkzeug": multipart.WERKZEUG_READ,
}


@pytest.mark.parametrize("library", READ)
def test_library_whose_internals_are_used_has_the_reviewed_version(library: str) -> None:
    """Before you raise a version, check the uses that the module's docstring names in the library's new source."""
    assert version(library) == READ[library]
