"""Tell people by mail what they should read again."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.pages.review.reminders import send_all_reminders


class Command(BaseCommand):
    help = (
        "Sends one mail to each person whose pages are due for review within a fortnight, and at most one a "
        "fortnight to each council whose contacts and services have to be checked. It may run at any hour, "
        "twice, and in two places at once: nobody is told twice of the same thing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        number = send_all_reminders()
        self.stdout.write("1 reminder sent" if number == 1 else f"{number} reminders sent")
