"""The draft of November 2026. It is not finished, so that the checklist has something to say."""

from datetime import date, datetime

from home.demo.bulletin.notation import DemoEdition, edition, event, funding, item, section

NOVEMBER = DemoEdition(
    looked=datetime(2026, 11, 23, 9, 30),
    page=edition(
        "2026-11",
        "November 2026",
        section(
            "News",
            item(
                "story",
                "The first year and the fifth, side by side",
                """From 2,694 starts to 20,988: a new table shows how the approach has grown. It also says which part of the
                growth is only a matter of counting.""",
                "/no-one-left-behind/updates/first-and-fifth-year/",
            ),
        ),
        section(
            "Publications",
            item(
                "publication",
                "No One Left Behind: key figures",
                "Set the first and the fifth year side by side.",
                "/publications/no-one-left-behind-statistics/",
            ),
        ),
        section(
            "Case studies",
            item(
                "case_study",
                "Aberdeenshire: a second trade after fifty",
                """People who leave offshore work know more than their papers say. Twelve weeks beside a colleague of the
                same age helped eleven of fifteen to change trade.""",
                "/local-authorities/aberdeenshire/case-studies/a-second-trade-after-fifty/",
                drawing=("workbench", "Two people stand at a workbench with a hammer."),
            ),
            item(
                "case_study",
                "North Ayrshire: four hours a week to begin with",
                """For somebody who has been ill for years, a full week is a wall. Four hours are a step, if the benefit
                sums are done first.""",
                "/local-authorities/north-ayrshire/case-studies/four-hours-a-week-to-begin-with/",
            ),
        ),
        section(
            "Dates",
            event(
                "Winter gathering of key workers",
                "2026-12-09",
                "10am to 3.30pm",
                "Station Hotel Rooms, Stirling",
                "Twelve of the eighty places are left.",
                "Ask for a place",
            ),
            item(
                "event",
                "Open session on health and work",
                "Date to be agreed with the two councils.",
                "/contact/",
            ),
            funding(
                "Books, boots and bus fares",
                "2027-01-15",
                "Small sums within a week, for one person at a time. Key workers apply.",
                "https://apply.first-week-fund.example/",
            ),
        ),
        introduction="",
        published=date(2026, 11, 23),
        summary="The first year and the fifth side by side, a second trade after fifty, and four hours a week.",
        state="draft",
        subject="The first year and the fifth, side by side",
    ),
)
