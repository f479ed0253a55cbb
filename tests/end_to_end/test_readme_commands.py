"""Every command in README, CONTRIBUTING and docs/ runs on SQLite and on PostgreSQL, or is in `NOT_RUN`.

The portal's own commands must print what `RESULTS` says.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import click
import pytest
import requests
from flask import Flask

from app.cli.commands import register
from tests.end_to_end.processes import ROOT, Processes, running, wait_until
from tests.postgres_server import PostgresServer
from tests.production.proxy import free_port

EMAIL = "office@harper.example"
SMALL = ("--branches", "2", "--contractors", "12", "--jobs", "60")
SIMULATOR = "http://127.0.0.1:9400"
ASSIGNMENT = re.compile(r"(export )?[A-Z_]+=")
TESTED = re.compile("<!-- (walk|handover|backup|restore) begins -->.*?<!-- \\1 ends -->", re.DOTALL)
"""Examples that tests of their own run: test_readme.py, test_handover_example.py and, as `CONTAINERS`, a script."""
BLOCK = re.compile(r"^```(.*?)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FLASK = "flask --app wsgi "
WRAPPERS = re.compile(r"\.venv/bin/|(sudo )?portal (?=[a-z])|podman-compose exec web flask ")
"""Wrappers of the programs. `deploy/portal` and the container's image run the commands of `FLASK`."""
PROGRAMS = ("curl", "export", "flask", "gunicorn", "make", "npm", "npx", "openapi-python-client", "pip", "pytest")
PREFIXES = {
    **dict.fromkeys(("agentos", "audit", "db", "documents", "sessions", "submissions"), "flask --app wsgi"),
    **dict.fromkeys(("list", "show", "retry", "resolve"), "flask --app wsgi submissions"),
}
"""The words that README leaves out before some commands within a sentence."""

