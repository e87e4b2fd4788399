"""Argyll and Bute, and Highland."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.demo_page import File, To
from home.demo.writing import accordion, block, prose

ARGYLL_AND_BUTE = DemoCouncil(
    code="S12000035",
    introduction="""
        Argyll and Bute has 23 islands with people on them, and towns that lie hours apart by road. So the team comes to
        you: by telephone, by video, in libraries, and on the islands on set days each month.

        Tell us where you live and which ferry or bus you use. We plan around it.
        """,
    places="""
        Lochgilphead, Oban, Dunoon, Helensburgh, Campbeltown, Rothesay, Islay, Mull, Tiree, Jura
        """,
    partnership="Argyll and Bute local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0140",
    checked=23,
    contacts=[
        people(
            "Employability team",
            "0141 496 0141",
            email="work@argyll-and-bute.example",
            address="Employability team\nCouncil offices\nLochgilphead",
            times="Mon-Thu 9:00-17:00, Fri 9:00-16:00",
            languages="Gaelic",
            hours_note="Closed on public holidays",
        ),
        people(
            "Island visits",
            "0141 496 0142",
            subject="Where and when we are on Islay, Mull, Tiree and Bute",
            email="islands@argyll-and-bute.example",
            times="Tue-Thu 10:00-15:00",
            languages="Gaelic",
        ),
        employers(
            "Employer support",
            "0141 496 0143",
            email="employers@argyll-and-bute.example",
            times="Mon-Fri 9:00-16:30",
        ),
        partners(
            "Partnership office",
            "0141 496 0144",
            email="partnership@argyll-and-bute.example",
        ),
        lead("Partnerships Lead", "0141 496 0145", email="lead@argyll-and-bute.example", checked=96),
    ],
    services=[
        service(
            "Key worker by telephone or video",
            "Key worker support",
            "One person who stays with you from the first call until well into a job, without a journey to an office.",
            how="Call or write to the employability team. You get an answer within two working days.",
            access="Text relay, video with captions. Paper by post if you have no internet.",
            products=["service-standards", "customer-charter"],
        ),
        service(
            "Ferry and bus fares to interviews",
            "Childcare and travel",
            """Pays the fare before you travel, with a night’s stay where no boat goes back the same day. Also for the
            first month in a job.""",
            area="All islands and Kintyre",
            how="Ask your key worker at least three working days before you travel.",
            starts_on="April 2025",
        ),
        service(
            "Seasons: work in hospitality and on the water",
            "Work experience",
            "Paid placements of eight weeks in hotels, on fish farms and on boats, with a certificate at the end.",
            groups=["Young people", "Unemployed 12 months or more"],
            area="Oban, Mull and Islay",
            how="Places open in January and June. Ask your key worker or your school.",
            provider="Local employers with the council",
            ends_on="March 2027",
        ),
        service(
            "Croft, craft and small firm",
            "Self-employment",
            "Advice on a first business plan, tax and several part-time incomes, in a group that meets online.",
            how="Book through the employability team. No plan is needed yet.",
            checked=141,
        ),
    ],
)

HIGHLAND = DemoCouncil(
    code="S12000017",
    introduction="""
        Highland covers a third of Scotland. Wherever you live in it, one call gets you a key worker who knows your area:
        its jobs, its bus times and who can help with childcare.

        Support is free, and you choose whether to take it. **You do not have to come to Inverness.**
        """,
    places="""
        Inverness, Fort William, Thurso, Wick, Dingwall, Nairn, Portree, Ullapool, Aviemore, Kyle of Lochalsh, Skye,
        Raasay, Lochaber, Caithness, Sutherland, Badenoch and Strathspey
        """,
    partnership="Highland local employability partnership",
    plan=(2024, 2027),
    switchboard="0131 496 0440",
    checked=12,
    fields={
        "partnership_site": "https://partnership.highland.example/",
        "delivery_plan": [block("link", To("document:highland-plan-pdf"))],
        "documents": [
            block(
                "documents",
                {"title": "", "documents": [{"document": File("highland-plan-pdf"), "title": ""}]},
            )
        ],
        "body": [
            *prose("""
                ## Where you can meet us

                We share rooms with libraries, health centres and village halls. Days differ, so call before you set out.
                """),
            accordion(
                ("Inner Moray Firth", "Inverness and Dingwall on every working day, Nairn on Wednesdays."),
                (
                    "Lochaber",
                    "Fort William from Monday to Thursday; Mallaig on the first Tuesday of each month.",
                ),
                (
                    "Skye and Lochalsh",
                    "Portree on Mondays and Thursdays; Kyle of Lochalsh and Raasay by appointment.",
                ),
                (
                    "Caithness and Sutherland",
                    "Wick and Thurso on alternate days; Golspie and Lochinver by appointment.",
                ),
            ),
            *prose("""
                ## If the road is closed

                Nobody loses a place because of snow or a late ferry. Call us, and we move the talk to the telephone or
                to another day.
                """),
        ],
    },
    contacts=[
        people(
            "Work and skills helpline",
            "0131 496 0441",
            email="work@highland.example",
            address="Work and skills team\nTown house\nInverness",
            times="Mon-Thu 8:30-17:30, Fri 8:30-16:30",
            languages="Gaelic",
            textphone="0131 496 0449",
        ),
        people(
            "Caithness and Sutherland team",
            "0131 496 0445",
            subject="For Wick, Thurso and the north coast",
            email="north@highland.example",
            times="Mon-Fri 9:30-15:30",
            languages="Gaelic",
        ),
        employers(
            "Highland employer desk",
            "0131 496 0442",
            subject="Recruitment, placements, wage support",
            email="employers@highland.example",
            times="Mon-Fri 9:00-17:00",
        ),
        partners(
            "Partnership team",
            "0131 496 0443",
            email="partnership@highland.example",
            times="Mon-Fri 9:00-17:00",
        ),
        lead("Partnerships Lead", "0131 496 0444", email="lead@highland.example"),
    ],
    services=[
        service(
            "Dial-a-ride to work",
            "Childcare and travel",
            """A shared minibus to shifts that start before the first bus or end after the last, for the first thirteen
            weeks in a job.""",
            area="Lochaber, Skye, Caithness",
            how="Your key worker books it once you have an offer with its hours.",
            provider="A community transport charity with the council",
            access="Low floor and room for one wheelchair on each bus.",
            products=["service-design-toolkit"],
        ),
        service(
            "Rural key workers",
            "Key worker support",
            "A key worker who covers your glen or your island and meets you there, or by video when the weather says so.",
            how="Call the helpline or ask at your library.",
            products=["service-standards", "shared-measurement-framework"],
        ),
        service(
            "Skills for land, forest and sea",
            "Skills and training",
            "Tickets that jobs here ask for: chainsaw, quad, tractor, sea survival, first aid at work.",
            groups=["Young people", "People aged 50 and over"],
            how="Ask your key worker. Courses run when six people have signed up.",
            provider="Local training firms",
            access="Courses within an hour’s drive, with a lift where there is no bus.",
        ),
        service(
            "Work that uses Gaelic",
            "Work experience",
            "Placements of ten weeks in Gaelic nurseries, heritage centres and media, for speakers and keen learners.",
            groups=["Young people", "Parents"],
            area="Skye, Lochaber and Inverness",
            how="Write to the helpline in Gaelic or English.",
            starts_on="August 2025",
            ends_on="June 2027",
        ),
        service(
            "Well at work",
            "Health and work",
            "An occupational therapist and a key worker look together at what would make a job possible, or keep it so.",
            groups=["People with health conditions", "Disabled people"],
            how="Through your GP, your key worker or by a call to the helpline.",
            provider="The NHS and the council",
            access="By video, or at home where needed.",
            checked=152,
        ),
    ],
)

COUNCILS = [ARGYLL_AND_BUTE, HIGHLAND]
