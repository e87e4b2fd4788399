"""The files of the councils: short plans and forms, made from the words below."""

from __future__ import annotations

from home.demo.documents import Document
from home.demo.pdf_file import pdf
from home.demo.plain_text import Passage
from home.demo.word_file import docx


def _text(title: str, *parts: str) -> list[Passage]:
    """A title, then headings (marked with #), items (marked with -) and paragraphs."""
    styles = {"# ": "heading", "- ": "item"}
    passages = [Passage("title", title)]
    for part in parts:
        style = styles.get(part[:2])
        passages.append(Passage(style, part[2:]) if style else Passage("paragraph", part))
    return passages


HIGHLAND_PLAN = _text(
    "Highland: our delivery plan on one page, 2024 to 2027",
    "# Who needs support",
    "People who live far from a bus, young people who leave school without a place, and people whose health keeps them "
    "from a full week of work.",
    "# What we offer",
    "- A key worker in every part of Highland, in person or by video",
    "- Transport to shifts that no bus serves",
    "- Training for jobs on land and at sea",
    "# How we will tell whether it works",
    "We count who starts, who stays for a year, and what people say about us. We publish it each June.",
)
GLASGOW_PLAN = _text(
    "Glasgow: our delivery plan in brief, 2024 to 2027",
    "# What people asked for",
    "- One number to call",
    "- Help close to home",
    "- Childcare before anything else",
    "# What we do",
    "Three hubs, one helpline and key workers in every neighbourhood. Two pounds in three go to work with parents, young "
    "people and people with a health condition.",
    "# Who decides",
    "The partnership meets every second month. Six of its seats belong to people who have used a service.",
)
ORKNEY_FORM = _text(
    "Isles travel fund: what to write down",
    "You can fill this in with your key worker, by telephone as well.",
    "- Your name and your island",
    "- Where you have to go, on which day, and for what: an interview, a course or a first day at work",
    "- Which boat, plane or bus you would take",
    "- Whether you need a bed for the night",
    "You get an answer in the same week. We book and pay, so that you do not have to wait for your money.",
)
FIFE_GUIDE = _text(
    "Taking somebody on: a page for employers in Fife",
    "# Before you advertise",
    "- Cross out each requirement that you would not send somebody home for.",
    "- Give the hours, the wage and the bus.",
    "# What we can do",
    "- Send you people who have had the training that you ask for",
    "- Pay part of the wage for the first six months, for some people",
    "- Come by when something does not go well",
)

COUNCIL_DOCUMENTS = {
    "highland-plan-pdf": Document(
        "Highland delivery plan on one page",
        "highland-delivery-plan.pdf",
        "unknown",
        lambda: pdf("Highland: our delivery plan on one page, 2024 to 2027", HIGHLAND_PLAN),
    ),
    "glasgow-plan-docx": Document(
        "Glasgow delivery plan in brief",
        "glasgow-delivery-plan.docx",
        "checked",
        lambda: docx("Glasgow: our delivery plan in brief, 2024 to 2027", GLASGOW_PLAN),
    ),
    "orkney-travel-docx": Document(
        "Isles travel fund form",
        "isles-travel-fund.docx",
        "checked",
        lambda: docx("Isles travel fund: what to write down", ORKNEY_FORM),
    ),
    "fife-employers-docx": Document(
        "Taking somebody on",
        "taking-somebody-on.docx",
        "checked",
        lambda: docx("Taking somebody on: a page for employers in Fife", FIFE_GUIDE),
    ),
}
