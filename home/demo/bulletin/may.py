"""The edition of May 2026, the first that is written and sent here."""

from datetime import date, datetime

from home.demo.bulletin.notation import DemoEdition, edition, event, funding, item, section, vacancy

MAY = DemoEdition(
    sent=date(2026, 5, 28),
    looked=datetime(2026, 5, 28, 11),
    page=edition(
        "2026-05",
        "May 2026",
        section(
            "First things",
            item(
                "story",
                "Joint update: two years in, one to go",
                """The strategic plan has entered its last year. By the end of September, tell us which part of your
                local plan helped most and which you would drop. One page is enough, and we mean it.""",
                "/no-one-left-behind/updates/joint-update-summer-2026/",
                "Read the joint update",
                ("partnership", "Six symbols of services stand round two people in the middle."),
            ),
            item(
                "story",
                "Six council codes that have to go",
                """They still turn up in returns, and each one costs somebody half a morning. The list now says which
                code to use instead. Please check your templates before July.""",
                "/publications/council-names-and-codes/",
            ),
        ),
        section(
            "The new site",
            item(
                "story",
                "What eleven testers taught us",
                """In April we watched eleven people use the new site. Nine of them looked for their council before
                anything else and did not find it, so that is now the first thing on the home page. Thank you to all
                who gave us an hour. We open on 18 June.""",
                "/no-one-left-behind/updates/help-us-test-the-new-site/",
            ),
        ),
        section(
            "Dates in June",
            event(
                "A plan that people read",
                "2026-06-09",
                "10am to 11.30am",
                "Online",
                "Bring two pages of your plan. We read them as a member of the public would, and say where we got lost.",
                "Ask for the link",
            ),
            event(
                "Key workers meet health teams",
                "2026-06-16",
                "9.30am to 1pm",
                "Riverbank Hall, Perth",
                "No speeches. Twelve tables, a quarter of an hour at each, and lunch.",
                "Ask for a place",
            ),
            event(
                "The yearly figures, read together",
                "2026-06-23",
                "2pm to 3pm",
                "Online",
                "We go through one table slowly. No sums are asked of anyone.",
                "Ask for the link",
            ),
        ),
        section(
            "Money and jobs",
            funding(
                "Small pilots with employers",
                "2026-06-26",
                """The Linnhe Trust gives up to £4,000 to a partnership that wants to try one new thing with one
                employer. The form has five questions. A pilot that fails may say so in its report.""",
                "https://grants.linnhe-trust.example/pilots/",
                "Apply to the Linnhe Trust",
            ),
            vacancy(
                "Key worker for young people who leave care",
                "Glenfarrar Futures",
                "Forfar, and at home two days a week",
                "2026-06-12",
                "https://jobs.glenfarrar-futures.example/key-worker/",
            ),
        ),
        introduction="""
            This is the first bulletin that we write and send ourselves. It is plainer than the one you know, and it
            no longer tells us whether you opened it or what you clicked. We did not miss those numbers.

            It takes about four minutes to read. If you have only one, read the joint update.
            """,
        published=date(2026, 5, 28),
        subject="The joint update, eleven testers and money for small pilots",
        preheader="What we ask of partnerships by September, six council codes to replace, and three dates in June.",
    ),
)
