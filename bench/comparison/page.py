"""Write the table of docs/comparison.md from results.json. The words around it are written by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parents[2] / "docs/comparison.md"
VERSIONS = "Versions: Procrastinate {procrastinate}, DBOS {dbos}, Python {python}, the portal {portal}."
BEGIN, END = "<!-- results -->\n", "<!-- end of results -->"
COLUMNS = ("once", "lost", "told", "doubled", "undecided", "misreported")
HEAD = "| per thousand | once, and said so | lost | of these, stated as failed | doubled | undecided | misreported |"
NAMES = {
    "portal": "this portal",
    "naive": "naive retry",
    "look": "look, then retry",
    "look-settled": "look after `SETTLE_S`, then retry",
    "procrastinate-retries": "Procrastinate, with retries",
    "procrastinate": "Procrastinate, without",
    "dbos-retries": "DBOS, with retries",
    "dbos": "DBOS, without",
}


def write(results: Path) -> None:
    """Replace the table in the page."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(before + BEGIN + table(json.loads(results.read_text("utf-8"))) + END + after, "utf-8")


def table(results: dict[str, Any]) -> str:
    """Return the table of all results so far, per thousand accepted submissions."""
    rows = [HEAD, "|---" * (len(COLUMNS) + 1) + "|"]
    for key, name in NAMES.items():
        if key in results:
            row = results[key]
            cells = (f"{row[column] * 1000 / row['accepted']:.0f}" for column in COLUMNS)
            rows.append(" | ".join((f"| {name}", *cells)) + " |")
    return "\n".join([*rows, "", VERSIONS.format(**results["versions"])]) + "\n"
