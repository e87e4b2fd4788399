"""The delivery plan of 2020: its first page and the first chapters."""

from datetime import date

from home.demo.demo_page import DemoPage, File
from home.demo.writing import inset, prose, quotation, table, wheel

PLAN = "/publications/no-one-left-behind-delivery-plan/"
DAY = date(2020, 11, 24)

PUBLICATION = DemoPage(
    address=PLAN,
    model="resources.PublicationPage",
    title="No One Left Behind: delivery plan",
    summary=(
        "How the partners mean to carry No One Left Behind through 2021 and into its next phase, which is to start "
        "in April 2022."
    ),
    published=DAY,
    updated=date(2026, 9, 17),
    changes=[
        (date(2025, 3, 6), "Added a Word version that has been checked for accessibility."),
        (
            date(2026, 9, 17),
            "Redrew the wheel of workstreams and gave the partnership drawing a description.",
        ),
    ],
    fields={
        "publication_type": "delivery-plan",
        "official_date": "24 November 2020",
        "first_published_on": DAY,
        "directorate": "Fair Work, Employability and Skills",
        "division": "Employability Division",
        "contact_email": "employability.plans@employability.example",
        "numbers_chapters": True,
        "attachments": [
            {"type": "document", "value": File("delivery-plan-pdf")},
            {"type": "document", "value": File("delivery-plan-docx")},
        ],
        "earlier_updates": [
            {
                "type": "update",
                "value": {
                    "day": "2022-04-01",
                    "text": "Added a note: the next phase has started, as chapter 4 expected.",
                },
            },
            {
                "type": "update",
                "value": {
                    "day": "2020-12-17",
                    "text": "Corrected the name of a fund in the table of chapter 4.",
                },
            },
        ],
        "body": prose("""
            The plan has seven chapters. The first tells what the six workstreams are for. If you have ten minutes,
            read that one and the actions in chapter 6.
            """),
    },
    related=[
        "/no-one-left-behind/",
        "/publications/next-steps-2018/",
        "/publications/strategic-plan-2024-to-2027/",
    ],
)

INTRODUCTION = DemoPage(
    address=f"{PLAN}introduction/",
    model="resources.ChapterPage",
    title="Introduction",
    summary="Where this plan comes from, and the six workstreams that carry it.",
    published=DAY,
    updated=date(2026, 9, 17),
    fields={
        "body": [
            *prose("""
                In February 2020 the two tiers of government agreed a joint action plan. It split the work into six
                workstreams. Each has people from the Scottish Government and from councils, and each has one aim.
                """),
            wheel(
                "The six workstreams",
                "No One Left Behind",
                (
                    "Service Design",
                    "High level objective",
                    "To plan services together with those who use them, so that one system for all ages fits the "
                    "person in front of it.",
                ),
                (
                    "Shared Measurement Framework",
                    "High level objective",
                    "To agree what good results are, and to measure them everywhere in the same way.",
                ),
                (
                    "Communications",
                    "High level objective",
                    "To keep partners and the public informed in plain words, and to listen as much as we tell.",
                ),
                (
                    "Alignment and Integration",
                    "High level objective",
                    "To make employability fit with health, housing, justice and other services, so that money goes "
                    "further and people are passed on less often.",
                ),
                (
                    "Governance and Risk",
                    "High level objective",
                    "To settle who decides what, to decide in good time, and to see trouble early.",
                ),
                (
                    "Policy and Finance",
                    "High level objective",
                    "To fund support in a way that holds together nationally and leaves room for what a place needs.",
                ),
            ),
            *prose("""
                A pandemic came between that plan and this one. It changed what people needed, how staff could meet
                them, and how fast partners could move. This plan keeps the aims and resets the dates.

                It describes the model for national funding up to April 2022. It is also an invitation: partners, and
                people who use services, are asked to shape what comes after.
                """),
        ]
    },
)

