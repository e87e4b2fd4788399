"""The handbook page with its four sections and annexes, and the page that lists the products."""

from __future__ import annotations

from datetime import date

from home.demo.demo_page import DemoPage
from home.demo.identity import key_of
from home.demo.writing import Block, block, image, rich

HANDBOOK = "/handbook/"
PRODUCTS = f"{HANDBOOK}products/"
FIRST_DAY = date(2024, 10, 31)
SECOND_DAY = date(2025, 6, 26)
SINCE_THEN = date(2026, 9, 10)
NSET = "https://www.gov.scot/publications/scotlands-national-strategy-economic-transformation/"


def section(name: str, heading: str, *body: Block, shows: str = "") -> Block:
    """A numbered section. It keeps its id through all editions, so that two of them can be compared."""
    value = {"heading": heading, "body": list(body), "shows": shows}
    return {**block("section", value), "id": str(key_of(f"{HANDBOOK}#{name}"))}


def text(words: str) -> Block:
    return block("text", rich(words))


APPROACH = text("""
    [[/no-one-left-behind/|No One Left Behind]] is how Scotland helps people who find it hard to get into work. It has no
    age limit. Each area plans support close to the people it is for. The aim is a fair job that lasts.

    The Scottish Government and local government lead it together. They said so in December 2018, in the
    [[/publications/partnership-working-agreement/|Partnership Working Agreement]]. Charities and businesses help to shape
    support and to deliver it.
    """)
PARTNERS = image(
    "partnership",
    "A person stands in a circle; six partners stand around it, each linked to the middle.",
    caption="Partners work around one person.",
)

INTRODUCTION = section(
    "introduction",
    "Introduction",
    APPROACH,
    PARTNERS,
    text(f"""
        The [[{NSET}|National Strategy for Economic Transformation]] gives No One Left Behind a task too. When the economy
        changes, people in poverty should gain from it, and so should every part of the country. That takes services
        that bend to the person.
        """),
)

PURPOSE = section(
    "purpose",
    "What this handbook is for",
    text("""
        Standards, frameworks and toolkits for employability came out over several years and in several places. Here
        they stand together, for everyone who provides support. For each you can read:

        - its purpose
        - the people behind it
        - the people it is meant for
        - the right moment to use it, and the way

        Use what helps you. You are free to fit it to your area. What should not differ is what people can count on:
        the same promises and the same care, wherever they live.
        """),
    block("heading", "Who keeps it up to date"),
    text("""
        The Scottish Government and local government made the handbook together and go on improving what is in it.
        Is something wrong or out of date? [[/contact/|Tell us]].
        """),
)

OVERVIEW = section(
    "overview",
    "Overview of the products",
    text("""
        The table has four parts:

        - **National products** hold for every service.
        - **Supplementary resources** help teams to design and improve services.
        - **Local resources** are for partnerships and their plans.
        - **Data resources** are about figures, and about handling people’s data with care.

        A date is as exact as its source. Products change as the work goes on, so look here before you rely on a copy.
        """),
    shows="products",
)

TOGETHER_HEADING = "How the products fit together"
ANNEXES = text("""
    Annex A puts the products among the other events since 2016, year by year. Annex B lists figures, reports and pages
    to read next.
    """)

TOGETHER = section(
    "together",
    TOGETHER_HEADING,
    text("""
        Each product does one job. Together they serve one ambition, which stands in the middle of the diagram. The four
        groups of products stand around it.

        Some products go with another. The diagram says so where the partners have agreed on it, and nowhere else.
        """),
    ANNEXES,
    shows="diagram",
)

SECTIONS = [INTRODUCTION, PURPOSE, OVERVIEW, TOGETHER]

NOTES = {
    "*": "The plan rests on seven principles. In print they stand on page 2; here you find them on the page "
    "[[/no-one-left-behind/|No One Left Behind]].",
    "†": "Some sources give November 2018.",
}

FRONT = DemoPage(
    address=HANDBOOK,
    model="resources.HandbookPage",
    title="National Products Handbook",
    summary=(
        "The standards, frameworks and toolkits of No One Left Behind in one place: what each is for, who made it, and "
        "how to use it."
    ),
    published=FIRST_DAY,
    updated=SECOND_DAY,
    in_menu=True,
    changes=[
        (
            SECOND_DAY,
            "Published the edition of June 2025. Its comparison with October 2024 shows each change.",
        )
    ],
    fields={
        "review_on": date(2027, 4, 29),
        "published": "June 2025",
        "sections": SECTIONS,
        "ambition": "Better outcomes for people, and one shared picture of success",
        "timeline_introduction": rich("""
            How No One Left Behind came about, year by year from 2016. The days on which products came out stand among
            the other events. A date is as exact as its source.
            """),
        "timeline_notes": [
            block("note", {"mark": mark, "text": rich(words)}) for mark, words in NOTES.items()
        ],
        "resources_introduction": rich("""
            These are not products, but they help you to use them: figures, evaluations, papers behind a product, and
            where to hear what is new.
            """),
    },
    related=[
        "/no-one-left-behind/",
        "/working-in-employability/standards-and-tools/",
        "/no-one-left-behind/updates/handbook-published/",
    ],
)

PRODUCT_LIST = DemoPage(
    address=PRODUCTS,
    model="resources.ProductIndexPage",
    title="Products",
    summary="All products of the handbook. Choose a category, an audience or a status, or search for words.",
    published=FIRST_DAY,
)

PAGES = [FRONT, PRODUCT_LIST]
