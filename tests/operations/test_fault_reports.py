"""A fault is reported with what broke and where, and nothing of the person who met it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cms.operations.fault_reports import harmless
from tests.operations.reported import PERSONAL, reports

Report = dict[str, Any]


@pytest.fixture(scope="module")
def sent() -> list[Report]:
    return reports()


def test_what_broke_is_reported_once_and_can_be_found_in_the_log(sent: list[Report]) -> None:
    [fault] = [report for report in sent if "exception" in report]
    [error] = fault["exception"]["values"]
    assert (error["type"], error["stacktrace"]["frames"][-1]["function"]) == ("IntegrityError", "break_down")
    assert error["value"] == "refused for [address] at /directory/check/[hidden]"
    assert fault["request"] == {"method": "POST", "url": "http://127.0.0.1:8000/directory/check/[hidden]"}
    assert len(fault["tags"]["request_id"]) == 32
    assert fault["release"] and fault["environment"] == "127.0.0.1"


def test_an_error_that_a_library_logs_is_reported_without_the_address(sent: list[Report]) -> None:
    [line] = [report["logentry"] for report in sent if report.get("logger") == "wagtail.admin"]
    assert line == {
        "message": "Failed to send a mail to %s",
        "formatted": "Failed to send a mail to [address]",
    }


@pytest.mark.parametrize("what", PERSONAL)
def test_nothing_personal_leaves(sent: list[Report], what: str) -> None:
    assert sent
    assert PERSONAL[what] not in json.dumps(sent)


def test_no_times_of_requests_are_sent(sent: list[Report]) -> None:
    assert {report.get("type", "event") for report in sent} == {"event"}


def test_what_the_library_adds_one_day_stays_here() -> None:
    assert set(harmless({"level": "error", "new": "Ann"}, {})) == {"level", "tags"}
