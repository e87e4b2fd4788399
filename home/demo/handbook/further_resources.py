"""Annex B: what to read beside the products, in three groups."""

from __future__ import annotations

from dataclasses import dataclass

from home.demo.handbook.front import HANDBOOK
from home.demo.handbook.milestones import GOV_SCOT
from home.demo.handbook.products import KEY_QUESTIONS, OUR_PAPERS

FIGURES = "Statistics and evaluation"
SUPPORTING = "Supporting documents"
NEWS = "Employability in Scotland website and e-bulletin"
GROUPS = [FIGURES, SUPPORTING, NEWS]


@dataclass(frozen=True)
class FurtherResource:
    """`name` is its key for good; `group` is one of GROUPS; `link` is a target as in To()."""

    name: str
    group: str
    published: str
    title: str
    link: str

    @property
    def key(self) -> str:
        """What its translation key is made from."""
        return f"{HANDBOOK}further-resources/{self.name}/"


FURTHER_RESOURCES = [
    FurtherResource(
        "latest-figures",
        FIGURES,
        "Latest statistics",
        "Devolved employment services: the figures at a glance",
        "/publications/no-one-left-behind-statistics/",
    ),
    FurtherResource(
        "self-assessment",
        FIGURES,
        "2021",
        "How local employability partnerships see themselves: the national picture",
        OUR_PAPERS,
    ),
    FurtherResource(
        "evaluation",
        FIGURES,
        "2023",
        "Evaluation of No One Left Behind and the Young Person’s Guarantee",
        f"{GOV_SCOT}implementation-evaluation-no-one-left-behind-young-persons-guarantee/",
    ),
    FurtherResource(
        "figures-2024",
        FIGURES,
        "2024",
        "Devolved employment services: statistical summary",
        f"{GOV_SCOT}scotlands-devolved-employment-services-statistical-summary-july-2024/",
    ),
    FurtherResource(
        "measurement-papers",
        SUPPORTING,
        "2022",
        "Papers that go with the Shared Measurement Framework",
        KEY_QUESTIONS,
    ),
    FurtherResource(
        "website", NEWS, "Ongoing", "The website: support for everyone who works in employability", "/"
    ),
    FurtherResource(
        "bulletins",
        NEWS,
        "Ongoing",
        "Past issues of the e-bulletin",
        "https://www.employabilityinscotland.com/",
    ),
]
