#!/usr/bin/env bash
# Looks at the site as a reader would, at the address $1: whether each part answers, and in what time.
# The admin is looked for at the address $2 where it has a host of its own (ADMIN_URL), and there alone.
set -uo pipefail
site=${1:?Usage: deploy/smoke_test.sh https://site.example [https://admin.site.example]}
admin=${2:-}
admin=${admin%/}
failed=0

look() { # a path or an address, the status it is to have, and a word that stands in the answer
    local answer status address=$site$1
    if [[ $1 == http* ]]; then address=$1; fi
    answer=$(curl --silent --show-error --max-time 20 --compressed --write-out '\n%{http_code} %{time_total}' "$address")
    status=${answer##*$'\n'}
    if [[ $status == "$2 "* && $answer == *"$3"* ]]; then
        echo "$1: ${status#* } s"
    else
        echo "$1: FAILED. Expected: status $2, with the word '$3'. Got: status ${status% *}." >&2
        failed=1
    fi
}

look /healthz 200 ok
look /readyz 200 database
look / 200 '</html>'
look /sitemap.xml 200 '</urlset>'
pages=$(curl --silent --max-time 20 --compressed "$site/sitemap.xml" | grep -oE '<loc>[^<]+' | sed -nE 's|<loc>https?://[^/]+/(.+)|/\1|p')
for page in $(head -n 5 <<<"$pages"); do
    look "$page" 200 '</html>'
done
look '/search/?q=work' 200 '</html>'
if [[ $admin ]]; then
    look /admin/login/ 404 '</html>'
    look "$admin/admin/login/" 200 password
    look "$admin/robots.txt" 200 'Disallow: /'
else
    look /admin/login/ 200 password
fi
look /no-such-page/ 404 '</html>'
styles=$(curl --silent --max-time 20 --compressed "$site/" | grep -oE '/static/design_system/site\.[0-9a-f]+\.css' | head -n 1)
look "${styles:-/static/design_system/site.css}" 200 '{'
exit $failed
