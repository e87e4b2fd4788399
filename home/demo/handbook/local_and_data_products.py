"""The products for local partnerships and their plans, and those about figures and data."""

from datetime import date

from home.demo.handbook.front import SINCE_THEN
from home.demo.handbook.products import LOCAL_AUDIENCES, LOCAL_PARTNERS, OUR_PAPERS, link, product

LOCAL = [
    product(
        "local-employability-partnership-framework",
        "Local Employability Partnership Framework",
        category="local",
        published="December 2020",
        what="""
            Helps local partnerships to grow stronger, each from the same first step.
            """,
        made_by="""
            It came out of talks between the Scottish Government, SLAED (the network of economic development teams in all
            32 councils) and SCVO, which speaks for the third sector.
            """,
        used_by=LOCAL_PARTNERS,
        usage="""
            Begin with it when you want to work together more closely, both those who plan support and those who deliver
            it. Then fill in the form for the self-assessment, alone or at a meeting.
            """,
        audiences=LOCAL_AUDIENCES,
        main_link="/publications/local-employability-partnership-framework/",
        links=[link("Form for the self-assessment", "document:self-assessment-docx")],
    ),
    product(
        "local-delivery-plan-framework",
        "Local Delivery Plan Framework",
        category="local",
        published="June 2022",
        what="""
            Says what belongs in a local plan for No One Left Behind, and helps partnerships to write theirs.
            """,
        made_by="""
            The Scottish Government and local government made it together.
            """,
        used_by=LOCAL_PARTNERS,
        usage="""
            Have it beside you when you write a plan, which you do every three years, and when you look at the plan again
            each year.

            The guide to
            [[/working-in-employability/local-employability-partnerships/|local employability partnerships]] has four
            questions that a good plan answers.
            """,
        audiences=LOCAL_AUDIENCES,
        main_link=OUR_PAPERS,
        links=[link("", "/no-one-left-behind/updates/framework-for-local-plans/")],
        status="under_review",
        review_on=date(2027, 1, 28),
        changed="Marked as under review, because the first plans of three years come to their end.",
        changed_on=SINCE_THEN,
    ),
]

DATA = [
    product(
        "no-one-left-behind-data-products",
        "No One Left Behind data products",
        category="data",
        published="September 2022",
        what="""
            Papers that help services to look after what they know about the people who use them.
            """,
        made_by="""
            Councils took part in making them.
            """,
        used_by="""
            Local employability partnerships and those who deliver support with them, councils and the Scottish Government.

            One of the papers is for the public: the Privacy Information Notice, in plain English.
            """,
        usage="""
            Use them whenever you have to do with data about a person who uses a service:

            - when you write something down or work with it
            - while you keep it
            - before you share it
            """,
        audiences=["Local employability partnerships", "Local authorities", "Delivery partners", "Public"],
        main_link=OUR_PAPERS,
    ),
    product(
        "nolb-data-toolkit",
        "NOLB Data Toolkit",
        category="data",
        published="May 2022",
        what="""
            Shows poverty in figures of many kinds, for your area, for your region and for Scotland.
            """,
        made_by="""
            The Intelligence Hub of Glasgow City Region made it for the SLAED People Group.
            """,
        used_by=LOCAL_PARTNERS,
        usage="""
            Look at it when you plan what to deliver, and later to see how the figures move.

            You can set your council beside others like it: the toolkit uses the family groups of the Local Government
            Benchmarking Framework (LGBF).
            """,
        audiences=LOCAL_AUDIENCES,
        main_link="https://www.slaed.org.uk/",
        links=[
            link(
                "Local Government Benchmarking Framework",
                "https://www.improvementservice.org.uk/benchmarking/",
            )
        ],
        rhythm="Updated twice a year",
        review_on=date(2027, 2, 25),
        changed="Said in a place of its own how often it is updated, and added a link to the LGBF.",
    ),
]

PAGES = [*LOCAL, *DATA]
