"""How a line of the log looks: JSON for machines, or plain. Neither shows an address or a mailed link.

Only known fields are written: what libraries hang on a record, such as the request, holds more than that.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from pythonjsonlogger.json import JsonFormatter

from cms.operations.masking import masked
from cms.operations.work_in_hand import ids

# Made once: the library would make one for each line.
_encode = json.JSONEncoder(ensure_ascii=False).encode


class JsonLine(JsonFormatter):
    """time, level, logger, message; request_id or task_id; what an access line says; exc_info."""

    def __init__(self) -> None:
        super().__init__(json_serializer=lambda line, **more: _encode(line))

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        """A line of the access log has been masked where it was made, since there is one for each request."""
        access = getattr(record, "access", None)
        moment = datetime.fromtimestamp(record.created, tz=UTC)
        log_data["time"] = moment.isoformat(timespec="milliseconds")
        log_data["level"] = record.levelname
        log_data["logger"] = record.name
        log_data["message"] = record.message if access else masked(record.message)
        log_data.update(ids())
        log_data.update(access or {})
        log_data.update({name: masked(str(words)) for name, words in message_dict.items()})


class PlainLine(logging.Formatter):
    """For people who look on."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))
