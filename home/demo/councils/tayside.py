"""Angus, Dundee City, and Perth and Kinross."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.writing import details, prose

ANGUS = DemoCouncil(
    code="S12000041",
    introduction="""
        Seven towns, one team. Call us, and you get a first talk within a week, in your own town if you like.
        """,
    places="Forfar, Arbroath, Montrose, Brechin, Carnoustie, Kirriemuir, Monifieth",
    partnership="Angus local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0200",
    checked=66,
    contacts=[
        people(
            "Angus employability team",
            "0131 496 0201",
            email="work@angus.example",
            times="Mon-Thu 8:45-16:45, Fri 8:45-15:45",
        ),
        people(
            "Drop-in at Arbroath library",
            subject="No appointment, no form",
            address="Library\nArbroath",
            times="Wed 10:00-12:30, Wed 13:30-16:00",
            checked=None,
        ),
        employers(
            "Employer team", "0131 496 0202", email="employers@angus.example", times="Mon-Fri 9:00-16:30"
        ),
        partners("Partnership office", "0131 496 0203", email="partnership@angus.example"),
        lead("Partnerships Lead", "0131 496 0204", email="lead@angus.example"),
    ],
    services=[
        service(
            "Berry and field starter",
            "Work experience",
            "Paid weeks on fruit and potato farms for people who have not worked for long, with a bus from each town.",
            groups=["Unemployed 12 months or more", "People with convictions"],
            how="Call by the end of April for the summer.",
            provider="Growers with the council",
            starts_on="May 2027",
        ),
        service(
            "Term-time jobs",
            "Employer engagement",
            "We ask employers for jobs that stop in the school holidays, and match them with parents.",
            groups=["Parents"],
            how="Tell us your hours. We write when something fits.",
            products=["continuous-improvement-toolkit"],
        ),
        service(
            "One key worker",
            "Key worker support",
            "A key worker for the whole way, who comes along to the first interview if you want that.",
            how="Call, write or drop in at Arbroath library.",
            products=["service-standards"],
        ),
    ],
)

DUNDEE_CITY = DemoCouncil(
    code="S12000042",
    introduction="""
        In Dundee, help with work begins where people already go: the surgery, the school gate, the food larder. There is
        also one telephone number for everyone.

        We see people on the same day wherever we can.
        """,
    places="Dundee, Broughty Ferry, Lochee, Whitfield, Kirkton, Menzieshill, Stobswell, Ardler",
    partnership="Dundee local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0220",
    checked=6,
    fields={
        "body": [
            *prose("""
                ## Where our key workers sit

                Each of our key workers spends two days a week in a place that is not an office:

                - five surgeries, on Tuesdays and Thursdays
                - nine primary schools, before and after lessons
                - two food larders and a community garden
                """),
            details(
                "Do I have to tell you about my health?",
                """
                No. You decide what you tell us. If we want to speak to your doctor, we ask you first, and you can say no.
                """,
            ),
        ],
    },
    contacts=[
        people(
            "Work helpline",
            "0131 496 0221",
            email="hello@dundee-city.example",
            address="Work and skills shop\nCity centre\nDundee",
            times="Mon-Fri 8:30-18:00, Sat 10:00-14:00",
            languages="BSL, Polish, Arabic by appointment",
            textphone="0131 496 0229",
        ),
        employers(
            "Recruitment support for employers",
            "0131 496 0222",
            email="employers@dundee-city.example",
            times="Mon-Fri 9:00-17:00",
        ),
        partners("Partnership team", "0131 496 0223", email="partnership@dundee-city.example"),
        lead("Partnerships Lead", "0131 496 0224", email="lead@dundee-city.example"),
    ],
    services=[
        service(
            "A key worker at your surgery",
            "Health and work",
            "Talk about work where you talk about your health. The first talk takes half an hour and needs no referral.",
            groups=["People with health conditions", "Disabled people"],
            area="Five surgeries",
            how="Ask at reception, or call the helpline.",
            provider="The NHS and the council",
            access="All five surgeries are step-free and have a hearing loop.",
            products=["service-design-toolkit", "shared-measurement-framework"],
        ),
        service(
            "Games, code and sound",
            "Skills and training",
            "Twelve weeks in the city’s studios for people who taught themselves and have no paper to show for it.",
            groups=["Young people"],
            how="Send something you have made.",
            provider="Studios and the college",
            ends_on="December 2027",
        ),
        service(
            "Childcare first",
            "Childcare and travel",
            "Finds and pays for childcare before the course or job begins, so that the first day is not the hardest.",
            groups=["Parents"],
            how="Through school key workers or the helpline.",
            cost="Free for the first eight weeks",
            products=["customer-charter"],
        ),
        service(
            "Fresh start after court",
            "Key worker support",
            "A key worker who knows what has to be disclosed, to whom, and how to say it.",
            groups=["People with convictions"],
            how="Ask your social worker, or call. You need not say why on the telephone.",
            provider="A justice charity",
            checked=133,
        ),
    ],
)

PERTH_AND_KINROSS = DemoCouncil(
    code="S12000048",
    introduction="""
        Towns, glens and a motorway: jobs are there, but not always where the bus goes. We help with both the job and the
        way to it.
        """,
    places="Perth, Kinross, Blairgowrie, Crieff, Pitlochry, Auchterarder, Aberfeldy, Milnathort, Dunkeld",
    partnership="Perth and Kinross local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0240",
    checked=38,
    contacts=[
        people(
            "Skills and employment team",
            "0131 496 0241",
            email="work@perth-and-kinross.example",
            times="Mon-Fri 9:00-17:00",
            hours_note="Calls on Thursdays until 19:00 by arrangement",
        ),
        employers(
            "Employer services",
            "0131 496 0242",
            email="employers@perth-and-kinross.example",
            times="Mon-Fri 9:00-17:00",
        ),
        partners("Partnership office", "0131 496 0243", email="partnership@perth-and-kinross.example"),
        lead("Partnerships Lead", "0131 496 0244", email="lead@perth-and-kinross.example"),
    ],
    services=[
        service(
            "Wheels to work",
            "Childcare and travel",
            "Lends a scooter or an electric bike for six months where no bus fits the shift, with training and insurance.",
            area="Highland Perthshire, Strathmore and Strathearn",
            how="Your employer confirms the shifts, and we do the rest.",
            provider="A community transport group",
            cost="£10 a week; free in the first month",
            access="Adapted cycles on request.",
        ),
        service(
            "Hotel and kitchen academy",
            "Skills and training",
            "Six weeks in a training kitchen, then two in a hotel. Most hotels offer a room to those who live far away.",
            groups=["Young people", "Refugees"],
            area="Perth, Pitlochry and Aberfeldy",
            how="Call for the next open day.",
            provider="The college with hotels",
        ),
        service(
            "Back to work after illness",
            "Health and work",
            "A plan for coming back in steps, made with you, your employer and an occupational therapist.",
            groups=["People with health conditions"],
            how="Call us while you are still off sick: earlier is easier.",
            products=["service-standards"],
        ),
    ],
)

COUNCILS = [ANGUS, DUNDEE_CITY, PERTH_AND_KINROSS]
