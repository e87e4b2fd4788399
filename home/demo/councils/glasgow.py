"""Glasgow City."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.demo_page import File, To
from home.demo.writing import accordion, block, inset, prose

GLASGOW_CITY = DemoCouncil(
    code="S12000049",
    introduction="""
        Many places in Glasgow help people into work. You do not have to find the right one. Call us, and we find it with
        you.

        - **No referral:** you can call, write or walk in.
        - **No fixed path:** you may want a job next week, or a reason to get up first.
        - **No rush:** you may stop, and you may come back.
        """,
    places="""
        Glasgow, Easterhouse, Drumchapel, Castlemilk, Govan, Pollok, Maryhill, Springburn, Possilpark, Parkhead, Gorbals,
        Partick, Shettleston, Cathcart
        """,
    partnership="Glasgow local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0200",
    checked=3,
    fields={
        "partnership_site": "https://partnership.glasgow.example/",
        "delivery_plan": [block("link", To("document:glasgow-plan-docx"))],
        "documents": [
            block(
                "documents",
                {"title": "", "documents": [{"document": File("glasgow-plan-docx"), "title": ""}]},
            )
        ],
        "body": [
            *prose("""
                ## Walk in

                Our three hubs share their buildings with libraries. Any of them can help you, wherever in the city you
                live.
                """),
            accordion(
                ("North east", "Easterhouse, Monday to Friday. Parkhead on Wednesday evenings."),
                ("North west", "Maryhill, Monday to Friday. Drumchapel on Tuesdays and Thursdays."),
                ("South", "Govan, Monday to Friday. Castlemilk and Pollok on alternate Mondays."),
            ),
            *prose("""
                ## If English is not your first language

                Say the name of your language when you call. We ring back with an interpreter, nearly always on the same
                day.
                """),
            inset(
                "Living close to the city boundary? Part of G33 belongs to North Lanarkshire. Give your full postcode."
            ),
        ],
    },
    contacts=[
        people(
            "Glasgow work helpline",
            "0141 496 0201",
            email="work@glasgow.example",
            times="Mon-Fri 8:00-20:00, Sat 9:00-13:00",
            languages="BSL; Urdu, Arabic, Polish, Romanian and others with an interpreter",
            textphone="0141 496 0209",
        ),
        people(
            "Easterhouse hub",
            "0141 496 0205",
            subject="Walk in, no appointment",
            address="Work hub\nLibrary\nEasterhouse",
            times="Mon-Thu 9:30-17:00, Fri 9:30-16:00",
        ),
        people(
            "Young people’s team",
            "0141 496 0206",
            subject="For anyone from 16 to 24",
            email="youth@glasgow.example",
            times="Mon-Fri 10:00-18:00",
        ),
        employers(
            "Glasgow employer desk",
            "0141 496 0202",
            subject="Recruiting, placements, fair work advice",
            email="employers@glasgow.example",
            times="Mon-Fri 8:30-17:30",
        ),
        partners(
            "Partnership team",
            "0141 496 0203",
            email="partnership@glasgow.example",
            times="Mon-Fri 9:00-17:00",
        ),
        lead("Partnerships Lead", "0141 496 0204", email="lead@glasgow.example"),
    ],
    services=[
        service(
            "Key workers in your neighbourhood",
            "Key worker support",
            "A key worker within a mile of your home, who knows the area and stays with you into the job.",
            how="Call the helpline or walk into a hub.",
            access="All hubs are step-free with a hearing loop and a quiet room.",
            products=["service-standards", "customer-charter", "shared-measurement-framework"],
        ),
        service(
            "Crèche and classroom",
            "Childcare and travel",
            "Courses with a crèche in the next room, from first computer skills to a care certificate.",
            groups=["Parents"],
            area="Easterhouse, Govan and Maryhill",
            how="Ask your key worker, your nursery or the helpline. New groups in January, April and August.",
            provider="Community nurseries and the college",
            products=["service-design-toolkit"],
        ),
        service(
            "Through the gate",
            "Key worker support",
            "Begins three months before release: documents, a bank account, a room, and an employer who knows.",
            groups=["People with convictions"],
            how="Ask your prison officer or social worker.",
            provider="A justice charity with the council",
            products=["continuous-improvement-toolkit"],
        ),
        service(
            "City trades",
            "Skills and training",
            "Eight weeks in joinery, painting or retrofit in a workshop, then a paid placement on a housing site.",
            groups=["Young people", "Unemployed 12 months or more"],
            how="Open evening on the first Wednesday of the month.",
            provider="Housing associations",
        ),
        service(
            "Health works",
            "Health and work",
            "A physiotherapist, a counsellor and a key worker in one team, in four health centres.",
            groups=["People with health conditions", "Disabled people"],
            how="Through your GP or the helpline.",
            provider="The NHS and the council",
        ),
        service(
            "Skilled in another language",
            "Skills and training",
            "English for nurses, engineers, cooks and drivers, with help to have papers recognised.",
            groups=["Refugees", "Minority ethnic people"],
            how="Call the helpline and say your language.",
            provider="The college",
        ),
        service(
            "Better off in work?",
            "Money and benefits advice",
            "A sum on one page: what comes in and what goes out before and after the job you have been offered.",
            how="Call, and have your last payslip or benefit letter at hand.",
            checked=137,
        ),
    ],
)

COUNCILS = [GLASGOW_CITY]
