"""`make release`: the checks of the clone and of CHANGELOG.md, and the tag."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.processes import ROOT
from tools.release import NOT_AUDITED, UPGRADE_NOTES

SECTION = f"## [3.7] - 2026-03-04\n\n### Added\n\n- A thing.\n\n{UPGRADE_NOTES}\n\nNothing.\n"
CHANGELOG = f"# Changelog\n\n## [Unreleased]\n\n{SECTION}\n## [3.6] - 2026-01-02\n\nThe first.\n"


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    identity = {f"GIT_{role}_{what}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT), **identity}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def release(folder: Path, *options: str) -> tuple[int, str]:
    ended = run(folder, sys.executable, "-m", "tools.release", *options)
    assert ended.stderr == ""
    return ended.returncode, ended.stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a clone whose version 3.7 can be released."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "openapi.json").write_text(json.dumps({"info": {"version": "3.7"}}), "utf-8")
    change(tmp_path, CHANGELOG)
    return tmp_path


def change(folder: Path, changelog: str) -> None:
    (folder / "CHANGELOG.md").write_text(changelog, "utf-8")
    for command in ("init --quiet --initial-branch main", "add .", "commit --quiet --message change"):
        ended = run(folder, "git", *command.split())
        assert ended.returncode == 0, ended.stderr


def test_release_makes_a_tag_with_the_section_of_the_changelog(clone: Path) -> None:
    assert release(clone) == (0, "")
    assert run(clone, "git", "tag").stdout == ""
    assert release(clone, "--tag") == (0, "The tag v3.7 is made. Publish it: git push origin v3.7\n")
    message = run(clone, "git", "tag", "--list", "--format=%(contents)").stdout
    assert message.startswith("3.7\n\n### Added\n\n- A thing.")
    assert "The first." not in message
    again = "There is a tag v3.7 already. Raise VERSION in app/api/openapi.py.\n"
    assert release(clone, "--tag") == (1, again)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[3.7]", "[3.8]", "CHANGELOG.md has no section [3.7]."),
        ("[Unreleased]\n", "[Unreleased]\n\n- Another thing.\n", "CHANGELOG.md has changes under [Unreleased]."),
        (" - 2026-03-04", "", "The section [3.7] of CHANGELOG.md needs a date that has come"),
        ("2026-03-04", "2126-03-04", "The section [3.7] of CHANGELOG.md needs a date that has come"),
        (UPGRADE_NOTES, "### Notes", f'The section [3.7] of CHANGELOG.md has nothing under "{UPGRADE_NOTES}".'),
        (
            f"{UPGRADE_NOTES}\n\nNothing.",
            f"{UPGRADE_NOTES}\n\n### Fixed",
            "The section [3.7] of CHANGELOG.md has nothing under",
        ),
        ("[3.6]", "[3.7]", "CHANGELOG.md has several sections [3.7]."),
        ("The first.\n", "## [Unreleased]\n\n- A thing.\n", "CHANGELOG.md has changes under [Unreleased]."),
        ("2026-03-04", "20260304", "The section [3.7] of CHANGELOG.md needs a date that has come"),
        ("Nothing.", " ", "The section [3.7] of CHANGELOG.md has nothing under"),
        ("[Unreleased]", "[unreleased]", "CHANGELOG.md has a heading of another form: ## [unreleased]"),
        ("2026-01-02", "2026-01-02 withdrawn", "CHANGELOG.md has a heading of another form: ## [3.6]"),
        ("Nothing.", NOT_AUDITED, "The section [3.7] of CHANGELOG.md must not say"),
    ],
)
def test_release_with_another_changelog_is_refused(clone: Path, old: str, new: str, expected: str) -> None:
    change(clone, CHANGELOG.replace(old, new))
    status, output = release(clone, "--tag")
    assert (status, output.count("\n")) == (1, 1)
    assert output.startswith(expected)


def test_release_without_an_audit_says_so(clone: Path) -> None:
    status, output = release(clone, "--unaudited")
    assert (status, output) == (1, f'The section [3.7] of CHANGELOG.md must say: "{NOT_AUDITED}"\n')
    change(clone, CHANGELOG.replace("Nothing.", NOT_AUDITED))
    assert release(clone, "--unaudited") == (0, "")


def test_release_of_a_branch_or_of_uncommitted_changes_is_refused(clone: Path) -> None:
    run(clone, "git", "switch", "--create", "other")
    assert release(clone, "--tag") == (1, "The branch is not main.\n")
    run(clone, "git", "switch", "main")
    (clone / "new.py").write_text("", "utf-8")
    assert release(clone, "--tag") == (1, "The working folder has changes. Commit them.\n")
