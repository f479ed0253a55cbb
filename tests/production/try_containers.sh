#!/bin/sh
# Start the compose files as docs/containers.md says, and look at what they serve: tests/production/try_containers.sh, as root,
# after `make images`. It runs in network and mount namespaces of its own, so that ports are free, and ends within ten
# minutes. Where systemd does not manage the control groups, the containers have none.
set -eu
if [ "${1:-}" != inside ]; then
    exec timeout 600 unshare --net --mount "$0" inside
fi
cd "$(dirname "$0")/../../deploy/compose"
folder=$(mktemp -d)
if [ ! -d /run/systemd/system ]; then
    umount --recursive /sys/fs/cgroup
    mount -t cgroup2 none /sys/fs/cgroup
    printf '[containers]\ncgroups = "disabled"\npids_limit = 0\n' >"$folder/containers.conf"
    export CONTAINERS_CONF_OVERRIDE="$folder/containers.conf"
fi
ip link set lo up
kept=$(ls .env agencies.toml 2>/dev/null || true)
[ -z "$kept" ] || { echo "Move these away first: $kept" >&2; exit 2; }
end() {
    podman rm --force --ignore simulator >/dev/null 2>&1
    podman-compose --file trial.yml down --volumes >/dev/null 2>&1
    podman-compose down --volumes >/dev/null 2>&1
    rm -rf "$folder" .env agencies.toml
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

echo 'A trial'
podman-compose --file trial.yml up --detach >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
wait_for curl http://127.0.0.1:8000/health/ready
curl --fail --silent http://localhost:8000/api/session/code --json '{"email": "office@harper.example", "agency": "acme"}'
sleep 3
podman-compose --file trial.yml logs worker 2>&1 | grep 'Mail to office@harper.example'
podman healthcheck run "$(podman ps --quiet --filter name=web)"
podman-compose --file trial.yml down --volumes >/dev/null 2>&1

echo 'One host'
cp example.env .env
cp ../../agencies.example.toml agencies.toml
chmod 600 .env
sed -i -e 's/^PORTAL_ENV=.*/PORTAL_ENV=staging/' -e "s/^SECRET_KEY=.*/SECRET_KEY=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')/" \
    -e 's/^POSTGRES_PASSWORD=.*/POSTGRES_PASSWORD=5ad0c3e1b2/' -e 's/^PORTAL_TLS=.*/PORTAL_TLS=internal/' \
    -e 's/^AGENTOS_API_KEY_ACME=.*/AGENTOS_API_KEY_ACME=acme-simulated-key-6d1f0c2b9a/' .env
printf 'AGENTOS_API_KEY_HARBOUR=harbour-simulated-key-83ee417d5c\nAGENTOS_BASE_URL=http://simulator:9400\n' >>.env
podman-compose up --detach >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
podman run --detach --rm --network compose_default --name simulator localhost/portal \
    python -m simulator --bind 0.0.0.0:9400 >/dev/null
site=portal.agency.example
ask="curl --insecure --resolve $site:443:127.0.0.1 --resolve $site:80:127.0.0.1"
wait_for $ask https://$site/health/ready
[ "$($ask --silent --output /dev/null --write-out '%{http_code}' https://$site/metrics)" = 404 ]
[ "$($ask --silent --output /dev/null --write-out '%{redirect_url}' http://$site/)" = "https://$site/" ]
podman-compose exec web flask config check
podman-compose exec web flask agentos check
$ask --fail --silent https://$site/api/session/code --json '{"email": "office@harper.example"}'
for service in web database redis proxy; do
    [ "$(podman-compose exec $service id -u | tr -d '\r')" != 0 ]
done
podman-compose restart web worker >/dev/null 2>&1
wait_for $ask https://$site/health/ready
podman rm --force simulator >/dev/null
podman tag localhost/portal localhost/portal:former
for _ in 'an update' 'the way back'; do
    podman-compose down >/dev/null 2>&1
    podman-compose up --detach >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
    wait_for $ask https://$site/health/ready
    podman tag localhost/portal:former localhost/portal
done
podman-compose exec web flask audit list --email office@harper.example | grep 'code requested'
echo 'Both run.'
