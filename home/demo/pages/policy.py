"""The policy page on No One Left Behind."""

from datetime import date

from home.demo.demo_page import DemoPage
from home.demo.writing import (
    details,
    latest_updates,
    links,
    picture,
    prose,
    publication,
    publications,
    rich,
    statements,
)

GOV_SCOT = "https://www.gov.scot/publications/"

OVERVIEW = prose("""
    ## Overview

    Scotland has had its own powers over employment support since the Scotland Act 2016. No One Left Behind is what
    became of them: one approach for all ages, led locally, in place of many separate programmes.

    Few people who are far from work need only a job advert. They may need a safe place to live, treatment,
    childcare or a way to get to the next town before a job can last. That is why support is planned where those
    services are: in each council area, by a partnership of everyone who has a part in it.

    Two tiers of government share the lead. The Scottish Government sets national direction and provides funding.
    Councils bring together the local partners: the third sector, colleges, the NHS, Skills Development Scotland,
    Jobcentre Plus and employers. What they agreed is written down in the
    [[/publications/partnership-working-agreement/|Partnership Working Agreement]].

    The approach also carries part of the National Strategy for Economic Transformation of spring 2022. It is one of
    the ways in which that strategy is meant to reach people whom growth has passed by, parents in poverty above all.

    ## Actions
    """)

BACKGROUND = prose("""
    ## Background

    In 2016 a consultation led to “A New Future for Employability Support in Scotland”, published on 29 March of that
    year. The first devolved services began on 1 April 2017. Fair Start Scotland followed on 3 April 2018, under nine
    contracts, and took its last referrals on 31 March 2024.

    The change to local delivery came in two steps. On 1 April 2019 Activity Agreements and Scotland’s Employer
    Recruitment Incentive ended, and their money went to councils. On 1 April 2022 the Employability Fund and
    Community Jobs Scotland followed. In between came the Parental Employability Support Fund, from February 2020,
    and the Young Person’s Guarantee, from November 2020.

    By March 2024, 61,930 people had started support: 2,694 of them in the first year, 20,988 in the fifth. The
    [[/publications/no-one-left-behind-statistics/|statistics page]] has the figures and says how to read them.
    """)

MEASURING = prose("""
    ## Shared Measurement Framework

    The review of 2018 promised one way to tell whether support works. The framework, first published in April 2022,
    keeps that promise. It says what every area counts, in the same words, from the first meeting to keeping a job.

    It counts more than jobs. A person who can now take a bus alone, or who has sorted out a debt, has moved forward,
    and the framework has a place for that. Anyone may use it.
    [[/working-in-employability/measuring-what-changes/|How to use the framework]].
    """)

PARTNERSHIP = prose("""
    ## How national and local government work together

    ### Partnership Working Agreement

    Scottish Ministers and the leaders of COSLA signed the agreement on 5 December 2018. With it the two tiers of
    government bound themselves to lead employability together, as equals, and to share what they learn.
    [[/publications/partnership-working-agreement/|What the agreement is about]].

    ### Employability Action Plan

    A joint action plan followed in February 2020. It put the promises into six workstreams, each with people from
    both tiers of government. They are drawn as a wheel in the
    [[/publications/no-one-left-behind-delivery-plan/introduction/|introduction to the delivery plan]].

    ### Partnership joint updates

    The two partners report together on what they have done. The latest of these updates:
    """)

FRAMEWORK = prose("""
    ## Employability partnership framework

    Local partnerships grew up differently. Some had met for years; others hardly knew each other. In December 2020 a
    framework gave them a common starting point: who belongs at the table, what the table decides, and how it shows
    its work. It was drawn up in talks between the Scottish Government, SLAED and SCVO, and partnerships soon used it
    to run the Young Person’s Guarantee too.

    It fixes the least that a partnership should be, not the most.
    [[/publications/local-employability-partnership-framework/|Read the framework]].

    ## Labour market statistics
    """)

