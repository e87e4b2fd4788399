"""Guides to standards, tools and measuring, in the section for people who work in the field."""

from datetime import date

from home.demo.demo_page import DemoPage
from home.demo.pages.working import SECTION
from home.demo.writing import accordion, prose, warning

STANDARDS = DemoPage(
    address=f"{SECTION}standards-and-tools/",
    model="home.StandardPage",
    title="Standards and tools",
    summary="What every service owes the people who use it, and what helps teams to deliver it.",
    published=date(2026, 6, 18),
    updated=date(2026, 8, 27),
    fields={
        "review_on": date(2026, 11, 16),  # due: editors find one on the first day
        "body": [
            *prose("""
                The National Products Handbook of October 2024 describes these in full. This page says in a few lines
                what each is for, so that you can pick the one you need.

                ## What services promise
                """),
            accordion(
                (
                    "Service standards",
                    "Four standards for every service. Use them to plan, to commission and to review.",
                ),
                (
                    "Customer charter",
                    "The same promises in the words of the people who use services. Hand it out at the first meeting.",
                ),
                (
                    "Shared measurement framework",
                    """
                    What to count and how to name it.
                    [[/working-in-employability/measuring-what-changes/|Measuring what changes]] shows it at work.
                    """,
                ),
            ),
            *prose("## What helps to deliver it"),
            accordion(
                (
                    "Service design toolkit",
                    "Steps and templates for planning a service with the people who will use it.",
                ),
                (
                    "Continuous improvement toolkit",
                    "Tools in three groups: plan an improvement, make it, share what you learned.",
                ),
                (
                    "Data toolkit",
                    """
                    Poverty and labour market indicators for your area and for areas like it. The Intelligence Hub of
                    Glasgow City Region makes it for the SLAED People Group and renews it twice a year.
                    """,
                ),
                (
                    "Data products",
                    "A privacy notice in plain English and the papers that go with sharing data between partners.",
                ),
            ),
            warning("""
                Standards are a floor. A local service may promise more, but it may not promise less.
                """),
        ],
    },
    related=["/no-one-left-behind/", f"{SECTION}measuring-what-changes/"],
)

MEASURING = DemoPage(
    address=f"{SECTION}measuring-what-changes/",
    model="home.StandardPage",
    title="Measuring what changes",
    summary="How to use the shared measurement framework: what to count, when, and how to report it with care.",
    published=date(2026, 6, 18),
    updated=date(2026, 10, 1),
    fields={
        "body": [
            *prose("""
                ## Start with the person

                Ask what would be different for this person if support worked. Write it down at the first meeting, in
                their words. Everything you count later should be a sign of that difference.

                ## Count the way there, not only the end of it

                A job is one result. So is a first week of regular hours, a finished course, or a letter opened that
                had lain closed for months. The framework has a place for each of these.

                ## Use the same words as everyone else

                Figures from two areas can be set side by side only if both mean the same by a “start”. The framework
                gives the meanings. For councils use the
                [[/publications/council-names-and-codes/|names and codes]] that all returns share.

                ## Report with care

                - Say how many people a share is based on. “Half” of four people is two people.
                - Leave out small numbers that could point to one person.
                - Say when figures are provisional. Late returns move the latest quarter most.
                - Explain a change before someone else explains it for you.

                The [[/publications/no-one-left-behind-statistics/|national figures]] follow the same rules.
                """),
        ],
    },
    related=["/publications/no-one-left-behind-statistics/", "/publications/council-names-and-codes/"],
)

PAGES = [STANDARDS, MEASURING]
