"""Updates of 2026, and those that readers cannot see yet."""

from datetime import date

from home.demo.pages.updates_to_2024 import joint, news
from home.demo.writing import inset, prose

PAGES = [
    news(
        date(2026, 1, 22),
        "documents-that-everyone-can-read",
        "Sending us a document? Make it one that everyone can read",
        "Five checks before you press send. They take ten minutes and save someone an afternoon.",
        """
        Before you send us a file to publish:

        1. Use real headings, not large bold letters.
        2. Write the alternative text for each picture while you still know why it is there.
        3. Give tables a header row and no merged cells.
        4. Say in the file which language it is in.
        5. Ask yourself whether it has to be a file. A web page reads better on a telephone.

        Readers see next to each file whether it has been checked. [[/accessibility/|Our accessibility statement]] says
        what we still have to mend ourselves.
        """,
    ),
    news(
        date(2026, 3, 12),
        "help-us-test-the-new-site",
        "Help us to test the new site",
        "We look for people who use employability services, and people who work in them, for an hour each in April.",
        """
        The new site opens in summer. Before it does, we want to watch people use it and see where they get stuck.

        You need no special knowledge. We come to you or meet online, at a time that suits you, and there is a thank-you
        for your time. [[/contact/|Write to us]] if you would like to take part.
        """,
    ),
    news(
        date(2026, 4, 16),
        "former-council-codes",
        "Former council codes: replace them before your next return",
        "Six codes from old files still turn up. The list now shows which code to use instead.",
        """
        Boundaries have moved, and some councils have had a new code since. We have added the former codes to the
        [[/publications/council-names-and-codes/|list of names and codes]], with the one to use today.
        """,
    ),
    joint(
        date(2026, 5, 28),
        "joint-update-summer-2026",
        "Joint update, summer 2026",
        "The third year of the strategic plan begins. What we ask of partnerships, and what they can ask of us.",
        """
        ## Where we stand

        The strategic plan runs until 2027. Two of its three years are nearly over, and this is a good moment for every
        partnership to look at its own plan beside it.

        ## What we ask of you

        Tell us by the end of September which part of your plan helped most and which you would drop. One page is
        enough.

        ## What you can ask of us

        You can ask us to come to a meeting, to explain a decision, or to put you in touch with an area that has solved
        your problem already.
        """,
    ),
    news(
        date(2026, 6, 18),
        "new-site-opens",
        "The new site is open",
        "Two ways in, one for people who look for help and one for people who work in the field.",
        """
        Welcome. This site has two ways in: [[/get-help/|help to find work]] and
        [[/working-in-employability/|working in employability]]. Old addresses lead to the new pages.

        It is a beta: it works, and it will change. At the foot of each page you can tell us whether it helped. We read
        every comment.
        """,
    ),
    news(
        date(2026, 8, 27),
        "standards-and-tools-guide",
        "Which tool for which job?",
        "A short guide to standards and toolkits, for the day before a partnership meeting.",
        """
        We are often asked which toolkit to start with. There is now a page that answers it in a few lines for each:
        [[/working-in-employability/standards-and-tools/|Standards and tools]].
        """,
    ),
    news(
        date(2026, 9, 17),
        "what-your-feedback-changed",
        "What your feedback has changed so far",
        "Three months of comments at the foot of the page, and what we did about the five most common ones.",
        [
            *prose("""
                Since June many of you have told us whether a page helped. The five things you named most, and what came
                of them:

                - **“Too much history first.”** The page on [[/no-one-left-behind/|No One Left Behind]] now starts with
                  what it is.
                - **“I cannot find my council.”** [[/get-help/|Get help to find work]] now leads you there from the top.
                - **“What does LEP mean?”** Abbreviations are explained where they first stand.
                - **“The wheel cannot be read on a telephone.”** It now comes with a list of the same words.
                - **“When was this changed?”** Publications show all their updates with dates.
                """),
            inset("Please keep personal details out of comments. [[/privacy/|How we treat what you write]]."),
        ],
    ),
    news(
        date(2026, 10, 22),
        "next-release-of-figures",
        "New figures: when to expect them",
        "Release dates are announced on gov.scot four weeks ahead. Here is how to be among the first to know.",
        """
        National figures on employability support come out several times a year. Their dates stand on
        [[https://www.gov.scot/collections/labour-market-statistics/|gov.scot]] at least four weeks before.

        We change our [[/publications/no-one-left-behind-statistics/|page of key figures]] after a release, and say so
        here.
        """,
    ),
    news(
        date(2026, 11, 12),
        "first-and-fifth-year",
        "The first year and the fifth, side by side",
        "From 2,694 starts to 20,988: a new table shows how the approach has grown, and what that does not prove.",
        """
        In its first year 2,694 people started support under No One Left Behind. In the fifth it was 20,988. The
        [[/publications/no-one-left-behind-statistics/|key figures]] now set the two side by side.

        Part of the growth is a matter of counting: funds that used to be national moved in. The page says what else to bear in mind.
        """,
    ),
    news(
        date(2026, 11, 25),
        "who-answers-over-the-holidays",
        "Who answers over the winter holidays",
        "Our office is closed from 24 December to 4 January. What to send before, and who helps in between.",
        """
        We are away from 4pm on 23 December and back on Tuesday 5 January.

        - Questions about a return: send them by 17 December, and you have an answer before we go.
        - Somebody needs support now: the teams of most councils answer on the working days in between. Their numbers
          stand with [[/local-authorities/|each council]].

        [[/contact/|The contact page]] says all the year round how to reach us.
        """,
    ),
    news(
        date(2026, 12, 3),
        "delivery-plans-on-one-page",
        "Delivery plans on one page: three examples",
        "Three partnerships show how they put a three-year plan on a single sheet.",
        """
        A plan that fits on one page gets read. We have asked three partnerships to show theirs and to say what they left
        out.

        The first example comes from an island area, the second from a city, the third from a county of small towns.
        """,
        state="draft",
    ),
    news(
        date(2026, 12, 3),
        "yearly-review-questions",
        "Five questions for your yearly review",
        "A short agenda for partnerships that look at their delivery plan this winter.",
        """
        1. Whom did we mean to reach, and whom did we reach?
        2. What did people who used a service tell us?
        3. What did we stop doing?
        4. Where did money lie unused, and why?
        5. What is the one thing we will do differently next year?
        """,
        state="waiting",
    ),
    news(
        date(2026, 12, 10),
        "planning-next-years-meetings",
        "Planning next year’s partnership meetings",
        "A note for those who set the dates: when plans, returns and figures fall due.",
        """
        Set the dates for the whole year at once. Leave two weeks between a release of figures and the meeting that talks
        about it, and keep one meeting free of papers to hear from people who use services.
        """,
        state="scheduled",
    ),
]