LEGISLATION = prose("""
    ## Bills and legislation

    Section 31 of the Scotland Act 2016 lets the Scottish Parliament provide for help to find and keep work. It covers
    disabled people, and people at risk of being unemployed for a long time. Services under the new powers began in
    April 2017. [[https://www.legislation.gov.uk/ukpga/2016/11|Read the Act on legislation.gov.uk]].

    ## Publications
    """)

NO_ONE_LEFT_BEHIND = DemoPage(
    address="/no-one-left-behind/",
    model="resources.PolicyPage",
    title="No One Left Behind",
    summary=(
        "Scotland’s approach to employability: one offer for all ages, planned and led locally, agreed between the "
        "Scottish Government and COSLA."
    ),
    published=date(2018, 12, 5),
    updated=date(2026, 9, 17),
    in_menu=True,
    changes=[
        (date(2024, 9, 13), "Added the strategic plan for 2024 to 2027."),
        (date(2026, 9, 17), "Rewrote the overview in plainer words and brought the background up to date."),
    ],
    fields={
        "review_on": date(2027, 3, 17),
        "lead": rich("""
            No One Left Behind puts the person first and the programme second. Councils and their partners shape
            employability support for their own area, for anyone of any age who wants to move towards work, find it or
            stay in it. It is there most of all for disabled people, people in poor health and everyone else whom the
            labour market tends to leave out.
            """),
        "graphic": [
            {
                "type": "image",
                "value": picture(
                    "no_one_left_behind",
                    "People of different ages, one of them in a wheelchair, move along the same path.",
                ),
            }
        ],
        "body": [
            *OVERVIEW,
            statements(),
            *BACKGROUND,
            details(
                "What the abbreviations stand for",
                """
                - **NOLB**: No One Left Behind
                - **LEP**: Local Employability Partnership
                - **SLAED**: Scottish Local Authorities’ Economic Development, a network of all 32 councils
                - **SCVO**: the Scottish Council for Voluntary Organisations
                - **COSLA**: the Convention of Scottish Local Authorities
                """,
            ),
            *MEASURING,
            *PARTNERSHIP,
            latest_updates(kind="joint", number=2),
            *FRAMEWORK,
            links(
                (
                    "Labour market statistics",
                    "https://www.gov.scot/collections/labour-market-statistics/",
                    "Employment, unemployment and inactivity in Scotland, on gov.scot.",
                ),
                (
                    "",
                    "/publications/no-one-left-behind-statistics/",
                    "How many people start support, and how many of them find work.",
                ),
            ),
            *LEGISLATION,
            publications(
                publication("/publications/strategic-plan-2024-to-2027/", link_words="Read about the plan"),
                publication(
                    "/publications/equality-impact-assessment-summary/", link_words="Read the summary"
                ),
                publication(
                    "/publications/no-one-left-behind-delivery-plan/",
                    date="Nov 2020",
                    link_words="Read the plan",
                ),
                publication(
                    f"{GOV_SCOT}one-left-behind-review-employability-services/",
                    "Review of employability services",
                    "Dec 2018",
                    "What people said about employment support, and what the Scottish Government took from it.",
                    "Read on gov.scot",
                ),
                publication(
                    "/publications/next-steps-2018/", date="March 2018", link_words="Read about the plan"
                ),
                publication(
                    f"{GOV_SCOT}scotlands-devolved-employment-services-statistical-summary-july-2024/",
                    "Devolved employment services: statistical summary",
                    "24 July 2024",
                    "The release that our figures come from, with tables for each year and group.",
                    "Read on gov.scot",
                ),
                publication("/publications/no-one-left-behind-statistics/", link_words="See the figures"),
            ),
        ],
    },
    related=[
        "/no-one-left-behind/updates/",
        "/publications/",
        "/working-in-employability/local-employability-partnerships/",
        ("Employment support on gov.scot", "https://www.gov.scot/policies/employment-support/"),
    ],
)

UPDATES = DemoPage(
    address="/no-one-left-behind/updates/",
    model="resources.UpdateIndexPage",
    title="Updates",
    summary="News for everyone who works in employability, and the joint updates of the two partners.",
    published=date(2019, 4, 1),
    updated=date(2026, 11, 12),
)

PAGES = [NO_ONE_LEFT_BEHIND, UPDATES]
