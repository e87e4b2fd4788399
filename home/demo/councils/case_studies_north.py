"""Case studies from the north and the islands. Small numbers are given as counts, never as shares."""

from datetime import date

from home.demo.councils.notation import case_study
from home.demo.writing import image

HIGHLAND, ORKNEY, EILEAN_SIAR = "S12000017", "S12000023", "S12000013"
DUNDEE, ABERDEENSHIRE = "S12000042", "S12000034"

NORTH = [
    case_study(
        HIGHLAND,
        "A minibus that fits the shift",
        """People in Lochaber turned down jobs because no bus ran at six in the morning. Now three employers share one
        minibus.""",
        published=date(2026, 7, 9),
        contact="Work and skills helpline",
        theme="Rural and island life",
        audiences=["Local employability partnerships", "Delivery partners", "Employers"],
        products=["service-design-toolkit"],
        picture=image("hill_bus", "A small bus drives along a road between hills."),
        done="""
            Key workers wrote down why people said no to a job. In half a year the same answer came up 31 times: the
            first bus is too late, or the last one too early.

            We put the list in front of three employers in one room, a hotel, a fish processor and a care home. Each had
            thought of the problem as its own.

            - A community transport charity had a bus that stood still until nine.
            - The employers moved two shifts by a quarter of an hour, so that one round is enough.
            - The council pays the driver for the first thirteen weeks of each person’s job, then the employer does.
            """,
        changed="""
            In the first year 22 people used the bus, and 17 of them were still in work at the end of it. Four gave up
            the job for other reasons, and one bought a car.

            The bus is full on weekdays and nearly empty on Sundays. We are looking for a shared taxi for that day.
            """,
        quotation="I had said no to that job twice. It was never the work. It was eleven miles in the dark.",
        quoted="A care assistant who takes the bus",
    ),
    case_study(
        HIGHLAND,
        "Work trials in the quiet season",
        """Hotels have time to train people in February, and no time in May. So the trial moved to the months when nobody
        is in a hurry.""",
        published=date(2026, 10, 1),
        contact="Highland employer desk",
        theme="Employers",
        audiences=["Employers", "Delivery partners"],
        picture=image("kitchen", "A cook stands beside two steaming pots."),
        done="""
            Placements used to start at Easter, when a hotel needs all hands. New people were in the way and felt it.

            With nine hotels we tried the opposite: four weeks in February, paid, with one colleague who has the time to
            show things twice. The key worker comes by once a week and talks to both.
            """,
        changed="""
            Of 26 people who began, 21 finished and 16 were offered the season. The year before, 9 of 24 were.

            Two hotels dropped out, because they close in winter. They now take people in October instead.
            """,
        quotation="In February I can let somebody burn a pan of soup. In July I cannot.",
        quoted="A head chef",
    ),
    case_study(
        ORKNEY,
        "Interviews that fit the ferry",
        """Employers in Kirkwall agreed to hold interviews between two boats. It cost nothing, and people from six islands
        could apply.""",
        published=date(2026, 8, 13),
        contact="Work in Orkney team",
        theme="Rural and island life",
        audiences=["Local employability partnerships", "Employers"],
        picture=image("ferry", "A ferry crosses a strait between islands."),
        done="""
            An interview at nine in Kirkwall means two nights away from home for somebody on North Ronaldsay. Most people
            do not apply.

            We made a one-page timetable: for each island, the two hours in the week when an interview costs one day and
            no bed. Fourteen employers have it on the wall now, and so have we.
            """,
        changed="""
            Within ten months 19 people from the outer isles came to interviews, and 8 got a job. We cannot say how many
            would have come anyway. In the ten months before it was 5.

            Employers say that applications became better as well, because they now write the time into the advert.
            """,
        quotation="They asked which boat I was on before they asked for my CV.",
        quoted="Someone who now works three days a week in Kirkwall",
    ),
    case_study(
        EILEAN_SIAR,
        "Learning to care, in Gaelic",
        """Care homes needed people who speak Gaelic with residents. Learners needed a course that did not test them in
        English first.""",
        published=date(2026, 9, 17),
        contact="Employability team",
        theme="Skills",
        audiences=["Local authorities", "Delivery partners"],
        products=["continuous-improvement-toolkit"],
        picture=image("conversation", "Two people talk with each other."),
        done="""
            Many residents go back to their first language when they grow old. Many people who could speak it with them
            had left school without certificates, and the entry test put them off.

            The college and two care homes wrote the first six weeks anew. Lessons are in Gaelic where the group wants
            it, and the test comes at the end instead of the beginning.
            """,
        changed="""
            Two groups have finished: 13 people began, 12 ended, 10 work in care today. The third group is waiting for a
            tutor.

            The homes noticed something that we had not planned: families visit longer.
            """,
        quotation="At sixty I thought nobody would pay me for the language I speak at home.",
        quoted="A care worker in Lewis",
    ),
    case_study(
        DUNDEE,
        "A key worker at the surgery on Tuesdays",
        """Doctors were asked for sick notes when people wanted to talk about work. Now there is somebody two doors down
        who has the time.""",
        published=date(2026, 6, 25),
        contact="Work helpline",
        theme="Health and wellbeing",
        audiences=["Strategic partners", "Delivery partners", "Local employability partnerships"],
        products=["shared-measurement-framework", "service-design-toolkit"],
        picture=image("desk_at_the_surgery", "Two people at a desk; above them a heart with its beat."),
        done="""
            Five surgeries gave us a room, each for two days a week. The doctor or the nurse says one sentence: “There is
            somebody here who can talk about work, shall I see if she is free?”

            There is no referral form. Our notes and the patient’s record stay apart.
            """,
        changed="""
            In fifteen months 214 people talked to a key worker. 96 made a plan, 41 started work and 27 kept a job that
            they had been about to lose.

            It did not work everywhere. In one surgery the room was on the first floor without a lift, and we moved out.
            """,
        quotation="I came about my back. I left with a telephone number and half a plan.",
        quoted="A patient",
    ),
    case_study(
        ABERDEENSHIRE,
        "A second trade after fifty",
        """People who leave offshore work know more than their papers say. Twelve weeks beside a colleague of the same age
        helped them to change trade.""",
        published=date(2026, 11, 5),
        contact="Employment support team",
        theme="Skills",
        audiences=["Local employability partnerships", "Employers"],
        products=["service-design-toolkit"],
        picture=image("workbench", "Two people stand at a workbench with a hammer."),
        done="""
            We asked fifteen people what had put them off training. Most said the same: sitting in a room with
            twenty-year-olds.

            So the training takes place at work. A joiner, a technician at a school and a bus mechanic, all over fifty,
            each took one person along for twelve weeks. The college looks at what they can do and fills the gaps.
            """,
        changed="""
            Of the first 15, 11 work in the new trade, at a lower wage than before but at home every night. Two went back
            offshore.

            The mentors asked for a day of training themselves. They have it now.
            """,
        quotation="I had forgotten that I can teach.",
        quoted="A mentor, 58",
    ),
]
