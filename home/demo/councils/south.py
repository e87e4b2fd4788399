"""Dumfries and Galloway, and Scottish Borders."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.writing import accordion, inset, prose

DUMFRIES_AND_GALLOWAY = DemoCouncil(
    code="S12000006",
    introduction="""
        It is over a hundred miles from Langholm to Drummore. We do not expect you to travel them: our work clubs do.
        """,
    places="""
        Dumfries, Stranraer, Annan, Lockerbie, Castle Douglas, Newton Stewart, Kirkcudbright, Langholm, Moffat, Sanquhar,
        Gretna, Wigtown
        """,
    partnership="Dumfries and Galloway local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0420",
    checked=48,
    fields={
        "body": [
            *prose("## Where the work club stops"),
            accordion(
                (
                    "Annandale and Eskdale",
                    "Annan and Lockerbie weekly, Langholm and Moffat on alternate Thursdays.",
                ),
                ("Nithsdale", "Dumfries on every working day, Sanquhar on Wednesdays."),
                ("Stewartry", "Castle Douglas on Mondays, Kirkcudbright on Fridays."),
                ("Wigtownshire", "Stranraer from Monday to Thursday, Newton Stewart and Wigtown in turn."),
            ),
            inset("If you live near the border, work in Carlisle counts. We pay the fare there, too."),
        ],
    },
    contacts=[
        people(
            "Employability and skills service",
            "0141 496 0421",
            email="work@dumfries-and-galloway.example",
            times="Mon-Thu 9:00-17:00, Fri 9:00-16:00",
        ),
        people(
            "Stranraer office",
            "0141 496 0425",
            address="Employability office\nHarbour street\nStranraer",
            times="Mon-Thu 9:30-16:00",
        ),
        employers(
            "Employer support",
            "0141 496 0422",
            email="employers@dumfries-and-galloway.example",
            times="Mon-Fri 9:00-16:30",
        ),
        partners("Partnership office", "0141 496 0423", email="partnership@dumfries-and-galloway.example"),
        lead("Partnerships Lead", "0141 496 0424", email="lead@dumfries-and-galloway.example"),
    ],
    services=[
        service(
            "The travelling work club",
            "Key worker support",
            "Key workers, computers and a jobs board in a different hall each day.",
            how="Come along: the timetable hangs in every library and post office.",
            access="Only halls with level access and a hearing loop.",
            products=["service-design-toolkit"],
        ),
        service(
            "Timber and dairy skills",
            "Skills and training",
            "Machine tickets, milking and forest safety, on farms and in woods within an hour of your home.",
            groups=["Young people", "Unemployed 12 months or more"],
            how="Call for the spring and autumn groups.",
            provider="Farms and forest firms",
        ),
        service(
            "Fares and phones",
            "Childcare and travel",
            "Pays fares, repairs a car for its test, or lends a telephone with data, where that is what stands in the way.",
            how="Your key worker can decide up to £300 on the spot.",
            cost="Free",
        ),
        service(
            "Talk it over",
            "Health and work",
            "Six sessions by telephone with a counsellor who knows about work, also in the evening.",
            groups=["People with health conditions"],
            how="Call. No referral.",
            provider="A counselling charity",
            products=["customer-charter"],
            checked=154,
        ),
    ],
)

SCOTTISH_BORDERS = DemoCouncil(
    code="S12000026",
    introduction="""
        We work in five towns and along the railway. Say which town suits you best, not only the nearest: sometimes the bus
        goes the other way.
        """,
    places="Galashiels, Hawick, Kelso, Jedburgh, Peebles, Selkirk, Melrose, Newtown St Boswells, Eyemouth, Duns, Coldstream",
    partnership="Borders local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0420",
    checked=26,
    contacts=[
        people(
            "Employment support service",
            "0131 496 0421",
            email="work@scottish-borders.example",
            times="Mon-Thu 8:45-17:00, Fri 8:45-15:45",
            languages="BSL by video",
        ),
        employers(
            "Employer contact",
            "0131 496 0422",
            email="employers@scottish-borders.example",
            times="Mon-Fri 9:00-15:45",
        ),
        partners("Partnership team", "0131 496 0423", email="partnership@scottish-borders.example"),
        lead("Partnerships Lead", "0131 496 0424", email="lead@scottish-borders.example"),
    ],
    services=[
        service(
            "Mill and loom",
            "Work experience",
            "Paid months in a textile mill or a knitwear studio, learning from people who are about to retire.",
            groups=["Young people", "People aged 50 and over"],
            area="Hawick, Selkirk and Galashiels",
            how="Two starts a year. Call for the next.",
            provider="Textile firms",
        ),
        service(
            "Railway commuters",
            "Childcare and travel",
            "Season tickets for the first three months of a job along the line, and childcare that opens before the train.",
            groups=["Parents"],
            area="Tweedbank, Galashiels and Stow",
            how="Bring the job offer.",
            cost="Free for three months",
        ),
        service(
            "Key workers in five towns",
            "Key worker support",
            "A key worker in Galashiels, Hawick, Kelso, Peebles or Eyemouth.",
            how="Call and choose the town.",
            products=["service-standards", "customer-charter"],
        ),
        service(
            "Home from prison, home from hospital",
            "Key worker support",
            "For people who come back after a long time away and start again: papers, rent, health, then work.",
            groups=["People with convictions", "People with health conditions"],
            how="Ask the team that looks after you, or call.",
            provider="The council and two charities",
            checked=121,
        ),
    ],
)

COUNCILS = [DUMFRIES_AND_GALLOWAY, SCOTTISH_BORDERS]
