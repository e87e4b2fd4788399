"""Na h-Eileanan Siar, Orkney and Shetland."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.demo_page import File
from home.demo.writing import block, inset, prose, table

NA_H_EILEANAN_SIAR = DemoCouncil(
    code="S12000013",
    introduction="""
        We help people find and keep work from the Butt of Lewis to Vatersay. You can speak to us in Gaelic or in English,
        and most of what we do works by telephone or video as well as face to face.
        """,
    places="""
        Stornoway, Tarbert, Lochmaddy, Balivanich, Lochboisdale, Castlebay, Lewis, Harris, North Uist, Benbecula,
        South Uist, Barra
        """,
    partnership="Outer Hebrides local employability partnership",
    plan=(2025, 2028),
    switchboard="0141 496 0160",
    checked=31,
    contacts=[
        people(
            "Employability team",
            "0141 496 0161",
            email="obair@eilean-siar.example",
            address="Employability team\nCouncil offices\nStornoway",
            times="Mon-Fri 9:00-17:00",
            hours_note="Nobody answers on Sundays, and messages wait until Monday",
            languages="Gaelic",
        ),
        people(
            "Uist and Barra office",
            "0141 496 0162",
            email="deas@eilean-siar.example",
            address="Council offices\nBalivanich\nBenbecula",
            times="Mon-Thu 9:30-16:00",
            languages="Gaelic",
        ),
        employers(
            "Employer support",
            "0141 496 0163",
            email="employers@eilean-siar.example",
            times="Mon-Fri 9:00-17:00",
            languages="Gaelic",
        ),
        partners("Partnership co-ordinator", "0141 496 0164", email="partnership@eilean-siar.example"),
        lead("Partnerships Lead", "0141 496 0165", email="lead@eilean-siar.example", languages="Gaelic"),
    ],
    services=[
        service(
            "First steps in social care",
            "Skills and training",
            """Six weeks of paid learning with a care home or home-care team. Taught in Gaelic, in English or in both, as
            the group likes.""",
            groups=["Parents", "People aged 50 and over"],
            how="Call the employability team. Groups start in February and September.",
            provider="The college and local care providers",
            access="Two days a week, within school hours.",
        ),
        service(
            "Links between islands",
            "Childcare and travel",
            "Fares for ferry, plane and bus to interviews and courses on another island, and a room for the night.",
            area="From Berneray to Vatersay",
            how="Ask before you book: we book and pay for you.",
        ),
        service(
            "Weaving and making for a living",
            "Self-employment",
            "A mentor, help with the books and a small grant for tools for people who start on their own.",
            how="Send us half a page on what you want to make and who might buy it.",
            cost="Free; grants of up to £1,000",
            products=["customer-charter"],
        ),
        service(
            "Young people’s key worker",
            "Key worker support",
            "For anyone between 16 and 24 who wants to stay on the islands, or to leave with a plan and come back.",
            groups=["Young people", "Care-experienced people"],
            how="Through school, youth work, or by text to the team.",
            checked=118,
        ),
    ],
)

ORKNEY = DemoCouncil(
    code="S12000023",
    introduction="""
        Our hours follow the boats. If you come in from the North Isles or Hoy, tell us which sailing you are on, and we
        keep the time between boats free for you.
        """,
    places="""
        Kirkwall, Stromness, St Margaret’s Hope, Hoy, Sanday, Stronsay, Westray, Papa Westray, Rousay, Shapinsay,
        Eday, North Ronaldsay
        """,
    partnership="Work in Orkney partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0460",
    checked=9,
    fields={
        "documents": [
            block(
                "documents",
                {"title": "Forms", "documents": [{"document": File("orkney-travel-docx"), "title": ""}]},
            )
        ],
        "body": [
            *prose("## A day that fits the ferry"),
            table(
                "stack",
                "When we keep time free for each island",
                [("text", "From"), ("text", "Day"), ("text", "Time")],
                [
                    ("Hoy and Flotta", "Tuesday", "Between the morning and the afternoon boat"),
                    ("Rousay, Egilsay and Wyre", "Wednesday", "From half an hour after the first boat"),
                    ("Sanday, Stronsay and Eday", "Thursday", "Late morning to mid-afternoon"),
                    ("Westray and Papa Westray", "Friday", "Late morning to mid-afternoon"),
                ],
                note="In winter, call on the morning of the day: we know by eight whether boats run.",
            ),
            inset(
                "If a boat is cancelled, your appointment is not lost. We ring you at the same time instead."
            ),
        ],
    },
    contacts=[
        people(
            "Work in Orkney team",
            "0131 496 0461",
            email="work@orkney.example",
            address="Work in Orkney\nCouncil offices\nKirkwall",
            times="Mon 9:00-17:00, Tue-Thu 8:00-18:00, Fri 9:00-16:00",
            hours_note="Longer on days when boats bring people in",
        ),
        employers(
            "Employer link", "0131 496 0462", email="employers@orkney.example", times="Mon-Fri 10:00-16:00"
        ),
        partners("Partnership office", "0131 496 0463", email="partnership@orkney.example"),
        lead(
            "Partnerships Lead",
            "0131 496 0464",
            email="lead@orkney.example",
            is_vacant=True,
            hours_note="The partnership office answers meanwhile",
        ),
    ],
    services=[
        service(
            "Isles travel fund",
            "Childcare and travel",
            "Pays ferry, plane and bus to interviews, courses and the first month at work, and bikes for the last mile.",
            how="Fill in one page with your key worker. You get an answer the same week.",
            access="The form comes in large print.",
        ),
        service(
            "Two jobs, one week",
            "In-work support",
            "Many people here have two or three part-time jobs. We help to fit hours, tax and benefits together.",
            groups=["Parents", "People aged 50 and over"],
            how="Call the team, also if you are in work already.",
            products=["customer-charter"],
        ),
        service(
            "Renewables and marine starter course",
            "Skills and training",
            "Four weeks with safety tickets, a week at sea or on site, and an interview with three employers.",
            groups=["Young people", "Unemployed 12 months or more"],
            how="Next start in March. Ask for a place by the end of January.",
            provider="The college with marine firms",
            starts_on="March 2027",
        ),
    ],
)

SHETLAND = DemoCouncil(
    code="S12000027",
    introduction="""
        We work with anyone in Shetland who wants a job, a better one, or one that fits around family, health or the croft.
        We open early and late on two days a week, so that people from the outer isles can come and go in a day.
        """,
    places="""
        Lerwick, Scalloway, Brae, Sumburgh, Unst, Yell, Fetlar, Whalsay, Bressay, Fair Isle, Foula, Papa Stour
        """,
    partnership="Shetland local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0480",
    checked=57,
    contacts=[
        people(
            "Employability team",
            "0131 496 0481",
            email="work@shetland.example",
            address="Employability team\nCouncil offices\nLerwick",
            times="Mon 9:00-17:00, Tue 7:30-18:30, Wed 9:00-17:00, Thu 7:30-18:30, Fri 9:00-16:00",
        ),
        employers(
            "Employer support",
            "0131 496 0482",
            email="employers@shetland.example",
            times="Mon-Fri 9:00-17:00",
        ),
        partners("Partnership team", "0131 496 0483", email="partnership@shetland.example"),
        lead("Partnerships Lead", "0131 496 0484", email="lead@shetland.example"),
    ],
    services=[
        service(
            "Key worker and peer mentor",
            "Key worker support",
            "A key worker for the plan, and a mentor who has been in the same place and knows how it feels.",
            how="Call, write, or come in on Tuesdays and Thursdays without an appointment.",
            products=["service-standards"],
            access="Step-free, hearing loop, a quiet room.",
        ),
        service(
            "North Isles outreach",
            "Key worker support",
            "A key worker in Unst, Yell and Fetlar twice a month, in the leisure centres and at home.",
            area="Unst, Yell and Fetlar",
            groups=["Disabled people", "People with health conditions"],
            how="Call for the next dates.",
        ),
        service(
            "Childcare for odd hours",
            "Childcare and travel",
            "Finds and helps to pay childminders for early starts, late boats and shifts in fish processing.",
            groups=["Parents"],
            how="Tell your key worker the hours. Allow two weeks.",
            provider="A childminding network with the council",
            cost="Depends on income; free for the first four weeks",
            checked=167,
        ),
    ],
)

COUNCILS = [NA_H_EILEANAN_SIAR, ORKNEY, SHETLAND]
