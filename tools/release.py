"""`make release`: tag the commit as the release of its version, if the checks pass. CONTRIBUTING.md has the steps.

The version is that of docs/openapi.json. Its section of CHANGELOG.md becomes the message of the tag.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

NOT_AUDITED = "The packages were not checked for known vulnerabilities: no service was reachable."
"""The sentence of the release notes if `make audit` could not look anything up."""
UNRELEASED = "Unreleased"
UPGRADE_NOTES = "### Before and after the update"
HEADING = re.compile(rf"## \[({UNRELEASED}|\d[^]]*)\]( - \S+)?")
SECTION = re.compile(
    r"^## \[(?P<name>[^]]+)\](?: - (?P<date>\S+))?\n(?P<text>.*?)(?=^## \[|\Z)", re.DOTALL | re.MULTILINE
)


def faults(version: str, changelog: str, today: date, *, is_audited: bool) -> list[str]:
    """Return why `changelog` is not that of a release of this version."""
    sections = list(SECTION.finditer(changelog))
    own = [section for section in sections if section["name"] == version]
    if len(own) != 1:
        return [f"CHANGELOG.md has {'several sections' if own else 'no section'} [{version}]."]
    [section] = own
    headings = re.findall(r"^## .*", changelog, re.MULTILINE)
    listed = [f"CHANGELOG.md has a heading of another form: {line}" for line in headings if not HEADING.fullmatch(line)]
    if any(each["name"] == UNRELEASED and each["text"].strip() for each in sections):
        listed.append(f"CHANGELOG.md has changes under [{UNRELEASED}]. Move them to [{version}].")
    if not _is_date(section["date"] or "", today):
        listed.append(f"The section [{version}] of CHANGELOG.md needs a date that has come, such as {today}.")
    if not re.search(rf"^{UPGRADE_NOTES}\n\s*(?!#+ )\S", section["text"], re.MULTILINE):
        listed.append(f'The section [{version}] of CHANGELOG.md has nothing under "{UPGRADE_NOTES}".')
    if is_audited == (NOT_AUDITED in " ".join(section["text"].split())):
        verb = "must not" if is_audited else "must"
        listed.append(f'The section [{version}] of CHANGELOG.md {verb} say: "{NOT_AUDITED}"')
    return listed


def _is_date(text: str, today: date) -> bool:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return day <= today and text == day.isoformat()


def git(*arguments: str) -> str:
    """Return the output of git. Raise CalledProcessError if it fails."""
    command = ["git", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603 - no shell


def newest_tag() -> str | None:
    """Return the tag of the newest release, or None before the first one."""
    return next(iter(git("tag", "--list", "v*", "--sort=-version:refname").splitlines()), None)


def main() -> int:
    """Check the working folder, and make the tag with `--tag`. Return 1 with a line for each fault."""
    parser = argparse.ArgumentParser(prog="python -m tools.release", description=__doc__)
    parser.add_argument("--unaudited", action="store_true", help="no vulnerability service is reachable")
    parser.add_argument("--tag", action="store_true", help="make the tag")
    options = parser.parse_args()
    version: str = json.loads(Path("docs/openapi.json").read_text("utf-8"))["info"]["version"]
    changelog, tag = Path("CHANGELOG.md").read_text("utf-8"), f"v{version}"
    listed = faults(version, changelog, datetime.now(UTC).date(), is_audited=not options.unaudited)
    if git("status", "--porcelain"):
        listed.append("The working folder has changes. Commit them.")
    if git("branch", "--show-current") != "main":
        listed.append("The branch is not main.")
    if git("tag", "--list", tag):
        listed.append(f"There is a tag {tag} already. Raise VERSION in app/api/openapi.py.")
    print("\n".join(listed), end="\n" if listed else "")
    if listed:
        return 1
    if options.tag:
        section = next(match for match in SECTION.finditer(changelog) if match["name"] == version)
        git("tag", "--annotate", tag, "--cleanup=verbatim", "--message", f"{version}\n\n{section['text'].strip()}\n")
        print(f"The tag {tag} is made. Publish it: git push origin {tag}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