SERVING = (
    "flask --app wsgi worker",
    "gunicorn -c gunicorn.conf.py wsgi:app",
    "flask --app wsgi run --debug",
)
CLIENTS = "tests/contract/test_clients.py runs it, against a portal that serves the description"
MACHINE = "needs root and a booted system; `make machine` runs it"
CADDY = "changes the machine's Caddy; tests/production starts Caddy with these files"
VALIDATE = "set -a; . /etc/caddy/portal.env; caddy validate --config /etc/caddy/Caddyfile"
NGINX = "changes the machine's nginx; tests/production starts nginx with these files"
PYTHON = "/opt/portal/current/.venv/bin/python"
SYSTEMD_RUN = "sudo systemd-run --unit agentos-simulator --uid portal --working-directory /opt/portal/current"
AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"
CONTAINERS = "needs root, podman and the images; tests/production/try_containers.sh runs it"
HOOKS = "--pre-hook 'systemctl stop nginx' --post-hook 'systemctl start nginx'"
AUTHORITY = "asks Let's Encrypt for a certificate"
SITE = "needs a site with a certificate"
CLOCK = "changes the machine's time service"
COPIES = "runs on the machine that has the copies of backups"
NEW_KEY = "tests/production/test_key_rotation.py changes a key under load"
CLIENT_PACKAGES = "asks the package index; tests/contract/test_clients.py compares the packages with those that it uses"
NOT_RUN = {
    "make lint": "`make test` runs it first",
    "make check": "runs the linters and some of the tests",
    "make run": "tests/end_to_end/test_make_run.py runs it",
    "make test": "`make test-all` runs it first",
    "make test-all": "this test is a part of it",
    "make audit": "needs a vulnerability service; tests/architecture/test_requirements.py tests its verdict",
    "make release": "makes a tag; tests/tools/test_release.py tests its checks",
    "make release UNAUDITED=1": "makes a tag; tests/tools/test_release.py tests its checks",
    "make bench": "takes most of an hour; tests/test_bench.py tests its parts",
    "make comparison": "takes more than an hour; tests/test_bench.py tests its page",
    "make chaos": "takes up to ten minutes a seed; tests/chaos/test_short.py runs a short one",
    "make fuzz": "takes ten minutes; the tests it runs are a part of `make test-all`, with fewer examples",
    "make simulate": "takes most of an hour; tests/simulation/test_simulation.py runs fewer histories",
    "make mutants": "takes an hour; tests/simulation/test_simulation.py checks that each error can be made",
    "make lock": "asks the package index, and writes the locks",
    "make lock UPGRADE=1": "asks the package index, and writes the locks",
    "pre-commit install": "changes the clone's hooks",
    "python -m pytest tests/jobs/test_list.py": "this test is a part of all tests",
    "python -m pytest tests/jobs/test_list.py -k search": "this test is a part of all tests",
    "make openapi": "writes docs/openapi.json, which tests/contract/test_openapi.py compares",
    "make screens": "takes ten minutes; tests/web/test_accessibility.py opens the same screens",
    "make pictures": "writes docs/pictures; tests/web/test_pictures.py takes the same pictures",
    "make web": "writes app/web/dist, which tests/web/test_built.py compares",
    "npm install": "asks the package index, and writes its lock",
    "npm run dev": "serves until Ctrl-C, in front of `make run`",
    "npm run check": "`make lint` and `make types` run ESLint and tsc",
    "curl -fsS http://localhost:8000/api/openapi.json --output openapi.json": CLIENTS,
    "npx openapi-typescript openapi.json --output portal.ts": CLIENTS,
    "npx openapi-ts": CLIENTS,
    "python problems.py": CLIENTS,
    "npx orval": CLIENTS,
    "openapi-python-client generate --path openapi.json": CLIENTS,
    "npm install openapi-fetch openapi-typescript": CLIENT_PACKAGES,
    "npm install @hey-api/openapi-ts typescript@5.9": CLIENT_PACKAGES,
    "npm install orval": CLIENT_PACKAGES,
    "npm install fetch-cookie typescript@5.9 @types/node": CLIENT_PACKAGES,
    "npm pkg set type=module": "writes package.json; that of tests/contract/clients/typescript has the same type",
    "npx tsc": CLIENTS,
    "node --import ./cookies.js main.js": CLIENTS,
    "pip install openapi-python-client": CLIENT_PACKAGES,
    "pip install ./contractor-portal-client": "changes the environment; tests/contract/test_clients.py uses the folder",
    "make machine": "needs root, and takes half an hour",
    "make hour": "takes an hour",
    "make images": CONTAINERS,
    f"make images OPTIONS='--volume {AUTHORITIES}:{AUTHORITIES}:ro'": CONTAINERS,
    "deploy/container/make-base": CONTAINERS,
    "cd deploy/compose": CONTAINERS,
    "podman-compose --file trial.yml up --detach": CONTAINERS,
    "podman-compose --file trial.yml logs worker": CONTAINERS,
    "podman-compose --file trial.yml down --volumes": CONTAINERS,
    "cp example.env .env": CONTAINERS,
    "cp ../../agencies.example.toml agencies.toml": CONTAINERS,
    "chmod 600 .env": CONTAINERS,
    "podman-compose up --detach": CONTAINERS,
    "podman-compose restart web worker": CONTAINERS,
    "flask worker --number 2": CONTAINERS,
    "podman tag localhost/portal localhost/portal:former": CONTAINERS,
    "podman-compose down": CONTAINERS,
    "podman tag localhost/portal:former localhost/portal": CONTAINERS,
    "sudo deploy/install 3.0": MACHINE,
    "sudo deploy/install 3.1": MACHINE,
    "sudo systemctl restart portal-worker portal-web": MACHINE,
    "sudo systemctl try-restart 'portal-worker@*'": MACHINE,
    "sudo ln -sfn releases/3.0 /opt/portal/current": MACHINE,
    "sudo install -m 640 -g portal ~/portal.env ~/agencies.toml ~/*.key /etc/portal": MACHINE,
    "sudo systemctl enable --now portal-worker portal-web": MACHINE,
    "sudo systemctl enable --now portal-backup.timer": MACHINE,
    "sudo -u postgres createuser portal": MACHINE,
    "sudo -u postgres createdb --owner portal portal": MACHINE,
    "sudo systemctl reload 'portal-w*'": MACHINE,
    "sudo systemctl enable --now portal-worker@2": MACHINE,
    f"{SYSTEMD_RUN} {PYTHON} -m simulator": MACHINE,
    "sudo install -m 644 deploy/caddy/Caddyfile deploy/caddy/portal.env /etc/caddy": CADDY,
    "sudo install -D -m 644 -t /etc/systemd/system/caddy.service.d deploy/caddy/environment.conf": CADDY,
    "sudo systemctl daemon-reload": CADDY,
    f"sudo bash -c '{VALIDATE}' && sudo systemctl restart caddy": CADDY,
    "sudo install -m 644 deploy/nginx/portal.conf /etc/nginx/conf.d/": NGINX,
    "sudo install -D -m 644 -t /etc/nginx/portal deploy/nginx/portal/*.conf": NGINX,
    "sudo rm /etc/nginx/sites-enabled/default": NGINX,
    "sudo nginx -t && sudo systemctl reload nginx": NGINX,
    "sudo systemctl stop 'portal-*'": MACHINE,
    "sudo systemctl start portal-worker portal-web portal-backup.timer": MACHINE,
    f"sudo certbot certonly --standalone --domain portal.agency.example {HOOKS}": AUTHORITY,
    "sudo certbot renew --dry-run": AUTHORITY,
    "openssl s_client -connect portal.agency.example:443 </dev/null 2>/dev/null | openssl x509 -noout -enddate": SITE,
    "sudo apt install systemd-timesyncd": CLOCK,
    "sudo timedatectl set-ntp true": CLOCK,
    "rsync --archive --ignore-existing root@portal.agency.example:/var/backups/portal/ /srv/portal-backups/": COPIES,
    "find /srv/portal-backups -name 'portal-*.zip' -mtime +30 -delete": COPIES,
    """curl -fsS -X PUT http://127.0.0.1:9400/_control/key/acme -d '{"key": "acme-simulated-key-2"}'""": NEW_KEY,
    'sudo install -d -m 700 -o "$USER" /var/lib/portal': "makes a folder of the machine's",
    "python3 -m venv .venv && . .venv/bin/activate": "tests/end_to_end/test_pythons.py runs it",
    "pip install --no-deps --require-hashes -r requirements.txt": "tests/end_to_end/test_pythons.py runs it",
}
"""README's commands that this file does not run, with reasons.

Its `export` lines do not run either, because they set placeholders of production. `run` sets the simulator's variable.
"""


