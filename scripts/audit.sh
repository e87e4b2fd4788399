#!/usr/bin/env bash
# Asks the advisory databases of Python and npm about the packages that the site is built from. Fails where a fault is
# known, and where nobody could be asked: an audit that did not take place has found nothing.
set -uo pipefail
failed=0

.venv/bin/python -m pip_audit --requirement requirements/site.txt --require-hashes --disable-pip --strict \
    --progress-spinner off || failed=1
scripts/with_node.sh npm audit --omit=dev || failed=1
exit $failed
