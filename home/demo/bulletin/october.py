"""The edition of October 2026."""

from datetime import date, datetime

from home.demo.bulletin.notation import DemoEdition, edition, event, funding, item, section, text, vacancy

OCTOBER = DemoEdition(
    sent=date(2026, 10, 29),
    looked=datetime(2026, 10, 29, 11),
    page=edition(
        "2026-10",
        "October 2026",
        section(
            "Figures",
            item(
                "story",
                "New figures: when to expect them",
                """Release dates stand on gov.scot four weeks ahead. Put them in your calendar before you fix the date of a
                meeting that wants to talk about them.""",
                "/no-one-left-behind/updates/next-release-of-figures/",
            ),
            item(
                "story",
                "Count the way there, too",
                """The guide to measuring has more on what to count before somebody has a job: a first week of regular
                hours, say, or a drawer of unopened letters that is empty now.""",
                "/working-in-employability/measuring-what-changes/",
                "Read the guide",
            ),
        ),
        section(
            "Practice",
            item(
                "case_study",
                "Glasgow: three months before the gate",
                """A bank account, a doctor, a room, a telephone. The list is dull, and it is why 34 of 38 people had what
                they needed on the first day outside.""",
                "/local-authorities/glasgow-city/case-studies/starting-three-months-before-the-gate/",
                drawing=("open_gate", "Someone walks away from an open gate into the morning."),
            ),
            item(
                "case_study",
                "Highland: work trials in the quiet season",
                """Hotels have time to show people things in February. 21 of 26 finished their trial, and 16 were offered
                the season.""",
                "/local-authorities/highland/case-studies/work-trials-in-the-quiet-season/",
                drawing=("kitchen", "A cook stands beside two steaming pots."),
            ),
        ),
        section(
            "Partnerships",
            item(
                "story",
                "Who leads where",
                """The page on local partnerships now leads to every Partnerships Lead, in one table that prints on two
                sheets. Is your lead new? Only the council can change the entry, and it takes a minute.""",
                "/working-in-employability/local-employability-partnerships/",
            ),
            text("""
                **What you told us about local plans.** By 9 October we had 61 answers, 14 of them as photographs of
                margins. Nobody wants more headings. Many want fewer words about the past and a page on what was stopped.
                We shall show a first draft in February.
                """),
        ),
        section(
            "Dates",
            event(
                "Benefit sums on one page",
                "2026-11-12",
                "10am to 11am",
                "Online",
                "How to show somebody what four, eight and twelve hours of work would change.",
                "Ask for the link",
            ),
            event(
                "Winter gathering of key workers",
                "2026-12-09",
                "10am to 3.30pm",
                "Station Hotel Rooms, Stirling",
                "Eighty places, a crèche, and a quiet room. Travel from the islands is paid.",
                link="Ask for a place",
            ),
            event(
                "Reading a release of figures",
                "2026-12-16",
                "2pm to 3pm",
                "Online, with captions",
                "What to look at first, and which number not to quote.",
                "Ask for the link",
            ),
        ),
        section(
            "Money and jobs",
            funding(
                "Placements in small firms",
                "2026-11-27",
                """The Gorse Foundation pays a firm with up to ten people for the hours that a colleague spends showing a
                newcomer the work.""",
                "https://www.gorse-foundation.example/placements/",
            ),
            funding(
                "Books, boots and bus fares",
                "2027-01-15",
                """Small sums within a week, for one person at a time, up to £300. Key workers apply; the first decisions
                come on 1 December.""",
                "https://apply.first-week-fund.example/",
                "Apply to the First Week Fund",
            ),
            vacancy(
                "Partnership officer, maternity cover",
                "Tayforth Employability",
                "Perth",
                "2026-11-13",
                "https://www.tayforth-employability.example/jobs/officer/",
            ),
            vacancy(
                "Two work coaches for people with convictions",
                "Clydeview Futures",
                "Glasgow",
                "2026-12-04",
                "https://jobs.clydeview-futures.example/coaches/",
                "People who have been through it themselves are asked to apply.",
            ),
        ),
        introduction="""
            The clocks have gone back, and the year-end returns are in sight. So we begin with figures: when they come,
            and what to count before there is anything to count.

            Two case studies this month are about starting early, each in its own way.
            """,
        published=date(2026, 10, 29),
        subject="When the figures come, and help that starts before the gate",
        preheader="Two case studies about starting early, what you told us about plans, and a winter gathering in Stirling.",
    ),
)
