"""East Ayrshire, North Ayrshire and South Ayrshire."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.writing import inset, prose

EAST_AYRSHIRE = DemoCouncil(
    code="S12000008",
    introduction="""
        A jobs hub in Kilmarnock and another in Cumnock, because the Doon and Irvine valleys are a long way apart by bus.
        """,
    places="Kilmarnock, Cumnock, Auchinleck, Stewarton, Galston, Mauchline, Dalmellington, Newmilns, Patna",
    partnership="East Ayrshire local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0360",
    checked=42,
    contacts=[
        people(
            "Jobs and training hub",
            "0141 496 0361",
            email="work@east-ayrshire.example",
            address="Jobs and training hub\nKilmarnock",
            times="Mon-Thu 9:00-17:00, Fri 9:00-16:00",
        ),
        employers(
            "Employer link",
            "0141 496 0362",
            email="employers@east-ayrshire.example",
            times="Mon-Fri 9:00-16:00",
        ),
        partners("Partnership office", "0141 496 0363", email="partnership@east-ayrshire.example"),
        lead("Partnerships Lead", "0141 496 0364", email="lead@east-ayrshire.example"),
    ],
    services=[
        service(
            "Doon Valley wheels",
            "Childcare and travel",
            "A shared car with a volunteer driver to shifts and courses that no bus serves.",
            area="Dalmellington, Patna and Drongan",
            how="Call two days ahead.",
            provider="A community transport group",
            cost="£1.50 each way; free to interviews",
        ),
        service(
            "Wind and wire",
            "Skills and training",
            "Eight weeks for jobs on wind farms and power lines: heights, first aid, basic electrics.",
            groups=["Young people", "Unemployed 12 months or more"],
            how="Ask the hub. You need a head for heights, and we find out together whether you have one.",
            provider="The college with energy firms",
            starts_on="February 2027",
        ),
        service(
            "A key worker at the hub",
            "Key worker support",
            "Drop in, sit down, have a cup of tea, and leave with a next step.",
            how="No appointment.",
            products=["service-standards"],
        ),
    ],
)

NORTH_AYRSHIRE = DemoCouncil(
    code="S12000021",
    introduction="""
        Many people who come to us live with a health condition. So health comes first in what we offer, on the mainland,
        on Arran and on Cumbrae.
        """,
    places="Irvine, Kilwinning, Saltcoats, Ardrossan, Stevenston, Largs, Kilbirnie, Beith, Arran, Brodick, Cumbrae, Millport",
    partnership="North Ayrshire local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0380",
    checked=24,
    fields={
        "body": [
            *prose("""
                ## On Arran and Cumbrae

                A key worker is on Arran each Tuesday and on Cumbrae on the last Thursday of the month. If you come to the
                mainland, we keep the hour after the boat for you.
                """),
            inset("Foot passengers get the ferry fare back. Bring the ticket."),
        ],
    },
    contacts=[
        people(
            "Employability hub",
            "0141 496 0381",
            email="work@north-ayrshire.example",
            address="Employability hub\nIrvine",
            times="Mon-Thu 9:00-16:45, Fri 9:00-16:30",
        ),
        employers(
            "Employer support",
            "0141 496 0382",
            email="employers@north-ayrshire.example",
            times="Mon-Fri 9:00-16:30",
        ),
        partners("Partnership team", "0141 496 0383", email="partnership@north-ayrshire.example"),
        lead("Partnerships Lead", "0141 496 0384", email="lead@north-ayrshire.example"),
    ],
    services=[
        service(
            "A few hours to begin with",
            "Health and work",
            "Jobs of four to twelve hours a week with employers who know why, and hours that grow when you are ready.",
            groups=["People with health conditions", "Disabled people"],
            how="Call the hub, or ask your GP.",
            provider="The council and the NHS",
            products=["service-design-toolkit", "shared-measurement-framework"],
        ),
        service(
            "Island key worker",
            "Key worker support",
            "A key worker who comes to the islands, and meets you by video in between.",
            area="Arran and Cumbrae",
            how="Call, or ask at the library in Brodick or Millport.",
        ),
        service(
            "Care and childcare trainees",
            "Skills and training",
            "Learn for a job in a nursery or in care, with your own childcare paid meanwhile.",
            groups=["Parents"],
            how="Groups start in January and August.",
            provider="The college and local nurseries",
            products=["customer-charter"],
            checked=127,
        ),
    ],
)

SOUTH_AYRSHIRE = DemoCouncil(
    code="S12000028",
    introduction="""
        Hotels, golf, aircraft and farms: work here comes in seasons and shifts. We help you to put a year together that
        pays.
        """,
    places="Ayr, Prestwick, Troon, Girvan, Maybole, Tarbolton, Dailly, Ballantrae",
    partnership="South Ayrshire local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0400",
    checked=78,
    contacts=[
        people(
            "Employability and skills team",
            "0141 496 0401",
            email="work@south-ayrshire.example",
            times="Mon-Thu 8:45-16:45, Fri 8:45-16:00",
        ),
        employers(
            "Employer contact",
            "0141 496 0402",
            email="employers@south-ayrshire.example",
            times="Mon-Fri 9:00-16:00",
        ),
        partners("Partnership office", "0141 496 0403", email="partnership@south-ayrshire.example"),
        lead("Partnerships Lead", "0141 496 0404", email="lead@south-ayrshire.example"),
    ],
    services=[
        service(
            "Aerospace taster",
            "Work experience",
            "Four weeks in hangars and workshops around Prestwick, with a maths refresher in the mornings.",
            groups=["Young people"],
            how="Through school, college or your key worker.",
            provider="Aircraft maintenance firms",
        ),
        service(
            "South Carrick outreach",
            "Key worker support",
            "A key worker in Girvan, Dailly and Ballantrae, at home if there is no bus.",
            area="Girvan and the south",
            how="Call and say where you live.",
            products=["service-standards"],
        ),
        service(
            "A year that pays",
            "In-work support",
            "Puts seasonal jobs together so that one begins when the other ends, and checks what it means for benefits.",
            groups=["Parents", "People aged 50 and over"],
            how="Call in September for the winter and in February for the summer.",
            checked=None,
        ),
    ],
)

COUNCILS = [EAST_AYRSHIRE, NORTH_AYRSHIRE, SOUTH_AYRSHIRE]
