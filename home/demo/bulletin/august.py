"""The edition of August 2026: tools, and work with employers."""

from datetime import date, datetime

from home.demo.bulletin.notation import DemoEdition, edition, event, funding, item, section, text, vacancy

AUGUST = DemoEdition(
    sent=date(2026, 8, 27),
    looked=datetime(2026, 8, 27, 11),
    page=edition(
        "2026-08",
        "August 2026",
        section(
            "Start here",
            item(
                "story",
                "Which tool for which job?",
                """You have a partnership meeting tomorrow and nine products to choose from. This page says in three lines
                each what they are for, so that you can leave eight of them closed.""",
                "/working-in-employability/standards-and-tools/",
                "Choose your tool",
                ("checklist", "A sheet with four lines, three of them ticked."),
            ),
        ),
        section(
            "From the islands, the south and the capital",
            item(
                "case_study",
                "Orkney: interviews that fit the ferry",
                """An interview at nine in Kirkwall used to cost two nights away. Fourteen employers now have a timetable
                on the wall that shows when it costs one day and no bed.""",
                "/local-authorities/orkney-islands/case-studies/interviews-that-fit-the-ferry/",
                drawing=("ferry", "A ferry crosses a strait between islands."),
            ),
            item(
                "case_study",
                "Dumfries and Galloway: a work club that travels",
                """Two days a week the club in town is closed and its team sits in one of ten village halls. 104 of the
                167 people who came had never used a service before.""",
                "/local-authorities/dumfries-and-galloway/case-studies/a-work-club-that-travels/",
            ),
            item(
                "case_study",
                "Edinburgh: a hotel that rewrote its advert",
                """“Would you send somebody home for this?” Of eleven requirements four were left, and 43 people applied
                instead of 12. A second hotel went back to its old advert, and says why.""",
                "/local-authorities/city-of-edinburgh/case-studies/a-hotel-that-rewrote-its-advert/",
            ),
        ),
        section(
            "For your diary",
            event(
                "Open session on the toolkits",
                "2026-09-08",
                "2pm to 3pm",
                "Online",
                "Ask about one you have never opened. Somebody there has.",
                "Ask for the link",
            ),
            event(
                "Adverts that put nobody off",
                "2026-09-16",
                "10am to 12.30pm",
                "Canalside Rooms, Falkirk",
                "For employer advisers. Bring an advert from your area, with the name of the firm cut off.",
                "Ask for a place",
            ),
        ),
        section(
            "Money and jobs",
            funding(
                "A year of mentoring for people past fifty",
                "2026-09-18",
                """The Second Trade Fund pays for mentors at work: travel, time and a day of training. Firms with fewer
                than fifty people come first.""",
                "https://apply.second-trade.example/mentors/",
                "See who can apply",
            ),
            vacancy(
                "Key worker, health and work",
                "Sidlaw Community Health",
                "Dundee",
                "2026-09-11",
                "https://jobs.sidlaw-health.example/key-worker/",
            ),
        ),
        section(
            "Put right",
            text("""
                In July we wrote that the crèche in Glasgow costs half as much as the tutor. It costs as much. The
                [[/bulletin/2026-07/|edition on the site]] says so since 3 August; the e-mail cannot be called back.
                Thank you to the reader in Paisley who did the sums.
                """),
        ),
        introduction="""
            School is back, and so are the questions. The one we hear most is “which of all these toolkits do I need?”,
            so that comes first.

            Further down there is a correction. We should rather have it here than not at all.
            """,
        published=date(2026, 8, 27),
        subject="Which toolkit do you need? And interviews that fit the ferry",
        preheader="A guide in three lines each, three case studies, two dates in September, and a correction.",
    ),
)
