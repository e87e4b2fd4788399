"""Updates from the last weeks of 2024 to the end of 2025."""

from datetime import date

from home.demo.pages.updates_to_2024 import joint, news
from home.demo.writing import inset, prose, table

PAGES = [
    news(
        date(2024, 11, 28),
        "five-years-of-figures",
        "Five years of figures on one page",
        "How many people started support up to March 2024, how many found work, and how to read the numbers.",
        """
        From April 2019 to March 2024, 61,930 people started support. Of these, 19,146 went into work: 31%.

        We have put the [[/publications/no-one-left-behind-statistics/|key figures]] on one page, with notes that help
        you to quote them correctly. The full release is on gov.scot.
        """,
    ),
    news(
        date(2025, 1, 30),
        "handbook-drop-in-sessions",
        "Drop-in sessions on the handbook",
        "Four short sessions online for people who are new to the handbook. Bring a question from your own work.",
        [
            *prose("""
                Each session takes 45 minutes, with captions. There is no talk to sit through: we open the handbook and
                look for the answer to your question together.
                """),
            table(
                "stack",
                "Sessions in February and March 2025",
                [("text", "Date"), ("text", "Time"), ("text", "For")],
                [
                    ("Tuesday 11 February 2025", "10am to 10.45am", "Key workers"),
                    ("Thursday 20 February 2025", "2pm to 2.45pm", "Managers and commissioners"),
                    ("Tuesday 4 March 2025", "10am to 10.45am", "Third sector and colleges"),
                    ("Thursday 13 March 2025", "2pm to 2.45pm", "Anyone"),
                ],
            ),
            inset(
                "To take part, [[/contact/|write to us]] and say which session suits you and what you need to join in."
            ),
        ],
    ),
    joint(
        date(2025, 3, 20),
        "joint-update-spring-2025",
        "Joint update, spring 2025",
        "Six months after the strategic plan: what partnerships have told us, and what we will do with it.",
        """
        ## What we heard

        Since the autumn, colleagues from both our organisations have met local partnerships in every region. Three
        things came up again and again: people find support too late, reporting takes too long, and good ideas stay
        where they were born.

        ## What we will do

        - Make this site easier to use for people who look for help, not only for those who provide it.
        - Look at every question in the yearly return and ask whether anybody uses the answer.
        - Share what works, in short pieces that can be read between two appointments.

        Thank you to everyone who gave us their time and an honest answer.
        """,
    ),
    news(
        date(2025, 4, 24),
        "council-names-and-codes",
        "One list of council names and codes",
        "Use it in every return, so that nobody has to guess which “Aberdeen” is meant.",
        """
        Returns arrive with six spellings of some councils. That costs time and causes mistakes.

        There is now [[/publications/council-names-and-codes/|one list of names and codes]], also as a file that you can
        load into a spreadsheet. Please use it from your next return.
        """,
    ),
    news(
        date(2025, 6, 12),
        "quoting-the-figures",
        "Quoting the figures: three common slips",
        "A start is not a place, a share needs its base, and the latest quarter will change.",
        """
        We have seen good work weakened by a figure that was quoted wrongly. Three slips come up most:

        1. **Starts and places.** The figures count people, not places on offer.
        2. **A share without its base.** Say how many people the percentage is based on.
        3. **The latest quarter.** Late returns move it. Say that it is provisional.

        The [[/publications/no-one-left-behind-statistics/|key figures]] now carry notes on each of these.
        """,
    ),
    news(
        date(2025, 8, 21),
        "customer-charter-in-practice",
        "The customer charter: is it on your wall?",
        "What three teams do so that people really see the charter, and one thing to try this month.",
        """
        A charter that stays in a folder protects nobody. Three teams told us what they do:

        - One reads it aloud at the first meeting and asks: what would you add?
        - One prints it on the back of the appointment card.
        - One asks two people a month whether it was kept, and puts the answers up in the staff room.

        **To try this month:** ask the next five people you meet whether they have seen it.
        """,
    ),
    joint(
        date(2025, 10, 9),
        "joint-update-autumn-2025",
        "Joint update, autumn 2025",
        "What has become of the three promises of spring, and how partnerships can prepare their yearly review.",
        """
        ## The promises of spring

        Work on a new site has begun, and a first version will open next summer. The questions of the yearly return have
        been gone through one by one with a group of councils. Short pieces on practice now appear on this page.

        ## The yearly review

        Many partnerships review their delivery plan in winter. We ask each of them to hear at least five people who used
        a service, and to write down what changed because of them.
        """,
    ),
    news(
        date(2025, 12, 4),
        "winter-opening",
        "When you can reach us over the holidays",
        "We answer until 23 December and again from 5 January. Local teams have hours of their own.",
        """
        Our last day in the office is Tuesday 23 December 2025. We are back on Monday 5 January 2026.

        Council teams keep hours of their own. If you support someone through the winter break, agree now whom they can
        call in an emergency, and write it on their plan.
        """,
    ),
]
