"""Publications for practice: frameworks, guidance and figures."""

from datetime import date

from home.demo.councils.population import POPULATION
from home.demo.demo_page import DemoPage, File
from home.demo.pages.publications_list import INDEX, TEAM
from home.demo.writing import details, documents, inset, links, prose, statistics, table, warning
from la_directory.councils import COUNCILS

FRAMEWORK = DemoPage(
    address=f"{INDEX}local-employability-partnership-framework/",
    model="resources.PublicationPage",
    title="Local Employability Partnership Framework",
    summary="The least that a local partnership should be, and a short self-assessment to see how far it has come.",
    published=date(2020, 12, 17),
    updated=date(2021, 9, 2),
    fields={
        "publication_type": "framework",
        "official_date": "December 2020",
        "first_published_on": date(2020, 12, 17),
        **TEAM,
        "earlier_updates": [
            {
                "type": "update",
                "value": {
                    "day": "2021-09-02",
                    "text": "Shortened the self-assessment from two pages to one.",
                },
            }
        ],
        "body": [
            *prose("""
                ## How to use it

                The framework came out of talks between the Scottish Government, SLAED and SCVO. It is a starting point.
                A partnership that is further on can use it to check that nothing has been lost on the way.

                ## What a partnership has

                - **A lead.** The council convenes, and one named person answers questions.
                - **Members with a mandate.** Each can speak for their body and commit something.
                - **A plan.** It rests on evidence from the area, and users had a part in it.
                - **A record.** Decisions and their reasons can be read by anyone.

                ## Self-assessment

                Answer for the past year, with a mark from 1 (not at all) to 4 (always):

                1. Did everyone who should be there take part?
                2. Did we look at evidence before we decided?
                3. Did people who use services change something that we planned?
                4. Could a member of the public find out what we decided?
                """),
            documents(
                ("self-assessment-docx", "Self-assessment form"),
                title="Form for the self-assessment",
            ),
        ],
    },
    related=["/working-in-employability/local-employability-partnerships/"],
)

STATISTICS = DemoPage(
    address=f"{INDEX}no-one-left-behind-statistics/",
    model="resources.PublicationPage",
    title="No One Left Behind: key figures",
    summary="How many people started support from April 2019 to March 2024, and how many of them went into work.",
    published=date(2024, 7, 24),
    updated=date(2026, 11, 12),
    changes=[
        (date(2025, 6, 12), "Added notes on how to read the figures."),
        (date(2026, 11, 12), "Set the first and the fifth year side by side."),
    ],
    fields={
        "publication_type": "statistics",
        "official_date": "Latest statistics",
        "first_published_on": date(2024, 7, 24),
        **TEAM,
        "body": [
            *prose("## At a glance"),
            statistics(
                "Scottish Government, devolved employment services: statistical summary, July 2024.",
                ("61,930", "people started support", "April 2019 to March 2024"),
                ("19,146", "people went into work", "31% of those who started"),
                ("20,988", "people started in the fifth year", "April 2023 to March 2024"),
                ("2,694", "people started in the first year", "April 2019 to March 2020"),
            ),
            *prose("## Growth"),
            table(
                "scroll",
                "People who started support",
                [("text", "Period"), ("figure", "People"), ("figure", "Share of all starts")],
                [
                    ("April 2019 to March 2020 (first year)", "2,694", "4%"),
                    ("April 2020 to March 2023 (three years)", "38,248", "62%"),
                    ("April 2023 to March 2024 (fifth year)", "20,988", "34%"),
                    ("All five years", "61,930", "100%"),
                ],
                note="Shares are rounded to whole numbers.",
            ),
            *prose("""
                ## How to read them

                The figures count people who start, not places on offer. Someone who leaves and comes back later is one
                person. A person who starts near the end of a period has had little time to find work, so the share in
                work is lower for those who came last.

                More councils and more funds came in from year to year. Growth therefore shows both: more people in need
                of help, and more of the help moving into this approach.
                """),
            warning(
                "Figures for the most recent quarters are provisional and change when late returns come in."
            ),
            links(
                (
                    "Statistical summary on gov.scot",
                    "https://www.gov.scot/publications/"
                    "scotlands-devolved-employment-services-statistical-summary-july-2024/",
                    "The full release, with tables and methods.",
                ),
                (
                    "Labour market statistics on gov.scot",
                    "https://www.gov.scot/collections/labour-market-statistics/",
                    "Employment and unemployment in Scotland as a whole.",
                ),
                title="Sources",
            ),
        ],
    },
    related=["/no-one-left-behind/", "/working-in-employability/measuring-what-changes/"],
)

