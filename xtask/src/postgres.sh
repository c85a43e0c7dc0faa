# Keeps a PostgreSQL for as long as someone holds this script's standard input open: whatever becomes of the one who
# started it (end, failure, interrupt, kill), the server stops and its folder goes.
set -eu
bin=$1
port=$2
home=$(mktemp -d /tmp/arpent-postgres.XXXXXX)
log=$home/log
started=no

leave() {
    if [ $started = yes ]; then
        "$bin/pg_ctl" --pgdata="$home/data" --mode=immediate --wait stop >/dev/null 2>&1 || true
    fi
    rm -rf "$home"
}
trap leave EXIT

complain() {
    cat "$log" >&2
    exit 1
}

"$bin/initdb" --pgdata="$home/data" --username=arpent --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
    >"$log" 2>&1 || complain

# Nothing here needs to outlive a power cut: the disk is not waited for.
"$bin/pg_ctl" --pgdata="$home/data" --log="$log" --wait --timeout=60 --options="-p $port -k $home \
    -c listen_addresses=127.0.0.1 -c max_connections=300 -c fsync=off -c synchronous_commit=off \
    -c full_page_writes=off" start >/dev/null 2>&1 || complain
started=yes

"$bin/createdb" --host="$home" --port="$port" --username=arpent arpent_test >>"$log" 2>&1 || complain
echo ready
cat >/dev/null
