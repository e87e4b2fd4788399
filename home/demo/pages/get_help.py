"""Help to find work, and how to reach us: for people who look for support, not for the field."""

from datetime import date

from home.demo.demo_page import DemoPage
from home.demo.writing import (
    accordion,
    buttons,
    details,
    embed,
    inset,
    prose,
    quotation,
    warning,
)

GET_HELP = DemoPage(
    address="/get-help/",
    model="home.StandardPage",
    title="Get help to find work",
    summary="What support there is, who can use it, and how to take the first step. It is free and up to you.",
    published=date(2026, 6, 18),
    updated=date(2026, 11, 19),
    in_menu=True,
    fields={
        "review_on": date(2027, 4, 22),
        "body": [
            *prose("""
                ## Start here

                One call to the team in your council is enough. You need no referral, and you can ask for somebody else.
                """),
            buttons(("Find your council’s team", "/local-authorities/", "primary")),
            *prose("""
                ## What to expect

                Your council has an employability team. You meet one person from it, called a key worker. You can
                meet in an office, in a library, by telephone or online. You can bring someone with you.

                The first talk is about you: what you would like to do, what you have done before, and what gets in
                the way. Then you write down a plan together. It may hold:

                - help with a CV, an application or an interview
                - a course, a qualification or a licence that a job asks for
                - a placement, so that you can find out whether a kind of work suits you
                - advice on money, debt and what happens to your benefits when you start work
                - help with the cost of travel, clothes for work or childcare
                - a person to talk to after you have started

                You can change the plan, take a break or stop at any time.
                """),
            quotation(
                "Most people think they have to be ready for a job before they come to us. They do not. Come as "
                "you are, and we work out the next step from there.",
                "A key worker",
                "Council employability team",
            ),
            *prose("""
                ## Who can help

                Start with the council for the place where you live. If you are not sure whom to ask, any of these
                will point you the right way.
                """),
            accordion(
                (
                    "Your council",
                    """
                    Every one of the 32 councils has a team for people who look for work. [[/local-authorities/|Find
                    yours by postcode, town or name]]: you see its number, when it is open and what help there is.
                    """,
                ),
                (
                    "A careers adviser",
                    """
                    Skills Development Scotland has advisers for every age, in schools and on the high street.
                    You do not need an appointment to ask.
                    """,
                ),
                (
                    "A work coach",
                    """
                    If you get Universal Credit, your work coach at the Jobcentre can put you in touch with the
                    council team. You do not need a work coach to ask for support.
                    """,
                ),
                (
                    "Someone who already knows you",
                    """
                    A teacher, a health worker, a housing officer, a social worker or a community group can make the
                    first call with you.
                    """,
                ),
            ),
            *prose("""
                ## Will it affect my benefits?

                Talking to the employability team does not change your benefits. Starting work may. Your key worker
                can arrange a “better off” calculation before you decide.
                """),
            warning("""
                Tell the Department for Work and Pensions as soon as you start paid work, even for a few hours.
                Your key worker can help you do this.
                """),
            *prose("## Your next step"),
            inset("""
                Have two things ready when you call: your postcode, and a time of day that suits you for a first talk. Nobody will ask for proof of anything on the telephone.
                """),
            buttons(
                ("Find your council", "/local-authorities/", "primary"),
                ("Ask us who to call", "/contact/", "secondary"),
            ),
            details(
                "I live close to another council area",
                """
                Support comes from the council where you live, also if you shop, study or hope to work across the
                border. A postcode can look as if it belongs to one area and lie in the next, so give your full
                postcode when you call.
                """,
            ),
            details(
                "I used a service before and it did not go well",
                """
                You can start again. Ask for a different key worker if that would help. Every service should give
                you its customer charter, which says what you can expect and how to complain.
                """,
            ),
        ],
    },
    related=["/local-authorities/", "/contact/british-sign-language/", "/no-one-left-behind/"],
)

CONTACT = DemoPage(
    address="/contact/",
    model="home.StandardPage",
    title="Contact us",
    summary="How to reach the team that runs this site, and whom to ask about support in your area.",
    published=date(2026, 6, 18),
    updated=date(2026, 11, 19),
    in_menu=True,
    fields={
        "shows_contact": True,
        "body": [
            *prose("""
                ## What we can help with

                - questions about No One Left Behind and about what is published here
                - a document in another format, such as large print, audio or easy read
                - something on this site that is wrong, out of date or hard to use
                - a council’s page where nobody at the council answers you
                """),
            inset("""
                We cannot see your case and we cannot book support for you. For that, speak to your council:
                [[/local-authorities/|find your council]]. Its Partnerships Lead stands in the same directory.
                """),
            *prose("""
                ## When you will hear from us

                We read messages from Monday to Friday. Most get an answer within five working days. If yours needs
                someone else to look at it, we say so and tell you when to expect the answer.

                ## British Sign Language
                """),
            embed(
                "contactSCOTLAND-BSL: calls with an interpreter",
                "video_relay",
                "https://contactscotland-bsl.org/",
                "The service that connects BSL users with public bodies shows on its own site how a call works.",
                "/contact/british-sign-language/",
            ),
        ],
    },
    related=["/local-authorities/", "/accessibility/", "/privacy/"],
)

BRITISH_SIGN_LANGUAGE = DemoPage(
    address="/contact/british-sign-language/",
    model="home.StandardPage",
    title="Calling us in British Sign Language",
    summary="How a call through contactSCOTLAND-BSL works, step by step, in words.",
    published=date(2026, 9, 3),
    fields={
        "body": [
            *prose("""
                contactSCOTLAND-BSL is free. It is open at all hours and connects you with any public body, charity
                or company in Scotland by way of a BSL interpreter.

                1. Open the app of the service, or its website, on a device with a camera.
                2. Choose to start a call. An interpreter appears on your screen.
                3. Sign the number or the name of the team you want. Ours is on the [[/contact/|contact page]].
                4. The interpreter rings us and tells us that this is a call in BSL.
                5. You sign and the interpreter speaks. We speak and the interpreter signs.

                We know about these calls and will not ring off. If we need to call you back, tell us that you use
                BSL: we return the call through the same service.

                More on the site of [[https://contactscotland-bsl.org/|contactSCOTLAND-BSL]].
                """),
        ],
    },
    related=["/contact/", "/accessibility/"],
)

PAGES = [GET_HELP, CONTACT, BRITISH_SIGN_LANGUAGE]
