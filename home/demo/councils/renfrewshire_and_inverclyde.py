"""East Renfrewshire, Renfrewshire and Inverclyde."""

from home.demo.councils.notation import DemoCouncil, employers, lead, partners, people, service
from home.demo.writing import prose

EAST_RENFREWSHIRE = DemoCouncil(
    code="S12000011",
    introduction="""
        Most people here have work. That makes it harder for those who do not, so we take our time: small groups, quiet
        rooms and nobody who keeps you waiting.
        """,
    places="Giffnock, Barrhead, Newton Mearns, Clarkston, Neilston, Eaglesham, Thornliebank, Busby",
    partnership="East Renfrewshire local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0280",
    checked=61,
    contacts=[
        people(
            "Work advice team",
            "0141 496 0281",
            email="work@east-renfrewshire.example",
            address="Work advice team\nBarrhead",
            times="Mon-Thu 8:45-16:45, Fri 8:45-15:55",
            languages="Urdu, Punjabi on request",
        ),
        employers(
            "Employer contact",
            "0141 496 0282",
            email="employers@east-renfrewshire.example",
            times="Mon-Fri 9:00-15:30",
        ),
        partners("Partnership office", "0141 496 0283", email="partnership@east-renfrewshire.example"),
        lead("Partnerships Lead", "0141 496 0284", email="lead@east-renfrewshire.example"),
    ],
    services=[
        service(
            "Quiet start",
            "Key worker support",
            "For people who find groups, telephones or new places hard. The first talks can be in writing.",
            groups=["Disabled people", "People with health conditions"],
            how="Write to us. You do not have to call.",
            access="Low light, few people, always the same room.",
            products=["customer-charter", "service-design-toolkit"],
        ),
        service(
            "Start-up evenings",
            "Self-employment",
            "Six evenings on prices, tax and customers, and a mentor for the first year.",
            groups=["Minority ethnic people", "People aged 50 and over"],
            how="Book by e-mail.",
            cost="£20 for the course; free with benefits",
        ),
        service(
            "School leavers’ key worker",
            "Key worker support",
            "For young people who have no place at college and no job by the end of June.",
            groups=["Young people", "Care-experienced people"],
            how="We call you. You may also call us.",
            checked=142,
        ),
    ],
)

RENFREWSHIRE = DemoCouncil(
    code="S12000038",
    introduction="""
        An airport, a hospital, a film studio and a textile town with plans: there is work. We help you to be ready for it,
        and employers to be ready for you.
        """,
    places="Paisley, Renfrew, Johnstone, Erskine, Linwood, Bishopton, Bridge of Weir, Lochwinnoch",
    partnership="Renfrewshire local employability partnership",
    plan=(2024, 2027),
    switchboard="0141 496 0300",
    checked=20,
    contacts=[
        people(
            "Work and skills shop",
            "0141 496 0301",
            email="work@renfrewshire.example",
            address="Work and skills shop\nHigh Street\nPaisley",
            times="Mon-Wed 9:00-16:45, Thu 9:00-19:00, Fri 9:00-15:45",
            languages="Polish, BSL by appointment",
        ),
        employers(
            "Employer team",
            "0141 496 0302",
            email="employers@renfrewshire.example",
            times="Mon-Fri 9:00-16:45",
        ),
        partners("Partnership team", "0141 496 0303", email="partnership@renfrewshire.example"),
        lead("Partnerships Lead", "0141 496 0304", email="lead@renfrewshire.example"),
    ],
    services=[
        service(
            "Airport ready",
            "Skills and training",
            "Security checks explained, papers put in order, and a week behind the scenes before you apply.",
            groups=["Unemployed 12 months or more", "Parents"],
            how="Call early: checks take up to twelve weeks.",
            provider="Firms at the airport",
        ),
        service(
            "Thread and needle",
            "Work experience",
            "Paid placements in sewing and repair, with a portfolio at the end.",
            groups=["Refugees", "Minority ethnic people"],
            area="Paisley",
            how="Bring something you have made or mended.",
            provider="A social enterprise",
        ),
        service(
            "Wage support for small firms",
            "Employer engagement",
            "Half of the wage for six months when a small firm takes on somebody who has been out of work for long.",
            groups=["Unemployed 12 months or more", "People with convictions"],
            how="Firms with up to 50 people can apply through the employer team.",
            products=["service-standards"],
            ends_on="March 2027",
        ),
    ],
)

INVERCLYDE = DemoCouncil(
    code="S12000018",
    introduction="""
        From Port Glasgow to Wemyss Bay, help is never more than a short bus ride away. Our advisers keep late hours on
        Wednesdays for people who work in the day.
        """,
    places="Greenock, Port Glasgow, Gourock, Wemyss Bay, Inverkip, Kilmacolm",
    partnership="Inverclyde local employability partnership",
    plan=(2023, 2026),
    switchboard="0141 496 0260",
    checked=91,
    has_mailbox=False,
    fields={
        "body": prose("""
            ## What you can borrow

            - a laptop with internet, for three months
            - clothes for an interview, which you may keep
            - a bus pass until your first wage
            """),
    },
    contacts=[
        people(
            "Job advice team",
            "0141 496 0261",
            email="work@inverclyde.example",
            times="Mon-Tue 9:00-17:00, Wed 9:00-19:30, Thu-Fri 9:00-16:30",
            checked=187,
        ),
        employers(
            "Employer desk", "0141 496 0262", email="employers@inverclyde.example", times="Mon-Fri 9:00-16:30"
        ),
        partners("Partnership contact", "0141 496 0263", email="partnership@inverclyde.example"),
        lead("Partnerships Lead", "0141 496 0264", email="lead@inverclyde.example"),
    ],
    services=[
        service(
            "Step by step",
            "Key worker support",
            "For people who have not worked for years: first a walk, then a group, then a few hours of volunteering.",
            groups=["Unemployed 12 months or more", "People with health conditions"],
            how="Call, or ask your support worker.",
            products=["shared-measurement-framework"],
        ),
        service(
            "Contact centre academy",
            "Skills and training",
            "Three weeks of training with headsets on, and an interview with two large employers.",
            groups=["Young people", "Parents"],
            how="Starts each month.",
            provider="Employers in Greenock",
            checked=198,
        ),
        service(
            "Recovery into work",
            "Health and work",
            "For people in recovery from drugs or alcohol, run by people who have been there.",
            groups=["People with health conditions", "People with convictions"],
            how="Come to the recovery café on Fridays.",
            provider="A recovery charity",
        ),
    ],
)

COUNCILS = [EAST_RENFREWSHIRE, RENFREWSHIRE, INVERCLYDE]
