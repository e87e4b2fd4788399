"""Accessibility and privacy: what the site owes every reader."""

from datetime import date

from home.demo.demo_page import DemoPage
from home.demo.writing import details, inset, prose, table

ACCESSIBILITY = DemoPage(
    address="/accessibility/",
    model="home.StandardPage",
    title="Accessibility statement",
    summary="How far this site can be used by everyone, what does not work yet, and what you can do about it.",
    published=date(2026, 6, 18),
    updated=date(2026, 11, 5),
    changes=[(date(2026, 11, 5), "Reviewed after the November tests. Added the issue with older files.")],
    fields={
        "review_on": date(2027, 6, 18),
        "body": [
            *prose("""
                ## What this statement covers

                This statement is about the website Employability in Scotland, which the Scottish Government runs
                together with COSLA. It does not cover the sites we link to.

                We want as many people as possible to be able to use it. You should be able to:

                - zoom in to 400% without having to scroll the page sideways
                - reach and use everything with a keyboard alone
                - change colours, spacing and letters in your browser without losing words
                - listen to the pages with a screen reader
                - read every page without JavaScript

                AbilityNet has advice on making your own device easier to use.

                ## How accessible the site is

                This website is **partially compliant** with the Web Content Accessibility Guidelines (WCAG)
                version 2.2, level AA. The reasons are the issues listed here.

                ## What does not work yet
                """),
            table(
                "stack",
                "Known issues",
                [
                    ("text", "Issue"),
                    ("text", "Who it affects"),
                    ("text", "Criterion (WCAG 2.2)"),
                    ("partial_date", "To be fixed by"),
                ],
                [
                    (
                        "Some PDF files have no tags, so their headings and lists are not announced. The same words "
                        "are on the page that offers the file.",
                        "People who use a screen reader",
                        "1.3.1 Info and relationships (A)",
                        "March 2027",
                    ),
                    (
                        "Some files have not been checked at all. The link to each of them says so.",
                        "Anyone who opens such a file",
                        "Not known until the file has been checked",
                        "March 2027",
                    ),
                ],
                note="Found on 5 November 2026.",
            ),
            *prose("""
                ### Content outside the rules

                The regulations do not require us to fix files published before 23 September 2018 that no service
                depends on. We offer them in another format when you ask.

                ## Tell us about a problem

                If something on this site does not work for you, or you need a page in another format, use the
                [[/contact/|contact page]]. Say which page it is and what you need. We aim to answer within five
                working days.

                If you use British Sign Language you can reach us through
                [[https://contactscotland-bsl.org/|contactSCOTLAND-BSL]].
                [[/contact/british-sign-language/|How such a call works]].

                ## If you are not content with our answer

                The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile
                Applications) (No. 2) Accessibility Regulations 2018. Its site is
                [[https://www.equalityhumanrights.com/|equalityhumanrights.com]].

                If you are not content with how we deal with your complaint, contact the Equality Advisory and Support
                Service (EASS) at [[https://www.equalityadvisoryservice.com/|equalityadvisoryservice.com]].

                ## How the site was tested

                The team that builds the site tested it. What we did:

                - every kind of page was checked by automatic tools (axe-core, HTML validation) on a wide and on a
                  narrow screen
                - every kind of page was used with a keyboard alone, and with JavaScript switched off
                - print, enlarged text and a high-contrast mode were checked
                """),
            inset("""
                Automatic tools find only part of all problems. Disabled people have not tested the site yet, and
                there has been no independent audit. Both are still to come, and this page will say so when they
                have been done.
                """),
            *prose("""
                ## About this statement

                It was prepared on 18 June 2026 and last reviewed on 5 November 2026. We review it at least once a
                year and whenever the site changes in a way that matters here.
                """),
        ],
    },
    related=["/contact/", "/contact/british-sign-language/"],
)

PRIVACY = DemoPage(
    address="/privacy/",
    model="home.StandardPage",
    title="Privacy",
    summary=(
        "What this site keeps about its readers: very little, and your e-mail address only if you ask for the bulletin."
    ),
    published=date(2026, 6, 18),
    fields={
        "review_on": date(2027, 6, 18),
        "body": [
            *prose("""
                ## In short

                You can read every page without telling us who you are. We set no cookies for readers. We do not
                follow you round the site or across other sites, and no company does so for us.

                ## Cookies

                Readers get none, so there is nothing to accept or refuse. People who edit the site have one cookie
                while they are signed in.

                ## Feedback on a page

                At the foot of each page you can say whether it helped. We keep your choice, your comment, the page
                and the time. We keep no name, no e-mail address and no address of your device.

                Please leave personal details out of your comment. Before we store it, a program masks what looks
                like an e-mail address, a telephone number or a National Insurance number. It can miss some.
                """),
            *prose("""
                ## The e-bulletin

                If you ask for the [[/bulletin/|e-bulletin]], we keep your e-mail address, which editions you want, the
                page on which you asked, and the days on which you asked, confirmed and left. Nothing is sent before you
                have confirmed it by e-mail.

                We do not track who opens the bulletin or what you click. We keep whether the mail to you went out, so
                that nobody gets it twice.

                You can leave at any time through the link in each mail, see what we hold, and have it erased. Someone
                who has left is forgotten after thirty days. What remains is a code made from the address: it tells us
                not to write again, and we cannot read the address from it.
                """),
            table(
                "stack",
                "What is kept, and for how long",
                [("text", "What"), ("text", "Why"), ("text", "How long")],
                [
                    (
                        "Feedback on pages",
                        "To mend what does not work",
                        "Looked through once a year; what no longer helps goes",
                    ),
                    (
                        "Your address for the e-bulletin",
                        "To send it to you",
                        "Until thirty days after you leave; a request that is not confirmed, thirty days",
                    ),
                    (
                        "To whom an edition went",
                        "To send it once to everyone",
                        "Addresses ninety days, then a code",
                    ),
                    ("Messages you send us", "To answer you", "One year after the last message"),
                    ("Server logs", "To keep the site running and safe", "Thirty days at most"),
                ],
            ),
            *prose("""
                ## Server logs

                Our servers note which address was asked for, when, and whether it worked. What you typed into the
                search box is not noted. The notes serve to find faults and attacks and are not used for anything else.

                ## If you write or call

                We use what you tell us to answer you, and pass it to someone else only if the answer needs them. We
                say so first.

                ## Your rights

                You can ask what we hold about you, have it corrected or have it deleted. Start on the
                [[/contact/|contact page]]. You can also complain to the Information Commissioner’s Office.
                """),
            details(
                "Who is responsible",
                """
                The Scottish Government is the controller of personal data that this site takes in. Local services
                have privacy notices of their own.
                """,
            ),
        ],
    },
    related=["/contact/", "/accessibility/"],
)

PAGES = [ACCESSIBILITY, PRIVACY]
