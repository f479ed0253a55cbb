"""The scripts and the container files in `deploy`: what can be checked without root. `make machine` runs the rest."""

import io
import json
import os
import re
import secrets
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from app.settings.environment import FILE
from tests.end_to_end.processes import ROOT
from tests.observability.web_server import serving
from tests.portal_server import PortalServer

DEPLOY = ROOT / "deploy"
SCRIPTS = [path for path in DEPLOY.rglob("*") if path.is_file() and path.read_bytes().startswith(b"#!/bin/")]
CONTAINERFILE = (DEPLOY / "container" / "Containerfile").read_text("utf-8")
COMPOSE = sorted((DEPLOY / "compose").glob("*.yml"))
NAME = re.compile(r"^ *#? ?([A-Z][A-Z_]+)[:=]", re.MULTILINE)
"""The name of a variable at the beginning of a line, as in `.env` and in a compose file."""


def names(path: Path) -> set[str]:
    """Return the variables in a file."""
    return set(NAME.findall(path.read_text("utf-8")))


KNOWN = set(re.findall(r"^#?([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))
PROXY = set(re.findall(r"\{\$(\w+):", (DEPLOY / "caddy" / "Caddyfile").read_text("utf-8")))
DATABASE = set(re.findall(r"\$\{(POSTGRES_\w+)", (DEPLOY / "container" / "database").read_text("utf-8")))
CLIENT = {"PGHOST", "PGUSER", "PGPASSWORD"}
"""Variables of psql and createdb."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_script_is_valid_and_executable(script: Path) -> None:
    assert script.stat().st_mode & 0o111
    shell = script.read_text("utf-8").partition("\n")[0].removeprefix("#!")
    subprocess.run([shell, "-n", script], check=True, timeout=10)


def test_image_copies_files_that_exist() -> None:
    lines = re.findall(r"^COPY (?!--from)(?:--\S+ )?(.*) \S+$", CONTAINERFILE, re.MULTILINE)
    sources = " ".join(lines).split()
    assert "app" in sources
    assert [source for source in sources if not (ROOT / source).exists()] == []


def test_health_check_of_the_image_uses_no_proxy(portal_server: PortalServer) -> None:
    [words] = re.findall(r"^HEALTHCHECK .*? CMD (\[.*?\])$", CONTAINERFILE.replace("\\\n", ""), re.MULTILINE)
    python, *arguments, code = json.loads(words)
    assert python == "python"

    def status(site: str) -> int:
        command = [sys.executable, *arguments, code.replace("http://127.0.0.1:8000", site)]
        environment = {"http_proxy": "http://127.0.0.1:9"}
        return subprocess.run(command, env=environment, stderr=subprocess.DEVNULL, timeout=30, check=False).returncode

    with serving(portal_server) as site:
        assert status(site) == 0
    assert status(site) == 1


def test_hosts_and_images_lack_the_tools_of_the_tests() -> None:
    for text in (CONTAINERFILE, (DEPLOY / "install").read_text("utf-8")):
        [removed] = re.findall(r"pip uninstall .*?--yes (.*)", text)
        assert {*removed.split()} >= {"pytest", "responses", "iniconfig", "pluggy", "pygments", "pyyaml"}


def test_installation_copies_files_that_exist() -> None:
    patterns = re.findall(r"(?<= )deploy/\S+", (DEPLOY / "install").read_text("utf-8").partition("set -eu")[2])
    assert len(patterns) > 4
    assert [pattern for pattern in patterns if not list(ROOT.glob(pattern))] == []


def test_installation_ends_if_the_files_cannot_all_be_read(tmp_path: Path) -> None:
    """The other commands are without effect here, and the first `tar` fails."""
    stub = tmp_path / "stub"
    stub.write_text('#!/bin/sh\necho "${0##*/} $*" >> "${0%/*}/log"\ncase "$*" in *" -c .") exit 2 ;; esac\n', "ascii")
    stub.chmod(0o755)
    for command in ("getent", "install", "tar", "python3"):
        (tmp_path / command).symlink_to(stub)
    (tmp_path / "dirname").symlink_to("/usr/bin/dirname")
    ended = subprocess.run(
        [DEPLOY / "install", "of-a-test"], env={"PATH": str(tmp_path)}, capture_output=True, timeout=30, check=False
    )
    assert ended.returncode == 2, ended.stderr
    assert "-m venv" not in (tmp_path / "log").read_text("utf-8")


def test_installation_with_an_old_python_ends_with_one_sentence(tmp_path: Path) -> None:
    python = tmp_path / "python3"
    python.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2\n', "ascii")
    python.chmod(0o755)
    (tmp_path / "dirname").symlink_to("/usr/bin/dirname")
    command = (DEPLOY / "install", "of-a-test")
    ended = subprocess.run(
        command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, timeout=30, check=False
    )
    pattern = r"python_requires = >=([\d.]+), <([\d.]+)"
    [versions] = re.findall(pattern, (ROOT / "setup.cfg").read_text("utf-8"))
    least, below = (tuple(map(int, version.split("."))) for version in versions)
    assert f"not {least} <= sys.version_info[:3] < {below}" in command[0].read_text("utf-8")
    sentence = "The portal needs Python 3.11.2 to 3.13, but python3 is Python 3.9.2.\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", sentence)


@pytest.mark.parametrize("file", COMPOSE, ids=lambda path: path.name)
def test_containers_of_compose_are_restricted(file: Path) -> None:
    text = file.read_text("utf-8")
    restrictions = {"read_only: true", "cap_drop: [ALL]", "security_opt: [no-new-privileges]"}
    assert restrictions <= {line.strip() for line in text.partition("x-restricted:")[2].splitlines()[:4]}
    services = re.findall(
        r"^  \w+:\n((?:    .*\n)+)", text.partition("\nservices:\n")[2].partition("\nvolumes:\n")[0], re.MULTILINE
    )
    assert len(services) >= 4
    assert [each for each in services if not re.search(r"<<: \*(portal|restricted)$", each, re.MULTILINE)] == []


SETTINGS = [*COMPOSE, DEPLOY / "compose" / "example.env", DEPLOY / "portal.env"]


@pytest.mark.parametrize("file", SETTINGS, ids=lambda path: path.name)
def test_variable_is_a_setting(file: Path) -> None:
    assert names(file)
    settings = {name if name in KNOWN else name.removesuffix(FILE) for name in names(file)}
    assert settings - KNOWN - PROXY - DATABASE - CLIENT == set()


@pytest.mark.parametrize("file", COMPOSE, ids=lambda path: path.name)
def test_compose_image_is_one_of_the_shipped(file: Path) -> None:
    built = re.findall(r"^FROM \$BASE AS (\w+)$", CONTAINERFILE, re.MULTILINE)
    images = set(re.findall(r"^ *image: localhost/portal-?(\w*)$", file.read_text("utf-8"), re.MULTILINE))
    assert {image or "portal" for image in images} <= set(built)
    assert "" in images


@pytest.mark.parametrize("file", COMPOSE, ids=lambda path: path.name)
def test_no_volume_of_compose_begins_with_name_of_another(file: Path) -> None:
    """podman-compose 1.3 takes the longer one for the shorter one, makes none, and `down --volumes` leaves the data."""
    volumes = re.findall(r"^  (\w+):", file.read_text("utf-8").partition("\nvolumes:\n")[2], re.MULTILINE)
    assert volumes
    assert [(a, b) for a in volumes for b in volumes if a != b and b.startswith(a)] == []


def test_compose_substitutes_variables_of_its_example() -> None:
    used = set(re.findall(r"\$\{(\w+)\}", (DEPLOY / "compose" / "compose.yml").read_text("utf-8")))
    assert used - names(DEPLOY / "compose" / "example.env") == set()


def test_variables_of_caddy_are_those_of_its_file() -> None:
    assert names(DEPLOY / "caddy" / "portal.env") <= PROXY


def test_settings_for_a_host_with_sqlite_are_short_and_can_be_used(tmp_path: Path) -> None:
    lines = (DEPLOY / "portal.env").read_text("utf-8").splitlines()
    assert len(lines) <= 14
    settings = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
    for name in ("/var/lib/portal", "/run/portal/metrics", "/etc/portal"):
        settings = {key: value.replace(name, str(tmp_path)) for key, value in settings.items()}
    example = (ROOT / "agencies.example.toml").read_text("utf-8")
    (tmp_path / "agencies.toml").write_text(example.partition("[agencies.harbour]")[0], "utf-8")
    (tmp_path / "acme.key").write_text("a key of the agency", "utf-8")
    settings |= {"SECRET_KEY": secrets.token_hex(), "FLASK_SKIP_DOTENV": "1", "PATH": os.environ["PATH"]}
    for words in ("config check", "db upgrade", "config check --database"):
        command = [sys.executable, "-m", "flask", "--app", "wsgi", *words.split()]
        ended = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=60, check=False)
        assert ended.returncode == 0, ended.stderr
        assert "Warning" not in ended.stderr


def test_release_has_neither_tests_nor_benchmarks(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    for name in ("app/a.py", "tests/a.py", "bench/a.py", "docs/tests/a.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    tree = subprocess.run(["git", "write-tree"], cwd=tmp_path, capture_output=True, check=True).stdout.decode().strip()
    archive = subprocess.run(["git", "archive", tree], cwd=tmp_path, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as members:
        assert {name for name in members.getnames() if name.endswith("/a.py")} == {"app/a.py"}
    assert "--exclude=./tests --exclude=./bench" in (DEPLOY / "install").read_text("utf-8")


def test_pages_for_operators_are_short() -> None:
    pages = ("install", "each-day", "at-3-am", "reference")
    assert sum(len((ROOT / "docs" / f"{page}.md").read_text("utf-8").split()) for page in pages) <= 6_000