SIGNED_IN = "(?s)signed in  acme/CON-1001.*Entries: [1-9]"
RESULTS = {
    "db upgrade": "database_upgraded",
    "config check": "The configuration can be used",
    "mail check --to you@agency.example": "(?s)Mail to you@agency.example.*no mail server was tried",
    "agentos check": "(?s)All is well.*All is well",
    "agentos check --agency acme": "(?s)^acme: .*All is well",
    "agentos check --agency harbour": "(?s)^harbour: .*All is well",
    "version": r"Contractor Portal [\d.]+, tables \d+",
    "status": "Nothing to do",
    "sessions list --email office@harper.example": r"Sessions: 1\.",
    "sessions end --email office@harper.example": r"Ended sessions: 2\.",
    "sessions end --email office@harper.example --passkeys": r"Ended sessions: 0\. Removed passkeys: 0\.",
    "audit list": SIGNED_IN,
    "audit list --contractor CON-1001": SIGNED_IN,
    "audit list --contractor acme/CON-1001": SIGNED_IN,
    "audit list --email office@harper.example": SIGNED_IN,
    "audit list --email office@harper.example --json": '"event": "signed in"',
    "audit list --event 'signed in' --since '2026-11-28 18:00'": SIGNED_IN,
    "audit list --event 'sign-in failed'": r"Entries: 0\.",
    "submissions list": r"0 unfinished\.",
    "submissions list --state review": r"0 in the state review\.",
    "submissions list --state confirmed": r"0 in the state confirmed\.",
    "submissions show ID": '"state": "unconfirmed"',
    "submissions retry ID": "The worker takes it next",
    "submissions resolve ID --arrived --id OID --by NAME": "Recorded: it arrived",
    "documents check": r"Missing: 0\. Altered: 0\. Orphans: 0\.",
    "documents give-up": "No document of an open submission is missing",
    "contractor export --agency acme --contractor CON-1007 DIR": "Written to ",
    "contractor erase --agency acme --contractor CON-1007": "Deleted",
    "agency erase harbour": "Deleted",
    "backup /var/backups/portal": "The backup .* is complete",
    "restore /var/backups/portal/portal-2026-11-29-031500.zip": r"Restored [1-9]\d* rows",
}
"""The output of each of the portal's own commands, as a regular expression. The exit status is 0."""


def pages() -> str:
    """Return the text of all pages without the examples in `TESTED`."""
    files = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
    return TESTED.sub("", "\n".join(file.read_text("utf-8") for file in files))


