"""Clackmannanshire, Falkirk and Stirling."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.writing import prose

CLACKMANNANSHIRE = DemoCouncil(
    code="S12000005",
    introduction="""
        Clackmannanshire is small. One team of nine helps with the whole way to work, and knows most local employers by
        first name.
        """,
    places="Alloa, Alva, Tillicoultry, Dollar, Clackmannan, Tullibody, Sauchie",
    partnership="Clackmannanshire local employability partnership",
    plan=(2023, 2026),
    switchboard="0131 496 0260",
    checked=203,
    has_mailbox=False,
    contacts=[
        people(
            "Employability team",
            "0131 496 0261",
            email="work@clackmannanshire.example",
            address="Employability team\nTown library\nAlloa",
            times="Mon-Fri 9:00-17:00",
        ),
        employers(
            "Business support",
            "0131 496 0262",
            email="employers@clackmannanshire.example",
            times="Mon-Fri 9:00-17:00",
        ),
        partners("Partnership contact", "0131 496 0263", email="partnership@clackmannanshire.example"),
        lead("Partnerships Lead", "0131 496 0264", email="lead@clackmannanshire.example", checked=188),
    ],
    services=[
        service(
            "Wee County key workers",
            "Key worker support",
            "A key worker for each of the towns along the Hillfoots, with a desk in the library.",
            how="Drop in or call.",
            products=["service-standards"],
        ),
        service(
            "Glass, bottles and boxes",
            "Work experience",
            "Four weeks on the line in a bottling hall or a packaging works, with an interview at the end.",
            groups=["Unemployed 12 months or more"],
            how="Ask your key worker.",
            provider="Local manufacturers",
        ),
        service(
            "Parents into college",
            "Childcare and travel",
            "Pays for childcare and the bus while parents take a first course.",
            groups=["Parents"],
            how="Apply with your college offer. A conditional one is enough.",
            cost="Free",
        ),
    ],
)

FALKIRK = DemoCouncil(
    code="S12000014",
    introduction="""
        Whether you live in Bo’ness or Bonnybridge, you get the same offer: a key worker within five days, a plan that is
        yours, and a way into the jobs of the area, from the port to the hospital.
        """,
    places="Falkirk, Grangemouth, Bo’ness, Larbert, Stenhousemuir, Denny, Bonnybridge, Polmont",
    partnership="Falkirk local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0280",
    checked=27,
    contacts=[
        people(
            "Employment and training unit",
            "0131 496 0281",
            email="work@falkirk.example",
            address="Employment and training unit\nGrangemouth",
            times="Mon-Thu 8:45-17:00, Fri 8:45-15:00",
        ),
        employers(
            "Employer offer",
            "0131 496 0282",
            subject="Apprenticeships and wage support",
            email="employers@falkirk.example",
            times="Mon-Fri 9:00-16:00",
        ),
        partners("Partnership office", "0131 496 0283", email="partnership@falkirk.example"),
        lead("Partnerships Lead", "0131 496 0284", email="lead@falkirk.example"),
    ],
    services=[
        service(
            "Just transition skills",
            "Skills and training",
            "For people whose jobs in refining and chemicals are going: advice, a course and the fare to a new site.",
            groups=["People aged 50 and over"],
            area="Grangemouth and Bo’ness",
            how="Call, or come to the Friday session at the unit.",
            starts_on="September 2025",
        ),
        service(
            "Apprentices at the council",
            "Work experience",
            "Twenty places a year in care, gardening, offices and roads, also for people who are over 25.",
            groups=["Young people", "Care-experienced people"],
            how="Apply in March. Your key worker can help with the form.",
            products=["customer-charter"],
        ),
        service(
            "Work and wellbeing allotment",
            "Health and work",
            "Two mornings a week of growing and building, with a key worker among the group.",
            groups=["People with health conditions", "Disabled people"],
            area="Denny",
            how="Come and look on any Tuesday morning.",
            provider="A community garden",
            access="Raised beds, level paths, accessible toilet.",
        ),
    ],
)

STIRLING = DemoCouncil(
    code="S12000030",
    introduction="""
        Most people here live in or near the city, and some at the end of a long single-track road. There is a way to
        reach us for both.
        """,
    places="Stirling, Bridge of Allan, Dunblane, Bannockburn, Callander, Killin, Balfron, Aberfoyle, Tyndrum",
    partnership="Stirling local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0300",
    checked=84,
    fields={
        "body": prose("""
            ## If you live in the rural west or north

            A key worker is in Callander on Mondays, in Balfron on Wednesdays and in Killin on the second Friday of the
            month. The bus driver takes your appointment letter as a ticket.
            """),
    },
    contacts=[
        people(
            "Learning and employability team",
            "0131 496 0301",
            email="work@stirling.example",
            times="Mon-Fri 9:00-17:00",
            languages="BSL by appointment",
        ),
        employers(
            "Employer link", "0131 496 0302", email="employers@stirling.example", times="Mon-Fri 9:00-17:00"
        ),
        partners("Partnership office", "0131 496 0303", email="partnership@stirling.example"),
        lead("Partnerships Lead", "0131 496 0304", email="lead@stirling.example"),
    ],
    services=[
        service(
            "Rural hub days",
            "Key worker support",
            "A key worker, a benefits adviser and a careers adviser in one village hall on one day.",
            area="Callander, Balfron and Killin",
            how="Come along, or book a time by telephone.",
            provider="The council, Skills Development Scotland and a money advice charity",
        ),
        service(
            "Visitor season academy",
            "Skills and training",
            "Three weeks before Easter: food hygiene, first aid, a till, and a job for the season with a local firm.",
            groups=["Young people", "Parents"],
            how="Call by the end of January.",
            provider="Hotels, shops and the national park’s businesses",
            starts_on="March 2027",
        ),
        service(
            "Staying in work",
            "In-work support",
            "Somebody to call in the first year of a job, for you and for your manager.",
            how="You can join up to three months after starting.",
            products=["service-standards", "shared-measurement-framework"],
            checked=158,
        ),
    ],
)

COUNCILS = [CLACKMANNANSHIRE, FALKIRK, STIRLING]
