"""What `make audit` runs: are there known vulnerabilities in the packages that requirements*.txt pin?

Ends with 0 if every package was looked up and none is known to be vulnerable, 1 if some are, and 2 if some could not be
looked up: pip-audit itself ends with 0 then, and a look that was not taken must not pass for a clean one.

What must be reachable is the vulnerability service of PyPI or, with PIP_AUDIT_VULNERABILITY_SERVICE=osv, that of OSV.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FILES = ("requirements.txt", "requirements-dev.txt")
CLEAN, VULNERABLE, UNKNOWN = 0, 1, 2
NEEDED = (
    "the vulnerability service of PyPI must be reachable from here, or that of OSV with"
    " PIP_AUDIT_VULNERABILITY_SERVICE=osv, as pip-audit uses them."
)


def look_up(file: str) -> Any:
    """pip-audit's report on one file, from its pins and hashes alone (nothing is installed); None if it gave none."""
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off"]
    ended = subprocess.run(  # noqa: S603 - a fixed command, no shell
        [*command, "--format", "json", "--requirement", str(ROOT / file)], capture_output=True, text=True, check=False
    )
    try:
        return json.loads(ended.stdout)
    except ValueError:
        return None


def verdict(report: Any) -> tuple[int, list[str]]:
    """The exit status that a report means, and what to say."""
    packages = report["dependencies"] if report else []
    found = [
        f"{package['name']} {package['version']}: {one['id']}, mended in {', '.join(one['fix_versions']) or 'none yet'}"
        for package in packages
        for one in package.get("vulns", ())
    ]
    missed = [package["name"] for package in packages if "skip_reason" in package]
    if not packages or missed:
        which = f"{len(missed)} of {len(packages)} packages" if packages else "the packages"
        unknown = f"{which} could not be looked up: {NEEDED}"
        return VULNERABLE if found else UNKNOWN, [*found, unknown]
    return (VULNERABLE, found) if found else (CLEAN, [f"{len(packages)} packages, no known vulnerability."])


def main() -> int:
    """The worst of the files' verdicts: a vulnerability counts before what is not known."""
    statuses = set()
    for file in FILES:
        status, said = verdict(look_up(file))
        statuses.add(status)
        print("\n".join(f"{file}: {line}" for line in said), file=sys.stderr if status else sys.stdout)
    return next(status for status in (VULNERABLE, UNKNOWN, CLEAN) if status in statuses)


if __name__ == "__main__":
    sys.exit(main())
