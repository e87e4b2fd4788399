"""Queues an edition of the bulletin."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.management.base import BaseCommand, CommandError

from bulletin.approval.current import newest_draft
from bulletin.approval.links import answers_of
from bulletin.models import EditionPage
from bulletin.send.queue import NotReady, queue_edition


class Command(BaseCommand):
    help = (
        "Queues the newest draft of an edition, which has to be complete and approved. No link in it may "
        "lead to nothing: other sites are asked, which takes seconds. What goes out is frozen; a worker "
        "makes the audience and sends it. An edition that was sent is not queued again, one whose sending "
        "was cancelled goes to those it has not reached."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", metavar="SLUG", help="such as 2026-10, or 2026-10-name for a special one")
        parser.add_argument(
            "--approve-as",
            metavar="USERNAME",
            help="approve it first in the name of this person, who has to have the right to",
        )

    def handle(self, *, slug: str, approve_as: str | None, **options: Any) -> None:
        edition = edition_called(slug)
        self._ask_the_links(edition)
        by = self._approve(edition, approve_as) if approve_as else None
        try:
            sending = queue_edition(edition, by=by)
        except NotReady as problem:
            raise CommandError("\n".join([f"{slug} is not queued:", *problem.reasons])) from None
        self.stdout.write(f"{slug} is queued. Approved by {sending.approved_by}. SHA-256 {sending.sha256}")

    def _ask_the_links(self, edition: EditionPage) -> None:
        dead, unknown = answers_of(newest_draft(edition))
        if dead:
            raise CommandError(" ".join([f"{edition.slug} is not queued:", *dead]))
        for words in unknown:
            self.stderr.write(words)

    def _approve(self, edition: EditionPage, username: str) -> AbstractUser:
        from bulletin.approval.approve import CannotApprove, approve

        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no user {username}.")
        try:
            approve(edition, user, by_command=True)
        except CannotApprove as problem:
            lines = [f"{edition.slug} is not approved:", *problem.reasons]
            raise CommandError("\n".join(lines)) from None
        return user


def edition_called(slug: str) -> EditionPage:
    """CommandError where there is none."""
    edition = EditionPage.objects.filter(slug=slug).first()
    if edition is None:
        known = EditionPage.objects.order_by("-month").values_list("slug", flat=True)[:5]
        raise CommandError(f"There is no edition {slug}. The newest are: {', '.join(known) or 'none'}.")
    return edition
