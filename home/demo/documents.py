"""The files of the demo site, made from its own texts: one PDF, two Word files, one table of data."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO

from home.demo.councils.population import POPULATION
from home.demo.pages import delivery_plan, delivery_plan_actions
from home.demo.pdf_file import pdf
from home.demo.plain_text import Passage, passages
from home.demo.word_file import docx
from la_directory.councils import COUNCILS


@dataclass(frozen=True)
class Document:
    """`accessibility` is a value of SiteDocument.Accessibility."""

    title: str
    file_name: str
    accessibility: str
    make: Callable[[], bytes]


def _delivery_plan() -> list[Passage]:
    plan, *first = delivery_plan.PAGES
    return passages(plan.title, [*first, *delivery_plan_actions.PAGES])


def _self_assessment() -> list[Passage]:
    questions = [
        "Did everyone who should be there take part?",
        "Did we look at evidence before we decided?",
        "Did people who use services change something that we planned?",
        "Could a member of the public find out what we decided?",
    ]
    return [
        Passage("title", "Self-assessment of a local employability partnership"),
        Passage("paragraph", "Give each question a mark from 1 (not at all) to 4 (always), and an example."),
        *(Passage("item", question) for question in questions),
        Passage("heading", "What we will do"),
        Passage(
            "paragraph",
            "Choose the question with the lowest mark. Agree one step, who takes it, and by when.",
        ),
    ]


def _councils() -> bytes:
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(["code", "name", "main_town", "population_mid_2020"])
    writer.writerows(
        (council.code, council.name, council.main_town, POPULATION[council.code]) for council in COUNCILS
    )
    # Excel takes a file without this mark for one in the old Western encoding.
    return table.getvalue().encode("utf-8-sig")


DOCUMENTS = {
    "delivery-plan-pdf": Document(
        "No One Left Behind: delivery plan",
        "no-one-left-behind-delivery-plan.pdf",
        "unknown",
        lambda: pdf("No One Left Behind: delivery plan", _delivery_plan()),
    ),
    "delivery-plan-docx": Document(
        "No One Left Behind: delivery plan (Word)",
        "no-one-left-behind-delivery-plan.docx",
        "checked",
        lambda: docx("No One Left Behind: delivery plan", _delivery_plan()),
    ),
    "self-assessment-docx": Document(
        "Self-assessment of a local employability partnership",
        "partnership-self-assessment.docx",
        "checked",
        lambda: docx("Self-assessment of a local employability partnership", _self_assessment()),
    ),
    "councils-csv": Document("Council names and codes", "council-names-and-codes.csv", "checked", _councils),
}
