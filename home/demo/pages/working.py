"""The section for people who plan or deliver support."""

from datetime import date

from home.demo.demo_page import DemoPage, Picture, To
from home.demo.writing import (
    buttons,
    card,
    cards,
    details,
    inset,
    links,
    prose,
    rich,
    table,
)

SECTION = "/working-in-employability/"


def door(title: str, summary: str, target: str) -> dict[str, object]:
    return {"type": "door", "value": {"title": title, "summary": summary, "link": To(target)}}


WORKING = DemoPage(
    address=SECTION,
    model="home.LandingPage",
    title="Working in employability",
    summary="For people who plan, pay for or deliver employability support: where to start and what to use.",
    published=date(2026, 6, 18),
    updated=date(2026, 10, 15),
    in_menu=True,
    fields={
        "hero_image": Picture("partnership"),
        "lead": rich("Where to start, what to use and whom to ask, for councils, partners and providers."),
        "doors": [
            door(
                "Understand the policy", "What No One Left Behind asks of services.", "/no-one-left-behind/"
            ),
            door("Find a publication", "Plans, frameworks, assessments and figures.", "/publications/"),
        ],
        "body": [
            *prose("""
                ## Where to start

                **New to a local partnership?** Read the policy page first. Then look at who belongs to the
                partnership in your area, and at its delivery plan.

                **Setting up a service?** The service standards say what every service owes the people who use it.
                The design toolkit helps you to plan it with them.

                **Reporting on a service?** The shared measurement framework says what to count and how to name it.
                """),
            *prose("## Guides"),
            cards(
                card(
                    "Local employability partnerships",
                    "Who takes part, who does what, and what a delivery plan has to say.",
                    f"{SECTION}local-employability-partnerships/",
                    drawing="round_table",
                ),
                card(
                    "Standards and tools",
                    "What services promise, and the toolkits that help them keep the promise.",
                    f"{SECTION}standards-and-tools/",
                    drawing="checklist",
                ),
                card(
                    "Measuring what changes",
                    "What to count, when to count it, and how to report it with care.",
                    f"{SECTION}measuring-what-changes/",
                    drawing="rising_bars",
                ),
            ),
            *prose("## People to work with"),
            links(
                (
                    "Council directory",
                    "/local-authorities/",
                    "Teams, services and Partnerships Leads of all 32 councils, with the day they were checked.",
                ),
                ("Case studies", "/case-studies/", "What councils and partners tried, and what came of it."),
                (
                    "E-bulletin",
                    "/bulletin/",
                    "Once a month, with dates, funding and vacancies. All editions are here.",
                ),
                ("SLAED", "https://www.slaed.org.uk/", "Economic development teams of all 32 councils."),
                (
                    "Improvement Service",
                    "https://www.improvementservice.org.uk/",
                    "Benchmarking, data and support for Scottish councils.",
                ),
                ("COSLA", "https://www.cosla.gov.uk/", "The voice of Scotland’s councils at national level."),
            ),
            buttons(
                ("See the latest updates", "/no-one-left-behind/updates/", "primary"),
                ("Ask us a question", "/contact/", "secondary"),
            ),
        ],
    },
)

PARTNERSHIPS = DemoPage(
    address=f"{SECTION}local-employability-partnerships/",
    model="home.StandardPage",
    title="Local employability partnerships",
    summary="Each council area has one. It decides together what support there is, and shows what came of it.",
    published=date(2026, 6, 18),
    updated=date(2026, 10, 15),
    fields={
        "body": [
            *prose("""
                ## What a partnership is for

                No single service can see all of what keeps a person from work. A partnership puts the services that
                can at one table. It looks at the evidence for its area, agrees what to fund, and checks whether it
                helped.

                ## Who takes part

                The council leads and answers for the money. The others bring what only they have.
                """),
            table(
                "stack",
                "Partners and what each of them brings",
                [("text", "Partner"), ("text", "Brings"), ("text", "Is asked for")],
                [
                    ("Council", "The lead, the budget, key workers", "A plan, and a report on it in public"),
                    (
                        "Third sector",
                        "Trust, reach into communities, specialist help",
                        "A voice for small groups too",
                    ),
                    ("Skills Development Scotland", "Careers advice, knowledge of local jobs", "Skills data"),
                    ("Jobcentre Plus", "Contact with claimants, work coaches", "Clear advice on benefits"),
                    ("NHS", "Health and work advice, condition management", "Referral in both directions"),
                    ("Colleges", "Courses, tasters, recognised awards", "Start dates through the year"),
                    ("Employers", "Placements, jobs, honest feedback", "Fair work from the first day"),
                ],
                note="Membership differs from area to area. This is the least to expect.",
            ),
            *prose("""
                ## The delivery plan

                A partnership publishes a plan every three years and looks at it again every year. A good plan fits
                on a few pages and answers four questions:

                1. Who in our area needs support, and how do we know?
                2. What will we offer them, and who will provide it?
                3. How will people who use it shape it?
                4. How will we tell whether it worked?
                """),
            inset("""
                The [[/publications/local-employability-partnership-framework/|partnership framework]] has a short
                self-assessment. Many partnerships use it as the agenda of one meeting a year.
                """),
            details(
                "Our area has several partnerships. Which one counts?",
                """
                The one that the council leads and that agrees the delivery plan. Groups for one theme, such as
                young people or justice, report to it.
                """,
            ),
            *prose("""
                ## Who leads in your area

                Each partnership has a lead contact in the council. All of them stand in the
                [[/local-authorities/|directory of councils]], on the page of their council and in one table that
                you can print. Councils keep it right themselves, and it says when each entry was last checked.
                """),
        ],
    },
    related=[
        "/local-authorities/",
        "/publications/local-employability-partnership-framework/",
        "/publications/council-names-and-codes/",
        ("SLAED", "https://www.slaed.org.uk/"),
    ],
)

PAGES = [WORKING, PARTNERSHIPS]
