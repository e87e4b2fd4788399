"""The products that hold for every service, and those that help teams to design and improve services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from home.demo.demo_page import DemoPage, PageAt, To
from home.demo.handbook.front import FIRST_DAY, PRODUCTS, SECOND_DAY
from home.demo.writing import Block, block, rich

OUR_PAPERS = "https://www.employabilityinscotland.com/resources-for-partners/publications/"
CHARTER = "https://www.gov.scot/publications/employment-support-services-customer-charter/"
KEY_QUESTIONS = (
    "https://www.employabilityinscotland.com/resources-for-partners/"
    "no-one-left-behind-shared-measurement-framework-key-questions-paper/"
)
STANDARDS_NEWS = (
    "https://www.employabilityinscotland.com/news-events/news/employability-service-standards-published/"
)

CATEGORIES = {
    "national": "National products",
    "supplementary": "Supplementary resources",
    "local": "Local resources",
    "data": "Data resources",
}

LOCAL_PARTNERS = """
    Local employability partnerships and the councils in them, those who deliver support with them, and other strategic
    partners.
    """
LOCAL_AUDIENCES = [
    "Local employability partnerships",
    "Local authorities",
    "Delivery partners",
    "Strategic partners",
]


def link(title: str, target: str) -> Block:
    return block("link", {"title": title, "link": To(target), "summary": ""})


def relation(kind: str, slug: str) -> Block:
    """Continues “This product …”; the kinds are those of the handbook's relations."""
    return block("relation", {"kind": kind, "product": PageAt(f"{PRODUCTS}{slug}/")})


def product(
    slug: str,
    title: str,
    *,
    category: str,
    published: str,
    what: str,
    made_by: str,
    used_by: str,
    usage: str,
    audiences: Sequence[str],
    main_link: str,
    links: Sequence[Block] = (),
    changed: str = "",
    changed_on: date = SECOND_DAY,
    **further: Any,
) -> DemoPage:
    """A product page. Its summary is what it does; `changed` is the public note of `changed_on`.

    `category` is "national", "supplementary", "local" or "data"; `audiences` are names of the vocabulary.
    """
    return DemoPage(
        address=f"{PRODUCTS}{slug}/",
        model="resources.ProductPage",
        title=title,
        summary=" ".join(what.split()),
        published=FIRST_DAY,
        updated=changed_on if changed else None,
        changes=[(changed_on, changed)] if changed else [],
        fields={
            "category": CATEGORIES[category],
            "published": published,
            "what": rich(what),
            "made_by": rich(made_by),
            "used_by": rich(used_by),
            "usage": rich(usage),
            "audiences": list(audiences),
            "links": [link(title, main_link), *links],
            "status": "current",
            **further,
        },
    )


# Relations are only those that the strategic plan for 2024 to 2027 states in its chapter on measuring: standards and
# charter together say what a good service is, and the framework measures it.
NATIONAL = [
    product(
        "service-standards",
        "Service Standards",
        category="national",
        published="10 December 2021",
        what="""
            Four standards set the level that every No One Left Behind service works to, wherever it is. Partners and
            providers can read in them what is asked of a service.
            """,
        made_by="""
            Partners and providers designed them together. They came from charities and business, from councils and
            from the Scottish Government.
            """,
        used_by=LOCAL_PARTNERS,
        usage="""
            Use the standards at every stage of a service:

            - when you design it, to see what it has to offer
            - while it runs, to check that people get what they should
            - when you look back, to decide what to improve

            They make sure that services everywhere meet people’s needs and pull in the same direction.
            """,
        audiences=LOCAL_AUDIENCES,
        main_link=STANDARDS_NEWS,
        links=[link("", "/working-in-employability/standards-and-tools/")],
        relations=[
            relation("is_used_with", "customer-charter"),
            relation("is_measured_by", "shared-measurement-framework"),
        ],
        review_on=date(2027, 3, 25),
        changed="Gave the exact day of publication, and added how the standards bear on other products.",
    ),
    product(
        "customer-charter",
        "Customer Charter",
        category="national",
        published="December 2021",
        what="""
            Tells people what an employability service promises them, in words that need no explaining.
            """,
        made_by="""
            It was designed with people who use employability services. Public bodies, charities and businesses then
            agreed to it.
            """,
        used_by="""
            It is written for people who use services. Those who deliver services need to know it as well.
            """,
        usage="""
            Give the charter to people at the start, so that they know what they will get. It also tells them how to say
            what was good or bad, and how to complain when a promise was not kept.

            Read it as a team from time to time, to remember what you have promised.
            """,
        audiences=["People who use services", "Delivery partners"],
        main_link=CHARTER,
        links=[link("Customer Charter: easy read", f"{CHARTER.rstrip('/')}-easy-read/")],
        relations=[relation("is_measured_by", "shared-measurement-framework")],
        review_on=date(2027, 3, 25),
        changed="Added the easy read version, and named the teams that deliver services among those who need it.",
    ),
    product(
        "shared-measurement-framework",
        "Shared Measurement Framework",
        category="national",
        published="April 2022",
        what="""
            Gives all services the same measures with the same names, so that everybody can see what support changes for
            people.
            """,
        made_by="""
            People from public bodies, charities and businesses worked it out together.
            """,
        used_by="""
            It is open to all. Use it if you deliver employability support, or if you are thinking about it.
            """,
        usage="""
            Whatever measures employability rests on it:

            - the data that services collect
            - reports, for one area or for Scotland
            - evaluations from outside

            [[/working-in-employability/measuring-what-changes/|Measuring what changes]] shows how to begin.
            """,
        audiences=[
            "Local employability partnerships",
            "Local authorities",
            "Delivery partners",
            "Third sector",
        ],
        main_link=OUR_PAPERS,
        links=[link("The questions it answers", KEY_QUESTIONS)],
        changed="Added the third sector to the audiences.",
    ),
]

SUPPLEMENTARY = [
    product(
        "service-design-toolkit",
        "Service Design Toolkit",
        category="supplementary",
        published="April 2022",
        what="""
            Helps teams to build a service around the people who will use it. It follows the Scottish Approach to Service
            Design.
            """,
        made_by="""
            The Scottish Government made it together with councils, charities and business. The groups that steer the work
            took part, and others were asked.
            """,
        used_by=LOCAL_PARTNERS,
        usage="""
            Reach for it when you design support under No One Left Behind. It helps most at the start, while everything
            can still be changed.
            """,
        audiences=LOCAL_AUDIENCES,
        main_link=OUR_PAPERS,
    ),
    product(
        "continuous-improvement-toolkit",
        "Continuous Improvement Toolkit",
        category="supplementary",
        published="October 2021",
        what="""
            Helps teams to make what they do better, again and again, one step at a time.
            """,
        made_by="""
            A temporary working group made it. Its members came from councils, the third sector, Skills Development
            Scotland and the Scottish Government.
            """,
        used_by="""
            Anyone who delivers employability support in Scotland. The people they support should notice the difference.
            """,
        usage="""
            The tools stand in three parts. Take the one that fits where you are:

            - **Planning Improvements**, before you start
            - **Making Improvements**, while you try things out
            - **Sharing Improvements**, when others could learn from it
            """,
        audiences=["Local authorities", "Delivery partners", "Third sector"],
        main_link=OUR_PAPERS,
        changed="Set out the three parts as a list, and added audiences.",
    ),
]

PAGES = [*NATIONAL, *SUPPLEMENTARY]
