"""City of Edinburgh, East Lothian and Midlothian."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.writing import prose

CITY_OF_EDINBURGH = DemoCouncil(
    code="S12000036",
    introduction="""
        There is a lot of work in Edinburgh, and it is easy to feel that none of it is for you. Our key workers know which
        employers mean it when they say that everyone is welcome.
        """,
    places="Edinburgh, Leith, Wester Hailes, Craigmillar, Granton, Portobello, South Queensferry, Gilmerton, Muirhouse",
    partnership="Edinburgh local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0340",
    checked=11,
    fields={
        "body": prose("""
            ## Festival work

            Summer brings thousands of short jobs. From March we hold evenings where employers explain what the jobs are,
            what they pay and how they can lead to more. Ask the helpline for the dates.

            ## If rent is the problem

            A job in the city is little use without a room. Our advisers sit with the housing team on Mondays and
            Thursdays.
            """),
    },
    contacts=[
        people(
            "City employability helpline",
            "0131 496 0341",
            email="work@city-of-edinburgh.example",
            address="Employability hub\nLeith",
            times="Mon-Thu 8:30-19:00, Fri 8:30-17:00, Sat 10:00-13:00",
            languages="BSL, Polish, Arabic, Cantonese by appointment",
            textphone="0131 496 0349",
        ),
        people(
            "Wester Hailes hub",
            "0131 496 0345",
            subject="Drop in for advice, or to use a computer",
            address="Employability hub\nWester Hailes",
            times="Mon-Fri 10:00-16:00",
        ),
        employers(
            "Recruit with us",
            "0131 496 0342",
            email="employers@city-of-edinburgh.example",
            times="Mon-Fri 9:00-17:00",
        ),
        partners("Partnership team", "0131 496 0343", email="partnership@city-of-edinburgh.example"),
        lead("Partnerships Lead", "0131 496 0344", email="lead@city-of-edinburgh.example"),
    ],
    services=[
        service(
            "Childcare and a course",
            "Childcare and travel",
            "A nursery place and a college place that start on the same day and end at the same hour.",
            groups=["Parents"],
            area="Craigmillar, Granton and Wester Hailes",
            how="Call by May for August, by October for January.",
            provider="Nurseries and the college",
            products=["service-design-toolkit"],
        ),
        service(
            "New Scots into work",
            "Key worker support",
            "Help to have foreign qualifications recognised, to improve English for a trade, and to find a first job here.",
            groups=["Refugees", "Minority ethnic people"],
            how="Call in any language: we ring back with an interpreter.",
            products=["customer-charter"],
        ),
        service(
            "Kitchen, hotel, festival",
            "Work experience",
            "Paid trial weeks in hotels and venues, with a promise of an interview for a permanent job.",
            groups=["Young people", "People with convictions"],
            how="Ask your key worker from March on.",
            provider="Hotels and venues",
        ),
        service(
            "A job first, then support",
            "Health and work",
            "An employment specialist in the mental health team: a job first, and support for as long as you want it.",
            groups=["People with health conditions"],
            how="Through your community mental health team.",
            provider="The NHS and a charity",
            products=["shared-measurement-framework"],
            checked=99,
        ),
    ],
)

EAST_LOTHIAN = DemoCouncil(
    code="S12000010",
    introduction="""
        We meet people in Musselburgh, Haddington and Dunbar, and anywhere there is a library. If work is in Edinburgh, we
        help with the fare and the timing as well.
        """,
    places="Haddington, Musselburgh, Tranent, Prestonpans, North Berwick, Dunbar, Cockenzie and Port Seton",
    partnership="East Lothian local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0360",
    checked=52,
    contacts=[
        people(
            "Work and skills desk",
            "0131 496 0361",
            email="work@east-lothian.example",
            times="Mon-Thu 9:00-17:00, Fri 9:00-16:00",
        ),
        employers(
            "Employer desk",
            "0131 496 0362",
            email="employers@east-lothian.example",
            times="Mon-Fri 9:00-16:00",
        ),
        partners("Partnership office", "0131 496 0363", email="partnership@east-lothian.example"),
        lead("Partnerships Lead", "0131 496 0364", email="lead@east-lothian.example"),
    ],
    services=[
        service(
            "Build East",
            "Skills and training",
            "Site safety, a trade taster and a week with a house builder that is hiring.",
            groups=["Young people", "People with convictions"],
            how="Call for the next start. Boots and bus fares are paid.",
            provider="House builders and the college",
        ),
        service(
            "Care academy for parents",
            "Skills and training",
            "Learn for a job in care in four mornings a week, with a crèche next door.",
            groups=["Parents"],
            area="Musselburgh and Tranent",
            how="Ask at your nursery or call.",
            products=["service-standards"],
        ),
        service(
            "Steps after school",
            "Key worker support",
            "A key worker who knows you from fourth year on and stays with you until you are settled.",
            groups=["Young people", "Care-experienced people"],
            how="Through guidance teachers, or call us yourself.",
            checked=145,
        ),
    ],
)

MIDLOTHIAN = DemoCouncil(
    code="S12000019",
    introduction="""
        There is new work here in building, care and science. We make sure that people who already live in Midlothian get
        their share of it.
        """,
    places="Dalkeith, Penicuik, Bonnyrigg, Loanhead, Gorebridge, Newtongrange, Mayfield, Roslin",
    partnership="Midlothian local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0380",
    checked=71,
    contacts=[
        people(
            "Communities and learning team",
            "0131 496 0381",
            email="work@midlothian.example",
            times="Mon-Thu 9:00-17:00, Fri 9:00-15:30",
        ),
        employers(
            "Employer contact",
            "0131 496 0382",
            email="employers@midlothian.example",
            times="Mon-Fri 9:00-15:30",
        ),
        partners("Partnership office", "0131 496 0383", email="partnership@midlothian.example"),
        lead(
            "Partnerships Lead",
            "0131 496 0384",
            email="lead@midlothian.example",
            is_vacant=True,
            hours_note="The partnership office answers meanwhile",
        ),
    ],
    services=[
        service(
            "Lab and field trainees",
            "Work experience",
            "Six months’ paid training with research firms for people who have no degree and do not want one.",
            groups=["Young people"],
            area="Roslin and Penicuik",
            how="Ten places a year. Apply in June.",
            provider="Science firms",
            starts_on="August 2026",
        ),
        service(
            "Families first",
            "Key worker support",
            "One key worker for all adults of a household, so that one person’s job does not undo another’s.",
            groups=["Parents", "Care-experienced people"],
            area="Mayfield, Gorebridge and Penicuik",
            how="Call, or ask the school.",
            products=["customer-charter"],
        ),
        service(
            "English and numbers for a job",
            "Skills and training",
            "Small groups, mornings and evenings. Work papers are the textbook.",
            groups=["Refugees", "Unemployed 12 months or more"],
            how="Come to any session and have a look.",
        ),
    ],
)

COUNCILS = [CITY_OF_EDINBURGH, EAST_LOTHIAN, MIDLOTHIAN]
