"""The last chapters of the delivery plan: partnership, actions, next steps."""

from home.demo.demo_page import DemoPage
from home.demo.pages.delivery_plan import DAY, PLAN
from home.demo.writing import image, links, prose, table

PARTNERSHIP = DemoPage(
    address=f"{PLAN}working-together/",
    model="resources.ChapterPage",
    title="Working together",
    summary="How partners join up around one person, and who answers for what.",
    published=DAY,
    fields={
        "body": [
            *prose("""
                ## Around one person

                Someone who looks for work may deal with six offices and tell the same story in each. A partnership
                turns that round. One key worker hears the story and brings in the others.
                """),
            image(
                "partnership",
                "A person stands in a circle; six partners stand around it, each linked to the middle.",
                caption="The person in the middle, one key worker, six partners.",
                long_description="""
                The drawing shows a circle with one person and a key worker in it. Six smaller circles stand around it
                at equal distances. Clockwise from the top they stand for:

                1. the council, drawn as a building with columns
                2. health services, drawn as a heart
                3. the college, drawn as a book
                4. employers, drawn as a briefcase
                5. the third sector, drawn as two people
                6. careers advice, drawn as a signpost

                A line leads from each small circle to the middle. A ring joins the six, because the partners also talk
                to each other. No circle is larger than another.
                """,
            ),
            *prose("""
                ## Who answers for what

                ### The Scottish Government

                Sets national direction, provides funding, and reports to Parliament on what it has led to.

                ### Councils

                Lead the local partnership, answer for the money, and publish the local plan.

                ### Partners

                Bring their own services and budgets to the table, and share what they know about need.

                #### National bodies

                Skills Development Scotland, Jobcentre Plus and the NHS take part in every area.

                #### Local bodies

                Colleges, employers and the third sector take part where they work, and choose who speaks for them.
                """),
        ]
    },
)

ACTIONS = DemoPage(
    address=f"{PLAN}actions-by-workstream/",
    model="resources.ChapterPage",
    title="Actions by workstream",
    summary="What each of the six workstreams will do in 2021, and what should come of it.",
    published=DAY,
    fields={
        "body": [
            *prose("""
                The actions are meant to be done in the course of 2021. Partners will add detail as the work goes on,
                and progress is reported in joint updates.
                """),
            table(
                "stack",
                "Actions and what they should lead to",
                [("text", "Workstream"), ("rich_text", "Actions"), ("text", "What should come of it")],
                [
                    (
                        "Service Design",
                        """
                        - set up panels of people who have used services
                        - build a network of designers in councils and the third sector
                        - draft a customer charter with users
                        """,
                        "Services are planned with people, and they know what they can expect.",
                    ),
                    (
                        "Shared Measurement Framework",
                        """
                        - agree what to count
                        - try it out in a few areas
                        - publish a first version
                        """,
                        "Results can be compared, and success means more than a job start.",
                    ),
                    (
                        "Communications",
                        """
                        - send partners a regular update
                        - agree plain words for the main terms
                        """,
                        "Everyone hears the same thing at the same time.",
                    ),
                    (
                        "Alignment and Integration",
                        """
                        - map where services overlap
                        - agree how people are passed on, with their consent
                        """,
                        "Nobody has to tell their story twice.",
                    ),
                    (
                        "Governance and Risk",
                        """
                        - settle who decides what
                        - keep one register of risks
                        """,
                        "Decisions come in time for councils to plan.",
                    ),
                    (
                        "Policy and Finance",
                        """
                        - prepare the move of funds in April 2022
                        - propose how to share them out by need
                        """,
                        "Money follows need and arrives without a gap.",
                    ),
                ],
            ),
        ]
    },
)

NEXT_STEPS = DemoPage(
    address=f"{PLAN}next-steps/",
    model="resources.ChapterPage",
    title="Next steps",
    summary="How to take part, and when you will hear more.",
    published=DAY,
    fields={
        "body": [
            *prose("""
                ## Take part

                Ask the lead of your local partnership how you can help to shape the plan for your area. If you have used
                a service yourself, ask about the panels that chapter 6 speaks of.

                ## Hear more

                Joint updates tell what has been done and what is late. The first one after this plan is due at the start
                of 2021.
                """),
            links(
                ("", "/no-one-left-behind/updates/", "All updates, newest first."),
                ("", "/contact/", "Write to the team behind the plan."),
                (
                    "The plan on gov.scot",
                    "https://www.gov.scot/publications/no-one-left-behind-delivery-plan/",
                    "The edition published by the Scottish Government on 24 November 2020.",
                ),
                title="Where to look",
            ),
        ]
    },
)

PAGES = [PARTNERSHIP, ACTIONS, NEXT_STEPS]
