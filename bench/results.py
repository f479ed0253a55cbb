"""The last results: `results.json`, and the tables in README.md that are made from it."""

from __future__ import annotations

import json
import os
import platform
import re
import sqlite3
import subprocess
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from bench.figures import Figure

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
README = HERE / "README.md"
BEGIN, END = "<!-- results begin -->", "<!-- results end -->"
PACKAGES = ("flask", "flask-smorest", "werkzeug", "gunicorn", "sqlalchemy", "psycopg", "requests", "msgspec")
POSTGRES = "/usr/lib/postgresql/*/bin/postgres"


def keep(row: str, title: str, figures: list[Figure], seconds: float, *, rows: list[str]) -> None:
    """Replace one row's figures, and rewrite the tables. `rows` is the order of the rows."""
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {"rows": {}}
    results["rows"][row] = {
        "title": title,
        "measured_at": datetime.now(UTC).isoformat(timespec="minutes"),
        "version": _commit(),
        "seconds": round(seconds),
        "machine": machine(),
        "figures": [{**asdict(figure), "passed": figure.passed} for figure in figures],
    }
    results["rows"] = {name: results["rows"][name] for name in rows if name in results["rows"]}
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    text = README.read_text("utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    README.write_text(f"{before}{BEGIN}\n{_tables(results)}{END}{after}", "utf-8")


def table(figures: list[Figure]) -> str:
    """Return the figures as lines for a terminal."""
    width = max((len(figure.what) for figure in figures), default=0)
    return "\n".join(
        f"  {figure.what:{width}}  {figure.measured:>14}  {figure.bar:>12}  {_word(figure.passed)}".rstrip()
        for figure in figures
    )


def machine() -> dict[str, str]:
    """Return the machine and the versions of its software."""
    cpu = re.search(r"model name\s*: (.+)", _text("/proc/cpuinfo"))
    memory = re.search(r"MemTotal:\s+(\d+)", _text("/proc/meminfo"))
    return {
        "processor": f"{os.cpu_count()} × {cpu[1] if cpu else platform.machine()}",
        "memory": f"{int(memory[1]) / 1_048_576:.0f} GiB" if memory else "unknown",
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "PostgreSQL": _number(max(map(str, Path("/").glob(POSTGRES[1:])), default="postgres"), "--version"),
        **{name: _version(name) for name in PACKAGES},
    }


def _tables(results: dict[str, Any]) -> str:
    figures = [
        (name, Figure(**{key: value for key, value in fields.items() if key != "passed"}))
        for name, row in results["rows"].items()
        for fields in row["figures"]
    ]
    lines = ["", "| row | what | measured | bar | |", "|---|---|---|---|---|"]
    lines += [
        f"| {row} | {figure.what} | {figure.measured} | {figure.bar} | {_word(figure.passed)} |"
        for row, figure in figures
        if figure.passed is not None
    ]
    lines += ["", "Beside them, for scale:", "", "| row | what | measured |", "|---|---|---|"]
    lines += [f"| {row} | {figure.what} | {figure.measured} |" for row, figure in figures if figure.passed is None]
    lines += ["", "The rows, and when they were measured:", "", "| row | | UTC | version | processor | seconds |"]
    lines += ["|---|---|---|---|---|---|"]
    for name, row in results["rows"].items():
        at = row["measured_at"][:16].replace("T", " ")
        processor = row["machine"]["processor"]
        lines.append(f"| {name} | {row['title']} | {at} | {row['version']} | {processor} | {row['seconds']} |")
    last = list(results["rows"].values())[-1]["machine"]
    lines += ["", "The machine of the last row: " + "; ".join(f"{name} {value}" for name, value in last.items()) + "."]
    return "\n".join(lines) + "\n"


def _word(passed: bool | None) -> str:
    return "" if passed is None else "pass" if passed else "**below**"


def _commit() -> str:
    return _first_line("git", "-C", str(HERE), "rev-parse", "--short=10", "HEAD")


def _number(*command: str) -> str:
    match = re.search(r"\d+(\.\d+)+", _first_line(*command))
    return match[0] if match else "none"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _text(path: str) -> str:
    return Path(path).read_text("utf-8") if Path(path).exists() else ""


def _first_line(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=10).stdout.split("\n")[0]
    except (OSError, subprocess.SubprocessError):
        return "none"
