"""The home page."""

from datetime import date

from home.demo.demo_page import DemoPage, To
from home.demo.writing import (
    card,
    cards,
    inset,
    latest_updates,
    links,
    prose,
    rich,
    statements,
    statistics,
)

HOME = DemoPage(
    address="/",
    model="home.LandingPage",
    title="Employability in Scotland",
    summary=(
        "Employability support in Scotland: how to get help to find work, and what people who plan or "
        "deliver that help need to know."
    ),
    published=date(2026, 6, 18),
    updated=date(2026, 11, 19),
    fields={
        "hero_drawing": "path",
        "lead": rich("Support for people who want to work, and for the people who help them get there."),
        "doors": [
            {
                "type": "door",
                "value": {
                    "title": "Get help to find work",
                    "summary": "Free support near you, at any age. You choose whether to take it.",
                    "link": To("/local-authorities/"),
                    "with_finder": True,
                },
            },
            {
                "type": "door",
                "value": {
                    "title": "Working in employability",
                    "summary": "Policy, standards and tools for those who plan or deliver support.",
                    "link": To("/working-in-employability/"),
                },
            },
        ],
        "body": [
            *prose("""
                ## One approach in every part of Scotland

                [[/no-one-left-behind/|No One Left Behind]] is the way Scotland runs its own employability
                support. Each council leads a local partnership. The partners look at who needs help in their
                area, decide together what to offer, and keep changing it as they learn.

                The Scottish Government and COSLA, which speaks for the councils, agree the direction at
                national level. What happens on the ground is decided close to the people it is for.

                ## Who can get support

                Anyone who wants to work and finds it hard to get there. There is no lower limit of need and no
                upper limit of age. Local teams look out above all for:

                - young people who are about to leave school, college or care
                - parents, and lone parents most of all
                - disabled people and people who live with a health condition
                - people with a conviction who are looking for a first chance
                - people from minority ethnic communities, and refugees
                - people aged 50 or over, and anyone who has been out of work for a year or more

                ## What people get

                - **One key worker.** The same person stays in touch from the first talk until well into the job.
                - **A plan of their own.** It starts from what the person wants, not from a list of courses.
                - **Help in the right order.** Childcare, money worries or health may come before a CV.
                - **Room to try things.** A college taster day, a work placement, a mentor or a group project.
                - **Support that does not stop on the first day at work.**
                """),
            inset("""
                Taking part is voluntary. Nobody loses benefits for saying no.
                [[/get-help/|See what to expect]], or [[/local-authorities/|find the team in your council]].
                """),
            *prose("## What the partners are doing"),
            statements(),
            *prose("## Five years in figures"),
            statistics(
                "Scottish Government, devolved employment services: statistical summary, July 2024.",
                ("61,930", "people started support", "April 2019 to March 2024"),
                ("20,988", "started in 2023/24", "2,694 did in the first year, 2019/20"),
                ("19,146", "people went into work", "31% of all who started"),
            ),
            *prose("## Find what you need"),
            cards(
                card(
                    "The policy",
                    "What No One Left Behind is, how it came about and which documents it rests on.",
                    "/no-one-left-behind/",
                    "Find out more",
                ),
                card(
                    "Councils",
                    "Teams, services and partnership leads of all 32 councils.",
                    "/local-authorities/",
                    "Find a council",
                ),
                card(
                    "Local partnerships",
                    "Who sits round the table in each council area, and what they decide.",
                    "/working-in-employability/local-employability-partnerships/",
                    "Find out more",
                ),
                card(
                    "Case studies",
                    "What councils and their partners tried, what came of it, and whom to ask.",
                    "/case-studies/",
                    "See all case studies",
                ),
                card(
                    "Publications",
                    "Plans, frameworks, assessments and figures, by type and by year.",
                    "/publications/",
                    "See all publications",
                ),
                card(
                    "National Products Handbook",
                    "Standards, frameworks and toolkits that every service can use.",
                    "/handbook/",
                    "Open the handbook",
                ),
            ),
            latest_updates("Latest updates", number=3),
            *prose("## Elsewhere"),
            links(
                (
                    "mygov.scot",
                    "https://www.mygov.scot/",
                    "Public services in Scotland, from school to pension.",
                ),
                ("COSLA", "https://www.cosla.gov.uk/", "The association of Scotland’s 32 councils."),
            ),
        ],
    },
)

PAGES = [HOME]