PROGRESS = DemoPage(
    address=f"{PLAN}progress-so-far/",
    model="resources.ChapterPage",
    title="Progress so far",
    summary="What changed between April 2019 and autumn 2020.",
    published=DAY,
    fields={
        "body": [
            *prose("""
                ## The first phase

                On 1 April 2019 two national programmes ended: Activity Agreements, and Scotland’s Employer Recruitment
                Incentive. Their money passed to councils, which now decide with their partners how to use it.

                The change was small enough to learn from. Councils kept what worked, such as close contact with
                schools, and dropped rules that had kept people out.

                ## Support for parents

                Since February 2020 councils have had a fund for parents, in work or out of it, whose income is too low
                to keep the family out of poverty. It pays for what stands in the way: childcare for a course, a
                driving licence, a better contract.

                ## Young people

                This month the first money for the Young Person’s Guarantee follows. It promises everyone aged 16 to 24
                a job, a place to learn or train, or a chance to volunteer.
                """),
            quotation(
                "We used to send young people to whichever programme had a place free. Now we ask them first.",
                "An employability manager",
                "In a council that took part in the first phase",
            ),
            *prose("""
                ## Working at a distance

                In spring 2020 services moved to the telephone and the screen within days. Many people could be reached
                that way for the first time. Others were lost from sight, because they had no device, no data or no
                quiet room. The plan takes both lessons with it.
                """),
        ]
    },
)

TIMETABLE = DemoPage(
    address=f"{PLAN}a-changed-timetable/",
    model="resources.ChapterPage",
    title="A changed timetable",
    summary="Why the next phase starts in April 2022 and not a year earlier.",
    published=DAY,
    fields={
        "body": [
            *prose("""
                The next phase had been meant for April 2021. In 2020 staff were needed for the response to COVID-19,
                and partners asked not to change contracts in the middle of a crisis.

                So two national programmes run for one more year. The Employability Fund and Community Jobs Scotland
                continue through 2021-22, and their money joins the local budgets in April 2022.
                """),
            inset("""
                **What this means for providers.** Contracts under the two programmes hold until the end of March 2022.
                Talk to the lead of your local partnership now about what comes next.
                """),
            *prose("""
                ## What we weigh up

                Waiting has a price: rules that keep people out stay in place for longer. Rushing has a price too:
                support could break off for people who are in the middle of it. A year gives time to plan the change
                with them.
                """),
        ]
    },
)

INVESTMENT = DemoPage(
    address=f"{PLAN}investment-to-april-2022/",
    model="resources.ChapterPage",
    title="Investment to April 2022",
    summary="Which fund is run by whom, year by year.",
    published=DAY,
    updated=date(2022, 4, 1),
    changes=[(date(2022, 4, 1), "The next phase has started. The table shows the plan as it stood in 2020.")],
    fields={
        "body": [
            *prose("""
                Funding moves from national contracts to local budgets one programme at a time. The table shows who runs
                each of them. Fair Start Scotland stays a national service under its nine contracts.
                """),
            table(
                "scroll",
                "Who runs each programme, by financial year",
                [
                    ("text", "Programme"),
                    ("text", "2018-19"),
                    ("text", "2019-20"),
                    ("text", "2020-21"),
                    ("text", "2021-22"),
                    ("text", "From April 2022"),
                ],
                [
                    ("Activity Agreements", "National", "Local", "Local", "Local", "Local"),
                    ("Employer Recruitment Incentive", "National", "Local", "Local", "Local", "Local"),
                    ("Fair Start Scotland", *["National"] * 5),
                    ("Employability Fund", *["National"] * 4, "Local"),
                    ("Community Jobs Scotland", *["National"] * 4, "Local"),
                    ("Parental Employability Support Fund", "–", *["Local"] * 4),
                    ("Young Person’s Guarantee", "–", "–", *["Local and national"] * 3),
                ],
                note="Local: the council and its partners decide. National: one contract or scheme for Scotland.",
            ),
            *prose("""
                A financial year runs from April to March. Where a fund started within a year, the table counts the whole
                year.
                """),
        ]
    },
)

PAGES = [PUBLICATION, INTRODUCTION, PROGRESS, TIMETABLE, INVESTMENT]
