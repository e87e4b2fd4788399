"""The edition of June 2026: the new site is open."""

from datetime import date, datetime

from home.demo.bulletin.notation import DemoEdition, edition, event, funding, item, section, text, vacancy

JUNE = DemoEdition(
    sent=date(2026, 6, 25),
    looked=datetime(2026, 6, 25, 11),
    page=edition(
        "2026-06",
        "June 2026",
        section(
            "The new site",
            item(
                "story",
                "Two ways in",
                """One door is for people who look for help, the other for people who work in the field. Your old
                bookmarks lead to the new pages. If one does not, send it to us.""",
                "/no-one-left-behind/updates/new-site-opens/",
            ),
            item(
                "council_news",
                "Thirty-two councils in one directory",
                """Type a postcode and you get the right team, with its opening hours. Councils keep their own entries,
                and each says when it was last checked. Is something wrong? Tell the council through the link beside
                it.""",
                "/local-authorities/",
                "Find a council",
            ),
            item(
                "handbook_change",
                "The handbook, a page for each product",
                """All nine products have addresses of their own, so that you can point a colleague to the right one.
                You can still have the whole book as a Word file or a PDF.""",
                "/handbook/",
            ),
        ),
        section(
            "Practice",
            item(
                "case_study",
                "Dundee: a key worker at the surgery on Tuesdays",
                """The doctor says one sentence, and two doors down sits somebody who can talk about work. In fifteen
                months 214 people came. One of the five rooms was up a flight of stairs, which nobody had thought
                about.""",
                "/local-authorities/dundee-city/case-studies/a-key-worker-at-the-surgery-on-tuesdays/",
                "Read how it was done",
                ("desk_at_the_surgery", "Two people talk at a desk in a doctor’s surgery."),
            ),
        ),
        section(
            "Show and tell",
            event(
                "The new site in thirty minutes",
                "2026-06-30",
                "1pm to 1.30pm",
                "Online, with captions",
                "A short tour, then your questions.",
                "Ask for the link",
            ),
            event(
                "The new site, once more before nine-thirty",
                "2026-07-02",
                "9am to 9.30am",
                "Online, with captions",
                "For those who are with people all day.",
                "Ask for the link",
            ),
            event(
                "Open hour for partnership leads",
                "2026-07-09",
                "11am to noon",
                "Online",
                "No agenda. Come with whatever is on your desk.",
                "Ask for the link",
            ),
        ),
        section(
            "Money and jobs",
            funding(
                "Tools for training kitchens and workshops",
                "2026-07-17",
                """Charities that train people for work can ask the Ardnish Fund for equipment worth up to £10,000. Think
                of ovens, benches, hoists and safe flooring. Computers are not covered.""",
                "https://www.ardnish-fund.example/equipment/",
            ),
            vacancy(
                "Officer for data and reporting",
                "Firth Skills Partnership",
                "Kirkcaldy",
                "2026-07-10",
                "https://www.firth-skills.example/jobs/data-officer/",
                "You like tidy tables and can explain them to people who do not.",
            ),
        ),
        section(
            "Tell us",
            text("""
                At the foot of every page you can say whether it helped. Please use it most when it did **not**: a word
                on what you were looking for is worth more to us than a hundred visits.
                """),
        ),
        introduction="""
            On 18 June the new site opened, a week that we spent with one eye on the error log. It held. Thank you for
            the forty-one messages so far, the friendly ones and the others.

            This month is mostly about finding your way around. From July there is more about practice again.
            """,
        published=date(2026, 6, 25),
        subject="The new site is open: where to find what you need",
        preheader="A directory of all 32 councils, the handbook page by page, and a key worker at a surgery in Dundee.",
    ),
)
