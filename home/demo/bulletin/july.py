"""The edition of July 2026: three case studies, and a slip that was put right afterwards."""

from datetime import date, datetime

from home.demo.bulletin.notation import DemoEdition, edition, event, funding, item, section, text, vacancy
from home.demo.writing import Block

CORRECTED = date(2026, 8, 3)
NOTE = "Corrected what the crèche in Glasgow costs: as much as the tutor, not half as much."


def worth_copying(cost: str) -> Block:
    return section(
        "Worth copying",
        item(
            "case_study",
            "Highland: a minibus that fits the shift",
            """Thirty-one times in half a year somebody said no to a job because of the first bus. Three employers now
            share one minibus, and two shifts begin a quarter of an hour later.""",
            "/local-authorities/highland/case-studies/a-minibus-that-fits-the-shift/",
            drawing=("hill_bus", "A small bus drives along a road between hills."),
        ),
        item(
            "case_study",
            "Glasgow: a crèche beside the classroom",
            f"""When the nursery moved into the next room, 26 of 31 parents finished the course. Before, it was 12 of 30.
            Do the sums first: {cost}""",
            "/local-authorities/glasgow-city/case-studies/a-creche-beside-the-classroom/",
            drawing=(
                "nursery_and_classroom",
                "A child plays on one side of a wall; an adult learns on the other.",
            ),
        ),
        item(
            "case_study",
            "Fife: one sheet for seven partners",
            """Seven forms, 112 questions, 64 of them the same. It took four meetings to agree on the questions and nine
            to agree on who may see the answers.""",
            "/local-authorities/fife/case-studies/one-sheet-for-seven-partners/",
        ),
    )


REST = (
    section(
        "For a rainy afternoon",
        item(
            "publication",
            "Whom does a plan leave out?",
            """The summary of the equality impact assessment is four years old and still the shortest answer we know.
            Read it before you begin this year’s review.""",
            "/publications/equality-impact-assessment-summary/",
        ),
        item(
            "handbook_change",
            "Two products that belong together",
            """The Customer Charter says in the words of people who use a service what the Service Standards ask of it.
            The handbook now shows on each page which products go together.""",
            "/handbook/products/customer-charter/",
        ),
    ),
    section(
        "Dates in August",
        event(
            "What does childcare on the premises cost?",
            "2026-08-18",
            "10am to 11am",
            "Online",
            "The team from Easterhouse shows its sums, with everything that went wrong in the first term.",
            "Ask for the link",
        ),
        event(
            "A day with the travelling work club",
            "2026-08-20",
            "10am to 3pm",
            "Village hall, Moniaive",
            "Room for eight visitors. Wear shoes for a field: the hall has no car park.",
            "Ask for a place",
        ),
    ),
    section(
        "Money",
        funding(
            "Early buses for early shifts",
            "2026-08-28",
            """Community transport groups can ask Rural Wheels for up to £15,000 for journeys to work before seven in the
            morning. A letter from one employer has to come with it.""",
            "https://www.rural-wheels.example/early-shifts/",
        ),
    ),
    section(
        "Work in the field",
        vacancy(
            "Employer adviser",
            "Solway Works",
            "Dumfries",
            "2026-08-14",
            "https://www.solway-works.example/vacancies/employer-adviser/",
        ),
        vacancy(
            "Tutor for everyday maths, evenings",
            "Linn Park Learning Centre",
            "Glasgow",
            "2026-08-21",
            "https://jobs.linn-park-learning.example/maths-tutor/",
        ),
        text("""
            Do you have a post to fill? Send us five lines by the 20th of the month, through the [[/contact/|contact
            page]]. It costs nothing. We take posts in employability only.
            """),
    ),
)

JULY = DemoEdition(
    sent=date(2026, 7, 30),
    looked=datetime(2026, 7, 30, 11),
    as_mailed={"sections": [worth_copying("the crèche costs half as much as the tutor."), *REST]},
    page=edition(
        "2026-07",
        "July 2026",
        worth_copying("the crèche costs as much as the tutor."),
        *REST,
        introduction="""
            Half of you are away, so this one is short: three pieces of work that others can copy, and what each of them
            cost. We asked all three teams what they would do differently, and all three had an answer ready.
            """,
        published=date(2026, 7, 30),
        changes=[(CORRECTED, NOTE)],
        subject="A minibus, a crèche and one sheet of paper",
        preheader="Three case studies to copy, each with its bill, and two dates in August.",
    ),
)
