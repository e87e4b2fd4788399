"""An editor in a process of their own, who presses when told to."""

from __future__ import annotations

import sys
from datetime import date

import django

django.setup()

from bulletin.compose.new_edition import AlreadyBegun, look_again, new_edition  # noqa: E402  needs the set-up
from bulletin.models import BulletinPage, EditionPage  # noqa: E402
from tests.bulletin import office  # noqa: E402
from tests.bulletin.compose import newsroom  # noqa: E402
from tests.factories.news import AFTER, UNTIL  # noqa: E402


def prepare(*, with_draft: bool) -> None:
    archive = office.archive()
    newsroom.earlier_edition(archive, AFTER)
    if with_draft:
        draft = EditionPage(title="April 2031", slug="2031-04", month=date(2031, 4, 1), live=False)
        archive.add_child(instance=draft)
        draft.save_revision(clean=False)
    newsroom.update("News")


def press() -> str:
    archive = BulletinPage.objects.get(slug="our-bulletin")
    draft = EditionPage.objects.child_of(archive).filter(live=False).first()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    if draft:
        return f"added {look_again(draft, None, until=UNTIL)}"
    try:
        return f"made {new_edition(None, archive=archive, until=UNTIL).pk}"
    except AlreadyBegun as already:
        return f"led to {already.edition.pk}"


if __name__ == "__main__":
    match sys.argv[1]:
        case "press":
            sys.stdout.write(press())
        case "prepare":
            prepare(with_draft="draft" in sys.argv)
