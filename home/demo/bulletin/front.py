"""The archive of the bulletin."""

from datetime import date

from home.demo.demo_page import DemoPage

ARCHIVE = "/bulletin/"

PAGES = [
    DemoPage(
        address=ARCHIVE,
        model="bulletin.BulletinPage",
        title="E-bulletin",
        summary=(
            "News for everyone who plans, pays for or delivers employability support: once a month by e-mail, and "
            "here to read and to search."
        ),
        published=date(2026, 5, 28),
    ),
]
