"""North Lanarkshire and South Lanarkshire."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.writing import prose

NORTH_LANARKSHIRE = DemoCouncil(
    code="S12000050",
    introduction="""
        Steel is long gone, and the new jobs lie along the motorway. We help people in every town to reach them, and we
        bring work back into the towns where we can.
        """,
    places="Motherwell, Airdrie, Coatbridge, Cumbernauld, Wishaw, Bellshill, Kilsyth, Shotts, Stepps, Moodiesburn",
    partnership="North Lanarkshire local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0320",
    checked=36,
    contacts=[
        people(
            "Work and skills line",
            "0141 496 0321",
            email="work@north-lanarkshire.example",
            times="Mon-Thu 8:45-16:45, Fri 8:45-16:15",
            textphone="0141 496 0329",
        ),
        employers(
            "Employer service",
            "0141 496 0322",
            email="employers@north-lanarkshire.example",
            times="Mon-Fri 8:45-16:15",
        ),
        partners("Partnership team", "0141 496 0323", email="partnership@north-lanarkshire.example"),
        lead("Partnerships Lead", "0141 496 0324", email="lead@north-lanarkshire.example"),
    ],
    services=[
        service(
            "Supported jobs",
            "In-work support",
            "A job coach for people with a learning disability, and jobs carved out with employers task by task.",
            groups=["Disabled people"],
            how="Call, or ask a social worker or teacher.",
            access="Easy read throughout.",
            products=["service-design-toolkit", "service-standards"],
        ),
        service(
            "Early bus to the distribution parks",
            "Childcare and travel",
            "A bus at a quarter to five from four towns, free for the first ten weeks.",
            area="Airdrie, Shotts, Wishaw and Bellshill",
            how="Ask your key worker for a ticket.",
            provider="A bus firm with three employers",
        ),
        service(
            "Young parents together",
            "Key worker support",
            "A weekly group with lunch and a crèche, a key worker and plans at your speed.",
            groups=["Young people", "Parents"],
            area="Coatbridge and Motherwell",
            how="Come for lunch on a Tuesday.",
        ),
    ],
)

SOUTH_LANARKSHIRE = DemoCouncil(
    code="S12000029",
    introduction="""
        From Rutherglen to the Lowther Hills: half city, half hill farms. So there are two ways to meet us, a hub in each
        large town and a van for the villages.
        """,
    places="Hamilton, East Kilbride, Rutherglen, Cambuslang, Lanark, Carluke, Larkhall, Blantyre, Biggar, Lesmahagow, Strathaven",
    partnership="South Lanarkshire local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0340",
    checked=55,
    fields={
        "body": prose("""
            ## Where the van stops

            - **Monday:** Lesmahagow and Coalburn
            - **Wednesday:** Biggar and Symington
            - **Friday:** Forth and Carnwath

            It stands at the library or the shop from ten to three. There is a ramp, a heater and a kettle.
            """),
    },
    contacts=[
        people(
            "Employability line",
            "0141 496 0341",
            email="work@south-lanarkshire.example",
            times="Mon-Fri 8:45-16:45",
            hours_note="The van has the same number",
        ),
        employers(
            "Employer support",
            "0141 496 0342",
            email="employers@south-lanarkshire.example",
            times="Mon-Fri 9:00-16:45",
        ),
        partners("Partnership office", "0141 496 0343", email="partnership@south-lanarkshire.example"),
        lead(
            "Partnerships Lead",
            "0141 496 0344",
            email="lead@south-lanarkshire.example",
            is_vacant=True,
            hours_note="The partnership office answers meanwhile",
        ),
    ],
    services=[
        service(
            "The jobs van",
            "Key worker support",
            "A key worker, a printer and the internet in a van that comes to nine villages.",
            area="Clydesdale",
            how="Come to the van, or call to know where it is today.",
            access="Ramp and low desk.",
            products=["service-design-toolkit"],
        ),
        service(
            "Eight o’clock clubs",
            "Childcare and travel",
            "Breakfast clubs that open half an hour earlier for parents whose shift begins at half past eight.",
            groups=["Parents"],
            area="Hamilton, Larkhall and Rutherglen",
            how="Tell the school or your key worker.",
            cost="£1 a day; free with some benefits",
            products=["customer-charter"],
        ),
        service(
            "Modern apprenticeships plus",
            "Work experience",
            "Apprenticeships with a mentor and extra time, also for people over 25.",
            groups=["Young people", "Disabled people", "Care-experienced people"],
            how="Apply online, or with your key worker on paper.",
            provider="The council and 60 firms",
            checked=116,
        ),
    ],
)

COUNCILS = [NORTH_LANARKSHIRE, SOUTH_LANARKSHIRE]
