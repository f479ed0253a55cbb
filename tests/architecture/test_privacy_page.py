"""docs/privacy.md, which says what is kept of whom."""

import pytest

from app.store.tables import metadata
from tests.end_to_end.processes import ROOT

PAGE = (ROOT / "docs" / "privacy.md").read_text("utf-8")


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_page_about_personal_data_names_each_table(table: str) -> None:
    assert f"`{table}`" in PAGE
