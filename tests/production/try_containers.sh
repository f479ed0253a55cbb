#!/bin/sh
# Start the compose files as docs/containers.md says, and use the portal: tests/production/try_containers.sh, as root, after
# `make images`, with the packages of `make test`. It runs in network and mount namespaces of its own, so that ports are
# free, and ends within twenty minutes. Where systemd does not manage the control groups, the containers have none.
set -eu
if [ "${1:-}" != inside ]; then
    exec timeout 1200 unshare --net --mount "$0" inside
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root/deploy/compose"
folder=$(mktemp -d)
if [ ! -d /run/systemd/system ]; then
    umount --recursive /sys/fs/cgroup
    mount -t cgroup2 none /sys/fs/cgroup
    limits=$(prlimit --noheadings --raw --output RESOURCE,HARD --nofile --nproc | tr 'A-Z ' 'a-z=' | xargs printf '"%s", ')
    printf '[containers]\ncgroups = "disabled"\npids_limit = 0\ndefault_ulimits = [%s]\n' "$limits" \
        >"$folder/containers.conf"
    export CONTAINERS_CONF_OVERRIDE="$folder/containers.conf"
fi
ip link set lo up
kept=$(ls .env agencies.toml 2>/dev/null || true)
[ -z "$kept" ] || { echo "Move these away first: $kept" >&2; exit 2; }
end() {
    podman rm --force --time 1 --volumes --ignore simulator mail >/dev/null 2>&1
    podman-compose --file trial.yml down --volumes >/dev/null 2>&1
    podman-compose down --volumes >/dev/null 2>&1
    rm -rf "$folder" .env agencies.toml backup
}
trap end EXIT

wait_for() {
    for _ in $(seq 90); do
        if "$@" --silent --show-error --max-time 3 2>/dev/null | grep -q '"status":"ready"'; then return; fi
        sleep 1
    done
    echo "not ready: $*" >&2
    exit 1
}

# work SITE CONTAINER COMMAND…: a contractor signs in with a code from the mails that COMMAND prints, and sends a note and an
# invoice with a PDF. The simulated AgentOS in CONTAINER must have both.
work() {
    address=$(podman inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$2")
    site=$1
    shift 2
    PYTHONPATH="$root" "$root/.venv/bin/python" -m tests.production.contractor "$site" "http://$address:9400" "$@"
}

# documented NAME: run the commands of a part of docs/containers.md.
documented() {
    sed -n "/<!-- $1 begins -->/,/^\`\`\`\$/p" "$root/docs/containers.md" | grep '^[a-z]' >"$folder/commands"
    sh -eux "$folder/commands"
}

echo 'A trial'
podman-compose --file trial.yml up --detach >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
wait_for curl http://127.0.0.1:8000/health/ready
work http://localhost:8000 compose_simulator_1 sh -c 'podman-compose --file trial.yml logs worker 2>&1'
podman healthcheck run "$(podman ps --quiet --filter name=web)"
podman-compose --file trial.yml down --volumes >/dev/null 2>&1

echo 'One host'
cp example.env .env
cp ../../agencies.example.toml agencies.toml
chmod 600 .env
sed -i -e 's/^PORTAL_ENV=.*/PORTAL_ENV=staging/' -e "s/^SECRET_KEY=.*/SECRET_KEY=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')/" \
    -e 's/^POSTGRES_PASSWORD=.*/POSTGRES_PASSWORD=5ad0c3e1b2/' -e 's/^PORTAL_TLS=.*/PORTAL_TLS=internal/' \
    -e 's/^SMTP_URL=.*/SMTP_URL=smtp:\/\/mail:2525/' \
    -e 's/^AGENTOS_API_KEY_ACME=.*/AGENTOS_API_KEY_ACME=acme-simulated-key-6d1f0c2b9a/' .env
printf 'AGENTOS_API_KEY_HARBOUR=harbour-simulated-key-83ee417d5c\nAGENTOS_BASE_URL=http://simulator:9400\n' >>.env
podman-compose up --detach >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
podman run --detach --rm --network compose_default --name simulator localhost/portal \
    python -m simulator --bind 0.0.0.0:9400 >/dev/null
podman run --detach --rm --network compose_default --name mail \
    --volume "$root/tests/auth/mail_server.py:/opt/portal/mail_server.py:ro" localhost/portal python -u -c 'import mail_server, time
box = mail_server.MailServer(address=("0.0.0.0", 2525))
while time.sleep(0.2) is None:
    while box.mails:
        print(box.mails.pop(0).get_content())' >/dev/null
name=portal.agency.example
site=https://$name
cp /etc/hosts "$folder/hosts"
echo "127.0.0.1 $name" >>"$folder/hosts"
mount --bind "$folder/hosts" /etc/hosts
wait_for curl --insecure $site/health/ready
podman-compose exec proxy cat /var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt >"$folder/authority.pem"
export CURL_CA_BUNDLE="$folder/authority.pem" REQUESTS_CA_BUNDLE="$folder/authority.pem"
[ "$(curl --silent --output /dev/null --write-out '%{http_code}' $site/metrics)" = 404 ]
[ "$(curl --silent --output /dev/null --write-out '%{redirect_url}' http://$name/)" = "$site/" ]
podman-compose exec web flask config check
podman-compose exec web flask agentos check
for service in web worker database proxy; do
    [ "$(podman-compose exec $service id -u | tr -d '\r')" != 0 ]
done
work $site simulator podman logs mail

podman-compose exec worker grep -q ' /run/portal/metrics tmpfs ' /proc/mounts
curl --fail --silent http://127.0.0.1:9100/metrics >"$folder/metrics"
for metric in 'portal_ready 1.0' 'portal_database_up 1.0' 'portal_request_duration_seconds_count{.*invoices' \
    'portal_emails_total{.*code'; do
    grep "^$metric" "$folder/metrics"
done

documented backup
podman-compose restart worker >/dev/null 2>&1
work $site simulator podman logs mail
documented restore >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
grep '^Restored' "$folder/log"
wait_for curl $site/health/ready
podman-compose exec web flask documents check
podman-compose exec web flask audit list --email office@harper.example | grep submitted

podman-compose restart web worker >/dev/null 2>&1
wait_for curl $site/health/ready
podman rm --force --time 1 --volumes simulator mail >/dev/null
[ "$(podman volume ls --quiet --filter label=io.podman.compose.project=compose | wc -l)" = 5 ]
podman tag localhost/portal localhost/portal:former
former=$(podman image inspect --format '{{.Id}}' localhost/portal)
# The image of a new version: another one with the same content
new=$(podman commit --quiet "$(podman create localhost/portal)" localhost/portal)
for image in "$new" "$former"; do
    podman-compose down >/dev/null 2>&1
    podman-compose up --detach >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
    wait_for curl $site/health/ready
    [ "$(podman inspect --format '{{.Image}}' compose_web_1)" = "$image" ]
    podman tag localhost/portal:former localhost/portal
done
podman-compose exec web flask audit list --email office@harper.example | grep 'code requested'
echo 'Both run.'
