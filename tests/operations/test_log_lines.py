"""What stands in the log: one line a request with an id, and no word of who has asked."""

from __future__ import annotations

import json
import logging
import re

import pytest
from django.core.signals import request_finished
from django.db import IntegrityError
from django.test import Client, RequestFactory
from django_tasks import task

from cms.operations.access import HEADER
from cms.operations.log_lines import JsonLine, PlainLine
from cms.operations.masking import masked
from cms.operations.work_in_hand import begin_request, id_of, ids

pytestmark = pytest.mark.django_db

ADDRESS = "somebody@council.example"
seen: list[dict[str, str]] = []


@task()
def look_at_the_ids() -> None:
    seen.append(ids())


class Lines(logging.Handler):
    """Everything that is logged, as production writes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(JsonLine())
        self.written: list[dict[str, object]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.written.append(json.loads(self.format(record)))

    def of(self, logger: str) -> list[dict[str, object]]:
        return [line for line in self.written if line["logger"] == logger]


@pytest.fixture
def lines():
    handler = Lines()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


def record(message: str, *arguments: object, **more: object) -> logging.LogRecord:
    return logging.LogRecord("bulletin", logging.ERROR, __file__, 1, message, arguments, None, **more)


def test_each_request_has_one_line_without_its_query(client: Client, lines: Lines) -> None:
    client.get("/search/?q=somebody", headers={"user-agent": "Firefox"}, REMOTE_ADDR="203.0.113.9")
    [line] = lines.of("access")
    assert set(line) == {"time", "level", "logger", "message", "request_id", "method", "path", "status", "ms"}
    assert (line["method"], line["path"], line["status"]) == ("GET", "/search/", 200)
    written = json.dumps(lines.written)
    assert not re.search(r"somebody|203\.0\.113\.9|Firefox", written)


def test_the_line_names_nobody_who_is_signed_in(admin_client: Client, admin_user, lines: Lines) -> None:
    admin_client.get("/admin/")
    assert admin_user.username not in lines.of("access")[0]["message"].replace("/admin/", "")


@pytest.mark.parametrize("start", ["/directory/check/", "/gd/directory/check/", "/bulletin-mail/"])
def test_the_secret_of_a_mailed_link_is_in_no_line(client: Client, lines: Lines, start: str) -> None:
    client.get(f"{start}abc123secret/")
    assert lines.of("access")
    assert "abc123secret" not in json.dumps(lines.written)


def test_probes_that_go_well_are_not_written(client: Client, lines: Lines) -> None:
    client.get("/healthz")
    client.post("/healthz")
    assert [line["status"] for line in lines.of("access")] == [405]


@pytest.mark.urls("tests.operations.small_site")
def test_every_line_of_a_request_has_the_id_that_is_sent_back(client: Client, lines: Lines) -> None:
    client.raise_request_exception = False
    response = client.get("/fall-over/")
    assert {line["request_id"] for line in lines.written} == {response[HEADER]}
    assert {line["logger"] for line in lines.written} == {"access", "django.request"}
    assert client.get("/page/")[HEADER] != response[HEADER]
    assert ids() == {}


def test_a_page_that_is_not_there_is_written_once(client: Client, lines: Lines) -> None:
    client.get("/nothing-here/")
    assert [(line["logger"], line["status"]) for line in lines.written] == [("access", 404)]


@pytest.mark.parametrize(
    ("proxies", "given", "is_taken"),
    [
        (1, "a1b2c3d4-e5f6", True),
        (0, "a1b2c3d4-e5f6", False),
        (1, "short", False),
        (1, 'a1b2c3d4", "level": "', False),
        (1, "a1b2c3d4\nforged", False),
        (1, "a" * 65, False),
        (1, "", False),
    ],
)
def test_an_id_is_taken_from_a_proxy_alone_and_only_if_well_formed(
    settings, proxies: int, given: str, is_taken: bool
) -> None:
    settings.TRUSTED_PROXIES = proxies
    found = id_of(RequestFactory().get("/", HTTP_X_REQUEST_ID=given))
    assert (found == given) is is_taken
    assert re.fullmatch(r"[A-Za-z0-9._-]{8,64}", found)


def test_what_a_task_logs_has_the_id_of_the_task() -> None:
    seen.clear()
    begin_request("a-request-1")
    result = look_at_the_ids.enqueue()
    assert seen == [{"request_id": "a-request-1", "task_id": str(result.id)}]
    assert ids() == {"request_id": "a-request-1"}
    request_finished.send(sender=None)
    assert ids() == {}


@pytest.mark.parametrize("formatter", [JsonLine(), PlainLine()])
def test_addresses_that_libraries_write_are_masked(formatter: logging.Formatter) -> None:
    line = formatter.format(record("Failed to send to %s at\n%s", ADDRESS, ADDRESS))
    assert ADDRESS not in line and line.count("[address]") == 2


def test_a_traceback_is_kept_without_the_row_that_the_database_refused() -> None:
    words = f"duplicate key\nDETAIL:  Key (name, email)=(Ann, {ADDRESS}) already exists.\n"
    try:
        raise IntegrityError(words)
    except IntegrityError as error:
        one = record("It broke")
        one.exc_info = (type(error), error, error.__traceback__)
    line = json.loads(JsonLine().format(one))
    assert "Traceback" in line["exc_info"] and "duplicate key" in line["exc_info"]
    assert "Ann" not in line["exc_info"] and ADDRESS not in line["exc_info"]


def test_of_a_refused_row_with_line_breaks_no_line_is_left() -> None:
    words = "null value\nDETAIL:  Failing row contains (1, first\n\nJane Doe, 07700 900123, null).\n"
    assert masked(f"{words}\nDuring handling of that:\n\nTraceback (most recent call last):\n  File") == (
        "null value\nDuring handling of that:\n\nTraceback (most recent call last):\n  File"
    )
    assert masked(words) == "null value\n"


def test_what_stands_in_a_query_of_another_address_is_masked() -> None:
    written = "https://relay.example/?next=%2Fbulletin-mail%2Fabc123&to=jane%40council.example"
    assert not re.search("abc123|jane|council", masked(written))


def test_what_libraries_hang_on_a_record_is_left_out() -> None:
    one = record("Not Found")
    one.request = RequestFactory().get("/?q=somebody")
    assert "somebody" not in JsonLine().format(one)
