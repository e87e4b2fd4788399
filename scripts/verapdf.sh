#!/usr/bin/env bash
# Judges PDF files by the rules of PDF/UA-1 with veraPDF, and prints PASS or FAIL and the name of each.
# veraPDF is fetched once, by Maven as this machine has it set up, into a cache folder outside the checkout.
# Exit status: 0 all pass, 1 some fail, 3 veraPDF cannot be had here.
set -euo pipefail
VERSION=1.28.2
cache=${XDG_CACHE_HOME:-$HOME/.cache}/employability-in-scotland/verapdf/$VERSION

give_up() { # a line that says what is missing
    echo "$1" >&2
    exit 3
}

# Everything lands in a folder beside the cache, which takes its name only when it is whole.
fetch() {
    command -v mvn >/dev/null || give_up "Maven is missing: install it, on Debian with 'apt-get install maven'."
    echo "Fetching veraPDF $VERSION with Maven" >&2
    mkdir -p "$(dirname "$cache")"
    workplace=$(mktemp -d "$cache.XXXXXX")
    trap 'rm -rf "$workplace"' EXIT
    cat > "$workplace/pom.xml" <<POM
<project>
    <modelVersion>4.0.0</modelVersion>
    <groupId>site</groupId>
    <artifactId>verapdf</artifactId>
    <version>1</version>
    <dependencies>
        <dependency>
            <groupId>org.verapdf.apps</groupId>
            <artifactId>greenfield-apps</artifactId>
            <version>$VERSION</version>
        </dependency>
    </dependencies>
</project>
POM
    mvn --batch-mode --quiet --strict-checksums --file "$workplace/pom.xml" dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="$workplace/jars" >"$workplace/log" 2>&1 || {
        tail -n 5 "$workplace/log" >&2
        give_up "Maven could not fetch veraPDF $VERSION."
    }
    mv -T "$workplace/jars" "$cache" 2>/dev/null || [[ -d $cache ]] # another run may have been quicker
}

command -v java >/dev/null || give_up "Java is missing: install it, on Debian with 'apt-get install default-jre-headless'."
if [[ ! -d $cache ]]; then (fetch); fi # in a subshell, whose end clears the workplace away
if [[ $# -eq 0 ]]; then
    echo "Usage: scripts/verapdf.sh FILE.pdf …; veraPDF is in $cache" >&2
    exit 0
fi
exec java -cp "$cache/*" org.verapdf.apps.GreenfieldCliWrapper --flavour ua1 --format text "$@"