def commands() -> list[str]:
    """Return the pages' commands in order, each once, without comments."""
    readme = pages()
    blocks = [block for kind, block in BLOCK.findall(readme) if kind == "sh"]
    # An indented line continues the command of the line before.
    lines = [re.sub(r"\s+# .*", "", line) for block in blocks for line in block.splitlines()]
    listed = re.sub(r"\n\s+", " ", "\n".join(lines)).splitlines()
    for words in re.findall(r"`([^`]+)`", BLOCK.sub("", readme)):
        command = _unwrapped(" ".join(words.split()))
        first, *arguments = command.split()
        if first == "make" or (arguments and first in (*PROGRAMS, *PREFIXES)):
            listed.append(f"{PREFIXES.get(first, '')} {command}".strip())
    return [command for command in dict.fromkeys(map(_unwrapped, listed)) if command]


def _unwrapped(command: str) -> str:
    """Return a command without the wrapper that runs it on a host with services or in a container."""
    wrapper = WRAPPERS.match(command)
    if not wrapper:
        return command
    return ("" if wrapper[0] == ".venv/bin/" else FLASK) + command[wrapper.end() :]


def runnable() -> list[str]:
    """Return the commands that this file runs. Those that change what others show are last."""
    listed = [each for each in commands() if each not in NOT_RUN and not ASSIGNMENT.match(each)]
    return sorted(
        listed,
        key=lambda command: (
            " restore " in command,
            " erase " in command,
            " end " in command,
            command.startswith("curl"),
            " resolve " in command,
            " ID" in command,
        ),
    )


def unconfirmed(everything: Processes) -> str:
    """Return the id of an unconfirmed note, whose job cannot be fetched."""
    faults = (
        {"method": "POST", "path": "/notes$", "reset": "after"},
        {"path": "/jobs/JOB-1$", "status": 500, "skip": 1},
    )
    browser = sign_in(everything)
    for fault in faults:
        assert requests.post(f"{everything.simulator}/_control/faults", json=fault, timeout=10).ok
    job = f"{everything.portal}/api/contractor/jobs/JOB-1"
    answer = browser.post(f"{job}/notes", json={"note": "Part ordered"}, timeout=30)
    return answer.headers["Location"].rpartition("/")[2]


def sign_in(everything: Processes) -> requests.Session:
    """Return Harper's browser at acme, whose contractors may be fetched a moment after the other agency's."""
    browser, after = requests.Session(), len(everything.worker_output())
    address, body = f"{everything.portal}/api/session", {"email": EMAIL}
    browser.post(f"{address}/code", json={**body, "agency": "acme"}, timeout=30)
    answer = browser.post(address, json={**body, "code": everything.code(EMAIL, after)}, timeout=30)
    assert answer.status_code == 201, answer.text
    browser.headers["Portal-Account"] = "acme/CON-1001"
    jobs = f"{everything.portal}/api/contractor/jobs"
    wait_until("acme's jobs", lambda: browser.get(jobs, timeout=30).status_code == 200)
    return browser


def serve(everything: Processes, command: str) -> None:
    """Start a serving command, check that it serves, and end it. Its exit status must be 0."""
    name = command.replace(" ", "_")
    everything.start(name, *shlex.split(command), BIND="127.0.0.1:0", FLASK_RUN_PORT="0")  # others may be in use
    if "gunicorn" in command or " run " in command:
        portal = everything.find(name, r"(?:Listening at:|Running on) (http://\S+)")
        wait_until("its answer", lambda: requests.get(f"{portal}/health/ready", timeout=10).status_code == 200)
    else:
        everything.kill("worker", signal.SIGTERM)
        body = {"email": "sam@obrien.example"}
        assert requests.post(f"{everything.portal}/api/session/code", json=body, timeout=10).status_code == 204
        everything.find(name, r"Mail to (sam@obrien\.example)")
    os.kill(everything.pid(name), signal.SIGTERM)
    everything.finish(name)
    if "worker" in command:
        everything.start("worker")


