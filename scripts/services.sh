#!/usr/bin/env bash
# Starts and stops a real PostgreSQL, Redis and Elasticsearch for tests, on ports of their own.
# Their data and logs lie in var/services, and so do their addresses, in the file `environment`.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/debian_packages.sh"
POSTGRES_PORT=${POSTGRES_PORT:-25432} # ports below 32768, which no connection is given by chance
REDIS_PORT=${REDIS_PORT:-26479}
folder=$PWD/var/services
umask 077

# A number left from before a restart may be another program's by now, so the name is compared too.
is_running() { # a file that holds a process id
    [[ -s $1 ]] && [[ $(ps -o comm= -p "$(head -n 1 "$1")") =~ ^(postgres|redis) ]]
}

stop_by_id() { # a file that holds a process id, and the signal that ends the process
    is_running "$1" || return 0
    local id
    id=$(head -n 1 "$1")
    kill "-$2" "$id"
    for _ in {1..100}; do
        kill -0 "$id" 2>/dev/null || return 0
        sleep 0.1
    done
    stop_with "Process $id has not ended within 10 seconds."
}

refuse_taken_port() { # a port, and the variable that moves it
    if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
        stop_with "Port $1 is taken by another program: give another with $2=."
    fi
}

# PostgreSQL refuses to run as root, so root hands its folder to the user `postgres`.
as_postgres() {
    if [[ $(id -u) -eq 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Where `postgres` may not enter the checkout, its data go to a temporary folder.
choose_postgres_folder() {
    mkdir -p "$folder/postgres"
    chmod go+x "$PWD/var" "$folder"
    if [[ $(id -u) -eq 0 ]]; then
        chown postgres "$folder/postgres"
        as_postgres test -x "$folder/postgres" || {
            rmdir "$folder/postgres"
            ln -s "$(as_postgres mktemp -d)" "$folder/postgres"
        }
    fi
    postgres_data=$(readlink -f "$folder/postgres")/data
}

# Debian keeps the server's programs out of PATH.
find_initdb() { command -v /usr/lib/postgresql/*/bin/initdb | tail -n 1 || command -v initdb; }

start_postgres() {
    if is_running "$folder/postgres/data/postmaster.pid"; then return; fi
    find_initdb >/dev/null || install_packages "The server of postgresql" postgresql
    local programs
    programs=$(dirname "$(find_initdb)")
    refuse_taken_port "$POSTGRES_PORT" POSTGRES_PORT
    choose_postgres_folder
    cd / # where postgres may stand too
    if [[ ! -f $postgres_data/PG_VERSION ]]; then
        od -An -N16 -tx1 /dev/urandom | tr -d ' \n' | as_postgres tee "$(dirname "$postgres_data")/password" >/dev/null
        as_postgres "$programs/initdb" --pgdata "$postgres_data" --username site --auth scram-sha-256 \
            --pwfile "$(dirname "$postgres_data")/password" --encoding UTF8 --locale C.UTF-8 --no-sync >/dev/null
    fi
    # Speed before safety: these data are made for a test and thrown away.
    as_postgres "$programs/pg_ctl" --pgdata "$postgres_data" --silent --wait \
        --log "$(dirname "$postgres_data")/log" --options "-p $POSTGRES_PORT -h 127.0.0.1 -k '' \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start
}

start_redis() {
    mkdir -p "$folder/redis"
    if is_running "$folder/redis/pid"; then return; fi
    command -v redis-server >/dev/null || install_packages "The server of Redis" redis-server
    refuse_taken_port "$REDIS_PORT" REDIS_PORT
    redis-server --port "$REDIS_PORT" --bind 127.0.0.1 --dir "$folder/redis" --pidfile "$folder/redis/pid" \
        --logfile "$folder/redis/log" --daemonize yes --save "" --appendonly no >/dev/null
    for _ in {1..50}; do
        if (exec 3<>"/dev/tcp/127.0.0.1/$REDIS_PORT") 2>/dev/null; then return; fi
        sleep 0.1
    done
    stop_with "Redis does not answer: see var/services/redis/log."
}

case ${1:-} in
    start)
        mkdir -p "$folder"
        scripts/elasticsearch.sh start >"$folder/elasticsearch.url" & # it takes longest
        elasticsearch=$!
        (start_postgres)
        start_redis
        wait "$elasticsearch" || stop_with "Elasticsearch has not started."
        cat > "$folder/environment" <<END
POSTGRES_URL=postgres://site:$(cat "$folder/postgres/password")@127.0.0.1:$POSTGRES_PORT/postgres
REDIS_URL=redis://127.0.0.1:$REDIS_PORT/0
$(cat "$folder/elasticsearch.url")
END
        echo "Running:" && cat "$folder/environment"
        ;;
    stop)
        stop_by_id "$folder/postgres/data/postmaster.pid" INT
        stop_by_id "$folder/redis/pid" TERM
        scripts/elasticsearch.sh stop >/dev/null
        rm -f "$folder/environment"
        echo "PostgreSQL, Redis and Elasticsearch are stopped."
        ;;
    running)
        is_running "$folder/postgres/data/postmaster.pid" && is_running "$folder/redis/pid" &&
            scripts/elasticsearch.sh running
        ;;
    *)
        stop_with "Usage: scripts/services.sh start | stop | running"
        ;;
esac
