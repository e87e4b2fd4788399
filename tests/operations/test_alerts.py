"""The rules for Prometheus have its form, and name only what /metrics tells."""

from __future__ import annotations

import re
from pathlib import Path

import promql_parser
import pytest
import yaml

from cms.operations import metrics
from cms.operations.part_words import LABELS

PROJECT = Path(__file__).resolve().parents[2]
[GROUP] = yaml.safe_load((PROJECT / "deploy/prometheus/alerts.yaml").read_text())["groups"]
RULES = GROUP["rules"]
TOLD = {
    "part_state": {"part": set(LABELS), "state": set(metrics.STATES)},
    "bulletin_deliveries": {"state": {"waiting", "failed", "uncertain"}},
    **{number.name: {} for number in metrics.NUMBERS},
}
SELECTOR = re.compile(rf"\b{metrics.PREFIX}(\w+)(?:\{{([^}}]*)\}})?")
CHOICE = re.compile(r'(\w+)(?:=|!=|=~|!~)"([^"]*)"')


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_a_rule_is_one_that_prometheus_reads(rule: dict) -> None:
    assert set(rule) <= {"alert", "expr", "for", "labels", "annotations"}
    assert re.fullmatch(r"\d+[smh]", rule.get("for", "1m"))
    assert rule["labels"]["severity"] in ("critical", "warning")
    assert set(rule["annotations"]) == {"summary"}
    promql_parser.parse(rule["expr"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_a_rule_names_what_is_told(rule: dict) -> None:
    selectors = SELECTOR.findall(rule["expr"])
    assert selectors or "up{" in rule["expr"]
    for name, labels in selectors:
        for label, values in CHOICE.findall(labels):
            assert set(values.split("|")) <= TOLD[name][label], rule["alert"]
        assert name in TOLD, rule["alert"]


def test_names_are_given_once_and_only_what_readers_notice_wakes_somebody() -> None:
    names = [rule["alert"] for rule in RULES]
    assert len(set(names)) == len(names)
    waking = [rule["alert"] for rule in RULES if rule["labels"]["severity"] == "critical"]
    assert waking == ["SiteDoesNotAnswer", "DatabaseAway"]


def test_one_web_server_of_several_wakes_nobody() -> None:
    """Whether they are asked one by one or through nginx: the others answer meanwhile."""
    for rule in RULES:
        if rule["labels"]["severity"] == "critical":
            assert "{" not in re.sub(r"\b(max|absent)\([^()]*\)", "", rule["expr"]), rule["alert"]


def test_a_rule_that_is_not_right_is_seen() -> None:
    with pytest.raises(ValueError, match="invalid promql"):
        promql_parser.parse("max by (part employability_part_state) == 1")


def test_the_document_names_each_rule() -> None:
    text = (PROJECT / "docs/operators/watching.md").read_text()
    names = [rule["alert"] for rule in RULES]
    assert [name for name in names if f"`{name}`" not in text] == []
