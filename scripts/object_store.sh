#!/usr/bin/env bash
# Runs a real server that speaks S3 (S3Proxy, over a folder) until it is ended, for drills.
#
#   scripts/object_store.sh PORT FOLDER KEY SECRET
#
# Maven fetches it, as this machine has it set up, into a cache folder outside the checkout: $OBJECT_STORE_DIR, or
# one of the user. It needs Java 11 or newer.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/debian_packages.sh"
version=2.6.0
port=$1 folder=$2 key=$3 secret=$4
cache=${OBJECT_STORE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/employability-in-scotland/s3proxy-$version}

# Everything lands in a folder beside it, which takes its name only when it is whole.
fetch() {
    if [[ -d $cache ]]; then return; fi
    command -v mvn >/dev/null || install_packages Maven maven
    echo "Fetching S3Proxy $version with Maven, about 50 MB" >&2
    (
        mkdir -p "$(dirname "$cache")"
        workplace=$(mktemp -d "$cache.XXXXXX")
        trap 'rm -rf "$workplace"' EXIT
        cat >"$workplace/pom.xml" <<END
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>trial</groupId><artifactId>trial</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.gaul</groupId><artifactId>s3proxy</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
END
        mvn --batch-mode --quiet -f "$workplace/pom.xml" "-Dmaven.repo.local=$workplace/repository" \
            org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies \
            "-DoutputDirectory=$workplace/server" -DincludeScope=runtime >"$workplace/log" 2>&1 || {
            tail -n 5 "$workplace/log" >&2
            stop_with "Maven could not fetch S3Proxy $version."
        }
        mv -T "$workplace/server" "$cache" 2>/dev/null || [[ -d $cache ]] # another run may have been quicker
    )
}

command -v java >/dev/null || install_packages "Java 11 or newer" openjdk-17-jre-headless
fetch
mkdir -p "$folder/files"
umask 077
cat >"$folder/settings" <<END
s3proxy.authorization=aws-v2-or-v4
s3proxy.identity=$key
s3proxy.credential=$secret
s3proxy.endpoint=http://127.0.0.1:$port
jclouds.provider=filesystem
jclouds.filesystem.basedir=$folder/files
END
cat >"$folder/logback.xml" <<END
<configuration><root level="OFF"/></configuration>
END
exec java -Xmx128m -XX:+UseSerialGC "-Dlogback.configurationFile=$folder/logback.xml" -cp "$cache/*" \
    org.gaul.s3proxy.Main --properties "$folder/settings"
