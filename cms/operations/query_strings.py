"""What readers type stands in the query of an address, and no log shows it."""

from __future__ import annotations

import logging
import re

# As in “GET /local-authorities/find/?q=G33 HTTP/1.1”.
QUERY = re.compile(r"\?\S*(?= HTTP/)")


class HideQueries(logging.Filter):
    """Leaves the queries out of lines about requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        words = record.getMessage()
        if QUERY.search(words):
            record.msg, record.args = QUERY.sub("", words), ()
        return True