CODES = DemoPage(
    address=f"{INDEX}council-names-and-codes/",
    model="resources.PublicationPage",
    title="Council names and codes for returns",
    summary="The names, codes and populations that every return uses, so that figures can be put together.",
    published=date(2025, 4, 24),
    updated=date(2026, 11, 26),
    changes=[
        (date(2026, 4, 16), "Added the codes that are no longer in use."),
        (date(2026, 11, 26), "Said more clearly which name of Na h-Eileanan Siar to use in a return."),
    ],
    fields={
        "publication_type": "guidance",
        "official_date": "Ongoing",
        "first_published_on": date(2025, 4, 24),
        **TEAM,
        "attachments": [{"type": "document", "value": File("councils-csv")}],
        "body": [
            *prose("""
                ## Which name to use

                Write the name as it stands in the table. Names that councils use for themselves, such as Comhairle nan
                Eilean Siar or Western Isles, are right in a letter and wrong in a return.
                """),
            table(
                "scroll",
                "The 32 councils",
                [("text", "Name"), ("text", "Code"), ("text", "Main town"), ("figure", "People, mid-2020")],
                [
                    (council.name, council.code, council.main_town, f"{POPULATION[council.code]:,}")
                    for council in COUNCILS
                ],
                note="The populations add up to 5,466,000. The offices of Aberdeenshire stand in Aberdeen.",
            ),
            *prose("""
                ## Codes that are no longer in use

                Boundaries were drawn anew in places, and the code changed with them. Old files may still hold the former
                code. Replace it before you send a return.
                """),
            table(
                "stack",
                "Former codes",
                [("text", "Former code"), ("text", "Council"), ("text", "Code to use")],
                [
                    (former, council.name, council.code)
                    for council in COUNCILS
                    for former in council.former_codes
                ],
            ),
            details(
                "Which council does a postcode belong to?",
                """
                The first half of a postcode is not enough: about one postcode district in four crosses a boundary
                between councils. A full postcode belongs to one council.
                """,
            ),
            inset("Found a mistake in the list? [[/contact/|Tell us]] and we correct it for everyone."),
        ],
    },
    related=[
        "/working-in-employability/measuring-what-changes/",
        "/publications/no-one-left-behind-statistics/",
    ],
)

WITHDRAWN = DemoPage(
    address=f"{INDEX}employability-fund-notes-for-providers/",
    model="resources.PublicationPage",
    title="Employability Fund: notes for providers in the last year",
    summary="How providers were asked to finish training places before the fund closed. Of historical interest only.",
    published=date(2021, 6, 10),
    updated=date(2022, 4, 1),
    fields={
        "publication_type": "guidance",
        "official_date": "June 2021",
        "first_published_on": date(2021, 6, 10),
        **TEAM,
        "status": "withdrawn",
        "earlier_updates": [
            {
                "type": "update",
                "value": {"day": "2022-04-01", "text": "Withdrawn, because the fund has ended."},
            }
        ],
        "withdrawn_reason": "The fund ended with the financial year 2021-22. Local partnerships now decide on this support.",
        "body": prose("""
            Places that began before the end of March 2022 were to be finished, also where the course went on into the
            new financial year. Providers were asked to tell the local partnership in good time who would need support
            afterwards.
            """),
    },
    related=["/publications/no-one-left-behind-delivery-plan/investment-to-april-2022/"],
)

PAGES = [FRAMEWORK, STATISTICS, CODES, WITHDRAWN]
