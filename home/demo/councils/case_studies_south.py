"""Case studies from the central belt and the south. Small numbers are given as counts, never as shares."""

from datetime import date

from home.demo.councils.notation import case_study
from home.demo.writing import image

GLASGOW, FIFE, EDINBURGH = "S12000049", "S12000047", "S12000036"
NORTH_AYRSHIRE, SOUTH_LANARKSHIRE, DUMFRIES_AND_GALLOWAY = "S12000021", "S12000029", "S12000006"

SOUTH = [
    case_study(
        GLASGOW,
        "A crèche beside the classroom",
        """Parents left courses when childcare fell through. A nursery moved into the next room, and they stayed.""",
        published=date(2026, 7, 23),
        contact="Easterhouse hub",
        theme="Families",
        audiences=["Delivery partners", "Third sector", "People who use services"],
        products=["service-design-toolkit"],
        picture=image(
            "nursery_and_classroom",
            "On one side of a wall a child plays with blocks; on the other an adult learns at a desk.",
        ),
        done="""
            We used to help parents to find a childminder. If the childminder was ill, the parent missed a week and often
            did not come back.

            Seven parents planned the new course with us. They asked for three things: a crèche in the same building, a
            start after the school run, and a break at the same time as the children’s.

            A community nursery brought two of its staff. The college moved its lessons to half past nine.
            """,
        changed="""
            Before, 12 of 30 parents finished a course. In the first year with the crèche it was 26 of 31. Nine have
            started work so far, and eleven have gone on to college.

            The crèche costs as much as the tutor. We tell every partner that before they copy it.
            """,
        quotation="I could hear her laugh through the wall. That is when I started to listen to the lesson.",
        quoted="A mother who now studies to be a nursery assistant",
    ),
    case_study(
        GLASGOW,
        "Starting three months before the gate",
        """Help that begins on the day of release comes too late. Here it begins with a bank account and a bus route,
        twelve weeks before.""",
        published=date(2026, 10, 15),
        contact="Glasgow work helpline",
        theme="Justice",
        audiences=["Third sector", "Employers", "Strategic partners"],
        products=["continuous-improvement-toolkit"],
        picture=image("open_gate", "Someone walks away from an open gate into the morning."),
        done="""
            A key worker visits every second week from three months before release. The list is short and dull: proof of
            identity, a bank account, a doctor, a room, a telephone.

            Work comes last. By then four employers have met the person and know about the conviction, because he or she
            told them, after practising how.
            """,
        changed="""
            Of 38 people in the first eighteen months, 34 had a bank account and proof of identity on the first day. 15
            began work within twelve weeks.

            We do not yet know how many stay out of prison. We shall publish that when two years have passed.
            """,
        quotation="On my first day out I had somewhere to be on Monday.",
        quoted="A warehouse worker",
    ),
    case_study(
        FIFE,
        "One sheet for seven partners",
        """People had to tell their story seven times. The partners agreed on one sheet, and on who may see which part
        of it.""",
        published=date(2026, 6, 30),
        contact="Partnership team",
        theme="Partnership working",
        audiences=["Local employability partnerships", "Strategic partners"],
        products=["no-one-left-behind-data-products", "shared-measurement-framework"],
        picture=image("one_sheet", "Seven people, each linked to one sheet of paper in the middle."),
        done="""
            We laid the seven forms side by side. They asked 112 questions, and 64 of them were the same in other words.

            It took four meetings to agree on 23 questions. It took nine to agree on who sees the answers: the person
            ticks that, line by line, and can change it at any time.
            """,
        changed="""
            A first talk now takes 25 minutes instead of 50. Complaints about having to repeat oneself went from 17 in a
            year to 3.

            One partner left its old form in use for a year, to be sure. Nobody missed it when it went.
            """,
        quotation="The hardest part was to admit that nobody ever read my page four.",
        quoted="A manager at one of the partners",
    ),
    case_study(
        FIFE,
        "The licence first, then the interview",
        """A forklift licence costs more than a month of benefits. When it came first, interviews ended in jobs.""",
        published=date(2026, 9, 3),
        contact="Fife employer team",
        theme="Skills",
        audiences=["Employers", "Delivery partners"],
        picture=image("forklift", "Someone drives a forklift with a box on its fork."),
        done="""
            Warehouses asked for a licence, and training firms asked for a job offer. People stood in between.

            Eight firms promised an interview to anyone with a licence and four weeks of punctual attendance. On that
            promise the partnership pays for the test.
            """,
        changed="""
            73 people took a test in the first year, and 61 passed. 44 went into work, most of them within a month of the
            interview.

            For people with a recent back injury it was the wrong offer, and we now ask about that at the start.
            """,
        quotation="He had the ticket, and he had been on time for four weeks. What more should I ask?",
        quoted="A shift manager",
    ),
    case_study(
        EDINBURGH,
        "A hotel that rewrote its advert",
        """One hotel took eleven requirements out of a job advert. It got other applicants, and kept them.""",
        published=date(2026, 8, 27),
        contact="Recruit with us",
        theme="Employers",
        audiences=["Employers"],
        products=["customer-charter"],
        picture=image("checklist", "A sheet with four lines, three of them ticked."),
        done="""
            The advert for room attendants asked for two years of experience, a driving licence and “excellent written
            English”. None of the people who did the job well had all three.

            We sat down with the housekeeper and asked of each line: would you send somebody home for this? Four lines
            were left. Applicants could answer them on the telephone or by coming in.
            """,
        changed="""
            43 people applied, against 12 the year before. Of the 10 who were hired, 9 were there after six months.
            Three had not worked for more than two years.

            The hotel has changed its other adverts. A second hotel tried the same, went back after a month and told us
            why: it needed the licence after all.
            """,
        quotation="I had copied that advert from the hotel I worked in before. So had they, I think.",
        quoted="A head housekeeper",
    ),
    case_study(
        NORTH_AYRSHIRE,
        "Four hours a week to begin with",
        """For somebody who has been ill for years, a full week is a wall. Four hours are a step, if the benefit sums
        are done first.""",
        published=date(2026, 11, 12),
        contact="Employability hub",
        theme="Getting started",
        audiences=["Employers", "Delivery partners", "People who use services"],
        products=["service-design-toolkit", "shared-measurement-framework"],
        picture=image("seedling", "Three plants in a row, each taller than the one before."),
        done="""
            Employers offered sixteen hours or nothing. We asked six of them which tasks they never get round to, and
            found jobs of four to six hours a week: a stockroom, a reception desk over lunch, a garden.

            Before anybody starts, an adviser works out what happens to their benefits at four, eight and twelve hours,
            and writes it on one page.
            """,
        changed="""
            20 people started. After a year 14 were still working, at nine hours a week on average. Five had gone up to
            sixteen or more.

            For two people the sum showed that they would lose money. We told them so, and they waited.
            """,
        quotation="Four hours. I slept all afternoon after the first one. Now I do twelve.",
        quoted="Someone who works in a garden centre",
    ),
    case_study(
        SOUTH_LANARKSHIRE,
        "What parents told us about eight o’clock",
        """The shift begins at half past eight, and so does the breakfast club. Half an hour made the difference between
        a job and none.""",
        published=date(2026, 9, 24),
        contact="Employability line",
        theme="Families",
        audiences=["Local authorities", "Local employability partnerships"],
        products=["customer-charter"],
        picture=image("clock_and_school", "A clock shows eight; an adult and a child walk towards a school."),
        done="""
            Forty parents drew their morning on a sheet of paper, minute by minute. On 28 sheets the gap was the same:
            between dropping off a child and clocking in.

            Three primary schools opened their clubs at eight. The caretakers’ hours were moved, and the council pays for
            one more assistant.
            """,
        changed="""
            After two terms 33 children came early, and 19 parents said that it let them take or keep a job. One club had
            three children in it and has closed again.
            """,
        quotation="Half an hour. I had asked for it for four years, but nobody had a form for it.",
        quoted="A father of two",
    ),
    case_study(
        DUMFRIES_AND_GALLOWAY,
        "A work club that travels",
        """The people who needed the work club most lived furthest from it. So the club went on the road, to one hall a
        day.""",
        published=date(2026, 8, 6),
        contact="Employability and skills service",
        theme="Rural and island life",
        audiences=["Local employability partnerships", "Third sector"],
        products=["service-design-toolkit"],
        picture=image("round_table", "Eight people sit round a table with papers on it."),
        done="""
            We closed the club room in town for two days a week and spent the rent on hall hire and diesel. Ten halls, a
            fortnightly round, always the same weekday.

            A retired teacher in each village tells people when we come. The post office prints the timetable on the back
            of its receipts.
            """,
        changed="""
            In a year 167 people came, of whom 104 had never used a service of ours. 29 are in work and 35 on a course.

            The club in town has fewer visitors now, and some of them tell us that they miss it.
            """,
        quotation="It is the first thing in this hall for years that is not bingo or a funeral tea.",
        quoted="A visitor in Wigtownshire",
    ),
]
