"""September 2026: a special edition on the framework for local plans, and the monthly one."""

from datetime import date, datetime

from home.demo.bulletin.notation import DemoEdition, edition, event, funding, item, section, text, vacancy

YOUR_SAY = DemoEdition(
    sent=date(2026, 9, 10),
    page=edition(
        "2026-09-your-say-on-local-plans",
        "Your say on local plans",
        section(
            "What is happening",
            item(
                "handbook_change",
                "The Local Delivery Plan Framework is under review",
                """The first plans of three years come to their end, and the framework from June 2022 should learn from
                them. Until there is a new one it holds as it is: please go on using it.""",
                "/handbook/products/local-delivery-plan-framework/",
                "See it in the handbook",
            ),
            text("""
                We ask every partnership four things:

                1. Which heading of the framework did you fill in only because it was there?
                2. What did you have to add, because it had no place for it?
                3. Who reads your plan, and how do you know?
                4. What would you take out, if you could take out one thing?

                Answer by **Friday 9 October 2026**, in any form, through the [[/contact/|contact page]]. A photograph of
                your copy with notes in the margin is welcome.
                """),
        ),
        section(
            "Three sessions",
            event(
                "For partnership leads",
                "2026-09-22",
                "10am to 11am",
                "Online",
                "What has to be in a plan, and what is only habit.",
                "Ask for the link",
            ),
            event(
                "For charities and colleges",
                "2026-09-29",
                "2pm to 3pm",
                "Online, with captions",
                "How you were heard when the plan of your area was made, or why you were not.",
                "Ask for the link",
            ),
            event(
                "For people who use services",
                "2026-10-01",
                "6pm to 7pm",
                "Online or by telephone",
                "We pay for your time. Tell us what you need to take part.",
                "Tell us that you are coming",
            ),
        ),
        introduction="""
            A special edition, because this cannot wait until the end of the month: you have four weeks to tell us what
            the next framework for local plans should ask, and what it should leave alone.
            """,
        published=date(2026, 9, 10),
        edition_kind="special",
        subject="The framework for local plans is under review",
        preheader="Four questions to every partnership. Please answer by 9 October.",
    ),
)

SEPTEMBER = DemoEdition(
    sent=date(2026, 9, 24),
    looked=datetime(2026, 9, 24, 11),
    page=edition(
        "2026-09",
        "September 2026",
        section(
            "You said",
            item(
                "story",
                "Five comments, and what we did about them",
                """“Too much history first.” “I cannot find my council.” Three months of comments come down to five things.
                One was the wheel that nobody could read on a telephone: it now comes with a list of the same words.""",
                "/no-one-left-behind/updates/what-your-feedback-changed/",
            ),
            item(
                "story",
                "No One Left Behind, in plainer words",
                """The page on the policy begins with what it is and for whom. The background has moved down and goes up
                to the strategic plan.""",
                "/no-one-left-behind/",
                drawing=(
                    "no_one_left_behind",
                    "People of different ages, one of them in a wheelchair, move along the same path.",
                ),
            ),
            item(
                "publication",
                "A wheel that can be read aloud",
                """The wheel of six workstreams in the delivery plan has been drawn again. A description goes with it, and
                the Word file has been checked for accessibility.""",
                "/publications/no-one-left-behind-delivery-plan/",
            ),
        ),
        section(
            "Practice",
            item(
                "case_study",
                "Na h-Eileanan Siar: learning to care, in Gaelic",
                """The test came at the end instead of the beginning, and twelve of thirteen learners finished. Families
                now visit the homes for longer, which nobody had planned.""",
                "/local-authorities/na-h-eileanan-siar/case-studies/learning-to-care-in-gaelic/",
                drawing=("conversation", "Two people talk with each other."),
            ),
            item(
                "case_study",
                "Fife: the licence first, then the interview",
                """Eight warehouses promised an interview to anyone with a forklift licence and four weeks of good time
                keeping. 44 people went into work.""",
                "/local-authorities/fife/case-studies/the-licence-first-then-the-interview/",
            ),
            item(
                "case_study",
                "South Lanarkshire: what parents told us about eight o’clock",
                """Forty parents drew their morning minute by minute. The gap was half an hour wide. Three schools closed
                it; one of their clubs has shut again.""",
                "/local-authorities/south-lanarkshire/case-studies/what-parents-told-us-about-eight-oclock/",
            ),
        ),
        section(
            "Reaching us",
            item(
                "story",
                "Calling us in British Sign Language",
                """A step by step account of how a call through an interpreter works, in words. It may be of use to your
                own front desk.""",
                "/contact/british-sign-language/",
            ),
        ),
        section(
            "Dates, money, jobs",
            event(
                "Writing a case study in a morning",
                "2026-10-07",
                "9.30am to 12.30pm",
                "Harbour Office, Oban",
                "You arrive with notes and leave with a page. Two places are kept for island teams.",
                "Ask for a place",
            ),
            event(
                "Forms: how short can they be?",
                "2026-10-14",
                "11am to noon",
                "Online",
                "The seven partners from Fife show their sheet, and the questions they fought over.",
                "Ask for the link",
            ),
            funding(
                "Warm rooms for winter work clubs",
                "2026-10-23",
                """The Hearth Fund helps halls and churches that open their doors to a work club between November and March:
                heating, tea and a caretaker’s hours, up to £2,500.""",
                "https://www.hearth-fund.example/winter/",
            ),
            vacancy(
                "Manager of a women’s employability project",
                "Cuillin House",
                "Inverness",
                "2026-10-09",
                "https://www.cuillin-house.example/jobs/manager/",
            ),
        ),
        introduction="""
            Three months after the opening we have gone through all your comments. There were 318, and one of them was a
            recipe for soup. Most of the rest were right.

            If you missed the [[/bulletin/2026-09-your-say-on-local-plans/|special edition on local plans]]: answers are
            welcome until 9 October.
            """,
        published=date(2026, 9, 24),
        subject="You said, we changed: three months of comments",
        preheader="The policy in plainer words, and case studies from Lewis, Fife and South Lanarkshire.",
    ),
)
