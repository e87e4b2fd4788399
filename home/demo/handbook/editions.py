"""Two editions, and how the texts read in the first of them: the handbook of October 2024.

The texts of today are those of the second edition. What differs is wording, exactness and links; nothing here is an event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from home.demo.handbook.front import (
    ANNEXES,
    APPROACH,
    FIRST_DAY,
    NSET,
    OVERVIEW,
    PARTNERS,
    PURPOSE,
    SECOND_DAY,
    TOGETHER_HEADING,
    section,
    text,
)
from home.demo.handbook.products import CHARTER, OUR_PAPERS, link
from home.demo.writing import rich

Fields = Mapping[str, Any]


@dataclass(frozen=True)
class DemoEdition:
    slug: str
    name: str
    day: date
    note: str


FIRST = DemoEdition(
    "2024-10",
    "October 2024",
    FIRST_DAY,
    "The first edition: the handbook as it came out in October 2024, with nine products.",
)
SECOND = DemoEdition(
    "2025-06",
    "June 2025",
    SECOND_DAY,
    "The Service Standards have their exact date, and the Customer Charter an easy read version. The diagram shows which "
    "products go together.",
)
EDITIONS = [FIRST, SECOND]

# By the last part of a product's address: the fields that read otherwise in the first edition.
EARLIER: Mapping[str, Fields] = {
    "service-standards": {"published": "December 2021", "relations": [], "review_on": None},
    "customer-charter": {
        "used_by": rich("It is written for people who use services."),
        "audiences": ["People who use services"],
        "links": [link("Customer Charter", CHARTER)],
        "relations": [],
        "review_on": None,
    },
    "shared-measurement-framework": {
        "audiences": ["Local employability partnerships", "Local authorities", "Delivery partners"]
    },
    "continuous-improvement-toolkit": {
        "usage": rich("""
            The toolkit has one part for planning an improvement, one for making it and one for sharing it. Choose the
            tools that suit your stage.
            """),
        "audiences": ["Delivery partners"],
    },
    "nolb-data-toolkit": {
        "made_by": rich("""
            The Intelligence Hub of Glasgow City Region made it for the SLAED People Group, and brings it up to date twice
            a year.
            """),
        "links": [link("NOLB Data Toolkit", "https://www.slaed.org.uk/")],
        "rhythm": "",
        "review_on": None,
    },
}

# What has changed since the second edition reads so in both.
BEFORE_NOW: Mapping[str, Fields] = {
    "local-delivery-plan-framework": {"status": "current", "review_on": None},
}

# Fields of the handbook page in the first edition.
EARLIER_FRONT: Fields = {
    "published": "October 2024",
    "sections": [
        section(
            "introduction",
            "Introduction",
            APPROACH,
            PARTNERS,
            text(f"""
                The [[{NSET}|National Strategy for Economic Transformation]] gives No One Left Behind a task too: people in
                poverty should gain when the economy changes.
                """),
        ),
        PURPOSE,
        OVERVIEW,
        section(
            "together",
            TOGETHER_HEADING,
            text("""
                Each product does one job. Together they serve one ambition, which stands in the middle of the diagram.
                The four groups of products stand around it.
                """),
            ANNEXES,
            shows="diagram",
        ),
    ],
    "review_on": None,
}

# The first edition had one milestone for the plan and the fund of February 2020.
NOT_YET_MILESTONES = frozenset({"parental-support"})
EARLIER_MILESTONES: Mapping[str, Fields] = {
    "action-plan": {
        "text": rich(
            "It shares the work out among six workstreams. From the same month the Parental Employability Support Fund "
            "pays for support for parents."
        )
    },
}

EARLIER_RESOURCES: Mapping[str, Fields] = {"measurement-papers": {"link": OUR_PAPERS}}
