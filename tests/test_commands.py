"""The commands, as people at a terminal meet them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import config
from app import create_app, submissions_cli
from tests.house import House

HERE = {"PATH": os.environ["PATH"], "PORTAL_ENV": "production"}
"""An environment that says nothing a portal could start on."""


def test_help_needs_no_settings() -> None:
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "agentos", "check", "--help"]
    ended = subprocess.run(command, cwd=config.ROOT, env=HERE, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "--agency NAME" in ended.stdout


def test_a_terminal_shows_sentences_in_production_too() -> None:
    """Of a process that does not know its settings yet."""
    command = [sys.executable, "-c", "from app.observability import logging as l; l.begin(); l.refuse(['BIND: why'])"]
    terminal, its_end = os.openpty()
    try:
        ended = subprocess.run(command, cwd=config.ROOT, env=HERE, stderr=its_end, timeout=60, check=False)
        shown = os.read(terminal, 10_000).decode()
    finally:
        os.close(its_end)
        os.close(terminal)
    assert ended.returncode == 3
    assert shown.splitlines()[1:] == ["    BIND: why"]


def test_what_was_cleaned_is_a_sentence(house: House) -> None:
    said = house.app.test_cli_runner().invoke(args=["sessions", "clean"])
    assert said.exit_code == 0
    assert said.stdout == (
        "Removed what had expired: 0 sign-ins, 0 codes, 0 requests for codes, 0 session files, 0 counted attempts.\n"
    )


def test_what_is_in_doubt_is_listed_shown_and_looked_into_at_once(house: House) -> None:
    def run(*words: str, code: int = 0) -> list[str]:
        said = house.app.test_cli_runner().invoke(args=["submissions", *words])
        assert said.exit_code == code, said.output
        lines: list[str] = said.output.splitlines()
        return lines

    client = house.sign_in()
    house.simulator.fault(method="POST", path="/notes$", reset="after")
    house.simulator.fault(path="/jobs/JOB-1$", status=500, skip=1)
    answer = client.post("/api/contractor/jobs/JOB-1/notes", json={"note": "Tell-tale"})
    number = answer.headers["Location"].rpartition("/")[2]
    line, total = run("list", "--agency", "acme")
    assert line.split("  ")[0] == number
    assert line.split("  ")[2:] == ["acme", "CON-1001", "note for job JOB-1", "unconfirmed"]
    assert total == "1 in all."
    for others in (("--agency", "harbour"), ("--state", "confirmed"), ("--older-than", "1")):
        assert run("list", *others) == ["0 in all."]
    names = ", ".join(house.config.agencies)
    assert run("list", "--agency", "acne", code=1) == [
        f"Error: There is no agency of that name; configured are: {names}."
    ]
    assert "Tell-tale" not in "".join(run("show", number))
    assert json.loads("".join(run("show", number)))["attempts"] == 1
    house.simulator.control("DELETE", "faults")
    run("retry", number)
    house.work()
    assert json.loads("".join(run("show", number)))["state"] == "confirmed"
    assert len(house.simulator.writes()) == 1
    assert run("list") == ["0 in all."]
    assert "confirmed" in run("retry", number, code=1)[-1]
    assert run("show", "nothing", code=1) == ["Error: There is no such submission."]


@pytest.mark.parametrize(
    "command",
    [
        ["submissions", "list"],
        ["submissions", "show", "x"],
        ["submissions", "retry", "x"],
        ["submissions", "resolve", "x", "--arrived", "--by", "Jo"],
        ["sessions", "clean"],
        ["worker"],
        ["agentos", "check"],
    ],
    ids=" ".join,
)
def test_without_its_tables_a_command_says_what_to_run(house: House, tmp_path: Path, command: list[str]) -> None:
    app = create_app(replace(house.config, database_url=f"sqlite:///{tmp_path / 'empty.db'}"))
    ended = app.test_cli_runner().invoke(args=command)
    assert ended.exit_code == 2
    assert ended.stderr.splitlines()[-1] == "Error: The database is not ready: run `flask --app wsgi db upgrade` first."


def test_of_an_invoice_it_is_shown_what_to_look_for(house: House) -> None:
    body = {"jobId": "JOB-1", "amount": 480, "description": "Tell-tale", "invoiceDate": "2026-11-25"}
    house.simulator.fault(method="GET", path="/invoices/", status=404)
    house.simulator.fault(method="POST", path="invoice/submit", status=503)
    answer = house.sign_in().post("/api/contractor/invoices", json={**body, "invoiceNumber": "A-7"})
    number, run = answer.headers["Location"].rpartition("/")[2], house.app.test_cli_runner().invoke
    line = run(args=["submissions", "list"]).output.splitlines()[0]
    assert line.split("  ")[4:] == [
        "invoice for job JOB-1, amount 480.00, number A-7, date 2026-11-25",
        "unconfirmed",
    ]
    shown = run(args=["submissions", "show", number]).output
    told = json.loads(shown)
    assert (told["amount"], told["number"], told["date"]) == ("480.00", "A-7", "2026-11-25")
    assert "Tell-tale" not in shown


def test_retry_says_when_the_worker_takes_it(house: House) -> None:
    def retry() -> str:
        [one] = house.portal.ledger.of("acme", "CON-1001")[0]
        return house.app.test_cli_runner().invoke(args=["submissions", "retry", one.submission_id]).output.strip()

    house.simulator.fault(method="POST", path="/notes$", status=504, times=1)
    house.sign_in().post("/api/contractor/jobs/JOB-1/notes", json={"note": "Part ordered"})
    house.tomorrow(20)
    assert retry() == "The worker takes it in 40 s: until then AgentOS may yet act on it."
    house.tomorrow(40)
    for writes in (1, 2):  # it looks, and then it sends
        assert retry() == "The worker takes it next."
        house.work(rounds=1)
        assert len(house.simulator.writes()) == writes


def test_what_is_left_out_of_a_list_is_told(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submissions_cli, "MOST_LISTED", 2)
    client = house.sign_in()
    for number in range(2):
        assert client.post("/api/contractor/jobs/JOB-1/notes", json={"note": f"{number}"}).status_code == 201
    run = house.app.test_cli_runner().invoke
    command = ["submissions", "list", "--state", "confirmed"]
    assert run(args=command).output.splitlines()[-1] == "2 in all."
    assert client.post("/api/contractor/jobs/JOB-1/notes", json={"note": "2"}).status_code == 201
    *listed, last = run(args=command).output.splitlines()
    assert (len(listed), last) == (2, "3 in all; the newest 1 of them are left out.")


def test_a_database_that_cannot_be_made_is_told_by_its_variable(build: Callable[..., House], tmp_path: Path) -> None:
    """As when the disk is full, which nobody can see before."""
    house = build()
    file = tmp_path / ("long" * 100) / "portal.db"
    object.__setattr__(house.config, "database_url", f"sqlite:///{file}")
    ended = house.app.test_cli_runner().invoke(args=["db", "upgrade"])
    assert ended.exit_code == 3
    assert ended.stderr.splitlines()[-1].strip() == f"DATABASE_URL: {file} cannot be made: File name too long"


@pytest.mark.parametrize("there", [False, True])
def test_where_nothing_is_set_development_says_what_to_copy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: bool
) -> None:
    for variable in ("PORTAL_ENV", "AGENCIES_FILE", "AGENTOS_SHORT_NAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(config, "ROOT", tmp_path)
    if there:
        (tmp_path / ".env").touch()
    with pytest.raises(config.ConfigurationError) as caught:
        config.load()
    (fault,) = caught.value.faults
    assert fault.startswith("AGENCIES_FILE: names no agency")
    assert fault.endswith("cp .env.example .env") is not there
