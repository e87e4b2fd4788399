"""Fife and West Lothian."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.demo_page import File
from home.demo.writing import accordion, block, prose

FIFE = DemoCouncil(
    code="S12000047",
    introduction="""
        Seven areas, one way in. Whoever you call first fills in one short form with you, and every partner works from it.
        You tell your story once.
        """,
    places="""
        Glenrothes, Dunfermline, Kirkcaldy, St Andrews, Cupar, Methil, Leven, Cowdenbeath, Lochgelly, Rosyth, Inverkeithing,
        Burntisland, Anstruther, Tayport
        """,
    partnership="Fife local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0320",
    checked=15,
    fields={
        "partnership_site": "https://partnership.fife.example/",
        "documents": [
            block(
                "documents",
                {
                    "title": "For employers",
                    "documents": [{"document": File("fife-employers-docx"), "title": ""}],
                },
            )
        ],
        "body": [
            *prose("""
                ## What happens after you call

                1. You get a text with the name of your key worker on the same day.
                2. You meet within a week, near your home or by telephone.
                3. You agree on a plan, and each of you keeps a copy.
                """),
            accordion(
                ("Dunfermline and west Fife", "Rooms in Dunfermline, Rosyth and Inverkeithing."),
                ("Kirkcaldy, Levenmouth and Glenrothes", "Rooms in Kirkcaldy, Methil and Glenrothes."),
                ("North east Fife", "Rooms in Cupar and Anstruther; St Andrews on Thursdays."),
            ),
        ],
    },
    contacts=[
        people(
            "Fife work helpline",
            "0131 496 0321",
            email="work@fife.example",
            address="Employability team\nTown house\nGlenrothes",
            times="Mon-Fri 8:00-18:00",
            textphone="0131 496 0329",
            languages="Polish, BSL by video",
        ),
        people(
            "Levenmouth job shop",
            "0131 496 0325",
            subject="Drop in without an appointment",
            address="Job shop\nHigh Street\nMethil",
            times="Mon-Thu 9:30-12:30, Mon-Thu 13:30-16:30",
        ),
        employers(
            "Fife employer team",
            "0131 496 0322",
            email="employers@fife.example",
            times="Mon-Fri 8:30-17:00",
        ),
        partners(
            "Partnership team", "0131 496 0323", email="partnership@fife.example", times="Mon-Fri 9:00-17:00"
        ),
        lead("Partnerships Lead", "0131 496 0324", email="lead@fife.example"),
    ],
    services=[
        service(
            "Licences first",
            "Skills and training",
            "Forklift, lorry, digger or door steward: the licence first, then interviews with firms that have agreed to see you.",
            groups=["Unemployed 12 months or more", "People with convictions"],
            area="Levenmouth, Kirkcaldy and Rosyth",
            how="Ask your key worker. Tests are held each month.",
            provider="Licensed training centres",
        ),
        service(
            "Breakfast club key workers",
            "Key worker support",
            "Key workers at eleven school breakfast clubs, for a talk over toast and no form on the first day.",
            groups=["Parents"],
            how="Come to the club, also if your children do not.",
            products=["customer-charter"],
        ),
        service(
            "Supported employment",
            "In-work support",
            "A job coach who learns the job with you, stays as long as it takes, and trains your colleagues too.",
            groups=["Disabled people", "People with health conditions"],
            how="Call the helpline, or ask a social worker.",
            access="Easy read plans, BSL, quiet rooms.",
            products=["service-standards", "service-design-toolkit"],
        ),
        service(
            "Test a business",
            "Self-employment",
            "Three months to try a business idea under our insurance, with an adviser and a stall at the market.",
            groups=["People aged 50 and over", "Minority ethnic people"],
            how="Send an idea in five lines.",
            ends_on="March 2028",
        ),
        service(
            "Money matters at work",
            "Money and benefits advice",
            "Advice on wages, debt and benefits in the evening, when people in work have time.",
            how="Call between 17:00 and 20:00 on Tuesdays.",
            provider="An advice charity",
            checked=110,
        ),
    ],
)

WEST_LOTHIAN = DemoCouncil(
    code="S12000040",
    introduction="""
        Ask us which jobs can be reached by bus from your town, and at what hours. For the others we look for a way.
        """,
    places="Livingston, Bathgate, Linlithgow, Broxburn, Whitburn, Armadale, West Calder, Blackburn, Fauldhouse",
    partnership="West Lothian local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0400",
    checked=29,
    contacts=[
        people(
            "Work and skills team",
            "0131 496 0401",
            email="work@west-lothian.example",
            address="Work and skills team\nCivic centre\nLivingston",
            times="Mon-Thu 8:30-17:00, Fri 8:30-16:00",
            languages="Polish, Urdu on request",
        ),
        employers(
            "Employer support",
            "0131 496 0402",
            email="employers@west-lothian.example",
            times="Mon-Fri 8:30-16:30",
        ),
        partners("Partnership team", "0131 496 0403", email="partnership@west-lothian.example"),
        lead("Partnerships Lead", "0131 496 0404", email="lead@west-lothian.example"),
    ],
    services=[
        service(
            "Warehouse, lorry, logistics",
            "Skills and training",
            "Two weeks of training with a guaranteed interview in one of the warehouses along the motorway.",
            groups=["Unemployed 12 months or more", "People with convictions"],
            how="Call on a Monday: groups start each fortnight.",
            provider="Logistics firms",
        ),
        service(
            "Nightshift nursery",
            "Childcare and travel",
            "Childcare that opens at five and closes at eleven, for hospital, warehouse and bakery shifts.",
            groups=["Parents"],
            area="Livingston and Bathgate",
            how="Ask your key worker. Show the rota of one week.",
            cost="From £2 an hour",
        ),
        service(
            "A year in the hospital",
            "Work experience",
            "A year inside a hospital for young disabled people: three placements, a tutor on site and a job coach.",
            groups=["Disabled people", "Young people"],
            how="Apply through school or college by March.",
            provider="The NHS, the college and the council",
            access="Supported travel in the first term.",
            products=["service-standards"],
        ),
    ],
)

COUNCILS = [FIFE, WEST_LOTHIAN]
