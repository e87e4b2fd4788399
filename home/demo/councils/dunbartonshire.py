"""East Dunbartonshire and West Dunbartonshire."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service

EAST_DUNBARTONSHIRE = DemoCouncil(
    code="S12000045",
    introduction="""
        Many people here travel to Glasgow for work, and many would like not to. We help with both: work near home, and a
        way to the jobs further off.
        """,
    places="Kirkintilloch, Bearsden, Milngavie, Bishopbriggs, Lenzie, Lennoxtown, Twechar, Milton of Campsie",
    partnership="East Dunbartonshire local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0220",
    checked=47,
    contacts=[
        people(
            "Skills for work team",
            "0141 496 0221",
            email="work@east-dunbartonshire.example",
            times="Mon-Thu 9:00-17:00, Fri 9:00-16:00",
        ),
        employers(
            "Employer contact",
            "0141 496 0222",
            email="employers@east-dunbartonshire.example",
            times="Mon-Fri 9:00-16:00",
        ),
        partners("Partnership office", "0141 496 0223", email="partnership@east-dunbartonshire.example"),
        lead("Partnerships Lead", "0141 496 0224", email="lead@east-dunbartonshire.example"),
    ],
    services=[
        service(
            "Return after caring",
            "Key worker support",
            "For people who looked after a parent or a partner for years and want to work again, a few hours at first.",
            groups=["People aged 50 and over"],
            how="Call, or ask at the carers’ centre.",
            provider="The council and a carers’ charity",
            products=["customer-charter"],
        ),
        service(
            "Autism and work",
            "In-work support",
            "A coach for you and a short training for your team: what helps, what does not, and who to ask.",
            groups=["Disabled people"],
            how="You or your employer can call.",
            access="Talks by chat or e-mail if you prefer not to speak.",
        ),
        service(
            "Village days",
            "Key worker support",
            "A key worker in the village halls once a week.",
            area="Twechar, Lennoxtown and Milton of Campsie",
            how="Come along, or call to know the day.",
            checked=129,
        ),
    ],
)

WEST_DUNBARTONSHIRE = DemoCouncil(
    code="S12000039",
    introduction="""
        Shipyards and whisky made these towns. Now the work is in care, the hospital, the national park and a few large
        works. We help you into it.
        """,
    places="Dumbarton, Clydebank, Alexandria, Balloch, Bonhill, Renton, Old Kilpatrick, Bowling",
    partnership="West Dunbartonshire local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0240",
    checked=33,
    contacts=[
        people(
            "Work support team",
            "0141 496 0241",
            email="work@west-dunbartonshire.example",
            address="Work support team\nTown hall\nClydebank",
            times="Mon-Fri 9:00-16:30",
        ),
        employers(
            "Employer support",
            "0141 496 0242",
            email="employers@west-dunbartonshire.example",
            times="Mon-Fri 9:00-16:30",
        ),
        partners("Partnership office", "0141 496 0243", email="partnership@west-dunbartonshire.example"),
        lead("Partnerships Lead", "0141 496 0244", email="lead@west-dunbartonshire.example"),
    ],
    services=[
        service(
            "Debt, rent and a job",
            "Money and benefits advice",
            "A money adviser and a key worker in the same room, because one without the other seldom lasts.",
            how="Call, or walk in on Wednesday mornings.",
            area="Clydebank and Alexandria",
            products=["service-standards"],
        ),
        service(
            "Hospital trainees",
            "Work experience",
            "Twelve paid weeks in portering, kitchens, records or laundry.",
            groups=["Young people", "Unemployed 12 months or more"],
            how="Ask your key worker. Starts in February and September.",
            provider="The NHS",
        ),
        service(
            "Loch and park season",
            "Employer engagement",
            "Connects hotels, boats and campsites with local people, and shares one minibus between their shifts.",
            area="Balloch and Loch Lomond",
            how="Employers and jobseekers can both call.",
            provider="A group of employers",
        ),
    ],
)

COUNCILS = [EAST_DUNBARTONSHIRE, WEST_DUNBARTONSHIRE]
