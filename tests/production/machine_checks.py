"""The checks that `machine.py` runs as root on a booted Debian: install by docs/install.md, and its services."""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import requests

from tests.auth.mail_server import MailServer
from tests.production.contractor import EMAIL, use_portal, wait_for

ROOT = Path(__file__).resolve().parents[2]
SIMULATOR = "127.0.0.1:9400"
SITE = "portal.agency.example"
SETTINGS = f"""
PORTAL_ENV=staging
MAIL_FROM=portal@localhost
TRUSTED_HOSTS={SITE}
PROXY_HOPS=1
DATABASE_URL=postgresql:///portal?host=/var/run/postgresql
DOCUMENTS_DIR=/var/lib/portal/documents
AGENCIES_FILE=/etc/portal/agencies.toml
AGENTOS_BASE_URL=http://{SIMULATOR}
AGENTOS_API_KEY_ACME_FILE=/etc/portal/acme.key
AGENTOS_API_KEY_HARBOUR=harbour-simulated-key-83ee417d5c
METRICS_BIND=127.0.0.1:9100
METRICS_DIR=/run/portal/metrics
"""
AUTHORITY = Path("/var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt")
CADDY = f'PORTAL_SITE={SITE}\nPORTAL_TLS=internal\nPORTAL_HOSTS="127.0.0.1:8000"\n'
SERVICES = ("portal-web", "portal-worker")


def sh(command: str, *, status: int = 0) -> str:
    """Run a command, which must end with this status. Return its output."""
    print(f"+ {command}", flush=True)
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == status, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def pid(service: str) -> int:
    """Return the id of a service's main process."""
    return int(sh(f"systemctl show --property MainPID --value {service}"))


def prepare(postbox: MailServer) -> None:
    """Make what an operator has before the installation: a database, a name, the settings and the agencies.

    The present folder becomes a copy of the code that others cannot read, as after a clone with a strict umask.
    """
    copy = "tar --exclude=.git --exclude=.venv --exclude=node_modules -c . | tar -x -C /root/portal"
    sh(f"mkdir /root/portal && {copy} && chmod -R go= /root/portal")
    os.chdir("/root/portal")
    sh("systemctl start postgresql")
    sh("sudo -u postgres createuser portal && sudo -u postgres createdb --owner portal portal")
    sh(f"echo 127.0.0.1 {SITE} $(hostname) >> /etc/hosts")
    key = secrets.token_hex()
    Path("/root/portal.env").write_text(f"{SETTINGS}SECRET_KEY={key}\nSMTP_URL={postbox.url}\n", "utf-8")
    Path("/root/acme.key").write_text("acme-simulated-key-6d1f0c2b9a\n", "ascii")
    Path("/root/agencies.toml").write_bytes((ROOT / "agencies.example.toml").read_bytes())


def run_documented(name: str) -> None:
    """Run the commands of a block of docs/install.md."""
    text = (ROOT / "docs" / "install.md").read_text("utf-8")
    [commands] = re.findall(rf"<!-- {name} begins -->\n```sh\n(.*?)```", text, re.DOTALL)
    for command in commands.splitlines():
        sh(re.sub(r"\s+# .*", "", command))


def install() -> None:
    """Run the commands of docs/install.md. AgentOS is the simulated one."""
    run_documented("installation")
    run_documented("staging")
    for service in SERVICES:
        assert sh(f"systemctl is-active {service} || true").strip() == "active", service


def check_rights() -> None:
    """The settings and the data are the portal's alone, and its processes have no privileges."""
    expected = {"/etc/portal": "750 root portal", "/etc/portal/portal.env": "640 root portal"}
    expected |= dict.fromkeys(("/var/lib/portal", "/run/portal"), "700 portal portal")
    rights = {path: sh(f"stat --format '%a %U %G' {path}").strip() for path in expected}
    assert rights == expected, rights
    status = Path(f"/proc/{pid('portal-web')}/status").read_text("ascii")
    assert re.search(r"^CapEff:\t0+$", status, re.MULTILINE), status
    assert "NoNewPrivs:\t1" in status, status
    assert Path(f"/proc/{pid('portal-web')}/uid_map").read_text("ascii").split()[:3] == ["0", "0", "1"]
    sh("runuser -u nobody -- cat /etc/portal/portal.env", status=1)
    sh("chmod 600 /etc/portal/portal.env")
    assert "/etc/portal/portal.env is missing, or" in sh("portal version 2>&1", status=3)
    sh("chmod 640 /etc/portal/portal.env")


