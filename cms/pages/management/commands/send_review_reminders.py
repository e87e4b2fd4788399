"""Tell people by mail which of their pages are to be read again."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.pages.review.reminders import send_reminders


class Command(BaseCommand):
    help = (
        "Sends one mail to each person whose pages are due for review within a fortnight. "
        "It may run at any hour and twice: nobody is told twice of the same review."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        number = send_reminders()
        self.stdout.write("1 reminder sent" if number == 1 else f"{number} reminders sent")
