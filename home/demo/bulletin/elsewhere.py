"""An edition from before: it was sent with another tool, and only the file is left."""

from datetime import date

from home.demo.bulletin.notation import DemoEdition, edition
from home.demo.demo_page import File
from home.demo.documents import Document
from home.demo.pdf_file import pdf
from home.demo.plain_text import Passage

TITLE = "Employability e-bulletin, November 2025"
NAME = "bulletin-2025-11-pdf"


def _passages() -> list[Passage]:
    return [
        Passage("title", TITLE),
        Passage("paragraph", "From the employability team of the Scottish Government, with COSLA."),
        Passage("heading", "Before the winter reviews"),
        Passage(
            "paragraph",
            "Many partnerships look at their plan again between now and March. Please hear at least five people who "
            "have used a service, and write down what changed because of them.",
        ),
        Passage("heading", "Questions that nobody will miss"),
        Passage(
            "paragraph",
            "With a group of councils we went through the yearly return line by line. Nine questions are gone. The "
            "answers to them had never been used.",
        ),
        Passage("heading", "Dates"),
        Passage("item", "2 December 2025, online: reading the yearly figures together."),
        Passage("item", "9 December 2025, Perth: an afternoon for new partnership leads."),
        Passage("heading", "Next month"),
        Passage(
            "paragraph", "The December bulletin comes a week early, because the office closes on the 23rd."
        ),
    ]


BULLETIN_DOCUMENTS = {
    NAME: Document(TITLE, "e-bulletin-2025-11.pdf", "unknown", lambda: pdf(TITLE, _passages()))
}

NOVEMBER_2025 = DemoEdition(
    page=edition(
        "2025-11",
        "November 2025",
        introduction="""
            In this edition:

            - how partnerships can prepare their review of the winter
            - nine questions that are gone from the yearly return, as nobody used the answers
            - two dates in December 2025
            """,
        published=date(2026, 6, 18),
        summary="How to prepare the winter reviews, and nine questions fewer in the yearly return. Kept as a PDF.",
        origin="elsewhere",
        original_file=File(NAME),
    )
)