def run(everything: Processes, command: str) -> str:
    """Run a command of README, in a shell that finds this environment's programs first. Return what it prints."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{everything.environment['PATH']}"

    def succeeds() -> str | None:
        ended = subprocess.run(
            ["bash", "-euc", command.replace(SIMULATOR, everything.simulator)],
            cwd=ROOT,
            env={**everything.environment, "PATH": programs, "SIMULATOR": f"{everything.simulator}/_control"},
            input="y\n",  # some commands ask
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert "Traceback" not in ended.stderr
        if "try again in a minute" in ended.stderr:  # the worker is processing it
            return None
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return f"{ended.stdout}\n{ended.stderr}"

    return wait_until(command, succeeds)


def lose(processes: Processes, request: pytest.FixtureRequest) -> None:
    """Lose the database and the documents."""
    shutil.rmtree(processes.environment["DOCUMENTS_DIR"], ignore_errors=True)  # there may be none
    url = processes.environment["DATABASE_URL"]
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()
        return
    postgres: PostgresServer = request.getfixturevalue("postgres")
    postgres.drop(url)
    empty = postgres.url(postgres.make("template0"))
    processes.environment["DATABASE_URL"] = empty.replace("postgresql+psycopg:", "postgresql:")


@pytest.mark.processes
@pytest.mark.timeout(900)  # each of about fifty commands is a process
def test_readme_commands_on_each_store_succeed(
    tmp_path: Path,
    stores: dict[str, str],
    subtests: pytest.Subtests,
    request: pytest.FixtureRequest,
) -> None:
    settings = {
        "BIND": f"127.0.0.1:{free_port()}",
        "SETTLE_S": "1",
    }
    backups = tmp_path / "backups"
    backups.mkdir()
    with running(tmp_path, simulator=SMALL, **settings, **stores) as everything:
        sign_in(everything)  # the commands of the audit look for it
        number = ""
        for command in runnable():
            with subtests.test(command):
                if command in SERVING:
                    serve(everything, command)
                    continue
                if " ID" in command:
                    number = number or unconfirmed(everything)
                if "agency erase harbour" in command:
                    everything.environment["AGENCIES_FILE"] = str(without_harbour(tmp_path))
                if " restore " in command:
                    for name in ("worker", "portal"):
                        everything.kill(name, signal.SIGTERM)
                    lose(everything, request)
                    run(everything, f"{FLASK}db upgrade")
                    [archive, *_] = backups.glob("*.zip")
                    archive.rename(backups / Path(command).name)
                written = DELETE if command == "curl -X DELETE" else command
                written = written.replace(" ID", f" {number}").replace(" DIR", f" {new_folder(tmp_path)}")
                printed = run(everything, written.replace(BACKUPS, str(backups)))
                if is_own(command):
                    assert re.search(RESULTS[command.removeprefix(FLASK)], printed), printed


BACKUPS = "/var/backups/portal"


def without_harbour(folder: Path) -> Path:
    """Write a file of agencies without the second agency, and return its path."""
    file = folder / "agencies.toml"
    file.write_text((ROOT / "agencies.example.toml").read_text("utf-8").partition("[agencies.harbour]")[0], "utf-8")
    return file


def new_folder(parent: Path) -> Path:
    """Return the path of a folder that does not exist."""
    return next(path for number in count() if not (path := parent / f"folder-{number}").exists())


DELETE = f"curl -fsS -X DELETE {SIMULATOR}/_control/faults"
"""In README, "to the same" stands for this address."""


def test_commands_named_here_are_in_readme() -> None:
    assert {*NOT_RUN, *SERVING} - set(commands()) == set()
    assert {f"{FLASK}{command}" for command in RESULTS} == {each for each in runnable() if is_own(each)}


def is_own(command: str) -> bool:
    """Return True for a command of the portal that ends by itself."""
    return command.startswith(FLASK) and command not in SERVING


def test_options_in_comments_belong_to_the_command() -> None:
    app = Flask("portal")
    register(app)
    checked = set()
    for command, comment in re.findall(rf"^(?:\S*{FLASK}|sudo portal )(.*?) # (.*)$", pages(), re.MULTILINE):
        described: click.Command = app.cli
        for word in command.split():
            if isinstance(described, click.Group):
                described = described.commands[word]
        known = {option for parameter in described.params for option in parameter.opts} | {"--help"}
        for option in re.findall(r"--[a-z-]+", comment):
            assert option in known, f"{command}: {option}"
            checked.add(option)
    assert {"--json", "--passkeys", "--since", "--unfinished"} <= checked


@pytest.mark.parametrize("command", [each for each in commands() if each.startswith("make")])
def test_make_targets_in_readme_exist(command: str) -> None:
    ended = subprocess.run([*shlex.split(command), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
