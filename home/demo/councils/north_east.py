"""Aberdeen City, Aberdeenshire and Moray."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.writing import inset, prose

ABERDEEN_CITY = DemoCouncil(
    code="S12000033",
    introduction="""
        Work in the city is changing: fewer jobs offshore, more in energy on land, health, care and hospitality. We help
        people who are looking for a first job, and people who have to change trade after many years in one.
        """,
    places="Aberdeen, Dyce, Cove Bay, Bridge of Don, Torry, Northfield, Tillydrone, Peterculter",
    partnership="Aberdeen local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0140",
    checked=18,
    contacts=[
        people(
            "Job support hub",
            "0131 496 0141",
            email="hub@aberdeen-city.example",
            address="Job support hub\nCentral library\nAberdeen",
            times="Mon-Wed 9:00-17:00, Thu 10:00-19:00, Fri 9:00-17:00, Sat 10:00-13:00",
            languages="Polish and Ukrainian on Thursdays, BSL by appointment",
        ),
        employers(
            "Employer engagement team",
            "0131 496 0142",
            subject="Recruiting, placements, apprenticeships",
            email="employers@aberdeen-city.example",
            times="Mon-Fri 9:00-17:00",
        ),
        partners("Partnership support", "0131 496 0143", email="partnership@aberdeen-city.example"),
        lead("Partnerships Lead", "0131 496 0144", email="lead@aberdeen-city.example"),
    ],
    services=[
        service(
            "Next trade",
            "Skills and training",
            """For people who leave oil and gas: what your tickets are worth elsewhere, a short course to fill the gap,
            and a visit to a firm that hires.""",
            groups=["People aged 50 and over", "Unemployed 12 months or more"],
            how="Bring your certificates to the hub, or send photographs of them.",
            provider="The college and energy firms",
            products=["continuous-improvement-toolkit"],
        ),
        service(
            "Family key workers",
            "Key worker support",
            "A key worker based in nurseries and schools, who starts with childcare, money and time.",
            groups=["Parents"],
            area="Torry, Northfield and Tillydrone",
            how="Ask at the school office or call the hub.",
            products=["service-standards", "customer-charter"],
        ),
        service(
            "English for the workplace",
            "Skills and training",
            "Evening classes in the English that a job asks for: safety, shifts, pay, and talking to a customer.",
            groups=["Refugees", "Minority ethnic people"],
            how="Come to the Thursday evening session at the hub.",
            provider="Community learning team",
            access="Crèche on the premises.",
            checked=149,
        ),
    ],
)

ABERDEENSHIRE = DemoCouncil(
    code="S12000034",
    introduction="""
        From Braemar to Fraserburgh we meet people in the town where they live. Our offices stand in Aberdeen, but you do
        not have to come there: every larger town has a room and a day.
        """,
    places="Peterhead, Fraserburgh, Inverurie, Stonehaven, Huntly, Banchory, Banff, Turriff, Ellon, Westhill, Braemar",
    partnership="Aberdeenshire local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0160",
    checked=44,
    fields={
        "body": [
            *prose("""
                ## A room and a day near you

                - **Peterhead and Fraserburgh:** Monday to Thursday
                - **Inverurie and Stonehaven:** Tuesday and Friday
                - **Huntly, Turriff and Banff:** Wednesday
                - **Banchory and Braemar:** first Monday of the month, and by telephone

                ## Bus fares

                If the only bus costs more than you can spare, say so when you make the appointment. We send a ticket.
                """),
            inset("In snow we work by telephone. You do not need to call off."),
        ],
    },
    contacts=[
        people(
            "Employment support team",
            "0131 496 0161",
            email="support@aberdeenshire.example",
            times="Mon-Fri 8:45-17:00",
            languages="Polish, Lithuanian on request",
        ),
        people(
            "Youth employment team",
            "0131 496 0165",
            subject="For anyone from 16 to 24",
            email="youth@aberdeenshire.example",
            times="Mon-Fri 10:00-17:30",
        ),
        employers(
            "Business and jobs team",
            "0131 496 0162",
            email="employers@aberdeenshire.example",
            times="Mon-Fri 9:00-17:00",
        ),
        partners("Partnership secretary", "0131 496 0163", email="partnership@aberdeenshire.example"),
        lead("Partnerships Lead", "0131 496 0164", email="lead@aberdeenshire.example"),
    ],
    services=[
        service(
            "A second trade after fifty",
            "Skills and training",
            "A look at what you can do, twelve weeks of learning on the job, and a mentor who has made the same change.",
            groups=["People aged 50 and over"],
            how="Call the employment support team.",
            products=["service-design-toolkit"],
            starts_on="January 2026",
        ),
        service(
            "Harbour and processing placements",
            "Work experience",
            "Six weeks in a harbour, a fish house or a boatyard, with travel, boots and lunch.",
            groups=["Young people", "Care-experienced people"],
            area="Peterhead and Fraserburgh",
            how="Through the youth employment team.",
            provider="Harbour firms",
        ),
        service(
            "Farm and estate starter",
            "Work experience",
            "A paid placement with a tractor ticket at the end. Accommodation where the farm is far from a bus.",
            groups=["Young people", "People with convictions"],
            how="Places open in March and August.",
            provider="Farms with the council",
        ),
        service(
            "Money check before you start",
            "Money and benefits advice",
            "Works out with you what is left of a wage after rent, travel, childcare and changes to benefits.",
            how="Call, or ask your key worker. It takes forty minutes.",
            access="By telephone, video or at home.",
            checked=74,
        ),
    ],
)

MORAY = DemoCouncil(
    code="S12000020",
    introduction="""
        Moray is small enough for partners to know each other. Whoever you ask first, at the library, the surgery or the
        Jobcentre, can put you through to us.
        """,
    places="Elgin, Forres, Buckie, Lossiemouth, Keith, Dufftown, Aberlour, Tomintoul, Fochabers",
    partnership="Moray employability partnership",
    plan=(2023, 2026),
    switchboard="0131 496 0180",
    checked=103,
    contacts=[
        people(
            "Work and skills desk",
            "0131 496 0181",
            email="start@moray.example",
            address="Employability hub\nLibrary\nElgin",
            times="Mon-Fri 9:30-16:30",
            checked=196,
        ),
        employers(
            "Employer contact", "0131 496 0182", email="employers@moray.example", times="Mon-Thu 9:00-17:00"
        ),
        partners("Partnership office", "0131 496 0183", email="partnership@moray.example"),
        lead(
            "Partnerships Lead",
            "0131 496 0184",
            email="lead@moray.example",
            is_vacant=True,
            hours_note="The partnership office answers meanwhile",
        ),
    ],
    services=[
        service(
            "Whisky, wool and shortbread",
            "Skills and training",
            "Hygiene, manual handling and a forklift ticket, then two weeks in a distillery, a mill or a bakery.",
            groups=["Young people", "Unemployed 12 months or more"],
            area="Speyside, Elgin and Keith",
            how="Ask at the hub. Groups of eight, four times a year.",
            provider="The college and local makers",
        ),
        service(
            "Service families at work",
            "Key worker support",
            "For partners of people in the forces, who move often and start again each time.",
            groups=["Parents"],
            area="Lossiemouth and Kinloss",
            how="Call the hub, or ask the welfare officer.",
            products=["customer-charter"],
        ),
        service(
            "Steady: work and mental health",
            "Health and work",
            "Weekly talks, walks and small tasks that lead to a few hours of work, at your speed.",
            groups=["People with health conditions"],
            how="Your GP or key worker can refer you, or call yourself.",
            provider="A mental health charity",
            access="Groups of six at most. Bring someone with you if you like.",
        ),
    ],
)

COUNCILS = [ABERDEEN_CITY, ABERDEENSHIRE, MORAY]
