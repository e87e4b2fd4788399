"""The edition that new subscribers are led to."""

from bulletin.models import EditionPage


def latest_edition() -> EditionPage | None:
    """The newest monthly edition that everybody can read, else the newest of any kind."""
    editions = EditionPage.objects.live().public().for_listing()
    return editions.filter(edition_kind=EditionPage.Kind.MONTHLY).first() or editions.first()
