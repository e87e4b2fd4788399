"""The index of publications and the publications on policy."""

from datetime import date

from home.demo.demo_page import DemoPage, PageAt
from home.demo.writing import inset, links, prose

INDEX = "/publications/"
TEAM = {"directorate": "Fair Work, Employability and Skills", "division": "Employability Division"}

PUBLICATIONS = DemoPage(
    address=INDEX,
    model="resources.PublicationIndexPage",
    title="Publications",
    summary="Plans, frameworks, agreements, assessments, guidance and figures on employability in Scotland.",
    published=date(2026, 6, 18),
    in_menu=True,
)

STRATEGIC_PLAN = DemoPage(
    address=f"{INDEX}strategic-plan-2024-to-2027/",
    model="resources.PublicationPage",
    title="No One Left Behind: employability strategic plan 2024 to 2027",
    summary="What the plan for 2024 to 2027 is for, whom it concerns and where to read it in full.",
    published=date(2024, 9, 13),
    fields={
        "publication_type": "strategy",
        "official_date": "13 September 2024",
        "first_published_on": date(2024, 9, 13),
        **TEAM,
        "body": [
            *prose("""
                ## What the plan is for

                The plan was published on 13 September 2024. It sets the direction of No One Left Behind for three years
                and gives local partnerships a frame for plans of their own.

                ## Whom it concerns

                Local partnerships read it before they write or renew a delivery plan. Providers find in it what funding
                is meant to achieve. Everyone else can hold the partners to it.
                """),
            inset("""
                A local delivery plan does not repeat the national one. It says what the national aims mean in one area,
                for the people who live there.
                """),
            links(
                (
                    "Read the plan on gov.scot",
                    "https://www.gov.scot/publications/no-one-left-behind-employability-strategic-plan-2024-2027/",
                    "All chapters, and a version for print.",
                ),
            ),
        ],
    },
    related=["/no-one-left-behind/", "/publications/no-one-left-behind-delivery-plan/"],
)

EQUALITY = DemoPage(
    address=f"{INDEX}equality-impact-assessment-summary/",
    model="resources.PublicationPage",
    title="No One Left Behind: equality impact assessment, updated summary",
    summary="What the assessment looked at, what it found about different groups, and what is done about it.",
    published=date(2022, 9, 1),
    fields={
        "publication_type": "impact-assessment",
        "official_date": "2022",
        "first_published_on": date(2022, 9, 1),
        **TEAM,
        "body": [
            *prose("""
                ## What the policy wants to achieve

                Work is one of the surest ways out of poverty, but the way into work is not equally open to all. No One
                Left Behind is meant to open it further, for people of every age and above all for those who meet several
                barriers at once.

                The National Strategy for Economic Transformation of spring 2022 asks for an economy that does better and
                shares more. A labour market that more people can enter, and move up in, is part of that.

                ## How it works

                Money that used to go to national programmes is brought together and managed by the Scottish Government
                and councils. The council is the lead body in each area. It plans with the NHS, Jobcentre Plus, Skills
                Development Scotland, colleges, the third sector and employers.

                At the centre is the key worker: one person who knows the whole story, agrees the next steps with the
                person concerned and finds the right help for each of them.

                Nobody has to take part. This matters for equality: people who have been sanctioned or turned away
                before are more likely to come back when they can leave.

                ## What the assessment looked at

                It asked of each protected characteristic who is out of work more often, why, and whether local delivery
                would make the gap smaller or larger. It used published statistics, and what users and their
                organisations had told the partners.

                ## What it found

                - **Age.** Young people change between learning, work and neither more often than others. People over 50
                  stay out for longer once they have lost a job. One offer for all ages suits both.
                - **Disability.** Disabled people are far less likely to be in work. What helps most is an employer who
                  adapts the job, and support that goes on after the first day.
                - **Sex.** Most lone parents are women. Support without childcare does not reach them.
                - **Race.** People from minority ethnic communities are held back less by a lack of skills than by how
                  they are recruited. Services need to work with employers, not only with the people themselves.
                - **Other characteristics.** There is too little evidence. Better data are part of the answer.

                ## What is done about it

                - Local plans have to say whom they do not reach yet, and what they will try.
                - Data on protected characteristics are collected in the same way in every area.
                - People with experience of barriers take part in planning, and are asked in time.
                - The assessment is looked at again when the next phase has settled.
                """),
        ],
    },
    related=["/no-one-left-behind/", "/working-in-employability/measuring-what-changes/"],
)

NEXT_STEPS = DemoPage(
    address=f"{INDEX}next-steps-2018/",
    model="resources.PublicationPage",
    title="No One Left Behind: next steps",
    summary="The first plan under this name, from March 2018. The delivery plan of 2020 has taken its place.",
    published=date(2018, 3, 27),
    updated=date(2020, 11, 24),
    fields={
        "publication_type": "strategy",
        "official_date": "27 March 2018",
        "first_published_on": date(2018, 3, 27),
        **TEAM,
        "status": "superseded",
        "superseded_by": PageAt("/publications/no-one-left-behind-delivery-plan/"),
        "earlier_updates": [
            {
                "type": "update",
                "value": {"day": "2020-11-24", "text": "Marked as replaced by the delivery plan."},
            }
        ],
        "body": [
            *prose("""
                The plan of March 2018 gave No One Left Behind its name. It asked for services that are easier to find
                and that work together, and it set out first steps to bring employability closer to health, justice and
                housing. The review of employability services followed in the same year.
                """),
            links(
                (
                    "Read the plan of 2018 on gov.scot",
                    "https://www.gov.scot/publications/"
                    "one-left-behind-next-steps-integration-alignment-employability-support-scotland/",
                    "Kept for reference.",
                ),
            ),
        ],
    },
    related=["/no-one-left-behind/"],
)

AGREEMENT = DemoPage(
    address=f"{INDEX}partnership-working-agreement/",
    model="resources.PublicationPage",
    title="Partnership Working Agreement for employability",
    summary="Signed by Scottish Ministers and COSLA on 5 December 2018: how the two tiers of government work together.",
    published=date(2018, 12, 5),
    fields={
        "publication_type": "agreement",
        "official_date": "5 December 2018",
        "first_published_on": date(2018, 12, 5),
        **TEAM,
        "body": prose("""
            ## Why there is an agreement

            Employment powers came to Scotland in 2016, and much of the knowledge of how to use them lay with councils.
            The agreement says that the two tiers of government lead together and that neither acts alone.

            ## What it is about

            - One vision, agreed between Ministers and council leaders
            - Decisions taken as close to people as makes sense
            - Money, evidence and responsibility shared between equals
            - A voice for people who use services

            ## What came of it

            A joint action plan followed in February 2020, then the
            [[/publications/no-one-left-behind-delivery-plan/|delivery plan]]. The partners report in
            [[/no-one-left-behind/updates/|joint updates]].
            """),
    },
    related=["/no-one-left-behind/", "/no-one-left-behind/updates/"],
)

PAGES = [PUBLICATIONS, STRATEGIC_PLAN, EQUALITY, NEXT_STEPS, AGREEMENT]
