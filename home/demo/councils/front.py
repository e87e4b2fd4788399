"""The two pages of the directory that belong to no council."""

from datetime import date

from home.demo.demo_page import DemoPage

DIRECTORY = "/local-authorities/"
FIRST_DAY = date(2026, 6, 18)

PAGES = [
    DemoPage(
        address=DIRECTORY,
        model="la_directory.DirectoryPage",
        title="Councils",
        summary="All 32 councils: whom to call about support to find work, what help there is, and who leads the partnership.",
        published=FIRST_DAY,
        in_menu=True,
    ),
    DemoPage(
        address="/case-studies/",
        model="la_directory.CaseStudiesPage",
        title="Case studies",
        summary="What councils and their partners tried, what came of it, and whom to ask about it.",
        published=FIRST_DAY,
    ),
]