def check_proxy() -> None:
    """Caddy serves the site with the shipped files, under its own service."""
    sh("install -d /etc/systemd/system/caddy.service.d && install -m 644 deploy/caddy/Caddyfile /etc/caddy/Caddyfile")
    sh("install -m 644 deploy/caddy/environment.conf /etc/systemd/system/caddy.service.d/")
    Path("/etc/caddy/portal.env").write_text(CADDY, "utf-8")
    sh("systemctl daemon-reload && systemctl restart caddy && systemctl reload caddy")
    wait_for("the site", lambda: AUTHORITY.exists() and _is_served())


def _is_served() -> bool:
    try:
        return requests.get(f"https://{SITE}/health/ready", verify=str(AUTHORITY), timeout=5).status_code == 200
    except requests.RequestException:
        return False


def check_invoice(postbox: MailServer) -> None:
    """A person signs in and sends an invoice with a PDF, which the restricted processes check, store and deliver."""
    browser = requests.Session()
    browser.trust_env, browser.verify = False, str(AUTHORITY)
    use_portal(browser, f"https://{SITE}", lambda: postbox.codes)
    assert sh("stat --format '%a %U' /var/lib/portal/documents/*.pdf").split() == ["600", "portal"]
    assert "Sessions: 1." in sh(f"portal sessions list --email {EMAIL}")
    assert "submitted" in sh(f"portal audit list --email {EMAIL}")
    assert "portal_request_duration_seconds" in requests.get("http://127.0.0.1:9100/metrics", timeout=10).text


def check_reload() -> None:
    """A reload keeps the main processes. With a wrong file, it fails and changes nothing."""
    before = [pid(service) for service in SERVICES]
    sh("systemctl reload 'portal-w*'")
    agencies = Path("/etc/portal/agencies.toml")
    text = agencies.read_text("utf-8")
    agencies.write_text(f"{text}\nno TOML", "utf-8")
    for service in SERVICES:
        sh(f"systemctl reload {service}", status=1)
    agencies.write_text(text, "utf-8")
    assert [pid(service) for service in SERVICES] == before
    wait_for("the site", _is_served)


def check_restart() -> None:
    """A restart returns when the host is ready. A killed process is started again."""
    sh("systemctl restart portal-web portal-worker")
    assert _is_served()
    sh(f"kill -9 {pid('portal-web')}")
    wait_for("the site", _is_served)


def check_update() -> None:
    """The documented commands start another version, and the former one again. There is a second worker."""
    sh("deploy/install 3.0", status=2)
    services = (*SERVICES, "portal-worker@2")
    sh("systemctl enable --now portal-worker@2")
    sh("systemctl reload 'portal-worker*'")
    for name, version in (("update", "3.1"), ("way back", "3.0")):
        run_documented(name)
        assert _is_served()
        folders = {sh(f"readlink /proc/{pid(service)}/cwd").strip() for service in services}
        assert folders == {f"/opt/portal/releases/{version}"}, folders
    sh("systemctl disable --now portal-worker@2")


def check_timers() -> None:
    """The timer waits for the next night, and its service works."""
    assert sh("systemctl is-enabled portal-backup.timer").strip() == "enabled"
    sh("systemctl start portal-backup.service")
    folder = "/var/backups/portal"
    for name, days in {"portal-old.zip": 15, "portal-new.zip": 13, "other": 15}.items():
        sh(f"touch --date '{days} days ago' {folder}/{name}")
    sh("systemctl start portal-backup.service")
    assert sh(f"cd {folder} && ls portal-2*.zip | wc -l").strip() == "2"
    assert sh(f"cd {folder} && ls other portal-[on]*").split() == ["other", "portal-new.zip"]
    sh(f"rm {folder}/other {folder}/portal-new.zip")
    assert sh("systemctl --failed --no-legend --plain") == ""


def check_reboot_state() -> None:
    """Without the folders that systemd makes, a command has them again after the boot."""
    sh("systemctl stop portal-web portal-worker && rm -r /run/portal")
    sh("systemd-tmpfiles --create portal.conf && systemctl start portal-worker portal-web")
    assert _is_served()
    log = sh("journalctl --output cat --unit 'portal-*' --no-pager")
    errors = [line for line in log.splitlines() if '"level": "error"' in line and "reload_refused" not in line]
    assert errors == [], "\n".join(errors)


def main() -> int:
    """Run all checks in order. Raise AssertionError at the first fault."""
    postbox = MailServer()
    try:
        prepare(postbox)
        install()
        check_rights()
        check_proxy()
        check_invoice(postbox)
        check_reload()
        check_restart()
        check_update()
        check_timers()
        check_reboot_state()
    finally:
        postbox.close()
    print(json.dumps({"checked": [name for name in globals() if name.startswith("check_")]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
