"""Updates from the first phase in 2019 to October 2024."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from home.demo.demo_page import DemoPage, State
from home.demo.writing import Block, prose

INDEX = "/no-one-left-behind/updates/"
# Invented people: no minister or councillor has these names.
MINISTER = "Ailsa Strathbrae MSP"
COUNCILLOR = "Councillor Ruaridh Glenmarron"


def news(
    day: date, slug: str, title: str, summary: str, body: str | Sequence[Block], state: State = "live"
) -> DemoPage:
    return DemoPage(
        address=f"{INDEX}{slug}/",
        model="resources.UpdatePage",
        title=title,
        summary=summary,
        published=day,
        state=state,
        fields={"date": day, "body": prose(body) if isinstance(body, str) else body},
    )


def joint(day: date, slug: str, title: str, summary: str, body: str) -> DemoPage:
    signatories = [
        (MINISTER, "Minister with responsibility for employability", "Scottish Government"),
        (COUNCILLOR, "Spokesperson for community wellbeing", "COSLA"),
    ]
    return DemoPage(
        address=f"{INDEX}{slug}/",
        model="resources.UpdatePage",
        title=title,
        summary=summary,
        published=day,
        fields={
            "update_kind": "joint",
            "date": day,
            "body": prose(body),
            "signatories": [
                {"type": "signatory", "value": {"name": name, "role": role, "body": of}}
                for name, role, of in signatories
            ],
        },
        related=["/no-one-left-behind/", "/publications/partnership-working-agreement/"],
    )


PAGES = [
    news(
        date(2019, 4, 1),
        "first-phase-starts",
        "The first phase of No One Left Behind starts",
        "Two national programmes end today, and their money passes to councils and their partners.",
        """
        Activity Agreements and Scotland’s Employer Recruitment Incentive end today as national programmes. The money
        behind them goes to the 32 councils, which decide with their partners how to use it.

        If you are on one of the two, nothing stops: your support goes on as agreed.
        """,
    ),
    news(
        date(2020, 11, 24),
        "delivery-plan-published",
        "Delivery plan published",
        "The plan says how the partners will work through 2021 and what changes in April 2022.",
        """
        The [[/publications/no-one-left-behind-delivery-plan/|delivery plan]] is out. It resets the dates that the
        pandemic overtook, and it says what each of the six workstreams will do in 2021.

        Providers under the Employability Fund and Community Jobs Scotland should read
        [[/publications/no-one-left-behind-delivery-plan/a-changed-timetable/|chapter 3]] first: both programmes run for
        one more year.
        """,
    ),
    news(
        date(2021, 12, 10),
        "standards-and-charter",
        "Service standards and customer charter",
        "Four standards for every service, and a charter that tells people what they can expect.",
        """
        From today every service under No One Left Behind has the same four standards to work to. A customer charter
        says the same to the people who use services, in their own words: they helped to write it.

        Display the charter where people wait, and hand it out at the first meeting.
        """,
    ),
    news(
        date(2022, 4, 1),
        "next-phase-starts",
        "The next phase starts",
        "The Employability Fund and Community Jobs Scotland end, and local partnerships take over.",
        """
        The Employability Fund and Community Jobs Scotland closed yesterday. From today local partnerships decide on
        the support that takes their place.

        A first version of the shared measurement framework comes with the change, so that results can be told in the
        same words everywhere. A service design toolkit comes too.
        """,
    ),
    news(
        date(2022, 6, 23),
        "framework-for-local-plans",
        "A framework for local delivery plans",
        "What a local plan should hold, from the evidence to the results. Plans run for three years.",
        """
        A framework for local delivery plans is ready. It lists what a plan should hold and leaves open how it looks.
        Plans run for three years and are reviewed every year.

        Partnerships that have a plan already need not start again. Check it against the list and fill the gaps at the
        next review.
        """,
    ),
    news(
        date(2023, 8, 31),
        "evaluation-published",
        "How the change went: evaluation published",
        "Researchers looked at No One Left Behind and the Young Person’s Guarantee. Their report is on gov.scot.",
        """
        An evaluation of how No One Left Behind and the Young Person’s Guarantee were put into practice has been
        published on [[https://www.gov.scot/publications/|gov.scot]] this month.

        We suggest one question for your next partnership meeting: which of its findings did we already know, and what
        have we done about it?
        """,
    ),
    news(
        date(2024, 3, 28),
        "fair-start-scotland-last-referrals",
        "Fair Start Scotland: last referrals on 31 March",
        "After Sunday, new people are referred to their council. Those already on the service stay with it.",
        """
        Fair Start Scotland takes its last referrals on Sunday 31 March 2024, almost six years after it began.

        - **Already on the service?** Your support goes on with the same provider.
        - **Making a referral?** From Monday, send people to the employability team of their council.
        """,
    ),
    news(
        date(2024, 9, 13),
        "strategic-plan-published",
        "Strategic plan for 2024 to 2027 published",
        "The plan sets the direction for three years. Local plans will follow it.",
        """
        The employability strategic plan for 2024 to 2027 was published today.
        [[/publications/strategic-plan-2024-to-2027/|What it is for and where to read it]].

        Partnerships do not have to rewrite their local plans at once. Use the next yearly review.
        """,
    ),
    news(
        date(2024, 10, 31),
        "handbook-published",
        "National Products Handbook published",
        "All standards, frameworks and toolkits in one place, with a word on when to use each.",
        """
        The National Products Handbook brings together what used to be spread over several sites: the standards, the
        charter, the frameworks, the toolkits and the data resources. For each it says who made it, whom it is for
        and when to reach for it.

        Keep it where new colleagues will find it. A short guide stands under
        [[/working-in-employability/standards-and-tools/|Standards and tools]].
        """,
    ),
]
